"""All roles in a line each."""

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.sources.folders import MemoryFolder
from rolecmp.questions.list_ import list_roles

FILES = {
    "catalog.yaml": (
        "rolecmp: 1\nlanguages: [en]\ndimensions: {work: Work}\ntopics: {t1: T1, t2: T2}\n"
    ),
    "b.yaml": "name: B\nwork: [{en: b1, consulted: [t2], accountable: [t1]}]\nresponsible: [t1]\n",
    "a.yaml": "name: A\nwork: [{en: a1, consulted: [t2]}]\n",
    "c.yaml": "name: C\n",
}


def test_roles_are_listed_by_id_with_their_counts() -> None:
    roles = list_roles(load_catalog(MemoryFolder("here", FILES))).roles
    assert [(line.role.id, line.accountable, line.involved) for line in roles] == [
        ("a", 0, 1),
        ("b", 1, 2),
        ("c", 0, 0),
    ]
    assert roles[1].letters == {"t1": ("accountable", "responsible"), "t2": ("consulted",)}
