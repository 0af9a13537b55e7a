"""A file looks like a role, and its name or its folder keeps it from being read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Place, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for path in subject.beside.unread:
        yield Found(Place(path, 1, 1), phrase("unread-file"), phrase("move-or-rename"))


RULE = Rule("unread-file", Severity.WARNING, _find)
