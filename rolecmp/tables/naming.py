"""Names in tables: several in one cell, job titles, and those of people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from rolecmp.definitions.names import HAN
from rolecmp.tables.letters import CellKind, Letters
from rolecmp.tables.vocabulary import (
    EVERYONE,
    JOB_TITLES,
    JOB_TITLES_CHINESE,
    NO_NAME,
    NO_NAMES,
    NO_START,
    NOTHING,
    OF_EVERYONE,
    STRONG,
    SURNAMES,
    UNDECIDED,
    WEAK,
    fold,
    one_line,
    seen,
)

_SLASH = r"\s*[/+]\s*"
_BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】"}
_REMARK = r"^(.+?)\s*[(（\[【]([^()（）\[\]]*)[)）\]】]$"
_PLACEHOLDER = r"^(?:\[.*\]|<.*>|\{.*\}|\.\.\.|x{2,}|_+)$"
_RANGE = r"^\w{1,6}\d+\s*[-–—~～]\s*\w{0,6}\d+$"
_RANK = (
    r"^(?:senior |executive |assistant |associate |deputy |regional )*"
    r"(?:vp|svp|evp|vice president|director|manager|head|chief|lead|president|officer)"
    r"(?: (?:of|for) .+)?$"
)
_MAX_NAME = 80
_LONGEST = 600
"""The longest cell in which names are looked for."""
_SENTENCE = r"[.。!?！？；]\s+\S|[。！？]|:\s|："
_PERSON = r"^(?:[A-Z][\w'’-]+\.?)(?:\s+[A-Z][\w'’-]*\.?){1,2}$"
_HANDLE = r"^@[\w.-]+$|^[\w.+-]+@[\w-]+\.[\w.-]+$"
"""A handle or an address."""


class Trouble(Enum):
    """Why the words in a cell are no names that can be taken."""

    EVERYONE = "everyone"
    UNDECIDED = "undecided"
    RANGE = "range"
    UNCLEAR = "unclear-list"
    NO_NAME = "no-name"


class Named(NamedTuple):
    """The names in one cell, or why there are none: the trouble and the words it is about.

    Each name comes with what stood in brackets behind it, where that is a remark.
    """

    names: tuple[tuple[str, str], ...] = ()
    trouble: Trouble | None = None
    about: str = ""


class Names:
    """Takes names out of cells; what stands alone in one cell tells what a list in another is.

    `roles` are names that the user has given: they are taken as they stand. `separators` are
    words or signs that the user has said are between two names.
    """

    def __init__(
        self,
        cells: Iterable[str],
        roles: Collection[str],
        separators: Collection[str],
        read: Letters,
    ) -> None:
        self._given = {fold(name) for name in roles}
        self._read = read
        self._strong = STRONG
        self._comma = "," in separators
        if separators:
            given = "|".join(map(_as_separator, separators))
            self._strong = f"(?i){STRONG}|{given}"
        short = [seen(cell) for cell in cells if len(cell) <= _LONGEST]
        pieces = [piece for cell in short for piece in _split(self._strong, cell)]
        lists = [{fold(part) for part in _split(_SLASH, piece)} for piece in dict.fromkeys(pieces)]
        shared = Counter(part for parts in lists if len(parts) > 1 for part in parts)
        self._in_lists = {part for part, count in shared.items() if count > 1}
        self._alone = {fold(piece) for piece in pieces} | {
            fold(match[1]) for piece in pieces for match in [re.match(_REMARK, piece)] if match
        }
        self._bare = Counter(map(fold, pieces))

    def __call__(self, text: str) -> Named:
        """Return the names in a cell's text."""
        text = seen(text)
        if len(text) > _LONGEST:
            return Named(trouble=Trouble.NO_NAME, about=text)
        if fold(text) in self._given:
            return Named(((one_line(text), ""),))
        names: list[tuple[str, str]] = []
        pieces = _split(self._strong, text)
        rank = fold(pieces[0])
        titled = len(pieces) == 2 and "," in text and not self._comma
        # "Director, Sales" is one; "Head of Sales, Ops" are two where Ops is named elsewhere.
        again = titled and self._bare[fold(pieces[1])] > 1
        two = titled and " " in rank and (is_job_title(pieces[1]) or again)
        if titled and not two and re.match(_RANK, rank):
            return Named(trouble=Trouble.UNCLEAR, about=text)
        for piece in pieces:
            found = self._piece(piece)
            if found.trouble:
                return found
            names += [each for each in found.names if each not in names]
        return Named(tuple(names))

    def _piece(self, piece: str) -> Named:
        form = fold(piece)
        if form in self._given:
            return Named(((one_line(piece), ""),))
        if form in NOTHING or self._read.given.get(form, (1,)) == ():
            return Named()
        if form in EVERYONE or re.match(OF_EVERYONE, form):
            return Named(trouble=Trouble.EVERYONE, about=piece)
        if form in UNDECIDED or re.match(_PLACEHOLDER, form):
            return Named(trouble=Trouble.UNDECIDED, about=piece)
        if re.match(_RANGE, form):
            return Named(trouble=Trouble.RANGE, about=piece)
        parts = _split(WEAK, piece)
        if len(parts) > 1:
            return self._weak(piece, parts)
        name, remark = one_line(piece), ""
        if re.search(r"[(\[\uff08]\s*[RACI](?:\s*[/,+]\s*[RACI])*\s*[)\]\uff09]$", name):
            return Named(trouble=Trouble.NO_NAME, about=name)  # a name with a letter of its own
        match = re.match(_REMARK, name)
        if match and fold(match[1]) in self._bare:
            name, remark = match[1], match[2].strip()
        if (
            len(name) > _MAX_NAME
            or re.match(NO_START, fold(name))
            or re.search(_SENTENCE, name)
            or re.search(NO_NAME, name)
            or not any(map(str.isalpha, name))
            or form in NO_NAMES
        ):
            return Named(trouble=Trouble.NO_NAME, about=name)
        return Named(((name, remark),))

    def _weak(self, piece: str, parts: Sequence[str]) -> Named:
        """Tell a list from one name with a slash or an "and" in it, by the other cells."""
        known = [fold(part) in self._alone | self._given | self._in_lists for part in parts]
        slashes = len(_split(_SLASH, piece)) == len(parts)
        if all(known) or (any(known) and slashes):
            names: list[tuple[str, str]] = []
            for part in parts:
                found = self._piece(part)
                if found.trouble:
                    return found
                names += found.names
            return Named(tuple(names))
        return Named(trouble=Trouble.UNCLEAR, about=piece)


def between(text: str) -> str:
    """Return what may separate the names in a text, as it is given with ``--separator``."""
    found = re.search(WEAK, text) or re.search(STRONG, text)
    return found[0].strip() if found else "/"


def _as_separator(text: str) -> str:
    escaped = re.escape(text.strip())
    return rf"\s+{escaped}\s+" if text.strip().isalpha() and text.isascii() else rf"\s*{escaped}\s*"


def _split(separator: str, text: str) -> list[str]:
    """Split outside of brackets."""
    shielded = list(text)
    closing: list[str] = []
    for place, char in enumerate(text):
        if char in _BRACKETS:
            closing.append(_BRACKETS[char])
        elif closing and char == closing[-1]:
            closing.pop()
        elif closing:
            shielded[place] = "\0"
    pieces = []
    start = 0
    for match in re.finditer(separator, "".join(shielded)):
        pieces.append(text[start : match.start()])
        start = match.end()
    pieces.append(text[start:])
    bare = [re.sub(r"^[-\u2013\u2014*] ", "", piece.strip(" \n,")) for piece in pieces]
    return list(filter(None, bare)) or [text]


def is_job_title(name: str) -> bool:
    """Tell whether a name is what a role is called, by its last word."""
    plain = fold(name).partition("(")[0].strip()
    words = plain.replace("/", " ").replace(".", " ").split()
    if words and words[-1] in JOB_TITLES:
        return True
    return len(plain) <= 12 and plain.endswith(JOB_TITLES_CHINESE) and not plain.isascii()


def looks_like_person(name: str, read: Letters) -> bool:
    """Tell whether a name is one of a person and not of a role, as far as that can be told."""
    if re.match(_HANDLE, name):
        return True
    if read(name).kind is CellKind.LETTERS:
        return False
    remark = re.match(_REMARK, name)
    if remark and is_job_title(remark[2]) and not is_job_title(remark[1]):
        # "Alice (PM)"; two words are judged as they are without a remark.
        alone = remark[1].isascii() and remark[1].istitle() and " " not in remark[1]
        return alone or looks_like_person(remark[1], read)
    if is_job_title(name):
        return False
    if name.isascii():
        words = name.split()
        return bool(re.match(_PERSON, name)) and not any(
            word.isupper() and len(word) > 2 for word in words
        )
    return 2 <= len(name) <= 3 and name[0] in SURNAMES and bool(re.fullmatch(f"[{HAN}]+", name))
