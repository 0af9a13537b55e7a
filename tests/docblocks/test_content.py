"""A content says the same to us and to a parser, and whatever formatter has laid it out anew."""

from __future__ import annotations

import re
from pathlib import Path

import mdformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.docblocks.content import digest, parsed, written
from rolecmp.rendering.markdown import escape, render_markdown
from rolecmp.rendering.report import (
    Bullets,
    Column,
    Group,
    Paragraph,
    Report,
    Span,
    Table,
    Tone,
    plain,
)

FORMATTED = Path(__file__).parent / "formatted"
EXPECTED = Path(__file__).parents[1] / "expected"
WIDTHS = {"keep": "keep", "no": "no", "60": 60}


def contents(text: str) -> list[str]:
    """Give the contents of a document's blocks."""
    return re.findall(
        r"(?s)(?:<!--|\{/\*) rolecmp: .*?(?:-->|\*/\})\n(.*?)(?:<!--|\{/\*) /rolecmp", text
    )


ORIGINAL = (FORMATTED / "original.md").read_text("utf-8")
SAID = [written(each) for each in contents(ORIGINAL)]


def test_the_original_has_every_kind_of_block() -> None:
    assert len(SAID) == 24
    for mark in ("### ", "| --- |", "- ", "**A**", "*not described*", "\\[", "&#", "]("):
        assert mark in ORIGINAL


@pytest.mark.parametrize(
    "path", sorted(FORMATTED.glob("[!o]*.md*")), ids=lambda path: str(path.name)
)
def test_what_real_formatters_made_of_it_says_the_same(path: Path) -> None:
    """The documents are what the programs wrote; `record.py` beside them writes them again."""
    text = path.read_text("utf-8")
    assert contents(text) != contents(ORIGINAL)
    assert [parsed(each) for each in contents(text)] == SAID


@pytest.mark.no_cover
@pytest.mark.parametrize("wrap", WIDTHS)
def test_what_mdformat_makes_of_it_says_the_same(wrap: str) -> None:
    text = mdformat.text(ORIGINAL, options={"wrap": WIDTHS[wrap]}, extensions={"gfm"})
    assert contents(text) != contents(ORIGINAL)
    assert [parsed(each) for each in contents(text)] == SAID
    assert contents(mdformat.text(text, options={"wrap": WIDTHS[wrap]}, extensions={"gfm"})) == (
        contents(text)
    )


@pytest.mark.parametrize("path", sorted(EXPECTED.glob("*.md")), ids=lambda path: str(path.name))
def test_every_answer_says_to_a_parser_what_it_says_to_us(path: Path) -> None:
    text = path.read_text("utf-8")
    assert parsed(text) == written(text)


PIECES = st.sampled_from(
    [
        *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", *"，。、；：（）“”", *"aZ09 产品", "  ", "\n", "🙂",
        "**a**", "[a](b)", "<b>", "<br/>", "&amp;", "&#42;", "1. a", "- a", "# a", "---", "http://x",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join).map(lambda text: text.strip("\n "))
# A position is shown in another way than as it is written.
TONES = [tone for tone in Tone if tone is not Tone.POSITION]
SPANS = st.builds(Span, TEXTS.filter(bool), st.sampled_from(TONES))
LINES = st.lists(SPANS, min_size=1, max_size=3).map(tuple)


@given(TEXTS.filter(bool), LINES, st.lists(LINES, max_size=3), st.lists(LINES, max_size=3), TEXTS)
def test_whatever_is_rendered_says_to_a_parser_what_it_says_to_us(
    title: str, line: object, items: list[object], cells: list[object], footer: str
) -> None:
    columns = (Column("a"), Column(title))
    rows = tuple((cell, plain("")) for cell in cells)
    report = Report(
        title,
        (
            Paragraph(line),  # type: ignore[arg-type]
            Bullets(title, tuple(items), "none"),  # type: ignore[arg-type]
            Table(columns, (Group((), rows),)),  # type: ignore[arg-type]
        ),
        footer,
        "en",
    )
    text = render_markdown(report, 3)
    assert parsed(text) == written(text), text


EDITS = {
    "a word": ("owned", "settled"),
    "emphasis": ("plain", "**plain**"),
    "another emphasis": ("**bold**", "*bold*"),
    "no emphasis": ("**bold**", "bold"),
    "a heading's level": ("## Head", "### Head"),
    "a list item": ("- item\n", "- item\n- more\n"),
    "a paragraph for an item": ("- item\n", "item\n"),
    "a cell": ("| x |", "| y |"),
    "a column": (
        "| b |\n| --- | --- |\n| x | owned |",
        "| b | c |\n| --- | --- | --- |\n| x | owned | z |",
    ),
    "a row": ("| x | owned |\n", ""),
    "a link": ("[t](a.md)", "[t](b.md)"),
    "a link that is none": ("[t](a.md)", "t"),
    "code": ("plain", "`plain`"),
    "a picture": ("plain", "![plain](x.png)"),
    "a fence": ("plain", "```\nplain\n```"),
    "a quote": ("plain", "> plain"),
    "a nested list": ("- item\n", "- item\n  - more\n"),
    "numbers": ("- item\n", "1. item\n"),
    "raw HTML": ("plain", "<b>plain</b>"),
    "a hyphen": ("well-known", "well known"),
    "a bracket": ("\\[A\\]", "A"),
    "a break": ("<br/>", " "),
    "a rule": ("plain", "plain\n\n---"),
}
SAMPLE = (
    "## Head\n\nplain and **bold** well-known \\[A\\]<br/>[t](a.md)\n\n- item\n\n"
    "| a | b |\n| --- | --- |\n| x | owned |\n"
)


@pytest.mark.parametrize("name", EDITS)
def test_what_a_hand_changes_is_told(name: str) -> None:
    old, new = EDITS[name]
    edited = SAMPLE.replace(old, new)
    assert edited != SAMPLE
    assert parsed(SAMPLE) == written(SAMPLE)
    assert parsed(edited) != written(SAMPLE)
    assert written(edited) != written(SAMPLE)


SAME = {
    "underscores": ("plain and **bold**", "plain and __bold__"),
    "aligned": ("| x | owned |", "|   x  |owned|"),
    "a delimiter": ("| --- | --- |", "|:---|:-:|"),
    "wrapped": ("plain and", "plain\nand"),
    "escapes": ("well-known \\[A\\]", "well\\-known &#91;A]"),
    "a bullet": ("- item", "* item"),
    "a break for MDX": ("<br/>", "<br />"),
    "a heading underlined": ("## Head", "Head\n---"),
    "a link in brackets": ("(a.md)", "(<a.md>)"),
}


@pytest.mark.parametrize("name", SAME)
def test_what_only_looks_different_is_the_same(name: str) -> None:
    old, new = SAME[name]
    assert SAMPLE.replace(old, new) != SAMPLE
    assert parsed(SAMPLE.replace(old, new)) == written(SAMPLE)


def test_chinese_is_wrapped_without_a_space_and_a_space_in_it_is_told() -> None:
    assert parsed("写进文档，\n再读一遍\n") == written("写进文档，再读一遍\n")
    assert parsed("文档 A\n与 B\n") == written("文档 A 与 B\n")
    assert parsed("文档A\n") != written("文档 A\n")


def test_the_digest_is_eight_digits() -> None:
    assert re.fullmatch("[0-9a-f]{8}", digest(written(escape("产品"))))
    assert digest("a") != digest("b")
