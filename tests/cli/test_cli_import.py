"""A table becomes a catalog whole, or nothing is written and each cell in the way is named."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest
from cli_harness import cli

from rolecmp import output
from rolecmp.visible import width_of

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
# Launch

| Phase | Task | PM | Dev |
|---|---|---|---|
| Plan | Scope | A | R |
| Build | Code | I | A/R |
"""
ODD = GOOD.replace("| I |", "| S |").replace("| R |", "| all of us, mostly |")


@pytest.fixture
def here(clean: Path) -> Path:
    (clean / "raci.md").write_text(GOOD, "utf-8")
    (clean / "odd.md").write_text(ODD, "utf-8")
    return clean


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def test_a_table_becomes_a_catalog(here: Path) -> None:
    result = cli("import", "raci.md")
    assert result.code == 0
    assert result.err == (
        "raci.md:3:18: note: read with a role a column: `PM` and `Dev`\n"
        "raci.md:3:3: note: column `Phase` is used as groups\n"
    )
    assert result.out.startswith("Wrote 3 files to roles:\n  catalog.yaml\n  dev.yaml\n  pm.yaml\n")
    assert files(here / "roles") == {
        "catalog.yaml": (
            "rolecmp: 1\ntitle:\n  en: Launch\nlanguages: [en]\n"
            'source:\n  en: "Imported from raci.md: Launch."\n'
            "roles: [pm, dev]\ndimensions:\n  responsibility:\n    en: Responsibility\n"
            "\nchecks:\n"
            "  # No role is described yet: delete these lines once the first one is.\n"
            "  missing-dimension: off\n"
            "\ngroups:\n  plan:\n    en: Plan\n  build:\n    en: Build\n"
            "\ntopics:\n  scope:\n    en: Scope\n    group: plan\n"
            "  code:\n    en: Code\n    group: build\n"
        ),
        "dev.yaml": "name:\n  en: Dev\naccountable: [code]\nresponsible: [scope, code]\n",
        "pm.yaml": "name:\n  en: PM\naccountable: [scope]\ninformed: [code]\n",
    }
    assert cli("check").code == 0
    assert cli("who-owns", "code").code == 0


def test_each_cell_that_is_not_understood_is_named_and_nothing_is_written(here: Path) -> None:
    result = cli("import", "odd.md")
    assert result.code == 2
    assert result.out == ""
    assert result.err.splitlines()[2:] == [
        "odd.md:5:22: error[no-letter]: `all of us, mostly` is not a RACI letter; say what it "
        "means, for instance --map 'all of us, mostly=responsible', or --map 'all of us, "
        "mostly=none' for nothing",
        "odd.md:6:18: error[no-letter]: `S` is not a RACI letter; say what each means, all at "
        "once, for instance --map 'all of us, mostly=responsible' --map 'S=responsible'",
        "Nothing is written. Use --partial to write what can be read.",
    ]
    assert not (here / "roles").exists()


def test_the_option_that_the_message_names_settles_it(here: Path) -> None:
    result = cli(
        "import", "odd.md", "--map", "S=consulted", "--map", "all of us, mostly=none", "-o", "x"
    )
    assert result.code == 0
    assert "consulted: [code]\n" in files(here / "x")["pm.yaml"]


def test_all_letters_beyond_raci_are_mapped_by_one_line(here: Path) -> None:
    (here / "m.csv").write_text("Task,PM,Dev,QA\nPlan,O,D,S\nShip,D,O,O\n", "utf-8")
    last = cli("import", "m.csv").err.splitlines()[-1]
    assert last.endswith("--map 'O=responsible' --map 'D=responsible' --map 'S=responsible'")
    given = ["--map", "O=responsible", "--map", "D=consulted", "--map", "S=accountable"]
    assert cli("import", "m.csv", *given).code == 0


def test_a_list_is_separated_by_what_the_message_names(here: Path) -> None:
    for between, owners in (("and", "PMM and Sales"), ("&", "PMM & Sales"), ("/", "PMM/Sales")):
        text = f"| Topic | Owner |\n|-|-|\n| Launch | {owners} |\n"
        (here / "own.md").write_text(text, "utf-8")
        refused = cli("import", "own.md", "--dry-run")
        assert refused.code == 2
        assert f"--separator '{between}'" in refused.err
        taken = cli("import", "own.md", "--dry-run", "--separator", between)
        assert "2 roles\n  PMM (pmm)\n  Sales (sales)\n" in taken.out


def test_a_catalog_is_called_by_the_title_above_the_table_else_by_its_file(here: Path) -> None:
    table = "Task,PM,Dev\nPlan,A,R\n"
    for number, (name, text, title) in enumerate(
        [
            ("team-raci.csv", table, "Team RACI"),
            ("x.csv", "Launch duties,,\n,,\n" + table, "Launch duties"),
            ("x.md", "# Who\n\n|T|PM|\n|-|-|\n|a b|A|\n", "Who"),
        ]
    ):
        (here / name).write_text(text, "utf-8")
        assert cli("import", name, "-o", f"made{number}").code == 0
        catalog = files(here / f"made{number}")["catalog.yaml"]
        assert f"title:\n  en: {title}\n" in catalog


def test_what_comes_next_stands_in_a_column_of_the_terminal(here: Path) -> None:
    (here / "raci.csv").write_text("事项,产品经理,PM\n定价,A,R\n", "utf-8")
    out = cli("import", "raci.csv", "-o", "团队").out
    starts = [
        width_of(line[: line.index(said)])
        for line, said in zip(
            [line for line in out.splitlines() if line.startswith("  rolecmp")],
            ["shows the roles", "puts two", "shows who", "lists what"],
            strict=True,
        )
    ]
    assert len(set(starts)) == 1


def test_partial_writes_what_is_understood_and_lists_the_rest(here: Path) -> None:
    result = cli("import", "odd.md", "--partial")
    assert result.code == 0
    assert result.err.count("error[no-letter]") == 2
    assert files(here / "roles")["pm.yaml"] == "name:\n  en: PM\naccountable: [scope]\n"


def test_a_dry_run_shows_and_writes_nothing(here: Path) -> None:
    result = cli("import", "raci.md", "--dry-run")
    assert result.code == 0
    assert result.out == (
        "Would write into roles:\n\n2 roles\n  PM (pm)\n  Dev (dev)\n\n2 topics\n"
        "  Plan\n    Scope (scope)\n  Build\n    Code (code)\n\n5 letters: A 2, R 2, I 1\n\n"
        "No findings in 2 roles and 2 topics\nCatalog: Launch (roles)\n"
    )
    assert not (here / "roles").exists()
    odd = cli("import", "odd.md", "--dry-run")
    assert odd.code == 2
    assert odd.out.startswith("With --partial, would write into roles:\n\n")
    assert "3 letters: A 2, R 1\n" in odd.out
    assert odd.err.count("error[no-letter]") == 2


def test_a_dry_run_says_once_what_is_name_and_id(here: Path) -> None:
    table = '事项,"产品\n经理","PM\nlead"\n定价,★,○\n'
    (here / "职责.csv").write_bytes(table.encode("gbk"))
    result = cli("import", "职责.csv", "--dry-run", "--map", "★＝A", "--map", "○=R")
    assert result.code == 0
    assert "2 roles\n  产品经理\n  PM lead (pm-lead)\n\n1 topic\n  定价\n" in result.out


def test_check_speaks_of_what_the_table_lacks(here: Path) -> None:
    (here / "raci.md").write_text(GOOD.replace("| A | R |", "| R | R |"), "utf-8")
    result = cli("import", "raci.md", "--dry-run")
    assert result.code == 0
    assert "no-accountable" in result.out


def test_sentences_are_written_on_request(here: Path) -> None:
    assert cli("import", "raci.md", "--sentences").code == 0
    assert files(here / "roles")["dev.yaml"] == (
        "name:\n  en: Dev\nresponsibility:\n"
        "  - en: Responsible for Scope\n    responsible: [scope]\n"
        "  - en: Accountable and responsible for Code\n    accountable: [code]\n"
        "    responsible: [code]\n"
    )
    assert "checks:" not in files(here / "roles")["catalog.yaml"]
    assert cli("check", "--strict").code == 0


def test_a_chinese_table_becomes_a_chinese_catalog(here: Path) -> None:
    (here / "职责.md").write_text("| 事项 | 产品经理 |\n|-|-|\n| 定价 | A |\n", "utf-8")
    assert cli("import", "职责.md").code == 0
    found = files(here / "roles")
    assert found.keys() == {"catalog.yaml", "产品经理.yaml"}
    assert "languages: [zh]" in found["catalog.yaml"]
    assert '  zh: "导入自 职责.md。"' in found["catalog.yaml"]
    assert cli("import", "职责.md", "-o", "other", "--lang", "ja").code == 0
    assert "languages: [ja]" in files(here / "other")["catalog.yaml"]


def test_standard_input_is_a_file_too(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    result = cli("import", "-")
    assert result.code == 0
    assert result.err.startswith("-:3:18: note: ")
    assert 'en: "Imported from a table: Launch."' in files(here / "roles")["catalog.yaml"]


def test_a_workbook_is_named_by_its_cells(here: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Who does"
    for row in (["Task", "PM", "Dev"], ["Scope", "A", "S"], ["Code", "I", "A"]):
        sheet.append(row)
    book.save(here / "raci.xlsx")
    result = cli("import", "raci.xlsx")
    assert result.code == 2
    assert "raci.xlsx:'Who does'!C2: error[no-letter]: `S` is not a RACI letter" in result.err
    assert cli("import", "raci.xlsx", "--map", "S=R", "--sheet", "Who does").code == 0


def test_an_update_changes_letters_and_says_what_contradicts(here: Path) -> None:
    assert cli("import", "raci.md").code == 0
    dev = here / "roles" / "dev.yaml"
    dev.write_text(
        dev.read_text("utf-8")
        + "responsibility:\n  - en: Writes the code  # daily\n    responsible: [code]\n",
        "utf-8",
    )
    (here / "raci.md").write_text(GOOD.replace("A/R", "A").replace("| I |", "| C |"), "utf-8")
    result = cli("import", "raci.md")
    assert result.code == 0
    assert result.out == (
        "Changed 2 files in roles:\n  dev.yaml\n  pm.yaml\n\n"
        "rolecmp diff shows what has changed since the last commit.\n"
    )
    assert result.err.splitlines()[-1] == (
        "roles/dev.yaml:7:19: note: the table does not give `dev` the letter responsible on "
        "`code`, but this sentence does; it is unchanged"
    )
    assert "# daily" in dev.read_text("utf-8")
    assert "responsible: [scope]\n" in dev.read_text("utf-8")
    assert cli("import", "raci.md").out == "Nothing to change in roles.\n"


@pytest.mark.parametrize(
    "letters",
    [
        "accountable:\n  - Scope\n  - Code\n    plan\n",  # without "Code" it is "Scope plan"
        "accountable: [\n  scope # because\n]\n",
    ],
)
def test_a_layout_that_is_not_provided_for_is_left_alone(here: Path, letters: str) -> None:
    assert cli("import", "raci.md").code == 0
    catalog = here / "roles" / "catalog.yaml"
    catalog.write_text(
        catalog.read_text("utf-8")
        + "  scope-plan: {en: Scope plan}\n  code-plan: {en: Code plan}\n",
        "utf-8",
    )
    (here / "roles" / "pm.yaml").write_text("name: {en: PM}\n" + letters, "utf-8")
    before = files(here / "roles")
    rows = "| Code plan | C | A |\n| Code | A/R | - |\n| Scope | A | - |\n"
    (here / "raci.md").write_text(f"| Task | PM | Dev |\n|-|-|-|\n{rows}", "utf-8")
    result = cli("import", "raci.md")
    assert result.code == 2
    assert "`roles/pm.yaml` is laid out in a way that cannot be changed here" in result.err
    assert files(here / "roles") == before


def test_an_update_says_whose_topics_change(here: Path) -> None:
    assert cli("import", "raci.md").code == 0
    (here / "raci.md").write_text(GOOD.replace("A/R", "R").replace("| I |", "| A |"), "utf-8")
    before = files(here / "roles")
    moved = "Who owns what changes:\n  Code: ownership moved from Dev to PM\n\n"
    assert moved in cli("import", "raci.md", "--dry-run").out
    assert files(here / "roles") == before
    assert moved in cli("import", "raci.md").out


def test_an_update_that_fails_leaves_everything_as_it_was(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("import", "raci.md").code == 0
    before = files(here / "roles")
    (here / "raci.md").write_text(GOOD.replace("| A | R |", "| R | A |"), "utf-8")
    replace = os.replace
    done: list[str] = []

    def fail_the_second(source: str, target: str) -> None:
        done.append(target)
        if len(done) == 2:
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fail_the_second)
    result = cli("import", "raci.md")
    monkeypatch.undo()
    assert result.code == 2
    assert "No space left on device" in result.err
    assert files(here / "roles") == before


@pytest.mark.parametrize("name", ["pm.yaml", "qa.yaml"])
def test_what_another_has_written_meanwhile_is_no_update_s(
    here: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert cli("import", "raci.md").code == 0
    table = GOOD.replace("| A | R |", "| R | A |").replace("Dev |", "Dev | QA |")
    (here / "raci.md").write_text(table.replace("---|\n", "---|---|\n"), "utf-8")
    before = files(here / "roles")
    fill = output._write

    def meanwhile(*arguments: Any) -> None:
        fill(*arguments)
        (here / "roles" / name).write_text("name: other\n")

    monkeypatch.setattr(output, "_write", meanwhile)
    assert cli("import", "raci.md").code == 2
    assert files(here / "roles") == before | {name: "name: other\n"}


def test_a_folder_with_other_files_is_left_alone(here: Path) -> None:
    (here / "roles").mkdir()
    (here / "roles" / "main.yaml").write_text("- hosts: all\n", "utf-8")
    result = cli("import", "raci.md")
    assert result.code == 2
    assert "main.yaml" in result.err
    assert files(here / "roles").keys() == {"main.yaml"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.md"], "error[input]: cannot read `none.md`: No such file or directory"),
        (["raci.md", "--table", "2"], "error[no-such-table]: there is no table 2; the file has 1"),
        (["raci.md", "--table", "x"], "error[usage]"),
        (["raci.md", "--roles-in", "cells"], "error[usage]"),
        (["raci.md", "--empty-rows", "none"], "error[usage]"),
        (["raci.md", "--map", "S"], "error[usage]: `S` is not a value of --map"),
        (["raci.md", "--map", "S=boss"], "error[usage]: `S=boss` is not a value of --map"),
        (["raci.md", "--lang", "English"], "error[unknown-language]"),
        (["raci.md", "--heading", "nowhere"], "error[no-such-heading]"),
        (["raci.md", "-o", ""], "error[usage]"),
    ],
)
def test_a_slip_is_answered(here: Path, arguments: list[str], said: str) -> None:
    result = cli("import", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert not (here / "roles").exists()


def test_the_matrix_goes_out_as_a_workbook_and_comes_in_again(here: Path) -> None:
    assert cli("import", "raci.md").code == 0
    assert cli("matrix", "-o", "out.xlsx").code == 0
    assert cli("import", "out.xlsx").out == "Nothing to change in roles.\n"
    for name in ("out.csv", "out.md"):
        assert cli("matrix", "-o", name).code == 0
        assert cli("import", name).out == "Nothing to change in roles.\n"


def test_a_workbook_is_not_printed_on_a_terminal(here: Path) -> None:
    result = cli("matrix", "--roles", "builtin", "-f", "xlsx", terminal=True)
    assert (result.code, result.out) == (2, "")
    assert "error[usage]: xlsx is not text" in result.err
