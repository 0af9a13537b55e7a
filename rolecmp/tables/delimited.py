"""A table in comma-separated values (RFC 4180) or with another delimiter, located."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rolecmp.definitions.problems import Problem, phrase
from rolecmp.tables.cells import (
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    Source,
    SourceTable,
    TableCell,
    rectangle,
    whole_file,
)

DELIMITERS = (",", ";", "\t", "|")
_QUOTE = '"'
_HINT = "sep="


class _Records(NamedTuple):
    """The rows that a delimiter gives, each with the 0-based line that it begins on."""

    delimiter: str
    rows: list[tuple[int, list[str]]]


def read_delimited(path: str, text: str, delimiter: str | None = None) -> Source:
    """Read a text as one table; without `delimiter`, the one that gives the most even rows.

    `text` has line feeds alone at the ends of its lines. Raises `ImportProblemsError`.
    """
    lines = text.split("\n")
    skipped = 0
    if lines[0].lower().startswith(_HINT) and len(lines[0].rstrip()) == len(_HINT) + 1:
        delimiter = lines[0][len(_HINT)]  # a line for Excel, which names the delimiter
        skipped = 1
    tried = (delimiter,) if delimiter else DELIMITERS
    records = [_records(path, lines, each, skipped) for each in tried]
    best = max(records, key=_evenness)
    rows = [_located(lines, line, values, best.delimiter) for line, values in best.rows]
    table = SourceTable(path, 1, rectangle(rows), lines=lines)
    return Source(path, (table._replace(problem=_too_large(table, best)),))


def _records(path: str, lines: Sequence[str], delimiter: str, skipped: int) -> _Records:
    rows: list[tuple[int, list[str]]] = []
    csv.field_size_limit(MAX_CELL * 4)
    reader = csv.reader(
        (line + "\n" for line in lines[skipped:]), delimiter=delimiter, skipinitialspace=True
    )
    start = skipped
    try:
        for values in reader:
            rows.append((start, [value.strip() for value in values]))
            start = skipped + reader.line_num
            if len(rows) > MAX_ROWS:
                break
    except csv.Error:
        raise whole_file(path, "not-csv", "import.not-csv", "import.check-quotes") from None
    while rows and not any(rows[-1][1]):
        rows.pop()
    return _Records(delimiter, rows)


def _evenness(records: _Records) -> tuple[bool, int, float]:
    """Rank a delimiter: even rows first, then the more columns, then the share of even rows."""
    widths = Counter(len(values) for _, values in records.rows if any(values))
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return False, 0, 0.0
    width, count = max(several.items(), key=lambda each: (each[1], each[0]))
    share = count / widths.total()
    return share >= 0.6, width, share


def _located(
    lines: Sequence[str], line: int, values: Sequence[str], delimiter: str
) -> list[TableCell]:
    starts = list(_starts(lines, line, delimiter))
    cells = []
    for number, value in enumerate(values):
        down, column = starts[min(number, len(starts) - 1)]
        cells.append(TableCell(_unguarded(value), line + 1 + down, column))
    return cells


def _starts(lines: Sequence[str], line: int, delimiter: str) -> Iterator[tuple[int, int]]:
    """Yield where each cell of the record begins: lines below its first, and the column."""
    down = 0
    column = 0
    text = lines[line]
    while True:
        while text[column : column + 1] == " ":
            column += 1
        yield down, column + 1
        quoted = text[column : column + 1] == _QUOTE
        column += quoted
        while True:
            if column >= len(text):
                if not quoted or line + down + 1 >= len(lines):
                    return
                down += 1
                column = 0
                text = lines[line + down]
                continue
            char = text[column]
            if quoted and char == _QUOTE:
                if text[column + 1 : column + 2] == _QUOTE:
                    column += 2
                    continue
                quoted = False
            elif not quoted and char == delimiter:
                column += 1
                break
            column += 1


def _unguarded(value: str) -> str:
    """Take off the apostrophe that keeps a spreadsheet from computing a cell (OWASP)."""
    return value[1:] if len(value) > 1 and value[0] == "'" and value[1] in "=+-@＝＋－＠" else value


def _too_large(table: SourceTable, records: _Records) -> Problem | None:
    if len(records.rows) > MAX_ROWS:
        return table.problem_at(
            table.rows[MAX_ROWS][0],
            "too-many-rows",
            phrase("import.too-many-rows", limit=MAX_ROWS),
        )
    wide = next((row for row in table.rows if len(row) > MAX_COLUMNS), None)
    if wide:
        return table.problem_at(
            wide[MAX_COLUMNS],
            "too-many-columns",
            phrase("import.too-many-columns", limit=MAX_COLUMNS),
        )
    long = next((cell for row in table.rows for cell in row if len(cell.text) > MAX_CELL), None)
    if long:
        return table.problem_at(
            long, "cell-too-long", phrase("import.cell-too-long", limit=MAX_CELL)
        )
    return None
