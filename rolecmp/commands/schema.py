"""The command ``rolecmp schema``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import os
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import catalog_folder, check_options, choice
from rolecmp.commands.options import SHARED, YES, Entry, Reply, Request, answering, say
from rolecmp.definitions.problems import QuestionError, phrase
from rolecmp.rendering.language import words_for


def schema(
    request: Request,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar=say("metavar.optional-name"),
            help=say("help.schema.name"),
            autocompletion=completion.offer_schemas,
        ),
    ] = None,
) -> Reply | int:
    """The JSON Schemas of the definition files and of the answers in JSON."""
    from rolecmp.commands.deliver import put, save
    from rolecmp.definitions.loader import load_header
    from rolecmp.rendering.answers.shapes import FILES, SUBJECTS, answer_schema, listing
    from rolecmp.rendering.json import render_json
    from rolecmp.rendering.schema import FORMATS, SchemaOf

    if name is None:
        if request.output is not None:
            message = phrase("missing-argument", name=say("metavar.name"))
            raise QuestionError("usage", message, phrase("choices-are", choices=tuple(SUBJECTS)))
        put(listing(words_for(request.lang, os.environ)), portable=False)
        return YES
    known = choice(name, say("metavar.name"), tuple(SUBJECTS))
    check_options(request, FORMATS)
    if known in FILES:
        catalog = load_header(catalog_folder(request))
        return Reply(None, SchemaOf(catalog, known), request, formats=FORMATS)
    # That of an answer is the same for every catalog and language.
    text = render_json(answer_schema(known))
    if request.output in (None, "-"):
        put(text, portable=True)
    else:
        save(text, request.output)
    return YES


ENTRY = Entry(
    # It is JSON, and depends on nothing of a terminal.
    answering(schema, {name: SHARED[name] for name in ("roles_dir", "lang", "output")}),
    say("help.schema"),
    ("rolecmp schema", "rolecmp schema role", "rolecmp schema compare"),
)
