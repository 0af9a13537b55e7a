"""Where comments stand in a Markdown document; what is code is passed by.

The structure of blocks is CommonMark's (0.31, chapter 4 and 5) as far as it decides what is
code: containers with their lazy lines, fences, indented code, raw HTML, paragraphs with code
spans in them. In MDX nothing is code by its indentation, and of raw HTML there are comments
alone. The tests hold it against a whole parser, which would cost a tenth of a second to import
and seconds on a document of the size that is allowed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

MAX_DEPTH = 100
"""Containers inside each other, the most that are told apart; what is deeper is text.

A blank line is held against each of them, so that without a limit a hostile document takes
for ever.
"""

MAX_TEXT = 1_000
"""Characters that are given of a comment that is not closed, or lies in raw text."""


class Form(NamedTuple):
    """A way to write a comment: what opens it and what closes it."""

    opening: str
    closing: str


HTML = Form("<!--", "-->")
MDX = Form("{/*", "*/}")


class Place(Enum):
    """Where a comment stands: alone on a line from its beginning, elsewhere, in raw text."""

    LINE = "line"
    ELSEWHERE = "elsewhere"
    HIDDEN = "hidden"


class Comment(NamedTuple):
    """A comment: 1-based line and column of its opening, and the text inside.

    `end` is the column behind its closing, 0 where that is not on the same line; `around` is
    the line of the raw text that a hidden one stands in.
    """

    line: int
    column: int
    text: str
    form: Form
    place: Place
    end: int
    around: int = 0


class _Leaf(Enum):
    NOTHING = 0
    PARAGRAPH = 1
    FENCE = 2
    HTML = 3


class _Piece(NamedTuple):
    """A part of a line; `origin` maps its characters to those of the line with its tabs."""

    line: int
    start: int
    text: str
    origin: Sequence[int] | None

    def column(self, offset: int) -> int:
        place = self.start + offset
        return (place if self.origin is None else self.origin[place]) + 1


class _Item:
    """A list item: the indentation of its content, and whether it has any content yet."""

    __slots__ = ("filled", "width")

    def __init__(self, width: int) -> None:
        self.width = width
        self.filled = False


def comments(lines: Sequence[str], *, mdx: bool) -> list[Comment]:
    """Find the comments outside code, in order; `lines` have no line ends."""
    scanner = _Scanner(mdx=mdx)
    for number in range(front_matter(lines), len(lines)):
        scanner.read(number + 1, lines[number])
    return scanner.finish()


def front_matter(lines: Sequence[str]) -> int:
    """Give the number of lines of the metadata that a document begins with, or 0."""
    fence = lines[0].rstrip() if lines else ""
    if fence not in ("---", "+++"):
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == fence:
            return number
        if line.startswith((HTML.opening, MDX.opening)):  # no metadata, but a rule and text
            return 0
    return 0


# --- blocks -----------------------------------------------------------------------------------

_BLOCK_NAMES = (
    "address article aside base basefont blockquote body caption center col colgroup dd details "
    "dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 "
    "head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option "
    "p param search section summary table tbody td tfoot th thead title tr track ul"
)
_TAG = (
    r"<[A-Za-z][A-Za-z0-9-]*"
    r"(?:\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*"
    r"\s*/?>|</[A-Za-z][A-Za-z0-9-]*\s*>"
)
_NEVER = r"(?!)"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: most commands read no document."""
    return re.compile(
        {
            "item": r"([-+*]|[0-9]{1,9}[.)])( *)",
            "rule": r"(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$",
            "underline": r"(?:=+|-+) *$",
            "heading": r"#{1,6}(?: |$)",
            "fence": r"(`{3,})(?![^`]*`)|(~{3,})",
            "raw": r"(?i)<(?:script|pre|style|textarea)(?:\s|>|$)",
            "raw-end": r"(?i)</(?:script|pre|style|textarea)>",
            "block": rf"(?i)</?(?:{'|'.join(_BLOCK_NAMES.split())})(?:\s|/?>|$)",
            "tag": rf"(?:{_TAG})\s*$",
            "inline": rf"\\[\s\S]|`+|<!--|\{{/\*|{_TAG}|<[A-Za-z][A-Za-z0-9+.-]{{1,31}}:[^\s<>]*>",
            "opening": r"<!--|\{/\*",
            "<!--": r"-->",
            "<?": r"\?>",
            "<!": r">",
            "<![CDATA[": r"\]\]>",
            "{/*": r"\*/\}",
            "blank": _NEVER,
        }[name]
    )


class _Scanner:
    """Follows the structure of a document, a line at a time."""

    def __init__(self, *, mdx: bool) -> None:
        self._mdx = mdx
        self._containers: list[_Item | None] = []  # None is a block quote
        self._leaf = _Leaf.NOTHING
        self._pieces: list[_Piece] = []
        self._fence = ""
        self._until = ""
        self._found: list[Comment] = []

    def finish(self) -> list[Comment]:
        self._end()
        return sorted(self._found, key=lambda each: (each.line, each.column))

    def read(self, number: int, line: str) -> None:
        text, origin = _expanded(line)
        at, matched = self._continued(text)
        if self._leaf in (_Leaf.FENCE, _Leaf.HTML):
            if matched == len(self._containers):
                self._raw_line(_Piece(number, at, text[at:], origin))
                return
            self._end()
        while True:
            body = text[at:].lstrip(" ")
            indent = len(text) - at - len(body)
            if not body:
                self._close(matched)
                return
            if indent >= 4 and not self._mdx:
                if self._leaf is _Leaf.PARAGRAPH:
                    break
                self._close(matched)  # indented code
                self._fill()
                return
            inner = self._container(body, at + indent, indent, matched)
            if inner is None:
                break
            at = inner
            matched += 1
        piece = _Piece(number, at + indent, body, origin)
        if indent >= 4 and not self._mdx:  # a paragraph's further line, however it looks
            self._pieces.append(piece)
        elif not self._leaf_begins(piece, matched):
            if self._leaf is not _Leaf.PARAGRAPH:
                self._close(matched)
                self._leaf = _Leaf.PARAGRAPH
            # Else the paragraph goes on, lazily where containers were not matched.
            self._pieces.append(piece)
        self._fill()

    def _continued(self, text: str) -> tuple[int, int]:
        """Give where the content begins, and how many of the open containers go on."""
        at = 0
        matched = 0
        for container in self._containers:
            body = text[at:].lstrip(" ")
            indent = len(text) - at - len(body)
            if container is None:
                if body[:1] != ">" or (indent > 3 and not self._mdx):
                    break
                at += indent + 1
                at += text[at : at + 1] == " "
            elif not body:
                if not container.filled:
                    break
                at = len(text)
            elif indent >= container.width:
                at += container.width
            else:
                break
            matched += 1
        return at, matched

    def _container(self, body: str, start: int, indent: int, matched: int) -> int | None:
        """Open the container that `body` begins, if any; give where its content begins."""
        if matched >= MAX_DEPTH:
            return None
        if body[0] == ">":
            self._close(matched)
            self._fill()
            self._containers.append(None)
            return start + (2 if body[1:2] == " " else 1)
        item = _pattern("item").match(body)
        if item is None or _pattern("rule").match(body):
            return None
        marker, spaces = item.groups()
        filled = item.end() < len(body)
        if filled and not spaces:
            return None
        interrupts = self._leaf is _Leaf.PARAGRAPH and matched == len(self._containers)
        # A paragraph is not interrupted by a number in a sentence, nor by a lone dash.
        if interrupts and (not filled or (marker[:-1] and int(marker[:-1]) != 1)):
            return None
        gap = len(spaces) if filled and len(spaces) <= 4 else 1
        self._close(matched)
        self._fill()
        self._containers.append(_Item(indent + len(marker) + gap))
        return min(start + len(marker) + gap, start + len(body))

    def _leaf_begins(self, piece: _Piece, matched: int) -> bool:
        """Begin the leaf that a line begins, other than a paragraph; tell whether it does."""
        body = piece.text
        paragraph = self._leaf is _Leaf.PARAGRAPH
        if body[0] == "#" and _pattern("heading").match(body):
            self._close(matched)
            self._pieces.append(piece)
            self._leaf = _Leaf.PARAGRAPH
            self._end()
            return True
        if body[0] in "`~" and (fence := _pattern("fence").match(body)):
            self._close(matched)
            self._leaf = _Leaf.FENCE
            self._fence = fence[0]
            return True
        if body[0] in "<{" and (until := self._html(body, paragraph=paragraph)):
            self._close(matched)
            self._leaf = _Leaf.HTML
            self._until = until
            self._raw_line(piece)
            return True
        if paragraph and matched == len(self._containers) and _pattern("underline").match(body):
            self._end()
            return True
        if body[0] in "*-_" and _pattern("rule").match(body):
            self._close(matched)
            return True
        return False

    def _html(self, body: str, *, paragraph: bool) -> str:
        """Give the name of the pattern that ends the raw text that `body` begins, or nothing."""
        if body.startswith(HTML.opening):
            return HTML.opening
        if self._mdx:
            # A paragraph goes on over an expression, which may then be in a code span.
            return MDX.opening if body.startswith(MDX.opening) and not paragraph else ""
        if body[0] != "<":
            return ""
        if _pattern("raw").match(body):
            return "raw-end"
        if body.startswith("<?"):
            return "<?"
        if body.startswith("<![CDATA["):
            return "<![CDATA["
        if body[1:2] == "!" and body[2:3].isascii() and body[2:3].isalpha():
            return "<!"
        if _pattern("block").match(body) or (not paragraph and _pattern("tag").match(body)):
            return "blank"
        return ""

    def _raw_line(self, piece: _Piece) -> None:
        """Take a line of a fence or of raw HTML, which it may end."""
        body = piece.text.strip(" ")
        if self._leaf is _Leaf.FENCE:
            indent = len(piece.text) - len(piece.text.lstrip(" "))
            if (
                (indent <= 3 or self._mdx)
                and body.startswith(self._fence)
                and not body.strip(self._fence[0])
            ):
                self._end()
            return
        if self._until == "blank" and not body:
            self._end()
            return
        self._pieces.append(piece)
        if _pattern(self._until).search(piece.text):
            self._end()

    def _fill(self) -> None:
        """Note that each open list item has content, which a second blank line does not end."""
        for container in self._containers:
            if container is not None:
                container.filled = True

    def _close(self, matched: int) -> None:
        """End the leaf and the containers that did not go on."""
        self._end()
        del self._containers[matched:]

    def _end(self) -> None:
        """End the leaf, and look for comments in it."""
        if self._pieces:
            text = "\n".join(piece.text for piece in self._pieces)
            if HTML.opening in text or MDX.opening in text:
                self._found += _Run(self._pieces, text).comments(self._leaf, self._until)
        self._pieces = []
        self._leaf = _Leaf.NOTHING
        self._until = ""


def _expanded(line: str) -> tuple[str, Sequence[int] | None]:
    """Give a line with its tabs as spaces up to the next fourth column, and what stood where."""
    if "\t" not in line:
        return line, None
    out: list[str] = []
    origin: list[int] = []
    for place, char in enumerate(line):
        count = 4 - len(origin) % 4 if char == "\t" else 1
        out.append(" " * count if char == "\t" else char)
        origin += [place] * count
    return "".join(out), [*origin, len(line)]


# --- comments in a block ----------------------------------------------------------------------


class _Run:
    """The lines of one paragraph, or of one piece of raw HTML."""

    def __init__(self, pieces: Sequence[_Piece], text: str) -> None:
        self._pieces = pieces
        self._text = text
        self._starts = [0]
        for piece in pieces:
            self._starts.append(self._starts[-1] + len(piece.text) + 1)
        self._searched: dict[str, tuple[int, int]] = {}

    def comments(self, leaf: _Leaf, until: str) -> Iterator[Comment]:
        if leaf is _Leaf.PARAGRAPH:
            openings = self._outside_code()
        elif until in ("raw-end", "<?", "<!", "<![CDATA["):
            yield from self._hidden(0, len(self._text), self._pieces[0].line)
            return
        else:
            openings = self._openings(0, len(self._text))
        behind = 0
        for start, form in openings:
            if start < behind:
                continue
            inside = start + len(form.opening)
            # <!--> and <!---> are comments too.
            closing = self._closing(form, start + 2 if form is HTML else inside)
            if closing >= 0:
                behind = closing + len(form.closing)
                yield self._comment(start, max(closing, inside), behind, form)
                yield from self._hidden(inside, closing, self._at(start)[0].line)
                continue
            yield self._comment(start, inside + MAX_TEXT, None, form)
            if leaf is not _Leaf.PARAGRAPH:
                yield from self._hidden(inside, len(self._text), self._at(start)[0].line)
                return

    def _openings(self, start: int, end: int) -> Iterator[tuple[int, Form]]:
        for found in _pattern("opening").finditer(self._text, start, end):
            yield found.start(), HTML if found[0] == HTML.opening else MDX

    def _hidden(self, start: int, end: int, around: int) -> Iterator[Comment]:
        for place, form in self._openings(start, end):
            inside = place + len(form.opening)
            closing = self._closing(form, inside)
            most = inside + MAX_TEXT
            text = self._text[inside : min(closing, most) if closing >= 0 else most]
            piece, offset = self._at(place)
            column = piece.column(offset)
            yield Comment(piece.line, column, text, form, Place.HIDDEN, 0, around)

    def _outside_code(self) -> Iterator[tuple[int, Form]]:
        """Yield the openings in a paragraph that are in no code span, tag or link."""
        runs: dict[int, list[int]] = {}
        for run in re.finditer("`+", self._text):
            runs.setdefault(len(run[0]), []).append(run.start())
        at = 0
        while found := _pattern("inline").search(self._text, at):
            at = found.end()
            if found[0][0] == "`":
                same = runs.get(len(found[0]), [])
                following = bisect_right(same, found.start())
                if following < len(same):
                    at = same[following] + len(found[0])
            elif found[0] in (HTML.opening, MDX.opening):
                form = HTML if found[0] == HTML.opening else MDX
                yield found.start(), form
                closing = self._closing(form, found.start() + 2)
                if closing >= 0:
                    at = closing + len(form.closing)

    def _closing(self, form: Form, start: int) -> int:
        """Find where a comment is closed, or give -1; many unclosed ones take one search."""
        since, found = self._searched.get(form.closing, (0, -2))
        if found == -2 or not (since <= start and (found == -1 or start <= found)):
            found = self._text.find(form.closing, start)
            self._searched[form.closing] = (start, found)
        return found

    def _comment(self, start: int, end: int, behind: int | None, form: Form) -> Comment:
        piece, offset = self._at(start)
        column = piece.column(offset)
        text = self._text[start + len(form.opening) : end]
        place = Place.ELSEWHERE
        last = 0
        if behind is not None:
            closing, after = self._at(behind)
            if closing.line == piece.line:
                last = piece.column(after)
                if column == 1 and not piece.text[after:].strip(" "):
                    place = Place.LINE
        return Comment(piece.line, column, text, form, place, last)

    def _at(self, offset: int) -> tuple[_Piece, int]:
        """Give the piece that a character of the text is in, and its place there."""
        number = min(bisect_right(self._starts, offset) - 1, len(self._pieces) - 1)
        return self._pieces[number], offset - self._starts[number]
