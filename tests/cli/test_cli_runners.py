"""Nothing that is printed commands the runner of a code host, whatever it is made of.

GitHub's obeys ``::command::`` at the beginning of a line and ``##[command]`` anywhere in one,
Azure's ``##vso[command]``. A table in CSV is data, whose cells are left as they are.
"""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING

import pytest
from cli_harness import Result, cli

from rolecmp.commands.registry import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

OURS = re.compile(r"::(?:error|warning) file=[^:]*::(?!.*##)|::notice title=rolecmp::")
TEXT = "::error::x ##[group]y ##vso[task.z]w\\n::stop-commands::v"
CATALOG = f"""\
rolecmp: 1
title: "{TEXT}"
languages: [en]
topics:
  one: {{en: "{TEXT} 1", ask: "{TEXT}"}}
  two:
    en: "{TEXT} 2"
    accepted: {{multiple-accountable: {{roles: [maker, seller], en: "{TEXT}"}}}}
pairs:
  - {{roles: [maker, seller], difference: "{TEXT}", together: ["{TEXT}"]}}
"""
ROLE = f"""\
name: "{TEXT} ROLE"
summary: "{TEXT}"
ask: "{TEXT}"
perspective: [{{en: "{TEXT}", accountable: [one, two]}}]
responsibility: [{{en: "{TEXT}", responsible: [two], consulted: [three]}}]
notes: ["{TEXT}"]
source: "{TEXT}"
"""
HOSTILE = (
    "::error::x",
    "##[group]",
    "a\n::error::x",
    " ::add-path::w",
    "##vso[task]z",
    "::x/##[y]",
)


def obeyed(result: Result) -> list[str]:
    """Return the printed lines that a runner would obey and that are not annotations of ours."""
    lines = (result.out + result.err).splitlines()
    return [
        line
        for line in lines
        if re.search(r"##(?:\[|vso\[)", line) or (re.match(r"\s*::", line) and not OURS.match(line))
    ]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def roles(here: Path) -> Path:
    folder = here / "roles"
    folder.mkdir()
    (folder / "catalog.yaml").write_text(CATALOG, "utf-8")
    for name in ("maker", "seller"):
        text = ROLE.replace("ROLE", name).replace(", consulted: [three]", "")
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


QUESTIONS = (
    "compare maker seller", "compare maker seller --full", "compare maker seller --by topic",
    "who-owns", "who-owns one two", "show maker", "show maker --full", "list", "matrix",
    "overlaps", "diff builtin",
)  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_answer_commands_a_runner(question: str, roles: Path) -> None:
    for name in ("table", "markdown", "json", "html"):
        result = cli(*question.split(), "-f", name)
        assert result.code < 2, result.err
        assert "error" in result.out
        assert obeyed(result) == []
        if name == "json":
            assert "##[group]y" in json.dumps(json.loads(result.out))


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif", "gitlab"])
def test_no_finding_commands_a_runner(name: str, roles: Path) -> None:
    text = ROLE + 'odd: "##[x]"\n'
    (roles / "##[group]z.yaml").write_text(text, "utf-8")
    (roles / "buyer.yaml").write_text(text, "utf-8")
    result = cli("check", "-f", name)
    assert result.code == 1
    assert "unknown-topic" in result.out
    assert obeyed(result) == []


ASKED = (
    "%", "-%", "--%", "--roles %", "--lang %", "-f %", "-o %/x maker", "--role %", "--width %",
    "--from %", "--explain %", "% % --color %",
)  # fmt: skip


@pytest.mark.no_cover
@pytest.mark.parametrize("command", [*COMMANDS, "-V"])
def test_no_refusal_commands_a_runner(command: str, here: Path) -> None:
    """Each option of each command is given one of the words, another in each place."""
    words = itertools.cycle([*HOSTILE, *HOSTILE[1:]])
    for _ in range(len(command) % len(HOSTILE)):
        next(words)
    for asked, word in zip(ASKED, words, strict=False):
        arguments = [each.replace("%", word) for each in asked.split(" ")]
        assert obeyed(cli(command, *arguments)) == []
    assert obeyed(cli(next(words), command)) == []


def test_no_document_commands_a_runner(roles: Path, here: Path) -> None:
    for name in ("::error::x.md", "##[command]y.md", "##vso[task]z.md", " ::add-path::w.md"):
        block = "<!-- rolecmp: list ##[x] -->\n<!-- /rolecmp -->\n"
        (here / name).write_text(
            f"<!-- /rolecmp -->\n{block}{block.replace(' ##[x]', '')}", "utf-8"
        )
    for options in ([], ["--check"], ["--diff"], ["--check", "-f", "github"]):
        result = cli("docs", ".", *options)
        assert result.code == 2
        assert obeyed(result) == []
    assert "\\x3a:error::x.md:1:1: error[stray-marker]" in cli("docs", ".").err
