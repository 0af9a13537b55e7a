"""How roles of several catalogs are shown side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rolecmp.definitions.model import INITIALS, Statement, pick
from rolecmp.questions.compare_versions import Likeness, VersionRow, Versions
from rolecmp.rendering.answers.values import (
    Value,
    catalog_value,
    dimension_value,
    role_value,
    statement_value,
    summary_value,
    topic_value,
)
from rolecmp.rendering.report import (
    Block,
    Column,
    Group,
    Line,
    Paragraph,
    Presenter,
    Report,
    SideBySide,
    Table,
    Tone,
    headline,
    initials_of,
    name_of,
    plain,
)
from rolecmp.words import Words


def _heads(answer: Versions, language: str, words: Words) -> list[str]:
    """Tell the columns apart: a role's name, and the catalog it is from."""
    return [
        words(
            "catalog-place",
            title=name_of(each.role, language),
            place=each.source or words("this-folder"),
        )
        for each in answer.columns
    ]


def _summaries(answer: Versions) -> list[Statement | None]:
    if answer.restricted or not any(each.role.summary for each in answer.columns):
        return []
    return [each.role.summary for each in answer.columns]


def _report(answer: Versions, language: str) -> Report:
    words = Words(language)
    heads = _heads(answer, language, words)
    blocks: list[Block] = [Paragraph(_headline(answer, heads, words))]
    sections = [
        (
            plain(pick(answer.catalog.dimensions[section.dimension].texts, language), Tone.STRONG),
            tuple(
                tuple(plain(pick(statement.texts, language)) for statement in statements)
                for statements in section.statements
            ),
        )
        for section in answer.sections
    ]
    summaries = _summaries(answer)
    if summaries:
        cells = tuple((plain(pick(each.texts, language)),) if each else () for each in summaries)
        sections.insert(0, (plain(words("summary"), Tone.STRONG), cells))
    blocks.append(
        SideBySide(words("dimension"), tuple(heads), tuple(sections), words("not-described"))
    )
    if answer.topics:
        groups = tuple(
            Group(plain(title, tone), tuple(_cells(row, language) for row in rows))
            for title, tone, rows in _groups(answer, heads, words)
        )
        columns = (Column(words("topic"), least=16), *(Column(head) for head in heads))
        blocks.append(Table(columns, groups, words("topics"), words("standing")))
        blocks.append(
            Paragraph(plain(words("legend-versions", legend=words("legend")), Tone.MUTED))
        )
    places = []
    for each in answer.columns:
        catalog = each.catalog
        titled = words(
            "catalog-place",
            title=pick(catalog.title.texts, language) if catalog.title else words("catalog-itself"),
            place=words("built-in") if catalog.builtin else catalog.folder or words("this-folder"),
        )
        if titled not in places:
            places.append(titled)
    footer = words("label", name=words("catalogs-used")) + words("list-semicolon").join(places)
    return Report(words.joined(heads), tuple(blocks), footer, language)


def _headline(answer: Versions, heads: Sequence[str], words: Words) -> Line:
    if not answer.topics:
        return plain(words("no-topics"))
    parts = [
        words("count-different", count=answer.count(Likeness.DIFFERENT)),
        *(
            words("count-single", count=count, role=head)
            for index, head in enumerate(heads)
            if (count := answer.count(Likeness.ONE, index))
        ),
        words("count-same", count=answer.count(Likeness.SAME)),
    ]
    return headline(words("count-topics", count=len(answer.topics)), map(plain, parts), words)


def _cells(row: VersionRow, language: str) -> tuple[Line, ...]:
    topic = plain(pick(row.topic.name.texts, language))
    return (topic, *(initials_of(letters) for letters in row.letters))


def _groups(
    answer: Versions, heads: Sequence[str], words: Words
) -> Iterator[tuple[str, Tone, list[VersionRow]]]:
    kinds = [
        (Likeness.DIFFERENT, None, words("different")),
        *((Likeness.ONE, index, words("Single", role=head)) for index, head in enumerate(heads)),
        (Likeness.SAME, None, words("same")),
    ]
    for likeness, only, title in kinds:
        rows = [row for row in answer.topics if row.likeness is likeness and row.only == only]
        if rows:
            yield title, Tone.STRONG, rows


def _rows(answer: Versions, language: str) -> Iterable[list[str]]:
    words = Words(language)
    heads = _heads(answer, language, words)
    ids = [
        f"{name_of(each.role, language)} ({each.role.id}{each.source and f'@{each.source}'})"
        for each in answer.columns
    ]
    yield [*map(words, ("section", "topic-id", "item")), *ids]
    nothing = words("not-described")
    summaries = _summaries(answer)
    if summaries:
        cells = [pick(each.texts, language) if each else nothing for each in summaries]
        yield [words("summary"), "", "", *cells]
    for section in answer.sections:
        title = pick(answer.catalog.dimensions[section.dimension].texts, language)
        for number in range(max(1, *(len(each) for each in section.statements))):
            cells = []
            for statements in section.statements:
                known = number < len(statements)
                text = pick(statements[number].texts, language) if known else ""
                cells.append(nothing if not statements and number == 0 else text)
            yield [title, "", str(number + 1), *cells]
    for title, _, rows in _groups(answer, heads, words):
        for row in rows:
            letters = [" ".join(INITIALS[letter] for letter in each) for each in row.letters]
            yield [title, row.topic.id, pick(row.topic.name.texts, language), *letters]


def _value(answer: Versions) -> Value:
    columns = answer.columns
    return {
        "one_role": answer.one_role,
        "columns": [
            {
                "source": each.source,
                "catalog": catalog_value(each.catalog),
                "role": {**role_value(each.role), "summary": summary_value(each.role)},
            }
            for each in columns
        ],
        "dimensions": [
            {
                **dimension_value(answer.catalog, section.dimension),
                "statements": [
                    [statement_value(each.role, one) for one in statements] or None
                    for each, statements in zip(columns, section.statements, strict=True)
                ],
            }
            for section in answer.sections
        ],
        "topics": [
            {
                **topic_value(row.topic),
                "likeness": row.likeness.value,
                "letters": [list(letters) for letters in row.letters],
            }
            for row in answer.topics
        ],
        "counts": {
            "different": answer.count(Likeness.DIFFERENT),
            "one": [answer.count(Likeness.ONE, index) for index in range(len(columns))],
            "same": answer.count(Likeness.SAME),
        },
    }


VERSIONS = Presenter("compare-versions", _report, _rows, _value)
