"""The door: commands and exit codes, and the one place where errors become messages."""

import os
import sys
from collections.abc import Sequence

import typer

from rolecmp import completion
from rolecmp.commands.asking import is_terminal
from rolecmp.commands.commandline import UsageError
from rolecmp.commands.options import ERROR, INTERRUPTED, YES, Reply
from rolecmp.commands.registry import COMMANDS, PROGRAM, answering_commands, build, entry
from rolecmp.commands.typer_inside import install_shells, usage_question
from rolecmp.definitions.problems import ProblemsError, QuestionError, phrase
from rolecmp.rendering.language import words_for
from rolecmp.words import LANGUAGES, Words

__all__ = ["COMMANDS", "build", "entry", "run"]


def run(arguments: Sequence[str]) -> int:
    """Run the program with `arguments` and return its exit code; every message is printed."""
    asked = completion.is_asked(arguments, os.environ)
    first = arguments[0] if arguments else ""
    command = build(first if first in COMMANDS and not asked else None)
    if asked:
        install_shells()
    try:
        reply = command.main(args=list(arguments), prog_name=PROGRAM, standalone_mode=False)
        if isinstance(reply, Reply):
            from rolecmp.commands.deliver import deliver

            return deliver(reply)
        return reply if isinstance(reply, int) else YES
    except ProblemsError as error:
        _complain(error, arguments)
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


# --- from errors to messages ------------------------------------------------------------------


# The options whose values name a file or a folder.
_PATHS = ("--roles", "-o", "--output")


def _words(arguments: Sequence[str]) -> Words:
    # The command line may be what is wrong, so the option is looked for in the words.
    from rolecmp.definitions.names import spoken_in

    option = None
    asked = ""
    before = ""
    for word in arguments:
        if before == "--lang" or word.startswith("--lang="):
            option = word.removeprefix("--lang=")
        elif before not in _PATHS and not word.startswith(_PATHS):
            asked += word
        before = word
    # Where names are asked for, they choose the language; the name of a file does not.
    named = arguments[:1] and arguments[0] in answering_commands()
    return words_for(option, os.environ, spoken_in(asked, LANGUAGES) if named else None)


def _refuse(error: QuestionError, arguments: Sequence[str]) -> None:
    from rolecmp.output import print_error
    from rolecmp.rendering.messages import refusal

    print_error(refusal(error, _words(arguments), PROGRAM))


def _complain(error: ProblemsError, arguments: Sequence[str]) -> None:
    from rolecmp.output import print_error
    from rolecmp.rendering.messages import problem_line

    words = _words(arguments)
    source = is_terminal(sys.stderr)
    for problem in error.problems:
        print_error(problem_line(problem, words, source=source))
