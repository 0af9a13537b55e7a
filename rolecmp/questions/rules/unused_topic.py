"""No role has any letter on a topic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.definitions.shape import is_id
from rolecmp.questions.rule import Found, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for key, letters in subject.letters.items():
        # What is no id is reported as that, and can hardly be used.
        if key not in subject.unread_topics and is_id(key) and not any(letters.values()):
            topic = subject.catalog.topics[key]
            yield Found(
                subject.of_topic(topic),
                phrase("unused-topic", topic=key),
                phrase("use-or-remove"),
                topic,
            )


RULE = Rule("unused-topic", Severity.WARNING, _find, on=("topic",))
