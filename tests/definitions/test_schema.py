"""The schema and the reader say the same of a file's shape: a real validator is the judge."""

# ruff: noqa: E501 - a file a line reads as a table
from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml  # noqa: TID251 - reads as an editor does
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from rolecmp.definitions.loader import load_header, read_catalog
from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.sources.folders import DiskFolder, MemoryFolder
from rolecmp.questions.check import check
from rolecmp.rendering.schema import KINDS, SchemaOf, schema_value
from rolecmp.words import LANGUAGES, Words, en

pytestmark = pytest.mark.no_cover

ROLES = Path(__file__).parents[2] / "roles"

HEADER = """\
rolecmp: 1
languages: [%s]
dimensions: {work: {en: Work}, view: {en: View}}
topics:
  pricing: {en: Pricing}
  launch: {en: Launch}
"""
ONE = HEADER % "en"
TWO = HEADER % "en, zh"
ROLE = "name: {en: Maker}\n"


class Editor(yaml.SafeLoader):
    """Reads by the core schema of YAML 1.2, as editors do."""


Editor.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Editor.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first)
    )


@functools.cache
def validator(kind: str, header: str) -> Draft202012Validator:
    catalog = load_header(MemoryFolder("", {"catalog.yaml": header}))
    schema = schema_value(SchemaOf(catalog, kind), "en")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def refused_by_reader(kind: str, header: str, text: str) -> list[str]:
    """Give the rules that a file breaks beside a sound rest; a pair's roles are all there."""
    files = {"catalog.yaml": header, "maker.yaml": ROLE, "seller.yaml": "name: {en: Seller}\n"}
    files["maker.yaml" if kind == "role" else "catalog.yaml"] = text
    read = read_catalog(MemoryFolder("", files))
    # Of the rules that a file names, the reader knows none: the check does.
    named = [
        each for each in check(*read, "2027-01-01").findings if each.rule.name == "unknown-rule"
    ]
    return [*(each.rule for each in read.problems), *(each.rule.name for each in named)]


def _in_json(value: Any) -> Any:
    """Give a value as JSON has it, where every key is a string."""
    return json.loads(json.dumps(value))


def agree(kind: str, header: str, text: str) -> bool:
    """Hold the two against each other; tell whether the file is good."""
    value = _in_json(yaml.load(text, Editor))
    errors = [each.message for each in validator(kind, header).iter_errors(value)]
    rules = refused_by_reader(kind, header, text)
    assert bool(errors) == bool(rules), (text, errors, rules)
    return not errors


GOOD_ROLES = [
    ROLE,
    "name: {zh: 甲}\n",
    "name: {en: 007, zh: true}\naliases: [no, 12, 1.5]\n",
    ROLE + "summary: {en: Sells, zh: 卖, informed: [launch], accountable: []}\n",
    ROLE + "work:\n  - {en: Sells, accountable: [pricing, launch], accepted: {vague-ownership: {en: Why}}}\nview: []\n",
    ROLE + "notes: [{en: x}]\nsource: {zh: y}\naccepted: {role-idle: {en: Why}}\n",
    ROLE + "brief: {view: {en: x}, work: {zh: y}}\nask: 7\nmanages: [seller, Seller]\n".replace(", Seller", ""),
    ROLE + "manages: [Seller]\nask: '#x'\naccountable: [pricing, Launch]\ninformed: []\n",
    ROLE + "work: [{en: x, accountable: [Pricing]}]\naccepted: {role-overloaded: {en: x, at-most: 7, until: 2027-03-31}}\n",
]  # fmt: skip
BAD_ROLES = [
    "[]\n",
    "text\n",
    "{}\n",
    "summary: {en: x}\n",
    "name: Maker\n",
    "name: {}\n",
    "name: {en: ''}\n",
    "name: {en: ' '}\n",
    "name: {en: }\n",
    "name: {en: null}\n",
    "name: {en: ~}\n",
    "name: {en: [x]}\n",
    "name: {en: {x: y}}\n",
    "name: {en: Maker, fr: Faiseur}\n",
    "name: [Maker]\n",
    ROLE + "aliases: maker\n",
    ROLE + "aliases: [[x]]\n",
    ROLE + "aliases: [null]\n",
    ROLE + "aliases:\n",
    ROLE + "note: [x]\n",
    ROLE + "wrk: []\n",
    ROLE + "work: {en: x}\n",
    ROLE + "work: [x]\n",
    ROLE + "work: [{accountable: [pricing]}]\n",
    ROLE + "work: [{en: x, accountable: pricing}]\n",
    ROLE + "work: [{en: x, accountable: [prcing]}]\n",
    ROLE + "work: [{en: x, accountable: [12]}]\n",
    ROLE + "work: [{en: x, accountable: [{pricing: x}]}]\n",
    ROLE + "work: [{en: x, owner: [pricing]}]\n",
    ROLE + "work: [{en: x, accepted: {role-idle: {en: Why}}}]\n",
    ROLE + "work: [{en: x, accepted: {vague-ownership: Why}}]\n",
    ROLE + "notes: [{en: x, accountable: [pricing]}]\n",
    ROLE + "source: [x]\n",
    ROLE + "accepted: {syntax: {en: Why}}\n",
    ROLE + "accepted: [role-idle]\n",
    ROLE + "brief: x\n",
    ROLE + "brief: {wrk: {en: x}}\n",
    ROLE + "brief: {work: x}\n",
    ROLE + "manages: seller\n",
    ROLE + "manages: [[seller]]\n",
    ROLE + "manages: [seller, seller]\n",
    ROLE + "ask: [x]\n",
    ROLE + "ask: {en: x}\n",
    ROLE + "ask:\n",
    ROLE + "accountable: pricing\n",
    ROLE + "accountable: [prcing]\n",
    ROLE + "accepted: {role-overloaded: {en: x, at-most: many}}\n",
    ROLE + "accepted: {role-overloaded: {en: x, until: soon}}\n",
    ROLE + "accepted: {role-overloaded: {at-most: 7}}\n",
]
GOOD_CATALOGS = [
    TWO,
    ONE,
    "rolecmp: '1'\nlanguages: [en]\n",
    "rolecmp: 1.0\nlanguages: [en]\n",
    "rolecmp: 01\nlanguages: [en]\n",
    TWO + "checks: {role-overloaded: 5.0, too-many-informed: 05, too-many-consulted: 0x5}\n",
    TWO + "checks: {role-overloaded: 1e1, too-many-informed: '05', too-many-consulted: +5}\n",
    TWO + "title: {en: x}\nsource: {zh: y}\n",
    TWO + "pairs:\n  - {roles: [maker, seller], difference: {en: x}, together: [{zh: y}]}\n",
    TWO + "checks: {role-overloaded: 12, too-many-informed: '3', role-idle: off, unused-topic: 'off'}\n",
    TWO + "  true: {en: x}\n  no: {en: y, aliases: [z], accepted: {no-accountable: {en: Why}}}\n",
]  # fmt: skip
GOOD_CATALOGS += [
    TWO.replace("{en: Pricing}", each)
    for each in ("", "~", "''", "{}", "{aliases: [x]}", "{zh: 定价, ask: '#x'}")
]
GOOD_CATALOGS += [
    TWO + "  定价-2: {en: x}\n  straße:\nroles: [Seller, maker]\n",
    TWO + "groups: {上市: {en: Launch}}\n",
    TWO + "pairs: [{roles: [Maker, seller], difference: {en: x}}]\n",
    TWO
    + "  x: {accepted: {multiple-accountable: {roles: [maker, Seller], until: 2027-03-31, en: x}}}\n",
]
# An editor goes by the schema of the catalog as it last was sound.
GROUPED = TWO + "groups: {first: {en: First phase}, later: {en: Later}}\n"
BAD_CATALOGS = [
    "languages: [en]\n",
    "rolecmp: 1\n",
    "rolecmp: 2\nlanguages: [en]\n",
    "rolecmp: 1.5\nlanguages: [en]\n",
    "rolecmp: one\nlanguages: [en]\n",
    TWO + "checks: {role-overloaded: 7.5}\n",
    "rolecmp: 1\nlanguages: []\n",
    "rolecmp: 1\nlanguages: en\n",
    "rolecmp: 1\nlanguages: [en, en]\n",
    "rolecmp: 1\nlanguages: [English]\n",
    "rolecmp: 1\nlanguages: [[en]]\n",
    TWO.replace("  pricing", "  Pricing"),
    TWO.replace("  pricing", "  7-pricing"),
    TWO.replace("  pricing", "  " + "p" * 65),
    TWO.replace("{en: Pricing}", "Pricing"),
    TWO.replace("{en: Pricing}", "{en: Pricing, alias: [x]}"),
    TWO.replace("{en: Pricing}", "{en: Pricing, fr: Prix}"),
    TWO.replace("{en: Pricing}", "{en: Pricing, accepted: {role-idle: {en: Why}}}"),
    TWO.replace("work:", "name:"),
    TWO.replace("work:", "informed:"),
    TWO.replace("work:", "Work:"),
    TWO.replace("{work: {en: Work}, view: {en: View}}", "[work]"),
    TWO.replace("{en: Work}", "{}"),
    TWO + "topic: {}\n",
    TWO + "title: x\n",
    TWO + "title:\n",
    TWO + "pairs: {roles: [maker, seller]}\n",
    TWO + "pairs: [{difference: {en: x}}]\n",
    TWO + "pairs: [{roles: [maker]}]\n",
    TWO + "pairs: [{roles: [maker, maker]}]\n",
    TWO + "pairs: [{roles: [maker, seller, maker]}]\n",
    TWO + "pairs: [{roles: maker}]\n",
    TWO + "pairs: [{roles: [maker, seller], together: {en: x}}]\n",
    TWO + "pairs: [{roles: [maker, seller], contrast: {en: x}}]\n",
    TWO + "checks: off\n",
    TWO + "checks: {syntax: off}\n",
    TWO + "checks: {role-idle: 3}\n",
    TWO + "checks: {role-idle: false}\n",
    TWO + "checks: {role-overloaded: -1}\n",
    TWO + "checks: {role-overloaded: 10000}\n",
    TWO + "checks: {role-overloaded: many}\n",
    TWO + "checks: {role-overloaded: }\n",
    TWO + "roles: maker\n",
    TWO + "roles: [maker, maker]\n",
    TWO + "roles: [[maker]]\n",
    TWO + "groups: [first]\n",
    TWO + "groups: {First: {en: x}}\n",
    TWO + "groups: {first: }\n",
    TWO.replace("{en: Pricing}", "{en: x, group: first}"),
    TWO.replace("{en: Pricing}", "{en: x, ask: [y]}"),
    TWO.replace("{en: Pricing}", "{en: x, accepted: {no-accountable: {roles: maker, en: x}}}"),
    TWO.replace("{en: Pricing}", "{en: x, accepted: {no-accountable: {until: soon, en: x}}}"),
]


@pytest.mark.parametrize("text", GOOD_ROLES)
def test_both_take_a_good_role(text: str) -> None:
    assert agree("role", TWO, text)


@pytest.mark.parametrize("text", BAD_ROLES)
def test_both_refuse_a_bad_role(text: str) -> None:
    assert not agree("role", TWO, text)


@pytest.mark.parametrize("text", ["name: Maker\nwork: [Sells, {en: Buys}]\nnotes: [x]\n", ROLE])
def test_a_string_will_do_where_there_is_one_language(text: str) -> None:
    assert agree("role", ONE, text)
    assert not agree("role", ONE, text + "source: ''\n")


@pytest.mark.parametrize("text", GOOD_CATALOGS)
def test_both_take_a_good_catalog(text: str) -> None:
    assert agree("catalog", text, text)


@pytest.mark.parametrize("group", ["first", "First phase", "later"])
def test_both_take_a_group_by_its_names(group: str) -> None:
    assert agree("catalog", GROUPED, GROUPED.replace("{en: Pricing}", f"{{group: {group}}}"))
    assert not agree("catalog", GROUPED, GROUPED.replace("{en: Pricing}", "{group: middle}"))


@pytest.mark.parametrize("text", BAD_CATALOGS)
def test_both_refuse_a_bad_catalog(text: str) -> None:
    # An editor goes by the schema of the catalog as it last was sound.
    assert not agree("catalog", ONE if "[English]" in text else TWO, text)


# --- files made up at random ------------------------------------------------------------------

SCALARS = st.sampled_from(["x", "pricing", "launch", "en", "off", " ", "", "7", 7, 1.5, True, None])
WORDS = ["en", "zh", "fr", "name", "aliases", "summary", "work", "view", "notes", "source"]
KEYS = st.sampled_from([*WORDS, *LETTERS, "accepted", "role-idle", "vague-ownership", "ownr"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)
TEXTS = st.fixed_dictionaries(
    {}, optional={"en": st.just("x") | SCALARS, "zh": st.just("y") | SCALARS}
)
TOPICS = st.lists(st.sampled_from(["pricing", "launch"]) | SCALARS, max_size=2)
STATEMENTS = st.fixed_dictionaries(
    {"en": st.just("x")},
    optional={**dict.fromkeys(LETTERS, TOPICS), "accepted": st.just({"vague-ownership": {"en": "x"}})},
)  # fmt: skip
RANDOM_ROLES = st.fixed_dictionaries(
    {"name": TEXTS | st.just({"en": "Maker"})},
    optional={
        "aliases": st.lists(SCALARS, max_size=2),
        "summary": STATEMENTS | TEXTS | VALUES,
        "work": st.lists(STATEMENTS | VALUES, max_size=2) | VALUES,
        "notes": st.lists(TEXTS, max_size=2),
        "source": TEXTS | VALUES,
        "accepted": VALUES,
        "ownr": VALUES,
    },
)


@given(RANDOM_ROLES | VALUES, st.sampled_from([ONE, TWO]))
def test_the_two_agree_on_any_role(value: Any, header: str) -> None:
    # Two aliases may be one and the same: that is no matter of shape.
    agree("role", header, json.dumps(value, indent=1))


# --- the files that come along ----------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(ROLES.glob("*.yaml")), ids=lambda path: path.name)
def test_the_shipped_files_are_valid_and_name_their_schema(path: Path) -> None:
    kind = "catalog" if path.stem == "catalog" else "role"
    text = path.read_text("utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={kind}.schema.json\n")
    schema = json.loads((ROLES / f"{kind}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(yaml.load(text, Editor))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_schemas_are_up_to_date(kind: str) -> None:
    catalog = load_header(DiskFolder(str(ROLES), "roles"))
    shipped = json.loads((ROLES / f"{kind}.schema.json").read_text("utf-8"))
    assert shipped == schema_value(SchemaOf(catalog, kind), "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_description_is_used(language: str) -> None:
    catalog = load_header(DiskFolder(str(ROLES), "roles"))
    text = "".join(
        json.dumps(schema_value(SchemaOf(catalog, kind), language), ensure_ascii=False)
        for kind in KINDS
    )
    words = Words(language)
    said = {key: words(key) for key in en.WORDS if key.startswith("schema.")}
    assert len(said) > 20
    assert [
        key for key, each in said.items() if json.dumps(each, ensure_ascii=False)[1:-1] not in text
    ] == []


def test_topics_are_offered_with_their_names() -> None:
    catalog = load_header(DiskFolder(str(ROLES), "roles"))
    topic = schema_value(SchemaOf(catalog, "role"), "zh")["$defs"]["topic"]
    assert dict(zip(topic["enum"], topic["enumDescriptions"], strict=True))["pricing"] == "定价"
