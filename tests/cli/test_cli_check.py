"""`rolecmp check` and `rolecmp schema` on the command line: codes, formats, languages, places."""

from __future__ import annotations

import ast
import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from cli_harness import ROOT, Result, cli, environment, on_terminal, program

from rolecmp import output
from rolecmp.commands.check import ERRORS
from rolecmp.questions.rules import RULES

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = str(ROOT / "tests" / "examples" / "broken")


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """Give a catalog with a warning and no error."""
    return write(
        tmp_path / "roles",
        catalog="rolecmp: 1\nlanguages: [en]\ndimensions: {work: W}\ntopics: {a: A, b: B}\n",
        maker="name: Maker\nwork: [{en: Decides, accountable: [a]}]\n",
    )


def test_the_built_in_catalog_passes_even_a_strict_check() -> None:
    result = cli("check", "--strict", "--roles", "builtin")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("No findings in 5 roles and 44 topics; 8 accepted\n")
    assert cli("who-owns", "market-research", "-f", "csv").code == 1


def test_errors_fail_and_warnings_do_when_strict(warned: Path) -> None:
    assert cli("check", "--roles", BROKEN).code == 1
    result = cli("check", "--roles", str(warned))
    assert result.code == 0
    assert "catalog.yaml:4:16: warning[unused-topic]: no role is involved in `b`" in result.out
    assert cli("check", "--roles", str(warned), "--strict").code == 1


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif"])
def test_the_code_does_not_depend_on_the_format(name: str, warned: Path) -> None:
    assert cli("check", "--roles", BROKEN, "-f", name).code == 1
    assert cli("check", "--roles", str(warned), "-f", name).code == 0


def test_findings_are_the_answer_and_go_to_stdout() -> None:
    result = cli("check", "--roles", BROKEN)
    assert result.err == ""
    assert "seller.yaml:5:19: error[unknown-topic]" in result.out
    assert result.out.splitlines()[-2] == "5 errors, 2 warnings in 2 roles and 4 topics; 1 accepted"


def test_a_catalog_that_cannot_be_read_is_found_so(tmp_path: Path) -> None:
    folder = write(tmp_path, catalog="rolecmp: 1\nlanguages: [en\n")
    result = cli("check", "--roles", str(folder))
    assert result.code == 1
    assert "catalog.yaml:2:12: error[syntax]" in result.out
    assert "1 error in 0 roles and 0 topics" in result.out


def test_what_is_no_catalog_is_a_wrong_question(tmp_path: Path) -> None:
    result = cli("check", "--roles", str(tmp_path))
    assert (result.code, result.out) == (2, "")
    assert "is not a catalog" in result.err


def test_a_terminal_sees_the_line_and_a_caret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    lines = cli("check", "--roles", BROKEN, terminal=True).out.splitlines()
    at = next(number for number, line in enumerate(lines) if "[unused-topic]" in line)
    assert lines[at + 1 : at + 3] == ["      canteen: {en: Canteen, zh: 食堂}", "      ^"]
    at = next(number for number, line in enumerate(lines) if "[unknown-topic]" in line)
    assert lines[at + 1].strip() == "accountable: [prcing]"
    assert "^" not in cli("check", "--roles", BROKEN).out


def test_a_real_terminal_has_colour() -> None:
    env = environment(TERM="xterm-256color")
    code, out, _ = on_terminal(program("check", "--roles", BROKEN), columns=80, env=env)
    assert code == 1
    assert b"\x1b[1;31merror\x1b[0m[unknown-topic]" in out


def test_messages_follow_the_locale_and_documents_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = {
        name: cli("check", "--roles", BROKEN, "-f", name).out
        for name in ("json", "github", "sarif")
    }
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "5 个错误，2 个警告" in cli("check", "--roles", BROKEN).out
    for name, text in plain.items():
        assert cli("check", "--roles", BROKEN, "-f", name).out == text
    assert "未知的键" in cli("check", "--roles", BROKEN, "-f", "github", "--lang", "zh").out


def test_a_catalog_of_another_language_is_checked_in_english_or_chinese(tmp_path: Path) -> None:
    folder = str(write(tmp_path, catalog="rolecmp: 1\nlanguages: [fr]\ntopics: {prix: Prix}\n"))
    assert "no role is involved in `prix`" in cli("check", "--roles", folder).out
    assert "没有任何角色参与 `prix`" in cli("check", "--roles", folder, "--lang", "zh").out
    assert "no role is involved" in cli("check", "--roles", folder, "--lang", "fr").out
    result = cli("check", "--roles", folder, "--lang", "de")
    assert result.code == 2
    assert "not available in `de`; choose from en, zh, fr" in result.err
    for words in (["--rules"], ["--explain", "tab"]):
        assert "制表符" in cli("check", *words, "--roles", folder, "--lang", "zh").out


def test_a_chinese_catalog_has_chinese_documents(tmp_path: Path) -> None:
    folder = str(write(tmp_path, catalog="rolecmp: 1\nlanguages: [zh]\ntopics: {jia: 价}\n"))
    assert "没有任何角色参与" in cli("check", "--roles", folder, "-f", "github").out


def test_the_built_in_catalog_is_checked_by_name_alone() -> None:
    assert cli("check") == Result(
        2,
        "",
        "rolecmp: error[no-catalog]: there is no catalog of your own here or in a folder above, "
        "and rolecmp check does not answer from the built-in one unless it is named; start a "
        "catalog with rolecmp init, or name that one: --roles builtin\n",
    )
    assert cli("check", "--rules").code == 0


def test_a_file_takes_the_format_of_its_ending(tmp_path: Path) -> None:
    for ending, first in (("json", "{"), ("sarif", "{"), ("txt", "No findings")):
        file = tmp_path / f"found.{ending}"
        assert cli("check", "--roles", "builtin", "-o", str(file)).code == 0
        assert file.read_text("utf-8").startswith(first)
    assert "$schema" in (tmp_path / "found.sarif").read_text("utf-8")
    result = cli("check", "-o", str(tmp_path / "found.md"))
    assert result.code == 2
    assert "use one of the endings .txt, .json, .sarif" in result.err


def test_a_format_of_other_answers_is_refused() -> None:
    result = cli("check", "-f", "markdown")
    assert (result.code, result.out) == (2, "")
    assert "choose from text, json, github, sarif" in result.err


# --- the rules --------------------------------------------------------------------------------


def test_the_rules_are_listed_in_order() -> None:
    names = [
        each["name"] for each in json.loads(cli("check", "--rules", "-f", "json").out)["rules"]
    ]
    assert names == list(RULES)
    assert cli("check", "--rules").out.startswith("## Rules\n")


@pytest.mark.parametrize("asked", ["vague-ownership", "VAGUE ownership", "vague_ownership"])
def test_a_rule_is_explained(asked: str) -> None:
    out = cli("check", "--explain", asked).out
    assert out.startswith("## vague-ownership\n")
    assert "How to fix it:" in out


def test_an_unknown_rule_is_answered_with_the_nearest() -> None:
    result = cli("check", "--explain", "vague-owners")
    assert (result.code, result.out) == (2, "")
    assert "unknown rule `vague-owners`; did you mean `vague-ownership`?" in result.err
    assert "rolecmp check --rules lists them" in cli("check", "--explain", "zzz").err


def test_a_rule_is_explained_beside_a_broken_catalog(tmp_path: Path) -> None:
    folder = str(write(tmp_path, catalog="rolecmp: 1\nlanguages: [en\n"))
    result = cli("check", "--explain", "syntax", "--roles", folder)
    assert (result.code, result.err) == (0, "")
    assert "syntax" in result.out


def test_the_rules_show_what_the_catalog_set(warned: Path) -> None:
    with (warned / "catalog.yaml").open("a", encoding="utf-8") as file:
        file.write("checks: {role-idle: off, role-overloaded: 3}\n")
    out = cli("check", "--rules", "--roles", str(warned), "-f", "csv").out
    assert "role-idle,warning,off," in out
    assert "role-overloaded,warning,at most 3," in out


# --- the schema -------------------------------------------------------------------------------


def test_the_schema_lists_the_topics_and_dimensions_at_hand(warned: Path) -> None:
    schema = json.loads(cli("schema", "role", "--roles", str(warned)).out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$defs"]["topic"]["enum"] == ["a", "A", "b", "B"]
    assert "work" in schema["properties"]
    assert "perspective" not in schema["properties"]


def test_the_schema_speaks_the_language_asked_for() -> None:
    assert json.loads(cli("schema", "catalog").out)["title"] == "A rolecmp catalog"
    assert json.loads(cli("schema", "catalog", "--lang", "zh").out)["title"] == "rolecmp 角色目录"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["schema", "-o", "x.json"], "missing argument NAME; choose from role, catalog, compare"),
        (["schema", "roles"], "invalid value `roles` for NAME; did you mean `role`?"),
        (["schema", "compare", "-o", "x.csv"], "no format has the ending of `x.csv`"),
        (["schema", "role", "-f", "csv"], "no such option `-f`; see rolecmp schema --help"),
    ],
)
def test_what_there_is_no_schema_of(words: list[str], says: str) -> None:
    result = cli(*words)
    assert (result.code, result.out) == (2, "")
    assert says in result.err


def test_without_a_name_it_says_what_there_is() -> None:
    out = cli("schema").out
    assert "\n  role              roles/pm.yaml\n" in out
    assert "\n  owners            rolecmp who-owns\n" in out
    assert max(map(len, out.splitlines())) < 60
    assert "\n用 rolecmp schema 名称 输出其中一个。\n" in cli("schema", "--lang", "zh").out


def test_the_schema_of_an_answer_depends_on_no_catalog(tmp_path: Path) -> None:
    folder = str(write(tmp_path, catalog="rolecmp: 1\nlanguages: [en\n"))
    shown = cli("schema", "matrix", "--roles", folder)
    assert (shown.code, json.loads(shown.out)["title"]) == (0, "rolecmp/matrix/1")
    assert cli("schema", "matrix", "-o", str(tmp_path / "m.json")).code == 0
    assert (tmp_path / "m.json").read_text("utf-8") == shown.out


def test_a_broken_catalog_has_no_schema(tmp_path: Path) -> None:
    folder = str(write(tmp_path, catalog="rolecmp: 1\nlanguages: [en\n"))
    result = cli("schema", "role", "--roles", folder)
    assert (result.code, result.out) == (2, "")
    assert "error[syntax]" in result.err


# --- what is mended ----------------------------------------------------------------------------


@pytest.fixture
def slipped(clean: Path) -> Path:
    """Give a folder whose catalog is full of slips, under another name."""
    folder = clean / "roles"
    folder.mkdir()
    (folder / "catalog.yml").write_text(
        "\ufeffrolecmp：1\nlanguages: [en，cn]\ntopics：\n  vision:\n　　zh：愿景\n", "utf-8"
    )
    (folder / "pm.yaml").write_bytes("name: {zh: 产品经理, en: PM}\n".encode("gbk"))
    return clean


DIFF = """\
diff --git a/roles/catalog.yml b/roles/catalog.yaml
rename from roles/catalog.yml
rename to roles/catalog.yaml
--- a/roles/catalog.yml
+++ b/roles/catalog.yaml
@@ -1,5 +1,5 @@
-\ufeffrolecmp：1
-languages: [en，cn]
-topics：
+rolecmp: 1
+languages: [en, zh]
+topics:
   vision:
-　　zh：愿景
+    zh: 愿景
"""


def test_a_diff_of_what_would_be_mended_applies_and_changes_nothing(slipped: Path) -> None:
    before = {path.name: path.read_bytes() for path in (slipped / "roles").iterdir()}
    result = cli("check", "--fix", "--diff")
    assert (result.code, result.out) == (0, DIFF)
    assert result.err == "roles/pm.yaml: from GBK to UTF-8\n2 files would be mended\n"
    assert {path.name: path.read_bytes() for path in (slipped / "roles").iterdir()} == before
    subprocess.run(["git", "apply"], input=result.out.encode(), cwd=slipped, check=True)
    assert (slipped / "roles" / "catalog.yaml").read_text("utf-8").startswith("rolecmp: 1\n")


def test_what_is_mended_is_shown_written_and_checked(slipped: Path) -> None:
    result = cli("check", "--fix")
    assert result.code == 1  # a text is missing, which is for a person to write
    assert result.out.startswith(DIFF + "roles/catalog.yaml:4:3: warning[")
    assert result.err == "roles/pm.yaml: from GBK to UTF-8\n2 files mended\n"
    assert sorted(path.name for path in (slipped / "roles").iterdir()) == [
        "catalog.yaml", "pm.yaml",
    ]  # fmt: skip
    result = cli("check", "--fix", "-f", "json")
    assert json.loads(result.out)["counts"]["error"] == 1
    assert result.err == "Nothing to mend without a doubt\n"


def test_the_difference_makes_way_for_another_format(slipped: Path) -> None:
    result = cli("check", "--fix", "-f", "json")
    assert json.loads(result.out)["schema"] == "rolecmp/check/1"
    assert DIFF in result.err


def test_check_says_what_it_would_mend(slipped: Path) -> None:
    result = cli("check")
    assert result.code == 2
    assert "rename it to catalog.yaml, or let `rolecmp check --fix` do it" in result.err
    (slipped / "roles" / "catalog.yml").rename(slipped / "roles" / "catalog.yaml")
    assert cli("check").out.splitlines()[-2:] == [
        "`rolecmp check --fix` mends 7 of them; with --diff it only shows how.",
        "Catalog: roles",
    ]


def test_what_has_changed_in_the_meantime_is_left(
    slipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pm, catalog = slipped / "roles" / "pm.yaml", slipped / "roles" / "catalog.yml"
    before = catalog.read_bytes()
    fill = output._write

    def meanwhile(*arguments: Any) -> None:
        fill(*arguments)
        pm.write_text("name: other\n")

    monkeypatch.setattr(output, "_write", meanwhile)
    result = cli("check", "--fix")
    assert result.code == 2
    assert "roles/pm.yaml:1:1: error[output]: changed while" in result.err
    assert (pm.read_text(), catalog.read_bytes()) == ("name: other\n", before)
    assert len(list((slipped / "roles").iterdir())) == 2


def test_a_read_only_file_is_not_replaced(slipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = slipped / "roles" / "pm.yaml"
    before = path.read_bytes()
    allowed = os.access
    # The superuser may write everything, so the answer of the system is given here.
    monkeypatch.setattr(
        os, "access", lambda name, mode: not str(name).endswith("pm.yaml") and allowed(name, mode)
    )
    result = cli("check", "--fix")
    assert (result.code, "Permission denied" in result.err) == (2, True)
    assert path.read_bytes() == before
    assert (slipped / "roles" / "catalog.yml").exists()


def test_a_failure_midway_leaves_every_file(slipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.name: path.read_bytes() for path in (slipped / "roles").iterdir()}

    fill = output._write

    def refuse(descriptor: int, data: bytes) -> None:
        if b"name:" in data:
            raise PermissionError(13, "Permission denied")
        fill(descriptor, data)

    monkeypatch.setattr(output, "_write", refuse)
    result = cli("check", "--fix")
    assert result.code == 2
    assert "nothing was written" in result.err
    assert {path.name: path.read_bytes() for path in (slipped / "roles").iterdir()} == before


def test_what_fix_is_not_for(clean: Path) -> None:
    assert "write --fix --diff" in cli("check", "--diff").err
    for option, value in (("--format", "json"), ("--output", "a.txt")):
        result = cli("check", "--fix", "--diff", option, value)
        assert (result.code, f"so {option} has no effect; remove it" in result.err) == (2, True)
    result = cli("check", "--fix", "--roles", "builtin")
    assert (result.code, result.out) == (2, "")
    assert "the built-in catalog is not changed" in result.err


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_that_is_no_rule_is_explained_as_one(name: str) -> None:
    result = cli("check", "--explain", name)
    assert result.code == 0
    assert result.out.startswith(f"`{name}` is not a rule of check:")
    assert ("rolecmp check --fix" in result.out) is (name == "no-catalog")
    assert f"`{name}` 不是" in cli("check", "--explain", name, "--lang", "zh").out


def test_a_rule_is_explained_where_the_catalog_is_not_found(slipped: Path) -> None:
    result = cli("check", "--explain", "unreadable", "-f", "markdown")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("## unreadable\n")
    assert cli("check", "--rules").code == 2


def test_every_name_that_an_error_has_is_a_rule_or_known_as_none() -> None:
    found = {
        node.args[0].value
        for path in (ROOT / "rolecmp").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "QuestionError"
        and isinstance(node.args[0], ast.Constant)
    }
    assert "no-catalog" in found
    assert found - RULES.keys() <= {*ERRORS, "unknown-role"}
    assert not RULES.keys() & {*ERRORS}
