"""Blocks are renewed and nothing else is; whatever is wrong with a marker has its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.definitions.problems import Problem, phrase
from rolecmp.docblocks.blocks import (
    Block,
    Given,
    Renewal,
    Word,
    example,
    renew,
)
from rolecmp.docblocks.content import digest, written
from rolecmp.docblocks.difference import applied, unified
from rolecmp.rendering.messages import problem_line
from rolecmp.words import Words

COMMANDS = ("compare", "who-owns", "list", "docs")
ANSWER = "## Roles\n\n| a | b |\n| --- | --- |\n| 产品 | x |\n"


def answer(block: Block) -> Given:
    return Given(ANSWER.replace("Roles", block.asked))


def renewed(text: str, *, mdx: bool = False, force: bool = False) -> Renewal:
    return renew(text, answer, path="a.md", mdx=mdx, force=force, commands=COMMANDS)


def digest_of(content: str) -> str:
    return digest(written(content))


def filled(asked: str, eol: str = "\n", form: tuple[str, str] = ("<!--", "-->")) -> str:
    content = ANSWER.replace("Roles", asked).rstrip("\n")
    mark = digest_of(content)
    lines = [f"{form[0]} rolecmp: {asked} {form[1]}", "", *content.split("\n"), ""]
    return eol.join([*lines, f"{form[0]} /rolecmp {mark} {form[1]}"])


EMPTY = "<!-- rolecmp: list -->\n<!-- /rolecmp -->"


def test_a_block_is_filled() -> None:
    assert renewed(f"# Doc\n\n{EMPTY}\n\nend\n").text == f"# Doc\n\n{filled('list')}\n\nend\n"


def test_any_number_of_blocks_is_filled() -> None:
    text = f"{EMPTY}\n{EMPTY.replace('list', 'who-owns')}\n```\n{EMPTY}\n```\n{EMPTY}"
    result = renewed(text)
    assert result.text == (
        f"{filled('list')}\n{filled('who-owns')}\n```\n{EMPTY}\n```\n{filled('list')}"
    )
    assert [block.line for block in result.stale] == [1, 3, 9]
    assert (result.blocks, len(result.edits), result.problems) == (3, 3, ())


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "EOL", " \t", "EOLtext", "EOLEOL"])
def test_line_ends_and_everything_around_stay(eol: str, bom: str, end: str) -> None:
    tail = end.replace("EOL", eol)
    text = bom + EMPTY.replace("\n", eol) + tail
    expected = f"{bom}{filled('list', eol)}{tail}"
    assert renewed(text).text == expected
    assert renewed(expected).stale == ()


def test_a_block_takes_the_line_end_of_its_own_marker() -> None:
    text = "a\r\nb\n<!-- rolecmp: list -->\r\n<!-- /rolecmp -->\nc\r"
    assert renewed(text).text == f"a\r\nb\n{filled('list', chr(13) + chr(10))}\nc\r"


def test_mdx_markers_stay_mdx_markers() -> None:
    text = "{/* rolecmp: list */}\n{/* /rolecmp */}\n"
    expected = filled("list", form=("{/*", "*/}")) + "\n"
    assert renewed(text, mdx=True).text == expected
    assert renewed(text).text == expected
    assert renewed(expected, mdx=True).stale == ()


@pytest.mark.parametrize(
    "opening",
    ["<!--rolecmp:list-->", "<!--  rolecmp:   list\t-->", "<!-- rolecmp: list -->   "],
)
def test_the_opening_marker_is_left_as_it_is_written(opening: str) -> None:
    result = renewed(f"{opening}\n<!--/rolecmp-->\n")
    assert result.problems == ()
    assert result.text.startswith(f"{opening}\n\n## list\n")


def test_what_is_outdated_is_replaced_and_what_is_right_is_left() -> None:
    old = filled("list").replace("| 产品 | x |", "| 产品 | y |")
    was = re.sub(r"/rolecmp \w+", f"/rolecmp {digest_of(old.split(chr(10), 1)[1][:-26])}", old)
    assert renewed(was).text == filled("list")
    assert renewed(filled("list")).stale == ()


EDITED = filled("list").replace("产品", "产品部")


def test_an_edit_by_hand_is_not_lost() -> None:
    result = renewed(EDITED)
    assert result.text == EDITED
    assert [(each.line, each.column, each.rule) for each in result.problems] == [
        (1, 1, "edited-block")
    ]
    assert renewed(EDITED, force=True).text == filled("list")


@pytest.mark.parametrize(
    "text",
    [
        "<!-- rolecmp: list -->\nkeep me\n<!-- /rolecmp -->",
        "<!-- rolecmp: list -->\nkeep me\n<!-- /rolecmp 01234567 -->",
        filled("list").replace("\n\n| a", "\n\nmore\n\n| a"),
    ],
)
def test_text_of_another_hand_is_not_lost(text: str) -> None:
    assert [each.rule for each in renewed(text).problems] == ["edited-block"]
    assert renewed(text).text == text
    assert renewed(text, force=True).text == filled("list")


@pytest.mark.parametrize(
    "text",
    [
        "<!-- rolecmp: list -->\n\n \t\n<!-- /rolecmp 01234567 -->",  # emptied
        filled("list").replace("/rolecmp ", "/rolecmp 01234567 -->")[: -len("12345678 -->")],
        re.sub(r"/rolecmp \w+", "/rolecmp", filled("list")),  # pasted, and right
        re.sub(r"/rolecmp \w+", "/rolecmp 01234567", filled("list")),  # of another side of a merge
    ],
)
def test_nothing_is_lost_so_nothing_is_asked(text: str) -> None:
    result = renewed(text)
    assert result.problems == ()
    assert result.text == filled("list")
    assert len(result.stale) == 1


@pytest.mark.parametrize(
    "text",
    [
        filled("list").replace("x |\n", "x |  \n"),
        filled("list").replace("\n\n<!-- /", "\n\n\n\n<!-- /"),
        filled("list").replace("\n\n## ", "\n## "),
        filled("list").replace("| 产品 | x |", "|产品|   x|"),
        filled("list").replace("| --- | --- |", "| :--: | ---- |"),
        filled("list").replace("\n", "\r\n").replace(" -->\r\n", " -->\n", 1),
    ],
)
def test_what_an_editor_or_a_formatter_did_is_left(text: str) -> None:
    assert text != filled("list")
    result = renewed(text)
    assert (result.text, result.stale, result.problems) == (text, (), ())


def test_force_forgives_nothing_but_edits() -> None:
    assert renewed("<!-- /rolecmp -->", force=True).problems != ()


MISSPELT = "misspelt-marker"
PROBLEMS: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "no colon": ("<!-- rolecmp compare pm pmm -->\n<!-- /rolecmp -->", [(1, 1, MISSPELT)]),
    "full-width colon": ("<!-- rolecmp：list -->\n<!-- /rolecmp -->", [(1, 1, MISSPELT)]),
    "a space before the colon": ("<!-- rolecmp : list -->\n<!-- /rolecmp -->", [(1, 1, MISSPELT)]),
    "capitals": ("<!-- RoleCmp: list -->\n<!-- /rolecmp -->", [(1, 1, MISSPELT)]),
    "a letter missing": ("<!-- rolcmp: list -->\n<!-- /rolecmp -->", [(1, 1, MISSPELT)]),
    "a hyphen": ("<!-- role-cmp: list -->\n<!-- /rolecmp -->", [(1, 1, MISSPELT)]),
    "begin": ("<!-- begin rolecmp: list -->\n<!-- end rolecmp -->",
              [(1, 1, MISSPELT), (2, 1, MISSPELT)]),
    "begin in front": ("<!-- rolecmp begin: list -->\n<!-- rolecmp stop -->",
                       [(1, 1, MISSPELT), (2, 1, MISSPELT)]),
    "bare": ("<!-- rolecmp -->\n<!-- /rolecmp -->", [(1, 1, MISSPELT)]),
    "a misspelt closing": (f"a\n{EMPTY}".replace("/rolecmp", "/rolcmp"), [(3, 1, MISSPELT)]),
    "a closing with a space": (EMPTY.replace("/rolecmp", "/ rolecmp"), [(2, 1, MISSPELT)]),
    "a closing with a colon": (EMPTY.replace("/rolecmp", "/rolecmp:"), [(2, 1, MISSPELT)]),
    "a closing in words": (EMPTY.replace("/rolecmp", "rolecmp end"), [(2, 1, MISSPELT)]),
    "a closing as a command": (EMPTY.replace("/rolecmp", "rolecmp: end"), [(2, 1, MISSPELT)]),
    "a digest that is none": (EMPTY.replace("/rolecmp", "/rolecmp 12"), [(2, 1, MISSPELT)]),
    "two kinds": ("{/* rolecmp: list */}\n<!-- /rolecmp -->", [(2, 1, MISSPELT)]),
    "over two lines": ("<!-- rolecmp: list\n-->\n<!-- /rolecmp -->", [(1, 1, MISSPELT)]),
    "never closed as a comment": ("a\n\n<!-- rolecmp: list\n", [(3, 1, MISSPELT),
                                  (3, 1, "unclosed-block")]),
    "unclosed": ("a\n<!-- rolecmp: list -->\nb", [(2, 1, "unclosed-block")]),
    "two unclosed": (f"{EMPTY}\n<!-- rolecmp: list -->\n<!-- rolecmp: list -->",
                     [(4, 1, "nested-block"), (4, 1, "unclosed-block")]),
    "nested": (f"<!-- rolecmp: list -->\n{EMPTY}\n<!-- /rolecmp -->", [(2, 1, "nested-block")]),
    "opened twice": (f"<!-- rolecmp: list -->\n\n{EMPTY}", [(3, 1, "nested-block")]),
    "a stray closing": (f"{EMPTY}\n<!-- /rolecmp -->", [(3, 1, "stray-marker")]),
    "closed twice": (f"{filled('list')}\nx\n<!-- /rolecmp 01234567 -->", [(11, 1, "stray-marker")]),
    "in a list": ("- a\n\n  <!-- rolecmp: list -->\n  <!-- /rolecmp -->",
                  [(3, 3, "misplaced-marker"), (4, 3, "misplaced-marker")]),
    "in a quote": ("> <!-- rolecmp: list -->\n> <!-- /rolecmp -->",
                   [(1, 3, "misplaced-marker"), (2, 3, "misplaced-marker")]),
    "in a sentence": ("产品 <!-- rolecmp: list --> x\n\n<!-- /rolecmp -->",
                      [(1, 4, "misplaced-marker")]),
    "before text": ("<!-- rolecmp: list --> x\n<!-- /rolecmp -->", [(1, 1, "misplaced-marker")]),
    "on one line": ("<!-- rolecmp: list --><!-- /rolecmp -->",
                    [(1, 1, "misplaced-marker"), (1, 23, "misplaced-marker")]),
    "in pre": (f"<pre>\n{EMPTY}\n</pre>",
               [(2, 1, "misplaced-marker"), (3, 1, "misplaced-marker")]),
    "commented out": (f"<!--\n{EMPTY}", [(2, 1, "misplaced-marker")]),
    "asking nothing": ("<!-- rolecmp: -->\n<!-- /rolecmp -->", [(1, 1, "usage")]),
    "a quote": ('<!-- rolecmp: compare "pm pmm -->\n<!-- /rolecmp -->', [(1, 23, "usage")]),
    "behind a tab": ("- a\n\n\t<!-- rolecmp: list -->\n\t<!-- /rolecmp -->",
                     [(3, 2, "misplaced-marker"), (4, 2, "misplaced-marker")]),
    "behind a byte order mark": ("\ufeff<!-- rolecmp list -->", [(1, 1, MISSPELT),
                                 (1, 1, "unclosed-block")]),
}  # fmt: skip


@pytest.mark.parametrize("name", PROBLEMS)
def test_what_is_wrong_with_markers_has_its_place(name: str) -> None:
    text, places = PROBLEMS[name]
    result = renewed(text)
    assert [(each.line, each.column, each.rule) for each in result.problems] == places
    assert result.text == text
    for each in result.problems:
        assert each.path == "a.md"
        assert each.source == text.removeprefix("\ufeff").split("\n")[each.line - 1]
        assert each.remedy is not None
        for language in ("en", "zh"):
            assert problem_line(each, Words(language), source=True)


def said(text: str, language: str) -> list[str]:
    return [problem_line(each, Words(language), source=False) for each in renewed(text).problems]


def test_the_remedy_is_what_to_write() -> None:
    text = "<!-- rolecmp compare pm pmm -->\n<!-- /rolcmp -->\n"
    assert said(text, "en") == [
        "a.md:1:1: error[misspelt-marker]: `<!-- rolecmp compare pm pmm -->` looks like a "
        "marker, but is not one; write `<!-- rolecmp: compare pm pmm -->`",
        "a.md:2:1: error[misspelt-marker]: `<!-- /rolcmp -->` looks like a marker, but is not one; "
        "write `<!-- /rolecmp -->`",
    ]
    assert said(text, "zh") == [
        "a.md:1:1: error[misspelt-marker]: `<!-- rolecmp compare pm pmm -->` 像是标记，但写法不对；"
        "请写成 `<!-- rolecmp: compare pm pmm -->`",
        "a.md:2:1: error[misspelt-marker]: `<!-- /rolcmp -->` 像是标记，但写法不对；"
        "请写成 `<!-- /rolecmp -->`",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- rolecmp is a program -->",
        "<!-- Rolecmp tables below -->",
        "<!-- role: manager -->",
        "<!-- problem: list -->",
        "<!-- roleplay: list -->",
        "<!-- compare: list -->",
        "<!-- end list -->",
        "rolecmp: compare pm pmm",
        "`<!-- rolecmp list -->`",
        "```\n<!-- /rolcmp -->\n```",
        "~~~\n<!-- rolecmp: nonsense\n",
        "    <!-- rolecmp: list -->",
        "- a\n  - b\n\n        <!-- /rolecmp -->",
        "---\n# <!-- rolecmp: list -->\n---\n",
        "\\<!-- rolecmp: list -->",
        "",
    ],
)
def test_what_has_nothing_to_do_with_blocks_is_left_alone(text: str) -> None:
    result = renewed(text)
    assert (result.text, result.blocks, result.problems) == (text, 0, ())


def test_every_problem_is_told_those_of_answers_as_well() -> None:
    def refused(block: Block) -> Sequence[Problem]:
        return [Problem("a.md", block.line, block.words[0].column, "usage", phrase("delete-it"))]

    text = f"{EMPTY}\n<!-- /rolecmp -->\n{EMPTY.replace('/role', '/rol')}\n"
    result = renew(text, refused, path="a.md", commands=COMMANDS)
    assert [(each.line, each.rule) for each in result.problems] == [
        (1, "usage"), (3, "stray-marker"), (4, "usage"), (5, MISSPELT),
    ]  # fmt: skip
    assert result.text == text


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("compare pm  pmm", [("compare", 15), ("pm", 23), ("pmm", 27)]),
        ('compare "product manager" pm', [("compare", 15), ("product manager", 23), ("pm", 41)]),
        ("compare 'a \"b' x", [("compare", 15), ('a "b', 23), ("x", 30)]),
        ("list --roles ..\\roles", [("list", 15), ("--roles", 20), ("..\\roles", 28)]),
        ("show 产品\u3000经理", [("show", 15), ("产品", 20), ("经理", 23)]),
        ("show ''", [("show", 15), ("", 20)]),
    ],
)
def test_a_command_line_is_split_into_words(command: str, words: list[tuple[str, int]]) -> None:
    got: list[Block] = []

    def remember(block: Block) -> Given:
        got.append(block)
        return Given("x")

    renew(f"<!-- rolecmp: {command} -->\n<!-- /rolecmp -->", remember, path="a.md")
    assert list(got[0].words) == [Word(*each) for each in words]
    again = f"<!-- rolecmp: {got[0].asked} -->\n<!-- /rolecmp -->"
    renew(again, remember, path="a.md")
    assert [word.text for word in got[1].words] == [word.text for word in got[0].words]


def test_the_examples_are_blocks() -> None:
    text = example(["list", "who-owns"]) + example(["list"], mdx=True)
    assert renewed(text).blocks == 3
    assert renewed(text).problems == ()


# --- merge conflicts ----------------------------------------------------------------------------


def conflict(ours: str, theirs: str) -> str:
    return f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other branch\n"


OURS, THEIRS = (
    filled("list").replace("产品", word).partition("\n")[2].rpartition("<!--")[0]
    for word in ("甲", "乙")
)
OPENING = "<!-- rolecmp: list -->\n"


def closed(content: str) -> str:
    return f"{content}<!-- /rolecmp {digest_of(content)} -->\n"


CONFLICTS: dict[str, str] = {
    "all of it": OPENING + conflict(closed(OURS), closed(THEIRS)),
    "the digest alone": OPENING
    + OURS
    + conflict(closed(OURS)[len(OURS) :], closed(OURS)[len(OURS) :]),
    "a row, and the digest": OPENING
    + OURS.partition("| 甲")[0]
    + conflict("| 甲 | x |\n", "| 乙 | x |\n")
    + "\n"
    + conflict(closed(OURS)[len(OURS) :], closed(THEIRS)[len(THEIRS) :]),
    "with what was before": OPENING
    + conflict(closed(OURS), closed(THEIRS)).replace("=======", "||||||| 12345\nold\n======="),
    "in CRLF": (OPENING + conflict(closed(OURS), closed(THEIRS))).replace("\n", "\r\n"),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_conflict_of_two_unedited_sides_is_renewed(name: str) -> None:
    eol = "\r\n" if "CRLF" in name else "\n"
    text = f"before{eol}{CONFLICTS[name]}after{eol}"
    result = renewed(text)
    assert result.problems == ()
    assert result.text == f"before{eol}{filled('list', eol)}{eol}after{eol}"
    assert [block.line for block in result.stale] == [2]


EDITED_SIDE = closed(THEIRS).replace("乙", "丙")
TROUBLES: dict[str, tuple[str, list[tuple[int, str]], bool]] = {
    "an edited side": (
        OPENING + conflict(closed(OURS), EDITED_SIDE), [(2, "merge-conflict")], True,
    ),
    "text behind a side": (
        OPENING + conflict(closed(OURS) + "more\n", closed(THEIRS)), [(2, "merge-conflict")], False,
    ),
    "a side without an end": (
        OPENING + conflict(closed(OURS), THEIRS), [(2, "merge-conflict")], False,
    ),
    "the question": (
        conflict(OPENING, OPENING.replace("list", "who-owns")) + closed(OURS),
        [(1, "merge-conflict")], False,
    ),
    "whole blocks": (
        conflict(OPENING + closed(OURS), OPENING + closed(THEIRS)), [(1, "merge-conflict")], False,
    ),
    "an edit in common": (
        OPENING + conflict("mine\n", "yours\n") + closed(OURS), [(2, "merge-conflict")], True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TROUBLES)
def test_any_other_conflict_is_told_where_it_is(name: str) -> None:
    text, places, forced = TROUBLES[name]
    text = f"before\n{text}\n{EMPTY}\n"
    result = renewed(text)
    assert result.text == text
    assert [(each.line - 1, each.rule) for each in result.problems] == places
    assert result.problems[0].source == "<<<<<<< HEAD"
    again = renewed(text, force=True)
    assert (again.problems == ()) == forced
    if forced:
        assert again.text == f"before\n{filled('list')}\n\n{filled('list')}\n"


@pytest.mark.parametrize(
    "around",
    [
        conflict("a\n", "b\n"),
        "```\n" + conflict(EMPTY + "\n", "x\n") + "```\n",
        "<<<<<<< HEAD\na\n",
        "=======\n>>>>>>> x\n",
    ],
)
def test_a_conflict_outside_a_block_is_nobody_s_business_here(around: str) -> None:
    assert renewed(f"{around}{EMPTY}\n{around}").text == f"{around}{filled('list')}\n{around}"


# --- whatever the document ----------------------------------------------------------------------

ENDS = st.sampled_from(["\n", "\n", "\r\n", "\r"])
# Pieces that leave what follows outside code.
AROUND = st.sampled_from(
    [
        "", "text", "产品经理", "- item", "  - item\n", "> quote",
        "```\n<!-- rolecmp: list -->\n```", "- ```\n  <!-- /rolecmp -->", "> ~~~", "<div>",
        "`<!-- /rolecmp -->`", "# head", "| a |", "<!-- note -->",
        "1. a\n\n       <!-- rolecmp x", "trailing \t", "\x0b\x0c\x85\u2028", "---", "<b>",
        "a `b", "{/* note */}", "\x00",
    ]
)  # fmt: skip
ANSWERS = st.lists(
    st.sampled_from(
        ["| a | b |", "", "## 标题", "- x", "text  ", "\\`\\`\\`", "&lt;!--", "*x*", "&#32; y"]
    ),
    max_size=5,
).map("\n".join)
HELD = st.sampled_from(["", "  ", "stale", "EDIT", "old\n\n| a |"])


@given(
    st.lists(st.tuples(AROUND, ENDS, st.booleans(), HELD, ANSWERS), min_size=1, max_size=5),
    ENDS,
    AROUND,
    st.sampled_from(["", "\ufeff"]),
    st.booleans(),
)
def test_blocks_change_and_nothing_else(
    pieces: list[tuple[str, str, bool, str, str]], end: str, tail: str, bom: str, mdx: bool
) -> None:
    """The document is made of known pieces, so what it has to become is known."""
    given_text = expected = bom
    answers: dict[str, str] = {}
    edited = 0
    for number, (around, eol, html, held, new) in enumerate(pieces):
        opening, closing = ("<!--", "-->") if html else ("{/*", "*/}")
        head = f"{around}\n\n".replace("\n", eol) + f"{opening} rolecmp: list {number} {closing}"
        old = "mine" if held == "EDIT" else held
        mark = "" if held == "EDIT" else f" {digest_of(old)}"
        if held == "EDIT" and new.strip("\n \t") != "mine":
            edited += 1
        given_text += eol.join([head, *old.split("\n"), f"{opening} /rolecmp{mark} {closing}"])
        plain = "\n".join(line.rstrip() for line in new.split("\n")).strip("\n")
        answers[str(number)] = new
        lines = [head, "", *plain.split("\n"), "", f"{opening} /rolecmp {digest_of(new)} {closing}"]
        expected += eol.join(lines)
        given_text += eol * 2
        expected += eol * 2
    given_text += tail + end
    expected += tail + end

    def ask(block: Block) -> Given:
        return Given(answers[block.words[1].text])

    careful = renew(given_text, ask, path="a.md", mdx=mdx)
    assert len(careful.problems) == edited, careful.problems
    assert (careful.text == given_text) if edited else (careful.text == expected)
    forced = renew(given_text, ask, path="a.md", mdx=mdx, force=True)
    assert forced.problems == ()
    assert forced.blocks == len(pieces)
    assert forced.text == expected
    again = renew(expected, ask, path="a.md", mdx=mdx)
    assert (again.stale, again.problems, again.text) == ((), (), expected)
    assert patched(given_text, "".join(unified("a.md", given_text, forced.edits))) == expected


MARKERS = st.sampled_from(
    [
        "<!-- rolecmp: list -->\n", "<!-- /rolecmp -->\n", "{/* rolecmp: list */}\r\n",
        "{/* /rolecmp */}\n", "<!-- rolecmp: list -->", "<!-- /rolecmp -->",
        "<!-- /rolecmp 01234567 -->\n", "<!-- rolecmp list -->", "```", "~~~", "- ", "  ", "    ",
        "> ", "text", "`", "<pre>", "</pre>", "<!--", "-->", "\n", "\n", "\n\n", "\r", "\t",
    ]
)  # fmt: skip


@given(st.lists(MARKERS, max_size=14).map("".join), st.booleans(), st.booleans())
def test_any_document_is_renewed_once_or_left_alone(text: str, mdx: bool, force: bool) -> None:
    first = renewed(text, mdx=mdx, force=force)
    if first.problems:
        assert first.text == text
        return
    at = behind = 0
    for edit in first.edits:  # what lies between the edits is the same
        length = edit.start - at
        assert first.text[behind : behind + length] == text[at : edit.start]
        behind += length + len(edit.text)
        at = edit.end
    assert first.text[behind:] == text[at:]
    assert applied(text, first.edits) == first.text
    second = renewed(first.text, mdx=mdx)
    assert (second.text, second.stale, second.problems) == (first.text, (), ())
    assert second.blocks == first.blocks


# --- the difference -----------------------------------------------------------------------------


def patched(text: str, difference: str) -> str:
    """Apply a unified diff, as the format is defined."""
    old = re.findall(r"[^\n]*\n|[^\n]+", text)
    out: list[str] = []
    at = 0
    lines = re.findall(r"[^\n]*\n|[^\n]+", difference)[2:]
    for number, line in enumerate(lines):
        bare = lines[number + 1 : number + 2] == ["\\ No newline at end of file\n"]
        body = line[1:-1] if bare else line[1:]
        if found := re.match(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n", line):
            start = int(found[1]) - (found[2] != "0")
            out += old[at:start]
            at = start
            assert len(out) == int(found[3]) - (found[4] != "0")
        elif line[0] in " -":
            assert old[at] == body
            at += 1
            out += [body] if line[0] == " " else []
        elif line[0] == "+":
            out.append(body)
        else:
            assert line == "\\ No newline at end of file\n"
    return "".join([*out, *old[at:]])


def test_a_difference_is_a_unified_diff() -> None:
    text = "1\n2\n3\n4\n<!-- rolecmp: list -->\n<!-- /rolecmp -->"
    result = renew(text, lambda _: Given("a\nb"), path="docs/a.md")
    assert "".join(unified("docs/a.md", text, result.edits)) == (
        "--- a/docs/a.md\n"
        "+++ b/docs/a.md\n"
        "@@ -3,4 +3,8 @@\n"
        " 3\n"
        " 4\n"
        " <!-- rolecmp: list -->\n"
        "-<!-- /rolecmp -->\n"
        "\\ No newline at end of file\n"
        "+\n"
        "+a\n"
        "+b\n"
        "+\n"
        f"+<!-- /rolecmp {digest_of('a' + chr(10) + 'b')} -->\n"
        "\\ No newline at end of file\n"
    )
    assert "".join(unified("a.md", text, [])) == ""


def test_only_what_changes_is_compared() -> None:
    """Comparing a whole document of this size would take minutes."""
    around = "".join(f"{number % 7}\n" for number in range(30_000))
    text = f"{around}{EMPTY}\n{around}"
    result = renewed(text)
    assert len("".join(unified("a.md", text, result.edits)).split("\n")) < 30


@pytest.mark.parametrize("slip", ["/rolecmp: {}", "/rolcmp {}", "/ROLECMP {}"])
def test_a_misspelt_closing_marker_keeps_its_digest(slip: str) -> None:
    text = filled("list")
    mark = re.findall("/rolecmp ([0-9a-f]{8})", text)[0]
    wrong = text.replace(f"/rolecmp {mark}", slip.format(mark.upper()))
    (problem,) = renewed(wrong).problems
    assert problem.remedy is not None
    right = str(problem.remedy.args["right"])
    assert right == f"<!-- /rolecmp {mark} -->"
    assert renewed(wrong.rpartition("<!--")[0] + right).problems == ()
