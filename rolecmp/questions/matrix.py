"""The responsibility matrix: topics by roles."""

from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from rolecmp.definitions.model import Catalog, Role, Topic
from rolecmp.questions.standing import (
    ACCOUNTABLE,
    RESPONSIBLE,
    Standing,
    State,
    count,
    grouped,
    letters_by_role,
    standings,
)


class Only(Enum):
    """What the rows of a matrix can be narrowed down to."""

    CONTESTED = "contested"
    UNOWNED = "unowned"
    SHARED = "shared"


class MatrixRow(NamedTuple):
    """One topic as it stands, with the letters of each role shown, in the order of the roles."""

    standing: Standing
    letters: tuple[tuple[str, ...], ...]

    def is_of(self, only: Only) -> bool:
        """Tell whether the topic is one of those that `only` names."""
        contested = self.standing.state is State.CONTESTED
        if only is Only.CONTESTED:
            return contested
        if only is Only.UNOWNED:
            return not self.standing.owners
        return self.standing.involved > 1 and not contested


class Total(NamedTuple):
    """How many of the topics shown a role is accountable for, and responsible for.

    A topic on which it has both letters counts in both.
    """

    accountable: int
    responsible: int


class Matrix(NamedTuple):
    """Topics by roles.

    `totals` are in the order of the roles. `considered` is how many topics there were before
    `only` narrowed them down, and `restricted` whether they were asked for by name.
    """

    catalog: Catalog
    roles: tuple[Role, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[Total, ...]
    only: tuple[Only, ...]
    considered: int
    restricted: bool

    @property
    def counts(self) -> dict[State, int]:
        """How many of the topics shown are in each state."""
        return count(row.standing for row in self.rows)


def matrix(
    catalog: Catalog,
    today: str,
    roles: Sequence[Role] = (),
    topics: Sequence[Topic] = (),
    only: Collection[Only] = (),
) -> Matrix:
    """Return the letters of `roles` on `topics`, or of all there are.

    With `only`, the topics are narrowed down to those that are of any kind named.
    """
    by_role = letters_by_role(catalog)
    known = standings(catalog, today)
    # A role that is named twice, by its name and by its id, is one column.
    shown = tuple({role.id: role for role in roles or catalog.roles.values()}.values())
    columns = [by_role[role.id] for role in shown]
    considered = dict.fromkeys(topic.id for topic in topics or grouped(catalog))
    rows = [
        MatrixRow(known[key], tuple([column.get(key, ()) for column in columns]))
        for key in considered
    ]
    if only:
        rows = [row for row in rows if any(row.is_of(kind) for kind in only)]
    kinds = tuple(kind for kind in Only if kind in only)
    totals = _totals(columns, [row.standing.topic.id for row in rows])
    return Matrix(catalog, shown, tuple(rows), totals, kinds, len(considered), bool(topics))


def _totals(
    columns: Sequence[Mapping[str, tuple[str, ...]]], ids: Sequence[str]
) -> tuple[Total, ...]:
    found = []
    for column in columns:
        mine = [column[key] for key in ids if key in column]
        found.append(
            Total(
                sum(letters[0] == ACCOUNTABLE for letters in mine),
                sum(RESPONSIBLE in letters for letters in mine),
            )
        )
    return tuple(found)
