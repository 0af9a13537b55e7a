"""Two or more roles side by side."""

from collections.abc import Collection, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from rolecmp.definitions.model import Catalog, Pair, Role, Statement
from rolecmp.questions.standing import ACCOUNTABLE, Standing, State, letters_by_role, standings


class Decision(Enum):
    """Who decides a topic, seen from the roles compared, in the order that topics are told in.

    Whether a topic is contested, and who owns it, is said of the whole catalog. `SEVERAL` of the
    roles compared claim it; one does and so do `OTHERS_TOO` that are not compared; several `OTHERS`
    do and none of those compared; `NOBODY` decides; `ONE` of the roles compared does; or one
    `ELSEWHERE` among the others.
    """

    SEVERAL = "several"
    OTHERS_TOO = "others-too"
    OTHERS = "others"
    NOBODY = "nobody"
    ONE = "one"
    ELSEWHERE = "elsewhere"


class TopicRow(NamedTuple):
    """One topic: how it stands in the catalog, and each compared role's letters on it.

    `letters` are in the order of the roles, none where one is not involved. `owners` are those
    of the compared roles that claim the topic, `elsewhere` those of the others.
    """

    standing: Standing
    letters: tuple[tuple[str, ...], ...]
    decision: Decision
    owners: tuple[Role, ...]
    elsewhere: tuple[Role, ...]


class Section(NamedTuple):
    """One dimension: each role's statements on it, none where the role does not describe it."""

    dimension: str
    statements: tuple[tuple[Statement, ...], ...]


class Manager(NamedTuple):
    """A role, and those of the compared roles that report to it."""

    role: Role
    reports: tuple[Role, ...]


class Comparison(NamedTuple):
    """Roles side by side. `topics` are in the order of `Decision`, then of the roles."""

    catalog: Catalog
    roles: tuple[Role, ...]
    pairs: tuple[Pair, ...]
    sections: tuple[Section, ...]
    managers: tuple[Manager, ...]
    topics: tuple[TopicRow, ...]
    restricted: bool

    def decided(self, decision: Decision, by: Role | None = None) -> tuple[TopicRow, ...]:
        """Return the topics of a decision, those that `by` decides where it is named."""
        return tuple(
            row
            for row in self.topics
            if row.decision is decision and (by is None or by in row.owners)
        )


def compare(
    catalog: Catalog, roles: Sequence[Role], today: str, dimensions: Collection[str] = ()
) -> Comparison:
    """Compare `roles` (two or more) of `catalog`, on the named dimensions or else on all.

    The catalog holds every role there is: who else claims a topic is part of the answer.
    Restricted to dimensions, only the topics that their statements speak of are listed; the
    letters on them are still those of the whole role. `today` is the date (ISO 8601) by which
    acceptances end.
    """
    shown = [key for key in catalog.dimensions if not dimensions or key in dimensions]
    sections = tuple(
        Section(key, tuple(role.statements.get(key, ()) for role in roles)) for key in shown
    )
    letters = letters_by_role(catalog)
    wanted = {topic for role in roles for topic in letters[role.id]}
    if dimensions:
        wanted = {
            claim.topic
            for role in roles
            for dimension, _, claim in role.claims()
            if dimension in dimensions
        }
    rows = [
        _row(standing, roles, [letters[role.id].get(key, ()) for role in roles])
        for key, standing in standings(catalog, today).items()
        if key in wanted
    ]
    order = list(Decision)
    rows.sort(key=lambda row: (order.index(row.decision), _place(row, roles)))
    ids = {role.id for role in roles}
    pairs = tuple(pair for pair in catalog.pairs if ids.issuperset(pair.roles))
    managers = tuple(_managers(roles))
    return Comparison(
        catalog, tuple(roles), pairs, sections, managers, tuple(rows), bool(dimensions)
    )


def _place(row: TopicRow, roles: Sequence[Role]) -> int:
    return roles.index(row.owners[0]) if row.decision is Decision.ONE else 0


def _row(standing: Standing, roles: Sequence[Role], letters: Sequence[tuple[str, ...]]) -> TopicRow:
    owners = tuple(role for role, mine in zip(roles, letters, strict=True) if ACCOUNTABLE in mine)
    elsewhere = tuple(role for role in standing.owners if role not in owners)
    if len(owners) > 1:
        decision = Decision.SEVERAL
    elif owners:
        decision = Decision.OTHERS_TOO if elsewhere else Decision.ONE
    elif standing.state is State.CONTESTED:
        decision = Decision.OTHERS
    else:
        decision = Decision.NOBODY if standing.state is State.UNDECIDED else Decision.ELSEWHERE
    return TopicRow(standing, tuple(letters), decision, owners, elsewhere)


def _managers(roles: Sequence[Role]) -> Iterator[Manager]:
    for role in roles:
        managed = {each.id for each in role.manages}
        reports = tuple(each for each in roles if each.id in managed)
        if reports:
            yield Manager(role, reports)


class Evidence(NamedTuple):
    """What a role says of a topic in one sentence, or, without one, what it claims."""

    statement: Statement | None
    letters: tuple[str, ...]


def evidence(role: Role, topic: str) -> tuple[Evidence, ...]:
    """Return the sentences of `role` that give it a letter on `topic`, in file order.

    A letter that no sentence backs comes last, with None for the sentence.
    """
    found = []
    for _, statement in role.sentences():
        letters = tuple(claim.letter for claim in statement.claims if claim.topic == topic)
        if letters:
            found.append(Evidence(statement, letters))
    bare = tuple(claim.letter for claim in role.letters if claim.topic == topic)
    return (*found, Evidence(None, bare)) if bare else tuple(found)
