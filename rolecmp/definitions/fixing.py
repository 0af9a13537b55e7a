"""What is wrong with the files of a catalog and can be put right without a doubt: put right.

Names of files, encodings, and the slips that `rolecmp.definitions.mending` and the reader are
sure about. What comes out is read again: a file in which anything would be wrong then that was
not wrong before stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.definitions.encoding import decoded
from rolecmp.definitions.loader import read_catalog
from rolecmp.definitions.mending import mended
from rolecmp.definitions.names import normal_form
from rolecmp.definitions.reader import MAX_BYTES
from rolecmp.definitions.shape import is_id
from rolecmp.definitions.sources.discovery import MISNAMED, looks_like_role
from rolecmp.definitions.sources.folders import CATALOG_FILE, ENDING, Folder, path_in

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Problem

_MISNAMED_ROLE = re.compile(r"([^.].*)\.ya?ml(?:\.txt)?", re.IGNORECASE)
_MOST_ROUNDS = 4  # of edits: what one puts right may show what else is to be


class Fix(NamedTuple):
    """A file put right: its name, bytes and text as they are, and as they are to be.

    `encoding` is what the bytes are in now; afterwards it is UTF-8.
    """

    name: str
    data: bytes
    text: str
    encoding: str
    new_name: str
    new_data: bytes
    new_text: str


class _Overlay:
    """A folder some of whose files hold other data, or have other names."""

    builtin = False

    def __init__(self, folder: Folder, names: Mapping[str, str]) -> None:
        self.label = folder.label
        self._folder = folder
        self._names = names  # by the names that they have here
        self.texts: dict[str, str] = {}

    def names(self) -> list[str]:
        return list(self._names)

    def has(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str, limit: int) -> bytes | Problem:
        if name in self.texts:
            return self.texts[name].encode("utf-8")[:limit]
        return self._folder.read(self._names.get(name, name), limit)


def fixes(folder: Folder) -> tuple[Fix, ...]:
    """Return the files that can be put right, ``catalog.yaml`` first; raises OSError."""
    return _fixes(folder)[0]


def fixable(folder: Folder, problems: Iterable[Problem]) -> int:
    """Return how many of a folder's problems are gone when its files are put right.

    A file that is not read because of its name is one of them.
    """
    try:
        found, view = _fixes(folder)
    except OSError:
        return 0
    names = {path_in(folder, each.name): path_in(folder, each.new_name) for each in found}
    left = set(map(_key, read_catalog(view).problems))
    gone = [
        each
        for each in problems
        if _key(each._replace(path=names.get(each.path, each.path))) not in left
    ]
    return len(gone) + sum(each.name.endswith(".txt") for each in found)


def _fixes(folder: Folder) -> tuple[tuple[Fix, ...], _Overlay]:
    """Return the files that can be put right, and the folder as it would be."""
    names = _names(folder)
    view = _Overlay(folder, names)
    before = Counter(map(_key, read_catalog(view).problems))
    files: dict[str, tuple[bytes, str, str]] = {}
    for name in sorted(names, key=lambda each: (each != CATALOG_FILE, each)):
        data = view.read(name, MAX_BYTES + 1) if name.endswith(ENDING) else b""
        found = decoded(data) if isinstance(data, bytes) and 0 < len(data) <= MAX_BYTES else None
        if isinstance(data, bytes) and found is not None and name[0] != ".":
            mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
            files[name] = (data, mark + found[0], found[1])
            view.texts[name] = mended(found[0], certain=True)[0]
    for _ in range(_MOST_ROUNDS):
        if not _edit(view, read_catalog(view).problems):
            break
    while back := _made_worse(view, before):
        for name in back:
            del view.texts[name]
    found_fixes = []
    for name, (data, text, encoding) in files.items():
        new_text = view.texts.get(name)
        new_data = data if new_text is None else new_text.encode("utf-8")
        if names[name] != name or new_data != data:
            found_fixes.append(
                Fix(names[name], data, text, encoding, name, new_data, new_text or text)
            )
    return tuple(found_fixes), view


def _made_worse(view: _Overlay, before: Counter[tuple[str, int, str]]) -> list[str]:
    """Return the files with other texts in which something is wrong that was not `before`."""
    worse = {path for path, *_ in Counter(map(_key, read_catalog(view).problems)) - before}
    return [each for each in view.texts if path_in(view, each) in worse]


def _key(problem: Problem) -> tuple[str, int, str]:
    return problem.path, problem.line, problem.rule


def _edit(view: _Overlay, problems: Iterable[Problem]) -> bool:
    """Make the edits that problems come with in the texts of a view; False where there are none."""
    edits = sorted((each for each in problems if each.edit), key=lambda each: each[1:3])
    names = {path_in(view, name): name for name in view.texts}
    made = False
    for problem in reversed(edits):
        if problem.path in names and problem.edit is not None:
            name = names[problem.path]
            old, new = problem.edit
            parts = re.split("(\r\n|\r|\n)", view.texts[name])
            line, at = parts[2 * problem.line - 2], problem.column - 1
            if line.startswith(old, at):
                parts[2 * problem.line - 2] = line[:at] + new + line[at + len(old) :]
                view.texts[name] = "".join(parts)
                made = True
    return made


def _names(folder: Folder) -> dict[str, str]:
    """Return the names that files should have, each with the one that it has.

    A file is called otherwise only where one name alone can be meant for it, and is free.
    """
    found = sorted(folder.names())
    wanted = {name: _name(folder, name) for name in found}
    times = Counter(wanted.values())
    return {
        new if times[new] == 1 and (new == name or new not in found) else name: name
        for name, new in wanted.items()
    }


def _name(folder: Folder, name: str) -> str:
    """Return the name that a file should have, which is most often the one it has."""
    if name == CATALOG_FILE:
        return name
    if re.fullmatch(MISNAMED, name):
        return CATALOG_FILE
    match = _MISNAMED_ROLE.fullmatch(name)
    if match is None:
        return name
    id_ = match[1] if is_id(match[1]) else normal_form(match[1])
    new = id_ + ENDING
    return new if is_id(id_) and (new == name or _is_role(folder, name)) else name


def _is_role(folder: Folder, name: str) -> bool:
    """Tell whether a file defines a role, be it with slips."""
    data = folder.read(name, MAX_BYTES)
    found = decoded(data) if isinstance(data, bytes) else None
    return found is not None and looks_like_role(mended(found[0])[0])
