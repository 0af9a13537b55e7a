"""Blocks between marked comments: found, held against their answers, and renewed.

    <!-- rolecmp: compare pm pmm -->
    ... what `rolecmp compare pm pmm` answers ...
    <!-- /rolecmp 3f9a1c2e 9b1c07aa roles -->

The first word in the closing marker is a digest of what was written, by which an edit is noticed;
the words behind it tell the catalog that the answer is from.
MDX has no such comments; there the markers are written ``{/* rolecmp: ... */}``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, TypeAlias

from rolecmp.definitions.problems import Phrase, Problem, phrase
from rolecmp.docblocks.conflicts import Conflict, conflicts, sides
from rolecmp.docblocks.content import MAX_COST, cost, digest, parsed, written
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
    read,
)

_MAX_SOURCE = 1_000  # characters of a line that is shown with what is wrong in it


class Word(NamedTuple):
    """A word of a marker, without its quotes, and its 1-based column."""

    text: str
    column: int


class Block(NamedTuple):
    """A block of a document: the words of its opening marker, which is on `line`.

    `catalog` tells which catalog its content is from, as the answer of then did; empty where
    it was never filled.
    """

    line: int
    source: str
    words: tuple[Word, ...]
    catalog: str = ""

    @property
    def asked(self) -> str:
        """The command line, as it is typed."""
        return " ".join(_quoted(word.text) for word in self.words)


class Given(NamedTuple):
    """What belongs in a block: its Markdown, and words without spaces that tell the catalog."""

    content: str
    catalog: str = ""


Answer: TypeAlias = "Callable[[Block], Given | Sequence[Problem]]"
"""Returns what belongs in a block, or the problems that stand in the way."""


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
    most: int = 1 << 23,
    merged: Callable[[], Sequence[str]] = tuple,
) -> Renewal:
    """Renew every block of a document; nothing else of it changes.

    `path` is how problems call the document, `commands` are the words that make a marker of
    a comment that lacks its colon. With `force`, content that was edited is replaced. A document
    that would become longer than `most` bytes is a problem. `merged` returns the texts that the
    document had on either side of a merge, where they can be had.
    """
    document = _Document(text, path, mdx=mdx, commands=commands, merged=merged)
    spans = document.spans()
    problems = document.problems
    edits: list[Edit] = []
    stale: list[Block] = []
    length = len(text)
    for span in spans:
        given = answer(span.block)
        if not isinstance(given, Given):
            problems += given
        elif span.end:
            edit = document.edit(span, given, force=force)
            if edit is not None:
                edits.append(edit)
                stale.append(span.block)
                length += len(edit.text) - (edit.end - edit.start)
        if length > most:
            break
    new = text if problems else applied(text, edits)
    if length > most or (len(new) > most // 4 and len(new.encode("utf-8", "replace")) > most):
        message = phrase("grows-too-large", limit=most >> 20)
        problems.append(Problem(path, 1, 1, "limit", message, phrase("split-document")))
        new = text
    problems.sort(key=lambda each: (each.path != path, each.line, each.column))
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
    """A block from its first marker to `end`, 0 where one is unsound and only its words count.

    `held` is what stands in it, each with the words of its closing marker: once, or as either
    side of a merge has it, with the `conflict` between them.
    """

    block: Block
    first: Marker
    end: int
    held: tuple[tuple[str, str], ...]
    conflict: Conflict | None = None


class _Document:
    """A text, and every problem that is found in it."""

    def __init__(
        self,
        text: str,
        path: str,
        *,
        mdx: bool,
        commands: Collection[str],
        merged: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._path = path
        self._mdx = mdx
        self._commands = commands
        self._flat = ""
        self._left = MAX_COST  # for parsing
        self._conflicts: list[Conflict] = []
        self._merged_texts = merged
        self._sides: list[_Document] | None = None

    def spans(self) -> list[_Span]:
        """Find the blocks."""
        if HTML.opening not in self._text and MDX.opening not in self._text:
            return []
        self._flat = flat(self._text)
        bom = self._text.startswith("\ufeff")
        scanner = Scanner(self._flat, bom=bom, mdx=self._mdx, commands=self._commands)
        self._conflicts = conflicts(self._flat)
        spans: list[_Span] = []
        open_: list[Marker] = []
        nested: set[int] = set()
        behind = -1  # the end of a conflict whose markers are dealt with
        excused = False  # after such a conflict, a closing marker may lack its opening one
        for count, marker in enumerate(scanner.markers()):
            if count == MAX_MARKERS:
                message = phrase("too-many-blocks", limit=MAX_MARKERS // 2)
                self._say(marker, "limit", message, phrase("split-document"))
                return []
            if marker.start < behind:
                continue
            if (conflict := self._conflict(marker.start)) is not None:
                span = self._merged(open_, conflict)
                if span is None:
                    self._conflicting(conflict, marker)
                spans += [span] if span is not None else []
                behind, excused = conflict.end, span is None
                open_.clear()
                continue
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
            elif open_:
                first = open_.pop()
                spans += self._span(first, marker, alone=not open_ and first.line not in nested)
            elif not excused:
                opening = marker.form.write(f"{NAME}: {EXAMPLE}")
                remedy = phrase("open-or-delete", marker=opening)
                self._say(marker, "stray-marker", phrase("stray-marker"), remedy)
            excused = False
        for marker in open_:
            if marker.line not in nested:
                remedy = phrase("close-block", marker=marker.form.write(f"/{NAME}"))
                self._say(marker, "unclosed-block", phrase("unclosed-block"), remedy)
        return spans

    def _span(self, first: Marker, last: Marker, *, alone: bool) -> list[_Span]:
        """Return the block between two markers, unless it asks nothing or is nested."""
        if first.form is not last.form:
            message = phrase("mixed-markers", line=first.line)
            remedy = phrase("write-so", right=first.form.write(f"/{NAME}"))
            self._say(last, "misspelt-marker", message, remedy)
            return []
        if not alone or first.sense.right:
            return []
        block = self._block(first, last.sense.rest)
        if block is None:
            return []
        if first.fault is not None or last.fault is not None:
            return [_Span(block, first, 0, ())]
        start = self._behind(first)
        within = [each for each in self._conflicts if start <= each.start < last.start]
        both = sides(self._flat, start, last.start, within)
        held = dict.fromkeys((content, last.sense.rest) for content in both)
        return [_Span(block, first, last.end, tuple(held), within[0] if within else None)]

    def _merged(self, open_: Sequence[Marker], conflict: Conflict) -> _Span | None:
        """Return the block that ends with a conflict, each side of it with a closing marker."""
        if len(open_) != 1 or open_[0].fault is not None:
            return None
        first = open_[0]
        start = self._behind(first)
        within = [each for each in self._conflicts if start <= each.start <= conflict.start]
        held = []
        for side in sides(self._flat, start, conflict.end, within):
            content, _, line = side.rstrip().rpartition("\n")
            inside = line.removeprefix(first.form.opening).removesuffix(first.form.closing)
            sense = read(inside, ()) if len(inside) < len(line) else None
            if sense is None or sense.opens or sense.right:
                return None
            held.append((content, sense.rest))
        block = self._block(first, held[0][1])
        return None if block is None else _Span(block, first, conflict.end, tuple(held), within[0])

    def _block(self, first: Marker, closing: str) -> Block | None:
        """Return what a block asks; None, and a problem, where that is nothing."""
        begin = self._flat.index(":", first.start) + 1
        words, opened = _words(first.sense.rest, 0)
        if words or opened:
            begin = self._flat.index(first.sense.rest, begin)
        shift = first.column + begin - first.start
        if opened:
            message, remedy = phrase("syntax-quote-open"), phrase("close-quote")
            self._say(first, "usage", message, remedy, opened + shift)
            return None
        if not words:
            if first.end > first.start:
                right = first.form.write(f"{NAME}: {EXAMPLE}")
                self._say(first, "usage", phrase("empty-marker"), phrase("write-so", right=right))
            return None
        words = tuple(Word(word.text, word.column + shift) for word in words)
        return Block(first.line, self._source(first), words, closing.partition(" ")[2])

    def edit(self, span: _Span, given: Given, *, force: bool) -> Edit | None:
        """Return what becomes of a block, if anything; an edit by hand is a problem.

        The new content stands in the line ends of the opening marker.
        """
        start = self._behind(span.first)
        eol = "\r\n" if self._text[start - 2 : start] == "\r\n" else self._text[start - 1]
        new = "\n".join([line.rstrip() for line in given.content.split("\n")]).strip("\n")
        said = written(new)
        closing = f"{digest(said)} {given.catalog}".rstrip()
        words = span.first.form.write(f"/{NAME} {closing}")
        edit = Edit(start, span.end, eol.join(["", *new.split("\n"), "", words]))
        if self._text[start : span.end] == edit.text:
            return None
        for old, rest in span.held:
            if not old.strip():
                continue
            told = self._told(old, said, rest)
            if told == said and rest == closing and span.conflict is None:
                return None  # a formatter has laid it out anew
            if force or told == said or digest(told) == rest.partition(" ")[0]:
                continue
            if span.conflict is None:
                message = phrase("edited-block") if rest else phrase("foreign-text")
                self._say(span.first, "edited-block", message, phrase("force-it"))
                return None
            if not self._was_written(span.block):
                self._conflicting(span.conflict, span.first)
                return None
        return edit

    def _was_written(self, block: Block) -> bool:
        """Tell whether a block stood on either side of a merge as it was written.

        In the merged text it need not: what only one side has changed is in it without a mark.
        """
        if self._sides is None:
            mdx, commands = self._mdx, self._commands
            self._sides = [
                _Document(text, self._path, mdx=mdx, commands=commands)
                for text in self._merged_texts()
            ]
        return bool(self._sides) and all(each._has_written(block) for each in self._sides)

    def _has_written(self, block: Block) -> bool:
        """Tell whether every block that asks the same, of which there is one, is as written."""
        held = [each.held for each in self.spans() if each.block.asked == block.asked]
        return bool(held) and all(
            len(each) == 1 and digest(self._told(each[0][0], "", each[0][1])) == each[0][1][:8]
            for each in held
        )

    def _told(self, old: str, said: str, rest: str) -> str:
        """Return what a content says; a parser is asked where it is not as it was written."""
        told = written(old)
        if told != said and digest(told) != rest.partition(" ")[0]:
            self._left -= cost(old)
            if self._left > 0:
                told = parsed(old)
        return told

    def _behind(self, marker: Marker) -> int:
        """Return where the line behind a marker's begins."""
        return self._flat.index("\n", marker.end) + 1

    def _conflict(self, offset: int) -> Conflict | None:
        """Return the conflict that an offset is in."""
        place = bisect_right(self._conflicts, offset, key=lambda each: each.start) - 1
        found = self._conflicts[place] if place >= 0 else None
        return found if found is not None and offset < found.end else None

    def _conflicting(self, conflict: Conflict, near: Marker) -> None:
        """Say that a merge conflict stands in a block; `near` is a marker before or in it."""
        lines = self._flat.count(
            "\n", min(near.start, conflict.start), max(near.start, conflict.start)
        )
        line = near.line + (lines if conflict.start > near.start else -lines)
        source = self._flat[conflict.start : conflict.start + 100].partition("\n")[0].rstrip()
        message, remedy = phrase("merge-conflict"), phrase("resolve-block")
        self.problems.append(
            Problem(self._path, line, 1, "merge-conflict", message, remedy, source)
        )

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
    """Return blocks to paste, not filled yet, one for each command line.

    In MDX a blank line is between the markers, or a formatter would put them on one line.
    """
    form, gap = (MDX, "\n\n") if mdx else (HTML, "\n")
    return "\n".join(
        f"{form.write(f'{NAME}: {command}')}{gap}{form.write(f'/{NAME}')}\n" for command in commands
    )
