"""A table with each of its cells read, and what the user has said about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from rolecmp.tables.cells import SourceTable, TableCell, column_name
from rolecmp.tables.letters import CellKind, CellReading, Letters
from rolecmp.tables.vocabulary import fold, unbroken

COLUMNS = "columns"
ROWS = "rows"
TOPICS = "topics"
GROUPS = "groups"


class ImportOptions(NamedTuple):
    """What the user says of a table.

    `table` counts from 1, `heading` is a part of a heading above the table. `roles_in` is
    `COLUMNS` or `ROWS`. `roles` are names of roles as they stand: of the one role, of a
    column without letters, of a name that holds a separator; `separators` are what stands
    between several names in a cell beside the usual. `ignore` are headers of columns
    to leave out; `only_roles` leaves out each column that is not beyond doubt. `letters` says
    what words mean. `empty_rows` is what rows without letters are: `TOPICS` or `GROUPS`.
    """

    sheet: str | None = None
    table: int | None = None
    heading: str | None = None
    roles_in: str | None = None
    roles: tuple[str, ...] = ()
    separators: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    only_roles: bool = False
    letters: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    empty_rows: str | None = None


class Count(NamedTuple):
    """How many cells of a column, from some row on, are of each kind."""

    letters: int = 0
    odd: int = 0
    text: int = 0
    dash: int = 0
    number: int = 0

    @property
    def filled(self) -> int:
        """How many say something."""
        return self.letters + self.odd + self.text + self.number


_FIELDS = {
    CellKind.LETTERS: 0,
    CellKind.ODD: 1,
    CellKind.TEXT: 2,
    CellKind.DASH: 3,
    CellKind.NUMBER: 4,
}


class TableGrid:
    """A table and the readings of its cells, row by row."""

    def __init__(self, table: SourceTable, read: Letters, options: ImportOptions) -> None:
        self.table = table
        self.rows = table.rows
        self.read = read
        self.options = options
        self._ignored = frozenset(map(fold, options.ignore))
        self._roles = frozenset(map(fold, options.roles))
        self.readings = [[read(cell.text) for cell in row] for row in table.rows]
        self.width = len(table.rows[0]) if table.rows else 0
        self._merged = [_is_merged(row) for row in table.rows]
        self._lettered = [self._has_letters(row) for row in range(len(self.rows))]
        self.first_letters = next(
            (n for n, has in enumerate(self._lettered) if has), len(self.rows)
        )
        """The first row that holds letters."""
        self._below = [self._counts(column) for column in range(self.width)]

    def _counts(self, column: int) -> list[Count]:
        counts = [Count()]
        for row in range(len(self.rows) - 1, -1, -1):
            reading = self.readings[row][column]
            # "R/Q" holds a letter, whatever Q is; a merged row is about no column.
            kind = CellKind.LETTERS if reading.letters else reading.kind
            field = None if self.spanned(row, column) else _FIELDS.get(kind)
            last = counts[-1]
            if field is not None:
                numbers = list(last)
                numbers[field] += 1
                last = Count(*numbers)
            counts.append(last)
        return counts[::-1]

    def below(self, row: int, column: int) -> Count:
        """Count the kinds of the cells of a column below a row."""
        return self._below[column][row + 1]

    def header(self, row: int, column: int) -> TableCell:
        """Return the cell that names a column: in the header, or in the row above it.

        The one above names it where the header is in two rows and a name stands in both.
        """
        cell = self.rows[row][column]
        if not cell.text and row > 0 and not self.has_letters(row - 1):
            above = self.rows[row - 1][column]
            return above if above.text and not above.covered else cell
        return cell

    def label(self, row: int, column: int) -> str:
        """Return what a column is called in messages: its header, else its letters."""
        text = unbroken(self.header(row, column).text)
        return text or column_name(column + 1)

    def has_letters(self, row: int) -> bool:
        """Tell whether a row holds letters as the row of a topic does.

        In a row of names there may be one that is spelled with letters of RACI.
        """
        return self._lettered[row]

    def _has_letters(self, row: int) -> bool:
        kinds = [
            reading.kind
            for column, reading in enumerate(self.readings[row])
            if not self.spanned(row, column)
        ]
        return kinds.count(CellKind.LETTERS) > kinds.count(CellKind.ODD) + kinds.count(
            CellKind.TEXT
        ) - 1 and (CellKind.LETTERS in kinds)

    def ignored(self, row: int, column: int) -> bool:
        """Tell whether the user has asked to leave a column out."""
        return bool(self._ignored) and fold(self.label(row, column)) in self._ignored

    def named_role(self, row: int, column: int) -> bool:
        """Tell whether the user has said that a column is a role."""
        return bool(self._roles) and fold(self.label(row, column)) in self._roles

    def is_blank(self, row: int) -> bool:
        """Tell whether nothing at all stands in a row."""
        return all(each.kind is CellKind.BLANK for each in self.readings[row])

    def column(
        self, column: int, rows: Iterator[int] | range
    ) -> Iterator[tuple[TableCell, CellReading]]:
        """Yield the cells of a column in some rows, with what they were read as."""
        for row in rows:
            yield self.rows[row][column], self.readings[row][column]

    def ragged(self, row: int) -> bool:
        """Tell whether a row has fewer cells than the table is wide."""
        return self.rows[row][-1].missing

    def merged(self, row: int) -> bool:
        """Tell whether one merged cell is all that stands in a row."""
        return self._merged[row]

    def spanned(self, row: int, column: int) -> bool:
        """Tell whether a cell is part of one that is merged over several columns, as titles are.

        A letter that is merged over two roles is the letter of both.
        """
        if self._merged[row]:
            return True
        cells = self.rows[row]
        text = cells[column].text
        wide = (cells[column].covered and column > 0 and cells[column - 1].text == text) or (
            column + 1 < len(cells) and cells[column + 1].covered and cells[column + 1].text == text
        )
        reading = self.readings[row][column]
        return bool(text) and wide and (reading.kind is not CellKind.LETTERS or bool(reading.words))

    def section(self, row: int, columns: Sequence[int]) -> bool:
        """Tell whether a row is a title over the columns of roles."""
        return self._merged[row] or all(self.spanned(row, column) for column in columns)


def _is_merged(row: Sequence[TableCell]) -> bool:
    cells = [cell for cell in row if cell.text]
    return (
        len(cells) > 1
        and any(cell.covered for cell in cells)
        and all(first.text == second.text for first, second in pairwise(cells))
    )
