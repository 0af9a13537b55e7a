"""How the tests of the command line run the program: in this process, in another, on a terminal."""

from __future__ import annotations

import atexit
import fcntl
import functools
import io
import json
import os
import pty
import socket
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from rolecmp.cli import run

ROOT = Path(__file__).parents[2]

VARIABLES = (
    "LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANGUAGE", "ROLECMP_LANG", "ROLECMP_ROLES",
    "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "GITHUB_ACTIONS", "CI",
    "PYTHONIOENCODING", "PYTHONUTF8", "_ROLECMP_COMPLETE", "COMP_WORDS", "COMP_CWORD", "COMP_TYPE",
    "RUNEWIDTH_EASTASIAN", "_TYPER_COMPLETE_ARGS", "_TYPER_COMPLETE_FISH_ACTION",
)  # fmt: skip

# What an interpreter reads when it starts; see `forkserver.py`.
STARTING = ("LC_ALL", "LC_CTYPE", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONCOERCECLOCALE")

CATALOG = """\
rolecmp: 1
title: {en: Studio, zh: 工作室}
languages: [en, zh]
topics:
  pricing: {en: Pricing, zh: 定价, aliases: [price, 价格]}
  research: {en: Research, zh: 调研}
  support: {en: Support, zh: 支持}
  canteen: {en: Canteen, zh: 食堂}
pairs:
  - roles: [maker, seller]
    difference: {en: One makes; the other sells, zh: 一个制造，一个销售}
"""
MAKER = """\
name: {en: Maker, zh: 制造者}
aliases: [builder]
summary: {en: Makes the thing, zh: 把东西做出来}
perspective:
  - en: Sets the price
    zh: 定价格
    accountable: [pricing]
responsibility:
  - en: Asks the users
    zh: 访问用户
    accountable: [research]
"""
SELLER = """\
name: {en: Seller, zh: 销售者}
summary: {en: Sells the thing, zh: 把东西卖出去}
responsibility:
  - en: Watches the market
    zh: 观察市场
    accountable: [research]
  - en: Answers calls
    zh: 接听电话
    responsible: [support]
"""


class Result(NamedTuple):
    """What a run left: its exit code and the text on its two streams."""

    code: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """A standard stream kept in memory, which may say that it is a terminal."""

    def __init__(self, *, terminal: bool, encoding: str) -> None:
        self.kept = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.kept, encoding=encoding, errors="strict", newline="")

    def isatty(self) -> bool:
        """Say whether this is a terminal."""
        return self.terminal

    def text(self) -> str:
        """Give what was written."""
        self.flush()
        return self.kept.getvalue().decode(self.encoding)


def clear(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take everything out of the environment that the program heeds, or should not heed."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def write_studio(folder: Path) -> None:
    """Write a catalog with a topic that is owned, contested, undecided and unowned each."""
    folder.mkdir(parents=True)
    (folder / "catalog.yaml").write_text(CATALOG, encoding="utf-8")
    (folder / "maker.yaml").write_text(MAKER, encoding="utf-8")
    (folder / "seller.yaml").write_text(SELLER, encoding="utf-8")


def cli(
    *arguments: str,
    terminal: bool = False,
    err_terminal: bool = False,
    encoding: str = "utf-8",
) -> Result:
    """Run the program in this process."""
    streams = sys.stdout, sys.stderr
    out = Stream(terminal=terminal, encoding=encoding)
    err = Stream(terminal=err_terminal, encoding="utf-8")
    sys.stdout, sys.stderr = out, err
    try:
        code = run(arguments)
    except SystemExit as leaving:  # a shell's completion, answered inside Typer
        code = leaving.code if isinstance(leaving.code, int) else 1
    finally:
        sys.stdout, sys.stderr = streams
    return Result(code, out.text(), err.text())


def within(variables: Mapping[str, str], *arguments: str) -> Result:
    """Run the program in this process, with these variables and no others that it heeds.

    Its help is in the language that was the environment's when it was imported: in English.
    """
    with pytest.MonkeyPatch.context() as around:
        clear(around)
        for name, value in variables.items():
            around.setenv(name, value)
        return cli(*arguments)


def environment(**more: str) -> dict[str, str]:
    """Give a small environment for another process."""
    kept = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONPATH": str(ROOT)}
    kept["ROLECMP_PAGER"] = ""  # nobody is there to leave it
    return {**kept, **more}


@functools.cache
def _fork_server() -> socket.socket:
    """Start `forkserver.py`, and return the socket that it listens on."""
    ours, theirs = socket.socketpair()
    with theirs:
        server = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("forkserver.py")), str(theirs.fileno())],
            env=environment(),
            stdin=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
        )

    def end() -> None:
        ours.close()
        server.wait(60)

    atexit.register(end)
    return ours


def process(
    *arguments: str, env: Mapping[str, str] | None = None, cwd: str | Path | None = None
) -> Result:
    """Run the program in a process of its own, its output in files."""
    env = environment() if env is None else env
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        code = _run(arguments, env, cwd, out.fileno(), err.fileno()).wait(60)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode())
    return Result(code, *texts)


class Forked:
    """A child of the fork server that runs the program, waited for as `Popen` is."""

    def wait(self, timeout: float) -> int:
        """Return the exit code."""
        server = _fork_server()
        server.settimeout(timeout)
        return int(server.recv(16))


def _run(
    arguments: Sequence[str],
    env: Mapping[str, str],
    cwd: str | Path | None,
    out: int,
    err: int,
) -> Forked | subprocess.Popen[bytes]:
    """Start the program; an interpreter only where it has something to read of `env` itself."""
    if any(name in env for name in STARTING):
        return subprocess.Popen(
            program(*arguments), env=env, cwd=cwd, stdin=subprocess.DEVNULL, stdout=out, stderr=err
        )
    request = {
        "arguments": arguments,
        "environment": {**env},
        "folder": str(Path.cwd() if cwd is None else cwd),
    }
    with open(os.devnull, "rb") as empty:
        streams = [empty.fileno(), out, err]
        socket.send_fds(_fork_server(), [json.dumps(request).encode() + b"\n"], streams)
    return Forked()


def python(code: str, *, env: Mapping[str, str] | None = None) -> Result:
    """Run Python code in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment() if env is None else env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def on_terminal(
    command: Sequence[str],
    *,
    columns: int,
    rows: int = 50,
    env: Mapping[str, str] | None = None,
    cwd: str | Path | None = None,
    out: bool = True,
) -> tuple[int, bytes, bytes]:
    """Run a command in a pseudo-terminal; give its code, what the terminal got, and stdout.

    With `out` false, stdout is a file and only stderr is the terminal.
    """
    env = environment(TERM="xterm-256color") if env is None else env
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    settings = termios.tcgetattr(theirs)
    settings[1] &= ~termios.OPOST  # line ends as they were written
    termios.tcsetattr(theirs, termios.TCSANOW, settings)
    with tempfile.TemporaryFile() as piped:
        stdout = theirs if out else piped.fileno()
        if list(command[:3]) == program():
            child = _run(command[3:], env, cwd, stdout, theirs)
        else:
            child = subprocess.Popen(
                command, env=env, cwd=cwd, stdin=subprocess.DEVNULL, stdout=stdout, stderr=theirs
            )
        os.close(theirs)
        got = bytearray()
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # what Linux says at the end
                break
            if not piece:
                break
            got += piece
        code = child.wait(60)
        os.close(ours)
        piped.seek(0)
        return code, bytes(got), piped.read()


def program(*arguments: str) -> list[str]:
    """Give the command line that runs the program in another process."""
    return [sys.executable, "-m", "rolecmp", *arguments]
