"""The man page has every command and option, and troff has nothing to say of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from rolecmp.commands.registry import COMMANDS, build

ROOT = Path(__file__).parents[2]
PAGE = ROOT / ".ci" / "rolecmp.1"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_it(name: str) -> None:
    page = PAGE.read_text("utf-8").replace("\\-", "-")
    sections = re.split(r"\n\.S[SH] ", page)
    (section,) = (each for each in sections if re.match(rf'"{name}[ "]', each))
    (common,) = (each for each in sections if each.startswith("COMMON OPTIONS"))
    command = build(name).commands[name]
    for param in command.get_params(command.make_context(name, [], resilient_parsing=True)):
        for option in param.opts if param.param_type_name == "option" else ():
            told = rf"\\fB(.*, )?{option}[ \\,]"
            assert re.search(told, section) or re.search(told, common), option


@pytest.mark.parametrize(
    "tool", [("groff", "-man", "-Tutf8", "-ww", "-z"), ("mandoc", "-T", "lint", "-W", "warning")]
)
def test_it_is_sound(tool: tuple[str, ...]) -> None:
    lines = PAGE.read_text("utf-8").splitlines()
    assert {line[:3] for line in lines if line.startswith(".")} == {
        ".TH", ".SH", ".SS", ".PP", ".TP", ".EX", ".EE"
    }  # fmt: skip
    assert [line for line in lines if not line or line != line.rstrip()] == []
    if shutil.which(tool[0]):
        done = subprocess.run([*tool, PAGE], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
