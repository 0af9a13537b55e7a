"""Roles are involved in a topic and none of them is accountable for it."""

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import PMBOK, Severity, nobody
from rolecmp.questions.standing import ACCOUNTABLE

RULE = nobody(
    "no-accountable", Severity.ERROR, PMBOK, (ACCOUNTABLE,), phrase("make-one-accountable")
)
