"""The command ``rolecmp show``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import folder
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
) -> Reply:
    """One role, whole."""
    from rolecmp.definitions.loader import load_roles
    from rolecmp.questions.show import portray
    from rolecmp.rendering.answers.show import PORTRAIT

    catalog, found = load_roles(folder(request), [role], partners=True)
    return Reply(PORTRAIT, portray(catalog, found[0]), request)


ENTRY = Entry(answering(show), say("help.show"), ("rolecmp show pmm",))
