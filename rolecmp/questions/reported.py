"""What the reader reports: rules of what cannot be trusted, whatever the catalog says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from rolecmp.questions.rule import Found, Place, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(name: str, subject: Subject) -> Iterator[Found]:
    for problem in subject.problems:
        if problem.rule == name:
            place = Place(problem.path, problem.line, problem.column)
            yield Found(place, problem.message, problem.remedy, source=problem.source)


# In the order in which a file is taken apart: the file, its characters, YAML, the shape, the
# content.
_NAMES = (
    "unreadable", "not-a-file", "outside-link", "limit", "empty-file",
    "encoding", "control-character", "conflict-marker",
    "tab", "syntax", "full-width-colon", "full-width-comma", "wide-sign",
    "unquoted-text",
    "anchor", "alias", "merge-key", "tag", "several-documents", "duplicate-key",
    "unsupported-version", "missing-key", "unknown-key", "wrong-type", "empty-text", "bad-id",
    "unknown-language", "unknown-letter", "unknown-topic", "name-clash", "unknown-role",
    "unknown-group",
)  # fmt: skip

_YAML = "YAML 1.2.2"
_SOURCES: Mapping[str, str] = {
    **dict.fromkeys(("tab", "syntax", "duplicate-key", "unquoted-text"), _YAML),
    "control-character": "The Unicode Standard, sections 23.1 and 23.2",
    "unknown-language": "BCP 47",
}

RULES = tuple(
    Rule(
        name,
        Severity.ERROR,
        partial(_find, name),
        source=_SOURCES.get(name, ""),
        optional=False,
    )
    for name in _NAMES
)
