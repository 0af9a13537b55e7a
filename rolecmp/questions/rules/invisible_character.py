"""A name holds a character that nobody sees, so that two names look alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.model import Role
from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Place, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.definitions.model import Name, Text, Topic
    from rolecmp.questions.subject import Subject


# Of the characters that Unicode lets a program ignore, those that the reader lets pass: soft
# hyphen, combining grapheme joiner, Hangul fillers, tags.
_UNSEEN = re.compile("[\\u00ad\\u034f\\u115f\\u1160\\u3164\\uffa0\\U000e0000-\\U000e007f]")


def _find(subject: Subject) -> Iterator[Found]:
    told = set()
    for path, at, name in _names(subject):
        found = _UNSEEN.search(name)
        place = Place(path, at.line, at.column)
        if found and place not in told:
            told.add(place)
            code = f"U+{ord(found[0]):04X}"
            message = phrase("invisible-character", name=_UNSEEN.sub("", name), code=code)
            yield Found(place, message, phrase("type-again"))


def _names(subject: Subject) -> Iterator[tuple[str, Text | Name, str]]:
    catalog = subject.catalog
    things: list[Role | Topic] = [*catalog.topics.values(), *catalog.roles.values()]
    for thing in things:
        path = thing.path if isinstance(thing, Role) else subject.path
        yield from ((path, thing.name, text) for text in (thing.id, *thing.name.texts.values()))
        yield from ((path, alias, alias.name) for alias in thing.aliases)
    for key, name in (*catalog.groups.items(), *catalog.dimensions.items()):
        yield from ((subject.path, name, text) for text in (key, *name.texts.values()))


RULE = Rule(
    "invisible-character", Severity.WARNING, _find, source="The Unicode Standard, section 5.21"
)
