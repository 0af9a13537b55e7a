"""Makes the picture of the page that the README shows.

python tests/page/picture.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "harness"))

from page_harness import chromium
from playwright.sync_api import sync_playwright

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.sources.discovery import builtin_catalog
from rolecmp.page.build import build_page
from rolecmp.page.data import Options

PICTURE = Path(__file__).parents[2] / ".github" / "page.png"


def main() -> None:
    """Write the first view of the built-in catalog's page as a picture."""
    catalog = load_catalog(builtin_catalog())
    PICTURE.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(build_page(catalog, Options("en")), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(locale="en-US", viewport={"width": 1000, "height": 810})
        page.goto(file.as_uri())
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
