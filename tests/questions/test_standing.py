"""How a topic stands: letters with and without sentences, acceptances, groups."""

from __future__ import annotations

import pytest

from rolecmp.definitions.model import (
    Acceptance,
    Catalog,
    Claim,
    Reference,
    Role,
    Statement,
    Text,
    Topic,
)
from rolecmp.questions.overlaps import overlaps
from rolecmp.questions.standing import State, count, grouped, letters_by_topic, standings
from rolecmp.questions.who_owns import Owners, overview, who_owns

TODAY = "2027-01-01"


def text(word: str) -> Text:
    return Text({"en": word}, 1, 1)


def role(key: str, *bare: str, said: str = "") -> Role:
    """Make a role: `bare` are letters without a sentence, as ``accountable price``."""

    def claim(words: str, line: int) -> Claim:
        letter, topic = words.split()
        return Claim(letter, topic, line, 3)

    claims = tuple(claim(each, 7) for each in bare)
    statement = Statement({"en": "Says so"}, (claim(said, 4),), 4, 5) if said else None
    statements = {"work": (statement,)} if statement else {}
    return Role(key, f"{key}.yaml", text(key.title()), statements=statements, letters=claims)


def catalog(*roles: Role, **topics: Acceptance | str | None) -> Catalog:
    """Make a catalog: a topic has an acceptance of the state it is in, a group, or neither."""
    made = {}
    for key, given in topics.items():
        rule = "multiple-accountable" if key == "price" else "no-accountable"
        accepted = {rule: given} if isinstance(given, Acceptance) else {}
        group = given if isinstance(given, str) else None
        made[key] = Topic(key, text(key.title()), accepted=accepted, group=group)
    return Catalog(
        "here",
        False,
        None,
        ("en",),
        None,
        {"work": text("Work")},
        made,
        (),
        {each.id: each for each in roles},
        groups={"late": text("Late"), "early": text("Early")},
    )


def accepting(*roles: str, until: str | None = None) -> Acceptance:
    return Acceptance(text("So"), tuple(Reference(each, 1, 1) for each in roles), None, until, 3, 5)


TWO = (role("ann", "accountable price"), role("bob", said="accountable price"))


def test_a_letter_without_a_sentence_counts_as_one_with() -> None:
    ann = role("ann", "informed price", "accountable price", said="responsible price")
    assert letters_by_topic(ann) == {"price": ("accountable", "responsible", "informed")}
    found = standings(catalog(*TWO, price=None), TODAY)["price"]
    assert (found.state, [each.id for each in found.owners]) == (State.CONTESTED, ["ann", "bob"])
    (pair,) = overlaps(catalog(*TWO, price=None), TODAY).pairs
    assert [each.topic.id for each in pair.contested] == ["price"]


def test_the_evidence_of_a_letter_without_a_sentence_is_its_place() -> None:
    answer = who_owns(catalog(*TWO, price=None), ["price"], TODAY)
    assert isinstance(answer, Owners)
    ann, bob = answer.topics[0].evidence
    assert (ann.role.id, ann.dimension, ann.statement, ann.claim.line) == ("ann", "", None, 7)
    assert (bob.role.id, bob.dimension) == ("bob", "work")
    assert bob.statement is not None


@pytest.mark.parametrize(
    ("acceptance", "lapsed"),
    [
        (accepting("ann", "bob"), None),
        (accepting("ann", "bob", until="2027-01-02"), None),
        (accepting("ann", "bob", until="2027-01-01"), "accepted-until"),
        (accepting("ann"), "accepted-others"),
        (accepting(), "accept-whom"),
        (accepting("ann", "bob", "cat"), None),  # the check tells of the third
    ],
)
def test_an_acceptance_covers_the_roles_it_names_until_its_day(
    acceptance: Acceptance, lapsed: str | None
) -> None:
    (found,) = overview(catalog(*TWO, price=acceptance), TODAY).topics
    assert found.accepted is (None if lapsed else acceptance)
    assert (found.lapsed.key if found.lapsed else None) == lapsed
    assert found.clean is (lapsed is None)
    assert not found.settled


def test_what_nobody_decides_is_accepted_without_names_or_for_those_named() -> None:
    ann = role("ann", "responsible launch")
    for acceptance, accepted in (
        (accepting(), True),
        (accepting("ann"), True),
        (accepting("bob"), False),
    ):
        (found,) = overview(catalog(ann, launch=acceptance), TODAY).topics
        assert found.state is State.UNDECIDED
        assert (found.accepted is not None) is accepted


def test_the_overview_is_settled_where_each_topic_is_owned_or_accepted() -> None:
    both = accepting("ann", "bob")
    assert overview(catalog(*TWO, price=both), TODAY).settled
    assert not overview(catalog(*TWO, price=both, launch=None), TODAY).settled
    answer = who_owns(catalog(*TWO, price=both), ["price"], TODAY)
    assert isinstance(answer, Owners)
    assert not answer.settled  # asked for by name, it has no one owner


def test_topics_come_by_groups_in_the_catalogs_order_the_rest_last() -> None:
    found = catalog(a=None, b="early", c="late", d=None, e="early")
    assert [topic.id for topic in grouped(found)] == ["c", "b", "e", "a", "d"]
    assert [each.topic.id for each in overview(found, TODAY).topics] == ["c", "b", "e", "a", "d"]
    some = [found.topics[key] for key in "ab"]
    assert [topic.id for topic in grouped(found, some)] == ["b", "a"]


def test_states_are_counted() -> None:
    found = standings(catalog(*TWO, price=None, launch=None), TODAY).values()
    assert count(found) == {
        State.OWNED: 0,
        State.CONTESTED: 1,
        State.UNDECIDED: 0,
        State.UNOWNED: 1,
    }
