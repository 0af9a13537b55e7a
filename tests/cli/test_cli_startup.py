"""What a plain command leaves unimported: it notices when a release of Typer changes its inside."""

from __future__ import annotations

from typing import Any

import pytest
from cli_harness import environment, python

from rolecmp.cli import COMMANDS, build
from rolecmp.commands import typer_inside
from rolecmp.words import LANGUAGES

SHOW_MODULES = """\
import io, sys
from rolecmp.cli import run
sys.stdout = io.StringIO()
code = run({arguments!r})
sys.__stdout__.write(" ".join(name for name in {watched!r} if name in sys.modules))
raise SystemExit(code)
"""
WATCHED = ["pydantic", "rich", "rich.console", "importlib.metadata", "json", "yaml"]


def imported(*arguments: str) -> tuple[int, list[str]]:
    result = python(SHOW_MODULES.format(arguments=list(arguments), watched=WATCHED))
    assert "Traceback" not in result.err
    return result.code, result.out.split()


@pytest.mark.parametrize(
    "command",
    [
        ["compare", "pm", "pmm"],
        ["who-owns", "pricing"],
        ["show", "pm"],
        ["list"],
        ["matrix"],
        ["overlaps"],
    ],
)
def test_documents_need_the_parser_and_none_of_the_heavy_ones(command: list[str]) -> None:
    assert imported(*command) == (0, ["yaml"])


@pytest.mark.parametrize("name", ["markdown", "csv", "html"])
def test_other_formats_need_none_of_the_heavy_ones(name: str) -> None:
    assert imported("compare", "pm", "pmm", "-f", name) == (0, ["yaml"])


def test_json_needs_json() -> None:
    assert imported("compare", "pm", "pmm", "-f", "json") == (0, ["json", "yaml"])


def test_a_table_needs_rich_and_no_pydantic() -> None:
    code, names = imported("compare", "pm", "pmm", "-f", "table", "--width", "80")
    assert code == 0
    assert {"pydantic", "importlib.metadata", "json"}.isdisjoint(names)


@pytest.mark.parametrize("command", [["--help"], ["compare", "--help"], ["--version"]])
def test_help_needs_nothing(command: list[str]) -> None:
    assert imported(*command) == (0, [])


def test_a_usage_error_reads_no_definitions() -> None:
    code, names = imported("compare", "pm")
    assert code == 2
    assert {"pydantic", "rich", "yaml", "json", "importlib.metadata"}.isdisjoint(names)


def commands() -> list[tuple[str, Any]]:
    group = build()
    return [("rolecmp", group), *group.commands.items()]


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda value: str(value)[:20])
def test_every_parameter_is_handed_on_as_typed(name: str, command: Any) -> None:
    context = command.make_context(name, [], resilient_parsing=True)
    params = command.get_params(context)
    assert len(params) >= 2
    for param in params:
        if "--help" in param.opts:
            continue
        if not hasattr(param, "get_runtime_param"):  # before 0.29 Typer validates nothing
            assert not hasattr(param, "_runtime_param")
            continue
        runtime = param.get_runtime_param()
        assert runtime is typer_inside.AsTyped, param.name
        word = object()
        assert runtime.coerce(word, param=param, ctx=context) is word


def test_every_command_of_the_table_is_built() -> None:
    assert list(build().commands) == list(COMMANDS)
    assert list(build("list").commands) == ["list"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_language_of_words_is_read(language: str) -> None:
    code = SHOW_MODULES.format(
        arguments=["compare", "pm", "pmm"], watched=[f"rolecmp.words.{each}" for each in LANGUAGES]
    )
    result = python(code, env=environment(ROLECMP_LANG=language))
    assert (result.code, result.out.split()) == (0, [f"rolecmp.words.{language}"])
