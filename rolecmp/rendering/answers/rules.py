"""How rules are shown: all of them as a table, or one with why it matters and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rolecmp.rendering.answers.check import SEVERITY_TONES
from rolecmp.rendering.report import (
    Block,
    Bullets,
    Column,
    Group,
    Line,
    Paragraph,
    Presenter,
    Report,
    Span,
    Table,
    Tone,
    footer,
    plain,
)
from rolecmp.words import LANGUAGES, Words

if TYPE_CHECKING:
    from rolecmp.definitions.model import RuleSetting
    from rolecmp.questions.check import Rulebook
    from rolecmp.rendering.answers.values import Value

_PARTS = ("finds", "why", "fix")


def _report(answer: Rulebook, language: str) -> Report:
    words = Words(language)
    said: list[tuple[Line, ...]] = []
    written: list[tuple[Line, ...]] = []
    for rule, setting in answer.rules:
        rows = said if rule.optional else written
        rows.append(
            (
                plain(rule.name, Tone.STRONG),
                plain(words(rule.severity.value), SEVERITY_TONES[rule.severity]),
                plain(_said(setting, words)),
                plain(words(f"rule.{rule.name}.finds")),
            )
        )
    columns = (
        Column(words("rule")),
        Column(words("severity")),
        Column(words("setting")),
        Column(words("finds"), least=24, labelled=False),
    )
    blocks: tuple[Block, ...] = (
        Table(
            columns,
            (
                Group(plain(words("rules-said"), Tone.STRONG), tuple(said)),
                Group(plain(words("rules-written"), Tone.STRONG), tuple(written)),
            ),
            group_title=words("rules-about"),
        ),
        Paragraph(plain(words("rules-how"))),
    )
    return Report(words("rules"), blocks, footer(answer.catalog, language, words), language)


def _explanation(answer: Rulebook, language: str) -> Report:
    words = Words(language)
    blocks: list[Block] = []
    for rule, setting in answer.rules:
        name = rule.name
        severity = Span(words(rule.severity.value), SEVERITY_TONES[rule.severity])
        finds = Span(words("label", name="") + words(f"rule.{name}.finds"))
        blocks.append(Paragraph((severity, finds)))
        parts: list[tuple[str, Line]] = [
            ("why", plain(words(f"rule.{name}.why"))),
            ("fix", plain(words(f"rule.{name}.fix"))),
        ]
        said = _said(setting, words)
        if said:
            parts.append(("setting", plain(said)))
        parts.append(("source", plain(rule.source or words("own-convention"))))
        blocks += [Bullets(words(key), (line,)) for key, line in parts]
    title = answer.rules[0][0].name
    return Report(title, tuple(blocks), footer(answer.catalog, language, words), language)


def _said(setting: RuleSetting, words: Words) -> str:
    """Say how the catalog has a rule, where there is a choice."""
    if not setting.on:
        return words("switched-off")
    return words("at-most", limit=setting.at_most) if setting.at_most is not None else ""


def _rows(answer: Rulebook, language: str) -> Iterable[list[str]]:
    words = Words(language)
    keys = ("rule", "severity", "setting", "finds", *_PARTS[1:], "source")
    yield [words(key) for key in keys]
    for rule, setting in answer.rules:
        yield [
            rule.name,
            words(rule.severity.value),
            _said(setting, words),
            *(words(f"rule.{rule.name}.{part}") for part in _PARTS),
            rule.source or words("own-convention"),
        ]


def _value(answer: Rulebook) -> Value:
    return {
        "rules": [
            {
                "name": rule.name,
                "severity": rule.severity.value,
                "off": not setting.on,
                "threshold": setting.at_most if setting.on else None,
                "default": rule.at_most,
                **{
                    part: {each: Words(each)(f"rule.{rule.name}.{part}") for each in LANGUAGES}
                    for part in _PARTS
                },
                "source": rule.source or None,
            }
            for rule, setting in answer.rules
        ]
    }


RULEBOOK = Presenter("rules", _report, _rows, _value)
EXPLANATION = Presenter("rules", _explanation, _rows, _value)
