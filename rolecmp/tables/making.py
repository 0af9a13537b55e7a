"""From a table whose form is known to roles, topics, groups, letters and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rolecmp.definitions.names import normal_form
from rolecmp.definitions.problems import phrase
from rolecmp.tables.cells import NO_VALUE
from rolecmp.tables.forms import NAME_AND_ID, Form, Layout
from rolecmp.tables.letters import Kind, Reading
from rolecmp.tables.naming import Names, Trouble, between
from rolecmp.tables.rows import RowKind, rows_above, sort_rows
from rolecmp.tables.vocabulary import EITHER, NO_GROUP, OWNERS, A, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rolecmp.tables.cells import Cell
    from rolecmp.tables.columns import Columns
    from rolecmp.tables.draft import Draft

_LONG_NAME = 40
_TROUBLE = {
    Trouble.EVERYONE: ("import.everyone", "import.everyone-remedy"),
    Trouble.UNDECIDED: ("import.undecided", "import.map-nothing"),
    Trouble.RANGE: ("import.range", "import.write-out-roles"),
    Trouble.UNCLEAR: ("import.unclear-list", "import.unclear-list-remedy"),
    Trouble.NO_NAME: ("import.no-name", "import.no-name-remedy"),
}


class _Head(NamedTuple):
    """What a column of a role is headed: its name, another name, a remark, and the cell."""

    name: str
    alias: str
    note: str
    cell: Cell
    id: str = ""


def make(layout: Layout, columns: Columns, draft: Draft, group: str | None, title: str) -> None:
    """Read the rows of a table into `draft`; `group` is that of all its topics, if any."""
    draft.problems += columns.problems
    draft.remarks += rows_above(layout, group or title)
    grid, header = layout.grid, layout.header
    for column, reason in columns.passed:
        name = grid.label(header, column)
        args = {**reason.args, "name": name}
        draft.remark(grid.table, grid.rows[header][column], reason.key, **args)
    if columns.group is not None:
        name = grid.label(header, columns.group)
        draft.remark(grid.table, grid.rows[header][columns.group], "import.group-column", name=name)
    _Maker(layout, columns, draft, group).run()


class _Maker:
    def __init__(self, layout: Layout, columns: Columns, draft: Draft, group: str | None) -> None:
        self.layout = layout
        self.grid = layout.grid
        self.columns = columns
        self.draft = draft
        self.group = group
        self.alike: list[Cell] = []
        self.odd: dict[str, list[Cell]] = {}

    def run(self) -> None:
        kinds = sort_rows(self.layout, self.columns, self.draft)
        self._surplus(kinds)
        if self.layout.letters:
            self._letters_across(kinds)
        elif self.layout.form is Form.ONE_TOPIC:
            self._one_topic(kinds)
        else:
            self._roles_across(kinds)
        for odd, cells in self.odd.items():
            self._not_understood(odd, cells)
        if self.alike:
            self.draft.remark(
                self.grid.table,
                self.alike[0],
                "import.alike",
                count=len(self.alike),
                text=self.alike[0].text,
            )

    # --- roles as columns ---------------------------------------------------------------------

    def _roles_across(self, kinds: Mapping[int, RowKind]) -> None:
        keys = self._role_keys()
        for row, name, cell in self._topics(kinds):
            given = "" if self.layout.ids is None else self.grid.rows[row][self.layout.ids].text
            topic = self.draft.topic(name, self.group, self.grid.table, cell, given)
            for column, key in keys.items():
                self._letter(key, topic, self.grid.rows[row][column], self._reading(row, column))

    def _reading(self, row: int, column: int) -> Reading:
        return self.grid.readings[row][column]

    def _letter(self, key: str, topic: int, cell: Cell, reading: Reading) -> None:
        table = self.grid.table
        if reading.kind is Kind.LETTERS:
            self.draft.letters(key, topic, reading.letters, table.place(cell), reading.note)
            if reading.alike:
                self.alike.append(cell)
        elif reading.kind in (Kind.ODD, Kind.TEXT, Kind.NUMBER):
            self.odd.setdefault(reading.odd or cell.text[:_LONG_NAME], []).append(cell)

    def _not_understood(self, odd: str, cells: Sequence[Cell]) -> None:
        """Note what was not understood once, with all the cells in which it stands."""
        table = self.grid.table
        cell = cells[0]
        others = tuple(table.place(each).removeprefix(f"{table.path}:") for each in cells[1:])
        message = phrase("import.no-letter", text=_line(cell.text)[:60], others=others)
        if cell.text == NO_VALUE:
            message = phrase("import.no-value", others=others)
            remedy = phrase("import.save-in-excel")
        elif fold(odd) in EITHER:
            message = phrase("import.two-meanings", text=odd, others=others)
            remedy = phrase("import.map-meaning", text=odd)
        elif len(cell.text) <= _LONG_NAME:
            remedy = phrase("import.map-it", text=_line(odd))
        else:
            remedy = phrase("import.letters-alone")
        self.draft.problem(table, cell, "no-letter", message, remedy)

    def _role_keys(self) -> dict[int, str]:
        """Note the roles that the columns are, each by its column."""
        keys: dict[int, str] = {}
        names: dict[str, Cell] = {}
        table = self.grid.table
        for column, head in self._heads():
            known = names.get(normal_form(head.name))
            if known is not None:
                message = phrase("import.role-twice", name=head.name, place=table.place(known))
                self.draft.problem(
                    table, head.cell, "role-twice", message, phrase("import.rename-column")
                )
                continue
            if not normal_form(head.name).strip("-"):
                message = phrase("import.no-role-name", text=head.name)
                self.draft.problem(
                    table, head.cell, "no-role-name", message, phrase("import.name-column")
                )
                continue
            names[normal_form(head.name)] = head.cell
            keys[column] = self.draft.role(head.name, table.place(head.cell), head.id)
            if head.alias:
                self.draft.alias(keys[column], head.alias)
            if head.note:
                self.draft.remark(
                    table, head.cell, "import.below-name", name=head.name, text=head.note
                )
        return keys

    def _heads(self) -> Iterator[tuple[int, _Head]]:
        """Yield the name of each role's column; a header may be in two rows."""
        grid, header = self.grid, self.layout.header
        if self.layout.form is Form.ONE_ROLE:
            name = grid.options.roles[0]
            for column in self.columns.roles:
                yield column, _Head(name, "", "", grid.rows[header][column])
            return
        roles = self.columns.roles
        if self.layout.ids is not None:
            for column in roles:
                cell = grid.rows[header][column]
                match = NAME_AND_ID.match(cell.text)
                assert match is not None
                yield column, _Head(_line(match[1]), "", "", cell, match[2])
            return
        lower = [_line(grid.header(header, column).text) for column in roles]
        upper = self._upper()
        own = [bool(text) for text in upper]
        for place, column in enumerate(roles):
            cell = grid.header(header, column)
            name, alias, note = lower[place], "", ""
            if all(own) and len(set(upper)) == len(upper):
                # Each role has both: a name and its short form, or who holds it.
                if upper[place] != name:
                    note = name if len(name) > _LONG_NAME else ""
                    name, alias = upper[place], "" if note else name
            elif lower.count(name) > 1 and own[place]:
                name = f"{upper[place]} {name}"
            yield column, _Head(name, alias, note, cell)

    def _upper(self) -> list[str]:
        """Return what stands above the names of roles, in a header of two rows.

        A cell that is merged over several columns, or followed by blank ones, is above each.
        """
        grid, above = self.grid, self.layout.header - 1
        roles = self.columns.roles
        if above < 0 or grid.merged(above) or not grid.rows[self.layout.header]:
            return [""] * len(roles)
        texts = [_line(grid.rows[above][column].text) for column in roles]
        if sum(any(map(str.isalpha, text)) for text in texts) < 2:
            return [""] * len(roles)
        for place in range(1, len(texts)):
            if not texts[place] and roles[place] == roles[place - 1] + 1:
                texts[place] = texts[place - 1]
        return texts

    def _one_topic(self, kinds: Mapping[int, RowKind]) -> None:
        """Note the letters of the roles in the rows on what the heading names."""
        grid = self.grid
        column = self.layout.columns[0]
        cell = grid.rows[self.layout.header][column]
        topic = self.draft.topic(grid.table.title, None, grid.table, cell)
        for row, name, at in self._topics(kinds):
            key = self.draft.role(name, grid.table.place(at))
            self._letter(key, topic, grid.rows[row][column], self._reading(row, column))

    # --- letters as columns -------------------------------------------------------------------

    def _letters_across(self, kinds: Mapping[int, RowKind]) -> None:
        grid = self.grid
        rows = [row for row, kind in kinds.items() if kind is RowKind.TOPIC]
        labels = [grid.rows[row][self.columns.topic].text for row in rows]
        cells = [grid.rows[row][column].text for row in rows for column in self.columns.roles]
        down = self.layout.roles_are_rows
        names = Names(cells, grid.options.roles, grid.options.separators, grid.read)
        self._header_remarks()
        topics: dict[str, int] = {}
        for row, label, cell in self._topics(kinds):
            if down:
                key = self.draft.role(label, grid.table.place(cell))
            else:
                topic = self.draft.topic(label, self.group, grid.table, cell)
            for column in self.columns.roles:
                for name, remark, at in self._named(names, grid.rows[row][column]):
                    place = grid.table.place(at)
                    if down:
                        form = normal_form(name)
                        if form not in topics:
                            topics[form] = self.draft.topic(name, self.group, grid.table, at)
                        topic = topics[form]
                    else:
                        key = self.draft.role(name, place)
                    self.draft.letters(key, topic, self.layout.letters[column], place, remark)
        if down and len(set(map(normal_form, labels))) < len(labels):
            self._twice(rows)
        self._column_of_roles()

    def _twice(self, rows: Sequence[int]) -> None:
        """Note rows that are of one role."""
        first: dict[str, Cell] = {}
        for row in rows:
            cell = self.grid.rows[row][self.columns.topic]
            known = first.setdefault(normal_form(cell.text), cell)
            if known is not cell:
                place = self.grid.table.place(known)
                message = phrase("import.role-twice", name=cell.text, place=place)
                self.draft.problem(
                    self.grid.table, cell, "role-twice", message, phrase("import.rename-column")
                )

    def _header_remarks(self) -> None:
        """Say which headers were read as a letter where another might be meant.

        An owner beside an approver may be either of the two.
        """
        grid = self.grid
        heads = {column: grid.rows[self.layout.header][column] for column in self.layout.letters}
        told = any(
            A in letters and fold(heads[column].text) not in OWNERS | EITHER
            for column, letters in self.layout.letters.items()
        )
        for column, letters in self.layout.letters.items():
            cell = heads[column]
            if fold(cell.text) in grid.read.given:
                continue
            if told and letters == (A,) and fold(cell.text) in OWNERS:
                message = phrase("import.two-meanings", text=_line(cell.text), others=())
                remedy = phrase("import.map-meaning", text=_line(cell.text))
                self.draft.problem(grid.table, cell, "unclear-column", message, remedy)
            elif fold(cell.text) in OWNERS | EITHER:
                key = (
                    "import.read-as-accountable"
                    if letters[0] == A
                    else "import.read-as-responsible"
                )
                self.draft.remark(grid.table, cell, key, name=_line(cell.text))

    def _named(self, names: Names, cell: Cell) -> Iterator[tuple[str, str, Cell]]:
        if not cell.text:
            return
        if cell.text == NO_VALUE:
            message, remedy = phrase("import.no-value", others=()), phrase("import.save-in-excel")
            self.draft.problem(self.grid.table, cell, "no-value", message, remedy)
            return
        found = names(cell.text)
        if found.trouble is not None:
            key, then = _TROUBLE[found.trouble]
            about = _line(found.about)[:60]
            remedy = phrase(then, text=about, separator=between(found.about))
            self.draft.problem(
                self.grid.table, cell, found.trouble.value, phrase(key, text=about), remedy
            )
            return
        for name, remark in found.names:
            yield name, remark, cell

    def _column_of_roles(self) -> None:
        """Note a column that is left out although it names the same roles."""
        grid = self.grid
        if self.layout.roles_are_rows:
            return
        for column, _ in self.columns.passed:
            if grid.ignored(self.layout.header, column) or grid.options.only_roles:
                continue
            cells = [
                cell
                for cell, _ in grid.column(column, range(self.layout.header + 1, len(grid.rows)))
                if cell.text and self.draft.has_role(cell.text)
            ]
            if cells:
                name = grid.label(self.layout.header, column)
                self.draft.problem(
                    grid.table,
                    cells[0],
                    "unclear-column",
                    phrase("import.roles-in-column", name=name, text=_line(cells[0].text)),
                    phrase("import.odd-header-remedy", name=name, sample=name),
                )

    # --- topics -------------------------------------------------------------------------------

    def _topics(self, kinds: Mapping[int, RowKind]) -> Iterator[tuple[int, str, Cell]]:
        """Yield the rows that are topics, and keep the group they are in up to date."""
        grid = self.grid
        heading = self.group
        outer: Cell | None = None
        inner: Cell | None = None
        sections = []
        between = False  # whether a topic has come since the last section
        for row, kind in kinds.items():
            if kind is RowKind.SECTION:
                cell = self._heading(row)
                if inner is not None and not between:
                    outer = inner if inner.strong != cell.strong else None
                elif outer is not None and cell.strong == outer.strong:
                    outer = None
                inner = cell
                between = False
                title = ": ".join(_title(each) for each in (outer, inner) if each)
                self.group = None if fold(title) in NO_GROUP else title
                sections.append(cell)
            if kind is not RowKind.TOPIC:
                continue
            between = True
            self._group_of(row)
            cell = grid.rows[row][self.columns.topic]
            name = _line(cell.text)
            if cell.text == NO_VALUE or not normal_form(name).strip("-"):
                self._nameless(row, cell)
                continue
            yield row, name, cell
        if sections:
            names = tuple(dict.fromkeys(_line(cell.text)[:40] for cell in sections))
            self.draft.remark(grid.table, sections[0], "import.sections", names=names)
        self.group = heading

    def _heading(self, row: int) -> Cell:
        """Return the cell that names a group: a number may stand before it."""
        topic = self.grid.rows[row][self.columns.topic]
        cells = [cell for cell in self.grid.rows[row] if cell.text]
        words = [cell for cell in cells if any(map(str.isalpha, cell.text))]
        return topic if topic.text else (words or cells)[0]

    def _group_of(self, row: int) -> None:
        if self.columns.group is None:
            return
        cell = self.grid.rows[row][self.columns.group]
        own = self.layout.ids is not None
        if self.grid.readings[row][self.columns.group].kind is Kind.DASH or (own and not cell.text):
            self.group = None
        elif cell.text:
            self.group = _line(cell.text)

    def _nameless(self, row: int, cell: Cell) -> None:
        table = self.grid.table
        if cell.text == NO_VALUE:
            message, remedy = phrase("import.no-value", others=()), phrase("import.save-in-excel")
        else:
            message, remedy = phrase("import.no-topic"), phrase("import.name-topic")
        said = next(
            (self.grid.rows[row][c] for c in self.columns.roles if self.grid.rows[row][c].text),
            cell,
        )
        self.draft.problem(table, cell if cell.text else said, "no-topic", message, remedy)

    def _surplus(self, kinds: Mapping[int, RowKind]) -> None:
        """Note cells beyond the header, and say which rows are short of cells."""
        grid, header = self.grid, self.layout.header
        beyond = list(grid.table.surplus)
        if not self.layout.roles_are_rows:
            for row in kinds:
                beyond += [
                    cell
                    for column, cell in enumerate(grid.rows[row])
                    if cell.text and grid.rows[header][column].missing
                ]
        for cell in beyond:
            message = phrase("import.surplus", text=_line(cell.text)[:60])
            self.draft.problem(grid.table, cell, "surplus", message, phrase("import.count-cells"))
        short = [
            row
            for row, kind in kinds.items()
            if kind is RowKind.TOPIC
            and any(cell.missing for cell in grid.rows[row])
            and sum(not cell.missing for cell in grid.rows[row]) < _width(grid.rows[header])
        ]
        for row in short:
            cells = sum(not cell.missing for cell in grid.rows[row])
            self.draft.remark(
                grid.table,
                grid.rows[row][0],
                "import.short-row",
                cells=cells,
                columns=_width(grid.rows[header]),
            )


def _title(cell: Cell) -> str:
    return _line(cell.text).rstrip(":：").strip()


def _width(row: Sequence[Cell]) -> int:
    return sum(not cell.missing for cell in row)


def _line(text: str) -> str:
    return " ".join(text.split())
