"""The command ``rolecmp page``: where it writes, what it checks, what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cli_harness import cli, process

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.sources.discovery import find_catalog
from rolecmp.page.build import build_page
from rolecmp.page.data import Options

if TYPE_CHECKING:
    from pathlib import Path

BUILTIN = ("page", "--roles", "builtin")


def page(roles: str = "builtin", language: str = "en", stamp: str = "", url: str = "") -> str:
    catalog = load_catalog(find_catalog(roles, {}, "."))
    return build_page(catalog, Options(language, stamp, url))


def test_it_writes_to_a_file_or_to_standard_output(clean: Path) -> None:
    assert cli(*BUILTIN, "-o", "a.html") == (0, "", "")
    assert (clean / "a.html").read_bytes().decode() == page()
    assert cli(*BUILTIN) == cli(*BUILTIN, "-o", "-") == (0, page(), "")


def test_without_a_catalog_the_page_is_that_of_the_builtin_one_and_says_so(clean: Path) -> None:
    assert cli("page") == (0, page(), "")
    assert '"builtin":true' in page()


def test_the_page_of_ones_own_catalog(studio: Path) -> None:
    result = cli("page")
    assert result == (0, page("roles"), "")
    assert '"builtin":false' in result.out
    assert "Studio" in result.out


def test_neither_the_environment_nor_the_place_changes_it(
    studio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = page("roles")
    monkeypatch.setenv("ROLECMP_LANG", "zh")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert cli("page").out == expected
    (studio / "deep").mkdir()
    monkeypatch.chdir(studio / "deep")
    assert cli("page", "--roles", str(studio / "roles")).out == cli("page").out == expected
    done = process("page", "--roles", str(studio / "roles"))
    assert done == (0, expected, "")


def test_the_options_are_in_the_page(clean: Path) -> None:
    words = ("--lang", "zh", "--stamp", "v2", "--source-url", "https://example.org/roles")
    wanted = page("builtin", "zh", "v2", "https://example.org/roles/")
    assert cli(*BUILTIN, *words).out == wanted
    assert cli(*BUILTIN, "--source-url", "../roles").out == page(url="../roles/")


def test_check_tells_a_page_that_is_out_of_date(studio: Path) -> None:
    words = ("page", "-o", "roles.html")
    stale = "roles.html is out of date; run without --check to renew it\n"
    assert cli(*words, "--check") == (1, stale, "")
    assert not (studio / "roles.html").exists()
    assert cli(*words).code == 0
    assert cli(*words, "--check") == (0, "", "roles.html is up to date\n")
    assert cli(*words, "--check", "--stamp", "v2").code == 1
    role = studio / "roles" / "maker.yaml"
    role.write_text(role.read_text("utf-8").replace("Sets the price", "Names it"), "utf-8")
    before = (studio / "roles.html").read_bytes()
    assert cli(*words, "--check") == (1, stale, "")
    assert (studio / "roles.html").read_bytes() == before


def test_a_checkout_with_other_line_ends_is_not_out_of_date(studio: Path) -> None:
    file = studio / "roles.html"
    file.write_bytes(page("roles").replace("\n", "\r\n").encode())
    assert cli("page", "-o", "roles.html", "--check").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--check"], "--check needs the file to check; name it with -o"),
        (["--check", "-o", "-"], "--check needs the file to check"),
        (["--source-url", "javascript:alert(1)"], "`javascript:alert(1)` is not the URL of"),
        (["--source-url", "http://["], "`http://[` is not the URL of a folder; use one"),
        (["--lang", "de"], "error[unknown-language]"),
        (["--roles", "nowhere"], "nowhere"),
        (["-o", "no/such/folder.html"], "cannot write `no/such/folder.html`"),
        (["-o", "."], "`.` is a folder; name a file in it"),
        (["-o", ".", "--check"], "cannot read `.`"),
    ],
)
def test_what_it_refuses(clean: Path, words: list[str], said: str) -> None:
    result = cli("page", *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert list(clean.iterdir()) == []


def test_a_broken_catalog_makes_no_page(studio: Path) -> None:
    (studio / "roles" / "maker.yaml").write_text("name: [", "utf-8")
    result = cli("page", "-o", "roles.html")
    assert result.code == 2
    assert "roles/maker.yaml:1" in result.err
    assert not (studio / "roles.html").exists()
