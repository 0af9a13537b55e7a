"""Makes system calls fail, and kills the program at each of them, by strace; and two at once.

    .venv/bin/python tests/benchmarks/faults.py            # everything: half an hour
    .venv/bin/python tests/benchmarks/faults.py errors     # a call that looks for a catalog fails
    .venv/bin/python tests/benchmarks/faults.py kills      # a run that writes is killed
    .venv/bin/python tests/benchmarks/faults.py rounds     # two runs write the same documents

It needs Linux and strace, and is a campaign to be run by name: pytest does not collect it. What
it counts are wrong answers, torn files and leftovers; the exit code is 1 where there is one.
`tests/definitions/test_discovery.py` and `tests/cli/test_cli_docs.py` hold the same cheaply.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))

from cli_harness import write_studio

PROGRAM = (str(Path(sys.executable).parent / "rolecmp"),)
ERRORS = ("EACCES", "EIO", "ENOENT")
ROUNDS = 100
# One order of sets and no files of bytecode: each run makes the same calls as the one before.
ENVIRONMENT = {
    **{name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ},
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "LC_ALL": "C.UTF-8",
}
_CALL = re.compile(r"(\w+)\((.*)")
_RELATIVE = re.compile(r'(?:AT_FDCWD<[^>]*>, )?"(?!/)')

DOCUMENT = """\
# Handbook

<!-- rolecmp: compare maker seller -->
<!-- /rolecmp -->

<!-- rolecmp: who-owns -->
<!-- /rolecmp -->
"""
SHEET = """\
| Topic | Maker | Seller |
| --- | --- | --- |
| Pricing | A | R |
| Launch | C | A |
"""
READING = (
    ("who-owns", "pricing"),
    ("compare", "maker", "seller"),
    ("check",),
    ("docs", "handbook.md"),
)
WRITING = (
    ("docs", "handbook.md", "second.md"),
    ("import", "sheet.md", "-o", "new"),
    ("import", "sheet.md", "-o", "../roles"),
    ("init", "begun"),
    ("init", "there"),
    ("page", "-o", "roles.html"),
    ("page", "-o", "old.html"),
    ("compare", "maker", "seller", "-o", "compare.md"),
    ("compare", "maker", "seller", "-o", "old.html"),
    ("schema", "role", "-o", "role.json"),
    ("check", "--fix", "--roles", "slips"),
)


class Run(NamedTuple):
    """How one run went: its exit code, what it printed, and the files that it left."""

    code: int
    out: bytes
    err: bytes
    files: Mapping[str, bytes | None]


def lay_out(top: Path) -> Path:
    """Lay out a company's catalog below another's, with documents; return where one works."""
    shutil.rmtree(top, ignore_errors=True)
    write_studio(top / "roles")
    maker = top / "roles" / "maker.yaml"
    maker.write_text(maker.read_text("utf-8").replace("Maker", "Somebody else"), "utf-8")
    write_studio(top / "company" / "roles")
    here = top / "company" / "team"
    (here / "there").mkdir(parents=True)
    for name in ("handbook.md", "second.md"):
        (here / name).write_text(DOCUMENT, "utf-8")
    write_studio(here / "slips")
    for name in ("maker.yaml", "seller.yaml"):  # which is mended, and the one renamed as well
        slip = here / "slips" / name
        slip.write_text(slip.read_text("utf-8").replace("summary: {", "summary：{"), "utf-8")
    slip.rename(slip.with_name("Seller.yml"))
    (here / "sheet.md").write_text(SHEET, "utf-8")
    (here / "old.html").write_text("old\n", "utf-8")
    return here


def files(top: Path) -> dict[str, bytes | None]:
    """Return what lies below a folder, None for a folder."""
    return {
        str(each.relative_to(top)): None if each.is_dir() else each.read_bytes()
        for each in sorted(top.rglob("*"))
    }


def run(here: Path, arguments: tuple[str, ...], *tracing: str) -> Run:
    """Run the program in a folder, under strace where there is something to trace."""
    command = (*tracing, *PROGRAM, *arguments)
    done = subprocess.run(
        command,
        cwd=here,
        env=ENVIRONMENT,
        stdin=DEVNULL,
        capture_output=True,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr, files(here.parent))


def calls(here: Path, arguments: tuple[str, ...]) -> tuple[list[tuple[str, int]], Run]:
    """Return the system calls of a run that have to do with its files, by name and number."""
    with tempfile.NamedTemporaryFile(prefix="calls-") as log:
        done = run(here, arguments, "strace", "-qq", "-y", "-s", "4096", "-o", log.name)
        lines = Path(log.name).read_text("utf-8", "replace").splitlines()
    counts: dict[str, int] = {}
    found = []
    for line in lines:
        call = _CALL.match(line)
        if call is None:
            continue
        name, rest = call.groups()
        counts[name] = counts.get(name, 0) + 1
        # The working directory itself is named by every call that takes a path.
        named = str(here.parents[1]) in rest.replace(f"AT_FDCWD<{here}>", "")
        if named or _RELATIVE.match(rest):
            found.append((name, counts[name]))
    return found, done


def injected(kind: str, number: int, call: str) -> tuple[str, ...]:
    """Return the command that lets one system call fail, or kills the program at it."""
    return ("strace", "-qq", "-o", os.devnull, "-e", f"trace={call}",
            "-e", f"inject={call}:{kind}:when={number}")  # fmt: skip


def errors(top: Path, arguments: tuple[str, ...]) -> Iterator[str | None]:
    """Let each call fail in each way; yield what is wrong with the answer, None for nothing."""
    before = files(lay_out(top).parent)
    found, plain = calls(lay_out(top), arguments)
    for call, number in found:
        for error in ERRORS:
            here = lay_out(top)
            done = run(here, arguments, *injected(f"error={error}", number, call))
            where = f"{' '.join(arguments)}: {call} {number}: {error}"
            same = (done.code, done.out, done.files) == (plain.code, plain.out, plain.files)
            refused = done.code == 2 and done.err and not done.out
            told = arguments == ("check",) and done.code == 1 and b"error[unreadable]" in done.out
            # What is left beside a document is cleared by the next run, as `kills` sees.
            left = {name: done.files[name] for name in done.files if ".rolecmp-" not in name}
            good = same or ((refused or told) and left == before)
            yield None if good else f"{where}: {done.code} {done.out!r} {done.err!r}"


def kills(top: Path, arguments: tuple[str, ...]) -> Iterator[str | None]:
    """Kill a run at each call, then run it again; yield what is wrong, None for nothing."""
    before = files(lay_out(top).parent)
    found, plain = calls(lay_out(top), arguments)
    for call, number in found:
        here = lay_out(top)
        killed = run(here, arguments, *injected("signal=KILL", number, call))
        where = f"{' '.join(arguments)}: killed at {call} {number}"
        whole = {*before.values(), *plain.files.values()}
        torn = [
            name
            for name, data in killed.files.items()
            if ".rolecmp-" not in name and data not in whole
        ]
        again = run(here, arguments)
        # A run that was killed when it was done may be refused to be done again, and what is half
        # there may be in the way of the next, which names it then.
        done = again.files == plain.files and (
            again.code == plain.code or killed.files == again.files
        )
        new = [Path(name).name.encode() for name in {*again.files} - {*before}]
        named = again.code == 2 and any(name in again.err for name in new)
        left = [name for name in again.files if Path(name).name.startswith(".rolecmp-")]
        if killed.code == plain.code:
            yield f"{where}: not killed"
        elif torn or left:
            yield f"{where}: torn {torn}, left {left}"
        else:
            yield None if done or named else f"{where}: then {again.code} {again.err!r}"


def rounds(top: Path, arguments: tuple[str, ...]) -> Iterator[str | None]:
    """Let two runs renew the same documents at once; yield what is wrong, None for nothing."""
    plain = run(lay_out(top), arguments)
    command = (*PROGRAM, *arguments)
    for _ in range(ROUNDS):
        here = lay_out(top)
        both = [
            subprocess.Popen(command, cwd=here, env=ENVIRONMENT, stdout=DEVNULL, stderr=PIPE)
            for _ in range(2)
        ]
        said = [each.communicate()[1] for each in both]
        codes = [each.returncode for each in both]
        good = codes == [0, 0] and files(here.parent) == plain.files
        yield None if good else f"{codes} {said!r}"


CAMPAIGNS = {
    "errors": (errors, READING),
    "kills": (kills, WRITING),
    "rounds": (rounds, (("docs", "."),)),
}


def campaign(name: str) -> int:
    """Run a campaign and print how it went; return how many runs were wrong."""
    attack, asked = CAMPAIGNS[name]

    def one(arguments: tuple[str, ...]) -> tuple[int, list[str]]:
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            told = list(attack(Path(folder).resolve() / "top", arguments))
        return len(told), [each for each in told if each is not None]

    total = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for arguments, (count, wrong) in zip(asked, pool.map(one, asked), strict=True):
            print(f"{name}: {' '.join(arguments)}: {count} runs, {len(wrong)} wrong")  # noqa: T201
            for each in wrong:
                print(f"  {each}")  # noqa: T201
            total += len(wrong)
    return total


if __name__ == "__main__":
    wanted = sys.argv[1:] or list(CAMPAIGNS)
    sys.exit(1 if sum(map(campaign, wanted)) else 0)
