"""A schema in words: what an editor shows beside each key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from rolecmp.definitions.schema import RuleShape, Schema, catalog_schema, role_schema
from rolecmp.definitions.sources.folders import path_in
from rolecmp.questions.rules import RULES
from rolecmp.rendering.formats import Format, FormatSet, Options
from rolecmp.words import LANGUAGES, Words

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog
    from rolecmp.definitions.sources.folders import Folder

KINDS = {"role": role_schema, "catalog": catalog_schema}
"""What there is a schema of, and how it is made."""


SCHEMA_FILES = {kind: f"{kind}.schema.json" for kind in KINDS}
"""What the files of schemas beside a catalog are called."""


class SchemaOf(NamedTuple):
    """A question for a schema: of which kind of file, in which catalog."""

    catalog: Catalog
    kind: str


def schema_value(answer: SchemaOf, language: str) -> Schema:
    """Return a schema, in words of one language."""
    words = Words(language)
    rules = {
        rule.name: RuleShape(rule.on, rule.at_most is not None)
        for rule in RULES.values()
        if rule.optional
    }
    return KINDS[answer.kind](answer.catalog, language, lambda key: words(f"schema.{key}"), rules)


def schema_texts(catalog: Catalog, language: str) -> dict[str, str]:
    """Return the schemas of a catalog's files in words of one language, by their files' names."""
    from rolecmp.rendering.json import render_json

    return {
        name: render_json(schema_value(SchemaOf(catalog, kind), language))
        for kind, name in SCHEMA_FILES.items()
    }


def stale_schemas(folder: Folder, catalog: Catalog) -> tuple[str, ...]:
    """Return the paths of the schemas in a catalog's folder that are not those it has now.

    A schema is known by its title, in whatever language it was written.
    """
    import json

    try:
        names = [name for name in sorted(folder.names()) if name.endswith(".schema.json")]
    except OSError:
        return ()
    stale = []
    for name in names:
        data = folder.read(name, _MAX_SCHEMA)
        try:
            found = json.loads(data) if isinstance(data, bytes) else None
        except (ValueError, RecursionError):
            continue
        title = found.get("title") if isinstance(found, dict) else None
        made = [
            schema_value(SchemaOf(catalog, kind), language)
            for kind in KINDS
            for language in LANGUAGES
        ]
        mine = [each for each in made if each["title"] == title]
        if mine and found not in mine:
            stale.append(path_in(folder, name))
    return tuple(stale)


_MAX_SCHEMA = 1 << 22


def _json(presenter: Any, answer: SchemaOf, options: Options) -> str:
    from rolecmp.rendering.json import render_json

    return render_json(schema_value(answer, options.language))


FORMATS = FormatSet({"json": Format((".json",), _json)}, "json", "json")
