"""The command ``rolecmp diff``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
from typing import Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import folder
from rolecmp.commands.options import NO, YES, Entry, Reply, Request, answering, say


def diff(
    request: Request,
    old: Annotated[
        str | None,
        typer.Argument(
            metavar=say("[OLD", "[旧目录"),
            help=say(
                "What to compare with: a folder, a git revision such as main or v1.2, or builtin. "
                "Else HEAD where the catalog is in a git work tree and in HEAD, else builtin.",
                "与什么比较：文件夹、git 版本（例如 main、v1.2）或 builtin。"
                "默认：目录在 git 工作区里且 HEAD 里有它时取 HEAD，否则取 builtin。",
            ),
            autocompletion=completion.offer_sources,
        ),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(
            metavar=say("[NEW]]", "[新目录]]"),
            help=say(
                "What may have changed, named in the same way. Else the catalog in force.",
                "可能有变化的目录，写法相同。默认取当前生效的目录。",
            ),
            autocompletion=completion.offer_sources,
        ),
    ] = None,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code",
            help=say(
                "Leave with 1 where anything has changed, as git does; else with 0 in any case.",
                "有变化时退出码为 1，与 git 相同；不加时一律为 0。",
            ),
        ),
    ] = False,
) -> Reply:
    """What changed in meaning between two catalogs."""
    in_force = folder(request)
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
    say(
        "What changed in meaning between two catalogs: who owns what, then the wording.\n\n"
        "A folder that is a catalog goes before a revision of the same name; ./NAME is always a "
        "folder. A revision is read at the place of the catalog it is compared with; "
        "REVISION:FOLDER names another.\n\n"
        "The order of items, comments and layout are no changes.",
        "两个目录之间含义上的变化：先看归属，再看文字。\n\n"
        "名称既是角色目录又是版本时，取文件夹；./名称 一定是文件夹。"
        "版本按所比较目录的位置读取；版本:文件夹 可指定别处。\n\n"
        "条目顺序、注释和排版不算变化。",
    ),
    ("rolecmp diff", "rolecmp diff builtin -f markdown"),
)
