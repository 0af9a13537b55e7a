"""Where roles meet: pairs of roles by the topics that both have a part in."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rolecmp.definitions.model import Catalog, Role
from rolecmp.definitions.once import once
from rolecmp.questions.standing import ACCOUNTABLE, Standing, letters_by_role, standings


class Overlap(NamedTuple):
    """Two roles and how the topics stand that they meet on, in the catalog's order.

    Both are accountable for the `contested` ones. On the `shared` ones both have any letter,
    and one of them at most is accountable.
    """

    first: Role
    second: Role
    contested: tuple[Standing, ...]
    shared: tuple[Standing, ...]


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


def overlaps(
    catalog: Catalog, today: str, role: Role | None = None, top: int | None = None
) -> Overlaps:
    """Rank the pairs of roles, or those of `role`, and return the first `top` of them, or all.

    A thousand roles make half a million pairs, so the topics of a role are the bits of a number,
    and what two roles have in common is counted at once.
    """
    roles = list(catalog.roles.values())
    if role is not None:  # a pair is met at its first role, which is the one asked for
        roles = [role, *(each for each in roles if each.id != role.id)]
    numbers = _numbers(catalog)
    topics = [numbers[each.id][0] for each in roles]
    owned = [numbers[each.id][1] for each in roles]
    weight = len(catalog.topics) + 1  # one contested topic goes before any number of others
    best: list[tuple[int, int, int]] = []
    every = meeting = contested = floor = 0
    for first in range(len(roles) if role is None else 1):
        mine, decides = topics[first], owned[first]
        rest = zip(topics[first + 1 :], owned[first + 1 :], strict=True)
        scores = [
            (mine & theirs).bit_count() + weight * (decides & decided).bit_count()
            for theirs, decided in rest
        ]
        every += len(scores)
        meeting += len(scores) - scores.count(0)
        contested += len([score for score in scores if score >= weight])
        best += [
            (-score, first, other) for other, score in enumerate(scores, first + 1) if score > floor
        ]
        if top is not None and len(best) > 4 * top:
            best = sorted(best)[:top]
            floor = -best[-1][0]  # of equal pairs, those that came first stay
    standing = list(standings(catalog, today).values())

    def named(found: int) -> tuple[Standing, ...]:
        return tuple(standing[number] for number in _places(found))

    shown = []
    for _, first, second in sorted(best)[:top]:
        both = owned[first] & owned[second]
        shared = topics[first] & topics[second] & ~both
        shown.append(Overlap(roles[first], roles[second], named(both), named(shared)))
    return Overlaps(catalog, role, tuple(shown), contested, meeting - contested, every - meeting)


@once
def _numbers(catalog: Catalog) -> Mapping[str, tuple[int, int]]:
    """Return two numbers a role: its topics as bits, and those of them that it decides."""
    bits = {key: 1 << number for number, key in enumerate(catalog.topics)}
    return {
        id_: (
            sum([bits[key] for key in mine]),
            sum([bits[key] for key, held in mine.items() if held[0] == ACCOUNTABLE]),
        )
        for id_, mine in letters_by_role(catalog).items()
    }


def _places(bits: int) -> Iterator[int]:
    """Yield the places of the bits that are set, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
