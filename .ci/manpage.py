"""Writes the man page, .ci/rolecmp.1: the help in English, and two tables of the README.

.venv/bin/python .ci/manpage.py
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / ".ci" / "rolecmp.1"
COMMON = 6
"""An option that this many commands have, in the same words, is described once for all."""


def manpage() -> str:
    """Return the page, whatever the environment says."""
    # The words of the help are chosen when its modules are imported.
    os.environ["ROLECMP_LANG"] = "en"
    from rolecmp import __version__
    from rolecmp.commands.commandline import help_of
    from rolecmp.commands.registry import PROGRAM, build

    program = build()
    top = program.make_context(PROGRAM, [], resilient_parsing=True)
    told = help_of(program, top)
    commands = [
        help_of(command, command.make_context(name, [], parent=top, resilient_parsing=True))
        for name, command in program.commands.items()
    ]
    seen = Counter(option for each in commands for option in each.options)
    common = [option for option, count in seen.items() if count >= COMMON]
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.search(rf"^## \[{re.escape(__version__)}\] - (\S+)", log, re.MULTILINE)
    date = released[1] if released else ""
    readme = (ROOT / "README.md").read_text("utf-8")
    (codes, meanings), variables = _table(readme, "Exit code 0"), _table(readme, "Variable")[1:]
    codes[0] = codes[0].removeprefix("Exit code ")
    lines = [
        f'.TH {PROGRAM.upper()} 1 {date} "{PROGRAM} {__version__}" "User Commands"',
        ".SH NAME",
        f"{PROGRAM} \\- {_text(told.paragraphs[0].rstrip('.'))}",
        ".SH SYNOPSIS",
        _text(told.usage),
        *_prose(told.paragraphs[1:]),
        ".SH COMMANDS",
    ]
    for each in commands:
        shared = [name.split()[0].rstrip(",") for name, _ in each.options if (name, _) in common]
        lines += [
            f'.SS "{_text(each.usage.removeprefix(PROGRAM).strip())}"',
            *_prose(each.paragraphs),
            *_list(each.arguments),
            *_list(option for option in each.options if option not in common),
            ".PP",
            _text(f"Common options: {', '.join(shared)}."),
        ]
    lines += [
        ".SH COMMON OPTIONS",
        *_list(common),
        ".SH OPTIONS OF THE PROGRAM",
        *_list(told.options),
        ".SH EXIT STATUS",
        *_list(zip(codes, meanings, strict=True)),
        ".SH ENVIRONMENT",
        *_list((name, does) for name, does in variables),
    ]
    return "\n".join(lines) + "\n"


def _prose(paragraphs: Sequence[str]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        if paragraph.startswith("$ "):
            yield from (".PP", ".EX", *map(_text, paragraph.split("\n")), ".EE")
        else:
            yield from ([".PP"] if number else [])
            yield _text(paragraph.replace("\n", " "))


def _list(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, meaning in rows:
        yield from (".TP", f"\\fB{_text(name)}\\fR", _text(meaning))


def _table(text: str, first: str) -> list[list[str]]:
    """Return the cells of a table of the README that begins with `first`, its line left out."""
    _, found, rest = text.partition(f"| {first}")
    lines = (found + rest).split("\n\n")[0].splitlines()
    return [line.strip("| ").replace("`", "").split(" | ") for line in (lines[0], *lines[2:])]


def _text(text: str) -> str:
    """Return a line that troff shows as it is."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    PAGE.write_text(manpage(), "utf-8")
