"""The command ``rolecmp list``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from rolecmp.commands.asking import catalog_folder, check_options
from rolecmp.commands.options import Entry, Reply, Request, answering, say


def list_(request: Request) -> Reply:
    """The roles of the catalog."""
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.questions.list_ import list_roles
    from rolecmp.rendering.answers.list_ import ROLE_LIST

    check_options(request)
    return Reply(ROLE_LIST, list_roles(load_catalog(catalog_folder(request))), request)


ENTRY = Entry(answering(list_), say("help.list"), ("rolecmp list",))
