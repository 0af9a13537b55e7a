"""The responsibility matrix: topics by roles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from rolecmp.definitions.model import LETTERS, Catalog, Role, Text, Topic
from rolecmp.questions.compare import letters_by_topic
from rolecmp.questions.who_owns import State, overview

ACCOUNTABLE, RESPONSIBLE = LETTERS[:2]


class Only(Enum):
    """What the rows of a matrix can be narrowed down to."""

    CONTESTED = "contested"
    UNOWNED = "unowned"
    SHARED = "shared"


class MatrixRow(NamedTuple):
    """One topic, with the letters of each role shown, in the order of the roles.

    `state`, `owners` and `involved` (the count of roles with any letter) are taken from every
    role of the catalog, shown or not: a part would make a contested topic look settled.
    """

    topic: Topic
    state: State
    owners: tuple[Role, ...]
    involved: int
    letters: tuple[tuple[str, ...], ...]
    accepted: Text | None

    def is_of(self, only: Only) -> bool:
        """Tell whether the topic is one of those that `only` names."""
        if only is Only.CONTESTED:
            return self.state is State.CONTESTED
        if only is Only.UNOWNED:
            return not self.owners
        return self.involved > 1 and self.state is not State.CONTESTED


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

    def count(self, state: State) -> int:
        """Count the topics shown that are in a state."""
        return sum(row.state is state for row in self.rows)


def matrix(
    catalog: Catalog,
    roles: Sequence[Role] = (),
    topics: Sequence[Topic] = (),
    only: Collection[Only] = (),
) -> Matrix:
    """Give the letters of `roles` on `topics`, or of all there are.

    With `only`, the topics are narrowed down to those that are of any kind named.
    """
    # A role that is named twice, by its name and by its id, is one column.
    shown = tuple({role.id: role for role in roles or catalog.roles.values()}.values())
    columns = [letters_by_topic(role) for role in shown]
    considered = dict.fromkeys(topic.id for topic in topics or catalog.topics.values())
    standing = {each.topic.id: each for each in overview(catalog).topics}
    rows = []
    for key in considered:
        each = standing[key]
        row = MatrixRow(
            each.topic,
            each.state,
            each.owners,
            len(each.owners) + len(each.others),
            tuple([column.get(key, ()) for column in columns]),
            each.accepted,
        )
        if not only or any(row.is_of(kind) for kind in only):
            rows.append(row)
    kinds = tuple(kind for kind in Only if kind in only)
    totals = _totals(columns, [row.topic.id for row in rows])
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
