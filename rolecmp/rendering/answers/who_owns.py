"""How the owners of topics are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rolecmp.definitions.model import INITIALS, pick
from rolecmp.questions.standing import State, count
from rolecmp.rendering.answers.standing import (
    ACCEPTED_COLUMNS,
    STATE_TONES,
    accepted_cells,
    accepted_text,
    count_spans,
    group_name,
    group_titles,
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
            said = accepted_text(standing.accepted, answer.catalog, language, words)
            blocks.append(Paragraph(plain(said)))
        if standing.lapsed is not None:
            why = words.say(standing.lapsed)
            blocks.append(Paragraph(plain(words("not-accepted", why=why), Tone.GAP)))
        if evidence:
            blocks.append(_evidence(evidence, answer.catalog, language, words))
        blocks += [Paragraph(plain(said)) for said in _asks(standing, language, words)]
    title = words("who-owns") if several else name
    return Report(title, tuple(blocks), source, language)


def _asks(standing: Standing, language: str, words: Words) -> Iterator[str]:
    """Yield whom to ask: as the topic says, else as its owners say."""
    if standing.topic.ask is not None:
        yield words("ask-whom", ask=standing.topic.ask.text)
        return
    for role in standing.owners:
        if role.ask is not None:
            yield words("ask-role", role=name_of(role, language), ask=role.ask.text)


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
            _sentence(each, language, words),
            plain(_dimension(each, catalog, language, words), Tone.MUTED),
            position(each.role.path, _line(each)),
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


def _sentence(each: Evidence, language: str, words: Words) -> Line:
    if each.statement is None:
        return plain(words("no-sentence"), Tone.GAP)
    return plain(pick(each.statement.texts, language))


def _dimension(each: Evidence, catalog: Catalog, language: str, words: Words) -> str:
    return dimension_of(catalog, each.dimension, language, words) if each.dimension else ""


def _line(each: Evidence) -> int:
    return (each.statement or each.claim).line


def _overview_report(answer: Overview, language: str) -> Report:
    words = Words(language)
    counts = count(answer.topics)
    line = [Span(words("owners-settled", count=counts[State.OWNED], total=len(answer.topics)))]
    if others := count_spans(counts, words, list(State)[1:]):
        line += [Span(words("count-comma")), *others]

    def row(each: Standing) -> tuple[Line, ...]:
        owners, others = _names(each, language, words)
        name = pick(each.topic.name.texts, language)
        return plain(name), plain(owners), state_line(each, words), plain(others)

    titles = group_titles((each.topic for each in answer.topics), answer.catalog, language, words)
    groups = tuple(
        Group(plain(title, Tone.STRONG) if title else (), tuple(row(each) for _, each in found))
        for title, found in groupby(
            zip(titles, answer.topics, strict=True), key=lambda titled: titled[0]
        )
    )
    columns = (
        Column(words("topic"), least=14),
        Column(words("owner"), least=14),
        Column(words("state"), least=10),
        Column(words("others"), least=12),
    )
    table = Table(columns, groups, group_title=words("group"))
    source = footer(answer.catalog, language, words)
    return Report(words("who-owns"), (Paragraph(tuple(line)), table), source, language)


def _names(each: Standing, language: str, words: Words) -> tuple[str, str]:
    """Return the names of a topic's owners and of the others."""
    comma = words("list-comma")
    owners = comma.join([name_of(role, language) for role in each.owners])
    return owners, comma.join([name_of(role, language) for role, _ in each.others])


def _overview_rows(answer: Overview, language: str) -> Iterator[list[str]]:
    words = Words(language)
    heads = ("topic-id", "topic", "group", "owner-id", "owner", "state", "others")
    yield [words(key) for key in (*heads, *ACCEPTED_COLUMNS)]
    for each in answer.topics:
        owners, others = _names(each, language, words)
        yield [
            each.topic.id,
            pick(each.topic.name.texts, language),
            group_name(each.topic, answer.catalog, language),
            " ".join(role.id for role in each.owners),
            owners,
            words(each.state.value),
            others,
            *accepted_cells(each.accepted, language),
        ]


def _overview_value(answer: Overview) -> Value:
    return {
        "settled": answer.settled,
        "topics": [
            {
                **standing_value(each),
                "group": each.topic.group,
                "others": {role.id: list(letters) for role, letters in each.others},
            }
            for each in answer.topics
        ],
    }


def _rows(answer: Owners, language: str) -> Iterator[list[str]]:
    words = Words(language)
    topic = ("topic-id", "topic", "state", *ACCEPTED_COLUMNS)
    evidence_of = ("involvement", "role-ids", "role", "statement", "dimension", "where")
    yield [words(key) for key in (*topic, *evidence_of)]
    for standing, evidence in answer.topics:
        start = [
            standing.topic.id,
            pick(standing.topic.name.texts, language),
            words(standing.state.value),
            *accepted_cells(standing.accepted, language),
        ]
        if not evidence:
            yield [*start, *[""] * len(evidence_of)]
        for each in evidence:
            yield [
                *start,
                words(each.claim.letter),
                each.role.id,
                pick(each.role.name.texts, language),
                "".join(span.text for span in _sentence(each, language, words)),
                _dimension(each, answer.catalog, language, words),
                f"{each.role.path}:{_line(each)}",
            ]


def _evidence_value(each: Evidence) -> Value:
    return {
        "role": each.role.id,
        "letter": each.claim.letter,
        "dimension": each.dimension or None,
        "text": dict(each.statement.texts) if each.statement else None,
        "position": place_value(each.role.path, each.statement or each.claim),
        "letter_position": place_value(each.role.path, each.claim),
    }


def _value(answer: Owners) -> Value:
    return {
        "settled": answer.settled,
        "topics": [
            {
                **standing_value(standing),
                "ask": standing.topic.ask.text if standing.topic.ask else None,
                "evidence": [_evidence_value(each) for each in evidence],
            }
            for standing, evidence in answer.topics
        ],
    }


OWNERS = Presenter("who-owns", _report, _rows, _value)
OVERVIEW = Presenter("owners", _overview_report, _overview_rows, _overview_value)
