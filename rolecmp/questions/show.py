"""One role whole."""

from typing import NamedTuple

from rolecmp.definitions.model import Catalog, Pair, Role
from rolecmp.questions.compare import Comparison, compare


class Shown(NamedTuple):
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


def show(catalog: Catalog, role: Role, today: str) -> Shown:
    """Return everything that `catalog`, which holds every role there is, says of `role`.

    `today` is the date (ISO 8601) by which acceptances end.
    """
    roles = catalog.roles
    managed = {each.id for each in role.manages}
    return Shown(
        catalog,
        role,
        today,
        tuple(each for each in roles.values() if role.id in {one.id for one in each.manages}),
        tuple(each for each in roles.values() if each.id in managed),
        tuple(pair for pair in catalog.pairs if role.id in pair.roles),
    )
