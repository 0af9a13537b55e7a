"""What the text around a table says of its letters and of the abbreviations in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.tables.cells import problem_in
from rolecmp.tables.vocabulary import CONTRADICTIONS, EITHER, INITIAL, WORDS, fold

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Problem
    from rolecmp.tables.cells import Source
    from rolecmp.tables.letters import Letters

_ENTRY = re.compile(
    r"(?<![A-Za-z])([RACIraci])(?![A-Za-z])[\s*_`)\]]{0,4}"
    r"(?:=|:|：|-|–|—|→|＝|\(|（|\bis\b|\bmeans\b|\bfor\b)[\s*_`]*([^\W\d_][^,;，；、|=\n]*)"
)
_PAIR = re.compile(r"^\W*?([\w&/.+-]{1,15})[\s*_`]*(?:=|:|：|–|—|-|→|\(|（)[\s*_`]*(\w[^=|\n]*)$")
_OTHER = ("import.other-meaning", "import.map-meaning")
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


def _legend(lines: Iterable[tuple[str, int]]) -> list[Entry]:
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


def other_meanings(source: Source, read: Letters) -> Iterator[Problem]:
    """Yield a problem for each letter that a legend of a file gives another meaning than RACI."""
    prose = _legend((line.text, line.line) for line in source.prose)
    for entry in _contradictions(prose, read):
        yield problem_in(source.path, *_OTHER, at=(entry.line, 1), **_about(entry))
    for table in source.tables:
        lines = []
        cells = {}
        for number, row in enumerate(table.rows):
            texts = list(dict.fromkeys(cell.text for cell in row if cell.text))
            cells[number] = next((cell for cell in row if cell.text), row[0] if row else None)
            if len(texts) in (2, 3) and len(texts[0]) == 1 and len(texts[1]) > 1:
                lines.append((f"{texts[0]} = {texts[1]}", number))
            else:
                lines += [(text, number) for text in texts if len(text) > 5]
        for entry in _contradictions(_legend(lines), read):
            cell = cells[entry.line]
            assert cell is not None
            yield table.problem_at(cell, *_OTHER, **_about(entry))


def _about(entry: Entry) -> dict[str, str]:
    return {"letter": entry.letter, "meaning": entry.meaning[:60], "text": entry.letter}


def _contradictions(found: Iterable[Entry], read: Letters) -> list[Entry]:
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


def full_names(source: Source, chosen: Collection[int], names: Iterable[str]) -> Mapping[str, str]:
    """Return what short names stand for, as a key beside or below a table says.

    A key is a text, or the two first cells of rows that have no more, unless the table is not
    one of those `chosen`, by their numbers. Only what its own initials bear out is taken, or a
    short Chinese name; what is said in two ways is not.
    """
    pairs = [
        (texts[0], texts[1])
        for table in source.tables
        for row in table.rows
        for texts in [[cell.text for cell in row if cell.text and not cell.covered]]
        if len(texts) == 2 or (len(texts) > 2 and table.number not in chosen)
    ]
    lines = [line.text for line in source.prose]
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
