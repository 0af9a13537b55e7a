"""Every format renders every answer in every language: driven by the registry itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.sources.folders import DiskFolder
from rolecmp.questions.check import rulebook
from rolecmp.questions.compare import compare
from rolecmp.questions.compare_versions import Version, compare_versions
from rolecmp.questions.diff import changes
from rolecmp.questions.list_ import list_roles
from rolecmp.questions.matrix import Only, matrix
from rolecmp.questions.overlaps import overlaps
from rolecmp.questions.show import show
from rolecmp.questions.who_owns import overview, who_owns
from rolecmp.rendering.answers.compare import COMPARISON
from rolecmp.rendering.answers.compare_versions import VERSIONS
from rolecmp.rendering.answers.diff import CHANGES
from rolecmp.rendering.answers.list_ import ROLE_LIST
from rolecmp.rendering.answers.matrix import MATRIX
from rolecmp.rendering.answers.overlaps import OVERLAPS
from rolecmp.rendering.answers.rules import EXPLANATION, RULEBOOK
from rolecmp.rendering.answers.show import SHOW
from rolecmp.rendering.answers.who_owns import OVERVIEW, OWNERS
from rolecmp.rendering.formats import ANSWER, FORMATS, Options, render
from rolecmp.words import LANGUAGES

TODAY = "2027-01-01"
CATALOG = load_catalog(DiskFolder(str(Path(__file__).parents[2] / "roles"), "roles"))
ROLES = list(CATALOG.roles.values())
BEFORE, AFTER = (
    load_catalog(DiskFolder(str(Path(__file__).parent / "catalogs" / name), name))
    for name in ("before", "after")
)
COLUMNS = [Version(each.roles["pm"], each, each.folder) for each in (BEFORE, AFTER)]
ANSWERS: dict[str, tuple[Any, Any]] = {
    "compare": (COMPARISON, compare(CATALOG, ROLES, TODAY)),
    "compare-part": (COMPARISON, compare(CATALOG, ROLES[:2], TODAY, ["market-facing"])),
    "owners": (OVERVIEW, overview(CATALOG, TODAY)),
    "who-owns": (OWNERS, who_owns(CATALOG, list(CATALOG.topics), TODAY)),
    "rules": (RULEBOOK, rulebook(CATALOG)),
    "explanation": (EXPLANATION, rulebook(CATALOG, ["vague-ownership"])),
    "explanation-counting": (EXPLANATION, rulebook(CATALOG, ["role-overloaded"])),
    "who-owns-one": (OWNERS, who_owns(CATALOG, ["pricing"], TODAY)),
    "who-owns-some": (OWNERS, who_owns(CATALOG, ["pricing", "sales-and-service-support"], TODAY)),
    **{f"show-{role.id}": (SHOW, show(CATALOG, role, TODAY)) for role in ROLES},
    "list": (ROLE_LIST, list_roles(CATALOG)),
    "matrix": (MATRIX, matrix(CATALOG, TODAY)),
    "matrix-part": (
        MATRIX,
        matrix(
            CATALOG, TODAY, ROLES[:2], [CATALOG.topics["promotion"]], [Only.CONTESTED, Only.SHARED]
        ),
    ),
    "matrix-nothing": (
        MATRIX,
        matrix(CATALOG, TODAY, (), [CATALOG.topics["pricing"]], list(Only)),
    ),
    "overlaps": (OVERLAPS, overlaps(CATALOG, TODAY)),
    "overlaps-pm": (OVERLAPS, overlaps(CATALOG, TODAY, CATALOG.roles["pm"], 2)),
    "diff": (CHANGES, changes(BEFORE, AFTER)),
    "diff-back": (CHANGES, changes(AFTER, BEFORE)),
    "diff-same": (CHANGES, changes(AFTER, AFTER)),
    "diff-all": (CHANGES, changes(CATALOG, AFTER)),
    "versions": (VERSIONS, compare_versions(COLUMNS)),
    "versions-part": (VERSIONS, compare_versions(COLUMNS, ["perspective"])),
}
STARTS = {
    "table": "",
    "markdown": "## ",
    "json": "{\n",
    "csv": "",
    "html": "<!DOCTYPE html>\n",
}
# What each answer cannot be shown without, in both languages.
SAID = {
    "compare": ("Product manager", "产品经理"),
    "compare-part": ("Sales enablement", "销售赋能"),
    "owners": ("Pricing", "定价"),
    "who-owns": ("Pricing", "定价"),
    "who-owns-one": ("Pricing", "定价"),
    "who-owns-some": ("Pricing", "定价"),
    **{
        f"show-{r.id}": (r.summary.texts["en"][:20], r.summary.texts["zh"][:5])
        for r in ROLES
        if r.summary
    },
    "list": ("Product manager", "产品经理"),
    "matrix": ("Product roadmap", "产品路线图"),
    "matrix-part": ("Promotion", "市场推广"),
    "matrix-nothing": ("Product", "产品"),
    "overlaps": ("Market research", "市场调研"),
    "overlaps-pm": ("Product manager", "产品经理"),
    "rules": ("vague-ownership", "vague-ownership"),
    "explanation": ("whoever does that does not decide", "就不是拍板的人"),
    "explanation-counting": ("Whoever owns everything", "什么都归一个人管"),
    "diff": ("Designer", "设计师"),
    "diff-back": ("Demos", "演示"),
    "diff-same": ("after", "after"),
    "diff-all": ("Designer", "设计师"),
    "versions": ("Product manager", "产品经理"),
    "versions-part": ("Asks users", "了解用户"),
}


def test_each_format_is_known_here() -> None:
    assert STARTS.keys() == FORMATS.keys()


def test_each_kind_of_answer_is_tried() -> None:
    folder = Path(__file__).parents[2] / "rolecmp" / "rendering" / "answers"
    source = "".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    assert source.count("= Presenter(") == len({id(each) for each, _ in ANSWERS.values()})


@pytest.mark.no_cover
@pytest.mark.parametrize("language", [*LANGUAGES, "de"])
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("answer", ANSWERS)
def test_each_format_renders_each_answer(answer: str, name: str, language: str) -> None:
    presenter, value = ANSWERS[answer]
    text = render(presenter, value, name, Options(language, width=120))
    assert text.startswith(STARTS[name])
    assert text.endswith("\n")
    assert "\0" not in text
    assert SAID[answer][language == "zh"] in text
    if name == "json":
        assert text == render(presenter, value, name, Options("en"))


@pytest.mark.no_cover
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "table"])
@pytest.mark.parametrize("answer", ANSWERS)
def test_only_the_table_heeds_the_screen(answer: str, name: str) -> None:
    presenter, value = ANSWERS[answer]
    plain = render(presenter, value, name, Options("zh"))
    assert render(presenter, value, name, Options("zh", 20, True, False)) == plain


@pytest.mark.parametrize("answer", ["compare-part", "show-pm"])
def test_only_a_screen_says_what_to_ask_for_more(answer: str) -> None:
    presenter, value = ANSWERS[answer]
    assert "--full adds" in render(presenter, value, "table", Options("en"))
    for name in ("markdown", "html"):
        assert "full adds" not in render(presenter, value, name, Options("en"))


# The ids that rows of each answer carry beside the names: of a role, and of a topic.
IDS = {
    "compare": ("(pm)", "pricing"),
    "owners": ("pm", "pricing"),
    "who-owns": ("pm", "pricing"),
    "show-pm": ("A market-research", "A release-timing"),
    "list": ("pm", "pm"),
    "matrix": ("(pm)", "pricing"),
    "overlaps": ("pm", "market-research"),
    "diff": ("(pm)", "(price-setting)"),
    "versions": ("(pm@before)", "pricing"),
}


@pytest.mark.parametrize("answer", IDS)
def test_rows_have_the_ids(answer: str) -> None:
    presenter, value = ANSWERS[answer]
    cells = {cell for row in presenter.rows(value, "en") for cell in row}
    assert all(any(cell.endswith(id_) for cell in cells) for id_ in IDS[answer])


def test_endings_are_unique_and_lead_back() -> None:
    endings = [ending for each in FORMATS.values() for ending in each.endings]
    assert len(endings) == len(set(endings))
    for name, each in FORMATS.items():
        assert each.endings
        for ending in each.endings:
            assert ending.startswith(".")
            assert ANSWER.of_file(f"docs/roles{ending}") == name
            assert ANSWER.of_file(f"ROLES{ending.upper()}") == name


@pytest.mark.parametrize("path", ["roles", "roles.", "roles.pdf", "md", "roles.md.bak", "a.html/b"])
def test_other_endings_stand_for_nothing(path: str) -> None:
    assert ANSWER.of_file(path) is None
