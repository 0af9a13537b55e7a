"""How the owners of topics are shown."""

from __future__ import annotations

from collections.abc import Iterable

from rolecmp.definitions.model import INITIALS, Catalog, pick
from rolecmp.questions.who_owns import (
    Evidence,
    Overview,
    OverviewRow,
    Owners,
    Ownership,
    State,
)
from rolecmp.rendering.answers.values import Value, place_value, topic_value
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
)
from rolecmp.words import Words


def _report(answer: Owners, language: str) -> Report:
    words = Words(language)
    source = footer(answer.catalog, language, words)
    blocks: list[Block] = []
    several = len(answer.topics) > 1
    for ownership in answer.topics:
        name = pick(ownership.topic.name.texts, language)
        blocks.append(Paragraph(_verdict(ownership, name if several else "", language, words)))
        if ownership.accepted is not None:
            reason = pick(ownership.accepted.texts, language)
            blocks.append(Paragraph(plain(words("accepted", reason=reason))))
        if ownership.evidence:
            blocks.append(_evidence(ownership, answer.catalog, language, words))
    title = words("who-owns") if several else pick(answer.topics[0].topic.name.texts, language)
    return Report(title, tuple(blocks), source, language)


STATE_TONES = {
    State.OWNED: Tone.PLAIN,
    State.CONTESTED: Tone.CONFLICT,
    State.UNDECIDED: Tone.GAP,
    State.UNOWNED: Tone.GAP,
}


def _verdict(ownership: Ownership, topic: str, language: str, words: Words) -> Line:
    owners = words.joined([name_of(role, language) for role in ownership.owners])
    if ownership.state is State.OWNED:
        text = words("is-owned", owner=owners)
    elif ownership.state is State.CONTESTED:
        text = words("is-contested", owners=owners)
    elif ownership.state is State.UNDECIDED:
        involved = dict.fromkeys(name_of(each.role, language) for each in ownership.evidence)
        names = words.joined(list(involved))
        text = words("is-undecided", roles=names, count=len(involved))
    else:
        text = words("is-unowned")
    owned = ownership.state is State.OWNED
    verdict = Span(text, Tone.OWNER if owned else STATE_TONES[ownership.state])
    if not topic:
        return (verdict,)
    before, after = words.around("verdict-of", "topic")
    return (Span(before + topic, Tone.STRONG), Span(after), verdict)


def _evidence(ownership: Ownership, catalog: Catalog, language: str, words: Words) -> Table:
    def row(each: Evidence) -> tuple[Line, ...]:
        letter = each.claim.letter
        tone = Tone.OWNER if letter == "accountable" else Tone.PLAIN
        return (
            (Span(f"{INITIALS[letter]} {words(letter)}", tone),),
            plain(name_of(each.role, language), tone),
            plain(pick(each.statement.texts, language)),
            plain(dimension_of(catalog, each.dimension, language, words), Tone.MUTED),
            plain(f"{each.role.path}:{each.statement.line}", Tone.MUTED),
        )

    columns = (
        Column(words("involvement")),
        Column(words("role")),
        Column(words("statement"), least=32, labelled=False),
        Column(words("dimension"), labelled=False),
        Column(words("where"), labelled=False),
    )
    rows = tuple(row(each) for each in ownership.evidence)
    return Table(columns, (Group((), rows),), lead=2)


def _overview_report(answer: Overview, language: str) -> Report:
    words = Words(language)
    counts = {state: sum(each.state is state for each in answer.topics) for state in State}
    line = [
        Span(words("owners-settled", count=counts[State.OWNED], total=len(answer.topics))),
    ]
    for state, key in (
        (State.CONTESTED, "count-contested"),
        (State.UNDECIDED, "count-undecided"),
        (State.UNOWNED, "count-unowned"),
    ):
        if counts[state]:
            line.append(Span(words("count-comma")))
            line.append(Span(words(key, count=counts[state]), STATE_TONES[state]))
    rows = tuple(
        (
            plain(topic),
            plain(owners),
            standing(each.state, words, accepted=each.accepted is not None),
            plain(others),
        )
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


def standing(state: State, words: Words, *, accepted: bool) -> Line:
    """Say how a topic stands, and whether that is known and meant."""
    said = words(state.value)
    if accepted:
        said = words("state-accepted", state=said)
    return plain(said, STATE_TONES[state])


def _overview_cells(
    answer: Overview, language: str, words: Words
) -> Iterable[tuple[OverviewRow, str, str, str]]:
    names = {key: name_of(role, language) for key, role in answer.catalog.roles.items()}
    comma = words("list-comma")
    for each in answer.topics:
        owners = comma.join([names[role.id] for role in each.owners])
        others = comma.join([names[role.id] for role, _ in each.others])
        yield each, pick(each.topic.name.texts, language), owners, others


def _overview_rows(answer: Overview, language: str) -> Iterable[list[str]]:
    words = Words(language)
    yield [words(key) for key in ("topic", "owner", "state", "others")]
    for each, topic, owners, others in _overview_cells(answer, language, words):
        yield [topic, owners, words(each.state.value), others]


def _overview_value(answer: Overview) -> Value:
    return {
        "settled": answer.settled,
        "topics": [
            {
                **topic_value(each.topic),
                "state": each.state.value,
                "owners": [role.id for role in each.owners],
                "others": {role.id: list(letters) for role, letters in each.others},
                "accepted": dict(each.accepted.texts) if each.accepted else None,
            }
            for each in answer.topics
        ],
    }


def _rows(answer: Owners, language: str) -> Iterable[list[str]]:
    words = Words(language)
    yield [
        words(key)
        for key in ("topic", "state", "involvement", "role", "statement", "dimension", "where")
    ]
    for ownership in answer.topics:
        start = [
            pick(ownership.topic.name.texts, language),
            words(ownership.state.value),
        ]
        if not ownership.evidence:
            yield [*start, "", "", "", "", ""]
        for each in ownership.evidence:
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


def _ownership_value(each: Ownership) -> Value:
    return {
        **topic_value(each.topic),
        "state": each.state.value,
        "owners": [role.id for role in each.owners],
        "accepted": dict(each.accepted.texts) if each.accepted else None,
        "evidence": [_evidence_value(one) for one in each.evidence],
    }


def _value(answer: Owners) -> Value:
    return {
        "settled": answer.settled,
        "topics": [_ownership_value(each) for each in answer.topics],
    }


OWNERS = Presenter("who-owns", _report, _rows, _value)
OVERVIEW = Presenter("owners", _overview_report, _overview_rows, _overview_value)
