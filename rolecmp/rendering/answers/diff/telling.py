"""A diff in the words of one language: each change as a row tells it and as a sentence does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rolecmp.definitions.model import INITIALS, LETTERS, NOTHING, Pair, Role, Text, Topic, pick
from rolecmp.questions.diff import Change, CheckChange, Kind, OwnershipChange, Setting
from rolecmp.questions.diff.facts import Aspect, Fact
from rolecmp.questions.diff.wordings import Part, Wording
from rolecmp.questions.standing import State
from rolecmp.rendering.answers.diff.names import Names
from rolecmp.rendering.report import name_of

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog, Statement

_Names: TypeAlias = "tuple[Mapping[str, Text], Mapping[str, Text]]"  # by id, before and now

_STANDING = {
    State.OWNED: "added-owned",
    State.CONTESTED: "added-contested",
    State.UNDECIDED: "added-undecided",
    State.UNOWNED: "added-unowned",
}
_STOOD = {
    State.OWNED: "added-owned",
    State.CONTESTED: "removed-contested",
    State.UNDECIDED: "removed-undecided",
    State.UNOWNED: "removed-unowned",
}
_INVOLVED = {
    "accountable": "accountable-of",
    "responsible": "responsible-of",
    "consulted": "consulted-of",
    "informed": "informed-of",
}
_PARTS = {
    Part.TITLE: "title",
    Part.NAME: "name",
    Part.SUMMARY: "summary",
    Part.NOTE: "note",
    Part.SOURCE: "source",
    Part.DIFFERENCE: "difference",
    Part.TOGETHER: "about-the-two",
}
_ABOUT = {
    Aspect.MANAGES: "manages",
    Aspect.ASK: "ask",
    Aspect.GROUP: "group",
    Aspect.ACCEPTED_ROLES: "accepted-roles",
    Aspect.ACCEPTED_AT_MOST: "accepted-at-most",
    Aspect.ACCEPTED_UNTIL: "accepted-until-day",
    Aspect.ROLE_ORDER: "role-order",
    Aspect.GROUP_ORDER: "group-order",
}
# Facts whose values are ids of roles, and of groups.
_OF_ROLES = (Aspect.MANAGES, Aspect.ACCEPTED_ROLES, Aspect.ROLE_ORDER)
_OF_GROUPS = (Aspect.GROUP, Aspect.GROUP_ORDER)
_BECAME = {Kind.ADDED: "added", Kind.REMOVED: "removed"}


class Told(NamedTuple):
    """One change: the cells of its row, and the sentence, "" where another tells it as well.

    `ids` are those of `subject` and `where`, each "" where that is no one thing or says its id.
    """

    section: str
    subject: str
    where: str
    change: str
    before: str
    after: str
    sentence: str
    ids: tuple[str, str] = ("", "")


class Teller(Names):
    """Puts the changes of an answer into words."""

    # --- what is told ---

    def ownership(self) -> Iterator[Told]:
        """Tell of the topics that others own than before."""
        for each in self.answer.ownership:
            topic = each.new or each.old
            name = self.topics[topic.id] if topic else ""
            said = self._became(each)
            owners = self.both_owners(each)
            ids = (topic.id if topic else "", "")
            yield Told(self.words("ownership"), name, "", said, *owners, said, ids)

    def letters(self) -> Iterator[Told]:
        """Tell of the letters of the roles that were there before and are now."""
        nothing = self.words("none")
        for change in self.answer.roles:
            if change.old is None or change.new is None:
                continue  # said with the role
            for each in change.letters:
                old, new = (
                    " ".join(INITIALS[letter] for letter in held) or nothing
                    for held in (each.old, each.new)
                )
                role, topic = self.role(change.old, change.new), self.topics[each.topic.id]
                ids = (change.new.id, each.topic.id)
                yield Told(self.words("letters"), role, topic, "", old, new, "", ids)

    def things(self) -> Iterator[Told]:
        """Tell of the roles, topics, dimensions and pairs that came, went or were renamed."""
        words = self.words
        for role in self.answer.roles:
            if role.kind is Kind.CHANGED or not (known := role.new or role.old):
                continue
            became, standing = self._renamed(role), self._standing(role)
            line = became
            if standing:
                key = "standing-added" if role.kind is Kind.ADDED else "standing-removed"
                line = words(key, thing=became, standing=standing)
            sides = ("", standing) if role.kind is Kind.ADDED else (standing, "")
            name = name_of(known, self.language)
            yield Told(words("roles"), name, "", became, *sides, line, (known.id, ""))
        for topic in self.answer.topics:
            if topic.kind is not Kind.CHANGED:
                said = self._renamed(topic)
                # That a topic came or went is said with who owns it.
                line = said if topic.kind is Kind.RENAMED else ""
                yield Told(words("topics"), "", "", said, "", "", line)
        for title, changes, names in self._named():
            for each in changes:
                if each.kind is not Kind.CHANGED:
                    said = self._renamed(each, names)
                    yield Told(title[0], "", "", said, "", "", said)
        for pair in self.answer.pairs:
            if pair.kind is not Kind.CHANGED:
                who, what = self.pair(pair), words(_BECAME[pair.kind])
                line = words("label", name=who) + what
                yield Told(words("role-pairs"), who, "", what, "", "", line)

    def texts(self) -> Iterator[Told]:
        """Tell of the names and texts of each thing, and of the catalog's own."""
        words = self.words
        for role in self.answer.roles:
            yield from self._of(role, self.thing(role.new or role.old))
        for topic in self.answer.topics:
            thing = self.thing(topic.new or topic.old)
            yield from self._of(topic, words("about", title=words("topic"), name=thing))
        for title, changes, (old, new) in self._named():
            for each in changes:
                name = self.text_of(new.get(each.new or "") or old.get(each.old or ""))
                yield from self._of(each, words("about", title=title[1], name=name))
        for pair in self.answer.pairs:
            yield from self._of(pair, words("about-those", roles=self.pair(pair)))
        yield from self._of_catalog()

    def _named(self) -> Iterator[tuple[tuple[str, str], Sequence[Change[str]], _Names]]:
        """Yield the dimensions and the groups: their titles, changes, and names before and now."""
        old, new, words = self.answer.old, self.answer.catalog, self.words
        titles = words("dimensions"), words("dimension")
        yield titles, self.answer.dimensions, (old.dimensions, new.dimensions)
        yield (words("groups"), words("group")), self.answer.groups, (old.groups, new.groups)

    def _of(
        self, change: Change[Role] | Change[Topic] | Change[str] | Change[Pair], subject: str
    ) -> Iterator[Told]:
        """Tell of the names and texts of one thing."""
        words = self.words
        names = change.gained_aliases, change.lost_aliases
        yield from self._lists(subject, words("aliases"), names, ("names-gained", "names-lost"))
        for each in change.wordings:
            if not each.told:
                yield from self._wording(each, subject)
        for fact in change.facts:
            yield self._fact(fact, subject)

    def _of_catalog(self) -> Iterator[Told]:
        answer, words = self.answer, self.words
        subject, where = words("catalog-itself"), words("languages")
        names = answer.gained_languages, answer.lost_languages
        yield from self._lists(subject, where, names, ("languages-gained", "languages-lost"))
        if answer.default_languages:
            old, new = answer.default_languages
            said = words("language-first", old=old, new=new)
            yield self._text(subject, where, words("change"), old, new, said)
        for each in answer.wordings:
            yield from self._wording(each, subject)
        for fact in answer.facts:
            yield self._fact(fact, subject)
        for check in answer.checks:
            yield self._check(check, subject)

    def _lists(
        self,
        subject: str,
        where: str,
        names: tuple[Sequence[str], Sequence[str]],
        keys: tuple[str, str],
    ) -> Iterator[Told]:
        """Tell of names that were gained and of names that were lost."""
        gained, lost = map(self.comma.join, names)
        if gained:
            said = self.words(keys[0], names=gained)
            yield self._text(subject, where, self.words("added"), "", gained, said)
        if lost:
            said = self.words(keys[1], names=lost)
            yield self._text(subject, where, self.words("removed"), lost, "", said)

    def _text(
        self, subject: str, where: str, change: str, before: str, after: str, sentence: str
    ) -> Told:
        return Told(self.words("texts"), subject, where, change, before, after, sentence)

    # --- sentences ---

    def _became(self, each: OwnershipChange) -> str:
        words = self.words
        old, new = self.both_owners(each)
        if each.new_state is None:
            said = words(_STOOD[each.old_state or State.UNOWNED], owners=old)
            return words("topic-removed", state=said)
        if each.old_state is None:
            return words("topic-added", state=words(_STANDING[each.new_state], owners=new))
        if each.new_state is State.OWNED:
            key = {State.OWNED: "owner-moved", State.CONTESTED: "owner-settled"}.get(
                each.old_state, "owner-found"
            )
        elif each.new_state is State.CONTESTED:
            key = {State.OWNED: "owner-contested", State.CONTESTED: "owner-still-contested"}.get(
                each.old_state, "owner-contested-new"
            )
        elif each.new_state is State.UNDECIDED:
            key = "owner-lost" if old else "owner-involved"
        else:
            key = "owner-gone" if old else "owner-deserted"
        return words(key, old=old, new=new)

    def _wording(self, each: Wording, subject: str) -> Iterator[Told]:
        """Tell of a text and, apart from that, of each translation that came or went."""
        if each.old is None or each.new is None:
            yield self._came_or_went(each, subject)
            return
        translated = each.translated or each.untranslated
        if each.languages or each.moved or each.gained or each.lost or not translated:
            yield self._reworded(each, subject)
        where = self._place(each._replace(where=(each.where[1], each.where[1])))
        for key, languages, texts in (
            ("translation-added", each.translated, each.new.texts),
            ("translation-removed", each.untranslated, each.old.texts),
        ):
            for language in languages:
                change, text = self.words(key, language=language), texts.get(language, "")
                said = self.words("text-translation", where=where, change=change, text=text)
                sides = ("", text) if key == "translation-added" else (text, "")
                yield self._text(subject, where, change, *sides, said)

    def _came_or_went(self, each: Wording, subject: str) -> Told:
        words = self.words
        text, said = self.text_of(each.new or each.old), each.gained or each.lost
        letters = words("says", letters=self.letter_list(said)) if said else ""
        key, change = ("text-added", "added") if each.new else ("text-removed", "removed")
        where = self._place(each)
        sentence = words(key, where=where, old=text, new=text, letters=letters)
        sides = ("", text + letters) if each.new else (text + letters, "")
        return self._text(subject, where, words(change), *sides, sentence)

    def _reworded(self, each: Wording, subject: str) -> Told:
        words = self.words
        language = self._shown(each)
        old = pick(each.old.texts, language) if each.old else ""
        new = pick(each.new.texts, language) if each.new else ""
        letters = ""
        if each.lost and not each.told:
            letters += words("says-no-more", letters=self.letter_list(each.lost))
        if each.gained and not each.told:
            letters += words("says-now", letters=self.letter_list(each.gained))
        change = "reworded" if each.languages else "moved" if each.moved else "letters-changed"
        key = {"reworded": "text-reworded", "moved": "text-moved"}.get(change, "text-letters")
        if each.moved and each.languages:
            key = "text-moved-reworded"
        languages = self._languages(each, language)
        where = self._place(each)
        sentence = words(
            key, where=where, old=old, new=new, letters=letters, languages=languages
        )  # fmt: skip
        return self._text(subject, where, words(change) + languages, old, new + letters, sentence)

    def _shown(self, each: Wording) -> str:
        """Return the language to show a text in: what changed is shown, whatever is asked for."""
        for language in (self.language, self.language.partition("-")[0]):
            if not each.languages or language in each.languages:
                return language
        return each.languages[0]

    def _languages(self, each: Wording, shown: str) -> str:
        """Say in which languages a text was reworded, where that is not the one shown alone."""
        words = self.words
        others = self.comma.join(key for key in each.languages if key != shown)
        if not each.languages:
            return ""
        if shown not in (self.language, self.language.partition("-")[0]):
            key = "in-language-also" if others else "in-languages"
            return words(key, languages=shown, others=others)
        shared = set(self.answer.catalog.languages) & set(self.answer.old.languages)
        if others:
            return words("also-in-languages", languages=others)
        return words("in-languages", languages=shown) if len(shared) > 1 else ""

    def _place(self, each: Wording) -> str:
        old, new = each.where
        if each.part is Part.STATEMENT:
            if each.moved:
                return self.words(
                    "from-to", old=self.dimension(old), new=self.dimension(new)
                )  # fmt: skip
            return self.dimension(new or old)
        if each.part is Part.BRIEF:
            return self.words("brief-of", dimension=self.dimension(new or old))
        if each.part is Part.ACCEPTED:
            return self._accepted(old or new, each.statement)
        return self.words(_PARTS[each.part])

    def _fact(self, fact: Fact, subject: str) -> Told:
        """Tell of what is no text."""
        words = self.words
        accepted = self._accepted(fact.rule, fact.statement) if fact.rule else ""
        where = words(_ABOUT[fact.aspect], accepted=accepted)
        catalogs = self.answer.old, self.answer.catalog
        old, new = (
            self.comma.join(self._value(fact.aspect, each, catalogs) for each in values)
            for values in (fact.old, fact.new)
        )
        nothing = words("none")
        sentence = words("fact", where=where, old=old or nothing, new=new or nothing)
        return Told(words("facts"), subject, where, words("change"), old, new, sentence)

    def _value(self, aspect: Aspect, value: str, catalogs: tuple[Catalog, Catalog]) -> str:
        """Name a role or a group; anything else is told as it is."""
        for catalog in reversed(catalogs):
            if aspect in _OF_ROLES and value in catalog.roles:
                return name_of(catalog.roles[value], self.language)
            if aspect in _OF_GROUPS and value in catalog.groups:
                return self.text_of(catalog.groups[value])
        return value

    def _check(self, change: CheckChange, subject: str) -> Told:
        """Tell of a rule that is set otherwise than before."""
        words = self.words
        old, new = self._setting(change.old), self._setting(change.new)
        key = "check-set"
        if change.old.on != change.new.on:
            key = "check-off" if not change.new.on else "check-on"
            if change.new.limit is not None:
                key = "check-on-at"
        where = words("check-of", rule=change.rule)
        sentence = words(key, where=where, old=change.old.limit, new=change.new.limit)
        return Told(words("checks"), subject, where, words("change"), old, new, sentence)

    def _setting(self, setting: Setting) -> str:
        """Return how a rule is set."""
        if not setting.on:
            return self.words("switched-off")
        if setting.limit is None:
            return self.words("switched-on")
        return self.words("at-most", limit=setting.limit)

    def _standing(self, change: Change[Role]) -> str:
        """Say what a role that came or went is or was involved in, by letter."""
        if change.kind is Kind.RENAMED:
            return ""
        letters = [(each.topic, each.new or each.old) for each in change.letters]
        parts = []
        for letter in LETTERS:
            names = [self.topics[topic.id] for topic, mine in letters if letter in mine]
            if names:
                parts.append(self.words(_INVOLVED[letter], topics=self.listed(names)))
        return self.words("list-semicolon").join(parts)

    def _accepted(self, rule: str, statement: Statement | None) -> str:
        """Say what is accepted, and on which sentence."""
        if statement is None:
            return self.words("accepted-reason", finding=rule)
        return self.words("accepted-on", finding=rule, statement=self.text_of(statement))

    def _renamed(
        self, change: Change[Role] | Change[Topic] | Change[str], names: _Names = (NOTHING, NOTHING)
    ) -> str:
        """Say what came, went, or is called otherwise now; `names` are those of ids."""
        old, new = (
            self.words("thing", name=self.text_of(known[thing]), id=thing)
            if isinstance(thing, str)
            else self.thing(thing)
            for thing, known in zip((change.old, change.new), names, strict=True)
        )
        if change.kind is Kind.RENAMED:
            return self.words("thing-renamed", old=old, new=new)
        key = "thing-added" if change.kind is Kind.ADDED else "thing-removed"
        return self.words(key, thing=new or old)
