"""The short way through a role file that has nothing wrong with it.

Reading a large catalog is the time of a whole-catalog answer, and nearly all of its files are
sound. So a file is first read straight from the parser's events into a role. Whatever is
unusual in it, wrong or merely rare, ends the attempt, and the file is read again by the
loader, which reports what is wrong. The two ways agree on every file: a test holds them
against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any, TypeAlias, TypeVar

from rolecmp.definitions.model import (
    ACCEPTABLE,
    LETTERS,
    NOTHING,
    Acceptance,
    Claim,
    Name,
    Role,
    Statement,
    Text,
)
from rolecmp.definitions.plainlines import MAX_LENGTH
from rolecmp.definitions.reading import NULLS
from rolecmp.definitions.yamltree import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
    new_parser,
)

# Anchors, aliases, tags and ``#word`` comments, each where YAML could take it for one.
_UNUSUAL = r"(?m)(?:^|[\s\[{,:-])(?:[&*!]|#[^\s#!])"

_LETTER_SET = frozenset(LETTERS)
_new = tuple.__new__  # half the time of calling a named tuple's class
_Next: TypeAlias = "Callable[[], Event]"
_Item = TypeVar("_Item")


class _UnusualError(Exception):
    """This file takes the long way."""


def read_sound_role(
    role_id: str,
    path: str,
    text: str,
    languages: Collection[str],
    dimensions: Collection[str],
    topics: Collection[str],
) -> Role | None:
    """Read a role file whose every part is as it should be; None where any is not.

    `text` is the decoded file, without characters that cannot be seen.
    """
    if len(text) > MAX_LENGTH or "\\" in text or "\t" in text:
        return None
    if ("&" in text or "*" in text or "!" in text or "#" in text) and re.search(_UNUSUAL, text):
        return None
    try:
        return _SoundRole(role_id, path, text, languages, dimensions, topics).read()
    except (_UnusualError, YAMLError):
        return None


class _SoundRole:
    def __init__(
        self,
        role_id: str,
        path: str,
        text: str,
        languages: Collection[str],
        dimensions: Collection[str],
        topics: Collection[str],
    ) -> None:
        self.id = role_id
        self.path = path
        self.languages = languages
        self.only_language = next(iter(languages)) if len(languages) == 1 else None
        self.dimensions = dimensions
        self.topics = topics
        self.next: _Next = new_parser(text)

    def read(self) -> Role:
        self.next()
        _expect(self.next(), DocumentStartEvent)
        _expect(self.next(), MappingStartEvent)
        parts: dict[str, object] = {}
        statements: dict[str, tuple[Statement, ...]] = {}
        while (event := self.next()).__class__ is ScalarEvent:
            key: str = event.value
            if key in parts or key in statements:
                raise _UnusualError
            if key in self.dimensions:
                statements[key] = self.items(self.statement)
                if not statements[key]:
                    raise _UnusualError
            elif key == "name" or key == "source":
                parts[key] = self.text(self.next())
            elif key == "summary":
                parts[key] = self.statement(self.next())
            elif key == "aliases":
                parts[key] = self.items(self.alias)
            elif key == "notes":
                parts[key] = self.items(self.text)
            elif key == "accepted":
                parts[key] = self.accepted()
            else:
                raise _UnusualError
        _expect(event, MappingEndEvent)
        _expect(self.next(), DocumentEndEvent)
        _expect(self.next(), StreamEndEvent)
        if "name" not in parts:
            raise _UnusualError
        return Role(
            self.id,
            self.path,
            parts["name"],  # type: ignore[arg-type]
            parts.get("aliases", ()),  # type: ignore[arg-type]
            parts.get("summary"),  # type: ignore[arg-type]
            # In the catalog's order of dimensions, whatever the file's.
            {key: statements[key] for key in self.dimensions if key in statements},
            parts.get("notes", ()),  # type: ignore[arg-type]
            parts.get("source"),  # type: ignore[arg-type]
            parts.get("accepted", NOTHING),  # type: ignore[arg-type]
        )

    def items(self, read: Callable[[Event], _Item]) -> tuple[_Item, ...]:
        _expect(self.next(), SequenceStartEvent)
        found = []
        while (event := self.next()).__class__ is not SequenceEndEvent:
            found.append(read(event))
        return tuple(found)

    def accepted(self) -> dict[str, Acceptance]:
        _expect(self.next(), MappingStartEvent)
        found: dict[str, Acceptance] = {}
        while (event := self.next()).__class__ is ScalarEvent:
            if event.value in found or event.value not in ACCEPTABLE["role"]:
                raise _UnusualError
            mark: Any = event.start_mark
            reason = self.text(self.next())
            found[event.value] = Acceptance(reason, (), None, None, mark.line + 1, mark.column + 1)
        _expect(event, MappingEndEvent)
        return found

    def alias(self, event: Event) -> Name:
        mark = event.start_mark
        name = _string(event)
        if "，" in name or "、" in name or "；" in name:
            raise _UnusualError
        return Name(name, mark.line + 1, mark.column + 1)

    def text(self, event: Event) -> Text:
        # A text is a statement without letters, and is held to it.
        texts, claims, line, column, _ = self.statement(event)
        if claims:
            raise _UnusualError
        return Text(texts, line, column)

    def statement(self, event: Event) -> Statement:
        mark = event.start_mark
        if event.__class__ is not MappingStartEvent:
            value = _string(event)
            if self.only_language is None or "：" in value or ":" in value:
                raise _UnusualError
            plain = {self.only_language: value}
            return Statement(plain, (), mark.line + 1, mark.column + 1)
        next_event = self.next
        languages = self.languages
        topics = self.topics
        texts: dict[str, str] = {}
        claims: list[Claim] = []
        letters: list[str] = []
        # Written out rather than called: most of a catalog's events pass through here.
        while True:
            event = next_event()
            if event.__class__ is not ScalarEvent:
                break
            key = event.value
            event = next_event()
            if key in languages:
                if event.__class__ is not ScalarEvent or key in texts:
                    raise _UnusualError
                texts[key] = value = event.value.strip()
                if value in NULLS:
                    raise _UnusualError
            elif key in _LETTER_SET:
                if event.__class__ is not SequenceStartEvent:
                    raise _UnusualError
                letters.append(key)
                while True:
                    event = next_event()
                    if event.__class__ is not ScalarEvent:
                        break
                    topic = event.value
                    if topic not in topics:
                        raise _UnusualError
                    at: Any = event.start_mark
                    claims.append(_new(Claim, (key, topic, at.line + 1, at.column + 1)))
                if event.__class__ is not SequenceEndEvent:
                    raise _UnusualError
            else:
                raise _UnusualError
        if (
            event.__class__ is not MappingEndEvent
            or not texts
            or not all(texts.values())
            or (len(letters) > 1 and letters != [each for each in LETTERS if each in letters])
        ):
            raise _UnusualError
        return _new(Statement, (texts, tuple(claims), mark.line + 1, mark.column + 1, NOTHING))


def _string(event: Event) -> str:
    if event.__class__ is not ScalarEvent:
        raise _UnusualError
    value: str = event.value.strip()
    if not value or value in NULLS:
        raise _UnusualError
    return value


def _expect(event: Event, kind: type) -> None:
    if event.__class__ is not kind:
        raise _UnusualError
