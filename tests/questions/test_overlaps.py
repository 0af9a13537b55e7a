"""Where roles overlap: held against counting each pair topic by topic."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.definitions.model import LETTERS, Catalog, Claim, Role, Statement, Text, Topic
from rolecmp.questions.overlaps import Overlaps, overlaps

TODAY = "2027-01-01"
A, R, C, I = LETTERS  # noqa: E741  as the field calls them


def make(letters: dict[str, dict[str, str]], topics: int = 8) -> Catalog:
    """Make a catalog: role -> topic -> initials, such as ``AR``; topics are called t0, t1."""
    by_initial = {letter[0].upper(): letter for letter in LETTERS}
    roles = {}
    for key in sorted(letters):
        claims = tuple(
            Claim(by_initial[initial], topic, 1, 1)
            for topic, held in letters[key].items()
            for initial in held
        )
        statements = {"perspective": (Statement({"en": "x"}, claims, 1, 1),)} if claims else {}
        name = Text({"en": key.title()}, 1, 1)
        roles[key] = Role(key, f"{key}.yaml", name, (), None, statements, (), None)
    declared = {
        f"t{number}": Topic(f"t{number}", Text({"en": f"T{number}"}, 1, 1), (), {})
        for number in range(topics)
    }
    return Catalog("here", False, None, ("en",), None, {}, declared, (), roles)


def shown(answer: Overlaps) -> list[tuple[str, str, str, str]]:
    return [
        (
            pair.first.id,
            pair.second.id,
            " ".join(each.topic.id for each in pair.contested),
            " ".join(each.topic.id for each in pair.shared),
        )
        for pair in answer.pairs
    ]


CATALOG = make(
    {
        "ann": {"t3": "A", "t1": "AR", "t2": "C"},
        "bob": {"t1": "A", "t2": "I", "t3": "R"},
        "cat": {"t2": "A", "t4": "A", "t5": "R"},
        "dan": {"t4": "A"},
        "eve": {"t7": "A"},
        "fay": {},
    }
)


def test_contested_goes_before_shared_and_ids_decide() -> None:
    answer = overlaps(CATALOG, TODAY)
    assert shown(answer) == [
        ("ann", "bob", "t1", "t2 t3"),
        ("cat", "dan", "t4", ""),
        ("ann", "cat", "", "t2"),
        ("bob", "cat", "", "t2"),
    ]
    assert (answer.contested, answer.sharing, answer.apart) == (2, 2, 11)
    assert (answer.meeting, answer.role) == (4, None)


def test_one_role_comes_first_in_each_of_its_pairs() -> None:
    answer = overlaps(CATALOG, TODAY, CATALOG.roles["cat"])
    assert shown(answer) == [
        ("cat", "dan", "t4", ""),
        ("cat", "ann", "", "t2"),
        ("cat", "bob", "", "t2"),
    ]
    assert (answer.contested, answer.sharing, answer.apart) == (1, 2, 2)
    assert answer.role is CATALOG.roles["cat"]


@pytest.mark.parametrize("role", ["eve", "fay"])
def test_a_role_that_meets_none(role: str) -> None:
    answer = overlaps(CATALOG, TODAY, CATALOG.roles[role])
    assert (answer.pairs, answer.meeting, answer.apart) == ((), 0, 5)


@pytest.mark.parametrize("top", range(1, 6))
def test_the_first_pairs_are_the_first_of_all(top: int) -> None:
    whole = overlaps(CATALOG, TODAY)
    assert overlaps(CATALOG, TODAY, top=top) == whole._replace(pairs=whole.pairs[:top])


def test_a_contested_topic_outweighs_all_that_could_be_shared() -> None:
    catalog = make(
        {
            "ann": {f"t{number}": "R" for number in range(7)},
            "bob": {f"t{number}": "R" for number in range(7)},
            "cat": {"t7": "A"},
            "dan": {"t7": "A"},
        }
    )
    assert [pair[:2] for pair in shown(overlaps(catalog, TODAY))] == [
        ("cat", "dan"),
        ("ann", "bob"),
    ]


def test_catalogs_too_small_for_a_pair() -> None:
    for letters in ({}, {"ann": {"t1": "A"}}):
        answer = overlaps(make(letters), TODAY)
        assert (answer.pairs, answer.meeting, answer.apart) == ((), 0, 0)
    alone = make({"ann": {"t1": "A"}})
    assert overlaps(alone, TODAY, alone.roles["ann"]).apart == 0
    assert overlaps(make({"ann": {}, "bob": {}}, topics=0), TODAY).apart == 1


def naive(catalog: Catalog, role: str | None) -> list[tuple[str, str, str, str]]:
    """Hold each pair against each topic."""
    said = {
        (each.id, claim.topic, claim.letter)
        for each in catalog.roles.values()
        for _, _, claim in each.claims()
    }
    involved = {(each, topic) for each, topic, _ in said}
    pairs = (
        list(combinations(catalog.roles, 2))
        if role is None
        else [(role, other) for other in catalog.roles if other != role]
    )
    found = []
    for first, second in pairs:
        common = [key for key in catalog.topics if {(first, key), (second, key)} <= involved]
        contested = [key for key in common if {(first, key, A), (second, key, A)} <= said]
        shared = [key for key in common if key not in contested]
        if common:
            rank = (-len(contested), -len(shared), first, second)
            found.append((rank, (first, second, " ".join(contested), " ".join(shared))))
    return [pair for _, pair in sorted(found)]


HELD = st.sampled_from(["A", "R", "C", "I", "AR", "AC", "RI", "ARCI"])
MINE = st.dictionaries(st.integers(0, 7).map("t{}".format), HELD, max_size=8)
CATALOGS = st.dictionaries(st.sampled_from("abcdefghijkl"), MINE, max_size=12).map(make)


@given(CATALOGS, st.one_of(st.none(), st.integers(1, 8)), st.data())
def test_any_ranking_is_what_counting_gives(
    catalog: Catalog, top: int | None, data: st.DataObject
) -> None:
    asked = data.draw(st.sampled_from([None, *catalog.roles]))
    answer = overlaps(catalog, TODAY, catalog.roles[asked] if asked else None, top)
    wanted = naive(catalog, asked)
    assert shown(answer) == wanted[:top]
    assert answer.contested == sum(bool(pair[2]) for pair in wanted)
    assert answer.meeting == len(wanted)
    count = len(catalog.roles)
    every = count - 1 if asked else count * (count - 1) // 2
    assert answer.apart == every - len(wanted)


@pytest.mark.parametrize("top", [1, 7, 400])
def test_many_pairs_are_cut_on_the_way_without_loss(top: int) -> None:
    """So many that those kept are cut down several times, with many of equal rank."""
    initials = ("A", "R", "C", "AI", "A")
    catalog = make(
        {
            f"r{number:02}": {
                f"t{number * step % 23}": initials[(number + step) % 5]
                for step in range(1, number % 7 + 2)
            }
            for number in range(80)
        },
        topics=23,
    )
    wanted = naive(catalog, None)
    assert len(wanted) > 1000
    answer = overlaps(catalog, TODAY, top=top)
    assert shown(answer) == wanted[:top]
    assert answer.meeting == len(wanted)
    assert answer.contested == sum(bool(pair[2]) for pair in wanted)
