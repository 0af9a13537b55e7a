"""More roles do the work of a topic than can share it."""

from rolecmp.questions.rule import too_many
from rolecmp.questions.standing import RESPONSIBLE

RULE = too_many(RESPONSIBLE, at_most=4)
