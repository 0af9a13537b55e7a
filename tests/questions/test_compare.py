"""Two or more roles side by side, over small catalogs with known answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.model import Claim, Reference
from rolecmp.definitions.sources.folders import DiskFolder
from rolecmp.questions.compare import Comparison, Decision, compare, evidence
from rolecmp.questions.standing import letters_by_topic

if TYPE_CHECKING:
    from pathlib import Path

    from rolecmp.definitions.model import Catalog


TODAY = "2027-01-01"


def _catalog(folder: Path, catalog: str, **roles: str) -> Catalog:
    """Write a catalog, one line of flow YAML a part, and read it."""
    (folder / "catalog.yaml").write_text(f"rolecmp: 1\n{catalog}", "utf-8")
    for name, text in roles.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text, "utf-8")
    return load_catalog(DiskFolder(str(folder), "here"))


HEADER = """\
languages: [en]
dimensions: {view: View, work: Work}
topics: {t1: T1, t2: T2, t3: T3, t4: T4, t5: T5, t6: T6, t7: T7}
pairs:
  - {roles: [b, a], difference: a is not b, together: [They talk.]}
  - {roles: [a, c], difference: a is not c}
"""
ROLES = {
    "a": """\
name: Role A
summary: {en: All of it, consulted: [t6]}
view:
  - {en: a1, accountable: [t1], responsible: [t3]}
  - {en: a2, informed: [t2]}
work:
  - {en: a3, responsible: [t1], accountable: [t3, t2]}
""",
    "b": """\
name: Role B
view:
  - {en: b1, responsible: [t4]}
work:
  - {en: b2, accountable: [t3]}
  - {en: b3, informed: [t2]}
""",
    "c": """\
name: Role C
work:
  - {en: c1, accountable: [t5, t1], consulted: [t1]}
""",
}


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return _catalog(tmp_path, HEADER, **ROLES)


def _ask(catalog: Catalog, *roles: str, on: tuple[str, ...] = ()) -> Comparison:
    return compare(catalog, [catalog.roles[each] for each in roles], TODAY, on)


def _topics(answer: Comparison) -> list[tuple[str, str, str, list[str]]]:
    """Return id, decision, the owners (in the catalog), and each role's letters as initials."""
    return [
        (
            row.standing.topic.id,
            row.decision.value,
            "".join(role.id for role in (*row.owners, *row.elsewhere)),
            ["".join(letter[0] for letter in letters) for letters in row.letters],
        )
        for row in answer.topics
    ]


def test_letters_are_the_union_over_the_statements(catalog: Catalog) -> None:
    assert letters_by_topic(catalog.roles["a"]) == {
        "t1": ("accountable", "responsible"),
        "t2": ("accountable", "informed"),
        "t3": ("accountable", "responsible"),
        "t6": ("consulted",),
    }
    assert letters_by_topic(catalog.roles["c"]) == {
        "t1": ("accountable", "consulted"),
        "t5": ("accountable",),
    }


def test_topics_go_by_who_decides(catalog: Catalog) -> None:
    """Contested is said of the whole catalog: Role C claims T1 too."""
    answer = _ask(catalog, "a", "b")
    assert _topics(answer) == [
        ("t3", "several", "ab", ["ar", "a"]),
        ("t1", "others-too", "ac", ["ar", ""]),
        ("t4", "nobody", "", ["", "r"]),
        ("t6", "nobody", "", ["c", ""]),
        ("t2", "one", "a", ["ai", "i"]),
    ]
    assert not answer.restricted
    assert [len(answer.decided(each)) for each in Decision] == [1, 1, 0, 2, 1, 0]
    a, b = answer.roles
    assert [row.standing.topic.id for row in answer.decided(Decision.ONE, a)] == ["t2"]
    assert answer.decided(Decision.ONE, b) == ()


def test_what_another_role_decides_is_said_with_that_role(catalog: Catalog) -> None:
    answer = _ask(catalog, "b", "c")
    assert _topics(answer) == [
        ("t1", "others-too", "ca", ["", "ac"]),
        ("t3", "others-too", "ba", ["a", ""]),
        ("t4", "nobody", "", ["r", ""]),
        ("t5", "one", "c", ["", "a"]),
        ("t2", "elsewhere", "a", ["i", ""]),
    ]


def test_what_several_others_claim_is_not_decided_by_them(tmp_path: Path) -> None:
    told = _catalog(tmp_path, HEADER, **ROLES, d="name: Role D\ninformed: [t1, t3, t5]\n")
    assert _topics(_ask(told, "b", "d")) == [
        ("t3", "others-too", "ba", ["a", "i"]),
        ("t1", "others", "ac", ["", "i"]),
        ("t4", "nobody", "", ["r", ""]),
        ("t2", "elsewhere", "a", ["i", ""]),
        ("t5", "elsewhere", "c", ["", "i"]),
    ]


def test_the_order_is_that_of_the_roles_asked_for(catalog: Catalog) -> None:
    answer = _ask(catalog, "c", "b", "a")
    assert [role.id for role in answer.roles] == ["c", "b", "a"]
    assert _topics(answer) == [
        ("t1", "several", "ca", ["ac", "", "ar"]),
        ("t3", "several", "ba", ["", "a", "ar"]),
        ("t4", "nobody", "", ["", "r", ""]),
        ("t6", "nobody", "", ["", "", "c"]),
        ("t5", "one", "c", ["a", "", ""]),
        ("t2", "one", "a", ["", "i", "ai"]),
    ]
    # As the catalog has them, whatever the order asked in.
    assert [pair.roles for pair in answer.pairs] == [("b", "a"), ("a", "c")]


def test_managers_are_those_of_the_roles_compared(catalog: Catalog) -> None:
    manages = {"a": ("c", "b"), "b": ("c",)}
    roles = {
        key: role._replace(manages=tuple(Reference(each, 1, 1) for each in manages.get(key, ())))
        for key, role in catalog.roles.items()
    }
    led = catalog._replace(roles=roles)

    def managers(*asked: str) -> list[tuple[str, list[str]]]:
        found = _ask(led, *asked).managers
        return [(each.role.id, [role.id for role in each.reports]) for each in found]

    assert managers("a", "b", "c") == [("a", ["b", "c"]), ("b", ["c"])]
    assert managers("c", "a") == [("a", ["c"])]
    assert managers("b", "c") == [("b", ["c"])]


def test_letters_without_a_sentence_count(catalog: Catalog) -> None:
    bare = catalog.roles["b"]._replace(letters=(Claim("accountable", "t2", 9, 3),))
    answer = _ask(catalog._replace(roles={**catalog.roles, "b": bare}), "a", "b")
    assert ("t2", "several", "ab", ["ai", "ai"]) in _topics(answer)
    said = evidence(bare, "t2")
    assert [(each.statement and each.statement.texts["en"], each.letters) for each in said] == [
        ("b3", ("informed",)),
        (None, ("accountable",)),
    ]
    assert evidence(bare, "t1") == ()


def test_pairs_are_those_within(catalog: Catalog) -> None:
    (pair,) = _ask(catalog, "a", "b").pairs
    assert pair.roles == ("b", "a")
    assert pair.difference is not None
    assert pair.difference.texts == {"en": "a is not b"}
    assert [text.texts for text in pair.together] == [{"en": "They talk."}]
    assert _ask(catalog, "b", "c").pairs == ()


def test_sections_hold_each_roles_statements(catalog: Catalog) -> None:
    answer = _ask(catalog, "a", "c")
    assert [
        (each.dimension, [[one.texts["en"] for one in mine] for mine in each.statements])
        for each in answer.sections
    ] == [("view", [["a1", "a2"], []]), ("work", [["a3"], ["c1"]])]


def test_restricted_to_a_dimension_letters_stay_whole(catalog: Catalog) -> None:
    answer = _ask(catalog, "a", "b", on=("view",))
    assert answer.restricted
    assert [each.dimension for each in answer.sections] == ["view"]
    # Only what its statements speak of; yet t3 is contested through what `work` says.
    assert _topics(answer) == [
        ("t3", "several", "ab", ["ar", "a"]),
        ("t1", "others-too", "ac", ["ar", ""]),
        ("t4", "nobody", "", ["", "r"]),
        ("t2", "one", "a", ["ai", "i"]),
    ]


def test_restricted_dimensions_are_in_the_catalogs_order(catalog: Catalog) -> None:
    answer = _ask(catalog, "a", "b", on=("work", "view"))
    assert answer.restricted
    assert [each.dimension for each in answer.sections] == ["view", "work"]
    assert [row.standing.topic.id for row in answer.topics] == ["t3", "t1", "t4", "t2"]


def test_roles_without_letters_have_no_topics(tmp_path: Path) -> None:
    catalog = _catalog(tmp_path, HEADER.partition("pairs")[0], a="name: A", b="name: B")
    answer = _ask(catalog, "a", "b")
    assert answer.topics == ()
    assert [each.statements for each in answer.sections] == [((), ()), ((), ())]
