"""What the commands share: their options, what is asked with them, and what comes back."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import os
from collections.abc import Callable, Mapping
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from rolecmp import completion
from rolecmp.rendering.formats import FormatSet
from rolecmp.rendering.labels import LANGUAGES
from rolecmp.rendering.language import for_messages

if TYPE_CHECKING:
    from rolecmp.definitions.sources.folders import Folder

YES = 0
NO = 1
ERROR = 2
INTERRUPTED = 130

_CHINESE = for_messages(None, os.environ, LANGUAGES) == "zh"


def say(english: str, chinese: str) -> str:
    """Give a text of the help in the language of the environment."""
    return chinese if _CHINESE else english


RolesDir = Annotated[
    str | None,
    typer.Option(
        "--roles",
        metavar=say("DIR", "目录"),
        help=say(
            "Folder of the definitions. Else ROLECMP_ROLES, else the nearest catalog upward, "
            "else the built-in one.",
            "角色定义所在的文件夹。默认依次取 ROLECMP_ROLES、上层最近的角色目录、内置目录。",
        ),
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar=say("CODE", "代码"),
        help=say(
            "Language of the answer, such as en or zh. Else ROLECMP_LANG, else the catalog's "
            "first; on a terminal the locale is asked before that.",
            "回答所用的语言，例如 en 或 zh。默认取 ROLECMP_LANG，"
            "再取目录的第一种语言；在终端里先看系统语言。",
        ),
        autocompletion=completion.offer_languages,
    ),
]


def format_option(text: str) -> Any:
    """Make the option that names a format, with what its help says."""
    return Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar=say("FORMAT", "格式"),
            help=text,
            autocompletion=completion.offer_formats,
        ),
    ]


FormatName = format_option(
    say(
        "table, markdown, json, csv or html. Else by the ending of -o; else table on a "
        "terminal and markdown in a pipe.",
        "table、markdown、json、csv 或 html。"
        "默认看 -o 的扩展名；终端里用 table，管道里用 markdown。",
    )
)
OutputFile = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar=say("FILE", "文件"),
        help=say("Write to FILE, whole or not at all.", "写入文件；写入失败时原文件不变。"),
    ),
]
Color = Annotated[
    str | None,
    typer.Option(
        "--color",
        metavar="WHEN",
        help=say("auto, always or never; for table.", "auto、always 或 never，用于 table。"),
        autocompletion=completion.offer_colors,
    ),
]
Width = Annotated[
    str | None,
    typer.Option(
        "--width",
        metavar="N",
        help=say("Columns to use; for table.", "使用多少列，用于 table。"),
    ),
]
Heading = Annotated[
    str | None,
    typer.Option(
        "--heading",
        metavar="N",
        help=say(
            "Level of the heading, 1 to 6, or 0 for none; for markdown. Else 2.",
            "标题级别，1 到 6，0 表示不要标题，默认 2；用于 markdown。",
        ),
    ),
]


class Surroundings(NamedTuple):
    """What decides where no option does, for a question that is not asked by a person.

    `catalog` gives the folder of the definitions for the value of --roles; it raises
    `QuestionError`. `environment` is what the language of the answer may depend on, `here`
    the folder that other sources are relative to.
    """

    catalog: Callable[[str | None], "Folder"]
    environment: Mapping[str, str]
    here: str


class Request(NamedTuple):
    """What every answering command is asked beside its question: the options they share.

    Without `surroundings` it is the process that was asked.
    """

    roles_dir: RolesDir = None
    lang: Lang = None
    format_name: str | None = None
    output: OutputFile = None
    color: Color = None
    width: Width = None
    heading: Heading = None
    surroundings: Surroundings | None = None


_SHARED = {name: kind for name, kind in Request.__annotations__.items() if name != "surroundings"}


def answering(function: Callable[..., Any], format_name: Any = FormatName) -> Callable[..., Any]:
    """Give a command the options that all share; `function` receives them as its `request`.

    Typer reads a command's options from its signature, so that is where they are put.
    `format_name` is the option of a command that has formats of its own.
    """
    kinds = {**_SHARED, "format_name": format_name}

    def command(*, surroundings: Surroundings | None = None, **given: Any) -> Any:
        shared = {name: given.pop(name) for name in _SHARED}
        return function(request=Request(**shared, surroundings=surroundings), **given)

    own = [each for each in signature(function).parameters.values() if each.name != "request"]
    every = [
        *own,
        *(
            Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=None, annotation=kind)
            for name, kind in kinds.items()
        ),
    ]
    command.__doc__ = function.__doc__
    command.__name__ = function.__name__
    command.__annotations__ = {each.name: each.annotation for each in every}
    command.__signature__ = Signature(every)  # type: ignore[attr-defined]
    return command


class Reply(NamedTuple):
    """What a command answers: how it is shown, what is shown, and the exit code it stands for.

    `formats` are those the answer can be had in; None stands for the formats of every answer.
    """

    presenter: Any
    answer: Any
    request: Request
    code: int = YES
    formats: FormatSet | None = None


class Entry(NamedTuple):
    """A command: its function, what it answers, and an example that is true as it stands."""

    function: Callable[..., Any]
    answers: str
    examples: tuple[str, ...]
