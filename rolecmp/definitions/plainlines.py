"""Files line by line, without a parser, as far as every line is of a plain kind.

Most lines of most definition files are of a few kinds: a key and a text, a key and a list, an
item that begins with a dash. What is read from them here, a file as a tree or a role at once,
takes a third of the parser's time and none to import it. It knows no more of YAML than that:
whatever else a line holds ends the attempt, and the file is read in the usual way. Tests hold
the ways against each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from rolecmp.definitions.reading import NULLS

MAX_LENGTH = 100_000
"""Characters; longer files are left to the loader, which counts what it reads."""

# Indentation, dash, key with its colon, and what follows. YAML ends a key after 1024 characters;
# one that is longer than any id is left to the parser.
LINE = r"(?m)^( *)(- +)?([A-Za-z][A-Za-z0-9-]{0,99}:(?: +|$))?(.*)"
# In a text outside quotes: what it cannot begin with, or what may end it.
INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_FORBIDDEN_IN_LISTS = frozenset("[]{}#:")

# Runs of spaces compare as their lengths do, so that indentation is left as it was found.
Row: TypeAlias = "tuple[str, str, str, str]"


class UnusualError(Exception):
    """This file takes the usual way."""


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern, once and only when it is used."""
    return re.compile(text)


class PlainLines:
    """The rows of a text that are more than blank or a comment, and the place in them.

    `text` is a decoded file, without characters that cannot be seen. Raises `UnusualError`.
    """

    def __init__(self, text: str) -> None:
        if len(text) > MAX_LENGTH or "\t" in text or "\\" in text or "\r" in text:
            raise UnusualError
        self.rows: list[Row] = pattern(LINE).findall(text)
        self.numbers: Sequence[int] = range(1, len(self.rows) + 1)
        if "#" in text or "\n\n" in text:
            kept = [number for number in self.numbers if _counts(self.rows[number - 1])]
            self.rows = [self.rows[number - 1] for number in kept]
            self.numbers = kept
        self.rows.append(("", "", "", ""))  # ends every block
        self.at = 0

    def done(self) -> bool:
        """Tell whether nothing but the end is left, which a last line end adds to."""
        return not any(self.rows[self.at]) and len(self.rows) - self.at <= 2

    def folded(self, rest: str, at: int, depth: str) -> tuple[str, int]:
        """Read a text that goes on in the rows from `at`; gives it and the row behind it."""
        lines = [scalar(rest)]
        if rest[0] in INDICATORS:  # quotes
            raise UnusualError
        while (row := self.rows[at])[0] > depth and not row[2]:
            # A blank line in between would be a line of the text.
            if row[1] or row[3][:1] in INDICATORS or self.numbers[at] != self.numbers[at - 1] + 1:
                raise UnusualError
            lines.append(scalar(row[3]))
            at += 1
        return " ".join(line.rstrip(" ") for line in lines), at


def _counts(row: Row) -> bool:
    """Tell whether a row is more than a blank line or a comment."""
    _, dash, key, rest = row
    if dash or key:
        return True
    # ``#word`` may be text that YAML takes for a comment: the loader has a word on it.
    if rest[:1] == "#" and rest[1:2] not in ("", " ", "#", "!"):
        raise UnusualError
    return bool(rest) and rest[0] != "#"


def scalar(rest: str) -> str:
    """Give the text that a row ends in, if it is plain or simply quoted."""
    if not rest or rest in NULLS:
        raise UnusualError
    first = rest[0]
    if first in INDICATORS:
        rest = rest.rstrip(" ")
        inner = rest[1:-1]
        if first not in "\"'" or len(rest) < 3 or rest[-1] != first or first in inner:
            raise UnusualError
        return inner
    if ": " in rest or " #" in rest or rest.endswith(":") or rest.rstrip(" ") in NULLS:
        raise UnusualError
    return rest


def items(rest: str) -> list[tuple[str, int]]:
    """Give the plain items of a list in brackets, each with its offset behind the bracket."""
    inner = rest[1:-1]
    if not inner:
        return []
    found = []
    offset = 0
    for part in inner.split(","):
        item = part.lstrip(" ")
        if not item or item[0] in INDICATORS or not _FORBIDDEN_IN_LISTS.isdisjoint(item):
            raise UnusualError
        found.append((item.rstrip(" "), offset + len(part) - len(item)))
        offset += len(part) + 1
    return found
