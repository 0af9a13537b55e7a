"""Roles are asked or told about a topic, and none does the work.

Whoever is accountable does the work where nobody else is named, so an owner is enough.
"""

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import CHARTING, Severity, nobody
from rolecmp.questions.standing import ACCOUNTABLE, RESPONSIBLE

RULE = nobody(
    "no-responsible",
    Severity.WARNING,
    CHARTING,
    (ACCOUNTABLE, RESPONSIBLE),
    phrase("make-one-responsible"),
)
