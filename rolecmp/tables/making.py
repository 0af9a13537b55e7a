"""From a table whose form is known to roles, topics, groups, letters and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from rolecmp.definitions.names import normal_form
from rolecmp.tables.cells import NO_VALUE, STRUCK, Remark
from rolecmp.tables.forms import Form, Layout, name_and_id
from rolecmp.tables.letters import CellKind
from rolecmp.tables.naming import Names, Trouble, between
from rolecmp.tables.rows import RowKind, rows_above, sort_rows
from rolecmp.tables.vocabulary import EITHER, NO_GROUP, NO_NAME, OWNERS, A, fold, one_line, unbroken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolecmp.tables.cells import TableCell
    from rolecmp.tables.columns import Columns
    from rolecmp.tables.draft import Draft

_LONG_NAME = 40
_NO_VALUE = ("import.no-value", "import.save-in-excel")
_TROUBLE = {
    Trouble.EVERYONE: ("import.everyone", "import.everyone-remedy"),
    Trouble.UNDECIDED: ("import.undecided", "import.map-nothing"),
    Trouble.RANGE: ("import.range", "import.write-out-roles"),
    Trouble.UNCLEAR: ("import.unclear-list", "import.unclear-list-remedy"),
    Trouble.NO_NAME: ("import.no-name", "import.no-name-remedy"),
}


class _Head(NamedTuple):
    """What a column of a role is headed: its name, the cell, another name, a remark, an id."""

    name: str
    cell: TableCell
    alias: str = ""
    note: str = ""
    id: str = ""


def make(layout: Layout, columns: Columns, draft: Draft, group: str | None, title: str) -> None:
    """Read the rows of a table into `draft`.

    `group` is that of all its topics, if any; `title` is what the catalog is called.
    """
    draft.problems += columns.problems
    draft.remarks += rows_above(layout, group or title)
    cells = layout.grid.rows[layout.header]
    for column, reason in columns.passed:
        draft.remarks.append(Remark(layout.grid.table.place(cells[column]), reason))
    if columns.group is not None:
        name = layout.grid.label(layout.header, columns.group)
        cell = cells[columns.group]
        draft.remark(layout.grid.table, cell, "import.group-column", name=name)
    _Maker(layout, columns, draft, group).run()


class _Maker:
    def __init__(self, layout: Layout, columns: Columns, draft: Draft, group: str | None) -> None:
        self.layout = layout
        self.grid = layout.grid
        self.table = layout.grid.table
        self.columns = columns
        self.draft = draft
        self.group = group
        self.kinds = sort_rows(layout, columns, draft)
        self.alike: list[TableCell] = []
        self.odd: dict[str, list[TableCell]] = {}

    def run(self) -> None:
        self._surplus()
        if self.layout.letters:
            self._letters_across()
        elif self.layout.form is Form.ONE_TOPIC:
            self._one_topic()
        else:
            self._roles_across()
        for odd, cells in self.odd.items():
            self._not_understood(odd, cells)
        if self.alike:
            first = self.alike[0]
            count = len(self.alike)
            self.draft.remark(self.table, first, "import.alike", count=count, text=first.text)

    def _problem(self, cell: TableCell, keys: tuple[str, str], rule: str = "", **args: Any) -> None:
        """Note what is wrong at a cell; `keys` are of the message and of the remedy."""
        self.draft.problem(self.table, cell, *keys, rule, **args)

    # --- roles as columns ---------------------------------------------------------------------

    def _roles_across(self) -> None:
        keys = self._role_keys()
        for row, name, cell in self._topics():
            given = "" if self.layout.ids is None else self.grid.rows[row][self.layout.ids].text
            topic = self.draft.topic(name, self.group, self.table, cell, given)
            for column, key in keys.items():
                self._letter(key, topic, row, column)

    def _one_topic(self) -> None:
        """Note the letters of the roles in the rows on what the heading names."""
        column = self.layout.columns[0]
        cell = self.grid.rows[self.layout.header][column]
        topic = self.draft.topic(self.table.title, None, self.table, cell)
        for row, name, at in self._topics():
            self._letter(self.draft.role(name, self.table.place(at)), topic, row, column)

    def _letter(self, key: str, topic: int, row: int, column: int) -> None:
        cell, reading = self.grid.rows[row][column], self.grid.readings[row][column]
        if reading.kind is CellKind.LETTERS:
            self.draft.letters(key, topic, reading.letters, self.table.place(cell), reading.note)
            if reading.alike:
                self.alike.append(cell)
        elif reading.kind in (CellKind.ODD, CellKind.TEXT, CellKind.NUMBER):
            self.odd.setdefault(reading.odd or cell.text[:_LONG_NAME], []).append(cell)

    def _not_understood(self, odd: str, cells: Sequence[TableCell]) -> None:
        """Note what was not understood once, with all the cells in which it stands."""
        cell = cells[0]
        file = f"{self.table.path}:"
        others = tuple(self.table.place(each).removeprefix(file) for each in cells[1:])
        text, keys = one_line(odd), ("import.no-letter", "import.map-it")
        if cell.text == NO_VALUE:
            keys = _NO_VALUE
        elif fold(odd) in EITHER:
            keys = ("import.two-meanings", "import.map-meaning")
        elif len(cell.text) > _LONG_NAME:
            text, keys = one_line(cell.text)[:60], ("import.no-letter", "import.letters-alone")
        shown = one_line(cell.text)[:60]
        self._problem(cell, keys, "no-letter", text=text, shown=shown, others=others)

    def _role_keys(self) -> dict[int, str]:
        """Note the roles that the columns are, each by its column."""
        keys: dict[int, str] = {}
        names: dict[str, TableCell] = {}
        for column, head in self._heads():
            form = normal_form(head.name)
            if form in names:
                self._twice(head.name, head.cell, names[form])
                continue
            if not form.strip("-") or re.search(NO_NAME, head.name):
                named = ("import.no-role-name", "import.name-column")
                self._problem(head.cell, named, text=head.name)
                continue
            names[form] = head.cell
            keys[column] = self.draft.role(head.name, self.table.place(head.cell), head.id)
            if head.alias:
                self.draft.alias(keys[column], head.alias)
            if head.note:
                args = {"name": head.name, "text": head.note}
                self.draft.remark(self.table, head.cell, "import.below-name", **args)
        return keys

    def _twice(self, name: str, cell: TableCell, first: TableCell) -> None:
        keys = ("import.role-twice", "import.rename-column")
        self._problem(cell, keys, name=name, place=self.table.place(first))

    def _heads(self) -> Iterator[tuple[int, _Head]]:
        """Yield the name of each role's column; a header may be in two rows."""
        grid, header, roles = self.grid, self.layout.header, self.columns.roles
        cells = [grid.header(header, column) for column in roles]
        if self.layout.form is Form.ONE_ROLE:
            for column in roles:
                yield column, _Head(grid.options.roles[0], grid.rows[header][column])
            return
        if self.layout.ids is not None:
            for column in roles:
                cell = grid.rows[header][column]
                name, id_ = name_and_id(cell.text)
                yield column, _Head(unbroken(name), cell, id=id_)
            return
        lower = [unbroken(cell.text) for cell in cells]
        upper = self._upper()
        both = all(upper) and len(set(upper)) == len(upper)
        for column, cell, name, above in zip(roles, cells, lower, upper, strict=True):
            if both and above != name:
                # Each role has both: a name and its short form, or who holds it.
                long = len(name) > _LONG_NAME
                yield column, _Head(above, cell, "" if long else name, name if long else "")
            elif not both and above and lower.count(name) > 1:
                yield column, _Head(f"{above} {name}", cell)
            else:
                yield column, _Head(name, cell)

    def _upper(self) -> list[str]:
        """Return what stands above the names of roles, in a header of two rows.

        A cell that is merged over several columns, or followed by blank ones, is above each.
        """
        above, roles = self.layout.header - 1, self.columns.roles
        if above < 0 or self.grid.merged(above):
            return [""] * len(roles)
        texts = [unbroken(self.grid.rows[above][column].text) for column in roles]
        if sum(any(map(str.isalpha, text)) for text in texts) < 2:
            return [""] * len(roles)
        for place in range(1, len(texts)):
            if not texts[place] and roles[place] == roles[place - 1] + 1:
                texts[place] = texts[place - 1]
        return texts

    # --- letters as columns -------------------------------------------------------------------

    def _letters_across(self) -> None:
        grid, table, draft = self.grid, self.table, self.draft
        rows = [row for row, kind in self.kinds.items() if kind is RowKind.TOPIC]
        cells = [grid.rows[row][column].text for row in rows for column in self.columns.roles]
        names = Names(cells, grid.options.roles, grid.options.separators, grid.read)
        down = self.layout.roles_are_rows
        self._owners()
        topics: dict[str, int] = {}
        labels: dict[str, TableCell] = {}
        for row, label, cell in self._topics():
            key = topic = None
            if down:
                key = draft.role(label, table.place(cell))
                first = labels.setdefault(normal_form(label), cell)
                if first is not cell:
                    self._twice(cell.text, cell, first)
            else:
                topic = draft.topic(label, self.group, table, cell)
            for column in self.columns.roles:
                at = grid.rows[row][column]
                for name, remark in self._named(names, at):
                    if down and normal_form(name) not in topics:
                        topics[normal_form(name)] = draft.topic(name, self.group, table, at)
                    on = topics[normal_form(name)] if topic is None else topic
                    who = draft.role(name, table.place(at)) if key is None else key
                    draft.letters(who, on, self.layout.letters[column], table.place(at), remark)
        if not down:
            self._column_of_roles()

    def _owners(self) -> None:
        """Say which headers were read as a letter where another might be meant.

        An owner beside an approver may be either of the two.
        """
        heads = [
            (self.grid.rows[self.layout.header][column], letters)
            for column, letters in self.layout.letters.items()
        ]
        told = any(A in x and fold(cell.text) not in OWNERS | EITHER for cell, x in heads)
        for cell, letters in heads:
            form, name = fold(cell.text), one_line(cell.text)
            if form in self.grid.read.given or form not in OWNERS | EITHER:
                continue
            if told and letters == (A,) and form in OWNERS:
                keys = ("import.two-meanings", "import.map-meaning")
                self._problem(cell, keys, "unclear-column", text=name, others=())
                continue
            owns = letters[0] == A
            key = "import.read-as-accountable" if owns else "import.read-as-responsible"
            self.draft.remark(self.table, cell, key, name=name)

    def _named(self, names: Names, cell: TableCell) -> Sequence[tuple[str, str]]:
        """Return the names in a cell, with what stands in brackets behind each."""
        if not cell.text:
            return ()
        if cell.text == NO_VALUE:
            self._problem(cell, _NO_VALUE, others=())
            return ()
        found = names(cell.text)
        if found.trouble is not None:
            text, separator = one_line(found.about)[:60], between(found.about)
            rule = found.trouble.value
            self._problem(cell, _TROUBLE[found.trouble], rule, text=text, separator=separator)
        return found.names

    def _column_of_roles(self) -> None:
        """Note a column that is left out although it names the same roles."""
        grid, header = self.grid, self.layout.header
        for column, _ in self.columns.passed:
            if grid.ignored(header, column) or grid.options.only_roles:
                continue
            for cell, _ in grid.column(column, range(header + 1, len(grid.rows))):
                if cell.text and self.draft.has_role(cell.text):
                    name, text = grid.label(header, column), one_line(cell.text)
                    keys = ("import.roles-in-column", "import.odd-header-remedy")
                    self._problem(cell, keys, "unclear-column", name=name, text=text, sample=name)
                    break

    # --- topics -------------------------------------------------------------------------------

    def _topics(self) -> Iterator[tuple[int, str, TableCell]]:
        """Yield the rows that are topics, and keep the group they are in up to date."""
        whole = self.group
        outer: TableCell | None = None
        inner: TableCell | None = None
        sections = []
        between_them = False  # whether a topic has come since the last section
        for row, kind in self.kinds.items():
            if kind is RowKind.SECTION:
                cell = self._heading(row)
                if inner is not None and not between_them:
                    outer = inner if inner.strong != cell.strong else None
                elif outer is not None and cell.strong == outer.strong:
                    outer = None
                inner = cell
                between_them = False
                texts = [
                    one_line(each.text).rstrip(":：").strip() for each in (outer, inner) if each
                ]
                title = ": ".join(texts)
                self.group = None if fold(title) in NO_GROUP else title
                sections.append(cell)
            if kind is not RowKind.TOPIC:
                continue
            between_them = True
            self._group_of(row)
            cell = self.grid.rows[row][self.columns.topic]
            name = one_line(cell.text)
            if cell.text == NO_VALUE:
                self._problem(cell, _NO_VALUE, "no-topic", others=())
            elif not normal_form(name).strip("-"):
                texts_ = [self.grid.rows[row][column] for column in self.columns.roles]
                said = next((each for each in texts_ if each.text), cell)
                at = cell if cell.text else said
                self._problem(at, ("import.no-topic", "import.name-topic"))
            elif STRUCK in name:
                keys = ("import.struck-topic", "import.delete-row")
                self._problem(cell, keys, text=name)
            else:
                yield row, name, cell
        if sections:
            names = tuple(dict.fromkeys(one_line(cell.text)[:40] for cell in sections))
            self.draft.remark(self.table, sections[0], "import.sections", names=names)
        self.group = whole

    def _heading(self, row: int) -> TableCell:
        """Return the cell that names a group: a number may stand before it."""
        topic = self.grid.rows[row][self.columns.topic]
        cells = [cell for cell in self.grid.rows[row] if cell.text]
        words = [cell for cell in cells if any(map(str.isalpha, cell.text))]
        return topic if topic.text else (words or cells)[0]

    def _group_of(self, row: int) -> None:
        column = self.columns.group
        if column is None:
            return
        text = self.grid.rows[row][column].text
        own = self.layout.ids is not None
        if self.grid.readings[row][column].kind is CellKind.DASH or (own and not text):
            self.group = None
        elif text:
            self.group = None if fold(text) in NO_GROUP else one_line(text)

    def _surplus(self) -> None:
        """Note cells beyond the header, and say which rows are short of cells."""
        grid = self.grid
        header = grid.rows[self.layout.header]
        beyond = list(self.table.surplus)
        if not self.layout.roles_are_rows:
            beyond += [
                cell
                for row in self.kinds
                for cell, head in zip(grid.rows[row], header, strict=True)
                if cell.text and head.missing
            ]
        for cell in beyond:
            text = one_line(cell.text)[:60]
            self._problem(cell, ("import.surplus", "import.count-cells"), text=text)
        width = sum(not cell.missing for cell in header)
        for row, kind in self.kinds.items():
            cells = sum(not cell.missing for cell in grid.rows[row])
            if kind is RowKind.TOPIC and cells < min(width, grid.width):
                first = grid.rows[row][0]
                self.draft.remark(self.table, first, "import.short-row", cells=cells, columns=width)
