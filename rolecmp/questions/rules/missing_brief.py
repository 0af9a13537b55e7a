"""A role describes a dimension, and has no brief line on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Rule, Severity, of_role

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for role in subject.catalog.roles.values():
        missing = tuple(key for key in role.statements if key not in role.brief)
        if missing:
            message = phrase("missing-brief", role=role.id, dimensions=missing)
            yield Found(of_role(role), message, phrase("write-brief"), role=role)


RULE = Rule("missing-brief", Severity.WARNING, _find, on=("role",), usual=False)
