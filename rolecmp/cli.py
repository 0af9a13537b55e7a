"""The door: commands, options and exit codes, and the one place where errors become messages."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again, at the
# cost of a fifth of a small command.
import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from rolecmp import __version__, completion
from rolecmp.commandline import Command, Group, UsageError, usage_question
from rolecmp.definitions.discovery import find_catalog, working_directory
from rolecmp.definitions.folders import Folder
from rolecmp.definitions.model import Catalog
from rolecmp.definitions.problems import (
    DefinitionsError,
    Phrase,
    QuestionError,
    nearest,
    phrase,
)
from rolecmp.rendering.labels import LANGUAGES
from rolecmp.rendering.language import choose, for_messages

PROGRAM = "rolecmp"

YES = 0
NO = 1
ERROR = 2
INTERRUPTED = 130


_CHINESE = for_messages(None, os.environ, LANGUAGES) == "zh"


def _(english: str, chinese: str) -> str:
    """Give a text of the help in the language of the environment."""
    return chinese if _CHINESE else english


RolesDir = Annotated[
    str | None,
    typer.Option(
        "--roles",
        metavar=_("DIR", "目录"),
        help=_(
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
        metavar=_("CODE", "代码"),
        help=_(
            "Language of the answer, such as en or zh. Else ROLECMP_LANG, else the catalog's "
            "first; on a terminal the locale is asked before that.",
            "回答所用的语言，例如 en 或 zh。默认取 ROLECMP_LANG，"
            "再取目录的第一种语言；在终端里先看系统语言。",
        ),
        autocompletion=completion.offer_languages,
    ),
]
FormatName = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--format",
        metavar=_("FORMAT", "格式"),
        help=_(
            "table, markdown, json, csv or html. Else by the ending of -o; else table on a "
            "terminal and markdown in a pipe.",
            "table、markdown、json、csv 或 html。"
            "默认看 -o 的扩展名；终端里用 table，管道里用 markdown。",
        ),
        autocompletion=completion.offer_formats,
    ),
]
OutputFile = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar=_("FILE", "文件"),
        help=_("Write to FILE, whole or not at all.", "写入文件；写入失败时原文件不变。"),
    ),
]
Color = Annotated[
    str | None,
    typer.Option(
        "--color",
        metavar="WHEN",
        help=_("auto, always or never; for table.", "auto、always 或 never，用于 table。"),
        autocompletion=completion.offer_colors,
    ),
]
Width = Annotated[
    str | None,
    typer.Option(
        "--width",
        metavar="N",
        help=_("Columns to use; for table.", "使用多少列，用于 table。"),
    ),
]
Heading = Annotated[
    str | None,
    typer.Option(
        "--heading",
        metavar="N",
        help=_(
            "Level of the heading, 1 to 6; for markdown. Else 2.",
            "标题级别，1 到 6，默认 2；用于 markdown。",
        ),
    ),
]


class Request(NamedTuple):
    """What every answering command is asked beside its question."""

    roles_dir: str | None
    lang: str | None
    format_name: str | None
    output: str | None
    color: str | None
    width: str | None
    heading: str | None


def compare(
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar=_("ROLE ROLE...", "角色 角色..."),
            help=_(
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
            metavar=_("NAME", "维度"),
            help=_(
                "Only this dimension, and the topics it speaks of. May be repeated.",
                "只看这个维度以及它涉及的主题，可重复使用。",
            ),
            autocompletion=completion.offer_dimensions,
        ),
    ] = None,
    roles_dir: RolesDir = None,
    lang: Lang = None,
    format_name: FormatName = None,
    output: OutputFile = None,
    color: Color = None,
    width: Width = None,
    heading: Heading = None,
) -> int:
    """Two or more roles side by side, and who owns which topic."""
    if len(roles) < 2:
        raise QuestionError(
            "usage", phrase("one-role", role=roles[0]), phrase("name-two", role=roles[0])
        )  # fmt: skip
    from rolecmp.definitions.loader import load_roles
    from rolecmp.questions.comparison import compare as compare_roles
    from rolecmp.rendering.answers.comparison import COMPARISON

    request = Request(roles_dir, lang, format_name, output, color, width, heading)
    catalog, found = load_roles(_folder(request), roles)
    for place, role in enumerate(found):
        for earlier, other in enumerate(found[:place]):
            if other.id == role.id:
                first, second = roles[earlier], roles[place]
                message = phrase("same-role-twice", first=first, second=second, id=role.id)
                raise QuestionError("usage", message)
    dimensions = _dimensions(dimension or (), catalog)
    return _answer(COMPARISON, compare_roles(catalog, found, dimensions), request)


def who_owns(
    topics: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=_("[TOPIC...]", "[主题...]"),
            help=_(
                "Topics, by id, name or alias. Without one: every topic and its owner.",
                "主题，可用标识、名称或别名。不写则列出所有主题及其负责人。",
            ),
            autocompletion=completion.offer_topics,
        ),
    ] = None,
    roles_dir: RolesDir = None,
    lang: Lang = None,
    format_name: FormatName = None,
    output: OutputFile = None,
    color: Color = None,
    width: Width = None,
    heading: Heading = None,
) -> int:
    """Who is accountable for a topic, and the sentence that says so."""
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.questions.ownership import Owners, overview
    from rolecmp.questions.ownership import who_owns as find_owners
    from rolecmp.rendering.answers.ownership import OVERVIEW, OWNERS

    request = Request(roles_dir, lang, format_name, output, color, width, heading)
    catalog = load_catalog(_folder(request))
    if not topics:
        everything = overview(catalog)
        _answer(OVERVIEW, everything, request)
        return YES if everything.settled else NO
    answer = find_owners(catalog, topics)
    if not isinstance(answer, Owners):
        raise _unknown_topics(answer, catalog, request)
    _answer(OWNERS, answer, request)
    return YES if answer.settled else NO


def show(
    role: Annotated[
        str,
        typer.Argument(
            metavar=_("ROLE", "角色"),
            help=_("A role, by id, name or alias.", "一个角色，可用标识、名称或别名。"),
            autocompletion=completion.offer_roles,
        ),
    ],
    roles_dir: RolesDir = None,
    lang: Lang = None,
    format_name: FormatName = None,
    output: OutputFile = None,
    color: Color = None,
    width: Width = None,
    heading: Heading = None,
) -> int:
    """One role, whole."""
    from rolecmp.definitions.loader import load_roles
    from rolecmp.questions.portrait import portray
    from rolecmp.rendering.answers.portrait import PORTRAIT

    request = Request(roles_dir, lang, format_name, output, color, width, heading)
    catalog, found = load_roles(_folder(request), [role], partners=True)
    return _answer(PORTRAIT, portray(catalog, found[0]), request)


def list_(
    roles_dir: RolesDir = None,
    lang: Lang = None,
    format_name: FormatName = None,
    output: OutputFile = None,
    color: Color = None,
    width: Width = None,
    heading: Heading = None,
) -> int:
    """The roles of the catalog."""
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.questions.portrait import list_roles
    from rolecmp.rendering.answers.portrait import ROLE_LIST

    request = Request(roles_dir, lang, format_name, output, color, width, heading)
    return _answer(ROLE_LIST, list_roles(load_catalog(_folder(request))), request)


class Entry(NamedTuple):
    """A command: its function, what it answers, and an example that is true as it stands."""

    function: Callable[..., int]
    answers: str
    examples: tuple[str, ...]


COMMANDS = {
    "compare": Entry(
        compare,
        _(
            "Two or more roles side by side, and who owns which topic.",
            "并排比较两个以上的角色，看清各主题归谁。",
        ),
        ("rolecmp compare pm pmm", "rolecmp compare pm pmm -d perspective -f markdown"),
    ),
    "who-owns": Entry(
        who_owns,
        _(
            "Who is accountable for a topic, and the sentence that says so.\n\n"
            "The exit code is 0 where each topic has exactly one owner, 1 where one has not, "
            "2 where a name is unknown.",
            "某个主题由谁最终负责，依据是哪句话。\n\n"
            "每个主题都恰好有一位负责人时退出码为 0，否则为 1；名称不存在时为 2。",
        ),
        ("rolecmp who-owns pricing", "rolecmp who-owns"),
    ),
    "show": Entry(
        show, _("One role, whole.", "完整查看一个角色。"), ("rolecmp show pmm",)
    ),
    "list": Entry(
        list_, _("The roles of the catalog.", "列出目录里的角色。"), ("rolecmp list",)
    ),
}  # fmt: skip


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


def _program(
    ctx: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=_print_version,
            help=_("Print the version and leave.", "显示版本。"),
        ),
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def build(only: str | None = None) -> Any:
    """Build the command line; with `only`, no other command, which saves a few milliseconds."""
    app = typer.Typer(
        cls=Group,
        add_completion=only is None,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        help=_(
            "Who does what in a product organisation: role definitions compared.",
            "产品组织里谁做什么：读取角色定义，逐项比较。",
        )
        + "\n\n"
        + _example("rolecmp compare pm pmm", "rolecmp who-owns pricing"),
    )
    app.callback(cls=Group, invoke_without_command=True)(_program)
    for name, entry in COMMANDS.items():
        if only is None or name == only:
            text = f"{entry.answers}\n\n{_example(*entry.examples)}"
            short = entry.answers.partition("\n")[0]
            app.command(name, cls=Command, help=text, short_help=short)(entry.function)
    return typer.main.get_command(app)


def _example(*lines: str) -> str:
    return "\n".join(f"$ {line}" for line in lines)


def run(arguments: Sequence[str]) -> int:
    """Run the program with `arguments` and give its exit code; every message is printed."""
    asked = completion.is_asked(arguments, os.environ)
    first = arguments[0] if arguments else ""
    command = build(first if first in COMMANDS and not asked else None)
    if asked:
        completion.install()
    try:
        code = command.main(args=list(arguments), prog_name=PROGRAM, standalone_mode=False)
        return code if isinstance(code, int) else YES
    except DefinitionsError as error:
        _complain_of_definitions(error, arguments)
    except QuestionError as error:
        _refuse(error, arguments)
    except UsageError as error:
        _refuse(usage_question(error), arguments)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as error:  # Typer's own output, such as the help, on a full disk
        reason = error.strerror or str(error)
        _refuse(QuestionError("output", phrase("cannot-write-out", reason=reason)), arguments)
    return ERROR


# --- from the question to the answer ----------------------------------------------------------


def _folder(request: Request) -> Folder:
    # Before anything is read: a slip in an option should not wait for the files.
    _format(request)
    _number(request.width, "--width", 20, 1000, 80)
    _number(request.heading, "--heading", 1, 6, 2)
    if request.color is not None:
        _choice(request.color, "--color", ("auto", "always", "never"))
    return find_catalog(request.roles_dir, os.environ, working_directory())


def _format(request: Request) -> str:
    from rolecmp.rendering.formats import FORMATS, format_of

    if request.format_name is not None:
        return _choice(request.format_name, "--format", tuple(FORMATS))
    if request.output is not None and request.output != "-":
        found = format_of(request.output)
        if found is None:
            endings = tuple(ending for each in FORMATS.values() for ending in each.endings[:1])
            message = phrase("unknown-ending", path=request.output)
            raise QuestionError("usage", message, phrase("give-format", endings=endings))
        return found
    return "table" if request.output is None and _is_terminal(sys.stdout) else "markdown"


def _choice(value: str, option: str, choices: tuple[str, ...]) -> str:
    if value in choices:
        return value
    near = nearest(value, choices, 1)
    remedy = phrase("did-you-mean", near=near) if near else phrase("choices-are", choices=choices)
    raise QuestionError("usage", phrase("bad-choice", value=value, option=option), remedy)


def _number(value: str | None, option: str, low: int, high: int, default: int) -> int:
    if value is None:
        return default
    if value.isascii() and value.isdigit() and low <= int(value[:6]) <= high:
        return int(value)
    raise QuestionError(
        "usage", phrase("bad-number", value=value, option=option, low=low, high=high)
    )


def _dimensions(asked: Sequence[str], catalog: Catalog) -> tuple[str, ...]:
    from rolecmp.definitions.names import normal_form

    known = {
        normal_form(name): key
        for key, text in catalog.dimensions.items()
        for name in (*text.texts.values(), key)
    }
    unknown = [name for name in asked if normal_form(name) not in known]
    if unknown:
        near = nearest(normal_form(unknown[0]), known, 1)
        remedy = (
            phrase("did-you-mean", near=(known[near[0]],))
            if near
            else phrase("dimensions-are", names=tuple(catalog.dimensions))
        )
        raise QuestionError(
            "unknown-dimension", phrase("unknown-dimension", name=unknown[0]), remedy
        )
    return tuple(known[normal_form(name)] for name in asked)


def _unknown_topics(unknown: Sequence[Any], catalog: Catalog, request: Request) -> QuestionError:
    from rolecmp.definitions.model import pick
    from rolecmp.rendering.labels import Words
    from rolecmp.rendering.report import dimension_of

    language = _language(catalog, request, heed_locale=True)
    words = Words(language)
    lines: list[Phrase] = []
    for each in unknown:
        if each.matches:
            lines.append(phrase("topic-matches", name=each.asked, count=len(each.matches)))
            lines += [
                phrase("topic-match", id=topic.id, title=pick(topic.name.texts, language))
                for topic in each.matches
            ]
        else:
            near = tuple(topic.id for topic in each.near)
            lines.append(phrase("unknown-topic-name", name=each.asked, near=near))
        if each.mentions:
            lines.append(phrase("mentions", count=len(each.mentions)))
            lines += [
                phrase(
                    "mention",
                    place=f"{mention.role.path}:{mention.statement.line}",
                    role=pick(mention.role.name.texts, language),
                    dimension=dimension_of(catalog, mention.dimension, language, words),
                    text=pick(mention.statement.texts, language),
                )
                for mention in each.mentions
            ]
    lines.append(phrase("ask-overview"))
    return QuestionError("unknown-topic", lines[0], None, lines[1:])


def _language(catalog: Catalog, request: Request, *, heed_locale: bool) -> str:
    language = choose(request.lang, os.environ, catalog.languages, heed_locale=heed_locale)
    if language is None:
        message = phrase("language-missing", name=request.lang)
        raise QuestionError(
            "unknown-language", message, phrase("languages-are", names=catalog.languages)
        )
    return language


def _answer(presenter: Any, answer: Any, request: Request) -> int:
    """Render an answer and bring it where it is to go."""
    from rolecmp import output
    from rolecmp.rendering.formats import Options, render

    name = _format(request)
    to_file = request.output is not None and request.output != "-"
    stream = sys.stdout
    table = name == "table"
    options = Options(
        # What goes into documents must not depend on whose machine it was made on.
        language=_language(answer.catalog, request, heed_locale=table),
        heading=_number(request.heading, "--heading", 1, 6, 2),
    )
    if table:
        options = options._replace(
            width=_width(request, to_file=to_file),
            color=_color(request.color or "auto", terminal=not to_file and _is_terminal(stream)),
            unicode=to_file or "utf" in (getattr(stream, "encoding", None) or "utf-8").lower(),
        )
    text = render(presenter, answer, name, options)
    try:
        if to_file and request.output is not None:
            output.write_file(request.output, text.encode("utf-8"))
        else:
            output.print_answer(text, stream, portable=not table)
    except BrokenPipeError:
        # The reader has seen enough. Python would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        if to_file:
            message = phrase("cannot-write", path=request.output, reason=reason)
            raise QuestionError("output", message, phrase("old-file-whole")) from error
        raise QuestionError("output", phrase("cannot-write-out", reason=reason)) from error
    return YES


def _width(request: Request, *, to_file: bool) -> int:
    if request.width is not None:
        return _number(request.width, "--width", 20, 1000, 80)
    if to_file:
        return 80
    import shutil

    return max(shutil.get_terminal_size((80, 24)).columns, 20)


def _color(value: str, *, terminal: bool) -> bool:
    if value != "auto":
        return value == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def _is_terminal(stream: Any) -> bool:
    try:
        return bool(stream.isatty())
    except (AttributeError, ValueError):  # closed, or put in its place by something else
        return False


# --- from errors to messages ------------------------------------------------------------------


def _messages(arguments: Sequence[str]) -> Any:
    from rolecmp.rendering.messages import Messages

    # The command line may be what is wrong, so the option is looked for in the words.
    asked = [
        word.partition("=")[2] if "=" in word else following
        for word, following in zip(arguments, [*arguments[1:], ""], strict=False)
        if word == "--lang" or word.startswith("--lang=")
    ]
    return Messages(for_messages(asked[-1] if asked else None, os.environ, LANGUAGES))


def _refuse(error: QuestionError, arguments: Sequence[str]) -> None:
    from rolecmp.output import print_error

    print_error(_messages(arguments).refusal(error, PROGRAM))


def _complain_of_definitions(error: DefinitionsError, arguments: Sequence[str]) -> None:
    from rolecmp.output import print_error

    messages = _messages(arguments)
    source = _is_terminal(sys.stderr)
    for problem in error.problems:
        print_error(messages.problem(problem, source=source))
