"""HTML in which a text is text, whatever stands in it."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.rendering.html import render_html, render_part
from rolecmp.rendering.report import (
    Bullets,
    Column,
    Grid,
    GridRow,
    Group,
    Head,
    Line,
    Paragraph,
    Report,
    SideBySide,
    Span,
    Table,
    Tone,
    Total,
    headed,
    plain,
)

TEXTS = st.lists(
    st.sampled_from(
        [
            *("<b>", "</p>", "&amp;", "&lt", "<script>alert(1)</script>", "</title>", "<br>"),
            *("<!--", "]]>", "javascript:x", "产品，", "🙂", "a", " ", "\n", "{x}"),
            *"<>&\"'/!=-;#",
        ]
    ),
    min_size=1,
    max_size=8,
).map("".join)
NAMES = TEXTS.map(lambda text: text.replace("\n", " "))
LINES = st.lists(st.builds(Span, TEXTS, st.sampled_from(Tone)), min_size=1, max_size=3).map(tuple)
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "thead"),
    *("tbody", "tr", "th", "td", "ul", "li", "span", "br", "div", "tfoot", "caption"),
    *("main", "footer", "a"),
}
LEAVES = ("h1", "h2", "p", "th", "td", "li", "caption", "footer")


class _Reader(HTMLParser):
    """Collects the texts of the innermost blocks, in order, and checks the nesting."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.tags: set[str] = set()
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag == "br":
            self.handle_data("\n")
            return
        if tag in LEAVES:
            self.texts.append((tag, ""))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and any(tag in LEAVES for tag in self.open):
            tag, text = self.texts[-1]
            self.texts[-1] = (tag, text + data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def _read(report: Report) -> _Reader:
    reader = _Reader()
    reader.feed(render_html(report))
    reader.close()
    assert reader.open == []
    assert reader.tags <= ALLOWED
    assert {name for _, name, _ in reader.attributes} <= {
        *("lang", "charset", "name", "content", "class", "scope", "colspan"),
        *("role", "tabindex", "aria-label", "id", "data-head", "href"),
    }
    return reader


def _text(line: Line) -> str:
    return "".join(span.text for span in line)


@given(NAMES, LINES, TEXTS, st.lists(LINES, min_size=1, max_size=3), NAMES)
def test_text_and_lists_come_back(
    title: str, line: Line, lead: str, items: list[Line], footer: str
) -> None:
    report = Report(title, (Paragraph(line), Bullets(lead, tuple(items))), footer, "en")
    assert _read(report).texts == [
        ("h1", title),
        ("p", _text(line)),
        ("h2", lead),
        *(("li", _text(item)) for item in items),
        ("footer", footer),
    ]


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    count = draw(st.integers(1, 12))
    cell = st.sampled_from([(), plain("A", Tone.OWNER), plain("R")])
    cells = st.lists(cell, min_size=count, max_size=count).map(tuple)
    group = st.sampled_from(["", "g", "<i>"])
    row = st.builds(GridRow, TEXTS, st.one_of(st.just(()), LINES), cells, group)
    heads = tuple(Head(draw(TEXTS), "") for _ in range(count))
    total = Total(draw(TEXTS), tuple(str(number) for number in range(count)))
    rows = draw(st.lists(row, min_size=1, max_size=5))
    totals = draw(st.sampled_from([(), (total,)]))
    return Grid(draw(TEXTS), "Role", heads, draw(TEXTS), tuple(rows), totals, "·")


@given(grids())
def test_grids_come_back(block: Grid) -> None:
    marked = any(row.mark for row in block.rows)
    wanted = [("caption", f"{block.row} – {block.column}"), ("th", block.row)]
    wanted += [*(("th", head.name) for head in block.heads)]
    wanted += [("th", block.mark)] * marked
    for title, row in headed(block.rows):
        wanted += [("th", title)] * bool(title)
        wanted += [("th", row.name), *(("td", _text(cell) or "·") for cell in row.cells)]
        wanted += [("td", _text(row.mark))] * marked
    for total in block.totals:
        wanted += [("th", total.title), *(("td", figure) for figure in total.figures)]
        wanted += [("td", "")] * marked
    assert _read(Report("T", (block,), "F", "en")).texts == [("h1", "T"), *wanted, ("footer", "F")]


@given(TEXTS, TEXTS, st.lists(st.tuples(LINES, LINES), min_size=1, max_size=3), LINES, TEXTS)
def test_tables_come_back(
    one: str, two: str, rows: list[tuple[Line, Line]], group: Line, title: str
) -> None:
    table = Table((Column(one), Column(two)), (Group(group, tuple(rows)),), title)
    assert _read(Report("T", (table,), "F", "en")).texts == [
        ("h1", "T"),
        ("h2", title),
        ("caption", title),
        ("th", one),
        ("th", two),
        ("th", _text(group)),
        *(("td", _text(cell)) for row in rows for cell in row),
        ("footer", "F"),
    ]


@given(TEXTS, TEXTS, TEXTS, LINES, TEXTS)
def test_sides_come_back(corner: str, head: str, title: str, item: Line, gap: str) -> None:
    block = SideBySide(corner, (head, "b"), ((plain(title), ((item,), ())),), gap)
    assert _read(Report("T", (block,), "F", "en")).texts == [
        ("h1", "T"),
        ("caption", "T"),
        ("th", corner),
        ("th", head),
        ("th", "b"),
        ("th", title),
        ("td", ""),
        ("li", _text(item)),
        ("td", gap),
        ("footer", "F"),
    ]


@given(st.lists(TEXTS, min_size=1, max_size=6), st.sampled_from(["", "role-pm"]))
def test_every_heading_has_an_id_of_its_own(leads: list[str], name: str) -> None:
    blocks = tuple(Bullets(lead, (), "-") for lead in leads)
    report = Report(leads[0], blocks, "F", "en")
    page = render_part(report, 2, name) if name else render_html(report)
    ids = re.findall(r'<h[123] id="([^"]*)">', page)
    assert len(set(ids)) == len(ids) == 1 + len(leads) == len(re.findall(r"<h\d", page))
    assert all(re.fullmatch(r"[\w-]+", each) for each in ids)
    assert not name or ids[0] == name
    assert all(each.startswith(name) for each in ids)


@pytest.mark.parametrize(
    ("position", "shown"),
    [
        ("roles/pm.yaml:7", '<a class="position" href="roles/pm.yaml">roles/pm.yaml:7</a>'),
        ("a b/定.yaml:7", '<a class="position" href="a%20b/%E5%AE%9A.yaml">a b/定.yaml:7</a>'),
        ("builtin/pm.yaml:7", '<span class="position">builtin/pm.yaml:7</span>'),
        ("main:roles/pm.yaml:7", '<span class="position">main:roles/pm.yaml:7</span>'),
        ("javascript:alert(1):7", '<span class="position">javascript:alert(1):7</span>'),
        ("7", '<span class="position">7</span>'),
    ],
)
def test_a_position_is_a_link_to_its_file(position: str, shown: str) -> None:
    line = plain(position, Tone.POSITION)
    assert f"<p>{shown}</p>" in render_html(Report("T", (Paragraph(line),), "F", "en"))


def test_a_cell_says_what_it_stands_under() -> None:
    columns = (Column("A&B"), Column(""))
    table = Table(columns, (Group((), ((plain("a"), plain("b")),)),))
    page = render_html(Report("T", (table,), "F", "en"))
    assert '<tr><td data-head="A&amp;B">a</td><td>b</td></tr>' in page


@given(TEXTS)
def test_the_title_of_the_page_is_text_alone(title: str) -> None:
    # Nothing in a title is read as a tag, <br> included: it would show as it is written.
    page = render_html(Report(title, (), "F", "en"))
    found = re.findall(r"<title>(.*?)</title>", page, re.DOTALL)
    assert len(found) == 1
    assert "<" not in found[0]
    assert unescape(found[0]).split() == title.split()


@pytest.mark.parametrize("language", ["en", "zh", "pt-BR", "zh-Hant"])
def test_the_page_says_its_language(language: str) -> None:
    reader = _read(Report("T", (), "F", language))
    assert [each for each in reader.attributes if each[0] == "html"] == [("html", "lang", language)]


def test_a_language_stays_inside_its_attribute() -> None:
    reader = _read(Report("T", (), "F", 'en"><script>x</script>'))
    assert [value for tag, _, value in reader.attributes if tag == "html"] == [
        'en"><script>x</script>'
    ]


def test_the_page_stands_alone() -> None:
    page = render_html(Report("T", (Paragraph(plain("<script>", Tone.MUTED)),), "F", "en"))
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n')
    assert page.endswith("</html>\n")
    assert '<meta charset="utf-8">' in page
    for sign in ("<script", "http:", "https:", "src=", "href=", "@import", "url("):
        assert sign not in page
    assert '<p><span class="muted">&lt;script&gt;</span></p>' in page
