"""A role says nothing on one or more of the catalog's dimensions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Rule, Severity, of_role

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    # A dimension that a problem is about is there, though it could not be read.
    named = {
        (problem.path, str(word))
        for problem in subject.problems
        for each in (problem.message, problem.remedy)
        if each is not None
        for value in each.args.values()
        for word in (value if isinstance(value, tuple) else (value,))
    }
    for role in subject.catalog.roles.values():
        if len(role.statements) == len(subject.catalog.dimensions):
            continue
        missing = tuple(
            key
            for key in subject.catalog.dimensions
            if key not in role.statements and (role.path, key) not in named
        )
        if not missing:
            continue
        message = phrase("missing-dimension", role=role.id, dimensions=missing)
        yield Found(of_role(role), message, phrase("describe-or-accept"), role=role)


RULE = Rule("missing-dimension", Severity.WARNING, _find, on=("role",))
