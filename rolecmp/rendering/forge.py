"""Findings as code hosts take them: annotations, SARIF, Code Quality."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from rolecmp.visible import harmless, visible

FORGES = ("github", "sarif", "gitlab")
"""The formats of code hosts, in which files are named from the top of the repository."""


class Note(NamedTuple):
    """One thing that is wrong, at a 1-based line and column of a file.

    `severity` is "error" or "warning". `related` are other places that have a part in it;
    `accepted` is the reason why it is meant, if there is one.
    """

    path: str
    line: int
    column: int
    severity: str
    rule: str
    message: str
    related: tuple[tuple[str, int, int], ...] = ()
    accepted: str | None = None


# --- GitHub's workflow commands ---------------------------------------------------------------

# What would end a command or one of its properties; anything else is text to the runner.
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = str.maketrans({**_DATA, ":": "%3A", ",": "%2C"})
_MESSAGE = str.maketrans(_DATA)


def github(notes: Iterable[Note], summary: str) -> str:
    """Return a workflow command a note, which is shown beside the line, and one that sums up.

    Few of the notes are shown, and a check of another catalog than was meant would show none.
    """
    lines = []
    for each in notes:
        properties = {
            "file": each.path,
            "line": str(each.line),
            "col": str(each.column),
            "title": f"rolecmp {each.rule}",
        }
        told = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
        lines.append(f"::{each.severity} {told}::{_escaped(each.message, _MESSAGE)}")
    lines.append(f"::notice title=rolecmp::{_escaped(summary, _MESSAGE)}")
    return "\n".join([*lines, ""])


def _escaped(text: str, table: Mapping[int, str]) -> str:
    return harmless(visible(text.translate(table)))


# --- SARIF ------------------------------------------------------------------------------------

_SARIF = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif(notes: Iterable[Note], rules: Sequence[Mapping[str, Any]], language: str) -> str:
    """Return a log in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS).

    `rules` are its reporting descriptors, one for each rule that a note is of.
    """
    from rolecmp import __version__
    from rolecmp.rendering.json import render_json

    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "rolecmp", "version": __version__, "rules": rules}},
        "language": language,
        # Columns count characters, whatever their width.
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, numbers[each.rule]) for each in notes],
    }
    return render_json({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


def _result(note: Note, number: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": note.rule,
        "ruleIndex": number,
        "level": note.severity,
        "message": {"text": note.message},
        "locations": [{"physicalLocation": _location(note.path, note.line, note.column)}],
    }
    if note.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _location(*place)}
            for number, place in enumerate(note.related)
        ]
    if note.accepted is not None:
        result["suppressions"] = [
            {"kind": "inSource", "status": "accepted", "justification": note.accepted}
        ]
    return result


def _location(path: str, line: int, column: int) -> dict[str, Any]:
    from urllib.parse import quote

    path = path.replace(os.sep, "/")
    # A name that is no text is told by its bytes, as the system has them.
    uri = ("file://" if path.startswith("/") else "") + quote(os.fsencode(path))
    return {"artifactLocation": {"uri": uri}, "region": {"startLine": line, "startColumn": column}}


# --- GitLab's Code Quality --------------------------------------------------------------------

_SEVERITIES = {"error": "major", "warning": "minor"}


def gitlab(notes: Iterable[Note]) -> str:
    """Return a Code Quality report, as GitLab describes it under "Import code quality results".

    A fingerprint stays the same where only lines have moved.
    """
    import hashlib

    from rolecmp.rendering.json import render_json

    seen: dict[tuple[str, str, str], int] = {}
    report = []
    for each in notes:
        path = visible(each.path.replace(os.sep, "/"))
        same = path, each.rule, each.message
        seen[same] = seen.get(same, 0) + 1
        text = "\n".join([*same, str(seen[same])])
        report.append(
            {
                "description": each.message,
                "check_name": each.rule,
                "fingerprint": hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
                "severity": _SEVERITIES[each.severity],
                "location": {"path": path, "lines": {"begin": each.line}},
            }
        )
    return render_json(report)
