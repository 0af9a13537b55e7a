"""Slips of typing: each is found where it is, all of them in one run, and put right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.definitions.mending import mended
from rolecmp.definitions.slips import LOOK
from rolecmp.words import Words

ENGLISH, CHINESE = Words("en"), Words("zh")

ROLES = Path(__file__).parents[2] / "roles"

SLIPS = [
    ("　- en: A", "  - en: A", [(1, 1, "wide-space")]),
    ("\u00a0\u00a0- en: A", "  - en: A", [(1, 1, "wide-space")]),
    ("\t- en: A", "  - en: A", [(1, 1, "tab")]),
    ("notes:\n  － A\n  — B", "notes:\n  - A\n  - B", [(2, 3, "wide-dash"), (3, 3, "wide-dash")]),
    ("notes:\n• A", "notes:\n- A", [(2, 1, "wide-dash")]),
    (
        "notes:\n  -en: A\n   zh: B\n  -en: C",
        "notes:\n  - en: A\n    zh: B\n  - en: C",
        [(2, 3, "dash-without-space"), (4, 3, "dash-without-space")],
    ),
    ("＃ remark", "# remark", [(1, 1, "wide-comment")]),
    ("\uff4e\uff41\uff4d\uff45: A", "name: A", [(1, 1, "wide-letters")]),
    ("name：A", "name: A", [(1, 5, "full-width-colon")]),
    ("  en:A", "  en: A", [(1, 5, "syntax-no-space")]),
    ("  accountable: 【a，b】", "  accountable: [a, b]",
     [(1, 16, "wide-bracket"), (1, 18, "full-width-comma")]),
    (
        "name：｛zh：产品，en：Product｝",
        "name: {zh: 产品, en: Product}",
        [(1, 5, "full-width-colon"), (1, 6, "wide-bracket"), (1, 9, "full-width-colon"),
         (1, 12, "full-width-comma"), (1, 15, "full-width-colon")],
    ),
    ("  accountable: 【a，b】 # 【c】", "  accountable: [a, b] # 【c】",
     [(1, 16, "wide-bracket"), (1, 18, "full-width-comma")]),
    ("- zh: |\n    甲：乙\n  consulted：[a]", "- zh: |\n    甲：乙\n  consulted: [a]",
     [(3, 12, "full-width-colon")]),
    ("- zh: 甲\n    consulted：[a]", "- zh: 甲\n    consulted: [a]", [(2, 14, "full-width-colon")]),
    ('zh: "甲\n  乙"\nen：B', 'zh: "甲\n  乙"\nen: B', [(3, 3, "full-width-colon")]),
    ('zh: "甲\nen：B\nja: "C"', 'zh: "甲\nen: B\nja: "C"', [(2, 3, "full-width-colon")]),
    ("a: {en：B\r\nname：C\r\n", "a: {en：B\r\nname: C\r\n", [(2, 5, "full-width-colon")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "found"), SLIPS)
def test_a_slip_is_put_right(text: str, right: str, found: list[tuple[int, int, str]]) -> None:
    assert re.search(LOOK, f"\n{text}")
    result, mends = mended(text)
    assert result == right
    assert sorted((mend.line, mend.column, mend.message.key) for mend in mends) == found
    for mend in mends:
        assert ENGLISH.sentence(mend.message, mend.remedy)
        assert CHINESE.sentence(mend.message, mend.remedy)
    assert mended(right) == (right, ())


@pytest.mark.parametrize(
    "text",
    [
        "summary:\n  zh: 价格、渠道：由产品经理定，en：不是键\n",
        "notes:\n  - en: A\n    zh: 甲\n      — 续行\n",
        "notes:\n  - 注意：先做这件事\n",
        "aliases:\n- A：\n- aa：\n- 甲：\n",
        "summary: |\n  － A\n  en：B\n",
        "source: https://example.org/a\n",
        "name: {en: 'A，en：B', zh: 甲}\n",
        "name: {en: A, zh: 定价，和：价格}\n",
        "title: -5% （折扣）\n---\n- a\n-\n",
        "name:\tA\nnotes:\n- a\n-\tb\n",
        'notes:\n  - zh: "甲：\n      乙\n      丙：丁\n\n      name：［a］\n    － 戊\n    — 己"',
        "notes:\n  - zh: '甲\n    注意：it''s'\n    accountable: [a]\n",
        "notes:\n  - zh: 甲\n      乙\n      丙：丁\n      ＃ 戊\n      — 己\n      — 庚\n",
        "summary:\n  zh:\n    甲\n    丙：丁\nnotes:\n  - 甲\n    乙\n    丙：丁\n",
        "notes:\n  - zh: |\n      甲\n      　　乙\n      　－ 丙\n",
        "notes:\n  - zh: 【甲】，（乙）【丙】\n  - 【丁】\nask: ｛戊｝\n",
        "accountable: [a] # 见：［b，c］\nname: {zh: 甲} # 名：【乙】\n",
        "name: {zh: 甲（乙，en：丙）}\n",
        "notes:\n  - \n    zh: 甲\n",
    ],
)
def test_what_may_be_meant_as_text_is_left(text: str) -> None:
    assert mended(text) == (text, ())


def test_ordinary_text_is_not_gone_through_line_by_line() -> None:
    for path in ROLES.glob("*.yaml"):
        assert re.search(LOOK, "\n" + path.read_text(encoding="utf-8")) is None
    assert re.search(LOOK, "\n- 定价、促销：先谈，再定\nname: {en: A, zh: 甲}\n") is None


@given(st.text("-－ \u3000\t#＃:：aen{}[]【】｛｝，,|\n\r'\"定", max_size=60))
def test_mending_ends_and_is_done_once(text: str) -> None:
    result, _ = mended(text)
    assert len(result) <= 4 * len(text) + 2
    assert mended(result)[0] == mended(mended(result)[0])[0]


def test_a_file_that_nobody_typed_is_not_mended_to_its_end() -> None:
    text, mends = mended("notes:\n" + "－ x\n" * 5_000)
    assert len(mends) == 1_000
    assert text == "notes:\n" + "- x\n" * 1_000 + "－ x\n" * 4_000
    far = "# x\n" * 20_000 + "＃ x\n"
    assert mended(far) == (far, ())
