"""How a diff is shown: who owns what first, then the letters, then the wording."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from rolecmp.definitions.model import pick
from rolecmp.definitions.sources.folders import CATALOG_FILE
from rolecmp.questions.diff import Change, Changes, Kind
from rolecmp.questions.diff.wordings import Part, Wording
from rolecmp.questions.standing import State
from rolecmp.rendering.answers.diff.telling import Teller, Told
from rolecmp.rendering.answers.standing import STATE_TONES
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
    plain,
)

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog, Pair, Role, Text, Topic
    from rolecmp.questions.diff.facts import Fact
    from rolecmp.words import Words

_Thing = TypeVar("_Thing", "Role", "Topic", "Pair", str)


def _report(answer: Changes, language: str) -> Report:
    teller = Teller(answer, language)
    words = teller.words
    old, new = _called(answer.old, words), _called(answer.catalog, words)
    title, source = words("changes", old=old, new=new), _footer(answer, language, words)
    if answer.same:
        nothing = Paragraph(plain(words("no-changes", old=old, new=new)))
        return Report(title, (nothing,), source, language)
    letters, texts = list(teller.letters()), list(teller.texts())
    blocks: list[Block] = [Paragraph(_counts(answer, len(letters), len(texts), words))]
    owners = zip(teller.ownership(), answer.ownership, strict=True)
    if items := tuple(_owner_line(told, each.new_state, words) for told, each in owners):
        blocks.append(Bullets(words("ownership"), items))
    if letters:
        columns = (
            Column(words("role"), least=12),
            Column(words("topic"), least=14),
            Column(words("before")),
            Column(words("after")),
        )
        rows = tuple(
            (plain(each.subject), plain(each.where), plain(each.before), plain(each.after))
            for each in letters
        )
        blocks.append(Table(columns, (Group((), rows),), words("letters")))
        blocks.append(Paragraph(plain(words("legend"), Tone.MUTED)))
    for told, lead in ((list(teller.things()), 0), (texts, 1)):
        for title_of, found in groupby(told, key=lambda each: each[lead]):
            if lines := tuple(plain(each.sentence) for each in found if each.sentence):
                blocks.append(Bullets(title_of, lines))
    return Report(title, tuple(blocks), source, language)


def _owner_line(told: Told, state: State | None, words: Words) -> Line:
    before, after = words.around("label", "name")
    tone = Tone.OWNER if state is State.OWNED else STATE_TONES[state] if state else Tone.PLAIN
    return (Span(before + told.subject, Tone.STRONG), Span(after), Span(told.sentence, tone))


def _counts(answer: Changes, letters: int, texts: int, words: Words) -> Line:
    things = (answer.roles, answer.topics, answer.dimensions, answer.groups, answer.pairs)
    facts = len(answer.facts) + sum(len(each.facts) for found in things for each in found)
    counts = {
        "count-ownership": len(answer.ownership),
        "count-letters": letters,
        "count-things": sum(each.kind is not Kind.CHANGED for found in things for each in found),
        "count-texts": texts - len(answer.checks) - facts,
        "count-facts": facts,
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


def _rows(answer: Changes, language: str) -> Iterator[list[str]]:
    teller = Teller(answer, language)
    words = teller.words
    heads = ("section", "subject", "where", "change", "before", "after")
    yield [words(key) for key in heads]
    if answer.same:
        old, new = _called(answer.old, words), _called(answer.catalog, words)
        yield [words("catalog-itself"), "", "", words("no-changes", old=old, new=new), "", ""]
    for told in (teller.ownership(), teller.letters(), teller.things(), teller.texts()):
        for each in told:
            section, *where = each[:3]
            shown = [
                words("thing", name=name, id=id_) if id_ else name
                for name, id_ in zip(where, each.ids, strict=True)
            ]
            yield [section, *shown, each.change, each.before, each.after]


# --- JSON -------------------------------------------------------------------------------------


def _value(answer: Changes) -> Value:
    old, new = f"{_prefix(answer.old)}{CATALOG_FILE}", f"{_prefix(answer.catalog)}{CATALOG_FILE}"

    def wordings(found: Iterable[Wording], before: str = old, after: str = new) -> list[Value]:
        return [_wording_value(each, before, after) for each in found]

    def change(each: Change[_Thing], value: Callable[[_Thing], object]) -> Value:
        return {
            "change": each.kind.value,
            "old": value(each.old) if each.old else None,
            "new": value(each.new) if each.new else None,
        }

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
                **change(each, role_value),
                "aliases": _names_value(each),
                "letters": [
                    {"topic": one.topic.id, "old": list(one.old), "new": list(one.new)}
                    for one in each.letters
                ],
                "texts": wordings(
                    each.wordings,
                    each.old.path if each.old else old,
                    each.new.path if each.new else new,
                ),
                "facts": _facts(each.facts),
            }
            for each in answer.roles
        ],
        "topics": [
            {
                **change(each, topic_value),
                "aliases": _names_value(each),
                "texts": wordings(each.wordings),
                "facts": _facts(each.facts),
            }
            for each in answer.topics
        ],
        **{
            key: [{**change(each, str), "texts": wordings(each.wordings)} for each in found]
            for key, found in (("dimensions", answer.dimensions), ("groups", answer.groups))
        },
        "pairs": [
            {**change(each, pair_value), "texts": wordings(each.wordings)} for each in answer.pairs
        ],
        "texts": wordings(answer.wordings),
        "facts": _facts(answer.facts),
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


def _facts(facts: Iterable[Fact]) -> list[Value]:
    return [
        {
            "about": each.aspect.value,
            "finding": each.rule or None,
            "statement": dict(each.statement.texts) if each.statement else None,
            "old": list(each.old),
            "new": list(each.new),
        }
        for each in facts
    ]


def _names_value(change: Change[Role] | Change[Topic]) -> Value:
    return {"gained": list(change.gained_aliases), "lost": list(change.lost_aliases)}


def _wording_value(each: Wording, old: str, new: str) -> Value:
    def side(thing: Text | None, where: str, path: str) -> Value | None:
        if thing is None:
            return None
        statement = each.part in (Part.STATEMENT, Part.SUMMARY, Part.BRIEF)
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
