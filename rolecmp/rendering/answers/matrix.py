"""How the responsibility matrix is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.model import INITIALS, Role, pick
from rolecmp.questions.standing import State
from rolecmp.rendering.answers.standing import (
    ACCEPTED_COLUMNS,
    accepted_cells,
    count_spans,
    group_name,
    group_titles,
    standing_value,
    state_line,
    unseen,
)
from rolecmp.rendering.answers.values import Value, role_value
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
    joined,
    name_of,
    plain,
)
from rolecmp.visible import width_of
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.questions.matrix import Matrix

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
    spans = count_spans(answer.counts, words)
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
    topics = [row.standing.topic for row in answer.rows]
    # Whoever asks what of a few roles is shared or contested asks with whom.
    with_whom = bool(answer.only) and len(answer.roles) < len(answer.catalog.roles)
    titles = group_titles(topics, answer.catalog, language, words)
    for title, row in zip(titles, answer.rows, strict=True):
        standing = row.standing
        known = contested if standing.state is State.CONTESTED else settled
        for letters in set(row.letters) - known.keys():
            known[letters] = _cell(letters, standing.state)
        name = pick(standing.topic.name.texts, language)
        mark = () if standing.settled else state_line(standing, words)
        if with_whom and (others := unseen(standing, answer.roles, language, words)):
            mark = joined([mark, others] if mark else [others], words("list-semicolon"))
        rows.append(GridRow(name, mark, tuple(map(known.__getitem__, row.letters)), title))
    totals = (
        Total(words("owns"), tuple(str(total.accountable) for total in answer.totals)),
        Total(words("does"), tuple(str(total.responsible) for total in answer.totals)),
    )
    title = words("finding-and-others" if with_whom else "finding")
    return Grid(words("topic"), words("role"), heads, title, tuple(rows), totals, EMPTY)


def _cell(letters: tuple[str, ...], state: State) -> Line:
    return initials_of(letters, contested=state is State.CONTESTED)


def short_name(role: Role) -> str:
    """Return the shortest word that a role answers to: its id, or an alias typed as one word."""
    words = [alias.name for alias in role.aliases if alias.name.isascii() and " " not in alias.name]
    return min([role.id, *words], key=width_of)


def _legend(answer: Matrix, words: Words) -> str:
    legend = words("legend-matrix", legend=words("legend"))
    if answer.counts[State.CONTESTED]:
        legend = words("legend-contested", legend=legend)
    if any(row.standing.accepted is not None for row in answer.rows):
        legend = words("legend-accepted", legend=legend)
    whole = len(answer.rows) == len(answer.catalog.topics)
    return words("legend-totals-all" if whole else "legend-totals-shown", legend=legend)


def _rows(answer: Matrix, language: str) -> Iterator[list[str]]:
    words = Words(language)
    heads = [f"{name_of(role, language)} ({role.id})" for role in answer.roles]
    yield [
        *map(words, ("topic-id", "topic", "group")),
        *heads,
        *map(words, ("state", *ACCEPTED_COLUMNS)),
    ]
    for standing, letters in answer.rows:
        yield [
            standing.topic.id,
            pick(standing.topic.name.texts, language),
            group_name(standing.topic, answer.catalog, language),
            *[" ".join([INITIALS[letter] for letter in held]) for held in letters],
            words(standing.state.value),
            *accepted_cells(standing.accepted, language),
        ]


def _value(answer: Matrix) -> Value:
    return {
        "groups": [
            {"id": key, "name": dict(name.texts)} for key, name in answer.catalog.groups.items()
        ],
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
                **standing_value(row.standing),
                "group": row.standing.topic.group,
                "involved": row.standing.involved,
                # Only the roles that have a letter: most of a large matrix is empty.
                "letters": {
                    role.id: list(letters)
                    for role, letters in zip(answer.roles, row.letters, strict=True)
                    if letters
                },
            }
            for row in answer.rows
        ],
        "counts": {state.value: number for state, number in answer.counts.items()},
    }


MATRIX = Presenter("matrix", _report, _rows, _value)
