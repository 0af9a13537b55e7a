"""A report laid out for a terminal, by Rich. The only module that imports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.box import SIMPLE_HEAD, Box
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.containers import Lines
from rich.segment import Segment
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text

from rolecmp.rendering.grid import Hung, Sheet, fit, lay_out
from rolecmp.rendering.linebreak import wrap
from rolecmp.rendering.report import (
    Block,
    Bullets,
    Grid,
    Line,
    Paragraph,
    Report,
    SideBySide,
    Span,
    Table,
    Tone,
)
from rolecmp.visible import visible
from rolecmp.words import Words

if TYPE_CHECKING:
    from rich.console import ConsoleOptions, RenderableType

MIN_COLUMN = 18
"""Cells: prose narrower than this is no longer read but spelt; columns are stacked instead."""
MAX_COLUMN = 76
"""Cells: about the longest line that the eye finds back from (Bringhurst, 2.1.2)."""
MAX_LINE = 100
"""Cells: how far text that stands alone runs on a wide screen."""
MAX_LABEL = 16
"""Cells: a label before a row of prose that is longer is wrapped between its words."""

# Only colours of the basic palette, which each terminal theme keeps readable on its own
# background; blue, yellow, white and black are not, on one or the other.
_STYLES: Mapping[Tone, str] = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.MUTED: "dim",
    Tone.OWNER: "green",
    Tone.CONFLICT: "bold red",
    Tone.GAP: "bold magenta",
}


class _Marks(NamedTuple):
    """What tables and lists are drawn with."""

    box: Box
    bullet: str
    gap: str
    dot: str
    nothing: str


_DRAWN = _Marks(SIMPLE_HEAD, "•", "–", "·", "·")
_ASCII = _Marks(Box("    \n    \n -- \n" + "    \n" * 5, ascii=True), "*", "-", "-", ".")


class Cell(Text):
    """Text of a table or on its own, in lines that break where its language may.

    Each of `items` hangs: `first` stands before its first line, `rest` before the others. The
    last `gap` cells of the width are left free, which keeps a column from the next: Rich's own
    padding takes three times as long as the cell.
    """

    vertical: str | None = None  # which a table asks of what stands in it

    def __init__(self, items: Iterable[Line], first: str = "", rest: str = "", gap: int = 0):
        super().__init__()
        self.items = [
            [(visible(span.text, "\n"), _STYLES[span.tone]) for span in item] for item in items
        ]
        self.first, self.rest, self.gap = first, rest, gap

    def wrap(self, console: Console, width: int, **_: Any) -> Lines:
        """Return the lines; nothing of the text is left out and none is wider than `width`."""
        width -= self.gap
        first, rest = cell_len(self.first), cell_len(self.rest)
        lines = Lines()
        for item in self.items:
            whole = _width(item) <= width - first and not any("\n" in text for text, _ in item)
            broken = [item] if whole else wrap(item, width - max(first, rest), cell_len)
            for number, pieces in enumerate(broken):
                lead = self.rest if number else self.first
                lines.append(Text.assemble(lead, *pieces) if lead else Text.assemble(*pieces))
        return lines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """Yield the lines one by one: joined first, as Rich does, a table takes thrice as long."""
        for line in self.wrap(console, options.max_width):
            yield from line.render(console, end="\n")


def _width(pieces: Iterable[tuple[str, object]]) -> int:
    return sum([cell_len(text) for text, _ in pieces])


def render_terminal(report: Report, width: int, *, color: bool, unicode: bool = True) -> str:
    """Lay out `report` in at most `width` cells.

    `color` asks for escape sequences; without `unicode` the lines and bullets are ASCII.
    """
    screen = _Screen(max(width, 1), Words(report.language), _DRAWN if unicode else _ASCII)
    screen.text([Span(report.title, Tone.STRONG)])
    for block in report.blocks:
        screen.gap()
        screen.block(block)
    screen.gap()
    screen.text([Span(report.footer, Tone.MUTED)])
    return "".join(
        "".join(_styled(each.text, each.style if color else None) for each in line) + "\n"
        for line in screen.lines
    )


def painted(span: Span) -> str:
    """Return a span's text in its colour."""
    return _styled(span.text, Style.parse(_STYLES[span.tone]))


def _styled(text: str, style: Style | None) -> str:
    if style is None or not text.strip():
        return text
    return style.render(text, color_system=ColorSystem.STANDARD)


def _stripped(line: list[Segment]) -> list[Segment]:
    """Drop the spaces that a line ends in."""
    while line and not (text := line[-1].text.rstrip(" ")):
        line.pop()
    if line:
        line[-1] = Segment(text, line[-1].style)
    return line


class _Screen:
    """Lines as they are laid out, from top to bottom."""

    def __init__(self, width: int, words: Words, marks: _Marks) -> None:
        self.width = width
        self.words = words
        self.marks = marks
        self.bullet = f"{marks.bullet} "
        self.lines: list[list[Segment]] = []
        # It only lays out; what decides on colours and the width of a terminal is not asked.
        self.console = Console(width=width, height=1, force_jupyter=False, legacy_windows=False)

    def draw(self, thing: RenderableType, width: int) -> None:
        options = self.console.options.update_width(width)
        lines = Segment.split_lines(self.console.render(thing, options))
        self.lines += [_stripped(line) for line in lines]

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append([])

    def text(self, line: Sequence[Span], first: str = "", rest: str | None = None) -> None:
        """Draw running text, `first` before its first line and `rest` before the others."""
        indent = " " * cell_len(first) if rest is None else rest
        self.draw(Cell([tuple(line)], first, indent), min(self.width, MAX_LINE))

    def block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self.text(block.line)
        elif isinstance(block, Bullets):
            self.text([Span(block.lead, Tone.STRONG)])
            self.items(block.items, block.gap)
        elif isinstance(block, SideBySide):
            self.side_by_side(block)
        elif isinstance(block, Grid):
            self.grid(block)
        else:
            self.table(block)

    def items(self, items: Iterable[Line], gap: str) -> None:
        for item in items:
            self.text(item, self.bullet)
        if gap and not items:
            self.text([Span(gap, Tone.MUTED)], f"{self.marks.gap} ")

    def sheet(self, sheet: Sheet) -> None:
        """Draw rows whose columns have been given their widths."""
        last = len(sheet.widths) - 1
        heads = [Cell([head], gap=place < last) for place, head in enumerate(sheet.heads)]
        table = self.frame(sheet.widths, heads)
        for row in sheet.rows:
            if row:
                cells = [
                    Cell(
                        [cell],
                        "" if place else sheet.indent,
                        "" if place else sheet.rest,
                        place < last,
                    )
                    for place, cell in enumerate(row)
                ]
                table.add_row(*cells)
            else:
                table.add_section()
        self.draw(table, self.width)

    def frame(self, widths: Sequence[int], heads: Sequence[Cell]) -> RichTable:
        """Make a table without rows. Of the two cells between columns its box draws one."""
        table = RichTable(
            box=self.marks.box,
            safe_box=False,
            show_edge=False,
            show_header=bool(heads),
            padding=0,
            border_style=_STYLES[Tone.MUTED],
            header_style="",
        )
        for place, width in enumerate(widths):
            gap = place < len(widths) - 1
            if heads:
                heads[place].vertical = "bottom"
            table.add_column(heads[place] if heads else "", width=width + gap)
        return table

    # --- columns of prose ---

    def side_by_side(self, block: SideBySide) -> None:
        labels = [block.corner, *(title for title, _ in block.sections)]
        label = max(map(cell_len, labels))
        label = max(
            min(label, MAX_LABEL), *(cell_len(word) for each in labels for word in each.split())
        )
        natural = [
            max(
                [cell_len(head), cell_len(block.gap) + 2]
                + [_width(item) + 2 for _, cells in block.sections for item in cells[place]]
            )
            for place, head in enumerate(block.heads)
        ]
        natural = [min(size, MAX_COLUMN) for size in natural]
        words = [max([cell_len(word) for word in head.split()] or [0]) for head in block.heads]
        least = [
            min(size, max(MIN_COLUMN, word)) for size, word in zip(natural, words, strict=True)
        ]
        widths = fit([label, *natural], [label, *least], self.width)
        if widths is None:
            self.stacked(block)
            return
        heads = ["", *block.heads]
        last = len(heads) - 1
        table = self.frame(
            widths,
            [
                Cell([(Span(head, Tone.STRONG),)], gap=place < last)
                for place, head in enumerate(heads)
            ],
        )
        for number, (title, cells) in enumerate(block.sections):
            if number:
                table.add_section()
            laid = [Cell([(Span(_one_line(title), Tone.STRONG),)], gap=1)]
            for place, items in enumerate(cells, 1):
                if items:
                    laid.append(Cell(items, self.bullet, "  ", place < last))
                else:
                    nothing = (Span(block.gap, Tone.MUTED),)
                    laid.append(Cell([nothing], f"{self.marks.gap} ", "  ", place < last))
            table.add_row(*laid)
        self.draw(table, self.width)

    def stacked(self, block: SideBySide) -> None:
        for title, cells in block.sections:
            self.gap()
            self.text([Span(_one_line(title), Tone.STRONG)])
            for head, items in zip(block.heads, cells, strict=True):
                self.text([Span(head, Tone.MUTED)])
                self.items(items, block.gap)

    # --- tables ---

    def table(self, block: Table) -> None:
        widths = _fitted(block, self.width)
        if block.title:
            self.text([Span(_one_line(block.title), Tone.STRONG)])
        if widths is None:
            self.records(block)
            return
        titled = any(column.title for column in block.columns)
        heads = [(Span(column.title, Tone.MUTED),) for column in block.columns] if titled else []
        grouped = any(group.title for group in block.groups)
        if grouped:
            self.sheet(Sheet(widths, heads, []))
        for number, group in enumerate(block.groups):
            if group.title:
                if number:
                    self.gap()
                self.text(group.title)
            indent = "  " if group.title else ""
            self.sheet(Sheet(widths, [] if grouped else heads, list(group.rows), indent, indent))

    def records(self, block: Table) -> None:
        """A table too wide for the screen: a record a row, one cell below the other."""
        for group in block.groups:
            if group.title:
                self.gap()
                self.text(group.title)
            for row in group.rows:
                if block.lead > 1:  # records of several lines of text
                    self.gap()
                self.record(block, row)

    def record(self, block: Table, row: tuple[Line, ...]) -> None:
        head: list[Span] = []
        for cell in row[: block.lead]:
            head += [Span("  ")] if head else []
            head += [
                Span(span.text, Tone.STRONG) if span.tone is Tone.PLAIN else span for span in cell
            ]
        self.text(head, "", "  ")
        tail: list[Span] = []  # what needs neither a label nor a line of its own
        for column, cell in list(zip(block.columns, row, strict=True))[block.lead :]:
            if not any(span.text for span in cell):
                continue
            if column.labelled:
                label = Span(self.words("label", name=column.title), Tone.MUTED)
                self.text([label, *cell], "  ", "    ")
            elif column.least:
                self.text(cell, "  ")
            else:
                tail += [Span(f"  {self.marks.dot}  " if tail else "", Tone.MUTED), *cell]
        if tail:
            self.text(tail, "  ", "    ")

    def grid(self, block: Grid) -> None:
        if self.marks is _ASCII:
            block = block._replace(empty=self.marks.nothing)
        for part in lay_out(block, self.width, cell_len, self.words):
            if isinstance(part, Hung):
                self.text(part.line, part.first, part.rest)
            elif part is None:
                self.gap()
            else:
                self.sheet(part)


def _one_line(title: str) -> str:
    return title.replace("\n", " ")


def _fitted(block: Table, width: int) -> list[int] | None:
    """Return each column's width, or None where the table does not fit with dignity."""
    indent = 2 if any(group.title for group in block.groups) else 0
    rows = [row for group in block.groups for row in group.rows]
    natural: list[int] = []
    least: list[int] = []
    for place, column in enumerate(block.columns):
        extra = 0 if place else indent
        content = max([1, *(_width(row[place]) + extra for row in rows)])
        words = max([cell_len(word) for word in column.title.split()] or [0])
        title = cell_len(column.title)
        if column.least:
            natural.append(min(max(title, content), max(MAX_COLUMN, column.least + extra)))
            least.append(min(max(title, content), max(column.least + extra, words)))
        else:  # a heading may wrap between its words; what stands below it stays whole
            natural.append(max(title, content))
            least.append(max(words, content))
    return fit(natural, least, width)
