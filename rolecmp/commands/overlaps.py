"""The command ``rolecmp overlaps``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import os
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import (
    catalog_folder,
    check_options,
    format_name,
    number,
    today,
)
from rolecmp.commands.options import Entry, Reply, Request, answering, say
from rolecmp.rendering.language import words_for

TO_READ = 20
TO_PROCESS = 1_000
MOST = 100_000_000


def overlaps(
    request: Request,
    role: Annotated[
        str | None,
        typer.Argument(
            metavar=say("metavar.optional-role"),
            help=say("help.overlaps.role"),
            autocompletion=completion.offer_roles,
        ),
    ] = None,
    top: Annotated[
        str | None,
        typer.Option(
            "--top",
            metavar="N",
            help=say("help.overlaps.top"),
        ),
    ] = None,
) -> Reply:
    """Pairs of roles, the most contested first."""
    check_options(request)
    usual = TO_PROCESS if format_name(request) in ("json", "csv") else TO_READ
    most = number(top, "--top", 1, MOST, usual)
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.definitions.lookup import find_roles
    from rolecmp.questions.overlaps import overlaps as find_overlaps
    from rolecmp.rendering.answers.overlaps import OVERLAPS

    catalog = load_catalog(catalog_folder(request))
    found = find_roles(catalog, [role] if role is not None else [])
    answer = find_overlaps(catalog, today(), found.roles[0] if found.roles else None, most)
    if request.surroundings is None:
        answer = answer._replace(asked_of=request.roles_dir)
    if len(answer.pairs) < answer.meeting and format_name(request) == "csv":
        # The other formats say it themselves.
        from rolecmp.output import print_error

        words = words_for(request.lang, os.environ)
        print_error(words("pairs-more", count=len(answer.pairs), total=answer.meeting))
    return Reply(OVERLAPS, answer, request, understood=found.understood)


ENTRY = Entry(
    answering(overlaps),
    say("help.overlaps"),
    ("rolecmp overlaps", "rolecmp overlaps pmm"),
)
