"""What the page's script reads: a whole catalog, in every language, as one JSON value.

Files are named from the catalog's folder, so that the value is the same wherever that lies.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from rolecmp.definitions.lookup import VERB, VERB_BEFORE, asking, names_in
from rolecmp.definitions.model import INITIALS
from rolecmp.definitions.names import UNSPACED, traditional
from rolecmp.questions.standing import standings
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog, Role, Statement, Text, Topic
    from rolecmp.questions.standing import Standing

Value: TypeAlias = "dict[str, Any]"

OWN_WORDS = "page."
"""What the keys of the words begin with that only the page says."""
_SHARED = """
about-the-two about-those accepted accountable accountable-for aliases and-more ask-role
ask-whom both-claim built-in claimed-too consulted contested decided-by decides does-only
done-by done-by-nobody in-brackets informed involvement is-asked is-contested is-owned is-told
is-unowned label legend list-comma manages manages-roles message.accepted-until
no-sentence nobody-decides nobody-here not-accepted not-described not-settled notes
only-contested only-unowned others-claim others-contest others-decide owner reporting reports-to
reports-to-label responsible role roles several-claim source state state-accepted statement
summary topic undecided unowned versus where who-owns with-mark
"""
SHARED_WORDS = frozenset(_SHARED.split())
"""The words that the page has in common with the answers."""


NO_DAY = ""
"""The day on which no acceptance has ended: when one does is for the script to judge."""


class Options(NamedTuple):
    """What a page is made with beside the catalog.

    `language` is the one it opens in where the browser asks for none that the catalog has.
    `stamp` is put into its foot. `source_url` is where the catalog's folder lies, with a slash
    at its end, or empty.
    """

    language: str
    stamp: str = ""
    source_url: str = ""


def page_json(catalog: Catalog, options: Options) -> str:
    """Return all that the script needs to answer, as JSON."""
    text = _json(catalog_value(catalog, options))
    return f'{{"catalog":{text},"asking":{_json(asking_value(text))}}}'


def _json(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def catalog_value(catalog: Catalog, options: Options) -> Value:
    """Return the catalog and how it is shown; the shape is what the script goes by."""
    spoken = {code: Words(code) for code in catalog.languages}
    return {
        "title": _text(catalog.title),
        "builtin": catalog.builtin,
        "source": _text(catalog.source),
        "stamp": options.stamp,
        "sourceUrl": options.source_url,
        "languages": [{"code": code, "words": each.language} for code, each in spoken.items()],
        "first": options.language,
        "words": {each.language: each.entries(OWN_WORDS, SHARED_WORDS) for each in spoken.values()},
        "dimensions": _named(catalog.dimensions.items()),
        "groups": _named(catalog.groups.items()),
        "topics": [_topic(each, catalog.languages) for each in standings(catalog, NO_DAY).values()],
        "roles": [_role(each, catalog.languages) for each in catalog.roles.values()],
        "pairs": [
            {
                "roles": list(pair.roles),
                "difference": _text(pair.difference),
                "together": [_text(each) for each in pair.together],
            }
            for pair in catalog.pairs
        ],
    }


def asking_value(said: str) -> Value:
    """Return what names are understood by beside themselves.

    Of the traditional characters those that `said`, the text of the catalog, has in either
    form: the others make no two names alike.
    """
    known = {*said, *"".join(asking())}
    pairs = {
        old: new for old, new in traditional().items() if chr(old) in known or chr(new) in known
    }
    return {
        "words": sorted(asking()),
        "verb": VERB,
        "verbBefore": VERB_BEFORE,
        "unspaced": UNSPACED,
        "traditional": "".join(map(chr, pairs)),
        "simplified": "".join(map(chr, pairs.values())),
    }


def _named(texts: Iterable[tuple[str, Text]]) -> list[Value]:
    return [{"id": key, "name": _text(text)} for key, text in texts]


def _topic(standing: Standing, languages: Sequence[str]) -> Value:
    topic = standing.topic
    accepted, lapsed = standing.accepted, standing.lapsed
    return {
        "id": topic.id,
        "name": _text(topic.name),
        "names": _names(topic, languages),
        "group": topic.group,
        "ask": topic.ask.text if topic.ask else None,
        "standing": {
            "state": standing.state.value,
            "owners": [role.id for role in standing.owners],
            "accepted": accepted
            and {
                "reason": _text(accepted.reason),
                "until": accepted.until,
                "roles": [each.id for each in accepted.roles],
            },
            "lapsed": lapsed and {code: Words(code).say(lapsed) for code in languages},
        },
    }


def _role(role: Role, languages: Sequence[str]) -> Value:
    return {
        "id": role.id,
        "path": os.path.basename(role.path),
        "name": _text(role.name),
        "names": _names(role, languages),
        "summary": _statement(role.summary) if role.summary else None,
        "brief": {key: _text(text) for key, text in role.brief.items()},
        "statements": {
            key: [_statement(each) for each in all_] for key, all_ in role.statements.items()
        },
        "letters": [(INITIALS[claim.letter], claim.topic, claim.line) for claim in role.letters],
        "notes": [_text(note) for note in role.notes],
        "manages": [each.id for each in role.manages],
        "ask": role.ask.text if role.ask else None,
        "source": _text(role.source),
    }


def _names(thing: Role | Topic, languages: Sequence[str]) -> list[tuple[str, str | None]]:
    return [(match.name, match.language) for match in names_in([thing], languages)]


def _statement(statement: Statement) -> Value:
    return {
        "text": dict(statement.texts),
        "line": statement.line,
        "claims": [(INITIALS[claim.letter], claim.topic) for claim in statement.claims],
    }


def _text(text: Text | None) -> dict[str, str] | None:
    return dict(text.texts) if text else None
