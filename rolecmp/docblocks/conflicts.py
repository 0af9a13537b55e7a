"""What ``git merge`` leaves where two sides changed the same lines, and the text of each side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_MARK = re.compile(r"(?m)^(<{7}|\|{7}|={7}|>{7})(?:[ \t].*)?$")


class Conflict(NamedTuple):
    """A conflict from offset `start` to `end`, which is behind its last line's text.

    `ours` and `theirs` are the offsets of what each side has.
    """

    start: int
    end: int
    ours: tuple[int, int]
    theirs: tuple[int, int]


def conflicts(text: str) -> list[Conflict]:
    """Find the conflicts of a text whose lines end with a line feed, in order."""
    if "<<<<<<<" not in text:
        return []
    found: list[Conflict] = []
    marks: dict[str, re.Match[str]] = {}
    for mark in _MARK.finditer(text):
        sign = mark[1][0]
        if sign == "<":
            marks = {sign: mark}
        elif sign in "|=" and "<" in marks and sign not in marks and "=" not in marks:
            marks[sign] = mark
        elif sign == ">" and "=" in marks:
            start, middle = marks["<"], marks["="]
            first_end = marks.get("|", middle).start()
            found.append(
                Conflict(
                    start.start(),
                    mark.start() + len(mark[0].rstrip()),
                    (start.end() + 1, first_end),
                    (middle.end() + 1, mark.start()),
                )
            )
            marks = {}
    return found


def sides(text: str, start: int, end: int, among: Sequence[Conflict]) -> tuple[str, str]:
    """Return a piece of a text as each of the two sides has it; the conflicts are within it."""
    ours: list[str] = []
    theirs: list[str] = []
    for each in among:
        for side, (first, last) in ((ours, each.ours), (theirs, each.theirs)):
            side += [text[start : each.start], text[first:last]]
        start = text.find("\n", each.end) + 1 or end
    return "".join([*ours, text[start:end]]), "".join([*theirs, text[start:end]])
