"""An item of a list is there in some of the catalog's languages only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.questions.rule import Found, Rule, Severity
from rolecmp.questions.rules.missing_translation import untranslated

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    return untranslated(subject, listed=True)


RULE = Rule("uneven-translation", Severity.ERROR, _find, on=("statement", "role"))
