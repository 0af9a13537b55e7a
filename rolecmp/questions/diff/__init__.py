"""What changed in meaning between two catalogs.

The order of items, comments and the layout of files mean nothing. Texts are compared in the
languages that both catalogs have, runs of spaces and line ends being one space. What is one
thing renamed or one text reworded, `rolecmp.questions.diff.matching` decides. A letter that only
moved from one sentence of a role to another is told with the sentences.

Of the catalog's checks, what counts is what is in force: a threshold that is written out and is
that of the program anyway is no change.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Generic, NamedTuple, TypeVar

from rolecmp.definitions.model import (
    NOTHING,
    SUMMARY,
    Catalog,
    Pair,
    Role,
    Statement,
    Text,
    Topic,
)
from rolecmp.definitions.names import normal_form
from rolecmp.questions.diff.facts import Fact, coverage, of_catalog, of_role, of_topic
from rolecmp.questions.diff.matching import Content, renamed
from rolecmp.questions.diff.wordings import Part, Said, Texts, Wording, words_of
from rolecmp.questions.rules import RULES
from rolecmp.questions.standing import State, letters_by_role, standings
from rolecmp.questions.subject import setting

_Thing = TypeVar("_Thing", Role, Topic, Pair, str)


class Kind(Enum):
    """What became of a role, a topic, a dimension or a pair."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


class LetterChange(NamedTuple):
    """A role's letters on one topic, before and after; the topic as it is now if it still is."""

    topic: Topic
    old: tuple[str, ...]
    new: tuple[str, ...]


class Change(NamedTuple, Generic[_Thing]):
    """What became of a role, a topic, a dimension or group (its id), or a pair.

    Of one added or removed there are the letters rather than the texts.
    """

    kind: Kind
    old: _Thing | None
    new: _Thing | None
    wordings: tuple[Wording, ...] = ()
    letters: tuple[LetterChange, ...] = ()
    gained_aliases: tuple[str, ...] = ()
    lost_aliases: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


class Setting(NamedTuple):
    """Whether a rule is looked after, and what it finds too much where it counts something."""

    on: bool
    limit: int | None


class CheckChange(NamedTuple):
    """What became of one rule that a catalog sets under its checks."""

    rule: str
    old: Setting
    new: Setting


class OwnershipChange(NamedTuple):
    """A topic that others own than before, or that came or went; states are None then."""

    old: Topic | None
    new: Topic | None
    old_state: State | None
    new_state: State | None
    old_owners: tuple[Role, ...]
    new_owners: tuple[Role, ...]


class Changes(NamedTuple):
    """What changed from the catalog `old` to `catalog`; everything is empty where nothing did.

    `default_languages` are the two first languages where they differ, else none.
    """

    catalog: Catalog
    old: Catalog
    ownership: tuple[OwnershipChange, ...]
    roles: tuple[Change[Role], ...]
    topics: tuple[Change[Topic], ...]
    dimensions: tuple[Change[str], ...]
    groups: tuple[Change[str], ...]
    pairs: tuple[Change[Pair], ...]
    wordings: tuple[Wording, ...]
    gained_languages: tuple[str, ...]
    lost_languages: tuple[str, ...]
    default_languages: tuple[str, ...]
    checks: tuple[CheckChange, ...]
    facts: tuple[Fact, ...]

    @property
    def same(self) -> bool:
        """Whether both catalogs mean the same."""
        return not any(self[2:])


def changes(old: Catalog, new: Catalog) -> Changes:
    """Tell what changed in meaning from `old` to `new`."""
    return _Differ(old, new).changes()


class _Differ:
    """Two catalogs, and what of the old one is what of the new one.

    `roles`, `topics` and `dimensions` map the old ids that were renamed to the new ones.
    """

    def __init__(self, old: Catalog, new: Catalog) -> None:
        self.old = old
        self.new = new
        shared = tuple(each for each in new.languages if each in old.languages)
        # Without a language in common no text is the same, and that is what is told.
        languages = shared or tuple(dict.fromkeys((*old.languages, *new.languages)))
        self.old_letters = letters_by_role(old)
        self.new_letters = letters_by_role(new)
        self.dimensions = _renamed(old.dimensions, new.dimensions, _content_of_name)
        self.groups = _renamed(old.groups, new.groups, _content_of_name)
        self.roles = _renamed(old.roles, new.roles, lambda role: _content_of_role(role, languages))
        said = self._said_of_topics(languages)
        self.topics = _renamed(
            old.topics,
            new.topics,
            lambda topic: Content(_names(topic), said.get(topic.id, Counter())),
        )
        self.texts = Texts(languages, self.topics)

    def _said_of_topics(self, languages: Sequence[str]) -> Mapping[str, Counter[Hashable]]:
        """Return what is said of each topic that only one catalog has, and in which role."""
        said: dict[str, Counter[Hashable]] = {}
        one_has = self.old.topics.keys() ^ self.new.topics.keys()
        for catalog, roles in ((self.old, self.roles), (self.new, {})):
            for role in catalog.roles.values() if one_has else ():
                for _, statement, claim in role.claims():
                    if statement is not None and claim.topic in one_has:
                        now = roles.get(role.id, role.id)
                        each = now, claim.letter, words_of(statement, languages)
                        said.setdefault(claim.topic, Counter())[each] += 1
        return said

    def changes(self) -> Changes:
        old, new = self.old, self.new
        first = (old.languages[:1], new.languages[:1])
        return Changes(
            new,
            old,
            tuple(self._ownership()),
            tuple(self._roles()),
            tuple(self._topics()),
            tuple(self._named(old.dimensions, new.dimensions, self.dimensions)),
            tuple(self._named(old.groups, new.groups, self.groups)),
            tuple(self._pairs()),
            (
                *self.texts.one(Part.TITLE, old.title, new.title),
                *self.texts.one(Part.SOURCE, old.source, new.source),
            ),
            tuple(each for each in new.languages if each not in old.languages),
            tuple(each for each in old.languages if each not in new.languages),
            first[0] + first[1] if first[0] != first[1] else (),
            tuple(self._checks()),
            tuple(of_catalog(old, new)),
        )

    # --- what there is one of in a catalog ---

    def _ownership(self) -> Iterator[OwnershipChange]:
        # Who owns what does not depend on the day.
        before = standings(self.old, "")
        after = standings(self.new, "")
        for old, new in _matched(before, after, self.topics):
            if old is not None and new is not None and old.state is new.state:
                owners = {self.roles.get(role.id, role.id) for role in old.owners}
                if owners == {role.id for role in new.owners}:
                    continue
            yield OwnershipChange(
                old.topic if old else None,
                new.topic if new else None,
                old.state if old else None,
                new.state if new else None,
                old.owners if old else (),
                new.owners if new else (),
            )

    def _roles(self) -> Iterator[Change[Role]]:
        for old, new in _matched(self.old.roles, self.new.roles, self.roles):
            wordings: list[Wording] = []
            facts: list[Fact] = []
            if old and new:
                facts += of_role(old, new, self.roles)
                wordings += self._role_wordings(old, new, facts)
            yield from _change(old, new, wordings, facts, tuple(self._letters(old, new)))

    def _topics(self) -> Iterator[Change[Topic]]:
        for old, new in _matched(self.old.topics, self.new.topics, self.topics):
            accepted = old.accepted if old else NOTHING, new.accepted if new else NOTHING
            wordings: list[Wording] = []
            facts: list[Fact] = []
            if old and new:
                wordings += self.texts.one(Part.NAME, old.name, new.name)
                facts += of_topic(old, new, self.groups)
            wordings += self.texts.accepted(*accepted)
            facts += coverage(*accepted, self.roles)
            yield from _change(old, new, wordings, facts)

    def _named(
        self, before: Mapping[str, Text], after: Mapping[str, Text], renamed: Mapping[str, str]
    ) -> Iterator[Change[str]]:
        """Tell of what has a name and nothing else: dimensions, groups."""
        ids = {key: key for key in before}, {key: key for key in after}
        for old, new in _matched(ids[0], ids[1], renamed):
            wordings = self.texts.one(Part.NAME, before[old], after[new]) if old and new else ()
            yield from _change(old, new, wordings)

    def _pairs(self) -> Iterator[Change[Pair]]:
        before = {
            frozenset(self.roles.get(role, role) for role in pair.roles): pair
            for pair in self.old.pairs
        }
        after = {frozenset(pair.roles): pair for pair in self.new.pairs}
        for old, new in _matched(before, after, {}):
            wordings = (
                *self.texts.one(
                    Part.DIFFERENCE,
                    old.difference if old else None,
                    new.difference if new else None,
                ),
                *self.texts.several(
                    Part.TOGETHER, old.together if old else (), new.together if new else ()
                ),
            )
            yield from _change(old, new, wordings)

    def _checks(self) -> Iterator[CheckChange]:
        for rule in RULES:
            old, new = _setting(self.old, rule), _setting(self.new, rule)
            if old != new:
                yield CheckChange(rule, old, new)

    # --- what a role says ---

    def _letters(self, old: Role | None, new: Role | None) -> Iterator[LetterChange]:
        before = self._now(self.old_letters[old.id]) if old else {}
        after = self.new_letters[new.id] if new else {}
        if before == after:
            return
        topics = {self.topics.get(key, key): topic for key, topic in self.old.topics.items()}
        for key, topic in {**self.new.topics, **topics, **self.new.topics}.items():
            if before.get(key) != after.get(key):
                yield LetterChange(topic, before.get(key, ()), after.get(key, ()))

    def _now(self, letters: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        """Return an old role's letters by the topics' ids as they are now."""
        return {self.topics.get(key, key): each for key, each in letters.items()}

    def _role_wordings(self, old: Role, new: Role, facts: list[Fact]) -> Iterator[Wording]:
        """Tell of the texts of a role; what is accepted on sentences goes to the `facts`."""
        if old._replace(path=new.path) == new and not self.topics and not self.dimensions:
            return
        yield from self.texts.one(Part.NAME, old.name, new.name)
        before = _pairs_of(self._now(self.old_letters[old.id]))
        after = _pairs_of(self.new_letters[new.id])
        statements = self.texts.match(
            [
                (self.dimensions.get(key, key), each)
                for key, statements in old.statements.items()
                for each in statements
            ],
            [(key, each) for key, statements in new.statements.items() for each in statements],
        )
        summary = self.texts.placed(SUMMARY, old.summary, new.summary)
        for match in (summary, *statements):
            part = Part.SUMMARY if match is summary else Part.STATEMENT
            yield from self.texts.wording(part, match, after - before, before - after)
            before_that, now = (placed.accepted if placed else NOTHING for placed in match)
            placed = match[1] or match[0]
            statement = placed.thing if placed and isinstance(placed.thing, Statement) else None
            yield from self.texts.accepted(before_that, now, statement)
            facts += coverage(before_that, now, self.roles, statement)
        briefs = {self.dimensions.get(key, key): text for key, text in old.brief.items()}
        yield from self.texts.briefs(briefs, new.brief)
        yield from self.texts.several(Part.NOTE, old.notes, new.notes)
        yield from self.texts.one(Part.SOURCE, old.source, new.source)
        yield from self.texts.accepted(old.accepted, new.accepted)


def _change(
    old: _Thing | None,
    new: _Thing | None,
    wordings: Iterable[Wording],
    facts: Iterable[Fact] = (),
    letters: tuple[LetterChange, ...] = (),
) -> Iterator[Change[_Thing]]:
    """Tell what became of a thing, if anything did."""
    texts, told = tuple(wordings), tuple(facts)
    if old is None or new is None:
        kind = Kind.ADDED if old is None else Kind.REMOVED
        yield Change(kind, old, new, texts, letters, facts=told)
        return
    gained, lost = _alias_changes(old, new)
    moved = _id(old) != _id(new)
    if moved or texts or told or letters or gained or lost:
        kind = Kind.RENAMED if moved else Kind.CHANGED
        yield Change(kind, old, new, texts, letters, gained, lost, told)


def _id(thing: Role | Topic | Pair | str) -> str:
    return thing if isinstance(thing, str) else "" if isinstance(thing, Pair) else thing.id


def _alias_changes(
    old: Role | Topic | Pair | str, new: Role | Topic | Pair | str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not isinstance(old, Role | Topic) or not isinstance(new, Role | Topic):
        return (), ()
    # What is called by a name, whether that is an alias or not, is what counts.
    before, after = _names(old), _names(new)
    return (
        tuple(each.name for each in new.aliases if normal_form(each.name) not in before),
        tuple(each.name for each in old.aliases if normal_form(each.name) not in after),
    )


def _names(thing: Role | Topic) -> frozenset[str]:
    return _forms((thing.id, *thing.name.texts.values(), *(each.name for each in thing.aliases)))


def _forms(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(normal_form, names))


def _setting(catalog: Catalog, rule: str) -> Setting:
    found = setting(catalog, RULES[rule])
    return Setting(found.on, found.at_most if found.on else None)


_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


def _matched(
    old: Mapping[_Key, _Value], new: Mapping[_Key, _Value], renamed: Mapping[_Key, _Key]
) -> Iterator[tuple[_Value | None, _Value | None]]:
    """Yield what there is now, each with what it was before, and then what went."""
    before = {renamed.get(key, key): each for key, each in old.items()}
    for key in dict.fromkeys((*new, *before)):
        yield before.get(key), new.get(key)


def _renamed(
    old: Mapping[str, _Value], new: Mapping[str, _Value], content: Callable[[_Value], Content]
) -> dict[str, str]:
    """Return the new ids of what was renamed, by their old ones."""
    return renamed(
        {key: content(each) for key, each in old.items() if key not in new},
        {key: content(each) for key, each in new.items() if key not in old},
    )


def _content_of_name(name: Text) -> Content:
    return Content(_forms(name.texts.values()), Counter())


def _content_of_role(role: Role, languages: Sequence[str]) -> Content:
    said = (words_of(each, languages) for _, each in role.sentences())
    return Content(_names(role), Counter(said))


def _pairs_of(letters: Mapping[str, tuple[str, ...]]) -> set[Said]:
    return {(letter, topic) for topic, held in letters.items() for letter in held}
