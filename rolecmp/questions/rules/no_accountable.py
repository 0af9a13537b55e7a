"""Roles are involved in a topic and none of them is accountable for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.problems import phrase
from rolecmp.questions.rules.rule import PMBOK, Found, Rule, Severity
from rolecmp.questions.rules.subject import involved_ids
from rolecmp.questions.standing import ACCOUNTABLE

if TYPE_CHECKING:
    from rolecmp.questions.rules.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for topic, letters in subject.involved():
        if not letters[ACCOUNTABLE]:
            involved = involved_ids(letters)
            yield Found(
                subject.of_topic(topic),
                phrase("no-accountable", topic=topic.id, roles=involved),
                phrase("make-one-accountable"),
                topic,
                roles=involved,
                related=subject.places(topic.id, *LETTERS),
            )


RULE = Rule("no-accountable", Severity.ERROR, _find, on=("topic",), source=PMBOK)
