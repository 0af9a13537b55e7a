"""JSON carries the domain: ids, letters, each language, and places that are really there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rolecmp.cli import run
from rolecmp.definitions.model import LETTERS

PROJECT = Path(__file__).parents[2]
QUESTIONS = {
    "compare-2": ("compare", "pm", "pmm"),
    "compare-5": ("compare", "csm", "mm", "pm", "pmm", "sm"),
    "compare-part": ("compare", "pm", "pmm", "-d", "perspective"),
    "who-owns-1": ("who-owns", "pricing"),
    "who-owns-2": ("who-owns", "market-research", "sales-support"),
    "who-owns-all": ("who-owns",),
    "show-pm": ("show", "pm"),
    "show-csm": ("show", "csm"),
    "list": ("list",),
}
FLAGS = (
    *(("--lang", "zh"), ("--lang", "en"), ("--width", "20"), ("--color", "always")),
    ("--heading", "4"),
)


@pytest.fixture(autouse=True)
def _in_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    for name in ("ROLECMP_ROLES", "ROLECMP_LANG"):
        monkeypatch.delenv(name, raising=False)


def _bytes(capture: pytest.CaptureFixture[bytes], *words: str) -> bytes:
    assert run([*words, "-f", "json"]) in (0, 1)
    return capture.readouterr().out


def _value(capture: pytest.CaptureFixture[bytes], name: str) -> dict[str, Any]:
    value = json.loads(_bytes(capture, *QUESTIONS[name]).decode("utf-8"))
    assert isinstance(value, dict)
    return value


def _places(value: object) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield each position with the key it stands under and the object around it."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key.endswith("position"):
                yield key, each, value
            yield from _places(each)
    elif isinstance(value, list):
        for each in value:
            yield from _places(each)


def _shape(value: object, path: str = "") -> set[str]:
    """Give the paths of keys; where keys are ids, their values share one path."""
    if isinstance(value, list):
        return {path}.union(*(_shape(each, path + "[]") for each in value))
    if not isinstance(value, dict):
        return {path}
    by_id = path.rpartition(".")[2] in ("statements", "letters", "single")
    return {path}.union(
        *(_shape(each, f"{path}.{'*' if by_id else key}") for key, each in value.items())
    )


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_schema_and_the_catalog_are_named(
    name: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    value = _value(capsysbinary, name)
    assert list(value)[:2] == ["schema", "catalog"]
    assert value["schema"] == f"rolecmp/{QUESTIONS[name][0]}/1"
    assert value["catalog"] == {
        "folder": "roles",
        "builtin": False,
        "title": {"en": "Product, marketing and sales roles", "zh": "产品、市场与销售角色"},
        "languages": ["en", "zh"],
    }


@pytest.mark.parametrize("name", QUESTIONS)
def test_nothing_but_the_question_changes_it(
    name: str, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = _bytes(capsysbinary, *QUESTIONS[name])
    for flags in FLAGS:
        assert _bytes(capsysbinary, *QUESTIONS[name], *flags) == plain
    monkeypatch.setenv("ROLECMP_LANG", "zh")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert _bytes(capsysbinary, *QUESTIONS[name]) == plain


@pytest.mark.parametrize("name", QUESTIONS)
def test_it_is_one_object_in_utf_8(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    data = _bytes(capsysbinary, *QUESTIONS[name])
    text = data.decode("utf-8")
    assert "产品" in text or "客服" in text  # and not \\u4ea7\\u54c1
    assert text.startswith("{\n")
    assert text.endswith("}\n")
    assert not data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("one", "other"),
    [("compare-2", "compare-5"), ("compare-2", "compare-part"), ("who-owns-all", "who-owns-2")],
)
def test_the_shape_is_one(one: str, other: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    first, second = (_value(capsysbinary, name) for name in (one, other))
    assert list(first) == list(second)
    # Letters that nobody has and reasons that nobody gave leave paths out, no more than that.
    for path in _shape(first) ^ _shape(second):
        assert path.endswith(("[]", ".*", ".en", ".zh")) or "accepted" in path, path


@pytest.mark.parametrize("name", QUESTIONS)
def test_places_are_where_they_say(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    count = 0
    for key, place, around in _places(_value(capsysbinary, name)):
        assert list(place) == ["path", "line", "column"]
        line = (PROJECT / place["path"]).read_text("utf-8").split("\n")[place["line"] - 1]
        rest = line[place["column"] - 1 :]
        if key == "letter_position":
            dense = line.replace(" ", "")
            assert dense.startswith(f"{around['letter']}:["), line
            assert rest[:1].isalpha()
        else:
            text = around["text" if "text" in around else "name"]
            assert rest == f"en: {text['en']}"
        count += 1
    assert count > 0


def test_the_letter_stands_at_its_topic(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for topic in _value(capsysbinary, "who-owns-all")["topics"]:
        for each in topic["evidence"]:
            place = each["letter_position"]
            line = (PROJECT / place["path"]).read_text("utf-8").split("\n")[place["line"] - 1]
            rest = line[place["column"] - 1 :]
            assert rest.startswith(topic["id"])
            assert rest[len(topic["id"])] in ",]"


@pytest.mark.parametrize("name", ["compare-2", "compare-5"])
def test_letters_are_the_union_of_the_statements(
    name: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    value = _value(capsysbinary, name)
    stated: dict[str, dict[str, set[str]]] = {}
    for role in value["roles"]:
        statements = [
            each
            for dimension in value["dimensions"]
            for each in dimension["statements"][role["id"]] or ()
        ]
        for each in [*statements, role["summary"]]:
            for letter, topics in each["letters"].items():
                for topic in topics:
                    stated.setdefault(topic, {}).setdefault(role["id"], set()).add(letter)
    listed = {
        topic["id"]: {role: set(letters) for role, letters in topic["letters"].items() if letters}
        for topic in value["topics"]
    }
    assert listed == stated
    for topic in value["topics"]:
        for letters in topic["letters"].values():
            assert letters == [letter for letter in LETTERS if letter in letters]


def test_a_portrait_has_the_union_too(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    value = _value(capsysbinary, "show-pm")
    statements = [each for one in value["dimensions"] for each in one["statements"] or ()]
    stated: dict[str, set[str]] = {}
    for each in [*statements, value["role"]["summary"]]:
        for letter, topics in each["letters"].items():
            for topic in topics:
                stated.setdefault(topic, set()).add(letter)
    assert {topic["id"]: set(topic["letters"]) for topic in value["topics"]} == stated


def test_what_is_not_described_is_null(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    value = _value(capsysbinary, "show-csm")
    assert [(each["id"], each["statements"]) for each in value["dimensions"]] == [
        ("perspective", None),
        ("responsibility", None),
        ("market-facing", None),
    ]


def test_counts_are_those_of_the_topics(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    value = _value(capsysbinary, "compare-2")
    standings = [topic["standing"] for topic in value["topics"]]
    assert value["counts"] == {
        "contested": standings.count("contested"),
        "shared": standings.count("shared"),
        "single": {"pm": 15, "pmm": 13},
    }
    assert standings.count("single") == 28
