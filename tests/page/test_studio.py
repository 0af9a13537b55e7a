"""What a catalog may say beside sentences: groups, managers, whom to ask, what is accepted."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from page_harness import heading, shown, view

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.sources.discovery import find_catalog

if TYPE_CHECKING:
    from page_harness import Open

    from rolecmp.definitions.model import Catalog

pytestmark = pytest.mark.no_cover


@pytest.fixture(scope="module")
def studio() -> Catalog:
    return load_catalog(find_catalog(str(Path(__file__).parent / "catalog"), {}, "/"))


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("pricing", "Owned by Maker"),
        ("pricing", "Ask: https://example.org/prices"),
        ("design", "Ask Maker: maker@example.org"),
        ("research", "Accepted for Maker, Seller until 2999-12-31: Both ask people"),
        ("design", "Not accepted: it was accepted until 2020-01-01;"),
        ("showroom", "Not accepted: it was not accepted for"),
        ("support", "not settled"),
        ("路线图", "Owned by Owner"),
        ("路线图", "no sentence says why\t老板.yaml:3"),
        ("路线图", "I informed\tSeller\tno sentence says why"),
        ("canteen", "Nobody's"),
    ],
)
def test_who_owns_it_and_whom_to_ask(
    open_page: Open, studio: Catalog, topic: str, said: str
) -> None:
    assert said in view(open_page(f"who-owns={topic}", studio))


def test_the_browser_judges_what_has_ended(open_page: Open, studio: Catalog) -> None:
    page = open_page("unsettled", studio, width=1000)  # a tab of its own: its clock stays there
    assert "contested, accepted" in view(page)
    page.clock.set_fixed_time(datetime.datetime(3000, 1, 1, tzinfo=datetime.UTC))
    shown(page, "who-owns=research")
    assert "Not accepted: it was accepted until 2999-12-31" in view(page)
    shown(page, "unsettled")
    assert "contested, accepted" not in view(page)


def test_what_is_unsettled_and_not_accepted_comes_first(open_page: Open, studio: Catalog) -> None:
    page = open_page("unsettled", studio)
    rows = page.locator("tbody th").all_inner_texts()
    assert rows == ["Design", "Showroom", "Support", "Canteen", "Research"]


def test_who_manages_whom(open_page: Open, studio: Catalog) -> None:
    page = open_page("compare=maker,intern,seller", studio)
    assert "Reporting\tmanages Intern\treports to Maker\tnone" in view(page)
    shown(page, "compare=seller,intern")
    assert "Reporting" not in view(page)
    shown(page, "role=maker")
    assert "Reports to: Owner" in view(page)
    assert "Manages: Intern" in view(page)
    assert "Ask: maker@example.org" in view(page)


def test_what_is_said_in_brief(open_page: Open, studio: Catalog) -> None:
    page = open_page("compare=maker,seller", studio)
    assert "Perspective\tThinks of the thing\t" in view(page)
    assert "Sets the price" not in view(page)
    assert "Asks the users\nSweeps\n1 more" in view(page)
    shown(page, "compare-full=maker,seller")
    assert "Sets the price" in view(page)
    shown(page, "role=maker")
    assert "Thinks of the thing" in view(page)
    assert "Seen at work" in view(page)


def test_topics_stand_in_their_groups(open_page: Open, studio: Catalog) -> None:
    wanted = ["Making", "Research", "Design", "Selling", "Pricing", "Showroom", "Support"]
    for each in ("who-owns", "matrix"):
        page = open_page(each, studio)
        names = [text.split(" ")[0] for text in page.locator("tbody th").all_inner_texts()]
        assert names == [*wanted, "Canteen", "路线图"]


def test_a_language_that_the_program_does_not_speak(open_page: Open, studio: Catalog) -> None:
    page = open_page("who-owns=Preise", studio, lang="de-AT")
    assert heading(page) == "Preise"
    assert page.inner_text("#language-de") == "Deutsch"
    assert "Owned by Macher" in view(page)
    assert page.get_attribute("html", "lang") == "de"


def test_the_roles_are_in_the_order_of_the_catalog(open_page: Open, studio: Catalog) -> None:
    page = open_page("role", studio)
    assert page.locator("tbody th").all_inner_texts() == ["Maker", "Seller", "Owner", "Intern"]
