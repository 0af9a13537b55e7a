"""Located cells: what every source gives, whatever it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from rolecmp.definitions.problems import Phrase, Problem, ProblemsError, phrase

MAX_BYTES = 10 * 1024 * 1024
"""The largest file that is read, which is a workbook."""
MAX_TEXT = 4 * 1024 * 1024
"""The largest text file that is read; the largest real table seen has 60 KB."""
MAX_ROWS = 5_000
MAX_COLUMNS = 400
MAX_CELL = 4_000

NO_VALUE = "="
"""The text of a cell whose formula was never computed, so that nobody knows what it shows."""

STRUCK = "~~"
"""What stands around a text that is struck out: it no longer holds, and is no letter or name."""


class ImportProblemsError(ProblemsError):
    """A table that cannot be imported as a whole: every problem found in one run."""


class TableCell(NamedTuple):
    """One cell: its text as a reader sees it, and where it stands (1-based).

    In a workbook `line` and `column` are the row and the column of the sheet. `strong` is a
    cell that is bold throughout; `covered` one that belongs to a merged cell and repeats its
    text; `missing` one that the row does not have.
    """

    text: str
    line: int
    column: int
    strong: bool = False
    covered: bool = False
    missing: bool = False


class Remark(NamedTuple):
    """Something that was decided or left out on the way, and the place it is about."""

    place: str
    message: Phrase


class SourceTable(NamedTuple):
    """A rectangle of cells, and where it is from.

    `number` counts the tables of a file from 1. `headings` are those above it in a document,
    the outermost first; `sheet` is the name of a workbook's sheet. `headed` tells that the
    first row is a header by the rules of the format. `lines` is the text that positions count
    in, for messages. `surplus` are cells that a row has beyond the table's width, and `problem`
    is what keeps the table as a whole from being read.
    """

    path: str
    number: int
    rows: tuple[tuple[TableCell, ...], ...]
    headings: tuple[str, ...] = ()
    sheet: str | None = None
    headed: bool = False
    lines: Sequence[str] = ()
    surplus: tuple[TableCell, ...] = ()
    problem: Problem | None = None

    @property
    def title(self) -> str:
        """What the table is called: the heading above it, or the name of its sheet."""
        return self.headings[-1] if self.headings else self.sheet or ""

    def place(self, cell: TableCell) -> str:
        """Return the place of a cell as messages name it."""
        if self.sheet is not None:
            return f"{self.path}:{sheet_name(self.sheet)}!{column_name(cell.column)}{cell.line}"
        return f"{self.path}:{cell.line}:{cell.column}"

    def problem_at(
        self, cell: TableCell, key: str, remedy: str = "", rule: str = "", /, **args: Any
    ) -> Problem:
        """Return a problem at a cell, as `problem_in` makes it.

        One in a workbook has its place in its path.
        """
        if self.sheet is not None:
            return problem_in(self.place(cell), key, remedy, rule, at=(0, 0), **args)
        source = self.lines[cell.line - 1] if cell.line <= len(self.lines) else ""
        at = (cell.line, cell.column)
        return problem_in(self.path, key, remedy, rule, at=at, source=source, **args)

    def remark(self, cell: TableCell, key: str, /, **args: Any) -> Remark:
        """Return a remark about a cell."""
        return Remark(self.place(cell), phrase(key, **args))


class Prose(NamedTuple):
    """A line of text outside every table, which may explain letters or abbreviations."""

    text: str
    line: int


class Source(NamedTuple):
    """What one file holds: its tables in order, and the text around them.

    `unread` are what is a table for a reader but not for this program, such as one in HTML;
    `remarks` are about what was left out, such as hidden sheets.
    """

    path: str
    tables: tuple[SourceTable, ...]
    prose: tuple[Prose, ...] = ()
    unread: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()


def column_name(column: int) -> str:
    """Return the letters of a sheet's column: A for 1, AA for 27."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def sheet_name(name: str) -> str:
    """Return a sheet's name as a reference to one of its cells writes it."""
    plain = all(char.isalnum() or char == "_" for char in name) and not name[:1].isdigit()
    return name if plain and name else "'" + name.replace("'", "''") + "'"


def rectangle(rows: Sequence[Sequence[TableCell]]) -> tuple[tuple[TableCell, ...], ...]:
    """Pad rows to one width with cells that are marked as missing."""
    width = max((len(row) for row in rows), default=0)
    full = []
    for row in rows:
        last = row[-1] if row else TableCell("", 1, 1)
        lack = [
            TableCell("", last.line, last.column + len(last.text), missing=True)
            for _ in range(width - len(row))
        ]
        full.append((*row, *lack))
    return tuple(full)


def transposed(table: SourceTable) -> SourceTable:
    """Return the table with its rows as columns; each cell keeps its place."""
    return table._replace(rows=tuple(zip(*table.rows, strict=True)))


def problem_in(
    path: str,
    key: str,
    remedy: str = "",
    rule: str = "",
    /,
    at: tuple[int, int] = (1, 1),
    source: str = "",
    **args: Any,
) -> Problem:
    """Return a problem in a file; without `at` it is about all of it.

    `key` and `remedy` are of words that are filled in with `args`. The rule is what the key is
    called, where `rule` names no other.
    """
    then = phrase(remedy, **args) if remedy else None
    rule = rule or key.removeprefix("import.")
    return Problem(path, *at, rule, phrase(key, **args), then, source)


def refused(path: str, key: str, remedy: str = "", /, **args: Any) -> ImportProblemsError:
    """Return the error that a file as a whole is."""
    return ImportProblemsError([problem_in(path, key, remedy, **args)])
