"""The door: commands and exit codes, and the one place where errors become messages."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again, at the
# cost of a fifth of a small command.
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from rolecmp import __version__, completion
from rolecmp.commandline import Command, Group, UsageError, usage_question
from rolecmp.commands.asking import is_terminal
from rolecmp.commands.options import ERROR, INTERRUPTED, YES, Entry, Reply, say
from rolecmp.definitions.problems import DefinitionsError, QuestionError, phrase
from rolecmp.rendering.labels import LANGUAGES
from rolecmp.rendering.language import for_messages

PROGRAM = "rolecmp"

# Each in a module of its own, so that a run reads no other command than the one it is asked.
COMMANDS = {
    "compare": "compare",
    "who-owns": "who_owns",
    "show": "show",
    "list": "list_",
    "diff": "diff",
    "init": "init",
}


def entry(name: str) -> Entry:
    """Give the command called `name`."""
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
            "--version",
            is_eager=True,
            callback=_print_version,
            help=say("Print the version and leave.", "显示版本。"),
        ),
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def build(only: str | None = None) -> Any:
    """Build the command line; with `only`, no other command, which saves a few milliseconds."""
    app = typer.Typer(
        cls=Group,
        add_completion=only is None,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        help=say(
            "Who does what in a product organisation: role definitions compared.",
            "产品组织里谁做什么：读取角色定义，逐项比较。",
        )
        + "\n\n"
        + _example("rolecmp compare pm pmm", "rolecmp who-owns pricing"),
    )
    app.callback(cls=Group, invoke_without_command=True)(_program)
    for name in (only,) if only is not None else COMMANDS:
        each = entry(name)
        text = f"{each.answers}\n\n{_example(*each.examples)}"
        short = each.answers.partition("\n")[0]
        app.command(name, cls=Command, help=text, short_help=short)(each.function)
    return typer.main.get_command(app)


def _example(*lines: str) -> str:
    return "\n".join(f"$ {line}" for line in lines)


def run(arguments: Sequence[str]) -> int:
    """Run the program with `arguments` and give its exit code; every message is printed."""
    asked = completion.is_asked(arguments, os.environ)
    first = arguments[0] if arguments else ""
    command = build(first if first in COMMANDS and not asked else None)
    if asked:
        completion.install()
    try:
        reply = command.main(args=list(arguments), prog_name=PROGRAM, standalone_mode=False)
        if isinstance(reply, Reply):
            from rolecmp.commands.replying import deliver

            return deliver(reply)
        return reply if isinstance(reply, int) else YES
    except DefinitionsError as error:
        _complain_of_definitions(error, arguments)
    except QuestionError as error:
        _refuse(error, arguments)
    except UsageError as error:
        _refuse(usage_question(error), arguments)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as error:  # Typer's own output, such as the help, on a full disk
        reason = error.strerror or str(error)
        _refuse(QuestionError("output", phrase("cannot-write-out", reason=reason)), arguments)
    return ERROR


# --- from errors to messages ------------------------------------------------------------------


def _messages(arguments: Sequence[str]) -> Any:
    from rolecmp.rendering.messages import Messages

    # The command line may be what is wrong, so the option is looked for in the words.
    asked = [
        word.partition("=")[2] if "=" in word else following
        for word, following in zip(arguments, [*arguments[1:], ""], strict=False)
        if word == "--lang" or word.startswith("--lang=")
    ]
    return Messages(for_messages(asked[-1] if asked else None, os.environ, LANGUAGES))


def _refuse(error: QuestionError, arguments: Sequence[str]) -> None:
    from rolecmp.output import print_error

    print_error(_messages(arguments).refusal(error, PROGRAM))


def _complain_of_definitions(error: DefinitionsError, arguments: Sequence[str]) -> None:
    from rolecmp.output import print_error

    messages = _messages(arguments)
    source = is_terminal(sys.stderr)
    for problem in error.problems:
        print_error(messages.problem(problem, source=source))
