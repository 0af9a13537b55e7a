"""An id holds letters that not every keyboard and tool has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Place, Rule, Severity, of_role

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    catalog = subject.catalog
    named = [
        *((role.id, of_role(role)) for role in catalog.roles.values()),
        *(
            (key, Place(subject.path, name.line, name.column))
            for names in (
                {key: topic.name for key, topic in catalog.topics.items()},
                catalog.groups,
                catalog.dimensions,
            )
            for key, name in names.items()
        ),
    ]
    for key, place in named:
        if not key.isascii():
            yield Found(place, phrase("non-ascii-id", id=key), phrase("ascii-id"))


RULE = Rule("non-ascii-id", Severity.WARNING, _find, usual=False)
