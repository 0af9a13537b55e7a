"""What the README shows is what the program does."""

from __future__ import annotations

import csv
import io
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml  # noqa: TID251 - reads the examples as their readers do

from rolecmp.cli import COMMANDS, run
from rolecmp.definitions.loader import load_header
from rolecmp.definitions.sources.folders import DiskFolder
from rolecmp.questions.rules import RULES
from rolecmp.rendering.formats import FORMATS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n\$ (.*)\n([^`]*)```", README)
YAML = re.findall(r"`(roles/[a-z]+\.yaml)`:\n\n```yaml\n(.*?)```", README, re.DOTALL)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "ROLECMP_LANG", "ROLECMP_ROLES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def own_roles(tmp_path: Path) -> Path:
    assert [name for name, _ in YAML] == ["roles/catalog.yaml", "roles/pm.yaml", "roles/pmm.yaml"]
    (tmp_path / "roles").mkdir()
    for name, text in YAML:
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def repository(own_roles: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (
        ("init", "--initial-branch=main"),
        ("add", "."),
        (*identity, "commit", "-m", "one"),
    ):
        subprocess.run(["git", *words], cwd=own_roles, check=True, capture_output=True)
    return own_roles


def test_there_are_examples() -> None:
    assert len(CONSOLE) == 6


@pytest.mark.parametrize(("command", "shown"), CONSOLE, ids=[command for command, _ in CONSOLE])
def test_console_blocks_are_what_a_terminal_shows(
    command: str, shown: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    code = run([*shlex.split(command)[1:], "--format", "table", "--width", "80"])

    out, err = capsysbinary.readouterr()
    assert (out.decode(), err) == (shown, b"")
    assert code == (1 if "who-owns" in command and "\n\nContested" in shown else 0)


@pytest.mark.parametrize(
    "command",
    sorted(
        set(
            re.findall(
                r"`(rolecmp (?:compare|who-owns|show|list|matrix|overlaps|check|diff|init|schema)"
                r"[^`]*)`",
                README,
            )
        )
    ),
)
def test_commands_in_the_text_run(
    command: str, capsysbinary: pytest.CaptureFixture[bytes], request: pytest.FixtureRequest
) -> None:
    words = shlex.split(command.replace("\n", " "))[1:]
    if any(word.rstrip(".").isupper() or word.startswith("[") for word in words):
        assert words[0] in COMMANDS  # a pattern in the table of commands
        return
    if words[0] == "diff" or "@" in command:
        request.getfixturevalue("repository")

    if words[0] == "check":  # which answers of the built-in catalog where it is named
        words += ["--roles", "builtin"]
    assert run(words) in (0, 1)

    assert capsysbinary.readouterr().err == b""


def test_the_blocks_are_true(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)

    assert run(["docs", "--check", "README.md"]) == 0

    assert capsys.readouterr().err == "2 blocks in 1 document: all up to date\n"


def test_the_tables_name_every_command_and_format() -> None:
    assert set(COMMANDS) <= set(re.findall(r"^\| `rolecmp ([a-z-]+)", README, re.MULTILINE))
    assert list(FORMATS) == re.findall(r"^\| [A-Za-z]+ \| `-f ([a-z]+)`", README, re.MULTILINE)


@pytest.mark.usefixtures("own_roles")
def test_the_check_of_the_example_finds_that(capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = re.findall(r"```text\n\$ rolecmp check\n(.*?)```", README, re.DOTALL)
    assert run(["check"]) == 0
    assert capsys.readouterr() == (shown, "")


def test_the_table_of_rules_is_the_registry(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--rules", "-f", "csv"]) == 0
    _, *rows = csv.reader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff")))
    found = [
        (rule, weight, at, finds) for rule, weight, at, finds, *_ in rows if RULES[rule].optional
    ]
    cells = r"^\| `([a-z-]+)` \| (error|warning) \| (.*?) ?\| (.*) \|$"
    assert re.findall(cells, README, re.MULTILINE) == found
    assert sorted(rule for rule, *_ in found) == sorted(
        rule.name for rule in RULES.values() if rule.optional
    )


def test_the_settings_of_the_example_are_read(own_roles: Path) -> None:
    (checks,) = re.findall(r"```yaml\n(checks:.*?)```", README, re.DOTALL)
    with (own_roles / "roles" / "catalog.yaml").open("a", encoding="utf-8") as file:
        file.write(checks)
    catalog = load_header(DiskFolder(str(own_roles / "roles"), "roles"))
    found = {rule: setting[:2] for rule, setting in catalog.checks.items()}
    assert found == {
        "role-overloaded": (True, 12),
        "too-many-informed": (False, None),
        "missing-brief": (True, None),
    }


def test_the_commands_for_editors_write_what_the_line_names(own_roles: Path) -> None:
    lines = re.findall(r"^rolecmp schema .*$", README, re.MULTILINE)
    assert len(lines) == 2
    for line in lines:
        assert run(shlex.split(line)[1:]) == 0
    named = re.findall(r"`# yaml-language-server: \$schema=([^`]+)`", README)
    assert sorted(named) == sorted(path.name for path in (own_roles / "roles").glob("*.json"))


@pytest.mark.usefixtures("own_roles")
def test_the_workflow_is_one_and_its_last_step_checks(capsys: pytest.CaptureFixture[str]) -> None:
    (text,) = re.findall(r"```yaml\n(name: roles\n.*?)```", README, re.DOTALL)
    workflow = yaml.load(text, yaml.BaseLoader)
    assert workflow["on"] == ["push", "pull_request"]
    steps = workflow["jobs"]["check"]["steps"]
    commands = [shlex.split(step["run"]) for step in steps if "run" in step]
    # The first is how the README's first line installs it, from a copy of the project.
    assert commands[0] == ["python", "-m", "pip", "install", "."]
    assert "pip install --quiet . &&" in README
    for command in commands[1:]:
        assert command[0] == "rolecmp"
        assert run(command[1:]) == 0
    out = capsys.readouterr().out
    assert out.startswith("::warning file=roles/pm.yaml,line=1,col=7,")
    assert "::notice title=rolecmp::2 warnings in 2 roles and 2 topics; 1 accepted" in out


def test_the_hooks_check_what_is_there(own_roles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hooks = yaml.load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), yaml.BaseLoader)
    (config,) = re.findall(r"```yaml\n(repos:.*?)```", README, re.DOTALL)
    used = [each["id"] for each in yaml.load(config, yaml.BaseLoader)["repos"][0]["hooks"]]
    assert [*used, "rolecmp-docs-fix"] == [each["id"] for each in hooks]
    assert "`rolecmp-docs-fix`" in README
    commands = [shlex.split(each["entry"]) + each["args"] for each in hooks]
    assert all((each["pass_filenames"], each["always_run"]) == ("false", "true") for each in hooks)
    assert [program for program, *_ in commands] == ["rolecmp"] * 3
    check, docs, fix = (words for _, *words in commands)
    document = own_roles / "roles.md"
    document.write_text("<!-- rolecmp: list -->\n<!-- /rolecmp -->\n", encoding="utf-8")
    assert run(docs) == 1
    assert run(fix) == 0
    assert (run(check), run(docs)) == (0, 0)
    # A role that goes is no changed file: it makes the document stale, and the pair wrong.
    (own_roles / "roles" / "pmm.yaml").unlink()
    assert run(check) == 1
    assert "unknown-role" in capsys.readouterr().out
    (own_roles / "roles" / "catalog.yaml").unlink()
    assert run(check) == 2


@pytest.mark.usefixtures("own_roles")
def test_the_catalog_of_the_example_works(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["who-owns", "价格", "--format", "csv"]) == 0
    assert run(["who-owns", "launch"]) == 1
    assert run(["compare", "pm", "product marketing manager"]) == 0

    out, err = capsysbinary.readouterr()
    assert err == b""
    assert "roles/pm.yaml:5" in out.decode()
    assert "Both decide together until there is a head of product." in out.decode()
    assert "One leads the product, the other the launch" in out.decode()


def test_the_error_of_the_example_is_the_error(
    own_roles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    role = own_roles / "roles" / "pm.yaml"
    role.write_text(role.read_text("utf-8").replace("[pricing]", "[prcing]"), encoding="utf-8")
    shown = re.findall(r"```text\n(roles/.*)\n```", README)

    assert run(["list"]) == 2

    assert capsys.readouterr().err.splitlines() == shown


def test_the_difference_of_the_example_is_what_a_terminal_shows(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for role, changed in {
        "pm": (
            ("accountable: [pricing]", "consulted: [pricing]"),
            ("Sets the price", "Helps to set the price"),
            ("与财务一起定价", "协助与财务一起定价"),
        ),
        "pmm": (
            ("consulted: [pricing]", "accountable: [pricing]"),
            ("Advises on the price", "Decides on the price"),
            ("为定价提供建议", "为定价拍板"),
        ),
    }.items():
        path = repository / "roles" / f"{role}.yaml"
        text = path.read_text("utf-8")
        for old, new in changed:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
    (shown,) = re.findall(r"```text\n\$ rolecmp diff\n(.*?)```", README, re.DOTALL)

    assert run(["diff", "--format", "table", "--width", "80"]) == 0

    out, err = capsys.readouterr()
    assert (out, err) == (shown, "")


def test_the_commands_to_paste_are_one_line_each() -> None:
    pasted = re.findall(r"```sh\n(python3 -m venv [^\n]*)\n```", README)

    assert [line.rpartition(" && ")[2] for line in pasted] == [
        ".venv/bin/rolecmp compare pm pmm",
        ".venv/bin/python -m pytest --cov",
    ]
