"""Bytes that mean harm, or none: a role or located problems, in bounded time and memory."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.definitions.loader import read_catalog
from rolecmp.definitions.problems import Problem, phrase
from rolecmp.definitions.sources.discovery import builtin_catalog
from rolecmp.rendering.messages import problem_line
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog

HEADER = b"rolecmp: 1\nlanguages: [en]\ntopics: {pricing: Pricing}\n"
MESSAGES = (Words("en"), Words("zh"))
# What a terminal would obey: control and direction characters, line feeds apart.
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Files:
    """A folder held in memory."""

    label = ""
    builtin = False

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def names(self) -> list[str]:
        return list(self.files)

    def has(self, name: str) -> bool:
        return name in self.files

    def read(self, name: str, limit: int) -> bytes | Problem:
        if name not in self.files:
            return Problem(name, 1, 1, "unreadable", phrase("no-such-file"))
        return self.files[name][:limit]


def check(files: dict[str, bytes]) -> tuple[Catalog, list[Problem]]:
    """Read, and hold every problem to having a place, words and no character that acts."""
    catalog, problems, _, _ = read_catalog(Files(files))
    for problem in problems:
        data = files.get(problem.path, b"")
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.line <= data.replace(b"\r", b"\n").count(b"\n") + 1
        assert len(problem.source) + 1 >= problem.column
        for messages in MESSAGES:
            # Long lines are left to the process that has a limit on its time.
            text = problem_line(problem, messages, source=len(problem.source) < 2_000)
            assert text.startswith(f"{problem.path}:{problem.line}:{problem.column}: error[")
            assert not ACTING.search(text)
    for name in files:
        if name != "catalog.yaml" and name.removesuffix(".yaml") not in catalog.roles:
            assert [each for each in problems if each.path == name]
    return catalog, problems


def laughs() -> bytes:
    """Write aliases of aliases that stand for a thousand million words."""
    lines = ["a0: &a0 [lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join(lines).encode()


def merges() -> bytes:
    """Write merge keys of merge keys, each doubling the one before."""
    lines = ["a0: &a0 {x: y}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 14)]
    text = "\n".join(lines).encode()
    return text[: text.rindex(b"\n")]


def hostile(many: int) -> dict[str, tuple[bytes, str]]:
    """Write the files, most of them the larger the more `many` is, with what each is told as."""
    return {
        "brackets": (b"[" * 60_000, "limit"),
        "closed brackets": (b"[" * 30_000 + b"]" * 30_000, "limit"),
        "braces": (b"{" * 100_000, "limit"),
        "named brackets": (b"name: " + b"[" * 60_000, "limit"),
        "questions": (b"? " * 50_000, "limit"),
        "questions by lines": (b"".join(b" " * n + b"?\n" for n in range(1_000)), "limit"),
        "dashes": (b"- " * 50_000, "limit"),
        "nested keys": (b"".join(b" " * n + b"a:\n" for n in range(1_000)), "limit"),
        "laughs": (laughs(), "anchor"),
        "merges": (merges(), "anchor"),
        "long anchor": (b"name: &" + b"a" * 90_000 * many + b" x\n", "anchor"),
        "long tag": (b"name: !" + b"a" * 90_000 * many + b" x\n", "tag"),
        "many anchors": (b"name: [" + b"&a x, " * 10_000 * many + b"]\n", "anchor"),
        "many aliases": (b"name: [" + b"*a , " * 10_000 * many + b"]\n", "alias"),
        "long line too large": (b"name: " + b"x" * (5 << 20), "limit"),
        "open quote": (b"name: '" + b"x" * 100_000 * many, "syntax"),
        "many items": (b"name: [" + b"a," * 400_000 + b"]", "limit"),
        "many keys": (b"\n".join(b"k%d: x" % n for n in range(6_000 * many)), "unknown-key"),
        "same key": (b"k: x\n" * 6_000 * many, "duplicate-key"),
        "many documents": (b"--- x\n" * 10_000 * many, "several-documents"),
        "many control characters": (b"name: " + b"\x01" * 100_000 * many, "control-character"),
        "many direction characters":
            (("name: " + "\u202e" * 30_000 * many).encode(), "control-character"),
        "many tabs": (b"\tx\n" * 30_000 * many, "tab"),
        "many conflicts": (b"<<<<<<< x\n" * 10_000 * many, "conflict-marker"),
        "many hashes": (b"name: [" + b"#x" * 40_000 * many, "unquoted-text"),
        "many hash lines": (b"name: 'x'\nnotes:\n" + b"  - a #x\n" * 6_000 * many, "unquoted-text"),
        "many wide colons": ("a：".encode() * 20_000 * many, "full-width-colon"),
        "wide colon lines": ("a：b\n".encode() * 10_000 * many + b"x: [", "full-width-colon"),
        "spaces": (b" " * 100_000 * many + b"x", "wrong-type"),
        "newlines": (b"\n" * 100_000 * many + b"[", "syntax"),
        "carriage returns": (b"\r" * 100_000 * many + b"[", "syntax"),
        "dashes before a colon": (b"- " * 10 + b"a: [" + b" " * 90_000 * many, "syntax"),
        "escapes": (b'name: "' + b"\\e" * 40_000 * many + b'"', "control-character"),
        "long number": (b"name: " + b"9" * 90_000 * many + b"\nx: 1\n", "unknown-key"),
        "long key": (b"k" * 90_000 * many + b": x\n", "syntax"),
        "long version": (b"%YAML " + b"9" * 90_000 * many + b".1\n--- x\n", "syntax"),
        "zeros": (bytes(100_000 * many), "encoding"),
        "high bytes": (b"\xff" * 100_000 * many, "encoding"),
        "half a character": (b"name: x\n" + b"\xe4\xba", "encoding"),
        "gbk": (("name: " + "产品" * 20_000 * many).encode("gbk"), "encoding"),
    }  # fmt: skip


HOSTILE = hostile(1)


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_role(case: str) -> None:
    data, rule = HOSTILE[case]
    _, problems = check({"catalog.yaml": HEADER, "pm.yaml": data})
    assert rule in {each.rule for each in problems}
    assert len(problems) <= 101


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_catalog_file(case: str) -> None:
    data, _ = HOSTILE[case]
    catalog, problems = check({"catalog.yaml": data, "pm.yaml": b"name: PM\n"})
    assert problems
    assert len(problems) <= 101
    assert {each.path for each in problems} == {"catalog.yaml"}
    assert "pm" in catalog.roles


def test_a_long_line_is_read() -> None:
    catalog, problems = check({"catalog.yaml": HEADER, "pm.yaml": b"name: " + b"x" * 1_000_000})
    assert problems == []
    assert catalog.roles["pm"].name.texts == {"en": "x" * 1_000_000}


# Reads each folder it is told, under limits of memory and of time on the processor.
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))
resource.setrlimit(resource.RLIMIT_CPU, (90, 90))
from time import process_time
from rolecmp.definitions.sources.folders import DiskFolder
from rolecmp.definitions.loader import read_catalog
from rolecmp.rendering.messages import problem_line
from rolecmp.words import Words
words = Words("en")
for folder in sys.argv[1:]:
    start = process_time()
    problems = read_catalog(DiskFolder(folder, "")).problems
    text = problem_line(problems[0], words, source=True)
    first = problems[0]
    print(len(problems), first.rule, first.line, first.column, process_time() - start)
"""
# A bound on the time of one file, ten times what any takes on a quiet machine.
SECONDS = 10

POSIX = pytest.mark.skipif(
    sys.platform == "win32", reason="limits of a process are set the POSIX way"
)


def within_bounds(folders: list[Path]) -> list[tuple[int, str, int, int]]:
    """Read folders in a process of their own, under limits; return what each has first."""
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, *map(str, folders)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (run.returncode, run.stderr) == (0, "")
    found = []
    for line in run.stdout.splitlines():
        count, rule, number, column, seconds = line.split()
        assert float(seconds) < SECONDS, line
        found.append((int(count), rule, int(number), int(column)))
    return found


@POSIX
@pytest.mark.parametrize(("name", "many"), [("pm.yaml", 10), ("catalog.yaml", 3)])
def test_within_bounds(name: str, many: int, tmp_path: Path) -> None:
    folders = []
    for case, (data, _) in hostile(many).items():
        folder = tmp_path / case.replace(" ", "-")
        folder.mkdir()
        (folder / "catalog.yaml").write_bytes(HEADER)
        (folder / name).write_bytes(data)
        folders.append(folder)
    found = within_bounds(folders)
    assert len(found) == len(HOSTILE)
    for count, _, line, column in found:
        assert 1 <= count <= 101
        assert line >= 1
        assert column >= 1


@POSIX
def test_many_slips_among_many_topics_within_bounds(tmp_path: Path) -> None:
    topics = "".join(f"  topic-{number:04}: T{number:04}\n" for number in range(2_000))
    (tmp_path / "catalog.yaml").write_text(f"rolecmp: 1\nlanguages: [en]\ntopics:\n{topics}")
    slips = "    - topik-0001\n" * 300
    (tmp_path / "pm.yaml").write_text(f"name: PM\nsummary:\n  en: x\n  informed:\n{slips}")
    assert within_bounds([tmp_path]) == [(101, "unknown-topic", 5, 7)]


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    check({"catalog.yaml": HEADER, "pm.yaml": data})
    check({"catalog.yaml": data, "pm.yaml": data})


ALPHABET = st.sampled_from(
    [
        "name", "en", "zh", "notes", "pairs", "topics", "rolecmp", "languages", "x", "pricing",
        ":", ": ", "- ", "? ", ",", "[", "]", "{", "}", "&a", "*a", "!t", "<<", "|", ">", "'", '"',
        "#", " #", "#x", "%", "@", "`", "\\", "\\e", "\n", "\n  ", "\r", "\r\n", "\t", " ",
        "：", "产品", "\x00", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff", "~", "=======",
        "<<<<<<< x", "---", "...", ">>>>>>>",
    ]
)  # fmt: skip


@given(st.lists(ALPHABET, max_size=40).map("".join))
def test_any_tokens(text: str) -> None:
    check({"catalog.yaml": HEADER, "pm.yaml": text.encode()})
    check({"catalog.yaml": text.encode(), "pm.yaml": b"name: PM\n"})
    check({"catalog.yaml": HEADER + text.encode(), "pm.yaml": b"name: PM\n" + text.encode()})


FOLDER = builtin_catalog()


def builtin_files() -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name in (each for each in FOLDER.names() if each.endswith(".yaml")):
        data = FOLDER.read(name, 1 << 20)
        assert isinstance(data, bytes)
        files[name] = data
    return files


BUILTIN = builtin_files()


@given(st.data())
def test_mutated_real_files(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(BUILTIN)))
    contents = BUILTIN[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(contents)))
        end = data.draw(st.integers(start, min(len(contents), start + 60)))
        piece = data.draw(st.one_of(st.binary(max_size=4), ALPHABET.map(str.encode)))
        contents = contents[:start] + piece + contents[end:]
    check({**BUILTIN, name: contents})


def test_the_real_files_as_they_are() -> None:
    catalog, problems = check(BUILTIN)
    assert problems == []
    assert len(catalog.roles) == 5
