"""Problems and refusals are plain lines, with the place shown below on a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.definitions.problems import Problem, QuestionError, phrase
from rolecmp.rendering.messages import problem_line, refusal
from rolecmp.visible import visible, width_of
from rolecmp.words import Words

UNSEEN = "\x00\x1b\x07\x7f\x9b\n\r\t\u202e\u2066\u200f\u061c\u2028\udcff\ufeff"
HOSTILE = st.lists(st.sampled_from([*UNSEEN, "a", "定", "{", "}", "{x}", "`"]), max_size=8).map(
    "".join
)


def _unseen(text: str) -> list[str]:
    return [
        char
        for char in text
        if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in UNSEEN
    ]


@given(HOSTILE, HOSTILE, st.integers(1, 12))
def test_no_problem_or_refusal_does_either(path: str, text: str, column: int) -> None:
    words = Words("zh")
    source = text.replace("\n", "")
    message = phrase("unknown-topic", name=text)
    problem = Problem(path, 1, min(column, len(source) + 1), "rule", message, None, source)
    assert _unseen(problem_line(problem, words, source=True).replace("\n", "")) == []
    error = QuestionError("rule", message, message, [message])
    assert _unseen(refusal(error, words, "rolecmp").replace("\n", "")) == []


def _excerpt(source: str, column: int) -> tuple[str, int]:
    """Give the line as it is shown and the cell that the caret stands under."""
    problem = Problem("a.yaml", 3, column, "rule", phrase("tab"), phrase("use-spaces"), source)
    head, shown, caret = problem_line(problem, Words("en"), source=True).split("\n")
    assert head == f"a.yaml:3:{column}: error[rule]: indented with a tab; indent with spaces"
    assert shown.startswith("    ")
    assert caret.endswith("^")
    assert caret[:-1].strip(" ") == ""
    return shown[4:], len(caret) - 1 - 4


@pytest.mark.parametrize(
    ("source", "column", "cell"),
    [
        ("name: x", 1, 0),
        ("name: x", 7, 6),
        ("名称：定价", 3, 4),
        ("  zh: 定价", 9, 10),
        ("\tname: x", 2, 1),
        ("e\u0301a", 3, 1),
        ("name", 5, 4),
        ("，。", 2, 2),
        ("a\x1bb", 3, 5),
    ],
)
def test_the_caret_stands_below_the_place(source: str, column: int, cell: int) -> None:
    shown, caret = _excerpt(source, column)
    assert caret == cell
    assert shown == visible(source.replace("\t", " "))


SOURCES_OF_PROBLEMS = st.lists(
    st.sampled_from(["a", "定", "：", " ", "\t", "word ", "\x1b", "很长" * 20, "x" * 40]),
    min_size=1,
    max_size=12,
).map("".join)


@given(SOURCES_OF_PROBLEMS.filter(lambda text: text.strip() != ""), st.data())
def test_the_caret_stands_below_the_place_in_any_line(source: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(source)))
    shown, caret = _excerpt(source, column)
    wanted = visible(source[column - 1].replace("\t", " "))
    cells = 0
    place = 0
    while cells < caret:
        cells += width_of(shown[place])
        place += 1
    assert cells == caret
    assert shown.startswith(wanted, place)
    assert width_of(shown) <= 80


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "p.yaml:2:5: error[r]: no topic has the id or name `x`; did you mean `a` or `b`?"),
        ("zh", "p.yaml:2:5: error[r]: 没有标识或名称为 `x` 的主题；是不是想写 `a` 或 `b`？"),
    ],
)
def test_a_problem_is_one_plain_line(language: str, text: str) -> None:
    problem = Problem(
        *("p.yaml", 2, 5, "r"),
        phrase("unknown-topic", name="x"),
        phrase("did-you-mean", near=("a", "b")),
        "  - x",
    )
    assert problem_line(problem, Words(language), source=False) == text
    assert problem_line(problem, Words(language), source=True) == f"{text}\n      - x\n        ^"


def test_a_problem_without_a_line_shows_none() -> None:
    problem = Problem("p.yaml", 1, 1, "r", phrase("empty-file"), None, "")
    assert (
        problem_line(problem, Words("en"), source=True) == "p.yaml:1:1: error[r]: the file is empty"
    )


def test_a_refusal_has_its_details_below() -> None:
    error = QuestionError(
        "unknown-topic",
        phrase("topic-matches", name="x", count=1),
        None,
        [phrase("name-match", id="a", title="A")],
    )
    assert refusal(error, Words("en"), "rolecmp") == (
        "rolecmp: error[unknown-topic]: no topic is called `x`; 1 topic may be meant:\n  A (a)"
    )
