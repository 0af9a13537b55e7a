"""What changed in meaning between two catalogs.

The order of items, comments and the layout of files mean nothing. What is told of is decided by
four rules:

- Texts are compared in the languages that both catalogs have, runs of spaces and line ends
  being one space.
- A statement is the same where its text is. Of those left over within a role, the two that are
  most alike are one statement reworded, if at least `ALIKE` of their words are the same in the
  same order (`difflib`'s ratio; a Chinese character counts as a word; of several languages the
  one in which they are most alike counts).
- A role or topic that went and one that came are one renamed, if they share a name (id, name in
  any language, alias) or at least `SAME` of their statements, word for word.
- A letter that only moved from one sentence of a role to another is told with the sentences.

Of the catalog's checks, what counts is what is in force: a threshold that is written out and is
that of the program anyway is no change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import islice
from typing import NamedTuple, TypeAlias

from rolecmp.definitions.model import (
    FINDINGS,
    LETTERS,
    NOTHING,
    SUMMARY,
    THRESHOLDS,
    Catalog,
    Pair,
    Role,
    Statement,
    Text,
    Topic,
)
from rolecmp.definitions.names import normal_form
from rolecmp.questions.standing import State, letters_by_topic, standings

ALIKE = 0.6
"""The least likeness of two texts that count as one reworded."""

SAME = 0.5
"""The least share of statements in common of two roles or topics that count as one renamed."""

# Bounds of the work: how many words of a text are held against another's, and how many steps,
# of which a pair of words is one, in all of a diff. What is beyond is told as removed and added.
_WORDS = 100
_WORK = 10_000_000
# What it costs to hold two texts against each other however short they are.
_MATCHING = 200
# A statement that more roles have than this tells none of them from the others.
_COMMON = 8

_new = tuple.__new__  # half the time of calling a named tuple's class
_Key: TypeAlias = "tuple[str, ...]"
_Said: TypeAlias = "tuple[str, str]"  # a letter and a topic's id
_Letters: TypeAlias = "Mapping[str, tuple[str, ...]]"  # by topic


class Kind(Enum):
    """What became of a role, a topic, a dimension or a pair."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


class Part(Enum):
    """What a text is in the definitions."""

    TITLE = "title"
    NAME = "name"
    SUMMARY = "summary"
    STATEMENT = "statement"
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
    gained: tuple[_Said, ...] = ()
    lost: tuple[_Said, ...] = ()
    told: bool = False
    translated: tuple[str, ...] = ()
    untranslated: tuple[str, ...] = ()
    statement: Statement | None = None

    @property
    def moved(self) -> bool:
        """Whether it stands under another dimension than before."""
        return self.old is not None and self.new is not None and self.where[0] != self.where[1]


class LetterChange(NamedTuple):
    """A role's letters on one topic, before and after; the topic as it is now if it still is."""

    topic: Topic
    old: tuple[str, ...]
    new: tuple[str, ...]


class RoleChange(NamedTuple):
    """What became of one role. Of one added or removed, the letters tell, not the wordings."""

    kind: Kind
    old: Role | None
    new: Role | None
    gained_aliases: tuple[str, ...]
    lost_aliases: tuple[str, ...]
    letters: tuple[LetterChange, ...]
    wordings: tuple[Wording, ...]


class TopicChange(NamedTuple):
    """What became of one topic, apart from who owns it."""

    kind: Kind
    old: Topic | None
    new: Topic | None
    gained_aliases: tuple[str, ...]
    lost_aliases: tuple[str, ...]
    wordings: tuple[Wording, ...]


class DimensionChange(NamedTuple):
    """What became of one dimension; ids, None where there is none."""

    kind: Kind
    old: str | None
    new: str | None
    wordings: tuple[Wording, ...]


class PairChange(NamedTuple):
    """What became of what is true of two roles together."""

    kind: Kind
    old: Pair | None
    new: Pair | None
    wordings: tuple[Wording, ...]


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
    roles: tuple[RoleChange, ...]
    topics: tuple[TopicChange, ...]
    dimensions: tuple[DimensionChange, ...]
    pairs: tuple[PairChange, ...]
    wordings: tuple[Wording, ...]
    gained_languages: tuple[str, ...]
    lost_languages: tuple[str, ...]
    default_languages: tuple[str, ...]
    checks: tuple[CheckChange, ...] = ()

    @property
    def same(self) -> bool:
        """Whether both catalogs mean the same."""
        return not any(self[2:])


def changes(old: Catalog, new: Catalog) -> Changes:
    """Tell what changed in meaning from `old` to `new`."""
    return _Differ(old, new).changes()


class _Content(NamedTuple):
    """What a role or a topic is known by, where its id is not; `total` counts all its texts."""

    names: Iterable[str]
    texts: Counter[Hashable]
    total: int


class _Place(NamedTuple):
    """A text or statement and, for a statement, its dimension by its id as it is now."""

    where: str
    thing: Text | Statement


# How a text is recognised, the surest sign first.
_LOOKS = (
    "place, text, letters and what is accepted",
    "place, text and letters",
    "place and text",
    "text and letters",
    "text",
)
_Match: TypeAlias = "tuple[_Place | None, _Place | None]"


class _Differ:
    """Two catalogs, and what of the old one is what of the new one.

    `roles`, `topics` and `dimensions` map the old ids that were renamed to the new ones.
    """

    def __init__(self, old: Catalog, new: Catalog) -> None:
        self.old = old
        self.new = new
        shared = tuple(each for each in new.languages if each in old.languages)
        # Without a language in common no text is the same, and that is what is told.
        self.languages = shared or tuple(dict.fromkeys((*old.languages, *new.languages)))
        self.work = _WORK
        self.old_letters = {key: letters_by_topic(role) for key, role in old.roles.items()}
        self.new_letters = {key: letters_by_topic(role) for key, role in new.roles.items()}
        self.dimensions = self._renamed_dimensions()
        self.roles = self._renamed_roles()
        self.topics = self._renamed_topics()
        every = (*new.topics, *(self.topics.get(key, key) for key in old.topics))
        self.rank = {key: place for place, key in enumerate(dict.fromkeys(every))}

    def changes(self) -> Changes:
        old, new = self.old, self.new
        first = (old.languages[:1], new.languages[:1])
        return Changes(
            new,
            old,
            tuple(self._ownership()),
            tuple(self._roles()),
            tuple(self._topics()),
            tuple(self._dimensions()),
            tuple(self._pairs()),
            (
                *self._text(Part.TITLE, old.title, new.title),
                *self._text(Part.SOURCE, old.source, new.source),
            ),
            tuple(each for each in new.languages if each not in old.languages),
            tuple(each for each in old.languages if each not in new.languages),
            first[0] + first[1] if first[0] != first[1] else (),
            tuple(self._checks()),
        )

    # --- what was renamed ---

    def _renamed_dimensions(self) -> dict[str, str]:
        gone, come = _unshared(self.old.dimensions, self.new.dimensions)
        named = [
            {
                key: _Content(
                    [normal_form(name) for name in catalog.dimensions[key].texts.values()],
                    Counter(),
                    0,
                )
                for key in keys
            }
            for catalog, keys in ((self.old, gone), (self.new, come))
        ]
        return _renamed(*named)

    def _renamed_roles(self) -> dict[str, str]:
        gone, come = _unshared(self.old.roles, self.new.roles)
        if not gone or not come:
            return {}
        language = self.languages[0]
        before: dict[str, _Content] = {}
        known: set[str] = set()
        for key in gone:
            role = self.old.roles[key]
            said = [each.texts for _, each in role.sentences()]
            known.update(each.get(language, "") for each in said)
            before[key] = _Content(_names(role), Counter(map(self.key, said)), len(said))
        after: dict[str, _Content] = {}
        for key in come:
            role = self.new.roles[key]
            said = [each.texts for _, each in role.sentences()]
            # Only what was said before can tell anything, and mostly none of it was.
            same = [self.key(each) for each in said if each.get(language, "") in known]
            after[key] = _Content(_names(role), Counter(same), len(said))
        return _renamed(before, after)

    def _renamed_topics(self) -> dict[str, str]:
        gone, come = _unshared(self.old.topics, self.new.topics)
        if not gone or not come:
            return {}
        old_said: dict[str, list[Hashable]] = {key: [] for key in gone}
        new_said: dict[str, list[Hashable]] = {key: [] for key in come}
        # A statement says the same of a topic only in the same role.
        for old_role in self.old.roles.values():
            role = self.new.roles.get(self.roles.get(old_role.id, old_role.id))
            if role is None:
                continue
            for said, each in ((old_said, old_role), (new_said, role)):
                for _, statement, claim in each.claims():
                    if claim.topic in said:
                        key = role.id, claim.letter, self.key(statement.texts)
                        said[claim.topic].append(key)
        return _renamed(
            *(
                {
                    key: _Content(_names(catalog.topics[key]), Counter(each), len(each))
                    for key, each in said.items()
                }
                for catalog, said in ((self.old, old_said), (self.new, new_said))
            )
        )

    # --- who owns what ---

    def _ownership(self) -> Iterator[OwnershipChange]:
        before = standings(self.old, self.old_letters)
        after = standings(self.new, self.new_letters)
        old_ids = {self.topics.get(key, key): key for key in self.old.topics}
        for key in dict.fromkeys((*self.new.topics, *old_ids)):
            old, new = before.get(old_ids.get(key, "")), after.get(key)
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

    # --- roles ---

    def _roles(self) -> Iterator[RoleChange]:
        old_ids = {self.roles.get(key, key): key for key in self.old.roles}
        for key in dict.fromkeys((*self.new.roles, *old_ids)):
            old = self.old.roles[old_ids[key]] if key in old_ids else None
            new = self.new.roles.get(key)
            letters = tuple(self._letters(old, new))
            if old is None or new is None:
                kind = Kind.ADDED if old is None else Kind.REMOVED
                yield RoleChange(kind, old, new, (), (), letters, ())
                continue
            wordings = tuple(self._role_wordings(old, new))
            gained, lost = _alias_changes(old, new)
            renamed = old.id != new.id
            if renamed or letters or wordings or gained or lost:
                kind = Kind.RENAMED if renamed else Kind.CHANGED
                yield RoleChange(kind, old, new, gained, lost, letters, wordings)

    def _letters(self, old: Role | None, new: Role | None) -> Iterator[LetterChange]:
        before = _mapped(self.old_letters[old.id] if old else {}, self.topics)
        after = self.new_letters[new.id] if new else {}
        if before == after:
            return
        if old is None:  # one look at each letter is enough, and there may be many
            topics = self.new.topics
            yield from [_new(LetterChange, (topics[key], (), mine)) for key, mine in after.items()]
            return
        found = [key for key in before if before[key] != after.get(key)]
        found += [key for key in after if key not in before]
        for key in sorted(found, key=self.rank.__getitem__):
            topic = self.new.topics.get(key) or self.old.topics[key]
            yield LetterChange(topic, before.get(key, ()), after.get(key, ()))

    def _role_wordings(self, old: Role, new: Role) -> Iterator[Wording]:
        if old._replace(path=new.path) == new and not self.topics and not self.dimensions:
            return
        yield from self._text(Part.NAME, old.name, new.name)
        gained, lost = self._said_by_role(old, new)
        if old.summary is not None or new.summary is not None:
            match = (
                _Place(SUMMARY, old.summary) if old.summary else None,
                _Place(SUMMARY, new.summary) if new.summary else None,
            )
            yield from self._wording(Part.SUMMARY, match, gained, lost)
            yield from self._accepted_on(match)
        matches = self._matched(
            [
                _Place(self.dimensions.get(key, key), each)
                for key, statements in old.statements.items()
                for each in statements
            ],
            [
                _Place(key, each)
                for key, statements in new.statements.items()
                for each in statements
            ],
        )
        for match in matches:
            yield from self._wording(Part.STATEMENT, match, gained, lost)
            yield from self._accepted_on(match)
        yield from self._texts(Part.NOTE, old.notes, new.notes)
        yield from self._text(Part.SOURCE, old.source, new.source)
        yield from self._accepted(old.accepted, new.accepted)

    def _said_by_role(self, old: Role, new: Role) -> tuple[set[_Said], set[_Said]]:
        before = {
            (letter, self.topics.get(topic, topic))
            for topic, letters in self.old_letters[old.id].items()
            for letter in letters
        }
        after = {
            (letter, topic)
            for topic, letters in self.new_letters[new.id].items()
            for letter in letters
        }
        return after - before, before - after

    # --- topics, dimensions, pairs ---

    def _topics(self) -> Iterator[TopicChange]:
        old_ids = {self.topics.get(key, key): key for key in self.old.topics}
        for key in dict.fromkeys((*self.new.topics, *old_ids)):
            old = self.old.topics[old_ids[key]] if key in old_ids else None
            new = self.new.topics.get(key)
            if old is None or new is None:
                kind = Kind.ADDED if old is None else Kind.REMOVED
                yield TopicChange(kind, old, new, (), (), tuple(self._topic_wordings(old, new)))
                continue
            wordings = tuple(self._topic_wordings(old, new))
            gained, lost = _alias_changes(old, new)
            renamed = old.id != new.id
            if renamed or wordings or gained or lost:
                kind = Kind.RENAMED if renamed else Kind.CHANGED
                yield TopicChange(kind, old, new, gained, lost, wordings)

    def _topic_wordings(self, old: Topic | None, new: Topic | None) -> Iterator[Wording]:
        if old is not None and new is not None:
            yield from self._text(Part.NAME, old.name, new.name)
        yield from self._accepted(
            old.accepted if old else NOTHING, new.accepted if new else NOTHING
        )

    def _accepted_on(self, match: _Match) -> Iterator[Wording]:
        """Tell of the findings that are accepted on a sentence."""
        before, after = (_accepted_of(place) if place else NOTHING for place in match)
        if not before and not after:
            return
        place = match[1] or match[0]
        statement = place.thing if place and isinstance(place.thing, Statement) else None
        for each in self._accepted(before, after):
            yield each._replace(statement=statement)

    def _accepted(self, old: Mapping[str, Text], new: Mapping[str, Text]) -> Iterator[Wording]:
        """Tell of the reasons for what is accepted."""
        if not old and not new:
            return
        for finding in FINDINGS:
            for each in self._text(Part.ACCEPTED, old.get(finding), new.get(finding)):
                yield each._replace(where=(finding, finding))

    def _checks(self) -> Iterator[CheckChange]:
        for rule in FINDINGS:
            old, new = _setting(self.old, rule), _setting(self.new, rule)
            if old != new:
                yield CheckChange(rule, old, new)

    def _dimensions(self) -> Iterator[DimensionChange]:
        old_ids = {self.dimensions.get(key, key): key for key in self.old.dimensions}
        for key in dict.fromkeys((*self.new.dimensions, *old_ids)):
            old, new = old_ids.get(key), key if key in self.new.dimensions else None
            if old is None or new is None:
                yield DimensionChange(Kind.ADDED if old is None else Kind.REMOVED, old, new, ())
                continue
            names = self.old.dimensions[old], self.new.dimensions[new]
            wordings = tuple(self._text(Part.NAME, *names))
            if old != new or wordings:
                kind = Kind.CHANGED if old == new else Kind.RENAMED
                yield DimensionChange(kind, old, new, wordings)

    def _pairs(self) -> Iterator[PairChange]:
        before = {
            frozenset(self.roles.get(role, role) for role in pair.roles): pair
            for pair in self.old.pairs
        }
        after = {frozenset(pair.roles): pair for pair in self.new.pairs}
        for key in dict.fromkeys((*after, *before)):
            old, new = before.get(key), after.get(key)
            wordings = (
                *self._text(
                    Part.DIFFERENCE,
                    old.difference if old else None,
                    new.difference if new else None,
                ),
                *self._texts(
                    Part.TOGETHER, old.together if old else (), new.together if new else ()
                ),
            )
            if old is None or new is None:
                yield PairChange(Kind.ADDED if old is None else Kind.REMOVED, old, new, wordings)
            elif wordings:
                yield PairChange(Kind.CHANGED, old, new, wordings)

    # --- texts ---

    def key(self, texts: Mapping[str, str]) -> _Key:
        return tuple([" ".join(texts.get(each, "").split()) for each in self.languages])

    def _text(self, part: Part, old: Text | None, new: Text | None) -> Iterator[Wording]:
        """Tell of a text that there is one of."""
        match = _Place("", old) if old else None, _Place("", new) if new else None
        return self._wording(part, match)

    def _texts(self, part: Part, old: Sequence[Text], new: Sequence[Text]) -> Iterator[Wording]:
        """Tell of a list of texts."""
        matches = self._matched([_Place("", each) for each in old],
                                [_Place("", each) for each in new])  # fmt: skip
        for match in matches:
            yield from self._wording(part, match)

    def _wording(
        self,
        part: Part,
        match: _Match,
        role_gained: Iterable[_Said] = (),
        role_lost: Iterable[_Said] = (),
    ) -> Iterator[Wording]:
        """Tell of a text and what it was, if there is anything to tell."""
        old, new = match
        if old is None or new is None:
            if old is not None or new is not None:
                where = (old.where if old else "", new.where if new else "")
                before, after = self._said(old, renamed=True), self._said(new)
                yield Wording(
                    part, old.thing if old else None, new.thing if new else None, (), where,
                    _sorted(after), _sorted(before),
                )  # fmt: skip
            return
        if not self.topics and _is_same(old, new):
            return  # as nearly every sentence of nearly every diff
        before, after = self._said(old, renamed=True), self._said(new)
        languages, translated, untranslated = self._reworded(old.thing, new.thing)
        moved = old.where != new.where
        reworded = languages or translated or untranslated
        if not reworded and not moved and before == after:
            return
        told = (
            not reworded
            and not moved
            and (after - before).issubset(role_gained)
            and (before - after).issubset(role_lost)
        )
        yield Wording(
            part, old.thing, new.thing, languages, (old.where, new.where),
            _sorted(after - before), _sorted(before - after), told, translated, untranslated,
        )  # fmt: skip

    def _reworded(
        self, old: Text | Statement, new: Text | Statement
    ) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Give the languages in which a text differs, is there now, and is no longer there."""
        if old.texts == new.texts:
            return (), (), ()
        keys = zip(self.languages, self.key(old.texts), self.key(new.texts), strict=True)
        differ = [each for each in keys if each[1] != each[2]]
        return (
            tuple(each for each, one, other in differ if one and other),
            tuple(each for each, one, _ in differ if not one),
            tuple(each for each, _, other in differ if not other),
        )

    def _said(self, place: _Place | None, *, renamed: bool = False) -> set[_Said]:
        """Give the letters of a sentence, its topics as they are called now."""
        claims = getattr(place.thing, "claims", ()) if place is not None else ()
        topics = self.topics if renamed else {}
        return {(claim.letter, topics.get(claim.topic, claim.topic)) for claim in claims}

    def _matched(self, old: Sequence[_Place], new: Sequence[_Place]) -> list[_Match]:
        """Find what each text was before: those there are in their order, then those gone."""
        found: dict[int, int] = {}
        start, end = (0, 0) if self.topics else _ends(old, new)
        found.update((number, number) for number in range(start))
        found.update((len(new) - back, len(old) - back) for back in range(1, end + 1))
        left = dict.fromkeys(range(start, len(old) - end))
        # The same in all respects first: a role may say one thing twice with other letters.
        middle = range(start, len(new) - end)
        befores = {number: self._looks(old[number], renamed=True) for number in left}
        afters = {number: self._looks(new[number]) for number in middle}
        for look in range(len(_LOOKS)):
            index: dict[Hashable, list[int]] = {}
            for number in reversed(left):
                index.setdefault(befores[number][look], []).append(number)
            for number in middle:
                known = index.get(afters[number][look])
                if number not in found and known:
                    found[number] = known.pop()
                    del left[found[number]]
        unknown = [number for number in range(len(new)) if number not in found]
        for number, before in self._nearest(old, new, list(left), unknown):
            found[number] = before
            del left[before]
        return [
            *(
                (old[found[number]] if number in found else None, place)
                for number, place in enumerate(new)
            ),
            *((old[number], None) for number in left),
        ]

    def _looks(self, place: _Place, *, renamed: bool = False) -> tuple[Hashable, ...]:
        """Give what a text is looked for by, as in `_LOOKS`."""
        key = self.key(place.thing.texts)
        said = frozenset(self._said(place, renamed=renamed))
        accepted = frozenset(
            (rule, self.key(reason.texts)) for rule, reason in _accepted_of(place).items()
        )
        return (
            (place.where, key, said, accepted),
            (place.where, key, said),
            (place.where, key),
            (key, said),
            key,
        )

    def _nearest(
        self, old: Sequence[_Place], new: Sequence[_Place], gone: list[int], come: list[int]
    ) -> list[tuple[int, int]]:
        """Pair texts that are alike, the most alike first: numbers in `new` and `old`."""
        if not gone or not come:
            return []
        index = _WordIndex(
            {
                number: [_split(old[number].thing.texts.get(each, "")) for each in self.languages]
                for number in gone
            }
        )
        found: list[tuple[float, bool, int, int]] = []
        for number in come:
            texts = new[number].thing.texts
            theirs = [_split(texts.get(each, "")) for each in self.languages]
            for before, likeness in self._alike(index, theirs).items():
                moved = old[before].where != new[number].where
                found.append((-likeness, moved, number, before))
            if self.work < 0:
                break
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for _, _, number, before in sorted(found):
            if number not in pairs and before not in taken:
                pairs[number] = before
                taken.add(before)
        return list(pairs.items())

    def _alike(self, index: _WordIndex, theirs: Sequence[list[str]]) -> dict[int, float]:
        """Give the old texts that are alike enough to the words of a new one, and how alike."""
        from difflib import SequenceMatcher

        found: dict[int, float] = {}
        for place, words in enumerate(theirs):
            counts = Counter(words)
            self.work -= index.cost(place, counts)
            if self.work < 0:
                break
            matcher: SequenceMatcher[str] | None = None
            for before, shared in index.shared(place, counts).items():
                mine = index.words[before][place]
                if 2 * shared < ALIKE * (len(mine) + len(words)):
                    continue  # what order they are in can only make it less
                self.work -= _MATCHING + len(mine) * len(words)
                if self.work < 0:
                    break
                if matcher is None:
                    matcher = SequenceMatcher(None, (), words, autojunk=False)
                matcher.set_seq1(mine)
                likeness = matcher.ratio()
                if likeness >= ALIKE:
                    found[before] = max(likeness, found.get(before, 0.0))
        return found


class _WordIndex:
    """Old texts by the words in them, so that not each has to be held against each new one.

    `words` are those of each text in each language, by its number.
    """

    def __init__(self, words: Mapping[int, Sequence[list[str]]]) -> None:
        self.words = words
        self._found: list[dict[str, list[tuple[int, int]]]] = []
        for number, texts in words.items():
            for place, text in enumerate(texts):
                if place == len(self._found):
                    self._found.append({})
                for word, count in Counter(text).items():
                    self._found[place].setdefault(word, []).append((number, count))

    def cost(self, place: int, counts: Mapping[str, int]) -> int:
        """Give how much work `shared` would be."""
        found = self._found[place]
        return sum([len(found.get(word, ())) for word in counts])

    def shared(self, place: int, counts: Mapping[str, int]) -> dict[int, int]:
        """Count the words that each text shares with another, in the language at `place`."""
        shared: dict[int, int] = {}
        for word, count in counts.items():
            for number, mine in self._found[place].get(word, ()):
                shared[number] = shared.get(number, 0) + (count if count < mine else mine)
        return shared


def _ends(old: Sequence[_Place], new: Sequence[_Place]) -> tuple[int, int]:
    """Count what is the same at the start and at the end of two lists, which mostly is all."""
    room = min(len(old), len(new))
    start = 0
    while start < room and _is_same(old[start], new[start]):
        start += 1
    end = 0
    while end < room - start and _is_same(old[-1 - end], new[-1 - end]):
        end += 1
    return start, end


def _is_same(old: _Place, new: _Place) -> bool:
    return (
        old.where == new.where
        and old.thing.texts == new.thing.texts
        and _claims(old) == _claims(new)
        and _reasons(old) == _reasons(new)
    )


def _accepted_of(place: _Place) -> Mapping[str, Text]:
    """Give what is accepted on a sentence; nothing is on a text that is none."""
    return place.thing.accepted if isinstance(place.thing, Statement) else NOTHING


def _reasons(place: _Place) -> dict[str, Mapping[str, str]]:
    return {rule: reason.texts for rule, reason in _accepted_of(place).items()}


def _setting(catalog: Catalog, rule: str) -> Setting:
    limit = catalog.checks.get(rule, THRESHOLDS.get(rule))
    return Setting(rule not in catalog.checks or limit is not None, limit)


def _claims(place: _Place) -> list[_Said]:
    return [(claim.letter, claim.topic) for claim in getattr(place.thing, "claims", ())]


def _split(text: str) -> list[str]:
    """Give a text's words, a Chinese character being one."""
    import re

    wide = "\u2e80-\u9fff\uf900-\ufaff"
    words = re.finditer(rf"[{wide}]|[^\W{wide}]+", text.casefold())
    return [word[0] for word in islice(words, _WORDS)]


def _names(thing: Role | Topic) -> set[str]:
    # An id is its own normal form. Written out, since a catalog may have thousands.
    return {
        thing.id,
        *map(normal_form, thing.name.texts.values()),
        *[normal_form(alias.name) for alias in thing.aliases],
    }


def _unshared(old: Iterable[str], new: Iterable[str]) -> tuple[list[str], list[str]]:
    old, new = list(old), list(new)
    known, kept = set(new), set(old)
    return [each for each in old if each not in known], [each for each in new if each not in kept]


def _renamed(gone: Mapping[str, _Content], come: Mapping[str, _Content]) -> dict[str, str]:
    """Find which of those that went is which of those that came.

    Looked up by names and statements, so that not each has to be held against each.
    """
    by_name: dict[str, list[str]] = {}
    by_text: dict[Hashable, list[str]] = {}
    for key, content in gone.items():
        for name in content.names:
            by_name.setdefault(name, []).append(key)
        for text in content.texts:
            by_text.setdefault(text, []).append(key)
    found: list[tuple[bool, float, str, str]] = []
    for key, content in come.items():
        named = {each for name in content.names for each in by_name.get(name, ())}
        candidates = set(named)
        for text in content.texts:
            owners = by_text.get(text, ())
            if len(owners) <= _COMMON:
                candidates.update(owners)
        for each in candidates:
            total = gone[each].total + content.total
            share = 2 * (gone[each].texts & content.texts).total() / total if total else 0.0
            if each in named or share >= SAME:
                found.append((each not in named, -share, each, key))
    renamed: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, old, new in sorted(found):
        if old not in renamed and new not in taken:
            renamed[old] = new
            taken.add(new)
    return renamed


def _mapped(letters: _Letters, topics: Mapping[str, str]) -> _Letters:
    if not topics:
        return letters
    return {topics.get(key, key): each for key, each in letters.items()}


def _alias_changes(old: Role | Topic, new: Role | Topic) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if old.aliases == new.aliases and old.name.texts == new.name.texts and old.id == new.id:
        return (), ()
    # What is called by a name, whether that is an alias or not, is what counts.
    before, after = _names(old), _names(new)
    return (
        tuple(each.name for each in new.aliases if normal_form(each.name) not in before),
        tuple(each.name for each in old.aliases if normal_form(each.name) not in after),
    )


def _sorted(said: Iterable[_Said]) -> tuple[_Said, ...]:
    return tuple(sorted(said, key=lambda each: (LETTERS.index(each[0]), each[1])))
