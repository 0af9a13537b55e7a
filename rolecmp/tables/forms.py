"""The forms that a table can have, each with how it is found; those that fit are values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.definitions.problems import Phrase, Problem, phrase
from rolecmp.definitions.shape import is_id
from rolecmp.tables.legend import is_legend
from rolecmp.tables.letters import CellKind
from rolecmp.tables.naming import is_job_title
from rolecmp.tables.vocabulary import (
    ANONYMOUS_HEADERS,
    GROUP_HEADERS,
    ID_HEADERS,
    OTHER_HEADERS,
    OWNERS,
    TOPIC_HEADERS,
    A,
    R,
    fold,
)

if TYPE_CHECKING:
    from rolecmp.tables.grid import TableGrid

_NAME_AND_ID = re.compile(r"^(.+) \(([^()\s]+)\)$", re.DOTALL)
TEXTS = (CellKind.TEXT, CellKind.ODD)
_AROUND_LETTERS = frozenset(
    ["role", "roles", "party", "parties", "person", "persons", "people", "team", "teams", "who",
     "is", "are", "be", "to", "the", "stakeholder", "stakeholders", "individual", "individuals",
     "department", "r", "a", "c", "i"]
)  # fmt: skip
"""Words that headers have beside the one for a letter."""
_HEADER_ROWS = 40
"""How far down a header is looked for."""


class Form(Enum):
    """How a table says who does what."""

    ROLES_ACROSS = "roles-across"
    """A column a role, a row a topic, letters in the cells."""
    LETTERS_ACROSS = "letters-across"
    """A column a letter, a row a topic, roles in the cells."""
    OWNERS = "owners"
    """A row a topic, and who owns it."""
    ONE_ROLE = "one-role"
    """A row a topic, and the letter that one role has on it."""
    ONE_TOPIC = "one-topic"
    """A row a role, and the letter that it has on the topic of the heading above."""


_REASONS = {
    Form.ROLES_ACROSS: "import.form-roles-across",
    Form.LETTERS_ACROSS: "import.form-letters-across",
    Form.OWNERS: "import.form-owners",
    Form.ONE_ROLE: "import.form-one-role",
}


class Layout(NamedTuple):
    """One way to read a table.

    `grid` has its topics as rows. `header` is the row with the names of the columns; `columns`
    are those with letters, or with roles where the letters stand in the header: `letters`.
    `roles_are_rows` tells that the roles stood in rows, or in the first column with lists of
    topics beside them.
    """

    form: Form
    reason: Phrase
    grid: TableGrid
    header: int
    columns: tuple[int, ...]
    letters: Mapping[int, tuple[str, ...]]
    roles_are_rows: bool = False
    ids: int | None = None
    """The column with the ids of topics, in a matrix that this program wrote."""


# --- roles as columns -------------------------------------------------------------------------


def own_matrix(grid: TableGrid) -> Layout | None:
    """Return how a matrix is read that this program wrote as CSV, None where it is none.

    Ids, names and groups of topics come first; the names of roles have their ids behind them,
    unless somebody has added a role. What else there is about a topic is known.
    """
    if not grid.rows or fold(grid.rows[0][0].text) not in ID_HEADERS or grid.width < 3:
        return None
    names = [cell.text for cell in grid.rows[0]]
    columns = tuple(
        n
        for n in range(3, grid.width)
        if name_and_id(names[n])[1] or (names[n] and fold(names[n]) not in OTHER_HEADERS)
    )
    reason = phrase("import.form-roles-across", names=tuple(names[n] for n in columns))
    return Layout(Form.ROLES_ACROSS, reason, grid, 0, columns, {}, ids=0)


def name_and_id(header: str) -> tuple[str, str]:
    """Return a role's name and the id behind it, as a matrix in CSV heads its columns.

    The id is empty where none stands there: "Manager (EU)" is a name.
    """
    match = _NAME_AND_ID.match(header)
    return (match[1], match[2]) if match and is_id(match[2]) else (header, "")


def roles_across(grid: TableGrid) -> Layout | None:
    """Return how a table is read with roles as columns, None where it cannot be."""
    best: tuple[int, int, int] | None = None
    columns: list[int] = []
    for row in range(min(len(grid.rows) - 1, _HEADER_ROWS)):
        if _is_topic(grid, row):
            break
        roles = [column for column in range(grid.width) if _is_role(grid, row, column)]
        if not roles or not _names_roles(grid, row, roles):
            continue
        counts = [grid.below(row, column) for column in roles]
        score = sum(count.letters - count.odd - 2 * count.text for count in counts)
        if best is None or (len(roles), score) > best[:2]:
            best = (len(roles), score, row)
            columns = roles
    if best is None:
        return None
    header = best[2]
    names = tuple(grid.label(header, column) for column in columns)
    form = Form.ROLES_ACROSS
    # Whose letters are in the only column must be beyond doubt: these may be grades.
    anonymous = grid.options.roles or _is_anonymous(names[0]) or not is_job_title(names[0])
    if len(columns) == 1 and anonymous and not grid.named_role(header, columns[0]):
        form = Form.ONE_ROLE
    reason = phrase(_REASONS[form], names=names)
    return Layout(form, reason, grid, header, tuple(columns), {})


def _is_topic(grid: TableGrid, row: int) -> bool:
    """Tell whether a row names a topic, below a header that says that topics stand there."""
    for cells in grid.rows[:row]:
        texts = [cell.text for cell in cells]
        column = next((n for n, text in enumerate(texts) if fold(text) in TOPIC_HEADERS), None)
        if column is not None and len(set(filter(None, texts))) > 2:
            cell = grid.rows[row][column]
            return bool(cell.text) and not cell.covered and fold(cell.text) not in TOPIC_HEADERS
    return False


def other_scheme(layout: Layout) -> Problem | None:
    """Return the problem that nothing but A, C and I in a table says that it is of RACI.

    Grades, classes and priorities look the same. A header of topics, a role that is called as
    roles are, an R, or what the user says tells it.
    """
    grid, header = layout.grid, layout.header
    names = [grid.label(header, column) for column in layout.columns]
    body = grid.readings[header + 1 :]
    if (
        layout.form is not Form.ROLES_ACROSS
        or grid.options.roles_in is not None
        or any(is_job_title(name) or fold(name) in map(fold, grid.options.roles) for name in names)
        or any(fold(cell.text) in TOPIC_HEADERS | GROUP_HEADERS for cell in grid.rows[header])
        or any(
            R in row[column].letters or row[column].words
            for row in body
            for column in layout.columns
        )
    ):
        return None
    keys = ("import.other-scheme", "import.say-columns", "unclear-form")
    return grid.table.problem_at(grid.rows[header][layout.columns[0]], *keys, names=tuple(names))


def _is_anonymous(header: str) -> bool:
    """Tell whether the header of letters says that they are letters, and not whose."""
    form = fold(header)
    return form in ANONYMOUS_HEADERS or "raci" in form or "rasci" in form


def _is_role(grid: TableGrid, row: int, column: int) -> bool:
    """Tell whether a column under a header in `row` has letters as a role's column does."""
    if grid.ignored(row, column):
        return False
    below = grid.below(row, column)
    header = grid.header(row, column)
    if (
        not any(map(str.isalpha, header.text))
        or below.letters == 0
        or is_other(grid, row, column)
        or below.letters + below.odd < below.text
    ):
        return False
    reading = grid.read(header.text)
    form = fold(header.text)
    named_otherwise = below.text > 0 and form in TOPIC_HEADERS | OTHER_HEADERS
    names_topics = column == 0 and form in TOPIC_HEADERS - ANONYMOUS_HEADERS
    if reading.kind is CellKind.DASH or named_otherwise or names_topics:
        return False
    short = len(header.text) == 1 and reading.kind is CellKind.ODD and header.text.isascii()
    if (short or reading.kind is CellKind.LETTERS) and not _spelled(grid, row, header.text):
        return False
    return not is_legend(grid, row, column)


def is_other(grid: TableGrid, row: int, column: int) -> bool:
    """Tell whether letters may be those of a status, a priority or the like.

    None of them is an R, stands beside another or is the sign for nothing.
    """
    kinds = (CellKind.BLANK, CellKind.LETTERS)
    return (
        fold(grid.header(row, column).text) in OTHER_HEADERS
        and not grid.named_role(row, column)
        and all(
            reading.kind in kinds and len(reading.letters) < 2 and R not in reading.letters
            for _, reading in grid.column(column, range(row + 1, len(grid.rows)))
        )
    )


def _spelled(grid: TableGrid, row: int, text: str) -> bool:
    """Tell whether a header that reads as letters is a name that is spelled so.

    That is an abbreviation such as CI, or one of roles that are called A, B, C and D.
    """
    if len(text) > 1:
        return text.isalpha() and not grid.read(text).words
    return _alphabet(grid, row)


def _alphabet(grid: TableGrid, row: int) -> bool:
    """Tell whether the single letters in a row are the first of the alphabet, in order."""
    single = [cell.text for cell in grid.rows[row] if len(cell.text) == 1]
    return len(single) > 2 and single == [chr(ord("A") + place) for place in range(len(single))]


def _names_roles(grid: TableGrid, row: int, roles: Sequence[int]) -> bool:
    """Tell whether a row can be the header: names of its own, and more than one of them."""
    own = [grid.rows[row][column] for column in roles if grid.rows[row][column].text]
    names = {cell.text for cell in own}
    letters = sum(
        grid.read(cell.text).kind is CellKind.LETTERS and not _is_anonymous(cell.text)
        for cell in own
    )
    if letters * 2 >= len(own) and not _alphabet(grid, row):
        return False
    apart = len(names) * 2 >= len(own) or not any(cell.covered for cell in own)
    return len(own) * 2 >= len(roles) and apart and not grid.merged(row)


def letter_columns_of_roles(grid: TableGrid) -> Problem | None:
    """Find letters that head columns again and again, a set of them for each role."""
    for number, row in enumerate(grid.readings[:_HEADER_ROWS]):
        heads = [
            grid.rows[number][column].text.upper()
            for column, reading in enumerate(row)
            if reading.kind is CellKind.LETTERS and len(grid.rows[number][column].text) == 1
        ]
        repeated = len(heads) >= 4 and len(set(heads)) >= 2 and len(heads) >= 2 * len(set(heads))
        if not repeated:
            continue
        under = [
            reading.kind
            for below in grid.readings[number + 1 :]
            for column, reading in enumerate(below)
            if row[column].kind is CellKind.LETTERS
        ]
        if CellKind.LETTERS not in under and CellKind.ODD in under:
            cell = next(
                grid.rows[number][column]
                for column, reading in enumerate(row)
                if reading.kind is CellKind.LETTERS
            )
            keys = ("import.letter-columns", "import.letters-in-cells")
            return grid.table.problem_at(cell, *keys)
    return None


# --- letters as columns -----------------------------------------------------------------------


def header_letters(grid: TableGrid, text: str) -> tuple[str, ...]:
    """Return the letters that a column's header names, none where it names no letter."""
    given = grid.read.given.get(fold(text))
    if given is not None:
        return given
    reading = grid.read(text.replace("=", ":"))
    short = len(re.split(r"[\s(\uff08:=]", text, maxsplit=1)[0]) <= 3
    if reading.kind is CellKind.LETTERS and (reading.words or short):
        return reading.letters if len(reading.letters) <= 2 and len(reading.note) <= 40 else ()
    named = {
        letters
        for word in re.split(r"[\W_]+", fold(text))
        for letters in [grid.read.word(word)]
        if word not in _AROUND_LETTERS
    }
    if len(named) == 1 and None not in named:
        return next(iter(named)) or ()
    return (A,) if fold(text) in OWNERS else ()


def letters_across(grid: TableGrid) -> Layout | None:
    """Return how a table is read with letters as columns, None where it cannot be."""
    best: tuple[int, int] | None = None
    found: dict[int, tuple[str, ...]] = {}
    first = _first_full_row(grid)
    last = min(len(grid.rows) - 1, first + 2 if grid.table.headed else _HEADER_ROWS)
    for row in range(last):
        letters = {}
        count = 0
        for column in range(grid.width):
            named = header_letters(grid, grid.rows[row][column].text)
            if not named or grid.ignored(row, column) or grid.spanned(row, column):
                continue
            below = _names_below(grid, row, column)
            if grid.below(row, column).letters <= below:
                letters[column] = named
                count += below
        heads = {column: grid.rows[row][column].text for column in letters}
        single = [column for column, text in heads.items() if len(text) <= 2 and text.isascii()]
        told = {letter for column in letters for letter in letters[column]}
        if not letters or count == 0:
            continue
        if len(single) == len(letters) < 3 and not {A, R} <= told:
            continue
        if len(letters) < 3 and row != first:
            continue
        if best is None or (len(letters), count) > best:
            best = (len(letters), count)
            found = letters
            header = row
    if best is None:
        return None
    owners = all(each == (A,) for each in found.values())
    form = Form.OWNERS if owners else Form.LETTERS_ACROSS
    names = tuple(grid.label(header, column) for column in found)
    reason = phrase(_REASONS[form], names=names)
    return Layout(form, reason, grid, header, tuple(found), found)


def _names_below(grid: TableGrid, row: int, column: int) -> int:
    """Count the cells of a column that may be names; a single letter or a mark is none.

    A row that is merged into one cell is a title or a legend.
    """
    below = (number for number in range(row + 1, len(grid.rows)) if not grid.merged(number))
    return sum(
        reading.kind is CellKind.TEXT or (reading.kind is CellKind.ODD and len(cell.text) > 1)
        for cell, reading in grid.column(column, below)
        if not cell.covered or len(cell.text) > 1
    )


def _first_full_row(grid: TableGrid) -> int:
    """Return the first row that says more than one thing: above it there are titles."""
    for row in range(len(grid.rows)):
        if len({cell.text for cell in grid.rows[row] if cell.text}) > 1:
            return row
    return 0
