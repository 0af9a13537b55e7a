"""How a topic stands: who decides it, who else is involved, and whether a fault is accepted.

Contested, undecided and unowned mean the same in every answer, because each asks here, and
always of the whole catalog: of a part of the roles, a contested topic would look settled.
"""

from collections.abc import Collection, Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from rolecmp.definitions.model import LETTERS, Acceptance, Catalog, Role, Topic
from rolecmp.definitions.once import once
from rolecmp.definitions.problems import Phrase
from rolecmp.questions.acceptances import gap

ACCOUNTABLE, RESPONSIBLE, CONSULTED, INFORMED = LETTERS


class State(Enum):
    """What can be said of a topic's ownership."""

    OWNED = "owned"
    CONTESTED = "contested"
    UNDECIDED = "undecided"
    UNOWNED = "unowned"


FINDING_OF: Mapping[State, str] = {
    State.CONTESTED: "multiple-accountable",
    State.UNDECIDED: "no-accountable",
    State.UNOWNED: "no-accountable",
}
"""The rule that finds a state, by whose name the catalog accepts it."""


class Standing(NamedTuple):
    """One topic: its owners and the other roles with their letters, in the catalog's order.

    `accepted` says why a state other than owned is known and meant. Where the catalog accepts
    it for others or for less than there is, `lapsed` says so instead.
    """

    topic: Topic
    state: State
    owners: tuple[Role, ...] = ()
    others: tuple[tuple[Role, tuple[str, ...]], ...] = ()
    accepted: Acceptance | None = None
    lapsed: Phrase | None = None

    @property
    def involved(self) -> int:
        """How many roles have any letter on the topic."""
        return len(self.owners) + len(self.others)

    @property
    def settled(self) -> bool:
        """Whether exactly one role decides."""
        return self.state is State.OWNED

    @property
    def clean(self) -> bool:
        """Whether exactly one role decides, or it is known and meant that not."""
        return self.settled or self.accepted is not None


def letters_by_topic(role: Role) -> Mapping[str, tuple[str, ...]]:
    """Return a role's letters on each topic it is involved in, in RACI order."""
    found: dict[str, tuple[str, ...]] = {}
    for _, _, (letter, topic, _, _) in role.claims():
        known = found.get(topic)
        if known is None:
            found[topic] = _ALONE[letter]
        elif letter not in known:
            found[topic] = tuple(each for each in LETTERS if each in known or each == letter)
    return found


_ALONE = {letter: (letter,) for letter in LETTERS}


@once
def letters_by_role(catalog: Catalog) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the `letters_by_topic` of each role, by its id."""
    return {key: letters_by_topic(role) for key, role in catalog.roles.items()}


@once
def standings(catalog: Catalog, today: str) -> Mapping[str, Standing]:
    """Return how each topic of the catalog stands, by the topic's id.

    `today` is the date (ISO 8601) by which acceptances end.
    """
    letters = letters_by_role(catalog)
    owners: dict[str, list[Role]] = {key: [] for key in catalog.topics}
    others: dict[str, list[tuple[Role, tuple[str, ...]]]] = {key: [] for key in catalog.topics}
    for id_, role in catalog.roles.items():
        for key, held in letters[id_].items():
            if held[0] == ACCOUNTABLE:
                owners[key].append(role)
            else:
                others[key].append((role, held))
    found = {}
    for key, topic in catalog.topics.items():
        state = _state(len(owners[key]), bool(others[key]))
        standing = Standing(topic, state, tuple(owners[key]), tuple(others[key]))
        acceptance = topic.accepted.get(FINDING_OF.get(state, ""))
        if acceptance is not None:
            contested = state is State.CONTESTED
            about = owners[key] if contested else [role for role, _ in others[key]]
            lapsed = gap(acceptance, today, [role.id for role in about], names_roles=contested)
            standing = standing._replace(accepted=None if lapsed else acceptance, lapsed=lapsed)
        found[key] = standing
    return found


def findings_among(catalog: Catalog, roles: Collection[str], today: str) -> dict[str, str]:
    """Return the rule that finds something of each topic where these roles are all there are."""
    part = {id_: role for id_, role in catalog.roles.items() if id_ in roles}
    found = standings(catalog._replace(roles=part), today)
    return {id_: FINDING_OF.get(each.state, "") for id_, each in found.items()}


def grouped(catalog: Catalog, topics: Iterable[Topic] | None = None) -> list[Topic]:
    """Return topics, or all there are, by their groups in the catalog's order, the rest last."""
    order = {key: index for index, key in enumerate(catalog.groups)}
    found = catalog.topics.values() if topics is None else topics
    return sorted(found, key=lambda topic: order.get(topic.group or "", len(order)))


def count(standings: Iterable[Standing]) -> dict[State, int]:
    """Return how many topics are in each state."""
    found = dict.fromkeys(State, 0)
    for each in standings:
        found[each.state] += 1
    return found


def _state(owners: int, others: bool) -> State:
    if owners == 1:
        return State.OWNED
    if owners:
        return State.CONTESTED
    return State.UNDECIDED if others else State.UNOWNED
