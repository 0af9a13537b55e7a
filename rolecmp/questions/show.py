"""One role whole, and all roles in a line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rolecmp.definitions.model import LETTERS, Catalog, Pair, Role, Topic
from rolecmp.questions.standing import letters_by_topic


class Portrait(NamedTuple):
    """One role, its topics by strongest letter first, and what it has with other roles."""

    catalog: Catalog
    role: Role
    topics: tuple[tuple[Topic, tuple[str, ...]], ...]
    pairs: tuple[Pair, ...]


class RoleLine(NamedTuple):
    """One role of a list: its letters by topic, and how many topics it is accountable for."""

    role: Role
    accountable: int
    letters: Mapping[str, tuple[str, ...]]

    @property
    def involved(self) -> int:
        """How many topics it is involved in at all."""
        return len(self.letters)


class RoleList(NamedTuple):
    """Every role of a catalog, ordered by id."""

    catalog: Catalog
    roles: tuple[RoleLine, ...]


def portray(catalog: Catalog, role: Role) -> Portrait:
    """Give everything the catalog says of `role`."""
    letters = letters_by_topic(role)
    topics = [(topic, letters[key]) for key, topic in catalog.topics.items() if key in letters]
    topics.sort(key=lambda row: LETTERS.index(row[1][0]))
    pairs = tuple(pair for pair in catalog.pairs if role.id in pair.roles)
    return Portrait(catalog, role, tuple(topics), pairs)


def list_roles(catalog: Catalog) -> RoleList:
    """Give the roles of a catalog with the count of their topics."""
    lines = []
    for role in catalog.roles.values():
        letters = letters_by_topic(role)
        accountable = len([mine for mine in letters.values() if mine[0] == LETTERS[0]])
        lines.append(RoleLine(role, accountable, letters))
    return RoleList(catalog, tuple(lines))
