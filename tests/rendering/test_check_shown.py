"""Findings in each of their formats: what they hold, and what no text can make of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from rolecmp.definitions.loader import load_catalog, read_catalog
from rolecmp.definitions.model import Acceptance, RuleSetting, Text
from rolecmp.definitions.problems import phrase
from rolecmp.definitions.sources.folders import DiskFolder
from rolecmp.questions.check import Checked, Finding, check, rulebook
from rolecmp.questions.rule import Found, Place, Severity
from rolecmp.questions.rules import RULES
from rolecmp.rendering.answers.check import FINDINGS, FORMATS
from rolecmp.rendering.forge import _MESSAGE, _PROPERTY, _escaped
from rolecmp.rendering.formats import Options, render
from rolecmp.words import LANGUAGES, Words

PROJECT = Path(__file__).parents[2]
CATALOG = load_catalog(DiskFolder(str(PROJECT / "roles"), "roles"))
BROKEN = check(
    *read_catalog(DiskFolder(str(PROJECT / "tests/examples/broken"), "broken")), "2027-01-01"
)
# Published by OASIS: Static Analysis Results Interchange Format (SARIF) Version 2.1.0, errata 01.
SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text("utf-8"))
SARIF = Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER)


def shown(answer: Checked, name: str, language: str = "en", **more: Any) -> str:
    return render(FINDINGS, answer, name, Options(language, **more), FORMATS)  # type: ignore[arg-type]


def one(path: str, text: str, accepted: str = "") -> Checked:
    """Make the answer of a check that found one thing."""
    found = Found(
        Place(path, 3, 7), phrase("unused-topic", topic=text), related=(Place(path, 1, 2),)
    )
    so = Acceptance(Text({"en": accepted}, 1, 1), (), None, None, 1, 1) if accepted else None
    finding = Finding(RULES["unused-topic"], found, so)
    return Checked(CATALOG, () if accepted else (finding,), (finding,) if accepted else ())


HOSTILE = st.lists(
    st.sampled_from(["\n", "\r", "%", ":", ",", "::", "\x1b", "\u202e", "%0A", "a", "定", " "]),
    max_size=12,
).map("".join)


@pytest.mark.parametrize("answer", [BROKEN, one("a.yaml", "x"), one("a.yaml", "x", "why")])
@pytest.mark.parametrize("language", [*LANGUAGES, "de"])
@pytest.mark.parametrize("name", FORMATS.formats)
def test_every_format_shows_every_finding(answer: Checked, language: str, name: str) -> None:
    text = shown(answer, name, language)
    for each in answer.findings:
        assert each.rule.name in text
        assert each.found.place.path in text
    assert text == "" or text.endswith("\n")


def test_a_clean_check_says_of_what() -> None:
    clean = Checked(CATALOG, (), ())
    assert shown(clean, "github") == (
        "::notice title=rolecmp::No findings in 5 roles and 44 topics. "
        "Catalog: Product, marketing and sales roles (roles)\n"
    )
    assert shown(clean, "text").startswith("No findings in 5 roles and 44 topics\n")
    assert shown(clean, "text", "zh").startswith("没有发现问题（5 个角色，44 个主题）\n")
    assert json.loads(shown(clean, "json"))["counts"] == {"error": 0, "warning": 0, "accepted": 0}


def test_json_has_both_languages_whatever_is_asked() -> None:
    assert shown(BROKEN, "json", "en") == shown(BROKEN, "json", "zh")
    value = json.loads(shown(BROKEN, "json"))
    assert value["schema"] == "rolecmp/check/1"
    assert [each["rule"] for each in value["findings"]] == [
        each.rule.name for each in BROKEN.findings
    ]
    (accepted,) = value["accepted"]
    assert (accepted["rule"], accepted["topic"]) == ("no-accountable", "support")
    assert accepted["acceptance"]["reason"]["zh"] == "服务负责人到岗之前。"
    for each in value["findings"]:
        assert each["message"].keys() == {"en", "zh"}
        assert each["message"]["en"] != each["message"]["zh"]


def test_a_line_of_the_file_and_a_caret_are_shown_where_asked() -> None:
    finding = BROKEN.findings[0]
    found = finding.found._replace(source="  launch: {en: Launch}")
    answer = BROKEN._replace(findings=(finding._replace(found=found),))
    text = shown(answer, "text", excerpts=True)
    assert text.splitlines()[1:3] == ["      launch: {en: Launch}", "      ^"]
    assert "^" not in shown(answer, "text")


# --- workflow annotations ---------------------------------------------------------------------

COMMAND = re.compile(r"::(error|warning) file=[^:,]*,line=\d+,col=\d+,title=rolecmp [a-z-]+::.*")


@given(HOSTILE, HOSTILE)
def test_no_text_injects_a_workflow_command(path: str, text: str) -> None:
    out = shown(one(path or "a", text), "github")
    assert out.endswith("\n")
    line, summary = out[:-1].split("\n")
    assert summary.startswith("::notice title=rolecmp::1 warning in 5 roles and 44 topics. ")
    assert COMMAND.fullmatch(line)
    assert "\r" not in line
    assert "\x1b" not in line
    # As the runner reads it back, except for what a terminal would obey.
    told = line.partition("file=")[2].partition(",line=")[0]
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        told = told.replace(code, char)
    if not re.search("[\x1b\u202e]", path):
        assert told == (path or "a")


def test_what_would_end_a_command_is_escaped_as_the_runner_reads_it() -> None:
    assert _escaped("100% a\r\nb: c, d", _MESSAGE) == "100%25 a%0D%0Ab: c, d"
    assert _escaped("100% a\r\nb: c, d", _PROPERTY) == "100%25 a%0D%0Ab%3A c%2C d"


# --- SARIF ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_is_valid_against_the_published_schema(language: str) -> None:
    log = json.loads(shown(BROKEN, "sarif", language))
    assert [each.message for each in SARIF.iter_errors(log)] == []
    run = log["runs"][0]
    assert [each["id"] for each in run["tool"]["driver"]["rules"]] == list(RULES)
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
    suppressed = [each for each in run["results"] if "suppressions" in each]
    assert [each["ruleId"] for each in suppressed] == ["no-accountable"]
    assert len(run["results"]) == len(BROKEN.findings) + len(BROKEN.accepted)


def test_the_published_schema_refuses_what_is_wrong() -> None:
    log = json.loads(shown(BROKEN, "sarif"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    del log["runs"][0]["tool"]["driver"]["name"]
    assert len(list(SARIF.iter_errors(log))) == 2


@given(HOSTILE, HOSTILE)
def test_sarif_is_valid_whatever_the_texts(path: str, text: str) -> None:
    log = json.loads(shown(one(path or "a", text, text or "why"), "sarif"))
    assert list(SARIF.iter_errors(log)) == []


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("roles/pm.yaml", "roles/pm.yaml"),
        ("角色/a b%.yaml", "%E8%A7%92%E8%89%B2/a%20b%25.yaml"),
        ("/srv/roles/pm.yaml", "file:///srv/roles/pm.yaml"),
        ("roles/p\udcff.yaml", "roles/p%FF.yaml"),
        ("roles/back\\slash.yaml", "roles/back%5Cslash.yaml"),
    ],
)
def test_a_path_becomes_a_uri(path: str, uri: str) -> None:
    log = json.loads(shown(one(path, "x"), "sarif"))
    (result,) = log["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri
    assert location["region"] == {"startLine": 3, "startColumn": 7}


def test_two_names_that_are_no_text_stay_two_in_json() -> None:
    one_name, other = (
        json.loads(shown(one(f"roles/p{char}.yaml", "x"), "json"))["findings"][0]["position"]
        for char in "\udcfe\udcff"
    )
    assert one_name["path"] != other["path"]


# --- the rulebook -----------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_says_what_it_finds_why_and_how_to_fix_it(rule: str) -> None:
    parts = ("finds", "why", "fix")
    english = [Words("en")(f"rule.{rule}.{part}") for part in parts]
    chinese = [Words("zh")(f"rule.{rule}.{part}") for part in parts]
    for text in english:
        assert not re.search("[\u4e00-\u9fff]", text) or rule == "vague-ownership"
    for text in chinese:
        assert re.search("[\u4e00-\u9fff]", text)
        assert not re.search("[\u4e00-\u9fff][,;:?!]|[,;:?!] ?[\u4e00-\u9fff]", text)
    assert [text.endswith(".") for text in english] == [False, True, True]
    assert [text.endswith("。") for text in chinese] == [False, True, True]


def test_the_rulebook_has_what_the_catalog_says() -> None:
    checks = {
        "role-idle": RuleSetting(False, None, 1, 1),
        "role-overloaded": RuleSetting(True, 7, 1, 1),
        "missing-brief": RuleSetting(True, None, 1, 1),
    }
    catalog = CATALOG._replace(checks=checks)
    found = {rule.name: setting[:2] for rule, setting in rulebook(catalog).rules}
    assert found["role-idle"] == (False, None)
    assert found["role-overloaded"] == (True, 7)
    assert found["too-many-consulted"] == (True, 6)
    assert found["missing-brief"] == (True, None)
    assert found["non-ascii-id"] == (False, None)
    assert found["syntax"] == (True, None)


def test_counts_and_whether_a_check_passes() -> None:
    warning = one("a.yaml", "x")
    assert warning.count(Severity.WARNING) == 1
    assert warning.passes()
    assert not warning.passes(strict=True)
    assert not BROKEN.passes()
    assert one("a.yaml", "x", "why").passes(strict=True)
