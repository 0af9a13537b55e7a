"""A report laid out for a terminal, by Rich. The only module that imports it."""

from __future__ import annotations

import os
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

from rolecmp.rendering.fitting import (
    GAP,
    MAX_COLUMN,
    MIN_COLUMN,
    MIN_FACTS,
    Measure,
    fit,
    label_width,
    natural,
    shown,
    table_widths,
)
from rolecmp.rendering.grid import Hung, Sheet, lay_out
from rolecmp.rendering.linebreak import wrap
from rolecmp.rendering.report import (
    Block,
    Bullets,
    Facts,
    Grid,
    Item,
    Line,
    Paragraph,
    Report,
    SideBySide,
    Span,
    Table,
    Tone,
    file_of,
    in_document,
)
from rolecmp.visible import ambiguous, visible
from rolecmp.words import Words

if TYPE_CHECKING:
    from rich.console import ConsoleOptions, RenderableType

_FILL = "\ufdd0"
"""A cell behind a character that Rich takes for narrow; no character, and never written."""
MAX_LINE = 100
"""Cells: how far text that stands alone runs on a wide screen."""

# Only colours of the basic palette, which each terminal theme keeps readable on its own
# background; blue, yellow, white and black are not, on one or the other.
_STYLES: Mapping[Tone, str] = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.MUTED: "dim",
    Tone.POSITION: "dim",
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
    padding takes three times as long as the cell. `measure` tells the width of a string.
    """

    vertical: str | None = None  # which a table asks of what stands in it

    def __init__(
        self, measure: Measure, items: Iterable[Line], first: str = "", rest: str = "", gap: int = 0
    ):
        super().__init__()
        self.measure = measure
        self.items = [[(visible(span.text, "\n"), _style(span)) for span in item] for item in items]
        self.first, self.rest, self.gap = first, rest, gap

    def wrap(self, console: Console, width: int, **_: Any) -> Lines:
        """Return the lines; nothing of the text is left out and none is wider than `width`."""
        width -= self.gap
        first, rest = cell_len(self.first), cell_len(self.rest)
        lines = Lines()
        for item in self.items:
            size = sum([self.measure(text) for text, _ in item])
            whole = size <= width - first and not any("\n" in text for text, _ in item)
            broken = [item] if whole else wrap(item, width - max(first, rest), self.measure)
            for number, pieces in enumerate(broken):
                if self.measure is _wide_len:
                    pieces = [(_filled(text), style) for text, style in pieces]
                lead = self.rest if number else self.first
                lines.append(Text.assemble(lead, *pieces) if lead else Text.assemble(*pieces))
        return lines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """Yield the lines one by one: joined first, as Rich does, a table takes thrice as long."""
        for line in self.wrap(console, options.max_width):
            yield from line.render(console, end="\n")


def _style(span: Span) -> str:
    """Return the style of a span; a position that is a file's has the file as its link."""
    style = _STYLES[span.tone]
    file = file_of(span.text) if span.tone is Tone.POSITION else None
    if file is None:
        return style
    from urllib.parse import quote

    path = os.path.abspath(file).replace(os.sep, "/")
    return f"{style} link file://{quote(path)}"


def _filled(text: str) -> str:
    """Return a text that Rich takes for as wide as it is where ambiguous characters are wide."""
    return "".join([char + _FILL * (ambiguous(char) and cell_len(char)) for char in text])


def _wide_len(text: str) -> int:
    """Measure text where ambiguous characters take two cells."""
    return len(text) if text.isascii() else cell_len(_filled(text))


def render_terminal(
    report: Report,
    width: int,
    *,
    color: bool,
    unicode: bool = True,
    wide: bool = False,
    links: bool = False,
) -> str:
    """Lay out `report` in at most `width` cells.

    `color` asks for escape sequences, `links` for positions that can be followed (OSC 8).
    Without `unicode`, and on a `wide` terminal, which draws ambiguous characters in two cells,
    the lines and bullets are ASCII.
    """
    marks = _DRAWN if unicode and not wide else _ASCII
    screen = _Screen(max(width, 1), report, marks, _wide_len if wide else cell_len)
    screen.text([Span(report.title, Tone.STRONG)])
    for block in report.blocks:
        screen.between_blocks()
        screen.block(block)
    screen.between_blocks()
    if report.hint:
        screen.text(report.hint)
    screen.text([Span(report.footer, Tone.MUTED)])
    text = "".join(
        "".join(_styled(each.text, each.style if color else None, links) for each in line) + "\n"
        for line in screen.lines
    )
    return text.replace(_FILL, "") if wide else text


def painted(span: Span) -> str:
    """Return a span's text in its colour."""
    return _styled(span.text, Style.parse(_STYLES[span.tone]))


def _styled(text: str, style: Style | None, links: bool = False) -> str:
    if style is None or not text.strip():
        return text
    if style.link and not links:
        style = style.update_link(None)
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

    def __init__(self, width: int, report: Report, marks: _Marks, measure: Measure) -> None:
        self.width = width
        self.measure = measure
        self.compact = report.compact
        self.words = Words(report.language)
        self.label = label_width(report.blocks, self.measure)
        self.marks = marks
        self.bullet = f"{marks.bullet} "
        self.lines: list[list[Segment]] = []
        # It only lays out; what decides on colours and the width of a terminal is not asked.
        self.console = Console(width=width, height=1, force_jupyter=False, legacy_windows=False)

    def draw(self, thing: RenderableType, width: int) -> None:
        options = self.console.options.update_width(width)
        lines = Segment.split_lines(self.console.render(thing, options))
        self.lines += [_stripped(line) for line in lines]

    def cell(self, items: Iterable[Line], first: str = "", rest: str = "", gap: int = 0) -> Cell:
        return Cell(self.measure, items, first, rest, gap)

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append([])

    def between_blocks(self) -> None:
        if not self.compact:
            self.gap()

    def text(self, line: Sequence[Span], first: str = "", rest: str | None = None) -> None:
        """Draw running text, `first` before its first line and `rest` before the others."""
        indent = " " * self.measure(first) if rest is None else rest
        self.draw(self.cell([tuple(line)], first, indent), min(self.width, MAX_LINE))

    def block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self.text(block.line)
        elif isinstance(block, Bullets):
            self.text([Span(block.lead, Tone.STRONG)])
            self.items(block.items, block.gap)
        elif isinstance(block, SideBySide):
            self.side_by_side(block)
        elif isinstance(block, Facts):
            self.facts(block)
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
        heads = [self.cell([head], gap=index < last) for index, head in enumerate(sheet.heads)]
        table = self.frame(sheet.widths, heads)
        for row in sheet.rows:
            if row:
                cells = [
                    self.cell(
                        [cell],
                        "" if index else sheet.indent,
                        "" if index else sheet.rest,
                        index < last,
                    )
                    for index, cell in enumerate(row)
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
        for index, width in enumerate(widths):
            gap = index < len(widths) - 1
            if heads:
                heads[index].vertical = "bottom"
            table.add_column(heads[index] if heads else "", width=width + gap)
        return table

    # --- columns of prose ---

    def side_by_side(self, block: SideBySide) -> None:
        sizes = [
            max(
                [self.measure(head), self.measure(block.gap) + 2]
                + [
                    natural(item, self.measure) + 2
                    for _, cells in block.sections
                    for item in cells[index]
                ]
            )
            for index, head in enumerate(block.heads)
        ]
        sizes = [min(size, MAX_COLUMN) for size in sizes]
        least = [min(size, MIN_COLUMN) for size in sizes]
        widths = fit([self.label, *sizes], [self.label, *least], self.width)
        if widths is None:
            self.stacked(block)
            return
        last = len(block.heads)
        heads = [
            self.cell([(Span(head, Tone.STRONG),)], gap=index < last)
            for index, head in enumerate(("", *block.heads))
        ]
        table = self.frame(widths, heads)
        for number, (title, cells) in enumerate(block.sections):
            if number and not self.compact:
                table.add_section()
            laid = [
                self.prose(items, size, block, gap=index < last)
                for index, (items, size) in enumerate(zip(cells, widths[1:], strict=True), 1)
            ]
            table.add_row(self.cell([title], gap=1), *laid)
        self.draw(table, self.width)

    def prose(self, items: Sequence[Item], width: int, block: SideBySide, *, gap: bool) -> Cell:
        """Make a cell of prose; nothing to say is said."""
        if not items:
            nothing = f"{self.marks.gap} {block.gap}"
            return self.cell([(Span(nothing, Tone.MUTED),)], rest="  ", gap=gap)
        first = self.bullet if block.bulleted else ""
        rest = "" if self.compact and len(items) == 1 else "  "
        return self.cell(shown(items, width - len(rest), self.measure), first, rest, gap)

    def stacked(self, block: SideBySide) -> None:
        """Columns too narrow to read: one below the other within each section."""
        for title, cells in block.sections:
            self.gap()
            self.text(_one_line(title))
            for head, items in zip(block.heads, cells, strict=True):
                label = Span(self.words("label", name=head), Tone.MUTED)
                taken = self.measure(label.text)
                if block.bulleted or len(items) > 1:
                    self.text([Span(head, Tone.MUTED)])
                    self.items([in_document(item) for item in items], block.gap)
                elif items:
                    line = shown(items, self.width - 2, self.measure, taken)[0]
                    self.text([label, *line], "", "  ")
                else:
                    self.text([label, Span(block.gap, Tone.MUTED)], "", "  ")
        self.gap()

    def facts(self, block: Facts) -> None:
        room = min(self.width - self.label - GAP, MAX_COLUMN)
        table = self.frame([self.label, room], []) if room >= MIN_FACTS else None
        for label, items in block.rows:
            if table is not None:
                rest = "  " if len(items) > 1 else ""
                lines = shown(items, room - len(rest), self.measure, times=block.times)
                table.add_row(self.cell([label], gap=1), self.cell(lines, rest=rest))
                continue
            self.text(_one_line(label))
            for line in shown(items, self.width - 2, self.measure, times=block.times):
                self.text(line, "  ")
        if table is not None:
            self.draw(table, self.width)

    # --- tables ---

    def table(self, block: Table) -> None:
        widths = table_widths(block, self.width, self.measure)
        if block.title:
            self.text(_one_line((Span(block.title, Tone.STRONG),)))
        if widths is None:
            self.records(block)
            return
        heads = [(Span(column.title, Tone.MUTED),) for column in block.columns]
        heads = heads if any(column.title for column in block.columns) else []
        grouped = any(group.title for group in block.groups)
        if grouped:
            self.sheet(Sheet(widths, heads, []))
        for number, group in enumerate(block.groups):
            if group.title:
                if number:
                    self.gap()
                self.text(group.title)
            indent = "  " if group.title else ""
            self.sheet(
                Sheet(widths, [] if grouped else heads, list(group.rows), indent, f"{indent}  ")
            )

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
        for part in lay_out(block, self.width, self.measure, self.words):
            if isinstance(part, Hung):
                self.text(part.line, part.first, part.rest)
            elif part is None:
                self.gap()
            else:
                self.sheet(part)


def _one_line(line: Line) -> Line:
    return tuple(span._replace(text=span.text.replace("\n", " ")) for span in line)
