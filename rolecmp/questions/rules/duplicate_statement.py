"""A role says the same sentence twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Place, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.definitions.model import Statement
    from rolecmp.questions.subject import Subject

_ENDS = " .!;。！；"


def _find(subject: Subject) -> Iterator[Found]:
    for role in subject.catalog.roles.values():
        first: dict[tuple[str, str], Statement] = {}
        for _, statement in role.sentences():
            earlier = statement
            for language, words in statement.texts.items():
                known = first.setdefault((language, words.rstrip(_ENDS).casefold()), statement)
                if known is not statement and earlier is statement:
                    earlier = known
            if earlier is not statement:
                yield Found(
                    Place(role.path, statement.line, statement.column),
                    phrase("duplicate-statement", line=earlier.line),
                    phrase("merge-statements"),
                    role=role,
                    statements=(statement,),
                    related=(Place(role.path, earlier.line, earlier.column),),
                )


RULE = Rule("duplicate-statement", Severity.WARNING, _find, on=("statement",))
