"""What explains letters and abbreviations: text around a table, its cells, tables of their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.tables.cells import problem_in
from rolecmp.tables.letters import CellKind, CellReading
from rolecmp.tables.vocabulary import CONTRADICTIONS, EITHER, INITIAL, SEPARATED, WORDS, fold

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Problem
    from rolecmp.tables.cells import Source
    from rolecmp.tables.grid import TableGrid
    from rolecmp.tables.letters import Letters

_ENTRY = re.compile(
    r"(?<![A-Za-z])([RACIraci])(?![A-Za-z])[\s*_`)\]]{0,4}"
    r"(?:=|:|：|-|–|—|→|＝|\(|（|\bis\b|\bmeans\b|\bfor\b)[\s*_`]*([^\W\d_][^,;，；、|=\n]*)"
)
_PAIR = re.compile(r"^\W*?([\w&/.+-]{1,15})[\s*_`]*(?:=|:|：|–|—|-|→|\(|（)[\s*_`]*(\w[^=|\n]*)$")
_OTHER = ("import.other-meaning", "import.map-meaning")
_LONGEST_KEY = 15
_SHORTEST_WORD = 4
"""A shorter text is letters at most, unless it is Chinese."""
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
    """Return the entries of the legends in a text: several letters, close to each other.

    Two are enough where one of them has its own meaning.
    """
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
    own = any(_letter_of(entry.meaning) == INITIAL[entry.letter] for entry in run)
    return run if len({entry.letter for entry in run}) >= 3 - own else []


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


# --- in the cells of a table -------------------------------------------------------------------


def is_legend(grid: TableGrid, row: int, column: int) -> bool:
    """Tell whether a column explains letters: what they mean stands beside them."""
    explained = told = 0
    for number in range(row + 1, len(grid.rows)):
        reading = grid.readings[number][column]
        if reading.kind is not CellKind.LETTERS or (column and is_legend_row(grid, number)):
            continue
        told += 1
        explained += any(
            explains(grid.rows[number + down][column + right].text, reading, grid)
            for down, right in ((0, 1), (0, -1), (1, 0), (-1, 0))
            if 0 <= column + right < grid.width
            and number + down < len(grid.rows)
            # A role's own column may have a word above a letter of the same meaning.
            and not (down and grid.readings[number + down][column].kind is CellKind.LETTERS)
        )
    if explained > 0 and explained * 2 >= told:
        return True
    lines = [line for line in grid.rows[row + 1 :] if line[column].text]
    texts = [line[column].text for line in lines]
    alone = (
        all(len(text) == 1 and text.isalpha() for text in texts)
        and len(set(texts)) == len(texts) > 2
    )
    beside = column + 1 < grid.width and all(len(line[column + 1].text) > 3 for line in lines)
    return alone and (column == 0 or (beside and not grid.header(row, column).text))


def is_legend_row(grid: TableGrid, row: int) -> bool:
    """Tell whether all that a row says is a letter and what it means."""
    filled = [place for place, cell in enumerate(grid.rows[row]) if cell.text]
    if not 2 <= len(filled) <= 3 or grid.readings[row][filled[0]].kind is not CellKind.LETTERS:
        return False
    return explains(grid.rows[row][filled[1]].text, grid.readings[row][filled[0]], grid)


def is_key(grid: TableGrid) -> bool:
    """Tell whether a table as a whole explains letters: a row each, and what it means."""
    letters = []
    for cells, readings in zip(grid.rows, grid.readings, strict=True):
        said = [place for place, cell in enumerate(cells) if cell.text]
        single = [place for place in said if len(cells[place].text) == 1]
        if len(single) > 1 or len(grid.rows) > _LONGEST_KEY:
            return False
        if single and single[0] == said[0] and readings[single[0]].kind is CellKind.LETTERS:
            reading = readings[single[0]]
            if any(explains(cells[place].text, reading, grid) for place in said[1:]):
                letters.append(reading.letters)
    return len(letters) > 2


def explains(text: str, letter: CellReading, grid: TableGrid) -> bool:
    """Tell whether a text and a cell beside it say one letter, one of them in a word."""
    short = len(text) < _SHORTEST_WORD and text.isascii()
    if len(letter.letters) != 1 or not text or (short and not letter.words):
        return False
    word = re.split(SEPARATED, text.strip(), maxsplit=1)[0]
    for part in (word, *word.split()[:1]):
        said = grid.read(part)
        if said.kind is CellKind.LETTERS and bool(said.words) != bool(letter.words):
            return said.letters == letter.letters
    return False


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
