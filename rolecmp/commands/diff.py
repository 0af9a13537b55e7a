"""The command ``rolecmp diff``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import catalog_folder, check_options
from rolecmp.commands.options import NO, YES, Entry, Reply, Request, answering, say


def diff(
    request: Request,
    old: Annotated[
        str | None,
        typer.Argument(
            metavar=say("metavar.old"),
            help=say("help.diff.old"),
            autocompletion=completion.offer_sources,
        ),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(
            metavar=say("metavar.new"),
            help=say("help.diff.new"),
            autocompletion=completion.offer_sources,
        ),
    ] = None,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code",
            help=say("help.diff.exit-code"),
        ),
    ] = False,
) -> Reply:
    """What changed in meaning between two catalogs."""
    check_options(request)
    in_force = catalog_folder(request)
    from rolecmp.definitions.loader import load_catalogs
    from rolecmp.definitions.sources.discovery import working_directory
    from rolecmp.definitions.sources.named import Sources
    from rolecmp.questions.diff import changes
    from rolecmp.rendering.answers.diff import CHANGES

    with Sources(in_force, working_directory()) as sources:
        after = sources.find(new, sources.folder(old or "")) if new is not None else in_force
        before = sources.find(old, after) if old is not None else sources.before(after)
        catalogs = load_catalogs([before, after])
    answer = changes(*catalogs)
    return Reply(CHANGES, answer, request, NO if exit_code and not answer.same else YES)


ENTRY = Entry(
    answering(diff),
    say("help.diff"),
    ("rolecmp diff", "rolecmp diff builtin -f markdown"),
)
