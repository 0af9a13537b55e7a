"""Runs the program in children of one process that has imported the program.

`cli_harness.process` starts this script and sends it what to run. A child's streams, environment
and folder are its own; what it is spared is the start of an interpreter and the import of the
program and what it depends on, nine tenths of a small command. The modules whose help is in the
language of the environment are imported anew where a language is said there. What an interpreter
reads when it starts (its encoding, its locale), and what a run imports, is that of this process,
so a test about those starts an interpreter.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import socket
import sys
import traceback
from typing import Any

import rolecmp
from rolecmp.__main__ import main as run_program

LANGUAGES = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "ROLECMP_LANG")
SPOKEN = ("rolecmp.cli", "rolecmp.commands", "rolecmp.completion")


def main() -> None:
    """Run one request after the other, until the other side closes the socket."""
    for name in ("json", "rich.table", "typer.core", "yaml"):
        importlib.import_module(name)
    for module in pkgutil.walk_packages(rolecmp.__path__, "rolecmp."):
        importlib.import_module(module.name)
    gc.disable()
    with socket.socket(fileno=int(sys.argv[1])) as line:
        while True:
            data, streams, _, _ = socket.recv_fds(line, 1 << 20, 3)
            if not data:
                return
            while not data.endswith(b"\n"):
                data += line.recv(1 << 20)
            child = os.fork()
            if child == 0:
                line.close()
                run(json.loads(data), streams)
            for stream in streams:
                os.close(stream)
            _, status = os.waitpid(child, 0)
            line.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))


def run(request: dict[str, Any], streams: list[int]) -> None:
    """Become the process that was asked for; it does not return."""
    for target, stream in enumerate(streams):
        os.dup2(stream, target)
        os.close(stream)
    try:
        os.environ.clear()
        os.environ.update(request["environment"])
        os.chdir(request["folder"])
        sys.argv = ["rolecmp", *request["arguments"]]
        if any(name in os.environ for name in LANGUAGES):
            for name in [each for each in sys.modules if each.startswith(SPOKEN)]:
                del sys.modules[name]
        run_program()
    except BaseException:  # noqa: BLE001  told as an interpreter would tell it
        traceback.print_exc()
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
