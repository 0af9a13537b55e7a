"""Roles manage each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Place, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.definitions.model import Role
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    roles = subject.catalog.roles
    told: set[str] = set()
    for key, role in roles.items():
        circle = _circle(key, roles)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            at = next(each for each in role.manages if each.id == circle[1])
            place = Place(role.path, at.line, at.column)
            yield Found(place, phrase("manages-cycle", roles=circle), phrase("break-circle"))


def _circle(start: str, roles: Mapping[str, Role]) -> tuple[str, ...]:
    """Return the shortest way down from a role that leads back to it, both ends included."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = set()
    for way in ways:
        for each in roles[way[-1]].manages:
            if each.id == start:
                return (*way, start)
            if each.id in roles and each.id not in seen:
                seen.add(each.id)
                ways.append((*way, each.id))
    return ()


RULE = Rule("manages-cycle", Severity.ERROR, _find, optional=False)
