"""The command ``rolecmp who-owns``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import catalog_folder, check_options, today, unknown_topics
from rolecmp.commands.options import NO, YES, Entry, Reply, Request, answering, say


def who_owns(
    request: Request,
    topics: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=say("metavar.optional-topics"),
            help=say("help.who-owns.topics"),
            autocompletion=completion.offer_topics,
        ),
    ] = None,
) -> Reply:
    """Who is accountable for a topic, and the sentence that says so."""
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.questions.who_owns import find_topics, overview
    from rolecmp.questions.who_owns import who_owns as find_owners
    from rolecmp.rendering.answers.who_owns import OVERVIEW, OWNERS

    check_options(request)
    catalog = load_catalog(catalog_folder(request))
    if not topics:
        everything = overview(catalog, today())
        return Reply(OVERVIEW, everything, request, YES if everything.settled else NO)
    named = find_topics(catalog, topics)
    if named.unknown:
        raise unknown_topics(named.unknown, catalog, request)
    answer = find_owners(catalog, [topic.id for topic in named.topics], today())
    code = YES if answer.settled else NO
    return Reply(OWNERS, answer, request, code, understood=named.understood)


ENTRY = Entry(
    answering(who_owns),
    say("help.who-owns"),
    ("rolecmp who-owns pricing", "rolecmp who-owns"),
)
