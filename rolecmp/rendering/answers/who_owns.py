"""How the owners of topics are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolecmp.definitions.model import INITIALS, pick
from rolecmp.questions.standing import State, count
from rolecmp.rendering.answers.standing import (
    STATE_TONES,
    count_spans,
    standing_value,
    state_line,
)
from rolecmp.rendering.answers.values import Value, place_value
from rolecmp.rendering.report import (
    Block,
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
    footer,
    name_of,
    plain,
    position,
)
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog
    from rolecmp.questions.standing import Standing
    from rolecmp.questions.who_owns import Evidence, Overview, Owners


def _report(answer: Owners, language: str) -> Report:
    words = Words(language)
    source = footer(answer.catalog, language, words)
    blocks: list[Block] = []
    several = len(answer.topics) > 1
    for standing, evidence in answer.topics:
        name = pick(standing.topic.name.texts, language)
        blocks.append(Paragraph(_verdict(standing, name if several else "", language, words)))
        if standing.accepted is not None:
            reason = pick(standing.accepted.texts, language)
            blocks.append(Paragraph(plain(words("accepted", reason=reason))))
        if evidence:
            blocks.append(_evidence(evidence, answer.catalog, language, words))
    title = words("who-owns") if several else name
    return Report(title, tuple(blocks), source, language)


def _verdict(standing: Standing, topic: str, language: str, words: Words) -> Line:
    owners = words.joined([name_of(role, language) for role in standing.owners])
    if standing.state is State.OWNED:
        text = words("is-owned", owner=owners)
    elif standing.state is State.CONTESTED:
        text = words("is-contested", owners=owners)
    elif standing.state is State.UNDECIDED:
        involved = [name_of(role, language) for role, _ in standing.others]
        text = words("is-undecided", roles=words.joined(involved), count=len(involved))
    else:
        text = words("is-unowned")
    tone = Tone.OWNER if standing.settled else STATE_TONES[standing.state]
    if not topic:
        return plain(text, tone)
    before, after = words.around("verdict-of", "topic")
    return (Span(before + topic, Tone.STRONG), Span(after), Span(text, tone))


def _evidence(evidence: Sequence[Evidence], catalog: Catalog, language: str, words: Words) -> Table:
    def row(each: Evidence) -> tuple[Line, ...]:
        letter = each.claim.letter
        tone = Tone.OWNER if letter == "accountable" else Tone.PLAIN
        return (
            (Span(f"{INITIALS[letter]} {words(letter)}", tone),),
            plain(name_of(each.role, language), tone),
            plain(pick(each.statement.texts, language)),
            plain(dimension_of(catalog, each.dimension, language, words), Tone.MUTED),
            position(each.role.path, each.statement.line),
        )

    columns = (
        Column(words("involvement")),
        Column(words("role")),
        Column(words("statement"), least=32, labelled=False),
        Column(words("dimension"), labelled=False),
        Column(words("where"), labelled=False),
    )
    rows = tuple(row(each) for each in evidence)
    return Table(columns, (Group((), rows),), lead=2)


def _overview_report(answer: Overview, language: str) -> Report:
    words = Words(language)
    counts = count(answer.topics)
    line = [Span(words("owners-settled", count=counts[State.OWNED], total=len(answer.topics)))]
    if others := count_spans(counts, words, list(State)[1:]):
        line += [Span(words("count-comma")), *others]
    rows = tuple(
        (plain(topic), plain(owners), state_line(each, words), plain(others))
        for each, topic, owners, others in _overview_cells(answer, language, words)
    )
    columns = (
        Column(words("topic"), least=14),
        Column(words("owner"), least=16),
        Column(words("state"), least=10),
        Column(words("others"), least=14),
    )
    table = Table(columns, (Group((), rows),))
    source = footer(answer.catalog, language, words)
    return Report(words("who-owns"), (Paragraph(tuple(line)), table), source, language)


def _overview_cells(
    answer: Overview, language: str, words: Words
) -> Iterator[tuple[Standing, str, str, str]]:
    names = {key: name_of(role, language) for key, role in answer.catalog.roles.items()}
    comma = words("list-comma")
    for each in answer.topics:
        owners = comma.join([names[role.id] for role in each.owners])
        others = comma.join([names[role.id] for role, _ in each.others])
        yield each, pick(each.topic.name.texts, language), owners, others


def _overview_rows(answer: Overview, language: str) -> Iterator[list[str]]:
    words = Words(language)
    yield [words(key) for key in ("topic", "owner", "state", "others")]
    for each, topic, owners, others in _overview_cells(answer, language, words):
        yield [topic, owners, words(each.state.value), others]


def _overview_value(answer: Overview) -> Value:
    return {
        "settled": answer.settled,
        "topics": [
            {
                **standing_value(each),
                "others": {role.id: list(letters) for role, letters in each.others},
            }
            for each in answer.topics
        ],
    }


def _rows(answer: Owners, language: str) -> Iterator[list[str]]:
    words = Words(language)
    yield [
        words(key)
        for key in ("topic", "state", "involvement", "role", "statement", "dimension", "where")
    ]
    for standing, evidence in answer.topics:
        start = [pick(standing.topic.name.texts, language), words(standing.state.value)]
        if not evidence:
            yield [*start, "", "", "", "", ""]
        for each in evidence:
            yield [
                *start,
                words(each.claim.letter),
                pick(each.role.name.texts, language),
                pick(each.statement.texts, language),
                dimension_of(answer.catalog, each.dimension, language, words),
                f"{each.role.path}:{each.statement.line}",
            ]


def _evidence_value(each: Evidence) -> Value:
    return {
        "role": each.role.id,
        "letter": each.claim.letter,
        "dimension": each.dimension,
        "text": dict(each.statement.texts),
        "position": place_value(each.role.path, each.statement),
        "letter_position": place_value(each.role.path, each.claim),
    }


def _value(answer: Owners) -> Value:
    return {
        "settled": answer.settled,
        "topics": [
            {
                **standing_value(standing),
                "evidence": [_evidence_value(each) for each in evidence],
            }
            for standing, evidence in answer.topics
        ],
    }


OWNERS = Presenter("who-owns", _report, _rows, _value)
OVERVIEW = Presenter("owners", _overview_report, _overview_rows, _overview_value)
