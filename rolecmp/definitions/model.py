"""The values a catalog consists of.

They are named tuples rather than frozen dataclasses: as immutable, made in a third of the
time, and defined in a tenth of it, which a command that runs for 60 ms notices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

LETTERS = ("accountable", "responsible", "consulted", "informed")
"""The four involvements of a responsibility assignment matrix (RACI), strongest first.

Exactly one role should be accountable for a topic: PMBOK Guide, 6th ed., section 9.1.2.2.
"""

INITIALS: Mapping[str, str] = {letter: letter[0].upper() for letter in LETTERS}

THRESHOLDS: Mapping[str, int] = {
    "too-many-responsible": 4,
    "too-many-consulted": 6,
    "too-many-informed": 10,
    "role-overloaded": 20,
}
"""The findings that count something, and the most that is not yet found too much."""

ACCEPTABLE: Mapping[str, tuple[str, ...]] = {
    "topic": (
        "no-accountable",
        "multiple-accountable",
        "no-responsible",
        "too-many-responsible",
        "too-many-consulted",
        "too-many-informed",
        "accountable-and-informed",
        "unused-topic",
        "missing-translation",
    ),
    "statement": (
        "accountable-and-informed",
        "vague-ownership",
        "duplicate-statement",
        "uneven-translation",
        "missing-translation",
    ),
    "role": (
        "role-overloaded",
        "role-idle",
        "missing-dimension",
        "missing-translation",
        "uneven-translation",
    ),
}
"""What may be found of a thing, and what its ``accepted`` may give a reason for."""

FINDINGS = (*dict.fromkeys(rule for rules in ACCEPTABLE.values() for rule in rules),
            "stale-acceptance")  # fmt: skip
"""Everything that may be found of definitions that are sound, and may be switched off."""

NOTHING: Mapping[str, Any] = MappingProxyType({})

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
    """A sentence about a role, with the letters it backs, and the findings accepted on it."""

    texts: Mapping[str, str]
    claims: tuple[Claim, ...]
    line: int
    column: int
    accepted: Mapping[str, Text] = NOTHING


class Name(NamedTuple):
    """One name that a role or topic answers to, and where it is given."""

    name: str
    line: int
    column: int


class Reference(NamedTuple):
    """The id of something that another thing names, and where it does."""

    id: str
    line: int
    column: int


class Ask(NamedTuple):
    """Whom or where to ask, and where that is said."""

    text: str
    line: int
    column: int


class Role(NamedTuple):
    """A role, whole. `statements` has a key only for a dimension with statements in it.

    `brief` is one short line a dimension, `letters` are those that no sentence backs.
    """

    id: str
    path: str
    name: Text
    aliases: tuple[Name, ...] = ()
    summary: Statement | None = None
    statements: Mapping[str, tuple[Statement, ...]] = NOTHING
    notes: tuple[Text, ...] = ()
    source: Text | None = None
    accepted: Mapping[str, Text] = NOTHING
    brief: Mapping[str, Text] = NOTHING
    manages: tuple[Reference, ...] = ()
    ask: Ask | None = None
    letters: tuple[Claim, ...] = ()

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

    def texts(self) -> Iterator[tuple[str, Text | Statement]]:
        """Yield every text with the key it stands under, in no promised order."""
        yield "name", self.name
        yield from self.sentences()
        for note in self.notes:
            yield "notes", note
        if self.source is not None:
            yield "source", self.source
        yield from self.accepted.items()
        for _, statement in self.sentences():
            yield from statement.accepted.items()


class Topic(NamedTuple):
    """Something to be owned. `accepted` gives, per finding, the reason why it is meant.

    A reason's place is that of the finding's name, here and wherever else one is accepted.
    """

    id: str
    name: Text
    aliases: tuple[Name, ...] = ()
    accepted: Mapping[str, Text] = NOTHING
    group: str | None = None
    ask: Ask | None = None


class Pair(NamedTuple):
    """What is true of two roles together. `places` are the line and column of each id."""

    roles: tuple[str, str]
    difference: Text | None
    together: tuple[Text, ...]
    line: int
    column: int
    places: tuple[tuple[int, int], ...] = ()


class Catalog(NamedTuple):
    """A folder of definitions. `roles` holds those that were read, ordered by id.

    `checks` is what the catalog says of the rules: a threshold of its own, or None for a rule
    that is switched off.
    """

    folder: str
    builtin: bool
    title: Text | None
    languages: tuple[str, ...]
    source: Text | None
    dimensions: Mapping[str, Text]
    topics: Mapping[str, Topic]
    pairs: tuple[Pair, ...]
    roles: Mapping[str, Role]
    checks: Mapping[str, int | None] = NOTHING
    groups: Mapping[str, Text] = NOTHING
