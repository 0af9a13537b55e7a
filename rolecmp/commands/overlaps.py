"""The command ``rolecmp overlaps``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import os
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import folder, format_name, number
from rolecmp.commands.options import Entry, Reply, Request, answering, say
from rolecmp.rendering.language import for_messages

TO_READ = 20
TO_PROCESS = 1_000
MOST = 100_000_000


def overlaps(
    request: Request,
    role: Annotated[
        str | None,
        typer.Argument(
            metavar=say("[ROLE]", "[角色]"),
            help=say(
                "A role, by id, name or alias: only its own pairs. Without one: every pair.",
                "一个角色，可用标识、名称或别名，只看它与其他角色的重叠。不写则看所有成对的角色。",
            ),
            autocompletion=completion.offer_roles,
        ),
    ] = None,
    top: Annotated[
        str | None,
        typer.Option(
            "--top",
            metavar="N",
            help=say(
                "How many pairs to show. Else 1000 for json and csv, 20 for every other format; "
                "how many more there are is said.",
                "列出多少对。json 和 csv 默认 1000 对，其他格式默认 20 对；"
                "没有列完时会说明一共有多少对。",
            ),
        ),
    ] = None,
) -> Reply:
    """Pairs of roles, the most contested first."""
    where = folder(request)
    usual = TO_PROCESS if format_name(request) in ("json", "csv") else TO_READ
    most = number(top, "--top", 1, MOST, usual)
    from rolecmp.definitions.loader import find_roles, load_catalog
    from rolecmp.questions.overlaps import overlaps as find_overlaps
    from rolecmp.rendering.answers.overlaps import OVERLAPS

    catalog = load_catalog(where)
    found = find_roles(catalog, [role])[0] if role is not None else None
    answer = find_overlaps(catalog, found, most)
    if request.surroundings is None:
        answer = answer._replace(asked_of=request.roles_dir)
    if len(answer.pairs) < answer.meeting and format_name(request) == "csv":
        # The other formats say it themselves.
        from rolecmp.output import print_error
        from rolecmp.rendering.labels import LANGUAGES, Words

        words = Words(for_messages(request.lang, os.environ, LANGUAGES))
        print_error(words("pairs-more", count=len(answer.pairs), total=answer.meeting))
    return Reply(OVERLAPS, answer, request)


ENTRY = Entry(
    answering(overlaps),
    say(
        "Pairs of roles, the most contested first, and on what.\n\n"
        "A topic is contested between two roles that are both accountable for it, and shared "
        "between two that both have a part in it otherwise.",
        "哪些角色职责重叠：争议最多的排在前面，并列出涉及的主题。\n\n"
        "双方都最终负责的主题算有争议；双方都参与的其他主题算共同参与。",
    ),
    ("rolecmp overlaps", "rolecmp overlaps pmm"),
)
