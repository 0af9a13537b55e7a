"""Two or more roles side by side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import Enum
from typing import NamedTuple

from rolecmp.definitions.model import LETTERS, Catalog, Pair, Role, Statement, Topic
from rolecmp.questions.standing import letters_by_topic


class Standing(Enum):
    """How the compared roles stand to one topic."""

    CONTESTED = "contested"
    SHARED = "shared"
    SINGLE = "single"


class TopicRow(NamedTuple):
    """One topic, with each compared role's letters on it, in the order of the roles.

    `letters` holds, per role, letter names in RACI order; none where it is not involved.
    `only` is the id of the one role involved where the standing is single.
    """

    topic: Topic
    letters: tuple[tuple[str, ...], ...]
    standing: Standing
    only: str | None


class Section(NamedTuple):
    """One dimension: each role's statements on it, none where the role does not describe it."""

    dimension: str
    statements: tuple[tuple[Statement, ...], ...]


class Comparison(NamedTuple):
    """Roles side by side. `topics` are contested first, then shared, then each role's own."""

    catalog: Catalog
    roles: tuple[Role, ...]
    pairs: tuple[Pair, ...]
    sections: tuple[Section, ...]
    topics: tuple[TopicRow, ...]
    restricted: bool

    def count(self, standing: Standing, only: str | None = None) -> int:
        """Count the topics of a standing, of one role's own where `only` names it."""
        return sum(row.standing is standing and row.only == only for row in self.topics)


def compare(
    catalog: Catalog, roles: Sequence[Role], dimensions: Collection[str] = ()
) -> Comparison:
    """Compare `roles` (two or more), on the named dimensions or else on all.

    Restricted to dimensions, only the topics that their statements speak of are listed; the
    letters on them are still those of the whole role, since a part would make a contested
    topic look settled.
    """
    shown = [key for key in catalog.dimensions if not dimensions or key in dimensions]
    sections = tuple(
        Section(key, tuple(role.statements.get(key, ()) for role in roles)) for key in shown
    )
    wanted = {
        claim.topic
        for role in roles
        for dimension, _, claim in role.claims()
        if not dimensions or dimension in dimensions
    }
    by_role = [letters_by_topic(role) for role in roles]
    rows = [
        _row(topic, roles, [letters.get(key, ()) for letters in by_role])
        for key, topic in catalog.topics.items()
        if key in wanted
    ]
    order = {role.id: place for place, role in enumerate(roles)}
    standings = list(Standing)
    rows.sort(key=lambda row: (standings.index(row.standing), order.get(row.only or "", -1)))
    ids = {role.id for role in roles}
    return Comparison(
        catalog,
        tuple(roles),
        tuple(pair for pair in catalog.pairs if ids.issuperset(pair.roles)),
        sections,
        tuple(rows),
        bool(dimensions),
    )


def _row(topic: Topic, roles: Sequence[Role], letters: Sequence[tuple[str, ...]]) -> TopicRow:
    involved = [role.id for role, mine in zip(roles, letters, strict=True) if mine]
    if sum(LETTERS[0] in mine for mine in letters) > 1:
        return TopicRow(topic, tuple(letters), Standing.CONTESTED, None)
    if len(involved) > 1:
        return TopicRow(topic, tuple(letters), Standing.SHARED, None)
    return TopicRow(topic, tuple(letters), Standing.SINGLE, involved[0])
