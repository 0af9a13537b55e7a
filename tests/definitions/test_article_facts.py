"""The roles that come with the program, held against what the source article says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import pytest

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.model import INITIALS, Role
from rolecmp.definitions.names import index, normal_form
from rolecmp.definitions.sources.discovery import builtin_catalog

CATALOG = load_catalog(builtin_catalog())
ROLES = ["pm", "pmm", "marketing-manager", "sales-manager", "customer-service-manager"]
DIMENSIONS = ["perspective", "responsibility", "market-facing"]

# What the source article says, a row a claim: its number, whose it is, where it stands, the
# letters it gives and a piece of the sentence in each language. "difference" and "together"
# are what is true of two roles.
Fact: TypeAlias = tuple[int, str, str, Mapping[str, str], str, str]


def accountable(*topics: str) -> Mapping[str, str]:
    return dict.fromkeys(topics, "A")


def responsible(*topics: str) -> Mapping[str, str]:
    return dict.fromkeys(topics, "R")


WHY = "the why, the what and the when"
WHY_ZH = "“为什么”“做什么”和“什么时候”"
MM_CSM = "marketing-manager customer-service-manager"
# fmt: off
FACTS: list[Fact] = [
    (1, "pm", "summary", {}, f"Leads the product and defines {WHY} for engineering",
     f"领导产品，为研发定义{WHY_ZH}"),
    (2, "pm", "perspective", accountable("vision", "product-strategy"),
     "vision and strategy", "确立产品愿景，制定产品战略"),
    (3, "pm", "perspective", accountable("business-value"),
     "the intent behind a new product or release", "讲清商业价值"),
    (4, "pm", "perspective", accountable("roadmap"),
     "strategy behind the roadmap", "路线图背后的战略"),
    (4, "pm", "perspective", accountable("roadmap"),
     "builds the product with engineering", "与研发一起把产品做出来"),
    (5, "pm", "perspective", accountable("product-lifecycle"),
     "whole life cycle, not its marketing alone", "整个生命周期，不只管营销"),
    (6, "pm", "perspective", {}, "understand users and the market", "懂用户、懂市场"),
    (7, "pm", "responsibility", accountable("requirements"),
     "bring a complete product to market", "把完整的产品推向市场"),
    (7, "pm", "responsibility", accountable("requirements"),
     "make the product team succeed", "让产品团队取得成功"),
    (8, "pm", "responsibility", accountable("requirements", "release-timing"),
     "settles with engineering when", "与研发商定什么时候做"),
    (9, "pm", "responsibility", accountable("market-research"),
     "Researches and analyses the market for the product", "为产品做市场调研与分析"),
    (9, "pm", "responsibility", accountable("market-research"),
     "in close contact with development", "与研发保持密切联系"),
    (9, "pm", "responsibility", accountable("market-research"),
     "development, marketing planning and later marketing work have accurate information",
     "研发、营销策划和后续营销工作提供准确的信息"),
    (10, "pm", "responsibility", accountable("market-positioning", "product-strategy"),
     "positioning, objectives and strategy", "定位、目标和战略"),
    (10, "pm", "responsibility", accountable("market-positioning", "product-strategy"),
     "places a new product in the market", "为新产品找准市场位置"),
    (11, "pm", "responsibility", accountable("market-share-forecast", "product-targets"),
     "expected market share", "预测产品的市场份额"),
    (11, "pm", "responsibility", accountable("market-share-forecast", "product-targets"),
     "sets in advance the strategic targets", "提前定下要达成的战略目标"),
    (12, "pm", "responsibility",
     accountable("marketing-strategy", "product-marketing-plan", "pricing", "advertising",
                 "distribution-channels"),
     "whole marketing strategy and plan, including pricing, advertising and distribution channels",
     "整套营销策略和计划，包括定价、广告和分销渠道"),
    (13, "pm", "responsibility", responsible("product-marketing-plan"),
     "with the marketing department on a systematic marketing plan and drives its execution",
     "与营销部门一起制定系统的营销计划，并推动落实"),
    (14, "pm", "market-facing", accountable("product-decisions"),
     "usually seen as the CEO of the product", "通常被看作产品的 CEO"),
    (15, "pm", "market-facing", accountable("product-advice"),
     "Often leads the others when deep product advice is needed", "往往由其牵头"),
    (16, "pm", "market-facing", responsible("sales-and-service-support"),
     "work with customers directly, sales and customer service",
     "直接面对客户的部门，也就是销售和客服"),
    (17, "pm", "notes", {}, "Part A counts the role within sales and service",
     "A 部分把产品经理归入销售与服务"),
    (17, "pm", "notes", {}, "development-side product managers from market-side ones",
     "研发侧和市场侧的产品经理"),
    (18, "pmm", "summary", {}, f"Leads the market side and explains {WHY} to the market",
     f"领导市场，向市场讲清{WHY_ZH}"),
    (19, "pmm", "perspective", accountable("market-positioning"),
     "within the overall product strategy", "在整体产品战略下"),
    (20, "pmm", "perspective", accountable("competitor-analysis"),
     "Analyses competitors", "竞品分析"),
    (21, "pmm", "perspective", accountable("market-research"),
     "researches the market", "市场调研"),
    (22, "pmm", "perspective", {}, "close to the sales team", "贴近销售团队"),
    (23, "pmm", "perspective", accountable("market-communication"),
     "customers, partners and prospects the product's strategic position",
     "向客户、合作伙伴和潜在客户讲清产品的战略定位"),
    (24, "pmm", "perspective", {}, "Must understand the product", "必须懂产品"),
    (25, "pmm", "responsibility", accountable("outbound-work"),
     "all the outbound work that it takes to explain the value of the features",
     "为讲清功能的价值，列明全部对外工作"),
    (26, "pmm", "responsibility", accountable("messaging"),
     "customer-facing messaging", "面向客户的核心信息"),
    (27, "pmm", "responsibility", accountable("product-demos"),
     "at trade shows and in webinars", "在展会和线上研讨会上"),
    (28, "pmm", "responsibility", accountable("customer-presentations"),
     "Presents to customers and prospects", "给客户和潜在客户做宣讲"),
    (29, "pmm", "responsibility", responsible("marketing-support"),
     "Supports the marketing organisation", "支持营销体系"),
    (30, "pmm", "responsibility", accountable("market-perception"),
     "how the market understands the product", "市场对产品的认知"),
    (31, "pmm", "market-facing", {},
     "Usually spends less time working with internal teams and supporting customers",
     "花在内部协作和支持客户上的时间通常较少"),
    (32, "pmm", "market-facing", accountable("go-to-market", "promotion"),
     "Brings the product to market and promotes it", "产品上市和推广"),
    (33, "pmm", "market-facing", accountable("sales-enablement"),
     "knowledge and tools", "知识和工具"),
    (34, "pmm", "market-facing", accountable("customer-presentations"),
     "Develops customer-facing presentations", "制作面向客户的宣讲材料"),
    (35, "pmm", "market-facing", accountable("website"),
     "website up to date", "及时更新官网"),
    (36, "pmm", "market-facing", responsible("marketing-strategy"),
     "Takes part in setting the marketing strategy", "参与制定营销策略"),
    (37, "pm pmm", "difference", {},
     "leads the product, the product marketing manager leads the market",
     "产品经理领导产品，产品市场经理领导市场"),
    (37, "pm pmm", "difference", {},
     "where they meet decides whether the product succeeds",
     "两者的交汇处决定产品成败"),
    (38, "pm pmm", "together", {}, "sit down and talk every day", "每天都要坐下来沟通"),
    (39, "pm pmm", "together", {},
     '"Internal versus external" is the usual line between them, and it is inaccurate',
     "“对内”“对外”区分两者，但这并不准确"),
    (39, "pm pmm", "together", {},
     "must understand users and the market, the product marketing manager the product",
     "产品经理必须懂用户、懂市场，产品市场经理也必须懂产品"),
    (40, "pm pmm", "together", {},
     "no strong product manager, the product team cannot tell which features and "
     "requirements to deliver",
     "没有得力的产品经理，产品团队就不知道该交付哪些功能和需求"),
    (41, "pm pmm", "together", {},
     "no excellent product marketing manager, sales and marketing know neither the product's "
     "business value nor why it matters",
     "没有出色的产品市场经理"),
    (42, "pm pmm", "together", {},
     "side by side and give an experience beyond what customers and the market expect",
     "并肩工作，带来超出客户和市场预期的体验"),
    (43, "pm pmm", "together", {},
     "responsibility becomes unclear and progress stalls", "责任就不清，工作就会停滞不前"),
    (44, "pm marketing-manager", "difference", {},
     "one product's whole life cycle, not its marketing alone",
     "一个产品的整个生命周期，不只管它的营销"),
    (44, "pm marketing-manager", "difference", {},
     "answers for the company's marketing", "对公司的营销负责"),
    (44, "pm marketing-manager", "together", {}, "easily confused", "容易混淆"),
    (45, "pm marketing-manager", "together", {},
     "with the marketing department on a systematic marketing plan",
     "与营销部门一起制定系统的营销计划"),
    (46, "marketing-manager sales-manager", "difference", {},
     "stands higher and runs all marketing, sales included",
     "职位更高，统管包括销售在内的全部营销"),
    (46, "marketing-manager sales-manager", "difference", {},
     "forecast, targets, team, channels, customers", "预测、目标、团队、渠道、客户"),
    (46, "marketing-manager sales-manager", "together", {}, "easily confused", "容易混淆"),
    (47, MM_CSM, "difference", {},
     "manages customer service, among other things", "客户服务由营销经理管理，是其管理的工作之一"),
    (48, "pmm sales-manager", "together", {},
     "close to the sales team and arms it with knowledge and tools",
     "贴近销售团队，为团队提供知识和工具"),
    (49, "pm sales-manager", "together", {},
     "supports the sales organisation", "支持销售部门"),
    (50, "pm customer-service-manager", "together", {},
     "supports the customer service organisation", "支持客服部门"),
    (51, "marketing-manager", "perspective", accountable("company-marketing"),
     "somewhat higher position", "职位略高"),
    (51, "marketing-manager", "perspective", accountable("company-marketing"),
     "the company's marketing as a whole, so that it runs properly",
     "公司的整体营销负责，确保营销正常运转"),
    (52, "marketing-manager", "responsibility",
     accountable("marketing-organisation", "marketing-planning", "marketing-management"),
     "marketing organisation, marketing planning and marketing management",
     "营销组织、营销策划和营销管理"),
    (53, "marketing-manager", "market-facing", accountable("sales-oversight"),
     "Manages sales", "管理销售"),
    (54, "marketing-manager", "market-facing", accountable("promotion"),
     "market promotion", "市场推广"),
    (55, "marketing-manager", "market-facing", accountable("partner-recruitment"),
     "distributors, dealers and partners", "招商，发展经销商、代理商和合作伙伴"),
    (56, "marketing-manager", "market-facing", accountable("customer-service"),
     "Manages customer service", "管理客户服务"),
    (57, "sales-manager", "perspective", accountable("market-research"),
     "Researches and analyses the market", "市场调研和市场分析"),
    (58, "sales-manager", "perspective", accountable("sales-forecast"),
     "yearly sales forecast", "年度销售预测"),
    (59, "sales-manager", "responsibility", accountable("sales-targets"),
     "Sets the sales targets and breaks them down", "制定并分解销售目标"),
    (60, "sales-manager", "responsibility", accountable("sales-team"),
     "Builds the sales team", "组建销售团队"),
    (61, "sales-manager", "responsibility", responsible("company-policies"),
     "rules and policies conscientiously", "认真执行公司的制度和政策"),
    (62, "sales-manager", "market-facing", accountable("sales-channels"),
     "Manages the sales channels", "管理销售渠道"),
    (63, "sales-manager", "market-facing", accountable("customer-relationships"),
     "Manages the customers", "管理客户"),
    (64, "customer-service-manager", "summary", {},
     "Reports to the marketing manager", "向营销经理汇报"),
    (65, "customer-service-manager", "notes", {},
     "easy to tell from the others", "容易与其他角色区分"),
    (65, "customer-service-manager", "notes", {},
     "customer service as part of what the marketing manager manages",
     "客户服务是营销经理管理的工作之一"),
    (65, "customer-service-manager", "notes", {},
     "gives the role no duty, so the role has no letter here", "所以这里不标字母"),
]
# fmt: on

# What the notes and the summaries say beyond the rows: our own remark, said to be ours, and the
# rows of a role in one sentence.
OURS = [
    ("pm", "our remark, not the article's", "这是我们的补充，不是文章的说法"),
    (
        "marketing-manager",
        "manages sales, promotion, partner recruitment and customer service",
        "整体营销负责",
    ),
    ("sales-manager", "Runs sales: the forecast, the targets, the team", "预测、目标、团队"),
]

Sentence: TypeAlias = tuple[Mapping[str, str], Mapping[str, str]]


def sentences(whose: str, where: str) -> Iterator[Sentence]:
    """Yield the sentences of a place, each with the letters it backs."""
    if where in ("difference", "together"):
        for pair in CATALOG.pairs:
            if " ".join(pair.roles) == whose:
                if where == "together":
                    yield from ((text.texts, {}) for text in pair.together)
                elif pair.difference is not None:
                    yield pair.difference.texts, {}
        return
    role = CATALOG.roles[whose]
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
    _, whose, where, letters, english, chinese = fact
    found = [
        (texts, given)
        for texts, given in sentences(whose, where)
        if english in texts["en"] and chinese in texts["zh"]
    ]
    assert len(found) == 1
    ((texts, given),) = found
    # One sentence may carry several claims: it has the letters of them all and no others.
    expected = {
        topic: letter
        for _, other, place, held, piece, _ in FACTS
        if (other, place) == (whose, where) and piece in texts["en"]
        for topic, letter in held.items()
    }
    assert letters.items() <= expected.items()
    assert given == expected


def test_every_claim_of_the_article_is_in_the_table() -> None:
    assert {fact[0] for fact in FACTS} == set(range(1, 66))


def places() -> Iterator[tuple[str, str]]:
    """Yield every place that has sentences: whose it is, and where."""
    for role in ROLES:
        yield from ((role, where) for where in ("summary", *DIMENSIONS, "notes"))
    for pair in CATALOG.pairs:
        yield from ((" ".join(pair.roles), where) for where in ("difference", "together"))


def test_no_sentence_beyond_the_article() -> None:
    backed: list[tuple[str, str, str]] = []
    others: list[tuple[str, str, str]] = []
    for whose, where in places():
        pieces = [fact[4:] for fact in FACTS if fact[1:3] == (whose, where)]
        if where in ("summary", "notes"):
            pieces += [ours[1:] for ours in OURS if ours[0] == whose]
        for texts, _ in sentences(whose, where):
            known = any(en in texts["en"] and zh in texts["zh"] for en, zh in pieces)
            (backed if known else others).append((whose, where, texts["en"]))
    assert others == []
    assert {place[:2] for place in backed} >= {fact[1:3] for fact in FACTS}


def claims(role: Role) -> set[tuple[str, str, str]]:
    return {(where, claim.topic, INITIALS[claim.letter]) for where, _, claim in role.claims()}


def test_no_letter_beyond_the_article() -> None:
    expected: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for _, whose, where, letters, _, _ in FACTS:
        expected[whose] |= {(where, topic, letter) for topic, letter in letters.items()}
    assert {role.id: claims(role) for role in CATALOG.roles.values()} == {
        role: expected[role] for role in ROLES
    }


# A company copies the definitions: what speaks of the article would not be true of its people.
OF_THE_ARTICLE = re.compile(
    r"(?i)\barticle|\bauthors?\b|\bpart [AB]\b|\bsource|\btranslat|\bcatalog|\bwriter"
    r"|文章|原文|作者|[AB]\s*部分|译|目录|李皞|Haaff"
)


def copied_texts() -> Iterator[str]:
    """Yield the texts that a copy of the catalog keeps: all but notes, sources and reasons."""
    for role in CATALOG.roles.values():
        yield from role.name.texts.values()
        for _, statement in role.sentences():
            yield from statement.texts.values()
        for brief in role.brief.values():
            yield from brief.texts.values()
    for pair in CATALOG.pairs:
        for text in (pair.difference, *pair.together):
            if text is not None:
                yield from text.texts.values()


def test_what_a_company_copies_says_nothing_of_the_article() -> None:
    texts = list(copied_texts())
    assert len(texts) > 150
    assert [text for text in texts if OF_THE_ARTICLE.search(text)] == []


@pytest.mark.parametrize("role", ["pm", "pmm"])
def test_the_two_summaries_are_parallel(role: str) -> None:
    summary = CATALOG.roles[role].summary
    assert summary is not None
    assert re.fullmatch(rf"Leads the [a-z ]+ and \w+ {WHY} (for|to) [a-z ]+\.", summary.texts["en"])
    assert re.fullmatch(rf"领导\w\w，[为向]\w\w\w\w{WHY_ZH}。", summary.texts["zh"])


BRIEF = {"en": 60, "zh": 28}


@pytest.mark.parametrize("role", ROLES)
def test_each_described_dimension_has_a_brief(role: str) -> None:
    found = CATALOG.roles[role]
    assert set(found.brief) == set(found.statements)
    for brief in found.brief.values():
        assert set(brief.texts) == {"en", "zh"}
        for language, text in brief.texts.items():
            assert len(text) <= BRIEF[language]
            assert not text.endswith((".", "。"))


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
        ("sales-and-service-support", set(), {"pm"}),
        ("marketing-support", set(), {"pmm"}),
        ("company-policies", set(), {"sales-manager"}),
        ("pricing", {"pm"}, set()),
        ("marketing-strategy", {"pm"}, {"pmm"}),
    ],
)
def test_what_the_article_leaves_open(
    topic: str, accountable: set[str], responsible: set[str]
) -> None:
    assert holders(topic, "A") == accountable
    assert holders(topic, "R") == responsible


@pytest.mark.parametrize(
    ("topic", "rule", "roles", "parts"),
    [
        ("market-research", "multiple-accountable", ["pm", "pmm", "sales-manager"], "AB"),
        ("market-positioning", "multiple-accountable", ["pm", "pmm"], "AB"),
        ("promotion", "multiple-accountable", ["marketing-manager", "pmm"], "AB"),
        ("sales-and-service-support", "no-accountable", ["pm"], "B"),
        ("marketing-support", "no-accountable", ["pmm"], "B"),
        ("company-policies", "no-accountable", ["sales-manager"], "A"),
    ],
)
def test_what_is_accepted_names_its_roles_and_the_parts(
    topic: str, rule: str, roles: list[str], parts: str
) -> None:
    accepted = CATALOG.topics[topic].accepted
    assert list(accepted) == [rule]
    assert [each.id for each in accepted[rule].roles] == roles
    reason = accepted[rule].reason.texts
    for part in "AB":
        named = part in parts
        assert (re.search(rf"(?i)part {part}\b", reason["en"]) is not None) == named
        assert (f"{part} 部分" in reason["zh"]) == named


def test_nothing_else_is_accepted() -> None:
    contested = [topic.id for topic in CATALOG.topics.values() if topic.accepted]
    assert len(contested) == 6
    assert {role.id: list(role.accepted) for role in CATALOG.roles.values() if role.accepted} == {
        "customer-service-manager": ["missing-dimension", "role-idle"]
    }


def test_what_the_article_is_silent_on() -> None:
    described = {role.id: list(role.statements) for role in CATALOG.roles.values()}
    assert described == {
        role: [] if role == "customer-service-manager" else DIMENSIONS for role in ROLES
    }


@pytest.mark.parametrize("role", ROLES)
def test_who_manages_whom(role: str) -> None:
    managed = [each.id for each in CATALOG.roles[role].manages]
    expected = ["sales-manager", "customer-service-manager"]
    assert managed == (expected if role == "marketing-manager" else [])


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
        ("customer-service-manager", "Customer service manager", "客服经理", {"support-manager"}),
    ],
)
def test_names_of_roles(role: str, english: str, chinese: str, others: set[str]) -> None:
    found = CATALOG.roles[role]
    assert found.name.texts == {"en": english, "zh": chinese}
    names = {alias.name for alias in found.aliases}
    assert names >= others
    # Most read it as customer success manager.
    assert "csm" not in names


def test_the_catalog_itself() -> None:
    assert CATALOG.languages == ("en", "zh")
    assert CATALOG.source is not None
    assert CATALOG.title is not None
    assert list(CATALOG.dimensions) == DIMENSIONS
    assert list(CATALOG.roles) == ROLES


def test_every_topic_is_in_a_group_and_every_group_has_topics() -> None:
    assert {topic.group for topic in CATALOG.topics.values()} == set(CATALOG.groups)
    # Within the order of the groups, so that a list of topics reads the same either way.
    order = list(CATALOG.groups)
    found = [order.index(topic.group or "") for topic in CATALOG.topics.values()]
    assert found == sorted(found)


@pytest.mark.parametrize("topic", sorted(CATALOG.topics))
def test_every_topic_has_a_name_in_each_language_and_is_used(topic: str) -> None:
    assert list(CATALOG.topics[topic].name.texts) == ["en", "zh"]
    assert all(CATALOG.topics[topic].name.texts.values())
    assert any(topic == named for role in CATALOG.roles.values() for _, named, _ in claims(role))


def test_topics_have_names_of_their_own_in_each_language() -> None:
    for language in CATALOG.languages:
        names = [topic.name.texts[language] for topic in CATALOG.topics.values()]
        assert len(set(names)) == len(names)


# What people type, and the page on which it was seen used; the first are other spellings of the
# topics' own names and everyday words.
TYPED = [
    ("定价", "pricing"),
    ("Price", "pricing"),
    ("PRICING", "pricing"),
    ("pricing_strategy", "pricing"),
    ("road map", "roadmap"),
    ("路线图", "roadmap"),
    ("positioning", "market-positioning"),
    ("定位", "market-positioning"),
    ("市场分析", "market-research"),
    ("market analysis", "market-research"),
    ("友商", "competitor-analysis"),
    ("渠道招商", "partner-recruitment"),
    ("网站", "website"),
    # docs.pingcode.com/ask/ask-ask/590511.html, on the documents of a product manager
    ("PRD", "requirements"),
    ("产品需求文档", "requirements"),
    ("竞争分析", "competitor-analysis"),
    ("发布计划", "release-timing"),
    # modao.ink/ad/blog/product-manager-terms-guide.html, a glossary for product managers
    ("竞品分析", "competitor-analysis"),
    ("定价策略", "pricing"),
    # cnblogs.com/zhilin/p/16891876.html, on versions
    ("发版", "release-timing"),
    # 76hw.com, on the schedule of a release
    ("上线", "release-timing"),
    ("排期", "release-timing"),
    # fanruan.com/finepedia/article/691e7ca4c5280c5ad9861ae6, on competitors
    ("竞争对手分析", "competitor-analysis"),
    ("竞争情报", "competitor-analysis"),
    # public repositories on GitHub, often
    ("竞对", "competitor-analysis"),
    # yunyingpai.com/market/1056822.html, on go-to-market and product managers
    ("GTM", "go-to-market"),
    ("上市", "go-to-market"),
    ("卖点", "messaging"),
    ("广告投放", "advertising"),
    # codemsi.com/pmd/4399560.html; titles on um.sanwen.net and abg.baidu.com
    ("产品定价", "pricing"),
    ("价格体系", "pricing"),
    ("报价", "pricing"),
    # dajudeng.com and daumloan.com, duties in sales; xhdhwdj.com/product/55.html, in marketing
    ("销售指标", "sales-targets"),
    ("售后服务", "customer-service"),
    ("渠道管理", "sales-channels"),
    ("客户关系管理", "customer-relationships"),
    # en.wikipedia.org/wiki/Product_marketing
    ("marketing communications", "market-communication"),
    # blog.segment8.com/posts/pmm-governance-framework-built
    ("competitive intelligence", "competitor-analysis"),
    ("battle cards", "sales-enablement"),
    # austindiering.com/blog, a responsibility matrix for product launches
    ("product launch", "go-to-market"),
    ("launch plan", "go-to-market"),
    # clay.com/glossary/sales-manager
    ("quotas", "sales-targets"),
    ("sales goals", "sales-targets"),
]


@pytest.mark.parametrize(("name", "topic"), TYPED)
def test_names_that_people_type_find_the_topic(name: str, topic: str) -> None:
    known = index(("", each) for each in CATALOG.topics.values())
    assert known[normal_form(name)].id == topic


@pytest.mark.parametrize(
    "near",
    # Near one topic or between two: an answer would be a guess.
    ["渠道", "channels", "forecast", "促销", "展会", "trade shows", "售前", "招商引资", "support"],
)
def test_what_is_only_near_a_topic_is_no_name_of_it(near: str) -> None:
    assert normal_form(near) not in index(("", each) for each in CATALOG.topics.values())


# woshipm.com/pmd/4598476.html (产品市场), nabi.104.com.tw (產品行銷經理)
@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Product Manager", "pm"),
        ("产品市场", "pmm"),
        ("产品营销经理", "pmm"),
        ("产品行销经理", "pmm"),
        ("市场经理", "marketing-manager"),
        ("客户服务经理", "customer-service-manager"),
    ],
)
def test_names_that_people_type_find_the_role(name: str, role: str) -> None:
    known = index(("", each) for each in CATALOG.roles.values())
    assert known[normal_form(name)].id == role
