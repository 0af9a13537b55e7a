"""An answer rendered, and brought where it is to go."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from rolecmp.commands.asking import format_name, is_terminal, language_of, number
from rolecmp.definitions.problems import QuestionError, phrase

if TYPE_CHECKING:
    from rolecmp.commands.options import Reply, Request


def deliver(reply: Reply) -> int:
    """Render a reply and bring it where it is to go; gives its exit code.

    Raises `QuestionError` where it cannot be written.
    """
    from rolecmp import output

    request = reply.request
    name = format_name(request, reply.formats)
    text = rendered(reply, name)
    to_file = _to_file(request)
    stream = sys.stdout
    try:
        if to_file and request.output is not None:
            output.write_file(request.output, text.encode("utf-8"))
        else:
            output.print_answer(text, stream, portable=name != "table")
    except BrokenPipeError:
        # The reader has seen enough. Python would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        if to_file:
            message = phrase("cannot-write", path=request.output, reason=reason)
            raise QuestionError("output", message, phrase("old-file-whole")) from error
        raise QuestionError("output", phrase("cannot-write-out", reason=reason)) from error
    return reply.code


def say_plainly(text: str) -> None:
    """Print an answer that has one form only; raises `QuestionError` where it cannot be."""
    from rolecmp import output

    try:
        output.print_answer(text, sys.stdout, portable=False)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise QuestionError("output", phrase("cannot-write-out", reason=reason)) from error


def rendered(reply: Reply, name: str) -> str:
    """Render a reply in the format called `name`."""
    from rolecmp.rendering.formats import ANSWER, Options, render

    request = reply.request
    table = name == "table"
    options = Options(
        # What goes into documents must not depend on whose machine it was made on.
        language=language_of(reply.answer.catalog, request, heed_locale=table),
        heading=number(request.heading, "--heading", 1, 6, 2),
    )
    if table:
        to_file = _to_file(request)
        stream = sys.stdout
        options = options._replace(
            width=_width(request, to_file=to_file),
            color=_color(request.color or "auto", terminal=not to_file and is_terminal(stream)),
            unicode=to_file or "utf" in (getattr(stream, "encoding", None) or "utf-8").lower(),
        )
    return render(reply.presenter, reply.answer, name, options, reply.formats or ANSWER)


def _to_file(request: Request) -> bool:
    return request.output is not None and request.output != "-"


def _width(request: Request, *, to_file: bool) -> int:
    if request.width is not None:
        return number(request.width, "--width", 20, 1000, 80)
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
