"""Markers are found from the first column and outside code: held against a whole parser."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rolecmp.docblocks.markers import HTML, MDX, Marker, Scanner, flat

PARSER = MarkdownIt("commonmark", {"maxNesting": 1000})
MARK = "<!-- rolecmp: list -->"
SOUND = "sound"


def ours(text: str, *, mdx: bool = False) -> list[Marker]:
    bom = text.startswith("\ufeff")
    return list(Scanner(flat(text), bom=bom, mdx=mdx, commands=("list",)).markers())


def told(text: str, *, mdx: bool = False) -> list[tuple[int, int, str]]:
    """Give where each marker stands, and what is wrong with it."""
    return [
        (each.line, each.column, each.fault.message.key if each.fault else SOUND)
        for each in ours(text, mdx=mdx)
    ]


def theirs(text: str) -> list[int]:
    """Give the numbered markers that stand alone on a line of HTML outside any container."""
    lines = text.split("\n")
    seen: list[str] = []
    for token in PARSER.parse(text):
        if token.type == "html_block" and token.level == 0 and token.map:
            seen += lines[slice(*token.map)]
    found = (re.fullmatch(r"<!-- rolecmp: list ([0-9]+) -->", line) for line in seen)
    return [int(each[1]) for each in found if each is not None]


LEAVES = [
    "text", "```", "```` sh", "``` a`b", "~~~", "~~~~ `x`", "```x", "# head", "---", "===", "***",
    "a `b", "", "", "", "|", "`` ` ``", "    code", "> quote", "> ```", "> ~~~", "- item", "- ```",
    "1. item", "  ```", "   ~~~", "  text", "      text", "\ttext", "   - deep", "> - ```",
]  # fmt: skip
# As often as all the others together.
LINES = st.one_of(st.just(MARK), st.sampled_from(LEAVES))


@given(st.lists(LINES, min_size=1, max_size=9))
@example(["- item", "  ```", "  code", MARK])
@example(["> ```", MARK])
@example(["1. a", "   ```", MARK])
@example(["  ```", MARK, "   ```", MARK])
@example(["- item", "", "      ```", MARK])
@example(["- ```", "", MARK, "  ```", MARK])
def test_markers_stand_where_a_whole_parser_finds_html(lines: list[str]) -> None:
    text = "\n".join(["text", "", *lines])  # so that no line begins metadata
    numbers = itertools.count()
    text = re.sub("(?<=: list)", lambda _: f" {next(numbers)}", text)
    found = [int(each.sense.rest.split()[1]) for each in ours(text) if each.fault is None]
    assert found == theirs(text), text


INDENTED, INLINE, HIDDEN = "indented-marker", "inline-marker", "hidden-marker"
PLACES: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "alone": (MARK, [(1, 1, SOUND)]),
    "with spaces behind": (f"{MARK}  \t", [(1, 1, SOUND)]),
    "after a paragraph": (f"a\n{MARK}\nb", [(2, 1, SOUND)]),
    "after a list with a fence": (f"- ```\n{MARK}", [(2, 1, SOUND)]),
    "after a quote with a fence": (f"> ~~~\n{MARK}", [(2, 1, SOUND)]),
    "after two fences": (f"```\nx\n```\n~~~\n~~~\n{MARK}", [(6, 1, SOUND)]),
    "in a div": (f"<div>\n{MARK}\n</div>", [(2, 1, SOUND)]),
    "indented": (f"   {MARK}", [(1, 4, INDENTED)]),
    "indented by much in a paragraph": (f"a\n      {MARK}", [(2, 7, INDENTED)]),
    "in a list": (f"- a\n\n  {MARK}", [(3, 3, INDENTED)]),
    "in a list by a tab": (f"-\ta\n\n\t{MARK}", [(3, 2, INDENTED)]),
    "in a list behind more text": (f"1. a\n   b\n\n    {MARK}", [(4, 5, INDENTED)]),
    "in a quote": (f"> {MARK}", [(1, 3, INLINE)]),
    "in a sentence": (f"产品 {MARK} 经理", [(1, 4, INLINE)]),
    "before text": (f"{MARK} a", [(1, 1, INLINE)]),
    "two": (f"{MARK}{MARK}", [(1, 1, INLINE), (1, 23, INLINE)]),
    "in a heading": (f"## {MARK}", [(1, 4, INLINE)]),
    "in a cell": (f"| a |\n|---|\n| {MARK} |", [(3, 3, INLINE)]),
    "in pre": (f"<pre>\n\n{MARK}\n</pre>\n{MARK}", [(3, 1, HIDDEN), (5, 1, SOUND)]),
    "in a script never closed": (f"<Script >\n{MARK}", [(2, 1, HIDDEN)]),
    "in a comment": (f"<!--\n{MARK}\n{MARK}", [(2, 1, HIDDEN), (3, 1, SOUND)]),
    "in a comment never closed": ("a\n<!--\n{/* rolecmp: list */}", [(3, 1, HIDDEN)]),
    "behind a comment in a sentence": (f"a <!--\n{MARK}", [(2, 1, SOUND)]),
    "behind what closes no fence": (f"```\n```x\n``\n    ```\n{MARK}", []),
    "behind a longer fence": (f"```\n`````  \n{MARK}", [(3, 1, SOUND)]),
    "in a fence": (f"```\n{MARK}\n```", []),
    "in a fence that is not closed": (f"~~~\n{MARK}\n```\n{MARK}", []),
    "in a longer fence": (f"````\n```\n{MARK}\n```\n````", []),
    "in a fence in a list": (f"1. a\n   ```\n   {MARK}\n   ```", []),
    "in a fence in a quote": (f"> ```\n> {MARK}", []),
    "in a fence with lines unindented": (f"  ```\n{MARK}\n  ```", []),
    "in code by indentation": (f"a\n\n    {MARK}\n    {MARK}", []),
    "in code by a tab": (f"\t{MARK}", []),
    "in code in a list": (f"- a\n  - b\n\n        {MARK}", []),
    "in a code span": (f"a `{MARK}` b", []),
    "with two backticks": (f"``a ` {MARK}``", []),
    "behind a backtick alone": (f"a ` {MARK}", [(1, 5, INLINE)]),
    "between code spans": (f"a `b` {MARK} `c`", [(1, 7, INLINE)]),
    "escaped": (f"\\{MARK}", []),
    "behind a fence with a backtick": (f"``` a`\n{MARK}", [(2, 1, SOUND)]),
    "in metadata": (f"---\ntitle: x {MARK}\n---\n{MARK}", [(4, 1, SOUND)]),
    "in metadata as TOML": (f'+++\na = "{MARK}"\n+++', []),
    "behind a rule": (f"---\n{MARK}\n---", [(2, 1, SOUND)]),
    "behind a rule alone": (f"---\n\na {MARK}", [(3, 3, INLINE)]),
    "behind a byte order mark": (f"\ufeff{MARK}\n\n{MARK}", [(1, 1, SOUND), (3, 1, SOUND)]),
    "with every line end": (f"a\r\n{MARK}\r{MARK}\n{MARK}", [(n, 1, SOUND) for n in (2, 3, 4)]),
    "shortest": ("<!-->", []),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_where_a_marker_stands(name: str) -> None:
    text, places = PLACES[name]
    assert told(text) == places


MDX_MARK = "{/* rolecmp: list */}"
MDX_PLACES: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "alone": (MDX_MARK, [(1, 1, SOUND)]),
    "in a paragraph": (f"a\n{MDX_MARK}\nb", [(2, 1, SOUND)]),
    "in a fence": (f"```\n{MDX_MARK}\n```", []),
    "in a fence in a component": (f"<Tabs>\n```\n{MDX_MARK}\n```\n</Tabs>", []),
    "indented by four": (f"a\n\n    {MDX_MARK}", [(3, 5, INDENTED)]),
    "in a fence indented by four": (f"    ```\n    {MDX_MARK}", []),
    "in a code span": (f"`{MDX_MARK}`", []),
    "in a comment": (f"{{/*\n\n{MDX_MARK}", [(3, 1, HIDDEN)]),
    "in a component": (f"<Tabs>\n{MDX_MARK}\n</Tabs>", [(2, 1, SOUND)]),
    "in pre": (f"<pre>\n{MDX_MARK}\n</pre>", [(2, 1, SOUND)]),
    "as HTML": (MARK, [(1, 1, SOUND)]),
}


@pytest.mark.parametrize("name", MDX_PLACES)
def test_where_a_marker_stands_in_mdx(name: str) -> None:
    text, places = MDX_PLACES[name]
    assert told(text, mdx=True) == places


def test_a_comment_of_mdx_is_found_in_markdown_as_well() -> None:
    assert [each.form for each in ours(f"{MDX_MARK}\n\n{MARK}")] == [MDX, HTML]
    assert ours(f"a\n\n    {MDX_MARK}") == []
