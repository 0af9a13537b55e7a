"""Blocks between marked comments: found, held against their answers, and renewed.

    <!-- rolecmp: compare pm pmm -->
    ... what `rolecmp compare pm pmm` answers ...
    <!-- /rolecmp 3f9a1c2e -->

The word in the closing marker is a digest of what was written, by which an edit is noticed.
MDX has no such comments; there the markers are written ``{/* rolecmp: ... */}``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, TypeAlias

from rolecmp.definitions.problems import Phrase, Problem, phrase
from rolecmp.docblocks.content import digest, parsed, written
from rolecmp.docblocks.difference import Edit, applied
from rolecmp.docblocks.markers import (
    EXAMPLE,
    HTML,
    MAX_MARKERS,
    MDX,
    NAME,
    Marker,
    Scanner,
    flat,
)

_MAX_SOURCE = 1_000  # characters of a line that is shown with what is wrong in it


class Word(NamedTuple):
    """A word of a marker, without its quotes, and its 1-based column."""

    text: str
    column: int


class Block(NamedTuple):
    """A block of a document: the words of its opening marker, which is on `line`."""

    line: int
    source: str
    words: tuple[Word, ...]

    @property
    def asked(self) -> str:
        """The command line, as it is typed."""
        return " ".join(_quoted(word.text) for word in self.words)


Answer: TypeAlias = "Callable[[Block], str | Sequence[Problem]]"
"""Returns the Markdown that belongs in a block, or the problems that stand in the way."""


class Renewal(NamedTuple):
    """What renewing a document comes to.

    `text` is the new text, the same as `old` where there are problems; `stale` are the blocks
    that change, `edits` how they do, `blocks` is the number of sound ones.
    """

    old: str
    text: str
    blocks: int
    stale: tuple[Block, ...]
    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]


def renew(
    text: str,
    answer: Answer,
    *,
    path: str,
    mdx: bool = False,
    force: bool = False,
    commands: Collection[str] = (),
) -> Renewal:
    """Renew every block of a document; nothing else of it changes.

    `path` is how problems call the document, `commands` are the words that make a marker of
    a comment that lacks its colon. With `force`, content that was edited is replaced.
    """
    document = _Document(text, path, mdx=mdx, commands=commands)
    spans = document.spans()
    problems = document.problems
    edits: list[Edit] = []
    stale: list[Block] = []
    for span in spans:
        given = answer(span.block)
        if not isinstance(given, str):
            problems += given
        elif span.last is not None:
            edit = document.edit(span, span.last, given, force=force)
            if edit is not None:
                edits.append(edit)
                stale.append(span.block)
    problems.sort(key=lambda each: (each.path != path, each.line, each.column))
    new = text if problems else applied(text, edits)
    return Renewal(text, new, len(spans), tuple(stale), tuple(edits), tuple(problems))


# --- the words of a marker --------------------------------------------------------------------


def _words(text: str, column: int) -> tuple[tuple[Word, ...], int]:
    """Split a command line at spaces outside quotes.

    Returns the words, and the column of a quote that is not closed, or 0. A backslash is a
    character like any other, as it is one in the paths of Windows.
    """
    words: list[Word] = []
    current: str | None = None
    begun = 0
    quote = ""
    opened = 0
    for at, char in enumerate(text, column):
        if quote:
            if char == quote:
                quote = ""
            else:
                current = (current or "") + char
        elif char.isspace():
            if current is not None:
                words.append(Word(current, begun))
            current = None
        else:
            if current is None:
                current, begun = "", at
            if char in "\"'":
                quote, opened = char, at
            else:
                current += char
    if current is not None:
        words.append(Word(current, begun))
    return tuple(words), opened if quote else 0


def _quoted(word: str) -> str:
    if word and not any(char.isspace() or char in "\"'" for char in word):
        return word
    return f"'{word}'" if '"' in word else f'"{word}"'


# --- a document -------------------------------------------------------------------------------


class _Span(NamedTuple):
    """A block with its markers; without the last where one is unsound, so only its words count."""

    block: Block
    first: Marker
    last: Marker | None


class _Document:
    """A text, and every problem that is found in it."""

    def __init__(self, text: str, path: str, *, mdx: bool, commands: Collection[str]) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._path = path
        self._mdx = mdx
        self._commands = commands
        self._flat = ""

    def spans(self) -> list[_Span]:
        """Find the blocks."""
        if HTML.opening not in self._text and MDX.opening not in self._text:
            return []
        self._flat = flat(self._text)
        bom = self._text.startswith("\ufeff")
        scanner = Scanner(self._flat, bom=bom, mdx=self._mdx, commands=self._commands)
        spans: list[_Span] = []
        open_: list[Marker] = []
        nested: set[int] = set()
        for count, marker in enumerate(scanner.markers()):
            if count == MAX_MARKERS:
                message = phrase("too-many-blocks", limit=MAX_MARKERS // 2)
                self._say(marker, "limit", message, phrase("split-document"))
                return []
            if marker.fault is not None:
                self._say(marker, *marker.fault)
                if marker.fault.rule == "limit":
                    return []
            if marker.sense.opens:
                if open_:
                    message = phrase("nested-block", line=open_[-1].line)
                    remedy = phrase("close-first", marker=marker.form.write(f"/{NAME}"))
                    self._say(marker, "nested-block", message, remedy)
                    nested.add(open_[-1].line)
                open_.append(marker)
                continue
            if not open_:
                opening = marker.form.write(f"{NAME}: {EXAMPLE}")
                remedy = phrase("open-or-delete", marker=opening)
                self._say(marker, "stray-marker", phrase("stray-marker"), remedy)
                continue
            first = open_.pop()
            if first.form is not marker.form:
                message = phrase("mixed-markers", line=first.line)
                remedy = phrase("write-so", right=first.form.write(f"/{NAME}"))
                self._say(marker, "misspelt-marker", message, remedy)
            elif not open_ and first.line not in nested and not first.sense.right:
                spans += self._span(first, marker)
        for marker in open_:
            if marker.line not in nested:
                remedy = phrase("close-block", marker=marker.form.write(f"/{NAME}"))
                self._say(marker, "unclosed-block", phrase("unclosed-block"), remedy)
        return spans

    def _span(self, first: Marker, last: Marker) -> list[_Span]:
        """Return the block between two markers, unless it asks nothing."""
        begin = self._flat.index(":", first.start) + 1
        words, opened = _words(first.sense.rest, 0)
        if words or opened:
            begin = self._flat.index(first.sense.rest, begin)
        shift = first.column + begin - first.start
        if opened:
            message, remedy = phrase("syntax-quote-open"), phrase("close-quote")
            self._say(first, "usage", message, remedy, opened + shift)
            return []
        if not words:
            if first.end > first.start:
                right = first.form.write(f"{NAME}: {EXAMPLE}")
                self._say(first, "usage", phrase("empty-marker"), phrase("write-so", right=right))
            return []
        words = tuple(Word(word.text, word.column + shift) for word in words)
        block = Block(first.line, self._source(first), words)
        sound = first.fault is None and last.fault is None
        return [_Span(block, first, last if sound else None)]

    def edit(self, span: _Span, last: Marker, given: str, *, force: bool) -> Edit | None:
        """Return what becomes of a block, if anything; an edit by hand is a problem.

        The new content stands in the line ends of the opening marker.
        """
        start = self._flat.index("\n", span.first.end) + 1
        eol = "\r\n" if self._text[start - 2 : start] == "\r\n" else self._text[start - 1]
        new = "\n".join([line.rstrip() for line in given.split("\n")]).strip("\n")
        content = self._text[start : last.start]
        said = written(new)
        mark = digest(said)
        if last.sense.rest == mark and content == eol.join(["", *new.split("\n"), "", ""]):
            return None
        old = self._flat[start : last.start]
        if old.strip():
            told = written(old)
            if told != said and digest(told) != last.sense.rest:
                told = parsed(old)
            if told == said and last.sense.rest == mark:
                return None  # a formatter has laid it out anew
            if not force and told != said and digest(told) != last.sense.rest:
                message = phrase("edited-block") if last.sense.rest else phrase("foreign-text")
                self._say(span.first, "edited-block", message, phrase("force-it"))
                return None
        closing = span.first.form.write(f"/{NAME} {mark}")
        return Edit(start, last.end, eol.join(["", *new.split("\n"), "", closing]))

    def _say(
        self, marker: Marker, rule: str, message: Phrase, remedy: Phrase, column: int = 0
    ) -> None:
        """Add a problem at a marker, or at a column of its line."""
        place = marker.line, column or marker.column
        source = self._source(marker)
        self.problems.append(Problem(self._path, *place, rule, message, remedy, source))

    def _source(self, marker: Marker) -> str:
        """Return the line that a marker is on, unless it is too long to be shown."""
        begin = marker.start - marker.column + 1
        line = self._text[begin : begin + _MAX_SOURCE].replace("\r", "\n").partition("\n")[0]
        return line if len(line) < _MAX_SOURCE else ""


def example(commands: Sequence[str], *, mdx: bool = False) -> str:
    """Return blocks to paste, not filled yet, one for each command line."""
    form = MDX if mdx else HTML
    return "\n".join(
        f"{form.write(f'{NAME}: {command}')}\n{form.write(f'/{NAME}')}\n" for command in commands
    )
