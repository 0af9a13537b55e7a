"""Which form a table has, and why: each form is tried, and those that fit are values.

Where more than one fits, nobody can tell how to read the table, and the user is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from rolecmp.definitions.problems import Phrase, phrase
from rolecmp.tables.cells import Cell, transposed
from rolecmp.tables.grid import COLUMNS, ROWS, Grid
from rolecmp.tables.letters import Kind, Reading
from rolecmp.tables.vocabulary import (
    ANONYMOUS_HEADERS,
    GROUP_HEADERS,
    JOB_TITLES,
    JOB_TITLES_CHINESE,
    NUMBER_HEADERS,
    OTHER_HEADERS,
    OWNERS,
    ROLE_HEADERS,
    TOPIC_HEADERS,
    A,
    fold,
)

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


class Layout(NamedTuple):
    """One way to read a table.

    `grid` has its topics as rows. `header` is the row with the names of the columns; `columns`
    are those with letters, or with roles where the letters stand in the header: `letters`.
    `roles_are_rows` tells that the roles stood in rows, or in the first column with lists of
    topics beside them.
    """

    form: Form
    reason: Phrase
    grid: Grid
    header: int
    columns: tuple[int, ...]
    letters: Mapping[int, tuple[str, ...]]
    roles_are_rows: bool = False


class Refusal(NamedTuple):
    """Why a table that has letters is not read: what is said at which cell, and what helps."""

    cell: Cell
    rule: str
    message: Phrase
    remedy: Phrase


def layouts(grid: Grid) -> list[Layout] | Refusal:
    """Return the ways in which a table can be read, none where it says nothing of RACI."""
    sub = _letter_columns_of_roles(grid)
    if sub is not None:
        return sub
    found: list[Layout] = []
    for layout in (_roles_across(grid), _letters_across(grid)):
        if layout is not None:
            found += _oriented(layout)
    if len(found) > 1 and found[0].form is Form.ROLES_ACROSS and found[-1].form is Form.OWNERS:
        # A matrix may have a column for the owner beside the roles.
        several = [each for each in found if len(each.columns) > 1 and each.form != Form.OWNERS]
        return several or found
    return found


# --- roles as columns -------------------------------------------------------------------------


def _roles_across(grid: Grid) -> Layout | None:
    best: tuple[int, int] | None = None
    columns: list[int] = []
    for row in range(min(len(grid.rows) - 1, _HEADER_ROWS)):
        roles = [column for column in range(grid.width) if _is_role(grid, row, column)]
        if not roles or not _names_roles(grid, row, roles):
            continue
        counts = [grid.below(row, column) for column in roles]
        score = sum(count.letters + count.odd - 2 * count.text for count in counts)
        if best is None or (score, row) > best:
            best = (score, row)
            columns = roles
    if best is None:
        return None
    header = best[1]
    names = tuple(grid.label(header, column) for column in columns)
    form = Form.ROLES_ACROSS
    if len(columns) == 1 and (
        fold(names[0]) in ANONYMOUS_HEADERS
        or (grid.options.roles and not grid.named_role(header, columns[0]))
    ):
        form = Form.ONE_ROLE
    reason = phrase(f"import.form-{form.value}", names=names)
    return Layout(form, reason, grid, header, tuple(columns), {})


def _is_role(grid: Grid, row: int, column: int) -> bool:
    """Tell whether a column under a header in `row` has letters as a role's column does."""
    if grid.ignored(row, column):
        return False
    header = grid.header(row, column)
    reading = grid.read(header.text)
    single = reading.kind is Kind.LETTERS and (len(header.text) < 2 or bool(reading.words))
    if not header.text or reading.kind is Kind.DASH or single:
        return False
    below = grid.below(row, column)
    if below.letters == 0 or below.letters + below.odd < below.text:
        return False
    return not _is_legend(grid, row, column)


def _is_legend(grid: Grid, row: int, column: int) -> bool:
    """Tell whether a column explains letters: what they mean stands beside them."""
    explained = told = 0
    for number in range(row + 1, len(grid.rows)):
        reading = grid.readings[number][column]
        if reading.kind is not Kind.LETTERS:
            continue
        told += 1
        explained += any(
            explains(grid.rows[number][beside].text, reading, grid)
            for beside in (column + 1, column - 1)
            if 0 <= beside < grid.width
        )
    return explained > 0 and explained * 2 >= told


def explains(text: str, letter: Reading, grid: Grid) -> bool:
    """Tell whether a text says in a word what a single letter means."""
    if len(letter.letters) != 1 or letter.words:
        return False
    word = text.strip().split("\n")[0].split(":")[0].split("：")[0].split("(")[0].split("（")[0]
    said = grid.read(word)
    if said.kind is Kind.LETTERS and said.words:
        return said.letters == letter.letters
    first = grid.read(word.split()[0].strip(",.;-–")) if word.split() else said
    return first.kind is Kind.LETTERS and bool(first.words) and first.letters == letter.letters


def _names_roles(grid: Grid, row: int, roles: Sequence[int]) -> bool:
    """Tell whether a row can be the header: names of its own, and more than one of them."""
    own = [grid.rows[row][column].text for column in roles if grid.rows[row][column].text]
    return len(own) * 2 >= len(roles) and len(set(own)) * 2 >= len(own) and not grid.merged(row)


def _letter_columns_of_roles(grid: Grid) -> Refusal | None:
    """Find letters that head columns again and again, a set of them for each role."""
    for number, row in enumerate(grid.readings[:_HEADER_ROWS]):
        heads = [
            grid.rows[number][column].text.upper()
            for column, reading in enumerate(row)
            if reading.kind is Kind.LETTERS and len(grid.rows[number][column].text) == 1
        ]
        under = [
            reading.kind
            for below in grid.readings[number + 1 :]
            for column, reading in enumerate(below)
            if row[column].kind is Kind.LETTERS
        ]
        repeated = len(heads) >= 4 and len(set(heads)) >= 2 and len(heads) >= 2 * len(set(heads))
        if repeated and Kind.LETTERS not in under and Kind.ODD in under:
            cell = next(
                grid.rows[number][column]
                for column, reading in enumerate(row)
                if reading.kind is Kind.LETTERS
            )
            return Refusal(
                cell,
                "letter-columns",
                phrase("import.letter-columns"),
                phrase("import.letters-in-cells"),
            )
    return None


# --- letters as columns -----------------------------------------------------------------------


def header_letters(grid: Grid, text: str) -> tuple[str, ...]:
    """Return the letters that a column's header names, none where it names no letter."""
    reading = grid.read(text)
    if reading.kind is Kind.LETTERS and reading.words and len(reading.note) > 40:
        return ()
    if reading.kind is Kind.LETTERS:
        return reading.letters
    return (A,) if fold(text) in OWNERS else ()


def _letters_across(grid: Grid) -> Layout | None:
    best: tuple[int, int] | None = None
    found: dict[int, tuple[str, ...]] = {}
    for row in range(min(len(grid.rows) - 1, _HEADER_ROWS)):
        letters = {}
        count = 0
        for column in range(grid.width):
            named = header_letters(grid, grid.rows[row][column].text)
            below = grid.below(row, column)
            if named and not grid.ignored(row, column) and below.letters <= below.text + below.odd:
                letters[column] = named
                count += below.text + below.odd
        single = [column for column in letters if len(grid.rows[row][column].text) == 1]
        if not letters or count == 0 or (len(single) == len(letters) and len(single) < 3):
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
    reason = phrase(f"import.form-{form.value}", names=names)
    return Layout(form, reason, grid, header, tuple(found), found)


# --- which way round --------------------------------------------------------------------------


class _Evidence(NamedTuple):
    """What tells roles from topics: a share of each side, from 0 to 1."""

    titles_across: float
    titles_down: float
    one_across: float
    """Rows with exactly one accountable."""
    one_down: float
    """Columns with exactly one accountable."""
    corner: str


def _oriented(layout: Layout) -> list[Layout]:
    """Return the layout, the one with rows and columns changed, or both where that is open."""
    grid = layout.grid
    asked = grid.options.roles_in
    if layout.form is Form.ONE_ROLE or asked == COLUMNS:
        return [layout]
    if layout.form is not Form.ROLES_ACROSS:
        turned = layout._replace(
            roles_are_rows=True, reason=phrase("import.form-topics-in-cells", **layout.reason.args)
        )
        if asked == ROWS:
            return [turned]
        evidence = _evidence(layout)
        if evidence.corner in ROLE_HEADERS and layout.form is not Form.OWNERS:
            return [layout, turned]
        return [layout]
    other = _turned(grid)
    if asked == ROWS:
        return [other] if other else []
    evidence = _evidence(layout)
    if other is None or evidence.corner in TOPIC_HEADERS or len(layout.columns) < 2:
        return [layout]
    down = evidence.titles_down >= 0.6
    across = evidence.titles_across >= 0.4
    if evidence.corner in ROLE_HEADERS:
        if not across and (down or evidence.one_down > evidence.one_across):
            return [other]
        return [layout, other] if not across or down else [layout]
    if down and not across:
        return [other] if evidence.one_down > evidence.one_across else [layout, other]
    if not across and evidence.one_down >= 0.8 and evidence.one_across < 0.5:
        return [layout, other]
    return [layout]


def _turned(grid: Grid) -> Layout | None:
    turned = Grid(transposed(grid.table), grid.read, grid.options)
    layout = _roles_across(turned)
    if layout is None:
        return None
    reason = phrase("import.form-roles-down", **layout.reason.args)
    return layout._replace(reason=reason, roles_are_rows=True)


def _evidence(layout: Layout) -> _Evidence:
    grid, header = layout.grid, layout.header
    rows = [
        row
        for row in range(header + 1, len(grid.rows))
        if any(grid.readings[row][column].kind is Kind.LETTERS for column in layout.columns)
    ]
    label = _label_column(layout, rows)
    names = [grid.label(header, column) for column in layout.columns]
    labels = [grid.rows[row][label].text for row in rows] if label is not None else []
    across = [
        sum(A in grid.readings[row][column].letters for column in layout.columns) for row in rows
    ]
    down = [
        sum(A in grid.readings[row][column].letters for row in rows) for column in layout.columns
    ]
    corner = fold(grid.header(header, label).text) if label is not None else ""
    return _Evidence(
        _share([is_job_title(name) for name in names]),
        _share([is_job_title(text) for text in labels]),
        _share([count == 1 for count in across]),
        _share([count == 1 for count in down]),
        corner,
    )


def _label_column(layout: Layout, rows: Sequence[int]) -> int | None:
    """Return the column that names the rows: the first of text that counts nothing."""
    grid = layout.grid
    passed = GROUP_HEADERS | NUMBER_HEADERS | OTHER_HEADERS
    texts = [
        column
        for column in range(grid.width)
        if column not in layout.columns
        and sum(grid.readings[row][column].kind in (Kind.TEXT, Kind.ODD) for row in rows) * 2
        >= len(rows)
    ]
    named = [c for c in texts if fold(grid.header(layout.header, c).text) not in passed]
    return next(iter(named or texts), None)


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def is_job_title(name: str) -> bool:
    """Tell whether a name is what a role is called, by its last word."""
    plain = fold(name).partition("(")[0].strip()
    words = plain.replace("/", " ").replace(".", " ").split()
    if words and words[-1] in JOB_TITLES:
        return True
    return len(plain) <= 12 and plain.endswith(JOB_TITLES_CHINESE) and not plain.isascii()
