"""The one reader of YAML: bytes of a definition file -> a tree of located values, or problems.

One pass over the parser's events, under limits, without constructing objects: PyYAML's
loaders crash on deep nesting, hang on merge keys and keep the last of duplicate keys
silently. This is the only module that imports yaml.
"""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Callable, Collection
from itertools import repeat
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml
from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from rolecmp.definitions import slips
from rolecmp.definitions.encoding import decoded, guessed
from rolecmp.definitions.problems import DIRECTION_CHARACTERS, Edit, Phrase, Problem, phrase
from rolecmp.definitions.shape import is_language

if TYPE_CHECKING:
    from rolecmp.definitions.mending import Mend

# A node is a plain tuple, since a class of its own would add a fifth to the time of reading
# a catalog. A mapping's value keeps each key's node beside the node of its value.
Node: TypeAlias = "tuple[Value, int, int]"
Value: TypeAlias = "str | list[Node] | Entries"
Entries: TypeAlias = "dict[str, tuple[Node, Node]]"

# Where PyYAML was built without libyaml: the same events, ten times slower.
_parsers: Any = yaml
Parser: Any = _parsers.cyaml.CParser if yaml.__with_libyaml__ else yaml.BaseLoader

MAX_BYTES = 1 << 20
MAX_DEPTH = 16
MAX_EVENTS = 200_000
MAX_PROBLEMS = 100

# YAML's words for nothing (1.2.2, section 10.3.2). Unquoted they are no text: an editor that
# goes by the schema takes them for empty, and so does this reader.
_NULLS = frozenset(("~", "null", "Null", "NULL"))
# Control characters (tab, newline and carriage return apart), the line and paragraph
# separators, what Unicode lists as Bidi_Control (UAX #9), and noncharacters: none of them
# can be seen in an editor and all of them can change what a terminal shows.
_UNSEEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]"
)
# The patterns are compiled when they are first used, which for most files is never.
_UNSEEN_IN_VALUE = _UNSEEN.replace("\x08\x0b", "\t\x0b").replace("\x0e-", "\r-")
_CONFLICT = r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)"
# What a text holds somewhere in which there are anchors, tags, escapes or words for nothing.
_UNUSUAL = ("&", "!", "\\", "\t", "~", "ull", "ULL")
# Quoted texts and comments, which are skipped, and what opens or closes a level in brackets.
_BRACKETS = r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|(?<!\S)#.*|[\[\]{}]"


class Reading:
    """One file being read: its text, and the problems found in it so far.

    What shapes the tree goes on adding to it, so that syntax and content errors come out in
    one order.
    """

    def __init__(self, path: str, languages: Collection[str] | None = None) -> None:
        self.path = path
        self.languages = languages  # of the catalog, where they are known
        self.text = ""
        self.problems: list[Problem] = []
        self.flawed: set[tuple[int, int]] = set()  # where what was read is not what is there
        self._lines: list[str] | None = None
        self._reported: set[tuple[int, int]] = set()

    @property
    def full(self) -> bool:
        """Whether nothing more is reported of this file."""
        return len(self.problems) > MAX_PROBLEMS

    @property
    def lines(self) -> list[str]:
        """The lines of the file, without their ends."""
        if self._lines is None:
            self._lines = re.split("\r\n|\r|\n", self.text)
        return self._lines

    def line(self, number: int) -> str:
        """Return line `number` (1-based) of the file, empty where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def last_line(self, number: int) -> int:
        """Return the number of the last line up to `number` that is not blank, at least 1."""
        number = min(number, len(self.lines))
        while number > 1 and not self.line(number).strip():
            number -= 1
        return number

    def report(
        self,
        at: tuple[int, int],
        rule: str,
        message: Phrase,
        remedy: Phrase | None = None,
        edit: Edit | None = None,
    ) -> None:
        """Note a problem at a line and column. The first at a position stands alone."""
        line, column = at
        if line > len(self.lines):  # the parser places what is missing behind the end
            line = len(self.lines)
            column = len(self.line(line)) + 1
        if (line, column) in self._reported or self.full:
            return
        self._reported.add((line, column))
        if len(self.problems) == MAX_PROBLEMS:
            rule, message, remedy = "limit", phrase("too-many-problems", count=MAX_PROBLEMS), None
        source = self.line(line)
        if edit is not None and not source.startswith(edit.old, column - 1):
            edit = None
        self.problems.append(Problem(self.path, line, column, rule, message, remedy, source, edit))

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of a character of the text."""
        before = self.text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    def in_order(self) -> list[Problem]:
        """Return the problems from top to bottom."""
        return sorted(self.problems, key=lambda problem: (problem.line, problem.column))


class _StopError(Exception):
    """The rest of the file is not worth reading; the problem is already noted."""


def read_tree(data: bytes, reading: Reading) -> Node | None:
    """Read the one YAML document in `data` as a tree of located values.

    Problems are noted in `reading`; without a usable tree the answer is None.
    """
    text = _decode(data, reading)
    if text is None:
        return None
    reading.text = text
    if ("<" in text or ">" in text) and _conflicts(reading):
        return None
    # A slip of which it is known what was meant is put right for the rest of this reading, so
    # that what else is wrong in the file is reported in the same run.
    # One look in C at every character; the search that says which one is rarely needed.
    if not text.replace("\n", "").isprintable() and re.search(_UNSEEN, text) is not None:
        text = _without_unseen(reading)
    mends: tuple[Mend, ...] = ()
    if re.search(slips.LOOK, f"\n{text}") is not None:
        from rolecmp.definitions.mending import mended

        text, mends = mended(text)
        for mend in mends:
            reading.report((mend.line, mend.column), mend.rule, mend.message, mend.remedy)
    try:
        return _build(text, reading)
    except YAMLError as error:
        with_keys = slips.with_languages(text, reading)
        if with_keys != text:
            with contextlib.suppress(YAMLError, _StopError):
                return _build(with_keys, reading)
        # A line that a tab or a wide space indents may have been meant to be indented in
        # another way, and an unseen character is what the parser stumbled over.
        indented = any(mend.remedy.key == "use-spaces" for mend in mends)
        if indented or any(problem.rule == "control-character" for problem in reading.problems):
            return None
        with contextlib.suppress(YAMLError, _StopError):
            return _with_slips_explained(error, text, reading)
    except _StopError:
        pass
    return None


def _decode(data: bytes, reading: Reading) -> str | None:
    if len(data) > MAX_BYTES:
        reading.report((1, 1), "limit", phrase("file-too-large", limit=MAX_BYTES >> 20))
        return None
    guess = "UTF-16"
    offset = 0
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and (b"\0" not in data[:2] or data == b"\0"):
        try:
            # "utf-8" and not "utf-8-sig": a mark at the very start is dropped here, any other
            # is reported as the invisible character it is.
            return data.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            offset = len(data[: error.start].decode("utf-8", "replace").removeprefix("\ufeff"))
            reading.text = data.decode("utf-8", "replace").removeprefix("\ufeff")
            guess = guessed(data)
    found = decoded(data)
    reading.text = reading.text if found is None else found[0]
    at = reading.position(offset)
    reading.report(at, "encoding", phrase("not-utf8", guess=guess), phrase("save-as-utf8"))
    return None if found is None else found[0]


def _conflicts(reading: Reading) -> bool:
    found = list(re.finditer(_CONFLICT, reading.text, re.MULTILINE))
    # A row of equals signs alone underlines a heading in a block text; it takes an opening
    # or closing marker beside it to be a conflict.
    if not any(match[0][0] in "<>" for match in found):
        return False
    for match in found:
        if reading.full:
            break
        message = phrase("conflict-marker", marker=match[0])
        at = reading.position(match.start())
        reading.report(at, "conflict-marker", message, phrase("resolve-conflict"))
    return True


def _without_unseen(reading: Reading) -> str:
    for match in re.finditer(_UNSEEN, reading.text):
        at = reading.position(match.start())
        reading.report(at, "control-character", _unseen(match[0]), phrase("delete-it"))
        if reading.full:
            break
    return re.sub(_UNSEEN, "\ufffd", reading.text)


def _unseen(char: str) -> Phrase:
    key = "direction-character" if char in DIRECTION_CHARACTERS else "control-character"
    return phrase(key, code=f"U+{ord(char):04X}")


def _build(text: str, reading: Reading) -> Node | None:
    """Build the tree of a text; raises `YAMLError` where it is none, and `_StopError`."""
    next_event: Callable[[], Any] = Parser(text).get_event
    # Each scalar is looked at only where the text can hold what is looked for: most do not.
    looking = any(each in text for each in _UNUSUAL)
    stack: list[tuple[list[Node], yaml.Mark]] = []
    items: list[Node] = []
    event = None
    try:
        for _ in repeat(None, MAX_EVENTS):
            event = next_event()
            kind = event.__class__
            mark = event.start_mark
            if kind is ScalarEvent:
                value = _looked_at(event, reading) if looking else event.value
                items.append((value, mark.line + 1, mark.column + 1))
            elif kind is SequenceStartEvent or kind is MappingStartEvent:
                stack.append((items, mark))
                items = []
                if len(stack) > MAX_DEPTH:
                    raise _too_deep(_at(mark), reading)
                if looking:
                    _no_decoration(event, reading)
            elif kind is MappingEndEvent:
                outer, mark = stack.pop()
                outer.append((_mapping(items, reading), mark.line + 1, mark.column + 1))
                items = outer
            elif kind is SequenceEndEvent:
                outer, mark = stack.pop()
                outer.append((items, mark.line + 1, mark.column + 1))
                items = outer
            elif kind is StreamEndEvent:
                break
            else:
                _other(event, items, reading)
        else:
            reading.report((1, 1), "limit", phrase("too-many-nodes", limit=MAX_EVENTS))
            return None
    except YAMLError as error:
        deep = _deep(text, event, len(stack), error)
        if deep is not None:
            raise _too_deep(reading.position(deep), reading) from error
        raise
    if items and items[0][0] != "":
        return items[0]
    reading.report((1, 1), "empty-file", phrase("empty-file"))
    return None


def _other(event: Any, items: list[Node], reading: Reading) -> None:
    """Report an alias, which is taken for its name, or a second document, which ends it."""
    at = _at(event.start_mark)
    if isinstance(event, AliasEvent):
        name = str(event.anchor)
        items.append((name, *at))
        reading.report(at, "alias", phrase("alias", name=name), phrase("write-out"))
    elif isinstance(event, DocumentStartEvent) and items:
        message = phrase("several-documents")
        reading.report(at, "several-documents", message, phrase("one-document"))
        raise _StopError


def _at(mark: yaml.Mark) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def _too_deep(at: tuple[int, int], reading: Reading) -> _StopError:
    reading.report(at, "limit", phrase("too-deep", limit=MAX_DEPTH))
    return _StopError()


def _deep(text: str, event: Any, depth: int, error: YAMLError) -> int | None:
    """Return where brackets open a level too many between the last event and an error.

    The parser looks ahead within a line, up to a limit of its own that comes with some
    releases: what stands there is too deep for this reader before it is for any of them.
    """
    mark = getattr(error, "problem_mark", None)
    end = mark.index if mark is not None else len(text)
    for match in re.compile(_BRACKETS).finditer(text, event.end_mark.index if event else 0, end):
        depth += (match[0] in "[{") - (match[0] in "]}")
        if depth > MAX_DEPTH:
            return match.start()
    return None


def _mapping(items: list[Node], reading: Reading) -> Entries:
    """Return the entries of a mapping out of its keys and values in turn."""
    turns = iter(items)
    entries: Entries
    try:
        entries = {key[0]: (key, next(turns)) for key in turns}  # type: ignore[misc]
    except TypeError:  # a key that is itself a list or a mapping
        entries = {}
    if 2 * len(entries) == len(items) and "<<" not in entries:
        return entries
    entries = {}
    new_item = False
    for key, item in zip(items[::2], items[1::2], strict=True):
        name = key[0]
        if not isinstance(name, str):
            reading.report(key[1:], "wrong-type", phrase("complex-key"))
        elif name == "<<":
            reading.report(key[1:], "merge-key", phrase("merge-key"), phrase("write-out"))
        elif name in entries:
            message = phrase("duplicate-key", name=name, line=entries[name][0][1])
            remedy = phrase("new-item" if is_language(name) else "merge-duplicates")
            if not new_item:
                reading.report(key[1:], "duplicate-key", message, remedy)
            # What follows is most often of that item too.
            new_item = is_language(name)
        else:
            entries[name] = (key, item)
    return entries


def _looked_at(event: Any, reading: Reading) -> str:
    """Return what a scalar says; report what is more than text, or cannot be seen in it."""
    _no_decoration(event, reading)
    value: str = event.value
    if not value.isprintable():
        # An escape, such as that of ESC, brings in what the text itself does not hold.
        found = re.search(_UNSEEN_IN_VALUE, value)
        if found is not None:
            at = _at(event.start_mark)
            reading.report(at, "control-character", _unseen(found[0]), phrase("delete-it"))
    return "" if value in _NULLS and event.implicit[0] else value


def _no_decoration(event: Any, reading: Reading) -> None:
    at = _at(event.start_mark)
    if event.anchor is not None:
        reading.report(at, "anchor", phrase("anchor", name=event.anchor), phrase("write-out"))
    # A lone "!" asks for a plain string, which every scalar here is anyway, yet it is a tag.
    if event.tag is not None:
        reading.report(at, "tag", phrase("tag", name=event.tag), phrase("drop-tag"))


def _with_slips_explained(error: YAMLError, text: str, reading: Reading) -> Node | None:
    """Put the parser's one error into words, or name the slip that it follows from.

    Where the slip can be put right, the text without it is read on.
    """
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    here = _at(mark) if mark is not None else (1, 1)
    start = _at(context) if context is not None else here
    mended, colons = slips.without_wide_colons(text)
    # Where the text gets no further without them, they stand in a text, where they are right.
    if colons and colons[0][0] <= here[0] < _parses_up_to(mended):
        for at in colons:
            slips.report_wide_colon(reading, at)
        return _build(mended, reading)
    words = f"{getattr(error, 'problem', None) or error} {getattr(error, 'context', None) or ''}"
    slips.explain(words, here, start, reading)
    return None


def _parses_up_to(text: str) -> float:
    """Return the line at which the parser gives up, infinity where it does not."""
    next_event = Parser(text).get_event
    try:
        for _ in repeat(None, MAX_EVENTS):
            if next_event().__class__ is StreamEndEvent:
                return math.inf
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark.line + 1 if mark is not None else 1
    return math.inf
