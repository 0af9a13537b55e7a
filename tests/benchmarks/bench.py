"""Measures the bars of the design: whole processes, each beside the one it is compared with.

Run it on an installed wheel, where the bytecode is compiled once and for all:

    python -m build --wheel
    python -m venv /tmp/bench
    /tmp/bench/bin/pip install "$(ls dist/*.whl)[excel]"
    /tmp/bench/bin/python tests/benchmarks/bench.py
    /tmp/bench/bin/python tests/benchmarks/bench.py --runs 41 --only start-up

It measures the `rolecmp` beside the Python that runs it. The two sides of a ratio take turns
(A B A B), so that a busy moment falls on both; the ratio shown is the median over the pairs,
with the smallest and the largest. Where other programs run beside it, `--clock cpu` counts the
time on the processor rather than the time that passes. The exit code is 1 where a bar is missed;
what cannot be measured here says so and why. pytest does not collect this: no test depends on a
clock.

The bars are these, for a catalog of 50 roles where nothing else is said: the lines of a
comparison on the screen; start-up; every answer over a whole catalog; how that grows to 3,000
roles; a handbook and a file of many blocks; a table brought in; the page; memory; hostile files;
and the tests themselves, where what they need is installed (`pip install '.[test]' cogapp`).
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import hostile
from generate import generate, role_id, table, topic_id

from rolecmp.docblocks.content import MAX_COST, cost

PYTHON = sys.executable
PROGRAM = str(Path(sys.executable).parent / "rolecmp")
PROJECT = Path(__file__).parents[2]
BUILTIN = PROJECT / "roles"
MEGABYTE = 1 << 20

IMPORTS = (PYTHON, "-c", "import typer, rich.console, rich.table, yaml")
TYPER = (PYTHON, "-c", "import typer")
READ = """\
import os, sys, yaml
for folder in sys.argv[1:]:
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            yaml.load(file, Loader=yaml.CSafeLoader)
"""


class Run(NamedTuple):
    """How one process went."""

    seconds: float  # that passed
    processor: float  # seconds on the processor, children counted
    peak: int
    code: int
    errors: bytes


class Row(NamedTuple):
    """One line of the result."""

    group: str
    bar: str
    measured: str
    bound: str
    kept: bool | None  # None where it could not be measured


def environment(**more: str) -> dict[str, str]:
    """Give what every measured process sees: bytecode is kept, nothing else is set."""
    kept = ("PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR")
    return {key: os.environ[key] for key in kept if key in os.environ} | more


# A process of its own, because the peak that the system tells of a child is at least that of
# the process it was forked from, and this one is large.
LAUNCH = """\
import os, sys, time
start = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[
    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
    (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
])
_, status, usage = os.wait4(child, 0)
seconds = time.perf_counter() - start
print(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


def run(command: Sequence[str], folder: Path, **variables: str) -> Run:
    """Run a process to its end and measure it, out of a process that is small."""
    done = subprocess.run(
        (PYTHON, "-I", "-S", "-c", LAUNCH, *command),
        cwd=folder,
        env=environment(**variables),
        capture_output=True,
        check=True,
    )
    seconds, processor, peak, code = done.stdout.split()
    scale = 1 if sys.platform == "darwin" else 1024
    return Run(float(seconds), float(processor), int(peak) * scale, int(code), done.stderr)


def missing(group: str, bar: str, reason: str) -> Row:
    """Give the line of a bar that cannot be measured here."""
    return Row(group, bar, f"not measured: {reason}", "", None)


class Clock:
    """What the time of a run is: what passed, or what was spent on the processor."""

    processor = False


class Side(NamedTuple):
    """One side of a comparison: a command, where it runs, and the code it ends with."""

    command: Sequence[str]
    folder: Path
    code: int = 0
    variables: Mapping[str, str] = {}
    fresh: tuple[Path, Path] | None = None  # a folder that is copied beforehand, and where to

    def measure(self) -> float:
        """Run it once; give the seconds it took."""
        if self.fresh is not None:
            shutil.rmtree(self.fresh[1], ignore_errors=True)
            shutil.copytree(*self.fresh)
        done = run(self.command, self.folder, **self.variables)
        if done.code != self.code:
            text = done.errors.decode(errors="replace")
            sys.exit(f"{' '.join(self.command)}: exit code {done.code}, not {self.code}\n{text}")
        return done.processor if Clock.processor else done.seconds


def ratio(group: str, bar: str, bound: float, runs: int, ours: Side, theirs: Side) -> Row:
    """Measure two sides in turn and compare them pair by pair."""
    ours.measure()
    theirs.measure()  # the first runs compile bytecode and fill the disk's cache
    pairs = [(ours.measure(), theirs.measure()) for _ in range(runs)]
    ratios = [mine / other for mine, other in pairs]
    middle = statistics.median(ratios)
    mine, other = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    measured = f"{middle:.2f} ({min(ratios):.2f} to {max(ratios):.2f}; {mine:.0f} / {other:.0f} ms)"
    return Row(group, bar, measured, f"<= {bound}", middle <= bound)


WHOLE: Mapping[str, tuple[tuple[str, ...], int]] = {
    "list": (("list", "-f", "markdown"), 0),
    "who-owns TOPIC": (("who-owns", topic_id(0), "-f", "markdown"), 1),
    "who-owns": (("who-owns", "-f", "markdown"), 1),
    "matrix": (("matrix", "-f", "markdown"), 0),
    "overlaps": (("overlaps", "-f", "markdown"), 0),
    "check": (("check",), 1),
}


class Bench:
    """The measurements, over catalogs of several sizes in one temporary folder."""

    def __init__(self, base: Path, runs: int) -> None:
        self.base = base
        self.runs = runs
        self.empty = base / "empty"
        self.empty.mkdir()
        self.made: dict[tuple[int, str], Path] = {}

    def one_screen(self) -> Iterator[Row]:
        """Count the lines that a comparison of described roles takes in the terminal."""
        two = ("pm", "pmm")
        five = (*two, "marketing-manager", "sales-manager", "customer-service-manager")
        for roles, width, bound in ((two, 80, 24), (two, 60, 40), (five, 120, 60)):
            for language in ("en", "zh"):
                words = ("compare", *roles, "-f", "table", "--lang", language)
                shown = subprocess.run(
                    (PROGRAM, *words, "--width", str(width)),
                    cwd=self.empty, env=environment(), capture_output=True, check=True,
                ).stdout.decode()  # fmt: skip
                lines = len(shown.splitlines())
                bar = f"compare, {len(roles)} roles at {width}, {language}"
                yield Row("one-screen", bar, f"{lines} lines", f"<= {bound}", lines <= bound)

    def catalog(self, size: int, kind: str = "") -> Path:
        """Give the project folder whose `roles/` has that many roles.

        One of the kind "reworded" has a sentence in other words in each role.
        """
        if (size, kind) not in self.made:
            folder = self.made[size, kind] = self.base / f"of-{size}{kind}"
            generate(folder / "roles", size)
            if kind == "reworded":
                for path in (folder / "roles").glob("role-*.yaml"):
                    text = path.read_text(encoding="utf-8")
                    path.write_text(text.replace("together with", "with", 1), encoding="utf-8")
        return self.made[size, kind]

    def start_up(self) -> Iterator[Row]:
        """Measure a small command against the imports it cannot do without."""
        compare = (PROGRAM, "compare", "pm", "pmm")
        for name, bound in (("table", 0.95), ("markdown", 0.85), ("json", 0.85)):
            side = Side((*compare, "-f", name), self.empty)
            yield self.ratio("start-up", f"compare, {name} / imports", bound, side, IMPORTS)
        completing = {
            "_ROLECMP_COMPLETE": "complete_bash",
            "COMP_WORDS": "rolecmp who-owns pr",
            "COMP_CWORD": "2",
            "COMP_TYPE": "9",
        }
        for name, side in (
            ("--help", Side((PROGRAM, "--help"), self.empty)),
            ("compare --help", Side((PROGRAM, "compare", "--help"), self.empty)),
            ("usage error", Side((PROGRAM, "compare", "pm"), self.empty, 2)),
            ("completion", Side((PROGRAM,), self.empty, 0, completing)),
        ):
            yield self.ratio("start-up", f"{name} / import typer", 1.3, side, TYPER)

    def by_id(self) -> Iterator[Row]:
        """Measure that two roles cost the same however many there are."""
        large, small = (
            Side((PROGRAM, "compare", role_id(0), role_id(1), "-f", "markdown"), self.catalog(size))
            for size in (3000, 5)
        )
        yield ratio("by-id", "compare, 3,000 roles / 5", 1.1, self.runs, large, small)

    def fifty(self) -> Iterator[Row]:
        """Measure answers over the whole of a catalog as large as real ones are."""
        folder = self.catalog(50)
        sides = {
            name: Side((PROGRAM, *words), folder, code) for name, (words, code) in WHOLE.items()
        }
        for name, code in (("list", 0), ("who-owns", 1), ("overlaps", 0)):
            sides[f"{name}, table"] = Side((PROGRAM, name, "-f", "table"), folder, code)
        for name, side in sides.items():
            yield self.ratio("fifty", f"{name}, 50 roles / imports", 1.1, side, IMPORTS)

    def scale(self) -> Iterator[Row]:
        """Measure answers over whole catalogs, and how they grow."""
        runs = max(self.runs // 3, 3)
        folder = self.catalog(1000)
        read = Side((PYTHON, "-c", READ, str(folder / "roles")), self.empty)
        for name, (words, code) in WHOLE.items():
            side = Side((PROGRAM, *words), folder, code)
            yield ratio("scale", f"{name}, 1,000 roles / CSafeLoader", 1.0, runs, side, read)
        for name, (words, code) in WHOLE.items():
            large, small = (
                Side((PROGRAM, *words), self.catalog(size), code) for size in (3000, 1000)
            )
            yield ratio("scale", f"{name}, 3,000 roles / 1,000", 3.3, runs, large, small)

    def wide(self) -> Iterator[Row]:
        """Measure a matrix in the terminal, in the widths that lay it out differently."""
        topics = [word for number in range(50) for word in ("--topic", topic_id(number))]
        folder = self.catalog(50)
        for width in ("80", "200"):
            words = (PROGRAM, "matrix", *topics, "-f", "table", "--width", width)
            bar = f"matrix, 50 roles by 50 topics at {width} / imports"
            yield self.ratio("wide", bar, 1.6, Side(words, folder), IMPORTS)

    def diff(self) -> Iterator[Row]:
        """Measure what changed against the time of merely loading both sides."""
        runs = max(self.runs // 3, 3)
        roles = str(self.catalog(1000) / "roles")
        # In the last, every role has a sentence in other words: more than to read it takes to
        # find out which.
        others = {
            "builtin": (str(BUILTIN), "builtin", 1.0),
            "a copy": (*(str(self.catalog(1000, "copy") / "roles"),) * 2, 1.0),
            "other words": (*(str(self.catalog(1000, "reworded") / "roles"),) * 2, 1.2),
        }
        for name, (path, word, bound) in others.items():
            read = Side((PYTHON, "-c", READ, roles, path), self.empty)
            side = Side((PROGRAM, "diff", word, "-f", "markdown"), self.catalog(1000))
            bar = f"diff with {name}, 1,000 roles / CSafeLoader"
            yield ratio("diff", bar, bound, runs, side, read)
        large, small = (
            Side((PROGRAM, "diff", "builtin", "-f", "markdown"), self.catalog(size))
            for size in (3000, 1000)
        )
        yield ratio("diff", "diff with builtin, 3,000 roles / 1,000", 3.3, runs, large, small)

    def documents(self) -> Iterator[Row]:
        """Measure a handbook of a page a role, how it grows, and many blocks in one file."""
        runs = max(self.runs // 3, 3)
        seconds: dict[int, float] = {}
        for size in (50, 200, 1000):
            side = self.written(size, handbook(size))
            seconds[size] = statistics.median(side.measure() for _ in range(runs))
            if size == 200:
                yield self.ratio("documents", "200 pages of 3 blocks / imports", 6, side, IMPORTS)
        for large, small in ((200, 50), (1000, 200), (1000, 50)):
            growth = math.log(seconds[large] / seconds[small]) / math.log(large / small)
            measured = f"{growth:.2f} ({seconds[small]:.2f} to {seconds[large]:.2f} s)"
            bar = f"growth exponent, {small} to {large} pages"
            yield Row("documents", bar, measured, "<= 1.15", growth <= 1.15)
        cog = Path(sys.executable).parent / "cog"
        bar = "1,000 blocks in a file / cog"
        if not cog.exists():
            yield missing("documents", bar, "cog is not installed (pip install cogapp)")
            return
        ours = self.written(50, {"many.md": "\n".join(map(marked, many_blocks()))})
        yield ratio("documents", bar, 3, runs, ours, self.cogged(str(cog), ours))

    def importing(self) -> Iterator[Row]:
        """Measure a table of 100 topics by 10 roles that is brought in."""
        folder = self.base / "import"
        source, target = folder / "source", folder / "roles"
        source.mkdir(parents=True)
        for ending in ("md", "csv"):
            (folder / f"sheet.{ending}").write_text(table(100, 10, ending), encoding="utf-8")
            bar = f"import, 100 rows by 10 roles, {ending} / imports"
            words = ("import", f"sheet.{ending}", "-o", "roles/new")
            side = Side((PROGRAM, *words), folder, fresh=(source, target))
            yield self.ratio("import", bar, 1.5, side, IMPORTS)

    def page(self) -> Iterator[Row]:
        """Measure the page for a browser: its size, and how long it takes to write and to show."""
        forty = self.base / "of-50-forty"
        generate(forty / "roles", 50, statements=40)
        for bar, folder, bound in (
            ("page, the 5 roles of the built-in catalog", PROJECT, 150_000),
            ("page, 50 roles of 40 statements", forty, 1_500_000),
        ):
            written = self.base / "page.html"
            written.unlink(missing_ok=True)
            done = run((PROGRAM, "page", "-o", str(written)), folder)
            if done.code != 0:
                sys.exit(f"page: exit code {done.code}\n{done.errors.decode()}")
            size = written.stat().st_size
            yield Row("page", bar, f"{size:,} bytes", f"<= {bound:,}", size <= bound)
        words = (PROGRAM, "page", "-o", "page.html")
        side = Side(words, self.catalog(50))
        yield self.ratio("page", "page, 50 roles / imports", 1.5, side, IMPORTS)
        large = self.base / "of-50-large"
        generate(large / "roles", 50, 40)
        Side(words, large).measure()
        took = first_view(large / "page.html", max(self.runs // 4, 3))
        told = f"{statistics.median(took):.0f} ms ({min(took):.0f} to {max(took):.0f})"
        kept = statistics.median(took) <= 200
        yield Row(
            "page",
            "script until the first view, 50 roles of 40 statements",
            told,
            "<= 200 ms",
            kept,
        )

    def tests(self) -> Iterator[Row]:
        """Measure the time on the processor of the tests, as the README runs them."""
        bar = "pytest --cov, on the processor"
        if importlib.util.find_spec("pytest_cov") is None:
            yield missing("tests", bar, "pytest is not installed (pip install '.[test]')")
            return
        done = run((PYTHON, "-m", "pytest", "--cov", "-q"), PROJECT)
        told = "" if done.code == 0 else f", exit {done.code}"
        kept = done.code == 0 and done.processor <= 100
        yield Row("tests", bar, f"{done.processor:.0f} s{told}", "<= 100 s", kept)

    def written(self, size: int, documents: Mapping[str, str]) -> Side:
        """Give a run that fills documents, which are empty again before each."""
        folder = self.base / f"documents-{size}-{len(documents)}"
        source, target = folder / "source", folder / "docs"
        source.mkdir(parents=True)
        for name, text in documents.items():
            (source / name).write_text(text, encoding="utf-8")
        (folder / "roles").symlink_to(self.catalog(size) / "roles")
        return Side((PROGRAM, "docs", "docs"), folder, fresh=(source, target))

    def cogged(self, cog: str, ours: Side) -> Side:
        """Give a run of cog that writes the same blocks into a file like ours."""
        ours.measure()
        text = (ours.folder / "docs" / "many.md").read_text(encoding="utf-8")
        filled = re.findall(r"(?s)<!-- rolecmp: (.*?) -->\n(.*?)<!-- /rolecmp", text)
        folder = self.base / "cog"
        source = folder / "source"
        source.mkdir(parents=True)
        (folder / "answers.py").write_text(f"ANSWERS = {dict(filled)!r}", encoding="utf-8")
        blocks = (
            f"<!-- [[[cog\nimport answers, cog\ncog.out(answers.ANSWERS[{asked!r}])\n]]] -->\n"
            "<!-- [[[end]]] -->\n"
            for asked, _ in filled
        )
        (source / "many.md").write_text("\n".join(blocks), encoding="utf-8")
        command = (cog, "-I", ".", "-r", "-c", "docs/many.md")
        return Side(command, folder, fresh=(source, folder / "docs"))

    def memory(self) -> Iterator[Row]:
        """Measure the peak of memory at 50 roles."""
        folder = self.catalog(50)
        for words, code in (
            (("compare", role_id(0), role_id(1)), 0),
            (("who-owns",), 1),
            (("list",), 0),
            (("matrix",), 0),
            (("overlaps",), 0),
        ):
            for name in ("table", "markdown", "json", "csv", "html"):
                done = run((PROGRAM, *words, "-f", name), folder)
                if done.code != code:
                    sys.exit(f"{words}: exit code {done.code}\n{done.errors.decode()}")
                peak = done.peak / MEGABYTE
                yield Row(
                    "memory", f"{words[0]}, {name}, 50 roles", f"{peak:.1f} MB", "< 60 MB",
                    peak < 60,
                )  # fmt: skip

    def hostile(self) -> Iterator[Row]:
        """Measure files that are meant to do harm: each is answered soon, in little memory."""
        for name, (data, _) in hostile.larger().items():
            for file in ("pm.yaml", "catalog.yaml"):
                yield self.harmless(f"{file}, {name}", {f"roles/{file}": data}, "check")
        slips = hostile.slips(300, among=2_000)
        files = {f"roles/{file}": data for file, data in slips.items()}
        yield self.harmless("many slips among many topics", files, "check")
        for name, text in hostile.documents().items():
            yield self.harmless(f"document, {name}", {"a.md": text.encode()}, "docs", "a.md")
        for unit in hostile.CONTENTS:
            content = unit * (MAX_COST // cost(unit * 1000) * 1000)
            text = marked("list").replace("-->", f"-->\n{content}", 1)
            yield self.harmless(f"block, {unit!r}", {"a.md": text.encode()}, "docs", "a.md")
        for name, (path, make, _) in hostile.TABLES.items():
            if path.endswith(".xlsx") and importlib.util.find_spec("openpyxl") is None:
                yield missing("hostile", f"table, {name}", "openpyxl is not installed")
            else:
                yield self.harmless(f"table, {name}", {path: make()}, "import", path, "--dry-run")

    def harmless(self, name: str, files: Mapping[str, bytes], *words: str) -> Row:
        """Measure a command among such files; a problem that it tells has a place."""
        with tempfile.TemporaryDirectory(dir=self.base) as folder:
            generate(Path(folder, "roles"), 2)
            for path, data in files.items():
                Path(folder, path).write_bytes(data)
            done = run((PROGRAM, *words), Path(folder))
        told = done.code in (0, 1) or (done.code == 2 and b": error[" in done.errors)
        seconds = done.processor if Clock.processor else done.seconds
        peak = done.peak / MEGABYTE
        measured = f"{seconds:.2f} s, {peak:.0f} MB, exit {done.code}"
        kept = told and b"Traceback" not in done.errors and seconds < 2 and peak < 200
        return Row("hostile", name, measured, "< 2 s, < 200 MB", kept)

    def ratio(self, group: str, bar: str, bound: float, ours: Side, theirs: Sequence[str]) -> Row:
        """Compare with a command that needs no catalog."""
        return ratio(group, bar, bound, self.runs, ours, Side(theirs, self.empty))


def marked(command: str) -> str:
    """Give an empty block of a document."""
    return f"<!-- rolecmp: {command} -->\n<!-- /rolecmp -->\n"


def handbook(size: int) -> Mapping[str, str]:
    """Give a page a role, each with three blocks."""
    questions = ("show {}", "overlaps {}", "matrix --role {}")
    return {
        f"{role_id(number)}.md": "\n".join(
            marked(each.format(role_id(number))) for each in questions
        )
        for number in range(size)
    }


def many_blocks() -> Sequence[str]:
    """Give the commands of a thousand blocks, no two alike."""
    pairs = itertools.combinations(range(50), 2)
    return [f"compare {role_id(a)} {role_id(b)}" for a, b in itertools.islice(pairs, 1000)]


def first_view(file: Path, runs: int) -> list[float]:
    """Return how many milliseconds the script of a page took to show its first view.

    It needs Chromium and Playwright, in the environment that runs this.
    """
    import shutil

    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("google-chrome")
    took = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for _ in range(runs):
            page = browser.new_page()
            page.goto(file.as_uri())
            took.append(page.evaluate("performance.getEntriesByName('first view')[0].duration"))
            page.close()
        browser.close()
    return took


def shown(rows: Sequence[Row]) -> None:
    """Print the result as a table."""
    ends = {True: "ok", False: "OVER", None: ""}
    lines = [("bar", "measured", "bound", "")]
    lines += [(row.bar, row.measured, row.bound, ends[row.kept]) for row in rows]
    widths = [max(len(cells[column]) for cells in lines) for column in range(3)]
    for cells in lines:
        line = "  ".join(cell.ljust(width) for cell, width in zip(cells, (*widths, 4), strict=True))
        print(line.rstrip())  # noqa: T201  a script that is run by name


def main() -> int:
    """Measure what the command line asks for; give 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    groups: dict[str, Callable[[Bench], Iterator[Row]]] = {
        "one-screen": Bench.one_screen,
        "start-up": Bench.start_up,
        "fifty": Bench.fifty,
        "wide": Bench.wide,
        "by-id": Bench.by_id,
        "scale": Bench.scale,
        "diff": Bench.diff,
        "documents": Bench.documents,
        "import": Bench.importing,
        "page": Bench.page,
        "memory": Bench.memory,
        "hostile": Bench.hostile,
        "tests": Bench.tests,
    }
    parser.add_argument("--runs", type=int, default=21, help="pairs of runs a ratio (21)")
    parser.add_argument("--only", choices=groups, action="append", help="measure this; repeatable")
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall", help="what time is")
    arguments = parser.parse_args()
    Clock.processor = arguments.clock == "cpu"
    if not Path(PROGRAM).exists():
        sys.exit(f"{PROGRAM} is not there: install the wheel beside {PYTHON}")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), max(arguments.runs, 1))
        for key in arguments.only or groups:
            rows += groups[key](bench)
    shown(rows)
    return 1 if any(row.kept is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
