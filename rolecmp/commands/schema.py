"""The command ``rolecmp schema``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import choice, folder
from rolecmp.commands.options import Entry, Reply, Request, answering, format_option, say


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
    catalog = load_header(folder(request, FORMATS))
    return Reply(None, SchemaOf(catalog, known), request, formats=FORMATS)


ENTRY = Entry(
    answering(schema, format_option(say("help.schema.format"))),
    say("help.schema"),
    ("rolecmp schema role", "rolecmp schema catalog"),
)
