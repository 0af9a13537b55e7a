"""The commands there are, and the command line that is built of them."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from rolecmp import __version__
from rolecmp.commands.commandline import Command, Group
from rolecmp.commands.options import Entry, say

PROGRAM = "rolecmp"

# Each in a module of its own, so that a run reads no other command than the one it is asked.
COMMANDS = {
    "compare": "compare",
    "who-owns": "who_owns",
    "show": "show",
    "list": "list_",
    "matrix": "matrix",
    "overlaps": "overlaps",
    "check": "check",
    "diff": "diff",
    "docs": "docs",
    "import": "import_",
    "page": "page",
    "init": "init",
    "schema": "schema",
    "help": "help_",
}
# What answers about roles and topics and does nothing else, so that a document may ask it.
_ANSWERING = ("compare", "who-owns", "show", "list", "matrix", "overlaps")

_SETTINGS = {"help_option_names": ["-h", "--help"]}


def answering_commands() -> tuple[str, ...]:
    """Return the commands that may stand in a document's block."""
    return _ANSWERING


def entry(name: str) -> Entry:
    """Return the command called `name`."""
    found = import_module(f"rolecmp.commands.{COMMANDS[name]}").ENTRY
    assert isinstance(found, Entry)
    return found


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


def _program(
    ctx: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "-V",
            "--version",
            is_eager=True,
            callback=_print_version,
            help=say("help.program.version"),
        ),
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def build(only: str | None = None) -> Any:
    """Build the command line; with `only`, no other command, which saves a few milliseconds."""
    app = typer.Typer(
        cls=Group,
        context_settings=_SETTINGS,
        add_completion=only is None,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        help=say("help.program")
        + "\n\n"
        + _example("rolecmp compare pm pmm", "rolecmp who-owns pricing"),
    )
    app.callback(cls=Group, invoke_without_command=True)(_program)
    for name in (only,) if only is not None else COMMANDS:
        each = entry(name)
        text = f"{each.answers}\n\n{_example(*each.examples)}"
        short = each.answers.partition("\n")[0]
        app.command(name, cls=Command, context_settings=_SETTINGS, help=text, short_help=short)(
            each.function
        )
    return typer.main.get_command(app)


# The names in examples, which help in another language gives in that language.
_NAMES = {"pm": "example.pm", "pmm": "example.pmm", "pricing": "example.pricing"}


def _example(*lines: str) -> str:
    """Return the lines of an example, its names in the language of the help."""
    told = (
        " ".join(say(_NAMES[word]) if word in _NAMES else word for word in line.split())
        for line in lines
    )
    return "\n".join(f"$ {line}" for line in told)


def parameters(command: Any, words: Sequence[str]) -> dict[str, Any]:
    """Parse the words of `command`, built without others; returns its function's arguments.

    Raises `UsageError`, and runs nothing: there is no --help to be asked for.
    """
    command.add_help_option = False
    context = command.make_context(f"{PROGRAM} {command.name}", list(words))
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in context.params.items()
    }
