"""A role is accountable for more topics than one role can look after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import CHARTING, Found, Rule, Severity, of_role
from rolecmp.questions.standing import ACCOUNTABLE

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    limit = subject.limit("role-overloaded")
    owned: dict[str, int] = {}
    for letters in subject.letters.values():
        for role in letters[ACCOUNTABLE]:
            owned[role.id] = owned.get(role.id, 0) + 1
    for key, count in owned.items():
        if count > limit:
            role = subject.catalog.roles[key]
            message = phrase("role-overloaded", role=key, count=count, limit=limit)
            yield Found(
                of_role(role),
                message,
                phrase("share-topics", rule="role-overloaded"),
                role=role,
                number=count,
            )


RULE = Rule("role-overloaded", Severity.WARNING, _find, on=("role",), source=CHARTING, at_most=20)
