"""The findings of a check: as text for people, and as programs and code hosts want them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rolecmp.questions.rules import RULES
from rolecmp.questions.rules.rule import Severity
from rolecmp.rendering.formats import Format, FormatSet, Options
from rolecmp.rendering.messages import excerpt
from rolecmp.rendering.report import Span, Tone, footer
from rolecmp.visible import visible
from rolecmp.words import LANGUAGES, Words

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Phrase
    from rolecmp.questions.check import Checked, Finding
    from rolecmp.questions.rules.rule import Place

_COUNTS = {Severity.ERROR: "count-error", Severity.WARNING: "count-warning"}
_TONES = {Severity.ERROR: Tone.CONFLICT, Severity.WARNING: Tone.GAP}


class FindingsPresenter(NamedTuple):
    """How findings are shown: `schema` names the shape of their JSON value."""

    schema: str = "check"


FINDINGS = FindingsPresenter()


# --- text -------------------------------------------------------------------------------------


def _text(presenter: FindingsPresenter, answer: Checked, options: Options) -> str:
    """Give a line a finding, as errors have it, and then how many there are."""
    words = Words(options.language)
    lines = []
    for each in answer.findings:
        found = each.found
        severity = each.rule.severity
        line = (
            Span(f"{_at(found.place)}: "),
            Span(severity.value, _TONES[severity]),
            Span(f"[{each.rule.name}]: {words.sentence(found.message, found.remedy)}"),
        )
        lines.append(_painted(line, options))
        if options.excerpts:
            lines[-1] += excerpt(found.source, found.place.column)
    if lines:
        lines.append("")
    lines += [
        _painted(_sum(answer, words), options),
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
            parts.append(Span(text, _TONES[severity]))
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


# --- workflow annotations ---------------------------------------------------------------------

# What would end a command or one of its properties; anything else is text to the runner.
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = str.maketrans({**_DATA, ":": "%3A", ",": "%2C"})
_MESSAGE = str.maketrans(_DATA)


def _github(presenter: FindingsPresenter, answer: Checked, options: Options) -> str:
    """Give a workflow command a finding, which the code host shows beside the line."""
    words = Words(options.language)
    lines = []
    for each in answer.findings:
        place = each.found.place
        properties = {
            "file": place.path,
            "line": str(place.line),
            "col": str(place.column),
            "title": f"rolecmp {each.rule.name}",
        }
        told = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
        text = words.sentence(each.found.message, each.found.remedy)
        lines.append(f"::{each.rule.severity.value} {told}::{_escaped(text, _MESSAGE)}")
    # Code hosts show the first few notes only, and a check of another catalog than was meant
    # would show none: how many there are, and of what, stands at the end.
    total = "".join(span.text for span in _sum(answer, words))
    catalog = footer(answer.catalog, options.language, words)
    lines.append(f"::notice title=rolecmp::{_escaped(f'{total}. {catalog}', _MESSAGE)}")
    return "\n".join([*lines, ""])


def _escaped(text: str, table: Mapping[int, str]) -> str:
    return visible(text.translate(table))


# --- SARIF ------------------------------------------------------------------------------------

_SARIF = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def _sarif(presenter: FindingsPresenter, answer: Checked, options: Options) -> str:
    """Give a log in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS)."""
    from rolecmp import __version__
    from rolecmp.rendering.json import render_json

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
    run = {
        "tool": {"driver": {"name": "rolecmp", "version": __version__, "rules": rules}},
        "language": words.language,
        # Columns count characters, whatever their width.
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, words) for each in every],
    }
    return render_json({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


_RULE_NUMBERS = {name: number for number, name in enumerate(RULES)}


def _result(each: Finding, words: Words) -> dict[str, Any]:
    found = each.found
    result: dict[str, Any] = {
        "ruleId": each.rule.name,
        "ruleIndex": _RULE_NUMBERS[each.rule.name],
        "level": each.rule.severity.value,
        "message": {"text": words.sentence(found.message, found.remedy)},
        "locations": [{"physicalLocation": _location(found.place)}],
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _location(place)}
            for number, place in enumerate(found.related)
        ]
    if each.accepted is not None:
        from rolecmp.definitions.model import pick

        reason = pick(each.accepted.reason.texts, words.language)
        result["suppressions"] = [
            {"kind": "inSource", "status": "accepted", "justification": reason}
        ]
    return result


def _location(place: Place) -> dict[str, Any]:
    from urllib.parse import quote

    path = place.path.replace(os.sep, "/")
    # A name that is no text is told by its bytes, as the system has them.
    uri = ("file://" if path.startswith("/") else "") + quote(os.fsencode(path))
    return {
        "artifactLocation": {"uri": uri},
        "region": {"startLine": place.line, "startColumn": place.column},
    }


FORMATS = FormatSet(
    {
        "text": Format((".txt",), _text, screen=True),
        "json": Format((".json",), _json),
        "github": Format((), _github),
        "sarif": Format((".sarif",), _sarif),
    },
    "text",
    "text",
    LANGUAGES,
)
