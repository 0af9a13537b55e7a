"""Where lines break, held against a plain statement of the rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len  # noqa: TID251  the measure that the bar is set in

from rolecmp.rendering.linebreak import wrap

CLOSING = "，。、；：？！）】》”"
OPENING = "（【《“"
TEXTS = st.lists(
    st.sampled_from([*CLOSING, *OPENING, *"产品经理市场", "word", "a", "Go", "42", " ", "  "]),
    max_size=40,
).map("".join)
WIDTHS = st.integers(1, 40)


def _may_part(before: str, after: str) -> bool:
    """Tell whether a line may break between two characters, neither of them a space."""
    if after in CLOSING or before in OPENING:
        return False
    # “ is narrow, and belongs to both scripts: after a word it opens no place to break.
    return not (before.isascii() and (after.isascii() or after == "“"))


def _run(text: str, place: int) -> str:
    """Give what may not be broken around `place`, at which a character stands."""
    start = end = place
    while start and text[start - 1] != " " and not _may_part(text[start - 1], text[start]):
        start -= 1
    while end + 1 < len(text) and text[end + 1] != " " and not _may_part(text[end], text[end + 1]):
        end += 1
    return text[start : end + 1]


def _lines(text: str, width: int) -> list[str]:
    return ["".join(part for part, _ in line) for line in wrap([(text, None)], width, cell_len)]


@given(TEXTS, WIDTHS)
def test_lines_break_where_they_may(text: str, width: int) -> None:
    lines = _lines(text, width)
    place = 0
    previous = ""
    for number, line in enumerate(lines):
        assert cell_len(line) <= width or len(line) == 1
        assert line == line.strip(" ")
        start = place
        while place < len(text) and text[place] == " ":
            place += 1
        assert text.startswith(line, place)  # nothing is lost but the spaces broken at
        if number:
            run = _run(text, place)
            if start == place:
                forced = cell_len(run) > width
                assert forced or _may_part(text[place - 1], text[place]), (previous, line)
            # No line ends before it must.
            if text[place - 1] == " " or _may_part(text[place - 1], text[place]):
                spaces = place - start
                assert cell_len(previous) + spaces + cell_len(run) > width, (previous, line)
        place += len(line)
        previous = line
    assert text[place:].strip(" ") == ""


@given(st.lists(st.tuples(TEXTS, st.integers(0, 3)), min_size=1, max_size=6), WIDTHS)
def test_each_character_keeps_its_tone(pieces: list[tuple[str, int]], width: int) -> None:
    wanted = [(char, tone) for text, tone in pieces for char in text if char != " "]
    found = [
        (char, tone)
        for line in wrap(pieces, width, cell_len)
        for text, tone in line
        for char in text
        if char != " "
    ]
    assert found == wanted
    # How a text is cut into pieces does not move its breaks.
    whole = "".join(text for text, _ in pieces)
    lines = ["".join(text for text, _ in line) for line in wrap(pieces, width, cell_len)]
    assert lines == _lines(whole, width)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 7, ["one", "two"]),
        ("a\n\nb", 10, ["a", "", "b"]),
        ("定价（含折扣）由产品经理决定。", 10, ["定价（含折", "扣）由产品", "经理决定。"]),
        ("定价，市场", 4, ["定", "价，", "市场"]),
        ("他说“好”。", 6, ["他说", "“好”。"]),
        ("产品CEO经理", 6, ["产品", "CEO经", "理"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ab abcdefghij", 4, ["ab", "abcd", "efgh", "ij"]),
        ("《产品》", 2, ["《", "产", "品", "》"]),
        ("don't stop", 6, ["don't", "stop"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("👩‍👩‍👧👩‍👩‍👧", 2, ["👩‍👩‍👧", "👩‍👩‍👧"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert _lines(text, width) == lines
