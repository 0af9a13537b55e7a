"""The command ``rolecmp schema``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import catalog_folder, check_options, choice
from rolecmp.commands.options import SHARED, Entry, Reply, Request, answering, say


def schema(
    request: Request,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="role|catalog",
            help=say("help.schema.kind"),
            autocompletion=completion.offer_schemas,
        ),
    ],
) -> Reply:
    """The JSON Schema of the definition files, for editors."""
    from rolecmp.definitions.loader import load_header
    from rolecmp.rendering.schema import FORMATS, KINDS, SchemaOf

    known = choice(kind, "role|catalog", tuple(KINDS))
    check_options(request, FORMATS)
    catalog = load_header(catalog_folder(request))
    return Reply(None, SchemaOf(catalog, known), request, formats=FORMATS)


ENTRY = Entry(
    # It is JSON, and depends on nothing of a terminal.
    answering(schema, {name: SHARED[name] for name in ("roles_dir", "lang", "output")}),
    say("help.schema"),
    ("rolecmp schema role", "rolecmp schema catalog"),
)
