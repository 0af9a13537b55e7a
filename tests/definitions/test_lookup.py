"""What people type, and what it is understood as, in a catalog made for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.lookup import (
    Names,
    Understood,
    find_dimension,
    language_of,
    role_names,
    topic_names,
)
from rolecmp.definitions.model import DEFAULT_DIMENSIONS, Catalog, Text
from rolecmp.definitions.names import Match, Near, folded
from rolecmp.definitions.sources.discovery import builtin_catalog

TOPICS = Names(
    [
        Match("pricing", "pricing", None),
        Match("pricing", "Pricing", "en"),
        Match("pricing", "定价", "zh"),
        Match("pricing", "price", "en"),
        Match("pricing", "价格", "zh"),
        Match("roadmap", "roadmap", None),
        Match("roadmap", "Product roadmap", "en"),
        Match("roadmap", "路线图", "zh"),
        Match("market-research", "market-research", None),
        Match("market-research", "Market research", "en"),
        Match("market-research", "市场调研", "zh"),
        Match("sales-forecast", "sales-forecast", None),
        Match("sales-forecast", "Sales forecast", "en"),
        Match("sales-forecast", "销售预测", "zh"),
        Match("market-share", "market-share", None),
        Match("market-share", "Market share forecast", "en"),
        Match("market-share", "市场份额预测", "zh"),
    ]
)
ROLES = Names(
    [
        Match("pm", "pm", None),
        Match("pm", "Product manager", "en"),
        Match("pm", "产品经理", "zh"),
        Match("pmm", "pmm", None),
        Match("pmm", "Product marketing manager", "en"),
        Match("pmm", "产品市场经理（PMM）", "zh"),
        Match("support", "support", None),
        Match("support", "客服经理", "zh"),
    ]
)


@pytest.mark.parametrize(
    ("asked", "id_", "language"),
    [
        ("pricing", "pricing", None),
        ("Pricing", "pricing", "en"),
        ("PRICE", "pricing", "en"),
        ("定价", "pricing", "zh"),
        ("market research", "market-research", "en"),
        ("market-research", "market-research", None),
        ("路 线 图", "roadmap", "zh"),
        ("价　格", "pricing", "zh"),
    ],
)
def test_a_name_as_it_is_written(asked: str, id_: str, language: str | None) -> None:
    found = TOPICS.find(asked)
    assert (found.id, found.plain) == (id_, True)
    assert found.matches[0].language == language


@pytest.mark.parametrize(
    ("asked", "id_"),
    [
        ("定價", "pricing"),
        ("路線圖", "roadmap"),
        ("“定价”", "pricing"),
        ("定价（含折扣）", "pricing"),
        ("谁负责定价", "pricing"),
        ("定价谁定", "pricing"),
        ("定价权", "pricing"),
        ("谁定价", "pricing"),
        ("價格誰說了算？", "pricing"),
        ("请问价格应该由谁来决定呢", "pricing"),
        ("who decides the price", "pricing"),
        ("Who owns our product roadmap?", "roadmap"),
        ("who is responsible for market research", "market-research"),
        ("research", "market-research"),
        ("调研", "market-research"),
    ],
)
def test_one_fit_is_understood(asked: str, id_: str) -> None:
    found = TOPICS.find(asked)
    assert (found.id, found.plain) == (id_, False)


def test_several_fits_are_listed_with_the_name_that_matched() -> None:
    found = TOPICS.find("预测")
    assert found.id is None
    assert [(match.id, match.name) for match in found.matches] == [
        ("sales-forecast", "销售预测"),
        ("market-share", "市场份额预测"),
    ]


@pytest.mark.parametrize(
    ("names", "asked", "near"),
    [
        (TOPICS, "定介", ["定价"]),
        (TOPICS, "pricng", ["Pricing"]),
        (TOPICS, "定价策略表", ["定价"]),
        (ROLES, "客户经理", ["客服经理", "产品经理"]),
        (ROLES, "prodct manager", ["Product manager"]),
        (TOPICS, "who owns pricng", ["Pricing"]),
        (TOPICS, "hardware pricing", ["Pricing"]),
        (TOPICS, "zebra", []),
        (TOPICS, "hiring", []),
        (TOPICS, "斑马", []),
    ],
)
def test_what_fits_nothing_gets_near_names(names: Names, asked: str, near: list[str]) -> None:
    found = names.find(asked)
    assert found.matches == ()
    assert [match.name for match in found.near] == near


@pytest.mark.parametrize("asked", ["", " ", "-", "who owns what", "谁负责", "?"])
def test_words_that_only_ask_mean_nothing(asked: str) -> None:
    assert TOPICS.find(asked).matches == ()


@pytest.mark.parametrize("asked", ["产品市场经理", "PMM", "产品市场经理(pmm)", "產品市場經理"])
def test_a_remark_in_brackets_is_a_name_too(asked: str) -> None:
    assert ROLES.find(asked).id == "pmm"


def test_a_remark_that_names_another_is_not_guessed_at() -> None:
    found = ROLES.find("产品经理（PMM）")
    assert {match.id for match in found.matches} == {"pm", "pmm"}


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        ("pm,pmm", ("pm", "pmm")),
        ("产品经理和产品市场经理", ("产品经理", "产品市场经理")),
        ("产品经理、客服经理", ("产品经理", "客服经理")),
        ("pm vs pmm", ("pm", "pmm")),
        ("Product manager", ("Product manager",)),
        ("pm,nobody", ("pm", "nobody")),
        ("nobody,zebra", ("nobody,zebra",)),
    ],
)
def test_names_in_one_word_are_split(asked: str, parts: tuple[str, ...]) -> None:
    assert ROLES.split(asked) == parts


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        ("market|research", ("market research",)),
        ("who|decides|the|price", ("who decides the price",)),
        ("pricing|roadmap", ("pricing", "roadmap")),
        ("pricing|zebra", ("pricing", "zebra")),
        ("pricing|and|the|roadmap", ("pricing", "the roadmap")),
        ("定价、路线图分别归谁", ("定价", "路线图分别归谁")),
        ("pricing and zebra", ("pricing", "zebra")),
        ("bread and butter", ("bread and butter",)),
        ("改价格要谁同意", ("改价格要谁同意",)),
    ],
)
def test_several_names_and_names_of_several_words_need_no_quotes(
    asked: str, parts: tuple[str, ...]
) -> None:
    assert TOPICS.parts(asked.split("|")) == parts


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("does pmm own pricing", ["pricing"]),
        ("产品经理负责定价吗", ["pricing"]),
        # A verb, whatever it is, stands behind the word that asks who, and nowhere else.
        ("who should nurture the roadmap", ["roadmap"]),
        ("路线图谁来梳理", ["roadmap"]),
        ("who owns hardware pricing", []),
        ("谁负责硬件定价", []),
        # Two names side by side are not both of them.
        ("pricing roadmap", ["pricing", "roadmap"]),
    ],
)
def test_a_name_within_a_question(asked: str, ids: list[str]) -> None:
    names = Names(TOPICS._names, beside=ROLES._names)
    assert [match.id for match in names.find(asked).matches] == ids


@pytest.mark.parametrize("asked", ["", "who", "谁", "who owns what", "谁负责", "?"])
def test_words_that_only_ask(asked: str) -> None:
    assert TOPICS.find(asked).only_asks
    assert not TOPICS.find(f"{asked} zebra").only_asks


def test_a_file_full_of_slips_is_not_looked_through_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Near, "WORK", 2)
    near = Near([Match("pricing", "Pricing", "en")])
    assert [near.ids("pricng") for _ in range(3)] == [("pricing",), ("pricing",), ()]


LANGUAGES = ("en", "zh")


def test_the_language_is_the_one_that_all_words_agree_on() -> None:
    assert language_of([TOPICS.find("定价"), TOPICS.find("roadmap")], LANGUAGES) == "zh"
    assert language_of([TOPICS.find("定价"), TOPICS.find("price")], LANGUAGES) is None
    assert language_of([TOPICS.find("pricing")], LANGUAGES) is None
    assert language_of([TOPICS.find("price")], LANGUAGES) == "en"
    assert language_of([TOPICS.find("price 谁定")], LANGUAGES) == "zh"
    assert language_of([TOPICS.find("pricing 定价")], LANGUAGES) == "zh"
    assert language_of([TOPICS.find("who owns 定价")], LANGUAGES) == "zh"
    assert language_of([TOPICS.find("斑马")], LANGUAGES) == "zh"
    assert language_of([TOPICS.find("zebra")], LANGUAGES) is None


@pytest.mark.parametrize(
    ("asked", "id_"),
    [("责", "responsibility"), ("职责", "responsibility"), ("视", "perspective"),
     ("market", "market-facing"), ("市场", "market-facing"), ("Perspective", "perspective")],
)  # fmt: skip
def test_a_dimension_by_what_people_call_it(asked: str, id_: str) -> None:
    dimensions = {key: Text(texts, 1, 1) for key, texts in DEFAULT_DIMENSIONS.items()}
    assert find_dimension(dimensions, asked).id == id_


@given(st.text(max_size=30))
def test_whatever_is_typed_is_answered(asked: str) -> None:
    found = TOPICS.find(asked)
    assert isinstance(found, Understood)
    assert not (found.matches and found.near)
    assert folded(folded(asked)) == folded(asked)
    TOPICS.split(asked)


def typed() -> list[tuple[str, str, str]]:
    """Return the rows of the table beside this file: kind, words, what must come out."""
    lines = (Path(__file__).parent / "typed.txt").read_text("utf-8").splitlines()
    rows = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
    assert len(rows) >= 150
    return [(kind, words, wanted) for kind, words, wanted in rows]


@pytest.fixture(scope="module")
def builtin() -> Catalog:
    return load_catalog(builtin_catalog())


@pytest.mark.parametrize(("kind", "words", "wanted"), typed())
def test_what_people_type(builtin: Catalog, kind: str, words: str, wanted: str) -> None:
    if kind == "dimension":
        found = find_dimension(builtin.dimensions, words)
    else:
        found = (role_names if kind == "role" else topic_names)(builtin).find(words)
    matches, near = ({match.id for match in each} for each in (found.matches, found.near))
    mark, *ids = wanted.split()
    if mark == "=":
        assert matches == set(ids)
    elif mark == "?":
        assert len(matches) > 1
        assert matches >= set(ids)
    elif mark == "~":
        assert not matches
        assert near >= set(ids)
    else:
        assert (mark, matches, near) == ("!", set(), set())
