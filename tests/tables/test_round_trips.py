"""A table that is written and imported again says the same, cell by cell, in the same order."""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from rolecmp.definitions.model import INITIALS, LETTERS
from rolecmp.definitions.names import normal_form
from rolecmp.tables.cells import ImportProblemsError
from rolecmp.tables.grid import ImportOptions
from rolecmp.tables.importing import import_tables
from rolecmp.tables.opening import read_tables

WORDS = (
    ["Product", "Sales", "Marketing", "Legal", "Finance", "Design", "Data", "Cloud"],
    ["pricing", "launch", "roadmap", "budget", "hiring", "tools", "support", "go-to-market"],
    ["产品", "销售", "市场", "法务", "定价", "上市", "路线图", "预算"],
    ["Цена", "Запуск", "Команда", "Бюджет", "Отдел", "Задачи", "Планы", "Риски"],
)
WORD = st.sampled_from([word for group in WORDS for word in group])
MARKS = st.sampled_from(
    ["", " & co", " (EU)", "/ops", " 2", ", first", " | old", ' "x"', "*", "_a_", "<b>"]
)


class Made(NamedTuple):
    """Roles, topics, and the letters of each role on each topic."""

    roles: list[str]
    topics: list[str]
    letters: list[list[tuple[str, ...]]]


def names(least: int, most: int) -> st.SearchStrategy[list[str]]:
    name = st.tuples(st.lists(WORD, min_size=1, max_size=3), MARKS).map(
        lambda made: " ".join(made[0]) + made[1]
    )
    return st.lists(name, min_size=least, max_size=most, unique_by=normal_form)


@st.composite
def tables(draw: st.DrawFn) -> Made:
    """Make a table in which each topic and each role has a letter."""
    roles = draw(names(2, 6))
    topics = draw(names(2, 8))
    some = st.sets(st.sampled_from(LETTERS), max_size=3)
    letters = [
        [tuple(each for each in LETTERS if each in draw(some)) for _ in roles] for _ in topics
    ]
    for place, row in enumerate(letters):
        if not any(row):
            row[place % len(roles)] = (LETTERS[0],)
    for column in range(len(roles)):
        if not any(row[column] for row in letters):
            letters[0][column] = (LETTERS[1],)
    return Made(roles, topics, letters)


def cell(letters: tuple[str, ...], between: str = "/") -> str:
    return between.join(INITIALS[letter] for letter in letters) or "-"


def rows_of(made: Made, between: str = "/") -> list[list[str]]:
    head = ["Topic", *made.roles]
    return [head] + [
        [topic, *(cell(each, between) for each in row)]
        for topic, row in zip(made.topics, made.letters, strict=True)
    ]


def escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\|*_<>[]`#~&!" else char for char in text)


def markdown(made: Made) -> bytes:
    rows = [[escaped(text) if text != "-" else text for text in row] for row in rows_of(made)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return ("# Who\n\n" + "\n".join(lines) + "\n").encode()


def delimited(made: Made, delimiter: str, encoding: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows_of(made, "+"))
    return out.getvalue().encode(encoding)


def workbook(made: Made) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows_of(made):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def said(path: str, data: bytes) -> Made:
    """Return what a table says, as it was made."""
    try:
        found = import_tables(read_tables(path, data), ImportOptions(roles_in="columns"))
    except ImportProblemsError as error:
        raise AssertionError(error.problems) from error
    assert found.problems == ()
    letters: list[list[tuple[str, ...]]] = [[() for _ in found.roles] for _ in found.topics]
    for column, role in enumerate(found.roles):
        for each in role.letters:
            letters[each.topic][column] = each.letters
    return Made([r.name for r in found.roles], [t.name for t in found.topics], letters)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_a_table_in_markdown_says_what_was_written(made: Made) -> None:
    assert said("x.md", markdown(made)) == made


@settings(max_examples=60, deadline=None)
@given(
    tables(),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_table_in_csv_says_what_was_written(made: Made, delimiter: str, encoding: str) -> None:
    assert said("x.csv", delimited(made, delimiter, encoding)) == made


@settings(max_examples=30, deadline=None)
@given(tables())
def test_a_workbook_says_what_was_written(made: Made) -> None:
    assert said("x.xlsx", workbook(made)) == made
