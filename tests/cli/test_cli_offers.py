"""What is offered for completion, asked in this process."""

from __future__ import annotations

import os
import subprocess
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from rolecmp import completion

if TYPE_CHECKING:
    from pathlib import Path

ROLES = {
    "customer-service-manager": "Customer service manager",
    "marketing-manager": "Marketing manager",
    "pm": "Product manager",
    "pmm": "Product marketing manager",
    "sales-manager": "Sales manager",
}


@pytest.fixture(autouse=True)
def builtin_in_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "ROLECMP_LANG", "ROLECMP_ROLES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def context(**params: Any) -> Any:
    return SimpleNamespace(params=params, info_name="compare")


def test_roles_are_offered_with_their_names() -> None:
    assert completion.offer_roles(context(), "") == [
        (key, ROLES[key])
        for key in ("pm", "pmm", "marketing-manager", "sales-manager", "customer-service-manager")
    ]
    assert completion.offer_roles(context(), "pm") == [
        ("pm", "Product manager"),
        ("pmm", "Product marketing manager"),
    ]
    assert completion.offer_roles(context(roles=["PM"]), "pm") == [
        ("pmm", "Product marketing manager")
    ]


def test_a_name_is_offered_where_no_id_begins_so() -> None:
    assert completion.offer_roles(context(), "营销") == [("营销经理", "marketing-manager")]
    assert completion.offer_topics(context(), "定价") == [
        ("定价", "pricing"),
        ("定价策略", "pricing"),
    ]
    assert completion.offer_roles(context(), "zzz") == []


def test_names_are_in_the_language_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert completion.offer_topics(context(), "pric") == [("pricing", "定价")]
    assert completion.offer_dimensions(context(), "")[0] == ("perspective", "视角")
    assert completion.offer_formats(context(), "")[0] == ("table", "在终端里看")


def test_dimensions_languages_formats_and_colours() -> None:
    assert completion.offer_dimensions(context(), "") == [
        ("perspective", "Perspective"),
        ("responsibility", "Responsibility"),
        ("market-facing", "Market-facing work"),
    ]
    assert completion.offer_languages(context(), "") == [("en", "English"), ("zh", "中文")]
    assert [name for name, _ in completion.offer_formats(context(), "")] == [
        "table", "markdown", "json", "csv", "html",
    ]  # fmt: skip
    assert completion.offer_colors(context(), "") == [("auto", ""), ("always", ""), ("never", "")]


def test_the_kinds_of_a_matrix(monkeypatch: pytest.MonkeyPatch) -> None:
    assert completion.offer_kinds(context(), "") == [
        ("contested", "contested"), ("unowned", "without an owner"), ("shared", "shared"),
    ]  # fmt: skip
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert completion.offer_kinds(context(only=["unowned"]), "") == [
        ("contested", "有争议"), ("shared", "由多个角色共同参与"),
    ]  # fmt: skip


def test_a_broken_catalog_offers_nothing(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text("rolecmp: 2\n")
    where = context(roles_dir=str(tmp_path))
    assert completion.offer_roles(where, "") == []
    assert completion.offer_topics(where, "") == []
    assert completion.offer_dimensions(where, "") == []
    assert completion.offer_languages(where, "") == []
    assert completion.offer_roles(context(roles_dir="nowhere"), "") == []


def test_descriptions_hold_nothing_that_a_shell_could_obey() -> None:
    assert completion.plain("a $(touch x) `b` \\ \"c\" 'd'\n[e]") == "a touch x b c d e"


def test_what_a_catalog_can_be_started_from() -> None:
    assert [name for name, _ in completion.offer_beginnings(context(), "")] == ["builtin", "blank"]
    assert completion.offer_builtin_roles(context(role=["pm"]), "pm") == [
        ("pmm", "Product marketing manager")
    ]
    assert completion.offer_builtin_languages(context(), "") == [("en", "English"), ("zh", "中文")]


def test_branches_and_tags_are_offered_but_none_that_a_shell_could_obey(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    assert completion.offer_sources(context(), "") == [("builtin", "")]
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (
        ("init", "--quiet", "--initial-branch=main"),
        (*identity, "commit", "--quiet", "--allow-empty", "-m", "one"),
        ("tag", "v1"),
        ("branch", "$(touch${IFS}hurt)"),
        ("branch", "`x`"),
    ):
        subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True)
    assert completion.offer_sources(context(), "") == [("builtin", ""), ("main", ""), ("v1", "")]
    assert completion.offer_sources(context(roles_dir="nowhere"), "v") == [("v1", "")]
