"""The findings of a check: as text for people, and as programs and code hosts want them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from rolecmp.definitions.model import pick
from rolecmp.questions.rule import Severity
from rolecmp.questions.rules import RULES
from rolecmp.rendering.forge import Note, github, gitlab, sarif
from rolecmp.rendering.formats import Format, FormatSet, Options
from rolecmp.rendering.messages import excerpt
from rolecmp.rendering.report import Span, Tone, footer
from rolecmp.visible import visible
from rolecmp.words import LANGUAGES, Words

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Phrase
    from rolecmp.questions.check import Checked, Finding
    from rolecmp.questions.rule import Place

_COUNTS = {Severity.ERROR: "count-error", Severity.WARNING: "count-warning"}
SEVERITY_TONES = {Severity.ERROR: Tone.CONFLICT, Severity.WARNING: Tone.GAP}


class FindingsPresenter(NamedTuple):
    """How findings are shown: `schema` names the shape of their JSON value."""

    schema: str = "check"


FINDINGS = FindingsPresenter()


# --- text -------------------------------------------------------------------------------------


def _text(presenter: FindingsPresenter, answer: Checked, options: Options) -> str:
    """Return a line a finding, as errors have it, and then how many there are."""
    words = Words(options.language)
    lines = []
    for each in answer.findings:
        found = each.found
        severity = each.rule.severity
        line = (
            Span(f"{_at(found.place)}: "),
            Span(severity.value, SEVERITY_TONES[severity]),
            Span(f"[{each.rule.name}]: {words.sentence(found.message, found.remedy)}"),
        )
        lines.append(_painted(line, options))
        if options.excerpts:
            lines[-1] += excerpt(found.source, found.place.column)
    if lines:
        lines.append("")
    lines += [
        _painted(_sum(answer, words), options),
        *([words("fixable", count=answer.fixable)] if answer.fixable else []),
        footer(answer.catalog, options.language, words),
    ]
    return "\n".join(lines) + "\n"


def _painted(line: Iterable[Span], options: Options) -> str:
    if not options.color:
        return "".join(span.text for span in line)
    from rolecmp.rendering.terminal import painted

    return "".join(painted(span) for span in line)


def _sum(answer: Checked, words: Words) -> tuple[Span, ...]:
    """Say how many findings of each kind there are, and in how much."""
    parts: list[Span] = []
    for severity in Severity:
        count = answer.count(severity)
        if count:
            text = words(_COUNTS[severity], count=count)
            parts += [Span(words("count-comma"))] if parts else []
            parts.append(Span(text, SEVERITY_TONES[severity]))
    if not parts:
        parts.append(Span(words("no-findings"), Tone.OWNER))
    roles, topics = len(answer.catalog.roles), len(answer.catalog.topics)
    of_roles = words("count-roles", count=roles)
    of_topics = words("count-topics", count=topics)
    parts.append(Span(words("in-roles-and-topics", roles=of_roles, topics=of_topics)))
    if answer.accepted:
        parts.append(Span(words("count-accepted", count=len(answer.accepted))))
    return tuple(parts)


def _at(place: Place) -> str:
    return f"{visible(place.path)}:{place.line}:{place.column}"


# --- JSON -------------------------------------------------------------------------------------


def _json(presenter: FindingsPresenter, answer: Checked, options: Options) -> str:
    from rolecmp.rendering.answers.standing import acceptance_value
    from rolecmp.rendering.answers.values import catalog_value
    from rolecmp.rendering.json import render_json

    return render_json(
        {
            "schema": f"rolecmp/{presenter.schema}/1",
            "catalog": catalog_value(answer.catalog),
            "counts": {
                **{severity.value: answer.count(severity) for severity in Severity},
                "accepted": len(answer.accepted),
            },
            "findings": [_finding_value(each) for each in answer.findings],
            "accepted": [
                {**_finding_value(each), "acceptance": acceptance_value(each.accepted)}
                for each in answer.accepted
                if each.accepted is not None
            ],
        }
    )


def _finding_value(each: Finding) -> dict[str, Any]:
    found = each.found
    return {
        "rule": each.rule.name,
        "severity": each.rule.severity.value,
        "message": _in_each_language(found.message),
        "remedy": _in_each_language(found.remedy) if found.remedy is not None else None,
        "position": _position(found.place),
        "topic": found.topic.id if found.topic is not None else None,
        "role": found.role.id if found.role is not None else None,
        "related": [_position(place) for place in found.related],
    }


def _position(place: Place) -> dict[str, Any]:
    # What no text can hold, such as a name in another encoding, is told apart at least.
    return {**place._asdict(), "path": visible(place.path)}


def _in_each_language(phrase: Phrase) -> dict[str, str]:
    return {language: Words(language).say(phrase) for language in LANGUAGES}


# --- for code hosts ---------------------------------------------------------------------------


def _note(each: Finding, words: Words) -> Note:
    found = each.found
    accepted = each.accepted
    return Note(
        *found.place,
        each.rule.severity.value,
        each.rule.name,
        words.sentence(found.message, found.remedy),
        tuple(found.related),
        None if accepted is None else pick(accepted.reason.texts, words.language),
    )


def _github(presenter: FindingsPresenter, answer: Checked, options: Options) -> str:
    words = Words(options.language)
    total = "".join(span.text for span in _sum(answer, words))
    catalog = footer(answer.catalog, options.language, words)
    return github((_note(each, words) for each in answer.findings), f"{total}. {catalog}")


def _gitlab(presenter: FindingsPresenter, answer: Checked, options: Options) -> str:
    words = Words(options.language)
    return gitlab(_note(each, words) for each in answer.findings)


def _sarif(presenter: FindingsPresenter, answer: Checked, options: Options) -> str:
    words = Words(options.language)
    rules = [
        {
            "id": rule.name,
            "shortDescription": {"text": words(f"rule.{rule.name}.finds")},
            "fullDescription": {"text": words(f"rule.{rule.name}.why")},
            "help": {"text": words(f"rule.{rule.name}.fix")},
            "defaultConfiguration": {"level": rule.severity.value},
        }
        for rule in RULES.values()
    ]
    every = sorted((*answer.findings, *answer.accepted), key=lambda each: each.found.place)
    return sarif((_note(each, words) for each in every), rules, words.language)


FORMATS = FormatSet(
    {
        "text": Format((".txt",), _text, screen=True),
        "json": Format((".json",), _json),
        "github": Format((), _github),
        "sarif": Format((".sarif",), _sarif),
        "gitlab": Format((), _gitlab),
    },
    "text",
    "text",
    LANGUAGES,
)
