"""A table that is written and imported again says the same, cell by cell, in the same order."""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.model import INITIALS, LETTERS, Catalog, pick
from rolecmp.definitions.names import normal_form
from rolecmp.definitions.shape import is_id
from rolecmp.definitions.sources.folders import MemoryFolder
from rolecmp.questions.matrix import matrix
from rolecmp.rendering.answers.matrix import MATRIX
from rolecmp.rendering.formats import Options
from rolecmp.rendering.xlsx import MATRIX_FORMATS
from rolecmp.tables.catalogtext import Writing, catalog_texts
from rolecmp.tables.cells import ImportProblemsError
from rolecmp.tables.draft import Imported, TableLetter, TableRole, TableTopic
from rolecmp.tables.grid import ImportOptions
from rolecmp.tables.ids import ids_of
from rolecmp.tables.importing import import_tables
from rolecmp.tables.opening import read_tables
from rolecmp.tables.vocabulary import (
    ID_HEADERS,
    NO_GROUP,
    OTHER_HEADERS,
    OWN_HEADERS,
    fold,
    one_line,
)
from rolecmp.words import LANGUAGES, Words

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
    """Make a table in which each topic and each role has a letter.

    A role that is called as columns of no role are may need to be named: none is here.
    """
    roles = draw(names(2, 6).filter(lambda made: OTHER_HEADERS.isdisjoint(map(fold, made))))
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


@given(tables())
def test_a_table_in_markdown_says_what_was_written(made: Made) -> None:
    assert said("x.md", markdown(made)) == made


@given(
    tables(),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_table_in_csv_says_what_was_written(made: Made, delimiter: str, encoding: str) -> None:
    assert said("x.csv", delimited(made, delimiter, encoding)) == made


@given(tables())
def test_a_workbook_says_what_was_written(made: Made) -> None:
    assert said("x.xlsx", workbook(made)) == made


# --- through a catalog and its matrix ---------------------------------------------------------

PLAIN = Writing("en", "Table", "from a table", "Responsibility", "Nobody is described.")
TOLD = PLAIN._replace(sentence=lambda letters, topic: f"Has {', '.join(letters)} on {topic}")
TODAY = "2026-01-01"


@st.composite
def made_imports(draw: st.DrawFn) -> Imported:
    """Make what a table may say, topics in groups among it, and letters of any kind."""
    made = draw(tables())
    groups = ["Alpha phase", "Beta", "第三阶段"][: draw(st.integers(0, 3))]
    chosen = [draw(st.sampled_from([None, *groups])) for _ in made.topics]
    # A matrix lists topics by their groups.
    order = sorted(
        range(len(chosen)), key=lambda n: groups.index(chosen[n] or "") if chosen[n] else 9
    )
    roles = [
        TableRole(
            name,
            (),
            tuple(
                TableLetter(place, made.letters[number][column], "x.md:1:1")
                for place, number in enumerate(order)
                if made.letters[number][column]
            ),
            (),
            "x.md:1:1",
        )
        for column, name in enumerate(made.roles)
    ]
    topics = [TableTopic(made.topics[n], chosen[n], "x.md:1:1") for n in order]
    used = [group for group in groups if group in chosen]
    return Imported("x.md", "", ("",), tuple(roles), tuple(topics), tuple(used), (), ())


def catalog_of(imported: Imported, how: Writing = PLAIN) -> Catalog:
    return load_catalog(MemoryFolder("roles", catalog_texts(imported, ids_of(imported), how)))


def meaning(imported: Imported) -> tuple[object, ...]:
    """Return what counts of a table: names, groups and letters, in order."""
    return (
        [role.name for role in imported.roles],
        [(topic.name, topic.group) for topic in imported.topics],
        [[(each.topic, each.letters) for each in role.letters] for role in imported.roles],
    )


@given(made_imports(), st.sampled_from([PLAIN, TOLD]))
def test_a_catalog_says_what_the_table_said(imported: Imported, how: Writing) -> None:
    ids = ids_of(imported)
    catalog = catalog_of(imported, how)
    assert all(map(is_id, (*ids.roles, *ids.topics, *ids.groups.values())))
    assert tuple(catalog.roles) == ids.roles
    assert tuple(catalog.topics) == ids.topics
    for id_, role in zip(ids.roles, imported.roles, strict=True):
        wanted = {
            (ids.topics[each.topic], letter) for each in role.letters for letter in each.letters
        }
        assert {
            (claim.topic, claim.letter) for _, _, claim in catalog.roles[id_].claims()
        } == wanted
        assert catalog.roles[id_].name.texts == {"en": role.name}
    for id_, topic in zip(ids.topics, imported.topics, strict=True):
        assert catalog.topics[id_].name.texts == {"en": topic.name}
        assert catalog.topics[id_].group == (ids.groups[topic.group] if topic.group else None)


@given(made_imports(), st.sampled_from(["markdown", "csv", "xlsx"]), st.sampled_from(LANGUAGES))
def test_a_matrix_is_imported_again(imported: Imported, name: str, language: str) -> None:
    catalog = catalog_of(imported)
    answer = matrix(catalog, TODAY)
    made = MATRIX_FORMATS.formats[name].render(MATRIX, answer, Options(language))
    data = made.encode("utf-8") if isinstance(made, str) else made
    again = import_tables(read_tables(f"x.{name[:4]}", data), ImportOptions())
    assert again.problems == ()
    assert meaning(again) == meaning(imported)
    if name == "csv":
        assert ids_of(again) == ids_of(imported)


CATALOG = {
    "catalog.yaml": """
rolecmp: 1
languages: [en, zh]
roles: [pm, dev, board]
groups:
  plan: {en: "Plan | prepare", zh: 计划}
  run: {en: Run, zh: 运行}
topics:
  scope: {en: "Scope | what\\nand why", zh: 范围, aliases: [extent, 边界], group: run}
  budget:
    en: Budget
    zh: 预算
    group: plan
    accepted:
      multiple-accountable: {roles: [pm, board], until: 2030-01-01, en: Both | must, zh: 都要}
  定价:
  misc: {en: Other (misc), zh: 其他}
""",
    "pm.yaml": """
name: {en: "Product\\nmanager", zh: 产品经理}
aliases: [prod]
accountable: [budget, 定价]
responsible: [scope, budget]
""",
    "dev.yaml": """
name: {en: "Dev | ops (core)", zh: 研发（核心）}
accountable: [scope]
consulted: [misc, budget]
""",
    "board.yaml": "name: {en: Board, zh: 董事会}\naccountable: [budget, misc]\n"
    "informed: [定价, scope]\n",
}


@pytest.mark.parametrize("name", ["markdown", "csv", "xlsx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_matrix_of_all_there_may_be_is_imported_again(name: str, language: str) -> None:
    catalog = load_catalog(MemoryFolder("roles", CATALOG))
    answer = matrix(catalog, TODAY)
    made = MATRIX_FORMATS.formats[name].render(MATRIX, answer, Options(language))
    data = made.encode("utf-8") if isinstance(made, str) else made
    again = import_tables(read_tables(f"x.{name[:4]}", data), ImportOptions())
    assert again.problems == ()
    topics = [row.standing.topic for row in answer.rows]
    groups = [each.group and catalog.groups[each.group].texts[language] for each in topics]
    names = [one_line(pick(each.name.texts, language)) for each in topics]
    assert [(each.name, each.group) for each in again.topics] == list(
        zip(names, groups, strict=True)
    )
    assert [role.name for role in again.roles] == [
        one_line(role.name.texts[language]) for role in catalog.roles.values()
    ]
    for column, role in enumerate(again.roles):
        said = {each.topic: each.letters for each in role.letters}
        wanted = [tuple(row.letters[column]) for row in answer.rows]
        assert [said.get(number, ()) for number in range(len(wanted))] == wanted
    if name == "csv":
        assert ids_of(again).roles == tuple(catalog.roles)
        assert ids_of(again).topics == tuple(each.id for each in topics)


def test_a_role_that_was_added_to_a_matrix_in_csv_is_read() -> None:
    text = "topic id,Topic,Group,PM (pm),Legal,Dev (dev),Ownership\nscope,Scope,,A,C,R,owned\n"
    found = import_tables(read_tables("x.csv", text.encode()), ImportOptions())
    assert [(role.name, role.id) for role in found.roles] == [
        ("PM", "pm"),
        ("Legal", ""),
        ("Dev", "dev"),
    ]
    assert [role.letters[0].letters for role in found.roles] == [
        ("accountable",),
        ("consulted",),
        ("responsible",),
    ]


def test_the_same_matrix_is_the_same_workbook() -> None:
    made = Made(["PM", "Dev"], ["Scope", "Code"], [[("accountable",), ()], [(), ("responsible",)]])
    table = import_tables(read_tables("x.md", markdown(made)), ImportOptions())
    answer = matrix(catalog_of(table), TODAY)
    render = MATRIX_FORMATS.formats["xlsx"].render
    assert render(MATRIX, answer, Options("en")) == render(MATRIX, answer, Options("en"))


def test_the_words_of_a_matrix_are_those_that_import_looks_for() -> None:
    for language in LANGUAGES:
        words = Words(language)
        assert fold(words("topic-id")) in ID_HEADERS
        assert fold(words("topic")) in OWN_HEADERS
        assert fold(words("no-group")) in NO_GROUP
        for key in ("state", "accepted-column", "accepted-for-column", "accepted-until-column"):
            assert fold(words(key)) in OTHER_HEADERS
