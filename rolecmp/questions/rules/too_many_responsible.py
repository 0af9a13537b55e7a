"""More roles do the work of a topic than can share it.

The source says too many and gives no number: the threshold is a convention of this program.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rules.rule import CHARTING, Found, Rule, Severity
from rolecmp.questions.standing import RESPONSIBLE

if TYPE_CHECKING:
    from rolecmp.questions.rules.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    limit = subject.limit(RULE.name)
    for topic, count in subject.crowded(RESPONSIBLE, limit):
        yield Found(
            subject.of_topic(topic),
            phrase("too-many-responsible", topic=topic.id, count=count, limit=limit),
            phrase("too-many-responsible-remedy", rule=RULE.name),
            topic,
            number=count,
            related=subject.places(topic.id, RESPONSIBLE),
        )


RULE = Rule(
    "too-many-responsible", Severity.WARNING, _find, on=("topic",), source=CHARTING, at_most=4
)
