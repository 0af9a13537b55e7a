"""The commands as Typer's parser runs them, and their help as plain text."""

from __future__ import annotations

import os
import re
import shlex
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from rolecmp.commands.typer_inside import pass_through, see_help
from rolecmp.definitions.problems import QuestionError, nearest, phrase
from rolecmp.rendering.language import words_for
from rolecmp.rendering.linebreak import wrap
from rolecmp.visible import width_of

UsageError = typer.TyperException
"""What Typer's parser raises for a command line that makes no sense."""


# What editors and input methods make of a hyphen: the dashes, the minus and the full-width ones.
_OPTION = r"(?i)[-\u2010-\u2015\u2212]+([a-z][a-z-]*)(?:=|$)"


def _refuse_dashes(command: Any, ctx: Any, words: Sequence[str]) -> None:
    """Raise `QuestionError` for an option that other dashes than hyphens stand before."""
    for word in words:
        option = None if word.isascii() else re.match(_OPTION, unicodedata.normalize("NFKC", word))
        if option is None or word[: option.end(1)].isascii():
            continue
        name = option[1].lower()
        meant = f"--{name}" if len(name) > 1 else f"-{name}"
        if any(meant in param.opts for param in command.get_params(ctx)):
            message = phrase("no-hyphen", name=word)
            raise QuestionError("usage", message, phrase("write-option", option=meant))


class Command(TyperCommand):
    """A command whose parameters are handed on as typed and whose help is plain text."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, none of which is converted."""
        return pass_through(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; an error always knows the command it is about.

        Raises `QuestionError` where words are left over, or an option has no hyphens.
        """
        _refuse_dashes(self, ctx, args)
        ctx.allow_extra_args = True  # what is left over is told apart here, not in a message
        try:
            left = list(super().parse_args(ctx, args))
        except UsageError as error:
            error.ctx = getattr(error, "ctx", None) or ctx  # type: ignore[attr-defined]
            raise
        if left and not ctx.resilient_parsing:
            message = phrase("extra-argument", names=tuple(left))
            folders = [word for word in left if os.path.isdir(word)]
            takes = any("--roles" in param.opts for param in self.params)
            remedy = (
                phrase("write-roles", folder=shlex.quote(folders[0]))
                if folders and takes
                else see_help(ctx)
            )
            raise QuestionError("usage", message, remedy)
        return left

    def get_help(self, ctx: Any) -> str:
        """Lay out the help."""
        return help_text(self, ctx)


class Group(TyperGroup):
    """The program: its commands, and the words for one that does not exist."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, none of which is converted."""
        return pass_through(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """Lay out the help."""
        return help_text(self, ctx)

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the commands in the order they were written in, the main one first."""
        return list(self.commands)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; raises `QuestionError` where there is none of that name."""
        name = args[0]
        if self.get_command(ctx, name) is None and not ctx.resilient_parsing:
            _refuse_dashes(self, ctx, [name])
            near = nearest(name, self.commands, 1)
            if name.startswith("-"):
                raise QuestionError("usage", phrase("no-such-option", name=name), see_help(ctx))
            remedy = phrase("did-you-mean", near=near) if near else phrase("command-first")
            raise QuestionError("usage", phrase("no-such-command", name=name), remedy)
        return super().resolve_command(ctx, args)


# --- help -------------------------------------------------------------------------------------


# The options that Typer adds, and their words here.
_TYPERS = {
    "help": "help.option.help",
    "install_completion": "help.option.install-completion",
    "show_completion": "help.option.show-completion",
}


class Help(NamedTuple):
    """What the help of a command says: names with what they mean, and text by paragraphs."""

    usage: str
    paragraphs: tuple[str, ...]
    commands: list[tuple[str, str]]
    arguments: list[tuple[str, str]]
    options: list[tuple[str, str]]


def help_of(command: Any, ctx: Any) -> Help:
    """Return what there is to say of a command: what it answers, examples, arguments, options."""
    words = words_for(None, os.environ)
    usage = [ctx.command_path]
    arguments: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    for param in command.get_params(ctx):
        if getattr(param, "hidden", False):
            continue
        if param.param_type_name == "argument":
            name = param.metavar or param.name.upper()
            usage.append(name)
            # One of two metavars that share their brackets, "[OLD" and "[NEW]]", reads well in
            # the usage alone.
            whole = name.count("[") == name.count("]")
            arguments.append((name if whole else name.strip("[]"), param.help or ""))
        else:
            name = ", ".join(sorted(param.opts, key=len))  # Typer keeps those of help in a set
            if not param.is_flag:
                name += f" {param.metavar or param.name.upper()}"
            typers = _TYPERS.get(param.name)
            options.append((name, words(typers) if typers else param.help or ""))
    commands = [
        (name, (each.help or "").partition("\n")[0])
        for name, each in getattr(command, "commands", {}).items()
        if not each.hidden
    ]
    if commands:
        usage.append(words("metavar.command"))
    usage.append(words("metavar.options"))
    paragraphs = tuple((command.help or "").split("\n\n"))
    return Help(" ".join(usage), paragraphs, commands, arguments, options)


def help_text(command: Any, ctx: Any) -> str:
    """Lay out the help of a command for a terminal."""
    words = words_for(None, os.environ)
    width = min(ctx.terminal_width or _terminal_width(), 100)
    told = help_of(command, ctx)
    lead = words("help.usage")
    lines = _wrapped(told.usage, width, " " * width_of(lead))
    out = [lead + lines[0].lstrip(" "), *lines[1:], ""]
    for paragraph in told.paragraphs:
        if paragraph.startswith("$ "):  # examples, a line each
            out += [*(f"  {line}" for line in paragraph.split("\n")), ""]
        else:
            out += [*_wrapped(paragraph.replace("\n", " "), width, "  "), ""]
    for title, rows in (
        ("help.commands", told.commands),
        ("help.arguments", told.arguments),
        ("help.options", told.options),
    ):
        if rows:
            out += [words(title), *_list(rows, width), ""]
    return "\n".join(out).rstrip()


def _terminal_width() -> int:
    import shutil

    return max(shutil.get_terminal_size((80, 24)).columns, 40)


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    lines = wrap([(text, None)], width - len(indent), width_of)
    return [indent + "".join(piece for piece, _ in line) for line in lines]


def _list(rows: list[tuple[str, str]], width: int) -> list[str]:
    column = min(max(width_of(name) for name, _ in rows), 28) + 4
    out: list[str] = []
    for name, text in rows:
        first = f"  {name}"
        lines = (
            _wrapped(text, width, " " * column) if width >= 60 else _wrapped(text, width, "      ")
        )
        if width >= 60 and width_of(first) + 2 <= column:
            lines[0] = first + " " * (column - width_of(first)) + lines[0].lstrip(" ")
            out += lines
        else:
            out += [first, *lines]
    return out
