"""A file's tables read into one set of roles and topics: which of them, and how they join."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rolecmp.definitions.names import normal_form
from rolecmp.definitions.problems import Problem, phrase
from rolecmp.tables.cells import (
    Cell,
    ImportProblemsError,
    Remark,
    Source,
    Table,
    whole_file,
)
from rolecmp.tables.columns import assign
from rolecmp.tables.draft import Draft, Imported
from rolecmp.tables.forms import Form, Layout, Refusal
from rolecmp.tables.grid import ROWS, Grid, ImportOptions
from rolecmp.tables.legend import Entry, abbreviations, contradictions, legend
from rolecmp.tables.letters import Kind, Letters
from rolecmp.tables.making import make
from rolecmp.tables.markdown import bullet_of_letters
from rolecmp.tables.naming import looks_like_person
from rolecmp.tables.orientation import layouts
from rolecmp.tables.rows import caption
from rolecmp.tables.vocabulary import NO_TITLE, fold


class _Candidate(NamedTuple):
    """A table that says who does what, and the ways to read it."""

    table: Table
    layouts: tuple[Layout, ...]
    refusal: Refusal | None = None


def import_tables(source: Source, options: ImportOptions) -> Imported:
    """Read the tables of a file; what cannot be read is among the result's problems.

    Raises `ImportProblemsError` where nobody can tell which tables are meant, or how.
    """
    read = Letters(options.letters)
    tables = _tables(source, options)
    source = source._replace(tables=tuple(each.table for each in tables))
    candidates = _candidates(source, tables, options)
    chosen = _chosen(source, candidates, options)
    layouts_ = [_layout(each, options) for each in chosen]
    _check_legends(source, read, [layout.grid.table for layout in layouts_])
    draft = Draft()
    draft.remarks += source.remarks
    draft.remarks += _passed_tables(source, chosen, candidates)
    titles = [each.table.title for each in chosen]
    topics = any(layout.form is Form.ONE_TOPIC for layout in layouts_)
    title = _title(chosen, layouts_)
    grouped = len(set(titles)) > 1 and len(set(titles)) == len(titles) and not topics
    for candidate, layout in zip(chosen, layouts_, strict=True):
        columns = assign(layout)
        if isinstance(columns, Problem):
            raise ImportProblemsError([columns])
        first = layout.grid.rows[layout.header][layout.columns[0]]
        remark = Remark(layout.grid.table.place(first), layout.reason)
        draft.remarks.append(remark)
        make(layout, columns, draft, candidate.table.title if grouped else None, title)
    return _finish(source, draft, chosen, title, read)


def _finish(
    source: Source, draft: Draft, chosen: Sequence[_Candidate], title: str, read: Letters
) -> Imported:
    plain = draft.done(source.path, "", (), {})
    names = [role.name for role in plain.roles]
    full = abbreviations(
        names, (line.text for line in source.prose), _pairs(source, [c.table for c in chosen])
    )
    taken = {normal_form(name) for name in names}
    full = {short: long for short, long in full.items() if normal_form(long) not in taken}
    if full:
        pairs = tuple(f"{short}: {long}" for short, long in full.items())
        draft.remarks.append(Remark(source.path, phrase("import.abbreviations", names=pairs)))
    people = tuple(name for name in names if looks_like_person(name, read))
    if people:
        draft.remarks.append(Remark(source.path, phrase("import.people", names=people)))
    titles = tuple(each.table.title for each in chosen)
    draft.problems.clear()
    draft.problems += plain.problems
    done = draft.done(source.path, title, titles, full)
    return done._replace(problems=_with_all_words(plain.problems))


def _with_all_words(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Let the last problem about a word say how to tell the meaning of all words at once."""
    about = {
        str(each.remedy.args["text"]): number
        for number, each in enumerate(problems)
        if each.remedy and each.remedy.key in ("import.map-it", "import.map-meaning")
    }
    if len(about) < 2:
        return tuple(problems)
    last = max(about.values())
    given = _options("map", (f"{word}=responsible" for word in about))
    told = problems[last]._replace(remedy=phrase("import.map-all", options=given))
    return (*problems[:last], told, *problems[last + 1 :])


def _options(name: str, values: Iterable[str]) -> str:
    """Return an option with each of some values as it is typed in a shell."""
    return " ".join("--{} '{}'".format(name, value.replace("'", "'\\''")) for value in values)


def _title(chosen: Sequence[_Candidate], layouts: Sequence[Layout]) -> str:
    """Return what the tables are called together: the heading that they share.

    One table may have its title in the row above its header. The name that a program gives a
    sheet says nothing.
    """
    headings = [each.table.headings for each in chosen]
    if len(chosen) == 1:
        table = chosen[0].table
        above = "" if table.headings else caption(layouts[0])
        return above or ("" if NO_TITLE.match(table.title) else table.title)
    shared = ""
    for level in zip(*headings, strict=False):
        if len(set(level)) > 1:
            break
        shared = level[0]
    return shared


# --- which tables -----------------------------------------------------------------------------


def _tables(source: Source, options: ImportOptions) -> list[_Candidate]:
    """Return all tables of a file, those apart that stand below each other on a sheet."""
    found: list[_Candidate] = []
    for table in source.tables:
        read = Letters(options.letters)
        read.settle([cell.text for row in table.rows for cell in row if len(cell.text) <= 40])
        found += _tables_in(table, read, options)
    return [
        each._replace(table=each.table._replace(number=number))
        for number, each in enumerate(found, 1)
    ]


def _candidates(
    source: Source, found: Sequence[_Candidate], options: ImportOptions
) -> list[_Candidate]:
    """Return the tables that are asked for and say who does what."""
    tables = list(source.tables)
    if options.table is not None:
        tables = [table for table in tables if table.number == options.table]
        if not tables:
            count = len(source.tables)
            raise whole_file(
                source.path,
                "no-such-table",
                "import.no-such-table",
                number=options.table,
                count=count,
            )
    if options.heading is not None:
        wanted = fold(options.heading)
        exact = [table for table in tables if wanted in map(fold, table.headings)]
        tables = exact or [
            table for table in tables if any(wanted in fold(each) for each in table.headings)
        ]
        if not tables:
            known = tuple(dict.fromkeys(table.title for table in source.tables if table.title))
            message = phrase("import.no-such-heading", name=options.heading)
            remedy = phrase("import.headings-are", names=known) if known else None
            raise ImportProblemsError(
                [Problem(source.path, 1, 1, "no-such-heading", message, remedy)]
            )
    asked = {table.number for table in tables}
    return [each for each in found if each.table.number in asked and (each.layouts or each.refusal)]


def _tables_in(table: Table, read: Letters, options: ImportOptions) -> list[_Candidate]:
    """Return the tables in a sheet or a block of rows, with the ways to read each."""
    if not table.rows or not table.rows[0]:
        return [_Candidate(table, ())]
    grid = Grid(table, read, options)
    ways = layouts(grid)
    if isinstance(ways, Refusal):
        return [_Candidate(table, (), ways)]
    starts = _starts(grid, ways[0]) if ways else []
    if not starts:
        return [_Candidate(table, tuple(ways))]
    found = []
    for start, end in pairwise([0, *starts, len(table.rows)]):
        found += _tables_in(table._replace(rows=table.rows[start:end]), read, options)
    return [_captioned(each) for each in found]


def _captioned(candidate: _Candidate) -> _Candidate:
    """Let the title above the header of one of several tables on a sheet be its heading."""
    above = caption(candidate.layouts[0]) if candidate.layouts else ""
    table = candidate.table
    if not above or above in table.headings:
        return candidate
    return candidate._replace(table=table._replace(headings=(*table.headings, above)))


def _starts(grid: Grid, first: Layout) -> list[int]:
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


def _is_other_header(grid: Grid, row: int, layout: Layout) -> bool:
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
            place for place in layout.columns if grid.readings[row][place].kind is Kind.LETTERS
        ]
        return len(heads) >= 2 and len(heads) * 2 >= len(layout.columns)
    kinds = [reading.kind for _, reading in cells]
    named = [
        place
        for place, kind in enumerate(kinds)
        if kind in (Kind.TEXT, Kind.ODD) and grid.below(row, place).letters
    ]
    below = next((each for each in range(row + 1, len(grid.rows)) if grid.has_letters(each)), None)
    return (
        Kind.LETTERS not in kinds
        and len(named) >= 2
        and below is not None
        and all(not grid.has_letters(each) for each in range(row, below))
        and sum(grid.readings[below][place].kind is Kind.LETTERS for place in named) >= 1
        and all(grid.rows[row][place].text for place in named)
    )


def _is_title(grid: Grid, row: int) -> bool:
    return grid.is_blank(row) or len({cell.text for cell in grid.rows[row] if cell.text}) == 1


def _chosen(
    source: Source, candidates: Sequence[_Candidate], options: ImportOptions
) -> list[_Candidate]:
    """Return the tables to read: those over the same roles; an error lists what else there is."""
    if not candidates:
        raise _none(source, options)
    sure = [each for each in candidates if _is_sure(each)] or list(candidates)
    matrices = [
        each for each in sure if not each.layouts or each.layouts[0].form is not Form.OWNERS
    ]
    sure = matrices or sure
    keys = {_key(each) for each in sure}
    if len(sure) > 1 and len(keys) > 1:
        raise ImportProblemsError(
            each.table.problem_at(
                _corner(each),
                "several-tables",
                phrase(
                    "import.several-tables",
                    number=each.table.number,
                    title=each.table.title,
                    names=_key_names(each),
                ),
                phrase("import.choose-sheet", sheet=each.table.sheet)
                if [other.table.sheet for other in sure].count(each.table.sheet) == 1
                and each.table.sheet
                else phrase("import.choose-table", number=each.table.number),
            )
            for each in sure
        )
    wrong = [each.table.problem for each in sure if each.table.problem is not None]
    if wrong:
        raise ImportProblemsError(wrong)
    return sure


def _is_sure(candidate: _Candidate) -> bool:
    return candidate.refusal is None


def _corner(candidate: _Candidate) -> Cell:
    rows = candidate.table.rows
    return next((cell for row in rows for cell in row if cell.text), rows[0][0])


def _key(candidate: _Candidate) -> tuple[str, ...]:
    """Return what tables that belong together share: their roles, or their columns."""
    if not candidate.layouts:
        return ("?",)
    layout = candidate.layouts[0]
    if layout.form is Form.ONE_TOPIC:
        return (layout.form.value,)
    if layout.letters:
        header = layout.grid.rows[layout.header]
        return (layout.form.value, *(fold(cell.text) for cell in header))
    names = sorted(fold(grid_label(layout, column)) for column in layout.columns)
    return (layout.form.value, *names)


def grid_label(layout: Layout, column: int) -> str:
    """Return what a column of a layout is called."""
    return layout.grid.label(layout.header, column)


def _key_names(candidate: _Candidate) -> tuple[str, ...]:
    if not candidate.layouts:
        return ()
    layout = candidate.layouts[0]
    return tuple(grid_label(layout, column) for column in layout.columns)


def _layout(candidate: _Candidate, options: ImportOptions) -> Layout:
    """Return the one way to read a table; an error says what the others are."""
    if candidate.refusal is not None:
        refusal = candidate.refusal
        raise ImportProblemsError(
            [
                candidate.table.problem_at(
                    refusal.cell, refusal.rule, refusal.message, refusal.remedy
                )
            ]
        )
    first = candidate.layouts[0]
    if len(candidate.layouts) > 1:
        turned = any(each.roles_are_rows for each in candidate.layouts)
        fewest = min(candidate.layouts, key=lambda each: len(each.columns))
        few = [grid_label(fewest, column) for column in fewest.columns]
        ignored = _options("ignore", few)
        message = phrase("import.unclear-kind")
        remedy = phrase("import.ignore-some", options=ignored)
        if turned and first.letters:
            message, remedy = phrase("import.unclear-cells"), phrase("import.say-which-topics")
        elif turned:
            message, remedy = phrase("import.unclear-rows"), phrase("import.say-which-way")
        problem = candidate.table.problem_at(_corner(candidate), "unclear-form", message, remedy)
        raise ImportProblemsError([problem])
    if first.form is Form.ONE_ROLE and not options.roles:
        cell = first.grid.rows[first.header][first.columns[0]]
        message = phrase("import.whose-letters", name=grid_label(first, first.columns[0]))
        raise ImportProblemsError(
            [candidate.table.problem_at(cell, "whose-letters", message, phrase("import.say-role"))]
        )
    return first


def _none(source: Source, options: ImportOptions) -> ImportProblemsError:
    """Return the error for a file in which no table says who does what, as exact as can be."""
    if source.unread:
        return ImportProblemsError(source.unread)
    bullet = bullet_of_letters(source)
    if bullet is not None and not source.tables:
        message, remedy = phrase("import.bullets"), phrase("import.make-table")
        return ImportProblemsError(
            [Problem(source.path, bullet.line, 1, "bullets", message, remedy, bullet.text)]
        )
    broken = [table.problem for table in source.tables if table.problem is not None]
    if broken:
        return ImportProblemsError(broken)
    marks = list(_marked(source, options))
    if marks:
        return ImportProblemsError(_with_all_words(marks))
    if not any(table.rows for table in source.tables):
        return whole_file(source.path, "no-table", "import.no-table", "import.make-table")
    return ImportProblemsError(
        table.problem_at(
            next(cell for row in table.rows for cell in row if cell.text),
            "no-letters",
            phrase("import.no-letters", number=table.number),
            phrase("import.forms-are"),
        )
        for table in source.tables
        if any(cell.text for row in table.rows for cell in row)
    )


def _marked(source: Source, options: ImportOptions) -> Iterator[Problem]:
    """Yield a problem for each word or mark that stands where letters should."""
    read = Letters(options.letters)
    for table in source.tables:
        cells: dict[str, list[Cell]] = {}
        columns: set[int] = set()
        filled = 0
        for row in table.rows[1:]:
            for column, cell in enumerate(row[1:]):
                reading = read(cell.text)
                filled += reading.kind in (Kind.ODD, Kind.TEXT)
                if reading.kind is Kind.ODD:
                    cells.setdefault(reading.odd or cell.text, []).append(cell)
                    columns.add(column)
        if len(columns) < 2 or sum(map(len, cells.values())) * 2 < filled:
            continue
        for odd, found in cells.items():
            yield table.problem_at(
                found[0],
                "no-letter",
                phrase("import.no-letter-often", text=odd, count=len(found)),
                phrase("import.map-it", text=odd),
            )


def _passed_tables(
    source: Source, chosen: Sequence[_Candidate], candidates: Sequence[_Candidate]
) -> Iterator[Remark]:
    """Yield a remark for each table that is left out."""
    taken = {each.table.number for each in chosen}
    known = {each.table.number for each in candidates}
    for table in source.tables:
        if table.number in taken or not any(cell.text for row in table.rows for cell in row):
            continue
        cell = next(cell for row in table.rows for cell in row if cell.text)
        key = "import.table-not-asked" if table.number in known else "import.table-passed"
        yield table.remark(cell, key, number=table.number, title=table.title)
    for problem in source.unread:
        yield Remark(f"{problem.path}:{problem.line}:{problem.column}", problem.message)


# --- what is said around them -----------------------------------------------------------------


def _check_legends(source: Source, read: Letters, tables: Sequence[Table]) -> None:
    """Raise where a legend gives a letter of the tables another meaning than RACI does."""
    problems = []
    for entry in contradictions(legend((line.text, line.line) for line in source.prose), read):
        message = phrase("import.other-meaning", letter=entry.letter, text=entry.meaning[:60])
        remedy = phrase("import.map-meaning", text=entry.letter)
        problems.append(Problem(source.path, entry.line, 1, "other-meaning", message, remedy))
    for table in source.tables:
        for entry, cell in _told(table, read):
            message = phrase("import.other-meaning", letter=entry.letter, text=entry.meaning[:60])
            remedy = phrase("import.map-meaning", text=entry.letter)
            problems.append(table.problem_at(cell, "other-meaning", message, remedy))
    if problems and tables:
        raise ImportProblemsError(_with_all_words(problems))


def _told(table: Table, read: Letters) -> Iterator[tuple[Entry, Cell]]:
    """Yield what the cells of a table say of letters as a legend, where RACI says otherwise."""
    lines = []
    cells = {}
    for number, row in enumerate(table.rows):
        texts = list(dict.fromkeys(cell.text for cell in row if cell.text))
        first = next((cell for cell in row if cell.text), None)
        if first is None:
            continue
        cells[number] = first
        if len(texts) in (2, 3) and len(texts[0]) == 1 and len(texts[1]) > 1:
            lines.append((f"{texts[0]} = {texts[1]}", number))
        else:
            lines += [(text, number) for text in texts if len(text) > 5]
    for entry in contradictions(legend(lines), read):
        yield entry, cells[entry.line]


def _pairs(source: Source, chosen: Sequence[Table]) -> Iterator[tuple[str, str]]:
    """Yield the two first cells of rows that may explain an abbreviation."""
    numbers = {table.number for table in chosen}
    for table in source.tables:
        for row in table.rows:
            texts = [cell.text for cell in row if cell.text and not cell.covered]
            if len(texts) == 2 or (len(texts) > 2 and table.number not in numbers):
                yield texts[0], texts[1]
