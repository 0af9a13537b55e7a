"""A finding is accepted that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rules.rule import Found, Place, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.questions.rules.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for each in subject.stale:
        yield Found(
            Place(each.path, each.reason.line, each.reason.column),
            phrase("stale-acceptance", rule=each.rule),
            phrase("delete-it"),
        )


RULE = Rule("stale-acceptance", Severity.WARNING, _find, on=())
