"""The values a catalog consists of.

They are named tuples rather than frozen dataclasses: as immutable, made in a third of the
time, and defined in a tenth of it, which a command that runs for 60 ms notices.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

LETTERS = ("accountable", "responsible", "consulted", "informed")
"""The four involvements of a responsibility assignment matrix (RACI), strongest first.

Exactly one role should be accountable for a topic: PMBOK Guide, 6th ed., section 9.1.2.2.
"""

INITIALS: Mapping[str, str] = {letter: letter[0].upper() for letter in LETTERS}

NOTHING: Mapping[str, Any] = MappingProxyType({})

SUMMARY = "summary"
"""Where a letter stands that the role's summary carries rather than one of its dimensions."""

DEFAULT_DIMENSIONS: Mapping[str, Mapping[str, str]] = {
    "perspective": {"en": "Perspective", "zh": "视角"},
    "responsibility": {"en": "Responsibility", "zh": "责任"},
    "market-facing": {"en": "Market-facing work", "zh": "面向市场"},
}


def pick(texts: Mapping[str, str], language: str) -> str:
    """Return the text in `language`, else in its base language, else the first there is."""
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


class Reference(NamedTuple):
    """The id of a role or topic, and where it is referred to."""

    id: str
    line: int
    column: int


class Ask(NamedTuple):
    """Whom or where to ask: a channel, an address or a link, and where that is given."""

    text: str
    line: int
    column: int


class Acceptance(NamedTuple):
    """The reason why a finding is known and meant, and how far that goes.

    It covers these `roles`, a count of `at_most`, and ends on the day `until` (ISO 8601), each
    where it says so. Its place is that of the finding's name.
    """

    reason: Text
    roles: tuple[Reference, ...]
    at_most: int | None
    until: str | None
    line: int
    column: int


class RuleSetting(NamedTuple):
    """What a catalog says of a rule under `checks`, at the rule's name.

    `at_most` is the most that it lets pass, None where the rule's own number counts.
    """

    on: bool
    at_most: int | None
    line: int
    column: int


class Statement(NamedTuple):
    """A sentence about a role, with the letters it backs, and the findings accepted on it."""

    texts: Mapping[str, str]
    claims: tuple[Claim, ...]
    line: int
    column: int
    accepted: Mapping[str, Acceptance] = NOTHING


class Name(NamedTuple):
    """One name that a role or topic answers to, and where it is given."""

    name: str
    line: int
    column: int


class Role(NamedTuple):
    """A role, whole. `statements` has a key only for a dimension with statements in it.

    `brief` has a line a dimension, `letters` are those without a sentence.
    """

    id: str
    path: str
    name: Text
    aliases: tuple[Name, ...] = ()
    summary: Statement | None = None
    statements: Mapping[str, tuple[Statement, ...]] = NOTHING
    notes: tuple[Text, ...] = ()
    source: Text | None = None
    accepted: Mapping[str, Acceptance] = NOTHING
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

    def claims(self) -> Iterator[tuple[str, Statement | None, Claim]]:
        """Yield each letter with its sentence and that sentence's dimension, in file order.

        Those without a sentence come last, with None and no dimension.
        """
        for dimension, statement in self.sentences():
            for claim in statement.claims:
                yield dimension, statement, claim
        for claim in self.letters:
            yield "", None, claim

    def texts(self) -> Iterator[tuple[str, Text | Statement]]:
        """Yield every text with the key it stands under, in no promised order."""
        yield "name", self.name
        yield from self.sentences()
        for note in self.notes:
            yield "notes", note
        if self.source is not None:
            yield "source", self.source
        for text in self.brief.values():
            yield "brief", text
        for rule, acceptance in self.accepted.items():
            yield rule, acceptance.reason
        for _, statement in self.sentences():
            for rule, acceptance in statement.accepted.items():
                yield rule, acceptance.reason


class Topic(NamedTuple):
    """Something to be owned. `accepted` holds, by rule, what is known and meant."""

    id: str
    name: Text
    aliases: tuple[Name, ...] = ()
    accepted: Mapping[str, Acceptance] = NOTHING
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
    """A folder of definitions. `roles` holds those that were read, in the catalog's order.

    `groups` are the names of the topics' groups, in their order.
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
    checks: Mapping[str, RuleSetting] = NOTHING
    groups: Mapping[str, Text] = NOTHING
