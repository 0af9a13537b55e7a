"""The roles that come with the program, held against what the source article says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import pytest

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.model import INITIALS, Role
from rolecmp.definitions.names import index, normal_form
from rolecmp.definitions.sources.discovery import builtin_catalog

CATALOG = load_catalog(builtin_catalog())

# What the source article says, a row a claim: its number, whose it is, where it stands, the
# letters it gives and a piece of the sentence in each language.
Fact: TypeAlias = tuple[int, str, str, Mapping[str, str], str, str]
FACTS: list[Fact] = [
    (1, "pm", "summary", {}, "engineers know what they are to build", "工程师清楚做什么"),
    (
        2,
        "pm",
        "perspective",
        {"vision": "A", "product-strategy": "A"},
        "the vision and the strategy",
        "产品愿景",
    ),
    (3, "pm", "perspective", {"business-value": "A"}, "business value clear", "商业价值"),
    (4, "pm", "perspective", {"roadmap": "A"}, "roadmap rests on", "路线图背后的战略"),
    (5, "pm", "perspective", {"product-lifecycle": "A"}, "whole life cycle", "整个生命周期"),
    (6, "pm", "perspective", {}, '"inward-facing" is inaccurate', "懂用户、懂市场"),
    (
        7,
        "pm",
        "responsibility",
        {"requirements": "A"},
        "bring a complete product to market",
        "把完整的产品推向市场",
    ),
    (
        8,
        "pm",
        "responsibility",
        {"requirements": "A", "release-timing": "A"},
        "agrees with engineering on when",
        "什么时候做",
    ),
    (
        9,
        "pm",
        "responsibility",
        {"market-research": "A"},
        "in close contact with development",
        "与研发保持密切联系",
    ),
    (
        9,
        "pm",
        "responsibility",
        {"market-research": "A"},
        "accurate market information",
        "准确的市场信息",
    ),
    (
        10,
        "pm",
        "responsibility",
        {"market-positioning": "A", "product-strategy": "A"},
        "positioning, objectives and strategy",
        "定位、目标和战略",
    ),
    (
        11,
        "pm",
        "responsibility",
        {"market-share-forecast": "A", "product-targets": "A"},
        "which strategic targets to reach",
        "要达成的战略目标",
    ),
    (
        12,
        "pm",
        "responsibility",
        {
            "product-marketing-plan": "A",
            "pricing": "A",
            "advertising": "A",
            "distribution-channels": "A",
        },
        "full marketing strategy and plan",
        "整套营销策略和计划",
    ),
    (
        13,
        "pm",
        "responsibility",
        {"product-marketing-plan": "R"},
        "systematic marketing plan",
        "系统的营销计划",
    ),
    (
        14,
        "pm",
        "market-facing",
        {"product-decisions": "A"},
        "product's chief executive",
        "产品的 CEO",
    ),
    (15, "pm", "market-facing", {"product-advice": "A"}, "deep product advice", "深入的产品建议"),
    (
        16,
        "pm",
        "market-facing",
        {"sales-support": "R", "customer-service": "C"},
        "in direct contact with customers",
        "直接面对客户",
    ),
    (17, "pm", "notes", {}, "part of sales and service", "归入销售与服务"),
    (17, "pm", "notes", {}, "development side", "研发侧和市场侧"),
    (18, "pmm", "summary", {}, "Leads the go-to-market", "主导产品上市"),
    (
        19,
        "pmm",
        "perspective",
        {"market-positioning": "A", "product-strategy": "C"},
        "product strategy as a whole",
        "整体产品战略",
    ),
    (20, "pmm", "perspective", {"competitor-analysis": "A"}, "Analyses competitors", "竞品分析"),
    (21, "pmm", "perspective", {"market-research": "A"}, "researches the market", "市场调研"),
    (22, "pmm", "perspective", {}, "close touch with the sales team", "贴近销售团队"),
    (
        23,
        "pmm",
        "perspective",
        {"market-communication": "A"},
        "strategic position to customers, partners and prospects",
        "战略定位",
    ),
    (24, "pmm", "perspective", {}, "Has to understand the product", "必须懂产品"),
    (25, "pmm", "responsibility", {"launch-deliverables": "A"}, "deliverables", "全部交付物"),
    (26, "pmm", "responsibility", {"messaging": "A"}, "messages for customers", "面向客户的卖点"),
    (
        27,
        "pmm",
        "responsibility",
        {"product-demos": "A"},
        "trade shows and in webinars",
        "展会和线上研讨会",
    ),
    (
        28,
        "pmm",
        "responsibility",
        {"customer-presentations": "A"},
        "presentations to customers and prospects",
        "客户和潜在客户做宣讲",
    ),
    (
        29,
        "pmm",
        "responsibility",
        {"sales-support": "R", "marketing-support": "R"},
        "marketing and sales system",
        "市场与销售体系",
    ),
    (
        30,
        "pmm",
        "responsibility",
        {"market-perception": "A"},
        "how the market is to understand",
        "市场对产品的认知",
    ),
    (31, "pmm", "market-facing", {}, "less time to internal teams", "花在内部团队上的时间较少"),
    (
        32,
        "pmm",
        "market-facing",
        {"go-to-market": "A", "promotion": "A"},
        "product to market and promotes it",
        "产品上市和推广",
    ),
    (33, "pmm", "market-facing", {"sales-enablement": "A"}, "knowledge and tools", "知识和工具"),
    (
        34,
        "pmm",
        "market-facing",
        {"customer-presentations": "A"},
        "presentations for use with customers",
        "演示材料",
    ),
    (35, "pmm", "market-facing", {"website": "A"}, "website current", "更新官网"),
    (
        36,
        "pmm",
        "market-facing",
        {"marketing-strategy": "R"},
        "setting the marketing strategy",
        "参与制定营销战略",
    ),
    (37, "pm pmm", "pair", {}, "point where they meet", "衔接处决定产品成败"),
    (38, "pm pmm", "pair", {}, "every day", "每天"),
    (39, "pm pmm", "pair", {}, '"internal versus external", is inaccurate', "“对内”和“对外”"),
    (40, "pm pmm", "pair", {}, "no strong product owner", "没有强有力的产品负责人"),
    (41, "pm pmm", "pair", {}, "no excellent product marketing manager", "没有出色的产品市场经理"),
    (42, "pm pmm", "pair", {}, "exceeds expectations", "超出客户和市场预期"),
    (43, "pm pmm", "pair", {}, "progress stalls", "停滞不前"),
    (
        44,
        "marketing-manager",
        "perspective",
        {"marketing-operations": "A"},
        "somewhat higher position",
        "职位略高",
    ),
    (
        45,
        "marketing-manager",
        "responsibility",
        {"marketing-organisation": "A", "marketing-strategy": "A", "marketing-management": "A"},
        "organising, planning and managing marketing",
        "组织、规划与管理",
    ),
    (
        46,
        "marketing-manager",
        "market-facing",
        {"sales-oversight": "A"},
        "Manages sales",
        "管理销售",
    ),
    (47, "marketing-manager", "market-facing", {"promotion": "A"}, "market promotion", "市场推广"),
    (
        48,
        "marketing-manager",
        "market-facing",
        {"partner-recruitment": "A"},
        "recruitment of partners and investors",
        "招商",
    ),
    (
        49,
        "marketing-manager",
        "market-facing",
        {"customer-service": "A"},
        "customer service",
        "客户服务",
    ),
    (
        50,
        "marketing-manager",
        "responsibility",
        {"product-marketing-plan": "C"},
        "product manager's marketing plan",
        "产品经理的营销计划",
    ),
    (
        51,
        "sales-manager",
        "perspective",
        {"market-research": "A", "market-analysis": "A"},
        "Researches and analyses the market",
        "市场调研和市场分析",
    ),
    (
        52,
        "sales-manager",
        "perspective",
        {"sales-forecast": "A"},
        "sales forecast for the year",
        "年度销售预测",
    ),
    (
        53,
        "sales-manager",
        "responsibility",
        {"sales-targets": "A"},
        "breaks them down",
        "分解销售目标",
    ),
    (54, "sales-manager", "responsibility", {"sales-team": "A"}, "sales team", "销售团队"),
    (
        55,
        "sales-manager",
        "responsibility",
        {"company-policies": "R"},
        "rules and policies into practice",
        "制度和政策",
    ),
    (56, "sales-manager", "market-facing", {"sales-channels": "A"}, "sales channels", "销售渠道"),
    (
        57,
        "sales-manager",
        "market-facing",
        {"customer-relationships": "A"},
        "the customers",
        "客户",
    ),
    (
        58,
        "customer-service-manager",
        "summary",
        {"customer-service": "R"},
        "easy to tell from the others",
        "容易与其他角色区分",
    ),
]


Sentence: TypeAlias = tuple[Mapping[str, str], Mapping[str, str]]


def sentences(role_id: str, where: str) -> Iterator[Sentence]:
    """Yield the sentences of a place, each with the letters it backs."""
    if where == "pair":
        for pair in CATALOG.pairs:
            if " ".join(pair.roles) == role_id:
                yield from ((text.texts, {}) for text in pair.together)
        return
    role = CATALOG.roles[role_id]
    if where == "notes":
        yield from ((text.texts, {}) for text in role.notes)
        return
    statements = role.statements.get(where, ())
    if where == "summary":
        assert role.summary is not None
        statements = (role.summary,)
    for statement in statements:
        yield (
            statement.texts,
            {claim.topic: INITIALS[claim.letter] for claim in statement.claims},
        )


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact[0]}-{fact[4]}")
def test_fact(fact: Fact) -> None:
    _, role, where, letters, english, chinese = fact
    found = [
        (texts, given)
        for texts, given in sentences(role, where)
        if english in texts["en"] and chinese in texts["zh"]
    ]
    assert len(found) == 1
    ((texts, given),) = found
    # One sentence may carry several claims: it has the letters of them all and no others.
    expected = {
        topic: letter
        for _, other, place, held, piece, _ in FACTS
        if (other, place) == (role, where) and piece in texts["en"]
        for topic, letter in held.items()
    }
    assert letters.items() <= expected.items()
    assert given == expected


def test_every_claim_of_the_article_is_in_the_table() -> None:
    assert {fact[0] for fact in FACTS} == set(range(1, 59))


def claims(role: Role) -> set[tuple[str, str, str]]:
    return {(where, claim.topic, INITIALS[claim.letter]) for where, _, claim in role.claims()}


def test_no_letter_beyond_the_article() -> None:
    expected: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for _, role, where, letters, _, _ in FACTS:
        expected[role] |= {(where, topic, letter) for topic, letter in letters.items()}
    del expected["pm pmm"]
    assert {role.id: claims(role) for role in CATALOG.roles.values()} == expected


def test_no_statement_beyond_the_article() -> None:
    for role in CATALOG.roles.values():
        for where, statements in role.statements.items():
            pieces = [fact[4] for fact in FACTS if fact[1:3] == (role.id, where)]
            for statement in statements:
                assert any(piece in statement.texts["en"] for piece in pieces)


def holders(topic: str, letter: str) -> set[str]:
    return {
        role.id
        for role in CATALOG.roles.values()
        for _, named, held in claims(role)
        if (named, held) == (topic, letter)
    }


@pytest.mark.parametrize(
    ("topic", "accountable", "responsible"),
    [
        ("market-research", {"pm", "pmm", "sales-manager"}, set()),
        ("market-positioning", {"pm", "pmm"}, set()),
        ("promotion", {"marketing-manager", "pmm"}, set()),
        ("sales-support", set(), {"pm", "pmm"}),
        ("marketing-support", set(), {"pmm"}),
        ("company-policies", set(), {"sales-manager"}),
        ("pricing", {"pm"}, set()),
    ],
)
def test_what_the_article_leaves_open(
    topic: str, accountable: set[str], responsible: set[str]
) -> None:
    assert holders(topic, "A") == accountable
    assert holders(topic, "R") == responsible


def test_what_the_article_is_silent_on() -> None:
    described = {role.id: list(role.statements) for role in CATALOG.roles.values()}
    every = ["perspective", "responsibility", "market-facing"]
    assert described == {
        "customer-service-manager": [],
        "marketing-manager": every,
        "pm": every,
        "pmm": every,
        "sales-manager": every,
    }
    notes = [note.texts["en"] for note in CATALOG.roles["customer-service-manager"].notes]
    assert notes[0] == "The source says nothing more about this role."


@pytest.mark.parametrize(
    ("role", "english", "chinese", "others"),
    [
        ("pm", "Product manager", "产品经理", {"product-manager"}),
        (
            "pmm",
            "Product marketing manager",
            "产品市场经理",
            {"产品营销经理", "product-marketing-manager"},
        ),
        ("marketing-manager", "Marketing manager", "营销经理", {"市场经理", "mm"}),
        ("sales-manager", "Sales manager", "销售经理", {"sm"}),
        (
            "customer-service-manager",
            "Customer service manager",
            "客服经理",
            {"csm", "support-manager"},
        ),
    ],
)
def test_names_of_roles(role: str, english: str, chinese: str, others: set[str]) -> None:
    found = CATALOG.roles[role]
    assert found.name.texts == {"en": english, "zh": chinese}
    assert {alias.name for alias in found.aliases} >= others
    assert len(CATALOG.roles) == 5


def test_the_catalog_itself() -> None:
    assert CATALOG.languages == ("en", "zh")
    assert CATALOG.source is not None
    assert CATALOG.title is not None
    assert list(CATALOG.dimensions) == ["perspective", "responsibility", "market-facing"]
    assert ("pm", "pmm") in [pair.roles for pair in CATALOG.pairs]


@pytest.mark.parametrize("topic", sorted(CATALOG.topics))
def test_every_topic_has_a_name_in_each_language_and_is_used(topic: str) -> None:
    assert list(CATALOG.topics[topic].name.texts) == ["en", "zh"]
    assert all(CATALOG.topics[topic].name.texts.values())
    assert any(topic == named for role in CATALOG.roles.values() for _, named, _ in claims(role))


def test_topics_have_names_of_their_own_in_each_language() -> None:
    for language in CATALOG.languages:
        names = [topic.name.texts[language] for topic in CATALOG.topics.values()]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("定价", "pricing"),
        ("价格", "pricing"),
        ("price", "pricing"),
        ("Price", "pricing"),
        ("pricing", "pricing"),
        ("PRICING", "pricing"),
        ("pricing strategy", "pricing"),
        ("pricing_strategy", "pricing"),
        ("定价策略", "pricing"),
        ("roadmap", "roadmap"),
        ("路线图", "roadmap"),
        ("GTM", "go-to-market"),
        ("launch", "go-to-market"),
        ("上市", "go-to-market"),
        ("market study", "market-research"),
        ("市场调查", "market-research"),
        ("positioning", "market-positioning"),
        ("定位", "market-positioning"),
        ("竞品", "competitor-analysis"),
        ("官网", "website"),
        ("PRD", "requirements"),
    ],
)
def test_names_that_people_type_find_the_topic(name: str, topic: str) -> None:
    known = index(("", each) for each in CATALOG.topics.values())
    assert known[normal_form(name)].id == topic
