"""The shape of definition files as JSON Schema (draft 2020-12), for a catalog at hand.

An editor completes and checks with it while typing. It says what the reader says of a file's
shape and no more: a test holds the two against each other. What the reader knows beyond the
shape, such as a name that two roles have, no schema can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partialmethod
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from rolecmp.definitions.model import Topic, pick
from rolecmp.definitions.names import names_of
from rolecmp.definitions.shape import (
    ACCEPTANCE,
    CATALOG,
    CATALOG_NEEDS,
    DAY_PATTERN,
    FORMAT_VERSION,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    MAX_ID,
    MAX_THRESHOLD,
    OFF,
    ON,
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

ID_SCHEMA = {"type": "string", "pattern": ID_PATTERN, "maxLength": MAX_ID}
# A scalar is text as written, so what an editor takes for a number or a boolean is text too.
_SCALAR: Schema = {"type": ["string", "number", "boolean"], "pattern": "\\S"}
_COUNT: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 0, "maximum": MAX_THRESHOLD},
        {"type": "string", "pattern": "^\\+?0*[0-9]{1,4}(\\.0*)?$"},
    ]
}
_ON_OR_OFF: Schema = {"enum": [ON, OFF]}
# The key `roles` means a thing of its own in three places, and is described by its kind.
_SAID_BY_KIND = ("pair_roles", "accepted_roles")


class RuleShape(NamedTuple):
    """What a catalog may say of a rule: where it may be accepted, and whether it counts."""

    on: tuple[str, ...]
    counts: bool


def role_schema(
    catalog: Catalog, language: str, describe: Describe, rules: Mapping[str, RuleShape]
) -> Schema:
    """Return the schema of a role file; `describe` puts a key into words of `language`."""
    kinds = _Kinds(catalog, language, describe, rules)
    dimensions = kinds.by_dimension(kinds.statements())
    return {
        "$schema": DIALECT,
        "title": describe("role-file"),
        **mapping({**kinds.fields(ROLE), **dimensions}, ROLE_NEEDS),
        "$defs": {
            "text": kinds.beside_languages({}),
            "statement": kinds.beside_languages(STATEMENT),
            "topic": kinds.topic(),
            "acceptance": kinds.beside_languages(ACCEPTANCE),
        },
    }


def catalog_schema(
    catalog: Catalog, language: str, describe: Describe, rules: Mapping[str, RuleShape]
) -> Schema:
    """Return the schema of ``catalog.yaml``; `describe` puts a key into words of `language`."""
    kinds = _Kinds(catalog, language, describe, rules)
    return {
        "$schema": DIALECT,
        "title": describe("catalog-file"),
        **mapping(kinds.fields(CATALOG), CATALOG_NEEDS),
        "$defs": {
            "text": kinds.beside_languages({}),
            "acceptance": kinds.beside_languages(ACCEPTANCE),
        },
    }


class _Kinds:
    """A schema a kind of field: what the method of `Fields` that has its name takes."""

    def __init__(
        self,
        catalog: Catalog,
        language: str,
        describe: Describe,
        rules: Mapping[str, RuleShape],
    ) -> None:
        self.rules = rules
        self.catalog = catalog
        self.language = language
        self.describe = describe

    def fields(self, shape: Shape) -> Schema:
        """Describe the keys of a shape, each by its kind."""
        return {
            key: _said(getattr(self, kind)(), self.describe(kind if kind in _SAID_BY_KIND else key))
            for key, kind in shape.items()
        }

    def beside_languages(self, shape: Shape, *, needed: bool = True) -> Schema:
        """A text: a mapping from language to string, and keys of a shape beside.

        With `needed`, one of the languages has to be there.
        """
        languages = self.catalog.languages
        described: Schema = mapping({**dict.fromkeys(languages, _SCALAR), **self.fields(shape)})
        if needed:
            described["anyOf"] = [{"required": [language]} for language in languages]
        # Where there is one language, a string will do.
        return {"anyOf": [_SCALAR, described]} if len(languages) == 1 else described

    def by_dimension(self, values: Schema) -> Schema:
        """A value a dimension, by the dimension's name."""
        return {
            key: _said(values, pick(name.texts, self.language))
            for key, name in self.catalog.dimensions.items()
        }

    def text(self) -> Schema:
        return ref("text")

    def texts(self) -> Schema:
        return list_of(ref("text"))

    def names(self) -> Schema:
        return list_of(_SCALAR)

    def statement(self) -> Schema:
        return ref("statement")

    def statements(self) -> Schema:
        return list_of(ref("statement"))

    def claims(self) -> Schema:
        return list_of(ref("topic"))

    def topic(self) -> Schema:
        """A topic, by any of its names as the catalog writes it; editors show what each means."""
        return self._one_of(self.catalog.topics.values())

    def brief(self) -> Schema:
        return mapping(self.by_dimension(ref("text")))

    def references(self) -> Schema:
        return {**list_of(_SCALAR), "uniqueItems": True}

    accepted_roles = references

    def ask(self) -> Schema:
        return _SCALAR

    def group(self) -> Schema:
        return self._one_of(Topic(key, name) for key, name in self.catalog.groups.items())

    def count(self) -> Schema:
        return _COUNT

    def day(self) -> Schema:
        return {"type": "string", "pattern": DAY_PATTERN, "format": "date"}

    def _one_of(self, things: Iterable[Topic]) -> Schema:
        names: dict[str | bool, str] = {}
        for thing in things:
            shown = pick(thing.name.texts, self.language)
            names |= {name.name: shown for name in names_of(thing) if name.name not in names}
        # What YAML makes of these words where no quotes are around them.
        booleans = [(names[word], word == "true") for word in ("true", "false") if word in names]
        return {
            "enum": [*names, *(value for _, value in booleans)],
            "enumDescriptions": [*names.values(), *(shown for shown, _ in booleans)],
        }

    def _accepted(self, subject: str) -> Schema:
        return mapping(
            {name: ref("acceptance") for name, rule in self.rules.items() if subject in rule.on}
        )

    accepted_role = partialmethod(_accepted, "role")
    accepted_statement = partialmethod(_accepted, "statement")
    accepted_topic = partialmethod(_accepted, "topic")

    def version(self) -> Schema:
        return {"enum": [int(FORMAT_VERSION), FORMAT_VERSION]}

    def languages(self) -> Schema:
        codes = list_of({"type": "string", "pattern": LANGUAGE_PATTERN})
        return {**codes, "minItems": 1, "uniqueItems": True}

    def declared_dimensions(self) -> Schema:
        return named({**ID_SCHEMA, "not": {"enum": [*ROLE]}}, ref("text"))

    def groups(self) -> Schema:
        return named(ID_SCHEMA, ref("text"))

    def topics_by_id(self) -> Schema:
        # Without a name, its id is one.
        nameless = {"enum": [None, ""]}
        return named(ID_SCHEMA, {"anyOf": [nameless, self.beside_languages(TOPIC, needed=False)]})

    def pairs(self) -> Schema:
        return list_of(mapping(self.fields(PAIR), PAIR_NEEDS))

    def pair_roles(self) -> Schema:
        return {**self.references(), "minItems": 2, "maxItems": 2}

    def checks(self) -> Schema:
        counting = {"anyOf": [*_COUNT["anyOf"], _ON_OR_OFF]}
        return mapping(
            {name: counting if rule.counts else _ON_OR_OFF for name, rule in self.rules.items()}
        )


def ref(name: str) -> Schema:
    """Return a reference to a definition of the same schema."""
    return {"$ref": f"#/$defs/{name}"}


def _said(schema: Mapping[str, Any], description: str) -> Schema:
    return {"description": description, **schema}


def list_of(items: Mapping[str, Any]) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


def mapping(properties: Mapping[str, Any], required: Iterable[str] = ()) -> Schema:
    """Return the schema of a mapping with these keys and no others."""
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    needed = list(required)
    return {**schema, "required": needed} if needed else schema


def named(names: Mapping[str, Any], values: Mapping[str, Any]) -> Schema:
    """Return the schema of a mapping whose keys are names."""
    return {"type": "object", "propertyNames": names, "additionalProperties": values}
