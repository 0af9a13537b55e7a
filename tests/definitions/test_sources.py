"""Catalogs by the words that name them; revisions are read from repositories made here."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from rolecmp.definitions.loader import load_catalog, read_catalog
from rolecmp.definitions.lookup import find_roles
from rolecmp.definitions.problems import Problem, QuestionError
from rolecmp.definitions.sources import git as module
from rolecmp.definitions.sources.discovery import find_catalog
from rolecmp.definitions.sources.git import revisions
from rolecmp.definitions.sources.named import Sources

if TYPE_CHECKING:
    from pathlib import Path

    from rolecmp.definitions.model import Catalog, Role
    from rolecmp.definitions.sources.folders import Folder


def named(folder: Folder, names: Sequence[str]) -> tuple[Catalog, tuple[Role, ...]]:
    """Return the catalog in a folder, and the roles of it that have these names."""
    catalog = load_catalog(folder)
    return catalog, find_roles(catalog, names).roles


CATALOG = "rolecmp: 1\nlanguages: [en]\ntopics: {t: Topic}\n"
ROLE = "name: First\nperspective:\n  - {en: Does it, accountable: [t]}\n"


def git(where: Path, *words: str) -> str:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": "/nonexistent",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_SYSTEM": "/dev/null",
        **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"),
                               ("DATE", "2024-01-01T00:00:00Z"))},
    }  # fmt: skip
    done = subprocess.run(
        ["git", *words], cwd=where, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository with the catalog `roles/` in two commits, `one` and main."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "ROLECMP_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    where = tmp_path / "project"
    (where / "roles").mkdir(parents=True)
    git(where, "init", "--quiet", "--initial-branch=main")
    (where / "roles" / "catalog.yaml").write_text(CATALOG)
    (where / "roles" / "a.yaml").write_text(ROLE)
    git(where, "add", ".")
    git(where, "commit", "--quiet", "-m", "one")
    git(where, "tag", "one")
    (where / "roles" / "a.yaml").write_text(ROLE.replace("First", "Second"))
    git(where, "commit", "--quiet", "-am", "two")
    (where / "roles" / "a.yaml").write_text(ROLE.replace("First", "Third"))
    monkeypatch.chdir(where)
    return where


def sources(where: Path, roles: str | None = None) -> Sources:
    return Sources(find_catalog(roles, {}, str(where)), str(where))


def name_in(folder: Folder) -> str:
    return load_catalog(folder).roles["a"].name.texts["en"]


def refusal(found: Sources, word: str) -> QuestionError:
    with pytest.raises(QuestionError) as caught:
        found.find(word)
    return caught.value


@pytest.mark.parametrize(
    ("word", "name", "label"),
    [
        ("one", "First", "one:roles"),
        ("main", "Second", "main:roles"),
        ("HEAD~1", "First", "HEAD~1:roles"),
        ("HEAD@{0}", "Second", "HEAD@{0}:roles"),
        ("main:roles", "Second", "main:roles"),
        ("one:./roles/", "First", "one:roles"),
        ("HEAD^{/one}", "First", "HEAD^{/one}:roles"),
        ("roles", "Third", "roles"),
        ("./roles", "Third", "roles"),
        (".", "Third", "roles"),
    ],
)
def test_each_word_finds_its_catalog(repository: Path, word: str, name: str, label: str) -> None:
    with sources(repository) as found:
        folder = found.find(word)
        assert (name_in(folder), folder.label) == (name, label)


def test_a_revision_is_read_without_touching_the_work_tree(repository: Path) -> None:
    before = git(repository, "status", "--porcelain")
    index = (repository / ".git" / "index").read_bytes()
    with sources(repository) as found:
        assert name_in(found.find("one")) == "First"
    assert git(repository, "status", "--porcelain") == before
    assert (repository / ".git" / "index").read_bytes() == index
    assert "Third" in (repository / "roles" / "a.yaml").read_text()


def test_positions_name_the_revision(repository: Path) -> None:
    with sources(repository) as found:
        catalog, roles = named(found.find("one"), ["a"])
    assert roles[0].path == "one:roles/a.yaml"
    assert catalog.folder == "one:roles"


def test_a_catalog_at_the_top_of_the_repository(repository: Path) -> None:
    git(repository, "mv", "roles/catalog.yaml", "roles/a.yaml", ".")
    git(repository, "commit", "--quiet", "-am", "up")
    with sources(repository) as found:
        folder = found.find("HEAD")
        assert folder.label == "HEAD:"
        assert load_catalog(folder).roles["a"].path == "HEAD:a.yaml"
        error = refusal(found, "one")
    assert (error.rule, error.message.key) == ("no-catalog", "no-catalog-at")


def test_a_folder_that_is_a_catalog_goes_before_a_revision(repository: Path) -> None:
    git(repository, "branch", "side", "one")
    (repository / "side").mkdir()
    with sources(repository) as found:
        assert name_in(found.find("side")) == "First"  # a folder, yet no catalog
        (repository / "side" / "catalog.yaml").write_text(CATALOG)
        (repository / "side" / "a.yaml").write_text(ROLE.replace("First", "Folder"))
        assert name_in(found.find("side")) == "Folder"
        assert name_in(found.find("./side")) == "Folder"
        assert name_in(found.find("heads/side")) == "First"


def test_builtin_is_the_catalog_of_the_program(repository: Path) -> None:
    with sources(repository) as found:
        assert found.find("builtin").builtin
        (repository / "builtin").mkdir()
        (repository / "builtin" / "catalog.yaml").write_text(CATALOG)
        assert not found.find("builtin").builtin


def test_a_revision_is_read_where_the_other_catalog_lies(repository: Path) -> None:
    (repository / "team").mkdir()
    (repository / "team" / "catalog.yaml").write_text(CATALOG)
    (repository / "team" / "a.yaml").write_text(ROLE.replace("First", "Team"))
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "team")
    with sources(repository) as found:
        team = found.find("team")
        assert name_in(found.find("HEAD", team)) == "Team"
        assert name_in(found.find("HEAD")) == "Third"
        assert name_in(found.find("HEAD", found.find("builtin"))) == "Third"


def test_what_a_catalog_is_compared_with_unasked(repository: Path, tmp_path: Path) -> None:
    with sources(repository) as found:
        assert found.before(found.in_force).label == "HEAD:roles"
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "catalog.yaml").write_text(CATALOG)
    with sources(outside) as found:
        assert found.before(found.in_force).builtin
    with sources(tmp_path) as found:
        assert found.in_force.builtin
        assert found.before(found.in_force).builtin


@pytest.mark.parametrize(
    ("word", "rule", "key"),
    [
        ("nothing", "unknown-revision", "unknown-revision"),
        ("nothing:roles", "unknown-revision", "unknown-revision"),
        ("HEAD~99", "unknown-revision", "unknown-revision"),
        ("^HEAD", "unknown-revision", "unknown-revision"),
        ("^HEAD:roles", "unknown-revision", "unknown-revision"),
        ("-HEAD", "unknown-revision", "bad-revision"),
        ("--output=/tmp/x", "unknown-revision", "bad-revision"),
        ("-x:roles", "unknown-revision", "bad-revision"),
        ("HEAD\0", "unknown-revision", "bad-revision"),
        ("HEAD:nowhere", "no-catalog", "no-folder-at"),
        ("HEAD:roles/a.yaml", "no-catalog", "no-folder-at"),
        ("HEAD:../other", "no-catalog", "no-folder-at"),
        ("HEAD:", "no-catalog", "no-catalog-at"),
        ("./nothing", "no-catalog", "no-such-catalog-folder"),
        ("./.git", "no-catalog", "not-a-catalog-folder"),
        ("", "no-catalog", "not-a-catalog-folder"),
    ],
)
def test_each_slip_has_its_words(repository: Path, word: str, rule: str, key: str) -> None:
    with sources(repository) as found:
        error = refusal(found, word)
    assert (error.rule, error.message.key) == (rule, key)


def test_outside_of_any_repository(repository: Path, tmp_path: Path) -> None:
    with sources(tmp_path) as found:
        error = refusal(found, "HEAD")
    assert (error.rule, error.message.key) == ("no-repository", "no-repository")


def test_the_built_in_catalog_has_no_place_in_a_revision(repository: Path) -> None:
    where = repository / "docs"
    where.mkdir()
    with sources(repository, "builtin") as found:
        assert refusal(found, "HEAD").message.key == "no-place"
        assert name_in(found.find("HEAD:roles")) == "Second"


def test_a_repository_without_a_commit(tmp_path: Path, repository: Path) -> None:
    fresh = tmp_path / "fresh"
    (fresh / "roles").mkdir(parents=True)
    git(fresh, "init", "--quiet")
    (fresh / "roles" / "catalog.yaml").write_text(CATALOG)
    with sources(fresh) as found:
        assert found.before(found.in_force).builtin
        assert refusal(found, "HEAD").message.key == "unknown-revision"


def test_a_catalog_in_no_commit_has_no_last_commit(repository: Path) -> None:
    (repository / ".gitignore").write_text("private/\n")
    for name in ("fresh", "private"):
        (repository / name).mkdir()
        (repository / name / "catalog.yaml").write_text(CATALOG)
        with sources(repository, name) as found:
            assert found.before(found.in_force).builtin
            assert refusal(found, "HEAD").message.key == "no-folder-at"


def test_a_repository_without_a_work_tree(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(repository), "bare")
    bare = tmp_path / "bare"
    with sources(bare) as found:
        assert name_in(found.find("HEAD:roles")) == "Second"
        assert refusal(found, "HEAD").message.key == "no-place"


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with sources(repository) as found:
        assert refusal(found, "HEAD").message.key == "no-git"
        assert found.before(found.in_force).builtin
    assert revisions(str(repository)) == []


def test_a_git_that_fails_is_quoted(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "bin" / "git"
    script.parent.mkdir()
    script.write_text("#!/bin/sh\necho 'fatal: detected dubious ownership' >&2\nexit 128\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}:/bin:/usr/bin")
    with sources(repository) as found:
        error = refusal(found, "HEAD")
        assert (error.rule, error.message.args["reason"]) == ("git", "detected dubious ownership")
        with pytest.raises(QuestionError):
            found.before(found.in_force)
    script.chmod(0o644)
    monkeypatch.setenv("PATH", str(script.parent))
    with sources(repository) as found:
        assert refusal(found, "HEAD").rule == "git"


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY"])
def test_a_hook_s_variables_do_not_lead_elsewhere(
    repository: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "/nonexistent")
    with sources(repository) as found:
        assert name_in(found.find("one")) == "First"


def test_problems_in_a_revision_have_their_place(repository: Path) -> None:
    (repository / "roles" / "a.yaml").write_text("name: [\n")
    git(repository, "commit", "--quiet", "-am", "broken")
    with sources(repository) as found:
        _, problems, _, _ = read_catalog(found.find("HEAD"))
    assert [(each.path, each.line) for each in problems] == [("HEAD:roles/a.yaml", 1)]


def test_links_folders_and_large_files_in_a_revision(repository: Path) -> None:
    roles = repository / "roles"
    (roles / "b.yaml").symlink_to("a.yaml")
    (roles / "c.yaml").symlink_to("../roles/a.yaml")
    (roles / "d.yaml").symlink_to("nowhere.yaml")
    (roles / "e.yaml").mkdir()
    (roles / "e.yaml" / "x").write_text("x")
    (roles / "f.yaml").write_bytes(b"x" * 5000)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "strange")
    with sources(repository) as found:
        folder = found.find("HEAD")
        assert {"a.yaml", "e.yaml"} <= set(folder.names())
        assert (folder.has("b.yaml"), folder.has("z.yaml")) == (True, False)

        def read(name: str) -> bytes | str:
            data = folder.read(name, 100)
            return data.rule if isinstance(data, Problem) else data

        third = ROLE.replace("First", "Third").encode()
        assert read("a.yaml") == third[:100]
        assert read("b.yaml") == third[:100]
        assert read("c.yaml") == "outside-link"
        assert read("d.yaml") == "unreadable"
        assert read("e.yaml") == "not-a-file"
        assert read("z.yaml") == "unreadable"
        assert read("f.yaml") == b"x" * 100
        assert read("a.yaml") == third[:100]  # after one that was cut off


def test_a_file_that_the_repository_has_lost(repository: Path) -> None:
    blob = git(repository, "rev-parse", "HEAD:roles/a.yaml").strip()
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with sources(repository) as found:
        data = found.find("HEAD").read("a.yaml", 100)
    assert isinstance(data, Problem)
    assert "missing" in str(data.message.args["reason"])


def test_the_names_of_revisions(repository: Path) -> None:
    git(repository, "branch", "feature/x")
    assert revisions(str(repository)) == ["feature/x", "main", "one"]
    assert revisions(str(repository.parent)) == []


def test_no_process_is_left(repository: Path) -> None:
    with sources(repository) as found:
        folder = found.find("HEAD")
        assert isinstance(folder, module.GitFolder)
        folder.read("a.yaml", 1000)
        reader = folder._reader
        assert reader is not None
    assert reader.poll() == 0
    assert folder._reader is None


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (
            "import sys; input(); print('0123 blob 100'); print('short')",
            "shorter than it should be",
        ),
        ("import sys; input()", "git ended without an answer"),
        ("raise SystemExit(1)", ""),
    ],
)
def test_a_git_that_breaks_off_is_an_error(
    repository: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    with sources(repository) as opened:
        folder = opened.find("HEAD")
        monkeypatch.setattr(module, "_command", lambda *_: [sys.executable, "-c", script])
        content = folder.read("a.yaml", 1000)
        assert isinstance(content, Problem)
        assert said in str(content.message.args["reason"])
