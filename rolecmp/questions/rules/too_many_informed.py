"""More roles are informed of a topic than need to know.

The source says too many and gives no number: the threshold is a convention of this program.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rules.rule import CHARTING, Found, Rule, Severity
from rolecmp.questions.standing import INFORMED

if TYPE_CHECKING:
    from rolecmp.questions.rules.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    limit = subject.limit(RULE.name)
    for topic, count in subject.crowded(INFORMED, limit):
        yield Found(
            subject.of_topic(topic),
            phrase("too-many-informed", topic=topic.id, count=count, limit=limit),
            phrase("too-many-informed-remedy", rule=RULE.name),
            topic,
            number=count,
            related=subject.places(topic.id, INFORMED),
        )


RULE = Rule(
    "too-many-informed", Severity.WARNING, _find, on=("topic",), source=CHARTING, at_most=10
)
