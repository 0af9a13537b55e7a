"""Each table comes out as counted by hand, or is refused at the very cells.

The tables are files in ``sheets/``, each with what must come out: lines ``key: value``. A line
whose key is the name of a role gives its letters on each topic, in the order of the table,
``.`` for none. ``topics`` may say a topic's group behind ``=``. ``refused`` are the rules of
all problems and their places. A ``.sheet`` is a workbook to be made: cells between bars, ``~``
merged with the one to its left, ``^`` with the one above, ``*`` before what is bold, ``!``
before what is struck out.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from rolecmp.definitions.model import INITIALS
from rolecmp.tables.cells import ImportProblemsError
from rolecmp.tables.draft import Imported, TableRole
from rolecmp.tables.grid import ImportOptions
from rolecmp.tables.importing import import_tables
from rolecmp.tables.letters import given_letters
from rolecmp.tables.opening import read_tables

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Problem

SHEETS = Path(__file__).parent / "sheets"
NAMES = sorted(path.name.removesuffix(".expect") for path in SHEETS.glob("*.expect"))
KEYS = ("options", "title", "roles", "topics", "groups", "aliases", "notes", "remarks", "refused")


class Expected(NamedTuple):
    """What must come out of a table: values by key, and letters by role."""

    values: dict[str, str]
    letters: dict[str, str]

    def listed(self, key: str) -> list[str]:
        """Return the items of a value."""
        return [each.strip() for each in self.values.get(key, "").split(";") if each.strip()]


def expected(name: str) -> Expected:
    """Read what must come out of the table of that name."""
    values: dict[str, str] = {}
    letters: dict[str, str] = {}
    for line in (SHEETS / f"{name}.expect").read_text("utf-8").splitlines():
        key, _, value = line.partition(": ")
        (values if key in KEYS else letters)[key] = value
    return Expected(values, letters)


def options(text: str) -> ImportOptions:
    """Read options as they are typed on the command line; a value may hold spaces."""
    given: dict[str, list[str]] = {}
    for part in text.split("--")[1:]:
        name, _, value = part.strip().partition(" ")
        given.setdefault(name, []).append(value)
    return ImportOptions(
        table=int(given["table"][0]) if "table" in given else None,
        heading=given.get("heading", [None])[0],
        roles_in=given.get("roles-in", [None])[0],
        roles=tuple(given.get("role", ())),
        separators=tuple(given.get("separator", ())),
        ignore=tuple(given.get("ignore", ())),
        only_roles="only-roles" in given,
        letters=given_letters("--map", given.get("map", ())),
        empty_rows=given.get("empty-rows", [None])[0],
    )


def data_of(name: str) -> bytes:
    """Return the bytes of a table's file; a ``.sheet`` is made into a workbook."""
    data = (SHEETS / name).read_bytes()
    return workbook_of(data.decode("utf-8")) if name.endswith(".sheet") else data


def workbook_of(text: str) -> bytes:
    """Make a workbook of one sheet."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines()]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sheet1"
    for row, cells in enumerate(rows, 1):
        for column, text_ in enumerate(cells, 1):
            if text_ and text_ not in ("~", "^"):
                value = int(text_) if text_.isdigit() else text_.lstrip("*!")
                cell = sheet.cell(row, column, value)
                if text_.startswith(("*", "!")):
                    cell.font = Font(bold=text_[0] == "*", strike=text_[0] == "!")
    for row, cells in enumerate(rows, 1):
        for column, text_ in enumerate(cells, 1):
            if text_ in ("~", "^"):
                continue
            right = column
            while right < len(cells) and cells[right] == "~":
                right += 1
            down = row
            while down < len(rows) and rows[down][column - 1 : column] == ["^"]:
                down += 1
            if (down, right) != (row, column):
                sheet.merge_cells(
                    start_row=row, start_column=column, end_row=down, end_column=right
                )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def imported(name: str, said: str = "") -> Imported | tuple[Problem, ...]:
    """Import a table; gives the problems where it is refused."""
    path = name.replace(".sheet", ".xlsx")
    try:
        return import_tables(read_tables(path, data_of(name)), options(said))
    except ImportProblemsError as error:
        return error.problems


def place(problem: Problem, name: str) -> str:
    """Return where a problem is, without the file."""
    path = name.replace(".sheet", ".xlsx")
    if problem.line:
        assert problem.path == path
        return f"{problem.line}:{problem.column}"
    return problem.path.removeprefix(f"{path}:")


def shown_letters(role: TableRole, topics: int) -> str:
    """Return the letters of a role on each topic, as an expectation writes them."""
    known = {each.topic: "".join(INITIALS[x] for x in each.letters) for each in role.letters}
    return " ".join(known.get(topic, ".") for topic in range(topics))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_comes_out_as_counted(name: str) -> None:
    wanted = expected(name)
    found = imported(name, wanted.values.get("options", ""))
    problems = found.problems if isinstance(found, Imported) else found
    refused = [f"{problem.rule} {place(problem, name)}" for problem in problems]
    assert refused == wanted.listed("refused")
    for problem in problems:
        assert problem.message.key.startswith("import.")
    if refused:
        return
    assert isinstance(found, Imported)
    topics = [topic.name for topic in found.topics]
    names = [role.name for role in found.roles]
    assert names == (wanted.listed("roles") or list(wanted.letters))
    for role in found.roles:
        assert shown_letters(role, len(topics)) == wanted.letters[role.name], role.name
    if "topics" in wanted.values:
        groups = [f"{topic.name}={topic.group}" for topic in found.topics]
        shown = groups if "=" in wanted.values["topics"] else topics
        assert shown == wanted.listed("topics")
    if "groups" in wanted.values:
        assert list(found.groups) == wanted.listed("groups")
    if "title" in wanted.values:
        assert found.title == wanted.values["title"]
    notes = [f"{role.name} {topic} {note}" for role in found.roles for topic, note in role.notes]
    assert notes == wanted.listed("notes")
    aliases = [f"{role.name} {alias}" for role in found.roles for alias in role.aliases]
    assert aliases == wanted.listed("aliases")
    keys = {remark.message.key.removeprefix("import.") for remark in found.remarks}
    assert set(wanted.listed("remarks")) <= keys


def test_there_are_tables_of_every_kind() -> None:
    files = {path.name for path in SHEETS.iterdir()} - {f"{name}.expect" for name in NAMES}
    assert files == set(NAMES)
    assert len(NAMES) >= 60
    assert {name.rpartition(".")[2] for name in NAMES} == {"md", "csv", "tsv", "sheet"}
