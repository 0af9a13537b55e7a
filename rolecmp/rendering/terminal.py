"""A report laid out for a terminal. The only module that imports rich."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

import rich.cells

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

Laid: TypeAlias = "list[Span]"  # one line of the screen

# Each text is measured several times on its way to the screen.
cell_len = cache(rich.cells.cell_len)

MIN_COLUMN = 24
"""Cells: prose narrower than this is no longer read but spelt; columns are stacked instead."""
MAX_COLUMN = 76
"""Cells: about the longest line that the eye finds back from (Bringhurst, 2.1.2)."""

MAX_LINE = 100
"""Cells: how far text that stands alone runs on a wide screen."""

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
    """What lines and lists are drawn with."""

    rule: str
    bar: str
    bullet: str
    gap: str
    dot: str
    nothing: str


_DRAWN = _Marks("─", "│", "•", "–", "·", "·")
_ASCII = _Marks("-", "|", "*", "-", "-", ".")


def render_terminal(report: Report, width: int, *, color: bool, unicode: bool = True) -> str:
    """Lay out `report` in at most `width` cells.

    `color` asks for escape sequences; without `unicode` the lines and bullets are ASCII.
    """
    screen = _Screen(max(width, 1), Words(report.language), _DRAWN if unicode else _ASCII)
    screen.title(report.title)
    for block in report.blocks:
        screen.gap()
        screen.block(block)
    screen.gap()
    screen.text([Span(report.footer, Tone.MUTED)])
    lines = ("".join(_styled(span, color) for span in _stripped(line)) for line in screen.lines)
    return "\n".join(lines) + "\n"


def _stripped(line: Laid) -> Laid:
    """Drop the spaces a line ends in."""
    line = list(line)
    while line and not (text := line[-1].text.rstrip(" ")):
        line.pop()
    if line:
        line[-1] = Span(text, line[-1].tone)
    return line


def painted(span: Span) -> str:
    """Give a span's text in its colour."""
    return _styled(span, True)


def _styled(span: Span, color: bool) -> str:
    if not color or span.tone is Tone.PLAIN or not span.text.strip():
        return span.text
    before, after = _sequences(span.tone)
    return f"{before}{span.text}{after}"


@cache
def _sequences(tone: Tone) -> tuple[str, str]:
    from rich.color import ColorSystem
    from rich.style import Style

    rendered = Style.parse(_STYLES[tone]).render("\0", color_system=ColorSystem.STANDARD)
    before, _, after = rendered.partition("\0")
    return before, after


class _Screen:
    """Lines as they are laid out, from top to bottom."""

    def __init__(self, width: int, words: Words, marks: _Marks) -> None:
        self.width = width
        self.marks = marks
        self.bullet = f"{marks.bullet} "
        self.nothing = f"{marks.gap} "
        self.words = words
        self.lines: list[Laid] = []
        self.span = 0  # the widest block so far, which later rules are drawn to

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append([])

    def title(self, text: str) -> None:
        self.text([Span(text, Tone.STRONG)])

    def text(self, line: Sequence[Span], first: str = "", rest: str | None = None) -> None:
        """Lay out running text, `first` before its first line and `rest` before the others."""
        indent = " " * cell_len(first) if rest is None else rest
        self.lines += _hung(line, min(self.width, MAX_LINE), first, indent)

    def block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self.text(block.line)
        elif isinstance(block, Bullets):
            self.text([Span(block.lead, Tone.STRONG)])
            for item in block.items:
                self.text(item, self.bullet)
            if block.gap and not block.items:
                self.text([Span(block.gap, Tone.MUTED)], self.nothing)
        elif isinstance(block, SideBySide):
            self.side_by_side(block)
        elif isinstance(block, Grid):
            self.grid(block)
        else:
            self.table(block)

    def grid(self, block: Grid) -> None:
        from rolecmp.rendering.grid import Words as GridWords
        from rolecmp.rendering.grid import lay_out

        if self.marks is _ASCII:
            block = block._replace(empty=self.marks.nothing)
        words = GridWords(
            self.words("list-comma"),
            self.words("label", name="{name}"),
            self.words("with-mark", name="", mark="{name}"),
        )
        self.lines += lay_out(block, self.width, cell_len, words)

    def rule(self, title: str, width: int) -> None:
        """A heading with a line to the right of it."""
        title = visible(title.replace("\n", " "))  # a heading is one line
        room = width - cell_len(title) - 1
        line = [Span(title, Tone.STRONG)]
        if room >= 3:
            line.append(Span(" " + self.marks.rule * room, Tone.MUTED))
            self.lines.append(line)
        else:
            self.text(line)

    # --- columns of prose ---

    def side_by_side(self, block: SideBySide) -> None:
        count = len(block.heads)
        gap = 3
        widest = [
            max(
                [cell_len(head), cell_len(block.gap) + 2]
                + [_length(item) + 2 for _, cells in block.sections for item in cells[place]]
            )
            for place, head in enumerate(block.heads)
        ]
        room = self.width - gap * (count - 1)
        width = min(room // count, MAX_COLUMN, max(widest))
        if width < min(MIN_COLUMN, max(widest)) or any(
            cell_len(word) > width for head in block.heads for word in head.split()
        ):
            self.stacked(block)
            return
        self.span = width * count + gap * (count - 1)
        self.columns([_hung([Span(head, Tone.STRONG)], width) for head in block.heads], width)
        for title, cells in block.sections:
            self.gap()
            self.rule(title, self.span)
            laid = []
            for items in cells:
                if not items:
                    laid.append(_hung([Span(block.gap, Tone.MUTED)], width, self.nothing, "  "))
                else:
                    laid.append(
                        [line for item in items for line in _hung(item, width, self.bullet, "  ")]
                    )
            self.columns(laid, width)

    def columns(self, cells: Sequence[list[Laid]], width: int) -> None:
        for number in range(max(len(cell) for cell in cells)):
            line: Laid = []
            for place, cell in enumerate(cells):
                if place:
                    line.append(Span(f" {self.marks.bar} ", Tone.MUTED))
                line += _padded(cell[number] if number < len(cell) else [], width)
            self.lines.append(line)

    def stacked(self, block: SideBySide) -> None:
        for title, cells in block.sections:
            self.gap()
            self.span = min(self.width, MAX_LINE)
            self.rule(title, self.span)
            for head, items in zip(block.heads, cells, strict=True):
                self.text([Span(head, Tone.STRONG)])
                if not items:
                    self.text([Span(block.gap, Tone.MUTED)], self.nothing)
                for item in items:
                    self.text(item, self.bullet)

    # --- tables ---

    def table(self, block: Table) -> None:
        rows = [row for group in block.groups for row in group.rows]
        widths = _fitted(block, rows, self.width)
        if widths is None:
            self.records(block)
            return
        total = sum(widths) + 2 * (len(widths) - 1)
        if block.title:
            self.rule(block.title, max(total, self.span))
        if any(column.title for column in block.columns):
            heads = [
                _hung([Span(column.title, Tone.MUTED)], width)
                for column, width in zip(block.columns, widths, strict=True)
            ]
            self.row(heads, widths, bottom=True)
        for place, group in enumerate(block.groups):
            if group.title:
                if place:
                    self.gap()
                self.text(group.title)
            for row in group.rows:
                indent = "  " if group.title else ""
                cells = [
                    _hung(cell, width, indent if place == 0 else "")
                    for place, (cell, width) in enumerate(zip(row, widths, strict=True))
                ]
                self.row(cells, widths)

    def row(self, cells: list[list[Laid]], widths: Sequence[int], *, bottom: bool = False) -> None:
        height = max(len(cell) for cell in cells)
        if bottom:
            cells = [[[]] * (height - len(cell)) + cell for cell in cells]
        for number in range(height):
            line: Laid = []
            for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
                if place:
                    line.append(Span("  "))
                line += _padded(cell[number] if number < len(cell) else [], width)
            self.lines.append(line)

    def records(self, block: Table) -> None:
        """A table too wide for the screen: a record a row, one cell below the other."""
        if block.title:
            self.rule(block.title, min(self.width, MAX_LINE))
        for group in block.groups:
            if group.title:
                self.gap()
                self.text(group.title)
            for row in group.rows:
                if block.lead > 1:  # records of several lines of text
                    self.gap()
                self.record(block, row)

    def record(self, block: Table, row: tuple[Line, ...]) -> None:
        head: Laid = []
        for cell in row[: block.lead]:
            head += [Span("  ")] if head else []
            head += [
                Span(span.text, Tone.STRONG) if span.tone is Tone.PLAIN else span for span in cell
            ]
        self.text(head, "", "  ")
        tail: Laid = []  # what needs neither a label nor a line of its own
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


def _length(line: Line) -> int:
    return sum(cell_len(span.text) for span in line)


def _hung(line: Sequence[Span], width: int, first: str = "", rest: str | None = None) -> list[Laid]:
    """Wrap a line into `width` cells, with a hanging indent."""
    if len(line) == 1 and not first:  # the cell of a large table, which mostly fits
        text = line[0].text
        if text.isprintable() and cell_len(text) <= width:
            return [[line[0]]]
    rest = " " * cell_len(first) if rest is None else rest
    pieces = [(visible(span.text, "\n"), span.tone) for span in line]
    room = width - max(cell_len(first), cell_len(rest))
    if sum(cell_len(text) for text, _ in pieces) <= room and not any("\n" in t for t, _ in pieces):
        return [[Span(first), *(Span(*piece) for piece in pieces)] if first else
                [Span(*piece) for piece in pieces]]  # fmt: skip
    laid = []
    for number, wrapped in enumerate(wrap(pieces, room, cell_len)):
        lead = rest if number else first
        laid.append([Span(lead), *(Span(text, tone) for text, tone in wrapped)])
    return laid


def _padded(line: Laid, width: int) -> Laid:
    room = width - sum(cell_len(span.text) for span in line)
    return [*line, Span(" " * room)] if room > 0 else list(line)


def _fitted(block: Table, rows: Sequence[tuple[Line, ...]], width: int) -> list[int] | None:
    """Give each column's width, or None where the table does not fit with dignity."""
    indent = 2 if any(group.title for group in block.groups) else 0
    natural = []
    least = []
    content = []
    for place, column in enumerate(block.columns):
        extra = indent if place == 0 else 0
        cells = [_length(row[place]) for row in rows]
        content.append(max([0, *(cell + extra for cell in cells)]))
        natural.append(max(cell_len(column.title), content[-1]))
        words = [cell_len(word) for word in column.title.split()]
        if column.least:
            least.append(min(natural[-1], max([column.least + extra, *words])))
        else:
            # A heading may wrap between its words; what stands below it stays whole.
            least.append(max([*words, content[-1], 1]))
    gaps = 2 * (len(natural) - 1)
    if sum(least) + gaps > width:
        return None
    widths = [min(size, MAX_COLUMN) if column.least else size
              for size, column in zip(natural, block.columns, strict=True)]  # fmt: skip
    widths = [max(size, low) for size, low in zip(widths, least, strict=True)]
    # Take from the widest that can still give, cell by cell, until the row fits; first from
    # columns that only their heading keeps wide.
    while sum(widths) + gaps > width:
        places = [place for place, size in enumerate(widths) if size > least[place]]
        place = max(places, key=lambda each: (widths[each] > content[each], widths[each]))
        widths[place] -= 1
    return widths
