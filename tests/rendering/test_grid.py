"""Every way a grid is laid out is read back from the screen: each letter is where it belongs."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len  # noqa: TID251  the measure that the bar is set in

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.model import LETTERS, Catalog, pick
from rolecmp.definitions.sources.folders import DiskFolder
from rolecmp.questions.matrix import matrix
from rolecmp.questions.standing import State
from rolecmp.rendering.answers.matrix import MATRIX
from rolecmp.rendering.formats import Options, render
from rolecmp.rendering.report import (
    Grid,
    GridRow,
    Head,
    Line,
    Report,
    Total,
    initials_of,
    name_of,
    plain,
)
from rolecmp.rendering.terminal import render_terminal
from rolecmp.words import Words


def make(letters: list[list[str]], *, short: bool = False, marks: str = "") -> Grid:
    """Make a grid of cells such as ``A R``; `marks` has a letter for each row that is marked."""
    by_initial = {letter[0].upper(): letter for letter in LETTERS}

    def cell(text: str) -> Line:
        return initials_of([by_initial[initial] for initial in text.split()])

    count = len(letters[0])
    rows = tuple(
        GridRow(
            f"topic{place:02}",
            plain("contested") if marks[place : place + 1].strip() else (),
            tuple(cell(text) for text in row),
        )
        for place, row in enumerate(letters)
    )
    heads = tuple(
        Head(f"role{place:02}", f"r{place}" if short else "not-a-short-name")
        for place in range(count)
    )
    owned = [sum("A" in row[place] for row in letters) for place in range(count)]
    done = [sum("R" in row[place] for row in letters) for place in range(count)]
    totals = (Total("Owns", tuple(map(str, owned))), Total("Does", tuple(map(str, done))))
    return Grid("Topic", "Role", heads, "Finding", rows, totals, ".")


def screen(grid: Grid, width: int) -> list[str]:
    text = render_terminal(Report("T", (grid,), "F", "en"), width, color=False)
    lines = text.split("\n")
    assert lines[:2] == ["T", ""]
    assert lines[-3:] == ["", "F", ""]
    assert [line for line in lines if cell_len(line) > width] == []
    return lines[2:-3]


class Read(NamedTuple):
    """What stands on the screen: per pair of names the letters, the marks, and the way."""

    cells: dict[tuple[str, str], str]
    totals: dict[tuple[str, str], str]
    marked: set[str]
    way: str


def read(lines: list[str]) -> Read:
    """Read a screen back, whichever way it is laid out."""
    if not lines[0].startswith("Topic"):
        return read_list(lines)
    key = dict(re.findall(r"(\d+|r\d+) +(role\d\d)", "\n".join(lines[2:])))
    heads = [(each.start(), each[0]) for each in re.finditer(r"\S+", lines[0])][1:]
    ends = [start for start, _ in heads[1:]] + [None]
    cells: dict[tuple[str, str], str] = {}
    totals: dict[tuple[str, str], str] = {}
    marked = set()
    for line in lines[2:]:
        match = re.match(r"topic\d\d|Owns|Does", line)
        if match is None:
            continue
        for (start, head), end in zip(heads, ends, strict=True):
            text = line[start:end].strip()
            if head == "Finding":
                marked |= {match[0]} if text else set()
            elif match[0].startswith("topic"):
                cells[match[0], key.get(head, head)] = text.replace(".", "")
            else:
                totals[key.get(head, head), match[0]] = text
    way = "named" if not key else "numbered" if "1" in key else "short"
    return Read(cells, totals, marked, way)


def read_list(lines: list[str]) -> Read:
    cells: dict[tuple[str, str], str] = {}
    totals: dict[tuple[str, str], str] = {}
    marked: set[str] = set()
    # A line that is indented by more than the letters are goes on from the one before.
    text = re.sub(r"\n {3,}", " ", "\n".join(lines))
    text = re.sub(r"\n  (?=Owns|Does|role|\(|\d)", " ", text)
    topic = ""
    for line in text.split("\n"):
        if match := re.match(r"(role\d\d): Owns (\d+), Does (\d+)", line):
            totals[match[1], "Owns"], totals[match[1], "Does"] = match[2], match[3]
        elif match := re.match(r"topic\d\d", line):
            topic = match[0]
            marked |= {topic} if "(contested)" in line else set()
        elif match := re.match(r"  ([ARCI ]+?) +(role.*)", line):
            for role in match[2].split(","):
                cells[topic, role.strip()] = match[1]
    return Read(cells, totals, marked, "list")


def check(letters: list[list[str]], found: Read, marks: str) -> None:
    wanted = {
        (f"topic{row:02}", f"role{column:02}"): text
        for row, texts in enumerate(letters)
        for column, text in enumerate(texts)
    }
    if found.way == "list":  # only what is not empty
        wanted = {pair: text for pair, text in wanted.items() if text}
    assert found.cells == wanted
    for column in range(len(letters[0])):
        for title, initial in (("Owns", "A"), ("Does", "R")):
            count = sum(initial in row[column] for row in letters)
            assert found.totals[f"role{column:02}", title] == str(count)
    assert found.marked == {
        f"topic{row:02}" for row in range(len(letters)) if marks[row : row + 1].strip()
    }


CELLS = st.sampled_from(["", "", "", "", "A", "R", "C", "A R", "A R C I"])


@st.composite
def letters_of(draw: st.DrawFn) -> list[list[str]]:
    rows, columns = draw(st.integers(1, 30)), draw(st.integers(1, 60))
    cell = st.just("") if draw(st.booleans()) and draw(st.booleans()) else CELLS
    row = st.lists(cell, min_size=columns, max_size=columns)
    return draw(st.lists(row, min_size=rows, max_size=rows))


@given(letters_of(), st.integers(20, 260), st.booleans(), st.text(" x", max_size=30))
def test_any_grid_is_read_back(
    letters: list[list[str]], width: int, short: bool, marks: str
) -> None:
    grid = make(letters, short=short, marks=marks)
    check(letters, read(screen(grid, width)), marks[: len(letters)])


def sample(rows: int, columns: int) -> list[list[str]]:
    """Give a sparse grid: each row has its A, and now and then an R, a C and a second A."""
    letters = [[""] * columns for _ in range(rows)]
    for row in range(rows):
        letters[row][row * 7 % columns] = "A R" if row % 5 == 0 else "A"
        letters[row][(row * 3 + 1) % columns] = "A" if row % 4 == 0 else "C"
    return letters


# Rows, columns, whether there are short names, the width, and how it is laid out.
WAYS = [
    (20, 5, False, 80, "named"),
    (20, 5, True, 40, "short"),
    (20, 5, False, 40, "numbered"),
    (3, 12, False, 70, "numbered"),
    (20, 12, True, 80, "short"),
    (20, 12, False, 80, "numbered"),
    (20, 25, False, 100, "numbered"),
    (30, 40, True, 230, "short"),
    (50, 40, False, 200, "numbered"),
    (50, 50, False, 200, "numbered"),
    (12, 40, False, 60, "list"),
    (50, 40, False, 80, "list"),
    (20, 5, False, 20, "list"),
]


@pytest.mark.parametrize(("rows", "columns", "short", "width", "way"), WAYS)
def test_the_way_goes_by_what_fits(
    rows: int, columns: int, short: bool, width: int, way: str
) -> None:
    letters = sample(rows, columns)
    found = read(screen(make(letters, short=short, marks="x "), width))
    check(letters, found, "x ")
    assert found.way == way


# --- a whole catalog of 40 roles ----------------------------------------------------------------


def test_the_titles_of_groups_stand_above_their_rows() -> None:
    rows = (
        GridRow("Vision", (), (plain("A"),), "Product and everything that belongs to it"),
        GridRow("Communication", plain("contested"), (plain("A"),), "Launch"),
    )
    grid = Grid("Topic", "Role", (Head("Boss", "b"),), "Finding", rows, (), "·")
    assert screen(grid, 36) == [
        "Topic            Boss  Finding",
        "─" * 32,
        "Product and everything that",
        "  belongs to it",
        "  Vision         A",
        "",
        "Launch",
        "  Communication  A     contested",
    ]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A catalog as a company has it: 40 roles, 50 topics, each with two or three roles on it."""
    folder = tmp_path_factory.mktemp("large")
    topics = [
        f"  topic-{number}: {{en: Field of work number {number}, zh: 第{number}号工作领域}}"
        for number in range(50)
    ]
    header = ["rolecmp: 1", "languages: [en, zh]", "topics:", *topics]
    (folder / "catalog.yaml").write_text("\n".join(header) + "\n", "utf-8")
    claims: dict[int, list[str]] = {number: [] for number in range(40)}
    for topic, row in enumerate(sample(50, 40)):
        for role, text in enumerate(row):
            for initial in text.split():
                letter = next(each for each in LETTERS if each[0].upper() == initial)
                claims[role].append(f"  - {{en: Works, zh: 做事, {letter}: [topic-{topic}]}}")
    for role, lines in claims.items():
        name = f"name: {{en: Manager of department {role}, zh: 第{role}号部门经理}}"
        body = ["perspective:", *lines] if lines else []
        (folder / f"role-{role}.yaml").write_text("\n".join([name, *body]) + "\n", "utf-8")
    return load_catalog(DiskFolder(str(folder), "large"))


@pytest.mark.no_cover
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [20, 40, 80, 120, 200, 300])
@pytest.mark.parametrize("roles", [40, 9, 3])
def test_a_large_catalog_is_whole(large: Catalog, language: str, width: int, roles: int) -> None:
    shown = list(large.roles.values())[:roles]
    answer = matrix(large, "2027-01-01", shown)
    text = render(MATRIX, answer, "table", Options(language, width=width))
    assert [line for line in text.split("\n") if cell_len(line) > width] == []
    assert "…" not in text
    words = Words(language)
    dense = Counter(re.sub(r"\s", "", text))
    wanted = Counter("".join(name_of(role, language) for role in shown))
    for row in answer.rows:
        wanted += Counter(pick(row.standing.topic.name.texts, language))
        if row.standing.state is not State.OWNED:
            wanted += Counter(words(row.standing.state.value))
    del wanted[" "]
    assert wanted - dense == Counter()


def test_each_letter_of_a_large_catalog_is_there(large: Catalog) -> None:
    """Under numbers, where the letters stand alone: as many as the catalog has."""
    text = render(MATRIX, matrix(large, "2027-01-01"), "table", Options("en", width=200))
    body = "\n".join(line for line in text.split("\n") if line.startswith("Field"))
    body = re.sub(r"Field of work number \d+|contested", "", body)
    count = Counter(letter for row in sample(50, 40) for cell in row for letter in cell.split())
    assert Counter(re.findall(r"[ARCI]", body)) == count
