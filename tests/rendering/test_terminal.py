"""No text is lost on a screen, no line is too wide, and nothing in a text is obeyed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len  # noqa: TID251  the measure that the bar is set in

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
from rolecmp.rendering.terminal import render_terminal
from rolecmp.visible import visible

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
CONTROLS = "\x00\x07\x08\x0b\x0c\x1b\x7f\x85\x9b\u2028\u2029\ufeff"
SGR = re.compile(r"\x1b\[[0-9;]*m")
# Not among them: │ ─ •, which the program draws itself, so that they can be taken out again.
PIECES = st.one_of(
    st.sampled_from(["a", "the", "word", "long-windedness", "x" * 50, "[bold]", "[/]", ":smile:"]),
    st.sampled_from(
        ["产品", "市场定价", "，", "。", "（含折扣）", "“对内”", "《书》", "很长" * 30]
    ),
    st.sampled_from(
        ["🙂", "👩‍👩‍👧", "❤️", "🇨🇳", "👍🏽", "e\u0301", "n\u0303\u0323", "क्षि", "ｶﾞ", "\u0301"]
    ),
    st.sampled_from([" ", "  ", "\n", *BIDI, *CONTROLS, "\x1b[31m", "\x1b]0;x\x07", "\r\n", "\t"]),
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)
LINES = st.lists(st.builds(Span, TEXTS, st.sampled_from(Tone)), min_size=1, max_size=3).map(tuple)
WIDTHS = st.integers(20, 200)


@st.composite
def sides(draw: st.DrawFn) -> SideBySide:
    count = draw(st.integers(2, 4))
    cells = st.tuples(*[st.lists(LINES, max_size=3).map(tuple)] * count)
    sections = draw(st.lists(st.tuples(TEXTS.map(plain), cells), min_size=1, max_size=3))
    heads = tuple(draw(TEXTS) for _ in range(count))
    return SideBySide("corner", heads, tuple(sections), "nothing")


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(2, 4))
    rows = st.lists(st.tuples(*[LINES] * count), min_size=1, max_size=3).map(tuple)
    title = LINES if draw(st.booleans()) else st.just(())
    groups = draw(st.lists(st.builds(Group, title, rows), min_size=1, max_size=2))
    column = st.builds(Column, TEXTS, st.sampled_from([0, 10, 24]), st.booleans())
    columns = tuple(draw(column) for _ in range(count))
    return Table(columns, tuple(groups), draw(TEXTS), "standing", draw(st.integers(1, 2)))


CELLS = st.lists(st.sampled_from("ARCI"), max_size=4, unique=True).map(
    lambda found: tuple(
        piece for letter in found for piece in (Span(" "), Span(letter, Tone.OWNER))
    )[1:]
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    count = draw(st.one_of(st.integers(0, 4), st.integers(0, 60)))
    heads = tuple(Head(draw(TEXTS), draw(st.sampled_from(["pm", "x" * 9]))) for _ in range(count))
    cells = st.lists(CELLS, min_size=count, max_size=count).map(tuple)
    row = st.builds(GridRow, TEXTS, st.one_of(st.just(()), TEXTS.map(plain)), cells)
    rows = tuple(draw(st.lists(row, max_size=4)))
    figures = tuple(str(number) for number in range(count))
    totals = draw(st.sampled_from([(), (Total("Owns", figures), Total("最终负责", figures))]))
    return Grid("Topic", "Role", heads, "Finding", rows, totals, "·")


BLOCKS = st.one_of(
    st.builds(Paragraph, LINES),
    st.builds(Bullets, TEXTS, st.lists(LINES, max_size=3).map(tuple)),
    sides(),
    tables(),
    grids(),
)
REPORTS = st.builds(
    Report, TEXTS, st.lists(BLOCKS, max_size=3).map(tuple), TEXTS, st.sampled_from(["en", "zh"])
)


def _screen(width: int, *blocks: Block) -> list[str]:
    """Lay out blocks, and give the lines between the title and the footer."""
    text = render_terminal(Report("T", blocks, "F", "en"), width, color=False)
    lines = text.split("\n")
    assert lines[:2] == ["T", ""]
    assert lines[-3:] == ["", "F", ""]
    return lines[2:-3]


def _dense(text: str) -> str:
    """Give what must not be lost: the characters, made visible, without spaces and newlines."""
    return re.sub(r"[ \n]", "", visible(text, "\n"))


def _text(line: Line) -> str:
    return "".join(span.text for span in line)


@given(REPORTS, WIDTHS)
def test_no_line_is_wider_than_the_screen(report: Report, width: int) -> None:
    text = render_terminal(report, width, color=False)
    assert [line for line in text.split("\n") if cell_len(line) > width] == []


@given(REPORTS, WIDTHS, st.booleans())
def test_nothing_reaches_the_terminal_that_it_would_obey(
    report: Report, width: int, color: bool
) -> None:
    text = SGR.sub("", render_terminal(report, width, color=color))
    assert [
        char
        for char in text.replace("\n", "")
        if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in BIDI + "\ufeff"
    ] == []


@given(REPORTS, WIDTHS)
def test_colour_changes_no_text(report: Report, width: int) -> None:
    plain_text = render_terminal(report, width, color=False)
    colored = render_terminal(report, width, color=True)
    assert "\x1b" not in plain_text
    assert SGR.sub("", colored) == plain_text
    # Each colour ends on the line it began on.
    for line in colored.split("\n"):
        starts = [match != "\x1b[0m" for match in SGR.findall(line)]
        assert starts == [True, False] * (len(starts) // 2)


@given(REPORTS, WIDTHS)
def test_lines_end_in_no_space_and_the_text_in_one_newline(report: Report, width: int) -> None:
    text = render_terminal(report, width, color=False)
    assert [line for line in text.split("\n") if line != line.rstrip(" ")] == []
    assert text.endswith("\n")
    last = visible(report.footer, "\n").rstrip(" ")
    if last and not last.endswith("\n"):
        assert not text.endswith("\n\n")


@given(LINES, WIDTHS)
def test_a_paragraph_is_whole(line: Line, width: int) -> None:
    assert _dense("".join(_screen(width, Paragraph(line)))) == _dense(_text(line))


@given(TEXTS, st.lists(LINES, max_size=4), WIDTHS)
def test_bullets_are_whole(lead: str, items: list[Line], width: int) -> None:
    lines = _screen(width, Bullets(lead, tuple(items)))
    wanted = _dense(lead) + "".join("•" + _dense(_text(item)) for item in items)
    assert _dense("".join(lines)) == wanted


@given(sides(), WIDTHS)
def test_sides_are_whole(block: SideBySide, width: int) -> None:
    found = Counter(_dense("".join(_screen(width, block))))
    wanted: Counter[str] = Counter()
    for title, cells in block.sections:
        wanted += Counter(_dense(_text(title)))
        for items in cells:
            wanted += Counter(
                "".join("•" + _dense(_text(in_document(item))) for item in items) or "–nothing"
            )
    for head in block.heads:
        wanted += Counter(_dense(head))
    assert wanted - found == Counter()


@given(tables(), WIDTHS)
def test_tables_are_whole(block: Table, width: int) -> None:
    found = Counter(_dense("".join(_screen(width, block))))
    wanted = Counter(_dense(block.title))
    for group in block.groups:
        wanted += Counter(_dense(_text(group.title)))
        for row in group.rows:
            wanted += Counter(_dense("".join(_text(cell) for cell in row)))
    assert wanted - found == Counter()


@given(grids(), WIDTHS)
def test_the_words_of_a_grid_are_whole(block: Grid, width: int) -> None:
    found = Counter(_dense("".join(_screen(width, block))))
    wanted = Counter(_dense("".join(head.name for head in block.heads).replace("\n", "")))
    for row in block.rows:
        wanted += Counter(_dense(row.name.replace("\n", "")) + _dense(_text(row.mark)))
    assert wanted - found == Counter()


PROSE = "Analyses competitors, and researches the market"


SIDES = SideBySide(
    "Dim",
    ("Product", "市场"),
    (
        (plain("View"), ((plain(PROSE), plain("b")), ())),
        (plain("责任"), ((), (plain("确定市场定位，以整体产品战略为框架（含定价）。"),))),
    ),
    "not described",
)


def test_columns_side_by_side() -> None:
    assert _screen(55, SIDES) == [
        "      Product                  市场",
        "───────────────────────────────────────────────────────",
        "View  • Analyses competitors,  – not described",
        "        and researches the",
        "        market",
        "      • b",
        "",
        "责任  – not described          • 确定市场定位，以整体产",
        "                                 品战略为框架（含定",
        "                                 价）。",
    ]


def test_columns_too_narrow_to_read_are_stacked() -> None:
    assert _screen(40, SIDES) == [
        "View",
        "Product",
        "• Analyses competitors, and researches",
        "  the market",
        "• b",
        "市场",
        "– not described",
        "",
        "责任",
        "Product",
        "– not described",
        "市场",
        "• 确定市场定位，以整体产品战略为框架（含",
        "  定价）。",
    ]


def test_columns_keep_two_cells_apart() -> None:
    word = plain("x" * 100)
    columns = (Column(""), Column("", least=9), Column(""))
    table = Table(columns, (Group((), ((plain("a"), word, plain("y")),)),))
    assert _screen(40, table)[0] == f"a  {'x' * 34}  y"


def few(count: int) -> Few:
    pieces = tuple(f"piece-{number}" for number in range(count))
    return Few(plain(f"{count}: "), pieces, ", ", lambda left: f" and {left} more", count, 90)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("count", [1, 3, 8, 9, 30])
def test_of_many_pieces_as_many_as_a_few_lines_hold(width: int, count: int) -> None:
    block = SideBySide("", ("A", "B"), ((plain("S"), ((few(count),), ())),), "-", bulleted=False)
    shown = " ".join(" ".join(_screen(width, block)).split())
    pieces = re.findall(r"piece-\d+", shown)
    more = re.search(r"and (\d+) more", shown)
    assert pieces == [f"piece-{number}" for number in range(len(pieces))]
    assert len(pieces) + (int(more[1]) if more else 0) == count
    assert more is None or 3 <= len(pieces) < count
    assert count > 8 or more is None


def test_all_but_one_may_be_shown() -> None:
    long = few(3)._replace(pieces=("piece-0", "piece-1", "x" * 300))
    lines = _screen(60, Facts(((plain("S"), (long,)),)))
    assert lines == ["S  3: piece-0, piece-1 and 1 more"]


def test_a_name_before_many_pieces_takes_its_place() -> None:
    cells = ((few(30),), (few(30),))
    block = SideBySide("", ("A" * 26, "B"), ((plain("Section"), cells),), "-", bulleted=False)
    lines = _screen(30, block)
    assert lines[:2] == ["Section", f"{'A' * 26}:"]
    assert [line.startswith("  ") for line in lines].count(True) == 3 + 3
    assert lines[5].startswith("B: 30: piece-0")


def test_facts_stand_in_line_with_the_columns_above_them() -> None:
    side = SideBySide("", ("A", "B"), ((plain("Longer label"), ((plain("x"),), ())),), "-", False)
    lines = _screen(60, side, Facts(((plain("Fact"), (plain("said"), plain("more"))),)))
    assert lines[2].index("x") == lines[4].index("said") == lines[5].index("more") == 14
    assert lines[4].startswith("Fact ")


def test_facts_on_a_screen_too_narrow_stand_below_their_labels() -> None:
    assert _screen(24, Facts(((plain("A label"), (plain("what is said of it"),)),))) == [
        "A label",
        "  what is said of it",
    ]


def test_a_compact_report_has_no_empty_lines() -> None:
    blocks = (Paragraph(plain("P")), Facts(((plain("L"), (plain("x"),)),)), Paragraph(plain("Q")))
    report = Report("T", blocks, "F", "en")
    assert render_terminal(report, 40, color=False) == "T\n\nP\n\nL  x\n\nQ\n\nF\n"
    compact = report._replace(compact=True)
    assert render_terminal(compact, 40, color=False) == "T\nP\nL  x\nQ\nF\n"


TABLE = Table(
    (Column("Topic", least=10), Column("Owner"), Column("Why", least=12)),
    (
        Group(plain("Shared"), ((plain("定价"), plain("A R"), plain("because it is so")),)),
        Group(plain("One"), ((plain("Launch"), plain(""), plain("x")),)),
    ),
    title="Topics",
)


def test_a_table_in_groups() -> None:
    assert _screen(60, TABLE) == [
        "Topics",
        "Topic     Owner  Why",
        "─────────────────────────────────",
        "Shared",
        "  定价    A R    because it is so",
        "",
        "One",
        "  Launch         x",
    ]
    assert _screen(30, TABLE)[1:5] == [
        "Topic     Owner  Why",
        "──────────────────────────────",
        "Shared",
        "  定价    A R    because it is",
    ]


def test_the_column_gives_way_that_makes_the_fewest_lines() -> None:
    names = ("Product vision", "Product strategy", "Business value")
    owners = ("Product manager", "Product manager, Sales manager and others", "Product manager")
    rows = tuple((plain(name), plain(owner)) for name, owner in zip(names, owners, strict=True))
    table = Table((Column("Topic", least=8), Column("Owner", least=8)), (Group((), rows),))
    assert _screen(36, table)[2:] == [
        "Product vision    Product manager",
        "Product strategy  Product manager,",
        "                  Sales manager and",
        "                  others",
        "Business value    Product manager",
    ]


def test_a_table_too_wide_is_stacked() -> None:
    assert _screen(20, TABLE) == [
        "Topics",
        "",
        "Shared",
        "定价",
        "  Owner: A R",
        "  Why: because it",
        "    is so",
        "",
        "One",
        "Launch",
        "  Why: x",
    ]


def test_without_unicode_the_drawing_is_ascii() -> None:
    report = Report(
        "T",
        (
            SideBySide("", ("a", "b"), ((plain("s"), ((plain("x"),), ())),), "-"),
            Bullets("L", (plain("y"),)),
        ),
        "F",
        "en",
    )
    text = render_terminal(report, 40, color=False, unicode=False)
    assert [char for char in text if not char.isascii()] == []
    assert "s  * x  - -" in text
    assert "\n---" in text
    assert "\n* y\n" in text


def _wide_cells(text: str) -> int:
    return cell_len(text) + sum(
        unicodedata.east_asian_width(char) == "A" and cell_len(char) == 1 for char in text
    )


@given(REPORTS, WIDTHS)
def test_no_line_is_wider_than_a_screen_that_draws_ambiguous_characters_wide(
    report: Report, width: int
) -> None:
    text = render_terminal(report, width, color=False, wide=True)
    assert [line for line in text.split("\n") if _wide_cells(line) > width] == []


def test_columns_stand_in_line_where_ambiguous_characters_are_wide() -> None:
    rows = tuple((plain(name), plain("x")) for name in ("“对内”·§", "βγ", "ab", "产品"))
    report = Report("T", (Table((Column("a"), Column("b")), (Group((), rows),)),), "F", "zh")
    lines = render_terminal(report, 60, color=False, wide=True).split("\n")[3:8]
    assert lines[0].isascii()  # the lines of a table are ambiguous too
    assert [_wide_cells(line[: line.index("x")]) for line in lines[1:]] == [14] * 4
    narrow = render_terminal(report, 60, color=False).split("\n")[4:8]
    assert [cell_len(line[: line.index("x")]) for line in narrow] == [10] * 4


def test_a_word_of_ambiguous_letters_stays_whole() -> None:
    report = Report("T", (Paragraph(plain("один два три")),), "F", "en")
    lines = render_terminal(report, 15, color=False, wide=True).split("\n")
    assert lines[2:4] == ["один два", "три"]


@pytest.mark.parametrize("text", ["[bold]x[/bold]", ":smile:", "[link=http://x]y[/]", "\\[b]"])
def test_no_text_is_taken_for_markup(text: str) -> None:
    assert _screen(60, Paragraph(plain(text))) == [text]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb", "a\\u202eb"),
        ("\u2066a\u2069", "\\u2066a\\u2069"),
        ("a\x07", "a\\x07"),
        ("\ufeffa", "\\ufeffa"),
        ("a\u2028b", "a\\u2028b"),
        ("a\tb", "a\\x09b"),
        ("a\rb", "a\\x0db"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert _screen(60, Paragraph(plain(text))) == [shown]


def test_a_position_is_a_link_where_links_are_asked_for() -> None:
    line = plain("roles/定 a.yaml:7", Tone.POSITION)
    report = Report("T", (Paragraph(line),), "F", "en")
    linked = render_terminal(report, 80, color=True, links=True)
    assert re.search(r"\x1b\]8;[^;]*;file:///[^\x1b]*/roles/%E5%AE%9A%20a\.yaml\x1b\\", linked)
    plain_text = render_terminal(report, 80, color=True)
    assert "\x1b]8" not in plain_text
    assert "\x1b" not in render_terminal(report, 80, color=False, links=True)
    builtin = Report("T", (Paragraph(plain("builtin/pm.yaml:7", Tone.POSITION)),), "F", "en")
    assert "\x1b]8" not in render_terminal(builtin, 80, color=True, links=True)
