"""The difference that edits make, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from rolecmp.docblocks.blocks import Edit

_Code: TypeAlias = "tuple[Any, int, int, int, int]"


class _Known(SequenceMatcher[str]):
    """Groups what has been compared already into pieces with lines around."""

    def __init__(self, codes: list[_Code]) -> None:
        super().__init__(None, "", "")
        self._codes = codes

    def get_opcodes(self) -> list[_Code]:
        return self._codes


def unified(path: str, text: str, edits: Sequence[Edit]) -> Iterator[str]:
    """Yield the lines of the diff that `edits` make of `text`, with their line ends.

    It applies with ``git apply`` and ``patch -p1`` from where `path` is relative to. Only what
    was edited is compared: the rest of a large document takes no time.
    """
    if not edits:
        return
    name = path.lstrip("/")
    yield f"--- {_name('a/' + name)}\n"
    yield f"+++ {_name('b/' + name)}\n"
    old, new, codes = _compared(text, edits)
    for group in _Known(codes).get_grouped_opcodes(3):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for tag, old_start, old_end, new_start, new_end in group:
            if tag == "equal":
                yield from _lines(" ", old[old_start:old_end])
                continue
            yield from _lines("-", old[old_start:old_end])
            yield from _lines("+", new[new_start:new_end])


def _name(path: str) -> str:
    """Write a file's name as git does: quoted where it must be, set off where it has spaces."""
    if any(char in '"\\' or ord(char) < 32 for char in path):
        quoted = path.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
        return '"' + quoted.replace("\n", "\\n").replace("\r", "\\r") + '"'
    return path + "\t" if " " in path else path


def _compared(text: str, edits: Sequence[Edit]) -> tuple[list[str], list[str], list[_Code]]:
    """Give the lines before and after, and what became of them as `difflib` has it."""
    old: list[str] = []
    new: list[str] = []
    codes: list[_Code] = []

    def equal(part: str) -> None:
        lines = _split(part)
        if lines:
            codes.append(("equal", len(old), len(old) + len(lines),
                          len(new), len(new) + len(lines)))  # fmt: skip
            old.extend(lines)
            new.extend(lines)

    at = 0
    for start, end, before, after in _whole_lines(text, edits):
        equal(text[at:start])
        removed, added = _split(before), _split(after)
        codes += [
            (tag, len(old) + a, len(old) + b, len(new) + c, len(new) + d)
            for tag, a, b, c, d in SequenceMatcher(None, removed, added, False).get_opcodes()
        ]
        old += removed
        new += added
        at = end
    equal(text[at:])
    return old, new, codes


def _whole_lines(text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, int, str, str]]:
    """Yield where whole lines change, what they are and what becomes of them.

    Edits on one line go together: a line ends with a line feed here, as it does in a diff,
    while a document may end its lines with a carriage return.
    """
    together: list[Edit] = []
    begin = finish = 0
    for edit in [*edits, None]:
        if edit is not None:
            start = text.rfind("\n", 0, edit.start) + 1
            stop = text.find("\n", edit.end) + 1 or len(text)
            if together and start < finish:
                together.append(edit)
                finish = max(finish, stop)
                continue
        if together:
            after = []
            at = begin
            for each in together:
                after += [text[at : each.start], each.text]
                at = each.end
            yield begin, finish, text[begin:finish], "".join([*after, text[at:finish]])
        if edit is not None:
            together, begin, finish = [edit], start, stop


def _split(text: str) -> list[str]:
    lines = text.split("\n")
    return [*(line + "\n" for line in lines[:-1]), *([lines[-1]] if lines[-1] else [])]


def _lines(sign: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield sign + line
        if not line.endswith("\n"):
            yield "\n\\ No newline at end of file\n"


def _range(start: int, end: int) -> str:
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"
