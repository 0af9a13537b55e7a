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
            help=say("Which kind of file.", "哪一种文件。"),
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
    answering(schema, format_option(say("json, the only one.", "只有 json。"))),
    say(
        "The JSON Schema of the definition files, for editors.\n\n"
        "It lists the topics, dimensions and languages of the catalog, and is made anew when "
        "they change.",
        "角色定义文件的 JSON Schema，供编辑器使用。\n\n"
        "其中列有目录的主题、维度和语言，这些变了就要重新生成。",
    ),
    ("rolecmp schema role", "rolecmp schema catalog"),
)
