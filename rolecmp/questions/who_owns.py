"""Who owns a topic."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rolecmp.definitions.lookup import Understood, containing, role_names, topic_names
from rolecmp.definitions.model import LETTERS, Catalog, Claim, Role, Statement, Topic
from rolecmp.definitions.names import folded
from rolecmp.questions.standing import Standing, grouped, standings


class Evidence(NamedTuple):
    """One letter with the sentence that says so, if any. The role's path and the claim place it."""

    role: Role
    dimension: str
    statement: Statement | None
    claim: Claim


class Ownership(NamedTuple):
    """The answer for one topic. `evidence` is sorted by letter, strongest first, then role."""

    standing: Standing
    evidence: tuple[Evidence, ...]


class Owners(NamedTuple):
    """The answer for the topics asked for, with the evidence."""

    catalog: Catalog
    topics: tuple[Ownership, ...]

    @property
    def settled(self) -> bool:
        """Whether every topic has exactly one owner."""
        return all(each.standing.settled for each in self.topics)


class Overview(NamedTuple):
    """How every topic of a catalog stands."""

    catalog: Catalog
    topics: tuple[Standing, ...]

    @property
    def settled(self) -> bool:
        """Whether every topic has exactly one owner, or is accepted without."""
        return all(each.clean for each in self.topics)


class Mention(NamedTuple):
    """A statement in which an unknown word stands."""

    role: Role
    dimension: str
    statement: Statement


class Unknown(NamedTuple):
    """A word that names no topic, and what it may have meant.

    `understood` has the topics that it may mean, or those that are called nearly so; `role` is
    the id of the role that it names.
    """

    understood: Understood
    role: str | None
    mentions: tuple[Mention, ...]


class Named(NamedTuple):
    """The topics that words name, each once, how they were understood, and those that name none."""

    topics: tuple[Topic, ...]
    understood: tuple[Understood, ...]
    unknown: tuple[Unknown, ...]


def who_owns(catalog: Catalog, topics: Iterable[str], today: str) -> Owners:
    """Answer for the topics of these ids, with the evidence."""
    return Owners(catalog, _ownerships(catalog, list(topics), today))


def find_topics(catalog: Catalog, asked: Sequence[str]) -> Named:
    """Find the topics that `asked` names."""
    names = topic_names(catalog)
    understood = tuple(names.find(each) for each in dict.fromkeys(names.parts(asked)))
    unknown = [each for each in understood if each.id is None]
    telling = [each for each in unknown if not each.only_asks]
    known = dict.fromkeys(each.id for each in understood if each.id is not None)
    return Named(
        tuple(catalog.topics[key] for key in known),
        understood,
        tuple(_unknown(each, catalog) for each in telling or unknown[:1]),
    )


def overview(catalog: Catalog, today: str) -> Overview:
    """Answer for every topic of the catalog, without the evidence; group by group."""
    known = standings(catalog, today)
    return Overview(catalog, tuple(known[topic.id] for topic in grouped(catalog)))


def _ownerships(catalog: Catalog, ids: Sequence[str], today: str) -> tuple[Ownership, ...]:
    # By topic and then by letter, strongest first; within a letter the roles stay in order.
    found: dict[str, dict[str, list[Evidence]]] = {
        key: {letter: [] for letter in LETTERS} for key in ids
    }
    for role in catalog.roles.values():
        for dimension, statement, claim in role.claims():
            by_letter = found.get(claim.topic)
            if by_letter is not None:
                by_letter[claim.letter].append(Evidence(role, dimension, statement, claim))
    known = standings(catalog, today)
    return tuple(
        Ownership(known[key], tuple(each for given in by_letter.values() for each in given))
        for key, by_letter in found.items()
    )


def _unknown(word: Understood, catalog: Catalog) -> Unknown:
    roles = role_names(catalog).named(word.asked)
    mentions = containing(
        "" if word.only_asks else folded(word.asked),
        [
            (Mention(role, dimension, statement), tuple(map(folded, statement.texts.values())))
            for role in catalog.roles.values()
            for dimension, statement in role.sentences()
        ],
    )
    return Unknown(word, roles[0].id if len(roles) == 1 else None, mentions)
