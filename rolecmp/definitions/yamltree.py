"""Bytes of a definition file -> a tree of located values, or every reason why not.

One pass over the parser's events, under limits, without constructing objects: PyYAML's
loaders crash on deep nesting, hang on merge keys and keep the last of duplicate keys
silently. This is the only module that imports yaml.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from typing import Any, TypeAlias

import yaml
from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from rolecmp.definitions.problems import Phrase, Problem, phrase

# Where PyYAML was built without libyaml: the same events, ten times slower.
Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

__all__ = [
    "DocumentEndEvent",
    "DocumentStartEvent",
    "Event",
    "MappingEndEvent",
    "MappingStartEvent",
    "Node",
    "Reading",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "Value",
    "YAMLError",
    "hash_column",
    "new_parser",
    "read_tree",
    "report_hash",
    "report_wide_colon",
    "sound_text",
]

Event: TypeAlias = Any
"""An event, whose class is looked at by hand; PyYAML's stubs know less of its attributes."""

# A node is a plain tuple, since a class of its own would add a fifth to the time of reading
# a catalog. A mapping's value keeps each key's node beside the node of its value.
Node: TypeAlias = "tuple[Value, int, int]"
Value: TypeAlias = "str | list[Node] | dict[str, tuple[Node, Node]]"

MAX_BYTES = 1 << 20
MAX_DEPTH = 16
MAX_EVENTS = 200_000
MAX_PROBLEMS = 100

# The patterns are compiled when they are first used, which for most files is never.
# Control characters (tab, newline and carriage return apart), the line and paragraph
# separators, what Unicode lists as Bidi_Control (UAX #9), and noncharacters: none of them
# can be seen in an editor and all of them can change what a terminal shows.
_UNSEEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_UNSEEN_IN_VALUE = _UNSEEN.replace("\x08\x0b", "\t\x0b").replace("\x0e-", "\r-")
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_CONFLICT = r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \n]|$)"
_TAB_INDENT = r"^ *\t[ \t]*(?=[^\s#])"
_WIDE_COLON = r"^[ ]*(?:- +)*[\"']?[A-Za-z][\w -]{0,63}[\"']?[ ]*(：)"
_HASH = r"(?<=[\s\[,{:-])#(?=[^\s#!])"


class _StopError(Exception):
    """The rest of the file is not worth reading; the problem is already noted."""


class Reading:
    """One file being read: its text, and the problems found in it so far.

    The loader goes on adding to it, so that syntax and content errors come out in one order.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.text = ""
        self.problems: list[Problem] = []
        self._lines: list[str] | None = None
        self._places: set[tuple[int, int]] = set()

    def line(self, number: int) -> str:
        """Give line `number` (1-based) of the file, without its end."""
        if self._lines is None:
            self._lines = re.split("\r\n|\r|\n", self.text)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def report(
        self, line: int, column: int, rule: str, message: Phrase, remedy: Phrase | None = None
    ) -> None:
        """Note a problem. The first one at a place stands; what follows from it is left out."""
        if (line, column) in self._places or len(self.problems) > MAX_PROBLEMS:
            return
        self._places.add((line, column))
        if len(self.problems) == MAX_PROBLEMS:
            rule, message, remedy = "limit", phrase("too-many-problems", count=MAX_PROBLEMS), None
        self.problems.append(
            Problem(self.path, line, column, rule, message, remedy, self.line(line))
        )

    def report_at(
        self, offset: int, rule: str, message: Phrase, remedy: Phrase | None = None
    ) -> None:
        """Note a problem at a character offset of the text."""
        before = self.text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        self.report(line, len(before) - before.rfind("\n"), rule, message, remedy)


def new_parser(text: str) -> Callable[[], Event]:
    """Start parsing `text`; each call of what comes back gives the next event."""
    next_event: Callable[[], Event] = Parser(text).get_event
    return next_event


def sound_text(data: bytes) -> str | None:
    """Decode a file in which every character is UTF-8 and can be seen, else None."""
    if len(data) > MAX_BYTES:
        return None
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None
    if "<<<<<<<" in text or ">>>>>>>" in text or not _all_seen(text):
        return None
    return text


def _all_seen(text: str) -> bool:
    # One look in C at every character; the search that says which one is rarely needed.
    return text.replace("\n", "").isprintable() or re.search(_UNSEEN, text) is None


def read_tree(data: bytes, reading: Reading) -> Node | None:
    """Read the one YAML document in `data` as a tree of located values.

    Problems are noted in `reading`; without a usable tree the answer is None.
    """
    text = _decode(data, reading)
    if text is None:
        return None
    reading.text = text
    if ("<<<<<<<" in text or ">>>>>>>" in text) and _conflicts(reading):
        return None
    if "\t" in text and _tabs(reading):
        return None
    if not _all_seen(text):
        text = _without_unseen(reading)
    try:
        return _build(text, reading)
    except YAMLError as error:
        _syntax(error, reading)
    except _StopError:
        pass
    except (
        ValueError,
        RecursionError,
    ):  # what the parser itself cannot take, such as a number out of range
        reading.report(1, 1, "syntax", phrase("syntax-other", problem="unreadable YAML"))
    return None


def _decode(data: bytes, reading: Reading) -> str | None:
    if len(data) > MAX_BYTES:
        reading.report(1, 1, "limit", phrase("file-too-large", limit=MAX_BYTES >> 20))
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\0" in data[:2] and len(data) > 1):
        reading.report(1, 1, "encoding", phrase("not-utf8", guess="UTF-16"), phrase("save-as-utf8"))
        return None
    try:
        # "utf-8" and not "utf-8-sig": a mark at the very start is dropped here, any other is
        # reported as the invisible character it is.
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
        reading.text = data.decode("utf-8", "replace").removeprefix("\ufeff")
        reading.report_at(
            len(good), "encoding", phrase("not-utf8", guess=_guess(data)), phrase("save-as-utf8")
        )
        return None


def _guess(data: bytes) -> str:
    """Name the encoding that Chinese text outside UTF-8 most often has, if it fits."""
    for encoding, name in (("gb18030", "GBK"), ("big5", "Big5")):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any("\u4e00" <= char <= "\u9fff" for char in text):
            return name
    return ""


def _conflicts(reading: Reading) -> bool:
    found = list(re.finditer(_CONFLICT, reading.text, re.MULTILINE))
    # A row of equals signs alone underlines a heading in a block text; it takes an opening
    # or closing marker beside it to be a conflict.
    if not any(match[0][0] in "<>" for match in found):
        return False
    for match in found:
        reading.report_at(
            match.start(),
            "conflict-marker",
            phrase("conflict-marker", marker=match[0]),
            phrase("resolve-conflict"),
        )
    return True


def _tabs(reading: Reading) -> bool:
    for match in re.finditer(_TAB_INDENT, reading.text, re.MULTILINE):
        reading.report_at(
            match.start() + match[0].index("\t"), "tab", phrase("tab"), phrase("use-spaces")
        )
    return bool(reading.problems)


def _without_unseen(reading: Reading) -> str:
    for match in re.finditer(_UNSEEN, reading.text):
        reading.report_at(
            match.start(), "control-character", _unseen(match[0]), phrase("delete-it")
        )
        if len(reading.problems) > MAX_PROBLEMS:
            break
    return re.sub(_UNSEEN, "\ufffd", reading.text)


def _unseen(char: str) -> Phrase:
    key = "direction-character" if char in _DIRECTION else "control-character"
    return phrase(key, code=f"U+{ord(char):04X}")


def _build(text: str, reading: Reading) -> Node | None:
    next_event = new_parser(text)
    # Looked at only where the text can hold them: attributes of events cost time.
    decorated = "&" in text or "!" in text
    escaped = "\\" in text or "\t" in text
    stack: list[tuple[list[Node], int, int]] = []
    items: list[Node] = []
    for _ in range(MAX_EVENTS):
        event = next_event()
        kind = event.__class__
        mark = event.start_mark
        if kind is ScalarEvent:
            items.append((event.value, mark.line + 1, mark.column + 1))
            if decorated:
                _decoration(event, reading)
            if escaped:
                _unseen_value(event.value, mark, reading)
        elif kind is SequenceStartEvent or kind is MappingStartEvent:
            stack.append((items, mark.line + 1, mark.column + 1))
            items = []
            if len(stack) > MAX_DEPTH:
                _stop(mark, reading, "limit", phrase("too-deep", limit=MAX_DEPTH))
            if decorated:
                _decoration(event, reading)
        elif kind is SequenceEndEvent:
            outer, line, column = stack.pop()
            outer.append((items, line, column))
            items = outer
        elif kind is MappingEndEvent:
            outer, line, column = stack.pop()
            outer.append((_mapping(items, reading), line, column))
            items = outer
        elif kind is AliasEvent:
            items.append((event.anchor, mark.line + 1, mark.column + 1))
            reading.report(
                mark.line + 1,
                mark.column + 1,
                "alias",
                phrase("alias", name=event.anchor),
                phrase("write-out"),
            )
        elif kind is DocumentStartEvent:
            if items:
                _stop(
                    mark,
                    reading,
                    "several-documents",
                    phrase("several-documents"),
                    phrase("one-document"),
                )
        elif kind is StreamEndEvent:
            if not items:
                reading.report(1, 1, "empty-file", phrase("empty-file"))
                return None
            return items[0]
        elif kind is not StreamStartEvent and kind is not DocumentEndEvent:
            raise AssertionError(kind)
    reading.report(1, 1, "limit", phrase("too-many-nodes", limit=MAX_EVENTS))
    return None


def _stop(
    mark: yaml.Mark, reading: Reading, rule: str, message: Phrase, remedy: Phrase | None = None
) -> None:
    reading.report(mark.line + 1, mark.column + 1, rule, message, remedy)
    raise _StopError


def _mapping(items: list[Node], reading: Reading) -> dict[str, tuple[Node, Node]]:
    keys = items[::2]
    names = [key[0] for key in keys]
    entries: dict[str, tuple[Node, Node]] = {}
    with contextlib.suppress(TypeError):  # a key that is itself a list or a mapping
        entries = dict(zip(names, zip(keys, items[1::2], strict=True), strict=True))  # type: ignore[arg-type]
    if len(entries) == len(keys) and "<<" not in entries:
        return entries
    entries = {}
    for key, item in zip(keys, items[1::2], strict=True):
        name, line, column = key
        if not isinstance(name, str):
            reading.report(line, column, "wrong-type", phrase("complex-key"))
        elif name == "<<":
            reading.report(line, column, "merge-key", phrase("merge-key"), phrase("write-out"))
        elif name in entries:
            first = entries[name][0]
            reading.report(
                line,
                column,
                "duplicate-key",
                phrase("duplicate-key", name=name, line=first[1]),
                phrase("merge-duplicates"),
            )
        else:
            entries[name] = (key, item)
    return entries


def _decoration(event: Event, reading: Reading) -> None:
    mark = event.start_mark
    if event.anchor is not None:
        reading.report(
            mark.line + 1,
            mark.column + 1,
            "anchor",
            phrase("anchor", name=event.anchor),
            phrase("write-out"),
        )
    # A lone "!" asks for a plain string, which every scalar here is anyway, yet it is a tag.
    if event.tag is not None:
        reading.report(
            mark.line + 1,
            mark.column + 1,
            "tag",
            phrase("tag", name=event.tag),
            phrase("drop-tag"),
        )


def _unseen_value(value: str, mark: yaml.Mark, reading: Reading) -> None:
    """Report what an escape, such as that of ESC, has brought into a value."""
    found = None if value.isprintable() else re.search(_UNSEEN_IN_VALUE, value)
    if found is not None:
        reading.report(
            mark.line + 1, mark.column + 1, "control-character", _unseen(found[0]),
            phrase("delete-it"),
        )  # fmt: skip


# What libyaml says, and what is said of it here. The first that occurs in its words is taken.
_SYNTAX = (
    ("mapping values are not allowed", "syntax-colon", "quote-text"),
    ("could not find expected ':'", "syntax-no-colon", "add-colon"),
    ("did not find expected ',' or ']'", "syntax-list-open", "close-list"),
    ("did not find expected ',' or '}'", "syntax-map-open", "close-map"),
    ("did not find expected key", "syntax-key", "check-indent"),
    ("did not find expected '-' indicator", "syntax-dash", "check-indent"),
    ("did not find expected node content", "syntax-content", "quote-text"),
    ("did not find expected <document start>", "syntax-after", "check-indent"),
    ("unexpected end of stream", "syntax-quote-open", "close-quote"),
    ("unexpected document indicator", "syntax-quote-open", "close-quote"),
    ("found character that cannot start any token", "syntax-start", "quote-text"),
    ("block sequence entries are not allowed", "syntax-dash-here", "check-indent"),
    ("block mapping entries", "syntax-key", "check-indent"),
    ("unknown escape character", "syntax-escape", "single-quotes"),
    ("did not find expected hexdecimal number", "syntax-escape", "single-quotes"),
    ("undefined alias", "syntax-alias", "quote-text"),
    ("while scanning an alias", "syntax-alias", "quote-text"),
    ("while scanning an anchor", "syntax-alias", "quote-text"),
)


def _syntax(error: YAMLError, reading: Reading) -> None:
    """Put the parser's one error into words, or name the slip that it follows from."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    line = mark.line + 1 if mark is not None else 1
    if _report_wide_colons(reading, 1, line):
        return
    if context is not None and _report_hashes(reading, context.line + 1, line):
        return
    words = f"{getattr(error, 'problem', None) or error} {getattr(error, 'context', None) or ''}"
    place = (line, mark.column + 1) if mark is not None else (1, 1)
    if "unexpected end of stream" in words and context is not None:
        place = (context.line + 1, context.column + 1)  # where the quote opens, not the file's end
    for known, message, remedy in _SYNTAX:
        if known in words:
            reading.report(place[0], place[1], "syntax", phrase(message), phrase(remedy))
            return
    reading.report(place[0], place[1], "syntax", phrase("syntax-other", problem=words.strip()))


def _report_wide_colons(reading: Reading, first: int, last: int) -> bool:
    found = False
    for number in range(first, last + 1):
        match = re.match(_WIDE_COLON, reading.line(number))
        if match:
            report_wide_colon(reading, number, match.start(1) + 1)
            found = True
    return found


def report_wide_colon(reading: Reading, line: int, column: int) -> None:
    """Note a full-width colon that stands where YAML wants an ASCII one."""
    reading.report(
        line, column, "full-width-colon", phrase("full-width-colon"), phrase("ascii-colon")
    )


def _report_hashes(reading: Reading, first: int, last: int) -> bool:
    for number in range(first, last + 1):
        column = hash_column(reading.line(number))
        if column:
            report_hash(reading, number, column)
            return True
    return False


def report_hash(reading: Reading, line: int, column: int) -> None:
    """Note a ``#word`` that was meant as text and that YAML takes for a comment."""
    word = reading.line(line)[column - 1 :].split()[0].rstrip(",]}")
    reading.report(
        line, column, "unquoted-text", phrase("hash-comment", word=word), phrase("quote-hash")
    )


def hash_column(line: str) -> int:
    """Give the 1-based column of a ``#word`` that YAML may take for a comment, or 0."""
    match = re.search(_HASH, line)
    return match.start() + 1 if match else 0
