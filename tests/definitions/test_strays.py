"""Role files that are not read, and schemas that no longer fit, beside the definitions."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from rolecmp.cli import run
from rolecmp.definitions.sources.folders import DiskFolder, KeptFolder, MemoryFolder
from rolecmp.definitions.sources.strays import stray_roles

if TYPE_CHECKING:
    from pathlib import Path

KEYS = ("work", "accountable")
ROLE = "name: Maker\nwork:\n  - {en: Sets it, accountable: [pricing]}\n"
CATALOG = """\
rolecmp: 1
languages: [en]
dimensions: {work: Work}
topics: {pricing: Pricing}
"""
OTHER = "name: ci\non: push\n"


@pytest.fixture
def roles(tmp_path: Path) -> Path:
    folder = tmp_path / "roles"
    folder.mkdir()
    (folder / "catalog.yaml").write_text(CATALOG, "utf-8")
    (folder / "maker.yaml").write_text(ROLE, "utf-8")
    return folder


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def found(folder: Path) -> list[str]:
    return list(stray_roles(DiskFolder(str(folder), "roles"), KEYS))


def test_misnamed_files_and_those_in_subfolders_are_found(roles: Path) -> None:
    put(
        roles,
        pm_yaml_txt=ROLE,
        pmm_YAML_TXT=ROLE,
        sales__seller_yaml=ROLE,
        sales__north__deep_yml=ROLE,
    )
    assert found(roles) == [
        "roles/pm.yaml.txt",
        "roles/pmm.YAML.TXT",
        "roles/sales/seller.yaml",
        "roles/sales/north/deep.yml",
    ]
    kept = KeptFolder(DiskFolder(str(roles), "roles"))
    assert list(stray_roles(kept, KEYS)) == found(roles)


def test_what_is_no_role_is_left_alone(roles: Path) -> None:
    put(
        roles,
        notes_yaml_txt="Remarks on work:\n",
        work__ci_yaml=OTHER,
        _git__hidden_yaml=ROLE,  # a folder called .git
        old__catalog_yaml=CATALOG,  # a catalog of its own
        old__maker_yaml=ROLE,
        README_md=ROLE,
    )
    (roles / "loop").symlink_to(roles)
    assert found(roles) == []
    assert found(roles / "missing") == []


@pytest.mark.parametrize("look", ["listdir", "scandir"])
def test_a_folder_that_may_not_be_looked_into_is_passed_over(
    look: str, roles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(roles, sales__seller_yaml=ROLE, other__third_yaml=ROLE, other__deep__fourth_yaml=ROLE)
    allowed = getattr(os, look)

    def refused(path: str) -> object:  # as the system refuses anyone but root
        if os.path.basename(path) == "other":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return allowed(path)

    everything = ["roles/other/third.yaml", "roles/other/deep/fourth.yaml"]
    assert found(roles) == [*everything, "roles/sales/seller.yaml"]
    monkeypatch.setattr(os, look, refused)
    seen = {"listdir": [], "scandir": everything[:1]}[look]
    assert found(roles) == [*seen, "roles/sales/seller.yaml"]


def test_a_folder_without_a_disk_has_its_own_files_only() -> None:
    folder = MemoryFolder("roles", {"catalog.yaml": CATALOG, "pm.yaml.txt": ROLE})
    assert list(stray_roles(folder, KEYS)) == ["roles/pm.yaml.txt"]


def check(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    run(["check", "--roles", "roles", "-f", "text", "--color", "never", *words])
    return [line for line in capsys.readouterr().out.splitlines() if line.startswith("roles/")]


def test_the_check_tells_of_both(
    roles: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(roles.parent)
    put(roles, sales__seller_yaml=ROLE)
    for kind in ("role", "catalog"):
        path = f"roles/{kind}.schema.json"
        assert run(["schema", kind, "--roles", "roles", "-o", path]) == 0
    (unread,) = check(capsys)
    assert unread == (
        "roles/sales/seller.yaml:1:1: warning[unread-file]: this file looks like a role, but is "
        "not read; put it beside catalog.yaml and let its name end in .yaml, or move it elsewhere"
    )
    (roles / "catalog.yaml").write_text(CATALOG.replace("Pricing", "Prices, launch: L"), "utf-8")
    stale = check(capsys)
    assert [line.partition(": warning")[0] for line in stale] == [
        "roles/catalog.yaml:4:27",
        "roles/role.schema.json:1:1",
        "roles/sales/seller.yaml:1:1",
    ]
    assert "warning[stale-schema]: this schema no longer fits the catalog" in stale[1]
    for text in ("[", '{"title": "another"}', "[1]"):
        (roles / "role.schema.json").write_text(text, "utf-8")
        assert not any("stale-schema" in line for line in check(capsys))
