"""What stands in a definition is what a reader of the Markdown sees, character by character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rolecmp.rendering.markdown import escape, render_markdown
from rolecmp.rendering.report import (
    Block,
    Bullets,
    Column,
    Facts,
    Few,
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
    in_document,
    plain,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
EXAMPLES = (
    *(
        "a|b",
        "\\",
        "\\|",
        "<b>x</b>",
        "&amp;",
        "&#42;",
        "{x}",
        "$1$",
        ":smile:",
        "http://x",
        "a_b_",
    ),
    *("1. a", "1) a", "# a", "- a", "+ a", "* a", "> a", "a #", "a ##", "~~a~~", "`a`", "[a](b)"),
    *(
        "![a](b)",
        "[a]: b",
        "---",
        "===",
        "***",
        "**定价（含折扣）**由",
        "*a*",
        "<br/>",
        "<!-- a -->",
    ),
    *(
        "www.x.org",
        "a@b.cn",
        "a  b",
        " a",
        "a ",
        "a\nb",
        "a\n\nb",
        "a\n# b",
        "a  \nb",
        "\\\nb",
        "|",
    ),
    *(
        "：",
        "，",
        "（",
        "）。",
        "🙂",
        "👩‍👩‍👧",
        "https://例.cn",
        "```",
        "~~~",
        "    a",
        ": a",
        "% a",
        "10. a",
    ),
)
FRAGMENTS = st.sampled_from(
    [
        *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
        *"，。、；：？！（）【】《》“”…—",
        *"aZ09 产品",
        "  ",
        "\n",
        "🙂",
    ]
)


# A position is shown in another way than as it is written.
TONES = [tone for tone in Tone if tone is not Tone.POSITION]


def _as_defined(text: str) -> str:
    """Give a text as a definition can hold it: without newlines around it."""
    return text.strip("\n")


TEXTS = st.one_of(
    st.sampled_from(EXAMPLES),
    st.lists(st.one_of(FRAGMENTS, st.sampled_from(EXAMPLES)), max_size=8).map("".join),
).map(_as_defined)
FILLED = TEXTS.filter(lambda text: text.strip() != "")
LINES = st.one_of(
    st.builds(plain, TEXTS, st.sampled_from(TONES)),
    st.lists(st.builds(Span, TEXTS, st.sampled_from(TONES)), min_size=1, max_size=3).map(tuple),
)
FILLED_LINES = LINES.filter(lambda line: _text(line) == _as_defined(_text(line)).strip(" ") != "")


def _text(line: Line) -> str:
    return "".join(span.text for span in line)


def _content(token: Token) -> str:
    """Give what a reader sees of one cell, item, paragraph or heading."""
    out = ""
    begin, target = 0, ""
    for child in token.children or ():
        if child.type == "text":
            out += child.content
        elif child.type == "hardbreak" or (
            child.type == "html_inline" and child.content == "<br/>"
        ):
            out += "\n"
        elif child.type == "link_open":
            begin, target = len(out), str(child.attrs["href"])  # an address, which leads to itself
        elif child.type == "link_close":
            if target not in (scheme + out[begin:] for scheme in ("", "mailto:", "http://")):
                out += f"<{target}>"
        elif child.type not in ("strong_open", "strong_close", "em_open", "em_close"):
            out += f"<{child.type}>"  # never equal to what was asked for
    return out


def _strong(token: Token) -> list[str]:
    """Give the texts that are set in bold."""
    found: list[str] = []
    depth = 0
    for child in token.children or ():
        if child.type == "strong_open":
            depth += 1
            found.append("")
        elif child.type == "strong_close":
            depth -= 1
        elif depth:
            found[-1] += "\n" if child.type == "html_inline" else child.content
    return found


class Page(NamedTuple):
    """What a Markdown page consists of: kinds of blocks with their contents."""

    blocks: list[tuple[str, list[list[str]]]]

    def of(self, kind: str) -> list[list[list[str]]]:
        return [content for each, content in self.blocks if each == kind]


def _page(markdown: str) -> Page:
    blocks: list[tuple[str, list[list[str]]]] = []
    inside = ""
    for token in PARSER.parse(markdown):
        if token.type in ("bullet_list_open", "table_open"):
            inside = token.type.removesuffix("_open")
            blocks.append((inside, []))
        elif token.type in ("bullet_list_close", "table_close"):
            inside = ""
        elif token.type in ("tr_open", "list_item_open"):
            blocks[-1][1].append([])
        elif token.type in ("heading_open", "paragraph_open"):
            if not inside:
                blocks.append((token.type.removesuffix("_open") + token.markup, [[]]))
        elif token.type == "inline":
            blocks[-1][1][-1].append(_content(token))
        elif token.type in ("html_block", "code_block", "fence", "hr", "blockquote_open"):
            blocks.append((token.type, [[token.content]]))
        elif token.type == "ordered_list_open":
            blocks.append((token.type, [[]]))
    return Page(blocks)


def _report(*blocks: Block, title: str = "T", footer: str = "F") -> str:
    return render_markdown(Report(title, blocks, footer, "en"))


def _well_formed(markdown: str) -> None:
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")
    assert "\n\n\n" not in markdown
    assert "\r" not in markdown
    assert "<br>" not in markdown
    assert "<!--" not in markdown
    for line in markdown.split("\n"):
        assert line == line.rstrip(" \t"), line
        if line.startswith("|") or line.endswith("|"):
            assert line.startswith("|"), line
            assert line.endswith("|"), line
    # HTML folds runs of spaces into one, so each but the first is written as a reference.
    assert not re.search(r"\S  +\S", markdown), markdown


@pytest.mark.parametrize("text", [each for each in EXAMPLES if each])
def test_each_example_is_seen_as_written(text: str) -> None:
    markdown = _report(Paragraph(plain(text)), Bullets("L", (plain(text),)), title=text)
    _well_formed(markdown)
    assert _page(markdown).blocks == [
        ("heading##", [[text]]),
        ("paragraph", [[text]]),
        ("paragraph", [["L:"]]),
        ("bullet_list", [[text]]),
        ("paragraph", [["F"]]),
    ]


@given(FILLED)
def test_a_heading_is_seen_as_written(text: str) -> None:
    markdown = _report(title=text)
    _well_formed(markdown)
    assert _page(markdown).blocks == [("heading##", [[text]]), ("paragraph", [["F"]])]


@given(FILLED_LINES, FILLED)
def test_a_paragraph_is_seen_as_written(line: Line, footer: str) -> None:
    markdown = _report(Paragraph(line), footer=footer)
    _well_formed(markdown)
    assert _page(markdown).blocks == [
        ("heading##", [["T"]]),
        ("paragraph", [[_text(line)]]),
        ("paragraph", [[footer]]),
    ]


@given(FILLED, st.lists(FILLED_LINES, min_size=1, max_size=4))
def test_list_items_are_seen_as_written(lead: str, items: list[Line]) -> None:
    markdown = _report(Bullets(lead, tuple(items)))
    _well_formed(markdown)
    heading, lead_in, bullets, footer = _page(markdown).blocks
    assert lead_in in (("paragraph", [[lead + ":"]]), ("paragraph", [[lead + "："]]))
    assert bullets == ("bullet_list", [[_text(item)] for item in items])
    assert (heading[0], footer) == ("heading##", ("paragraph", [["F"]]))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(2, 4))
    row = st.tuples(*[LINES] * count)
    grouped = draw(st.booleans())
    title = FILLED.map(plain) if grouped else st.just(())
    groups = draw(
        st.lists(
            st.builds(Group, title, st.lists(row, min_size=1, max_size=3).map(tuple)),
            min_size=1,
            max_size=3,
        )
    )
    columns = tuple(Column(draw(FILLED)) for _ in range(count))
    return Table(columns, tuple(groups), "", draw(FILLED))


@given(tables())
def test_cells_are_seen_as_written(table: Table) -> None:
    grouped = any(group.title for group in table.groups)
    heads = [column.title for column in table.columns] + [table.group_title] * grouped
    rows = [
        [_text(cell) for cell in row] + [_text(group.title)] * grouped
        for group in table.groups
        for row in group.rows
    ]
    markdown = _report(table)
    _well_formed(markdown)
    assert _page(markdown).blocks == [
        ("heading##", [["T"]]),
        ("table", [heads, *rows]),
        ("paragraph", [["F"]]),
    ]
    lines = [line for line in markdown.split("\n") if line.startswith("|")]
    assert len(lines) == len(rows) + 2


@given(st.lists(st.tuples(FILLED, FILLED), min_size=1, max_size=3))
def test_facts_are_a_list(facts: list[tuple[str, str]]) -> None:
    rows = tuple((plain(name, Tone.MUTED), (plain(value),)) for name, value in facts)
    markdown = _report(Facts(rows))
    _well_formed(markdown)
    assert _page(markdown).of("bullet_list") == [[[f"{name}: {value}"] for name, value in facts]]


def test_of_many_pieces_a_document_shows_what_is_kept() -> None:
    few = Few(plain("3: "), ("a", "b", "c"), ", ", lambda count: f" and {count} more", 2, 90)
    side = SideBySide("Dim", ("A", "B"), ((plain("S"), ((few,), ())),), "nothing")
    assert "| **S** | 3: a, b and 1 more | *nothing* |" in _report(side)
    assert "- x: 3: a, b, c" in _report(Facts(((plain("x"), (few._replace(kept=3),)),)))


@st.composite
def sides(draw: st.DrawFn) -> SideBySide:
    count = draw(st.integers(2, 3))
    cells = st.tuples(*[st.lists(FILLED_LINES, max_size=3).map(tuple)] * count)
    sections = draw(st.lists(st.tuples(FILLED.map(plain), cells), min_size=1, max_size=3))
    heads = tuple(draw(FILLED) for _ in range(count))
    return SideBySide(draw(FILLED), heads, tuple(sections), draw(FILLED))


@given(sides())
def test_sides_are_seen_as_written(block: SideBySide) -> None:
    rows: list[list[str]] = []
    for title, cells in block.sections:
        for number in range(max(1, *(len(items) for items in cells))):
            row = [_text(title) if number == 0 else ""]
            for items in cells:
                gap = block.gap if number == 0 and not items else ""
                row.append(_text(in_document(items[number])) if number < len(items) else gap)
            rows.append(row)
    markdown = _report(block)
    _well_formed(markdown)
    assert _page(markdown).blocks == [
        ("heading##", [["T"]]),
        ("table", [[block.corner, *block.heads], *rows]),
        ("paragraph", [["F"]]),
    ]


@st.composite
def grids(draw: st.DrawFn, *, rows: int = 20, columns: int = 40) -> Grid:
    count = draw(st.integers(1, columns))
    cell = st.sampled_from([(), plain("A", Tone.OWNER), plain("A", Tone.CONFLICT), plain("R")])
    cells = st.lists(cell, min_size=count, max_size=count).map(tuple)
    group = draw(st.sampled_from([st.just(""), st.sampled_from(["Launch", "上市（首发）"])]))
    row = st.builds(GridRow, FILLED, st.one_of(st.just(()), FILLED.map(plain)), cells, group)
    total = Total(draw(FILLED), tuple(str(number) for number in range(count)))
    heads = tuple(Head(draw(FILLED), "") for _ in range(count))
    found = draw(st.lists(row, min_size=1, max_size=rows))
    return Grid("Topic", "Role", heads, draw(FILLED), tuple(found), (total,), "·")


def _shown(cell: Line) -> str:
    return _text(cell) or "·"


@given(grids())
def test_grids_are_seen_as_written_and_never_wide(block: Grid) -> None:
    markdown = _report(block)
    _well_formed(markdown)
    _, *tables, _ = _page(markdown).blocks
    widths = {len(row) for _, rows in tables for row in rows}
    assert max(widths) <= 14  # the names, twelve columns, and the findings
    if len(block.heads) > 12 >= len(block.rows):
        ((kind, (heads, *rows)),) = tables
        assert kind == "table"
        names = [
            (f"{row.group}: " if row.group else "")
            + (f"{row.name} ({_text(row.mark)})" if row.mark else row.name)
            for row in block.rows
        ]
        assert heads == ["Role", *names, block.totals[0].title]
        assert rows == [
            [head.name, *[_shown(row.cells[place]) for row in block.rows], str(place)]
            for place, head in enumerate(block.heads)
        ]
        return
    marked = any(row.mark for row in block.rows)
    start = 0
    for kind, (heads, *rows) in tables:
        assert kind == "table"
        end = start + len(heads) - 1 - marked
        names = [head.name for head in block.heads[start:end]]
        assert heads == ["Topic", *names, *[block.mark] * marked]
        body = []
        before = ""
        for row in block.rows:
            if row.group != before:
                body.append([row.group, *[""] * (end - start + marked)])
            before = row.group
            body.append([row.name, *map(_shown, row.cells[start:end]), *[_text(row.mark)] * marked])
        assert rows == [
            *body,
            [block.totals[0].title, *block.totals[0].figures[start:end], *[""] * marked],
        ]
        start = end
    assert start == len(block.heads)


def test_whoever_is_accountable_is_bold_in_a_grid() -> None:
    cells = (plain("A", Tone.OWNER), (Span("A", Tone.CONFLICT), Span(" "), Span("R")), ())
    heads = tuple(Head(name, "") for name in "xyz")
    grid = Grid("Topic", "Role", heads, "Finding", (GridRow("t", (), cells),), (), "·")
    assert "| t | **A** | **A** R | · |" in _report(grid)


@given(st.lists(st.builds(Span, TEXTS, st.sampled_from(TONES)), min_size=1, max_size=3))
def test_bold_is_used_only_where_it_parses_as_bold(spans: Sequence[Span]) -> None:
    row = (plain("a"), tuple(spans))
    markdown = _report(Table((Column("x"), Column("y")), (Group((), (row,)),)))
    cell = [token for token in PARSER.parse(markdown) if token.type == "inline"][4]
    marked = [each.text for each in spans if each.tone in (Tone.OWNER, Tone.STRONG)]
    # Neighbours in bold may be one run or two.
    assert _content(cell) == _text(tuple(spans))
    left = "".join(marked)
    for bold in _strong(cell):
        before, found, left = left.partition(bold)
        assert found == bold, (bold, marked, before)
        assert bold != ""


@pytest.mark.parametrize("tone", [Tone.STRONG, Tone.OWNER])
@pytest.mark.parametrize("text", ["A", "定价（含折扣）", "（A）", "*", "_a_", "a b", "\\"])
def test_a_whole_cell_is_set_in_bold(text: str, tone: Tone) -> None:
    row = (plain("a"), plain(text, tone))
    markdown = _report(Table((Column("x"), Column("y")), (Group((), (row,)),)))
    cell = [token for token in PARSER.parse(markdown) if token.type == "inline"][4]
    assert _strong(cell) == [text]


@pytest.mark.parametrize(
    "spans",
    [
        (Span("定价（含折扣）", Tone.STRONG), Span("由")),
        (Span("由"), Span("（定价）", Tone.STRONG), Span("负责")),
        (Span("a", Tone.STRONG), Span("b", Tone.OWNER)),
        (Span("*"), Span("a", Tone.STRONG)),
        (Span("a", Tone.STRONG), Span("：")),
        (Span("a", Tone.STRONG), Span("  ")),
        (Span("a  b", Tone.STRONG),),
    ],
)
def test_bold_text_and_its_neighbours_are_whole(spans: Line) -> None:
    row = (plain("a"), spans)
    markdown = _report(Table((Column("x"), Column("y")), (Group((), (row,)),)))
    _well_formed(markdown)
    assert _page(markdown).of("table") == [[["x", "y"], ["a", _text(spans)]]]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ('plain, (text) - it\'s "so"!', 'plain, (text) - it\'s "so"!'),
        ("产品，（市场）：定价。", "产品，（市场）：定价。"),
        ("a|b", "a&#124;b"),
        ("a\nb", "a<br/>b"),
        ("<b>", "&lt;b&gt;"),
        ("&amp;", "&amp;amp;"),
        ("{x}", "\\{x\\}"),
        ("$1$", "&#36;1&#36;"),
        ("http://x", "[http://x](http://x)"),
        (
            "见 https://x.cn/a_b?c=1&d。",
            "见 [https://x.cn/a\\_b?c=1&amp;d](https://x.cn/a_b?c=1&amp;d)。",
        ),
        ("(a_b@x.org)", "([a\\_b&#64;x.org](mailto:a_b@x.org))"),
        ("http://x.org/role_(pm)", "http&#58;//x.org/role\\_(pm)"),
        ("https://x.cn/路", "https&#58;//x.cn/路"),
        ("https://x/%zz", "https&#58;//x/%zz"),
        ("www.x.org", "[www.x.org](http://www.x.org)"),
        ("1. a", "1&#46; a"),
        ("1) a", "1&#41; a"),
        ("# a", "&#35; a"),
        ("- a", "&#45; a"),
        ("", ""),
    ],
)
def test_as_little_is_escaped_as_will_do(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_an_address_behind_an_exclamation_mark_is_no_image() -> None:
    spans = (Span("Look!", Tone.PLAIN), Span("http://x.org", Tone.PLAIN))
    assert _page(_report(Paragraph(spans))).blocks[1] == ("paragraph", [["Look!http://x.org"]])
    assert _page(_report(Paragraph(plain("!http://x")))).blocks[1] == ("paragraph", [["!http://x"]])


@pytest.mark.parametrize("level", range(1, 7))
def test_the_heading_has_the_level_asked_for(level: int) -> None:
    markdown = render_markdown(Report("T", (), "F", "en"), level)
    assert markdown == f"{'#' * level} T\n\nF\n"


def test_a_heading_of_level_0_is_none() -> None:
    assert render_markdown(Report("T", (Paragraph(plain("a")),), "F", "en"), 0) == "a\n\nF\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("import it", "&#105;mport it"),
        ("export it", "&#101;xport it"),
        ("imported goods", "imported goods"),
        ("an import", "an import"),
    ],
)
def test_a_paragraph_is_no_javascript_to_mdx(text: str, written: str) -> None:
    """MDX takes a paragraph that begins so for a module, and refuses the page."""
    report = Report("T", (Paragraph(plain(text)), Bullets(text, (plain(text),))), text, "en")
    assert render_markdown(report) == (
        f"## T\n\n{written}\n\n{written}:\n\n- {text}\n\n{written}\n"
    )
    assert _page(render_markdown(report)).of("paragraph") == [[[text]], [[f"{text}:"]], [[text]]]


def test_a_report_whole() -> None:
    report = Report(
        "A and B",
        (
            Paragraph((Span("x"), Span("y", Tone.STRONG))),
            SideBySide(
                "Dim", ("A", "B"), ((plain("S"), ((plain("1"), plain("2")), ())),), "nothing"
            ),
            Table(
                (Column("Topic"), Column("A")),
                (Group(plain("One"), ((plain("t"), plain("A", Tone.OWNER)),)),),
                "Topics",
                "Standing",
            ),
            Bullets("Notes", (plain("n"),)),
        ),
        "Catalog: here",
        "en",
    )
    assert render_markdown(report) == (
        "## A and B\n\n"
        "xy\n\n"
        "| Dim | A | B |\n"
        "| --- | --- | --- |\n"
        "| **S** | 1 | *nothing* |\n"
        "| | 2 | |\n\n"
        "Topics:\n\n"
        "| Topic | A | Standing |\n"
        "| --- | --- | --- |\n"
        "| t | **A** | One |\n\n"
        "Notes:\n\n"
        "- n\n\n"
        "Catalog: here\n"
    )


POSITIONS = {
    "roles/pm.yaml:7": "[roles/pm.yaml](roles/pm.yaml)",
    "../a b/产品.yaml:7": "[../a b/产品.yaml](../a%20b/%E4%BA%A7%E5%93%81.yaml)",
    "a(_b_)/x.yaml:1": "[a(\\_b\\_)/x.yaml](a%28_b_%29/x.yaml)",
    "/tmp/roles/pm.yaml:1": "[/tmp/roles/pm.yaml](/tmp/roles/pm.yaml)",
    "builtin/pm.yaml:7": "builtin/pm.yaml",
    "HEAD:roles/pm.yaml:7": "HEAD:roles/pm.yaml",
}


@pytest.mark.parametrize("text", POSITIONS)
def test_a_position_is_a_link_to_the_file_without_the_line(text: str) -> None:
    markdown = _report(Paragraph((Span(text, Tone.POSITION),)))
    assert markdown.split("\n\n")[1] == POSITIONS[text]
