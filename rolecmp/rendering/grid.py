"""A grid of letters laid out for a screen.

In the order of preference:

1. a table under the names of the columns, wrapped between their words;
2. a table under keys (short names, else numbers), with what they stand for below it;
3. a list, each row with the names of the columns that have something.

Nothing is left out in any of them. Rich draws the tables; what it cannot do is done here: a row
of forty letters is one line of text, since a table of so many cells takes it a second.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from rolecmp.definitions.model import INITIALS
from rolecmp.rendering.fitting import GAP, Measure, fit, lines_of
from rolecmp.rendering.report import Grid, GridRow, Line, Span, Tone, headed
from rolecmp.visible import visible
from rolecmp.words import Words

ROW_NAME = 14
"""Cells: row names that are longer may be wrapped, but not into fewer than these."""
MIN_NAME = 8
"""Cells: wide characters may part anywhere, but a name is read by several of them at a time."""
MAX_NAME = 16
"""Cells: longer names of columns are wrapped, or the letters stand too far apart."""
MAX_KEY = 6
"""Cells: a short name that is longer is no key."""


class Sheet(NamedTuple):
    """Rows of cells under heads, with the width of each column; an empty row parts the others.

    In the first column `indent` stands before each text, and `rest` before its further lines.
    """

    widths: Sequence[int]
    heads: Sequence[Line]
    rows: Sequence[Sequence[Line]]
    indent: str = ""
    rest: str = ""


class Hung(NamedTuple):
    """A line of text, `first` before its first line on the screen and `rest` before the others."""

    line: Line
    first: str
    rest: str


Part: TypeAlias = "Sheet | Hung | None"  # None: an empty line


def lay_out(grid: Grid, width: int, measure: Measure, words: Words) -> list[Part]:
    """Lay out `grid` in at most `width` cells; `measure` tells the width of a string."""
    layout = _Layout(_shown(grid), width, measure, words)
    if not grid.heads or not grid.rows:
        return layout.listed()
    sheets = layout.named()
    if sheets is not None:
        return sheets
    short = [head.short for head in grid.heads]
    numbers = [str(number + 1) for number in range(len(grid.heads))]
    for keys in (short, numbers):
        if max(map(measure, keys)) <= MAX_KEY and (parts := layout.keyed(keys)):
            return parts
    return layout.listed()


def _shown(grid: Grid) -> Grid:
    """Return a grid whose names and marks are as wide as what the screen shows of them."""
    heads = tuple(head._replace(name=_one_line(head.name)) for head in grid.heads)
    rows = tuple(
        row._replace(
            name=_one_line(row.name),
            mark=tuple(span._replace(text=_one_line(span.text)) for span in row.mark),
        )
        for row in grid.rows
    )
    return grid._replace(heads=heads, rows=rows)


def _one_line(text: str) -> str:
    return visible(text.replace("\n", " "))


class _Layout:
    """One grid and one width, tried one way after the other."""

    def __init__(self, grid: Grid, width: int, measure: Measure, words: Words) -> None:
        self.grid = grid
        self.width = width
        self.measure = measure
        self.words = words
        self.empty: Line = (Span(grid.empty, Tone.MUTED),)
        # A large grid holds the same few cells many times, each measured once.
        self.sizes = {cell: self.length(cell) for row in grid.rows for cell in set(row.cells)}
        # Below the title of a group its rows are indented.
        self.indent = "  " if any(row.group for row in grid.rows) else ""
        self.names = [measure(self.indent + row.name) for row in grid.rows]
        titles = [measure(title) for title in (grid.row, *(total.title for total in grid.totals))]
        names = max([*self.names, *titles])
        # Further lines of a name hang, and its words stay whole.
        whole = [self.longest(row.name) + len(self.indent) + 2 for row in grid.rows]
        low = min(names, max([ROW_NAME, *whole]))
        self.row_names = names, max(low, self.longest(grid.row))
        # Where no row has a mark there is no column of marks.
        marks = [self.length(row.mark) for row in grid.rows]
        marked = any(span.text for row in grid.rows for span in row.mark)
        self.marks = [max(*marks, measure(grid.mark))] if marked else []
        self.least_marks = (
            [
                max(
                    map(
                        self.longest,
                        [grid.mark, *("".join(s.text for s in row.mark) for row in grid.rows)],
                    )
                )
            ]
            if self.marks
            else []
        )

    def length(self, line: Line) -> int:
        return sum([self.measure(span.text) for span in line])

    def longest(self, text: str) -> int:
        """Return the width of what wrapping a name leaves whole."""
        sizes = [(self.measure(word), word.isascii()) for word in text.split()]
        return max([size if ascii_ else min(size, MIN_NAME) for size, ascii_ in sizes] or [1])

    # --- tables ---

    def named(self) -> list[Part] | None:
        """A table under the names of its columns, or None where it is too wide."""
        grid = self.grid
        if len(grid.heads) * (GAP + 1) > self.width:  # before anything is measured
            return None
        least, natural = [], []
        for index, head in enumerate(grid.heads):
            cells = max(self.sizes[row.cells[index]] for row in grid.rows)
            least.append(max(cells, self.longest(head.name)))
            natural.append(max(least[-1], min(self.measure(head.name), MAX_NAME)))
        name, low = self.row_names
        heads = [grid.row, *(head.name for head in grid.heads), *([grid.mark] * len(self.marks))]
        marks = [self.length(row.mark) for row in grid.rows]
        lines = lines_of(heads, [self.names, *([] for _ in grid.heads), marks], self.measure)
        widths = fit(
            [name, *natural, *self.marks], [low, *least, *self.least_marks], self.width, lines
        )
        if widths is None:
            return None
        return self.sheets(
            widths,
            [_muted(head.name) for head in grid.heads],
            [[cell or self.empty for cell in row.cells] for row in grid.rows],
            [[_muted(figure) for figure in total.figures] for total in grid.totals],
        )

    def sheets(
        self,
        widths: Sequence[int],
        heads: Sequence[Line],
        rows: Sequence[Sequence[Line]],
        totals: Sequence[Sequence[Line]],
    ) -> list[Part]:
        """Put the names of the rows before their cells, and their marks behind these."""
        grid = self.grid
        marked = bool(self.marks)
        titles = [_muted(grid.row), *heads, *([_muted(grid.mark)] if marked else [])]
        parts: list[Part] = [Sheet(widths, titles, [])]
        rest = f"{self.indent}  "  # no further line is taken for a row
        for group, found in groupby(
            zip(grid.rows, rows, strict=True), key=lambda pair: pair[0].group
        ):
            if group:
                parts += [None] if len(parts) > 1 else []
                parts.append(Hung((Span(group, Tone.STRONG),), "", "  "))
            body = [
                [(Span(row.name),), *cells, *([row.mark] if marked else [])] for row, cells in found
            ]
            parts.append(Sheet(widths, [], body, self.indent, rest))
        sums = [
            [_muted(total.title), *cells, *([()] if marked else [])]
            for total, cells in zip(grid.totals, totals, strict=True)
        ]
        return [*parts, None, Sheet(widths, [], sums, rest="  ")] if sums else parts

    def keyed(self, keys: Sequence[str]) -> list[Part] | None:
        """A table under keys and what these stand for, or None where it is too wide.

        All the letters of a row are one cell.
        """
        grid = self.grid
        sizes = [
            max(self.measure(key), *[self.sizes[row.cells[index]] for row in grid.rows])
            for index, key in enumerate(keys)
        ]
        sizes = [
            max(size, *[len(t.figures[index]) for t in grid.totals], 0)
            for index, size in enumerate(sizes)
        ]
        letters = sum(sizes) + len(sizes) - 1 + (len(sizes) - 1) // 5
        name, low = self.row_names
        widths = fit([name, letters, *self.marks], [low, letters, *self.least_marks], self.width)
        if widths is None:
            return None
        known: dict[tuple[Line, int], list[Span]] = {}

        def padded(cell: Line, size: int) -> list[Span]:
            found = known.get((cell, size))
            if found is None:
                room = size + 1 - (self.sizes[cell] if cell in self.sizes else self.length(cell))
                found = known[cell, size] = [
                    *(cell or self.empty),
                    Span(" " * (room if cell else size)),
                ]
            return found

        def in_line(cells: Iterable[Line]) -> Line:
            spans: list[Span] = []
            for index, (cell, size) in enumerate(zip(cells, sizes, strict=True)):
                if index and index % 5 == 0:
                    spans.append(Span(" "))  # the eye counts in fives
                spans += padded(cell, size)
            return _merged(spans)

        sheets = self.sheets(
            widths,
            [in_line(map(_muted, keys))],
            [[in_line(row.cells)] for row in grid.rows],
            [[in_line(map(_muted, total.figures))] for total in grid.totals],
        )
        return [*sheets, None, *self.key(keys)]

    def key(self, keys: Sequence[str]) -> list[Part]:
        """Say what keys stand for, in as many columns as there is room for."""
        names = [head.name for head in self.grid.heads]
        size, name = max(map(self.measure, keys)), max(map(self.measure, names))
        across = (self.width + GAP) // (size + name + 2 * GAP)
        if across < 2:
            return [
                Hung((Span(f"{key}  ", Tone.MUTED), Span(name)), "", "    ")
                for key, name in zip(keys, names, strict=True)
            ]
        down = -(-len(keys) // across)
        rows: list[list[Line]] = [[] for _ in range(down)]
        for index in range(down * across):
            known = index < len(keys)
            rows[index % down] += [
                _muted(keys[index] if known else ""),
                (Span(names[index] if known else ""),),
            ]
        return [Sheet([size, name] * across, [], rows)]

    # --- a list ---

    def listed(self) -> list[Part]:
        """A row after the other, each with the names of the columns that have something."""
        grid = self.grid
        comma = self.words("list-comma")
        parts: list[Part] = []
        for title, row in headed(grid.rows):
            if title:
                parts += [None] if parts else []
                parts.append(Hung(_muted(title), "", ""))
            parts.append(Hung(self.with_mark(row), "", "  "))
            found: dict[Line, list[str]] = {}
            for head, cell in zip(grid.heads, row.cells, strict=True):
                if cell:
                    found.setdefault(cell, []).append(head.name)
            parts += [
                Hung((*cell, Span("  " + comma.join(found[cell]))), "  ", "      ")
                for cell in sorted(found, key=_strength)
            ]
        parts += [None] if parts else []
        for index, head in enumerate(grid.heads):  # each once more, those with nothing too
            said = comma.join(f"{total.title} {total.figures[index]}" for total in grid.totals)
            said = self.words("label", name=head.name) + said if said else head.name
            parts.append(Hung(_muted(said), "", "  "))
        return parts

    def with_mark(self, row: GridRow) -> Line:
        name = Span(row.name, Tone.STRONG)
        if not row.mark:
            return (name,)
        before, after = self.words.around("with-mark", "mark", name="")
        return (name, Span(before), *row.mark, Span(after))


def _muted(text: str) -> Line:
    return (Span(text, Tone.MUTED),)


def _strength(cell: Line) -> list[int]:
    order = list(INITIALS.values())
    return [order.index(span.text) for span in cell if span.text in order]


def _merged(spans: Sequence[Span]) -> Line:
    """Put neighbours of one tone together; what is blank goes with either."""
    merged: list[Span] = []
    for span in spans:
        if merged and (span.tone is merged[-1].tone or not span.text.strip(" ")):
            merged[-1] = Span(merged[-1].text + span.text, merged[-1].tone)
        else:
            merged.append(span)
    return tuple(merged)
