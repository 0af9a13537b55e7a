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
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.definitions.lookup import find_roles
    from rolecmp.questions.show import show as show_role
    from rolecmp.rendering.answers.show import VIEWS

    check_options(request)
    in_force = catalog_folder(request)
    if "@" in role:
        from rolecmp.commands.compare_versions import load_one

        catalog, found = load_one(request, in_force, role)
    else:
        catalog = load_catalog(in_force)
        found = find_roles(catalog, [role])
    answer = show_role(catalog, found.roles[0], today())
    view = VIEWS["full" if full else "brief"]
    return Reply(view, answer, request, understood=found.understood)


ENTRY = Entry(answering(show), say("help.show"), ("rolecmp show pmm",))
