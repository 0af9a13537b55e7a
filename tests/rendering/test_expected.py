"""Whole outputs of the program, compared byte for byte with the files in ``tests/expected``.

After a wanted change, renew them all with one flag and read the difference before committing::

    ROLECMP_RENEW=1 python -m pytest tests/rendering/test_expected.py
    git diff tests/expected

A missing file fails, and so does one that no question makes any more; renewing deletes those.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from rolecmp.cli import run

PROJECT = Path(__file__).parents[2]
EXPECTED = PROJECT / "tests" / "expected"
KEPT = {".gitattributes"}  # not an output
RENEW = os.environ.get("ROLECMP_RENEW") == "1"
BEFORE, AFTER = (f"tests/rendering/catalogs/{name}" for name in ("before", "after"))


class Question(NamedTuple):
    words: tuple[str, ...]
    code: int = 0


QUESTIONS = {
    "compare-2": Question(("compare", "pm", "pmm")),
    "compare-3": Question(("compare", "pm", "pmm", "sales-manager")),
    "compare-5": Question(("compare", "pm", "pmm", "marketing-manager", "sales-manager", "csm")),
    "compare-perspective": Question(("compare", "pm", "pmm", "-d", "perspective")),
    "compare-gaps": Question(("compare", "pm", "csm")),
    "who-owns-pricing": Question(("who-owns", "pricing")),
    "who-owns-market-research": Question(("who-owns", "market-research"), 1),
    "who-owns-sales-support": Question(("who-owns", "sales-support"), 1),
    "who-owns": Question(("who-owns",), 1),
    "show-pmm": Question(("show", "pmm")),
    "show-csm": Question(("show", "csm")),
    "list": Question(("list",)),
    "matrix": Question(("matrix",)),
    "matrix-part": Question(
        (
            "matrix",
            "--role",
            "pmm",
            "--role",
            "产品经理",
            "--topic",
            "pricing",
            "--topic",
            "promotion",
        )
    ),
    "matrix-contested": Question(("matrix", "--only", "contested")),
    "matrix-nothing": Question(("matrix", "--only", "unowned", "--topic", "pricing")),
    "overlaps": Question(("overlaps",)),
    "overlaps-pm": Question(("overlaps", "pm")),
    "overlaps-top": Question(("overlaps", "--top", "2")),
    "rules": Question(("check", "--rules")),
    "rule": Question(("check", "--explain", "too-many-consulted")),
    "diff": Question(("diff", BEFORE, AFTER, "--exit-code"), 1),
    "diff-same": Question(("diff", "builtin", "builtin", "--exit-code")),
    "compare-versions": Question(("compare", f"pm@{BEFORE}", f"pm@{AFTER}")),
}
LANGUAGES = ("en", "zh")
SHAPES: dict[str, tuple[str, ...]] = {
    **{
        f"{width}.{language}.txt": (
            *("-f", "table", "--color", "never", "--lang", language),
            *("--width", str(width)),
        )
        for width in (40, 80, 200)
        for language in LANGUAGES
    },
    "80.en.color.txt": ("-f", "table", "--color", "always", "--lang", "en", "--width", "80"),
    **{
        f"{language}.{ending}": ("-f", name, "--lang", language)
        for name, ending in (("markdown", "md"), ("csv", "csv"), ("html", "html"))
        for language in LANGUAGES
    },
    "json": ("-f", "json"),
}
OUTPUTS = {
    f"{name}.{shape}": (*question.words, *options)
    for name, question in QUESTIONS.items()
    for shape, options in SHAPES.items()
}
# What has formats of its own.
BROKEN = ("check", "--roles", "tests/examples/broken")
OUTPUTS |= {
    f"check-{name}.{language}.{ending}": (*words, "-f", form, "--lang", language, *color)
    for name, words in (("broken", BROKEN), ("builtin", ("check",)))
    for form, ending, color in (
        ("text", "txt", ()),
        ("text", "color.txt", ("--color", "always")),
        ("json", "json", ()),
        ("github", "github", ()),
        ("sarif", "sarif", ()),
    )
    for language in LANGUAGES
}
CODES = {name: question.code for name, question in QUESTIONS.items()}
NOTES = {
    "overlaps-top.en.csv": (
        "The first 2 of 7 pairs with a topic in common; --top 7 shows all of them\n"
    ),
    "overlaps-top.zh.csv": "以上是有共同主题的 7 对中的前 2 对，用 --top 7 可看全部\n",
}
CODES |= {"check-broken": 1, "check-builtin": 0}


@pytest.fixture(autouse=True)
def _in_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    for name in ("ROLECMP_ROLES", "ROLECMP_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("file", OUTPUTS)
def test_output_is_as_expected(file: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    code = run(OUTPUTS[file])
    out, err = capsysbinary.readouterr()
    # What a table of nothing but rows cannot say stands beside it.
    assert err.decode() == NOTES.get(file, "")
    assert code == CODES[file.partition(".")[0]]
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


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("shape", ["en.md", "zh.csv", "zh.html", "json"])
def test_documents_do_not_depend_on_the_environment(
    name: str,
    shape: str,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = OUTPUTS[f"{name}.{shape}"]
    run(words)
    plain = capsysbinary.readouterr().out
    for variable, value in (
        ("FORCE_COLOR", "1"),
        ("GITHUB_ACTIONS", "true"),
        ("COLUMNS", "33"),
        ("TERM", "dumb"),
        ("LC_ALL", "zh_CN.GBK"),
        ("LANGUAGE", "de:fr"),
    ):
        monkeypatch.setenv(variable, value)
    run([*words, "--width", "24", "--color", "always"])
    assert capsysbinary.readouterr().out == plain
