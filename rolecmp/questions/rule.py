"""What a rule is, and what it finds.

A rule is one module in `rolecmp.questions.rules`, which defines `RULE` and whose registry puts
the rules in order; its words stand in the two files of words.
"""

from collections.abc import Callable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rolecmp.definitions.model import LETTERS, Claim, Role, Statement, Topic
from rolecmp.definitions.problems import Phrase, phrase

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject

Find: TypeAlias = "Callable[[Subject], Iterator[Found]]"

PMBOK = "PMBOK Guide, 6th ed., section 9.1.2.2"
CHARTING = "M. L. Smith, J. Erwin: Role & Responsibility Charting (RACI)"


class Severity(Enum):
    """How much a finding weighs: an error fails the check, a warning only a strict one."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """A place in a file, 1-based."""

    path: str
    line: int
    column: int


class Found(NamedTuple):
    """What a rule has found, and where.

    `topic`, `role` and `statements` are what it is about, on which it may be accepted; `roles`
    (ids) and `number` are whom and how much an acceptance has to cover. `related` are the other
    places that make it so. `source` is the text of the line, where it is known.
    """

    place: Place
    message: Phrase
    remedy: Phrase | None = None
    topic: Topic | None = None
    role: Role | None = None
    statements: tuple[Statement, ...] = ()
    roles: tuple[str, ...] = ()
    number: int | None = None
    related: tuple[Place, ...] = ()
    source: str = ""


class Rule(NamedTuple):
    """A rule: its name, how much it weighs, and `find`, a pure function of the subject.

    `on` says on what it may be accepted: a topic, a statement, a role; `names_roles`, that who
    accepts it on a topic has to say for which roles. `at_most` is the number above which it
    finds something, where it counts; a catalog may set another. `usual` says whether it is on
    where a catalog does not say. A rule that is not `optional` is about definitions that cannot
    be trusted: it cannot be switched off. `source` is where the rule comes from, "" where it is
    a convention of this program.
    """

    name: str
    severity: Severity
    find: Find
    on: tuple[str, ...] = ()
    source: str = ""
    at_most: int | None = None
    names_roles: bool = False
    usual: bool = True
    optional: bool = True


def of_role(role: Role) -> Place:
    """Return where a role has its name."""
    return Place(role.path, role.name.line, role.name.column)


def of_claim(role: Role, claim: Claim) -> Place:
    """Return where a role takes a letter."""
    return Place(role.path, claim.line, claim.column)


def too_many(letter: str, at_most: int) -> Rule:
    """Return the rule on topics on which more roles than `at_most` have a letter.

    Its source says "too many" and gives no number: `at_most` is a convention of this program.
    """
    name = f"too-many-{letter}"

    def find(subject: "Subject") -> Iterator[Found]:
        limit = subject.limit(name)
        for key, letters in subject.letters.items():
            count = len(letters[letter])
            if count > limit:
                topic = subject.catalog.topics[key]
                yield Found(
                    subject.of_topic(topic),
                    phrase("too-many", letter=letter, topic=key, count=count, limit=limit),
                    phrase("too-many-remedy", letter=letter, rule=name),
                    topic,
                    number=count,
                    related=subject.places(key, letter),
                )

    return Rule(name, Severity.WARNING, find, on=("topic",), source=CHARTING, at_most=at_most)


def nobody(
    name: str, severity: Severity, source: str, letters: tuple[str, ...], remedy: Phrase
) -> Rule:
    """Return the rule on topics that roles take part in, and none with any of `letters`."""

    def find(subject: "Subject") -> Iterator[Found]:
        for topic, roles in subject.involved():
            if not any(roles[letter] for letter in letters):
                # The strongest letter first, each role once.
                ids = dict.fromkeys(role.id for letter in LETTERS for role in roles[letter])
                yield Found(
                    subject.of_topic(topic),
                    phrase(name, topic=topic.id, roles=tuple(ids)),
                    remedy,
                    topic,
                    roles=tuple(ids),
                    related=subject.places(topic.id, *LETTERS),
                )

    return Rule(name, severity, find, on=("topic",), source=source)
