"""What the benchmarks measure is a sound catalog of the size that they say."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import generate

from rolecmp.definitions.loader import read_catalog
from rolecmp.definitions.sources.folders import DiskFolder


def test_a_generated_catalog_is_sound_and_as_large_as_asked(tmp_path: Path) -> None:
    generate.generate(tmp_path, 3, statements=40)
    read = read_catalog(DiskFolder(str(tmp_path), ""))
    assert read.problems == []
    assert len(read.catalog.groups) == generate.GROUPS
    assert len(read.catalog.topics) == generate.TOPICS
    for number, role in enumerate(read.catalog.roles.values()):
        assert role.id == generate.role_id(number)
        assert role.brief.keys() == set(generate.DIMENSIONS)
        assert sum(len(each) for each in role.statements.values()) == 40
        assert [claim.topic for claim in role.letters] == [generate.topic_id(number)]


def test_a_generated_sheet_has_the_rows_and_columns_asked_for() -> None:
    rows = generate.table(100, 10, "csv").splitlines()
    assert len(rows) == 101
    assert {row.count(",") for row in rows} == {10}
    assert len(generate.table(100, 10, "md").splitlines()) == 102
