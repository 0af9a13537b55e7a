"""More roles are consulted on a topic than can be heard before it is decided.

The source says too many and gives no number: the threshold is a convention of this program.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rules.rule import CHARTING, Found, Rule, Severity
from rolecmp.questions.standing import CONSULTED

if TYPE_CHECKING:
    from rolecmp.questions.rules.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    limit = subject.limit(RULE.name)
    for topic, count in subject.crowded(CONSULTED, limit):
        yield Found(
            subject.of_topic(topic),
            phrase("too-many-consulted", topic=topic.id, count=count, limit=limit),
            phrase("too-many-consulted-remedy", rule=RULE.name),
            topic,
            number=count,
            related=subject.places(topic.id, CONSULTED),
        )


RULE = Rule(
    "too-many-consulted", Severity.WARNING, _find, on=("topic",), source=CHARTING, at_most=6
)
