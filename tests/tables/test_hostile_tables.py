"""Files that nobody would call a table get a located error soon, whatever their bytes."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from rolecmp.tables.cells import ImportProblemsError
from rolecmp.tables.grid import ImportOptions
from rolecmp.tables.importing import import_tables
from rolecmp.tables.opening import read_tables

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 2.0
MEGABYTES = 200
MATRIX = [["Task", "PM", "Dev"], ["Scope", "A", "R"], ["Code", "I", "A"]]


def workbook(rows: list[list[str]] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows or MATRIX:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, parts: dict[str, bytes | None], times: int = 1) -> bytes:
    """Return a workbook with parts replaced, each so many times over, added, or left out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            if part is not None:
                with new.open(name, "w") as file:
                    for _ in range(times):
                        file.write(part)
    return out.getvalue()


def sheet_of(inside: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="' + space + b'"><sheetData>' + inside + b"</sheetData></worksheet>"


SHEET = "xl/worksheets/sheet1.xml"
ROW = b"".join(
    b'<c r="%c1" t="inlineStr"><is><t>%s</t></is></c>' % (column, text)
    for column, text in zip(b"ABC", (b"Scope", b"A", b"R"), strict=True)
)


def lying() -> bytes:
    """Make a workbook whose sheet declares fewer bytes than it unpacks to."""
    data = changed(workbook(), {SHEET: b" " * 1_000_000}, 60)
    return data.replace(struct.pack("<I", 60_000_000), struct.pack("<I", 1_000))


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing": ("x.csv", lambda: b"", "empty-file"),
    "blank": ("x.md", lambda: b"\n \n", "empty-file"),
    "zeros": ("x.csv", lambda: b"\0" * 1_000_000, "not-text"),
    "noise": ("x.csv", lambda: bytes(range(256)) * 4_000, "not-text"),
    "half UTF-16": ("x.csv", lambda: b"\xff\xfea\0b", "encoding"),
    "Latin-1": ("x.csv", lambda: "Tâche,Équipe\nDécidé,A".encode("latin-1"), "encoding"),
    "rows in CSV": ("x.csv", lambda: b"Task,PM\n" + b"Scope,A\n" * 400_000, "too-many-rows"),
    "a million rows in CSV": ("x.csv", lambda: b"Scope,A\n" * 1_000_000, "file-too-large"),
    "rows in Markdown": (
        "x.md",
        lambda: b"| Task | PM |\n|---|---|\n" + b"| a | A |\n" * 9_000,
        "too-many-rows",
    ),
    "lines in Markdown": (
        "x.md",
        lambda: b"| Task | PM |\n|---|---|\n" + b"| a | A |\n" * 60_000,
        "too-many-lines",
    ),
    "columns": ("x.csv", lambda: (b"Task" + b",PM" * 50_000 + b"\nScope" + b",A" * 50_000), ""),
    "a large cell in CSV": ("x.csv", lambda: b'Task,PM\n"' + b"x" * 3_000_000, "not-csv"),
    "a cell of 10 MB": ("x.csv", lambda: b"Task,PM\n" + b"x" * 10_000_000 + b",A\n", ""),
    "a large cell in Markdown": (
        "x.md",
        lambda: b"| Task | PM |\n|---|---|\n| " + b"*x " * 300_000 + b"| A |\n",
        "cell-too-long",
    ),
    "an open quote": ("x.csv", lambda: b'Task,PM\n"Scope,A\n' + b"x,y\n" * 100_000, ""),
    "spaces": ("x", lambda: b" " * 3_000_000 + b"x\n", "no-letters"),
    "spaces and bars": (
        "x.md",
        lambda: (b" " * 500_000 + b"| x\n") * 4 + b"a | b\n" + b" " * 500_000 + b"| - x\n",
        "no-table",
    ),
    "stars": (
        "x.md",
        lambda: b"| Task | PM |\n|---|---|\n" + (b"| A | " + b"\\* x " * 600 + b"|\n") * 800,
        "too-much-text",
    ),
    "brackets": ("x.md", lambda: b"[" * 500_000, "no-table"),
    "quotations": ("x.md", lambda: (b">" * 500 + b" a\n") * 1_000, "no-table"),
    "emphasis": ("x.md", lambda: b"*a **b " * 100_000, "no-table"),
    "a picture": ("x.xlsx", lambda: b"\x89PNG\r\n" + b"\0" * 100, "not-excel"),
    "a zip": ("x.xlsx", lambda: changed(workbook(), {"xl/workbook.xml": None}), "not-excel"),
    "half a workbook": ("x.xlsx", lambda: workbook()[:3_000], "not-excel"),
    "broken XML": ("x.xlsx", lambda: changed(workbook(), {SHEET: b"<worksheet>"}), "not-excel"),
    "no sheet": ("x.xlsx", lambda: changed(workbook(), {SHEET: None}), "not-excel"),
    "wrong shared strings": (
        "x.xlsx",
        lambda: changed(workbook(), {SHEET: sheet_of(b'<row><c t="s"><v>9</v></c></row>')}),
        "not-excel",
    ),
    "entities": (
        "x.xlsx",
        lambda: changed(
            workbook(),
            {SHEET: b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;'},
        ),
        "not-excel",
    ),
    "a zip bomb": (
        "x.xlsx",
        lambda: changed(workbook(), {SHEET: b" " * 1_000_000}, 100),
        "workbook-too-large",
    ),
    "a zip bomb that lies": ("x.xlsx", lying, "not-excel"),
    "a million rows": (
        "x.xlsx",
        lambda: changed(workbook(), {SHEET: (b"<row>" + ROW + b"</row>") * 1_000}, 1_000),
        "workbook-too-large",
    ),
    "many rows": (
        "x.xlsx",
        lambda: changed(
            workbook(), {SHEET: sheet_of(b'<row><c><v>1</v></c></row>' * 20_000)}
        ),
        "sheet-too-large",
    ),
    "a far cell": (
        "x.xlsx",
        lambda: changed(
            workbook(), {SHEET: sheet_of(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}
        ),
        "sheet-too-large",
    ),
    "a large merged cell": (
        "x.xlsx",
        lambda: changed(
            workbook(),
            {
                SHEET: sheet_of(b"<row>" + ROW + b"</row>").replace(
                    b"</worksheet>",
                    b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
                )
            },
        ),
        "no-letters",
    ),
    "a large cell": (
        "x.xlsx",
        lambda: workbook([["Task", "PM"], ["x" * 32_000, "A"]]),
        "cell-too-long",
    ),
    "a password": (
        "x.xlsx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "the old format": (
        "x.xls",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99,
        "old-excel",
    ),
    "YAML": ("x.yaml", lambda: b"a: b\n", "not-a-table"),
    "HTML": ("x.xls", lambda: b"<html><table><tr><td>A</td></tr></table></html>", "not-a-table"),
}  # fmt: skip

HEAVY = (
    "rows in CSV",
    "a large cell in Markdown",
    "a zip bomb",
    "a zip bomb that lies",
    "many rows",
)
"""Those that might fill the memory: each runs in a process of its own, and is measured."""

RUN = """
import sys, time
from pathlib import Path
from rolecmp.tables.cells import ImportProblemsError
from rolecmp.tables.grid import ImportOptions
from rolecmp.tables.importing import import_tables
from rolecmp.tables.opening import read_tables
data = Path(sys.argv[2]).read_bytes()
start = time.process_time()
try:
    import_tables(read_tables(sys.argv[1], data), ImportOptions())
    rules = "read"
except ImportProblemsError as error:
    rules = " ".join(sorted({problem.rule for problem in error.problems}))
spent = time.process_time() - start
status = Path("/proc/self/status")  # where there is none, the memory is not looked at
lines = status.read_text().splitlines() if status.exists() else []
memory = sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
print(f"{spent:.2f}|{memory:.0f}|{rules}")
"""


@pytest.mark.parametrize("name", sorted(HOSTILE.keys() - set(HEAVY)))
def test_a_hostile_file_is_refused_soon(name: str) -> None:
    path, make, rule = HOSTILE[name]
    data = make()
    start = time.process_time()
    with pytest.raises(ImportProblemsError) as caught:
        import_tables(read_tables(path, data), ImportOptions())
    assert time.process_time() - start < SECONDS
    rules = {problem.rule for problem in caught.value.problems}
    assert rules == {rule} if rule else rules
    for problem in caught.value.problems:
        assert problem.path.startswith(path)
        assert problem.line >= 1 or "!" in problem.path


@pytest.mark.parametrize("name", HEAVY)
def test_a_large_file_is_refused_in_little_memory(name: str, tmp_path: Path) -> None:
    path, make, rule = HOSTILE[name]
    file = tmp_path / path
    file.write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", RUN, path, file], capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    spent, memory, rules = done.stdout.strip().split("|")
    assert float(spent) < SECONDS
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
