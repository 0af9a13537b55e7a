"""How a topic stands, as every answer says it: one word, one colour, one JSON value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rolecmp.questions.standing import State
from rolecmp.rendering.answers.values import Value, topic_value
from rolecmp.rendering.report import Line, Span, Tone, plain

if TYPE_CHECKING:
    from rolecmp.questions.standing import Standing
    from rolecmp.words import Words

STATE_TONES: Mapping[State, Tone] = {
    State.OWNED: Tone.PLAIN,
    State.CONTESTED: Tone.CONFLICT,
    State.UNDECIDED: Tone.GAP,
    State.UNOWNED: Tone.GAP,
}

_COUNTS = {
    State.OWNED: "count-owned",
    State.CONTESTED: "count-contested",
    State.UNDECIDED: "count-undecided",
    State.UNOWNED: "count-unowned",
}


def state_line(standing: Standing, words: Words) -> Line:
    """Return the word for a topic's state, with whether that is known and meant."""
    said = words(standing.state.value)
    if standing.accepted is not None:
        said = words("state-accepted", state=said)
    return plain(said, STATE_TONES[standing.state])


def count_spans(
    counts: Mapping[State, int], words: Words, states: Iterable[State] = State
) -> list[Span]:
    """Return how many topics are in each of the `states`, those that none is in left out."""
    spans: list[Span] = []
    for state in states:
        if counts[state]:
            spans += [Span(words("count-comma"))] if spans else []
            spans.append(Span(words(_COUNTS[state], count=counts[state]), STATE_TONES[state]))
    return spans


def standing_value(standing: Standing) -> Value:
    """Return a topic with its state, its owners and what is accepted of it, for JSON."""
    accepted = standing.accepted
    return {
        **topic_value(standing.topic),
        "state": standing.state.value,
        "owners": [role.id for role in standing.owners],
        "accepted": dict(accepted.texts) if accepted else None,
    }
