"""A real browser for the tests of the page: one for all of them, without a network."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

sys.path.insert(0, str(Path(__file__).parent / "harness"))

from page_harness import REQUIRED, Open, Tab, chromium

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.sources.discovery import builtin_catalog
from rolecmp.page.build import build_page
from rolecmp.page.data import Options

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from rolecmp.definitions.model import Catalog


AGAIN = """(address) => {
  history.pushState(null, "", "#" + address);
  document.activeElement.blur();
  language = firstLanguage();
  first = true;
  show();
  scrollTo(0, 0);
}"""
"""Opens a page that is open already as if it were loaded anew, which takes a browser longer."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        message = "the page was NOT TESTED in a browser: it takes Chromium and Playwright"
        (pytest.fail if os.environ.get(REQUIRED) else pytest.skip)(message)
    from playwright.sync_api import sync_playwright

    arguments = [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run",
    ]  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def builtin() -> Catalog:
    return load_catalog(builtin_catalog())


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Return what writes the page of a catalog and gives the address of the file."""
    folder = tmp_path_factory.mktemp("pages")
    known: dict[str, Path] = {}

    def write(catalog: Catalog, **options: str) -> str:
        text = build_page(catalog, Options(**{"language": catalog.languages[0], **options}))
        path = known.setdefault(text, folder / f"page-{len(known)}.html")
        path.write_text(text, encoding="utf-8", newline="")
        return path.as_uri()

    return write


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Iterator[Callable[..., Tab]]:
    """Return what gives the tab of a language, a width and other settings."""
    known: dict[str, Tab] = {}

    def tab(**settings: Any) -> Tab:
        key = repr(sorted(settings.items()))
        if key not in known:
            page = browser.new_context(offline=True, **settings).new_page()
            page.set_default_timeout(5000)
            known[key] = found = Tab(page, [], [])
            page.on("pageerror", lambda error: found.wrong.append(str(error)))
            page.on("console", lambda message: found.wrong.append(message.text))
            page.on("dialog", lambda dialog: found.wrong.append(dialog.message))
            page.on("request", lambda each: found.loaded.append(each.url))
        return known[key]

    yield tab
    for each in known.values():
        each.page.context.close()


@pytest.fixture
def open_page(
    tabs: Callable[..., Tab], written: Callable[..., str], builtin: Catalog
) -> Iterator[Open]:
    """Return what opens the page of a catalog; in the end nothing was loaded, nothing failed."""
    used: list[Tab] = []

    def open_page(
        address: str = "",
        catalog: Catalog = builtin,
        *,
        lang: str = "en-US",
        width: int = 1280,
        script: bool = True,
        fresh: bool = False,
        scheme: Literal["light", "dark"] = "light",
        **options: str,
    ) -> Page:
        tab = tabs(
            locale=lang, viewport={"width": width, "height": 900}, java_script_enabled=script
        )
        used.append(tab)
        tab.page.emulate_media(media="screen", color_scheme=scheme)
        tab.loaded.clear()
        tab.wrong.clear()
        file = written(catalog, **options)
        if script and not fresh and tab.page.url.partition("#")[0] == file:
            tab.page.evaluate(AGAIN, address)
        else:
            tab.page.goto("about:blank")
            tab.page.goto(file + (f"#{address}" if address else ""))
        return tab.page

    yield open_page
    for tab in used:
        assert tab.wrong == []
        assert [url for url in tab.loaded if not url.startswith("file:")] == []
