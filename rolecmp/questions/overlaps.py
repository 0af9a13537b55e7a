"""Where roles meet: pairs of roles by the topics that both have a part in."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rolecmp.definitions.model import LETTERS, Catalog, Role, Topic
from rolecmp.definitions.once import once
from rolecmp.questions.compare import letters_by_topic


class Overlap(NamedTuple):
    """Two roles and the topics they meet on, in the catalog's order.

    Both are accountable for the `contested` ones. On the `shared` ones both have any letter,
    and one of them at most is accountable.
    """

    first: Role
    second: Role
    contested: tuple[Topic, ...]
    shared: tuple[Topic, ...]


class Overlaps(NamedTuple):
    """Pairs of roles, the most contested first, then the most shared, then by id.

    With `role`, only its own pairs, in each of which it is the first. `pairs` holds the first
    of them; how many pairs there are is said by `contested` (with a contested topic), `sharing`
    (with shared topics alone) and `apart` (with no topic in common, and never in `pairs`).
    `asked_of` is the folder that was named for the question, for whoever asks further.
    """

    catalog: Catalog
    role: Role | None
    pairs: tuple[Overlap, ...]
    contested: int
    sharing: int
    apart: int
    asked_of: str | None = None

    @property
    def meeting(self) -> int:
        """How many pairs have a topic in common."""
        return self.contested + self.sharing


def overlaps(catalog: Catalog, role: Role | None = None, top: int | None = None) -> Overlaps:
    """Rank the pairs of roles, or those of `role`, and give the first `top` of them, or all.

    The work grows with the roles and their letters and not with the pairs: a thousand roles
    make half a million of them. So a set of roles is a whole number, with a bit for each, and
    a role is held against all others at once; one by one only where a pair may be given.
    """
    roles = list(catalog.roles.values())
    letters, involved, accountable = _standing(catalog)
    asked = range(len(roles)) if role is None else [list(catalog.roles).index(role.id)]
    width = len(catalog.topics).bit_length()
    best = _Best(top)
    contested = meeting = 0
    everyone = (1 << len(roles)) - 1
    for number in asked:
        # Each pair is met once, at its first role, unless that is the one asked for.
        others = everyone >> number + 1 << number + 1 if role is None else everyone ^ 1 << number
        mine = letters[number]
        meets = _count(involved[key] & others for key in mine)
        clashes = _count(
            accountable[key] & others for key, held in mine.items() if held[0] == LETTERS[0]
        )
        meeting += _union(meets).bit_count()
        contested += _union(clashes).bit_count()
        # One contested topic goes before any number of others.
        score = [*meets, *[0] * (width - len(meets)), *clashes]
        for other in _places(_highest(score, top, _above(score, best.floor, others))):
            best.add(sum((plane >> other & 1) << place for place, plane in enumerate(score)),
                     number, other)  # fmt: skip
    pairs = tuple(
        Overlap(roles[first], roles[second], *_common(catalog, letters[first], letters[second]))
        for first, second in best.pairs()
    )
    every = len(roles) - 1 if role is not None else len(roles) * (len(roles) - 1) // 2
    return Overlaps(catalog, role, pairs, contested, meeting - contested, every - meeting)


@once
def _standing(
    catalog: Catalog,
) -> tuple[list[dict[str, tuple[str, ...]]], dict[str, int], dict[str, int]]:
    """Return each role's letters, their topics in the catalog's order, and by topic two sets.

    Of the roles with any letter on it, and of those that are accountable for it.
    """
    letters: list[dict[str, tuple[str, ...]]] = []
    involved = dict.fromkeys(catalog.topics, 0)
    accountable = dict.fromkeys(catalog.topics, 0)
    for number, role in enumerate(catalog.roles.values()):
        held = letters_by_topic(role)
        letters.append({key: held[key] for key in catalog.topics if key in held})
        for key, mine in held.items():
            involved[key] |= 1 << number
            if mine[0] == LETTERS[0]:
                accountable[key] |= 1 << number
    return letters, involved, accountable


def _common(
    catalog: Catalog, first: Mapping[str, tuple[str, ...]], second: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
    contested: list[Topic] = []
    shared: list[Topic] = []
    for key, mine in first.items():
        if key in second:
            both = mine[0] == second[key][0] == LETTERS[0]
            (contested if both else shared).append(catalog.topics[key])
    return tuple(contested), tuple(shared)


# --- sets of roles as whole numbers -----------------------------------------------------------


def _count(sets: Iterable[int]) -> list[int]:
    """Count for every role at once in how many of the sets it is.

    The counts come as planes: the first holds the ones digit of each role's count in binary,
    the next the twos, and so on.
    """
    planes: list[int] = []
    for carry in sets:
        for place, plane in enumerate(planes):
            if not carry:
                break
            planes[place], carry = plane ^ carry, plane & carry
        if carry:
            planes.append(carry)
    return planes


def _union(planes: Iterable[int]) -> int:
    """Give the roles whose count is not nought."""
    found = 0
    for plane in planes:
        found |= plane
    return found


def _above(planes: Sequence[int], floor: int, among: int) -> int:
    """Give the roles `among` these whose count is above `floor`."""
    if floor >> len(planes):
        return 0
    above, equal = 0, among
    for place in range(len(planes) - 1, -1, -1):
        if floor >> place & 1:
            equal &= planes[place]
        else:
            above |= equal & planes[place]
            equal &= ~planes[place]
    return above


def _highest(planes: Sequence[int], most: int | None, among: int) -> int:
    """Return at most so many of the roles `among` these: of the highest count, then the first."""
    if most is None or among.bit_count() <= most:
        return among
    chosen = 0
    for plane in reversed(planes):
        high = among & plane
        if (chosen | high).bit_count() > most:
            among = high
        else:
            chosen |= high
            among &= ~plane
    for place in itertools.islice(_places(among), most - chosen.bit_count()):
        chosen |= 1 << place
    return chosen


def _places(bits: int) -> Iterator[int]:
    """Yield the places of the bits that are set, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


class _Best:
    """Keeps the pairs of the highest scores; of equal ones those that came first.

    What is to be added has a score above `floor`.
    """

    def __init__(self, top: int | None) -> None:
        self.floor = 0
        self._top = top
        self._found: list[tuple[int, int, int]] = []

    def add(self, score: int, first: int, second: int) -> None:
        """Take in a pair."""
        self._found.append((-score, first, second))
        if self._top is not None and len(self._found) > 2 * self._top + 100:
            self._cut(self._top)

    def _cut(self, top: int) -> None:
        self._found.sort()
        del self._found[top:]
        if self._found and len(self._found) == top:
            self.floor = -self._found[-1][0]

    def pairs(self) -> list[tuple[int, int]]:
        """Give the pairs, best first."""
        self._cut(len(self._found) if self._top is None else self._top)
        return [(first, second) for _, first, second in self._found]
