"""The responsibility matrix as an Excel workbook, to be filled in and imported again.

openpyxl, which writes it, is an optional extra. The same answer gives the same bytes: the
workbook holds no date of its making.
"""

from __future__ import annotations

import io
import zipfile
from itertools import combinations
from typing import TYPE_CHECKING, Any

from rolecmp.definitions.model import INITIALS, LETTERS, pick
from rolecmp.definitions.problems import QuestionError, phrase
from rolecmp.rendering.answers.matrix import EMPTY
from rolecmp.rendering.answers.standing import group_name
from rolecmp.rendering.formats import ANSWER, FORMATS, Format
from rolecmp.rendering.report import name_of
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.questions.matrix import Matrix
    from rolecmp.rendering.formats import Options

_COLORS = {"A": "FFE2B3", "R": "D6E9F8", "C": "E4F0DC", "I": "EDEDED"}
"""Fills by the strongest letter of a cell: pale, so that the letter stays readable in print."""
_BETWEEN = "/"
_SPARE_ROWS = 200
"""Rows below the last topic in which letters are checked as well."""
_WIDTH, _NAME_WIDTH, _GROUP_WIDTH = 16, 40, 24
_LONGEST_SHEET_NAME = 31
_NO_SHEET_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def matrix_workbook(answer: Matrix, language: str) -> bytes:
    """Return a workbook with one sheet: a row a topic, a column a role, letters in the cells.

    Raises `QuestionError` where openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise QuestionError("no-excel", phrase("write-excel")) from None
    words = Words(language)
    book = Workbook()
    sheet: Any = book.active
    sheet.title = words("matrix").translate(_NO_SHEET_NAME)[:_LONGEST_SHEET_NAME]
    _fill(sheet, answer, language, words)
    _lay_out(sheet, 2 if answer.catalog.groups else 1, len(answer.roles), len(answer.rows))
    out = io.BytesIO()
    book.save(out)
    return _without_dates(out.getvalue())


def _fill(sheet: Any, answer: Matrix, language: str, words: Words) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    catalog = answer.catalog
    lead = [words("group")] if catalog.groups else []
    heads = [*lead, words("topic"), *(name_of(role, language) for role in answer.roles)]
    for column, head in enumerate(heads, 1):
        cell = _text(sheet, 1, column, head)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="bottom")
    fills = {letter: PatternFill("solid", fgColor=color) for letter, color in _COLORS.items()}
    centred = Alignment(horizontal="center")
    for line, row in enumerate(answer.rows, 2):
        topic = row.standing.topic
        if lead:
            _text(sheet, line, 1, group_name(topic, catalog, language) or EMPTY)
        _text(sheet, line, len(lead) + 1, pick(topic.name.texts, language))
        for column, letters in enumerate(row.letters, len(lead) + 2):
            initials = [INITIALS[letter] for letter in letters]
            cell = _text(sheet, line, column, _BETWEEN.join(initials) or EMPTY)
            cell.alignment = centred
            if initials:
                cell.fill = fills[initials[0]]


def _text(sheet: Any, row: int, column: int, text: str) -> Any:
    """Write a text that no program computes, whatever it begins with."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    return cell


def _lay_out(sheet: Any, names: int, roles: int, topics: int) -> None:
    """Freeze the header and the names of topics, and let the other cells take letters alone."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    first, last = get_column_letter(names + 1), get_column_letter(names + roles)
    sheet.freeze_panes = f"{first}2"
    for column in range(1, names + roles + 1):
        width = _WIDTH if column > names else _NAME_WIDTH if column == names else _GROUP_WIDTH
        sheet.column_dimensions[get_column_letter(column)].width = width
    if roles:
        choices = f'"{",".join(_allowed())}"'
        allowed = DataValidation(type="list", formula1=choices, allow_blank=True)
        allowed.add(f"{first}2:{last}{topics + 1 + _SPARE_ROWS}")
        sheet.add_data_validation(allowed)


def _allowed() -> list[str]:
    """Return all that a cell may hold: one letter, several of them, or the sign for none."""
    return [
        EMPTY,
        *(
            _BETWEEN.join(INITIALS[letter] for letter in letters)
            for count in range(1, len(LETTERS) + 1)
            for letters in combinations(LETTERS, count)
        ),
    ]


def _without_dates(data: bytes) -> bytes:
    """Return a workbook without the moment of its making, in which two runs would differ."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = _CORE if name == "docProps/core.xml" else old.read(name)
            new.writestr(zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


_CORE = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    b"<dc:creator>rolecmp</dc:creator></cp:coreProperties>"
)
"""What the workbook says of itself (ECMA-376, part 2, section 11)."""


def _xlsx(_: Any, answer: Matrix, options: Options) -> bytes:
    return matrix_workbook(answer, options.language)


MATRIX_FORMATS = ANSWER._replace(
    formats={**FORMATS, "xlsx": Format((".xlsx",), _xlsx, binary=True)}
)
"""The formats of a matrix: those of every answer, and a workbook."""
