"""What a person sees: the program in a pseudo-terminal, its screen kept by pyte."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pyte
import pytest
from cli_harness import ROOT, cli, environment, on_terminal, program

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.lookup import find_roles
from rolecmp.definitions.sources.discovery import builtin_catalog

if TYPE_CHECKING:
    from pathlib import Path

    from rolecmp.definitions.model import Catalog, Role
    from rolecmp.definitions.sources.folders import Folder

pytestmark = pytest.mark.no_cover


def named(folder: Folder, names: Sequence[str]) -> tuple[Catalog, tuple[Role, ...]]:
    """Return the catalog in a folder, and the roles of it that have these names."""
    catalog = load_catalog(folder)
    return catalog, find_roles(catalog, names).roles


NAMES = {"en": ("Product manager", "Product marketing manager"), "zh": ("产品经理", "产品市场经理")}
LOCALES = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}
SIZES = [(80, 50), (40, 50)]


def screen(columns: int, rows: int, language: str, *command: str) -> Any:
    code, shown, _ = on_terminal(
        program(*command),
        columns=columns,
        rows=rows,
        env=environment(TERM="xterm-256color", LANG=LOCALES[language]),
        cwd="/",
    )
    assert code == 0
    shown_on = pyte.Screen(columns, 400)  # as tall as the answer: what scrolled away counts too
    pyte.ByteStream(shown_on).feed(shown.replace(b"\n", b"\r\n"))
    assert shown_on.cursor.y < 399
    return shown_on


def squeezed(text: str) -> str:
    return "".join(text.split())


def places(shown: Any, names: tuple[str, ...]) -> tuple[int, list[int]]:
    """Return the row of the heading and where its names begin; none where they are stacked."""
    row = next(
        (
            y
            for y, line in enumerate(shown.display)
            if line.startswith(" ") and all(name in line for name in names)
        ),
        0,
    )
    starts = [
        next((x for x in range(shown.columns) if text_of(shown, row, x).startswith(name)), 0)
        for name in names
    ]
    return row, starts if row else []


def text_of(shown: Any, row: int, start: int, end: int | None = None) -> str:
    return "".join(shown.buffer[row][x].data for x in range(start, end or shown.columns))


def columns_of(shown: Any, names: tuple[str, ...]) -> str:
    """Give the words in reading order, each column of the side-by-side part for itself."""
    _, starts = places(shown, names)
    edges = [0, *starts, shown.columns] if starts else [0, shown.columns]
    return "\n".join(
        squeezed("".join(text_of(shown, row, start, end) for row in range(400)))
        for start, end in itertools.pairwise(edges)
    ) + "\n" + squeezed("".join(shown.display))  # fmt: skip


def statements(role: Role, language: str) -> list[str]:
    return [
        text.texts[language]
        for dimension in role.statements.values()
        for text in dimension
    ]  # fmt: skip


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_text_of_a_comparison_is_cut(columns: int, rows: int, language: str) -> None:
    shown = screen(columns, rows, language, "compare", "pm", "pmm", "--full")
    lines = list(shown.display)
    catalog, roles = named(builtin_catalog(), ["pm", "pmm"])
    text = columns_of(shown, NAMES[language])
    wanted = [each for role in roles for each in statements(role, language)]
    wanted += [role.summary.texts[language] for role in roles if role.summary is not None]
    wanted += [each.texts[language] for each in catalog.pairs[0].together]
    assert len(wanted) > 30
    assert [each for each in wanted if squeezed(each) not in text] == []
    assert not any("…" in line for line in lines)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_screen_says_what_the_table_says(columns: int, rows: int, language: str) -> None:
    shown = screen(columns, rows, language, "compare", "pm", "pmm")
    plain = cli(
        "compare", "pm", "pmm", "-f", "table", "--width", str(columns), "--lang", language,
        "--roles", str(ROOT / "roles"),
    ).out.splitlines()  # fmt: skip
    lines = [line.rstrip() for line in shown.display]
    # All but the last line, which names the folder. No line ran over the edge into the next.
    assert lines[: len(plain) - 3] == [line.rstrip() for line in plain[:-3]]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_two_columns_stand_under_their_headings(language: str) -> None:
    shown = screen(80, 50, language, "compare", "pm", "pmm", "--full")
    heading, (first, second) = places(shown, NAMES[language])
    assert shown.buffer[heading][first].bold
    assert shown.buffer[heading + 1][0].data == "─"
    bullets = 0
    for row in range(heading + 2, heading + {"en": 40, "zh": 24}[language]):
        for start in (first, second):
            assert text_of(shown, row, start - 2, start).strip() == ""
            bullets += shown.buffer[row][start].data == "•"
    assert bullets > 10


@pytest.mark.parametrize(("columns", "rows"), [(80, 50), (120, 50)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_letters_stand_under_their_roles(columns: int, rows: int, language: str) -> None:
    shown = screen(columns, rows, language, "compare", "pm", "pmm", "--full")
    topic = {"en": "Market research", "zh": "市场调研"}[language]
    title = {"en": "Topic", "zh": "主题"}[language]
    row = next(y for y, line in enumerate(shown.display) if line.startswith(f"  {topic}"))
    letters = [x for x in range(columns) if shown.buffer[row][x].data == "A"]
    assert len(letters) == 3  # the third is that of a role not compared
    heading = max(
        y for y, line in enumerate(shown.display) if y < row and line.startswith(f"{title} ")
    )
    for place, name in zip(letters[:2], NAMES[language], strict=True):
        above = [shown.buffer[y][place].data for y in (heading - 2, heading - 1, heading)]
        assert name[0] in above
        assert shown.buffer[heading][place - 1].data == " "


@pytest.mark.parametrize(
    "command",
    [
        ["who-owns"],
        ["who-owns", "pricing"],
        ["list"],
        ["show", "pm"],
        ["matrix"],
        ["matrix", "--role", "pm"],
        ["overlaps"],
        ["overlaps", "pmm"],
    ],
)
@pytest.mark.parametrize(("columns", "language"), [(20, "en"), (20, "zh"), (40, "zh"), (80, "en")])
def test_no_line_of_any_answer_runs_over_the_edge(
    command: list[str], language: str, columns: int
) -> None:
    code, shown, _ = on_terminal(
        program(*command),
        columns=columns,
        env=environment(TERM="dumb", LANG=LOCALES[language]),
        cwd="/",
    )
    assert code == 0
    lines = shown.decode().splitlines()
    tall = pyte.Screen(columns, len(lines) + 50)
    pyte.ByteStream(tall).feed(shown.replace(b"\n", b"\r\n"))
    assert tall.cursor.y == len(lines)
    assert not any("…" in line for line in lines)


def test_a_long_answer_goes_through_the_pager(tmp_path: Path) -> None:
    words = (*program(), "matrix", "--roles", str(ROOT / "roles"))
    env = environment(TERM="xterm-256color", ROLECMP_PAGER="wc -l")
    code, shown, _ = on_terminal(words, env=env, rows=24, columns=80)
    assert code == 0
    assert int(shown) > 24
    _, whole, _ = on_terminal((*words, "--no-pager"), env=env, rows=24, columns=80)
    assert whole.count(b"\n") == int(shown)
    _, short, _ = on_terminal((*words, "--topic", "pricing"), env=env, rows=24, columns=80)
    assert b"Pricing" in short
