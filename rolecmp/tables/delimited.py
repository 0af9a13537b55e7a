"""A table in comma-separated values (RFC 4180) or with another delimiter, located."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rolecmp.tables.cells import (
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    Source,
    SourceTable,
    TableCell,
    rectangle,
    refused,
)

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Problem

DELIMITERS = (",", ";", "\t", "|")
_HINT = "sep="


def read_delimited(path: str, text: str, delimiter: str | None = None) -> Source:
    """Read a text as one table; without `delimiter`, the one that gives the most even rows.

    `text` has line feeds alone at the ends of its lines. Raises `ImportProblemsError` where a
    quote is not closed.
    """
    lines = text.split("\n")
    first = 0
    if lines[0].lower().startswith(_HINT) and len(lines[0].rstrip()) == len(_HINT) + 1:
        delimiter = lines[0][len(_HINT)]  # a line for Excel, which names the delimiter
        first = 1
    tried = [_rows(lines, first, each) for each in ((delimiter,) if delimiter else DELIMITERS)]
    rows = max((each for each in tried if each is not None), key=_evenness, default=[])
    if None in tried and not _evenness(rows)[1]:
        raise refused(path, "import.not-csv", "import.check-quotes")
    table = SourceTable(path, 1, rectangle(rows), lines=lines)
    return Source(path, (table._replace(problem=_too_large(table)),))


def _rows(lines: Sequence[str], line: int, delimiter: str) -> list[list[TableCell]] | None:
    """Return the rows that a delimiter gives, None where a quote is not closed.

    What is too much is read no further than shows that.
    """
    rows: list[list[TableCell]] = []
    while line < len(lines) and len(rows) <= MAX_ROWS:
        found = _row(lines, line, delimiter)
        if found is None:
            return None
        row, line = found
        rows.append(row)
    while rows and not any(cell.text for cell in rows[-1]):
        rows.pop()
    return rows


def _row(lines: Sequence[str], number: int, delimiter: str) -> tuple[list[TableCell], int] | None:
    """Return the cells of the row that begins in a line, and the line behind it."""
    row: list[TableCell] = []
    text = lines[number]
    at = 0
    while True:
        while text.startswith(" ", at):
            at += 1
        line, column, quoted = number + 1, at + 1, ""
        if text.startswith('"', at):
            pieces = []
            at += 1
            while (close := _closing(text, at)) < 0:
                pieces.append(text[at:])
                number += 1
                if number == len(lines):
                    return None
                text, at = lines[number], 0
            quoted = "\n".join([*pieces, text[at:close]]).replace('""', '"')
            at = close + 1
        end = text.find(delimiter, at)
        value = quoted + (text[at:] if end < 0 else text[at:end])
        row.append(TableCell(_unguarded(value.strip()), line, column))
        if end < 0 or len(row) > MAX_COLUMNS:
            return row, number + 1
        at = end + 1


def _closing(text: str, at: int) -> int:
    """Return where the quote is that closes a cell, -1 where there is none; two are one."""
    close = text.find('"', at)
    while close >= 0 and text.startswith('"', close + 1):
        close = text.find('"', close + 2)
    return close


def _evenness(rows: Sequence[Sequence[TableCell]]) -> tuple[bool, int, float]:
    """Rank a delimiter: even rows first, then the more columns, then the share of even rows."""
    widths = Counter(len(row) for row in rows if any(cell.text for cell in row))
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return False, 0, 0.0
    width, count = max(several.items(), key=lambda each: (each[1], each[0]))
    share = count / widths.total()
    return share >= 0.6, width, share


def _unguarded(value: str) -> str:
    """Take off the apostrophe that keeps a spreadsheet from computing a cell (OWASP)."""
    return value[1:] if len(value) > 1 and value[0] == "'" and value[1] in "=+-@＝＋－＠" else value


def _too_large(table: SourceTable) -> Problem | None:
    if len(table.rows) > MAX_ROWS:
        return table.problem_at(table.rows[MAX_ROWS][0], "import.too-many-rows", limit=MAX_ROWS)
    if table.rows and len(table.rows[0]) > MAX_COLUMNS:
        wide = next(row for row in table.rows if not row[MAX_COLUMNS].missing)
        return table.problem_at(wide[MAX_COLUMNS], "import.too-many-columns", limit=MAX_COLUMNS)
    long = next((cell for row in table.rows for cell in row if len(cell.text) > MAX_CELL), None)
    return table.problem_at(long, "import.cell-too-long", limit=MAX_CELL) if long else None
