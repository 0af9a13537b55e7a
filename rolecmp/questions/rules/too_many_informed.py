"""More roles are informed of a topic than need to know."""

from rolecmp.questions.rule import too_many
from rolecmp.questions.standing import INFORMED

RULE = too_many(INFORMED, at_most=10)
