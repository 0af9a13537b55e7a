"""The answers as pages of their own, `-f html`: read on a narrow screen, and by everybody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from page_harness import findings

from rolecmp.rendering.html import GRID_STYLE, STYLE

if TYPE_CHECKING:
    from page_harness import Open

pytestmark = pytest.mark.no_cover

EXPECTED = Path(__file__).parents[1] / "expected"
NARROW = """() => ({
  width: document.documentElement.scrollWidth,
  heads: [...document.querySelectorAll("tbody th, tbody td:first-child")]
    .filter((each) => each.textContent.length > 3 && each.colSpan === 1)
    .map((each) => each.clientWidth),
  bare: document.querySelectorAll(":is(h1, h2, h3):not([id]), table:not(:has(caption))").length,
})"""


def whole(file: Path, folder: Path) -> str:
    """Return the address of an expected page with the style, which is not kept with it."""
    text = file.read_text("utf-8").replace("<style>grid</", f"<style>{STYLE}\n{GRID_STYLE}</")
    (folder / file.name).write_text(text.replace("<style></", f"<style>{STYLE}</"), "utf-8")
    return (folder / file.name).as_uri()


def test_no_answer_scrolls_sideways_on_a_narrow_screen(open_page: Open, tmp_path: Path) -> None:
    page = open_page(width=320)
    files = sorted(EXPECTED.glob("*.html"))
    assert len(files) > 15
    for file in files:
        page.goto(whole(file, tmp_path))
        found = page.evaluate(NARROW)
        assert found["width"] <= 320, file.name
        assert min(found["heads"], default=320) >= 70, file.name
        assert found["bare"] == 0, file.name


def test_no_answer_has_a_finding_of_axe(open_page: Open, tmp_path: Path) -> None:
    page = open_page(scheme="dark")
    for name in ("compare-2.en", "show-full.en", "who-owns-market-research.en", "matrix.en"):
        page.goto(whole(EXPECTED / f"{name}.html", tmp_path))
        assert findings(page) == [], name
