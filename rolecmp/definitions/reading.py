"""A file as it is read: its text, its tree of located values, and what was wrong with it."""

from __future__ import annotations

import re
from typing import TypeAlias

from rolecmp.definitions.problems import Phrase, Problem, phrase

# A node is a plain tuple, since a class of its own would add a fifth to the time of reading
# a catalog. A mapping's value keeps each key's node beside the node of its value.
Node: TypeAlias = "tuple[Value, int, int]"
Value: TypeAlias = "str | list[Node] | dict[str, tuple[Node, Node]]"

NULLS = frozenset(("~", "null", "Null", "NULL"))
"""YAML's words for nothing (1.2.2, section 10.3.2). Unquoted they are no text: an editor that
goes by the schema takes them for empty, and so does this reader.
"""

MAX_BYTES = 1 << 20
MAX_PROBLEMS = 100

# Control characters (tab, newline and carriage return apart), the line and paragraph
# separators, what Unicode lists as Bidi_Control (UAX #9), and noncharacters: none of them
# can be seen in an editor and all of them can change what a terminal shows.
UNSEEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]"
)
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r"})
_HASH = r"(?<=[\s\[,{:-])#(?=[^\s#!])"


class Reading:
    """One file being read: its text, and the problems found in it so far.

    The loader goes on adding to it, so that syntax and content errors come out in one order.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.text = ""
        self.problems: list[Problem] = []
        self.flawed: set[tuple[int, int]] = set()  # where what was read is not what is there
        self._lines: list[str] | None = None
        self._places: set[tuple[int, int]] = set()

    @property
    def full(self) -> bool:
        """Whether nothing more is reported of this file."""
        return len(self.problems) > MAX_PROBLEMS

    def line(self, number: int) -> str:
        """Give line `number` (1-based) of the file, without its end."""
        if self._lines is None:
            self._lines = re.split("\r\n|\r|\n", self.text)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def last_line(self, number: int) -> int:
        """Give the number of the last line up to `number` that is not blank, at least 1."""
        self.line(1)
        number = min(number, len(self._lines or ()))
        while number > 1 and not self.line(number).strip():
            number -= 1
        return number

    def report(
        self, line: int, column: int, rule: str, message: Phrase, remedy: Phrase | None = None
    ) -> None:
        """Note a problem. The first one at a place stands; what follows from it is left out."""
        self.line(1)
        if line > len(self._lines or ("",)):  # the parser places what is missing behind the end
            line = len(self._lines or ("",))
            column = len(self.line(line)) + 1
        if (line, column) in self._places or self.full:
            return
        self._places.add((line, column))
        if len(self.problems) == MAX_PROBLEMS:
            rule, message, remedy = "limit", phrase("too-many-problems", count=MAX_PROBLEMS), None
        self.problems.append(
            Problem(self.path, line, column, rule, message, remedy, self.line(line))
        )

    def report_at(
        self, offset: int, rule: str, message: Phrase, remedy: Phrase | None = None
    ) -> None:
        """Note a problem at a character offset of the text."""
        if self.full:
            return
        before = self.text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        self.report(line, len(before) - before.rfind("\n"), rule, message, remedy)


def sound_text(data: bytes) -> str | None:
    """Decode a file in which every character is UTF-8 and can be seen, else None."""
    if len(data) > MAX_BYTES:
        return None
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None
    if ("<" in text or ">" in text) and ("<<<<<<<" in text or ">>>>>>>" in text):
        return None
    if len(data.translate(None, _CONTROLS)) != len(data) or "\uffff" in text or "\ufffe" in text:
        return None
    # The UTF-8 of the other characters that cannot be seen begins with one of these bytes,
    # which most files do not hold; Chinese has none of them.
    if b"\x7f" in data or b"\xc2" in data or b"\xd8" in data or b"\xe2" in data:
        return text if all_seen(text) else None
    return None if "\ufeff" in text else text


def all_seen(text: str) -> bool:
    """Tell whether every character of a text can be seen."""
    # One look in C at every character; the search that says which one is rarely needed.
    return text.replace("\n", "").isprintable() or re.search(UNSEEN, text) is None


def lost_space_column(line: str) -> int:
    """Give the 1-based column of a key's colon that no ASCII space follows, or 0."""
    match = re.match(r"\s*(?:- +)*[a-z][a-z0-9-]*(:)(?=[^\s:/]|\u3000)", line)
    return match.start(1) + 1 if match else 0


def report_lost_space(reading: Reading, line: int, column: int) -> None:
    """Note a colon without the space that makes a key of what stands before it."""
    reading.report(line, column, "syntax", phrase("syntax-no-space"), phrase("add-space"))


def report_wide_colon(reading: Reading, line: int, column: int) -> None:
    """Note a full-width colon that stands where YAML wants an ASCII one."""
    reading.report(
        line, column, "full-width-colon", phrase("full-width-colon"), phrase("ascii-colon")
    )


def report_hash(reading: Reading, line: int, column: int) -> None:
    """Note a ``#word`` that was meant as text and that YAML takes for a comment."""
    word = reading.line(line)[column - 1 :].split()[0].rstrip(",]}")
    reading.report(
        line, column, "unquoted-text", phrase("hash-comment", word=word), phrase("quote-hash")
    )


def hash_column(line: str) -> int:
    """Give the 1-based column of a ``#word`` that YAML may take for a comment, or 0."""
    match = re.search(_HASH, line)
    return match.start() + 1 if match else 0
