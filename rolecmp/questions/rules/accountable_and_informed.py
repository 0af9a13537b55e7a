"""A role decides on a topic and is told of the decision afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import CHARTING, Found, Rule, Severity, of_claim
from rolecmp.questions.standing import ACCOUNTABLE, INFORMED

if TYPE_CHECKING:
    from rolecmp.definitions.model import Claim, Statement
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for key, letters in subject.letters.items():
        owners = {role.id for role in letters[ACCOUNTABLE]}
        both = [role for role in letters[INFORMED] if role.id in owners]
        own: dict[str, list[tuple[Statement | None, Claim]]] = {role.id: [] for role in both}
        for role, statement, claim in subject.claims[key] if both else ():
            if role.id in own and claim.letter in (ACCOUNTABLE, INFORMED):
                own[role.id].append((statement, claim))
        for role in both:
            mine = own[role.id]
            yield Found(
                of_claim(role, next(claim for _, claim in mine if claim.letter == INFORMED)),
                phrase("accountable-and-informed", role=role.id, topic=key),
                phrase("drop-informed"),
                subject.catalog.topics[key],
                role,
                tuple(statement for statement, _ in mine if statement is not None),
                (role.id,),
                related=tuple(
                    of_claim(role, claim) for _, claim in mine if claim.letter == ACCOUNTABLE
                ),
            )


RULE = Rule(
    "accountable-and-informed",
    Severity.ERROR,
    _find,
    on=("topic", "statement"),
    source=CHARTING,
    names_roles=True,
)
