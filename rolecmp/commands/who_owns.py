"""The command ``rolecmp who-owns``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import folder, unknown_topics
from rolecmp.commands.options import NO, YES, Entry, Reply, Request, answering, say


def who_owns(
    request: Request,
    topics: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=say("[TOPIC...]", "[主题...]"),
            help=say(
                "Topics, by id, name or alias. Without one: every topic and its owner.",
                "主题，可用标识、名称或别名。不写则列出所有主题及其负责人。",
            ),
            autocompletion=completion.offer_topics,
        ),
    ] = None,
) -> Reply:
    """Who is accountable for a topic, and the sentence that says so."""
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.questions.who_owns import Owners, overview
    from rolecmp.questions.who_owns import who_owns as find_owners
    from rolecmp.rendering.answers.who_owns import OVERVIEW, OWNERS

    catalog = load_catalog(folder(request))
    if not topics:
        everything = overview(catalog)
        return Reply(OVERVIEW, everything, request, YES if everything.settled else NO)
    answer = find_owners(catalog, topics)
    if not isinstance(answer, Owners):
        raise unknown_topics(answer, catalog, request)
    return Reply(OWNERS, answer, request, YES if answer.settled else NO)


ENTRY = Entry(
    answering(who_owns),
    say(
        "Who is accountable for a topic, and the sentence that says so.\n\n"
        "The exit code is 0 where each topic has exactly one owner, 1 where one has not, "
        "2 where a name is unknown.",
        "某个主题由谁最终负责，依据是哪句话。\n\n"
        "每个主题都恰好有一位负责人时退出码为 0，否则为 1；名称不存在时为 2。",
    ),
    ("rolecmp who-owns pricing", "rolecmp who-owns"),
)
