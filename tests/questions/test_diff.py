"""What changed in meaning, and what did not although the files did."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import generate

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.model import (
    DEFAULT_DIMENSIONS,
    LETTERS,
    Catalog,
)
from rolecmp.definitions.sources.folders import DiskFolder, MemoryFolder
from rolecmp.questions.diff import Changes, Kind, changes, matching
from rolecmp.questions.diff.wordings import Part, Wording
from rolecmp.questions.rules import RULES
from rolecmp.questions.standing import State
from rolecmp.rendering.answers.diff import CHANGES
from rolecmp.rendering.formats import FORMATS, Options, render
from rolecmp.words import LANGUAGES

HEADER = """\
rolecmp: 1
title: {en: Ours, zh: 我们}
languages: [en, zh]
topics:
  t1: {en: One, zh: 一, aliases: [first]}
  t2: {en: Two, zh: 二}
"""
A = """\
name: {en: Maker, zh: 制造者}
aliases: [builder]
summary: {en: Makes it, zh: 做出来}
perspective:
  - {en: Sets the price of all things, zh: 给所有东西定价, accountable: [t1]}
responsibility:
  - {en: Asks the users what they need, zh: 问用户需要什么, consulted: [t2]}
notes:
  - {en: Rare, zh: 少见}
"""
B = """\
name: {en: Seller, zh: 销售者}
market-facing:
  - {en: Sells whatever there is, zh: 有什么卖什么, accountable: [t2]}
"""
FILES = {"catalog.yaml": HEADER, "a.yaml": A, "b.yaml": B}


def catalog(label: str = "old", **files: str | None) -> Catalog:
    """Give the catalog of `FILES` with some files in other words; None is a file that is not."""
    texts: dict[str, str | None] = {**FILES, **{f"{key}.yaml": files[key] for key in files}}
    return load_catalog(
        MemoryFolder(label, {name: text for name, text in texts.items() if text is not None})
    )


OLD = catalog()


def diff(**files: str | None) -> Changes:
    return changes(OLD, catalog("new", **files))


def wordings(answer: Changes, role: str) -> list[Wording]:
    (change,) = (each for each in answer.roles if role in (each.new or each.old or ()))
    return list(change.wordings)


def test_a_catalog_is_the_same_as_itself() -> None:
    answer = changes(OLD, OLD)
    assert answer.same
    assert not any(answer[2:])


def test_the_owner_of_a_topic_moved() -> None:
    answer = diff(
        a=A.replace("accountable: [t1]", "consulted: [t1]"),
        b=B.replace("accountable: [t2]", "accountable: [t1, t2]"),
    )
    (change,) = answer.ownership
    assert change.new is not None
    assert change.new.id == "t1"
    assert (change.old_state, change.new_state) == (State.OWNED, State.OWNED)
    assert [role.id for role in change.old_owners] == ["a"]
    assert [role.id for role in change.new_owners] == ["b"]
    assert [(each.topic.id, each.old, each.new) for each in answer.roles[0].letters] == [
        ("t1", ("accountable",), ("consulted",))
    ]
    assert [(each.topic.id, each.old, each.new) for each in answer.roles[1].letters] == [
        ("t1", (), ("accountable",))
    ]
    # Nothing is told of the sentences that the letters do not tell.
    assert all(each.told for role in answer.roles for each in role.wordings)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("consulted: [t1]", "accountable: [t1]", State.UNDECIDED, State.OWNED),
        ("accountable: [t1]", "consulted: [t1]", State.OWNED, State.UNDECIDED),
        ("consulted: [t2]", "consulted: [t1]", State.UNOWNED, State.UNDECIDED),
        ("accountable: [t1]", "accountable: [t2]", State.OWNED, State.UNOWNED),
    ],
)
def test_what_a_topic_became(old: str, new: str, before: State, after: State) -> None:
    def with_letter(letter: str) -> Catalog:
        text = A.replace(", accountable: [t1]", "").replace("consulted: [t2]", letter)
        return catalog(a=text)

    answer = changes(with_letter(old), with_letter(new))
    assert ("t1", before, after) in [
        (each.new.id if each.new else "", each.old_state, each.new_state)
        for each in answer.ownership
    ]


def test_a_topic_became_contested_and_was_settled() -> None:
    both = catalog("new", b=B.replace("[t2]", "[t1, t2]"))
    (there,) = changes(OLD, both).ownership
    (back,) = changes(both, OLD).ownership
    assert (there.old_state, there.new_state) == (State.OWNED, State.CONTESTED)
    assert (back.old_state, back.new_state) == (State.CONTESTED, State.OWNED)
    assert [role.id for role in there.new_owners] == ["a", "b"]


def test_topics_that_came_and_went() -> None:
    answer = diff(catalog=HEADER + "  t3: {en: Three, zh: 三}\n")
    (change,) = answer.ownership
    assert (change.old, change.old_state, change.new_state) == (None, None, State.UNOWNED)
    assert [(each.kind, each.old) for each in answer.topics] == [(Kind.ADDED, None)]
    (back,) = changes(catalog(catalog=HEADER + "  t3: {en: Three, zh: 三}\n"), OLD).ownership
    assert (back.new, back.new_state, back.old_state) == (None, None, State.UNOWNED)


STATEMENT = "{en: Asks the users what they need, zh: 问用户需要什么, consulted: [t2]}"


def test_a_statement_reworded_in_one_language() -> None:
    answer = diff(a=A.replace("Asks the users what they need", "Asks all users what they want"))
    (found,) = wordings(answer, "a")
    assert (found.part, found.languages, found.moved) == (Part.STATEMENT, ("en",), False)
    assert not found.gained
    assert not found.lost
    assert answer.ownership == ()


def test_a_statement_that_is_another_altogether() -> None:
    answer = diff(a=A.replace(STATEMENT, "{en: Writes reports, zh: 写报告, consulted: [t2]}"))
    added, removed = wordings(answer, "a")
    assert (added.old, removed.new) == (None, None)
    assert added.gained == removed.lost == (("consulted", "t2"),)
    assert answer.roles[0].letters == ()


def test_a_statement_that_moved() -> None:
    text = A.replace(f"responsibility:\n  - {STATEMENT}\n", f"market-facing:\n  - {STATEMENT}\n")
    (found,) = wordings(diff(a=text), "a")
    assert found.moved
    assert found.where == ("responsibility", "market-facing")
    assert found.languages == ()


def test_a_letter_that_moved_to_another_sentence_is_told() -> None:
    text = A.replace(", consulted: [t2]", "").replace("[t1]}", "[t1], consulted: [t2]}")
    answer = diff(a=text)
    assert answer.roles[0].letters == ()
    assert [(each.gained, each.lost, each.told) for each in answer.roles[0].wordings] == [
        ((("consulted", "t2"),), (), False),
        ((), (("consulted", "t2"),), False),
    ]


def test_one_text_twice_with_other_letters_may_change_places() -> None:
    first = "  - {en: Asks, zh: 问, consulted: [t2]}\n"
    second = "  - {en: Asks, zh: 问}\n"
    elsewhere = "responsibility:\n  - {en: Asks, zh: 问, accountable: [t1]}\n"
    name = "name: {en: Maker, zh: 制造者}\n"
    one, other = (
        catalog(a=f"{name}perspective:\n{lines}{elsewhere}")
        for lines in (first + second, second + first)
    )
    assert changes(one, other).same


def test_one_text_twice_with_another_reason_may_change_places() -> None:
    first = "  - {en: Asks, zh: 问, accepted: {duplicate-statement: {en: So, zh: 如此}}}\n"
    second = "  - {en: Asks, zh: 问}\n"
    third = "  - {en: Asks, zh: 问, accepted: {vague-ownership: {en: So, zh: 如此}}}\n"
    name = "name: {en: Maker, zh: 制造者}\n"
    one, other = (
        catalog(a=f"{name}perspective:\n{lines}")
        for lines in (first + second + third, third + first + second)
    )
    assert changes(one, other).same
    assert changes(other, one).same


def test_names_aliases_notes_and_sources() -> None:
    text = A.replace("Maker", "Builder").replace("[builder]", "[smith]").replace("Rare", "Seldom")
    answer = diff(a=text + "source: {en: A book, zh: 一本书}\n")
    (role,) = answer.roles
    assert role.gained_aliases == ("smith",)
    assert role.lost_aliases == ()  # the name it has now
    assert [(each.part, each.languages) for each in role.wordings] == [
        (Part.NAME, ("en",)),
        (Part.NOTE, ("en",)),  # the Chinese text says that it is the same note
        (Part.SOURCE, ()),
    ]


def test_the_texts_of_a_catalog_its_topics_and_pairs() -> None:
    text = HEADER.replace("Ours", "Theirs").replace("en: Two", "en: Second")
    text = text.replace(
        "zh: 二}", "zh: 二, accepted: {no-accountable: {en: Known, zh: 已知}}}"
    ).replace("topics:", "dimensions:\n  perspective: {en: View, zh: 视角}\n"
              "  responsibility: {en: Responsibility, zh: 责任}\n"
              "  market-facing: {en: Market-facing work, zh: 面向市场}\ntopics:")  # fmt: skip
    text += "pairs:\n  - {roles: [b, a], together: [{en: They talk, zh: 沟通}]}\n"
    answer = diff(catalog=text)
    assert [each.part for each in answer.wordings] == [Part.TITLE]
    (topic,) = answer.topics
    assert [(each.part, each.where[1]) for each in topic.wordings] == [
        (Part.NAME, ""),
        (Part.ACCEPTED, "no-accountable"),
    ]
    (dimension,) = answer.dimensions
    assert (dimension.old, dimension.new) == ("perspective", "perspective")
    (pair,) = answer.pairs
    assert (pair.kind, [each.part for each in pair.wordings]) == (Kind.ADDED, [Part.TOGETHER])
    turned = catalog("new", catalog=text.replace("[b, a]", "[a, b]"))
    assert changes(catalog(catalog=text), turned).same


def test_languages_that_came_and_went() -> None:
    one = {
        "catalog.yaml": "rolecmp: 1\nlanguages: [en]\ntopics: {t1: One}\n",
        "a.yaml": "name: Maker\nperspective: [Makes]\n",
    }
    two = {
        "catalog.yaml": "rolecmp: 1\nlanguages: [zh, en]\ntopics: {t1: {en: One, zh: 一}}\n",
        "a.yaml": "name: {en: Maker, zh: 制}\nperspective: [{en: Makes, zh: 做}]\n",
    }
    answer = changes(load_catalog(MemoryFolder("1", one)), load_catalog(MemoryFolder("2", two)))
    assert (answer.gained_languages, answer.lost_languages) == (("zh",), ())
    assert answer.default_languages == ("en", "zh")
    assert (answer.roles, answer.topics) == ((), ())


def test_without_a_language_in_common_every_text_is_another() -> None:
    english, chinese = (
        load_catalog(
            MemoryFolder(
                code,
                {
                    "catalog.yaml": f"rolecmp: 1\nlanguages: [{code}]\n",
                    "a.yaml": f"name: X\nperspective: [{text}]\n",
                },
            )
        )
        for code, text in (("en", "Makes"), ("zh", "做"))
    )
    answer = changes(english, chinese)
    assert not answer.same
    assert [each.part for each in answer.roles[0].wordings][1:] == [Part.STATEMENT] * 2


def accepting(kind: str, rule: str, reason: str | None) -> Catalog:
    """Give the catalog with one finding accepted on a topic, a role or a statement."""
    given = f"{{{rule}: {{en: {reason}, zh: {reason}}}}}" if reason else ""
    header, role = HEADER, A
    if kind == "topic":
        header = HEADER.replace("zh: 二}", f"zh: 二, accepted: {given}}}" if given else "zh: 二}")
    elif kind == "role" and given:
        role = f"{A}accepted: {given}\n"
    elif given:
        role = A.replace("consulted: [t2]}", f"consulted: [t2], accepted: {given}}}")
    return catalog(catalog=header, a=role)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("kind", "rule"), [(kind, rule.name) for rule in RULES.values() for kind in rule.on]
)
def test_whatever_is_accepted_is_told(kind: str, rule: str) -> None:
    without, first, other = (accepting(kind, rule, reason) for reason in (None, "Uno", "Due"))
    for old, new, reasons in (
        (without, first, ["Uno"]),
        (first, other, ["Uno", "Due"]),
        (first, without, ["Uno"]),
    ):
        answer = changes(old, new)
        things = answer.topics if kind == "topic" else answer.roles
        assert {each.where for thing in things for each in thing.wordings} == {(rule, rule)}
        statements = [each.statement for thing in things for each in thing.wordings]
        assert all((each is not None) is (kind == "statement") for each in statements)
        for name in FORMATS:
            for language in LANGUAGES:
                text = render(CHANGES, answer, name, Options(language, width=200))
                assert rule in text
                assert all(reason in text for reason in reasons)
                said = {"en": "Asks the users what they need", "zh": "问用户需要什么"}[language]
                assert (said in text) is (kind == "statement")
    assert changes(first, first).same


def test_what_is_accepted_on_a_summary_is_told() -> None:
    text = A.replace("做出来}", "做出来, accepted: {vague-ownership: {en: So, zh: 如此}}}")
    (found,) = wordings(diff(a=text), "a")
    assert (found.part, found.where[1]) == (Part.ACCEPTED, "vague-ownership")
    assert found.statement is not None
    assert found.statement.texts["en"] == "Makes it"


@pytest.mark.parametrize(
    ("old", "new", "english", "chinese"),
    [
        ("", "role-idle: off", "role-idle: switched off", "role-idle：已关闭"),
        ("role-idle: off", "", "role-idle: switched on", "role-idle：已启用"),
        (
            "",
            "role-overloaded: 12",
            "role-overloaded: from at most 20 to at most 12",
            "role-overloaded：由不超过 20 改为不超过 12",
        ),
        (
            "role-overloaded: off",
            "role-overloaded: 0",
            "role-overloaded: switched on, at most 0",
            "role-overloaded：已启用，不超过 0",
        ),
        (
            "role-overloaded: 0",
            "role-overloaded: off",
            "role-overloaded: switched off",
            "role-overloaded：已关闭",
        ),
    ],
)
def test_changed_checks_are_told(old: str, new: str, english: str, chinese: str) -> None:
    answer = changes(*(catalog(catalog=f"{HEADER}checks: {{{each}}}\n") for each in (old, new)))
    assert not answer.same
    text = render(CHANGES, answer, "markdown", Options("en"))
    assert f"Check {english}\n" in text
    assert "\nChanges: 1 in checks\n" in text
    assert f"检查规则 {chinese}\n" in render(CHANGES, answer, "markdown", Options("zh"))
    (check,) = json.loads(render(CHANGES, answer, "json", Options("en")))["checks"]
    assert check["rule"] in english
    assert check["old"].keys() == check["new"].keys() == {"on", "limit"}


def test_a_threshold_written_out_is_no_change() -> None:
    assert diff(catalog=f"{HEADER}checks: {{role-overloaded: 20}}\n").same


# --- renames ----------------------------------------------------------------------------------


def renamed(answer: Changes) -> dict[str, str]:
    found = [(each.kind, each.old, each.new) for each in answer.roles]
    topics = [(each.kind, each.old, each.new) for each in answer.topics]
    return {
        old.id: new.id
        for kind, old, new in (*found, *topics)
        if kind is Kind.RENAMED and old and new
    }


def test_a_role_that_keeps_a_name_is_renamed() -> None:
    text = "name: {en: Craftsman, zh: 工匠}\naliases: [Builder]\n"
    assert renamed(diff(a=None, c=text)) == {"a": "c"}


def test_a_role_that_keeps_half_of_its_statements_is_renamed() -> None:
    other = A.replace("Maker", "Craftsman").replace("制造者", "工匠").replace("[builder]", "[c2]")
    answer = diff(a=None, c=other)
    assert renamed(answer) == {"a": "c"}
    assert answer.ownership == ()
    assert all(role.letters == () for role in answer.roles)


def test_a_name_tells_more_than_statements() -> None:
    named = "name: {en: Maker, zh: 制造者}\n"
    same = A.replace("Maker", "Smith").replace("制造者", "匠人").replace("[builder]", "[smithy]")
    assert renamed(diff(a=None, c=same, d=named)) == {"a": "d"}


def test_a_role_that_keeps_less_is_another() -> None:
    other = "name: {en: Craftsman, zh: 工匠}\nsummary: {en: Makes it, zh: 做出来}\n" + (
        "perspective:\n" + "".join(f"  - {{en: Does {n}, zh: 做 {n}}}\n" for n in range(3))
    )
    answer = diff(a=None, c=other)
    assert renamed(answer) == {}
    assert {each.kind for each in answer.roles} == {Kind.ADDED, Kind.REMOVED}


def test_a_topic_is_renamed_by_its_name_or_by_what_is_said_of_it() -> None:
    by_name = HEADER.replace("t1:", "one:").replace("aliases: [first]", "aliases: [prime]")
    text = A.replace("[t1]", "[one]")
    answer = diff(catalog=by_name, a=text)
    assert renamed(answer) == {"t1": "one"}
    assert (answer.ownership, answer.roles) == ((), ())
    by_statement = by_name.replace("en: One, zh: 一", "en: Uno, zh: 壹")
    answer = diff(catalog=by_statement, a=text)
    assert renamed(answer) == {"t1": "one"}
    assert answer.ownership == ()


def test_a_dimension_is_renamed_by_its_name() -> None:
    text = "dimensions:\n  angle: {en: Perspective, zh: 视角}\n  responsibility: {en: R, zh: 责}\n"
    text += "  market-facing: {en: M, zh: 面}\n"
    answer = diff(
        catalog=HEADER.replace("topics:", f"{text}topics:"), a=A.replace("perspective:", "angle:")
    )
    first = answer.dimensions[0]
    assert (first.kind, first.old, first.new) == (Kind.RENAMED, "perspective", "angle")
    assert answer.roles == ()


# --- bounds -----------------------------------------------------------------------------------


def test_likeness_is_not_looked_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def of(word: str) -> Catalog:
        lines = "".join(f"  - {{en: {word} {n} things a day, zh: {n}}}\n" for n in range(60))
        return catalog(a=f"name: {{en: Maker, zh: 制造者}}\nperspective:\n{lines}")

    old, new = of("Makes"), of("Sells")
    before = changes(old, new).roles[0].wordings
    assert {(each.old is None, each.new is None) for each in before} == {(False, False)}
    monkeypatch.setattr(matching, "WORK", 0)
    after = changes(old, new).roles[0].wordings
    assert {(each.old is None, each.new is None) for each in after} == {
        (True, False),
        (False, True),
    }
    assert len(after) == 120


@pytest.mark.no_cover
def test_a_catalog_of_50_roles_may_be_reworded_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let a tenth of the roles take a tenth of the work: each role is compared by itself."""
    generate.generate(tmp_path, 5, statements=40)
    files = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.yaml")}
    header = {"catalog.yaml": files["catalog.yaml"]}
    others = {
        name: text.replace("the ", "each ").replace("，", "、").replace("的", "之")
        for name, text in files.items()
    }
    old, new = (load_catalog(MemoryFolder("x", each)) for each in (files, others | header))
    monkeypatch.setattr(matching, "WORK", matching.WORK // 10)
    wordings = [each for role in changes(old, new).roles for each in role.wordings]
    assert len(wordings) > 5 * 40
    assert [each for each in wordings if each.old is None or each.new is None] == []


@pytest.mark.no_cover
@pytest.mark.parametrize("shape", ["others", "few", "long"])
def test_large_rewritings_are_bounded(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Count the steps rather than the seconds: what is done beyond the bound would be seen."""
    import difflib

    def of(seed: int) -> Catalog:
        chance = random.Random(seed)
        words: Callable[[], list[str]] = {
            "others": lambda: [f"w{chance.randrange(10**6)}" for _ in range(10)],
            "few": lambda: chance.choices("abcdefgh", k=10),
            "long": lambda: chance.choices("abcdefgh", k=99),
        }[shape]
        lines = [f"{seed}x{n} {' '.join(words())}" for n in range(400)]
        text = "".join(f"  - {line}\n" for line in lines)
        return load_catalog(
            MemoryFolder(
                "x",
                {
                    "catalog.yaml": "rolecmp: 1\nlanguages: [en]\n",
                    "a.yaml": f"name: A\nperspective:\n{text}",
                },
            )
        )

    made: list[int] = []
    ratio = difflib.SequenceMatcher.ratio

    def counted(self: difflib.SequenceMatcher[str]) -> float:
        made.append(len(vars(self)["a"]) * len(vars(self)["b"]))
        return ratio(self)

    monkeypatch.setattr(difflib.SequenceMatcher, "ratio", counted)
    monkeypatch.setattr(matching, "WORK", 500_000)
    changes(of(1), of(2))
    assert sum(made) <= 500_000 + matching.WORDS**2
    assert len(made) <= 500_000 // matching.STEPS
    assert bool(made) is (shape != "others")


# --- what is no change ------------------------------------------------------------------------

WORDS = st.sampled_from(["price", "定价", "a: b", "it's", "1#", '"so"', "- x", "no", "两 个", "12"])
TEXT = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
BOTH = st.fixed_dictionaries({"en": TEXT, "zh": TEXT})
TOPIC_IDS = ["t1", "t2", "t3"]


@st.composite
def accepted(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    reasons = draw(
        st.dictionaries(
            st.sampled_from([each.name for each in RULES.values() if kind in each.on]),
            BOTH,
            max_size=2,
        )
    )
    return {"accepted": reasons} if reasons else {}


SETTINGS = st.sampled_from([rule for rule in RULES.values() if rule.optional]).flatmap(
    lambda rule: st.tuples(
        st.just(rule.name),
        st.sampled_from(["on", "off", *(["0", "7", "20"] if rule.at_most is not None else [])]),
    )
)


@st.composite
def statements(draw: st.DrawFn) -> dict[str, Any]:
    letters = {
        letter: draw(st.lists(st.sampled_from(TOPIC_IDS), unique=True, min_size=1))
        for letter in draw(st.lists(st.sampled_from(LETTERS), unique=True, max_size=2))
    }
    return {**draw(BOTH), **letters, **draw(accepted("statement"))}


@st.composite
def catalogs(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    ids = ["a", "b", "c"][: draw(st.integers(1, 3))]
    files: dict[str, dict[str, Any]] = {
        "catalog": {
            "rolecmp": "1",
            "title": draw(BOTH),
            "languages": ["en", "zh"],
            "topics": {
                id_: {
                    "en": f"topic {id_}",
                    "zh": f"主题 {id_}",
                    "aliases": [f"x{id_}", f"y{id_}"],
                    "accepted": draw(
                        st.dictionaries(
                            st.sampled_from(["multiple-accountable", "no-accountable"]),
                            BOTH, min_size=1,
                        )
                    ),
                }
                for id_ in TOPIC_IDS
            },
        }
    }  # fmt: skip
    dimensions = list(DEFAULT_DIMENSIONS)
    if draw(st.booleans()):
        dimensions = draw(
            st.lists(st.sampled_from([*dimensions, "angle"]), min_size=1, unique=True)
        )
        files["catalog"]["dimensions"] = {
            key: {"en": f"dimension {key}", "zh": f"维度 {key}"} for key in dimensions
        }
    if checks := dict(draw(st.lists(SETTINGS, max_size=3))):
        files["catalog"]["checks"] = checks
    if len(ids) == 3:
        files["catalog"]["pairs"] = [
            {"roles": ["a", "b"], "difference": draw(BOTH)},
            {"roles": ["c", "b"], "together": draw(st.lists(BOTH, min_size=1, max_size=3))},
        ]
    for id_ in ids:
        files[id_] = {
            "name": {"en": f"role {id_}", "zh": f"角色 {id_}"},
            "aliases": [f"p{id_}", f"q{id_}"],
            **{
                dimension: draw(st.lists(statements(), min_size=1, max_size=3))
                for dimension in draw(st.lists(st.sampled_from(dimensions), unique=True))
            },
            "notes": draw(st.lists(BOTH, min_size=1, max_size=2)),
            **draw(accepted("role")),
        }
        if draw(st.booleans()):
            files[id_]["summary"] = draw(statements())
    return files


def written(value: Any, chance: random.Random, *, flow: bool = False, keep: bool = False) -> str:
    """Write a value as YAML in one of many shapes: order, indentation, comments, brackets."""
    if isinstance(value, str):
        if chance.random() < 0.5:
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=False)
    mapping = isinstance(value, Mapping)
    items = list(value)
    if not keep:
        chance.shuffle(items)
    if flow:
        parts = [
            f"{key}: {written(value[key], chance, flow=True)}" if mapping else
            written(key, chance, flow=True)
            for key in items
        ]  # fmt: skip
        return "{" + ", ".join(parts) + "}" if mapping else "[" + ", ".join(parts) + "]"
    indent = " " * chance.randint(1, 4) if mapping else "  "
    lines = []
    for each in items:
        inner = value[each] if mapping else each
        text = written(
            inner, chance, flow=chance.random() < 0.3, keep=each in ("languages",)
        )  # fmt: skip
        below = isinstance(inner, str) or text[0] in "[{"
        start = f"{each}:" if mapping else "-"
        lines += ["# a remark"] * (chance.random() < 0.2)
        lines.append(f"{start} {text}" if below else f"{start}\n{_indented(text, indent)}")
    return "\n".join(lines)


def _indented(text: str, indent: str) -> str:
    return "\n".join(f"{indent}{line}" for line in text.split("\n"))


@given(catalogs(), st.integers(0, 2**32))
def test_order_layout_and_comments_mean_nothing(
    files: dict[str, dict[str, Any]], seed: int
) -> None:
    chance = random.Random(seed)
    shapes = []
    for label in ("one", "other"):
        texts = {f"{name}.yaml": written(value, chance) + "\n" for name, value in files.items()}
        shapes.append(load_catalog(MemoryFolder(label, texts)))
    answer = changes(*shapes)
    assert answer.same, (answer.roles, answer.topics, answer.pairs)


@given(catalogs(), catalogs())
def test_there_and_back_tell_of_the_same(
    before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]
) -> None:
    old, new = (
        load_catalog(
            MemoryFolder(
                label,
                {f"{name}.yaml": json.dumps(value, ensure_ascii=False)
                 for name, value in files.items()},
            )
        )
        for label, files in (("old", before), ("new", after))
    )  # fmt: skip
    there, back = changes(old, new), changes(new, old)
    assert there.same is back.same
    for answer in (there, back):
        for name in FORMATS:
            for language in LANGUAGES:
                assert render(CHANGES, answer, name, Options(language, width=80))
    assert {(each.old_state, each.new_state) for each in there.ownership} == {
        (each.new_state, each.old_state) for each in back.ownership
    }
    assert sorted(len(each.letters) for each in there.roles) == sorted(
        len(each.letters) for each in back.roles
    )


def test_the_built_in_catalog_is_the_same_as_itself_under_other_line_ends(tmp_path: Path) -> None:
    roles = Path(__file__).parents[2] / "roles"
    for path in roles.glob("*.yaml"):
        data = path.read_bytes().replace(b"\n", b"\r\n")
        (tmp_path / path.name).write_bytes(b"\xef\xbb\xbf# a remark\r\n" + data)
    old = load_catalog(DiskFolder(str(roles), "old"))
    assert changes(old, load_catalog(DiskFolder(str(tmp_path), "new"))).same
