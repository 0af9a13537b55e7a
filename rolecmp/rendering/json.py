"""An answer as JSON: the domain itself, with every language and every position."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from rolecmp.definitions.model import Catalog, Claim, Name, Pair, Role, Statement, Text, Topic
from rolecmp.questions.comparison import Comparison, Standing, letters_by_topic
from rolecmp.questions.ownership import Evidence, Owners, Ownership
from rolecmp.questions.portrait import Portrait, RoleList
from rolecmp.rendering.report import Answer

Value: TypeAlias = "dict[str, Any]"


def render_json(answer: Answer) -> str:
    """Give any answer as one JSON object whose ``schema`` names its shape.

    All languages are in it, so the shape and the content are the same whatever the language
    asked for. Lines and columns are 1-based and count characters.
    """
    name, make = _MAKERS[type(answer)]
    value = {"schema": f"rolecmp/{name}/1", "catalog": _catalog(answer.catalog), **make(answer)}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _catalog(catalog: Catalog) -> Value:
    return {
        "folder": catalog.folder,
        "builtin": catalog.builtin,
        "title": dict(catalog.title.texts) if catalog.title else None,
        "languages": list(catalog.languages),
    }


def _place(path: str, thing: Text | Statement | Claim | Name | Pair) -> Value:
    return {"path": path, "line": thing.line, "column": thing.column}


def _role(role: Role) -> Value:
    return {"id": role.id, "name": dict(role.name.texts), "position": _place(role.path, role.name)}


def _topic(topic: Topic) -> Value:
    return {"id": topic.id, "name": dict(topic.name.texts)}


def _statement(role: Role, statement: Statement) -> Value:
    letters: dict[str, list[str]] = {}
    for claim in statement.claims:
        letters.setdefault(claim.letter, []).append(claim.topic)
    return {
        "text": dict(statement.texts),
        "letters": letters,
        "position": _place(role.path, statement),
    }


def _summary(role: Role) -> Value | None:
    return _statement(role, role.summary) if role.summary else None


def _pair(pair: Pair) -> Value:
    return {
        "roles": list(pair.roles),
        "difference": dict(pair.difference.texts) if pair.difference else None,
        "together": [dict(text.texts) for text in pair.together],
    }


def _dimension(catalog: Catalog, key: str) -> Value:
    return {"id": key, "name": dict(catalog.dimensions[key].texts)}


def _comparison(answer: Comparison) -> Value:
    return {
        "roles": [{**_role(role), "summary": _summary(role)} for role in answer.roles],
        "pairs": [_pair(pair) for pair in answer.pairs],
        "dimensions": [
            {
                **_dimension(answer.catalog, section.dimension),
                "statements": {
                    role.id: [_statement(role, each) for each in statements] or None
                    for role, statements in zip(answer.roles, section.statements, strict=True)
                },
            }
            for section in answer.sections
        ],
        "topics": [
            {
                **_topic(row.topic),
                "standing": row.standing.value,
                "letters": {
                    role.id: list(letters)
                    for role, letters in zip(answer.roles, row.letters, strict=True)
                },
            }
            for row in answer.topics
        ],
        "counts": {
            "contested": answer.count(Standing.CONTESTED),
            "shared": answer.count(Standing.SHARED),
            "single": {
                role.id: answer.count(Standing.SINGLE, role.id) for role in answer.roles
            },
        },
    }


def _evidence(each: Evidence) -> Value:
    return {
        "role": each.role.id,
        "letter": each.claim.letter,
        "dimension": each.dimension,
        "text": dict(each.statement.texts),
        "position": _place(each.role.path, each.statement),
        "letter_position": _place(each.role.path, each.claim),
    }


def _ownership(each: Ownership) -> Value:
    return {
        **_topic(each.topic),
        "state": each.state.value,
        "owners": [role.id for role in each.owners],
        "accepted": dict(each.accepted.texts) if each.accepted else None,
        "evidence": [_evidence(one) for one in each.evidence],
    }


def _owners(answer: Owners) -> Value:
    return {
        "settled": answer.settled,
        "topics": [_ownership(each) for each in answer.topics],
    }


def _portrait(answer: Portrait) -> Value:
    role = answer.role
    return {
        "role": {
            **_role(role),
            "aliases": [alias.name for alias in role.aliases],
            "summary": _summary(role),
            "notes": [dict(note.texts) for note in role.notes],
            "source": dict(role.source.texts) if role.source else None,
        },
        "dimensions": [
            {
                **_dimension(answer.catalog, key),
                "statements": [_statement(role, each) for each in role.statements[key]]
                if key in role.statements
                else None,
            }
            for key in answer.catalog.dimensions
        ],
        "topics": [
            {**_topic(topic), "letters": list(letters)} for topic, letters in answer.topics
        ],
        "pairs": [_pair(pair) for pair in answer.pairs],
    }


def _role_list(answer: RoleList) -> Value:
    return {
        "roles": [
            {
                **_role(line.role),
                "aliases": [alias.name for alias in line.role.aliases],
                "summary": dict(line.role.summary.texts) if line.role.summary else None,
                "letters": {
                    topic: list(letters) for topic, letters in letters_by_topic(line.role).items()
                },
            }
            for line in answer.roles
        ]
    }


_MAKERS: Mapping[type, tuple[str, Callable[[Any], Value]]] = {
    Comparison: ("compare", _comparison),
    Owners: ("who-owns", _owners),
    Portrait: ("show", _portrait),
    RoleList: ("list", _role_list),
}
