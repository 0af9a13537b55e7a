"""The rows of a table: which are topics, which put topics together, and which are neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from rolecmp.tables.forms import Form, Layout
from rolecmp.tables.grid import GROUPS, TOPICS
from rolecmp.tables.legend import explains, is_legend_line
from rolecmp.tables.letters import CellKind
from rolecmp.tables.vocabulary import INVOLVEMENTS, LEGEND, PHASE, TOTAL, fold, one_line

if TYPE_CHECKING:
    from rolecmp.tables.cells import Remark
    from rolecmp.tables.columns import Columns
    from rolecmp.tables.draft import Draft

_SAID = (CellKind.LETTERS, CellKind.ODD, CellKind.TEXT, CellKind.NUMBER)
_NUMBERING = re.compile(r"^\W*(\d+(?:\.\d+)*)\b")


class RowKind(Enum):
    """What a row below the header is."""

    TOPIC = "topic"
    SECTION = "section"
    PASSED = "passed"
    UNCLEAR = "unclear"


def sort_rows(layout: Layout, columns: Columns, draft: Draft) -> dict[int, RowKind]:
    """Tell what each row below the header is, by its index; blank rows are not in it.

    What is passed over is noted in `draft` as a remark, what is open as a problem.
    """
    return _Sorter(layout, columns, draft).sorted()


class _Sorter:
    def __init__(self, layout: Layout, columns: Columns, draft: Draft) -> None:
        self.layout = layout
        self.grid = layout.grid
        self.columns = columns
        self.draft = draft
        self.body = range(layout.header + 1, len(self.grid.rows))
        self.kinds: dict[int, RowKind] = {}

    def sorted(self) -> dict[int, RowKind]:
        empty = []
        first = first_section(self.layout)
        if first is not None:
            self.kinds[first] = RowKind.SECTION
        for row in self.body:
            if self.grid.is_blank(row):
                continue
            key = self._passed(row)
            if key:
                self._pass(row, key)
            elif self.grid.section(row, self.columns.roles):
                self.kinds[row] = RowKind.SECTION
            elif self._says(row):
                self.kinds[row] = RowKind.TOPIC
            elif self._is_nothing(row):
                self._pass(row, "import.passed-row")
            else:
                empty.append(row)
        self._end(empty)
        empty = [row for row in empty if row not in self.kinds]
        topics = [row for row, kind in self.kinds.items() if kind is RowKind.TOPIC]
        decided = {row: self._decide(row, topics) for row in empty}
        self._settle(decided, topics)
        return dict(sorted(self.kinds.items()))

    def _says(self, row: int) -> bool:
        return any(self.grid.readings[row][column].kind in _SAID for column in self.columns.roles)

    def _is_nothing(self, row: int) -> bool:
        """Tell whether a row without letters names nothing either, but for numbers."""
        texts = [cell.text for cell in self.grid.rows[row] if cell.text]
        topic = self.grid.rows[row][self.columns.topic].text
        return not topic and all(text.replace(".", "").isdigit() for text in texts)

    def _pass(self, row: int, key: str) -> None:
        self.kinds[row] = RowKind.PASSED
        cell = next(cell for cell in self.grid.rows[row] if cell.text)
        self.draft.remark(self.grid.table, cell, key, text=one_line(cell.text, 60))

    def _passed(self, row: int) -> str:
        """Return why a row is passed over, nothing where it is not."""
        grid, header = self.grid, self.layout.header
        roles = self.columns.roles
        texts = [grid.rows[row][column].text for column in roles]
        if not grid.has_letters(row) and _repeats_header(self.layout, row, roles):
            return "import.repeated-header"
        if row == header + 1 and not grid.section(row, roles) and self._is_second_header(row):
            return "import.below-header"
        if self._explains(row):
            return "import.legend-row"
        kinds = [grid.readings[row][column].kind for column in roles]
        numbers = [text for text in texts if text.strip().isdigit()]
        total = re.match(TOTAL, grid.rows[row][self.columns.topic].text)
        if numbers and CellKind.LETTERS not in kinds and (len(numbers) > 1 or total):
            return "import.total-row"
        return ""

    def _is_second_header(self, row: int) -> bool:
        """Tell whether the row below the header is part of it: merged cells over the roles."""
        cells = [(self.grid.rows[row][c], self.grid.readings[row][c]) for c in self.columns.roles]
        kinds = [reading.kind for _, reading in cells]
        merged = any(cell.covered for cell, _ in cells)
        return merged and CellKind.LETTERS not in kinds and CellKind.TEXT in kinds

    def _explains(self, row: int) -> bool:
        """Tell whether a row explains the letters rather than using them."""
        grid = self.grid
        cells = [cell.text for cell in grid.rows[row] if cell.text]
        if len(set(cells)) == 1:
            return bool(re.match(LEGEND, cells[0])) or is_legend_line(cells[0])
        first = next(place for place, cell in enumerate(grid.rows[row]) if cell.text)
        reading = grid.readings[row][first]
        beside = [cell.text for cell in grid.rows[row][first + 1 :] if cell.text][:1]
        if first > self.columns.topic or not beside:
            return False
        if reading.kind is CellKind.ODD and len(grid.rows[row][first].text) == 1:
            return fold(beside[0]) in INVOLVEMENTS  # as in D for driver
        return reading.kind is CellKind.LETTERS and explains(beside[0], reading, grid)

    # --- rows without letters -----------------------------------------------------------------

    def _end(self, empty: Sequence[int]) -> None:
        """Pass over text below the table: behind a blank row, or on a line without a pipe."""
        if self.layout.ids is not None:
            return
        last = max((row for row, kind in self.kinds.items() if kind is RowKind.TOPIC), default=-1)
        behind = False
        for row in range(last + 1, len(self.grid.rows)) if last >= 0 else ():
            if self.grid.is_blank(row):
                behind = True
                continue
            first = self.grid.rows[row][0]
            lines = self.grid.table.lines
            piped = not self.grid.table.headed or "|" in lines[first.line - 1]
            behind = behind or not piped or bool(re.match(LEGEND, first.text))
            if behind and row in empty:
                self._pass(row, "import.below-table")

    def _decide(self, row: int, topics: Sequence[int]) -> RowKind | None:
        """Tell what a row without letters is; None where nothing in it does."""
        grid = self.grid
        asked = grid.options.empty_rows
        cells = [cell for cell in grid.rows[row] if cell.text]
        roles = [grid.readings[row][column].kind for column in self.columns.roles]
        named = (self.columns.topic, self.columns.group)
        text = cells[0].text
        if CellKind.DASH in roles or self.layout.ids is not None:
            return RowKind.TOPIC
        if asked is not None and not grid.ragged(row):
            return {TOPICS: RowKind.TOPIC, GROUPS: RowKind.SECTION}[asked]
        again = row + 1 in self.body and _repeats_header(self.layout, row + 1, self.columns.roles)
        if len(cells) == 1 and (grid.ragged(row) or again):
            return RowKind.SECTION
        strong = cells[0].strong and not all(
            grid.rows[topic][self.columns.topic].strong for topic in topics
        )
        # Besides the cells that name it, a topic may have a remark; a section has none.
        more = [
            place
            for place, cell in enumerate(grid.rows[row])
            if cell.text and cell not in cells[:1]
        ]
        remarks = [place for place in more if place not in named]
        if strong or (not remarks and self._numbered_above(row)):
            return RowKind.SECTION
        if self.layout.form is Form.OWNERS or self._remarked(remarks, topics):
            return RowKind.TOPIC
        if re.match(PHASE, text) or self._shouts(text, topics):
            return RowKind.SECTION
        if not any(topic > row for topic in topics):
            return RowKind.TOPIC
        if self._always_marked(topics):
            return RowKind.SECTION
        return None

    def _remarked(self, columns: Iterable[int], topics: Sequence[int]) -> bool:
        """Tell whether a row says something where nearly each topic does and no heading would."""
        return any(
            sum(bool(self.grid.rows[row][column].text) for row in topics) * 5 >= len(topics) * 4
            for column in columns
        )

    def _numbered_above(self, row: int) -> bool:
        """Tell whether the number of a row begins those of the rows below it."""
        own = self._number(row)
        below = self._number(row + 1) if row + 1 < len(self.grid.rows) else ""
        return bool(own) and below.startswith(f"{own}.")

    def _number(self, row: int) -> str:
        text = next((cell.text for cell in self.grid.rows[row] if cell.text), "")
        match = _NUMBERING.match(text)
        return match[1] if match else ""

    def _shouts(self, text: str, topics: Iterable[int]) -> bool:
        others = [self.grid.rows[row][self.columns.topic].text for row in topics]
        return len(text) > 3 and text.isupper() and not any(other.isupper() for other in others)

    def _always_marked(self, topics: Iterable[int]) -> bool:
        """Tell whether the table has a sign wherever a role has no letter."""
        kinds = [
            self.grid.readings[row][column].kind for row in topics for column in self.columns.roles
        ]
        return CellKind.DASH in kinds and CellKind.BLANK not in kinds

    def _settle(self, decided: dict[int, RowKind | None], topics: Sequence[int]) -> None:
        open_rows = [row for row, kind in decided.items() if kind is None]
        first = min(topics, default=0)
        # Two such rows, one of them at the top, are headings of what follows.
        heading = len(open_rows) > 1 and open_rows[0] < first
        for row, kind in decided.items():
            cell = next(cell for cell in self.grid.rows[row] if cell.text)
            if kind is None and heading:
                kind = RowKind.SECTION
            if kind is None:
                keys = ("import.unclear-row", "import.unclear-row-remedy")
                self.draft.problem(self.grid.table, cell, *keys, name=one_line(cell.text, 60))
                kind = RowKind.UNCLEAR
            self.kinds[row] = kind


def _repeats_header(layout: Layout, row: int, columns: Iterable[int]) -> bool:
    """Tell whether a row has the names of the columns again."""
    grid = layout.grid
    texts = [grid.rows[row][column].text for column in columns]
    names = [grid.header(layout.header, column).text for column in columns]
    return any(texts) and list(map(fold, texts)) == list(map(fold, names))


def first_section(layout: Layout) -> int | None:
    """Return the row above the header that is a heading, where each group has a header too."""
    grid, header = layout.grid, layout.header
    above = grid.rows[header - 1] if header else ()
    if len({cell.text for cell in above if cell.text}) != 1:
        return None
    below = range(header + 1, len(grid.rows))
    again = any(_repeats_header(layout, row, layout.columns) for row in below)
    return header - 1 if again else None


def caption(layout: Layout) -> str:
    """Return what stands first above the header, where that is one text as a title is."""
    rows = layout.grid.rows[: layout.header]
    if first_section(layout) == layout.header - 1:
        rows = rows[:-1]
    texts = [list(dict.fromkeys(cell.text for cell in row if cell.text)) for row in rows]
    first = next(filter(None, texts), [])
    return one_line(first[0]) if len(first) == 1 and 2 < len(first[0]) <= 60 else ""


def rows_above(layout: Layout, title: str) -> Iterable[Remark]:
    """Return a remark about what stands above the header, but for the title taken from it."""
    grid = layout.grid
    for row in range(layout.header):
        if row == first_section(layout):
            continue
        cells = [cell for cell in grid.rows[row] if cell.text]
        if cells and one_line(cells[0].text) != title:
            text = one_line(" ".join(dict.fromkeys(cell.text for cell in cells)), 60)
            yield grid.table.remark(cells[0], "import.above-header", text=text)
