"""A finding is accepted that is not there, or for more than there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for each in subject.stale:
        if each.excess is None:
            message, remedy = phrase("stale-acceptance", rule=each.rule), phrase("delete-it")
        else:
            message, remedy = each.excess, phrase("cut-it-down")
        yield Found(each.place, message, remedy)


RULE = Rule("stale-acceptance", Severity.WARNING, _find, on=())
