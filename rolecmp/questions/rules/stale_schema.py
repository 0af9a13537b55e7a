"""A schema beside the catalog is not what the catalog makes of it now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Place, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for path in subject.beside.schemas:
        yield Found(Place(path, 1, 1), phrase("stale-schema"), phrase("renew-schema"))


RULE = Rule("stale-schema", Severity.WARNING, _find)
