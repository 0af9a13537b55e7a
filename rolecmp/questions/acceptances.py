"""What an acceptance covers: whom, how much, and until when. Beyond that it lapses."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import Phrase, phrase

if TYPE_CHECKING:
    from rolecmp.definitions.model import Acceptance


def gap(
    acceptance: Acceptance,
    today: str,
    roles: Collection[str] = (),
    count: int | None = None,
    *,
    names_roles: bool = False,
) -> Phrase | None:
    """Return why an acceptance does not cover a finding, and what to do; None where it does.

    The finding is about these `roles`, or about a `count`. With `names_roles`, an acceptance that
    names no roles covers none. `today` is a date (ISO 8601), such as 2027-03-31.
    """
    if acceptance.until is not None and today >= acceptance.until:
        return phrase("accepted-until", until=acceptance.until)
    named = [each.id for each in acceptance.roles]
    if not named and names_roles:
        return phrase("accept-whom", roles=", ".join(roles))
    if named and (others := tuple(each for each in roles if each not in named)):
        return phrase("accepted-others", names=others)
    if count is None:
        return None
    if acceptance.at_most is None:
        return phrase("accept-how-many", count=count)
    return (
        phrase("accepted-fewer", limit=acceptance.at_most) if count > acceptance.at_most else None
    )


def excess(
    acceptance: Acceptance, rule: str, roles: Collection[str], count: int | None
) -> Phrase | None:
    """Return what an acceptance covers that is not there; None where that is nothing.

    The findings of the rule that it meets are about these `roles`, or about a `count`.
    """
    others = tuple(each.id for each in acceptance.roles if each.id not in roles)
    if others:
        return phrase("accepted-too-many", rule=rule, names=others)
    limit = acceptance.at_most
    if limit is not None and (count is None or limit > count):
        return phrase("accepted-too-much", rule=rule, limit=limit, count=count or 0)
    return None
