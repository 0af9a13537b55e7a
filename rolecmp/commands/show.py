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
            metavar=say("ROLE", "角色"),
            help=say("A role, by id, name or alias.", "一个角色，可用标识、名称或别名。"),
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


ENTRY = Entry(answering(show), say("One role, whole.", "完整查看一个角色。"), ("rolecmp show pmm",))
