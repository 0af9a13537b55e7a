"""What the text around a table says of its letters and of the abbreviations in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.tables.vocabulary import CONTRADICTIONS, EITHER, INITIAL, WORDS, fold

if TYPE_CHECKING:
    from rolecmp.tables.letters import Letters

_ENTRY = re.compile(
    r"(?<![A-Za-z])([RACIraci])(?![A-Za-z])[\s*_`)\]]{0,4}"
    r"(?:=|:|：|-|–|—|→|＝|\(|（|\bis\b|\bmeans\b|\bfor\b)[\s*_`]*([^\W\d_][^,;，；、|=\n]*)"
)
_PAIR = re.compile(r"^\W*?([\w&/.+-]{1,15})[\s*_`]*(?:=|:|：|–|—|-|→|\(|（)[\s*_`]*(\w[^=|\n]*)$")
_NEAR = 3
"""How many lines may lie between two entries of one legend."""


class Entry(NamedTuple):
    """What a legend says of one letter, an upper-case initial, in which line."""

    letter: str
    meaning: str
    line: int


def entries(text: str, line: int) -> Iterator[Entry]:
    """Yield what a line says of letters, in whichever way legends are written."""
    for match in _ENTRY.finditer(text):
        yield Entry(match[1].upper(), match[2].strip(" *_`.)）"), line)


def legend(lines: Iterable[tuple[str, int]]) -> list[Entry]:
    """Return the entries of the legends in a text: several letters, close to each other."""
    found: list[Entry] = []
    run: list[Entry] = []
    for text, line in lines:
        for entry in entries(text, line):
            if run and entry.line - run[-1].line > _NEAR:
                found += _sure(run)
                run = []
            run.append(entry)
    return found + _sure(run)


def _sure(run: list[Entry]) -> list[Entry]:
    return run if len({entry.letter for entry in run}) >= 3 else []


def is_legend_line(text: str) -> bool:
    """Tell whether a line explains letters by itself."""
    found = list(entries(text, 0))
    sure = [entry for entry in found if _letter_of(entry.meaning) == INITIAL[entry.letter]]
    return bool(sure) or len({entry.letter for entry in found}) >= 3


def contradictions(found: Iterable[Entry], read: Letters) -> list[Entry]:
    """Return the entries by which a letter is not what it is in RACI.

    What the user has said of a letter goes before what a legend says.
    """
    wrong: dict[str, Entry] = {}
    for entry in found:
        if entry.letter.lower() in read.given or entry.letter in wrong:
            continue
        said = _letter_of(entry.meaning)
        known = said is not None and said != INITIAL[entry.letter]
        if known or _starts(entry.meaning, CONTRADICTIONS[entry.letter]):
            wrong[entry.letter] = entry
    return list(wrong.values())


def _letter_of(meaning: str) -> str | None:
    """Return the letter whose word a meaning begins with; None for words of two meanings."""
    form = fold(meaning)
    first = re.split(r"[\s(（/,.:：)）]", form, maxsplit=1)[0]
    if first in EITHER or any(form.startswith(word) for word in EITHER):
        return None
    if first in WORDS:
        return WORDS[first]
    wide = [word for word in WORDS if not word.isascii() and form.startswith(word)]
    return WORDS[max(wide, key=len)] if wide else None


def _starts(meaning: str, words: Iterable[str]) -> bool:
    form = fold(meaning)
    first = re.split(r"[\s(（/,.:：)）]", form, maxsplit=1)[0]
    return any(first == word or (not word.isascii() and form.startswith(word)) for word in words)


# --- abbreviations ----------------------------------------------------------------------------


def abbreviations(
    names: Iterable[str], lines: Iterable[str], pairs: Iterable[tuple[str, str]]
) -> Mapping[str, str]:
    """Return what short names stand for, as a key beside the table says.

    `lines` are of the text, `pairs` the cells of tables with two columns. Only what its own
    initials bear out is taken, or a short Chinese name; what is said in two ways is not.
    """
    wanted = {fold(name): name for name in names if len(name) <= 15}
    found: dict[str, set[str]] = {}
    told = [match.groups() for line in lines for match in [_PAIR.match(line.strip())] if match]
    for short, long in (*pairs, *told):
        key = fold(short)
        name = re.split(r"[,;，；。(（]|\s[-–—]\s|\.\s", long.strip(" *_`)）"), maxsplit=1)[
            0
        ].strip(" .*_`)）")
        if key in wanted and fold(name) != key and _bears_out(wanted[key], name):
            found.setdefault(wanted[key], set()).add(name)
    return {short: next(iter(longs)) for short, longs in found.items() if len(longs) == 1}


def _bears_out(short: str, long: str) -> bool:
    if not 2 <= len(long) <= 60:
        return False
    if not long.isascii():
        return len(long) <= 10 and " " not in long
    letters = [char for char in short.casefold() if char.isalpha()]
    words = re.split(r"[\s/&-]+", long.casefold())
    initials = [word[0] for word in words if word and word not in ("of", "the", "and", "for")]
    return letters == initials or (
        len(words) <= 5 and letters[:1] == initials[:1] and _within(letters, long.casefold())
    )


def _within(letters: list[str], text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
