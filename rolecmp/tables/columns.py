"""What the columns of a table are beside those with letters: topics, groups, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.definitions.problems import Phrase, Problem, phrase
from rolecmp.tables.cells import column_name
from rolecmp.tables.forms import TEXTS, Form, Layout, header_letters, is_other
from rolecmp.tables.legend import is_legend
from rolecmp.tables.letters import CellKind
from rolecmp.tables.naming import is_job_title
from rolecmp.tables.vocabulary import (
    EITHER,
    GROUP_HEADERS,
    INVOLVEMENTS,
    NUMBER_HEADERS,
    OTHER_HEADERS,
    TAKING_PART,
    TOPIC_HEADERS,
    fold,
    one_line,
)

if TYPE_CHECKING:
    from rolecmp.tables.grid import TableGrid

_NUMBER = re.compile(r"^[\W_]*(?:[A-Za-z]{0,4}[-. ]?)?\d+(?:[.\-]\d+)*[\W_]*$")
_NO_ROLE = GROUP_HEADERS | NUMBER_HEADERS | OTHER_HEADERS | TOPIC_HEADERS
_MOSTLY = 0.8
_NEARLY_ALL = 0.95
_SHOWN = 3


class Columns(NamedTuple):
    """The columns of a table by what they are.

    `roles` are those of the layout and such as have no letter at all. `passed` are columns
    that are left out, each with the reason.
    """

    topic: int
    group: int | None
    roles: tuple[int, ...]
    passed: tuple[tuple[int, Phrase], ...]
    problems: tuple[Problem, ...] = ()


class _Side(NamedTuple):
    """A column beside those with letters, as its cells in the rows with letters tell."""

    at: int
    header: str
    filled: float
    distinct: float
    numbers: float
    text: bool
    worded: bool

    @property
    def complete(self) -> bool:
        return self.filled >= _NEARLY_ALL and self.distinct >= _MOSTLY

    @property
    def is_number(self) -> bool:
        return self.numbers >= _MOSTLY or self.header in NUMBER_HEADERS


def assign(layout: Layout) -> Columns | Problem:
    """Tell what each column of a table is; a problem where none of them names topics."""
    grid, header = layout.grid, layout.header
    if layout.ids is not None:  # a matrix that this program wrote
        passed = [
            (column, phrase("import.passed-matrix", name=grid.label(header, column)))
            for column in range(layout.ids + 3, grid.width)
            if column not in layout.columns
        ]
        return Columns(layout.ids + 1, layout.ids + 2, layout.columns, tuple(passed))
    rows = [
        row
        for row in range(header + 1, len(grid.rows))
        if any(grid.readings[row][c].kind in (CellKind.LETTERS, *TEXTS) for c in layout.columns)
        and not grid.merged(row)
    ]
    sides = [
        _side(layout, column, rows)
        for column in range(grid.width)
        if column not in layout.columns and not grid.ignored(header, column)
    ]
    topic = _topic(layout, sides)
    if topic is None:
        cell = grid.rows[header][layout.columns[0]]
        name = grid.label(header, layout.columns[0])
        return grid.table.problem_at(cell, "import.no-topics", "import.add-topics", name=name)
    return _rest(layout, sides, topic.at, _group(topic, [s for s in sides if s is not topic]))


def _side(layout: Layout, column: int, rows: Sequence[int]) -> _Side:
    grid = layout.grid
    filled = [
        grid.rows[row][column].text
        for row in rows
        if grid.readings[row][column].kind not in (CellKind.BLANK, CellKind.DASH)
    ]
    count = max(len(filled), 1)
    return _Side(
        column,
        fold(grid.header(layout.header, column).text),
        len(filled) / max(len(rows), 1),
        len(set(map(fold, filled))) / count,
        sum(bool(_NUMBER.match(text)) for text in filled) / count,
        bool(filled),
        any(char.isalpha() for text in filled for char in text),
    )


def _topic(layout: Layout, sides: Sequence[_Side]) -> _Side | None:
    """Return the column that names the topics: by its header, and as each row has its own."""
    first = layout.columns[0]
    texts = [side for side in sides if side.text and not side.is_number]
    texts = texts or [side for side in sides if side.text and side.worded]
    apart = [side for side in texts if side.header not in OTHER_HEADERS]
    plain = [side for side in apart if side.header not in GROUP_HEADERS]
    pools = (
        [side for side in plain if side.at < first],
        [side for side in apart if side.at < first],
        [side for side in plain if side.header in TOPIC_HEADERS],
        # A system or a document may be what a row is about, where each row has one of its own.
        [side for side in texts if side.at < first and side.complete],
        plain,
        texts,
    )
    pool = next(filter(None, pools), [])
    for wanted in (
        lambda side: side.header in TOPIC_HEADERS and side.complete,
        lambda side: side.complete,
        lambda side: side.header in TOPIC_HEADERS,
        lambda side: side.filled >= _NEARLY_ALL,
        lambda _: True,
    ):
        found = next(filter(wanted, pool), None)
        if found is not None:
            return found
    return None


def _group(topic: _Side, sides: Sequence[_Side]) -> int | None:
    """Return the column that puts topics together: by its header, or by cells that recur."""
    named = [side for side in sides if side.header in GROUP_HEADERS and side.text]
    recurring = [
        side
        for side in sides
        if side.at < topic.at
        and side.text
        and not side.is_number
        and side.header not in OTHER_HEADERS
        and not side.complete
    ]
    return next((side.at for side in named or recurring), None)


def _rest(layout: Layout, sides: Sequence[_Side], topic: int, group: int | None) -> Columns:
    grid, header = layout.grid, layout.header
    roles = list(layout.columns)
    found: list[tuple[int, Phrase | str]] = [
        (column, "import.passed-asked")
        for column in range(grid.width)
        if grid.ignored(header, column)
    ]
    problems: list[Problem] = []
    for side in sides:
        said = None if side.at in (topic, group) else _judge(layout, side)
        if isinstance(said, Problem) and not grid.options.only_roles:
            problems.append(said)
        elif isinstance(said, Problem):
            found.append((side.at, "import.passed-unclear"))
        elif said is True:
            roles.append(side.at)
        elif said:
            found.append((side.at, said))
    beside = _second_table(layout)
    passed = [
        (at, phrase(said, name=grid.label(header, at)) if isinstance(said, str) else said)
        for at, said in sorted(found, key=lambda each: each[0])
    ]
    problems += [beside] if beside else []
    return Columns(topic, group, tuple(sorted(roles)), tuple(passed), tuple(problems))


def _judge(layout: Layout, side: _Side) -> bool | str | Phrase | Problem:
    """Judge a column that names neither topics nor groups.

    True is a role without letters; a key or a phrase says why it is left out, a problem that
    nobody can tell; False is a column with nothing in it that another does not tell.
    """
    grid, header, column = layout.grid, layout.header, side.at
    below = grid.below(header, column)
    cell = grid.header(header, column)
    matrix = not layout.letters
    if not cell.text and below.filled == 0:
        return False
    if matrix and grid.named_role(header, column):
        return True
    if matrix and is_legend(grid, header, column):
        return "import.passed-legend"
    if below.letters + below.odd + below.text == 0 and (below.dash or not below.number):
        return _empty(layout, side)
    if cell.missing:
        return False  # what stands beyond the header is named cell by cell
    known = side.header in _NO_ROLE
    if matrix and below.letters and not cell.text:
        return _unclear(layout, column, "import.letters-elsewhere", "import.ignore-column")
    if matrix and below.letters and is_other(grid, header, column):
        return _unclear(layout, column, "import.letters-elsewhere", "import.say-role-or-ignore")
    if matrix and header_letters(grid, cell.text) and not side.is_number:
        return _unclear(layout, column, "import.letter-header", "import.ignore-column")
    if matrix and below.letters and not known:
        return _unclear(layout, column, "import.letters-and-text", "import.letters-and-text-remedy")
    if (
        matrix
        and not known
        and (is_job_title(cell.text) if side.is_number else below.odd > below.text)
    ):
        return _unclear(layout, column, "import.odd-column", "import.odd-column-remedy")
    if not matrix and not known and _takes_part(grid, cell.text):
        return _unclear(layout, column, "import.odd-header", "import.odd-header-remedy")
    if side.is_number:
        return "import.passed-numbers"
    texts = [one_line(row[column].text)[:40] for row in grid.rows[header + 1 :]]
    samples = tuple(filter(None, texts))[:_SHOWN]
    return phrase("import.passed-text", name=grid.label(header, column), samples=samples)


def _takes_part(grid: TableGrid, header: str) -> bool:
    """Tell whether a header is of those who take part in a way that is none of RACI's."""
    form = fold(header)
    if any(word.removesuffix("s") in TAKING_PART for word in form.split()[-1:]):
        return True
    return grid.read(header).kind is CellKind.ODD and (
        len(header) == 1 or form in INVOLVEMENTS | EITHER
    )


def _empty(layout: Layout, side: _Side) -> bool | str | Problem:
    """Judge a column that has a header and nothing below it."""
    grid, header, column = layout.grid, layout.header, side.at
    if layout.form is not Form.ROLES_ACROSS or side.header in _NO_ROLE:
        return "import.passed-empty"
    within = layout.columns[0] < column < layout.columns[-1]
    # A sign for nothing in most rows says that there might have been a letter.
    marked = grid.below(header, column).dash * 2 > len(grid.rows) - header - 1
    if within or marked or is_job_title(grid.header(header, column).text):
        return True
    return _unclear(layout, column, "import.empty-column", "import.empty-column-remedy")


def _unclear(layout: Layout, column: int, key: str, then: str) -> Problem:
    grid, header = layout.grid, layout.header
    name = grid.label(header, column)
    found = [
        reading.odd or cell.text[:40]
        for cell, reading in grid.column(column, range(header + 1, len(grid.rows)))
        if reading.kind in TEXTS
    ]
    samples = tuple(dict.fromkeys(found))[:_SHOWN]
    args = {"name": name, "samples": samples, "sample": samples[0] if samples else name}
    cell = grid.rows[header][column]
    return grid.table.problem_at(cell, key, then, "unclear-column", **args)


def _second_table(layout: Layout) -> Problem | None:
    """Find a second table to the right: a blank column, then one of text, between the roles."""
    grid, header = layout.grid, layout.header
    if layout.form is not Form.ROLES_ACROSS:
        return None
    blank = False
    for column in range(layout.columns[0], layout.columns[-1]):
        below = grid.below(header, column)
        if not grid.header(header, column).text and below.filled + below.dash == 0:
            blank = True
        elif blank and column not in layout.columns and below.text > below.letters:
            keys = ("import.side-by-side", "import.one-below-other")
            name = column_name(column + 1)
            return grid.table.problem_at(grid.rows[header][column], *keys, name=name)
        else:
            blank = False
    return None
