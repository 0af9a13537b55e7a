"""The command ``rolecmp matrix``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import (
    catalog_folder,
    check_options,
    choice,
    today,
    unknown_topics,
)
from rolecmp.commands.options import Entry, Reply, Request, answering, say


def matrix(
    request: Request,
    roles: Annotated[
        list[str] | None,
        typer.Option(
            "--role",
            metavar=say("metavar.role"),
            help=say("help.matrix.roles"),
            autocompletion=completion.offer_roles,
        ),
    ] = None,
    topics: Annotated[
        list[str] | None,
        typer.Option(
            "--topic",
            metavar=say("metavar.topic"),
            help=say("help.matrix.topics"),
            autocompletion=completion.offer_topics,
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar=say("metavar.kind"),
            help=say("help.matrix.only"),
            autocompletion=completion.offer_kinds,
        ),
    ] = None,
) -> Reply:
    """Topics by roles, with what is contested or nobody's."""
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.definitions.lookup import find_roles
    from rolecmp.questions.matrix import Only
    from rolecmp.questions.matrix import matrix as make_matrix
    from rolecmp.questions.who_owns import find_topics
    from rolecmp.rendering.answers.matrix import MATRIX
    from rolecmp.rendering.xlsx import MATRIX_FORMATS

    check_options(request, MATRIX_FORMATS)
    kinds = [
        Only(choice(each, "--only", tuple(kind.value for kind in Only))) for each in only or ()
    ]
    catalog = load_catalog(catalog_folder(request))
    shown = find_roles(catalog, roles or ())
    asked = find_topics(catalog, topics or ())
    if asked.unknown:
        raise unknown_topics(asked.unknown, catalog, request)
    answer = make_matrix(catalog, today(), shown.roles, asked.topics, kinds)
    understood = (*shown.understood, *asked.understood)
    return Reply(MATRIX, answer, request, formats=MATRIX_FORMATS, understood=understood)


ENTRY = Entry(
    answering(matrix),
    say("help.matrix"),
    ("rolecmp matrix", "rolecmp matrix --role pm --role pmm --only contested"),
)
