"""Which catalog is in force, and what it is called."""

from __future__ import annotations

import builtins
import errno
import os
from typing import TYPE_CHECKING

import pytest

from rolecmp.definitions.loader import load_catalog, read_catalog
from rolecmp.definitions.problems import DefinitionsError, QuestionError
from rolecmp.definitions.sources.discovery import builtin_catalog, find_catalog
from rolecmp.rendering.messages import problem_line, refusal
from rolecmp.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rolecmp.definitions.sources.folders import Folder

HEADER = "rolecmp: 1\nlanguages: [en]\n"
ENGLISH = Words("en")


def make(folder: Path, title: str, text: str = HEADER) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalog.yaml").write_text(f"{text}title: {title}\n")
    return folder


def title(folder: Folder) -> str:
    """Tell which catalog was found by the title in it."""
    catalog = load_catalog(folder)
    assert catalog.title is not None
    return catalog.title.texts["en"]


def find(here: Path, option: str | None = None, variable: str | None = None) -> Folder:
    environment = {} if variable is None else {"ROLECMP_ROLES": variable}
    return find_catalog(option, environment, str(here))


def refused(here: Path, option: str | None = None, variable: str | None = None) -> str:
    with pytest.raises(QuestionError) as raised:
        find(here, option, variable)
    assert raised.value.rule == "no-catalog"
    return refusal(raised.value, ENGLISH, "rolecmp")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Give a working folder with a catalog in reach of each way of finding one."""
    make(tmp_path / "roles", "below")
    make(tmp_path / "option", "option")
    make(tmp_path / "variable", "variable")
    return tmp_path


def test_the_option_comes_first(here: Path) -> None:
    found = find(here, "option", "variable")
    assert (title(found), found.label, found.builtin) == ("option", "option", False)


def test_the_variable_comes_second(here: Path) -> None:
    found = find(here, None, "variable")
    assert (title(found), found.label, found.builtin) == ("variable", "variable", False)


def test_an_empty_variable_is_none(here: Path) -> None:
    assert title(find(here, None, "")) == "below"


def test_roles_below_comes_third(here: Path) -> None:
    found = find(here)
    assert (title(found), found.label, found.builtin) == ("below", "roles", False)


def test_the_folder_itself_before_its_roles(here: Path) -> None:
    make(here, "itself")
    found = find(here)
    assert (title(found), found.label) == ("itself", "")
    (here / "pm.yaml").write_text("name: PM\n")
    assert load_catalog(found).roles["pm"].path == "pm.yaml"


def test_the_nearest_upward(here: Path) -> None:
    deep = here / "a" / "b"
    deep.mkdir(parents=True)
    found = find(deep)
    assert (title(found), found.label) == ("below", "../../roles")
    make(here / "a", "nearer")
    found = find(deep)
    assert (title(found), found.label) == ("nearer", "..")
    make(deep / "roles", "nearest")
    found = find(deep)
    assert (title(found), found.label) == ("nearest", "roles")


def test_within_a_catalog(here: Path) -> None:
    found = find(here / "roles")
    assert (title(found), found.label) == ("below", "")


def test_roles_without_a_catalog_file_is_passed_by(here: Path) -> None:
    inner = here / "playbooks"
    (inner / "roles" / "web" / "tasks").mkdir(parents=True)
    (inner / "roles" / "web" / "tasks" / "main.yaml").write_text("- debug:\n")
    found = find(inner)
    assert (title(found), found.label) == ("below", "../roles")


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: backstage.io/v1alpha1\nkind: Component\n",
        "",
        "# rolecmp\n",
        "for: rolecmp: 1\n",
    ],
)
def test_a_catalog_file_of_another_program_is_passed_by(here: Path, text: str) -> None:
    inner = here / "service"
    inner.mkdir()
    (inner / "catalog.yaml").write_text(text)
    found = find(inner)
    assert (title(found), found.label) == ("below", "../roles")


@pytest.mark.parametrize(
    "data",
    [
        b"rolecmp: 1\nlanguages: [en\n",
        b"rolecmp: 2\n",
        b"title: x\nrolecmp: 1\n",
        b'{"rolecmp": 1}\n',
        b"\xef\xbb\xbfrolecmp: 1\n",
        "rolecmp: 1\ntitle: 角色\n".encode("gbk"),
        "rolecmp: 1\n".encode("utf-16"),
        "rolecmp：1\n".encode(),
        b"\trolecmp: 1\n",
        b"title: x\r\nrolecmp: 1\r\n",
        b"title: x\rrolecmp: 1\r",
        b"<<<<<<< HEAD\nrolecmp: 1\n=======\nrolecmp: 1\n>>>>>>> x\n",
    ],
)
def test_a_broken_catalog_file_is_found_and_reported(here: Path, data: bytes) -> None:
    inner = here / "broken"
    inner.mkdir()
    (inner / "catalog.yaml").write_bytes(data)
    found = find(inner)
    assert found.label == ""
    assert {each.path for each in read_catalog(found)[1]} == {"catalog.yaml"}


ROLE = "name: PM\nresponsibility: [Sets the price]\n"


def signs(here: Path) -> str:
    """Give what is said of a catalog that is not whole, instead of an answer from another."""
    with pytest.raises(DefinitionsError) as raised:
        load_catalog(find(here))
    return "\n".join(problem_line(each, ENGLISH, source=False) for each in raised.value.problems)


@pytest.mark.parametrize(
    "text",
    ["", "# only a remark\n", "rolcmp: 1\n", "title: x\n", "kind: Component\n", "- rolecmp: 1\n"],
)
def test_roles_with_a_catalog_file_is_the_catalog(tmp_path: Path, text: str) -> None:
    make(tmp_path / "roles", "x")
    (tmp_path / "roles" / "catalog.yaml").write_text(text)
    assert signs(tmp_path).startswith("roles/catalog.yaml:1:1: error[")


@pytest.mark.parametrize(
    "text",
    [
        "  rolecmp: 1\n  languages: [en]\n",
        "--- {rolecmp: 1, languages: [en]}\n",
        "#" * 70_000 + "\n" + HEADER,
    ],
)
def test_a_catalog_written_in_another_way_is_found(here: Path, text: str) -> None:
    inner = here / "inner"
    inner.mkdir()
    (inner / "catalog.yaml").write_text(text)
    assert find(inner).label == ""
    assert load_catalog(find(inner)).languages == ("en",)


@pytest.mark.parametrize(
    "text", ["rolcmp: 1\n", "rolecomp: 1\n", "ROLECMP: 1\n", "role-cmp: 1\n", "rolecmp：1\n"]
)
def test_a_misspelt_marker_is_no_reason_to_look_elsewhere(here: Path, text: str) -> None:
    inner = here / "inner"
    inner.mkdir()
    (inner / "catalog.yaml").write_text(text)
    assert signs(inner).startswith("catalog.yaml:1:")


@pytest.mark.parametrize(
    "name", ["catalog.yml", "Catalog.yaml", "catalog.yaml.txt", "CATALOG.YML", "catalogue.yaml"]
)
@pytest.mark.parametrize("inner", ["roles", "."])
def test_a_misnamed_catalog_file_is_an_error(here: Path, name: str, inner: str) -> None:
    folder = here / "deep" / inner
    folder.mkdir(parents=True)
    (folder / name).write_text(HEADER)
    path = name if inner == "." else f"roles/{name}"
    assert signs(here / "deep") == (
        f"{path}:1:1: error[no-catalog]: this looks like the catalog's file, which has to be "
        "called catalog.yaml; rename it to catalog.yaml, or let `rolecmp check --fix` do it"
    )


@pytest.mark.parametrize("inner", ["roles", "."])
def test_role_files_without_a_catalog_file_are_an_error(here: Path, inner: str) -> None:
    folder = here / "deep" / inner
    folder.mkdir(parents=True)
    (folder / "pm.yaml").write_text(ROLE)
    path = "catalog.yaml" if inner == "." else "roles/catalog.yaml"
    assert signs(here / "deep").startswith(
        f"{path}:1:1: error[no-catalog]: role files lie in this folder, and there is no "
        "catalog.yaml; write one"
    )


def test_files_of_other_programs_are_no_signs(here: Path) -> None:
    inner = here / "inner"
    (inner / "roles").mkdir(parents=True)
    (inner / "snap.yaml").write_text("name: x\nsummary: y\n")
    (inner / "action.yml").write_text("name: x\nruns: y\n")
    (inner / "catalog.yml").write_text("kind: x\n")
    (inner / "roles" / "requirements.yml").write_text("- name: x\n")
    (inner / "roles" / "role.txt").write_text(ROLE)
    (inner / "deploy.yaml").symlink_to(here / "gone")
    assert title(find(inner)) == "below"


@pytest.mark.parametrize("link", ["roles", "roles/catalog.yaml", "catalog.yaml"])
def test_a_link_to_nothing_is_an_error(here: Path, link: str) -> None:
    inner = here / "inner"
    (inner / link).parent.mkdir(parents=True)
    (inner / link).symlink_to(here / "gone")
    assert "broken link" in signs(inner)


LOOKS = [(os, "listdir"), (os, "stat"), (os, "open"), (os, "read"), (builtins, "open")]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ENOENT, errno.ELOOP, 0])
def test_what_cannot_be_looked_at_is_never_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Each look fails once, one after the other: the own catalog answers, or an error does.

    With 0 it is the listing of a folder that is moved away, which ends as an empty one does.
    """
    make(tmp_path / "roles", "another")
    own = make(tmp_path / "company" / "roles", "own")
    (own / "pm.yaml").write_text(ROLE)
    deep = tmp_path / "company" / "deep"
    deep.mkdir()
    refusals = 0
    for nth in range(1, 100):
        left = [nth]
        with monkeypatch.context() as patch:
            for module, name in LOOKS if number else LOOKS[:1]:
                patch.setattr(module, name, failing(getattr(module, name), left, number))
            try:
                catalog = load_catalog(find(deep))
            except DefinitionsError:
                refusals += 1
                continue
        assert catalog.title is not None
        assert (catalog.title.texts["en"], list(catalog.roles)) == ("own", ["pm"])
        if left[0] > 0:  # nothing was left to fail
            break
    assert refusals >= (3 if number else 1)


def failing(real: Callable[..., object], left: list[int], number: int) -> Callable[..., object]:
    """Return `real`, but for the call that brings what is `left` to nothing."""

    def look(*args: object, **more: object) -> object:
        left[0] -= 1
        if left[0]:
            return real(*args, **more)
        if number:
            raise OSError(number, os.strerror(number), str(args[0]))
        return []

    return look


def test_a_folder_that_may_not_be_listed_is_looked_into_by_name(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.listdir

    def listdir(path: str) -> list[str]:
        if path == str(here):
            raise PermissionError(errno.EACCES, "no")
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    assert title(find(here)) == "below"


def test_the_built_in_one_comes_last(tmp_path: Path) -> None:
    found = find(tmp_path)
    assert (found.label, found.builtin) == ("builtin", True)
    assert sorted(load_catalog(found).roles) == [
        "customer-service-manager",
        "marketing-manager",
        "pm",
        "pmm",
        "sales-manager",
    ]


def test_the_built_in_one_by_name(here: Path) -> None:
    for found in (find(here, "builtin"), find(here, None, "builtin"), builtin_catalog()):
        assert (found.label, found.builtin) == ("builtin", True)
    make(here / "builtin", "mine")
    found = find(here, "builtin")
    assert (title(found), found.builtin) == ("mine", False)


def test_positions_are_named_from_where_one_stands(here: Path) -> None:
    (here / "option" / "pm.yaml").write_text("name: PM\n")
    assert load_catalog(find(here, "option")).roles["pm"].path == "option/pm.yaml"
    assert load_catalog(find(here, "./option/")).roles["pm"].path == "option/pm.yaml"
    assert load_catalog(find(here / "option")).roles["pm"].path == "pm.yaml"
    absolute = str(here / "option")
    assert load_catalog(find(here, absolute)).roles["pm"].path == f"{absolute}/pm.yaml"
    assert load_catalog(find(here / "roles", "../option")).roles["pm"].path == "../option/pm.yaml"


def test_the_folder_of_a_project_may_be_named(here: Path) -> None:
    project = here / "project"
    make(project / "roles", "of the project")
    found = find(here, "project")
    assert (title(found), found.label) == ("of the project", "project/roles")
    found = find(here, None, str(project))
    assert (title(found), found.label) == ("of the project", f"{project}/roles")
    make(project, "itself")
    assert (title(find(here, "project"))) == "itself"


def test_here_by_name(here: Path) -> None:
    found = find(here, ".")
    assert (title(found), found.label) == ("below", "roles")
    found = find(here / "option", ".")
    assert (title(found), found.label) == ("option", "")


def test_the_home_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(here))
    assert title(find(here / "variable", None, "~/option")) == "option"


@pytest.mark.parametrize(("option", "variable"), [("gone", None), (None, "gone")])
def test_a_folder_that_is_not_there(here: Path, option: str | None, variable: str | None) -> None:
    asked_by = "--roles" if option else "ROLECMP_ROLES"
    assert refused(here, option, variable) == (
        f"rolecmp: error[no-catalog]: `gone` ({asked_by}) is not a folder"
    )


def test_the_file_stands_for_its_folder(here: Path) -> None:
    found = find_catalog("option/catalog.yaml", {}, str(here))
    assert (found.label, "catalog.yaml" in found.names()) == ("option", True)


def test_another_file_is_not_a_folder(here: Path) -> None:
    (here / "option" / "pm.txt").write_text("x")
    said = refused(here, "option/pm.txt")
    assert said == ("rolecmp: error[no-catalog]: `option/pm.txt` (--roles) is not a folder")


@pytest.mark.parametrize("inner", [None, "roles"])
def test_a_folder_that_is_no_catalog(here: Path, inner: str | None) -> None:
    plain = here / "plain"
    plain.mkdir()
    if inner:
        (plain / inner).mkdir()
    assert refused(here, "plain") == (
        "rolecmp: error[no-catalog]: `plain` (--roles) is not a catalog: "
        "it has no catalog.yaml; name the folder that contains catalog.yaml"
    )


def test_an_empty_option_is_refused_rather_than_taken_for_here(here: Path) -> None:
    """An unset shell variable, as in ``--roles "$DIR"``, must not pick a catalog by accident."""
    assert "(--roles)" in refused(here, "")


def test_a_catalog_named_that_lacks_the_key_is_reported(here: Path) -> None:
    """Asked for by name, a folder is not passed by: what it lacks is said."""
    plain = here / "plain"
    plain.mkdir()
    (plain / "catalog.yaml").write_text("languages: [en]\n")
    _, problems, _, _ = read_catalog(find(here, "plain"))
    assert [(each.path, each.line, each.column, each.rule) for each in problems] == [
        ("plain/catalog.yaml", 1, 1, "missing-key")
    ]


def test_a_catalog_file_that_is_a_folder_or_a_fifo_is_passed_by(here: Path) -> None:
    inner = here / "odd"
    (inner / "catalog.yaml").mkdir(parents=True)
    assert title(find(inner)) == "below"
    other = here / "odder"
    other.mkdir()
    os.mkfifo(other / "catalog.yaml")
    assert title(find(other)) == "below"


def test_a_linked_catalog(here: Path) -> None:
    project = here / "linked"
    project.mkdir()
    (project / "roles").symlink_to(here / "option")
    found = find(project)
    assert (title(found), found.label) == ("option", "roles")


def test_a_folder_with_a_name_in_chinese_or_with_spaces(here: Path) -> None:
    make(here / "角色 目录", "named")
    found = find(here, "角色 目录")
    assert (title(found), found.label) == ("named", "角色 目录")
