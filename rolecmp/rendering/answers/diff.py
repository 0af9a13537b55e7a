"""How the changes between two catalogs are shown: who owns what first, then the wording."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rolecmp.definitions.model import (
    INITIALS,
    LETTERS,
    Catalog,
    Pair,
    Role,
    Statement,
    Text,
    Topic,
    pick,
)
from rolecmp.definitions.sources.folders import CATALOG_FILE
from rolecmp.questions.diff import (
    Changes,
    CheckChange,
    DimensionChange,
    Kind,
    OwnershipChange,
    PairChange,
    Part,
    RoleChange,
    Setting,
    TopicChange,
    Wording,
)
from rolecmp.questions.standing import State
from rolecmp.rendering.answers.values import (
    Value,
    catalog_value,
    pair_value,
    place_value,
    role_value,
    topic_value,
)
from rolecmp.rendering.report import (
    Block,
    Bullets,
    Column,
    Group,
    Line,
    Paragraph,
    Presenter,
    Report,
    Span,
    Table,
    Tone,
    dimension_of,
    name_of,
    plain,
)
from rolecmp.words import Words

_TONES = {
    State.OWNED: Tone.OWNER,
    State.CONTESTED: Tone.CONFLICT,
    State.UNDECIDED: Tone.GAP,
    State.UNOWNED: Tone.GAP,
    None: Tone.PLAIN,
}
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
# Owners or topics named in a sentence, which nobody reads to the end beyond that.
_MANY = 10
_PARTS = {
    Part.TITLE: "title",
    Part.NAME: "name",
    Part.SUMMARY: "summary",
    Part.NOTE: "note",
    Part.SOURCE: "source",
    Part.DIFFERENCE: "difference",
    Part.TOGETHER: "together",
}


class _Told(NamedTuple):
    """One change, as a row tells it and as a sentence does."""

    change: str
    before: str
    after: str
    where: str
    sentence: str


class _Teller:
    """Puts changes into words of one language."""

    def __init__(self, answer: Changes, language: str) -> None:
        self.answer = answer
        self.language = language
        self.words = Words(language)
        self.topics = self._topic_names()
        self.renamed_roles = {
            each.old.id: each.new.id for each in answer.roles if each.old and each.new
        }

    def _topic_names(self) -> dict[str, str]:
        """Name the topics, with the id where one that went was called as another is now."""
        now, before = (
            {key: pick(topic.name.texts, self.language) for key, topic in catalog.topics.items()}
            for catalog in (self.answer.catalog, self.answer.old)
        )
        gone = [
            each.old.id for each in self.answer.topics if each.old is not None and each.new is None
        ]
        twice = set(now.values()) & {before[key] for key in gone}
        names = {**before, **now}
        for key in (*now, *gone):
            if names[key] in twice:
                names[key] = self.words("thing", name=names[key], id=key)
        return names

    # --- names ---

    def text(self, thing: Text | Statement | None) -> str:
        return pick(thing.texts, self.language) if thing is not None else ""

    def topic(self, key: str) -> str:
        return self.topics[key]

    def owners(self, roles: Sequence[Role], twice: Collection[str] = ()) -> str:
        """Give names as a list in a sentence, only the first of very many; ids with those twice."""
        names = [name_of(role, self.language) for role in roles[:_MANY]]
        for place, name in enumerate(names):
            if name in twice:
                names[place] = self.words("thing", name=name, id=roles[place].id)
        if len(roles) > _MANY:
            names[_MANY - 1 :] = [self.words("others-more", count=len(roles) - _MANY + 1)]
        return self.words.joined(names)

    def both_owners(self, each: OwnershipChange) -> tuple[str, str]:
        """Name the owners before and after, with ids where two roles are called the same."""
        before = {name_of(role, self.language): role.id for role in each.old_owners}
        twice = [
            name
            for role in each.new_owners
            if (name := name_of(role, self.language)) in before
            and self.renamed_roles.get(before[name], before[name]) != role.id
        ]
        return self.owners(each.old_owners, twice), self.owners(each.new_owners, twice)

    def role(self, change: RoleChange) -> str:
        """Name a role; one that is called otherwise now by both names."""
        old = name_of(change.old, self.language) if change.old else ""
        new = name_of(change.new, self.language) if change.new else ""
        return self.words("now-called", old=old, new=new) if old and new != old else new

    def listed(self, names: Sequence[str]) -> str:
        """Give names of topics as a list, only the first of very many."""
        shown = list(names[:_MANY])
        if len(names) > _MANY:
            shown[_MANY - 1 :] = [self.words("topics-more", count=len(names) - _MANY + 1)]
        return self.words("list-comma").join(shown)

    def thing(self, thing: Role | Topic) -> str:
        return self.words("thing", name=pick(thing.name.texts, self.language), id=thing.id)

    def dimension(self, key: str) -> str:
        """Give a dimension's name, which one catalog alone may know."""
        known = self.answer.catalog
        if key not in known.dimensions and key in self.answer.old.dimensions:
            known = self.answer.old
        return dimension_of(known, key, self.language, self.words)

    def pair(self, pair: Pair, catalog: Catalog) -> str:
        names = [
            name_of(catalog.roles[role], self.language) if role in catalog.roles else role
            for role in pair.roles
        ]
        return self.words.joined(names)

    def letters(self, said: Iterable[tuple[str, str]]) -> str:
        by_letter: dict[str, list[str]] = {}
        for letter, topic in said:
            by_letter.setdefault(INITIALS[letter], []).append(self.topic(topic))
        comma = self.words("list-comma")
        return comma.join(f"{letter} {comma.join(names)}" for letter, names in by_letter.items())

    # --- sentences ---

    def ownership(self, each: OwnershipChange) -> str:
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

    def wordings(self, each: Wording) -> Iterator[_Told]:
        """Tell of a text and, apart from that, of each translation that came or went."""
        if each.old is None or each.new is None:
            yield self._came_or_went(each)
            return
        told_so = not (each.translated or each.untranslated)
        if each.languages or each.moved or each.gained or each.lost or told_so:
            yield self._reworded(each)
        where = self.place(each._replace(where=(each.where[1], each.where[1])))
        for key, languages, texts in (
            ("translation-added", each.translated, each.new.texts),
            ("translation-removed", each.untranslated, each.old.texts),
        ):
            for language in languages:
                change, text = self.words(key, language=language), texts.get(language, "")
                sentence = self.words("text-translation", where=where, change=change, text=text)
                came = key == "translation-added"
                yield _Told(change, "" if came else text, text if came else "", where, sentence)

    def _came_or_went(self, each: Wording) -> _Told:
        words = self.words
        old, new = self.text(each.old), self.text(each.new)
        said = each.gained or each.lost
        letters = words("says", letters=self.letters(said)) if said else ""
        where = self.place(each)
        key, change = ("text-added", "added") if each.new else ("text-removed", "removed")
        sentence = words(key, where=where, old=old, new=new, letters=letters)
        before, after = (old + letters if old else "", new + letters if new else "")
        return _Told(words(change), before, after, where, sentence)

    def _reworded(self, each: Wording) -> _Told:
        words = self.words
        language = self._shown(each)
        old = pick(each.old.texts, language) if each.old else ""
        new = pick(each.new.texts, language) if each.new else ""
        letters = ""
        if each.gained and not each.told:
            letters += words("says-now", letters=self.letters(each.gained))
        if each.lost and not each.told:
            letters += words("says-no-more", letters=self.letters(each.lost))
        change = "reworded" if each.languages else "moved" if each.moved else "letters-changed"
        key = {"reworded": "text-reworded", "moved": "text-moved"}.get(change, "text-letters")
        if each.moved and each.languages:
            key = "text-moved-reworded"
        languages = self._languages(each, language)
        where = self.place(each)
        sentence = words(
            key, where=where, old=old, new=new, letters=letters, languages=languages
        )  # fmt: skip
        return _Told(words(change) + languages, old, new + letters, where, sentence)

    def _shown(self, each: Wording) -> str:
        """Give the language to show a text in: what changed is shown, whatever is asked for."""
        for language in (self.language, self.language.partition("-")[0]):
            if not each.languages or language in each.languages:
                return language
        return each.languages[0]

    def _languages(self, each: Wording, shown: str) -> str:
        """Say in which languages a text was reworded, where that is not the one shown alone."""
        words = self.words
        others = words("list-comma").join(key for key in each.languages if key != shown)
        if not each.languages:
            return ""
        if shown not in (self.language, self.language.partition("-")[0]):
            key = "in-language-also" if others else "in-languages"
            return words(key, languages=shown, others=others)
        shared = set(self.answer.catalog.languages) & set(self.answer.old.languages)
        if others:
            return words("also-in-languages", languages=others)
        return words("in-languages", languages=shown) if len(shared) > 1 else ""

    def place(self, each: Wording) -> str:
        old, new = each.where
        if each.part is Part.STATEMENT:
            if each.moved:
                return self.words(
                    "from-to", old=self.dimension(old), new=self.dimension(new)
                )  # fmt: skip
            return self.dimension(new or old)
        if each.part is Part.ACCEPTED and each.statement is not None:
            text = self.text(each.statement)
            return self.words("accepted-on", finding=old or new, statement=text)
        if each.part is Part.ACCEPTED:
            return self.words("accepted-reason", finding=old or new)
        return self.words(_PARTS[each.part])

    def told_of(
        self, change: RoleChange | TopicChange | DimensionChange | PairChange
    ) -> Iterator[_Told]:
        """Tell of the names and texts of one thing."""
        comma = self.words("list-comma")
        if isinstance(change, RoleChange | TopicChange):
            for key, names in (
                ("names-gained", change.gained_aliases),
                ("names-lost", change.lost_aliases),
            ):
                if names:
                    listed = comma.join(names)
                    gained = key == "names-gained"
                    yield _Told(
                        self.words("added" if gained else "removed"),
                        "" if gained else listed,
                        listed if gained else "",
                        self.words("aliases"),
                        self.words(key, names=listed),
                    )
        for each in change.wordings:
            if not each.told:
                yield from self.wordings(each)

    def catalog(self) -> Iterator[_Told]:
        """Tell of the catalog's own texts and languages."""
        answer, words = self.answer, self.words
        where = words("languages")
        comma = words("list-comma")
        for key, change, names in (
            ("languages-gained", "added", answer.gained_languages),
            ("languages-lost", "removed", answer.lost_languages),
        ):
            if names:
                listed = comma.join(names)
                old, new = ("", listed) if change == "added" else (listed, "")
                yield _Told(words(change), old, new, where, words(key, names=listed))
        if answer.default_languages:
            old, new = answer.default_languages
            yield _Told(words("change"), old, new, where, words("language-first", old=old, new=new))
        for each in answer.wordings:
            yield from self.wordings(each)
        for check in answer.checks:
            yield self.check(check)

    def check(self, change: CheckChange) -> _Told:
        """Tell of a rule that is set otherwise than before."""
        words = self.words
        old, new = self.setting(change.old), self.setting(change.new)
        key = "check-set"
        if change.old.on != change.new.on:
            key = "check-off" if not change.new.on else "check-on"
            if change.new.limit is not None:
                key = "check-on-at"
        where = words("check-of", rule=change.rule)
        sentence = words(key, where=where, old=change.old.limit, new=change.new.limit)
        return _Told(words("change"), old, new, where, sentence)

    def setting(self, setting: Setting) -> str:
        """Give how a rule is set."""
        if not setting.on:
            return self.words("switched-off")
        if setting.limit is None:
            return self.words("switched-on")
        return self.words("at-most", limit=setting.limit)

    def standing(self, change: RoleChange) -> str:
        """Say what a role that came or went is or was involved in, by letter."""
        words = self.words
        came = change.old is None
        letters = [(each, each.new if came else each.old) for each in change.letters]
        parts = []
        for letter in LETTERS:
            names = [self.topics[each.topic.id] for each, mine in letters if letter in mine]
            if names:
                parts.append(words(_INVOLVED[letter], topics=self.listed(names)))
        return words("list-semicolon").join(parts)

    def role_line(self, change: RoleChange) -> str:
        """Say that a role came, with its letters, went, with those it had, or was renamed."""
        line = self.renamed(change)
        standing = self.standing(change) if change.kind is not Kind.RENAMED else ""
        if not standing:
            return line
        key = "standing-added" if change.kind is Kind.ADDED else "standing-removed"
        return self.words(key, thing=line, standing=standing)

    def pair_line(self, change: PairChange) -> tuple[str, str]:
        """Name two roles of which something is or was said together, and what became of that."""
        known, catalog = (
            (change.new, self.answer.catalog) if change.new else (change.old, self.answer.old)
        )
        became = {Kind.ADDED: "added", Kind.REMOVED: "removed"}.get(change.kind, "change")
        return self.pair(known, catalog) if known else "", self.words(became)

    def renamed(self, change: RoleChange | TopicChange | DimensionChange) -> str:
        """Say what came, went, or is called otherwise now."""
        words = self.words
        if isinstance(change, DimensionChange):
            old, new = (
                words("thing", name=self.text(catalog.dimensions[key]), id=key) if key else ""
                for catalog, key in (
                    (self.answer.old, change.old),
                    (self.answer.catalog, change.new),
                )
            )
        else:
            old = self.thing(change.old) if change.old else ""
            new = self.thing(change.new) if change.new else ""
        if change.kind is Kind.RENAMED:
            return words("thing-renamed", old=old, new=new)
        if change.kind is Kind.ADDED:
            return words("thing-added", thing=new)
        return words("thing-removed", thing=old)


# --- text formats -----------------------------------------------------------------------------


def _report(answer: Changes, language: str) -> Report:
    teller = _Teller(answer, language)
    words = teller.words
    old, new = _called(answer.old, words), _called(answer.catalog, words)
    title = words("changes", old=old, new=new)
    if answer.same:
        blocks: list[Block] = [Paragraph(plain(words("no-changes", old=old, new=new)))]
        return Report(title, tuple(blocks), _footer(answer, language, words), language)
    told = [(lead, found) for lead, found in _told(answer, teller) if found]
    blocks = [Paragraph(_counts(answer, sum(len(found) for _, found in told), words))]
    if answer.ownership:
        items = tuple(_owner_line(each, teller) for each in answer.ownership)
        blocks.append(Bullets(words("ownership"), items))
    rows = tuple(_letter_rows(answer, teller))
    if rows:
        columns = (
            Column(words("role"), least=12),
            Column(words("topic"), least=14),
            Column(words("before")),
            Column(words("after")),
        )
        nothing = words("no-letter")
        lines = tuple(
            tuple(plain(cell or nothing if place > 1 else cell) for place, cell in enumerate(row))
            for row in rows
        )
        blocks.append(Table(columns, (Group((), lines),), words("letters")))
        blocks.append(Paragraph(plain(words("legend"), Tone.MUTED)))
    for lead, sentences in _things(answer, teller):
        blocks.append(Bullets(lead, tuple(plain(each) for each in sentences)))
    for lead, found in told:
        blocks.append(Bullets(lead, tuple(plain(each.sentence) for each in found)))
    return Report(title, tuple(blocks), _footer(answer, language, words), language)


def _owner_line(each: OwnershipChange, teller: _Teller) -> Line:
    topic = each.new or each.old
    before, after = teller.words.around("label", "name")
    name = teller.topic(topic.id) if topic else ""
    return (
        Span(before + name, Tone.STRONG),
        Span(after),
        Span(teller.ownership(each), _TONES[each.new_state]),
    )


def _letter_rows(answer: Changes, teller: _Teller) -> Iterator[list[str]]:
    for change in answer.roles:
        if change.old is None or change.new is None:
            continue  # said with the role
        for each in change.letters:
            yield [
                teller.role(change),
                teller.topic(each.topic.id),
                _initials(each.old),
                _initials(each.new),
            ]


def _initials(letters: Sequence[str]) -> str:
    return " ".join(INITIALS[letter] for letter in letters)


def _things(answer: Changes, teller: _Teller) -> Iterator[tuple[str, list[str]]]:
    """Give which roles, topics and dimensions came, went or are called otherwise."""
    words = teller.words
    roles = [teller.role_line(role) for role in answer.roles if role.kind is not Kind.CHANGED]
    if roles:
        yield words("roles"), roles
    for title, things in (("topics", answer.topics), ("dimensions", answer.dimensions)):
        lines = [
            teller.renamed(each)
            for each in things
            # That a topic came or went is said with who owns it.
            if each.kind is Kind.RENAMED
            or (title == "dimensions" and each.kind is not Kind.CHANGED)
        ]
        if lines:
            yield words(title), lines
    pairs = [teller.pair_line(each) for each in answer.pairs if each.kind is not Kind.CHANGED]
    if pairs:
        yield words("role-pairs"), [words("label", name=who) + what for who, what in pairs]


def _told(answer: Changes, teller: _Teller) -> Iterator[tuple[str, list[_Told]]]:
    """Give the changes of names and texts, under what they are of."""
    words = teller.words
    for role in answer.roles:
        if not role.wordings and not role.gained_aliases and not role.lost_aliases:
            continue
        thing = role.new or role.old
        yield teller.thing(thing) if thing else "", list(teller.told_of(role))
    for topic in answer.topics:
        subject = topic.new or topic.old
        name = teller.thing(subject) if subject else ""
        yield words("about", title=words("topic"), name=name), list(teller.told_of(topic))
    for dimension in answer.dimensions:
        key = dimension.new or dimension.old or ""
        name = words("about", title=words("dimension"), name=teller.dimension(key))
        yield name, list(teller.told_of(dimension))
    for pair in answer.pairs:
        names, _ = teller.pair_line(pair)
        yield words("together-of", roles=names), list(teller.told_of(pair))
    yield words("catalog-itself"), list(teller.catalog())


def _counts(answer: Changes, texts: int, words: Words) -> Line:
    kinds = [
        *(each.kind for each in answer.roles),
        *(each.kind for each in answer.topics),
        *(each.kind for each in answer.dimensions),
        *(each.kind for each in answer.pairs),
    ]
    things = len(kinds) - kinds.count(Kind.CHANGED)
    letters = sum(
        len(each.letters) for each in answer.roles if each.kind in (Kind.CHANGED, Kind.RENAMED)
    )
    counts = {
        "count-ownership": len(answer.ownership),
        "count-letters": letters,
        "count-things": things,
        "count-texts": texts - len(answer.checks),
        "count-checks": len(answer.checks),
    }
    parts = [words(key, count=count) for key, count in counts.items() if count]
    return plain(words("change-count", parts=words("count-comma").join(parts)))


def _called(catalog: Catalog, words: Words) -> str:
    return catalog.folder or words("this-folder")


def _footer(answer: Changes, language: str, words: Words) -> str:
    old, new = (
        words(
            "catalog-place",
            title=pick(each.title.texts, language) if each.title else words("catalog-itself"),
            place=words("built-in") if each.builtin else _called(each, words),
        )
        for each in (answer.old, answer.catalog)
    )
    return words("catalogs", old=old, new=new)


# --- rows -------------------------------------------------------------------------------------


def _rows(answer: Changes, language: str) -> Iterable[list[str]]:
    teller = _Teller(answer, language)
    words = teller.words
    heads = ("section", "subject", "where", "change", "before", "after")
    yield [words(key) for key in heads]
    if answer.same:
        old, new = _called(answer.old, words), _called(answer.catalog, words)
        yield [words("catalog-itself"), "", "", words("no-changes", old=old, new=new), "", ""]
    for each in answer.ownership:
        topic = each.new or each.old
        yield [
            words("ownership"),
            teller.topic(topic.id) if topic else "",
            "",
            teller.ownership(each),
            *teller.both_owners(each),
        ]
    nothing = words("no-letter")
    for role, topic_name, before, after in _letter_rows(answer, teller):
        yield [words("letters"), role, topic_name, "", before or nothing, after or nothing]
    for change in answer.roles:
        if change.kind is not Kind.CHANGED:
            standing = teller.standing(change) if change.kind is not Kind.RENAMED else ""
            came = change.old is None
            yield [
                words("roles"),
                name_of(change.new or change.old, language) if change.new or change.old else "",  # type: ignore[arg-type]
                "",
                teller.renamed(change),
                "" if came else standing,
                standing if came else "",
            ]
    for title, things in (("topics", answer.topics), ("dimensions", answer.dimensions)):
        for thing in things:
            if thing.kind is not Kind.CHANGED:
                yield [words(title), "", "", teller.renamed(thing), "", ""]
    for pair in answer.pairs:
        if pair.kind is not Kind.CHANGED:
            who, what = teller.pair_line(pair)
            yield [words("role-pairs"), who, "", what, "", ""]
    for subject, told in _told(answer, teller):
        for one in told:
            yield [words("texts"), subject, one.where, one.change, one.before, one.after]


# --- JSON -------------------------------------------------------------------------------------


def _value(answer: Changes) -> Value:
    old, new = f"{_prefix(answer.old)}{CATALOG_FILE}", f"{_prefix(answer.catalog)}{CATALOG_FILE}"

    def wordings(
        found: Sequence[Wording], before: Role | None = None, after: Role | None = None
    ) -> list[Value]:
        paths = before.path if before else old, after.path if after else new
        return [_wording_value(each, *paths) for each in found]

    return {
        "old": catalog_value(answer.old),
        "same": answer.same,
        "ownership": [
            {
                "topic": topic_value(topic),
                "old": _state_value(each.old, each.old_state, each.old_owners),
                "new": _state_value(each.new, each.new_state, each.new_owners),
            }
            for each in answer.ownership
            if (topic := each.new or each.old) is not None
        ],
        "roles": [
            {
                "change": each.kind.value,
                "old": role_value(each.old) if each.old else None,
                "new": role_value(each.new) if each.new else None,
                "aliases": _names_value(each),
                "letters": [
                    {"topic": one.topic.id, "old": list(one.old), "new": list(one.new)}
                    for one in each.letters
                ],
                "texts": wordings(each.wordings, each.old, each.new),
            }
            for each in answer.roles
        ],
        "topics": [
            {
                "change": each.kind.value,
                "old": topic_value(each.old) if each.old else None,
                "new": topic_value(each.new) if each.new else None,
                "aliases": _names_value(each),
                "texts": wordings(each.wordings),
            }
            for each in answer.topics
        ],
        "dimensions": [
            {
                "change": each.kind.value,
                "old": each.old,
                "new": each.new,
                "texts": wordings(each.wordings),
            }
            for each in answer.dimensions
        ],
        "pairs": [
            {
                "change": each.kind.value,
                "old": pair_value(each.old) if each.old else None,
                "new": pair_value(each.new) if each.new else None,
                "texts": wordings(each.wordings),
            }
            for each in answer.pairs
        ],
        "texts": wordings(answer.wordings),
        "languages": {
            "gained": list(answer.gained_languages),
            "lost": list(answer.lost_languages),
            "first": list(answer.default_languages) or None,
        },
        "checks": [
            {"rule": each.rule, "old": each.old._asdict(), "new": each.new._asdict()}
            for each in answer.checks
        ],
    }


def _prefix(catalog: Catalog) -> str:
    folder = catalog.folder
    return f"{folder}/" if folder and folder[-1] != ":" else folder


def _state_value(topic: Topic | None, state: State | None, owners: Sequence[Role]) -> Value | None:
    if topic is None or state is None:
        return None
    return {"id": topic.id, "state": state.value, "owners": [role.id for role in owners]}


def _names_value(change: RoleChange | TopicChange) -> Value:
    return {"gained": list(change.gained_aliases), "lost": list(change.lost_aliases)}


def _wording_value(each: Wording, old: str, new: str) -> Value:
    def side(thing: Text | None, where: str, path: str) -> Value | None:
        if thing is None:
            return None
        statement = each.part in (Part.STATEMENT, Part.SUMMARY)
        return {
            "text": dict(thing.texts),
            "dimension": where if statement else None,
            "position": place_value(path, thing),
        }

    return {
        "part": each.part.value,
        "finding": (each.where[0] or each.where[1]) if each.part is Part.ACCEPTED else None,
        "old": side(each.old, each.where[0], old),  # type: ignore[arg-type]
        "new": side(each.new, each.where[1], new),  # type: ignore[arg-type]
        "statement": dict(each.statement.texts) if each.statement else None,
        "languages": list(each.languages),
        "translations": {"added": list(each.translated), "removed": list(each.untranslated)},
        "letters": {"gained": _by_letter(each.gained), "lost": _by_letter(each.lost)},
    }


def _by_letter(said: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for letter, topic in said:
        found.setdefault(letter, []).append(topic)
    return found


CHANGES = Presenter("diff", _report, _rows, _value)
