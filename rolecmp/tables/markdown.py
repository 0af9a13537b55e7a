"""Tables in a Markdown document (GitHub Flavored Markdown Spec, section 4.10), located.

The block structure is read by markdown-it-py; the text inside is read only where a cell needs
it, so that a long document costs what its lines cost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rolecmp.tables.cells import (
    MAX_CELL,
    MAX_ROWS,
    STRUCK,
    Prose,
    Source,
    SourceTable,
    TableCell,
    problem_in,
    rectangle,
    refused,
)
from rolecmp.tables.vocabulary import one_line

if TYPE_CHECKING:
    from markdown_it.token import Token

    from rolecmp.definitions.problems import Problem

_SPECIAL = re.compile(r"[\\`*_~<>&!\[\]\n]|https?:|www\.")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_PREFIX = re.compile(r"^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?")
_DELIMITERS = re.compile(r"^[\s>]*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$")
_STRUCK = re.compile(r"</?(?:del|s|strike)\b[^<>]*>", re.IGNORECASE)
_FOOTNOTE = re.compile(r"^[\s>]*\[\^[^\]]+\]:")
_FENCE = re.compile(r"^(?:---|\+\+\+)\s*$")
_PIPE = re.compile(r"(?<!\\)\|")
_MARKUP = re.compile(r"[*_`]|<[^<>]*>")

MAX_LINES = 20_000
"""The longest document that is read: what the parser takes a second for."""
MAX_MARKED_UP = 200_000
"""How many characters of cells with markup are read; the parser takes a second for them."""


def read_markdown(path: str, text: str) -> Source:
    """Read every table of a document, with the headings above it and the text around it.

    `text` has line feeds alone at the ends of its lines. Raises `ImportProblemsError` for a
    document with more lines than can be read in a moment.
    """
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        raise refused(path, "import.too-many-lines", limit=MAX_LINES)
    reader = _Reader(path, lines)
    reader.walk()
    return Source(path, tuple(reader.tables), tuple(reader.prose), tuple(reader.unread))


def _as_parsed(lines: Sequence[str]) -> list[str]:
    """Blank the metadata that a document may begin with; it would pass for a heading.

    The text of a footnote would pass for the target of a link.
    """
    out = [line.replace("[^", "\\[^", 1) if _FOOTNOTE.match(line) else line for line in lines]
    if _FENCE.match(lines[0]):
        for number, line in enumerate(lines[1:], 1):
            if line.rstrip() == lines[0].rstrip():
                return [""] * (number + 1) + out[number + 1 :]
    return out


class _Reader:
    """Walks the blocks of a document and keeps what may matter."""

    def __init__(self, path: str, lines: Sequence[str]) -> None:
        from markdown_it import MarkdownIt

        self.path = path
        self.lines = lines
        self.tables: list[SourceTable] = []
        self.prose: list[Prose] = []
        self.unread: list[Problem] = []
        self._problem: Problem | None = None  # what is wrong with the table at hand
        self._parsed = 0
        self._parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        self._parser.core.ruler.disable(["inline", "text_join"])
        self._environment: dict[str, object] = {}
        self._headings: list[tuple[int, str]] = []

    def walk(self) -> None:
        tokens = self._parser.parse("\n".join(_as_parsed(self.lines)), self._environment)
        before = ""
        rows: list[tuple[int, list[str]]] | None = None
        nested = False
        for token in tokens:
            line = token.map[0] if token.map else 0
            if token.type == "table_open":
                rows, nested = [], token.level > 0
            elif token.type == "table_close":
                self._table(rows or [], nested=nested)
                rows = None
            elif token.type == "tr_open" and rows is not None:
                rows.append((line, []))
            elif token.type == "inline" and rows:
                rows[-1][1].append(token.content)
            elif token.type == "inline" and before.startswith("h"):
                level = int(before[1:])
                self._headings = [each for each in self._headings if each[0] < level]
                self._headings.append((level, one_line(self._text(token.content)[0])))
            elif token.type == "inline" and token.map:
                self._paragraph(line, line + token.content.count("\n") + 1)
            elif token.type == "html_block" and "<table" in token.content.lower():
                self.unread.append(self._made(line + 1, "import.html-table", "import.make-pipes"))
            before = token.tag if token.type == "heading_open" else ""

    def _paragraph(self, first: int, end: int) -> None:
        """Keep the text of a paragraph, or the table that it is meant for."""
        for number in range(first, end):
            if number + 1 < end and self._is_broken_table(number):
                self._broken_table(number, end)
                return
            if len(self.lines[number]) <= MAX_CELL:
                words = _MARKUP.sub("", self.lines[number]).lstrip(" >")
                self.prose.append(Prose(words, number + 1))

    # --- a table ------------------------------------------------------------------------------

    def _table(self, contents: Sequence[tuple[int, list[str]]], *, nested: bool) -> None:
        rows: list[list[TableCell]] = []
        surplus: list[TableCell] = []
        self._problem = None
        for line, texts in contents:
            if len(rows) >= MAX_ROWS:
                self._found(line + 1, "import.too-many-rows", limit=MAX_ROWS)
                break
            pieces = split_row(self.lines[line], nested=nested)
            rows.append(
                [
                    self._cell(text, line + 1, column)
                    for text, (_, column) in zip(texts, pieces, strict=False)
                ]
            )
            # What stands beyond the header's last cell is left out by the parser.
            beyond = pieces[len(texts) :]
            surplus += [self._cell(text, line + 1, column) for text, column in beyond if text]
        self._keep(rows, surplus)

    def _keep(self, rows: Sequence[Sequence[TableCell]], surplus: Sequence[TableCell] = ()) -> None:
        self.tables.append(
            SourceTable(
                self.path,
                len(self.tables) + 1,
                rectangle(rows),
                tuple(text for _, text in self._headings),
                headed=True,
                lines=self.lines,
                surplus=tuple(surplus),
                problem=self._problem,
            )
        )

    def _is_broken_table(self, line: int) -> bool:
        """Tell whether a line of a paragraph is meant for a header, and the next for its rule."""
        below = self.lines[line + 1]
        return "|" in self.lines[line] and "|" in below and bool(_DELIMITERS.match(below))

    def _broken_table(self, line: int, end: int) -> None:
        """Keep a table whose header has another number of cells than the rule below it.

        It is none by the format; where all its rows are as wide as the header, only the rule
        is wrong, and there is one way to read it.
        """
        self._problem = None
        numbers = (line, *range(line + 2, min(end, line + 2 + MAX_ROWS)))
        pieces = [(number, split_row(self.lines[number], nested=True)) for number in numbers]
        width = len(pieces[0][1])
        if any(len(row) != width for _, row in pieces):
            columns = len(split_row(self.lines[line + 1], nested=True))
            self._found(
                line + 2, "import.header-width", "import.same-width", cells=width, columns=columns
            )
        self._keep(
            [[self._cell(text, number + 1, column) for text, column in row]
             for number, row in pieces]
        )  # fmt: skip

    def _cell(self, content: str, line: int, column: int) -> TableCell:
        if len(content) > MAX_CELL:
            self._found(line, "import.cell-too-long", column=column, limit=MAX_CELL)
            content = ""
        text, strong = self._text(content)
        if self._parsed > MAX_MARKED_UP:
            self._found(line, "import.too-much-text", column=column, limit=MAX_MARKED_UP)
        return TableCell(text, line, column, strong)

    def _text(self, content: str) -> tuple[str, bool]:
        """Return a text as a reader sees it, and whether all of it is bold."""
        if not _SPECIAL.search(content):
            return content.strip(), False
        self._parsed += len(content)
        if self._parsed > MAX_MARKED_UP:
            return _MARKUP.sub("", content).strip(), False
        tokens: list[Token] = []
        self._parser.inline.parse(content, self._parser, self._environment, tokens)
        return _plain(tokens)

    def _found(
        self, line: int, key: str, remedy: str = "", column: int = 1, **args: object
    ) -> None:
        """Note what keeps the table at hand from being read; the first thing found stays."""
        self._problem = self._problem or self._made(line, key, remedy, column, **args)

    def _made(
        self, line: int, key: str, remedy: str = "", column: int = 1, **args: object
    ) -> Problem:
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        return problem_in(self.path, key, remedy, at=(line, column), source=source, **args)


def split_row(line: str, *, nested: bool = False) -> list[tuple[str, int]]:
    """Split a line at its pipes, as the table extension does: texts and 1-based columns.

    A pipe behind a backslash is none. `nested` tells that the line may begin with the marks
    of a quotation or a list.
    """
    prefix = _PREFIX.match(line) if nested else None
    start = prefix.end() if prefix else len(line) - len(line.lstrip())
    cuts = [match.start() for match in _PIPE.finditer(line, start)]
    end = len(line.rstrip())
    if cuts and cuts[0] == start:
        start += 1
        del cuts[0]
    if cuts and cuts[-1] == end - 1:
        end -= 1
        del cuts[-1]
    elif end == start and not cuts:
        return []
    pieces = []
    for stop in [*cuts, end]:
        text = line[start:stop]
        bare = text.lstrip()
        pieces.append((bare.rstrip(), start + len(text) - len(bare) + 1))
        start = stop + 1
    return pieces


def _plain(tokens: Sequence[Token]) -> tuple[str, bool]:
    out: list[str] = []
    bold = 0
    strong = True
    for token in tokens:
        piece = ""
        if token.type in ("text", "code_inline", "text_special", "image"):
            piece = token.content
        elif token.type in ("softbreak", "hardbreak") or _BREAK.fullmatch(token.content):
            piece = "\n"
        elif token.type in ("s_open", "s_close") or _STRUCK.fullmatch(token.content):
            piece = STRUCK
        bold += (token.type == "strong_open") - (token.type == "strong_close")
        strong = strong and (bool(bold) or not piece.strip())
        out.append(piece)
    text = "\n".join(line.strip() for line in "".join(out).split("\n")).strip()
    return text, strong and bool(text)
