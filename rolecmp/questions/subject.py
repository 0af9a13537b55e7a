"""What the rules look at."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from rolecmp.definitions.model import (
    LETTERS,
    Acceptance,
    Catalog,
    Claim,
    Role,
    RuleSetting,
    Statement,
    Topic,
)
from rolecmp.definitions.problems import Phrase, Problem
from rolecmp.definitions.sources.folders import CATALOG_FILE
from rolecmp.questions.rule import Place, Rule, of_claim

MAX_PLACES = 20
"""Related places of one finding: more than anybody looks up, and a bound on what is printed."""


class Accepted(NamedTuple):
    """An acceptance: of which rule, and where. On a topic, a statement or a role.

    `excess` says what it covers that is not there, where it meets a finding at all.
    """

    rule: str
    acceptance: Acceptance
    path: str
    on: str
    topic: Topic | None = None
    excess: Phrase | None = None

    @property
    def place(self) -> Place:
        """Where it is accepted."""
        return Place(self.path, self.acceptance.line, self.acceptance.column)


class Beside(NamedTuple):
    """What lies beside the definitions: role files that are not read, schemas that do not fit.

    Both are paths, as messages name them.
    """

    unread: tuple[str, ...] = ()
    schemas: tuple[str, ...] = ()


class Subject(NamedTuple):
    """What the rules look at: a catalog as far as it could be read, and what was wrong with it.

    `claims` has each topic's letters in order of the roles, `letters` the roles by topic and
    letter. `unread` has, per file with problems, the topics it may say more of than could be
    read, and `flawed` the places of texts that could not be read as they stand, so that
    nothing is found missing that is only not read. `today` is a date (ISO 8601), `rules` are
    those of the check, `stale` the acceptances that cover nothing, or more than there is.
    """

    catalog: Catalog
    problems: Sequence[Problem]
    unread: Mapping[str, frozenset[str]]
    flawed: Collection[tuple[str, int, int]]
    claims: Mapping[str, Sequence[tuple[Role, Statement | None, Claim]]]
    letters: Mapping[str, Mapping[str, Sequence[Role]]]
    unread_topics: frozenset[str]
    today: str
    beside: Beside
    rules: Mapping[str, Rule]
    stale: Sequence[Accepted] = ()

    @property
    def path(self) -> str:
        """The catalog's own file."""
        folder = self.catalog.folder
        return f"{folder}/{CATALOG_FILE}" if folder else CATALOG_FILE

    def limit(self, rule: str) -> int:
        """Return the most that a counting rule lets pass: the catalog's number or the usual one."""
        limit = setting(self.catalog, self.rules[rule]).at_most
        assert limit is not None, f"{rule} counts nothing"
        return limit

    def accepted(self) -> Iterator[Accepted]:
        """Yield every acceptance of the catalog."""
        for topic in self.catalog.topics.values():
            for rule, each in topic.accepted.items():
                yield Accepted(rule, each, self.path, "topic", topic)
        for role in self.catalog.roles.values():
            for rule, each in role.accepted.items():
                yield Accepted(rule, each, role.path, "role")
            for _, statement in role.sentences():
                for rule, each in statement.accepted.items():
                    yield Accepted(rule, each, role.path, "statement")

    def of_topic(self, topic: Topic) -> Place:
        """Return where a topic is declared."""
        return Place(self.path, topic.name.line, topic.name.column)

    def places(self, topic: str, *letters: str) -> tuple[Place, ...]:
        """Return where roles take these letters on a topic: once a role, `MAX_PLACES` at most."""
        found: dict[str, Place] = {}
        for role, _, claim in self.claims[topic]:
            if claim.letter in letters and role.id not in found:
                found[role.id] = of_claim(role, claim)
                if len(found) == MAX_PLACES:
                    break
        return tuple(found.values())

    def involved(self) -> Iterator[tuple[Topic, Mapping[str, Sequence[Role]]]]:
        """Yield the topics that roles have letters on, where every letter on them was read."""
        for key, letters in self.letters.items():
            if key not in self.unread_topics and any(letters.values()):
                yield self.catalog.topics[key], letters


def subject_of(
    catalog: Catalog,
    problems: Sequence[Problem],
    unread: Mapping[str, frozenset[str]],
    flawed: Collection[tuple[str, int, int]],
    today: str,
    beside: Beside,
    rules: Mapping[str, Rule],
) -> Subject:
    """Make the subject of a check out of what the reader gave."""
    claims: dict[str, list[tuple[Role, Statement | None, Claim]]] = {
        key: [] for key in catalog.topics
    }
    letters: dict[str, dict[str, list[Role]]] = {
        key: {letter: [] for letter in LETTERS} for key in catalog.topics
    }
    for role in catalog.roles.values():
        for _, statement, claim in role.claims():
            known = claims.get(claim.topic)
            if known is not None:
                known.append((role, statement, claim))
                holders = letters[claim.topic][claim.letter]
                if not holders or holders[-1] is not role:
                    holders.append(role)
    unread_topics = frozenset[str]().union(*unread.values())
    return Subject(
        catalog,
        problems,
        unread,
        flawed,
        claims,
        letters,
        unread_topics,
        today,
        beside,
        rules,
    )


def setting(catalog: Catalog, rule: Rule) -> RuleSetting:
    """Return how a catalog has a rule, whether it says so or not."""
    own = catalog.checks.get(rule.name)
    if own is None or not rule.optional:
        return RuleSetting(rule.usual, rule.at_most, 0, 0)
    return own if own.at_most is not None else own._replace(at_most=rule.at_most)
