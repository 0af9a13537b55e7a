"""How the list of roles is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rolecmp.definitions.model import pick
from rolecmp.rendering.answers.values import Value, role_value
from rolecmp.rendering.report import (
    Block,
    Column,
    Group,
    Paragraph,
    Presenter,
    Report,
    Span,
    Table,
    Tone,
    footer,
    name_of,
    plain,
)
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.questions.list_ import RoleList


def _report(answer: RoleList, language: str) -> Report:
    words = Words(language)
    rows = tuple(
        (
            plain(line.role.id, Tone.STRONG),
            plain(name_of(line.role, language)),
            plain(str(line.accountable)),
            plain(pick(line.role.summary.texts, language) if line.role.summary else ""),
        )
        for line in answer.roles
    )
    columns = (
        Column(words("id")),
        Column(words("name"), least=12),
        Column(words("owns")),
        Column(words("summary"), least=24),
    )
    blocks: list[Block] = [Table(columns, (Group((), rows),))]
    if answer.catalog.source is not None:
        source = pick(answer.catalog.source.texts, language)
        blocks.append(Paragraph((Span(words("label", name=words("source"))), Span(source))))
    return Report(words("roles"), tuple(blocks), footer(answer.catalog, language, words), language)


def _rows(answer: RoleList, language: str) -> Iterable[list[str]]:
    words = Words(language)
    yield [words(key) for key in ("id", "name", "accountable-for", "involved-in", "summary")]
    for line in answer.roles:
        yield [
            line.role.id,
            pick(line.role.name.texts, language),
            str(line.accountable),
            str(line.involved),
            pick(line.role.summary.texts, language) if line.role.summary else "",
        ]


def _value(answer: RoleList) -> Value:
    return {
        "roles": [
            {
                **role_value(line.role),
                "aliases": [alias.name for alias in line.role.aliases],
                "summary": dict(line.role.summary.texts) if line.role.summary else None,
                "letters": {topic: list(letters) for topic, letters in line.letters.items()},
            }
            for line in answer.roles
        ]
    }


ROLE_LIST = Presenter("list", _report, _rows, _value)
