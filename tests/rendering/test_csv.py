"""CSV that comes back as it was, and that no spreadsheet computes."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.rendering.csv import render_csv

FORMULA = "=+-@\t\r\n＝＋－＠"
CELLS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12),
    st.lists(st.sampled_from([*"=+-@,;\"'\r\n\t ＝a价", "，"]), max_size=6).map("".join),
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=4)


def _read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(ROWS)
def test_cells_come_back(rows: list[list[str]]) -> None:
    read = _read(render_csv(rows))
    assert len(read) == len(rows)
    for row, wanted in zip(read, rows, strict=True):
        assert len(row) == len(wanted)
        for cell, text in zip(row, wanted, strict=True):
            assert cell in (text, "'" + text)
            bare = text.lstrip(" ")
            if bare and bare[0] in FORMULA:
                assert cell == "'" + text
            elif bare[:1] not in ("|", "%"):  # read as formulas by older programs
                assert cell == text


@pytest.mark.parametrize("start", [*FORMULA, " =", "  ＋", " -", " \t"])
def test_the_start_of_a_formula_is_made_text(start: str) -> None:
    assert _read(render_csv([[start + "1+1"]])) == [["'" + start + "1+1"]]


@pytest.mark.parametrize(
    "text", ["", " ", "a=b", "1-2", "'=1", "a\n=1", "（=1）", "·=", "“-”", "，@", "1", "A R", "–"]
)
def test_other_text_stays(text: str) -> None:
    assert _read(render_csv([[text, "x"]])) == [[text, "x"]]


def test_a_file_whole() -> None:
    text = render_csv([["a", "b, c"], ["定价", 'say "x"'], ["", "one\ntwo"], ["=1", "-"]])
    assert text == ('a,"b, c"\r\n定价,"say ""x"""\r\n,"one\ntwo"\r\n\'=1,\'-\r\n')


def test_lines_end_as_rfc_4180_has_it() -> None:
    text = render_csv([["a"], ["b"]])
    assert text == "a\r\nb\r\n"
