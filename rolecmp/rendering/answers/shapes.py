"""The shape of each answer in JSON, as JSON Schema (draft 2020-12), by the answer's name.

Every key of an object is always there: what there is nothing to say of is null or empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.schema import (
    DIALECT,
    ID_SCHEMA,
    Schema,
    list_of,
    mapping,
    named,
    ref,
)
from rolecmp.definitions.shape import DAY_PATTERN, LANGUAGE_PATTERN
from rolecmp.questions.compare import Decision
from rolecmp.questions.compare_versions import Likeness
from rolecmp.questions.diff import Kind
from rolecmp.questions.diff.facts import Aspect
from rolecmp.questions.diff.wordings import Part
from rolecmp.questions.matrix import Only
from rolecmp.questions.rule import Severity
from rolecmp.questions.standing import State
from rolecmp.words import LANGUAGES, Words

if TYPE_CHECKING:
    from enum import Enum


def _whole(keys: Mapping[str, Schema]) -> Schema:
    """Return the schema of an object that has all of these keys and no others."""
    return mapping(keys, keys)


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(kind: Iterable[Enum]) -> Schema:
    return {"enum": [each.value for each in kind]}


def _by_id(values: Schema) -> Schema:
    return named(ID_SCHEMA, values)


_STRING: Schema = {"type": "string"}
_STRINGS = list_of(_STRING)
_YES_OR_NO: Schema = {"type": "boolean"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_AT_MOST = _or_null(_COUNT)
_IDS = list_of(ID_SCHEMA)
_ID_OR_NULL = _or_null(ID_SCHEMA)
_LANGUAGE: Schema = {"type": "string", "pattern": LANGUAGE_PATTERN}
_LANGUAGES = list_of(_LANGUAGE)
_LETTER: Schema = {"enum": [*LETTERS]}
_LETTERS = list_of(_LETTER)
_TEXT, _TEXT_OR_NULL = ref("text"), _or_null(ref("text"))
_TEXTS = list_of(_TEXT)
_PLACE = ref("position")
_STATEMENTS = list_of(ref("statement"))
_BY_LETTER = ref("by-letter")
_BOTH_LANGUAGES = _whole(dict.fromkeys(LANGUAGES, _STRING))

_NAMED: Mapping[str, Schema] = {"id": ID_SCHEMA, "name": _TEXT}
_ROLE: Mapping[str, Schema] = {**_NAMED, "position": _PLACE}
_SUMMARY: Mapping[str, Schema] = {"summary": _or_null(ref("statement"))}
_BRIEF: Mapping[str, Schema] = {
    "brief": _by_id(_TEXT),
    "manages": _IDS,
    "ask": _or_null(_STRING),
    "letters": _BY_LETTER,
}
_STANDING: Mapping[str, Schema] = {
    **_NAMED,
    "state": _one_of(State),
    "owners": _IDS,
    "accepted": _or_null(ref("acceptance")),
}
_FINDING: Mapping[str, Schema] = {
    "rule": ID_SCHEMA,
    "severity": _one_of(Severity),
    "message": _BOTH_LANGUAGES,
    "remedy": _or_null(_BOTH_LANGUAGES),
    "position": _PLACE,
    "topic": _ID_OR_NULL,
    "role": _ID_OR_NULL,
    "related": list_of(_PLACE),
}
_CHANGE: Mapping[str, Schema] = {"change": _one_of(Kind)}
_REWORDED: Mapping[str, Schema] = {"texts": list_of(ref("wording"))}
_ALIASES = _whole({"gained": _STRINGS, "lost": _STRINGS})
_FACTS = list_of(ref("fact"))


def _before_and_after(schema: Schema) -> Mapping[str, Schema]:
    return {"old": schema, "new": schema}


def _changed(schema: Schema, keys: Mapping[str, Schema]) -> Schema:
    return list_of(_whole({**_CHANGE, **_before_and_after(_or_null(schema)), **keys}))


_DEFINITIONS: Mapping[str, Schema] = {
    "text": {
        "type": "object",
        "propertyNames": _LANGUAGE,
        "additionalProperties": _STRING,
    },
    "position": _whole(
        {
            "path": _STRING,
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1},
        }
    ),
    "catalog": _whole(
        {
            "folder": _STRING,
            "builtin": _YES_OR_NO,
            "title": _TEXT_OR_NULL,
            "languages": _LANGUAGES,
            "source": _TEXT_OR_NULL,
        }
    ),
    "by-letter": mapping(dict.fromkeys(LETTERS, _IDS)),
    "statement": _whole({"text": _TEXT, "letters": _BY_LETTER, "position": _PLACE}),
    "role": _whole(_ROLE),
    "pair": _whole(
        {
            "roles": {**_IDS, "minItems": 2, "maxItems": 2},
            "difference": _TEXT_OR_NULL,
            "together": _TEXTS,
        }
    ),
    "acceptance": _whole(
        {
            "reason": _TEXT,
            "roles": _IDS,
            "at_most": _AT_MOST,
            "until": _or_null({"type": "string", "pattern": DAY_PATTERN, "format": "date"}),
        }
    ),
    "wording": _whole(
        {
            "part": _one_of(Part),
            "finding": _ID_OR_NULL,
            **_before_and_after(
                _or_null(_whole({"text": _TEXT, "dimension": _ID_OR_NULL, "position": _PLACE}))
            ),
            "statement": _TEXT_OR_NULL,
            "languages": _LANGUAGES,
            "translations": _whole({"added": _LANGUAGES, "removed": _LANGUAGES}),
            "letters": _whole({"gained": _BY_LETTER, "lost": _BY_LETTER}),
        }
    ),
    "fact": _whole(
        {
            "about": _one_of(Aspect),
            "finding": _ID_OR_NULL,
            "statement": _TEXT_OR_NULL,
            **_before_and_after(_STRINGS),
        }
    ),
}

_ANSWERS: Mapping[str, Mapping[str, Schema]] = {
    "compare": {
        "roles": list_of(_whole({**_ROLE, **_SUMMARY, **_BRIEF})),
        "pairs": list_of(ref("pair")),
        "dimensions": list_of(_whole({**_NAMED, "statements": _by_id(_or_null(_STATEMENTS))})),
        "topics": list_of(
            _whole(
                {
                    **_STANDING,
                    "decision": _one_of(Decision),
                    "letters": _by_id(_LETTERS),
                    "others": _by_id(_LETTERS),
                }
            )
        ),
        "counts": _whole(
            {each.value: _COUNT for each in Decision} | {Decision.ONE.value: _by_id(_COUNT)}
        ),
    },
    "compare-versions": {
        "one_role": _YES_OR_NO,
        "columns": list_of(
            _whole(
                {
                    "source": _STRING,
                    "catalog": ref("catalog"),
                    "role": _whole({**_ROLE, **_SUMMARY}),
                }
            )
        ),
        "dimensions": list_of(_whole({**_NAMED, "statements": list_of(_or_null(_STATEMENTS))})),
        "topics": list_of(
            _whole({**_NAMED, "likeness": _one_of(Likeness), "letters": list_of(_LETTERS)})
        ),
        "counts": _whole({"different": _COUNT, "one": list_of(_COUNT), "same": _COUNT}),
    },
    "who-owns": {
        "settled": _YES_OR_NO,
        "topics": list_of(
            _whole(
                {
                    **_STANDING,
                    "ask": _or_null(_STRING),
                    "evidence": list_of(
                        _whole(
                            {
                                "role": ID_SCHEMA,
                                "letter": _LETTER,
                                "dimension": _ID_OR_NULL,
                                "text": _TEXT_OR_NULL,
                                "position": _PLACE,
                                "letter_position": _PLACE,
                            }
                        )
                    ),
                }
            )
        ),
    },
    "owners": {
        "settled": _YES_OR_NO,
        "topics": list_of(_whole({**_STANDING, "group": _ID_OR_NULL, "others": _by_id(_LETTERS)})),
    },
    "show": {
        "role": _whole(
            {
                **_ROLE,
                "aliases": _STRINGS,
                **_SUMMARY,
                **_BRIEF,
                "notes": _TEXTS,
                "source": _TEXT_OR_NULL,
            }
        ),
        "dimensions": list_of(_whole({**_NAMED, "statements": _or_null(_STATEMENTS)})),
        "topics": list_of(
            _whole({**_STANDING, "decision": _one_of(Decision), "letters": _LETTERS})
        ),
        "reports_to": _IDS,
        "pairs": list_of(ref("pair")),
    },
    "list": {
        "roles": list_of(
            _whole(
                {
                    **_ROLE,
                    "aliases": _STRINGS,
                    "summary": _TEXT_OR_NULL,
                    "letters": _by_id(_LETTERS),
                }
            )
        ),
    },
    "matrix": {
        "groups": list_of(_whole(_NAMED)),
        "only": list_of(_one_of(Only)),
        "roles": list_of(
            _whole(
                {**_ROLE, "totals": _whole({"accountable": _COUNT, "responsible": _COUNT})},
            )
        ),
        "topics": list_of(
            _whole(
                {
                    **_STANDING,
                    "group": _ID_OR_NULL,
                    "involved": _COUNT,
                    "letters": _by_id(_LETTERS),
                }
            )
        ),
        "counts": _whole({each.value: _COUNT for each in State}),
    },
    "overlaps": {
        "role": _or_null(ref("role")),
        "roles": list_of(ref("role")),
        "topics": list_of(_whole(_STANDING)),
        "pairs": list_of(
            _whole(
                {
                    "roles": {**_IDS, "minItems": 2, "maxItems": 2},
                    "contested": _IDS,
                    "shared": _IDS,
                }
            )
        ),
        "total": _COUNT,
        "counts": _whole({"contested": _COUNT, "shared": _COUNT, "apart": _COUNT}),
    },
    "check": {
        "counts": _whole({each.value: _COUNT for each in Severity} | {"accepted": _COUNT}),
        "findings": list_of(_whole(_FINDING)),
        "accepted": list_of(_whole({**_FINDING, "acceptance": ref("acceptance")})),
    },
    "rules": {
        "rules": list_of(
            _whole(
                {
                    "name": ID_SCHEMA,
                    "severity": _one_of(Severity),
                    "off": _YES_OR_NO,
                    "threshold": _AT_MOST,
                    "default": _AT_MOST,
                    **dict.fromkeys(("finds", "why", "fix"), _BOTH_LANGUAGES),
                    "source": _or_null(_STRING),
                }
            )
        ),
    },
    "diff": {
        "old": ref("catalog"),
        "same": _YES_OR_NO,
        "ownership": list_of(
            _whole(
                {
                    "topic": _whole(_NAMED),
                    **_before_and_after(
                        _or_null(_whole({"id": ID_SCHEMA, "state": _one_of(State), "owners": _IDS}))
                    ),
                }
            )
        ),
        "roles": _changed(
            ref("role"),
            {
                "aliases": _ALIASES,
                "letters": list_of(_whole({"topic": ID_SCHEMA, **_before_and_after(_LETTERS)})),
                **_REWORDED,
                "facts": _FACTS,
            },
        ),
        "topics": _changed(_whole(_NAMED), {"aliases": _ALIASES, **_REWORDED, "facts": _FACTS}),
        "dimensions": _changed(ID_SCHEMA, _REWORDED),
        "groups": _changed(ID_SCHEMA, _REWORDED),
        "pairs": _changed(ref("pair"), _REWORDED),
        **_REWORDED,
        "facts": _FACTS,
        "languages": _whole(
            {
                "gained": _LANGUAGES,
                "lost": _LANGUAGES,
                "first": _or_null({**_LANGUAGES, "minItems": 2, "maxItems": 2}),
            }
        ),
        "checks": list_of(
            _whole(
                {
                    "rule": ID_SCHEMA,
                    **_before_and_after(_whole({"on": _YES_OR_NO, "limit": _AT_MOST})),
                }
            )
        ),
    },
}

ANSWERS: Mapping[str, str] = {
    "compare": "rolecmp compare pm pmm",
    "compare-versions": "rolecmp compare pm pm@builtin",
    "who-owns": "rolecmp who-owns pricing",
    "owners": "rolecmp who-owns",
    "show": "rolecmp show pm",
    "list": "rolecmp list",
    "matrix": "rolecmp matrix",
    "overlaps": "rolecmp overlaps",
    "check": "rolecmp check",
    "rules": "rolecmp check --rules",
    "diff": "rolecmp diff builtin",
}
"""The names of the answers, which follow ``rolecmp/`` in their key ``schema``: who gives each."""

FILES: Mapping[str, str] = {"role": "roles/pm.yaml", "catalog": "roles/catalog.yaml"}
"""The kinds of definition files that have a schema too, each with an example."""

SUBJECTS: Mapping[str, str] = {**FILES, **ANSWERS}


def listing(words: Words) -> str:
    """Return what there is a schema of, a line each."""
    column = max(map(len, SUBJECTS)) + 2
    files, answers = (
        [f"  {name:<{column}}{example}" for name, example in examples.items()]
        for examples in (FILES, ANSWERS)
    )
    parts = [words("schemas-files"), *files, "", words("schemas-answers"), *answers]
    return "\n".join([*parts, "", words("schemas-print")]) + "\n"


def answer_schema(name: str) -> Schema:
    """Return the schema of the answer called `name`, with the definitions that it refers to."""
    title = f"rolecmp/{name}/1"
    shape = _whole({"schema": {"const": title}, "catalog": ref("catalog"), **_ANSWERS[name]})
    used = _references(shape)
    for each in used:  # the list grows by what these refer to in turn
        used += [other for other in _references(_DEFINITIONS[each]) if other not in used]
    definitions = {key: value for key, value in _DEFINITIONS.items() if key in used}
    return {"$schema": DIALECT, "title": title, **shape, "$defs": definitions}


def _references(schema: Any) -> list[str]:
    if isinstance(schema, list):
        schema = dict(enumerate(schema))
    if not isinstance(schema, dict):
        return []
    own = [schema["$ref"].rpartition("/")[2]] if "$ref" in schema else []
    return [*own, *(name for value in schema.values() for name in _references(value))]
