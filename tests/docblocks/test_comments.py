"""What is taken for code is what CommonMark takes for code: held against a whole parser."""

from __future__ import annotations

import itertools
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rolecmp.docblocks.comments import (
    HTML,
    MAX_DEPTH,
    MDX,
    Comment,
    Place,
    comments,
    front_matter,
)

PARSER = MarkdownIt("commonmark", {"maxNesting": 1000})
MARK = "<!-- mark -->"


def ours(text: str, *, mdx: bool = False) -> list[Comment]:
    return comments(text.split("\n"), mdx=mdx)


def theirs(text: str) -> list[str]:
    """Give the comments that markdown-it finds outside code."""
    seen = []
    for token in PARSER.parse(text):
        if token.type == "html_block":
            seen.append(token.content)
        seen += [child.content for child in token.children or () if child.type == "html_inline"]
    return [found for content in seen for found in re.findall("mark [0-9]+", content)]


MARKERS = ["-", "*", "1.", "7)", ">", "> >", "- -", "> -", "- >", "2. -"]
LEAVES = [
    MARK,
    f"{MARK} text",
    f"text {MARK}",
    f"`{MARK}`",
    f"`` {MARK} ` ``",
    f"\\{MARK}",
    f"\\`{MARK}`",
    f"``{MARK}`",
    f"# {MARK}",
    f"a | {MARK}",
    f"<b>{MARK}</b>",
    "text",
    "```",
    "```` sh",
    "``` a`b",
    "~~~",
    "~~~~ `x`",
    "```x",
    "# head",
    "---",
    "===",
    "***",
    "<div>",
    "</div>",
    "<b>",
    "<pre>",
    "</pre>",
    "<!-- open",
    "-->",
    "",
    "",
    "",
    "|",
]
LINES = st.builds(
    lambda indent, prefixes, leaf: indent + "".join(prefixes) + leaf,
    st.sampled_from(
        ["", "", "", " ", "  ", "   ", "    ", "     ", "      ", "\t", "  \t", "\t\t"]
    ),
    st.lists(
        st.builds(
            lambda marker, gap: marker + gap,
            st.sampled_from(MARKERS),
            st.sampled_from([" ", " ", " ", "  ", "     ", "\t", ""]),
        ),
        max_size=2,
    ),
    st.sampled_from(LEAVES),
)


def _misread(lines: list[str]) -> bool:
    """Tell whether markdown-it may stray from CommonMark here.

    In and behind containers it lets lines that are indented by four begin blocks. The file of
    reference documents has such ones.
    """
    nested = any(re.match(r"\s*([-*>]|[0-9])", line) for line in lines)
    return nested and any(
        re.match(r" {4}| *\t", line) and (before.strip() or line.lstrip().startswith(">"))
        for before, line in itertools.pairwise(["", *lines])
    )


@given(st.lists(LINES, min_size=1, max_size=9))
@example(["- item", "  ```", "  code", MARK])
@example(["- item", "", "      code", f"      {MARK}"])
@example(["> ```", MARK])
@example(["1. a", "", "       " + MARK, "    " + MARK])
def test_comments_stand_where_a_whole_parser_finds_them(lines: list[str]) -> None:
    assume(not _misread(lines))
    text = "\n".join(["text", "", *lines])  # so that no line begins metadata
    numbers = itertools.count()
    text = re.sub("mark", lambda _: f"mark {next(numbers)}", text)

    found = [each.text.strip() for each in ours(text) if each.text.startswith(" mark ")]

    assert found == theirs(text), text


REFERENCE: list[tuple[str, list[int]]] = json.loads(
    Path(__file__).with_name("commonmark.json").read_text("utf-8")
)


def test_comments_stand_where_the_reference_implementation_finds_them() -> None:
    """Each document comes with the comments that commonmark.js 0.31.2 finds outside code."""
    assert len(REFERENCE) == 500
    wrong = [
        text
        for text, found in REFERENCE
        if [f" mark {number} " for number in found]
        != [each.text for each in ours(text) if each.text.startswith(" mark ")]
    ]
    assert wrong == []


PLACES: dict[str, tuple[str, list[tuple[int, int, Place]]]] = {
    "alone": (MARK, [(1, 1, Place.LINE)]),
    "with spaces behind": (f"{MARK}  \t", [(1, 1, Place.LINE)]),
    "after a paragraph": (f"a\n{MARK}\nb", [(2, 1, Place.LINE)]),
    "after a list with a fence": (f"- ```\n{MARK}", [(2, 1, Place.LINE)]),
    "after a quote with a fence": (f"> ~~~\n{MARK}", [(2, 1, Place.LINE)]),
    "in a div": (f"<div>\n{MARK}\n</div>", [(2, 1, Place.LINE)]),
    "indented": (f"   {MARK}", [(1, 4, Place.ELSEWHERE)]),
    "indented by much in a paragraph": (f"a\n      {MARK}", [(2, 7, Place.ELSEWHERE)]),
    "in a list": (f"- a\n\n  {MARK}", [(3, 3, Place.ELSEWHERE)]),
    "in a list by a tab": (f"-\ta\n\n\t{MARK}", [(3, 2, Place.ELSEWHERE)]),
    "in a quote": (f"> {MARK}", [(1, 3, Place.ELSEWHERE)]),
    "in a sentence": (f"产品 {MARK} 经理", [(1, 4, Place.ELSEWHERE)]),
    "before text": (f"{MARK} a", [(1, 1, Place.ELSEWHERE)]),
    "two": (f"{MARK}{MARK}", [(1, 1, Place.ELSEWHERE), (1, 14, Place.ELSEWHERE)]),
    "in a heading": (f"## {MARK}", [(1, 4, Place.ELSEWHERE)]),
    "in a cell": (f"| a |\n|---|\n| {MARK} |", [(3, 3, Place.ELSEWHERE)]),
    "in pre": (f"<pre>\n\n{MARK}\n</pre>", [(3, 1, Place.HIDDEN)]),
    "in an instruction": (
        f"<?php\n\n{MARK}\n?>\n{MARK}",
        [(3, 1, Place.HIDDEN), (5, 1, Place.LINE)],
    ),
    "in a declaration": (f"<!X\n{MARK}\n{MARK}", [(2, 1, Place.HIDDEN), (3, 1, Place.LINE)]),
    "in character data": (f"<![CDATA[\n{MARK}\n]]>", [(2, 1, Place.HIDDEN)]),
    "in a comment": (f"<!--\n{MARK}", [(1, 1, Place.ELSEWHERE), (2, 1, Place.HIDDEN)]),
    "in a list item that begins empty": (f"-\n    {MARK}", [(2, 5, Place.ELSEWHERE)]),
    "behind an empty list item": (f"-\n\n    {MARK}", []),
    "behind what closes no fence": (f"```\n```x\n``\n    ```\n{MARK}", []),
    "behind a longer fence": (f"```\n`````  \n{MARK}", [(3, 1, Place.LINE)]),
    "in a fence": (f"```\n{MARK}\n```", []),
    "in a fence that is not closed": (f"~~~\n{MARK}\n```\n{MARK}", []),
    "in a longer fence": (f"````\n```\n{MARK}\n```\n````", []),
    "in a fence in a list": (f"1. a\n   ```\n   {MARK}\n   ```", []),
    "in a fence in a quote": (f"> ```\n> {MARK}", []),
    "in code by indentation": (f"a\n\n    {MARK}", []),
    "in code by a tab": (f"\t{MARK}", []),
    "in a code span": (f"a `{MARK}` b", []),
    "in a code span over lines": (f"a `b\n    {MARK}\nc` d", []),
    "with two backticks": (f"``a ` {MARK}``", []),
    "behind a backtick alone": (f"a ` {MARK}", [(1, 5, Place.ELSEWHERE)]),
    "escaped": (f"\\{MARK}", []),
    "behind a fence with a backtick": (f"``` a`\n{MARK}", [(2, 1, Place.LINE)]),
    "in metadata": (f"---\ntitle: x {MARK}\n---\n{MARK}", [(4, 1, Place.LINE)]),
    "in a tag": (f'a <b title="{MARK}">', []),
    "behind a tag with a backtick": (f'<b title="`">{MARK}`', [(1, 14, Place.ELSEWHERE)]),
    "shortest": ("<!-->", [(1, 1, Place.LINE)]),
}


@pytest.mark.parametrize("name", PLACES)
def test_where_a_comment_stands(name: str) -> None:
    text, places = PLACES[name]
    # The first of "in a comment" is the comment around; it ends on another line.
    assert [(each.line, each.column, each.place) for each in ours(text)] == places


MDX_MARK = "{/* mark */}"
MDX_PLACES: dict[str, tuple[str, list[tuple[int, int, Place]]]] = {
    "alone": (MDX_MARK, [(1, 1, Place.LINE)]),
    "in a paragraph": (f"a\n{MDX_MARK}\nb", [(2, 1, Place.LINE)]),
    "in a fence": (f"```\n{MDX_MARK}\n```", []),
    "in a fence in a component": (f"<Tabs>\n```\n{MDX_MARK}\n```\n</Tabs>", []),
    "indented by four": (f"a\n\n    {MDX_MARK}", [(3, 5, Place.ELSEWHERE)]),
    "in a fence indented by four": (f"    ```\n    {MDX_MARK}", []),
    "in a code span": (f"`{MDX_MARK}`", []),
    "in a code span over lines": (f"`a\n{MDX_MARK}\nb`", []),
    "in a comment": (f"{{/*\n\n{MDX_MARK}", [(1, 1, Place.ELSEWHERE), (3, 1, Place.HIDDEN)]),
    "in a component": (f"<Tabs>\n{MDX_MARK}\n</Tabs>", [(2, 1, Place.LINE)]),
    "as HTML": (MARK, [(1, 1, Place.LINE)]),
}


@pytest.mark.parametrize("name", MDX_PLACES)
def test_where_a_comment_stands_in_mdx(name: str) -> None:
    text, places = MDX_PLACES[name]
    assert [(each.line, each.column, each.place) for each in ours(text, mdx=True)] == places


def test_a_comment_of_mdx_is_found_in_markdown_as_well() -> None:
    assert [each.form for each in ours(f"{MDX_MARK}\n\n{MARK}")] == [MDX, HTML]
    assert ours(f"a\n\n    {MDX_MARK}") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\na: b\n---\ntext", 3),
        ("+++\na = 1\n+++", 3),
        ("---\n\na\n---", 4),
        (f"---\n{MARK}\n---", 0),
        ("---\na", 0),
        ("text\n---\na\n---", 0),
        ("", 0),
    ],
)
def test_metadata_at_the_beginning(text: str, lines: int) -> None:
    assert front_matter(text.split("\n")) == lines


HOSTILE = {
    "nested and blank": "- " * 20_000 + "\n" + "\n" * 200_000 + MARK,
    "quotes": (">" * 5_000 + "\n") * 60 + MARK,
    "unclosed comments": "a\n" + "<!-- " * 100_000,
    "comments in a comment": "<!-- " * 100_000 + "-->",
    "unclosed MDX comments": "a " + "{/* " * 100_000,
    "backticks": "a " + " ".join("`" * (1 + number % 300) for number in range(4_000)) + MARK,
    "spans": "a " + "`a` " * 100_000 + MARK,
    "tags": "a " + "<a b='" * 100_000 + MARK,
    "attributes": "a <a" + " a" * 200_000 + MARK,
    "spaces in a tag": "a <a" + " " * 400_000 + MARK,
    "rules": "* " * 200_000 + "x\n" + MARK,
    "underlines": "a\n" + "- " * 200_000 + "x\n" + MARK,
    "autolinks": "a " + "<ab:" * 100_000 + MARK,
    "many lines": "a\n" * 200_000 + MARK,
    "many tabs": "\t" * 200_000 + MARK,
}


@pytest.mark.no_cover
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_takes_no_time(name: str) -> None:
    begun = time.process_time()
    ours(HOSTILE[name])
    assert time.process_time() - begun < 10


def test_what_is_deeper_than_the_limit_is_text() -> None:
    (found,) = ours("> " * (MAX_DEPTH + 5) + MARK)
    assert found.place is Place.ELSEWHERE
