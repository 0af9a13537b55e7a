"""Every view, reached by its address, by the mouse and by the keyboard alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from page_harness import VIEWS, address, focused, heading, reaches, shown, view

if TYPE_CHECKING:
    from page_harness import Open

pytestmark = pytest.mark.no_cover

CLOSE = "\N{MULTIPLICATION SIGN}"

# --- by address -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "title", "said"),
    [
        ("", "Product manager and Product marketing manager", "leads the market"),
        ("compare=pmm,pm", "Product marketing manager and Product manager", "Market research"),
        ("compare=产品经理,PMM", "Product manager and Product marketing manager", "Decides"),
        ("compare=pm", "Product manager and Product marketing manager", "Decides"),
        ("compare=pm,nobody", "Product manager and", "Nothing is called “nobody”"),
        ("compare=manager,pmm", "Product", "“manager” fits several:"),
        ("compare=pm,pmm,sales-manager", "Product manager, Product marketing", "Several claim"),
        ("compare-full=pm,pmm", "Product manager and Product", "About the two"),
        ("who-owns", "Who owns what", "Business value"),
        ("who-owns=pricing", "Pricing", "Owned by Product manager"),
        ("who-owns=谁负责定价", "Pricing", "“谁负责定价” is understood as Pricing"),
        ("who-owns=market-research", "Market research", "Contested: Product manager, Product"),
        ("who-owns=market", "Who owns what", "“market” fits several:"),
        ("who-owns=prixing", "Who owns what", "Similar: Pricing"),
        ("who-owns=xyzzy", "Who owns what", "Nothing is called “xyzzy”."),
        ("matrix", "Matrix", "Customer service"),
        ("matrix=contested", "Matrix", "Market positioning"),
        ("matrix=role:pmm", "Matrix", "Website"),
        ("role", "Roles", "Accountable for"),
        ("role=产品经理", "Product manager", "Also called: pm"),
        ("role=nobody", "Roles", "Accountable for"),
        ("unsettled", "Unsettled", "Market research"),
        ("toString", "Product manager and", "Decides"),
        ("who-owns=%E0%A4%A", "Who owns what", "Business value"),
    ],
)
def test_an_address_opens_a_view(open_page: Open, asked: str, title: str, said: str) -> None:
    page = open_page(asked)
    assert heading(page).startswith(title)
    assert said in view(page)
    assert page.title().startswith(title)
    assert page.locator("#static").count() == 0


def test_what_a_view_leaves_out(open_page: Open) -> None:
    page = open_page("matrix=contested")
    rows = page.locator("tbody th[scope=row]").all_inner_texts()
    assert len(rows) == 3
    assert all("contested" in row for row in rows)
    page = open_page("matrix=unowned")
    assert all("no decider" in row for row in page.locator("tbody th[scope=row]").all_inner_texts())
    page = open_page("compare=pm,pmm")
    assert "About the two" not in view(page)


# --- by mouse ---------------------------------------------------------------------------------


def test_the_views_by_mouse_and_the_way_back(open_page: Open) -> None:
    page = open_page()
    first = heading(page)
    for name in ("Who owns what", "Matrix", "Roles", "Unsettled", "Compare"):
        page.click(f"nav >> text={name}")
        reaches(page, first if name == "Compare" else name)
        assert page.inner_text("nav [aria-current=page]") == name
    page.go_back()
    reaches(page, "Unsettled")
    page.go_back()
    page.go_forward()
    reaches(page, "Unsettled")


def test_roles_are_picked_by_any_name(open_page: Open) -> None:
    page = open_page()
    page.click("#role-1")
    assert page.input_value("#role-1") == ""
    page.fill("#role-1", "销售经理")
    page.press("#role-1", "Enter")
    reaches(page, "Sales manager and Product marketing manager")
    assert address(page) == "compare=sales-manager,pmm"
    page.fill("#role-3", "PM")
    page.click("h1")
    reaches(page, "Sales manager, Product marketing manager and Product manager")
    page.click(".remove")
    reaches(page, "Product marketing manager and Product manager")
    page.fill("#role-1", "pm vs marketing-manager")
    page.press("#role-1", "Enter")
    reaches(page, "Product manager and Marketing manager")
    assert address(page) == "compare=pm,marketing-manager"


def test_a_role_that_is_none_is_told_where_it_was_typed(open_page: Open) -> None:
    page = open_page()
    page.fill("#role-1", "produkt manager")
    page.press("#role-1", "Enter")
    assert page.inner_text("#picker-problem").startswith("Nothing is called “produkt manager”. Sim")
    assert page.get_attribute("#role-1", "aria-invalid") == "true"
    assert page.inner_text("#status").startswith("Nothing is called")
    page.fill("#role-1", "")
    page.click("h1")
    assert page.input_value("#role-1") == "Product manager"


def test_everything_on_request(open_page: Open) -> None:
    page = open_page()
    brief = len(view(page))
    page.click("text=Show everything")
    page.wait_for_selector("text=About the two")
    assert address(page) == "compare-full=pm,pmm"
    assert len(view(page)) > 2 * brief
    page.click("text=Show less")
    page.wait_for_selector("text=Show everything")
    assert len(view(page)) == brief


def test_a_topic_is_found_while_typing(open_page: Open) -> None:
    page = open_page("who-owns")
    page.click("#search")
    page.keyboard.type("pri")
    assert "“pri” is understood as Pricing" in page.inner_text("#results")
    assert "Owned by Product manager" in page.inner_text("#results")
    assert "pri" in page.inner_text("#status")
    page.keyboard.type("ce and more")
    page.fill("#search", "sales")
    assert "“sales” fits several: " in page.inner_text("#results")
    page.click("#results a >> text=Sales and service support")
    reaches(page, "Sales and service support")
    page.go_back()
    reaches(page, "Who owns what")
    assert page.input_value("#search") == "sales"
    page.fill("#search", "")
    assert "Business value" in page.inner_text("#results")


def test_sentences_are_found_too(open_page: Open) -> None:
    page = open_page("who-owns")
    page.fill("#search", "engineering")
    assert "Sentences that mention it" in page.inner_text("#results")
    page.fill("#search", "研發")  # in traditional characters, in the language not shown
    found = page.inner_text("#results")
    assert "Product manager: " in found
    page.click("#results >> text=Product manager")
    reaches(page, "Product manager")


def test_positions_are_links_where_it_is_known_where_files_lie(open_page: Open) -> None:
    page = open_page("who-owns=pricing", source_url="https://example.org/a/roles/")
    (line,) = re.findall(r"pm\.yaml:(\d+)", view(page))
    assert page.get_attribute("a.position", "href") == (
        f"https://example.org/a/roles/pm.yaml#L{line}"
    )
    assert open_page("who-owns=pricing").locator("a.position").count() == 0


def test_the_foot_says_what_the_page_is_of(open_page: Open) -> None:
    page = open_page(stamp="v2 of today")
    foot = page.inner_text("footer")
    assert foot.startswith("Product, marketing and sales roles (built in), v2 of today\n")
    assert "Source: A Chinese article" in foot


# --- by keyboard ------------------------------------------------------------------------------


def test_the_keyboard_gets_everywhere_in_order(open_page: Open) -> None:
    page = open_page("compare=pm,pmm,sales-manager", fresh=True)
    stops = []
    for _ in range(17):
        page.keyboard.press("Tab")
        stops.append(focused(page))
    assert stops[:13] == [
        "skip", "Compare", "Who owns what", "Matrix", "Roles", "Unsettled", "language-en",
        "language-zh", "role-1", CLOSE, "role-2", CLOSE, "role-3",
    ]  # fmt: skip
    assert stops[14] == "role-4"
    assert stops[16] == "Product manager"


def test_the_keyboard_skips_to_the_answer(open_page: Open) -> None:
    page = open_page("who-owns=pricing", fresh=True)
    page.keyboard.press("Tab")
    assert page.locator("#skip").bounding_box()["x"] == 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert focused(page) == "heading"
    assert address(page) == "who-owns=pricing"


def test_roles_are_picked_by_keyboard(open_page: Open) -> None:
    page = open_page()
    page.focus("#language-zh")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("sales")
    page.keyboard.press("Tab")
    reaches(page, "Sales manager and Product marketing manager")
    assert focused(page) == "role-1"


def test_a_topic_is_found_by_keyboard(open_page: Open) -> None:
    page = open_page("who-owns")
    page.focus("#search")
    page.keyboard.type("who decides the price?")
    page.keyboard.press("Enter")
    reaches(page, "Pricing")
    assert focused(page) == "heading"
    assert address(page) == "who-owns=pricing"
    page.focus("#search")
    page.keyboard.type("pricing")  # what the address says already
    page.keyboard.press("Enter")
    assert focused(page) == "heading"


def test_the_matrix_is_narrowed_down_by_keyboard(open_page: Open) -> None:
    page = open_page("matrix")
    page.focus("#filter")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("text=Pricing", state="detached")
    assert address(page) == "matrix=contested"
    assert focused(page) == "filter"


def test_a_link_is_followed_by_keyboard_and_the_heading_has_the_focus(open_page: Open) -> None:
    page = open_page("unsettled")
    page.focus("tbody th a")
    page.keyboard.press("Enter")
    reaches(page, "Market research")
    assert focused(page) == "heading"


# --- languages --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "first", "shown"),
    [
        ("en-US", "en", "en"),
        ("zh-CN", "en", "zh"),
        ("zh-TW", "en", "zh"),
        ("fr-FR", "en", "en"),
        ("fr-FR", "zh", "zh"),
    ],
)
def test_the_first_view_is_in_the_language_of_the_browser(
    open_page: Open, wanted: str, first: str, shown: str
) -> None:
    page = open_page("role=pm", lang=wanted, language=first)
    reaches(page, {"en": "Product manager", "zh": "产品经理"}[shown])
    assert page.get_attribute("html", "lang") == shown


def test_the_language_is_switched_in_the_page(open_page: Open) -> None:
    page = open_page("who-owns=pricing")
    page.click("text=中文")
    reaches(page, "定价")
    assert "由产品经理最终负责" in view(page)
    assert focused(page) == "language-zh"
    assert page.get_attribute("html", "lang") == "zh"
    assert page.get_attribute("#language-zh", "aria-pressed") == "true"
    page.click("nav >> text=待定事项")
    reaches(page, "待定事项")
    page.click("text=English")
    reaches(page, "Unsettled")
    assert not re.search("[\u4e00-\u9fff]", page.inner_text("main"))


def test_no_word_is_missing_in_either_language(open_page: Open) -> None:
    for lang in ("en", "zh"):
        page = open_page(lang=lang)
        for each in VIEWS:
            shown(page, each)
            text = page.inner_text("body")
            assert "undefined" not in text
            assert not re.search(r"\{\w+\}", text)


# --- screens ----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_scrolls_sideways_on_a_narrow_screen(open_page: Open, lang: str) -> None:
    page = open_page(lang=lang, width=320)
    for each in VIEWS:
        shown(page, each)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, each
        assert page.locator(".stacked thead >> visible=true").count() == 0
        # Row heads are not broken into a character a line.
        widths = page.evaluate(
            "[...document.querySelectorAll('tbody th')].map((head) => head.clientWidth)"
        )
        assert min(widths, default=320) >= 80, each


def test_a_print_has_the_answer_and_nothing_to_press(open_page: Open) -> None:
    page = open_page("compare=pm,pmm")
    page.emulate_media(media="print")
    assert page.locator("table").is_visible()
    assert page.locator("h1").is_visible()
    for each in ("nav", "#languages", ".pickers", ".more", "#skip"):
        assert not page.locator(each).is_visible(), each


def test_the_page_without_a_script(open_page: Open) -> None:
    page = open_page(script=False)
    text = page.inner_text("body")
    assert "Leads the product and defines the why" in text
    assert "leads the market" in text
    assert not page.locator("#app").is_visible()
    assert page.locator("#s-matrix").is_visible()
