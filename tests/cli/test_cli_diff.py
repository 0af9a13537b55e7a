"""What changed, asked on the command line; and roles named with their catalog."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from cli_harness import Result, cli, environment, python

if TYPE_CHECKING:
    from pathlib import Path


def git(where: Path, *words: str) -> None:
    settings = ("user.name=A", "user.email=a@example.org", "commit.gpgsign=false")
    subprocess.run(
        ["git", *(word for each in settings for word in ("-c", each)), *words],
        cwd=where,
        env={
            "PATH": os.environ["PATH"],
            "HOME": "/nonexistent",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
        },
        check=True,
        capture_output=True,
    )


@pytest.fixture(autouse=True)
def repository(studio: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository in which the price has moved since the last commit."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    git(studio, "init", "--quiet", "--initial-branch=main")
    git(studio, "add", ".")
    git(studio, "commit", "--quiet", "-m", "one")
    change(studio, "maker", "accountable: [pricing]", "consulted: [pricing]")
    change(studio, "seller", "accountable: [research]", "accountable: [research, pricing]")
    return studio


def change(where: Path, role: str, old: str, new: str) -> None:
    path = where / "roles" / f"{role}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


MOVED = """\
## Changes from HEAD:roles to roles

Changes: 1 in ownership, 2 in letters

Ownership:

- Pricing: ownership moved from Maker to Seller

Letters:

| Role | Topic | Before | After |
| --- | --- | --- | --- |
| Maker | Pricing | A | C |
| Seller | Pricing | none | A |

A accountable: owns the outcome and decides; R responsible: does the work; C consulted: is asked \
before; I informed: is told after

Before: Studio (HEAD:roles). After: Studio (roles)
"""


def test_the_last_commit_is_what_a_catalog_is_compared_with() -> None:
    assert cli("diff") == Result(0, MOVED, "")
    assert cli("diff", "HEAD") == Result(0, MOVED, "")
    assert cli("diff", "HEAD", "roles") == Result(0, MOVED, "")
    assert cli("diff", "--roles", "roles") == Result(0, MOVED, "")


def test_in_chinese() -> None:
    assert "- 定价：最终负责由制造者转给销售者\n" in cli("diff", "--lang", "zh").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("diff",), 0),
        (("diff", "--exit-code"), 1),
        (("diff", "HEAD", "main", "--exit-code"), 0),
        (("diff", "roles", "roles", "--exit-code"), 0),
        (("diff", "builtin", "--exit-code"), 1),
    ],
)
def test_the_exit_code_is_asked_for(words: tuple[str, ...], code: int) -> None:
    assert cli(*words).code == code


def test_no_difference_is_a_plain_sentence() -> None:
    result = cli("diff", "HEAD", "main")
    assert "\nNothing has changed in meaning from HEAD:roles to main:roles.\n" in result.out
    result = cli("diff", "HEAD", "main", "--lang", "zh")
    assert "\n从 HEAD:roles 到 main:roles，含义没有变化。\n" in result.out


def test_outside_of_a_repository_the_built_in_catalog_is_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "Nothing has changed in meaning from builtin to builtin." in cli("diff").out


def test_json_holds_both_catalogs() -> None:
    value = json.loads(cli("diff", "-f", "json").out)
    assert value["schema"] == "rolecmp/diff/1"
    assert (value["old"]["folder"], value["catalog"]["folder"]) == ("HEAD:roles", "roles")
    assert value["ownership"] == [
        {
            "topic": {"id": "pricing", "name": {"en": "Pricing", "zh": "定价"}},
            "old": {"id": "pricing", "state": "owned", "owners": ["maker"]},
            "new": {"id": "pricing", "state": "owned", "owners": ["seller"]},
        }
    ]
    positions = [
        side["position"]["path"]
        for role in value["roles"]
        for text in role["texts"]
        for side in (text["old"], text["new"])
    ]
    assert set(positions) == {
        "HEAD:roles/maker.yaml", "roles/maker.yaml", "HEAD:roles/seller.yaml", "roles/seller.yaml",
    }  # fmt: skip
    assert json.loads(cli("diff", "main", "HEAD", "-f", "json").out)["same"] is True


def test_problems_of_both_sides_are_told_in_one_run(repository: Path) -> None:
    change(repository, "maker", "name:", "nam:")
    git(repository, "commit", "--quiet", "-am", "broken")
    result = cli("diff")
    assert (result.code, result.out) == (2, "")
    lines = result.err.splitlines()
    assert sorted(line.partition(" ")[0] for line in lines) == sorted(
        f"{side}/maker.yaml:1:1:"
        for side in ("HEAD:roles", "roles")
        for _ in range(len(lines) // 2)
    )
    assert cli("diff", "HEAD~1", "builtin").code == 0


REFUSALS = {
    "nothing": (
        ["diff", "nothing"],
        "error[unknown-revision]: `nothing` is neither a folder with a catalog nor a revision "
        "known to git here; git branch --all and git tag list the names",
    ),
    "a moved folder": (
        ["diff", "HEAD:old"],
        "error[no-catalog]: there is no folder `old` in `HEAD`; if the catalog was in another "
        "folder then, name it as in HEAD:FOLDER; rolecmp diff builtin compares with the built-in "
        "one",
    ),
    "a folder": (
        ["diff", "./nothing"],
        "error[no-catalog]: there is no folder `./nothing`; "
        "name the folder that contains catalog.yaml",
    ),
    "three": (
        ["diff", "a", "b", "c"],
        "error[usage]: unexpected argument `c`; see rolecmp diff --help",
    ),
    "an option in disguise": (
        ["diff", "--", "--exec=x"],
        "error[unknown-revision]: `--exec=x` is not a valid revision",
    ),
    "half a version": (
        ["compare", "maker@", "maker"],
        "error[usage]: `maker@` needs a role before the @ and a catalog after it; "
        "write for example pm@builtin or pm@main",
    ),
    "one role": (
        ["compare", "maker@feature/x"],
        "error[usage]: `maker@feature/x` alone cannot be compared; name two roles or more",
    ),
    "the other half": (
        ["compare", "@main", "maker"],
        "error[usage]: `@main` needs a role before the @ and a catalog after it; "
        "write for example pm@builtin or pm@main",
    ),
    "an unknown catalog": (
        ["compare", "maker@nothing@all", "maker"],
        "error[unknown-revision]: `nothing@all` is neither a folder with a catalog nor a revision "
        "known to git here; git branch --all and git tag list the names",
    ),
    "the same version twice": (
        ["compare", "maker@main", "builder@main", "maker"],
        "error[usage]: `maker@main` and `builder@main` are the same role, `maker`",
    ),
    "the same version twice and no other": (
        ["compare", "maker@main", "builder@main"],
        "error[usage]: `maker@main` and `builder@main` are the same role, `maker`",
    ),
    "a role that the other catalog lacks": (
        ["compare", "maker@builtin", "maker"],
        "error[unknown-role]: no role is called `maker` in `builtin`; the roles there are "
        "pm, pmm, marketing-manager, sales-manager, customer-service-manager; "
        "rolecmp list --roles builtin shows them all",
    ),
    "a role that the revision lacks": (
        ["compare", "xx@HEAD", "maker"],
        "error[unknown-role]: no role is called `xx` in `HEAD:roles`; "
        "the roles there are maker, seller",
    ),
    "a role that one catalog lacks, for all of its roles": (
        ["compare", "mkaer@HEAD", "seller@HEAD"],
        "error[unknown-role]: no role is called `mkaer` in `HEAD:roles`; did you mean "
        "`maker` (Maker)? "
        "the roles there are maker, seller",
    ),
}


def test_each_role_that_another_catalog_lacks_is_told() -> None:
    lines = cli("compare", "xx@HEAD", "yy@HEAD", "maker").err.splitlines()
    assert "no role is called `xx` in `HEAD:roles`; the roles there are" in lines[0]
    assert lines[1:] == ["no role is called `yy` in `HEAD:roles`"]


@pytest.mark.parametrize("name", REFUSALS)
def test_a_slip_is_answered_with_one_plain_line(name: str) -> None:
    arguments, english = REFUSALS[name]
    result = cli(*arguments)
    assert result == Result(2, "", f"rolecmp: {english}\n")


def test_where_the_built_in_catalog_is_in_force_both_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (["pm@builtin", "pm"], ["产品经理", "pm@builtin"]):
        result = cli("compare", *words, "--lang", "en")
        assert result.code == 2
        assert "the catalog in use is the built-in one, so " in result.err
        assert "rolecmp init" in result.err
        assert all(f"`{word}`" in result.err for word in words)
    assert cli("compare", "pm@builtin", "pmm").code == 0
    twice = cli("compare", "pm@builtin", "产品经理@builtin", "--lang", "en")
    assert "are the same role" in twice.err


def test_a_role_of_another_catalog_is_shown(repository: Path) -> None:
    shown = cli("show", "pm@builtin", "-f", "json")
    assert shown == cli("show", "pm", "-f", "json", "--roles", "builtin")
    assert cli("show", "pm@nowhere").code == 2


@pytest.fixture
def team(repository: Path) -> str:
    """Give a second catalog of the repository, changed since the last commit."""
    folder = repository / "team" / "defs"
    shutil.copytree(repository / "roles", folder)
    path = folder / "catalog.yaml"
    path.write_text(path.read_text("utf-8").replace("Studio", "Team"), "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "team")
    return "team/defs"


def test_a_revision_is_read_at_the_place_of_the_folder_beside_it(
    team: str, repository: Path
) -> None:
    def titles(*words: str) -> list[str]:
        result = cli(*words, "-f", "json")
        assert result.err == ""
        value = json.loads(result.out)
        both = (
            [value["old"], value["catalog"]]
            if words[0] == "diff"
            else [each["catalog"] for each in value["columns"]]
        )
        return [each["folder"] for each in both]

    assert titles("diff", team, "HEAD") == [team, f"HEAD:{team}"]
    assert titles("diff", "HEAD", team) == [f"HEAD:{team}", team]
    assert titles("diff", "HEAD", "main") == ["HEAD:roles", "main:roles"]
    assert titles("compare", "maker@HEAD", f"maker@{team}") == [f"HEAD:{team}", team]
    assert titles("compare", f"maker@{team}", "maker@HEAD") == [team, f"HEAD:{team}"]
    # What is named without a source is of the catalog in force, and so is the revision then.
    assert titles("compare", "maker@HEAD", "maker", f"maker@{team}")[0] == "HEAD:roles"
    shutil.rmtree(repository / "roles")  # so that none is in force
    assert titles("diff", team, "HEAD") == [team, f"HEAD:{team}"]
    assert titles("compare", "maker@HEAD", f"maker@{team}") == [f"HEAD:{team}", team]


def test_a_catalog_in_no_commit_is_held_against_the_built_in_one(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(repository / "roles", repository / "fresh")
    result = cli("diff", "--roles", "fresh")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("## Changes from builtin to fresh\n")
    first = tmp_path / "first"
    shutil.copytree(repository / "roles", first / "roles")
    git(first, "init", "--quiet")
    monkeypatch.chdir(first)
    result = cli("diff")
    assert result.out.startswith("## Changes from builtin to roles\n")
    assert "(built in)" in result.out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_help_lists_both_arguments_by_their_names(language: str) -> None:
    out = python(
        "from rolecmp.cli import run\nrun(['diff', '--help'])",
        env=environment(ROLECMP_LANG=language),
    ).out
    usage, old, new = (
        ("[OLD [NEW]]", "  OLD ", "  NEW ")
        if language == "en"
        else ("[旧目录 [新目录]]", "  旧目录 ", "  新目录 ")
    )
    assert usage in out.partition("\n\n")[0]
    lines = out.splitlines()
    assert any(line.startswith(old) for line in lines)
    assert any(line.startswith(new) for line in lines)


# --- roles of several catalogs ----------------------------------------------------------------


def test_versions_of_a_role_stand_side_by_side() -> None:
    result = cli("compare", "maker@main", "maker")
    assert (result.code, result.err) == (0, "")
    assert "| Dimension | Maker (main) | Maker (roles) |" in result.out
    assert "2 topics: 1 with other letters, 1 the same" in result.out
    assert "| Pricing | **A** | C | Different letters |" in result.out
    assert "| Research | **A** | **A** | The same letters |" in result.out
    assert "contested" not in result.out.replace("do not contest", "").lower()


def test_two_roles_of_another_catalog_are_compared_as_in_it(repository: Path) -> None:
    git(repository, "stash", "--quiet")
    plain = cli("compare", "maker", "seller").out
    git(repository, "stash", "pop", "--quiet")
    there = cli("compare", "maker@HEAD", "seller@HEAD").out
    assert there == plain.replace("Studio (roles)", "Studio (HEAD:roles)")
    assert "contested" in there


def test_roles_of_three_catalogs_on_one_dimension() -> None:
    result = cli(
        "compare", "pm@builtin", "seller@HEAD", "seller", "-d", "责任", "-f", "csv", "--lang", "en"
    )
    head, *rows = result.out.splitlines()
    columns = "Product manager (pm@builtin),Seller (seller@HEAD),Seller (seller@roles)"
    assert head == f"section,topic id,item,{columns}"
    assert list(dict.fromkeys(row.partition(",")[0] for row in rows)) == [
        "Responsibility",
        "Different letters",
        "Product manager (builtin) only",
    ]
    assert "Different letters,pricing,Pricing,A,,A" in rows  # one id, three catalogs
    assert cli("compare", "pm@builtin", "seller", "-d", "nothing").code == 2


def test_a_revision_may_hold_an_at_sign_itself() -> None:
    result = cli("compare", "maker@HEAD@{0}", "maker")
    assert (
        "| Dimension | Maker (HEAD@{0}) | Maker (roles) |".replace("@", "&#64;")
        .replace("{", "\\{")
        .replace("}", "\\}")
        in result.out
    )


def test_an_alias_with_an_at_sign_keeps_working(repository: Path) -> None:
    change(repository, "seller", "name:", "aliases: [sales@studio, maker@main]\nname:")
    plain = cli("compare", "maker", "seller")
    assert cli("compare", "maker", "sales@studio") == plain
    assert cli("compare", "maker", "Maker@Main") == plain
    versions = cli("compare", "sales@studio@roles", "seller@HEAD").out
    assert "| Dimension | Seller (roles) | Seller (HEAD) |" in versions


@pytest.mark.parametrize("words", [["maker", "seller"], ["maker@main", "maker"]])
def test_only_a_named_catalog_costs_an_import(words: list[str]) -> None:
    code = (
        "import sys\nfrom rolecmp.cli import run\nimport io\nsys.stdout = io.StringIO()\n"
        f"run(['compare', *{words!r}])\n"
        "print([name for name in ('rolecmp.definitions.sources.named', "
        "'rolecmp.definitions.sources.git', 'rolecmp.questions.diff', "
        "'rolecmp.commands.compare_versions') if name in sys.modules], file=sys.__stdout__)"
    )
    found = python(code).out.strip()
    plain = "@" not in words[0]
    assert (found == "[]") is plain
    assert "rolecmp.questions.diff" not in found
