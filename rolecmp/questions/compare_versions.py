"""Roles of several catalogs side by side, such as a company's own beside the built-in one.

What one catalog says does not contradict what another says, so nothing is contested here:
letters are the same or they are not.
"""

from collections.abc import Collection, Sequence
from enum import Enum
from typing import NamedTuple

from rolecmp.definitions.model import Catalog, Role, Text, Topic
from rolecmp.questions.compare import Section
from rolecmp.questions.standing import letters_by_topic


class Version(NamedTuple):
    """A role, the catalog it is from, and the word that catalog was asked for by."""

    role: Role
    catalog: Catalog
    source: str


class Likeness(Enum):
    """How the letters of the columns on one topic stand to each other."""

    DIFFERENT = "different"
    ONE = "one"
    SAME = "same"


class VersionRow(NamedTuple):
    """One topic with each column's letters; `only` is the index of the one column with any."""

    topic: Topic
    letters: tuple[tuple[str, ...], ...]
    likeness: Likeness
    only: int | None


class Versions(NamedTuple):
    """Roles of several catalogs. `topics` are those with other letters first, the same last.

    `catalog` is that of the first column with every column's dimensions in it, `one_role`
    tells whether all columns are one role by its id.
    """

    catalog: Catalog
    columns: tuple[Version, ...]
    sections: tuple[Section, ...]
    topics: tuple[VersionRow, ...]
    restricted: bool
    one_role: bool

    def count(self, likeness: Likeness, only: int | None = None) -> int:
        """Count the topics of a likeness, those of one column where `only` is its index."""
        return sum(row.likeness is likeness and row.only == only for row in self.topics)


def all_dimensions(versions: Sequence[Version]) -> dict[str, Text]:
    """Return the dimensions of every column's catalog, by id, the first to name one naming it."""
    found: dict[str, Text] = {}
    for version in versions:
        for key, text in version.catalog.dimensions.items():
            found.setdefault(key, text)
    return found


def compare_versions(versions: Sequence[Version], dimensions: Collection[str] = ()) -> Versions:
    """Compare `versions` (two or more), on the named dimensions or else on all.

    Topics are aligned by id. One that a single catalog knows is shown all the same.
    """
    known = all_dimensions(versions)
    sections = tuple(
        Section(key, tuple(each.role.statements.get(key, ()) for each in versions))
        for key in known
        if not dimensions or key in dimensions
    )
    topics: dict[str, Topic] = {}
    wanted: set[str] = set()
    for version in versions:
        for key, topic in version.catalog.topics.items():
            topics.setdefault(key, topic)
        wanted.update(
            claim.topic
            for dimension, _, claim in version.role.claims()
            if not dimensions or dimension in dimensions
        )
    letters = [letters_by_topic(each.role) for each in versions]
    rows = [
        _row(topic, [each.get(key, ()) for each in letters])
        for key, topic in topics.items()
        if key in wanted
    ]
    order = list(Likeness)
    rows.sort(key=lambda row: (order.index(row.likeness), row.only or 0))
    first = versions[0].catalog._replace(dimensions=known, topics=topics)
    return Versions(
        first,
        tuple(versions),
        sections,
        tuple(rows),
        bool(dimensions),
        len({each.role.id for each in versions}) == 1,
    )


def _row(topic: Topic, letters: Sequence[tuple[str, ...]]) -> VersionRow:
    involved = [index for index, mine in enumerate(letters) if mine]
    if len(set(letters)) == 1:
        return VersionRow(topic, tuple(letters), Likeness.SAME, None)
    if len(involved) == 1:
        return VersionRow(topic, tuple(letters), Likeness.ONE, involved[0])
    return VersionRow(topic, tuple(letters), Likeness.DIFFERENT, None)
