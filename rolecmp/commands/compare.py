"""The command ``rolecmp compare``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import asked_dimensions, folder
from rolecmp.commands.options import Entry, Reply, Request, answering, say
from rolecmp.definitions.problems import QuestionError, phrase


def compare(
    request: Request,
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar=say("ROLE ROLE...", "角色 角色..."),
            help=say(
                "Two or more roles, by id, name or alias.", "两个以上的角色，可用标识、名称或别名。"
            ),
            autocompletion=completion.offer_roles,
        ),
    ],
    dimension: Annotated[
        list[str] | None,
        typer.Option(
            "-d",
            "--dimension",
            metavar=say("NAME", "维度"),
            help=say(
                "Only this dimension, and the topics it speaks of. May be repeated.",
                "只看这个维度以及它涉及的主题，可重复使用。",
            ),
            autocompletion=completion.offer_dimensions,
        ),
    ] = None,
) -> Reply:
    """Two or more roles side by side, and who owns which topic."""
    if len(roles) < 2:
        raise QuestionError(
            "usage", phrase("one-role", role=roles[0]), phrase("name-two", role=roles[0])
        )  # fmt: skip
    from rolecmp.definitions.loader import load_roles
    from rolecmp.questions.comparison import compare as compare_roles
    from rolecmp.rendering.answers.comparison import COMPARISON

    catalog, found = load_roles(folder(request), roles)
    for place, role in enumerate(found):
        for earlier, other in enumerate(found[:place]):
            if other.id == role.id:
                first, second = roles[earlier], roles[place]
                message = phrase("same-role-twice", first=first, second=second, id=role.id)
                raise QuestionError("usage", message)
    dimensions = asked_dimensions(dimension or (), catalog)
    return Reply(COMPARISON, compare_roles(catalog, found, dimensions), request)


ENTRY = Entry(
    answering(compare),
    say(
        "Two or more roles side by side, and who owns which topic.",
        "并排比较两个以上的角色，看清各主题归谁。",
    ),
    ("rolecmp compare pm pmm", "rolecmp compare pm pmm -d perspective -f markdown"),
)
