"""An answer rendered, and brought where it is to go."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from rolecmp.commands.asking import format_name, is_terminal, language_of, number, wants_excerpts
from rolecmp.definitions.model import NOTHING
from rolecmp.definitions.problems import DefinitionsError, QuestionError, phrase
from rolecmp.definitions.sources.folders import file_problem, path_in
from rolecmp.rendering.language import words_for
from rolecmp.visible import drawable, drawn_wide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rolecmp.commands.options import Reply, Request
    from rolecmp.definitions.sources.folders import DiskFolder


def deliver(reply: Reply) -> int:
    """Render a reply and bring it where it is to go; returns its exit code.

    Raises `QuestionError` where it cannot be written.
    """
    from rolecmp.rendering.formats import ANSWER

    request = reply.request
    name = format_name(request, reply.formats)
    how = (reply.formats or ANSWER).formats[name]
    if how.binary and request.output in (None, "-") and is_terminal(sys.stdout):
        raise QuestionError("usage", phrase("no-text-format", name=name), phrase("name-output"))
    made = _made(reply, name)
    _say_understood(reply)
    if request.output is None or request.output == "-":
        if not (how.screen and isinstance(made, str) and _paged(made, request)):
            put(made, portable=not how.screen)
        return reply.code
    if how.marked and isinstance(made, str):
        made = "\ufeff" + made
    save(made, request.output)
    return reply.code


def save(made: str | bytes, path: str) -> None:
    """Write an answer to the file at `path`, which is replaced whole or not at all.

    Raises `QuestionError` where it cannot be written.
    """
    from rolecmp import output

    try:
        output.write_file(path, made.encode("utf-8") if isinstance(made, str) else made)
    except BrokenPipeError:
        # The reader has seen enough. Python would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except IsADirectoryError as error:
        message = phrase("output-is-folder", path=path)
        raise QuestionError("usage", message, phrase("name-file")) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        message = phrase("cannot-write", path=path, reason=reason_of(error))
        raise QuestionError("output", message, phrase("old-file-whole")) from error


def replace(
    folder: DiskFolder,
    files: Mapping[str, bytes],
    expected: Mapping[str, bytes],
    renamed: Mapping[str, str] = NOTHING,
) -> None:
    """Replace files of a folder, all or none, as `output.replace_files` does.

    Raises `QuestionError` where one cannot be written, and `DefinitionsError` where one is no
    longer what was read.
    """
    from rolecmp import output

    try:
        output.replace_files(folder.path, files, expected, renamed)
    except output.ChangedError as error:
        path = path_in(folder, os.path.basename(str(error)))
        message, remedy = phrase("changed-meanwhile"), phrase("run-again")
        raise DefinitionsError([file_problem(path, "output", message, remedy)]) from error
    except (OSError, ValueError) as error:
        message = phrase("cannot-write", path=folder.label or ".", reason=reason_of(error))
        raise QuestionError("output", message, phrase("nothing-written")) from error


def _paged(text: str, request: Request) -> bool:
    """Show a text that is longer than the screen by the pager; False where there is none."""
    if request.no_pager or request.output is not None or not is_terminal(sys.stdout):
        return False
    # The pager writes to the process's own output, which another stream may stand in for.
    stream = sys.__stdout__
    if stream is None or sys.stdout is not stream or os.environ.get("TERM") == "dumb":
        return False
    from rolecmp.commands import pager

    command = pager.pager_of(os.environ)
    if command is None or not pager.is_long(text, pager.terminal_lines(os.environ)):
        return False
    from rolecmp.visible import harmless

    stream.flush()
    encoding = stream.encoding or "utf-8"
    return pager.show(harmless(text).encode(encoding, "replace"), command, os.environ)


def _say_understood(reply: Reply) -> None:
    """Say how names were understood that are not written as the catalog writes them."""
    from rolecmp.definitions.lookup import language_of as asked_in
    from rolecmp.output import print_error

    asked = asked_in(reply.understood, reply.answer.catalog.languages)
    words = words_for(reply.request.lang, os.environ, asked)
    for each in reply.understood:
        if not each.plain:
            match = each.matches[0]
            id_ = "" if match.id == match.name else match.id
            print_error(words("understood-as", asked=each.asked, name=match.name, id=id_))


def put(text: str | bytes, *, portable: bool) -> None:
    """Print to standard output; a reader that has left is no error, any other is.

    Raises `QuestionError`.
    """
    from rolecmp import output

    try:
        output.print_answer(text, sys.stdout, portable=portable)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except (OSError, ValueError) as error:
        message = phrase("cannot-write-out", reason=reason_of(error))
        raise QuestionError("output", message) from error


def reason_of(error: OSError | ValueError) -> str:
    """Return the system's words for why a file cannot be written."""
    return getattr(error, "strerror", None) or str(error)


def rendered(reply: Reply, name: str) -> str:
    """Render a reply in the format called `name`, which is a text."""
    made = _made(reply, name)
    assert isinstance(made, str)
    return made


def _made(reply: Reply, name: str) -> str | bytes:
    from rolecmp.rendering.formats import ANSWER, Options

    request = reply.request
    formats = reply.formats or ANSWER
    screen = formats.formats[name].screen
    language = language_of(
        reply.answer.catalog,
        request,
        # What goes into documents must not depend on whose machine it was made on.
        heed_locale=screen,
        spoken=formats.languages,
        understood=reply.understood,
    )
    options = Options(
        language=language,
        heading=number(request.heading, "--heading", 0, 6, 2),
    )
    if screen:
        to_file = _to_file(request)
        stream = sys.stdout
        options = options._replace(
            width=_width(request, to_file=to_file),
            color=_color(request.color or "auto", terminal=not to_file and is_terminal(stream)),
            excerpts=wants_excerpts(request),
        )
        if not to_file:
            encoding = getattr(stream, "encoding", None) or "utf-8"
            options = options._replace(
                unicode=drawable(os.environ, encoding), wide=drawn_wide(os.environ, encoding)
            )
        # A link is of use to a person at this terminal alone, since it names files of this machine.
        if options.color and not to_file and is_terminal(stream):
            options = options._replace(links=True)
    return formats.formats[name].render(reply.presenter, reply.answer, options)


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
    forced = (os.environ.get(name, "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE"))
    if any(each not in ("", "0") for each in forced):
        return True
    if os.environ.get("CLICOLOR") == "0":
        return False
    return terminal and os.environ.get("TERM") != "dumb"
