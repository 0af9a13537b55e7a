"""Who owns a topic, over small catalogs with known answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.sources.folders import DiskFolder
from rolecmp.questions.standing import FINDING_OF, Standing, State
from rolecmp.questions.who_owns import (
    Overview,
    Owners,
    Ownership,
    Unknown,
    find_topics,
    overview,
    who_owns,
)

if TYPE_CHECKING:
    from pathlib import Path

    from rolecmp.definitions.model import Catalog


def _catalog(folder: Path, catalog: str, **roles: str) -> Catalog:
    """Write a catalog, one line of flow YAML a part, and read it."""
    (folder / "catalog.yaml").write_text(f"rolecmp: 1\n{catalog}", "utf-8")
    for name, text in roles.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text, "utf-8")
    return load_catalog(DiskFolder(str(folder), "here"))


TODAY = "2027-01-01"

HEADER = """\
languages: [en, zh]
dimensions: {view: {en: View, zh: 视角}, work: {en: Work, zh: 工作}}
topics:
  launch: {en: Product launch, zh: 产品上市, aliases: [go-live]}
  pricing:
    en: Pricing
    zh: 定价
    aliases: [price]
    accepted:
      multiple-accountable: {roles: [a, b], en: Both do, zh: 两者都管}
      no-accountable: {en: Not this, zh: 不是这个}
  price-list: {en: List of prices, zh: 价目表}
  support:
    en: Sales support
    zh: 销售支持
    accepted: {no-accountable: {en: Nobody decides, zh: 无人决定}}
  website: {en: Website, zh: 官网}
  demos: {en: Demos, zh: 演示, accepted: {multiple-accountable: {en: Unmet, zh: 没有发生}}}
"""
ROLES = {
    "a": """\
name: {en: Role A, zh: 甲}
summary: {en: Informed of the launch, zh: 了解上市, informed: [launch]}
view:
  - {en: Sets the price with care, zh: 负责定价工作, accountable: [pricing]}
  - {en: Helps sellers, zh: 帮助销售, responsible: [support]}
work:
  - {en: Prices again, zh: 再次定价, accountable: [pricing], consulted: [launch]}
""",
    "b": """\
name: {en: Role B, zh: 乙}
view:
  - {en: Runs pricing too, zh: 也管价格, consulted: [support], accountable: [pricing]}
work:
  - {en: Launches it, zh: 推出产品, accountable: [launch], responsible: [launch]}
  - {en: A webinar for enterprise buyers, zh: 线上研讨会, accountable: [demos]}
""",
}


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return _catalog(tmp_path, HEADER, **ROLES)


def _one(catalog: Catalog, word: str) -> Ownership:
    answer = who_owns(catalog, [word], TODAY)
    assert isinstance(answer, Owners)
    assert answer.catalog is catalog
    (ownership,) = answer.topics
    return ownership


def _evidence(ownership: Ownership) -> list[tuple[str, str, str, str, int]]:
    return [
        (
            each.claim.letter,
            each.role.id,
            each.dimension,
            each.statement.texts["en"] if each.statement else "",
            each.claim.line,
        )
        for each in ownership.evidence
    ]


def test_owned(catalog: Catalog) -> None:
    ownership = _one(catalog, "launch")
    assert ownership.standing.state is State.OWNED
    assert [role.id for role in ownership.standing.owners] == ["b"]
    assert ownership.standing.accepted is None
    # By letter, strongest first; a role's letters in the order of its file.
    assert _evidence(ownership) == [
        ("accountable", "b", "work", "Launches it", 5),
        ("responsible", "b", "work", "Launches it", 5),
        ("consulted", "a", "work", "Prices again", 7),
        ("informed", "a", "summary", "Informed of the launch", 2),
    ]


def test_contested(catalog: Catalog) -> None:
    ownership = _one(catalog, "pricing")
    assert ownership.standing.state is State.CONTESTED
    assert [role.id for role in ownership.standing.owners] == ["a", "b"]
    assert ownership.standing.accepted is not None
    assert ownership.standing.accepted.reason.texts == {"en": "Both do", "zh": "两者都管"}
    assert _evidence(ownership) == [
        ("accountable", "a", "view", "Sets the price with care", 4),
        ("accountable", "a", "work", "Prices again", 7),
        ("accountable", "b", "view", "Runs pricing too", 3),
    ]


def test_undecided(catalog: Catalog) -> None:
    ownership = _one(catalog, "support")
    assert ownership.standing.state is State.UNDECIDED
    assert ownership.standing.owners == ()
    assert ownership.standing.accepted is not None
    assert ownership.standing.accepted.reason.texts["en"] == "Nobody decides"
    assert _evidence(ownership) == [
        ("responsible", "a", "view", "Helps sellers", 5),
        ("consulted", "b", "view", "Runs pricing too", 3),
    ]


def test_unowned(catalog: Catalog) -> None:
    standing = Standing(catalog.topics["website"], State.UNOWNED, (), (), None)
    assert _one(catalog, "website") == Ownership(standing, ())


def test_a_reason_for_another_finding_is_not_given(catalog: Catalog) -> None:
    ownership = _one(catalog, "demos")
    assert ownership.standing.state is State.OWNED
    assert ownership.standing.accepted is None


def test_each_state_but_owned_is_a_finding() -> None:
    assert set(FINDING_OF) == set(State) - {State.OWNED}


def test_the_overview_has_every_topic(catalog: Catalog) -> None:
    topics = catalog.topics
    a, b = catalog.roles["a"], catalog.roles["b"]
    both = topics["pricing"].accepted["multiple-accountable"]
    nobody = topics["support"].accepted["no-accountable"]
    assert both.reason.texts == {"en": "Both do", "zh": "两者都管"}
    assert nobody.reason.texts == {"en": "Nobody decides", "zh": "无人决定"}
    # An owner's lesser letters are not told; another's are, strongest first.
    launch = ((a, ("consulted", "informed")),)
    support = ((a, ("responsible",)), (b, ("consulted",)))
    answer = overview(catalog, TODAY)
    assert not answer.settled
    assert answer == Overview(
        catalog,
        (
            Standing(topics["launch"], State.OWNED, (b,), launch, None),
            Standing(topics["pricing"], State.CONTESTED, (a, b), (), both),
            Standing(topics["price-list"], State.UNOWNED, (), (), None),
            Standing(topics["support"], State.UNDECIDED, (), support, nobody),
            Standing(topics["website"], State.UNOWNED, (), (), None),
            Standing(topics["demos"], State.OWNED, (b,), (), None),
        ),
    )


def test_the_overview_gives_the_reason_for_an_unowned_topic(tmp_path: Path) -> None:
    # Likewise a contested topic whose reason is for another finding has none.
    reason = "accepted: {no-accountable: {en: Later, zh: 以后}}"
    header = f"""\
languages: [en, zh]
dimensions: {{work: {{en: Work, zh: 工作}}}}
topics:
  empty: {{en: Empty, zh: 空的, {reason}}}
  both: {{en: Both, zh: 都有, {reason}}}
"""
    work = "work: [{en: Does it, zh: 做, accountable: [both]}]\n"
    c, d = (f"name: {{en: Role {name}, zh: 角色{name}}}\n{work}" for name in "CD")
    catalog = _catalog(tmp_path, header, c=c, d=d)
    assert [
        (each.topic.id, each.state, [role.id for role in each.owners], each.others, each.accepted)
        for each in overview(catalog, TODAY).topics
    ] == [
        ("empty", State.UNOWNED, [], (), catalog.topics["empty"].accepted["no-accountable"]),
        ("both", State.CONTESTED, ["c", "d"], (), None),
    ]


def test_the_overview_agrees_with_the_answers(catalog: Catalog) -> None:
    answer = who_owns(catalog, list(catalog.topics), TODAY)
    assert isinstance(answer, Owners)
    assert overview(catalog, TODAY).topics == tuple(each.standing for each in answer.topics)


@pytest.mark.parametrize(
    ("letters", "settled"),
    [
        (("accountable", "informed"), True),
        (("accountable", "accountable"), False),
        (("responsible", "informed"), False),
        (("", ""), False),
    ],
)
def test_the_overview_is_settled_by_one_owner_each(
    tmp_path: Path, letters: tuple[str, str], settled: bool
) -> None:
    header = "languages: [en]\ndimensions: {work: {en: Work}}\ntopics: {launch: {en: Launch}}\n"
    claims = [f", {letter}: [launch]" if letter else "" for letter in letters]
    a, b = (
        f"name: {{en: Role {name}}}\nwork: [{{en: Does it{claim}}}]\n"
        for name, claim in zip("AB", claims, strict=True)
    )
    answer = overview(_catalog(tmp_path, header, a=a, b=b), TODAY)
    assert [each.topic.id for each in answer.topics] == ["launch"]
    assert answer.settled is settled


@pytest.mark.parametrize(
    ("words", "settled"),
    [
        (["launch"], True),
        (["launch", "demos"], True),
        (["launch", "pricing"], False),
        (["support"], False),
        (["website"], False),
    ],
)
def test_settled_is_one_owner_each(catalog: Catalog, words: list[str], settled: bool) -> None:
    answer = who_owns(catalog, words, TODAY)
    assert isinstance(answer, Owners)
    assert answer.settled is settled


@pytest.mark.parametrize(
    "word",
    [
        *("launch", "Product launch", "PRODUCT_LAUNCH", "product-launch", "产品上市", "go live"),
        "\uff27\uff2f－\uff2c\uff29\uff36\uff25",
        " Launch ",
    ],
)
def test_any_name_will_do(catalog: Catalog, word: str) -> None:
    assert [topic.id for topic in find_topics(catalog, [word]).topics] == ["launch"]


def test_topics_are_answered_in_the_order_asked_and_once(catalog: Catalog) -> None:
    found = find_topics(catalog, ["demos", "go-live", "launch", "Demos"])
    assert [topic.id for topic in found.topics] == ["demos", "launch"]


PRICES = ["a view Sets the price with care", "a work Prices again", "b view Runs pricing too"]


def _unknown(catalog: Catalog, *words: str) -> tuple[Unknown, ...]:
    return find_topics(catalog, words).unknown


def _said(catalog: Catalog, word: str) -> tuple[list[str], list[str], list[str]]:
    """Return what a word may mean, what it may be a slip of, and where it is mentioned."""
    found = find_topics(catalog, [word])
    return (
        [match.id for match in found.understood[0].matches],
        [match.id for match in found.understood[0].near],
        [
            f"{each.role.id} {each.dimension} {each.statement.texts['en']}"
            for unknown in found.unknown
            for each in unknown.mentions
        ],
    )


@pytest.mark.parametrize(
    ("word", "matches", "near", "mentions"),
    [
        # A whole word before the beginning of one.
        ("list", ["price-list"], [], []),
        ("sales", ["support"], [], []),
        ("prices", ["pricing"], [], []),
        ("pric", ["pricing", "price-list"], [], PRICES),
        ("web", ["website"], [], []),
        # Not inside a word: `rise` is in enterprise, `unch` in launch.
        ("rise", [], [], []),
        ("unch", [], [], []),
        # Slips.
        ("lanch", [], ["launch"], []),
        ("prcing", [], ["pricing"], []),
        # Chinese: anywhere.
        ("上市", ["launch"], [], []),
        ("价", ["pricing", "price-list"], [], PRICES),
        ("研讨", [], [], ["b work A webinar for enterprise buyers"]),
        ("销售", ["support"], [], []),
        # Neither anywhere.
        ("zebra", [], [], []),
        ("斑马", [], [], []),
        ("", [], [], []),
        ("-", [], [], []),
    ],
)  # fmt: skip
def test_an_unknown_word(
    catalog: Catalog, word: str, matches: list[str], near: list[str], mentions: list[str]
) -> None:
    assert _said(catalog, word) == (matches, near, mentions)


def test_a_summary_mentions_too(catalog: Catalog) -> None:
    assert _said(catalog, "informed") == ([], [], ["a summary Informed of the launch"])


def test_all_unknown_words_are_the_answer_each_once(catalog: Catalog) -> None:
    found = _unknown(catalog, "zebra", "pricing", "web", "zebra")
    assert [each.understood.asked for each in found] == ["zebra"]


def test_the_words_of_a_pattern_are_text(catalog: Catalog) -> None:
    for word in (".*", "[a-z]+", "(", "\\", "a|b", "^"):
        assert _said(catalog, word) == ([], [], []), word
