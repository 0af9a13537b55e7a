"""The script's answers are those of Python, for every pair, topic and name of three catalogs."""

from __future__ import annotations

import random
import unicodedata
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.lookup import names_in, role_names, topic_names
from rolecmp.definitions.model import INITIALS
from rolecmp.definitions.names import folded, normal_form
from rolecmp.definitions.sources.discovery import find_catalog
from rolecmp.page.data import NO_DAY
from rolecmp.questions.compare import Decision, compare
from rolecmp.questions.who_owns import Owners, who_owns

if TYPE_CHECKING:
    from page_harness import Open

    from rolecmp.definitions.model import Catalog, Role, Topic

pytestmark = pytest.mark.no_cover

HERE = Path(__file__).parent
CATALOGS = {
    "builtin": "builtin",
    "studio": str(HERE / "catalog"),
    "after": str(HERE.parent / "rendering" / "catalogs" / "after"),
}


@pytest.fixture(scope="module", params=CATALOGS)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    return load_catalog(find_catalog(CATALOGS[request.param], {}, str(HERE)))


def test_every_comparison_is_the_same(open_page: Open, catalog: Catalog) -> None:
    ids = list(catalog.roles)
    asked = [list(each) for size in (2, 3) for each in combinations(ids, size)]
    asked += [each[::-1] for each in asked]
    found = open_page("", catalog).evaluate("(all) => all.map(compare)", asked)
    for each, answer in zip(asked, found, strict=True):
        assert answer == _compared(catalog, each), each
    assert found


def _compared(catalog: Catalog, ids: list[str]) -> dict[str, Any]:
    roles = [catalog.roles[id_] for id_ in ids]
    answer = compare(catalog, roles, NO_DAY)

    def told(decision: Decision, by: Role | None = None) -> list[str]:
        return [row.standing.topic.id for row in answer.decided(decision, by)]

    return {
        "several": told(Decision.SEVERAL),
        "othersToo": told(Decision.OTHERS_TOO),
        "others": told(Decision.OTHERS),
        "nobody": told(Decision.NOBODY),
        "one": [told(Decision.ONE, role) for role in roles],
        "elsewhere": told(Decision.ELSEWHERE),
        "pairs": [
            {
                "roles": list(pair.roles),
                "difference": dict(pair.difference.texts) if pair.difference else None,
                "together": [dict(each.texts) for each in pair.together],
            }
            for pair in answer.pairs
        ],
        "manages": [[each.role.id, [role.id for role in each.reports]] for each in answer.managers],
    }


def test_every_owner_is_the_same_with_the_same_sentences(open_page: Open, catalog: Catalog) -> None:
    ask = """(ids) => ids.map((id) => {
      const { state, owners, evidence } = whoOwns(id);
      const told = evidence.map(({ letter, role, dimension, statement, line }) =>
        [letter, role.id, dimension, statement && statement.text, line]);
      return [state, owners, told];
    })"""
    found = open_page("", catalog).evaluate(ask, list(catalog.topics))
    answer = who_owns(catalog, list(catalog.topics), NO_DAY)
    assert isinstance(answer, Owners)
    for each, (state, owners, evidence) in zip(answer.topics, found, strict=True):
        assert state == each.standing.state.value
        assert owners == [role.id for role in each.standing.owners]
        assert evidence == [
            [
                INITIALS[claim.letter],
                role.id,
                dimension,
                dict(statement.texts) if statement else None,
                (statement or claim).line,
            ]
            for role, dimension, statement, claim in each.evidence
        ]


# --- names ------------------------------------------------------------------------------------

ASKED = """
pricing | Pricing | PRICE | ｐｒｉｃｉｎｇ | price | the price | who owns pricing?
who decides the price
Who sets the pricing, please | "pricing" | pricing (launch) | price [pricing] | pricin | prcing
market | Market research | market_research | market‑research | marketresearch | research
定价 | 价格 | 定 价 | 「定价」 | 谁定价 | 定价归谁管 | 谁负责定价？ | 請問定價由誰決定 | 價格
定价（产品）
路线图 | 路线 | 路线图谁定 | 产品路线图 | 市場調研 | 市场 调研 | 市调 | 竞品 | 竟品分析 | 产品
pm | PM | Product manager | product-manager | the product manager | 产品经理 | 產品經理
产品经理是谁
产品市场经理 | 市场经理 | pmm | manager | marketing | 经理
销售 | 销售經理 | sales | Sales-Manager | head of sales
pm,pmm | pm vs pmm | pm vs. pmm | pm vsx pmm | pm和pmm | 产品经理和销售经理
产品经理对比产品市场经理
pm/pmm/sales-manager
designer & pm | 设计师 | assistant | xyzzy | 天气 | ? | 。 | - | who | 谁 | the of who
归谁 | ﬁnance | straße | STRASSE | ΟΔΟΣ
a | ab | abc | vision | vison | product visions | life cycle | lifecycle | Life-Cycle | go to market
gtm | 上市 | 発売
"""  # noqa: RUF001


def _asked(catalog: Catalog) -> list[str]:
    """Return what to ask: two tables, names of the catalog, and slips of them."""
    chance = random.Random(13)
    table = [each.strip() for line in ASKED.splitlines() for each in line.split("|")]
    typed = HERE.parent / "definitions" / "typed.txt"
    table += [line.split("\t")[1] for line in typed.read_text("utf-8").splitlines() if "\t" in line]
    things: list[Role | Topic] = [*catalog.roles.values(), *catalog.topics.values()]
    names = sorted({match.name for match in names_in(things, catalog.languages)})
    slips = []
    for name in chance.sample(names, min(len(names), 4)):
        at = chance.randrange(len(name))
        other = chance.choice(chance.choice(names))
        slips += [name[:at] + name[at + 1 :], name[:at] + other + name[at:], name.upper()]
        slips += [chance.choice(("who owns {}?", "谁负责{}", "{}归谁", "（{}）")).format(name)]
    return [each for each in (*table, *slips) if each.strip()]


@pytest.mark.parametrize("kind", ["role", "topic"])
def test_every_name_is_understood_alike(open_page: Open, catalog: Catalog, kind: str) -> None:
    names = role_names(catalog) if kind == "role" else topic_names(catalog)
    asked = _asked(catalog)
    ask = """([kind, asked]) => asked.map((each) => {
      const names = kind === "role" ? roleNames : topicNames;
      const { matches, plain, near } = names.find(each);
      const ids = (found) => found.map(({ id }) => id);
      return [ids(matches), plain, ids(near), names.split(each)];
    })"""
    found = open_page("", catalog).evaluate(ask, [kind, asked])
    for each, (matches, plain, near, parts) in zip(asked, found, strict=True):
        python = names.find(each)
        assert (set(matches), plain, near) == (
            {match.id for match in python.matches},
            python.plain,
            [match.id for match in python.near],
        ), each
        assert parts == list(names.split(each)), each
    kinds = {(len(matches) > 0, plain, len(near) > 0) for matches, plain, near, _ in found}
    assert kinds == {
        (True, True, False), (True, False, False), (False, False, True), (False, False, False),
    }  # fmt: skip


def test_every_character_has_the_same_normal_form(open_page: Open) -> None:
    chars = [
        char
        for char in map(chr, range(0x21, 0x10000))
        if unicodedata.category(char)[0] in "LNPS" and not 0x3400 < ord(char) < 0xD7A3
    ]
    chars += ["ΟΔΟΣ", "Straße", "İzmir", "ﬁn_Ance", "ǅ x", " 产 品_A "]
    found = open_page().evaluate("(chars) => chars.map(normalForm)", chars)
    differ = [char for char, form in zip(chars, found, strict=True) if form != normal_form(char)]
    assert differ == []


def test_every_plural_is_folded_alike(open_page: Open) -> None:
    words = "prices launches policies classes class sales series gas bus ads price's 定价s A/Bs"
    found = open_page().evaluate("(words) => words.map(folded)", words.split())
    assert found == [folded(word) for word in words.split()]
    assert found[:4] == ["price", "launch", "policy", "class"]
