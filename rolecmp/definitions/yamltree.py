"""Bytes of a definition file -> a tree of located values, or every reason why not.

One pass over the parser's events, under limits, without constructing objects: PyYAML's
loaders crash on deep nesting, hang on merge keys and keep the last of duplicate keys
silently. This is the only module that imports yaml.
"""

from __future__ import annotations

import contextlib
import math
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

from rolecmp.definitions.problems import DIRECTION_CHARACTERS, Phrase, phrase
from rolecmp.definitions.reading import (
    MAX_BYTES,
    NULLS,
    UNSEEN,
    Node,
    Reading,
    all_seen,
    hash_column,
    lost_space_column,
    report_hash,
    report_lost_space,
    report_wide_colon,
)

# Where PyYAML was built without libyaml: the same events, ten times slower.
_parsers: Any = yaml
Parser: Any = _parsers.cyaml.CParser if yaml.__with_libyaml__ else yaml.BaseLoader

__all__ = [
    "DocumentEndEvent",
    "DocumentStartEvent",
    "Event",
    "MappingEndEvent",
    "MappingStartEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
    "new_parser",
    "read_tree",
]

Event: TypeAlias = Any
"""An event, whose class is looked at by hand; PyYAML's stubs know less of its attributes."""

MAX_DEPTH = 16
MAX_EVENTS = 200_000

# The patterns are compiled when they are first used, which for most files is never.
_UNSEEN_IN_VALUE = UNSEEN.replace("\x08\x0b", "\t\x0b").replace("\x0e-", "\r-")
_CONFLICT = r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)"
_TAB_INDENT = r"^ *\t[ \t]*(?=[^\s#])"
_WIDE_COLON = r"^[ ]*(?:- +)*[\"']?[A-Za-z][\w -]{0,63}[\"']?[ ]*(：)"


class _StopError(Exception):
    """The rest of the file is not worth reading; the problem is already noted."""


def new_parser(text: str) -> Callable[[], Event]:
    """Start parsing `text`; each call of what comes back gives the next event."""
    next_event: Callable[[], Event] = Parser(text).get_event
    return next_event


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
    # A slip of which it is known what was meant is put right for the rest of this reading, so
    # that what else is wrong in the file is reported in the same run.
    if not all_seen(text):
        text = _without_unseen(text, reading)
    tabs = "\t" in text
    if tabs:
        text, tabs = _without_tabs(text, reading)
    try:
        return _build(text, reading)
    except YAMLError as error:
        if tabs:  # the line may have been meant to be indented in another way
            return None
        mended = _syntax(error, text, reading)
    except _StopError:
        return None
    if mended is not None:
        with contextlib.suppress(YAMLError, _StopError):
            return _build(mended, reading)
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
    """Name the encoding that Chinese text outside UTF-8 most often has, if it fits.

    A single accented letter of a European encoding fits many; Chinese comes in runs.
    """
    if re.search(rb"(?:[\x81-\xfe][\x40-\xfe]){2}", data) is None:
        return ""
    for encoding, name in (("gb2312", "GBK"), ("big5", "Big5"), ("gb18030", "GBK")):
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


def _without_tabs(text: str, reading: Reading) -> tuple[str, bool]:
    """Report the tabs that lines are indented with; give the text with spaces for them."""
    found = False

    def spaces(match: re.Match[str]) -> str:
        nonlocal found
        found = True
        offset = match.start() + match[0].index("\t")
        reading.report_at(offset, "tab", phrase("tab"), phrase("use-spaces"))
        return match[0].replace("\t", " ")

    return re.sub(_TAB_INDENT, spaces, text, flags=re.MULTILINE), found


def _without_unseen(text: str, reading: Reading) -> str:
    for match in re.finditer(UNSEEN, text):
        reading.report_at(
            match.start(), "control-character", _unseen(match[0]), phrase("delete-it")
        )
        if reading.full:
            break
    return re.sub(UNSEEN, "\ufffd", text)


def _unseen(char: str) -> Phrase:
    key = "direction-character" if char in DIRECTION_CHARACTERS else "control-character"
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
            items.append((_scalar(event), mark.line + 1, mark.column + 1))
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
            if not items or items[0][0] == "":
                reading.report(1, 1, "empty-file", phrase("empty-file"))
                return None
            return items[0]
        elif kind is not StreamStartEvent and kind is not DocumentEndEvent:
            raise AssertionError(kind)
    reading.report(1, 1, "limit", phrase("too-many-nodes", limit=MAX_EVENTS))
    return None


def _scalar(event: Event) -> str:
    value: str = event.value
    return "" if value in NULLS and event.implicit[0] else value


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
    ("while scanning a block scalar", "syntax-start", "quote-text"),
    ("block sequence entries are not allowed", "syntax-dash-here", "check-indent"),
    ("block mapping entries", "syntax-key", "check-indent"),
    ("unknown escape character", "syntax-escape", "single-quotes"),
    ("did not find expected hexdecimal number", "syntax-escape", "single-quotes"),
    ("undefined alias", "syntax-alias", "quote-text"),
    ("while scanning an alias", "syntax-alias", "quote-text"),
    ("while scanning an anchor", "syntax-alias", "quote-text"),
)


def _syntax(error: YAMLError, text: str, reading: Reading) -> str | None:
    """Put the parser's one error into words, or name the slip that it follows from.

    Where the slip is one that can be put right, the text without it is given.
    """
    if any(problem.rule == "control-character" for problem in reading.problems):
        return None  # what the parser stumbled over is reported already
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    here = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    start = (context.line + 1, context.column + 1) if context is not None else here
    last = reading.last_line(here[0])
    mended = _without_wide_colons(text, here[0], reading)
    if mended is not None:
        return mended
    if _report_lost_space(reading, here[0]) or _report_lost_hash(
        reading, min(start[0], last), last
    ):
        return None
    words = f"{getattr(error, 'problem', None) or error} {getattr(error, 'context', None) or ''}"
    place, message, remedy = _explain(words, here, start, reading)
    if message == "tab":
        reading.report(*place, "tab", phrase("tab"), phrase("use-spaces"))
    elif message:
        reading.report(*place, "syntax", phrase(message), phrase(remedy))
    else:
        reading.report(*place, "syntax", phrase("syntax-other", problem=words.strip()))
    return None


# What the parser says where the place to look at is the one it started from.
_FROM_START = (
    "unexpected end of stream",
    "unexpected document indicator",
    "could not find expected ':'",
    "while scanning an alias",
    "while scanning an anchor",
)


def _explain(
    words: str, here: tuple[int, int], start: tuple[int, int], reading: Reading
) -> tuple[tuple[int, int], str, str]:
    """Give the place, message and remedy for the parser's words; no message where none fits."""
    source = reading.line(here[0])
    char = source[here[1] - 1 : here[1]]
    if char == "\t" or "found a tab character" in words:
        return here, "tab", ""
    last = reading.last_line(here[0])
    if last < here[0]:  # the parser noticed only behind the end of the text
        opened = max(reading.line(last).rfind(bracket) for bracket in "[{")
        here = start if start[0] <= last else (last, max(opened, 0) + 1)
        if "expected node content" in words and opened >= 0:
            words = "flow, did not find expected ',' or '" + (
                "]'" if reading.line(last)[opened] == "[" else "}'"
            )
    elif any(each in words for each in _FROM_START):
        here = start
    elif char == ":" and here[0] == start[0] and "did not find expected" in words:
        return here, "syntax-colon", "quote-text"  # inside { } or [ ] it has other words
    elif "mapping values are not allowed" in words and re.fullmatch(
        r"\s+[\w-]+\s*", source[: here[1] - 1]
    ):
        return here, "syntax-key", "check-indent"  # a key that stands too far to the right
    elif "flow" not in words and re.search(
        r"(?:[:-]\s+|^\s*)[\"'\[{].*[\"'\]}]\s*$", source[: here[1] - 1]
    ):
        return here, "syntax-after-quote", "quote-text"
    for known, message, remedy in _SYNTAX:
        if known in words:
            return here, message, remedy
    return here, "", ""


def _report_lost_space(reading: Reading, last: int) -> bool:
    """Report a ``key:text``, which is all text, where the parser stumbled or just above."""
    for number in range(max(last - 1, 1), last + 1):
        column = lost_space_column(reading.line(number))
        if column:
            report_lost_space(reading, number, column)
            return True
    return False


def _report_lost_hash(reading: Reading, first: int, last: int) -> bool:
    """Report a ``#word`` that took the rest of a list or mapping with it."""
    for number in range(first, last + 1):
        column = hash_column(reading.line(number))
        if column:
            report_hash(reading, number, column)
            return True
    return False


def _without_wide_colons(text: str, last: int, reading: Reading) -> str | None:
    """Report the full-width colons behind keys; give the text with ASCII ones for them.

    None where there is none up to line `last`, where the parser gave up, or where it gets no
    further without them: then they stand in a text, where they are right.
    """
    lines = text.split("\n")
    matches = [(number, re.match(_WIDE_COLON, line)) for number, line in enumerate(lines, 1)]
    found = [(number, match.start(1)) for number, match in matches if match is not None]
    if not found or found[0][0] > last:
        return None
    for number, offset in found:
        line = lines[number - 1]
        lines[number - 1] = f"{line[:offset]}: {line[offset + 1 :]}"
    mended = "\n".join(lines)
    if _parses_up_to(mended) <= last:
        return None
    for number, offset in found:
        report_wide_colon(reading, number, offset + 1)
    return mended


def _parses_up_to(text: str) -> float:
    """Give the line at which the parser gives up, infinity where it does not."""
    next_event = new_parser(text)
    try:
        for _ in range(MAX_EVENTS):
            if next_event().__class__ is StreamEndEvent:
                return math.inf
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark.line + 1 if mark is not None else 1
    return math.inf
