"""More roles are consulted on a topic than can be heard before it is decided."""

from rolecmp.questions.rule import too_many
from rolecmp.questions.standing import CONSULTED

RULE = too_many(CONSULTED, at_most=6)
