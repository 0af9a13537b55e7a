"""A schema in words: what an editor shows beside each key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from rolecmp.definitions.schema import Schema, catalog_schema, role_schema
from rolecmp.rendering.formats import Format, FormatSet, Options
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog

KINDS = {"role": role_schema, "catalog": catalog_schema}
"""What there is a schema of, and how it is made."""


class SchemaOf(NamedTuple):
    """A question for a schema: of which kind of file, in which catalog."""

    catalog: Catalog
    kind: str


def schema_value(answer: SchemaOf, language: str) -> Schema:
    """Give a schema, in words of one language."""
    words = Words(language)
    return KINDS[answer.kind](answer.catalog, language, lambda key: words(f"schema.{key}"))


def _json(presenter: Any, answer: SchemaOf, options: Options) -> str:
    from rolecmp.rendering.json import render_json

    return render_json(schema_value(answer, options.language))


FORMATS = FormatSet({"json": Format((".json",), _json)}, "json", "json")
