"""How a topic's standing is shown: letters without sentences, acceptances, groups, whom to ask."""

from __future__ import annotations

import csv
import json
from typing import Any

import pytest

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.model import Acceptance, Ask, Catalog, Claim, Reference, Text
from rolecmp.definitions.sources.folders import MemoryFolder
from rolecmp.questions.matrix import Only, matrix
from rolecmp.questions.overlaps import overlaps
from rolecmp.questions.who_owns import overview, who_owns
from rolecmp.rendering.answers.matrix import MATRIX
from rolecmp.rendering.answers.overlaps import OVERLAPS
from rolecmp.rendering.answers.who_owns import OVERVIEW, OWNERS
from rolecmp.rendering.formats import FORMATS, Options, render

TODAY = "2027-01-01"
FILES = {
    "catalog.yaml": """\
rolecmp: 1
languages: [en, zh]
dimensions: {work: {en: Work, zh: 工作}}
topics:
  demos: {en: Demos, zh: 演示}
  launch: {en: Launch, zh: 上市}
  price: {en: Pricing, zh: 定价}
""",
    "ann.yaml": "name: {en: Ann, zh: 安}\nwork:\n"
    "  - {en: Sets it, zh: 定价, accountable: [price]}\n",
    "bob.yaml": "name: {en: Bob, zh: 鲍}\nwork:\n"
    "  - {en: Leads it, zh: 牵头, accountable: [launch]}\n",
}


def made(until: str | None = "2027-03-31") -> Catalog:
    """Make a catalog with a group, whom to ask, a bare letter and an acceptance."""
    catalog = load_catalog(MemoryFolder("roles", FILES))
    bob = catalog.roles["bob"]._replace(letters=(Claim("accountable", "price", 5, 15),))
    named = tuple(Reference(key, 1, 1) for key in ("ann", "bob"))
    so = Acceptance(Text({"en": "Both do", "zh": "都管"}, 1, 1), named, None, until, 1, 1)
    topics = dict(catalog.topics)
    topics["price"] = topics["price"]._replace(
        accepted={"multiple-accountable": so}, group="money", ask=Ask("#pricing", 1, 1)
    )
    return catalog._replace(
        roles={**catalog.roles, "bob": bob},
        topics=topics,
        groups={"money": Text({"en": "Money", "zh": "钱"}, 1, 1)},
    )


def shown(name: str, what: str, language: str = "en", catalog: Catalog | None = None) -> str:
    catalog = catalog or made()
    answers: dict[str, tuple[Any, Any]] = {
        "who-owns": (OWNERS, who_owns(catalog, ["price"], TODAY)),
        "overview": (OVERVIEW, overview(catalog, TODAY)),
        "matrix": (MATRIX, matrix(catalog, TODAY)),
        "overlaps": (OVERLAPS, overlaps(catalog, TODAY)),
    }
    return render(*answers[what], name, Options(language, width=100))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("language", "nothing"), [("en", "no sentence says why"), ("zh", "没有句子说明原因")]
)
def test_a_letter_without_a_sentence_is_shown_as_such(
    name: str, language: str, nothing: str
) -> None:
    text = shown(name, "who-owns", language)
    if name == "json":
        bare = json.loads(text)["topics"][0]["evidence"][1]
        assert (bare["role"], bare["text"], bare["dimension"]) == ("bob", None, None)
        assert bare["position"] == {"path": "roles/bob.yaml", "line": 5, "column": 15}
    else:
        assert nothing in text
        assert {"markdown": "[roles/bob.yaml](roles/bob.yaml)"}.get(
            name, "roles/bob.yaml:5"
        ) in text


def test_for_whom_and_until_when_is_said() -> None:
    text = shown("markdown", "who-owns")
    assert "\nAccepted for Ann and Bob until 2027-03-31: Both do\n" in text
    text = shown("markdown", "who-owns", "zh")
    assert "\n已知并接受（限安和鲍），至 2027-03-31 止：都管\n" in text
    assert "contested, accepted until 2027-03-31" in shown("markdown", "overview")
    assert "contested, accepted until 2027-03-31" in shown("markdown", "matrix")
    assert "Pricing (accepted until 2027-03-31)" in shown("markdown", "overlaps")
    text = shown("markdown", "overview", catalog=made(until=None))
    assert "contested, accepted |" in text
    for what in ("who-owns", "overview", "matrix", "overlaps"):
        value = json.loads(shown("json", what))
        (price,) = (each for each in value["topics"] if each["id"] == "price")
        assert price["accepted"] == {
            "reason": {"en": "Both do", "zh": "都管"},
            "roles": ["ann", "bob"],
            "at_most": None,
            "until": "2027-03-31",
        }


def test_a_matrix_narrowed_down_to_a_role_says_with_whom() -> None:
    catalog = made()
    ann = [catalog.roles["ann"]]
    narrowed = matrix(catalog, TODAY, ann, only=[Only.CONTESTED])
    text = render(MATRIX, narrowed, "table", Options("en", width=100))
    assert "contested, accepted until 2027-03-31; A Bob" in text
    assert "Finding, others" in text
    whole = matrix(catalog, TODAY, only=[Only.CONTESTED])
    assert "A Bob" not in render(MATRIX, whole, "table", Options("en", width=100))


def test_what_an_acceptance_does_not_cover_is_said_instead() -> None:
    text = shown("markdown", "who-owns", catalog=made(until=TODAY))
    assert "\nNot accepted: it was accepted until 2027-01-01; settle it" in text
    assert "Both do" not in text


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines()))


def test_rows_carry_ids_groups_and_what_is_accepted() -> None:
    heads, *found = rows(shown("csv", "matrix"))
    assert heads == [
        *("topic id", "Topic", "Group", "Ann (ann)", "Bob (bob)", "Ownership"),
        *("Accepted", "Accepted for", "Accepted until"),
    ]
    assert found == [
        ["price", "Pricing", "Money", "A", "A", "contested", "Both do", "ann bob", "2027-03-31"],
        ["demos", "Demos", "", "", "", "nobody's", "", "", ""],
        ["launch", "Launch", "", "", "A", "owned", "", "", ""],
    ]
    heads, first, *_ = rows(shown("csv", "overview"))
    assert dict(zip(heads, first, strict=True)) == {
        "topic id": "price",
        "Topic": "Pricing",
        "Group": "Money",
        "owner id": "ann bob",
        "Owner": "Ann, Bob",
        "Ownership": "contested",
        "Others": "",
        "Accepted": "Both do",
        "Accepted for": "ann bob",
        "Accepted until": "2027-03-31",
    }
    heads, first, *_ = rows(shown("csv", "who-owns"))
    assert [*first[:1], first[heads.index("role id")]] == ["price", "ann"]


@pytest.mark.parametrize("what", ["overview", "matrix"])
@pytest.mark.parametrize("name", ["table", "markdown", "html"])
@pytest.mark.parametrize("width", [20, 40, 100])
def test_topics_stand_under_their_groups(what: str, name: str, width: int) -> None:
    presenter, answer = {
        "overview": (OVERVIEW, overview(made(), TODAY)),
        "matrix": (MATRIX, matrix(made(), TODAY)),
    }[what]
    text = render(presenter, answer, name, Options("en", width=width))  # type: ignore[arg-type]
    places = [text.index(word) for word in ("Pricing", "Demos", "Launch")]
    assert places == sorted(places)
    assert text.count("Money") == 1
    assert text.count("Other topics") == (2 if (what, name) == ("overview", "markdown") else 1)
    if (what, name) != ("overview", "markdown"):  # there the group is a column
        assert text.index("Money") < places[0] < text.index("Other topics") < places[1]


def test_a_catalog_without_groups_says_nothing_of_them() -> None:
    catalog = made()._replace(groups={})
    topics = {key: each._replace(group=None) for key, each in catalog.topics.items()}
    for what in ("overview", "matrix"):
        for name in ("table", "markdown", "html"):
            text = shown(name, what, catalog=catalog._replace(topics=topics))
            assert "Other topics" not in text
            assert "Group" not in text


def test_without_a_word_of_the_topic_its_owners_say_whom_to_ask() -> None:
    catalog = made()
    roles = dict(catalog.roles)
    roles["ann"] = roles["ann"]._replace(ask=Ask("ann at example.com", 1, 1))
    catalog = catalog._replace(roles=roles)
    assert "Ask: &#35;pricing\n" in shown("markdown", "who-owns", catalog=catalog)
    price = catalog.topics["price"]._replace(ask=None)
    catalog = catalog._replace(topics={**catalog.topics, "price": price})
    text = shown("markdown", "who-owns", catalog=catalog)
    assert "\nAsk Ann: ann at example.com\n" in text
    assert text.count("Ask") == 1
    assert "可以问安：ann at example.com" in shown("markdown", "who-owns", "zh", catalog)
