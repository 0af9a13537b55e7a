"""The command ``rolecmp show``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import catalog_folder, check_options, today
from rolecmp.commands.options import Entry, Reply, Request, answering, say


def show(
    request: Request,
    role: Annotated[
        str,
        typer.Argument(
            metavar=say("metavar.role"),
            help=say("help.show.role"),
            autocompletion=completion.offer_roles,
        ),
    ],
    full: Annotated[bool, typer.Option("--full", help=say("help.show.full"))] = False,
) -> Reply:
    """What one role decides, does and is asked, on one screen."""
    from rolecmp.definitions.loader import load_roles
    from rolecmp.questions.show import portray
    from rolecmp.rendering.answers.show import VIEWS

    check_options(request)
    catalog, found = load_roles(catalog_folder(request), [role])
    return Reply(VIEWS["full" if full else "brief"], portray(catalog, found[0], today()), request)


ENTRY = Entry(answering(show), say("help.show"), ("rolecmp show pmm",))
