"""How wide columns are, and how many of many pieces a screen has place for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TypeAlias

from rolecmp.rendering.linebreak import wrap
from rolecmp.rendering.report import Block, Facts, Few, Item, Line, SideBySide, Table
from rolecmp.visible import visible

Measure: TypeAlias = Callable[[str], int]

GAP = 2
"""Cells between two columns."""
MIN_COLUMN = 18
"""Cells: prose narrower than this is no longer read but spelt; columns are stacked instead."""
MIN_FACTS = 30
"""Cells: running text beside a label is given more room than a column among others."""
MAX_COLUMN = 76
"""Cells: about the longest line that the eye finds back from (Bringhurst, 2.1.2)."""
MAX_LABEL = 14
"""Cells: a label before a row of prose that is longer is wrapped between its words."""
MAX_WORD = 18
"""Cells: a word of a label that is longer is split."""


def fit(
    natural: Sequence[int],
    least: Sequence[int],
    width: int,
    lines: Callable[[int, int], int] = lambda place, size: 0,
) -> list[int] | None:
    """Return a width a column, none below its least; None where even these are too wide.

    The column gives way that gets the fewest further lines by it, else the widest; `lines` tells
    how many those of a column are where it has so many cells.
    """
    room = width - GAP * (len(natural) - 1)
    if sum(least) > room:
        return None
    widths = list(map(max, natural, least))
    known = cache(lines)

    def price(place: int) -> tuple[int, int]:
        size = widths[place]
        return known(place, size - 1) - known(place, size), -size

    while sum(widths) > room:
        can = [place for place, size in enumerate(widths) if size > least[place]]
        widths[min(can, key=price)] -= 1
    return widths


def lines_of(
    heads: Sequence[str], texts: Sequence[Iterable[int]], measure: Measure
) -> Callable[[int, int], int]:
    """Return what tells `fit` the lines of a column: of its head, and of texts so wide."""
    counts = [Counter(sizes) for sizes in texts]

    def lines(place: int, size: int) -> int:
        head = len(wrap([(heads[place], None)], size, measure))
        return head + sum(-(-text // size) * count for text, count in counts[place].items())

    return lines


def natural(item: Item, measure: Measure) -> int:
    """Return the width of an item in one line."""
    line = item.line(len(item.pieces)) if isinstance(item, Few) else item
    return sum([measure(span.text) for span in line])


def shown(
    items: Sequence[Item], width: int, measure: Measure, taken: int = 0, times: int = 1
) -> list[Line]:
    """Return the lines of items, of many pieces as many as have their place.

    Of the first line `taken` cells are not free. `times` is how much more place there is than
    in a column.
    """
    return [
        _fitting(each, width, measure, taken, -(-each.cells * times // width))
        if isinstance(each, Few)
        else each
        for each in items
    ]


def _fitting(few: Few, width: int, measure: Measure, taken: int, lines: int) -> Line:
    before = "x" * (taken - 1) + " " if taken else ""

    def fits(line: Line) -> bool:
        text = before + "".join(span.text for span in line)
        return len(wrap([(visible(text, "\n"), "")], width, measure)) <= lines

    every = len(few.pieces)
    if fits(few.line(every)):
        return few.line(every)
    count = 1
    while count + 1 < every and fits(few.line(count + 1)):
        count += 1
    return few.line(count)


def label_width(blocks: Iterable[Block], measure: Measure) -> int:
    """Return the width that the labels of all rows of prose share, so that they stand in line."""
    rows = [
        row[0]
        for block in blocks
        if isinstance(block, SideBySide | Facts)
        for row in (block.sections if isinstance(block, SideBySide) else block.rows)
    ]
    lines = [line for row in rows for line in "".join(span.text for span in row).split("\n")]
    words = [measure(word) for line in lines for word in line.split()]
    width = min(max(map(measure, lines), default=0), MAX_LABEL)
    return max([width, *[size for size in words if size <= MAX_WORD]])


def table_widths(block: Table, width: int, measure: Measure) -> list[int] | None:
    """Return each column's width, or None where the table does not fit with dignity."""
    indent = 2 if any(group.title for group in block.groups) else 0
    rows = [row for group in block.groups for row in group.rows]
    sizes: list[int] = []
    least: list[int] = []
    texts: list[list[int]] = []
    for place, column in enumerate(block.columns):
        extra = 0 if place else indent
        title = measure(column.title)
        found = [natural(row[place], measure) + extra for row in rows]
        texts.append(found)
        content = max([1, *found])
        words = max([measure(word) for word in column.title.split()] or [0])
        if column.least:
            sizes.append(min(max(title, content), max(MAX_COLUMN, column.least + extra)))
            least.append(min(max(title, content), max(column.least + extra, words)))
        else:  # a heading may wrap between its words; what stands below it stays whole
            sizes.append(max(title, content))
            least.append(max(words, content))
    heads = [column.title for column in block.columns]
    return fit(sizes, least, width, lines_of(heads, texts, measure))
