"""What the columns of a table are beside those with letters: topics, groups, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rolecmp.definitions.problems import Phrase, Problem, phrase
from rolecmp.tables.cells import column_name
from rolecmp.tables.forms import Form, Layout, header_letters, is_legend
from rolecmp.tables.letters import Kind
from rolecmp.tables.naming import is_job_title
from rolecmp.tables.vocabulary import (
    GROUP_HEADERS,
    INVOLVEMENTS,
    NUMBER_HEADERS,
    OTHER_HEADERS,
    TAKING_PART,
    TOPIC_HEADERS,
    fold,
)

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
    problems: tuple[Problem, ...]


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
    if layout.ids is not None:
        return _own(layout, layout.ids)
    rows = [
        row
        for row in range(header + 1, len(grid.rows))
        if any(
            grid.readings[row][column].kind in (Kind.LETTERS, Kind.ODD, Kind.TEXT)
            for column in layout.columns
        )
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
        message = phrase("import.no-topics", name=grid.label(header, layout.columns[0]))
        return grid.table.problem_at(cell, "no-topics", message, phrase("import.add-topics"))
    group = _group(topic, [side for side in sides if side is not topic])
    return _rest(layout, sides, topic.at, group)


def _own(layout: Layout, ids: int) -> Columns:
    """Tell the columns of a matrix that this program wrote."""
    first = layout.columns[-1] + 1 if layout.columns else ids + 3
    texts = range(first, layout.grid.width)
    passed = [(column, phrase("import.passed-matrix", name="")) for column in texts]
    return Columns(ids + 1, ids + 2, layout.columns, tuple(passed), ())


def _side(layout: Layout, column: int, rows: Sequence[int]) -> _Side:
    grid = layout.grid
    texts = [grid.rows[row][column].text for row in rows]
    kinds = [grid.readings[row][column].kind for row in rows]
    filled = [
        text for text, kind in zip(texts, kinds, strict=True) if kind not in (Kind.BLANK, Kind.DASH)
    ]
    count = max(len(filled), 1)
    return _Side(
        column,
        fold(grid.header(layout.header, column).text),
        len(filled) / max(len(rows), 1),
        len(set(map(fold, filled))) / count,
        sum(bool(_NUMBER.match(text)) for text in filled) / count if filled else 0.0,
        bool(filled),
        any(char.isalpha() for text in filled for char in text),
    )


def _topic(layout: Layout, sides: Sequence[_Side]) -> _Side | None:
    """Return the column that names the topics: by its header, and as each row has its own."""
    texts = [side for side in sides if side.text and not side.is_number]
    texts = texts or [side for side in sides if side.text and side.worded]
    apart = [side for side in texts if side.header not in OTHER_HEADERS]
    plain = [side for side in apart if side.header not in GROUP_HEADERS]
    first = layout.columns[0]
    before = [side for side in plain if side.at < first] or [s for s in apart if s.at < first]
    named = [side for side in plain if side.header in TOPIC_HEADERS]
    # A system or a document may be what a row is about, where each row has one of its own.
    others = [side for side in texts if side.at < first and side.complete]
    pool = before or named or others or plain or texts
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
    named = [s for s in sides if s.header in GROUP_HEADERS and s.text and not _all_numbers(s)]
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


def _all_numbers(side: _Side) -> bool:
    return side.numbers >= _MOSTLY and side.header not in GROUP_HEADERS


def _rest(layout: Layout, sides: Sequence[_Side], topic: int, group: int | None) -> Columns:
    grid, header = layout.grid, layout.header
    roles = list(layout.columns)
    passed: list[tuple[int, Phrase]] = []
    problems: list[Problem] = []
    passed += [
        (column, phrase("import.passed-asked", name=""))
        for column in range(grid.width)
        if grid.ignored(header, column)
    ]
    for side in sides:
        if side.at in (topic, group):
            continue
        found = _judge(layout, side)
        if isinstance(found, Phrase):
            passed.append((side.at, found))
        elif isinstance(found, Problem) and grid.options.only_roles:
            passed.append((side.at, phrase("import.passed-unclear", name="")))
        elif isinstance(found, Problem):
            problems.append(found)
        elif found:
            roles.append(side.at)
    beside = _second_table(layout, topic)
    if beside is not None:
        problems.append(beside)
    return Columns(topic, group, tuple(sorted(roles)), tuple(sorted(passed)), tuple(problems))


def _judge(layout: Layout, side: _Side) -> bool | Phrase | Problem | None:
    """Judge a column that names neither topics nor groups.

    True is a role without letters, a phrase says why it is left out, a problem that nobody
    can tell; None is a column with nothing in it at all.
    """
    grid, header, column = layout.grid, layout.header, side.at
    below = grid.below(header, column)
    cell = grid.header(header, column)
    matrix = not layout.letters
    if not cell.text and below.filled == 0:
        return None
    if matrix and grid.named_role(header, column):
        return True
    if matrix and is_legend(grid, header, column):
        return phrase("import.passed-legend", name="")
    if below.letters + below.odd + below.text == 0 and (below.dash or not below.number):
        return _empty(layout, side)
    known = side.header in _NO_ROLE
    if cell.missing:
        return None  # what stands beyond the header is named cell by cell
    if matrix and below.letters and not known:
        return _unclear(layout, column, "import.letters-and-text", "import.letters-and-text-remedy")
    if matrix and below.odd > below.text and not known and not side.is_number:
        return _unclear(layout, column, "import.odd-column", "import.odd-column-remedy")
    if matrix and header_letters(grid, cell.text) and not side.is_number:
        return _unclear(layout, column, "import.letter-header", "import.ignore-column")
    head = grid.read(cell.text)
    last = fold(cell.text).split()[-1:]
    strange = (
        head.kind is Kind.ODD and (len(cell.text) == 1 or fold(cell.text) in INVOLVEMENTS)
    ) or any(word.removesuffix("s") in TAKING_PART for word in last)
    if not matrix and strange and not known:
        return _unclear(layout, column, "import.odd-header", "import.odd-header-remedy")
    if side.is_number and matrix and is_job_title(cell.text):
        return _unclear(layout, column, "import.odd-column", "import.odd-column-remedy")
    if side.is_number:
        return phrase("import.passed-numbers", name="")
    samples = [text for text in _texts(layout, column) if text][:_SHOWN]
    return phrase("import.passed-text", name="", samples=tuple(samples))


def _empty(layout: Layout, side: _Side) -> bool | Phrase | Problem:
    """Judge a column that has a header and nothing below it."""
    grid, header, column = layout.grid, layout.header, side.at
    if layout.form is not Form.ROLES_ACROSS or side.header in _NO_ROLE:
        return phrase("import.passed-empty", name="")
    within = layout.columns[0] < column < layout.columns[-1]
    # A sign for nothing in most rows says that there might have been a letter.
    marked = grid.below(header, column).dash * 2 > len(grid.rows) - header - 1
    if within or marked or is_job_title(grid.header(header, column).text):
        return True
    return _unclear(layout, column, "import.empty-column", "import.empty-column-remedy")


def _texts(layout: Layout, column: int) -> list[str]:
    grid = layout.grid
    return [
        " ".join(grid.rows[row][column].text.split())[:40]
        for row in range(layout.header + 1, len(grid.rows))
    ]


def _unclear(layout: Layout, column: int, key: str, then: str) -> Problem:
    grid = layout.grid
    label = grid.label(layout.header, column)
    samples = tuple(
        dict.fromkeys(
            reading.odd or cell.text[:40]
            for cell, reading in grid.column(column, range(layout.header + 1, len(grid.rows)))
            if reading.kind in (Kind.ODD, Kind.TEXT)
        )
    )[:_SHOWN]
    cell = grid.rows[layout.header][column]
    message = phrase(key, name=label, samples=samples)
    remedy = phrase(then, name=label, sample=samples[0] if samples else label)
    return grid.table.problem_at(cell, "unclear-column", message, remedy)


def _second_table(layout: Layout, topic: int) -> Problem | None:
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
            cell = grid.rows[header][column]
            message = phrase("import.side-by-side", name=column_name(column + 1))
            remedy = phrase("import.one-below-other")
            return grid.table.problem_at(cell, "side-by-side", message, remedy)
        else:
            blank = False
    return None
