"""How a topic stands, as every answer says it: one word, one colour, one JSON value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rolecmp.definitions.model import pick
from rolecmp.questions.standing import State
from rolecmp.rendering.answers.values import Value, topic_value
from rolecmp.rendering.report import Line, Span, Tone, initials_of, joined, name_of, plain

if TYPE_CHECKING:
    from rolecmp.definitions.model import Acceptance, Catalog, Role, Topic
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


ACCEPTED_COLUMNS = ("accepted-column", "accepted-for-column", "accepted-until-column")
"""The words that head `accepted_cells`."""


def state_line(standing: Standing, words: Words) -> Line:
    """Return the word for a topic's state, with whether that is known and meant."""
    said = words(standing.state.value)
    if standing.accepted is not None:
        said = words("state-accepted", state=said, until=standing.accepted.until)
    return plain(said, STATE_TONES[standing.state])


def unseen(standing: Standing, shown: Iterable[Role], language: str, words: Words) -> Line:
    """Return the roles with a part in a topic that are not shown, with their letters."""
    ids = {role.id for role in shown}
    contested = standing.state is State.CONTESTED
    held = [*((role, ("accountable",)) for role in standing.owners), *standing.others]
    return joined(
        (
            (*initials_of(letters, contested=contested), Span(f" {name_of(role, language)}"))
            for role, letters in held
            if role.id not in ids
        ),
        words("list-comma"),
    )


def accepted_text(
    acceptance: Acceptance, catalog: Catalog, language: str, words: Words, key: str = "accepted"
) -> str:
    """Return what is said of an acceptance: for whom, until when, and why.

    `key` is the entry of the words; "acceptance" is for where it is said that it is accepted.
    """
    names = [
        name_of(catalog.roles[each.id], language) if each.id in catalog.roles else each.id
        for each in acceptance.roles
    ]
    reason = pick(acceptance.reason.texts, language)
    return words(key, roles=words.joined(names), until=acceptance.until, reason=reason)


def accepted_cells(acceptance: Acceptance | None, language: str) -> list[str]:
    """Return the reason, the ids of the roles and the day, for a row of cells."""
    if acceptance is None:
        return ["", "", ""]
    roles = " ".join(each.id for each in acceptance.roles)
    return [pick(acceptance.reason.texts, language), roles, acceptance.until or ""]


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
    return {
        **topic_value(standing.topic),
        "state": standing.state.value,
        "owners": [role.id for role in standing.owners],
        "accepted": acceptance_value(standing.accepted),
    }


def acceptance_value(acceptance: Acceptance | None) -> Value | None:
    """Return what is accepted: the reason, whom and how much it covers, and until when."""
    if acceptance is None:
        return None
    return {
        "reason": dict(acceptance.reason.texts),
        "roles": [each.id for each in acceptance.roles],
        "at_most": acceptance.at_most,
        "until": acceptance.until,
    }


def group_name(topic: Topic, catalog: Catalog, language: str) -> str:
    """Return the name of a topic's group, "" where it is in none."""
    return pick(catalog.groups[topic.group].texts, language) if topic.group else ""


def group_titles(
    topics: Iterable[Topic], catalog: Catalog, language: str, words: Words
) -> list[str]:
    """Return what heads each topic: its group, or that it is in none; "" without any groups."""
    if not catalog.groups:
        return ["" for _ in topics]
    return [group_name(topic, catalog, language) or words("no-group") for topic in topics]
