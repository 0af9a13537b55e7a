"""All roles in a line each."""

from collections.abc import Mapping
from typing import NamedTuple

from rolecmp.definitions.model import Catalog, Role
from rolecmp.questions.standing import ACCOUNTABLE, letters_by_role


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
    """Every role of a catalog, in its order."""

    catalog: Catalog
    roles: tuple[RoleLine, ...]


def list_roles(catalog: Catalog) -> RoleList:
    """Return the roles of a catalog with the count of their topics."""
    letters = letters_by_role(catalog)
    lines = []
    for role in catalog.roles.values():
        mine = letters[role.id]
        accountable = sum(held[0] == ACCOUNTABLE for held in mine.values())
        lines.append(RoleLine(role, accountable, mine))
    return RoleList(catalog, tuple(lines))
