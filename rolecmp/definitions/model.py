"""The values a catalog consists of.

They are named tuples rather than frozen dataclasses: as immutable, made in a third of the
time, and defined in a tenth of it, which a command that runs for 60 ms notices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

LETTERS = ("accountable", "responsible", "consulted", "informed")
"""The four involvements of a responsibility assignment matrix (RACI), strongest first.

Exactly one role should be accountable for a topic: PMBOK Guide, 6th ed., section 9.1.2.2.
"""

INITIALS: Mapping[str, str] = {letter: letter[0].upper() for letter in LETTERS}

FINDINGS = ("multiple-accountable", "no-accountable")
"""What a topic may be found to be, and what its ``accepted`` may give a reason for."""

SUMMARY = "summary"
"""Where a letter stands that the role's summary carries rather than one of its dimensions."""

DEFAULT_DIMENSIONS: Mapping[str, Mapping[str, str]] = {
    "perspective": {"en": "Perspective", "zh": "视角"},
    "responsibility": {"en": "Responsibility", "zh": "责任"},
    "market-facing": {"en": "Market-facing work", "zh": "面向市场"},
}


def pick(texts: Mapping[str, str], language: str) -> str:
    """Give the text in `language`, else in its base language, else the first there is."""
    return (
        texts.get(language)
        or texts.get(language.partition("-")[0])
        or next(iter(texts.values()), "")
    )


class Text(NamedTuple):
    """A text in one or more languages, and where it stands (1-based line and column)."""

    texts: Mapping[str, str]
    line: int
    column: int


class Claim(NamedTuple):
    """One letter on one topic, as a statement makes it."""

    letter: str
    topic: str
    line: int
    column: int


class Statement(NamedTuple):
    """A sentence about a role, with the letters it backs."""

    texts: Mapping[str, str]
    claims: tuple[Claim, ...]
    line: int
    column: int


class Name(NamedTuple):
    """One name that a role or topic answers to, and where it is given."""

    name: str
    line: int
    column: int


class Role(NamedTuple):
    """A role, whole. `statements` has a key only for a dimension with statements in it."""

    id: str
    path: str
    name: Text
    aliases: tuple[Name, ...]
    summary: Statement | None
    statements: Mapping[str, tuple[Statement, ...]]
    notes: tuple[Text, ...]
    source: Text | None

    def sentences(self) -> Iterator[tuple[str, Statement]]:
        """Yield each sentence with its dimension, the summary first, in file order."""
        if self.summary is not None:
            yield SUMMARY, self.summary
        for dimension, statements in self.statements.items():
            for statement in statements:
                yield dimension, statement

    def claims(self) -> Iterator[tuple[str, Statement, Claim]]:
        """Yield each letter with its sentence and that sentence's dimension, in file order."""
        if self.summary is not None:
            for claim in self.summary.claims:
                yield SUMMARY, self.summary, claim
        for dimension, statements in self.statements.items():
            for statement in statements:
                for claim in statement.claims:
                    yield dimension, statement, claim


class Topic(NamedTuple):
    """Something to be owned. `accepted` gives, per finding, the reason why it is meant."""

    id: str
    name: Text
    aliases: tuple[Name, ...]
    accepted: Mapping[str, Text]


class Pair(NamedTuple):
    """What is true of two roles together."""

    roles: tuple[str, str]
    difference: Text | None
    together: tuple[Text, ...]
    line: int
    column: int


class Catalog(NamedTuple):
    """A folder of definitions. `roles` holds those that were read, ordered by id."""

    folder: str
    builtin: bool
    title: Text | None
    languages: tuple[str, ...]
    source: Text | None
    dimensions: Mapping[str, Text]
    topics: Mapping[str, Topic]
    pairs: tuple[Pair, ...]
    roles: Mapping[str, Role]
