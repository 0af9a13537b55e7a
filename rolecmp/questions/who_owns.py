"""Who owns a topic."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from rolecmp.definitions.model import LETTERS, Catalog, Claim, Role, Statement, Topic
from rolecmp.definitions.names import Known, index, names_of, normal_form, suggestions
from rolecmp.definitions.once import once
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

    `matches` are topics whose names contain it, `near` topics it may be a slip of.
    """

    asked: str
    matches: tuple[Topic, ...]
    near: tuple[Topic, ...]
    mentions: tuple[Mention, ...]


def who_owns(catalog: Catalog, asked: Sequence[str], today: str) -> Owners | tuple[Unknown, ...]:
    """Answer for the topics that `asked`, one word or more, names.

    Where any word names no topic, all such words are the answer instead: half of an answer
    would be taken for the whole.
    """
    found, unknown = find_topics(catalog, asked)
    if unknown:
        return unknown
    return Owners(catalog, _ownerships(catalog, [topic.id for topic in found], today))


def find_topics(
    catalog: Catalog, asked: Sequence[str]
) -> tuple[tuple[Topic, ...], tuple[Unknown, ...]]:
    """Give the topics that `asked` names, each once, and the words that name none."""
    if not asked:
        return (), ()
    known = _topic_index(catalog)
    hits = {word: known.get(normal_form(word)) for word in asked}
    ids = dict.fromkeys(hit.id for hit in hits.values() if hit is not None)
    unknown = (word for word, hit in hits.items() if hit is None)
    return (
        tuple(catalog.topics[key] for key in ids),
        tuple(_unknown(word, catalog) for word in unknown),
    )


@once
def _topic_index(catalog: Catalog) -> Mapping[str, Known]:
    return index(("", topic) for topic in catalog.topics.values())


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


def _unknown(word: str, catalog: Catalog) -> Unknown:
    topics = catalog.topics.values()
    matches = _containing(
        word, [(topic, [name.name for name in names_of(topic)]) for topic in topics]
    )
    near = tuple(
        catalog.topics[key]
        for key in suggestions(word, topics)
        if catalog.topics[key] not in matches
    )
    mentions = _containing(
        word,
        [
            (Mention(role, dimension, statement), list(statement.texts.values()))
            for role in catalog.roles.values()
            for dimension, statement in role.sentences()
        ],
    )
    return Unknown(word, matches, near, mentions)


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
