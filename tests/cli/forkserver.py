"""Runs the program in children of one process that has imported what it depends on.

`cli_harness.process` starts this script and sends it what to run. A child imports the program
anew, and its streams, its environment and its folder are its own; what it is spared is the start
of an interpreter and the import of Typer, Rich and PyYAML, nine tenths of a small command. What an
interpreter reads when it starts (its encoding, its locale) is that of this process, so a test
about those starts an interpreter.
"""

from __future__ import annotations

import importlib
import json
import os
import socket
import sys
import traceback
from typing import Any


def main() -> None:
    """Run one request after the other, until the other side closes the socket."""
    for name in ("json", "rich.table", "typer.core", "yaml"):
        importlib.import_module(name)
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
        from rolecmp.__main__ import main

        main()
    except BaseException:  # noqa: BLE001  told as an interpreter would tell it
        traceback.print_exc()
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
