"""The markers of a document: comments that open and close its blocks, found line by line.

A marker begins in the first column. Fenced code is skipped, and so are code spans and code by
indentation; a marker that a comment or raw HTML hides, or that stands anywhere else, is a fault
with its place. It is no Markdown parser: what it has to know of Markdown is where code is.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from rolecmp.definitions.problems import Phrase, phrase

NAME = "rolecmp"
EXAMPLE = "compare pm pmm"
MAX_MARKERS = 4_000
"""Markers of one document, the most that are read: of blocks half as many."""

MAX_EVENTS = 100_000
"""Comments and beginnings of code that are looked at in a document, the most."""

_MAX_TEXT = 1_000  # characters that are read of a comment
_MAX_LINE = 1 << 20  # characters of a line in which code spans are looked for
_MAX_UP = 50  # lines that are looked at for the list item that a line belongs to
_MAX_BASE = 100  # columns that the text of a list item begins behind


class Form(NamedTuple):
    """A way to write a comment: what opens it and what closes it."""

    opening: str
    closing: str

    def write(self, text: str) -> str:
        """Return the comment that says `text`."""
        return f"{self.opening} {text} {self.closing}"


HTML = Form("<!--", "-->")
MDX = Form("{/*", "*/}")


class Fault(NamedTuple):
    """What is wrong with a marker by itself."""

    rule: str
    message: Phrase
    remedy: Phrase


class Sense(NamedTuple):
    """What a comment says: whether it opens a block, and the words after the program's name.

    `right` is how a misspelt one is written.
    """

    opens: bool
    rest: str
    right: str = ""


class Marker(NamedTuple):
    """A marker from offset `start` to `end`, which are the same where it is never closed.

    `line` and `column` are 1-based and those of its beginning.
    """

    start: int
    end: int
    line: int
    column: int
    form: Form
    sense: Sense
    fault: Fault | None


# --- what a comment says ----------------------------------------------------------------------

_EDGES = {"begin": True, "start": True, "end": False, "stop": False}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: most commands read no document."""
    slips = (
        pattern
        for at in range(len(NAME))
        for pattern in (
            f"{NAME[:at]}.?{NAME[at:]}",  # a letter too many
            f"{NAME[:at]}.?{NAME[at + 1 :]}",  # another letter, or none
            f"{NAME[:at]}{NAME[at + 1 : at + 2]}{NAME[at]}{NAME[at + 2 :]}",  # two swapped
        )
    )
    edges = "|".join(_EDGES)
    raw = "pre|script|style|textarea"
    looks = rf"(?i:(?=\W{{0,20}}+(?:(?:{edges})\W{{1,9}}+)?+[\w-]{{0,3}}[{NAME}_-]{{3}}))"
    return re.compile(
        {
            "closing": rf"/{NAME}((?:\s+[^\s/]\S*)*)\s*",
            "loose": (
                rf"(?i)\s*([/\uff0f]?)\s*(?:({edges})\s*[-: ]\s*)?"
                r"([^\W\d][\w-]*)\s*([/\uff0f]?)\s*([:\uff1a]?)"
            ),
            "slip": f"(?i){'|'.join(slips)}|{NAME}.",
            # What may begin code, raw HTML, a comment of several lines, or a marker. It begins
            # with one of four characters, so that the rest of a text takes hardly any time.
            "event": (
                r"```(?<![^\n\t >]```)|~~~(?<![^\n\t >]~~~)"
                rf"|<(?i:{raw})(?=[\s>])"
                rf"|<!--(?:{looks}|(?<![^\n ]<!--))|\{{/\*(?:{looks}|(?<![^\n ]\{{/\*))"
            ),
            "fence": (
                r"(?m)(?P<lead>(?>(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*))"
                r"(?P<fence>`{3,}+(?=[^`\n]*$)|~{3,}+)"
            ),
            "like": rf"(?:<!--|\{{/\*){looks}",
            "raw-end": rf"(?i)</(?:{raw})>",
            "item": r"[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+",
            "blank": r"[ \t]*(?:\n|\Z)",
            "front": (
                r"(---|\+\+\+)[ \t]*\n"
                r"(?:(?!<!--|\{/\*|\1[ \t]*(?:\n|\Z)).*\n)*+\1[ \t]*(?:\n|\Z)"
            ),
        }[name]
    )


def read(text: str, commands: Collection[str]) -> Sense | None:
    """Return what a comment says; None where it has nothing to do with blocks."""
    word = text.strip()
    if word.startswith(f"{NAME}:"):
        rest = word[len(NAME) + 1 :].strip()
        if _EDGES.get(rest.lower()) is False:
            return Sense(False, "", f"/{NAME}")
        return Sense(True, rest)
    if found := _pattern("closing").fullmatch(word):
        words = found[1].split()
        if not words or re.fullmatch("[0-9a-f]{8}", words[0]):
            return Sense(False, " ".join(words))
    found = _pattern("loose").match(text)
    if found is None:
        return None
    slash, edge, name, behind, colon = found.groups()
    if not _pattern("slip").fullmatch(name.replace("-", "").replace("_", "")):
        return None
    rest = text[found.end() :].strip()
    second = rest.partition(" ")[0].lower().rstrip(":")
    begins = _EDGES.get((edge or "").lower()), _EDGES.get(second)
    if slash or behind or False in begins:
        # With its digest, or what was written would be taken for somebody else's.
        digits = re.search(r"\b[0-9a-fA-F]{8}\b.*", text)
        kept = f" {digits[0][:8].lower()}{digits[0][8:]}".rstrip() if digits else ""
        return Sense(False, "", f"/{NAME}{kept}")
    if begins[1]:
        rest = rest[len(second) :].strip(" :")
    if colon or True in begins or not rest or second in commands:
        return Sense(True, rest, f"{NAME}: {rest or EXAMPLE}")
    return None


def quoted(word: str) -> str:
    """Return a word as it can stand in any marker: what would end it is written in hexadecimal."""
    return re.sub(r"[\s%<>{}*]|[^\x20-\uffff]", lambda found: f"%{ord(found[0]):x};", word)


def unquoted(word: str) -> str:
    """Return the word that `quoted` has written so."""
    return re.sub("%([0-9a-f]{1,5});", lambda found: chr(min(int(found[1], 16), 0x10FFFF)), word)


# --- where comments stand ---------------------------------------------------------------------


def flat(text: str) -> str:
    """Return a text of the same length whose lines end with a line feed, without its mark.

    What offsets mean stays the same: a byte order mark becomes a line feed too.
    """
    if text.startswith("\ufeff"):
        text = "\n" + text[1:]
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


class Scanner:
    """Finds the markers of a text, which `flat` has made; one goes through it once."""

    def __init__(self, text: str, *, bom: bool, mdx: bool, commands: Collection[str]) -> None:
        self._text = text
        self._mdx = mdx
        self._commands = commands
        self._line = 0 if bom else 1  # of the last offset asked for, with where it begins and ends
        self._begin = 0
        self._end = text.find("\n") if "\n" in text else len(text)
        self._fence: tuple[int, re.Match[str] | None] = (-1, None)
        self._spans: tuple[int, list[tuple[int, int]]] = (-1, [])
        self._closings: dict[Form, int] = {}
        self._bases: dict[int, tuple[int, tuple[int, bool]]] = {}

    def markers(self) -> Iterator[Marker]:
        """Yield the markers in order; the last may say that there is too much, by its fault."""
        text = self._text
        front = _pattern("front").match(text, self._line == 0)
        at = front.end() if front else 0
        for count in itertools.count():
            found = _pattern("event").search(text, at)
            if found is None:
                return
            start, at = found.span()
            line = self._move(start)
            if count == MAX_EVENTS:
                message = phrase("too-much-code", limit=count)
                fault = Fault("limit", message, phrase("split-document"))
                yield Marker(start, start, line, 1, HTML, Sense(True, ""), fault)
                return
            if found[0] in ("```", "~~~"):
                at = self._behind_fence(start)
            elif found[0] in (HTML.opening, MDX.opening):
                form = HTML if found[0] == HTML.opening else MDX
                begins = self._indent(start) <= 3
                if not begins and not _pattern("like").match(text, start):
                    continue
                if self._in_code(start):
                    continue
                closing = self._closing(form, start + 2 if form is HTML else at)
                marker = self._marker(start, closing, form)
                if marker is not None:
                    yield marker
                if 0 <= closing <= self._end:
                    at = closing + len(form.closing)
                elif begins:  # over several lines, or as far as the text goes
                    end = closing + len(form.closing) if closing >= 0 else len(text)
                    yield from self._hidden(at, end, line)
                    at = end
            elif not self._mdx and self._indent(start) <= 3:
                end_tag = _pattern("raw-end").search(text, at)
                at = end_tag.end() if end_tag else len(text)
                yield from self._hidden(start + 1, at, line)

    def _indent(self, start: int) -> int:
        """Return how far an offset is from the beginning of its line, 4 where text goes before."""
        before = start - self._begin
        return 4 if before > 3 or self._text[self._begin : start].strip(" ") else before

    def _move(self, offset: int) -> int:
        """Go on to an offset; return its line, which is that from `_begin` to `_end` then."""
        if offset > self._end:
            self._line += self._text.count("\n", self._end, offset)
            self._begin = self._text.rfind("\n", self._end, offset) + 1
            end = self._text.find("\n", offset)
            self._end = end if end >= 0 else len(self._text)
        return self._line

    def _marker(self, start: int, closing: int, form: Form) -> Marker | None:
        """Return the marker that a comment is, with what is wrong with it."""
        line = self._line
        inside = start + len(form.opening)
        said = self._text[inside : min(max(closing, inside), inside + _MAX_TEXT)
                          if closing >= 0 else inside + _MAX_TEXT]  # fmt: skip
        sense = read(said, self._commands)
        if sense is None:
            return None
        end = closing + len(form.closing)
        fault: Fault | None = None
        if not 0 <= closing <= self._end:
            end = start
            first = "" if sense.right else said.partition("\n")[0].strip()
            fault = _misspelt(phrase("open-comment", closing=form.closing), form,
                              first or sense.right)  # fmt: skip
        elif sense.right:
            fault = _unwritten(said, sense, form)
        elif start > self._begin or not _pattern("blank").match(self._text, end):
            before = self._text[self._begin : min(start, self._begin + _MAX_TEXT)]
            alone = not before.strip() and _pattern("blank").match(self._text, end)
            message = phrase("indented-marker") if alone else phrase("inline-marker")
            fault = Fault("misplaced-marker", message, phrase("own-line"))
        return Marker(start, end, line, start - self._begin + 1, form, sense, fault)

    def _hidden(self, start: int, end: int, around: int) -> Iterator[Marker]:
        """Yield the markers in raw text, which begins on the line `around`."""
        every = _pattern("like").finditer(self._text, start, end)
        for found in itertools.islice(every, MAX_EVENTS):
            form = HTML if found[0] == HTML.opening else MDX
            said = self._text[found.end() : found.end() + _MAX_TEXT].partition(form.closing)[0]
            sense = read(said, self._commands)
            if sense is None:
                continue
            fault = Fault(
                "misplaced-marker", phrase("hidden-marker", line=around), phrase("move-out")
            )
            if sense.right:
                fault = _unwritten(said, sense, form)
            line = self._move(found.start())
            column = found.start() - self._begin + 1
            yield Marker(found.start(), found.start(), line, column, form, sense, fault)

    def _closing(self, form: Form, start: int) -> int:
        """Return where a comment is closed, or -1; many unclosed ones take one search."""
        found = self._closings.get(form, 0)
        if 0 <= found < start:
            found = self._closings[form] = self._text.find(form.closing, start)
        return found

    # --- code

    def _in_code(self, start: int) -> bool:
        """Tell whether a comment is none: escaped, in a code span, or code by indentation."""
        text = self._text
        before = start - self._begin
        if not before:
            return False
        if text[start - 1] == "\\" and text[start - 2] != "\\":
            return True
        if before <= _MAX_BASE and (lead := text[self._begin : start]).isspace():
            indent = len(lead.expandtabs(4))
            if self._mdx or indent < 4:
                return False
            base, apart = self._around(self._begin, indent)
            return indent - base >= 4 and apart
        if self._spans[0] != self._begin:
            end = min(self._end, self._begin + _MAX_LINE)
            self._spans = self._begin, _code_spans(text, self._begin, end)
        spans = self._spans[1]
        place = bisect_right(spans, (start, 0)) - 1
        return place >= 0 and spans[place][1] > start

    def _around(self, begin: int, indent: int) -> tuple[int, bool]:
        """Look up from the line at `begin` for the list item that it belongs to.

        Return the column of the item's text, 0 without one, and whether a blank line parts
        this line from the text above that is indented less than code is.
        """
        base, apart, below_blank, least = 0, True, False, indent
        settled = False
        end = begin - 1
        for _ in range(_MAX_UP):
            if end < 0:
                break
            start = self._text.rfind("\n", 0, end) + 1
            line = self._text[start : min(end, start + _MAX_BASE)].expandtabs(4)
            known = self._bases.get(indent)
            if known is not None and known[0] == start and not settled:
                base, apart = known[1]
                break
            width = len(line) - len(line.lstrip(" "))
            if width == len(line):
                below_blank = True
            elif width < least:
                if not settled and width < indent - 3:
                    apart, settled = below_blank, True
                item = _pattern("item").match(line)
                if item and item.end() <= indent:
                    base = item.end()
                    break
                least = width
                if not width:
                    break
            if width < len(line):
                below_blank = False
            end = start - 1
        self._bases[indent] = begin, (base, apart)
        return base, apart

    def _behind_fence(self, start: int) -> int:
        """Return where fenced code ends, with its list item or quote if those end before.

        Where there is none at `start`, that is three characters on.
        """
        if self._fence[0] != self._begin:
            self._fence = self._begin, _pattern("fence").match(self._text, self._begin)
        found = self._fence[1]
        if found is None or found.start("fence") != start:
            return start + 3
        lead, fence = found["lead"], found["fence"]
        quoted = ">" in lead
        indent = len(lead.expandtabs(4)) if len(lead) <= _MAX_BASE else _MAX_BASE
        base = indent
        if not lead.strip(" \t"):
            base = self._around(self._begin, indent)[0] if lead else 0
            if indent - base >= 4 and not self._mdx:
                return found.end()  # code by indentation, or a paragraph's further line
        ends = _fence_ends(fence[0], quoted, base, self._mdx)
        at = found.end()
        while end := ends.search(self._text, at):
            if end["close"] is None:
                return end.start()
            if len(end["close"]) >= len(fence):
                return end.end()
            at = end.end()
        return len(self._text)


@cache
def _fence_ends(char: str, quoted: bool, base: int, mdx: bool) -> re.Pattern[str]:
    """Compile what ends fenced code: its closing, or a line outside what it stands in."""
    if quoted:
        lead = r"[ \t]*>[ \t>]*"
    elif base:
        lead = rf"(?: {{{base}}}| *\t)[ \t]*"
    else:
        lead = r"[ \t]*" if mdx else " {0,3}"
    close = rf"(?m)^{lead}(?P<close>{char}{{3,}}+)[ \t]*$"
    if quoted:
        return re.compile(rf"{close}|^(?![ \t]*>)")
    return re.compile(rf"{close}|^(?= {{0,{base - 1}}}[^ \t\n])" if base else close)


def _code_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the code spans of a line, each from its first backtick to behind its last."""
    runs = [(found.start(), len(found[0])) for found in re.compile("`+").finditer(text, start, end)]
    same: dict[int, list[int]] = {}
    for at, length in runs:
        same.setdefault(length, []).append(at)
    spans: list[tuple[int, int]] = []
    behind = start
    for at, length in runs:
        if at < behind:
            continue
        following = bisect_right(same[length], at)
        if following < len(same[length]) and text[at - 1] != "\\":
            behind = same[length][following] + length
            spans.append((at, behind))
    return spans


def _unwritten(said: str, sense: Sense, form: Form) -> Fault:
    """Say that a comment is meant for a marker, and how that is written."""
    said = said.partition("\n")[0].strip()
    return _misspelt(phrase("misspelt-marker", said=form.write(said)), form, sense.right)


def _misspelt(message: Phrase, form: Form, right: str) -> Fault:
    return Fault("misspelt-marker", message, phrase("write-so", right=form.write(right)))
