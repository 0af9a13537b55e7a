"""How the responsibility matrix is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rolecmp.definitions.model import INITIALS, Role, pick
from rolecmp.questions.who_owns import State
from rolecmp.rendering.answers.values import Value, role_value, topic_value
from rolecmp.rendering.answers.who_owns import STATE_TONES, standing
from rolecmp.rendering.report import (
    Block,
    Grid,
    GridRow,
    Head,
    Line,
    Paragraph,
    Presenter,
    Report,
    Span,
    Tone,
    Total,
    footer,
    initials_of,
    name_of,
    plain,
)
from rolecmp.visible import width_of
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.questions.matrix import Matrix, MatrixRow

EMPTY = "·"

KINDS = {"contested": "only-contested", "unowned": "only-unowned", "shared": "only-shared"}
"""What the kinds of topic that a matrix is narrowed down to are called."""


def _report(answer: Matrix, language: str) -> Report:
    words = Words(language)
    blocks: list[Block] = [Paragraph(_headline(answer, words))]
    every = len(answer.catalog.roles)
    if answer.rows:
        if answer.only:
            blocks.append(Paragraph(plain(words("only-topics", kinds=_kinds(answer, words)))))
        if len(answer.roles) < every:
            part = words("roles-of", count=len(answer.roles), total=every)
            blocks.append(Paragraph(plain(part)))
        blocks.append(_grid(answer, language, words))
        blocks.append(Paragraph(plain(_legend(answer, words), Tone.MUTED)))
    source = footer(answer.catalog, language, words)
    return Report(words("matrix"), tuple(blocks), source, language)


def _headline(answer: Matrix, words: Words) -> Line:
    if not answer.rows:
        return plain(_nothing(answer, words))
    every = len(answer.catalog.topics)
    shown = len(answer.rows)
    total = words("count-topics" if shown == every else "topics-of", count=shown, total=every)
    spans: list[Span] = []
    for state, key in (
        (State.OWNED, "count-owned"),
        (State.CONTESTED, "count-contested"),
        (State.UNDECIDED, "count-undecided"),
        (State.UNOWNED, "count-unowned"),
    ):
        count = answer.count(state)
        if count:
            spans += [Span(words("count-comma"))] if spans else []
            spans.append(Span(words(key, count=count), STATE_TONES[state]))
    before, after = words.around("headline", "parts", total=total)
    return (Span(before), *spans, Span(after)) if after else (Span(before), *spans)


def _nothing(answer: Matrix, words: Words) -> str:
    if not answer.considered:
        return words("no-topics")
    key = "none-of-asked" if answer.restricted else "none-of-all"
    return words(key, kinds=_kinds(answer, words))


def _kinds(answer: Matrix, words: Words) -> str:
    kinds = [words(KINDS[kind.value]) for kind in answer.only]
    if len(kinds) == 1:
        return kinds[0]
    return words("or", first=words("list-comma").join(kinds[:-1]), last=kinds[-1])


def _grid(answer: Matrix, language: str, words: Words) -> Grid:
    heads = tuple(Head(name_of(role, language), short_name(role)) for role in answer.roles)
    settled: dict[tuple[str, ...], Line] = {}
    contested: dict[tuple[str, ...], Line] = {}
    rows = []
    for row in answer.rows:
        known = contested if row.state is State.CONTESTED else settled
        for letters in set(row.letters) - known.keys():
            known[letters] = _cell(letters, row.state)
        name = pick(row.topic.name.texts, language)
        rows.append(GridRow(name, _mark(row, words), tuple(map(known.__getitem__, row.letters))))
    totals = (
        Total(words("owns"), tuple(str(total.accountable) for total in answer.totals)),
        Total(words("does"), tuple(str(total.responsible) for total in answer.totals)),
    )
    return Grid(words("topic"), words("role"), heads, words("finding"), tuple(rows), totals, EMPTY)


def _cell(letters: tuple[str, ...], state: State) -> Line:
    line = initials_of(letters)
    if state is not State.CONTESTED:
        return line
    return tuple(
        span._replace(tone=Tone.CONFLICT) if span.tone is Tone.OWNER else span for span in line
    )


def _mark(row: MatrixRow, words: Words) -> Line:
    if row.state is State.OWNED:
        return ()
    return standing(row.state, words, accepted=row.accepted is not None)


def short_name(role: Role) -> str:
    """Give the shortest word that a role answers to: its id, or an alias typed as one word."""
    words = [alias.name for alias in role.aliases if alias.name.isascii() and " " not in alias.name]
    return min([role.id, *words], key=width_of)


def _legend(answer: Matrix, words: Words) -> str:
    legend = words("legend-matrix", legend=words("legend"))
    if answer.count(State.CONTESTED):
        legend = words("legend-contested", legend=legend)
    if any(row.accepted is not None for row in answer.rows):
        legend = words("legend-accepted", legend=legend)
    whole = len(answer.rows) == len(answer.catalog.topics)
    return words("legend-totals-all" if whole else "legend-totals-shown", legend=legend)


def _rows(answer: Matrix, language: str) -> Iterable[list[str]]:
    words = Words(language)
    heads = [name_of(role, language) for role in answer.roles]
    yield [words("topic"), words("state"), words("accepted-column"), *heads]
    for row in answer.rows:
        yield [
            pick(row.topic.name.texts, language),
            words(row.state.value),
            pick(row.accepted.texts, language) if row.accepted else "",
            *[" ".join([INITIALS[letter] for letter in letters]) for letters in row.letters],
        ]
    if answer.rows:
        yield [words("owns"), "", "", *[str(total.accountable) for total in answer.totals]]
        yield [words("does"), "", "", *[str(total.responsible) for total in answer.totals]]


def _value(answer: Matrix) -> Value:
    return {
        "only": [kind.value for kind in answer.only],
        "roles": [
            {
                **role_value(role),
                "totals": {"accountable": total.accountable, "responsible": total.responsible},
            }
            for role, total in zip(answer.roles, answer.totals, strict=True)
        ],
        "topics": [
            {
                **topic_value(row.topic),
                "state": row.state.value,
                "owners": [role.id for role in row.owners],
                "involved": row.involved,
                "accepted": dict(row.accepted.texts) if row.accepted else None,
                # Only the roles that have a letter: most of a large matrix is empty.
                "letters": {
                    role.id: list(letters)
                    for role, letters in zip(answer.roles, row.letters, strict=True)
                    if letters
                },
            }
            for row in answer.rows
        ],
        "counts": {state.value: answer.count(state) for state in State},
    }


MATRIX = Presenter("matrix", _report, _rows, _value)
