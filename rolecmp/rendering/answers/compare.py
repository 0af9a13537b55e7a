"""How a comparison is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rolecmp.definitions.model import INITIALS, pick
from rolecmp.questions.compare import Comparison, Standing, TopicRow
from rolecmp.rendering.answers.values import (
    Value,
    dimension_value,
    pair_value,
    role_value,
    statement_value,
    summary_value,
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
    SideBySide,
    Span,
    Table,
    Tone,
    footer,
    initials_of,
    name_of,
    plain,
)
from rolecmp.words import Words


def _report(answer: Comparison, language: str) -> Report:
    words = Words(language)
    catalog = answer.catalog
    names = {role.id: name_of(role, language) for role in answer.roles}
    blocks: list[Block] = []
    several = len(answer.roles) > 2
    for pair in answer.pairs:
        if pair.difference is None:
            continue
        contrast = pick(pair.difference.texts, language)
        if several:
            both = words.joined([names[each] for each in pair.roles])
            contrast = words("contrast-of", roles=both, text=contrast)
        blocks.append(Paragraph(plain(contrast)))
    blocks.append(Paragraph(_headline(answer, names, words)))
    sections = [
        (
            pick(catalog.dimensions[section.dimension].texts, language),
            tuple(
                tuple(plain(pick(statement.texts, language)) for statement in statements)
                for statements in section.statements
            ),
        )
        for section in answer.sections
    ]
    if not answer.restricted and any(role.summary for role in answer.roles):
        summaries = tuple(
            (plain(pick(role.summary.texts, language)),) if role.summary else ()
            for role in answer.roles
        )
        sections.insert(0, (words("summary"), summaries))
    heads = tuple(names.values())
    blocks.append(SideBySide(words("dimension"), heads, tuple(sections), words("not-described")))
    if answer.topics:
        blocks.append(_topic_table(answer, names, language, words))
        legend = words("legend")
        if answer.count(Standing.CONTESTED):
            legend = words("legend-contested", legend=legend)
        if any(row.only for row in answer.topics):
            legend = words("legend-single", legend=legend)
        blocks.append(Paragraph(plain(legend, Tone.MUTED)))
    for pair in answer.pairs:
        if answer.restricted or not pair.together:
            continue
        lead = words("together")
        if several:
            lead = words("together-of", roles=words.joined([names[each] for each in pair.roles]))
        items = tuple(plain(pick(text.texts, language)) for text in pair.together)
        blocks.append(Bullets(lead, items))
    title = words.joined(list(heads))
    return Report(title, tuple(blocks), footer(catalog, language, words), language)


def _headline(answer: Comparison, names: Mapping[str, str], words: Words) -> Line:
    if not answer.topics:
        return plain(words("no-topics"))
    parts: list[Span] = []
    contested = answer.count(Standing.CONTESTED)
    parts.append(
        Span(words("count-contested", count=contested), Tone.CONFLICT if contested else Tone.PLAIN)
    )
    parts.append(Span(words("count-shared", count=answer.count(Standing.SHARED))))
    for key, name in names.items():
        count = answer.count(Standing.SINGLE, key)
        if count:
            parts.append(Span(words("count-single", count=count, role=name)))
    total, before, after = words.around("headline", "total", "parts")
    line = [Span(total + words("count-topics", count=len(answer.topics)) + before)]
    for place, part in enumerate(parts):
        line += [Span(words("count-comma")), part] if place else [part]
    return (*line, Span(after)) if after else tuple(line)


def _topic_table(
    answer: Comparison, names: Mapping[str, str], language: str, words: Words
) -> Table:
    def row(each: TopicRow) -> tuple[Line, ...]:
        topic = pick(each.topic.name.texts, language)
        return (plain(topic), *(initials_of(letters) for letters in each.letters))

    groups: list[Group] = []
    for standing, only, title, tone in (
        (Standing.CONTESTED, None, words("Contested"), Tone.CONFLICT),
        (Standing.SHARED, None, words("Shared"), Tone.STRONG),
        *(
            (Standing.SINGLE, key, words("Single", role=name), Tone.STRONG)
            for key, name in names.items()
        ),
    ):
        rows = tuple(
            row(each) for each in answer.topics if each.standing is standing and each.only == only
        )
        if rows:
            groups.append(Group(plain(title, tone), rows))
    columns = (Column(words("topic"), least=16), *(Column(name) for name in names.values()))
    return Table(columns, tuple(groups), words("topics"), words("standing"))


def _rows(answer: Comparison, language: str) -> Iterable[list[str]]:
    words = Words(language)
    names = [pick(role.name.texts, language) for role in answer.roles]
    yield [words("section"), words("item"), *names]
    nothing = words("not-described")
    if not answer.restricted and any(role.summary for role in answer.roles):
        yield [
            words("summary"),
            "",
            *(
                pick(role.summary.texts, language) if role.summary else nothing
                for role in answer.roles
            ),
        ]
    for section in answer.sections:
        title = pick(answer.catalog.dimensions[section.dimension].texts, language)
        for number in range(max(1, *(len(each) for each in section.statements))):
            cells = []
            for statements in section.statements:
                if not statements and number == 0:
                    cells.append(nothing)
                else:
                    known = number < len(statements)
                    cells.append(pick(statements[number].texts, language) if known else "")
            yield [title, str(number + 1), *cells]
    by_id = dict(zip((role.id for role in answer.roles), names, strict=True))
    for row in answer.topics:
        title = words("contested" if row.standing is Standing.CONTESTED else "shared")
        if row.only is not None:
            title = words("single", role=by_id[row.only])
        letters = [" ".join(INITIALS[letter] for letter in each) for each in row.letters]
        yield [title, pick(row.topic.name.texts, language), *letters]
    for pair in answer.pairs:
        contrast = [(words("contrast"), pair.difference)] if pair.difference else []
        for title, text in contrast + [(words("together"), text) for text in pair.together]:
            shown = pick(text.texts, language)
            cells = [shown if role.id in pair.roles else "" for role in answer.roles]
            yield [title, "", *cells]


def _value(answer: Comparison) -> Value:
    return {
        "roles": [{**role_value(role), "summary": summary_value(role)} for role in answer.roles],
        "pairs": [pair_value(pair) for pair in answer.pairs],
        "dimensions": [
            {
                **dimension_value(answer.catalog, section.dimension),
                "statements": {
                    role.id: [statement_value(role, each) for each in statements] or None
                    for role, statements in zip(answer.roles, section.statements, strict=True)
                },
            }
            for section in answer.sections
        ],
        "topics": [
            {
                **topic_value(row.topic),
                "standing": row.standing.value,
                "letters": {
                    role.id: list(letters)
                    for role, letters in zip(answer.roles, row.letters, strict=True)
                },
            }
            for row in answer.topics
        ],
        "counts": {
            "contested": answer.count(Standing.CONTESTED),
            "shared": answer.count(Standing.SHARED),
            "single": {role.id: answer.count(Standing.SINGLE, role.id) for role in answer.roles},
        },
    }


COMPARISON = Presenter("compare", _report, _rows, _value)
