"""The page as a text: what is in it, how large it is, and that it is the same each time."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.names import traditional
from rolecmp.definitions.sources.discovery import find_catalog
from rolecmp.page.build import build_page
from rolecmp.page.data import Options, catalog_value

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from generate import generate

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog

ENGLISH = Options("en")


def data_of(page: str) -> Any:
    found = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert len(found) == 1
    return json.loads(found[0])


def test_a_small_catalog_makes_a_small_page(builtin: Catalog) -> None:
    assert len(builtin.roles) == 5
    assert len(build_page(builtin, ENGLISH).encode()) <= 150_000


@pytest.mark.no_cover
def test_a_large_catalog_makes_a_page_that_can_be_mailed(tmp_path: Path) -> None:
    generate(tmp_path / "roles", 50, 40)
    catalog = load_catalog(find_catalog(str(tmp_path / "roles"), {}, "/"))
    counts = {sum(map(len, role.statements.values())) for role in catalog.roles.values()}
    assert (len(catalog.roles), counts) == (50, {40})
    assert len(build_page(catalog, ENGLISH).encode()) <= 1_500_000


def test_the_same_definitions_make_the_same_page(builtin: Catalog, tmp_path: Path) -> None:
    pages = []
    for name in ("a", "b"):
        generate(tmp_path / name, 3)
        catalog = load_catalog(find_catalog(str(tmp_path / name), {}, "/"))
        pages.append(build_page(catalog, ENGLISH))
    # Not even the place of the folder is in it.
    assert pages[0].replace(str(tmp_path), "") == pages[0] == pages[1]
    stamped = build_page(builtin, Options("en", stamp="v2"))
    assert stamped != build_page(builtin, ENGLISH) == build_page(builtin, ENGLISH)


def test_each_option_is_in_the_data(builtin: Catalog) -> None:
    options = Options("zh", "v2", "https://example.org/roles/")
    value = data_of(build_page(builtin, options))["catalog"]
    assert (value["first"], value["stamp"]) == ("zh", "v2")
    assert value["sourceUrl"] == "https://example.org/roles/"
    assert value == json.loads(json.dumps(catalog_value(builtin, options)))


def test_the_policy_knows_the_script_and_the_style_by_their_digests(builtin: Catalog) -> None:
    page = build_page(builtin, ENGLISH)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)

    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    assert policy == (
        f"default-src 'none'; script-src 'sha256-{digest(script)}'; "
        f"style-src 'sha256-{digest(style)}'; base-uri 'none'; form-action 'none'"
    )
    assert "unsafe" not in policy
    assert "\r" not in page


def test_nothing_in_the_data_ends_it(builtin: Catalog) -> None:
    stamp = "</script><script>alert(1)</script><!-- \u2028 &amp; $title {x}"
    page = build_page(builtin, Options("en", stamp))
    assert data_of(page)["catalog"]["stamp"] == stamp
    assert page.count("<script") == 2
    assert "<!--" not in page


def test_of_the_traditional_characters_those_are_known_that_can_matter(builtin: Catalog) -> None:
    names = data_of(build_page(builtin, ENGLISH))["asking"]
    kept = dict(zip(names["traditional"], names["simplified"], strict=True))
    every = {chr(old): chr(new) for old, new in traditional().items()}
    assert kept.items() < every.items()
    assert {"產", "誰", "負", "責"} <= kept.keys()
    text = json.dumps(catalog_value(builtin, ENGLISH), ensure_ascii=False)
    assert [old for old, new in every.items() if new in text and old not in kept] == []


class _Texts(HTMLParser):
    """Collects what is read without a script, and the ids of elements."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.said: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        if self._inside not in ("script", "style"):
            self.said.append(data)


def test_everything_can_be_read_without_a_script(builtin: Catalog) -> None:
    reader = _Texts()
    reader.feed(build_page(builtin, Options("zh", "v2")))
    said = "".join(reader.said)
    for role in builtin.roles.values():
        assert role.name.texts["zh"] in said
        for _, statement in role.sentences():
            assert statement.texts["zh"] in said
    contrasts = [pair.difference for pair in builtin.pairs if pair.difference]
    assert contrasts
    assert all(said.count(each.texts["zh"]) >= 1 for each in contrasts)
    assert all(topic.name.texts["zh"] in said for topic in builtin.topics.values())
    assert "v2" in said
    assert len(reader.ids) == len(set(reader.ids))
    assert {"s-pm", "s-matrix"} <= set(reader.ids)
