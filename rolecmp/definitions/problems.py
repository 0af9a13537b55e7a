"""What can be wrong with definitions or with a question, as values.

A problem names its rule and carries a phrase: a key with arguments. The words, in each
language the program speaks, belong to `rolecmp.rendering.messages`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

DIRECTION_CHARACTERS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""What Unicode lists as Bidi_Control (UAX #9): unseen, and able to turn a text around."""


class Phrase(NamedTuple):
    """A sentence to be put into words later: a key of the label table and its arguments."""

    key: str
    args: Mapping[str, object]


def phrase(key: str, /, **args: object) -> Phrase:
    """Make a `Phrase` from a label key and keyword arguments."""
    return Phrase(key, args)


class Edit(NamedTuple):
    """What puts a problem right beyond doubt: `new` at its place instead of `old`."""

    old: str
    new: str


class Problem(NamedTuple):
    """One thing that is wrong, at its place.

    `line` and `column` are 1-based and count characters; both are 1 where the whole file is
    meant. `source` is the text of that line, empty where there is none to show.
    """

    path: str
    line: int
    column: int
    rule: str
    message: Phrase
    remedy: Phrase | None = None
    source: str = ""
    edit: Edit | None = None


class ProblemsError(Exception):
    """Files that cannot be worked with: every problem found in one run."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} problems")


class DefinitionsError(ProblemsError):
    """Definitions that cannot be trusted."""


class DocumentsError(ProblemsError):
    """Documents that cannot be renewed."""


class QuestionError(Exception):
    """A question that cannot be answered as asked, such as one with an unknown name.

    `rule` names the kind, `details` are lines that follow the message.
    """

    def __init__(
        self,
        rule: str,
        message: Phrase,
        remedy: Phrase | None = None,
        details: Sequence[Phrase] = (),
    ) -> None:
        self.rule = rule
        self.message = message
        self.remedy = remedy
        self.details = tuple(details)
        super().__init__(rule)


def nearest(word: str, candidates: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Return the candidates that `word` may be a slip of, best first, at most `count`."""
    import difflib

    return tuple(difflib.get_close_matches(word, list(candidates), n=count, cutoff=0.6))
