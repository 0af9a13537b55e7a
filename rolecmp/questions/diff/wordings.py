"""What became of texts: reworded, moved, translated, given other letters, or accepted.

Texts are compared in the languages that both catalogs have, runs of spaces and line ends being
one space.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple, TypeAlias

from rolecmp.definitions.model import LETTERS, NOTHING, Acceptance, Statement, Text
from rolecmp.questions.diff.matching import Matcher

Said: TypeAlias = "tuple[str, str]"  # a letter and a topic's id


class Part(Enum):
    """What a text is in the definitions."""

    TITLE = "title"
    NAME = "name"
    SUMMARY = "summary"
    STATEMENT = "statement"
    BRIEF = "brief"
    NOTE = "note"
    SOURCE = "source"
    ACCEPTED = "accepted"
    DIFFERENCE = "difference"
    TOGETHER = "together"


class Wording(NamedTuple):
    """A text that was added (no `old`), removed (no `new`), reworded, moved or given letters.

    `languages` are those in which both have it and it differs, `translated` and `untranslated`
    those that only the new and only the old one has. `where` are the old and the new dimension
    of a statement, or the finding that is accepted; `statement` is the one that it is accepted
    on, None where it is on the whole role or topic. `gained` and `lost` are the letters of the
    sentence; `told` says that nothing is in it which the letters of the role do not tell as
    well.
    """

    part: Part
    old: Text | Statement | None
    new: Text | Statement | None
    languages: tuple[str, ...]
    where: tuple[str, str] = ("", "")
    gained: tuple[Said, ...] = ()
    lost: tuple[Said, ...] = ()
    told: bool = False
    translated: tuple[str, ...] = ()
    untranslated: tuple[str, ...] = ()
    statement: Statement | None = None

    @property
    def moved(self) -> bool:
        """Whether it stands under another dimension than before."""
        return self.old is not None and self.new is not None and self.where[0] != self.where[1]


class Placed(NamedTuple):
    """A text with what it is recognised by.

    `where` is a statement's dimension by its id as it is now, `key` what it says in each
    language, `said` its letters, of topics as they are called now.
    """

    where: str
    thing: Text | Statement
    key: tuple[str, ...]
    said: frozenset[Said]

    @property
    def accepted(self) -> Mapping[str, Acceptance]:
        """What is accepted on a sentence; nothing is on another text."""
        return self.thing.accepted if isinstance(self.thing, Statement) else NOTHING


Match: TypeAlias = "tuple[Placed | None, Placed | None]"


def words_of(thing: Text | Statement, languages: Iterable[str]) -> tuple[str, ...]:
    """Return what a text says in each of the languages."""
    return tuple([" ".join(thing.texts.get(each, "").split()) for each in languages])


class Texts:
    """Compares texts in some languages; `topics` are those that were renamed."""

    def __init__(self, languages: Sequence[str], topics: Mapping[str, str]) -> None:
        """Take the languages, and the new ids of topics by their old ones."""
        self._languages = languages
        self._topics = topics
        self._matcher = Matcher()

    def one(self, part: Part, old: Text | None, new: Text | None) -> Iterator[Wording]:
        """Tell of a text that there is one of."""
        return self.wording(part, self.placed("", old, new))

    def several(self, part: Part, old: Sequence[Text], new: Sequence[Text]) -> Iterator[Wording]:
        """Tell of a list of texts, whose order means nothing."""
        for match in self.match([("", each) for each in old], [("", each) for each in new]):
            yield from self.wording(part, match)

    def briefs(self, old: Mapping[str, Text], new: Mapping[str, Text]) -> Iterator[Wording]:
        """Tell of texts by their dimensions, those of the old ones by their ids as they are now."""
        for key in dict.fromkeys((*new, *old)):
            yield from self.wording(Part.BRIEF, self.placed(key, old.get(key), new.get(key)))

    def accepted(
        self,
        old: Mapping[str, Acceptance],
        new: Mapping[str, Acceptance],
        statement: Statement | None = None,
    ) -> Iterator[Wording]:
        """Tell of the reasons for what is accepted, on a statement or on a whole thing."""
        for rule in sorted({*old, *new}):
            reasons = (each[rule].reason if rule in each else None for each in (old, new))
            for wording in self.one(Part.ACCEPTED, *reasons):
                yield wording._replace(where=(rule, rule), statement=statement)

    def wording(
        self,
        part: Part,
        match: Match,
        role_gained: Collection[Said] = (),
        role_lost: Collection[Said] = (),
    ) -> Iterator[Wording]:
        """Tell of a text and what it was, if there is anything to tell.

        `role_gained` and `role_lost` are the letters of the whole role, which tell of those of
        a sentence.
        """
        old, new = match
        where = old.where if old else "", new.where if new else ""
        before, after = old.said if old else frozenset(), new.said if new else frozenset()
        gained, lost = _sorted(after - before), _sorted(before - after)
        if old is None or new is None:
            if old is not None or new is not None:
                things = old.thing if old else None, new.thing if new else None
                yield Wording(part, *things, (), where, gained, lost)
            return
        keys = zip(self._languages, old.key, new.key, strict=True)
        differ = [each for each in keys if each[1] != each[2]]
        moved = old.where != new.where
        if differ or moved or gained or lost:
            known = set(gained).issubset(role_gained) and set(lost).issubset(role_lost)
            yield Wording(
                part,
                old.thing,
                new.thing,
                tuple(each for each, one, other in differ if one and other),
                where,
                gained,
                lost,
                known and not differ and not moved,
                tuple(each for each, one, _ in differ if not one),
                tuple(each for each, _, other in differ if not other),
            )

    def placed(
        self, where: str, old: Text | Statement | None, new: Text | Statement | None
    ) -> Match:
        """Return a text that stands at one place, before and after, to be told of."""
        return (
            self._placed(where, old, self._topics) if old else None,
            self._placed(where, new, {}) if new else None,
        )

    def match(
        self,
        old: Iterable[tuple[str, Text | Statement]],
        new: Iterable[tuple[str, Text | Statement]],
    ) -> list[Match]:
        """Find what each text was before: those there are in their order, then those gone.

        A text comes with its dimension, by its id as it is now.
        """
        # The same in all respects first: a role may say one thing twice with other letters.
        return self._matcher.match(
            [self._placed(where, each, self._topics) for where, each in old],
            [self._placed(where, each, {}) for where, each in new],
            (
                lambda each: (*each[:1], *each[2:], self._reasons(each)),
                lambda each: (each.where, each.key, each.said),
                lambda each: (each.where, each.key),
                lambda each: (each.key, each.said),
                lambda each: each.key,
            ),
            lambda each: each.key,
            lambda one, other: one.where != other.where,
        )

    def _placed(self, where: str, thing: Text | Statement, topics: Mapping[str, str]) -> Placed:
        claims = thing.claims if isinstance(thing, Statement) else ()
        said = frozenset([(each.letter, topics.get(each.topic, each.topic)) for each in claims])
        return Placed(where, thing, words_of(thing, self._languages), said)

    def _reasons(self, each: Placed) -> frozenset[Hashable]:
        return frozenset(
            (rule, words_of(accepted.reason, self._languages), accepted[1:4])
            for rule, accepted in each.accepted.items()
        )


def _sorted(said: Iterable[Said]) -> tuple[Said, ...]:
    return tuple(sorted(said, key=lambda each: (LETTERS.index(each[0]), each[1])))
