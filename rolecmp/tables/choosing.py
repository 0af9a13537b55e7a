"""Which of a file's tables are read: those that say who does what, and over the same roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rolecmp.definitions.problems import Problem, phrase
from rolecmp.tables.cells import (
    ImportProblemsError,
    Source,
    SourceTable,
    TableCell,
    problem_in,
    refused,
)
from rolecmp.tables.forms import Form, Layout, other_scheme
from rolecmp.tables.grid import ROWS, ImportOptions, TableGrid
from rolecmp.tables.letters import CellKind, Letters
from rolecmp.tables.orientation import layouts
from rolecmp.tables.rows import caption
from rolecmp.tables.vocabulary import LIST_LABEL, fold


class Candidate(NamedTuple):
    """A table with the ways to read it, none where it does not say who does what.

    `refusal` is why a table that does say so cannot be read.
    """

    table: SourceTable
    layouts: tuple[Layout, ...]
    refusal: Problem | None = None

    @property
    def says(self) -> bool:
        """Whether it says who does what."""
        return bool(self.layouts or self.refusal)

    @property
    def roles(self) -> tuple[str, ...]:
        """What the columns are called that hold letters or roles."""
        return tuple(_labels(self.layouts[0])) if self.layouts else ()


def _labels(layout: Layout) -> list[str]:
    return [layout.grid.label(layout.header, column) for column in layout.columns]


# --- the tables of a file ---------------------------------------------------------------------


def tables_of(source: Source, options: ImportOptions) -> list[Candidate]:
    """Return all tables of a file, those apart that stand below each other on a sheet."""
    found: list[Candidate] = []
    for table in source.tables:
        read = Letters(options.letters)
        read.settle([cell.text for row in table.rows for cell in row if len(cell.text) <= 40])
        found += _tables_in(table, read, options)
    return [
        each._replace(table=each.table._replace(number=number))
        for number, each in enumerate(found, 1)
    ]


def _tables_in(table: SourceTable, read: Letters, options: ImportOptions) -> list[Candidate]:
    if not table.rows or not table.rows[0]:
        return [Candidate(table, ())]
    grid = TableGrid(table, read, options)
    ways = layouts(grid)
    if isinstance(ways, Problem):
        return [Candidate(table, (), ways)]
    starts = _starts(grid, ways[0]) if ways else []
    if not starts:
        return [Candidate(table, tuple(ways))]
    found = []
    for start, end in pairwise([0, *starts, len(table.rows)]):
        found += _tables_in(table._replace(rows=table.rows[start:end]), read, options)
    return [_captioned(each) for each in found]


def _captioned(candidate: Candidate) -> Candidate:
    """Let the title above the header of one of several tables on a sheet be its heading."""
    above = caption(candidate.layouts[0]) if candidate.layouts else ""
    table = candidate.table
    if not above or above in table.headings:
        return candidate
    return candidate._replace(table=table._replace(headings=(*table.headings, above)))


def _starts(grid: TableGrid, first: Layout) -> list[int]:
    """Return where another table begins below the first: at a header of its own."""
    turned = first.roles_are_rows and not first.letters
    if turned or grid.options.roles_in == ROWS:
        return []
    starts: list[int] = []
    for row in range(1, len(grid.rows) - 1):
        above = row == first.header and any(map(grid.has_letters, range(row)))
        if above or _is_other_header(grid, row, first):
            begin = row
            while begin > 1 and _is_title(grid, begin - 1):
                begin -= 1
            starts.append(begin)
    return starts


def _is_other_header(grid: TableGrid, row: int, layout: Layout) -> bool:
    """Tell whether a row is the header of another table than the first."""
    if row == layout.header or grid.merged(row) or (not layout.letters and grid.has_letters(row)):
        return False
    cells = [(cell, grid.readings[row][place]) for place, cell in enumerate(grid.rows[row])]
    texts = [fold(cell.text) for cell, _ in cells if cell.text]
    names = [fold(cell.text) for cell in grid.rows[layout.header] if cell.text]
    if texts == names or len(set(texts)) < 3:
        return False
    if row < (2 if layout.letters else grid.first_letters + 1):
        return False
    if layout.letters:
        heads = [
            place for place in layout.columns if grid.readings[row][place].kind is CellKind.LETTERS
        ]
        return len(heads) >= 2 and len(heads) * 2 >= len(layout.columns)
    kinds = [reading.kind for _, reading in cells]
    named = [
        place
        for place, kind in enumerate(kinds)
        if kind in (CellKind.TEXT, CellKind.ODD) and grid.below(row, place).letters
    ]
    below = next((each for each in range(row + 1, len(grid.rows)) if grid.has_letters(each)), None)
    return (
        CellKind.LETTERS not in kinds
        and len(named) >= 2
        and below is not None
        and all(not grid.has_letters(each) for each in range(row, below))
        and sum(grid.readings[below][place].kind is CellKind.LETTERS for place in named) >= 1
        and all(grid.rows[row][place].text for place in named)
    )


def _is_title(grid: TableGrid, row: int) -> bool:
    return grid.is_blank(row) or len({cell.text for cell in grid.rows[row] if cell.text}) == 1


# --- those to read ----------------------------------------------------------------------------


def choose(source: Source, tables: Sequence[Candidate], options: ImportOptions) -> list[Candidate]:
    """Return the tables to read, each with the one way to read it.

    Raises `ImportProblemsError` where there is none, where those that are left are not over
    the same roles, and where one cannot be read, or in several ways.
    """
    candidates = [each for each in _asked(source, tables, options) if each.says]
    if not candidates:
        raise _none(source, options)
    sure = [each for each in candidates if each.layouts] or candidates
    matrices = [each for each in sure if not each.layouts or each.layouts[0].form != Form.OWNERS]
    sure = matrices or sure
    if len(set(map(_key, sure))) > 1:
        raise ImportProblemsError(_several(sure))
    wrong = [each.table.problem for each in sure if each.table.problem is not None]
    wrong = wrong or [each.refusal for each in sure if each.refusal is not None]
    if wrong:
        raise ImportProblemsError(wrong)
    for each in sure:
        _hold_to_one(each, options)
    return sure


def _asked(
    source: Source, tables: Sequence[Candidate], options: ImportOptions
) -> Sequence[Candidate]:
    """Return the tables that the user has chosen, all where nothing is said."""
    if options.table is not None:
        asked = [each for each in tables if each.table.number == options.table]
        if not asked:
            count = len(tables)
            key = "import.no-such-table"
            raise refused(source.path, key, number=options.table, count=count)
        tables = asked
    if options.heading is not None:
        wanted = fold(options.heading)
        exact = [each for each in tables if wanted in map(fold, each.table.headings)]
        asked = exact or [
            each for each in tables if any(wanted in fold(text) for text in each.table.headings)
        ]
        if not asked:
            known = tuple(dict.fromkeys(t.title for t in source.tables if t.title))
            remedy = "import.headings-are" if known else ""
            key = "import.no-such-heading"
            raise refused(source.path, key, remedy, name=options.heading, names=known)
        tables = asked
    return tables


def _key(candidate: Candidate) -> tuple[str, ...]:
    """Return what tables that belong together share: their roles, or their columns."""
    if not candidate.layouts:
        return ("?",)
    layout = candidate.layouts[0]
    if layout.form is Form.ONE_TOPIC:
        return (layout.form.value,)
    if layout.letters:
        header = layout.grid.rows[layout.header]
        return (layout.form.value, *(fold(cell.text) for cell in header))
    return (layout.form.value, *sorted(map(fold, candidate.roles)))


def _several(candidates: Sequence[Candidate]) -> Iterator[Problem]:
    sheets = [each.table.sheet for each in candidates]
    for each in candidates:
        table = each.table
        alone = table.sheet is not None and sheets.count(table.sheet) == 1
        yield table.problem_at(
            _corner(table),
            "import.several-tables",
            "import.choose-sheet" if alone else "import.choose-table",
            number=table.number,
            title=table.title,
            names=each.roles,
            sheet=table.sheet,
        )


def _corner(table: SourceTable) -> TableCell:
    return next((cell for row in table.rows for cell in row if cell.text), table.rows[0][0])


def _hold_to_one(candidate: Candidate, options: ImportOptions) -> None:
    """Raise where there is more than one way to read a table, with what decides it."""
    table, first = candidate.table, candidate.layouts[0]
    if len(candidate.layouts) > 1:
        fewest = min(candidate.layouts, key=lambda each: len(each.columns))
        turned = any(each.roles_are_rows for each in candidate.layouts)
        keys = ("import.unclear-kind", "import.ignore-some")
        if turned and first.letters:
            keys = ("import.unclear-cells", "import.say-which-topics")
        elif turned:
            keys = ("import.unclear-rows", "import.say-which-way")
        ignored = options_line("ignore", _labels(fewest))
        problem = table.problem_at(_corner(table), *keys, "unclear-form", options=ignored)
        raise ImportProblemsError([problem])
    other = other_scheme(first)
    if other is not None:
        raise ImportProblemsError([other])
    if first.form is Form.ONE_ROLE and not options.roles:
        cell = first.grid.rows[first.header][first.columns[0]]
        keys = ("import.whose-letters", "import.say-role")
        raise ImportProblemsError([table.problem_at(cell, *keys, name=candidate.roles[0])])


# --- none -------------------------------------------------------------------------------------


def _none(source: Source, options: ImportOptions) -> ImportProblemsError:
    """Return the error for a file in which no table says who does what, as exact as can be."""
    if source.unread:
        return ImportProblemsError(source.unread)
    bullet = next((line for line in source.prose if re.match(LIST_LABEL, line.text)), None)
    if bullet is not None and not source.tables:
        keys = ("import.bullets", "import.make-table")
        problem = problem_in(source.path, *keys, at=(bullet.line, 1), source=bullet.text)
        return ImportProblemsError([problem])
    broken = [table.problem for table in source.tables if table.problem is not None]
    marks = broken or list(_marked(source, options))
    if marks:
        return ImportProblemsError(with_all_words(marks))
    filled = [table for table in source.tables if any(c.text for row in table.rows for c in row)]
    if not filled:
        return refused(source.path, "import.no-table", "import.make-table")
    return ImportProblemsError(
        table.problem_at(
            _corner(table), "import.no-letters", "import.forms-are", number=table.number
        )
        for table in filled
    )


def _marked(source: Source, options: ImportOptions) -> Iterator[Problem]:
    """Yield a problem for each word or mark that stands where letters should."""
    read = Letters(options.letters)
    for table in source.tables:
        cells: dict[str, list[TableCell]] = {}
        columns: set[int] = set()
        filled = 0
        for row in table.rows[1:]:
            for column, cell in enumerate(row[1:]):
                reading = read(cell.text)
                filled += reading.kind in (CellKind.ODD, CellKind.TEXT)
                if reading.kind is CellKind.ODD:
                    cells.setdefault(reading.odd or cell.text, []).append(cell)
                    columns.add(column)
        if len(columns) < 2 or sum(map(len, cells.values())) * 2 < filled:
            continue
        for odd, found in cells.items():
            keys = ("import.no-letter-often", "import.map-it", "no-letter")
            yield table.problem_at(found[0], *keys, text=odd, count=len(found))


# --- options ----------------------------------------------------------------------------------


def with_all_words(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Let the last problem about a word say how to tell the meaning of all words at once."""
    about = {
        str(each.remedy.args["text"]): number
        for number, each in enumerate(problems)
        if each.remedy and each.remedy.key in ("import.map-it", "import.map-meaning")
    }
    if len(about) < 2:
        return tuple(problems)
    last = max(about.values())
    given = options_line("map", [f"{word}=responsible" for word in about])
    told = problems[last]._replace(remedy=phrase("import.map-all", options=given))
    return (*problems[:last], told, *problems[last + 1 :])


def options_line(name: str, values: Sequence[str]) -> str:
    """Return an option with each of some values as it is typed in a shell."""
    return " ".join("--{} '{}'".format(name, value.replace("'", "'\\''")) for value in values)
