"""How the overlaps of roles are shown."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rolecmp.definitions.model import pick
from rolecmp.rendering.answers.standing import standing_value
from rolecmp.rendering.answers.values import Value, role_value
from rolecmp.rendering.report import (
    Block,
    Column,
    Group,
    Line,
    Paragraph,
    Presenter,
    Report,
    Table,
    Tone,
    footer,
    headline,
    name_of,
    plain,
)
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.questions.overlaps import Overlap, Overlaps
    from rolecmp.questions.standing import Standing


def _report(answer: Overlaps, language: str) -> Report:
    words = Words(language)
    blocks: list[Block] = [Paragraph(_headline(answer, language, words))]
    if answer.pairs:
        blocks.append(_table(answer, language, words))
        if len(answer.pairs) < answer.meeting:
            more = words("pairs-more", count=len(answer.pairs), total=answer.meeting)
            blocks.append(Paragraph(plain(more)))
        blocks.append(Paragraph(plain(words("legend-overlaps"), Tone.MUTED)))
    title = words("overlaps")
    if answer.role is not None:
        title = words("overlaps-of", role=name_of(answer.role, language))
    return Report(title, tuple(blocks), footer(answer.catalog, language, words), language)


def _headline(answer: Overlaps, language: str, words: Words) -> Line:
    if not answer.meeting:
        if answer.role is None:
            return plain(words("no-pairs"))
        return plain(words("no-pairs-of", role=name_of(answer.role, language)))
    total = words("count-pairs", count=answer.meeting + answer.apart)
    parts = [
        plain(words(key, count=count), tone)
        for key, count, tone in (
            ("pairs-contested", answer.contested, Tone.CONFLICT),
            ("pairs-sharing", answer.sharing, Tone.PLAIN),
            ("pairs-apart", answer.apart, Tone.PLAIN),
        )
        if count
    ]
    return headline(total, parts, words)


def _table(answer: Overlaps, language: str, words: Words) -> Table:
    comma = words("list-comma")

    def topics(found: Sequence[str], tone: Tone) -> Line:
        if not found:
            return plain("")
        return plain(words("counted", count=len(found), topics=comma.join(found)), tone)

    rows = tuple(
        (
            plain(words.joined([name_of(role, language) for role in (each.first, each.second)])),
            topics(_contested(each, language, words), Tone.CONFLICT),
            topics(_names(each.shared, language), Tone.PLAIN),
            plain(_command(each, answer), Tone.MUTED),
        )
        for each in answer.pairs
    )
    columns = (
        Column(words("pair"), least=24),
        Column(words("contested-topics"), least=20),
        Column(words("shared-topics"), least=20),
        Column(words("compare-by"), labelled=False),
    )
    return Table(columns, (Group((), rows),))


def _contested(each: Overlap, language: str, words: Words) -> list[str]:
    shown = _names(each.contested, language)
    for index, standing in enumerate(each.contested):
        if standing.accepted is not None:
            shown[index] = words(
                "topic-accepted", topic=shown[index], until=standing.accepted.until
            )
    return shown


def _names(standings: Sequence[Standing], language: str) -> list[str]:
    return [pick(each.topic.name.texts, language) for each in standings]


def _command(each: Overlap, answer: Overlaps) -> str:
    words = ["rolecmp", "compare", each.first.id, each.second.id]
    if answer.asked_of is not None:
        words += ["--roles", answer.asked_of]
    return shlex.join(words)


def _rows(answer: Overlaps, language: str) -> Iterable[list[str]]:
    words = Words(language)
    contested, shared = words("contested-topics"), words("shared-topics")
    yield [
        *map(words, ("role-ids", "role", "other-role-id", "other-role")),
        words("count-of", what=contested),
        words("ids-of", what=contested),
        contested,
        words("count-of", what=shared),
        words("ids-of", what=shared),
        shared,
        words("compare-by"),
    ]
    comma = words("list-comma")
    for each in answer.pairs:
        yield [
            each.first.id,
            name_of(each.first, language),
            each.second.id,
            name_of(each.second, language),
            str(len(each.contested)),
            " ".join(one.topic.id for one in each.contested),
            comma.join(_contested(each, language, words)),
            str(len(each.shared)),
            " ".join(one.topic.id for one in each.shared),
            comma.join(_names(each.shared, language)),
            _command(each, answer),
        ]


def _value(answer: Overlaps) -> Value:
    roles = {role.id: role for each in answer.pairs for role in (each.first, each.second)}
    topics = {one.topic.id: one for each in answer.pairs for one in each.contested + each.shared}
    return {
        "role": role_value(answer.role) if answer.role else None,
        "roles": [role_value(roles[key]) for key in answer.catalog.roles if key in roles],
        "topics": [standing_value(topics[key]) for key in answer.catalog.topics if key in topics],
        "pairs": [
            {
                "roles": [each.first.id, each.second.id],
                "contested": [one.topic.id for one in each.contested],
                "shared": [one.topic.id for one in each.shared],
            }
            for each in answer.pairs
        ],
        "total": answer.meeting,
        "counts": {
            "contested": answer.contested,
            "shared": answer.sharing,
            "apart": answer.apart,
        },
    }


OVERLAPS = Presenter("overlaps", _report, _rows, _value)
