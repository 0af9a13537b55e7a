"""What the commands share: their options, what is asked with them, and what comes back."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import os
from collections.abc import Callable, Mapping
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from rolecmp import completion
from rolecmp.rendering.formats import FormatSet
from rolecmp.rendering.language import words_for

if TYPE_CHECKING:
    from rolecmp.definitions.lookup import Understood
    from rolecmp.definitions.sources.folders import Folder

YES = 0
NO = 1
ERROR = 2
INTERRUPTED = 130

say = words_for(None, os.environ)
"""The words of the help, in the language of the environment."""


RolesDir = Annotated[
    str | None,
    typer.Option(
        "--roles",
        metavar=say("metavar.folder"),
        help=say("help.option.roles"),
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar=say("metavar.code"),
        help=say("help.option.lang"),
        autocompletion=completion.offer_languages,
    ),
]
FormatName = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--format",
        metavar=say("metavar.format"),
        help=say("help.option.format"),
        autocompletion=completion.offer_formats,
    ),
]
OutputFile = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar=say("metavar.file"),
        help=say("help.option.output"),
    ),
]
Color = Annotated[
    str | None,
    typer.Option(
        "--color",
        metavar=say("metavar.when"),
        help=say("help.option.color"),
        autocompletion=completion.offer_colors,
    ),
]
Width = Annotated[
    str | None,
    typer.Option(
        "--width",
        metavar="N",
        help=say("help.option.width"),
    ),
]
NoPager = Annotated[bool, typer.Option("--no-pager", help=say("help.option.no-pager"))]
Heading = Annotated[
    str | None,
    typer.Option(
        "--heading",
        metavar="N",
        help=say("help.option.heading"),
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
    format_name: FormatName = None
    output: OutputFile = None
    color: Color = None
    width: Width = None
    heading: Heading = None
    no_pager: NoPager = False
    surroundings: Surroundings | None = None


SHARED: Mapping[str, Any] = {
    name: kind for name, kind in Request.__annotations__.items() if name != "surroundings"
}
"""The options that all share, by the name of their field in `Request`."""


def answering(
    function: Callable[..., Any], options: Mapping[str, Any] = SHARED
) -> Callable[..., Any]:
    """Return a command that takes `options` and hands them to `function` as its `request`.

    Typer reads a command's options from its signature, so that is where they are put.
    """

    def command(*, surroundings: Surroundings | None = None, **given: Any) -> Any:
        shared = {name: given.pop(name) for name in options}
        return function(request=Request(**shared, surroundings=surroundings), **given)

    own = [each for each in signature(function).parameters.values() if each.name != "request"]
    every = [
        *own,
        *(
            Parameter(
                name,
                Parameter.POSITIONAL_OR_KEYWORD,
                default=Request._field_defaults[name],
                annotation=kind,
            )
            for name, kind in options.items()
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
    `understood` are the names that were asked for, and what they were taken to mean.
    """

    presenter: Any
    answer: Any
    request: Request
    code: int = YES
    formats: FormatSet | None = None
    understood: "tuple[Understood, ...]" = ()


class Entry(NamedTuple):
    """A command: its function, what it answers, and an example that is true as it stands."""

    function: Callable[..., Any]
    answers: str
    examples: tuple[str, ...]
