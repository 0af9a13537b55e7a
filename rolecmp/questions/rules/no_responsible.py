"""Roles are asked or told about a topic, and none does the work.

Whoever is accountable does the work where nobody else is named, so an owner is enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.problems import phrase
from rolecmp.questions.rules.rule import CHARTING, Found, Rule, Severity
from rolecmp.questions.rules.subject import involved_ids
from rolecmp.questions.standing import ACCOUNTABLE, RESPONSIBLE

if TYPE_CHECKING:
    from rolecmp.questions.rules.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for topic, letters in subject.involved():
        if not letters[ACCOUNTABLE] and not letters[RESPONSIBLE]:
            involved = involved_ids(letters)
            yield Found(
                subject.of_topic(topic),
                phrase("no-responsible", topic=topic.id, roles=involved),
                phrase("make-one-responsible"),
                topic,
                roles=involved,
                related=subject.places(topic.id, *LETTERS),
            )


RULE = Rule("no-responsible", Severity.WARNING, _find, on=("topic",), source=CHARTING)
