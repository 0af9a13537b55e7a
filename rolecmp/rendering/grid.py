"""A grid laid out for a screen: upright, turned, parted, or as a list, as the width allows.

In the order of preference:

1. one table under the names of the columns, wrapped between their words;
2. the same turned, so that rows become columns;
3. one table under short names, with a key below;
4. two tables under names, where they are not too long;
5. one table under numbers, with a key below, upright or turned;
6. several tables under numbers, with the key above, or a list a row where that is shorter.

Nothing is left out in any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from rolecmp.definitions.model import INITIALS
from rolecmp.rendering.linebreak import wrap
from rolecmp.rendering.report import Grid, Line, Span, Tone
from rolecmp.visible import visible

Laid: TypeAlias = "list[Span]"  # one line of the screen
Measure: TypeAlias = Callable[[str], int]

ROW_NAME = 16
"""Cells: row names that are longer may be wrapped, but not into fewer than these."""
COLUMN_NAME = 8
"""Cells: wide characters may part anywhere, but a name is read by several of them at a time."""
MAX_COLUMN_NAME = 16
"""Cells: longer names are wrapped, or the letters stand too far apart."""
SHORT_NAME = 6
"""Cells: a short name that is longer is none."""
TABLES = 3
"""In more tables than these a grid is no longer overlooked; a list may do better."""
SEEN = 60
"""Lines: of two tables that are longer the second is too far from the first; one under numbers,
half as long, is overlooked better."""
FEW = 4
"""Fewer columns than these make no table, but where there are no more."""
GAP = "  "


class Words(NamedTuple):
    """The few words that a layout adds of its own; `label` and `marked` hold ``{name}``."""

    comma: str
    label: str
    marked: str


class _Column(NamedTuple):
    """A column: its name, its short form, and its cells from top to bottom."""

    name: Line
    short: str
    cells: tuple[Line, ...]


class _Sheet(NamedTuple):
    """A grid in one of its positions.

    The rows from `body` on are totals. `tail` are columns that are never keyed or parted.
    """

    corner: str
    rows: tuple[Line, ...]
    body: int
    columns: tuple[_Column, ...]
    tail: tuple[_Column, ...]


def lay_out(grid: Grid, width: int, measure: Measure, words: Words) -> list[Laid]:
    """Lay out `grid` in at most `width` cells; `measure` tells the width of a string."""
    safe = grid._replace(
        heads=tuple(head._replace(name=_safe(head.name)) for head in grid.heads),
        rows=tuple(
            row._replace(
                name=_safe(row.name),
                mark=tuple(span._replace(text=_safe(span.text)) for span in row.mark),
            )
            for row in grid.rows
        ),
    )
    return _Layout(safe, width, measure, words).best()


def _safe(text: str) -> str:
    return visible(text.replace("\n", " "))


class _Layout:
    """One grid and one width, tried one way after the other."""

    def __init__(self, grid: Grid, width: int, measure: Measure, words: Words) -> None:
        self.grid = grid
        self.width = width
        self.measure = measure
        self.words = words
        # What cells look like in a column of a width, and how wide they are, each laid out once.
        self.known: dict[tuple[int, int, str, bool], list[Span]] = {}
        self.sizes: dict[tuple[int, str], int] = {}

    def best(self) -> list[Laid]:
        marked, upright, turned = self.upright(marks=True), self.upright(), self.turned()
        for sheet in (marked, upright, turned):
            if (lines := self.named([sheet])) is not None:
                return lines
        count = len(upright.columns)
        if not count or not self.grid.rows:
            return self.listed()
        short = [column.short for column in upright.columns]
        if all(0 < self.measure(text) <= SHORT_NAME for text in short):
            for sheet in (marked, upright):
                if (lines := self.keyed([sheet], short, numbers=False)) is not None:
                    return lines
        halves = self.named(_parted(upright, -(-count // 2)))
        for sheet in (marked, upright, turned):
            numbers = _numbers(len(sheet.columns))
            if (lines := self.keyed([sheet], numbers, numbers=True)) is not None:
                # Names are read more easily, as long as both tables are in sight.
                return lines if halves is None or len(halves) > SEEN else halves
        if halves is not None:
            return halves
        room = self.capacity(upright)
        tables = -(-count // max(room, 1))
        shorter = tables > TABLES and self.listed_height() < tables * len(upright.rows)
        if room < FEW or shorter:
            return self.listed()
        lines = self.keyed(_parted(upright, -(-count // tables)), _numbers(count), numbers=True)
        assert lines is not None  # its room was measured
        return lines

    # --- the positions ---

    def upright(self, *, marks: bool = False) -> _Sheet:
        """Rows as they are. With `marks` these have a column; else they stand by the names."""
        grid = self.grid
        nothing = (Span(""),)
        names = [
            (Span(row.name),) if marks else self.with_mark(row.name, row.mark) for row in grid.rows
        ]
        names += [(Span(total.title, Tone.MUTED),) for total in grid.totals]
        columns = tuple(
            _Column(
                (Span(head.name, Tone.MUTED),),
                head.short,
                (
                    *[row.cells[place] for row in grid.rows],
                    *[(Span(total.figures[place], Tone.MUTED),) for total in grid.totals],
                ),
            )
            for place, head in enumerate(grid.heads)
        )
        tail: tuple[_Column, ...] = ()
        if marks and any(row.mark for row in grid.rows):
            cells = (*[row.mark or nothing for row in grid.rows], *[nothing] * len(grid.totals))
            tail = (_Column((Span(grid.mark, Tone.MUTED),), "", cells),)
        return _Sheet(grid.row, tuple(names), len(grid.rows), columns, tail)

    def turned(self) -> _Sheet:
        """Columns as rows and rows as columns, with the totals in columns of their own."""
        grid = self.grid
        columns = tuple(
            _Column(self.with_mark(row.name, row.mark, Tone.MUTED), "", row.cells)
            for row in grid.rows
        )
        tail = tuple(
            _Column(
                (Span(total.title, Tone.MUTED),),
                "",
                tuple([(Span(each, Tone.MUTED),) for each in total.figures]),
            )
            for total in grid.totals
        )
        names = tuple((Span(head.name),) for head in grid.heads)
        return _Sheet(grid.column, names, len(names), columns, tail)

    def with_mark(self, name: str, mark: Line, tone: Tone = Tone.PLAIN) -> Line:
        if not mark:
            return (Span(name, tone),)
        before, _, after = self.words.marked.partition("{name}")
        return (Span(name + before, tone), *mark, Span(after, tone))

    # --- tables ---

    def named(self, sheets: Sequence[_Sheet]) -> list[Laid] | None:
        """Tables under the names of their columns, or None where one is too wide."""
        lines: list[Laid] = []
        for sheet in sheets:
            columns = (*sheet.columns, *sheet.tail)
            widths = self.name_widths(sheet)
            if widths is None:
                return None
            lines += [[]] if lines else []
            heads = [self.wrapped(column.name, width)
                     for column, width in zip(columns, widths[1:], strict=True)]  # fmt: skip
            lines += self.table(sheet, heads, widths, " ", [GAP] * len(heads))
        return lines

    def name_widths(self, sheet: _Sheet) -> list[int] | None:
        columns = (*sheet.columns, *sheet.tail)
        room = self.width - len(GAP) * len(columns)
        if room < len(columns):  # before anything is measured
            return None
        cells = [self.widest(column, " ") for column in columns]
        least = [max(self.longest(column.name), cell)
                 for column, cell in zip(columns, cells, strict=True)]  # fmt: skip
        natural, low = self.row_names(sheet)
        if low + sum(least) > room:
            return None
        for height in (1, 2, 3):
            widths = [
                max(self.width_in(column.name, size, height), size)
                for column, size in zip(columns, least, strict=True)
            ]
            if natural + sum(widths) <= room:
                return [natural, *widths]
        return [min(natural, room - sum(least)), *least]

    def keyed(
        self, sheets: Sequence[_Sheet], keys: Sequence[str], *, numbers: bool
    ) -> list[Laid] | None:
        """Tables under keys, and what these stand for below; None where one is too wide."""
        lines: list[Laid] = []
        size = self.key_width(sheets, keys) if numbers else 0
        start = 0
        for sheet in sheets:
            mine = keys[start : start + len(sheet.columns)]
            start += len(mine)
            sizes = [size or max(self.measure(key), self.widest(column, ""))
                     for column, key in zip(sheet.columns, mine, strict=True)]  # fmt: skip
            gaps = _number_gaps(len(mine)) if numbers else [GAP] * len(mine)
            gaps += [GAP] * len(sheet.tail)
            ends = [max(self.longest(column.name), self.widest(column, ""))
                    for column in sheet.tail]  # fmt: skip
            natural, low = self.row_names(sheet)
            room = self.width - sum(map(len, gaps)) - sum(sizes) - sum(ends)
            if room < low:
                return None
            heads = [[[Span(key if not numbers else key.rjust(width), Tone.MUTED)]]
                     for key, width in zip(mine, sizes, strict=True)]  # fmt: skip
            heads += [self.wrapped(column.name, width)
                      for column, width in zip(sheet.tail, ends, strict=True)]  # fmt: skip
            lines += [[]] if lines else []
            widths = [min(natural, room), *sizes, *ends]
            lines += self.table(sheet, heads, widths, "", gaps, right=len(mine) if numbers else 0)
        columns = [column for sheet in sheets for column in sheet.columns]
        key = self.key(keys, columns)
        # Where there are several tables the key comes first, or it would be found at the end.
        return [*key, [], *lines] if len(sheets) > 1 else [*lines, [], *key]

    def table(
        self,
        sheet: _Sheet,
        heads: Sequence[list[Laid]],
        widths: Sequence[int],
        joint: str,
        gaps: Sequence[str],
        right: int = 0,
    ) -> list[Laid]:
        """Lay out rows under heads that have been wrapped; the first `right` are flush right."""
        lines: list[Laid] = []
        corner = self.wrapped((Span(sheet.corner, Tone.MUTED),), widths[0])
        titles = [corner, *heads]
        height = max(map(len, titles))
        titles = [[[]] * (height - len(title)) + title for title in titles]
        for number in range(height):
            line: Laid = []
            for gap, title, width in zip(("", *gaps), titles, widths, strict=True):
                line += [Span(gap), *self.padded(title[number], width)]
            lines.append(line)
        places = list(zip((*sheet.columns, *sheet.tail), gaps, widths[1:], strict=True))
        empty = self.grid.empty
        known = self.known
        for number, name in enumerate(sheet.rows):
            if number == sheet.body:
                lines.append([])
            first, *rest = self.row_name(name, widths[0])
            runs = self.padded(first, widths[0])
            for place, (column, gap, width) in enumerate(places):
                cell = column.cells[number]
                found = known.get((id(cell), width, joint, place < right))
                if found is None:
                    spans = _joined(cell, joint) or [Span(empty, Tone.MUTED)]
                    room = Span(" " * (width - self.length(spans)))
                    found = [room, *spans] if place < right else [*spans, room]
                    known[id(cell), width, joint, place < right] = found
                runs += [Span(gap), *found]
            lines.append(_merged(runs))
            lines += rest
        return lines

    def key(self, keys: Sequence[str], columns: Sequence[_Column]) -> list[Laid]:
        """Say what keys stand for, in as many columns as there is room for."""
        size = max(map(self.measure, keys))
        names = [[Span(span.text, Tone.PLAIN if span.tone is Tone.MUTED else span.tone)
                  for span in column.name] for column in columns]  # fmt: skip
        each = size + 1 + max(map(self.length, names))
        across = max(1, (self.width + 3) // (each + 3))
        down = -(-len(keys) // across)
        lines: list[Laid] = []
        if across == 1:
            for key, name in zip(keys, names, strict=True):
                laid = self.wrapped(tuple(name), self.width - size - 1)
                start = self.padded([Span(key, Tone.MUTED)], size + 1)
                lines += [[*(start if place == 0 else [Span(" " * (size + 1))]), *line]
                          for place, line in enumerate(laid)]  # fmt: skip
            return lines
        for row in range(down):
            line: Laid = []
            for place in range(row, len(keys), down):
                line += self.padded([Span(keys[place], Tone.MUTED)], size + 1)
                line += [*self.padded(names[place], each - size - 1), Span("   ")]
            lines.append(line)
        return lines

    def capacity(self, sheet: _Sheet) -> int:
        """Tell how many columns stand under numbers beside the row names."""
        numbers = _numbers(len(sheet.columns))
        size = self.key_width([sheet], numbers)
        natural, low = self.row_names(sheet)
        room = self.width - min(natural, max(low, self.width // 3))  # few names are wrapped
        count = 0
        while count < len(numbers):
            gaps = sum(map(len, _number_gaps(count + 1)))
            if gaps + size * (count + 1) > room:
                break
            count += 1
        return count

    # --- a list ---

    def listed(self) -> list[Laid]:
        """A row after the other, each with the names of the columns that have something."""
        lines: list[Laid] = []
        grid = self.grid
        for row in grid.rows:
            lines += self.hung(self.with_mark(row.name, row.mark, Tone.STRONG), "", "  ")
            found: dict[Line, list[str]] = {}
            for head, cell in zip(grid.heads, row.cells, strict=True):
                if cell:
                    found.setdefault(cell, []).append(head.name)
            for cell in sorted(found, key=_strength):
                joined = _joined(cell, " ")
                line = (*joined, Span("  " + self.words.comma.join(found[cell])))
                lines += self.hung(line, "  ", " " * (4 + self.length(joined)))
        lines += [[]] if lines else []
        for place, head in enumerate(grid.heads):  # each once more, those with nothing too
            parts = [f"{total.title} {total.figures[place]}" for total in grid.totals]
            said = head.name
            if parts:
                said = self.words.label.replace("{name}", said) + self.words.comma.join(parts)
            lines += self.hung((Span(said, Tone.MUTED),), "", "  ")
        return lines

    def listed_height(self) -> int:
        """Estimate the lines of the list without laying it out."""
        sizes = [self.measure(head.name) + len(GAP) for head in self.grid.heads]
        room = max(self.width - 5, 1)
        height = len(sizes)
        for row in self.grid.rows:
            used = sum(size for size, cell in zip(sizes, row.cells, strict=True) if cell)
            height += 1 + -(-used // room)
        return height

    # --- measures ---

    def row_names(self, sheet: _Sheet) -> tuple[int, int]:
        """Give the width that row names take by nature, and the least they are wrapped into."""
        sizes = [self.length(name) for name in sheet.rows]
        natural = max([self.measure(sheet.corner), *sizes])
        return natural, min(natural, ROW_NAME)

    def widest(self, column: _Column, joint: str) -> int:
        """Give the width of a column's widest cell; the pieces of a cell are put together."""
        widest = 1
        for cell in column.cells:
            size = self.sizes.get((id(cell), joint))
            if size is None:
                size = self.sizes[id(cell), joint] = self.length(_joined(cell, joint))
            widest = max(widest, size)
        return widest

    def key_width(self, sheets: Sequence[_Sheet], keys: Sequence[str]) -> int:
        cells = [self.widest(column, "") for sheet in sheets for column in sheet.columns]
        return max([*map(len, keys), *cells])

    def longest(self, name: Line) -> int:
        """Give the width of what wrapping a name leaves whole."""
        longest = 1
        for word in "".join(span.text for span in name).split():
            size = self.measure(word)
            longest = max(longest, size if size == len(word) else min(size, COLUMN_NAME))
        return longest

    def width_in(self, name: Line, least: int, height: int) -> int:
        """Give the least width in which a name takes no more than `height` lines, or is short."""
        natural = self.length(name)
        height = max(height, -(-natural // MAX_COLUMN_NAME))
        width = max(least, -(-natural // height))
        while width < natural and len(self.wrapped(name, width)) > height:
            width += 1
        return width

    def length(self, line: Sequence[Span]) -> int:
        return sum([self.measure(span.text) for span in line])

    def wrapped(self, line: Line, width: int) -> list[Laid]:
        if self.length(line) <= width:
            return [list(line)]
        pieces = [(span.text, span.tone) for span in line]
        return [[Span(*piece) for piece in each] for each in wrap(pieces, width, self.measure)]

    def row_name(self, name: Line, width: int) -> list[Laid]:
        """Wrap a row's name, so that its further lines are not taken for rows."""
        if self.length(name) <= width:
            return [list(name)]
        first, *rest = self.wrapped(name, width)
        if any(self.length(line) > width - len(GAP) for line in rest):
            first, *rest = self.wrapped(name, width - len(GAP))
        return [first, *[[Span(GAP), *line] for line in rest]]

    def hung(self, line: Line, first: str, rest: str) -> list[Laid]:
        rest = rest if len(rest) <= self.width // 2 else "  "
        laid = self.wrapped(line, self.width - max(len(first), len(rest)))
        return [[Span(rest if place else first), *each] for place, each in enumerate(laid)]

    def padded(self, line: Sequence[Span], width: int) -> Laid:
        room = width - self.length(line)
        return [*line, Span(" " * room)] if room > 0 else list(line)


def _parted(sheet: _Sheet, most: int) -> list[_Sheet]:
    """Part a sheet into several, of no more than `most` columns each."""
    return [
        sheet._replace(columns=sheet.columns[start : start + most])
        for start in range(0, len(sheet.columns), most)
    ]


def _numbers(count: int) -> list[str]:
    return [str(number + 1) for number in range(count)]


def _number_gaps(count: int) -> list[str]:
    """Give what stands before each column: the eye counts in fives."""
    return ["  " if place % 5 == 0 else " " for place in range(count)]


def _joined(cell: Line, joint: str) -> list[Span]:
    """Give the pieces of a cell, with `joint` for the spaces between letters."""
    return [Span(joint, span.tone) if span.text == " " else span for span in cell]


def _strength(cell: Line) -> list[int]:
    order = list(INITIALS.values())
    return [order.index(span.text) for span in cell if span.text in order]


def _merged(runs: Sequence[Span]) -> Laid:
    """Put neighbours of one tone together; what is blank goes with either."""
    line: Laid = []
    texts: list[str] = []
    last: Tone | None = None
    for text, tone in runs:
        if last is None or (tone is not last and text and not text.isspace()):
            if not text:
                continue
            if last is not None:
                line.append(Span("".join(texts), last))
            texts = []
            last = tone
        texts.append(text)
    return [*line, Span("".join(texts), last)] if last is not None else line
