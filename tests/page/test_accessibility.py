"""axe-core finds nothing in any view, by day and by night, with a script and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_harness import VIEWS, findings, shown

from rolecmp.page.build import build_page
from rolecmp.page.data import Options

if TYPE_CHECKING:
    from pathlib import Path

    from page_harness import Open

    from rolecmp.definitions.model import Catalog

pytestmark = pytest.mark.no_cover


def test_no_view_has_a_finding(open_page: Open) -> None:
    page = open_page()
    for each in VIEWS:
        shown(page, each)
        assert findings(page) == [], each


def test_no_view_has_a_finding_by_night_on_a_narrow_screen_in_chinese(open_page: Open) -> None:
    page = open_page(scheme="dark", width=320, lang="zh-CN")
    for each in VIEWS:
        shown(page, each)
        assert findings(page, "color-contrast", "scrollable-region-focusable") == [], each
    assert findings(page) == []


def test_what_is_typed_wrongly_has_no_finding(open_page: Open) -> None:
    page = open_page()
    page.fill("#role-1", "produkt manager")
    page.press("#role-1", "Enter")
    assert page.locator("#picker-problem").is_visible()
    assert findings(page) == []


def test_axe_does_find_something(open_page: Open) -> None:
    page = open_page()
    page.evaluate("document.documentElement.lang = ''")
    assert [rule for rule, _ in findings(page)] == ["html-has-lang"]


def test_the_page_without_a_script_has_no_finding(
    open_page: Open, builtin: Catalog, tmp_path: Path
) -> None:
    text = build_page(builtin, Options("en"))
    start = text.index("<script>")
    file = tmp_path / "page.html"
    file.write_text(text[:start] + text[text.index("</script>", start) :], encoding="utf-8")
    page = open_page()
    page.goto(file.as_uri())
    assert page.locator("#s-pm").is_visible()
    assert findings(page) == []
