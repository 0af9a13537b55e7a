"""The command ``rolecmp help``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.options import YES, Entry, say


def help_(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar=say("metavar.optional-command"),
            help=say("help.help.name"),
            autocompletion=completion.offer_commands,
        ),
    ] = None,
) -> int:
    """How the program or one of its commands is used."""
    from rolecmp.commands.registry import COMMANDS, PROGRAM, build

    asked = [] if name is None else [name]
    command = build(name if name in COMMANDS else None)
    command.main(args=[*asked, "--help"], prog_name=PROGRAM, standalone_mode=False)
    return YES


ENTRY = Entry(help_, say("help.help"), ("rolecmp help", "rolecmp help compare"))
