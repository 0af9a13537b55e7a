"""Definition files changed where they stand: lists and mappings grow and shrink, all else stays.

What is changed is read anew before it is written anywhere, so a layout that is not provided
for here is found out rather than spoilt.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from rolecmp.tables.catalogtext import flow, scalar

_TOP = re.compile(r"^([^\s#\-\[{][^:]*?)\s*:(?:\s|$)")


def set_list(
    text: str,
    key: str,
    drop: Collection[tuple[int, int]],
    add: Sequence[str],
    kept: int,
    beside: Collection[str] = (),
) -> str:
    """Change the list under a key at the top of a file.

    `drop` are the 1-based lines and columns of items to take out, `add` items to put in, `kept`
    how many stay. A list that is new goes behind the keys `beside`, else to the end of the
    file; one that is empty goes.
    """
    lines = text.split("\n")
    start = _line_of(lines, key)
    if start is None:
        near = [_line_of(lines, each) for each in beside]
        last = max((line for line in near if line is not None), default=None)
        if last is None:
            return _ended(text) + f"{key}: {flow(add)}\n" if add else text
        end = _end_of(lines, last)
        return "\n".join([*lines[:end], f"{key}: {flow(add)}", *lines[end:]])
    end = _end_of(lines, start)
    if not kept and not add:
        return "\n".join([*lines[:start], *_comments(lines[start:end]), *lines[end:]])
    inside = [lines[start].partition(":")[2], *lines[start + 1 : end]]
    opening = next(
        (n for n, line in enumerate(inside) if line.strip() and not _is_comment(line)), 0
    )
    if inside[opening].lstrip().startswith("["):
        return _set_flow(text, lines, start + opening, drop, add)
    return _set_block(lines, start, end, drop, add)


def _set_block(
    lines: list[str], start: int, end: int, drop: Collection[tuple[int, int]], add: Sequence[str]
) -> str:
    gone = {line - 1 for line, _ in drop}
    last = max(n for n in range(start, end) if lines[n].lstrip().startswith("-"))
    indent = lines[last][: _indent(lines[last])]
    new = [f"{indent}- {scalar(item)}" for item in add]
    kept = [line for n, line in enumerate(lines[: last + 1]) if n not in gone]
    return "\n".join([*kept, *new, *lines[last + 1 :]])


def _set_flow(
    text: str, lines: list[str], start: int, drop: Collection[tuple[int, int]], add: Sequence[str]
) -> str:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for row, column in sorted(drop, reverse=True):
        text = _without(text, starts[row - 1] + column - 1)
    if add:
        close = _closing(text, text.index("[", starts[start]))
        before = text[:close].rstrip()
        comma = "" if before.endswith(("[", ",")) else ", "
        text = before + comma + ", ".join(map(scalar, add)) + text[close:]
    return text


def _without(text: str, start: int) -> str:
    """Take the item at `start` out of a list on one line, with one of the commas beside it."""
    end = _item_end(text, start)
    behind = re.compile(r"\s*,[ \t]*").match(text, end)
    if behind:
        return text[:start] + text[behind.end() :]
    before = re.search(r",\s*$", text[:start])
    return text[: before.start() if before else start] + text[end:]


def _item_end(text: str, start: int) -> int:
    quote = text[start]
    if quote in "'\"":
        at = start + 1
        while text[at] != quote:
            at += 2 if quote == '"' and text[at] == "\\" else 1
        return at + 1
    at = start
    while text[at] not in ",]\n":
        at += 1
    return at - (len(text[start:at]) - len(text[start:at].rstrip()))


def _closing(text: str, start: int) -> int:
    """Return where a list that opens at `start` is closed; quotes and comments are skipped."""
    at = start + 1
    while text[at] != "]":
        if text[at] in "'\"" and text[at - 1] in " [,\n":
            at = _item_end(text, at)
        elif text[at] == "#" and text[at - 1] in " \n":
            at = text.index("\n", at)
        else:
            at += 1
    return at


def append_to_list(text: str, key: str, items: Sequence[str]) -> str:
    """Put items at the end of a list at the top of a file, where there is one."""
    if _line_of(text.split("\n"), key) is None or not items:
        return text
    return set_list(text, key, (), items, 1)


def append_to_mapping(text: str, key: str, entries: Iterable[str]) -> str:
    """Put entries at the end of a mapping at the top of a file, which is made where it lacks.

    `entries` are lines indented by two spaces a level, which are brought to the indent of
    those that are there.
    """
    added = [line.rstrip("\n") for line in entries]
    if not added:
        return text
    lines = text.split("\n")
    start = _line_of(lines, key)
    if start is None:
        return _ended(text) + "\n".join([f"\n{key}:", *added]) + "\n"
    end = _end_of(lines, start)
    inside = [line for line in lines[start + 1 : end] if line.strip() and not _is_comment(line)]
    indent = _indent(inside[0]) if inside else 2
    if inside and indent != 2:
        added = [" " * (_indent(line) // 2 * indent) + line.lstrip() for line in added]
    return "\n".join([*lines[:end], *added, *lines[end:]])


# --- lines ------------------------------------------------------------------------------------


def _line_of(lines: Sequence[str], key: str) -> int | None:
    for number, line in enumerate(lines):
        match = _TOP.match(line.removeprefix("\ufeff"))
        if match and match[1].strip("'\"") == key:
            return number
    return None


def _end_of(lines: Sequence[str], start: int) -> int:
    """Return the line behind what stands under a key; blank lines and comments go with the next.

    Items of a list may stand as far left as its key.
    """
    end = start + 1
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if _TOP.match(line):
            break
        if line.strip() and (not _is_comment(line) or line[:1] == " "):
            end = number + 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _comments(lines: Iterable[str]) -> list[str]:
    """Return the comments in lines that go, each on a line of its own."""
    found = [re.search(r"(?:^|\s)(#.*)$", line) for line in lines]
    return [match[1] for match in found if match]


def _ended(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"
