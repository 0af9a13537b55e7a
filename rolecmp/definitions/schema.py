"""The shape of definition files as JSON Schema (draft 2020-12), for a catalog at hand.

An editor completes and checks with it while typing. It says what the reader says of a file's
shape and no more: a test holds the two against each other. What the reader knows beyond the
shape, such as a name that two roles have, no schema can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from rolecmp.definitions.catalogfile import FORMAT_VERSION, OFF
from rolecmp.definitions.fields import MAX_NAME
from rolecmp.definitions.model import ACCEPTABLE, FINDINGS, LETTERS, THRESHOLDS, pick
from rolecmp.definitions.rolefile import ROLE_KEYS

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog

Schema: TypeAlias = "dict[str, Any]"
Describe: TypeAlias = "Callable[[str], str]"

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ID = {"type": "string", "pattern": "^[a-z][a-z0-9-]*$", "maxLength": MAX_NAME}
# What YAML makes of the ids true and false where no quotes are around them.
_ID_OR_BOOLEAN: Schema = {"anyOf": [_ID, {"type": "boolean"}]}
_LANGUAGE = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
# A scalar is text as written, so what an editor takes for a number or a boolean is text too.
_SCALAR: Schema = {"type": ["string", "number", "boolean"], "pattern": "\\S"}
_COUNT: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 0, "maximum": 9999},
        {"type": "string", "pattern": "^\\+?0*[0-9]{1,4}(\\.0*)?$"},
        {"const": OFF},
    ]
}


def role_schema(catalog: Catalog, language: str, describe: Describe) -> Schema:
    """Give the schema of a role file; `describe` puts a key into words of `language`."""
    statement = _ref("statement")
    properties: Schema = {
        "name": _said(_ref("text"), describe("name")),
        "aliases": _said(_list_of(_SCALAR), describe("aliases")),
        "summary": _said(statement, describe("summary")),
    }
    for key, name in catalog.dimensions.items():
        properties[key] = _said(_list_of(statement), pick(name.texts, language))
    properties |= {
        "notes": _said(_list_of(_ref("text")), describe("notes")),
        "source": _said(_ref("text"), describe("source")),
        "accepted": _said(_accepted("role"), describe("accepted")),
    }
    assert properties.keys() == {*ROLE_KEYS, *catalog.dimensions}
    letters = {letter: _said(_list_of(_ref("topic")), describe(letter)) for letter in LETTERS}
    return {
        "$schema": DIALECT,
        "title": describe("role-file"),
        **_mapping(properties, required=["name"]),
        "$defs": {
            "text": _text(catalog.languages),
            "statement": _text(
                catalog.languages,
                {**letters, "accepted": _said(_accepted("statement"), describe("accepted"))},
            ),
            "topic": _topic(catalog, language),
        },
    }


def catalog_schema(catalog: Catalog, language: str, describe: Describe) -> Schema:
    """Give the schema of ``catalog.yaml``; `describe` puts a key into words of `language`."""
    text = _ref("text")
    topic = _text(
        catalog.languages,
        {
            "aliases": _said(_list_of(_SCALAR), describe("aliases")),
            "accepted": _said(_accepted("topic"), describe("accepted")),
        },
    )
    pair = _mapping(
        {
            "roles": _said(
                {**_list_of(_ID_OR_BOOLEAN), "minItems": 2, "maxItems": 2, "uniqueItems": True},
                describe("pair-roles"),
            ),
            "difference": _said(text, describe("difference")),
            "together": _said(_list_of(text), describe("together")),
        },
        required=["roles"],
    )
    languages = {
        **_list_of({"type": "string", "pattern": _LANGUAGE}),
        "minItems": 1,
        "uniqueItems": True,
    }
    dimension_id = {**_ID, "not": {"enum": [*ROLE_KEYS, *LETTERS]}}
    checks = {rule: _COUNT if rule in THRESHOLDS else {"const": OFF} for rule in FINDINGS}
    version = {"enum": [int(FORMAT_VERSION), FORMAT_VERSION]}
    properties = {
        "rolecmp": _said(version, describe("rolecmp")),
        "title": _said(text, describe("title")),
        "languages": _said(languages, describe("languages")),
        "source": _said(text, describe("source")),
        "dimensions": _said(_named(dimension_id, text), describe("dimensions")),
        "topics": _said(_named(_ID, topic), describe("topics")),
        "pairs": _said(_list_of(pair), describe("pairs")),
        "checks": _said(_mapping(checks), describe("checks")),
    }
    return {
        "$schema": DIALECT,
        "title": describe("catalog-file"),
        **_mapping(properties, required=["rolecmp", "languages"]),
        "$defs": {"text": _text(catalog.languages)},
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _said(schema: Mapping[str, Any], description: str) -> Schema:
    return {"description": description, **schema}


def _list_of(items: Mapping[str, Any]) -> Schema:
    return {"type": "array", "items": items}


def _mapping(properties: Mapping[str, Any], required: Sequence[str] = ()) -> Schema:
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": list(required)} if required else schema


def _named(names: Mapping[str, Any], values: Mapping[str, Any]) -> Schema:
    return {"type": "object", "propertyNames": names, "additionalProperties": values}


def _text(languages: Sequence[str], beside: Mapping[str, Any] | None = None) -> Schema:
    """A text: a mapping from language to string, with one of them at least, and keys beside."""
    in_languages = {
        **_mapping({**dict.fromkeys(languages, _SCALAR), **(beside or {})}),
        "anyOf": [{"required": [language]} for language in languages],
    }
    # Where there is one language, a string will do.
    return {"anyOf": [_SCALAR, in_languages]} if len(languages) == 1 else in_languages


def _accepted(place: str) -> Schema:
    return _mapping({rule: _ref("text") for rule in ACCEPTABLE[place]})


def _topic(catalog: Catalog, language: str) -> Schema:
    """A topic's id; editors show the names beside the ids they offer."""
    ids: list[str | bool] = list(catalog.topics)
    names = [pick(topic.name.texts, language) for topic in catalog.topics.values()]
    for word, value in (("true", True), ("false", False)):
        if word in catalog.topics:  # what YAML makes of that id where no quotes are around it
            ids.append(value)
            names.append(names[ids.index(word)])
    return {"enum": ids, "enumDescriptions": names}
