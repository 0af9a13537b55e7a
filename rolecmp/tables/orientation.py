"""Which way round a table is, and all the ways in which it can be read.

Where more than one fits, nobody can tell how to read the table, and the user is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rolecmp.definitions.problems import Problem, phrase
from rolecmp.tables.cells import transposed
from rolecmp.tables.forms import (
    TEXTS,
    Form,
    Layout,
    letter_columns_of_roles,
    letters_across,
    own_matrix,
    roles_across,
)
from rolecmp.tables.grid import COLUMNS, ROWS, TableGrid
from rolecmp.tables.legend import is_key
from rolecmp.tables.letters import CellKind
from rolecmp.tables.naming import is_job_title
from rolecmp.tables.vocabulary import (
    GROUP_HEADERS,
    NUMBER_HEADERS,
    OTHER_HEADERS,
    OWN_HEADERS,
    ROLE_ENDINGS,
    ROLE_HEADERS,
    TOPIC_HEADERS,
    A,
    fold,
)


def layouts(grid: TableGrid) -> list[Layout] | Problem:
    """Return the ways in which a table can be read, none where it says nothing of RACI."""
    own = own_matrix(grid)
    if own is not None:
        return [own]
    if is_key(grid):
        return []
    sub = letter_columns_of_roles(grid)
    if sub is not None:
        return sub
    found: list[Layout] = []
    for layout in (roles_across(grid), letters_across(grid)):
        if layout is not None:
            found += _oriented(layout)
    if len(found) > 1 and found[0].form is Form.ROLES_ACROSS and found[-1].form is Form.OWNERS:
        # A matrix may have a column for the owner beside the roles.
        several = [each for each in found if len(each.columns) > 1 and each.form != Form.OWNERS]
        return several or found
    return found


class _Sides(NamedTuple):
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
    if asked == COLUMNS:
        return [layout]
    if layout.form is Form.ONE_ROLE:
        one = _one_topic(layout)
        return [one] if one else [layout]
    if layout.form is not Form.ROLES_ACROSS:
        turned = layout._replace(
            roles_are_rows=True, reason=phrase("import.form-topics-in-cells", **layout.reason.args)
        )
        if asked == ROWS:
            return [turned]
        evidence = _evidence(layout)
        if layout.form is not Form.OWNERS and (
            _names_a_role(evidence.corner)
            or (evidence.titles_down >= 0.6 and evidence.corner not in TOPIC_HEADERS)
        ):
            return [layout, turned]
        return [layout]
    if asked == ROWS:
        return [other for other in [_turned(grid)] if other]
    evidence = _evidence(layout)
    titled = _names_a_role(evidence.corner)
    if len(layout.columns) < 2 and titled:
        return [other for other in [_turned(grid)] if other]
    if len(layout.columns) < 2:
        return [layout]
    if evidence.corner in TOPIC_HEADERS:
        # The header may be of what stands beside it; "topic" is what this program writes.
        belied = evidence.titles_down == 1 and evidence.titles_across == 0
        other = _turned(grid) if belied and evidence.corner not in OWN_HEADERS else None
        return [layout, other] if other else [layout]
    down = evidence.titles_down >= 0.6
    across = evidence.titles_across >= 0.4
    better_down = evidence.one_down > evidence.one_across
    sure = not across and (titled or down) and (better_down or (titled and down))
    one_each = (
        not across and evidence.one_down == 1 > evidence.one_across and len(layout.columns) > 2
    )
    open_ = (titled and (down or not across)) or (down and not across) or one_each
    other = _turned(grid) if sure or open_ else None
    if other is None:
        return [layout]
    return [other] if sure else [layout, other]


def _one_topic(layout: Layout) -> Layout | None:
    """Return the layout of a table that is about one topic, which the heading above it names.

    Its rows are roles: the first column says so, or the user does.
    """
    grid = layout.grid
    rows = grid.options.roles_in == ROWS
    if not grid.table.headings or not (rows or _names_a_role(_evidence(layout).corner)):
        return None
    names = (grid.table.title,)
    return layout._replace(
        form=Form.ONE_TOPIC,
        reason=phrase("import.form-one-topic", names=names),
        roles_are_rows=True,
    )


def _names_a_role(header: str) -> bool:
    """Tell whether a header is one of roles rather than of topics."""
    return header in ROLE_HEADERS or header.endswith(ROLE_ENDINGS)


def _turned(grid: TableGrid) -> Layout | None:
    turned = TableGrid(transposed(grid.table), grid.read, grid.options)
    layout = roles_across(turned)
    if layout is None:
        return None
    reason = phrase("import.form-roles-down", **layout.reason.args)
    return layout._replace(reason=reason, roles_are_rows=True)


def _evidence(layout: Layout) -> _Sides:
    grid, header = layout.grid, layout.header
    rows = [
        row
        for row in range(header + 1, len(grid.rows))
        if any(
            grid.readings[row][column].kind in (CellKind.LETTERS, *TEXTS)
            for column in layout.columns
        )
    ]
    texts = _label_columns(layout, rows)
    label = texts[0] if texts else None
    names = [grid.label(header, column) for column in layout.columns]
    labels = [grid.rows[row][label].text for row in rows] if label is not None else []
    across = [
        sum(A in grid.readings[row][column].letters for column in layout.columns) for row in rows
    ]
    down = [
        sum(A in grid.readings[row][column].letters for row in rows) for column in layout.columns
    ]
    # Where the rows are named in two columns, the header of one does not say what they are.
    before = [column for column in texts if column < layout.columns[0]]
    corner = fold(grid.header(header, label).text) if label is not None else ""
    corner = "" if len(before) > 1 and _names_a_role(corner) else corner
    return _Sides(
        _share([is_job_title(name) for name in names]),
        _share([is_job_title(text) for text in labels]),
        _share([count == 1 for count in across]),
        _share([count == 1 for count in down]),
        corner,
    )


def _label_columns(layout: Layout, rows: Sequence[int]) -> list[int]:
    """Return the columns that may name the rows, those whose header says so first."""
    grid = layout.grid
    passed = GROUP_HEADERS | NUMBER_HEADERS | OTHER_HEADERS
    texts = [
        column
        for column in range(grid.width)
        if column not in layout.columns
        and sum(grid.readings[row][column].kind in TEXTS for row in rows) * 2 >= len(rows)
    ]
    named = [c for c in texts if fold(grid.header(layout.header, c).text) not in passed]
    return named or texts


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0
