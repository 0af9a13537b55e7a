"""Bytes that mean harm, or none: a role or located problems, in bounded time and memory."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from hostile import role_files, slips

from rolecmp.definitions.loader import read_catalog
from rolecmp.definitions.sources.discovery import builtin_catalog
from rolecmp.definitions.sources.folders import MemoryFolder
from rolecmp.rendering.messages import problem_line
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog
    from rolecmp.definitions.problems import Problem

pytestmark = pytest.mark.no_cover

HEADER = b"rolecmp: 1\nlanguages: [en]\ntopics: {pricing: Pricing}\n"
MESSAGES = (Words("en"), Words("zh"))
# What a terminal would obey: control and direction characters, line feeds apart.
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def check(files: dict[str, bytes]) -> tuple[Catalog, list[Problem]]:
    """Read, and hold every problem to having a place, words and no character that acts."""
    catalog, problems, _, _ = read_catalog(MemoryFolder("", files))
    for problem in problems:
        data = files.get(problem.path, b"")
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.line <= data.replace(b"\r", b"\n").count(b"\n") + 1
        # What is told of several files together has no line of its own.
        assert not problem.source or len(problem.source) + 1 >= problem.column
        for messages in MESSAGES:
            # How a long line is told is measured by the benchmarks.
            text = problem_line(problem, messages, source=len(problem.source) < 2_000)
            assert text.startswith(f"{problem.path}:{problem.line}:{problem.column}: error[")
            assert not ACTING.search(text)
    for name in files:
        if name != "catalog.yaml" and name.removesuffix(".yaml") not in catalog.roles:
            assert [each for each in problems if each.path == name]
    return catalog, problems


HOSTILE = role_files(1)


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


def test_no_more_slips_are_told_than_can_be_read() -> None:
    files = slips(300, among=20)
    _, problems = check(files)
    first = problems[0]
    assert (len(problems), first.rule, first.line, first.column) == (101, "unknown-topic", 5, 7)


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
