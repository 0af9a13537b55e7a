"""Tables in an Excel workbook (ECMA-376), read by openpyxl, which is an optional extra.

A workbook is a zip archive of XML. Before openpyxl sees it, the sizes that its parts declare
are added up, and no part can give more than it declares; each part that is read is looked
through for what openpyxl does not tell: merged cells, hidden rows, formulas without a value.
"""

from __future__ import annotations

import io
import posixpath
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.parsers import expat

from rolecmp.definitions.problems import Problem, phrase
from rolecmp.tables.cells import (
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    NO_VALUE,
    STRUCK,
    ImportProblemsError,
    Remark,
    Source,
    SourceTable,
    TableCell,
    column_name,
    refused,
    sheet_name,
)
from rolecmp.tables.vocabulary import seen

_MAX_PART = 8 * 1024 * 1024
_MAX_PARTS = 2_000
_MAX_CELLS = 150_000
_MAX_MERGED = 20_000
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_REFERENCE = re.compile(r"^([A-Z]{1,3})([0-9]{1,7})$")


class _Sheet(NamedTuple):
    """A sheet: its name, the archive's part that holds it, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


class _Looks(NamedTuple):
    """What a sheet's XML says that openpyxl's reader of rows leaves out."""

    merged: list[tuple[int, int, int, int]]
    unvalued: set[tuple[int, int]]
    hidden_rows: list[int]
    hidden_columns: list[tuple[int, int]]


def read_workbook(path: str, data: bytes, wanted: str | None = None) -> Source:
    """Read the visible sheets of a workbook, or the one called `wanted`, as one table each.

    Raises `ImportProblemsError`, also where openpyxl is not installed.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise refused(path, "import.no-excel", "import.get-excel") from None
    archive = _archive(path, data)
    sheets = _sheets(path, archive)
    chosen = [
        each for each in sheets if each.name == wanted or (wanted is None and not each.hidden)
    ]
    if wanted is not None and not chosen:
        names = tuple(each.name for each in sheets)
        raise refused(path, "import.no-sheet", "import.sheets-are", name=wanted, names=names)
    for part in ("xl/sharedStrings.xml", "xl/styles.xml", _WORKBOOK):
        if part in archive.namelist():
            _look(path, archive, part)
    looks = [_look(path, archive, each.part) for each in chosen]
    try:
        with warnings.catch_warnings():
            # They are about parts of a workbook that hold no cells, such as its page headers.
            warnings.simplefilter("ignore")
            book = load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_links=False, rich_text=True
            )
            tables = [
                _table(path, book[sheet.name], look, number)
                for number, (sheet, look) in enumerate(zip(chosen, looks, strict=True), 1)
            ]
    except Exception as error:  # openpyxl raises whatever its parts raise
        raise _unreadable(path) from error
    remarks = [
        Remark(f"{path}:{sheet_name(each.name)}", phrase("import.hidden-sheet", name=each.name))
        for each in sheets
        if each.hidden and wanted is None
    ]
    remarks += _remarks(path, archive, chosen, looks)
    return Source(path, tuple(tables), remarks=tuple(remarks))


def _unreadable(path: str) -> ImportProblemsError:
    return refused(path, "import.not-excel", "import.save-again")


# --- the archive ------------------------------------------------------------------------------


def _archive(path: str, data: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise _unreadable(path) from None
    parts = archive.infolist()
    if _WORKBOOK not in archive.namelist():
        raise _unreadable(path)
    read = [each for each in parts if each.filename.endswith((".xml", ".rels", ".vml"))]
    most = max((each.file_size for each in read), default=0)
    if (
        len(parts) > _MAX_PARTS
        or most > _MAX_PART
        or sum(p.file_size for p in read) > 4 * _MAX_PART
    ):
        raise refused(
            path,
            "import.workbook-too-large",
            "import.delete-unused",
            limit=_MAX_PART // (1024 * 1024),
        )
    return archive


def _part(path: str, archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except Exception as error:  # zipfile raises by method: zlib, lzma, struct
        raise _unreadable(path) from error


def _parse(path: str, data: bytes, start: Any, end: Any = None, text: Any = None) -> None:
    """Run an XML parser over a part; one that declares a document type is refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(" ")[2], attributes)
    if end:
        parser.EndElementHandler = lambda name: end(name.rpartition(" ")[2])

    if text:
        parser.CharacterDataHandler = text

    def refuse(*_: object) -> None:
        raise ValueError("a document type")

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise _unreadable(path) from error


def _sheets(path: str, archive: zipfile.ZipFile) -> list[_Sheet]:
    found: list[tuple[str, str, bool]] = []
    targets: dict[str, str] = {}

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            relation = next((v for k, v in attributes.items() if k.endswith(" id")), "")
            state = attributes.get("state", "visible")
            found.append((attributes.get("name", ""), relation, state != "visible"))

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    _parse(path, _part(path, archive, _WORKBOOK), sheet)
    _parse(path, _part(path, archive, _RELATIONS), relation)
    return [
        _Sheet(name, posixpath.normpath(posixpath.join("/xl", targets[id_]))[1:], hidden)
        for name, id_, hidden in found
        if id_ in targets
    ]


def _look(path: str, archive: zipfile.ZipFile, part: str) -> _Looks:
    """Look through a part for what openpyxl does not tell."""
    looks = _Looks([], set(), [], [])
    cell: dict[str, Any] = {"at": None, "formula": False, "inside": False, "value": False}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            cell.update(at=attributes.get("r"), formula=False, value=False)
        elif name == "f":
            cell["formula"] = True
        elif name in ("v", "is"):
            cell["inside"] = True
        elif name == "row" and attributes.get("hidden") in ("1", "true"):
            looks.hidden_rows.append(int(attributes.get("r", 0)))
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            looks.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))
        elif name == "mergeCell" and len(looks.merged) < _MAX_MERGED:
            first, _, last = attributes.get("ref", "").partition(":")
            corner, opposite = _reference(first), _reference(last or first)
            if corner and opposite:
                looks.merged.append((*corner, *opposite))

    def text(data: str) -> None:
        if cell["inside"] and data.strip():
            cell["value"] = True

    def end(name: str) -> None:
        if name in ("v", "is"):
            cell["inside"] = False
        if name == "c" and cell["formula"] and not cell["value"]:
            at = _reference(cell["at"] or "")
            if at:
                looks.unvalued.add(at)

    _parse(path, _part(path, archive, part), start, end, text)
    return looks


def _reference(text: str) -> tuple[int, int] | None:
    """Return the row and the column of a reference such as B7."""
    match = _REFERENCE.match(text)
    if not match:
        return None
    column = 0
    for char in match[1]:
        column = column * 26 + ord(char) - ord("A") + 1
    return int(match[2]), column


# --- the cells --------------------------------------------------------------------------------


def _table(path: str, sheet: Any, look: _Looks, number: int) -> SourceTable:
    table = SourceTable(path, number, (), sheet=sheet.title)
    rows: list[list[TableCell]] = []
    count = 0
    problem: Problem | None = None
    width = 0
    for values in sheet.iter_rows():
        row = []
        for value in values:
            if value.value is None:
                continue
            text = _shown(value.value, struck=bool(value.font.strike))
            cell = TableCell(text, value.row, value.column, strong=bool(value.font.bold))
            if len(text) > MAX_CELL:
                problem = problem or table.problem_at(cell, "import.cell-too-long", limit=MAX_CELL)
            row.append(cell)
        if row:
            rows.append(row)
            width = max(width, row[-1].column)
        count += len(values) + 1
        if len(rows) > MAX_ROWS or count > _MAX_CELLS or width > MAX_COLUMNS:
            at = rows[-1][0] if rows else TableCell("", 1, 1)
            key, limit = "import.too-many-rows", MAX_ROWS
            if width > MAX_COLUMNS:
                key, limit = "import.too-many-columns", MAX_COLUMNS
            problem = table.problem_at(at, key, "", "sheet-too-large", limit=limit)
            break
    return table._replace(rows=tuple(_grid(rows, width, look)), problem=problem)


def _grid(rows: list[list[TableCell]], width: int, look: _Looks) -> Iterator[tuple[TableCell, ...]]:
    """Yield full rows from the first to the last; a merged cell's text is in all it covers."""
    known = {at: TableCell(NO_VALUE, *at) for at in look.unvalued if at[1] <= width}
    known |= {(cell.line, cell.column): cell for row in rows for cell in row}
    last = rows[-1][0].line if rows else 0
    lines = sorted({row[0].line for row in rows})
    for top, left, bottom, right in look.merged:
        corner = known.get((top, left))
        if corner is None:
            continue
        for line in range(top, min(bottom, last) + 1):
            for column in range(left, min(right, width) + 1):
                if (line, column) != (top, left):
                    known[line, column] = corner._replace(line=line, column=column, covered=True)
    before = lines[0] - 1 if lines else 0
    for line in sorted({line for line, _ in known}):
        if line > before + 1:  # one blank row stands for all that are between two others
            yield tuple(TableCell("", before + 1, column) for column in range(1, width + 1))
        yield tuple(
            known.get((line, column), TableCell("", line, column)) for column in range(1, width + 1)
        )
        before = line


def _shown(value: object, *, struck: bool) -> str:
    """Return a value as the sheet shows it, or nearly so; what is struck out is in ``~~``."""
    if isinstance(value, list):  # a text whose parts are formatted each for itself
        return "".join(
            _shown(
                str(part), struck=struck or bool(getattr(part, "font", None) and part.font.strike)
            )
            for part in value
        )
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    date = getattr(value, "isoformat", None)
    text = str(date()) if callable(date) else str(value)
    text = seen(text.removesuffix("T00:00:00").replace("_x000D_", "").replace("\r", ""))
    return f"{STRUCK}{text}{STRUCK}" if struck and text else text


# --- what is left out -------------------------------------------------------------------------


def _remarks(
    path: str, archive: zipfile.ZipFile, sheets: list[_Sheet], looks: list[_Looks]
) -> Iterator[Remark]:
    names = archive.namelist()
    if any(name.endswith("vbaProject.bin") for name in names):
        yield Remark(path, phrase("import.macros"))
    if any(name.startswith("xl/externalLinks/") for name in names):
        yield Remark(path, phrase("import.external-links"))
    if any(re.match(r"xl/(?:threadedComments/|comments)", name) for name in names):
        yield Remark(path, phrase("import.comments"))
    for sheet, look in zip(sheets, looks, strict=True):
        place = f"{path}:{sheet_name(sheet.name)}"
        if look.hidden_rows:
            rows = tuple(str(row) for row in look.hidden_rows)
            yield Remark(place, phrase("import.hidden-rows", names=rows))
        if look.hidden_columns:
            columns = tuple(
                column_name(first) if first == last else f"{column_name(first)}:{column_name(last)}"
                for first, last in look.hidden_columns
            )
            yield Remark(place, phrase("import.hidden-columns", names=columns))
