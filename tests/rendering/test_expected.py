"""Whole outputs of the program, compared byte for byte with the files in ``tests/expected``.

After a wanted change, renew them all with one flag and read the difference before committing::

    ROLECMP_RENEW=1 python -m pytest tests/rendering/test_expected.py
    git diff tests/expected

A missing file fails, and so does one that no question makes any more; renewing deletes those.

A file's name is its question and its shape. Each question names the shapes that tell something
of their own: widths where the layout differs, a language where other words stand, JSON where its
shape is another. What holds in every shape alike is a test beside this one.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from rolecmp.cli import run
from rolecmp.rendering.html import GRID_STYLE, STYLE

PROJECT = Path(__file__).parents[2]
EXPECTED = PROJECT / "tests" / "expected"
KEPT = {".gitattributes"}  # not an output
RENEW = os.environ.get("ROLECMP_RENEW") == "1"
BEFORE, AFTER = (f"tests/rendering/catalogs/{name}" for name in ("before", "after"))
BROKEN = ("check", "--roles", "tests/examples/broken")


class Question(NamedTuple):
    words: tuple[str, ...]
    shapes: str
    code: int = 0


QUESTIONS = {
    # Terminal and documents, side by side and one below the other, in both languages.
    "compare-2": Question(
        ("compare", "pm", "pmm"),
        "40.en.txt 80.en.color.txt 80.zh.txt 200.en.txt en.md zh.md en.csv zh.csv en.html json",
    ),
    "compare-3": Question(
        ("compare", "pm", "pmm", "sales-manager"), "40.zh.txt 80.en.txt 200.zh.txt zh.md en.html"
    ),
    "compare-5": Question(
        ("compare", "pm", "pmm", "marketing-manager", "sales-manager", "customer-service-manager"),
        "80.zh.txt 200.en.txt en.md zh.csv zh.html",
    ),
    "compare-full": Question(
        ("compare", "pm", "pmm", "--full"), "40.zh.txt 80.en.color.txt 200.en.txt en.md zh.html"
    ),
    "compare-by-topic": Question(
        ("compare", "pm", "pmm", "--by", "topic"), "40.en.txt 80.zh.txt en.md en.html"
    ),
    "compare-perspective": Question(
        ("compare", "pm", "pmm", "-d", "perspective"), "80.en.txt 40.zh.txt zh.md en.csv"
    ),
    "compare-gaps": Question(
        ("compare", "pm", "customer-service-manager"),
        "80.en.txt 40.zh.txt en.md en.csv zh.html json",
    ),
    "compare-versions": Question(
        ("compare", f"pm@{BEFORE}", f"pm@{AFTER}"), "80.en.txt 40.zh.txt zh.md en.csv en.html json"
    ),
    # Owned, contested and accepted, and nobody's.
    "who-owns-pricing": Question(
        ("who-owns", "pricing"), "80.en.txt 40.zh.txt en.md zh.md en.csv zh.html json"
    ),
    "who-owns-market-research": Question(
        ("who-owns", "market-research"),
        "40.en.txt 80.en.color.txt 80.zh.txt en.md zh.md zh.csv en.html json",
        1,
    ),
    "who-owns-sales-support": Question(
        ("who-owns", "sales-and-service-support"),
        "80.en.txt 40.zh.txt en.md zh.csv en.html json",
        1,
    ),
    "who-owns": Question(
        ("who-owns",), "40.en.txt 80.zh.txt 200.en.txt en.md zh.md en.csv zh.html json"
    ),
    "show-pmm": Question(
        ("show", "pmm"), "40.zh.txt 80.en.color.txt 200.zh.txt en.md zh.csv zh.html json"
    ),
    "show-full": Question(("show", "pmm", "--full"), "80.en.txt 40.zh.txt zh.md en.html"),
    "show-csm": Question(
        ("show", "customer-service-manager"), "80.en.txt 40.zh.txt zh.md en.csv en.html json"
    ),
    "list": Question(("list",), "40.zh.txt 80.en.txt 200.en.txt en.md zh.md en.csv zh.html json"),
    "matrix": Question(
        ("matrix",),
        "40.en.txt 80.en.color.txt 80.zh.txt 200.en.txt en.md zh.md zh.csv en.html json",
    ),
    "matrix-part": Question(
        (
            "matrix",
            *("--role", "pmm", "--role", "产品经理"),
            *("--topic", "pricing", "--topic", "promotion"),
        ),
        "80.en.txt 40.zh.txt zh.md en.csv zh.html json",
    ),
    "matrix-contested": Question(
        ("matrix", "--only", "contested"), "80.en.txt 40.zh.txt zh.md en.csv en.html"
    ),
    "matrix-nothing": Question(
        ("matrix", "--only", "unowned", "--topic", "pricing"),
        "80.en.txt 40.zh.txt en.md zh.csv zh.html json",
    ),
    "overlaps": Question(
        ("overlaps",), "40.en.txt 80.en.color.txt 80.zh.txt 200.en.txt en.md zh.md zh.html json"
    ),
    "overlaps-pm": Question(("overlaps", "pm"), "80.en.txt 40.zh.txt zh.md en.csv en.html"),
    "overlaps-top": Question(
        ("overlaps", "--top", "2"), "80.en.txt 40.zh.txt en.md zh.csv en.csv zh.html json"
    ),
    # Every rule is listed in these three: JSON has both languages.
    "rules": Question(("check", "--rules"), "80.en.txt zh.md json"),
    "rule": Question(
        ("check", "--explain", "too-many-consulted"),
        "80.en.txt 40.zh.txt zh.md en.csv zh.html json",
    ),
    "diff": Question(
        ("diff", BEFORE, AFTER, "--exit-code"),
        "40.en.txt 80.en.color.txt 80.zh.txt 200.en.txt en.md zh.md en.csv zh.csv en.html json",
        1,
    ),
    "diff-same": Question(
        ("diff", "builtin", "builtin", "--exit-code"),
        "80.en.txt 40.zh.txt zh.md en.csv en.html json",
    ),
    "check-broken": Question(
        BROKEN, "en.txt zh.txt en.color.txt en.github zh.github en.sarif zh.sarif json", 1
    ),
    "check-builtin": Question(("check",), "en.txt zh.txt zh.color.txt zh.github en.sarif json"),
}
FORMATS = {"md": "markdown", "csv": "csv", "html": "html", "github": "github", "sarif": "sarif"}


def options(name: str, shape: str) -> tuple[str, ...]:
    """Return the options that a shape stands for: ``80.en.color.txt``, ``zh.md``, ``json``."""
    *parts, ending = shape.split(".")
    if ending == "json":
        return ("-f", "json")
    words: list[str] = []
    if ending != "txt":
        words = ["-f", FORMATS[ending]]
    elif name.startswith("check-"):
        words = ["-f", "text", "--color", "never"]
    else:
        words = ["-f", "table", "--color", "never", "--width", parts.pop(0)]
    if "color" in parts:
        words[words.index("never")] = "always"
    return (*words, "--lang", parts[0])


OUTPUTS = {
    f"{name}.{shape}": (name, (*question.words, *options(name, shape)))
    for name, question in QUESTIONS.items()
    for shape in question.shapes.split()
}
NOTES = {
    "overlaps-top.en.csv": (
        "The first 2 of 4 pairs with a topic in common; --top 4 shows all of them\n"
    ),
    "overlaps-top.zh.csv": "以上是有共同主题的 4 对中的前 2 对，用 --top 4 可看全部\n",
}
# Every rule stands in a SARIF log; here they are compared with those of the question "rules".
SARIF_RULES = re.compile(r'(?<="rules": )\[\n.*?\n {10}\]', re.DOTALL)


# What documents and data must not depend on.
SURROUNDINGS = {
    "FORCE_COLOR": "1",
    "GITHUB_ACTIONS": "true",
    "COLUMNS": "33",
    "TERM": "dumb",
    "LC_ALL": "zh_CN.GBK",
    "LANGUAGE": "de:fr",
}
MANPAGE = "import runpy, sys; print(runpy.run_path(sys.argv[1])['manpage'](), end='')"
TERMINAL = (".txt", ".github", ".sarif")


@pytest.fixture(autouse=True)
def _in_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    for name in ("ROLECMP_ROLES", "ROLECMP_LANG", "NO_COLOR", *SURROUNDINGS):
        monkeypatch.delenv(name, raising=False)


def kept(file: str, out: bytes) -> bytes:
    """Return what is kept of an output.

    A SARIF log is kept without the rules and their numbers, HTML without its style.
    """
    if file.endswith(".html"):
        grid, plain = (f"<style>\n{each}\n</style>" for each in (f"{STYLE}\n{GRID_STYLE}", STYLE))
        text = out.decode().replace(grid, "<style>grid</style>")
        return text.replace(plain, "<style></style>").encode()
    if not file.endswith(".sarif"):
        return out
    text = SARIF_RULES.sub("[]", out.decode("utf-8"), count=1)
    return re.sub(r'(?<="ruleIndex": )\d+', "0", text).encode()


@pytest.mark.parametrize("file", OUTPUTS)
def test_output_is_as_expected(
    file: str, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    name, words = OUTPUTS[file]
    if not file.endswith(TERMINAL):
        for variable, value in SURROUNDINGS.items():
            monkeypatch.setenv(variable, value)
        words = (*words, "--width", "24", "--color", "always")
    code = run(words)
    out, err = capsysbinary.readouterr()
    # What a table of nothing but rows cannot say stands beside it.
    assert err.decode() == NOTES.get(file, "")
    assert code == QUESTIONS[name].code
    out = kept(file, out)
    path = EXPECTED / file
    if RENEW:
        path.write_bytes(out)
    assert path.is_file(), "not there yet: see the docstring of this module"
    # Text first: its difference can be read.
    assert out.decode("utf-8") == path.read_bytes().decode("utf-8")
    assert out == path.read_bytes()


def test_no_expected_file_is_left_over() -> None:
    found = {path.name for path in EXPECTED.iterdir()} - KEPT
    stale = sorted(found - OUTPUTS.keys())
    if RENEW:
        for name in stale:
            (EXPECTED / name).unlink()
        stale = []
    assert stale == []


def test_the_man_page_is_what_the_help_makes_of_it() -> None:
    folder = PROJECT / ".ci"
    made = subprocess.run(
        [sys.executable, "-c", MANPAGE, folder / "manpage.py"],
        env={**os.environ, **SURROUNDINGS, "ROLECMP_LANG": "zh"},
        capture_output=True, check=True,
    )  # fmt: skip
    if RENEW:
        (folder / "rolecmp.1").write_bytes(made.stdout)
    assert made.stdout.decode() == (folder / "rolecmp.1").read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_sarif_log_has_every_rule(
    language: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    run((*BROKEN, "-f", "sarif", "--lang", language))
    logged = json.loads(capsysbinary.readouterr().out)["runs"][0]["tool"]["driver"]["rules"]
    run(("check", "--rules", "-f", "json"))
    rules = json.loads(capsysbinary.readouterr().out)["rules"]
    keys = {"finds": "shortDescription", "why": "fullDescription", "fix": "help"}
    assert {rule["id"]: rule for rule in logged} == {
        rule["name"]: {
            "id": rule["name"],
            **{key: {"text": rule[field][language]} for field, key in keys.items()},
            "defaultConfiguration": {"level": rule["severity"]},
        }
        for rule in rules
    }
