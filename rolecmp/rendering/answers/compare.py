"""How a comparison is shown: on one screen, whole, or by topic."""

from __future__ import annotations

from collections.abc import Iterable

from rolecmp.definitions.model import INITIALS, pick
from rolecmp.questions.compare import Comparison, Decision
from rolecmp.rendering.answers.decisions import Teller
from rolecmp.rendering.answers.standing import ACCEPTED_COLUMNS, accepted_cells, standing_value
from rolecmp.rendering.answers.values import (
    Value,
    brief_value,
    dimension_value,
    pair_value,
    role_value,
    statement_value,
    summary_value,
)
from rolecmp.rendering.report import Block, Facts, Presenter, Report, SideBySide, name_of


def _brief(answer: Comparison, language: str) -> Report:
    teller = Teller(answer, language)
    words = teller.words
    sections = [*teller.briefs(), *teller.management()]
    if answer.topics:
        sections.append(teller.decided())
    nothing = words("not-described")
    blocks: list[Block] = [
        *teller.contrasts(),
        SideBySide(words("dimension"), teller.heads, tuple(sections), nothing, bulleted=False),
    ]
    facts = tuple(teller.undecided())
    blocks += [Facts(facts)] if facts else []
    return teller.report(blocks, compact=True, hint=teller.more())


def _full(answer: Comparison, language: str) -> Report:
    teller = Teller(answer, language)
    blocks: list[Block] = [*teller.contrasts(), teller.headline(), teller.sides()]
    return teller.report([*blocks, *teller.topics(), *teller.together()])


def _by_topic(answer: Comparison, language: str) -> Report:
    teller = Teller(answer, language)
    return teller.report([teller.headline(), *teller.by_topic()])


def _rows(answer: Comparison, language: str) -> Iterable[list[str]]:
    teller = Teller(answer, language)
    words = teller.words
    roles = answer.roles
    heads = [f"{name_of(role, language)} ({role.id})" for role in roles]
    owner = ("owner-id", "owner", "others", *ACCEPTED_COLUMNS)
    yield [*map(words, ("section", "topic-id", "item")), *heads, *map(words, owner)]
    nothing = words("not-described")

    def row(section: str, item: str, cells: Iterable[str]) -> list[str]:
        return [section, "", item, *cells, *[""] * len(owner)]

    if not answer.restricted and any(role.summary for role in roles):
        texts = [pick(each.summary.texts, language) if each.summary else nothing for each in roles]
        yield row(words("summary"), "", texts)
    for section in answer.sections:
        title = teller.text(answer.catalog.dimensions[section.dimension])
        briefs = [role.brief.get(section.dimension) for role in roles]
        if any(briefs):
            texts = [teller.text(each) if each else "" for each in briefs]
            yield row(title, words("brief"), texts)
        for number in range(max(1, *(len(each) for each in section.statements))):
            cells = []
            for statements in section.statements:
                known = number < len(statements)
                text = pick(statements[number].texts, language) if known else ""
                cells.append(nothing if not statements and number == 0 else text)
            yield row(title, str(number + 1), cells)
    if answer.managers:
        cells = [words("list-semicolon").join(said) for said in teller.reporting()]
        yield row(words("reporting"), "", cells)
    for each in answer.topics:
        letters = [" ".join(INITIALS[letter] for letter in held) for held in each.letters]
        standing = each.standing
        ids = " ".join(role.id for role in standing.owners)
        owners = words("list-comma").join(name_of(role, language) for role in standing.owners)
        others = "".join(span.text for span in teller.others(each))
        named = [teller.title(each), standing.topic.id, teller.topic(each)]
        yield [*named, *letters, ids, owners, others, *accepted_cells(standing.accepted, language)]
    for pair in answer.pairs:
        contrast = [(words("contrast"), pair.difference)] if pair.difference else []
        for title, said in contrast + [(words("about-the-two"), one) for one in pair.together]:
            shown = teller.text(said)
            yield row(title, "", [shown if role.id in pair.roles else "" for role in roles])


def _value(answer: Comparison) -> Value:
    roles = answer.roles
    shown = {role.id for role in roles}
    return {
        "roles": [
            {**role_value(role), "summary": summary_value(role), **brief_value(role)}
            for role in roles
        ],
        "pairs": [pair_value(pair) for pair in answer.pairs],
        "dimensions": [
            {
                **dimension_value(answer.catalog, section.dimension),
                "statements": {
                    role.id: [statement_value(role, each) for each in statements] or None
                    for role, statements in zip(roles, section.statements, strict=True)
                },
            }
            for section in answer.sections
        ],
        "topics": [
            {
                **standing_value(row.standing),
                "decision": row.decision.value,
                "letters": {
                    role.id: list(letters) for role, letters in zip(roles, row.letters, strict=True)
                },
                "others": {
                    role.id: list(letters)
                    for role, letters in row.standing.others
                    if role.id not in shown
                },
            }
            for row in answer.topics
        ],
        "counts": {
            **{
                each.value: len(answer.decided(each))
                for each in Decision
                if each is not Decision.ONE
            },
            Decision.ONE.value: {
                role.id: len(answer.decided(Decision.ONE, role)) for role in roles
            },
        },
    }


COMPARISON = Presenter("compare", _brief, _rows, _value)
VIEWS = {
    "brief": COMPARISON,
    "full": COMPARISON._replace(report=_full),
    "topic": COMPARISON._replace(report=_by_topic),
}
"""What a comparison is shown as where it is laid out; JSON and CSV hold all of it."""
