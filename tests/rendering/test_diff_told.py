"""How changes are put into words: names, translations, letters of roles that came or went."""

from __future__ import annotations

import csv
import html

import pytest

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.sources.folders import MemoryFolder
from rolecmp.questions.diff import changes
from rolecmp.rendering.answers.diff import CHANGES
from rolecmp.rendering.formats import Options, render

HEADER = """\
rolecmp: 1
languages: [en, zh]
topics:
  price: {en: Pricing, zh: 定价}
  launch: {en: Launch, zh: 上市}
"""
MAKER = """\
name: {en: Maker, zh: 制造者}
perspective:
  - {en: Sets the price of all things, zh: 给所有东西定价, accountable: [price]}
  - {en: Makes all of the things}
"""
SELLER = """\
name: {en: Seller, zh: 销售者}
perspective:
  - {en: Brings them to the market, zh: 推向市场, accountable: [launch]}
"""
FILES = {"catalog": HEADER, "a": MAKER, "b": SELLER}


def told(
    new: dict[str, str | None],
    old: dict[str, str | None] | None = None,
    language: str = "en",
    form: str = "markdown",
) -> str:
    """Give how the change of some files is shown; None is a file that is not."""
    catalogs = [
        load_catalog(
            MemoryFolder(
                label,
                {f"{name}.yaml": text for name, text in {**FILES, **files}.items() if text},
            )
        )
        for label, files in (("old", old or {}), ("new", new))
    ]
    return render(CHANGES, changes(*catalogs), form, Options(language))


TRANSLATED = MAKER.replace("things}", "things, zh: 做出所有东西}")


def test_a_translation_is_no_rewording() -> None:
    text = told({"a": TRANSLATED})
    assert '\n- Perspective, translation added (zh): "做出所有东西"\n' in text
    assert "reworded" not in text
    text = told({}, {"a": TRANSLATED})
    assert '\n- Perspective, translation removed (zh): "做出所有东西"\n' in text
    assert "reworded" not in text
    text = told({"a": TRANSLATED}, language="zh")
    assert "\n- 视角，补充译文（zh）：“做出所有东西”\n" in text
    rows = list(csv.reader(told({}, {"a": TRANSLATED}, form="csv").splitlines()))
    assert ["translation removed (zh)", "做出所有东西", ""] in [row[3:] for row in rows]


def test_a_translation_beside_a_rewording() -> None:
    text = told({"a": TRANSLATED.replace("all of the things", "all of the goods")})
    assert '- Perspective, reworded (en): "Makes all of the things" is now "Makes all of' in text
    assert '- Perspective, translation added (zh): "做出所有东西"\n' in text
    assert "2 in texts" in text


def test_other_languages_that_were_reworded_are_named() -> None:
    text = MAKER.replace("of all things", "of every thing").replace("所有东西定价", "全部东西定价")
    assert "- Perspective, reworded (also in zh): " in told({"a": text})
    assert "- 视角，改写（en 也有改动）：" in told({"a": text}, language="zh")
    text = MAKER.replace("所有东西定价", "全部东西定价")
    assert "- Perspective, reworded (zh): " in told({"a": text})
    assert "- 视角，改写（zh）：" in told({"a": text}, language="zh")


def test_two_roles_that_swap_their_names() -> None:
    name, other = "{en: Maker, zh: 制造者}", "{en: Seller, zh: 销售者}"
    swapped: dict[str, str | None] = {
        "a": MAKER.replace(name, other).replace("accountable: [price]", "consulted: [price]"),
        "b": SELLER.replace(other, name).replace("[launch]", "[launch, price]"),
    }
    text = told(swapped)
    assert "- Pricing: ownership moved from Maker (a) to Maker (b)\n" in text
    assert "| Maker, now Seller | Pricing | A | C |" in text
    assert "| Seller, now Maker | Pricing | none | A |" in text
    text = told(swapped, language="zh")
    assert "- 定价：最终负责由制造者（a）转给制造者（b）\n" in text
    assert "| 制造者（现为销售者） | 定价 | A | C |" in text
    rows = list(csv.reader(told(swapped, form="csv").splitlines()))
    assert rows[1][-2:] == ["Maker (a)", "Maker (b)"]


def test_a_role_under_another_id_is_not_another() -> None:
    text = told(
        {
            "a": None,
            "c": MAKER,
            "b": SELLER.replace("[launch]", "[launch, price]"),
        }
    )
    assert (
        "- Pricing: was owned by Maker, now contested: Seller and Maker are each accountable\n"
        in (text)
    )


def test_a_topic_called_as_another_was() -> None:
    header = HEADER.replace("Launch", "Pricing").replace("上市", "定价")
    header = header.replace("  price: {en: Pricing, zh: 定价}\n", "")
    role = MAKER.replace(", accountable: [price]", "")
    text = told({"catalog": header, "a": role})
    assert "- Pricing (price): topic removed; before, owned by Maker\n" in text
    assert "| Maker | Pricing (price) | A | none |" in text


LETTERS = """\
name: {en: Helper, zh: 助手}
perspective:
  - {en: Helps with it, zh: 帮忙, responsible: [price], consulted: [launch]}
"""


@pytest.mark.parametrize(
    ("language", "came", "went"),
    [
        (
            "en",
            "- Helper (h) is new; responsible for Pricing; consulted on Launch\n",
            "- Helper (h) was removed; before, responsible for Pricing; consulted on Launch\n",
        ),
        (
            "zh",
            "- 新增助手（h）；执行定价；就上市被咨询\n",
            "- 删除了助手（h）；此前执行定价；就上市被咨询\n",
        ),
    ],
)
def test_the_letters_of_a_role_that_came_or_went(language: str, came: str, went: str) -> None:
    assert came in told({"h": LETTERS}, language=language)
    assert went in told({}, {"h": LETTERS}, language=language)


def test_of_very_many_topics_the_first_are_named() -> None:
    header = HEADER + "".join(f"  t{n}: {{en: T{n}, zh: 题{n}}}\n" for n in range(20))
    letters = ", ".join(f"t{n}" for n in range(20))
    role = LETTERS.replace("[price]", f"[{letters}]")
    text = told({"catalog": header, "h": role}, {"catalog": header})
    assert "responsible for T0, T1, T2, T3, T4, T5, T6, T7, T8, 11 more topics; consulted" in text


def test_a_pair_without_a_word_is_told_all_the_same() -> None:
    pair = HEADER + "pairs:\n  - {roles: [a, b]}\n"
    text = told({"catalog": pair})
    assert "\nChanges: 1 added, removed or renamed\n" in text
    assert "\nPairs of roles:\n\n- Maker and Seller: added\n" in text
    text = told({}, {"catalog": pair}, language="zh")
    assert "\n成对角色：\n\n- 制造者和销售者：删除\n" in text
    rows = list(csv.reader(told({"catalog": pair}, form="csv").splitlines()))
    assert ["Pairs of roles", "Maker and Seller", "", "added", "", ""] in rows


@pytest.mark.parametrize(
    ("letters", "state"),
    [
        ("accountable: [launch]", "before, owned by Seller"),
        ("consulted: [launch]", "before, nobody was accountable"),
        ("consulted: [price]", "before, no role had any part in it"),
    ],
)
def test_what_is_no_more_is_told_in_the_past(letters: str, state: str) -> None:
    before = SELLER.replace("accountable: [launch]", letters)
    after = SELLER.replace(", accountable: [launch]", "")
    header = HEADER.replace("  launch: {en: Launch, zh: 上市}\n", "")
    text = told({"catalog": header, "b": after}, {"b": before})
    assert f"- Launch: topic removed; {state}\n" in text


def test_a_contested_topic_that_went() -> None:
    header = HEADER.replace("  launch: {en: Launch, zh: 上市}\n", "")
    before = MAKER.replace("[price]", "[price, launch]")
    text = told(
        {"catalog": header, "b": SELLER.replace(", accountable: [launch]", "")}, {"a": before}
    )
    state = "before, contested, Maker and Seller were each accountable"
    assert f"- Launch: topic removed; {state}\n" in text


# --- what is no sentence ----------------------------------------------------------------------

GROUPED = HEADER.replace("定价}", "定价, group: money, ask: '#price'}") + (
    "groups: {money: {en: Money, zh: 钱}, late: {en: Late, zh: 晚}}\n"
)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("new", "old", "english", "chinese"),
    [
        (
            {"a": MAKER + "manages: [b]\n"}, {},
            "Manages: from none to Seller", "管理：由无改为销售者",
        ),
        (
            {"a": MAKER + "ask: makers@example.com\n"}, {"a": MAKER + "ask: '#makers'\n"},
            "Ask: from #makers to [makers@example.com]", "可以问：由",
        ),
        (
            {"a": MAKER + "brief: {perspective: {en: Sets prices, zh: 定价}}\n"}, {},
            'Brief, Perspective, added: "Sets prices"', "要点（视角），新增：“定价”",
        ),
        (
            {"a": MAKER + "brief: {perspective: {en: Sets prices, zh: 定价}}\n"},
            {"a": MAKER + "brief: {perspective: {en: Sets rates, zh: 定价}}\n"},
            'Brief, Perspective, reworded (en): "Sets rates" is now "Sets prices"',
            "要点（视角），改写（en）：“Sets rates”改为“Sets prices”",
        ),
        ({"catalog": GROUPED}, {"catalog": GROUPED.replace(", ask: '#price'", "")},
         "Ask: from none to #price", "可以问："),
        ({"catalog": GROUPED}, {"catalog": GROUPED.replace("group: money", "group: late")},
         "Group: from Late to Money", "分组：由晚改为钱"),
        ({"catalog": GROUPED}, {}, "Money (money) is new", "新增钱（money）"),
        ({"catalog": GROUPED}, {"catalog": GROUPED.replace("Money", "Cash")},
         'Name, reworded (en): "Cash" is now "Money"', "名称，改写（en）：“Cash”改为“Money”"),
        ({"catalog": GROUPED}, {"catalog": GROUPED.replace("money", "cash")},
         "Money (cash) is now Money (money)", "钱（cash）改为钱（money）"),
        (
            {"catalog": GROUPED},
            {"catalog": HEADER.replace("定价}", "定价, group: money, ask: '#price'}")
             + "groups: {late: {en: Late, zh: 晚}, money: {en: Money, zh: 钱}}\n"},
            "Order of groups: from Late, Money to Money, Late", "分组顺序：由晚、钱改为钱、晚",
        ),
        ({"catalog": HEADER + "roles: [b, a]\n"}, {},
         "Order of roles: from Maker, Seller to Seller, Maker",
         "角色顺序：由制造者、销售者改为销售者、制造者"),
        ({"a": MAKER + "consulted: [launch]\n"}, {},
         "| Maker | Launch | none | C |", "| 制造者 | 上市 | 无 | C |"),
    ],
)  # fmt: skip
def test_what_is_no_sentence_is_told(
    new: dict[str, str | None], old: dict[str, str | None], english: str, chinese: str
) -> None:
    assert english in html.unescape(told(new, old))
    assert chinese in html.unescape(told(new, old, "zh"))
    # The same the other way round, and in every format.
    for form in ("json", "csv", "html", "table"):
        assert told(old, new, form=form) != told(old, old, form=form)


def accepting(roles: str, more: str = "") -> str:
    why = f"{{multiple-accountable: {{roles: [{roles}], {more}en: So, zh: 如此}}}}"
    return HEADER.replace("定价}", f"定价, accepted: {why}}}")


@pytest.mark.parametrize(
    ("old", "new", "told_so"),
    [
        (accepting("a"), accepting("a, b"), "for roles: from Maker to Maker, Seller"),
        (accepting("a"), accepting("a", "until: 2027-03-31, "), "until: from none to 2027-03-31"),
        (accepting("a"), accepting("a", "at-most: 3, "), "at most: from none to 3"),
    ],
)
def test_another_coverage_of_an_acceptance_is_told(old: str, new: str, told_so: str) -> None:
    text = told({"catalog": new}, {"catalog": old})
    assert f"\n- Accepted, multiple-accountable, {told_so}\n" in text
    assert "Changes: 1 in other things" in text
    rows = told({"catalog": new}, {"catalog": old}, form="csv").splitlines()[1:]
    assert [row.partition(",")[0] for row in rows] == ["Other things"]
    assert "So" not in text.replace("Sort", "")


def test_the_order_of_the_roles_an_acceptance_names_means_nothing() -> None:
    text = told({"catalog": accepting("b, a")}, {"catalog": accepting("a, b")})
    assert "Nothing has changed in meaning" in text
