"""The difference that edits make of a text, as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import NamedTuple

CONTEXT = 3


class Edit(NamedTuple):
    """A piece of a text, from one offset to another, and what takes its place."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Sequence[Edit], start: int = 0, end: int | None = None) -> str:
    """Return a text, or its piece from `start` to `end`, with edits made.

    They are in order, apart from each other, and within the piece.
    """
    parts: list[str] = []
    for edit in edits:
        parts += [text[start : edit.start], edit.text]
        start = edit.end
    return "".join([*parts, text[start:end]])


def unified(
    path: str, text: str, edits: Sequence[Edit], new_path: str | None = None
) -> Iterator[str]:
    """Yield the lines of the diff that `edits` make of `text`, with their line ends.

    It applies with ``git apply`` and ``patch -p1`` from where `path` is relative to. What lies
    far from any edit is not compared, so that a large document takes no time. With `new_path`,
    the file is called so afterwards.
    """
    name = path.lstrip("/")
    new_name = name if new_path is None else new_path.lstrip("/")
    if name != new_name:
        ways = (_name(each).rstrip("\t") for each in ("a/" + name, "b/" + new_name, name, new_name))
        yield "diff --git {} {}\nrename from {}\nrename to {}\n".format(*ways)
    if edits:
        yield f"--- {_name('a/' + name)}\n"
        yield f"+++ {_name('b/' + new_name)}\n"
    behind = grown = 0
    line = 1
    for start, end, group in _pieces(text, edits):
        line += text.count("\n", behind, start)
        old = _split(text[start:end])
        new = _split(applied(text, group, start, end))
        for each in list(unified_diff(old, new, n=CONTEXT))[2:]:
            if each.startswith("@@"):
                yield _moved(each, line - 1, line - 1 + grown)
            else:
                yield each if each[-1] == "\n" else f"{each}\n\\ No newline at end of file\n"
        grown += len(new) - len(old)
        line += len(old)
        behind = end


def _pieces(text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Yield pieces of whole lines, each with its edits and as many lines around as are shown."""
    group: list[Edit] = []
    first = last = 0
    for edit in edits:
        start, end = edit.start, edit.end
        for _ in range(CONTEXT + 1):
            start = text.rfind("\n", 0, max(start - 1, 0)) + 1 if start else 0
            end = text.find("\n", end) + 1 or len(text)
        if group and start > last:
            yield first, last, group
            group = []
        if not group:
            first = start
        group.append(edit)
        last = end
    if group:
        yield first, last, group


def _moved(head: str, old: int, new: int) -> str:
    """Move the head of a hunk from the piece to where that stands in the whole text."""
    numbers = iter((old, new))
    return re.sub(r"(?<=[-+])\d+", lambda found: str(int(found[0]) + next(numbers)), head)


def _split(text: str) -> list[str]:
    """Split a text into lines as a diff has them, which end with a line feed alone."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _name(path: str) -> str:
    """Write a file's name as git does: quoted where it must be, set off where it has spaces."""
    if any(char in '"\\' or ord(char) < 32 for char in path):
        quoted = path.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
        return '"' + quoted.replace("\n", "\\n").replace("\r", "\\r") + '"'
    return path + "\t" if " " in path else path
