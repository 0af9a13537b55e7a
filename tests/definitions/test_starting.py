"""Every part and every language of the built-in catalog is a sound catalog of its own."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import combinations
from pathlib import Path

import pytest

from rolecmp.definitions import starting
from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.model import DEFAULT_DIMENSIONS, Catalog
from rolecmp.definitions.problems import DefinitionsError, Problem
from rolecmp.definitions.sources.folders import CATALOG_FILE, DiskFolder, MemoryFolder
from rolecmp.definitions.starting import blank, in_languages, texts_of
from rolecmp.questions.diff import Kind, changes
from rolecmp.questions.diff.facts import Aspect
from rolecmp.questions.standing import FINDING_OF, State, findings_among, letters_by_topic
from rolecmp.questions.who_owns import overview

FOLDER = DiskFolder(str(Path(__file__).parents[2] / "roles"), "roles")
WHOLE = load_catalog(FOLDER)
TEXTS = texts_of(FOLDER)
PARTS = [
    part for count in range(1, len(WHOLE.roles) + 1) for part in combinations(WHOLE.roles, count)
]


def part_of(texts: dict[str, str], catalog: Catalog, roles: Collection[str]) -> dict[str, str]:
    findings = findings_among(catalog, roles, "2027-01-01")
    return starting.part_of(texts, catalog, roles, findings)


def in_language(texts: dict[str, str], *languages: str) -> dict[str, str]:
    return in_languages(texts, languages, ["en", "zh"])


def read(texts: dict[str, str]) -> Catalog:
    return load_catalog(MemoryFolder("new", texts))


def test_the_whole_is_a_copy() -> None:
    for name in (each for each in FOLDER.names() if each.endswith(".yaml")):
        data = FOLDER.read(name, 1 << 20)
        assert isinstance(data, bytes)
        first, _, rest = data.decode().partition("\n")
        assert first.startswith("# yaml-language-server: ")
        assert TEXTS[name] == rest
    assert part_of(TEXTS, WHOLE, set(WHOLE.roles)) == TEXTS
    english = {
        name: "".join(
            line
            for line in text.splitlines(keepends=True)
            if line.isascii() or not line.startswith("#")
        )
        for name, text in TEXTS.items()
    }
    assert in_language(TEXTS, "en", "zh") == english


def test_lines_for_an_editor_stay_behind(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text(
        "# yaml-language-server: $schema=x\nrolecmp: 1\n# kept\n"
    )
    (tmp_path / "README.md").write_text("no definitions")
    assert texts_of(DiskFolder(str(tmp_path), "here")) == {"catalog.yaml": "rolecmp: 1\n# kept\n"}


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").mkdir()
    with pytest.raises(DefinitionsError):
        texts_of(DiskFolder(str(tmp_path), "here"))


@pytest.mark.no_cover
@pytest.mark.parametrize("part", PARTS, ids=",".join)
def test_a_part_holds_what_its_roles_speak_of_and_no_more(part: tuple[str, ...]) -> None:
    texts = part_of(TEXTS, WHOLE, set(part))
    catalog = read(texts)
    assert list(texts) == [CATALOG_FILE, *(f"{id_}.yaml" for id_ in sorted(part))]
    assert tuple(catalog.roles) == part
    used = {topic for id_ in part for topic in letters_by_topic(WHOLE.roles[id_])}
    assert set(catalog.topics) == used
    assert [pair.roles for pair in catalog.pairs] == [
        pair.roles for pair in WHOLE.pairs if set(pair.roles) <= set(part)
    ]
    for row in overview(catalog, "2027-01-01").topics:
        finding = FINDING_OF.get(row.state, "")
        accepted = WHOLE.topics[row.topic.id].accepted
        # A reason stays where the finding does and all that it may speak of are there.
        alone = not any(
            row.topic.id in letters_by_topic(role)
            for id_, role in WHOLE.roles.items()
            if id_ not in part
        )
        assert {key: each.reason.texts for key, each in row.topic.accepted.items()} == {
            key: each.reason.texts for key, each in accepted.items() if key == finding and alone
        }
    for change in changes(WHOLE, catalog).roles:
        # A role that stays loses no more than those it manages who are not in the part.
        facts = [fact.aspect for fact in change.facts]
        assert change.kind is Kind.REMOVED or facts == [Aspect.MANAGES]
        assert not (change.wordings or change.letters) or change.kind is Kind.REMOVED


@pytest.mark.parametrize("part", PARTS, ids=",".join)
def test_a_part_is_tidy(part: tuple[str, ...]) -> None:
    text = part_of(TEXTS, WHOLE, set(part))[CATALOG_FILE]
    lines = text.splitlines()
    cut = {line for line in lines if line.lstrip(" -").startswith("roles: [")}
    assert set(lines) - cut <= set(TEXTS[CATALOG_FILE].splitlines())
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    for before, after in zip(lines, [*lines[1:], ""], strict=True):
        if before.lstrip().startswith("#"):
            assert after.strip(), before  # a remark heads something
        assert (before, after) != ("", "") or after is lines[-1]
        assert not (before == "topics:" and not after.strip())


def test_the_reason_goes_where_one_owner_is_left() -> None:
    catalog = read(part_of(TEXTS, WHOLE, {"pm", "customer-service-manager"}))
    assert catalog.topics["market-research"].accepted == {}
    topics = overview(catalog, "2027-01-01").topics
    unowned = {each.topic.id for each in topics if each.state is not State.OWNED}
    assert unowned == {"sales-and-service-support"}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("part", [PARTS[0], PARTS[7], PARTS[-1]], ids=",".join)
def test_one_language_is_left_of_every_text(part: tuple[str, ...], language: str) -> None:
    other = {"en": "zh", "zh": "en"}[language]
    texts = part_of(TEXTS, WHOLE, set(part))
    catalog = read(in_language(texts, language))
    assert catalog.languages == (language,)
    answer = changes(read(texts), catalog)
    assert answer.lost_languages == (other,)
    assert not any(
        each.wordings or each.letters for each in answer.roles if each.kind is not Kind.RENAMED
    )
    assert (answer.ownership, answer.dimensions, answer.pairs, answer.wordings) == ((), (), (), ())
    assert all(not each.wordings for each in answer.topics)
    if language == "en":
        names = [name.name for topic in catalog.topics.values() for name in topic.aliases]
        assert all(name.isascii() for name in names)
        assert "aliases: []" not in "".join(in_language(texts, language).values())


@pytest.mark.parametrize("languages", [("en", "zh"), ("zh", "en")])
def test_the_blank_one_has_nothing_left_to_settle(languages: tuple[str, ...]) -> None:
    texts = in_language(blank(), *languages)
    catalog = read(texts)
    assert catalog.languages == languages
    answer = overview(catalog, "2027-01-01")
    assert answer.settled
    letters = [letters_by_topic(role) for role in catalog.roles.values()]
    for topic in catalog.topics:
        given = [letter for each in letters for letter in each.get(topic, ())]
        assert given.count("accountable") == 1
        assert given.count("responsible") >= 1
    for role in catalog.roles.values():
        assert tuple(role.statements) == tuple(DEFAULT_DIMENSIONS)
        assert role.summary is not None
    comments = [line for text in texts.values() for line in text.splitlines() if "#" in line]
    assert len(comments) > 5
    assert all(line.startswith("# ") for line in comments)
    assert "".join(comments).isascii() is (languages[0] == "en")
    assert read(in_language(texts, "zh")).languages == ("zh",)
    assert read(in_language(texts, "en")).topics["pricing"].aliases[0].name == "price"


COMMENTED = [text for folder in (TEXTS, blank()) for text in folder.values() if "# " in text]


@pytest.mark.parametrize("text", COMMENTED)
def test_every_comment_stands_in_both_languages_and_is_kept_in_one(text: str) -> None:
    runs = re.findall(r"(?:^ *# .*\n)+", text, re.MULTILINE)
    assert runs
    for run in runs:
        lines = run.splitlines()
        chinese = [line for line in lines if re.search("[\u4e00-\u9fff]", line)]
        assert 0 < len(chinese) < len(lines)
        for first, kept in (("zh", chinese), ("en", [each for each in lines if each.isascii()])):
            found = in_language({"x.yaml": run}, first)["x.yaml"].splitlines()
            assert found == kept


def test_languages_come_in_the_order_wanted() -> None:
    said = "  - en: B\n    zh: 乙\n    accountable: [t]\n  - en: C\n    zh: 丙\n"
    texts = {"x.yaml": f"name:\n  en: A\n  zh: 甲\nwork:\n{said}languages: [en, zh]\n"}
    assert in_language(texts, "zh", "en")["x.yaml"] == (
        "name:\n  zh: 甲\n  en: A\nwork:\n  - zh: 乙\n    en: B\n    accountable: [t]\n"
        "  - zh: 丙\n    en: C\nlanguages: [zh, en]\n"
    )
    assert in_language(texts, "zh")["x.yaml"] == (
        "name:\n  zh: 甲\nwork:\n  - zh: 乙\n    accountable: [t]\n  - zh: 丙\nlanguages: [zh]\n"
    )


def test_a_folder_of_texts() -> None:
    folder = MemoryFolder("new", {"a.yaml": "name: 定价\n"})
    assert (folder.names(), folder.has("a.yaml"), folder.has("b")) == (["a.yaml"], True, False)
    assert folder.read("a.yaml", 8) == b"name: \xe5\xae"
    missing = folder.read("b.yaml", 8)
    assert isinstance(missing, Problem)
    assert missing.path == "new/b.yaml"


def test_a_reason_stays_where_all_that_it_may_speak_of_are_there() -> None:
    texts = {
        CATALOG_FILE: (
            "rolecmp: 1\nlanguages: [en]\ntopics:\n  t:\n    en: T\n    accepted:\n"
            "      multiple-accountable: Both do.\n      no-accountable: Nobody does.\n"
        ),
        "a.yaml": "name: A\nperspective:\n  - en: a\n    accountable: [t]\n",
        "b.yaml": "name: B\nperspective:\n  - en: b\n    accountable: [t]\n",
        "c.yaml": "name: C\nperspective:\n  - en: c\n    consulted: [t]\n",
    }
    whole = read(texts)
    for part, left in (
        ({"a", "b", "c"}, ["multiple-accountable"]),
        ({"a", "b"}, []),
        ({"c"}, []),
    ):
        assert list(read(part_of(texts, whole, part)).topics["t"].accepted) == left


NEW = {
    CATALOG_FILE: (
        "rolecmp: 1\nlanguages: [en]\nroles: [Boss, b, a]\ngroups:\n  first:\n    en: First\n"
        "  later:\n    en: Later\ntopics:\n  t:\n    group: First\n    accepted:\n"
        "      multiple-accountable:\n        roles: [a, Bee]\n        en: Both do.\n"
        "  u:\n    group: later\n"
        "pairs:\n  - roles: [Bee, Boss]\n    difference:\n      en: d\n"
    ),
    "a.yaml": "name: A\naccountable: [t]\nmanages: ['Bee']\n",
    "b.yaml": "name: Bee\naccountable: [t]\n",
    "c.yaml": "name: Boss\nmanages: [a, Bee]\nconsulted: [u]\n",
}


def test_a_part_speaks_of_no_role_that_is_not_in_it() -> None:
    whole = read(NEW)
    assert part_of(NEW, whole, set(whole.roles)) == NEW
    catalog = read(part_of(NEW, whole, {"a", "b"}))
    assert list(catalog.roles) == ["b", "a"]
    assert [each.id for each in catalog.roles["a"].manages] == ["b"]
    assert list(catalog.groups) == ["first"]
    assert [each.id for each in catalog.topics["t"].accepted["multiple-accountable"].roles] == [
        "a",
        "b",
    ]
    assert catalog.pairs == ()
    texts = part_of(NEW, whole, {"a", "c"})
    assert "roles: [Boss, a]\n" in texts[CATALOG_FILE]
    assert "manages" not in texts["a.yaml"]
    assert "manages: [a]\n" in texts["c.yaml"]
    assert read(texts).topics["t"].accepted == {}
    alone = part_of(NEW, whole, {"b"})
    assert (read(alone).pairs, "roles: [b]" in alone[CATALOG_FILE]) == ((), True)
