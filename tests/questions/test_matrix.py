"""Topics by roles, over small catalogs with known answers and over any catalog by counting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rolecmp.definitions.model import (
    DEFAULT_DIMENSIONS,
    LETTERS,
    Acceptance,
    Catalog,
    Claim,
    Reference,
    Role,
    Statement,
    Text,
    Topic,
)
from rolecmp.questions.matrix import Matrix, Only, Total, matrix
from rolecmp.questions.standing import State
from rolecmp.questions.who_owns import overview

TODAY = "2027-01-01"
A, R, C, I = LETTERS  # noqa: E741  as the field calls them

ROLES = ("ann", "bob", "cat", "dan")
TOPICS = ("price", "launch", "market", "shop", "stand")


def make(letters: dict[str, dict[str, tuple[str, ...]]], *accepted: str) -> Catalog:
    """Make a catalog: role -> topic -> letters; `accepted` are topics with both findings so."""
    everyone = tuple(Reference(key, 1, 1) for key in letters)
    so = Acceptance(Text({"en": "so"}, 1, 1), everyone, None, None, 1, 1)
    findings = {"multiple-accountable": so, "no-accountable": so}
    topics = {
        key: Topic(key, Text({"en": key.title()}, 1, 1), (), findings if key in accepted else {})
        for key in TOPICS
    }
    roles = {}
    for key, mine in letters.items():
        statements = tuple(
            Statement({"en": "x"}, (Claim(letter, topic, 1, 1),), 1, 1)
            for topic, held in mine.items()
            for letter in held
        )
        found = {"perspective": statements} if statements else {}
        name = Text({"en": key.title()}, 1, 1)
        roles[key] = Role(key, f"{key}.yaml", name, (), None, found, (), None)
    dimensions = {key: Text(texts, 1, 1) for key, texts in DEFAULT_DIMENSIONS.items()}
    return Catalog("here", False, None, ("en",), None, dimensions, topics, (), roles)


CATALOG = make(
    {
        "ann": {"price": (A,), "launch": (A, R), "market": (R,)},
        "bob": {"price": (C, A), "market": (C, I), "shop": (R,)},
        "cat": {"launch": (I,)},
    },
    "price",
    "launch",
    "shop",
)


def by_topic(answer: Matrix) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {row.standing.topic.id: row.letters for row in answer.rows}


def test_every_topic_by_every_role() -> None:
    answer = matrix(CATALOG, TODAY)
    assert [role.id for role in answer.roles] == ["ann", "bob", "cat"]
    assert by_topic(answer) == {
        "price": ((A,), (A, C), ()),
        "launch": ((A, R), (), (I,)),
        "market": ((R,), (C, I), ()),
        "shop": ((), (R,), ()),
        "stand": ((), (), ()),
    }
    assert [row.standing.state for row in answer.rows] == [
        State.CONTESTED, State.OWNED, State.UNDECIDED, State.UNDECIDED, State.UNOWNED,
    ]  # fmt: skip
    assert [[role.id for role in row.standing.owners] for row in answer.rows] == [
        ["ann", "bob"], ["ann"], [], [], [],
    ]  # fmt: skip
    assert [row.standing.involved for row in answer.rows] == [2, 2, 2, 1, 0]
    assert (answer.only, answer.considered, answer.restricted) == ((), 5, False)


def test_what_is_accepted_is_what_is_found() -> None:
    rows = {row.standing.topic.id: row.standing.accepted for row in matrix(CATALOG, TODAY).rows}
    assert rows.pop("price") is not None
    assert rows.pop("shop") is not None
    assert set(rows.values()) == {None}  # launch is owned: there is nothing to accept


def test_totals_count_the_topics_shown() -> None:
    assert matrix(CATALOG, TODAY).totals == (Total(2, 2), Total(1, 1), Total(0, 0))
    contested = matrix(CATALOG, TODAY, only=[Only.CONTESTED])
    assert contested.totals == (Total(1, 0), Total(1, 0), Total(0, 0))
    launch = matrix(CATALOG, TODAY, topics=[CATALOG.topics["launch"]])
    assert launch.totals == (Total(1, 1), Total(0, 0), Total(0, 0))


def test_a_part_of_the_roles_leaves_the_state_as_it_is() -> None:
    cat, ann = CATALOG.roles["cat"], CATALOG.roles["ann"]
    answer = matrix(CATALOG, TODAY, [cat, ann, cat])
    assert [role.id for role in answer.roles] == ["cat", "ann"]
    assert by_topic(answer)["price"] == ((), (A,))
    assert [row.standing.state for row in answer.rows] == [
        row.standing.state for row in matrix(CATALOG, TODAY).rows
    ]
    assert [row.standing.involved for row in answer.rows] == [2, 2, 2, 1, 0]
    shared = matrix(CATALOG, TODAY, [cat], only=[Only.SHARED])
    assert list(by_topic(shared)) == ["launch", "market"]


def test_topics_come_as_they_are_asked_for_and_once() -> None:
    asked = [CATALOG.topics[key] for key in ("stand", "price", "stand")]
    answer = matrix(CATALOG, TODAY, topics=asked)
    assert list(by_topic(answer)) == ["stand", "price"]
    assert (answer.considered, answer.restricted) == (2, True)


def test_kinds_are_put_together() -> None:
    def kept(*kinds: Only) -> list[str]:
        return list(by_topic(matrix(CATALOG, TODAY, only=kinds)))

    assert kept(Only.CONTESTED) == ["price"]
    assert kept(Only.UNOWNED) == ["market", "shop", "stand"]
    assert kept(Only.SHARED) == ["launch", "market"]
    assert kept(Only.SHARED, Only.CONTESTED, Only.SHARED) == ["price", "launch", "market"]
    answer = matrix(CATALOG, TODAY, only=[Only.SHARED, Only.CONTESTED])
    assert answer.only == (Only.CONTESTED, Only.SHARED)
    assert answer.considered == 5


def test_nothing_may_be_left() -> None:
    answer = matrix(CATALOG, TODAY, topics=[CATALOG.topics["launch"]], only=[Only.UNOWNED])
    assert (answer.rows, answer.considered) == ((), 1)
    assert answer.totals == (Total(0, 0),) * 3


def test_a_catalog_without_roles() -> None:
    answer = matrix(make({}), TODAY)
    assert answer.roles == ()
    assert {row.standing.state for row in answer.rows} == {State.UNOWNED}
    assert {row.letters for row in answer.rows} == {()}


LETTER_SETS = st.sets(st.sampled_from(LETTERS), min_size=1).map(tuple)
CATALOGS = st.builds(
    make,
    st.dictionaries(
        st.sampled_from(ROLES), st.dictionaries(st.sampled_from(TOPICS), LETTER_SETS), max_size=4
    ).map(lambda found: dict(sorted(found.items()))),
)
KINDS = st.lists(st.sampled_from(Only), max_size=3)


@given(CATALOGS, st.lists(st.sampled_from(ROLES)), st.lists(st.sampled_from(TOPICS)), KINDS)
def test_any_matrix_is_what_the_statements_say(
    catalog: Catalog, roles: list[str], topics: list[str], kinds: list[Only]
) -> None:
    shown = [catalog.roles[key] for key in roles if key in catalog.roles]
    answer = matrix(catalog, TODAY, shown, [catalog.topics[key] for key in topics], kinds)

    said = {
        (role.id, claim.topic, claim.letter)
        for role in catalog.roles.values()
        for _, _, claim in role.claims()
    }

    def involved(topic: str) -> set[str]:
        return {role for role, about, _ in said if about == topic}

    def owners(topic: str) -> list[str]:
        return sorted(role for role, about, letter in said if about == topic and letter == A)

    def wanted(topic: str) -> bool:
        count, others = len(owners(topic)), len(involved(topic))
        found = {
            Only.CONTESTED: count > 1,
            Only.UNOWNED: count == 0,
            Only.SHARED: others > 1 and count < 2,
        }
        return not kinds or any(found[kind] for kind in kinds)

    considered = list(dict.fromkeys(topics)) or list(TOPICS)
    assert [row.standing.topic.id for row in answer.rows] == [
        key for key in considered if wanted(key)
    ]
    columns = list(dict.fromkeys(role.id for role in shown)) or list(catalog.roles)
    assert [role.id for role in answer.roles] == columns
    states = {each.topic.id: each.state for each in overview(catalog, TODAY).topics}
    for row in answer.rows:
        key = row.standing.topic.id
        assert row.standing.state is states[key]
        assert [role.id for role in row.standing.owners] == owners(key)
        assert row.standing.involved == len(involved(key))
        for role, letters in zip(columns, row.letters, strict=True):
            assert letters == tuple(each for each in LETTERS if (role, key, each) in said)
    listed = [row.standing.topic.id for row in answer.rows]
    for role, total in zip(columns, answer.totals, strict=True):
        assert total.accountable == sum((role, key, A) in said for key in listed)
        assert total.responsible == sum((role, key, R) in said for key in listed)
    for state in State:
        assert answer.counts[state] == sum(row.standing.state is state for row in answer.rows)
