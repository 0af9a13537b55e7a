"""Blocks between marked comments: found, held against their answers, and renewed.

    <!-- rolecmp: compare pm pmm -->
    ... what `rolecmp compare pm pmm` answers ...
    <!-- /rolecmp 3f9a1c2e -->

The word in the closing marker is a digest of what was written, by which an edit is noticed.
MDX has no such comments; there the markers are written ``{/* rolecmp: ... */}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, TypeAlias

from rolecmp.definitions.problems import Phrase, Problem, phrase
from rolecmp.docblocks.comments import HTML, MDX, Comment, Form, Place, comments

NAME = "rolecmp"
_EXAMPLE = "compare pm pmm"


class Word(NamedTuple):
    """A word of a marker, without its quotes, and its 1-based column."""

    text: str
    column: int


class Block(NamedTuple):
    """A block of a document: the words of its opening marker, and the content it has now.

    `line` is that of the opening marker. `digest` is what the closing marker says, empty
    where it says nothing.
    """

    line: int
    source: str
    words: tuple[Word, ...]
    content: str
    digest: str

    @property
    def asked(self) -> str:
        """The command line, as it is typed."""
        return " ".join(_quoted(word.text) for word in self.words)


Answer: TypeAlias = "Callable[[Block], str | Sequence[Problem]]"
"""Gives the Markdown that belongs in a block, or the problems that stand in the way."""


class Edit(NamedTuple):
    """A piece of a text, from one offset to another, and what takes its place."""

    start: int
    end: int
    text: str


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
    spans, problems = document.blocks()
    edits: list[Edit] = []
    stale: list[Block] = []
    for span in spans:
        given = answer(span.block)
        if not isinstance(given, str):
            problems += given
            continue
        if not span.sound:
            continue
        new = _plain(given)
        if not force and (message := _edited(span.block, new)) is not None:
            problems.append(document.edited(span.block, message))
            continue
        edit = document.edit(span, new)
        if _laid_out_anew(span.block, new):
            continue
        if text[edit.start : edit.end] != edit.text:
            edits.append(edit)
            stale.append(span.block)
    problems.sort(key=lambda each: (each.path != path, each.line, each.column))
    if problems:
        return Renewal(text, text, len(spans), tuple(stale), tuple(edits), tuple(problems))
    return Renewal(text, applied(text, edits), len(spans), tuple(stale), tuple(edits), ())


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Give a text with edits made, which are in order and apart from each other."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def has_markers(text: str, commands: Collection[str]) -> bool:
    """Tell whether there is anything in a text that is, or is meant for, a marker."""
    return any(
        _read(text[found.end() : found.end() + 200].partition("\n")[0], commands) is not None
        for found in re.finditer(r"<!--|\{/\*", text)
    )


# --- what was written -------------------------------------------------------------------------


def _plain(content: str) -> str:
    """Give a content without what editors change by themselves: line and trailing spaces."""
    lines = [line.rstrip() for line in re.split(r"\r\n|\r|\n", content)]
    return "\n".join(lines).strip("\n")


def _meant(content: str) -> str:
    """Give a content with its tables laid out as they were written, whatever aligned them."""
    return re.sub(r"(?m)^\|.*\|$", lambda found: _row(found[0]), _plain(content))


def _row(line: str) -> str:
    cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line[1:-1])]
    cells = ["---" if re.fullmatch(r":?-+:?", cell) else cell for cell in cells]
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def _laid_out_anew(block: Block, new: str) -> bool:
    """Tell whether a block says what it should, in tables that a formatter has aligned."""
    return (
        _plain(block.content) != new
        and _meant(block.content) == _meant(new)
        and block.digest == digest(new)
    )


def digest(content: str) -> str:
    """Give the digest of a content, eight hexadecimal digits."""
    import hashlib

    return hashlib.sha256(_meant(content).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _edited(block: Block, new: str) -> Phrase | None:
    """Say what would be lost if the block were renewed, or give None."""
    old = _plain(block.content)
    if not old or _meant(old) == _meant(new) or block.digest == digest(old):
        return None
    return phrase("edited-block") if block.digest else phrase("foreign-text")


# --- markers ----------------------------------------------------------------------------------


class _Sense(NamedTuple):
    """What a comment says: whether it opens a block, and whether it is written as it must be.

    `rest` is the command line or the digest; `right` is how a misspelt one is written.
    """

    opens: bool
    rest: str
    right: str = ""


class _Marker(NamedTuple):
    comment: Comment
    sense: _Sense


_BEGIN = ("begin", "start")
_END = ("end", "stop")
_LOOSE = (
    r"\s*([/\uff0f]?)\s*(?:(begin|start|end|stop)\s*[-: ]\s*)?"
    r"([^\W\d][\w-]*)\s*([/\uff0f]?)\s*([:\uff1a]?)"
)


def _read(text: str, commands: Collection[str]) -> _Sense | None:
    """Read what a comment says; None where it has nothing to do with blocks."""
    word = text.lstrip()
    if word.startswith(f"{NAME}:"):
        rest = word[len(NAME) + 1 :]
        if rest.strip().lower() in _END:
            return _Sense(False, "", f"/{NAME}")
        return _Sense(True, rest)
    if found := re.fullmatch(rf"/{NAME}(?:\s+([0-9a-f]{{8}}))?\s*", word):
        return _Sense(False, found[1] or "")
    found = re.match(_LOOSE, text, re.IGNORECASE)
    if found is None or not _like_name(found[3]):
        return None
    slash, edge, _, behind, colon = found.groups()
    rest = text[found.end() :].strip()
    second = rest.partition(" ")[0].lower().rstrip(":")
    if slash or behind or (edge or "").lower() in _END or second in _END:
        # With its digest, or what was written would be taken for somebody else's.
        digits = re.search(r"\b[0-9a-fA-F]{8}\b", text)
        return _Sense(False, "", f"/{NAME} {digits[0].lower()}" if digits else f"/{NAME}")
    if second in _BEGIN:
        rest = rest[len(second) :].strip(" :")
    if colon or edge or not rest or second in _BEGIN or second in commands:
        return _Sense(True, rest, f"{NAME}: {rest or _EXAMPLE}")
    return None


def _like_name(word: str) -> bool:
    """Tell whether a word is the program's name or a slip of it; "role" or "problem" is none."""
    word = word.lower().replace("-", "").replace("_", "")
    if abs(len(word) - len(NAME)) > 2 or len(set(word) & set(NAME)) < 5:
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, word, NAME).ratio() >= 0.8


def _words(text: str, column: int) -> tuple[tuple[Word, ...], int]:
    """Split a command line at spaces outside quotes.

    Gives the words, and the column of a quote that is not closed, or 0. A backslash is a
    character like any other, as it is one in the paths of Windows.
    """
    words: list[Word] = []
    current: str | None = None
    begun = 0
    quote = ""
    opened = 0
    for place, char in enumerate(text, column):
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
                current, begun = "", place
            if char in "\"'":
                quote, opened = char, place
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
    """A block between its markers; where one of them is unsound, only its words count."""

    block: Block
    form: Form
    last: Comment
    sound: bool


class _Document:
    """A text in lines, and the places of them."""

    def __init__(self, text: str, path: str, *, mdx: bool, commands: Collection[str]) -> None:
        self._text = text
        self._path = path
        self._mdx = mdx
        self._commands = commands
        self._lines: list[str] = []
        self._starts = [0]
        self._ends: list[str] = []

    def _split(self) -> None:
        at = 1 if self._text.startswith("\ufeff") else 0
        self._starts = [at]
        for found in re.finditer(r"\r\n|\r|\n", self._text):
            self._lines.append(self._text[at : found.start()])
            self._ends.append(found[0])
            at = found.end()
            self._starts.append(at)
        self._lines.append(self._text[at:])
        self._ends.append("")

    def blocks(self) -> tuple[list[_Span], list[Problem]]:
        """Find the blocks, and every problem with their markers."""
        if not has_markers(self._text, self._commands):
            return [], []
        self._split()
        problems: list[Problem] = []
        spans: list[_Span] = []
        open_: list[_Marker] = []
        nested: set[int] = set()
        for marker in self._markers():
            comment, sense = marker
            faults = self._faults(marker)
            problems += faults
            if sense.opens:
                if open_:
                    message = phrase("nested-block", line=open_[-1].comment.line)
                    remedy = phrase("close-first", marker=_written(f"/{NAME}", comment.form))
                    problems.append(self._at(comment, "nested-block", message, remedy))
                    nested.add(open_[-1].comment.line)
                open_.append(marker)
                continue
            if not open_:
                message = phrase("stray-marker")
                opening = _written(f"{NAME}: {_EXAMPLE}", comment.form)
                remedy = phrase("open-or-delete", marker=opening)
                problems.append(self._at(comment, "stray-marker", message, remedy))
                continue
            first = open_.pop()
            if first.comment.form is not comment.form:
                message = phrase("mixed-markers", line=first.comment.line)
                right = _written(f"/{NAME}", first.comment.form)
                problems.append(
                    self._at(comment, "misspelt-marker", message, phrase("write-so", right=right))
                )
            elif not open_ and first.comment.line not in nested and not first.sense.right:
                sound = not faults and not self._faults(first)
                spans.append(self._span(first, marker, problems, sound=sound))
        for marker in open_:
            if marker.comment.line not in nested:
                closing = _written(f"/{NAME}", marker.comment.form)
                message = phrase("unclosed-block")
                remedy = phrase("close-block", marker=closing)
                problems.append(self._at(marker.comment, "unclosed-block", message, remedy))
        return [span for span in spans if span.block.words], problems

    def _markers(self) -> list[_Marker]:
        found = []
        for comment in comments(self._lines, mdx=self._mdx):
            sense = _read(comment.text, self._commands)
            if sense is not None:
                found.append(_Marker(comment, sense))
        return found

    def _faults(self, marker: _Marker) -> list[Problem]:
        """Give what is wrong with a marker by itself: how it is written, where it stands."""
        comment, sense = marker
        if not comment.end and comment.place is not Place.HIDDEN:
            text = "" if sense.right else comment.text.partition("\n")[0].strip()
            right = _written(text or sense.right, comment.form)
            message = phrase("open-comment", closing=comment.form.closing)
            return [self._at(comment, "misspelt-marker", message, phrase("write-so", right=right))]
        if sense.right:
            said = comment.text.partition("\n")[0].strip()
            message = phrase("misspelt-marker", said=_written(said, comment.form))
            right = _written(sense.right, comment.form)
            return [self._at(comment, "misspelt-marker", message, phrase("write-so", right=right))]
        if comment.place is Place.HIDDEN:
            message = phrase("hidden-marker", line=comment.around)
            return [self._at(comment, "misplaced-marker", message, phrase("move-out"))]
        if comment.place is Place.ELSEWHERE:
            line = self._lines[comment.line - 1]
            alone = not line[: comment.column - 1].strip() and not line[comment.end - 1 :].strip()
            message = phrase("indented-marker") if alone else phrase("inline-marker")
            return [self._at(comment, "misplaced-marker", message, phrase("own-line"))]
        return []

    def _span(
        self, first: _Marker, last: _Marker, problems: list[Problem], *, sound: bool
    ) -> _Span:
        comment = first.comment
        line = self._lines[comment.line - 1]
        start = line.index(":", comment.column - 1) + 1
        words, opened = _words(line[start:].partition(comment.form.closing)[0], start + 1)
        if opened:
            message, remedy = phrase("syntax-quote-open"), phrase("close-quote")
            problems.append(
                Problem(self._path, comment.line, opened, "usage", message, remedy, line)
            )
            words = ()
        elif not words and comment.end:
            message = phrase("empty-marker")
            right = _written(f"{NAME}: {_EXAMPLE}", comment.form)
            problems.append(self._at(comment, "usage", message, phrase("write-so", right=right)))
        content = ""
        if sound:
            content = self._text[self._starts[comment.line] : self._starts[last.comment.line - 1]]
        block = Block(comment.line, line, words, content, last.sense.rest)
        return _Span(block, comment.form, last.comment, sound)

    def edit(self, span: _Span, new: str) -> Edit:
        """Put a content into a block, in the line ends of its opening marker."""
        end = self._ends[span.block.line - 1]
        closing = _written(f"/{NAME} {digest(new)}", span.form)
        lines = ["", *new.split("\n"), "", closing]
        start = self._starts[span.block.line]
        return Edit(start, self._starts[span.last.line - 1] + span.last.end - 1, end.join(lines))

    def edited(self, block: Block, message: Phrase) -> Problem:
        """Say that a block holds what would be lost."""
        remedy = phrase("force-it")
        return Problem(self._path, block.line, 1, "edited-block", message, remedy, block.source)

    def _at(self, comment: Comment, rule: str, message: Phrase, remedy: Phrase) -> Problem:
        source = self._lines[comment.line - 1]
        return Problem(self._path, comment.line, comment.column, rule, message, remedy, source)


def _written(text: str, form: Form) -> str:
    """Write a comment."""
    return f"{form.opening} {text} {form.closing}"


def example(commands: Sequence[str], *, mdx: bool = False) -> str:
    """Give blocks to paste, not filled yet, one for each command line."""
    form = MDX if mdx else HTML
    return "\n".join(
        f"{_written(f'{NAME}: {command}', form)}\n{_written(f'/{NAME}', form)}\n"
        for command in commands
    )
