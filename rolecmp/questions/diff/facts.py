"""What became of what is no text: who manages whom, whom to ask, groups, order, coverage."""

from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from rolecmp.definitions.model import Acceptance, Ask, Catalog, Role, Statement, Topic


class Aspect(Enum):
    """What a fact is about: something of a role, a topic, an acceptance or the catalog."""

    MANAGES = "manages"
    ASK = "ask"
    GROUP = "group"
    ACCEPTED_ROLES = "roles"
    ACCEPTED_AT_MOST = "at-most"
    ACCEPTED_UNTIL = "until"
    ROLE_ORDER = "role-order"
    GROUP_ORDER = "group-order"


class Fact(NamedTuple):
    """Something other than a text, before and after: ids or words, none where there is nothing.

    `rule` is the finding whose acceptance it is about, `statement` the one that it is accepted
    on, if any.
    """

    aspect: Aspect
    old: tuple[str, ...]
    new: tuple[str, ...]
    rule: str = ""
    statement: Statement | None = None


def of_role(old: Role, new: Role, roles: Mapping[str, str]) -> Iterator[Fact]:
    """Tell of whom a role manages, whom to ask and what is accepted; `roles` were renamed."""
    managed = tuple(roles.get(each.id, each.id) for each in old.manages)
    yield from _fact(Aspect.MANAGES, managed, tuple(each.id for each in new.manages))
    yield from _asked(old.ask, new.ask)
    yield from coverage(old.accepted, new.accepted, roles)


def of_topic(old: Topic, new: Topic, groups: Mapping[str, str]) -> Iterator[Fact]:
    """Tell of a topic's group and whom to ask; `groups` were renamed."""
    group = None if old.group is None else groups.get(old.group, old.group)
    yield from _fact(Aspect.GROUP, _one(group), _one(new.group))
    yield from _asked(old.ask, new.ask)


def of_catalog(old: Catalog, new: Catalog) -> Iterator[Fact]:
    """Tell of another order of the roles and groups that both catalogs have."""
    for aspect, before, after in (
        (Aspect.ROLE_ORDER, old.roles, new.roles),
        (Aspect.GROUP_ORDER, old.groups, new.groups),
    ):
        first, second = _common(before, after), _common(after, before)
        if first != second:
            yield Fact(aspect, first, second)


def coverage(
    old: Mapping[str, Acceptance],
    new: Mapping[str, Acceptance],
    roles: Mapping[str, str],
    statement: Statement | None = None,
) -> Iterator[Fact]:
    """Tell of whom, how much and until when both catalogs accept the same findings."""
    for rule in sorted(old.keys() & new.keys()):
        one, other = old[rule], new[rule]
        named = tuple(roles.get(each.id, each.id) for each in one.roles)
        for aspect, before, after in (
            (Aspect.ACCEPTED_ROLES, named, tuple(each.id for each in other.roles)),
            (Aspect.ACCEPTED_AT_MOST, _one(one.at_most), _one(other.at_most)),
            (Aspect.ACCEPTED_UNTIL, _one(one.until), _one(other.until)),
        ):
            for each in _fact(aspect, before, after):
                yield each._replace(rule=rule, statement=statement)


def _asked(old: Ask | None, new: Ask | None) -> Iterator[Fact]:
    return _fact(Aspect.ASK, _one(old.text if old else None), _one(new.text if new else None))


def _fact(aspect: Aspect, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Fact]:
    if sorted(old) != sorted(new):
        yield Fact(aspect, old, new)


def _one(value: object) -> tuple[str, ...]:
    return () if value is None else (str(value),)


def _common(ids: Collection[str], others: Collection[str]) -> tuple[str, ...]:
    return tuple(each for each in ids if each in others)
