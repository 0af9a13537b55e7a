"""The shape of definition files as JSON Schema (draft 2020-12), for a catalog at hand.

An editor completes and checks with it while typing. It says what the reader says of a file's
shape and no more: a test holds the two against each other. What the reader knows beyond the
shape, such as a name that two roles have, no schema can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partialmethod
from typing import TYPE_CHECKING, Any, TypeAlias

from rolecmp.definitions.model import ACCEPTABLE, FINDINGS, LETTERS, THRESHOLDS, pick
from rolecmp.definitions.shape import (
    CATALOG,
    CATALOG_NEEDS,
    FORMAT_VERSION,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    MAX_ID,
    MAX_THRESHOLD,
    OFF,
    PAIR,
    PAIR_NEEDS,
    ROLE,
    ROLE_NEEDS,
    STATEMENT,
    TOPIC,
    Shape,
)

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog

Schema: TypeAlias = "dict[str, Any]"
Describe: TypeAlias = "Callable[[str], str]"

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ID = {"type": "string", "pattern": ID_PATTERN, "maxLength": MAX_ID}
# What YAML makes of the ids true and false where no quotes are around them.
_ID_OR_BOOLEAN: Schema = {"anyOf": [_ID, {"type": "boolean"}]}
# A scalar is text as written, so what an editor takes for a number or a boolean is text too.
_SCALAR: Schema = {"type": ["string", "number", "boolean"], "pattern": "\\S"}
_COUNT: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 0, "maximum": MAX_THRESHOLD},
        {"type": "string", "pattern": "^\\+?0*[0-9]{1,4}(\\.0*)?$"},
        {"const": OFF},
    ]
}


def role_schema(catalog: Catalog, language: str, describe: Describe) -> Schema:
    """Return the schema of a role file; `describe` puts a key into words of `language`."""
    kinds = _Kinds(catalog, language, describe)
    dimensions = {
        key: _said(kinds.statements(), pick(name.texts, language))
        for key, name in catalog.dimensions.items()
    }
    return {
        "$schema": DIALECT,
        "title": describe("role-file"),
        **_mapping({**kinds.fields(ROLE), **dimensions}, ROLE_NEEDS),
        "$defs": {
            "text": kinds.beside_languages({}),
            "statement": kinds.beside_languages(STATEMENT),
            "topic": kinds.topic(),
        },
    }


def catalog_schema(catalog: Catalog, language: str, describe: Describe) -> Schema:
    """Return the schema of ``catalog.yaml``; `describe` puts a key into words of `language`."""
    kinds = _Kinds(catalog, language, describe)
    return {
        "$schema": DIALECT,
        "title": describe("catalog-file"),
        **_mapping(kinds.fields(CATALOG), CATALOG_NEEDS),
        "$defs": {"text": kinds.beside_languages({})},
    }


class _Kinds:
    """A schema a kind of field: what the method of `Fields` that has its name takes."""

    def __init__(self, catalog: Catalog, language: str, describe: Describe) -> None:
        self.catalog = catalog
        self.language = language
        self.describe = describe

    def fields(self, shape: Shape) -> Schema:
        """Describe the keys of a shape, each by its kind."""
        return {
            # The roles of a pair are two, which is said of them.
            key: _said(getattr(self, kind)(), self.describe(kind if kind == "pair_roles" else key))
            for key, kind in shape.items()
        }

    def beside_languages(self, shape: Shape) -> Schema:
        """A text: a mapping from language to string, with one of them at least, and keys beside."""
        languages = self.catalog.languages
        in_languages = {
            **_mapping({**dict.fromkeys(languages, _SCALAR), **self.fields(shape)}),
            "anyOf": [{"required": [language]} for language in languages],
        }
        # Where there is one language, a string will do.
        return {"anyOf": [_SCALAR, in_languages]} if len(languages) == 1 else in_languages

    def text(self) -> Schema:
        return _ref("text")

    def texts(self) -> Schema:
        return _list_of(_ref("text"))

    def names(self) -> Schema:
        return _list_of(_SCALAR)

    def statement(self) -> Schema:
        return _ref("statement")

    def statements(self) -> Schema:
        return _list_of(_ref("statement"))

    def claims(self) -> Schema:
        return _list_of(_ref("topic"))

    def topic(self) -> Schema:
        """A topic's id; editors show the names beside the ids they offer."""
        topics = self.catalog.topics
        ids: list[str | bool] = list(topics)
        names = [pick(topic.name.texts, self.language) for topic in topics.values()]
        for word, value in (("true", True), ("false", False)):
            if word in topics:  # what YAML makes of that id where no quotes are around it
                ids.append(value)
                names.append(names[ids.index(word)])
        return {"enum": ids, "enumDescriptions": names}

    def _accepted(self, subject: str) -> Schema:
        return _mapping({rule: _ref("text") for rule in ACCEPTABLE[subject]})

    accepted_role = partialmethod(_accepted, "role")
    accepted_statement = partialmethod(_accepted, "statement")
    accepted_topic = partialmethod(_accepted, "topic")

    def version(self) -> Schema:
        return {"enum": [int(FORMAT_VERSION), FORMAT_VERSION]}

    def languages(self) -> Schema:
        codes = _list_of({"type": "string", "pattern": LANGUAGE_PATTERN})
        return {**codes, "minItems": 1, "uniqueItems": True}

    def dimensions(self) -> Schema:
        return _named({**_ID, "not": {"enum": [*ROLE, *LETTERS]}}, _ref("text"))

    def topics_by_id(self) -> Schema:
        return _named(_ID, self.beside_languages(TOPIC))

    def pairs(self) -> Schema:
        return _list_of(_mapping(self.fields(PAIR), PAIR_NEEDS))

    def pair_roles(self) -> Schema:
        return {**_list_of(_ID_OR_BOOLEAN), "minItems": 2, "maxItems": 2, "uniqueItems": True}

    def checks(self) -> Schema:
        return _mapping(
            {rule: _COUNT if rule in THRESHOLDS else {"const": OFF} for rule in FINDINGS}
        )


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
