"""A role has a letter on a topic, and no sentence of it says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Rule, Severity, of_claim

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for role in subject.catalog.roles.values():
        backed = {claim[:2] for _, statement in role.sentences() for claim in statement.claims}
        for claim in role.letters:
            if claim[:2] not in backed:
                yield Found(
                    of_claim(role, claim),
                    phrase(
                        "letter-without-sentence",
                        role=role.id,
                        letter=claim.letter,
                        topic=claim.topic,
                    ),
                    phrase("say-why"),
                    role=role,
                )


RULE = Rule("letter-without-sentence", Severity.WARNING, _find, on=("role",), usual=False)
