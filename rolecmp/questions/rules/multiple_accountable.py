"""More than one role is accountable for a topic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import PMBOK, Found, Rule, Severity
from rolecmp.questions.standing import ACCOUNTABLE

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for key, letters in subject.letters.items():
        owners = letters[ACCOUNTABLE]
        if len(owners) > 1:
            topic = subject.catalog.topics[key]
            ids = tuple(role.id for role in owners)
            yield Found(
                subject.of_topic(topic),
                phrase("multiple-accountable", topic=key, roles=ids),
                phrase("leave-one-accountable"),
                topic,
                roles=ids,
                related=subject.places(key, ACCOUNTABLE),
            )


RULE = Rule(
    "multiple-accountable", Severity.ERROR, _find, on=("topic",), source=PMBOK, names_roles=True
)
