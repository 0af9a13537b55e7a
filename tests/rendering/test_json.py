"""JSON carries the domain: ids, letters, each language, and places that are really there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rolecmp.cli import run
from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.sources.folders import DiskFolder

PROJECT = Path(__file__).parents[2]
TOPICS = tuple(load_catalog(DiskFolder(str(PROJECT / "roles"), "roles")).topics)
QUESTIONS = {
    "compare-2": ("compare", "pm", "pmm"),
    "compare-5": ("compare", "customer-service-manager", "mm", "pm", "pmm", "sm"),
    "compare-part": ("compare", "pm", "pmm", "-d", "perspective"),
    "who-owns-1": ("who-owns", "pricing"),
    "who-owns-2": ("who-owns", "market-research", "sales-and-service-support"),
    "who-owns-every": ("who-owns", *TOPICS),
    "owners": ("who-owns",),
    "show-pm": ("show", "pm"),
    "show-csm": ("show", "customer-service-manager"),
    "list": ("list",),
    "matrix": ("matrix",),
    "matrix-part": ("matrix", "--role", "pm", "--topic", "pricing", "--topic", "promotion"),
    "matrix-nothing": ("matrix", "--topic", "pricing", "--only", "contested"),
    "overlaps": ("overlaps",),
    "overlaps-pm": ("overlaps", "pm", "--top", "1"),
}
# The schema is named after the command, except that who-owns without a topic has its own.
SCHEMAS = {name: words[0] for name, words in QUESTIONS.items()} | {"owners": "owners"}
FLAGS = ("--lang", "zh", "--width", "20", "--color", "always", "--heading", "4")


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
    by_id = path.rpartition(".")[2] in ("statements", "letters", "one", "others", "brief")
    return {path}.union(
        *(_shape(each, f"{path}.{'*' if by_id else key}") for key, each in value.items())
    )


def _catalog_source() -> dict[str, str]:
    """Read the source off the file itself, a line a language."""
    lines = (PROJECT / "roles" / "catalog.yaml").read_text("utf-8").splitlines()
    start = lines.index("source:")
    texts = dict(line.strip().split(": ", 1) for line in lines[start + 1 : start + 3])
    assert list(texts) == ["en", "zh"]
    return texts


@pytest.mark.no_cover
@pytest.mark.parametrize("name", QUESTIONS)
def test_the_schema_and_the_catalog_are_named(
    name: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    value = _value(capsysbinary, name)
    assert list(value)[:2] == ["schema", "catalog"]
    assert value["schema"] == f"rolecmp/{SCHEMAS[name]}/1"
    assert value["catalog"] == {
        "folder": "roles",
        "builtin": False,
        "title": {"en": "Product, marketing and sales roles", "zh": "产品、市场与销售角色"},
        "languages": ["en", "zh"],
        "source": _catalog_source(),
    }


@pytest.mark.no_cover
@pytest.mark.parametrize("name", QUESTIONS)
def test_nothing_but_the_question_changes_it(
    name: str, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = _bytes(capsysbinary, *QUESTIONS[name])
    monkeypatch.setenv("ROLECMP_LANG", "zh")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert _bytes(capsysbinary, *QUESTIONS[name]) == plain
    assert _bytes(capsysbinary, *QUESTIONS[name], *FLAGS) == plain


@pytest.mark.no_cover
@pytest.mark.parametrize("name", QUESTIONS)
def test_it_is_one_object_in_utf_8(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    text = _bytes(capsysbinary, *QUESTIONS[name]).decode("utf-8")
    assert not text.isascii()
    assert "\\u" not in text  # 产品 and not \\u4ea7\\u54c1
    assert text.startswith("{\n")  # and with no mark of the byte order
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("compare-2", "compare-5"),
        ("compare-2", "compare-part"),
        ("who-owns-every", "who-owns-2"),
        ("matrix", "matrix-part"),
    ],
)
def test_the_shape_is_one(one: str, other: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    first, second = (_value(capsysbinary, name) for name in (one, other))
    assert list(first) == list(second)
    # Letters that nobody has and reasons that nobody gave leave paths out, no more than that.
    for path in _shape(first) ^ _shape(second):
        assert path.endswith(("[]", ".*", ".en", ".zh")) or "accepted" in path, path


@pytest.mark.no_cover
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
            assert rest.replace('"', "") == f"en: {text['en']}".replace('"', "")
        count += 1
    # The overview alone has no sentences to place.
    assert (count == 0) is (name == "owners")


def test_the_letter_stands_at_its_topic(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    topics = _value(capsysbinary, "who-owns-every")["topics"]
    assert [topic["id"] for topic in topics] == list(TOPICS)
    for topic in topics:
        for each in topic["evidence"]:
            place = each["letter_position"]
            line = (PROJECT / place["path"]).read_text("utf-8").split("\n")[place["line"] - 1]
            rest = line[place["column"] - 1 :]
            assert rest.startswith(topic["id"])
            assert rest[len(topic["id"])] in ",]"


SMALL = {
    "catalog.yaml": """\
rolecmp: 1
languages: [en, zh]
dimensions: {work: {en: Work, zh: 工作}}
topics:
  launch: {en: Launch, zh: 上市}
  pricing:
    en: Pricing
    zh: 定价
    accepted: {multiple-accountable: {roles: [a, b], en: Both do, zh: 两者都管}}
  support:
    en: Support
    zh: 支持
    accepted: {no-accountable: {en: Nobody decides, zh: 无人决定}}
  website: {en: Website, zh: 官网, accepted: {no-accountable: {en: Later, zh: 以后}}}
  demos: {en: Demos, zh: 演示, accepted: {multiple-accountable: {en: Unmet, zh: 没有发生}}}
  events: {en: Events, zh: 活动}
""",
    "a.yaml": """\
name: {en: Role A, zh: 甲}
summary: {en: Hears of launches, zh: 了解上市, informed: [launch]}
work:
  - {en: Prices, zh: 负责定价, accountable: [pricing], responsible: [support]}
  - {en: Asked on launches, zh: 参与上市, consulted: [launch]}
""",
    "b.yaml": """\
name: {en: Role B, zh: 乙}
work:
  - en: Launches and prices
    zh: 推出并定价
    accountable: [launch, pricing]
    responsible: [launch, support]
  - {en: Shows it, zh: 演示产品, accountable: [demos], consulted: [support]}
""",
}


def _small(
    capture: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    *words: str,
    command: str = "who-owns",
) -> dict[str, Any]:
    """Ask about a small catalog, as a rule who owns its topics; give what follows its catalog."""
    (folder / "roles").mkdir()
    for name, text in SMALL.items():
        (folder / "roles" / name).write_text(text, "utf-8")
    monkeypatch.chdir(folder)
    value = json.loads(_bytes(capture, command, *words).decode("utf-8"))
    assert value.pop("catalog") == {
        "folder": "roles",
        "builtin": False,
        "title": None,
        "languages": ["en", "zh"],
        "source": None,
    }
    assert isinstance(value, dict)
    return value


def accepted(english: str, chinese: str, *roles: str) -> dict[str, Any]:
    reason = {"en": english, "zh": chinese}
    return {"reason": reason, "roles": list(roles), "at_most": None, "until": None}


def test_the_overview_in_full(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    value = _small(capsysbinary, monkeypatch, tmp_path)
    assert list(value) == ["schema", "settled", "topics"]
    keys = ["id", "name", "state", "owners", "accepted", "group", "others"]
    assert [list(topic) for topic in value["topics"]] == [keys] * 6
    assert list(value["topics"][2]["others"]) == ["a", "b"]
    assert value == {
        "schema": "rolecmp/owners/1",
        "settled": False,
        "topics": [
            {
                "id": "launch",
                "name": {"en": "Launch", "zh": "上市"},
                "state": "owned",
                "owners": ["b"],
                "group": None,
                "others": {"a": ["consulted", "informed"]},
                "accepted": None,
            },
            {
                "id": "pricing",
                "name": {"en": "Pricing", "zh": "定价"},
                "state": "contested",
                "owners": ["a", "b"],
                "group": None,
                "others": {},
                "accepted": accepted("Both do", "两者都管", "a", "b"),
            },
            {
                "id": "support",
                "name": {"en": "Support", "zh": "支持"},
                "state": "undecided",
                "owners": [],
                "group": None,
                "others": {"a": ["responsible"], "b": ["responsible", "consulted"]},
                "accepted": accepted("Nobody decides", "无人决定"),
            },
            {
                "id": "website",
                "name": {"en": "Website", "zh": "官网"},
                "state": "unowned",
                "owners": [],
                "group": None,
                "others": {},
                "accepted": accepted("Later", "以后"),
            },
            {
                "id": "demos",
                "name": {"en": "Demos", "zh": "演示"},
                "state": "owned",
                "owners": ["b"],
                "group": None,
                "others": {},
                "accepted": None,
            },
            {
                "id": "events",
                "name": {"en": "Events", "zh": "活动"},
                "state": "unowned",
                "owners": [],
                "group": None,
                "others": {},
                "accepted": None,
            },
        ],
    }


def test_the_matrix_in_full(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words = ("--role", "b", "--topic", "launch", "--topic", "pricing", "--topic", "website")
    value = _small(capsysbinary, monkeypatch, tmp_path, *words, command="matrix")
    assert list(value) == ["schema", "groups", "only", "roles", "topics", "counts"]
    assert value == {
        "schema": "rolecmp/matrix/1",
        "groups": [],
        "only": [],
        "roles": [
            {
                "id": "b",
                "name": {"en": "Role B", "zh": "乙"},
                "position": {"path": "roles/b.yaml", "line": 1, "column": 7},
                "totals": {"accountable": 2, "responsible": 1},
            }
        ],
        "topics": [
            {
                "id": "launch",
                "name": {"en": "Launch", "zh": "上市"},
                "state": "owned",
                "owners": ["b"],
                "group": None,
                "involved": 2,
                "accepted": None,
                "letters": {"b": ["accountable", "responsible"]},
            },
            {
                "id": "pricing",
                "name": {"en": "Pricing", "zh": "定价"},
                "state": "contested",
                "owners": ["a", "b"],
                "group": None,
                "involved": 2,
                "accepted": accepted("Both do", "两者都管", "a", "b"),
                "letters": {"b": ["accountable"]},
            },
            {
                "id": "website",
                "name": {"en": "Website", "zh": "官网"},
                "state": "unowned",
                "owners": [],
                "group": None,
                "involved": 0,
                "accepted": accepted("Later", "以后"),
                "letters": {},
            },
        ],
        "counts": {"owned": 1, "contested": 1, "undecided": 0, "unowned": 1},
    }


def test_the_overlaps_in_full(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    value = _small(capsysbinary, monkeypatch, tmp_path, "b", command="overlaps")
    assert list(value) == ["schema", "role", "roles", "topics", "pairs", "total", "counts"]
    b = {
        "id": "b",
        "name": {"en": "Role B", "zh": "乙"},
        "position": {"path": "roles/b.yaml", "line": 1, "column": 7},
    }
    assert value["role"] == b
    assert value["roles"][1] == b
    assert [role["id"] for role in value["roles"]] == ["a", "b"]
    assert value["pairs"] == [
        {"roles": ["b", "a"], "contested": ["pricing"], "shared": ["launch", "support"]}
    ]
    assert value["topics"] == [
        {
            "id": "launch",
            "name": {"en": "Launch", "zh": "上市"},
            "state": "owned",
            "owners": ["b"],
            "accepted": None,
        },
        {
            "id": "pricing",
            "name": {"en": "Pricing", "zh": "定价"},
            "state": "contested",
            "owners": ["a", "b"],
            "accepted": accepted("Both do", "两者都管", "a", "b"),
        },
        {
            "id": "support",
            "name": {"en": "Support", "zh": "支持"},
            "state": "undecided",
            "owners": [],
            "accepted": accepted("Nobody decides", "无人决定"),
        },
    ]
    assert value["total"] == 1
    assert value["counts"] == {"contested": 1, "shared": 0, "apart": 0}


def test_the_evidence_in_full(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    value = _small(capsysbinary, monkeypatch, tmp_path, "launch", "website")
    assert list(value) == ["schema", "settled", "topics"]
    keys = ["id", "name", "state", "owners", "accepted", "ask", "evidence"]
    assert [list(topic) for topic in value["topics"]] == [keys] * 2
    both = {"en": "Launches and prices", "zh": "推出并定价"}
    assert value == {
        "schema": "rolecmp/who-owns/1",
        "settled": False,
        "topics": [
            {
                "id": "launch",
                "name": {"en": "Launch", "zh": "上市"},
                "state": "owned",
                "owners": ["b"],
                "accepted": None,
                "ask": None,
                "evidence": [
                    {
                        "role": "b",
                        "letter": "accountable",
                        "dimension": "work",
                        "text": both,
                        "position": {"path": "roles/b.yaml", "line": 3, "column": 5},
                        "letter_position": {"path": "roles/b.yaml", "line": 5, "column": 19},
                    },
                    {
                        "role": "b",
                        "letter": "responsible",
                        "dimension": "work",
                        "text": both,
                        "position": {"path": "roles/b.yaml", "line": 3, "column": 5},
                        "letter_position": {"path": "roles/b.yaml", "line": 6, "column": 19},
                    },
                    {
                        "role": "a",
                        "letter": "consulted",
                        "dimension": "work",
                        "text": {"en": "Asked on launches", "zh": "参与上市"},
                        "position": {"path": "roles/a.yaml", "line": 5, "column": 5},
                        "letter_position": {"path": "roles/a.yaml", "line": 5, "column": 51},
                    },
                    {
                        "role": "a",
                        "letter": "informed",
                        "dimension": "summary",
                        "text": {"en": "Hears of launches", "zh": "了解上市"},
                        "position": {"path": "roles/a.yaml", "line": 2, "column": 10},
                        "letter_position": {"path": "roles/a.yaml", "line": 2, "column": 55},
                    },
                ],
            },
            {
                "id": "website",
                "name": {"en": "Website", "zh": "官网"},
                "state": "unowned",
                "owners": [],
                "accepted": accepted("Later", "以后"),
                "ask": None,
                "evidence": [],
            },
        ],
    }


def test_the_overview_sums_up_the_evidence(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    answer = _value(capsysbinary, "who-owns-every")
    summed = []
    for topic in answer["topics"]:
        letters: dict[str, set[str]] = {}
        for each in topic.pop("evidence"):
            letters.setdefault(each["role"], set()).add(each["letter"])
        owners = {role for role, held in letters.items() if "accountable" in held}
        assert set(topic["owners"]) == owners
        others = {
            role: [letter for letter in LETTERS if letter in held]
            for role, held in letters.items()
            if role not in owners
        }
        del topic["ask"]
        summed.append({**topic, "others": others})
    overview = _value(capsysbinary, "owners")
    # What nobody or several decide is accepted, but asked for it has no one owner.
    assert (overview["settled"], answer["settled"]) == (True, False)
    topics = load_catalog(DiskFolder(str(PROJECT / "roles"), "roles")).topics
    groups = {key: topic.group for key, topic in topics.items()}
    assert {topic["id"]: topic.pop("group") for topic in overview["topics"]} == groups
    assert overview["topics"] == summed
    assert [list(topic["others"]) for topic in overview["topics"]] == [
        list(topic["others"]) for topic in summed
    ]


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
    decisions = Counter(topic["decision"] for topic in value["topics"])
    one = value["counts"].pop("one")
    assert sum(one.values()) == decisions.pop("one")
    assert value["counts"] == {
        key: decisions[key] for key in ("several", "others-too", "others", "nobody", "elsewhere")
    }
    for topic in value["topics"]:
        claimed = [role for role in ("pm", "pmm") if "accountable" in topic["letters"][role]]
        beside = [role for role in topic["owners"] if role not in claimed]
        assert topic["decision"] == (
            "several" if len(claimed) == 2
            else ("others-too" if beside else "one") if claimed
            else ("others" if len(beside) > 1 else "elsewhere") if beside
            else "nobody"
        )  # fmt: skip
