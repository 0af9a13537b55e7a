"""Names as people type them, and what it takes to find a role by one."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.lookup import find_roles
from rolecmp.definitions.names import Topics, index, normal_form, script_language, spoken_in
from rolecmp.definitions.problems import DefinitionsError, Problem, QuestionError, phrase
from rolecmp.definitions.sources.discovery import builtin_catalog
from rolecmp.rendering.messages import refusal
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog, Role
    from rolecmp.definitions.sources.folders import Folder


def named(folder: Folder, names: Sequence[str]) -> tuple[Catalog, tuple[Role, ...]]:
    """Return the catalog in a folder, and the roles of it that have these names."""
    catalog = load_catalog(folder)
    return catalog, find_roles(catalog, names).roles


ENGLISH = Words("en")
TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
ASCII = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=20)


def wide(text: str) -> str:
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)


@given(TEXT)
def test_normal_form_is_idempotent(name: str) -> None:
    assert normal_form(normal_form(name)) == normal_form(name)


@given(TEXT)
def test_normal_form_ignores_composition_and_surrounding_space(name: str) -> None:
    form = normal_form(name)
    assert normal_form(unicodedata.normalize("NFD", name)) == form
    assert normal_form(unicodedata.normalize("NFKC", name)) == form
    assert normal_form(f"  {name}\t") == form


@given(ASCII)
def test_normal_form_ignores_case_and_width(name: str) -> None:
    form = normal_form(name)
    assert normal_form(name.upper()) == form
    assert normal_form(name.lower()) == form
    assert normal_form(wide(name)) == form


@given(TEXT)
def test_normal_form_ignores_case_in_any_script(name: str) -> None:
    assert normal_form(name.casefold()) == normal_form(name)


@given(
    st.lists(st.text("abcXYZéø019", min_size=1, max_size=6), min_size=1, max_size=5),
    st.lists(st.sampled_from([" ", "-", "_", "  ", " - ", "\u3000", "‐", "–", "—"]), min_size=4),
)
def test_normal_form_has_one_separator(words: list[str], separators: list[str]) -> None:
    joined = words[0]
    for separator, word in zip(separators, words[1:], strict=False):
        joined += separator + word
    assert normal_form(joined) == normal_form("-".join(words))
    assert normal_form(joined) == "-".join(each.lower() for each in words)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Product Manager", "product-manager"),
        ("product_manager", "product-manager"),
        ("PRODUCT--MANAGER", "product-manager"),
        ("\uff30\uff2d\uff2d", "pmm"),
        ("定价", "定价"),
        ("产品　经理", "产品经理"),
        ("产品 经理-PM", "产品经理pm"),
        ("Straße", "strasse"),
        ("ﬁnance", "finance"),
        ("", ""),
        ("-_ ", ""),
    ],
)
def test_normal_form(name: str, form: str) -> None:
    assert normal_form(name) == form


BUILTIN = builtin_catalog()


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("pm", "pm"),
        ("PM", "pm"),
        ("\uff30\uff2d", "pm"),
        ("Product manager", "pm"),
        ("product-manager", "pm"),
        ("PRODUCT_MANAGER", "pm"),
        ("产品经理", "pm"),
        ("pmm", "pmm"),
        ("产品市场经理", "pmm"),
        ("产品营销经理", "pmm"),
        ("Product Marketing Manager", "pmm"),
        ("product-marketing-manager", "pmm"),
        ("营销经理", "marketing-manager"),
        ("市场经理", "marketing-manager"),
        ("mm", "marketing-manager"),
        ("Marketing Manager", "marketing-manager"),
        ("销售经理", "sales-manager"),
        ("sm", "sales-manager"),
        ("sales manager", "sales-manager"),
        ("客服经理", "customer-service-manager"),
        ("support manager", "customer-service-manager"),
    ],
)
def test_roles_by_any_name(name: str, role: str) -> None:
    _, (found,) = named(BUILTIN, [name])
    assert found.id == role


def test_roles_come_in_the_order_asked_for() -> None:
    _, found = named(BUILTIN, ["销售经理", "pm", "PMM"])
    assert [each.id for each in found] == ["sales-manager", "pm", "pmm"]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("pmn", ("pm", "pmm")),
        ("product manger", ("pm", "pmm")),
        ("sales-manger", ("sales-manager",)),
        ("marketing-manger", ("marketing-manager",)),
    ],
)
def test_an_unknown_role_is_answered_with_the_nearest(name: str, near: tuple[str, ...]) -> None:
    with pytest.raises(QuestionError) as raised:
        named(BUILTIN, ["pm", name])
    error = raised.value
    assert error.rule == "unknown-role"
    assert error.message.key == "unknown-role"
    assert error.message.args["name"] == name
    found = error.message.args["near"]
    assert isinstance(found, tuple)
    assert set(near) <= {each.split("`")[1] for each in found}
    said = refusal(error, ENGLISH, "rolecmp")
    assert f"no role is called `{name}`; did you mean `" in said
    assert f"`{near[0]}`" in said


def test_several_unknown_roles_are_all_named() -> None:
    with pytest.raises(QuestionError) as raised:
        named(BUILTIN, ["designer", "pm", "zookeeper"])
    said = refusal(raised.value, ENGLISH, "rolecmp")
    assert said == (
        "rolecmp: error[unknown-role]: no role is called `designer`; "
        "the roles are pm, pmm, marketing-manager, sales-manager, customer-service-manager; "
        "rolecmp list shows them all\n"
        "no role is called `zookeeper`"
    )


def test_roles_that_may_be_meant_are_listed_and_no_others() -> None:
    with pytest.raises(QuestionError) as raised:
        named(BUILTIN, ["pm", "customer", "sales manager", "product"])
    assert refusal(raised.value, ENGLISH, "rolecmp") == (
        "rolecmp: error[unknown-role]: no role is called `product`; 2 roles may be meant:\n"
        "  Product manager (pm)\n"
        "  Product marketing manager (pmm)"
    )


def test_suggestions_are_ids_nearest_first_and_each_once() -> None:
    near = Topics(load_catalog(BUILTIN).topics).near
    assert near.ids("pricng")[0] == "pricing"
    assert near.ids("price setings")[0] == "pricing"
    assert near.ids("价格策")[0] == "pricing"
    assert near.ids("quantum") == ()
    for word in ("marketing sales", "市场定"):
        found = near.ids(word)
        assert 1 < len(found) == len(set(found)) <= 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Pricing", "en"), ("定价", "zh"), ("PM 定价", "zh"), ("Product manager 经理", "en"),
        ("発売の日", "ja"), ("가격", "ko"), ("цена", "ru"), ("42", None),
    ],
)  # fmt: skip
def test_the_language_that_a_script_tells(text: str, language: str | None) -> None:
    assert script_language(text) == language


@pytest.mark.parametrize(
    ("text", "languages", "language"),
    [
        ("定价", ("en", "zh-Hant"), "zh-Hant"), ("定价", ("ja", "zh"), None),
        ("定价", ("fr",), None),
        ("Product manager 经理", ("en", "zh"), "zh"), ("Preis", ("de", "zh"), "de"),
        ("Preis", ("de", "en"), None),
    ],
)  # fmt: skip
def test_the_language_of_a_catalog_that_a_script_tells(
    text: str, languages: tuple[str, ...], language: str | None
) -> None:
    assert spoken_in(text, languages, latin=True) == language
    assert spoken_in("pricing", languages) is None


def test_every_name_leads_to_its_own() -> None:
    catalog = load_catalog(BUILTIN)
    for things in (catalog.topics, catalog.roles):
        known = index(("", each) for each in things.values())
        for each in things.values():
            for name in (each.id, *each.name.texts.values(), *(one.name for one in each.aliases)):
                for typed in (name, name.upper(), wide(name), name.replace("-", " ")):
                    assert known[normal_form(typed)].id == each.id


class Counting:
    """A folder of so many roles that counts what is read of it."""

    label = "big"
    builtin = False

    def __init__(self, count: int) -> None:
        self.files = {
            f"role-{number}.yaml": f"name: Role number {number}\naliases: [r{number}]\n".encode()
            for number in range(count)
        }
        self.files["catalog.yaml"] = (
            b"rolecmp: 1\nlanguages: [en]\npairs:\n"
            b"  - {roles: [role-0, role-1], difference: d}\n"
            b"  - {roles: [role-2, role-0], difference: e}\n"
        )
        self.reads: Counter[str] = Counter()
        self.listings = 0

    def names(self) -> list[str]:
        self.listings += 1
        return list(self.files)

    def has(self, name: str) -> bool:
        return name in self.files

    def read(self, name: str, limit: int) -> bytes | Problem:
        if name not in self.files:
            return Problem(f"big/{name}", 1, 1, "unreadable", phrase("no-such-file"))
        self.reads[name] += 1
        return self.files[name][:limit]


@pytest.mark.no_cover
@pytest.mark.parametrize("count", [3, 3_000])
@pytest.mark.parametrize("names", [("R1", "role number 2"), ("role-1", "ROLE 2")])
def test_each_file_is_read_once(count: int, names: tuple[str, str]) -> None:
    folder = Counting(count)
    catalog, roles = named(folder, names)
    assert [each.id for each in roles] == ["role-1", "role-2"]
    assert len(catalog.roles) == count
    assert set(folder.reads) == set(folder.files)
    assert set(folder.reads.values()) == {1}


def test_a_broken_file_that_is_not_asked_for_is_an_error_too() -> None:
    """It may hold a claim to a topic of the roles asked for."""
    folder = Counting(3)
    folder.files["role-2.yaml"] = b"name: [\n"
    with pytest.raises(DefinitionsError) as raised:
        named(folder, ["role-0", "role-1"])
    assert [each.path for each in raised.value.problems] == ["big/role-2.yaml"]


@pytest.mark.parametrize("name", ["catalog", "../pm", "/etc/passwd", "a/b", "role-0.yaml", ""])
def test_what_is_no_id_opens_no_file(name: str) -> None:
    folder = Counting(3)
    with pytest.raises(QuestionError) as raised:
        named(folder, [name])
    assert raised.value.rule == "unknown-role"
    assert set(folder.reads) == set(folder.files)


def test_a_role_by_id_that_another_one_has_as_a_name_is_the_one_of_that_id() -> None:
    _, (role,) = named(Counting(3), ["role-2"])
    assert role.path == "big/role-2.yaml"
