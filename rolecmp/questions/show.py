"""One role whole, and all roles in a line each."""

from collections.abc import Mapping
from typing import NamedTuple

from rolecmp.definitions.model import Catalog, Pair, Role
from rolecmp.questions.compare import Comparison, compare
from rolecmp.questions.standing import ACCOUNTABLE, letters_by_topic


class Portrait(NamedTuple):
    """One role: what it says of itself, its topics by who decides them, and the roles it is with.

    `today` is the date (ISO 8601) by which acceptances end. `managers` are those it reports to,
    `reports` those that report to it, `pairs` what is true of it and another.
    """

    catalog: Catalog
    role: Role
    today: str
    managers: tuple[Role, ...]
    reports: tuple[Role, ...]
    pairs: tuple[Pair, ...]

    @property
    def compared(self) -> Comparison:
        """The role compared with no other, which says how each of its topics stands."""
        return compare(self.catalog, [self.role], self.today)


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


def portray(catalog: Catalog, role: Role, today: str) -> Portrait:
    """Return everything that `catalog`, which holds every role there is, says of `role`.

    `today` is the date (ISO 8601) by which acceptances end.
    """
    roles = catalog.roles
    managed = {each.id for each in role.manages}
    return Portrait(
        catalog,
        role,
        today,
        tuple(each for each in roles.values() if role.id in {one.id for one in each.manages}),
        tuple(each for each in roles.values() if each.id in managed),
        tuple(pair for pair in catalog.pairs if role.id in pair.roles),
    )


def list_roles(catalog: Catalog) -> RoleList:
    """Return the roles of a catalog with the count of their topics."""
    lines = []
    for role in catalog.roles.values():
        letters = letters_by_topic(role)
        accountable = len([mine for mine in letters.values() if mine[0] == ACCOUNTABLE])
        lines.append(RoleLine(role, accountable, letters))
    return RoleList(catalog, tuple(lines))
