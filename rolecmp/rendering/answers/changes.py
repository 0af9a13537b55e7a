"""How the changes between two catalogs are shown: who owns what first, then the wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rolecmp.definitions.folders import CATALOG_FILE
from rolecmp.definitions.model import INITIALS, Catalog, Pair, Role, Text, Topic, pick
from rolecmp.questions.changes import (
    Changes,
    DimensionChange,
    Kind,
    OwnershipChange,
    PairChange,
    Part,
    RoleChange,
    TopicChange,
    Wording,
)
from rolecmp.questions.ownership import State
from rolecmp.rendering.answers.values import (
    Value,
    catalog_value,
    pair_value,
    place_value,
    role_value,
    topic_value,
)
from rolecmp.rendering.labels import Words
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
_FINDINGS = {
    "multiple-accountable": "several-accountable",
    "no-accountable": "nobody-accountable",
}
# Owners named in a sentence, which nobody reads to the end beyond that.
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
        self.topics = {
            key: pick(topic.name.texts, language)
            for catalog in (answer.old, answer.catalog)
            for key, topic in catalog.topics.items()
        }

    # --- names ---

    def text(self, thing: Text | None) -> str:
        return pick(thing.texts, self.language) if thing is not None else ""

    def topic(self, key: str) -> str:
        return self.topics[key]

    def owners(self, roles: Sequence[Role]) -> str:
        """Give names as a list in a sentence, only the first of very many."""
        names = [name_of(role, self.language) for role in roles[:_MANY]]
        if len(roles) > _MANY:
            names[_MANY - 1 :] = [self.words("others-more", count=len(roles) - _MANY + 1)]
        return self.words.joined(names)

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
        old, new = self.owners(each.old_owners), self.owners(each.new_owners)
        if each.old_state is None or each.new_state is None:
            state = each.new_state or each.old_state or State.UNOWNED
            said = words(_STANDING[state], owners=new or old)
            return words("topic-removed" if each.new_state is None else "topic-added", state=said)
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

    def wording(self, each: Wording) -> _Told:
        words = self.words
        language = self.language
        if each.languages and language not in each.languages:
            language = each.languages[0]  # what changed is shown, whatever is asked for
        old = pick(each.old.texts, language) if each.old else ""
        new = pick(each.new.texts, language) if each.new else ""
        where = self.place(each)
        letters = ""
        if each.old is None or each.new is None:
            said = each.gained or each.lost
            letters = words("says", letters=self.letters(said)) if said else ""
            key, change = ("text-added", "added") if each.new else ("text-removed", "removed")
        else:
            if each.gained and not each.told:
                letters += words("says-now", letters=self.letters(each.gained))
            if each.lost and not each.told:
                letters += words("says-no-more", letters=self.letters(each.lost))
            change = "reworded" if each.languages else "moved"
            if not each.languages and not each.moved:
                change = "letters-changed"
            key = {"reworded": "text-reworded", "moved": "text-moved"}.get(change, "text-letters")
            if each.moved and each.languages:
                key = "text-moved-reworded"
        shared = set(self.answer.catalog.languages) & set(self.answer.old.languages)
        languages = ""
        if each.languages and len(each.languages) < len(shared):
            languages = words("in-languages", languages=words("list-comma").join(each.languages))
        sentence = words(
            key, where=where, old=old, new=new, letters=letters, languages=languages
        )  # fmt: skip
        label = words(change)
        after = new + letters if each.new else ""
        return _Told(label + languages, old if each.new else old + letters, after, where, sentence)

    def place(self, each: Wording) -> str:
        old, new = each.where
        if each.part is Part.STATEMENT:
            if each.moved:
                return self.words(
                    "from-to", old=self.dimension(old), new=self.dimension(new)
                )  # fmt: skip
            return self.dimension(new or old)
        if each.part is Part.ACCEPTED:
            return self.words("accepted-reason", finding=self.words(_FINDINGS[old or new]))
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
                yield self.wording(each)

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
            yield self.wording(each)

    def standing(self, change: RoleChange) -> str:
        """Say what a role that came or went is or was involved in."""
        words = self.words
        came = change.old is None
        letters = [(each, each.new if came else each.old) for each in change.letters]
        owned = [each.topic for each, mine in letters if mine[:1] == ("accountable",)]
        parts = []
        if owned:
            listed = words("list-comma").join([self.topics[topic.id] for topic in owned])
            parts.append(words("accountable-of", topics=listed))
        if len(letters) > len(owned):
            key = "involved-of" if owned else "involved-only"
            parts.append(words(key, topics=words.topics(len(letters) - len(owned))))
        return words("list-semicolon").join(parts)

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
    before, after = teller.words("label", name="\0").split("\0")
    name = pick(topic.name.texts, teller.language) if topic else ""
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
                name_of(change.new, teller.language),
                pick(each.topic.name.texts, teller.language),
                _initials(each.old),
                _initials(each.new),
            ]


def _initials(letters: Sequence[str]) -> str:
    return " ".join(INITIALS[letter] for letter in letters)


def _things(answer: Changes, teller: _Teller) -> Iterator[tuple[str, list[str]]]:
    """Give which roles, topics and dimensions came, went or are called otherwise."""
    words = teller.words
    roles = []
    for role in answer.roles:
        if role.kind is not Kind.CHANGED:
            standing = teller.standing(role) if role.kind is not Kind.RENAMED else ""
            parts = [teller.renamed(role), standing] if standing else [teller.renamed(role)]
            roles.append(words("list-semicolon").join(parts))
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
        known, catalog = (
            (pair.new, answer.catalog) if pair.new is not None else (pair.old, answer.old)
        )
        names = teller.pair(known, catalog) if known else ""
        yield words("together-of", roles=names), list(teller.told_of(pair))
    yield words("catalog-itself"), list(teller.catalog())


def _counts(answer: Changes, texts: int, words: Words) -> Line:
    kinds = [
        *(each.kind for each in answer.roles),
        *(each.kind for each in answer.topics),
        *(each.kind for each in answer.dimensions),
    ]
    things = len(kinds) - kinds.count(Kind.CHANGED)
    letters = sum(
        len(each.letters) for each in answer.roles if each.kind in (Kind.CHANGED, Kind.RENAMED)
    )
    counts = {
        "count-ownership": len(answer.ownership),
        "count-letters": letters,
        "count-things": things,
        "count-texts": texts,
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
            pick(topic.name.texts, language) if topic else "",
            "",
            teller.ownership(each),
            teller.owners(each.old_owners),
            teller.owners(each.new_owners),
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
        "languages": list(each.languages),
        "letters": {"gained": _by_letter(each.gained), "lost": _by_letter(each.lost)},
    }


def _by_letter(said: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for letter, topic in said:
        found.setdefault(letter, []).append(topic)
    return found


CHANGES = Presenter("diff", _report, _rows, _value)
