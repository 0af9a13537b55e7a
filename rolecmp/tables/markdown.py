"""Tables in a Markdown document (GitHub Flavored Markdown Spec, section 4.10), located.

The block structure is read by markdown-it-py; the text inside is read only where a cell needs
it, so that a long document costs what its lines cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.definitions.problems import Problem, phrase
from rolecmp.tables.cells import (
    MAX_CELL,
    MAX_ROWS,
    Cell,
    Prose,
    Source,
    Table,
    rectangle,
    whole_file,
)
from rolecmp.tables.vocabulary import LIST_LABEL

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SPECIAL = re.compile(r"[\\`*_~<>&!\[\]\n]|https?:|www\.")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_PREFIX = re.compile(r"^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?")
_DELIMITERS = re.compile(r"^[\s>]*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$")
_FOOTNOTE = re.compile(r"^[\s>]*\[\^[^\]]+\]:")
_FENCE = re.compile(r"^(?:---|\+\+\+)\s*$")


MAX_LINES = 20_000
"""The longest document that is read: what the parser takes a second for."""


MAX_MARKED_UP = 200_000
"""How many characters of cells with markup are read; the parser takes a second for them."""
_MARKUP = re.compile(r"[*_`]|<[^<>]*>")


class _Piece(NamedTuple):
    """What stands between two pipes of a line, and its 1-based column."""

    text: str
    column: int


def read_markdown(path: str, text: str) -> Source:
    """Read every table of a document, with the headings above it and the text around it.

    `text` has line feeds alone at the ends of its lines. Raises `ImportProblemsError` for a
    document with more lines than can be read in a moment.
    """
    from markdown_it import MarkdownIt

    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        raise whole_file(path, "too-many-lines", "import.too-many-lines", limit=MAX_LINES)

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.core.ruler.disable(["inline", "text_join"])
    environment: dict[str, object] = {}
    tokens = parser.parse("\n".join(_as_parsed(lines)), environment)
    reader = _Reader(path, lines, parser, environment)
    reader.walk(tokens)
    return Source(path, tuple(reader.tables), tuple(reader.prose), tuple(reader.unread))


def _as_parsed(lines: Sequence[str]) -> list[str]:
    """Blank the metadata that a document may begin with; it would pass for a heading.

    The text of a footnote would pass for the target of a link.
    """
    out = [line.replace("[^", "\\[^", 1) if _FOOTNOTE.match(line) else line for line in lines]
    if lines and _FENCE.match(lines[0]):
        for number, line in enumerate(lines[1:], 1):
            if line.rstrip() == lines[0].rstrip():
                return [""] * (number + 1) + out[number + 1 :]
    return out


class _Reader:
    """Walks the blocks of a document and keeps what may matter."""

    def __init__(
        self,
        path: str,
        lines: Sequence[str],
        parser: MarkdownIt,
        environment: dict[str, object],
    ) -> None:
        self.path = path
        self.lines = lines
        self.tables: list[Table] = []
        self.prose: list[Prose] = []
        self.unread: list[Problem] = []
        self._problem: Problem | None = None
        self._parsed = 0
        self._parser = parser
        self._environment = environment
        self._headings: list[tuple[int, str]] = []

    def walk(self, tokens: Sequence[Token]) -> None:
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.type == "table_open":
                end = next(n for n in range(place, len(tokens)) if tokens[n].type == "table_close")
                self._table(tokens[place:end], token.level)
                place = end
            elif token.type == "heading_open":
                level = int(token.tag[1:])
                self._headings = [each for each in self._headings if each[0] < level]
                words, _ = self._text(tokens[place + 1].content)
                self._headings.append((level, " ".join(words.split())))
            elif token.type == "inline" and token.map and tokens[place - 1].type != "heading_open":
                self._paragraph(token.content, token.map[0])
            elif token.type == "html_block" and token.map and "<table" in token.content.lower():
                self.unread.append(
                    self._made(token.map[0] + 1, "import.html-table", "import.make-pipes")
                )
            place += 1

    def _paragraph(self, content: str, first: int) -> None:
        for number in range(content.count("\n")):
            if self._is_broken_table(first + number):
                self._prose(first, number)
                self._broken_table(first + number, first + content.count("\n") + 1)
                return
        self._prose(first, content.count("\n") + 1)

    def _prose(self, first: int, count: int) -> None:
        for number in range(first, first + count):
            if len(self.lines[number]) <= MAX_CELL:
                words = _MARKUP.sub("", self.lines[number]).lstrip(" >")
                self.prose.append(Prose(words, number + 1))

    # --- a table ------------------------------------------------------------------------------

    def _table(self, tokens: Sequence[Token], level: int) -> None:
        rows: list[list[Cell]] = []
        surplus: list[Cell] = []
        self._problem = None
        for line, contents in _rows(tokens):
            if len(rows) >= MAX_ROWS:
                self._found(line + 1, "import.too-many-rows", limit=MAX_ROWS)
                break
            cells, more = self._row(line, contents, nested=level > 0)
            rows.append(cells)
            surplus += more
        self._keep(rows, surplus)

    def _keep(self, rows: Sequence[Sequence[Cell]], surplus: Sequence[Cell] = ()) -> None:
        table = Table(
            self.path,
            len(self.tables) + 1,
            rectangle(rows),
            tuple(text for _, text in self._headings),
            headed=True,
            lines=self.lines,
            surplus=tuple(surplus),
            problem=self._problem,
        )
        self.tables.append(table)

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
        pieces = [
            (number, split_row(self.lines[number], nested=True))
            for number in (line, *range(line + 2, min(end, line + 2 + MAX_ROWS)))
        ]
        width = len(pieces[0][1])
        if any(len(row) != width for _, row in pieces):
            columns = len(split_row(self.lines[line + 1], nested=True))
            self._found(
                line + 2, "import.header-width", "import.same-width", cells=width, columns=columns
            )
        self._keep(
            [[self._cell(each.text, number + 1, each.column) for each in row]
             for number, row in pieces]
        )  # fmt: skip

    def _row(
        self, line: int, contents: Sequence[str], *, nested: bool
    ) -> tuple[list[Cell], list[Cell]]:
        """Locate the cells of a row; gives them, and those that the parser has left out.

        Cells that the row does not have are not among them.
        """
        pieces = split_row(self.lines[line], nested=nested)
        cells = []
        for place, content in enumerate(contents):
            if place >= len(pieces):
                break
            cells.append(self._cell(content, line + 1, pieces[place].column))
        surplus = [
            self._cell(piece.text, line + 1, piece.column)
            for piece in pieces[len(contents) :]
            if piece.text
        ]
        return cells, surplus

    def _cell(self, content: str, line: int, column: int) -> Cell:
        if len(content) > MAX_CELL:
            self._found(line, "import.cell-too-long", column=column, limit=MAX_CELL)
            content = ""
        text, strong = self._text(content)
        if self._parsed > MAX_MARKED_UP:
            self._found(line, "import.too-much-text", column=column, limit=MAX_MARKED_UP)
        return Cell(text, line, column, strong)

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
        self, line: int, key: str, remedy: str | None = None, column: int = 1, **args: object
    ) -> None:
        """Note what keeps the table at hand from being read; the first thing found stays."""
        self._problem = self._problem or self._made(line, key, remedy, column, **args)

    def _made(
        self, line: int, key: str, remedy: str | None = None, column: int = 1, **args: object
    ) -> Problem:
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        then = phrase(remedy) if remedy else None
        rule = key.removeprefix("import.")
        return Problem(self.path, line, column, rule, phrase(key, **args), then, source)


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[int, list[str]]]:
    """Yield each row of a table: its 0-based line, and what is in its cells."""
    line = 0
    cells: list[str] = []
    for token in tokens:
        if token.type == "tr_open" and token.map:
            line = token.map[0]
            cells = []
        elif token.type == "inline":
            cells.append(token.content)
        elif token.type == "tr_close":
            yield line, cells


def split_row(line: str, *, nested: bool = False) -> list[_Piece]:
    """Split a line at its pipes, as the table extension does, keeping the columns.

    A pipe behind a backslash is none. `nested` tells that the line may begin with the marks
    of a quotation or a list.
    """
    prefix = _PREFIX.match(line) if nested else None
    start = prefix.end() if prefix else len(line) - len(line.lstrip())
    cuts = [
        place
        for place in range(start, len(line))
        if line[place] == "|" and not _escaped(line, place)
    ]
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
        pieces.append(_Piece(bare.rstrip(), start + len(text) - len(bare) + 1))
        start = stop + 1
    return pieces


def _escaped(line: str, place: int) -> bool:
    return place > 0 and line[place - 1] == "\\"


def _plain(tokens: Sequence[Token]) -> tuple[str, bool]:
    out: list[str] = []
    bold = 0
    strong = True
    for token in tokens:
        piece = ""
        if token.type in ("text", "code_inline", "text_special"):
            piece = token.content
        elif token.type in ("softbreak", "hardbreak") or (
            token.type == "html_inline" and _BREAK.fullmatch(token.content)
        ):
            piece = "\n"
        elif token.type == "image":
            piece = token.content
        elif token.type in ("s_open", "s_close"):
            piece = "~~"  # what is struck out no longer holds, so it must not pass for a letter
        bold += (token.type == "strong_open") - (token.type == "strong_close")
        strong = strong and (bool(bold) or not piece.strip())
        out.append(piece)
    text = "\n".join(line.strip() for line in "".join(out).split("\n")).strip()
    return text, strong and bool(text)


def bullet_of_letters(source: Source) -> Prose | None:
    """Return a line that names a letter and a role as a list does, where there is one."""
    return next((line for line in source.prose if LIST_LABEL.match(line.text)), None)
