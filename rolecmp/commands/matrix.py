"""The command ``rolecmp matrix``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import choice, folder, unknown_topics
from rolecmp.commands.options import Entry, Reply, Request, answering, say


def matrix(
    request: Request,
    roles: Annotated[
        list[str] | None,
        typer.Option(
            "--role",
            metavar=say("ROLE", "角色"),
            help=say(
                "Only this role, by id, name or alias. May be repeated. What is contested or "
                "nobody's is still judged by every role.",
                "只列这个角色，可用标识、名称或别名，可重复使用。"
                "是否有争议、有没有人负责，仍按全部角色判定。",
            ),
            autocompletion=completion.offer_roles,
        ),
    ] = None,
    topics: Annotated[
        list[str] | None,
        typer.Option(
            "--topic",
            metavar=say("TOPIC", "主题"),
            help=say(
                "Only this topic, by id, name or alias. May be repeated.",
                "只列这个主题，可用标识、名称或别名，可重复使用。",
            ),
            autocompletion=completion.offer_topics,
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar=say("KIND", "类别"),
            help=say(
                "contested: more than one role is accountable. unowned: nobody is, whether or "
                "not someone is involved. shared: several roles are involved and it is not "
                "contested. May be repeated for any of several kinds.",
                "contested：不止一个角色最终负责；unowned：没有角色最终负责，无论是否有人参与；"
                "shared：多个角色参与且没有争议。可重复使用，符合其一即列出。",
            ),
            autocompletion=completion.offer_kinds,
        ),
    ] = None,
) -> Reply:
    """Topics by roles, with what is contested or nobody's."""
    from rolecmp.definitions.loader import find_roles, load_catalog
    from rolecmp.questions.matrix import Only
    from rolecmp.questions.matrix import matrix as make_matrix
    from rolecmp.questions.who_owns import find_topics
    from rolecmp.rendering.answers.matrix import MATRIX

    kinds = [
        Only(choice(each, "--only", tuple(kind.value for kind in Only))) for each in only or ()
    ]
    catalog = load_catalog(folder(request))
    shown = find_roles(catalog, roles or ())
    asked, unknown = find_topics(catalog, topics or ())
    if unknown:
        raise unknown_topics(unknown, catalog, request)
    return Reply(MATRIX, make_matrix(catalog, shown, asked, kinds), request)


ENTRY = Entry(
    answering(matrix),
    say(
        "Topics by roles, with what is contested or nobody's.\n\n"
        "The exit code is 0 whatever is found.",
        "责任矩阵：主题与角色对照，标出有争议和无人负责的主题。\n\n无论有没有问题，退出码都是 0。",
    ),
    ("rolecmp matrix", "rolecmp matrix --role pm --role pmm --only contested"),
)
