"""An answer as CSV that a spreadsheet opens as text, a row a fact."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from rolecmp.definitions.model import INITIALS, SUMMARY, Role, Statement, pick
from rolecmp.questions.comparison import Comparison, Standing
from rolecmp.questions.ownership import Owners
from rolecmp.questions.portrait import Portrait, RoleList
from rolecmp.rendering.labels import Words
from rolecmp.rendering.report import Answer

Row: TypeAlias = "list[str]"

# What spreadsheets take for the start of a formula, half-width and full-width (OWASP, "CSV
# Injection"); an apostrophe before it makes them show the cell as it is.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠|%")


def render_csv(answer: Answer, language: str) -> str:
    """Give any answer as comma-separated values in `language` (RFC 4180).

    It begins with a byte order mark: without one Excel takes Chinese for another encoding.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in _MAKERS[type(answer)](answer, language, Words(language)):
        writer.writerow([_inert(cell) for cell in row])
    return "\ufeff" + out.getvalue()


def _inert(cell: str) -> str:
    return "'" + cell if cell.lstrip(" ").startswith(_FORMULA) else cell


def _comparison(answer: Comparison, language: str, words: Words) -> Iterable[Row]:
    names = [pick(role.name.texts, language) for role in answer.roles]
    yield [words("section"), words("item"), *names]
    if not answer.restricted:
        yield [
            words("summary"),
            "",
            *(pick(role.summary.texts, language) if role.summary else "" for role in answer.roles),
        ]
    for section in answer.sections:
        title = pick(answer.catalog.dimensions[section.dimension].texts, language)
        for number in range(max(1, *(len(each) for each in section.statements))):
            cells = []
            for statements in section.statements:
                if not statements and number == 0:
                    cells.append(words("not-described"))
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
        for text in ([pair.difference] if pair.difference else []) + list(pair.together):
            shown = pick(text.texts, language)
            cells = [shown if role.id in pair.roles else "" for role in answer.roles]
            yield [words("together"), "", *cells]


def _owners(answer: Owners, language: str, words: Words) -> Iterable[Row]:
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
            dimension = (
                words("summary")
                if each.dimension == SUMMARY
                else pick(answer.catalog.dimensions[each.dimension].texts, language)
            )
            yield [
                *start,
                words(each.claim.letter),
                pick(each.role.name.texts, language),
                pick(each.statement.texts, language),
                dimension,
                f"{each.role.path}:{each.statement.line}",
            ]


def _portrait(answer: Portrait, language: str, words: Words) -> Iterable[Row]:
    yield [words(key) for key in ("section", "statement", "letters", "where")]
    role = answer.role
    if role.summary is not None:
        yield _said(words("summary"), role, role.summary, answer, language)
    for key, name in answer.catalog.dimensions.items():
        title = pick(name.texts, language)
        for statement in role.statements.get(key, ()):
            yield _said(title, role, statement, answer, language)
        if key not in role.statements:
            yield [title, words("not-described"), "", ""]
    for note in role.notes:
        yield [words("notes"), pick(note.texts, language), "", f"{role.path}:{note.line}"]


def _said(
    section: str, role: Role, statement: Statement, answer: Portrait, language: str
) -> Row:
    letters = "; ".join(
        f"{INITIALS[claim.letter]} "
        + pick(answer.catalog.topics[claim.topic].name.texts, language)
        for claim in statement.claims
    )
    place = f"{role.path}:{statement.line}"
    return [section, pick(statement.texts, language), letters, place]


def _role_list(answer: RoleList, language: str, words: Words) -> Iterable[Row]:
    yield [words(key) for key in ("id", "name", "accountable-for", "involved-in", "summary")]
    for line in answer.roles:
        yield [
            line.role.id,
            pick(line.role.name.texts, language),
            str(line.accountable),
            str(line.involved),
            pick(line.role.summary.texts, language) if line.role.summary else "",
        ]


_MAKERS: Mapping[type, Callable[[Any, str, Words], Iterable[Row]]] = {
    Comparison: _comparison,
    Owners: _owners,
    Portrait: _portrait,
    RoleList: _role_list,
}
