"""Which pager shows a long answer, what it is given, and what happens where there is none."""

from __future__ import annotations

import os
import shlex
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from rolecmp.commands.pager import is_long, pager_of, show

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({}, "less"),
        ({"PAGER": "more"}, "more"),
        ({"PAGER": "more", "ROLECMP_PAGER": "most -s"}, "most -s"),
        ({"PAGER": "more", "ROLECMP_PAGER": ""}, None),
        ({"PAGER": ""}, None),
        ({"PAGER": "cat"}, None),
    ],
)
def test_the_pager_is_the_persons(environment: dict[str, str], command: str | None) -> None:
    assert pager_of(environment) == command


def keeping(tmp_path: Path, code: int = 0) -> str:
    script = tmp_path / "keep.py"
    script.write_text(
        "import os, pathlib, sys\n"
        f"pathlib.Path({str(tmp_path / 'shown')!r}).write_bytes(sys.stdin.buffer.read())\n"
        f"pathlib.Path({str(tmp_path / 'less')!r}).write_text(os.environ.get('LESS', ''))\n"
        f"sys.exit({code})\n"
    )
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}"


def test_the_pager_gets_every_byte_and_the_settings_of_git(tmp_path: Path) -> None:
    data = "一\n".encode() * 100_000
    assert show(data, keeping(tmp_path), dict(os.environ))
    assert (tmp_path / "shown").read_bytes() == data
    assert (tmp_path / "less").read_text() == os.environ.get("LESS", "FRX")


def test_the_persons_own_settings_stay(tmp_path: Path) -> None:
    assert show(b"x\n", keeping(tmp_path), {**os.environ, "LESS": "-S"})
    assert (tmp_path / "less").read_text() == "-S"


def test_a_pager_that_is_left_early_has_shown_it() -> None:
    assert show(b"x\n" * 1_000_000, "head -c 10 > /dev/null", dict(os.environ))


def test_a_pager_that_cannot_be_run_has_shown_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    assert not show(b"x\n", "no-such-pager-anywhere", dict(os.environ))
    assert "no-such-pager-anywhere" in capfd.readouterr().err


def test_an_interrupt_reaches_the_program_again_afterwards(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    show(b"x\n", keeping(tmp_path), dict(os.environ))
    assert signal.getsignal(signal.SIGINT) == before


@pytest.mark.parametrize(("lines", "long"), [(10, False), (23, False), (24, True), (100, True)])
def test_only_what_the_screen_does_not_hold_is_long(lines: int, long: bool) -> None:
    assert is_long("x\n" * lines, 24) is long
