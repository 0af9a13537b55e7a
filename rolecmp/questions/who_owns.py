"""Who owns a topic."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from rolecmp.definitions.lookup import Understood, role_names, topic_names
from rolecmp.definitions.model import LETTERS, Catalog, Claim, Role, Statement, Topic
from rolecmp.definitions.names import normal_form
from rolecmp.questions.standing import Standing, grouped, standings

_Thing = TypeVar("_Thing")


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
    """A statement in which an unknown word occurs."""

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
    understood = topic_names(catalog).find_all(list(dict.fromkeys(asked))) if asked else ()
    known = dict.fromkeys(each.id for each in understood if each.id is not None)
    return Named(
        tuple(catalog.topics[key] for key in known),
        understood,
        tuple(_unknown(each, catalog) for each in understood if each.id is None),
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
    role = role_names(catalog).find(word.asked)
    mentions = _containing(
        word.asked,
        [
            (Mention(role, dimension, statement), list(statement.texts.values()))
            for role in catalog.roles.values()
            for dimension, statement in role.sentences()
        ],
    )
    return Unknown(word, role.id if role.plain else None, mentions)


def _containing(word: str, things: Sequence[tuple[_Thing, Sequence[str]]]) -> tuple[_Thing, ...]:
    """Give the things in one of whose texts the word occurs, else in which one begins with it.

    Where words have no spaces between them, as in Chinese, any place will do.
    """
    form = normal_form(word)
    if not form:
        return ()
    whole = re.escape(form)
    patterns = [whole]
    if form.isascii():
        patterns = [rf"(?<![a-z0-9]){whole}(?![a-z0-9])", rf"(?<![a-z0-9]){whole}"]
    for pattern in patterns:
        search = re.compile(pattern).search
        found = tuple(
            thing for thing, texts in things if any(search(normal_form(text)) for text in texts)
        )
        if found:
            return found
    return ()
