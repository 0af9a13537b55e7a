"""What the tests of the page share: which browser, which views, and what one sees of them."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from playwright.sync_api import Page

REQUIRED = "ROLECMP_BROWSER_REQUIRED"
"""The variable that makes a missing browser a failure, as in continuous integration."""

Open: TypeAlias = "Callable[..., Page]"


def chromium() -> str | None:
    """Return the browser to test in, None where there is none or nothing to drive it."""
    if importlib.util.find_spec("playwright") is None:
        return None
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, names) if path), None)


class Tab(NamedTuple):
    """A page of the browser that tests take turns in, and what went wrong in it."""

    page: Page
    wrong: list[str]
    loaded: list[str]


VIEWS = (
    "", "compare=pm,pmm", "compare-full=pm,pmm", "compare=pm,pmm,sales-manager", "who-owns",
    "who-owns=pricing", "who-owns=market", "matrix", "matrix=contested", "role", "role=pm",
    "unsettled",
)  # fmt: skip


def heading(page: Page) -> str:
    return page.inner_text("h1")


def reaches(page: Page, title: str) -> None:
    """Wait until the view of that title is shown, as an address takes a moment."""
    from playwright.sync_api import expect

    expect(page.locator("h1")).to_have_text(title)


def view(page: Page) -> str:
    return page.inner_text("#view")


def address(page: Page) -> str:
    return page.url.partition("#")[2]


def focused(page: Page) -> str:
    found = page.evaluate("document.activeElement.id || document.activeElement.textContent")
    assert isinstance(found, str)
    return found


def shown(page: Page, address: str) -> None:
    """Show the view of an address at once."""
    page.evaluate("(hash) => { location.hash = hash; show(); }", address)


RUN = """async (rules) => {
  const only = rules.length ? { runOnly: { type: "rule", values: rules } } : {};
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}"""


def findings(page: Page, *rules: str) -> Any:
    """Return what axe-core finds wrong with what is shown, each rule with the elements.

    Only `rules` are looked at, where any are named.
    """
    if not page.evaluate("'axe' in window"):
        package = importlib.util.find_spec("axe_playwright_python")
        assert package is not None
        assert package.origin is not None
        page.evaluate(Path(package.origin).with_name("axe.min.js").read_text("utf-8"))
    return page.evaluate(RUN, rules)
