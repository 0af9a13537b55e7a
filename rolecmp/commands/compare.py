"""The command ``rolecmp compare``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import (
    asked_dimensions,
    catalog_folder,
    check_options,
    choice,
    refuse_twice,
    today,
)
from rolecmp.commands.options import Entry, Reply, Request, answering, say
from rolecmp.definitions.problems import QuestionError, phrase

if TYPE_CHECKING:
    from rolecmp.definitions.lookup import Found
    from rolecmp.definitions.model import Catalog


def compare(
    request: Request,
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar=say("metavar.roles"),
            help=say("help.compare.roles"),
            autocompletion=completion.offer_roles,
        ),
    ],
    dimension: Annotated[
        list[str] | None,
        typer.Option(
            "-d",
            "--dimension",
            metavar=say("metavar.dimension"),
            help=say("help.compare.dimension"),
            autocompletion=completion.offer_dimensions,
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help=say("help.compare.full"))] = False,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="topic",
            help=say("help.compare.by"),
            autocompletion=completion.offer_views,
        ),
    ] = None,
) -> Reply:
    """Two or more roles side by side, and who owns which topic."""
    from rolecmp.definitions.lookup import find_roles, may_name_several, role_names

    versioned = any("@" in role for role in roles)
    if len(roles) < 2 and (versioned or not may_name_several(roles[0])):
        raise _too_few(roles[0])
    check_options(request)
    if by is not None:
        choice(by, "--by", ("topic",))
    view = "topic" if by else "full" if full else "brief"
    in_force = catalog_folder(request)
    if versioned:
        from rolecmp.commands.compare_versions import across, load_asked, sources_of, taken_apart

        with sources_of(request, in_force) as sources:
            asked = list(taken_apart(roles, sources))
            if len({each.catalog for each in asked}) > 1:
                return across(request, asked, dimension or ())
            return _side_by_side(request, *load_asked(asked), dimension or (), view)
    from rolecmp.definitions.loader import load_catalog

    catalog = load_catalog(in_force)
    words = role_names(catalog).parts(roles)
    if len(words) < 2:
        raise _too_few(words[0])
    found = find_roles(catalog, words)
    refuse_twice(words, [role.id for role in found.roles])
    return _side_by_side(request, catalog, found, dimension or (), view)


def _too_few(role: str) -> QuestionError:
    remedy = None if "@" in role else phrase("name-two", role=shlex.quote(role))
    return QuestionError("usage", phrase("one-role", role=role), remedy)


def _side_by_side(
    request: Request,
    catalog: "Catalog",
    found: "Found",
    dimension: Sequence[str],
    view: str,
) -> Reply:
    """Compare roles of one catalog."""
    from rolecmp.questions.compare import compare as compare_roles
    from rolecmp.rendering.answers.compare import VIEWS

    on = asked_dimensions(dimension, catalog)
    answer = compare_roles(catalog, found.roles, today(), [each.matches[0].id for each in on])
    return Reply(VIEWS[view], answer, request, understood=(*found.understood, *on))


ENTRY = Entry(
    answering(compare),
    say("help.compare"),
    ("rolecmp compare pm pmm", "rolecmp compare pm pmm --full -f markdown"),
)
