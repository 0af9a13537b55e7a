"""A catalog brought up to date by a table keeps everything that the table does not speak of."""

from __future__ import annotations

import pytest

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.sources.folders import MemoryFolder
from rolecmp.tables.catalogtext import Writing
from rolecmp.tables.cells import ImportProblemsError
from rolecmp.tables.grid import ImportOptions
from rolecmp.tables.importing import import_tables
from rolecmp.tables.opening import read_tables
from rolecmp.tables.updating import Update, update

CATALOG = """\
# our catalog
rolecmp: 1
languages: [en, zh]
roles: [pm]  # the first
topics:
    # four blanks a level
    scope:
        en: Scope
        zh: 范围
        aliases: [reach]
    code:
        en: Code
        zh: 代码
    culture:
        en: Culture
        zh: 文化
# the end
"""
PM = """\
name: {en: Product manager, zh: 产品经理}
aliases: [PM]
perspective:
  - en: Decides the scope
    zh: 决定范围
    accountable: [scope]
# letters that nobody has described
accountable: [code, culture]  # for now
consulted:
- "reach"   # its other name
- code
notes:
  - {en: Likes tea, zh: 爱喝茶}
"""
DEV = "name: {en: Developer, zh: 开发}\nresponsible: [code]\n"
TEXTS = {"catalog.yaml": CATALOG, "pm.yaml": PM, "dev.yaml": DEV}
HOW = Writing("en", "Table", "from a table", "Responsibility", "Nobody is described.")


def updated(table: str, texts: dict[str, str] | None = None, how: Writing = HOW) -> Update:
    texts = texts or TEXTS
    imported = import_tables(read_tables("raci.md", table.encode()), ImportOptions())
    assert imported.problems == ()
    change = update(imported, load_catalog(MemoryFolder("roles", texts)), texts, how)
    load_catalog(MemoryFolder("roles", {**texts, **change.texts}))
    return change


def letters(change: Update, role: str) -> dict[str, str]:
    """Return the letters without a sentence that a role has after a change."""
    catalog = load_catalog(MemoryFolder("roles", {**TEXTS, **change.texts}))
    found: dict[str, str] = {}
    for claim in catalog.roles[role].letters:
        found[claim.topic] = found.get(claim.topic, "") + claim.letter[0].upper()
    return found


def test_a_table_that_says_the_same_changes_nothing() -> None:
    change = updated(
        "| Task | PM | Developer |\n|-|-|-|\n"
        "| Scope | A/C | - |\n| Code | A/C | R |\n| Culture | A | - |\n"
    )
    assert change.texts == {}
    assert change.contradictions == ()


def test_letters_without_a_sentence_become_what_the_table_says() -> None:
    change = updated("| Task | PM | Developer |\n|-|-|-|\n| Reach | A | I |\n| Code | I | A/R |\n")
    assert letters(change, "pm") == {"culture": "A", "code": "I"}
    assert letters(change, "dev") == {"code": "AR", "scope": "I"}
    assert change.texts.keys() == {"pm.yaml", "dev.yaml"}
    text = change.texts["pm.yaml"]
    assert "accountable: [culture]  # for now\n" in text
    for kept in (
        "# letters that nobody",
        "  - en: Decides the scope",
        "# its other name",
        "爱喝茶",
    ):
        assert kept in text
    assert "consulted" not in text


def test_a_letter_that_only_a_sentence_has_is_named_and_stays() -> None:
    change = updated("| Task | PM | Developer |\n|-|-|-|\n| Scope | R | A |\n")
    (problem,) = change.contradictions
    assert (problem.path, problem.line, problem.column) == ("roles/pm.yaml", 6, 19)
    assert dict(problem.message.args) == {"role": "pm", "topic": "scope", "letter": "accountable"}
    assert "    accountable: [scope]\n" in change.texts["pm.yaml"]
    assert letters(change, "pm") == {"code": "AC", "culture": "A", "scope": "R"}


def test_what_is_new_is_added_at_the_end() -> None:
    change = updated(
        "| Phase | Task | PM | Tester |\n|-|-|-|-|\n"
        "| Build | Code | A | C |\n| Run | Alerts | I | A |\n"
    )
    assert change.roles == ("tester",)
    assert change.topics == {"alerts"}
    assert change.texts["tester.yaml"] == (
        "name:\n  en: Tester\naccountable: [alerts]\nconsulted: [code]\n"
    )
    text = change.texts["catalog.yaml"]
    assert "roles: [pm, tester]  # the first\n" in text
    assert (
        "        zh: 文化\n    alerts:\n        en: Alerts\n        group: run\n# the end" in text
    )
    assert text.endswith("\ngroups:\n  run:\n    en: Run\n")


def test_notes_are_added_once() -> None:
    table = "| Task | PM | Developer |\n|-|-|-|\n| Code | A/C (till May) | R |\n"
    change = updated(table)
    text = change.texts["pm.yaml"]
    assert text == PM + '  - en: "Code: till May"\n'
    again = updated(table, {**TEXTS, **change.texts})
    assert again.texts == {}


def test_line_ends_stay() -> None:
    texts = {name: text.replace("\n", "\r\n") for name, text in TEXTS.items()}
    change = updated("| Task | PM | Developer |\n|-|-|-|\n| Code | I | A |\n", texts)
    for text in change.texts.values():
        assert text.count("\r\n") == text.count("\n")


def test_two_names_of_one_role_are_refused() -> None:
    with pytest.raises(ImportProblemsError) as caught:
        updated("| Task | PM | Product manager |\n|-|-|-|\n| Code | A | R |\n")
    (problem,) = caught.value.problems
    assert (problem.rule, problem.path) == ("same-thing", "raci.md:1:15")


@pytest.mark.parametrize(
    ("before", "letters_of_code", "after"),
    [
        ("accountable: [code, scope]\n", "A", "accountable: [code, scope]\n"),
        ("accountable: [code, scope]\n", "R", "accountable: [scope]\nresponsible: [code]\n"),
        ("accountable: [scope, code]\n", "-", "accountable: [scope]\n"),
        ("accountable: [ 'code' ]\n", "-", ""),
        ("accountable: [code] # why\n", "-", "# why\n"),
        ("accountable:\n  - code # why\n  - scope\n", "-", "accountable:\n  - scope\n"),
        ("accountable:\n- scope\n", "A", "accountable:\n- scope\n- code\n"),
        (
            "informed:\n  - scope\naccountable:\n  [scope]\n",
            "A",
            "informed:\n  - scope\naccountable:\n  [scope, code]\n",
        ),
        ("accountable: [scope,\n  reach]\n", "A", "accountable: [scope,\n  reach, code]\n"),
        ("accountable: [scope,\n  code]\n", "-", "accountable: [scope]\n"),
        (
            "informed: [scope]\nnotes: [{en: x}]\n",
            "A",
            "informed: [scope]\naccountable: [code]\nnotes: [{en: x}]\n",
        ),
    ],
)
def test_a_list_is_changed_where_it_stands(before: str, letters_of_code: str, after: str) -> None:
    before = before.replace("reach", "culture")
    after = after.replace("reach", "culture")
    name = "name: {en: Developer, zh: 开发}\n"
    texts = {**TEXTS, "dev.yaml": name + before}
    row = f"| Code | A/C | {letters_of_code} |"
    change = updated(f"| Task | PM | Developer |\n|-|-|-|\n{row}\n", texts)
    assert change.texts.get("dev.yaml", name + before) == name + after
