"""Without any one name of Typer's inside, every command still works."""

from __future__ import annotations

import functools
import sys
from types import MappingProxyType
from typing import Any

import pytest
from cli_harness import Result, cli, environment, python
from typer import _completion_shared

from rolecmp.commands import typer_inside
from rolecmp.commands.typer_inside import INSIDE

pytestmark = pytest.mark.usefixtures("studio")

CALLS = [
    ("compare", "maker", "seller", "-d", "perspective", "-d", "responsibility", "-f", "json"),
    ("compare", "maker", "seller", "--width", "60", "-f", "table"),
    ("who-owns",),
    ("who-owns", "pricing", "support"),
    ("show", "maker"),
    ("list", "--heading", "3"),
    ("matrix", "--role", "maker", "--topic", "pricing", "--topic", "research"),
    ("matrix", "--only", "unowned"),
    ("overlaps", "seller", "--top", "3"),
    ("overlaps",),
    ("check", "--strict"),
    ("help",),
    ("list", "-h"),
    ("--version",),
]
# A slip of each kind, and what Typer itself says of it, but for the full stop.
SLIPS = {
    "no-such-option": (("list", "--zzz"), "No such option: --zzz"),
    "option-usage": (("list", "--width"), "Option '--width' requires an argument"),
    "missing": (("show",), "Missing argument 'ROLE'"),
}


def gone(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do as if a release of Typer had another name for this."""
    renamed = {**INSIDE, key: INSIDE[key]._replace(name="_renamed")}
    monkeypatch.setattr(typer_inside, "INSIDE", MappingProxyType(renamed))


@functools.cache
def with_all() -> tuple[Result, ...]:
    """Return what is answered with every name in its place, in any folder of the studio."""
    ours = tuple(cli(*call) for call in CALLS)
    assert {result.code for result in ours} == {0, 1}
    return ours


@pytest.mark.parametrize("key", INSIDE)
def test_without_a_name_every_command_answers_the_same(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = with_all()
    gone(key, monkeypatch)
    assert tuple(cli(*call) for call in CALLS) == ours


@pytest.mark.parametrize("key", INSIDE)
def test_without_a_name_a_slip_is_an_error_in_a_line(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = [call for call, _ in SLIPS.values()]
    ours = [cli(*call) for call in calls]
    gone(key, monkeypatch)
    for each, call, before in zip(SLIPS, calls, ours, strict=True):
        result = cli(*call)
        said = f"rolecmp: error[usage]: {SLIPS[each][1]}; see rolecmp {call[0]} --help"
        assert result == before or (each == key and result.err.startswith(said))
        assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)


def test_without_its_names_typer_converts_the_parameters(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("type", "annotation", "converter"):
        with monkeypatch.context() as patch:
            gone(key, patch)

            class Text:
                annotation = str

            class Parameter:
                type_descriptor = Text
                _runtime_param = None

            params: list[Any] = [Parameter()]
            assert typer_inside.pass_through(params) is params
            assert params[0]._runtime_param is None


def test_parameters_that_are_no_text_are_left_to_typer() -> None:
    class Number:
        type_descriptor = type("Descriptor", (), {"annotation": int})
        _runtime_param = None

    params: list[Any] = [object(), Number()]
    assert typer_inside.pass_through(params) is params
    assert params[1]._runtime_param is None


COMPLETE = """\
import sys
from rolecmp.commands import typer_inside
from rolecmp.cli import run
key = {key!r}
if key:
    renamed = typer_inside.INSIDE[key]._replace(name="_renamed")
    typer_inside.INSIDE = {{**typer_inside.INSIDE, key: renamed}}
raise SystemExit(run({arguments!r}))
"""


@functools.cache
def completed(key: str, shell: str) -> Result:
    env = environment(
        _ROLECMP_COMPLETE=f"complete_{shell}",
        COMP_WORDS="rolecmp show m",
        COMP_CWORD="2",
        _TYPER_COMPLETE_ARGS="rolecmp show m",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    return python(COMPLETE.format(key=key, arguments=[]), env=env)


@pytest.mark.parametrize(
    ("key", "shell"),
    [
        *((shell, shell) for shell in ("bash", "zsh", "fish")),
        ("register", "zsh"),
        ("scripts", "bash"),
    ],
)
def test_without_a_name_the_shells_are_offered_the_same_words(key: str, shell: str) -> None:
    result = completed(key, shell)
    assert (result.code, result.err) == (0, "")
    assert "maker" in result.out
    assert "seller" not in result.out
    if key == "scripts":
        assert result == completed("", shell)


def test_without_the_modules_of_completion_nothing_is_put_in_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("typer._completion_classes")
    monkeypatch.setitem(sys.modules, "typer._completion_classes", None)
    scripts = dict(_completion_shared._completion_scripts)
    typer_inside.install_shells()
    assert scripts == _completion_shared._completion_scripts


@pytest.mark.parametrize("key", ["", "bash", "register", "scripts"])
def test_without_a_name_bash_has_a_script(key: str) -> None:
    result = python(COMPLETE.format(key=key, arguments=["--show-completion", "bash"]))
    assert (result.code, result.err) == (0, "")
    assert "complete -o default -F _rolecmp_completion" in result.out
    assert ("COMP_TYPE" in result.out) == (key == "")
