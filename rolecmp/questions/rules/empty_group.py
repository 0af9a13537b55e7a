"""No topic belongs to a group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Place, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    if any(problem.rule == "unknown-group" for problem in subject.problems):
        return  # a slip is no other group
    used = {topic.group for topic in subject.catalog.topics.values()}
    for key, name in subject.catalog.groups.items():
        if key not in used:
            place = Place(subject.path, name.line, name.column)
            yield Found(place, phrase("empty-group", group=key), phrase("fill-group"))


RULE = Rule("empty-group", Severity.WARNING, _find)
