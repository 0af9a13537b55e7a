"""Each rule by one snippet that passes and one that fails, with what it says and where."""

# ruff: noqa: E501 - a case a line reads as a table
from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from rolecmp.definitions import model
from rolecmp.definitions.loader import read_catalog
from rolecmp.definitions.model import Acceptance, RuleSetting, Text
from rolecmp.definitions.problems import phrase
from rolecmp.definitions.sources.folders import DiskFolder, MemoryFolder
from rolecmp.questions import reported
from rolecmp.questions.check import Checked, check
from rolecmp.questions.rule import Found, Rule, Severity, of_role
from rolecmp.questions.rules import RULES, stale_acceptance
from rolecmp.questions.subject import MAX_PLACES, Subject
from rolecmp.words import Words

Files = Mapping[str, str]
TODAY = "2027-01-01"

CATALOG = """\
rolecmp: 1
languages: [en]
dimensions: {work: Work}
topics:
  pricing: Pricing
"""
TWO = """\
rolecmp: 1
languages: [en, zh]
dimensions: {work: {en: Work, zh: 工作}}
topics:
  pricing: {en: Pricing, zh: 定价}
"""
OWNER = "name: Maker\nwork:\n  - {en: Sets the price, accountable: [pricing]}\n"
BOTH = "name: {en: Maker, zh: 甲}\nwork:\n  - {en: Sets it, zh: 定价, accountable: [pricing]}\n"


def checked(files: Files) -> Checked:
    return check(*read_catalog(MemoryFolder("roles", files)), TODAY)


def said(each: object, language: str = "en") -> str:
    found = each.found  # type: ignore[attr-defined]
    return Words(language).sentence(found.message, found.remedy)


class Case(NamedTuple):
    """What a rule finds in `fails`, at `place`, and that it finds nothing in `passes`."""

    fails: Files
    place: tuple[str, int, int]
    says: str
    passes: Files
    severity: Severity = Severity.WARNING


def role(statements: str, name: str = "Maker") -> str:
    return f"name: {name}\nwork:\n{statements}"


def holders(letter: str, count: int) -> Files:
    return {
        "catalog.yaml": CATALOG,
        "owner.yaml": role("  - {en: Decides, accountable: [pricing]}\n", "Owner"),
        **{
            f"r{number}.yaml": role(
                f"  - {{en: Says {number}, {letter}: [pricing]}}\n", f"N{number}"
            )
            for number in range(count)
        },
    }


def topics(count: int) -> str:
    return "".join(f"  t{number}: Topic {number}\n" for number in range(count))


def on(rule: str) -> str:
    """The catalog with a rule switched on that is off otherwise."""
    return f"{CATALOG}checks: {{{rule}: on}}\n"


ERROR = Severity.ERROR
SELLER = "name: Seller\nwork:\n  - {en: Sells, consulted: [pricing]}\n"
SOUND = {"catalog.yaml": CATALOG, "maker.yaml": OWNER}
SOUND_TWO = {"catalog.yaml": TWO, "maker.yaml": BOTH}


def wrong(name: str, text: str, says: str, line: int, column: int, good: Files = SOUND) -> Case:
    """A case of the reader's: one file is `text`, the others are sound."""
    return Case({**good, name: text}, (f"roles/{name}", line, column), says, good, ERROR)


CASES: dict[str, Case] = {
    "unreadable": Case({}, ("roles/catalog.yaml", 1, 1), "no such file", SOUND, ERROR),
    "limit": wrong("other.yaml", "name: " + "[" * 40, "nested more than 16 levels deep", 1, 22),
    "empty-file": wrong("other.yaml", "# nothing yet\n", "the file is empty", 1, 1),
    "control-character": wrong("maker.yaml", OWNER + "notes: [a\x07b]\n", "invisible control character", 4, 10),
    "conflict-marker": wrong("maker.yaml", OWNER + "<<<<<<< main\n", "unresolved merge conflict", 4, 1),
    "tab": wrong("maker.yaml", OWNER.replace("  -", "\t-"), "indented with a tab", 3, 1),
    "syntax": wrong("maker.yaml", OWNER + "notes: [a\n", "the list [ ... ] is not closed", 4, 8),
    "full-width-colon": wrong("maker.yaml", OWNER.replace("name: ", "name："), "full-width colon", 1, 5),
    "full-width-comma": wrong("maker.yaml", OWNER + "aliases: [a，b]\n", "full-width comma", 4, 12),
    "wide-sign": wrong("maker.yaml", OWNER + "notes:\n  － x\n", "does not begin an item", 5, 3),
    "unquoted-text": wrong("maker.yaml", OWNER + "notes: [Owns #it]\n", "`#it` starts a comment", 4, 14),
    "anchor": wrong("maker.yaml", OWNER + "notes: [&a x]\n", "anchors (&a) are not supported", 4, 9),
    "alias": wrong("maker.yaml", OWNER + "notes: [&a x, *a]\n", "aliases (*a) are not supported", 4, 15),
    "merge-key": wrong("maker.yaml", OWNER + "<<: {source: x}\n", "merge keys (<<) are not supported", 4, 1),
    "tag": wrong("maker.yaml", OWNER + "notes: [!x y]\n", "tags (!x) are not supported", 4, 9),
    "several-documents": wrong("maker.yaml", OWNER + "---\na: b\n", "a second document", 4, 1),
    "duplicate-key": wrong("maker.yaml", OWNER + "name: X\n", "duplicate key `name`", 4, 1),
    "unsupported-version": wrong(
        "catalog.yaml", CATALOG.replace("rolecmp: 1", "rolecmp: 2"), "version `2` of the format", 1, 10
    ),
    "missing-key": wrong("maker.yaml", OWNER.replace("name: Maker\n", ""), "`name` is missing", 1, 1),
    "unknown-key": wrong("maker.yaml", OWNER + "note: [x]\n", "did you mean `notes`?", 4, 1),
    "wrong-type": wrong("maker.yaml", OWNER + "notes: x\n", "expected a list under `notes`", 4, 8),
    "empty-text": wrong("maker.yaml", OWNER + "notes: ['']\n", "`notes` is empty", 4, 9),
    "bad-id": wrong("Maker.yaml", OWNER, "rename it, for example to `maker.yaml`", 1, 1),
    "unknown-language": wrong("maker.yaml", OWNER + "source: {fr: x}\n", "`fr` is not a language", 4, 10),
    "unknown-letter": wrong(
        "maker.yaml", OWNER.replace("accountable", "owner"), "did you mean `accountable`?", 3, 26
    ),
    "unknown-topic": wrong(
        "maker.yaml", OWNER.replace("[pricing]", "[prcing]"), "did you mean `pricing`?", 3, 40
    ),
    "name-clash": wrong(
        "other.yaml", OWNER.replace("accountable", "consulted"), "`Maker` names both `other` and `maker`", 1, 7,
    ),
    "unknown-role": wrong(
        "catalog.yaml", CATALOG + "pairs:\n  - {roles: [maker, mker]}\n",
        "no role has the id or name `mker`; name a role by its id", 7, 21,
    ),
    "unknown-group": wrong(
        "catalog.yaml", CATALOG.replace("Pricing\n", "{en: P, group: lunch}\n") + "groups: {launch: Launch}\n",
        "no group has the id or name `lunch`; did you mean `launch`?", 5, 27,
        {**SOUND, "catalog.yaml": CATALOG.replace("Pricing\n", "{en: P, group: launch}\n") + "groups: {launch: Launch}\n"},
    ),
    "no-accountable": Case(
        {**SOUND, "maker.yaml": OWNER.replace("accountable", "responsible")},
        ("roles/catalog.yaml", 5, 3),
        "nobody is accountable for `pricing`, which `maker` takes part in; "
        "make one role accountable, or say why under `accepted`",
        SOUND,
        ERROR,
    ),
    "multiple-accountable": Case(
        {**SOUND, "seller.yaml": OWNER.replace("Maker", "Seller")},
        ("roles/catalog.yaml", 5, 3),
        "`maker` and `seller` are each accountable for `pricing`; "
        "keep one, or say why under `accepted`",
        {**SOUND, "seller.yaml": OWNER.replace("Maker", "Seller").replace("accountable", "consulted")},
        ERROR,
    ),
    "no-responsible": Case(
        {**SOUND, "maker.yaml": OWNER.replace("accountable", "consulted")},
        ("roles/catalog.yaml", 5, 3),
        "nobody does `pricing`; `maker` is only asked or told; "
        "name who is responsible or accountable",
        # Whoever is accountable does it where nobody else is named.
        SOUND,
    ),
    "too-many-responsible": Case(
        holders("responsible", 5),
        ("roles/catalog.yaml", 5, 3),
        "5 roles are responsible for `pricing`, more than 4; "
        "keep those who do the work, or set too-many-responsible under `checks`",
        holders("responsible", 4),
    ),
    "too-many-consulted": Case(
        holders("consulted", 7),
        ("roles/catalog.yaml", 5, 3),
        "7 roles are consulted on `pricing`, more than 6; "
        "keep those without whom it cannot be decided, or set too-many-consulted under `checks`",
        holders("consulted", 6),
    ),
    "too-many-informed": Case(
        holders("informed", 11),
        ("roles/catalog.yaml", 5, 3),
        "11 roles are informed of `pricing`, more than 10; "
        "keep those who need to know, or set too-many-informed under `checks`",
        holders("informed", 10),
    ),
    "accountable-and-informed": Case(
        {**SOUND, "maker.yaml": OWNER + "  - {en: Hears of it, informed: [pricing]}\n"},
        ("roles/maker.yaml", 4, 34),
        "`maker` decides on `pricing` and is also told afterwards; remove `informed`, or hand the topic to the role that decides",
        {**SOUND, "maker.yaml": OWNER + "  - {en: Does it, responsible: [pricing]}\n"},
        ERROR,
    ),
    "role-overloaded": Case(
        {
            "catalog.yaml": CATALOG + topics(20),
            "maker.yaml": OWNER.replace("[pricing]", f"[pricing, {', '.join(f't{n}' for n in range(20))}]"),
        },
        ("roles/maker.yaml", 1, 7),
        "`maker` is accountable for 21 topics, more than 20; "
        "hand some to other roles, or set role-overloaded under `checks`",
        {
            "catalog.yaml": CATALOG + topics(19),
            "maker.yaml": OWNER.replace("[pricing]", f"[pricing, {', '.join(f't{n}' for n in range(19))}]"),
        },
    ),
    "role-idle": Case(
        {**SOUND, "seller.yaml": role("  - Sells\n", "Seller")},
        ("roles/seller.yaml", 1, 7),
        "`seller` is not involved in any topic; "
        "say what it owns, does, is asked about or is told about, or say why under `accepted`",
        {**SOUND, "seller.yaml": role("  - {en: Sells, consulted: [pricing]}\n", "Seller")},
    ),
    "unused-topic": Case(
        {**SOUND, "catalog.yaml": CATALOG + "  launch: Launch\n"},
        ("roles/catalog.yaml", 6, 3),
        "no role is involved in `launch`; give it an owner, delete it, or say why under `accepted`",
        SOUND,
    ),
    "missing-translation": Case(
        {**SOUND_TWO, "maker.yaml": BOTH.replace(", zh: 甲", "")},
        ("roles/maker.yaml", 1, 7),
        "`name` has no text in zh; add zh next to the others",
        SOUND_TWO,
        ERROR,
    ),
    "uneven-translation": Case(
        {**SOUND_TWO, "maker.yaml": BOTH.replace("en: Sets it, ", "")},
        ("roles/maker.yaml", 3, 5),
        "this item of `work` has no text in en; add en next to the others",
        SOUND_TWO,
        ERROR,
    ),
    "duplicate-statement": Case(
        {**SOUND, "maker.yaml": OWNER + "  - Sets the price\n"},
        ("roles/maker.yaml", 4, 5),
        "duplicate statement; first on line 3; keep one, with the topics of both",
        {**SOUND, "maker.yaml": OWNER + "  - Sets the prices\n"},
    ),
    "vague-ownership": Case(
        {**SOUND, "maker.yaml": OWNER.replace("Sets", "Also helps with")},
        ("roles/maker.yaml", 3, 5),
        "`maker` is accountable for `pricing`, but the sentence says `helps`; "
        "say what it decides, or make it responsible or consulted",
        {**SOUND, "maker.yaml": OWNER.replace("Sets", "Sets, and so helps sales with,")},
    ),
    "missing-dimension": Case(
        {
            **SOUND,
            "catalog.yaml": CATALOG.replace("Work}", "Work, view: View, field: Field}"),
        },
        ("roles/maker.yaml", 1, 7),
        "`maker` says nothing on `view` and `field`; add a statement on each, or say why under `accepted`",
        SOUND,
    ),
    "unknown-rule": Case(
        {**SOUND, "maker.yaml": OWNER + "accepted: {role-idel: Not yet}\n"},
        ("roles/maker.yaml", 4, 12),
        "unknown rule `role-idel`; did you mean `role-idle`?",
        SOUND,
        ERROR,
    ),
    "manages-cycle": Case(
        {**SOUND, "maker.yaml": OWNER + "manages: [maker]\n"},
        ("roles/maker.yaml", 4, 11),
        "roles manage each other in a circle: maker, maker; take one of them out of `manages`",
        {**SOUND, "maker.yaml": OWNER + "manages: [seller]\n", "seller.yaml": SELLER},
        ERROR,
    ),
    "letter-without-sentence": Case(
        {**SOUND, "catalog.yaml": on("letter-without-sentence"), "maker.yaml": OWNER + "consulted: [pricing]\n"},
        ("roles/maker.yaml", 4, 13),
        "no sentence says why `maker` is consulted for `pricing`; "
        "write a sentence with that letter, or say why not under `accepted`",
        {**SOUND, "catalog.yaml": on("letter-without-sentence"), "maker.yaml": OWNER + "accountable: [pricing]\n"},
    ),
    "empty-group": Case(
        {**SOUND, "catalog.yaml": CATALOG + "groups: {launch: Launch}\n"},
        ("roles/catalog.yaml", 6, 18),
        "no topic belongs to the group `launch`; put topics into it with `group: ...`, or delete it",
        {**SOUND, "catalog.yaml": CATALOG.replace("Pricing\n", "{en: P, group: launch}\n") + "groups: {launch: Launch}\n"},
    ),
    "missing-brief": Case(
        {**SOUND, "catalog.yaml": on("missing-brief")},
        ("roles/maker.yaml", 1, 7),
        "`maker` has no brief on `work`; write one short line on each under `brief`, or say why not under `accepted`",
        {**SOUND, "catalog.yaml": on("missing-brief"), "maker.yaml": OWNER + "brief: {work: Sets it}\n"},
    ),
    "long-brief": Case(
        {**SOUND, "maker.yaml": OWNER + f"brief: {{work: {'b' * 61}}}\n"},
        ("roles/maker.yaml", 4, 15),
        "the brief on `work` is 61 characters long (en), more than 60; "
        "shorten it, or set long-brief under `checks`",
        {**SOUND, "maker.yaml": OWNER + f"brief: {{work: {'b' * 60}}}\n"},
    ),
    "invisible-character": Case(
        {**SOUND, "maker.yaml": OWNER.replace("Maker", "Ma\u00adker")},
        ("roles/maker.yaml", 1, 7),
        "`Maker` contains an invisible character (U+00AD); type the name again",
        SOUND,
    ),
    "non-ascii-id": Case(
        {**SOUND, "catalog.yaml": on("non-ascii-id"), "产品.yaml": SELLER},
        ("roles/产品.yaml", 1, 7),
        "the id `产品` has characters other than a to z, 0 to 9 and hyphens; choose another id; the name can stay",
        {**SOUND, "catalog.yaml": on("non-ascii-id")},
    ),
    "stale-acceptance": Case(
        {**SOUND, "maker.yaml": OWNER + "accepted: {role-idle: Not yet}\n"},
        ("roles/maker.yaml", 4, 12),
        "`role-idle` is accepted here, but is no longer found; delete it",
        SOUND,
    ),
}  # fmt: skip
# What takes a disk to be wrong, or bytes that are no text: tested where files are.
ON_DISK = {"not-a-file", "outside-link", "encoding", "unread-file", "stale-schema"}


def test_each_rule_has_its_case() -> None:
    assert CASES.keys() | ON_DISK == RULES.keys()


@pytest.mark.parametrize("rule", CASES)
def test_a_snippet_fails_at_its_place(rule: str) -> None:
    case = CASES[rule]
    found = [each for each in checked(case.fails).findings if each.rule.name == rule]
    assert [each.found.place for each in found] == [case.place]
    assert case.says in said(found[0])
    assert said(found[0], "zh") != said(found[0])
    assert found[0].rule.severity is case.severity


@pytest.mark.parametrize("rule", CASES)
def test_a_snippet_passes(rule: str) -> None:
    assert [each for each in checked(CASES[rule].passes).findings if each.rule.name == rule] == []


@pytest.mark.parametrize("rule", CASES.keys() - {"no-responsible", "unreadable", "alias"})
def test_a_fault_is_found_once_and_by_no_other_rule(rule: str) -> None:
    # The other three bring another along: nobody decides what nobody does; without a file
    # there is nothing else; an alias has an anchor.
    findings = checked(CASES[rule].fails).findings
    assert [each.rule.name for each in findings] == [rule]


def test_every_rule_of_the_reader_is_in_the_registry() -> None:
    """A problem whose rule is not there would be found and never told."""
    package = Path(model.__file__).parent
    at = {"report": 1, "Problem": 3, "file_problem": 1}
    names = set()
    for path in package.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                function = node.func
                called = getattr(function, "attr", getattr(function, "id", ""))
                starred = sum(isinstance(each, ast.Starred) for each in node.args[:3])
                place = at.get(called, 0) - starred  # `*at` is a line and a column
                if called in at and len(node.args) > place:
                    argument = node.args[place]
                    parts = (
                        (argument.body, argument.orelse)
                        if isinstance(argument, ast.IfExp)
                        else (argument,)
                    )
                    names |= {
                        part.value
                        for part in parts
                        if isinstance(part, ast.Constant) and isinstance(part.value, str)
                    }
    assert {"syntax", "unknown-topic", "unknown-role", "unreadable"} <= names
    assert names <= RULES.keys()


def test_what_cannot_be_switched_off_is_an_error_and_nothing_to_accept() -> None:
    fixed = [rule for rule in RULES.values() if not rule.optional]
    assert all(rule.severity is ERROR and not rule.on and rule.at_most is None for rule in fixed)
    assert all(set(rule.on) <= {"topic", "statement", "role"} for rule in RULES.values())
    assert all("topic" in rule.on for rule in RULES.values() if rule.names_roles)


def test_a_rule_is_a_module_that_the_registry_names() -> None:
    folder = Path(stale_acceptance.__file__).parent
    modules = {path.stem.replace("_", "-") for path in folder.glob("*.py")}
    shared = {"--init--", "rule", "subject", "reported"}
    assert modules - shared == RULES.keys() - {rule.name for rule in reported.RULES}


def test_a_rule_that_is_added_is_held_against_the_catalog() -> None:
    def find(subject: Subject) -> Iterator[Found]:
        for role in subject.catalog.roles.values():
            if len(role.name.texts["en"]) < subject.limit("short-name"):
                yield Found(of_role(role), phrase("role-idle", role=role.id), role=role)

    rule = Rule("short-name", Severity.WARNING, find, on=("role",), at_most=7)
    added = {"short-name": rule, **RULES}
    read = read_catalog(MemoryFolder("roles", {**SOUND, "maker.yaml": OWNER}))
    assert check(*read, TODAY).findings == ()
    (finding,) = check(*read, TODAY, rules=added).findings
    assert (finding.rule, finding.found.place) == (rule, ("roles/maker.yaml", 1, 7))
    catalog = read[0]._replace(checks={"short-name": RuleSetting(True, 3, 1, 1)})
    assert check(catalog, *read[1:], TODAY, rules=added).findings == ()
    catalog = read[0]._replace(checks={"short-name": RuleSetting(False, None, 1, 1)})
    assert check(catalog, *read[1:], TODAY, rules=added).findings == ()
    so = Acceptance(Text({"en": "So"}, 9, 3), (), None, None, 9, 1)
    maker = read[0].roles["maker"]._replace(accepted={"short-name": so})
    catalog = read[0]._replace(roles={"maker": maker})
    answer = check(catalog, *read[1:], TODAY, rules=added)
    assert (answer.findings, answer.accepted[0].rule) == ((), rule)


# --- finer points of single rules -------------------------------------------------------------


# What only helps, in the words people write, and what holds such a word and does more.
HELPS = [
    "The PM supports sales",
    "Is responsible for supporting sales",
    "Fully supports sales",
    "Always supports",
    "Regularly helps",
    "Has to support sales",
    "Shall support sales",
    "Provides support to sales",
    "In pricing, supports finance",
    "Actively supports",
    "Supports the launch",
    "Will help to set the price",
    "Maker participates in pricing",
    "Takes part in pricing",
    "Assists sales",
    "Support sales with pricing",
    "Help the team",
    "Helps to set the price",
    "Participate in planning",
    "usually " * 40 + "supports sales",
]
DECIDES = [
    "Support tickets: decides how they are prioritised",
    "Help centre content is decided here",
    "Support contract terms are set by this role",
    "Help desk tooling and its budget",
    "Supporting functions report here",
    "supports and decides on the price",
    "Helps customers succeed by owning onboarding",
    "Decides how sales is supported",
    "Sets the price and supports sales",
    "Helpful in pricing",
    "Supporters are won by it",
    "Participation targets are set here",
    "Support and service levels",
    "Support by phone is organised here",
    "usually " * 40 + "sells",
]
HELPS_IN_CHINESE = [
    "为销售提供支持",
    "在定价上协助财务",
    "与财务一起参与定价",
    "必须支持销售",
    "可以支持",
    "大力支持销售",
    "在定价上辅助财务",
    "将协助财务",
    "主要是支持",
    "提供协助",
    "PM 协助定价",
    "協助定價",
    "參與定價",
    "支持销售定价",
    "也会协助定价",
    "制造者参与定价",
    "负责支持销售",
    "参与制定营销战略",
]
DECIDES_IN_CHINESE = [
    "帮助中心由其负责",
    "支持中心的内容由其决定",
    "参与度指标由其确定",
    "参与者招募由其负责",
    "支持率",
    "支持体系由其搭建",
    "帮助文档的撰写",
    "配合度考核标准由其制定",
    "参与并主导定价",
    "制定价格并支持销售",
    "决定由谁参与定价",
]


@pytest.mark.parametrize(
    ("sentence", "vague"),
    [*((each, True) for each in HELPS), *((each, False) for each in DECIDES)],
)
def test_sentences_in_english_that_only_help(sentence: str, vague: bool) -> None:
    text = role(f"  - {{en: '{sentence}', accountable: [pricing]}}\n") + "aliases: [PM]\n"
    found = [each.rule.name for each in checked({**SOUND, "maker.yaml": text}).findings]
    assert found == (["vague-ownership"] if vague else [])


@pytest.mark.parametrize(
    ("sentence", "vague"),
    [
        *((each, True) for each in HELPS_IN_CHINESE),
        *((each, False) for each in DECIDES_IN_CHINESE),
    ],
)
def test_sentences_in_chinese_that_only_help(sentence: str, vague: bool) -> None:
    text = BOTH.replace("zh: 定价", f"zh: {sentence}").replace("甲", "制造者") + "aliases: [PM]\n"
    found = [each.rule.name for each in checked({"catalog.yaml": TWO, "maker.yaml": text}).findings]
    assert found == (["vague-ownership"] if vague else [])


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Will help to set it", "help"),
        ("Takes part in it", "Takes part"),
        ("Maker assists", "assists"),
    ],
)
def test_the_verb_is_named_as_it_stands(sentence: str, verb: str) -> None:
    text = role(f"  - {{en: {sentence}, accountable: [pricing]}}\n")
    (found,) = checked({**SOUND, "maker.yaml": text}).findings
    assert found.found.message.args["verb"] == verb


def test_a_vague_sentence_with_other_letters_is_no_ownership() -> None:
    text = role(
        "  - {en: Supports sales, responsible: [pricing]}\n"
        "  - {en: Decides, accountable: [pricing]}\n"
    )
    assert checked({**SOUND, "maker.yaml": text}).findings == ()


def test_a_sentence_that_repeats_the_summary_is_a_duplicate_in_any_language() -> None:
    text = BOTH + "summary: {en: Something else, zh: 定价}\n"
    found = checked({"catalog.yaml": TWO, "maker.yaml": text}).findings
    assert [(each.rule.name, each.found.place[1:]) for each in found] == [
        ("duplicate-statement", (3, 5))
    ]


def test_related_places_are_named_once_a_role_and_bounded() -> None:
    count = MAX_PLACES + 5
    (each,) = (
        each
        for each in checked(holders("informed", count)).findings
        if each.rule.name == "too-many-informed"
    )
    assert len(each.found.related) == MAX_PLACES
    assert each.found.related[0] == ("roles/r0.yaml", 3, 29)


# --- what is accepted, off, or set ------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "file", "old", "new"),
    [
        ("multiple-accountable", "catalog.yaml", "pricing: Pricing", "pricing: {en: P, accepted: {%s: {roles: [maker, seller], en: Why}}}"),
        ("too-many-responsible", "catalog.yaml", "pricing: Pricing", "pricing: {en: P, accepted: {%s: {at-most: 5, en: Why}}}"),
        ("role-overloaded", "maker.yaml", "name:", "accepted: {%s: {at-most: 21, en: Why}}\nname:"),
        ("accountable-and-informed", "catalog.yaml", "pricing: Pricing", "pricing: {en: P, accepted: {%s: {roles: [maker], en: Why}}}"),
        ("no-accountable", "catalog.yaml", "pricing: Pricing", "pricing: {en: P, accepted: {%s: Why}}"),
        ("no-responsible", "catalog.yaml", "pricing: Pricing", "pricing: {en: P, accepted: {%s: Why}}"),
        ("unused-topic", "catalog.yaml", "launch: Launch", "launch: {en: L, accepted: {%s: Why}}"),
        ("role-idle", "seller.yaml", "name:", "accepted: {%s: Why}\nname:"),
        ("missing-dimension", "maker.yaml", "name:", "accepted: {%s: Why}\nname:"),
        ("vague-ownership", "maker.yaml", "[pricing]", "[pricing], accepted: {%s: Why}"),
        ("accountable-and-informed", "maker.yaml", "informed: [pricing]", "informed: [pricing], accepted: {%s: Why}"),
        ("duplicate-statement", "maker.yaml", "- Sets the price", "- {en: Sets the price, accepted: {%s: Why}}"),
    ],
)  # fmt: skip
def test_a_finding_is_accepted_where_it_is(rule: str, file: str, old: str, new: str) -> None:
    files = dict(CASES[rule].fails)
    assert old in files[file]
    files[file] = files[file].replace(old, new % rule)
    answer = checked(files)
    assert rule not in {each.rule.name for each in answer.findings}
    assert "stale-acceptance" not in {each.rule.name for each in answer.findings}
    (accepted,) = (each for each in answer.accepted if each.rule.name == rule)
    assert accepted.accepted is not None
    assert accepted.accepted.reason.texts == {"en": "Why"}


def test_an_acceptance_covers_its_own_topic_only() -> None:
    catalog = CATALOG.replace("Pricing\n", "{en: P, accepted: {unused-topic: Why}}\n") + topics(1)
    found = checked({**SOUND, "catalog.yaml": catalog, "maker.yaml": OWNER}).findings
    assert [each.rule.name for each in found] == ["stale-acceptance", "unused-topic"]


BOTH_OWN = {**SOUND, "seller.yaml": OWNER.replace("Maker", "Seller")}
CROWDED = holders("responsible", 6)


@pytest.mark.parametrize(
    ("files", "accepted", "rule", "says"),
    [
        (
            BOTH_OWN,
            "{multiple-accountable: Why}",
            "multiple-accountable",
            "under `accepted`, say for whom: `roles: [maker, seller]`",
        ),
        (
            BOTH_OWN,
            "{multiple-accountable: {roles: [maker], en: Why}}",
            "multiple-accountable",
            "it was not accepted for `seller`; settle it, or add them to `roles` under `accepted`",
        ),
        (
            BOTH_OWN,
            "{multiple-accountable: {roles: [maker, seller, third], en: Why}}",
            "stale-acceptance",
            "accepted here also for `third`, which it no longer concerns; reduce it to what is found",
        ),
        (
            BOTH_OWN,
            "{multiple-accountable: {roles: [maker, seller], until: 2027-01-01, en: Why}}",
            "multiple-accountable",
            "it was accepted until 2027-01-01; settle it",
        ),
        (
            BOTH_OWN,
            "{multiple-accountable: {roles: [maker, seller], at-most: 3, en: Why}}",
            "stale-acceptance",
            "accepted here up to 3, but there are only 0",
        ),
        (
            CROWDED,
            "{too-many-responsible: Why}",
            "too-many-responsible",
            "under `accepted`, say how many: `at-most: 6`",
        ),
        (
            CROWDED,
            "{too-many-responsible: {at-most: 5, en: Why}}",
            "too-many-responsible",
            "at most 5 are accepted; settle it, or raise `at-most` under `accepted`",
        ),
        (
            CROWDED,
            "{too-many-responsible: {at-most: 7, en: Why}}",
            "stale-acceptance",
            "accepted here up to 7, but there are only 6",
        ),
        (
            CASES["accountable-and-informed"].fails,
            "{accountable-and-informed: {roles: [third], en: Why}}",
            "accountable-and-informed",
            "it was not accepted for `maker`; settle it",
        ),
        (
            {**SOUND, "maker.yaml": OWNER.replace("accountable", "responsible")},
            "{no-accountable: {roles: [third], en: Why}}",
            "no-accountable",
            "it was not accepted for `maker`; settle it",
        ),
    ],
)  # fmt: skip
def test_an_acceptance_lapses_beyond_what_it_covers(
    files: Files, accepted: str, rule: str, says: str
) -> None:
    catalog = files["catalog.yaml"].replace("Pricing\n", f"{{en: P, accepted: {accepted}}}\n")
    third = {"third.yaml": role("  - {en: Asks, consulted: [pricing]}\n", "Third")}
    found = checked({**files, **third, "catalog.yaml": catalog}).findings
    if rule == "stale-acceptance":
        (each,) = found
    else:
        each = next(each for each in found if each.rule.name == rule)
        assert "stale-acceptance" not in {
            each.rule.name for each in found if "[third]" not in accepted
        }
    assert each.rule.name == rule
    assert says in said(each)


def test_an_acceptance_holds_until_its_day() -> None:
    why = "{multiple-accountable: {roles: [maker, seller], until: 2027-01-02, en: Why}}"
    catalog = CATALOG.replace("Pricing\n", f"{{en: P, accepted: {why}}}\n")
    read = read_catalog(MemoryFolder("roles", {**BOTH_OWN, "catalog.yaml": catalog}))
    assert check(*read, "2027-01-01").findings == ()
    for day in ("2027-01-02", "2028-01-01"):
        assert [each.rule.name for each in check(*read, day).findings] == ["multiple-accountable"]


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "says"),
    [
        ("catalog.yaml", "Pricing\n", "{en: P, accepted: {role-idle: x}}\n", (5, 31), "`role-idle` is not about a topic, so it cannot be accepted here; accept it on the `role`"),
        ("maker.yaml", "name:", "accepted: {empty-group: x}\nname:", (1, 12), "it cannot be accepted; fix it, or write `empty-group: off` under `checks`"),
        ("catalog.yaml", "topics:", "checks: {syntax: off}\ntopics:", (4, 10), "`syntax` finds definitions that cannot be trusted, so it cannot be switched off"),
        ("catalog.yaml", "topics:", "checks: {role-idel: off}\ntopics:", (4, 10), "did you mean `role-idle`?"),
        ("catalog.yaml", "topics:", "checks: {role-idle: 3}\ntopics:", (4, 10), "`role-idle` has no threshold; write on or off"),
    ],
)  # fmt: skip
def test_a_rule_that_is_not_there_or_not_for_that(
    file: str, old: str, new: str, place: tuple[int, int], says: str
) -> None:
    files = {**SOUND, file: SOUND[file].replace(old, new)}
    (found,) = checked(files).findings
    assert (found.rule.name, found.found.place) == ("unknown-rule", (f"roles/{file}", *place))
    assert says in said(found)


def test_a_brief_of_wide_characters_has_a_shorter_line() -> None:
    for count, found in ((28, []), (29, ["long-brief"])):
        text = BOTH + f"brief: {{work: {{en: Sets it, zh: {'定' * count}}}}}\n"
        files = {"catalog.yaml": TWO, "maker.yaml": text}
        assert [each.rule.name for each in checked(files).findings] == found


def test_a_circle_of_managers_is_told_once() -> None:
    ids = ("ann", "bob", "cat", "dan")
    down = {"ann": "bob", "bob": "cat, dan", "cat": "ann", "dan": "ann"}
    files = {
        f"{key}.yaml": role(f"  - {{en: Does {key}, consulted: [pricing]}}\n", key.title())
        + f"manages: [{down[key]}]\n"
        for key in ids
    }
    (found,) = (
        each for each in checked({**SOUND, **files}).findings if each.rule.name == "manages-cycle"
    )
    assert found.found.message.args["roles"] == ("ann", "bob", "cat", "ann")


@pytest.mark.parametrize(
    "rule", [name for name, rule in RULES.items() if rule.optional and name not in ON_DISK]
)
def test_a_rule_is_switched_off(rule: str) -> None:
    files = dict(CASES[rule].fails)
    files["catalog.yaml"] = files["catalog.yaml"].replace(f"checks: {{{rule}: on}}\n", "")
    files["catalog.yaml"] += f"checks: {{{rule}: off}}\n"
    assert rule not in {each.rule.name for each in checked(files).findings}


def test_a_rule_that_is_off_leaves_its_acceptances_alone() -> None:
    files = dict(CASES["stale-acceptance"].fails)
    files["catalog.yaml"] += "checks: {role-idle: off}\n"
    assert checked(files).findings == ()


@pytest.mark.parametrize("rule", [name for name, rule in RULES.items() if rule.at_most])
def test_a_threshold_is_set(rule: str) -> None:
    limit = RULES[rule].at_most
    assert limit is not None
    fails, passes = (dict(files) for files in (CASES[rule].fails, CASES[rule].passes))
    fails["catalog.yaml"] += f"checks: {{{rule}: {limit + 1}}}\n"
    passes["catalog.yaml"] += f"checks: {{{rule}: {limit - 1}}}\n"
    assert rule not in {each.rule.name for each in checked(fails).findings}
    (found,) = (each for each in checked(passes).findings if each.rule.name == rule)
    assert found.found.message.args["limit"] == limit - 1


@pytest.mark.parametrize(
    ("checks", "place", "says"),
    [
        ("{role-idle: false}", (6, 21), "write for example role-idle: off"),
        ("{role-overloaded: many}", (6, 27), "takes on, off or, where it counts, a number from 0 to 9999"),
        ("{role-overloaded: -1}", (6, 27), "write for example role-overloaded: off"),
        ("{role-overloaded: 7.5}", (6, 27), "takes on, off or"),
        ("{role-overloaded: [3]}", (6, 27), "takes on, off or"),
        ("off", (6, 9), "a mapping from rule to"),
    ],
)  # fmt: skip
def test_what_cannot_be_said_of_a_rule(checks: str, place: tuple[int, int], says: str) -> None:
    found = checked({**SOUND, "catalog.yaml": CATALOG + f"checks: {checks}\n"}).findings
    assert [each.found.place for each in found] == [("roles/catalog.yaml", *place)]
    assert says in said(found[0])


# --- what could not be read is not found missing ----------------------------------------------


@pytest.mark.parametrize(
    "broken",
    [
        "name: Maker\nwork:\n  - {en: Sets it, acountable: [pricing]}\n",
        "name: Maker\nwork:\n  - {en: Sets it, accountable: [prcing]}\n",
        "name: Maker\nwrk:\n  - {en: Sets it, accountable: [pricing]}\n",
        "name: Maker\nwork:\n  - {en: Sets it, accountable: [pricing]\n",
        "name: Maker\n\twork:\n  - {en: Sets it, accountable: [pricing]}\n",
    ],
)
def test_an_owner_that_could_not_be_read_is_not_missed(broken: str) -> None:
    findings = checked({**SOUND, "maker.yaml": broken}).findings
    assert len(findings) == 1
    assert not findings[0].rule.optional


def test_a_misnamed_file_may_hold_the_owner() -> None:
    findings = checked({"catalog.yaml": CATALOG, "Maker.yaml": OWNER}).findings
    assert [each.rule.name for each in findings] == ["bad-id"]


def test_a_slip_elsewhere_hides_no_missing_owner() -> None:
    text = OWNER.replace("accountable", "responsible") + "note: [x]\n"
    findings = checked({**SOUND, "maker.yaml": text}).findings
    assert [each.rule.name for each in findings] == ["no-accountable", "unknown-key"]


def test_nothing_is_said_of_acceptances_in_a_file_that_could_not_be_read() -> None:
    text = OWNER + "accepted: {role-idle: Why}\nnote: [x]\n"
    findings = checked({**SOUND, "maker.yaml": text}).findings
    assert [each.rule.name for each in findings] == ["unknown-key"]


# --- one slip is one finding

FLAWS = {
    "another text beside, in braces": (
        "  - {en: One}\n  - {en: B, fr: C, zh: 丙}\n",
        [("uneven-translation", 4), ("unknown-language", 5)],
    ),
    "another text below, in rows": (
        '  - en: One\n    accountable: [pricing]\n  - en: ""\n    zh: 乙\n',
        [("uneven-translation", 4), ("empty-text", 6)],
    ),
    "far below its beginning": (
        '  - en: One\n    accountable:\n      - pricing\n      - pricing\n    zh: ""\n',
        [("empty-text", 8)],
    ),
    "a list for a text": (
        "  - en: One\n    accountable:\n      - pricing\n      - pricing\n    zh: [甲]\n",
        [("wrong-type", 8)],
    ),
}


@pytest.mark.parametrize("name", FLAWS)
def test_a_text_with_a_fault_lacks_nothing_else_and_others_still_do(name: str) -> None:
    lines, expected = FLAWS[name]
    files = {"catalog.yaml": TWO, "maker.yaml": BOTH + lines}
    found = [(each.rule.name, each.found.place.line) for each in checked(files).findings]
    assert found == expected


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("topics:", "topcs:", "unknown-key"),
        ("dimensions:", "dimensons:", "unknown-key"),
        ("  pricing:", "  Pricing:", "bad-id"),
        ("{work:", "{Work:", "bad-id"),
        ("[en, zh]", "[en, Zh]", "unknown-language"),
    ],
)
def test_a_slip_in_the_catalog_is_no_fault_of_the_roles(old: str, new: str, rule: str) -> None:
    files = {**SOUND_TWO, "catalog.yaml": TWO.replace(old, new)}
    assert [each.rule.name for each in checked(files).findings] == [rule]


@pytest.mark.parametrize("letters", ["accountable: [zebra]", "akkount: [zebra]"])
def test_a_role_whose_only_letter_is_misspelt_is_not_idle(letters: str) -> None:
    text = role(f"  - {{en: Acts, {letters}}}\n", "Other")
    rules = [each.rule.name for each in checked({**SOUND, "other.yaml": text}).findings]
    assert rules in (["unknown-topic"], ["unknown-letter"])


def test_a_missing_dimension_is_found_beside_another_fault() -> None:
    catalog = CATALOG.replace("{work: Work}", "{work: Work, view: View, other: Other}")
    text = OWNER + "othr: [x]\nsummry: x\n"
    found = checked({"catalog.yaml": catalog, "maker.yaml": text}).findings
    assert [each.rule.name for each in found] == ["missing-dimension", "unknown-key", "unknown-key"]
    assert found[0].found.message.args["dimensions"] == ("view",)


@pytest.mark.parametrize("languages", ["en, zh, de", "de, fr, es", "en, de", "de"])
def test_the_default_dimensions_lack_no_translation(languages: str) -> None:
    catalog = f"rolecmp: 1\nlanguages: [{languages}]\n"
    assert checked({"catalog.yaml": catalog}).findings == ()


def test_a_reason_on_the_topic_and_on_the_sentence_are_both_of_use() -> None:
    files = dict(CASES["accountable-and-informed"].fails)
    why = "accepted: {accountable-and-informed: Why}"
    files["catalog.yaml"] = CATALOG.replace("pricing: Pricing", f"pricing: {{en: P, {why}}}")
    files["maker.yaml"] = files["maker.yaml"].replace("[pricing]", f"[pricing], {why}")
    assert checked(files).findings == ()


def test_an_uneven_note_is_accepted_on_its_role() -> None:
    text = BOTH + "notes: [{en: x}]\naccepted: {uneven-translation: {en: Why, zh: 理由}}\n"
    assert checked({"catalog.yaml": TWO, "maker.yaml": text}).findings == ()


def test_the_same_sentence_in_two_languages_is_no_duplicate() -> None:
    text = BOTH + "  - {en: 定价, zh: 其他}\n"
    assert checked({"catalog.yaml": TWO, "maker.yaml": text}).findings == ()
    text = BOTH + "  - {en: sets IT., zh: 其他}\n"
    (found,) = checked({"catalog.yaml": TWO, "maker.yaml": text}).findings
    assert found.rule.name == "duplicate-statement"


def test_the_first_of_several_duplicates_is_named() -> None:
    text = role("  - One\n  - {en: one., accountable: [pricing]}\n  - ONE\n")
    found = checked({**SOUND, "maker.yaml": text}).findings
    assert [each.found.message.args["line"] for each in found] == [3, 3]


# --- one catalog with one of every fault ------------------------------------------------------

# The lines that a file has at fault, behind a sound name and a sound statement, and the place.
FAULTS: dict[str, tuple[str, int, int]] = {
    "limit": ("notes: " + "[" * 20, 4, 23),
    "control-character": ("notes: [{en: 'a\x07', zh: 乙}]", 4, 16),
    "conflict-marker": ("<<<<<<< main", 4, 1),
    "tab": ("notes:\n\t- {en: a, zh: 乙}", 5, 1),
    "syntax": ("notes: [", 4, 8),
    "full-width-colon": ("notes：[]", 4, 6),
    "full-width-comma": ("aliases: [甲一，甲二]", 4, 13),
    "wide-sign": ("notes:\n  － {en: X, zh: 乙}", 5, 3),
    "unquoted-text": ("notes: [{en: Owns #it, zh: 乙}]", 4, 19),
    "anchor": ("source: {en: &a x, zh: 乙}", 4, 14),
    "merge-key": ("<<: {source: x}", 4, 1),
    "tag": ("source: {en: !x y, zh: 乙}", 4, 14),
    "several-documents": ("---\na: b", 4, 1),
    "duplicate-key": ("work: []", 4, 1),
    "missing-key": ("", 1, 1),
    "unknown-key": ("note: []", 4, 1),
    "wrong-type": ("notes: x", 4, 8),
    "empty-text": ("source: {en: '', zh: 乙}", 4, 14),
    "unknown-language": ("source: {en: x, zh: 乙, fr: z}", 4, 24),
    "unknown-letter": ("summary: {en: x, zh: 乙, owner: [kept]}", 4, 25),
    "unknown-topic": ("summary: {en: x, zh: 乙, consulted: [kept-up]}", 4, 37),
    "name-clash": ("aliases: [Lead]", 4, 11),
}  # fmt: skip


def test_every_fault_is_reported_once_in_one_run(tmp_path: Path) -> None:
    own = {rule: f"own-{number}" for number, rule in enumerate(FAULTS)}
    catalog = [
        "rolecmp: 2",
        "languages: [en, zh]",
        "dimensions: {work: {en: Work, zh: 工作}}",
        "topics:",
        *(f"  {key}: {{en: Topic {key}, zh: 主题{key}}}" for key in own.values()),
        *(
            f"  {key}: {{en: Topic {key}, zh: 主题{key}}}"
            for key in ("kept", "contested", "more", "most")
        ),
        "  undone: {en: Undone, zh: 没做, accepted: {no-accountable: {en: Later, zh: 以后}}}",
        "  ownerless: {en: Ownerless, zh: 没人管}",
        "  unused: {en: Unused, zh: 没用, group: no}",
        "  Bad: {en: Bad, zh: 坏}",
        "checks: {role-overloaded: 3, too-many-responsible: 1, too-many-consulted: 1,",
        "  too-many-informed: 1, role-idel: off}",
    ]
    roles = {
        "a-lead": [
            "name: {en: Lead, zh: 组长}",
            "work:",
            "  - {en: Helps, zh: 帮, accountable: [contested, kept, more, most]}",
            "  - {en: Hears, zh: 听, informed: [kept]}",
            "  - {en: Hears, zh: 读}",
            "accepted: {role-idle: {en: Why, zh: 理由}}",
        ],
        "b-other": [
            "name: {en: Other}",
            "work:",
            "  - {en: Sets it, zh: 拍板, accountable: [contested]}",
            "  - {en: Works, zh: 做, responsible: [kept, ownerless]}",
            "  - {en: Says, zh: 说, consulted: [undone, kept]}",
            "  - {en: Is told, zh: 得知, informed: [own-5]}",
            "notes: [{zh: 二人}]",
        ],
        "c-third": [
            "name: {en: Third, zh: 丙}",
            "work:",
            "  - {en: Asks, zh: 问, consulted: [kept], informed: [kept]}",
            "  - {en: Does, zh: 干, responsible: [kept]}",
            "manages: [Third]",
        ],
        "d-idle": [
            "name: {en: Idle, zh: 闲}",
            f"brief: {{work: {{en: {'long ' * 13}, zh: 长}}}}",
            "aliases: [Id\u00adler]",
        ],
    }
    first = len(FAULTS) + 5  # the line of the topic called kept
    places = {
        "unsupported-version": ("catalog.yaml", 1, 10),
        "multiple-accountable": ("catalog.yaml", first + 1, 3),
        "too-many-responsible": ("catalog.yaml", first, 3),
        "too-many-consulted": ("catalog.yaml", first, 3),
        "too-many-informed": ("catalog.yaml", first, 3),
        "no-responsible": ("catalog.yaml", first + 4, 3),
        "no-accountable": ("catalog.yaml", first + 5, 3),
        "unused-topic": ("catalog.yaml", first + 6, 3),
        "bad-id": ("catalog.yaml", first + 7, 3),
        "unknown-group": ("catalog.yaml", first + 6, 39),
        "unknown-rule": ("catalog.yaml", first + 9, 25),
        "manages-cycle": ("c-third.yaml", 5, 11),
        "long-brief": ("d-idle.yaml", 2, 15),
        "invisible-character": ("d-idle.yaml", 3, 11),
        "uneven-translation": ("b-other.yaml", 7, 9),
        "role-overloaded": ("a-lead.yaml", 1, 7),
        "vague-ownership": ("a-lead.yaml", 3, 5),
        "accountable-and-informed": ("a-lead.yaml", 4, 35),
        "duplicate-statement": ("a-lead.yaml", 5, 5),
        "stale-acceptance": ("a-lead.yaml", 6, 12),
        "missing-translation": ("b-other.yaml", 1, 7),
        "missing-dimension": ("d-idle.yaml", 1, 7),
        "role-idle": ("d-idle.yaml", 1, 7),
    }
    for number, (rule, (lines, line, column)) in enumerate(FAULTS.items()):
        roles[f"r-{rule}"] = [
            f"name: {{en: N{number}, zh: 名{number}}}",
            "work:",
            f"  - {{en: Does {number}, zh: 做, accountable: [{own[rule]}]}}",
            lines,
        ]
        places[rule] = (f"r-{rule}.yaml", line, column)
    # An alias needs an anchor, and both would be reported of it: here it is the value of a key.
    catalog.insert(4, "  own-alias: {en: Topic of an alias, zh: 别名的主题}")
    places = {rule: (file, line + (file == "catalog.yaml" and line > 4), column)
              for rule, (file, line, column) in places.items()}  # fmt: skip
    roles["r-alias"] = ["name: *a", "work:", "  - {en: Is, zh: 是, accountable: [own-alias]}"]
    places["alias"] = ("r-alias.yaml", 1, 7)
    del roles["r-missing-key"][0]
    folder = tmp_path / "roles"
    folder.mkdir()
    (folder / "catalog.yaml").write_text("\n".join(catalog), "utf-8")
    for key, text in roles.items():
        (folder / f"{key}.yaml").write_text("\n".join(text) + "\n", "utf-8")
    (folder / "r-encoding.yaml").write_bytes("name: {zh: 產品經理}".encode("big5"))
    places["encoding"] = ("r-encoding.yaml", 1, 12)
    (folder / "r-not-a-file.yaml").mkdir()
    places["not-a-file"] = ("r-not-a-file.yaml", 1, 1)
    assert found_in(folder) == sorted(places.items())
    # A file that cannot be read at all may hold any owner, so none is found missing beside it.
    (folder / "r-empty-file.yaml").touch()
    places["empty-file"] = ("r-empty-file.yaml", 1, 1)
    (tmp_path / "away.yaml").touch()
    (folder / "r-outside-link.yaml").symlink_to(tmp_path / "away.yaml")
    places["outside-link"] = ("r-outside-link.yaml", 1, 1)
    (folder / "r-unreadable.yaml").symlink_to(folder / "r-unreadable.yaml")
    places["unreadable"] = ("r-unreadable.yaml", 1, 1)
    # Of no definition file, or not to be told beside another slip.
    beside = {"unread-file", "stale-schema", "empty-group", "unknown-role"}
    usual = {rule.name for rule in RULES.values() if rule.usual}
    assert places.keys() | beside == usual
    for rule in ("no-accountable", "no-responsible", "unused-topic"):
        del places[rule]
    assert found_in(folder) == sorted(places.items())


def found_in(folder: Path) -> list[tuple[str, tuple[object, ...]]]:
    answer = check(*read_catalog(DiskFolder(str(folder), "")), TODAY)
    return sorted((each.rule.name, (*each.found.place,)) for each in answer.findings)


REPORTING = r'(?:report\(|file_problem\(|Problem\(|_add\()[^"]{0,60}?"([a-z]+(?:-[a-z]+)*)"'
OF_QUESTIONS = {"no-catalog"}  # raised where no catalog is read, so that there is none to check


def test_every_rule_that_the_reader_reports_is_in_the_registry() -> None:
    """What `check` did not know it would leave out, and call the file sound."""
    folder = Path(__file__).parents[2] / "rolecmp" / "definitions"
    reported = {
        rule
        for path in folder.rglob("*.py")
        for rule in re.findall(REPORTING, path.read_text("utf-8"))
    }
    assert {"syntax", "unknown-topic", "wide-sign", "tab"} <= reported
    assert reported - RULES.keys() - OF_QUESTIONS == set()
