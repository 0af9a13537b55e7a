"""Pieces of JSON values that several answers share.

Texts are given in every language, positions as path, line and column, 1-based in characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog, Claim, Name, Pair, Role, Statement, Text, Topic

Value: TypeAlias = "dict[str, Any]"


def catalog_value(catalog: Catalog) -> Value:
    """Return which catalog an answer comes from."""
    return {
        "folder": catalog.folder,
        "builtin": catalog.builtin,
        "title": dict(catalog.title.texts) if catalog.title else None,
        "languages": list(catalog.languages),
        "source": dict(catalog.source.texts) if catalog.source else None,
    }


def place_value(path: str, thing: Text | Statement | Claim | Name | Pair) -> Value:
    """Return where a thing stands."""
    return {"path": path, "line": thing.line, "column": thing.column}


def role_value(role: Role) -> Value:
    """Return a role without what it states."""
    return {
        "id": role.id,
        "name": dict(role.name.texts),
        "position": place_value(role.path, role.name),
    }


def topic_value(topic: Topic) -> Value:
    """Return a topic's names."""
    return {"id": topic.id, "name": dict(topic.name.texts)}


def statement_value(role: Role, statement: Statement) -> Value:
    """Return a sentence with its letters and its place."""
    letters: dict[str, list[str]] = {}
    for claim in statement.claims:
        letters.setdefault(claim.letter, []).append(claim.topic)
    return {
        "text": dict(statement.texts),
        "letters": letters,
        "position": place_value(role.path, statement),
    }


def summary_value(role: Role) -> Value | None:
    """Return a role's summary, if it has one."""
    return statement_value(role, role.summary) if role.summary else None


def brief_value(role: Role) -> Value:
    """Return a role's brief, whom it manages, and its letters without a sentence."""
    letters: dict[str, list[str]] = {}
    for claim in role.letters:
        letters.setdefault(claim.letter, []).append(claim.topic)
    return {
        "brief": {key: dict(text.texts) for key, text in role.brief.items()},
        "manages": [each.id for each in role.manages],
        "ask": role.ask.text if role.ask else None,
        "letters": letters,
    }


def pair_value(pair: Pair) -> Value:
    """Return what is true of two roles together."""
    return {
        "roles": list(pair.roles),
        "difference": dict(pair.difference.texts) if pair.difference else None,
        "together": [dict(text.texts) for text in pair.together],
    }


def dimension_value(catalog: Catalog, key: str) -> Value:
    """Return a dimension's names."""
    return {"id": key, "name": dict(catalog.dimensions[key].texts)}
