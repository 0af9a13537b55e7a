"""What a catalog may say beside names, texts and letters on sentences: read, and its slips told."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pytest

from rolecmp.definitions.loader import load_catalog, read_catalog
from rolecmp.definitions.lookup import find_roles
from rolecmp.definitions.problems import DefinitionsError, Problem
from rolecmp.definitions.shape import is_id
from rolecmp.definitions.sources.folders import DiskFolder, Folder, MemoryFolder
from rolecmp.rendering.messages import problem_line
from rolecmp.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from rolecmp.definitions.model import Catalog, Role


def named(folder: Folder, names: Sequence[str]) -> tuple[Catalog, tuple[Role, ...]]:
    """Return the catalog in a folder, and the roles of it that have these names."""
    catalog = load_catalog(folder)
    return catalog, find_roles(catalog, names).roles


HEADER = "rolecmp: 1\nlanguages: [en]\n"
TOPICS = HEADER + "topics:\n  pricing: {en: Pricing, aliases: [price]}\n  路线图:\n"
ROLES = {
    "pm.yaml": "name: Product manager\naliases: [产品经理]\n",
    "pmm.yaml": "name: Product marketing manager\n",
    "sm.yaml": "name: Sales manager\n",
}


def read(catalog: str, files: Mapping[str, str] = ROLES) -> tuple[Catalog, list[Problem]]:
    return read_catalog(MemoryFolder("", {"catalog.yaml": catalog, **files}))[:2]


def sound(catalog: str, files: Mapping[str, str] = ROLES) -> Catalog:
    found, problems = read(catalog, files)
    assert [told(each) for each in problems] == []
    return found


def told(problem: Problem, language: str = "en") -> str:
    return problem_line(problem, Words(language), source=False)


def one(told_: str, catalog: str = TOPICS, **files: str) -> None:
    """Hold the one problem of a catalog against its line of text, up to where that ends."""
    given = {f"{name}.yaml": text for name, text in files.items()}
    _, problems = read(catalog, {**ROLES, **given})
    assert [told(each)[: len(told_)] for each in problems] == [told_]
    assert any(char >= "\u4e00" for char in told(problems[0], "zh").partition("]: ")[2])


# --- brief, ask, letters without a sentence ---------------------------------------------------


def test_a_brief_has_a_line_a_dimension_in_the_order_of_the_catalog() -> None:
    role = "name: PM\nbrief:\n  responsibility: {en: Decides}\n  perspective: Looks ahead\n"
    brief = sound(TOPICS, {"pm.yaml": role}).roles["pm"].brief
    assert list(brief.items()) == [
        ("perspective", ({"en": "Looks ahead"}, 4, 16)),
        ("responsibility", ({"en": "Decides"}, 3, 19)),
    ]


@pytest.mark.parametrize(
    ("brief", "said"),
    [
        (
            "brief: Leads\n",
            "pm.yaml:2:8: error[wrong-type]: expected a mapping from dimension to one line",
        ),
        (
            "brief:\n  perspectiv: x\n",
            "pm.yaml:3:3: error[unknown-key]: unknown key `perspectiv`; did "
            "you mean `perspective`?",
        ),
        (
            "brief:\n  Market-facing work: x\n",
            "pm.yaml:3:3: error[unknown-key]: unknown key `Market-facing work`"
            "; did you mean `market-facing`?",
        ),
        (
            "brief:\n  perspective:\n",
            "pm.yaml:3:15: error[empty-text]: `perspective` is empty",
        ),
        (
            "brief:\n  perspective: [x]\n",
            "pm.yaml:3:16: error[wrong-type]: expected text under `perspective`, found",
        ),
    ],
)
def test_a_brief_that_is_none(brief: str, said: str) -> None:
    one(said, pm="name: PM\n" + brief)


def test_whom_to_ask() -> None:
    catalog = HEADER + "topics:\n  pricing:\n    ask: '#pricing'\n"
    role = "name: PM\nask: pm-office@example.com\n"
    found = sound(catalog, {"pm.yaml": role})
    assert found.topics["pricing"].ask == ("#pricing", 5, 10)
    assert found.roles["pm"].ask == ("pm-office@example.com", 2, 6)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (
            "ask: #pricing\n",
            "pm.yaml:2:6: error[unquoted-text]: `#pricing` starts a comment here",
        ),
        ("ask:\n", "pm.yaml:2:5: error[empty-text]: `ask` is empty; fill it in, or remove `ask`"),
        ("ask: [x]\n", "pm.yaml:2:6: error[wrong-type]: expected text under `ask`,"),
        ("ask: {en: x}\n", "pm.yaml:2:6: error[wrong-type]: expected text under `ask`,"),
    ],
)
def test_whom_to_ask_told_wrongly(ask: str, said: str) -> None:
    one(said, pm="name: PM\n" + ask)


def test_letters_without_a_sentence_stand_beside_those_with_one() -> None:
    role = (
        "name: PM\ninformed: [price]\nperspective:\n  - en: x\n    responsible: [pricing]\n"
        "accountable: [路线图, Pricing]\n"
    )
    found = sound(TOPICS, {"pm.yaml": role}).roles["pm"]
    assert found.letters == (
        ("accountable", "路线图", 6, 15),
        ("accountable", "pricing", 6, 20),
        ("informed", "pricing", 2, 12),
    )
    assert [(where, claim.letter) for where, _, claim in found.claims()] == [
        ("perspective", "responsible"),
        ("", "accountable"),
        ("", "accountable"),
        ("", "informed"),
    ]


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        (
            "accountable: pricing\n",
            "pm.yaml:2:14: error[wrong-type]: expected a list under `accountable`, found "
            "text; write [pricing]",
        ),
        (
            "consulted: [pricng]\n",
            "pm.yaml:2:13: error[unknown-topic]: no topic has the id or name `pricng`; did you "
            "mean `pricing`?",
        ),
        (
            "acountable: [pricing]\n",
            "pm.yaml:2:1: error[unknown-key]: unknown key `acountable`; did "
            "you mean `accountable`?",
        ),
    ],
)
def test_letters_without_a_sentence_that_are_wrong(letters: str, said: str) -> None:
    one(said, pm="name: PM\n" + letters)


# --- names for ids ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["pricing", "Pricing", "PRICING", "price", " Price ", "\uff50rice"]
)
def test_a_topic_by_any_of_its_names(name: str) -> None:
    role = f"name: PM\nperspective:\n  - en: x\n    accountable: ['{name}']\n"
    claims = sound(TOPICS, {"pm.yaml": role}).roles["pm"].claims()
    assert [claim[:2] for _, _, claim in claims] == [("accountable", "pricing")]


REFERENCES = [
    "roles: [%s]\n",
    "pairs: [{roles: [%s, sm]}]\n",
    "topics: {x: {en: X, accepted: {multiple-accountable: {roles: [%s], en: Why}}}}\n",
]


@pytest.mark.parametrize("name", ["pm", "PM", "Product manager", "product_manager", "产品 经理"])
@pytest.mark.parametrize("where", REFERENCES)
def test_a_role_by_any_of_its_names(name: str, where: str) -> None:
    catalog = sound(HEADER + where % name)
    if "topics" in where:
        accepted = catalog.topics["x"].accepted["multiple-accountable"]
        assert [each.id for each in accepted.roles] == ["pm"]
    elif "pairs" in where:
        assert catalog.pairs[0].roles == ("pm", "sm")
    else:
        assert list(catalog.roles) == ["pm", "pmm", "sm"]


@pytest.mark.parametrize("where", REFERENCES)
def test_a_role_that_is_not_there(where: str) -> None:
    column = (where % "@").index("@") + 1
    for slip, remedy in (
        ("pmn", "did you mean `pm` or `pmm`?"),
        ("Product manger", "did you mean `pm`?"),
        ("designer", "name a role by its id (the name of its file), its name or an alias"),
    ):
        one(
            f"catalog.yaml:3:{column}: error[unknown-role]: no role has the id or name `{slip}`; "
            + remedy,
            HEADER + where % slip,
        )


@pytest.mark.parametrize("where", [REFERENCES[0], REFERENCES[2]])
def test_a_role_that_is_listed_twice(where: str) -> None:
    text = where % "pm, sm, Product manager"
    column = text.index("Product") + 1
    one(
        f"catalog.yaml:3:{column}: error[duplicate-key]: `Product manager` is listed twice",
        HEADER + text,
    )


def test_what_a_role_that_cannot_be_read_is_called_is_not_known() -> None:
    files = {**ROLES, "pm.yaml": "name: 'Product manager\n"}
    _, problems = read(HEADER + "roles: [Product manager, pm, sm]\n", files)
    assert [each.rule for each in problems] == ["syntax"]


def test_a_pair_of_one_role_by_two_names_and_a_pair_twice() -> None:
    one(
        "catalog.yaml:3:22: error[wrong-type]: a pair needs two different roles",
        HEADER + "pairs: [{roles: [pm, Product manager]}]\n",
    )
    one(
        "catalog.yaml:5:12: error[duplicate-key]: `sm` and `pm` are already a pair on line 4",
        HEADER + "pairs:\n  - roles: [pm, sm]\n  - roles: [Sales manager, 产品经理]\n",
    )


# --- manages and the order of roles -----------------------------------------------------------


def test_whom_a_role_manages() -> None:
    files = {**ROLES, "pm.yaml": "name: PM\nmanages: [sm, Product marketing manager]\n"}
    assert sound(TOPICS, files).roles["pm"].manages == (("sm", 2, 11), ("pmm", 2, 15))


@pytest.mark.parametrize(
    ("manages", "said"),
    [
        ("manages: sm\n", "pm.yaml:2:10: error[wrong-type]: expected a list under `manages`"),
        ("manages: [sn]\n", "pm.yaml:2:11: error[unknown-role]: no role has the id or name `sn`;"),
        ("manages: [sm, SM]\n", "pm.yaml:2:15: error[duplicate-key]: `SM` is listed twice"),
        ("manages: [sm，pmm]\n", "pm.yaml:2:13: error[full-width-comma]: "),
        ("manages: [{sm: x}]\n", "pm.yaml:2:11: error[wrong-type]: expected text under"),
        ("manages: ['']\n", "pm.yaml:2:11: error[empty-text]: `manages` is empty"),
    ],
)
def test_whom_a_role_manages_told_wrongly(manages: str, said: str) -> None:
    one(said, pm="name: PM\n" + manages)


def test_roles_come_in_the_order_of_the_catalog_and_then_by_id() -> None:
    files = {**ROLES, "a.yaml": "name: A\n", "a-b.yaml": "name: AB\n"}
    assert list(sound(TOPICS, files).roles) == ["a", "a-b", "pm", "pmm", "sm"]
    ordered = sound(TOPICS + "roles: [sm, Product manager]\n", files)
    assert list(ordered.roles) == ["sm", "pm", "a", "a-b", "pmm"]
    folder = MemoryFolder("", {"catalog.yaml": TOPICS + "roles: [sm, pm]\n", **ROLES})
    catalog, asked = named(folder, ["pm", "sm"])
    assert [each.id for each in asked] == ["pm", "sm"]
    assert list(catalog.roles) == ["sm", "pm", "pmm"]


# --- groups, and topics without a name --------------------------------------------------------

GROUPS = HEADER + "groups:\n  launch: {en: Go to market}\n  later: Later\n"


def test_groups_and_the_topics_in_them() -> None:
    catalog = sound(
        GROUPS + "topics:\n  a: {en: A, group: launch}\n  b: {en: B, group: go-to-market}\n  c: C\n"
    )
    assert list(catalog.groups.items()) == [
        ("launch", ({"en": "Go to market"}, 4, 11)),
        ("later", ({"en": "Later"}, 5, 10)),
    ]
    assert [each.group for each in catalog.topics.values()] == ["launch", "launch", None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            GROUPS + "topics: {a: {en: A, group: lauch}}\n",
            "catalog.yaml:6:28: error[unknown-group]: no group has the id or name `lauch`; did you "
            "mean `launch`?",
        ),
        (
            HEADER + "topics: {a: {en: A, group: launch}}\n",
            "catalog.yaml:3:28: error[unknown-group]: no group has the id or name `launch`; "
            "declare it under groups in catalog.yaml",
        ),
        (
            GROUPS + "topics: {a: {en: A, group: [launch]}}\n",
            "catalog.yaml:6:28: error[wrong-type]: expected text under `group`",
        ),
        (
            HEADER + "groups: [launch]\ntopics: {a: {en: A, group: launch}}\n",
            "catalog.yaml:3:9: error[wrong-type]: expected a mapping from group to its name",
        ),
        (
            HEADER + "gruops: {x: X}\ntopics: {a: {en: A, group: x}}\n",
            "catalog.yaml:3:1: error[unknown-key]: unknown key `gruops`; did you mean `groups`?",
        ),
        (
            HEADER + "groups: {Launch: L}\n",
            "catalog.yaml:3:10: error[bad-id]: `Launch` is not a valid id",
        ),
        (
            HEADER + "groups: {launch: }\n",
            "catalog.yaml:3:18: error[empty-text]: `launch` is empty",
        ),
        (
            HEADER + "groups: {launch: L, later: Launch}\n",
            "catalog.yaml:3:28: error[name-clash]: `Launch` names both `later` and `launch`",
        ),
    ],
)
def test_groups_that_are_wrong(text: str, said: str) -> None:
    one(said, text)


@pytest.mark.parametrize(
    "topic", ["路线图:", "路线图: ~", "路线图: ''", "路线图: {}", "路线图: {aliases: [roadmap]}"]
)
def test_a_topic_without_a_name_has_its_id_for_one(topic: str) -> None:
    catalog = sound(f"rolecmp: 1\nlanguages: [en, zh]\ntopics:\n  {topic}\n", {})
    assert catalog.topics["路线图"].name == ({"en": "路线图", "zh": "路线图"}, 4, 3)


# --- what an acceptance covers ----------------------------------------------------------------


def accepted(text: str) -> Any:
    catalog = f"{HEADER}topics:\n  pricing:\n    accepted:\n      {text}\n"
    return read(catalog)


def test_an_acceptance_says_what_it_covers() -> None:
    catalog, problems = accepted(
        "multiple-accountable: {roles: [pm, sm], until: 2027-03-31, en: Why}"
    )
    assert problems == []
    assert catalog.topics["pricing"].accepted == {
        "multiple-accountable": (
            ({"en": "Why"}, 6, 29),
            (("pm", 6, 38), ("sm", 6, 42)),
            None,
            "2027-03-31",
            6,
            7,
        )
    }
    catalog, problems = accepted("too-many-informed: {at-most: 21, en: Why}")
    assert problems == []
    (found,) = catalog.topics["pricing"].accepted.values()
    assert found[1:4] == ((), 21, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "x: {roles: pm, en: Why}",
            "6:18: error[wrong-type]: expected a list under `roles`, found text; write [pm]",
        ),
        ("x: {roles: [pmn], en: Why}", "6:19: error[unknown-role]: no role has the id or name"),
        ("x: {at-most: many, en: Why}", "6:20: error[wrong-type]: `at-most` takes a whole number"),
        ("x: {at-most: -1, en: Why}", "6:20: error[wrong-type]: `at-most` takes a whole number"),
        ("x: {until: soon, en: Why}", "6:18: error[wrong-type]: `until` takes a date; write for"),
        ("x: {until: 2027-02-30, en: Why}", "6:18: error[wrong-type]: `until` takes a date"),
        ("x: {until: 20270331, en: Why}", "6:18: error[wrong-type]: `until` takes a date"),
        (
            "x: {untl: 2027-03-31, en: Why}",
            "6:11: error[unknown-key]: unknown key `untl`; did you mean `until`?",
        ),
        ("x: {roles: [pm]}", "6:10: error[empty-text]: `x` has no text; write {en: ...}"),
    ],
)
def test_an_acceptance_that_is_wrong(text: str, said: str) -> None:
    _, problems = accepted(text)
    assert [told(each)[: len("catalog.yaml:") + len(said)] for each in problems] == [
        f"catalog.yaml:{said}"
    ]


# --- ids of any script ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word",
    [
        "a",
        "go--live",
        "x1",
        "产品经理",
        "定价-2",
        "straße",
        "éa",
        "отдел",
        "हिन्दी",
        "ไทย",
        "さくら",
    ],
)
def test_what_is_an_id(word: str) -> None:
    assert is_id(word)
    catalog = sound(f"{HEADER}topics: {{{word}: X}}\n", {f"{word}.yaml": "name: Y\n"})
    assert list(catalog.roles) == list(catalog.topics) == [word]


@pytest.mark.parametrize(
    "word",
    ["", "A", "1", "-a", "a_b", "a b", "Éa", "e\u0301", "产品！", "a\u200b", "Ǆ", "定" * 65, "a.b"],
)
def test_what_is_no_id(word: str) -> None:
    assert not is_id(word)
    assert is_id("定" * 64)


def test_a_role_file_in_any_script_is_read_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text(HEADER, "utf-8")
    (tmp_path / "产品经理.yaml").write_text("name: Product manager\n", "utf-8")
    apart = unicodedata.normalize("NFD", "café")
    (tmp_path / f"{apart}.yaml").write_text("name: Host\n", "utf-8")
    folder = DiskFolder(str(tmp_path), "")
    catalog = load_catalog(folder)
    assert list(catalog.roles) == ["café", "产品经理"]
    assert catalog.roles["café"].path == f"{apart}.yaml"
    for asked in ("产品经理", "产品 经理", "Product manager"):
        assert [each.id for each in named(folder, [asked])[1]] == ["产品经理"]
    assert [each.id for each in named(folder, ["Café"])[1]] == ["café"]


def test_two_files_of_one_id(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text(HEADER, "utf-8")
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "café")
        (tmp_path / f"{name}.yaml").write_text("name: Host\n", "utf-8")
    if len(list(tmp_path.iterdir())) < 3:
        pytest.skip("this file system knows the two by one name")
    problems = read_catalog(DiskFolder(str(tmp_path), "")).problems
    assert [each.rule for each in problems] == ["name-clash"]


@pytest.mark.parametrize(("first", "second"), [("go-live", "go--live"), ("strasse", "straße")])
def test_ids_that_fold_to_one_name(first: str, second: str) -> None:
    files = {f"{first}.yaml": "name: X\n", f"{second}.yaml": "name: Y\n"}
    _, problems = read(HEADER, files)
    assert {each.rule for each in problems} == {"name-clash"}
    one_, two = sorted((first, second))
    _, problems = read(f"{HEADER}topics: {{{one_}: X, {two}: Y}}\n", {})
    assert [told(each).partition(": error")[2] for each in problems] == [
        f"[name-clash]: `{two}` names both `{two}` and `{one_}` (catalog.yaml:3); rename one of "
        "them"
    ]


def test_an_id_with_two_hyphens_is_found_by_itself_and_folded() -> None:
    folder = MemoryFolder("", {"catalog.yaml": HEADER, "go--live.yaml": "name: X\n"})
    for asked in ("go--live", "go live", "Go-Live"):
        assert [each.id for each in named(folder, [asked])[1]] == ["go--live"]


# --- reading by id ----------------------------------------------------------------------------


class Counting(MemoryFolder):
    """A folder that keeps what is read of it."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__("", texts)
        self.seen: list[str] = []

    def names(self) -> list[str]:
        self.seen.append("*")
        return super().names()

    def read(self, name: str, limit: int) -> bytes | Problem:
        self.seen.append(name)
        return super().read(name, limit)


OTHERS = {f"r{number}.yaml": f"name: Role {number}\n" for number in range(20)}


@pytest.mark.parametrize(
    ("catalog", "role"),
    [
        (TOPICS + "roles: [Role 3]\n", "name: PM\n"),
        (TOPICS + "pairs: [{roles: [Role 5, Sales manager]}]\n", "name: PM\n"),
        (TOPICS, "name: PM\nmanages: [Role 9]\n"),
    ],
)
def test_a_name_in_place_of_an_id_takes_reading_all(catalog: str, role: str) -> None:
    folder = Counting({"catalog.yaml": catalog, **ROLES, **OTHERS, "pm.yaml": role})
    found, _ = named(folder, ["pm", "sm"])
    assert set(OTHERS) < set(folder.seen)
    assert [each.id for each in found.roles["pm"].manages] == (["r9"] if "manages" in role else [])


def test_a_role_that_is_not_there_is_told_whatever_is_asked_for() -> None:
    for catalog, role in (
        (TOPICS + "pairs: [{roles: [r1, r99]}]\n", "name: PM\n"),
        (TOPICS, "name: PM\nmanages: [r99]\n"),
    ):
        folder = Counting({"catalog.yaml": catalog, **ROLES, **OTHERS, "pm.yaml": role})
        with pytest.raises(DefinitionsError) as raised:
            named(folder, ["pm", "sm"])
        assert [each.rule for each in raised.value.problems] == ["unknown-role"]
