"""One role whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.model import Reference
from rolecmp.definitions.sources.folders import DiskFolder
from rolecmp.questions.show import show

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
topics: {t1: T1, t2: T2, t3: T3, t4: T4, t5: T5}
pairs:
  - {roles: [b, a], difference: One}
  - {roles: [b, c], difference: Two}
  - {roles: [a, c], together: [Three]}
"""
ROLES = {
    "c": "name: Role C\n",
    "a": """\
name: Role A
summary: {en: S, responsible: [t5]}
work:
  - {en: a1, informed: [t1], responsible: [t2]}
  - {en: a2, accountable: [t4], consulted: [t1, t2]}
view:
  - {en: a3, accountable: [t4, t3], responsible: [t4]}
""",
    "b": """\
name: Role B
work:
  - {en: b1, consulted: [t2]}
""",
}


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return _catalog(tmp_path, HEADER, **ROLES)


def test_topics_go_by_who_decides_them(catalog: Catalog) -> None:
    shown = show(catalog, catalog.roles["a"], TODAY)
    assert shown.role.id == "a"
    assert [
        (row.standing.topic.id, row.decision.value, row.letters) for row in shown.compared.topics
    ] == [
        ("t1", "nobody", (("consulted", "informed"),)),
        ("t2", "nobody", (("responsible", "consulted"),)),
        ("t5", "nobody", (("responsible",),)),
        ("t3", "one", (("accountable",),)),
        ("t4", "one", (("accountable", "responsible"),)),
    ]


def test_whom_it_reports_to_and_manages(catalog: Catalog) -> None:
    roles = {
        key: role._replace(manages=(Reference("b", 1, 1),) if key in ("a", "c") else ())
        for key, role in catalog.roles.items()
    }
    led = catalog._replace(roles=roles)
    found = {key: show(led, role, TODAY) for key, role in roles.items()}
    assert [role.id for role in found["b"].managers] == ["a", "c"]
    assert found["b"].reports == found["a"].managers == ()
    assert [role.id for role in found["a"].reports] == ["b"]


@pytest.mark.parametrize(
    ("role", "pairs"),
    [
        ("a", [("b", "a"), ("a", "c")]),
        ("b", [("b", "a"), ("b", "c")]),
        ("c", [("b", "c"), ("a", "c")]),
    ],
)
def test_pairs_are_those_it_is_in(
    catalog: Catalog, role: str, pairs: list[tuple[str, str]]
) -> None:
    assert [pair.roles for pair in show(catalog, catalog.roles[role], TODAY).pairs] == pairs


def test_a_role_that_says_nothing(catalog: Catalog) -> None:
    assert show(catalog, catalog.roles["c"], TODAY).compared.topics == ()


def test_dimensions_are_in_the_catalogs_order(catalog: Catalog) -> None:
    role = show(catalog, catalog.roles["a"], TODAY).role
    assert list(role.statements) == ["view", "work"]
