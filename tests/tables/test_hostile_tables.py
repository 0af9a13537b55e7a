"""Files that nobody would call a table get a located error, whatever their bytes."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from hostile import MATRIX, SHEET, TABLES, changed, workbook

from rolecmp.tables.cells import ImportProblemsError
from rolecmp.tables.grid import ImportOptions
from rolecmp.tables.importing import import_tables
from rolecmp.tables.opening import read_tables

MEGABYTES = 200
HEAVY = (
    "rows in CSV",
    "a large cell in Markdown",
    "a zip bomb",
    "a zip bomb that lies",
    "many rows",
)
"""Those that might fill the memory: each runs in a process of its own, and is measured."""

RUN = """
import sys
from pathlib import Path
from rolecmp.tables.cells import ImportProblemsError
from rolecmp.tables.grid import ImportOptions
from rolecmp.tables.importing import import_tables
from rolecmp.tables.opening import read_tables
data = Path(sys.argv[2]).read_bytes()
try:
    import_tables(read_tables(sys.argv[1], data), ImportOptions())
    rules = "read"
except ImportProblemsError as error:
    rules = " ".join(sorted({problem.rule for problem in error.problems}))
status = Path("/proc/self/status")  # where there is none, the memory is not looked at
lines = status.read_text().splitlines() if status.exists() else []
memory = sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
print(f"{memory:.0f}|{rules}")
"""


@pytest.mark.parametrize("name", sorted(TABLES.keys() - set(HEAVY)))
def test_a_hostile_file_is_refused(name: str) -> None:
    path, make, rule = TABLES[name]
    data = make()
    with pytest.raises(ImportProblemsError) as caught:
        import_tables(read_tables(path, data), ImportOptions())
    rules = {problem.rule for problem in caught.value.problems}
    assert rules == {rule} if rule else rules
    for problem in caught.value.problems:
        assert problem.path.startswith(path)
        assert problem.line >= 1 or "!" in problem.path


@pytest.mark.parametrize("name", HEAVY)
def test_a_large_file_is_refused_in_little_memory(name: str, tmp_path: Path) -> None:
    path, make, rule = TABLES[name]
    file = tmp_path / path
    file.write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", RUN, path, file], capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    memory, rules = done.stdout.strip().split("|")
    assert float(memory) < MEGABYTES
    assert rules == rule


def problems_of(path: str, data: bytes) -> Iterator[str]:
    try:
        found = import_tables(read_tables(path, data), ImportOptions())
    except ImportProblemsError as error:
        yield from (problem.rule for problem in error.problems)
        return
    yield from (remark.message.key.removeprefix("import.") for remark in found.remarks)


def test_what_a_workbook_has_beside_cells_is_named() -> None:
    data = changed(
        workbook(),
        {
            "xl/vbaProject.bin": b"Sub AutoOpen()",
            "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
            "xl/comments1.xml": b"<comments/>",
        },
    )
    found = list(problems_of("x.xlsm", data))
    assert found[:3] == ["macros", "external-links", "comments"]


def test_hidden_rows_columns_and_sheets_are_named() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in MATRIX:
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    other = book.create_sheet("Old")
    other.append(["Task", "PM"])
    other.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    found = list(problems_of("x.xlsx", out.getvalue()))
    assert found[:3] == ["hidden-sheet", "hidden-rows", "hidden-columns"]


def test_a_part_of_a_cell_may_be_struck_out() -> None:
    data = workbook([["Task", "PM", "Dev"], ["Scope", "?", "R"], ["Code", "A", "R"]])
    archive = zipfile.ZipFile(io.BytesIO(data))
    types, sheet = archive.read("[Content_Types].xml"), archive.read(SHEET)
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    runs = b"<si><r><rPr><strike/></rPr><t>A</t></r><r><t>/R</t></r></si>"
    parts: dict[str, bytes | None] = {
        "[Content_Types].xml": types.replace(
            b"</Types>",
            b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind,
        ),
        "xl/sharedStrings.xml": b'<sst xmlns="%s">%s</sst>' % (space, runs),
        SHEET: sheet.replace(b't="inlineStr"><is><t>?</t></is></c>', b't="s"><v>0</v></c>'),
    }
    found = import_tables(read_tables("x.xlsx", changed(data, parts)), ImportOptions())
    assert [(each.rule, each.path) for each in found.problems] == [("no-letter", "x.xlsx:Sheet!B2")]


def test_without_openpyxl_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook()
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ImportProblemsError) as caught:
        read_tables("x.xlsx", data)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.column, problem.rule) == (
        "x.xlsx",
        1,
        1,
        "no-excel",
    )
    assert problem.remedy is not None
    assert problem.remedy.key == "import.get-excel"
