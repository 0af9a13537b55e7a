"""A role has no letter on any topic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import CHARTING, Found, Rule, Severity, of_role

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject

# What may keep a letter of a role from being read.
_LOSING = frozenset(
    ("unknown-topic", "unknown-letter", "unknown-key", "wrong-type", "duplicate-key", "syntax")
)


def _find(subject: Subject) -> Iterator[Found]:
    lost = {problem.path for problem in subject.problems if problem.rule in _LOSING}
    for role in subject.catalog.roles.values():
        if subject.unread.get(role.path) or role.path in lost:
            continue
        if next(role.claims(), None) is None:
            message = phrase("role-idle", role=role.id)
            yield Found(of_role(role), message, phrase("give-letters"), role=role)


RULE = Rule("role-idle", Severity.WARNING, _find, on=("role",), source=CHARTING)
