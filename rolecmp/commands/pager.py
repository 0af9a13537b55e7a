"""A long answer shown in the person's pager, as git shows its own."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping

VARIABLES = ("ROLECMP_PAGER", "PAGER")
DEFAULT = "less"
# What git tells these pagers unless the person has told them something: leave at once where
# all fits, keep colours, and leave the text on the screen.
_SETTINGS = {"LESS": "FRX", "LV": "-c"}
# In a locale that is named and not installed, less would show the codes of the characters.
_ENCODED = {"LESSCHARSET": "utf-8"}
_NOT_FOUND = (126, 127)  # what a shell exits with where it cannot run the command


def pager_of(environment: Mapping[str, str]) -> str | None:
    """Return the command that shows long answers, None where there is to be none.

    ``ROLECMP_PAGER``, else ``PAGER``, else less. Set to nothing or to cat, there is none.
    """
    for name in VARIABLES:
        if name in environment:
            command = environment[name].strip()
            return None if command in ("", "cat") else command
    return DEFAULT


def show(data: bytes, command: str, environment: Mapping[str, str]) -> bool:
    """Show `data` by a pager and wait until the person has left it.

    False where the pager cannot be run, so that nothing has been shown.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is meant for the pager
    try:
        process = subprocess.Popen(
            command, shell=True, stdin=subprocess.PIPE, env={**_SETTINGS, **_ENCODED, **environment}
        )
        try:
            process.communicate(data)
        except BrokenPipeError:  # left before all was read
            process.wait()
    except OSError:  # not even a shell
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return process.returncode not in _NOT_FOUND


def is_long(text: str, lines: int) -> bool:
    """Tell whether a text laid out for the terminal, with the prompt below it, needs a pager."""
    return text.count("\n") >= lines


def terminal_lines(environment: Mapping[str, str]) -> int:
    """Return the number of lines of the terminal that standard output leads to."""
    try:
        return os.get_terminal_size(1).lines
    except OSError:
        lines = environment.get("LINES", "")
        return int(lines) if lines.isascii() and lines.isdigit() else 24
