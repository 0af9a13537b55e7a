"""Each answer in JSON fits its schema and nothing else does: a real validator is the judge."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from rolecmp.cli import run
from rolecmp.definitions.loader import read_catalog
from rolecmp.definitions.model import LETTERS, Catalog
from rolecmp.definitions.sources.folders import MemoryFolder
from rolecmp.questions.check import check
from rolecmp.questions.compare import compare
from rolecmp.questions.compare_versions import Version, compare_versions
from rolecmp.questions.diff import changes
from rolecmp.questions.list_ import list_roles
from rolecmp.questions.matrix import matrix
from rolecmp.questions.overlaps import overlaps
from rolecmp.questions.show import show
from rolecmp.questions.who_owns import overview, who_owns
from rolecmp.rendering.answers.check import FINDINGS
from rolecmp.rendering.answers.check import FORMATS as CHECK
from rolecmp.rendering.answers.compare import COMPARISON
from rolecmp.rendering.answers.compare_versions import VERSIONS
from rolecmp.rendering.answers.diff import CHANGES
from rolecmp.rendering.answers.list_ import ROLE_LIST
from rolecmp.rendering.answers.matrix import MATRIX
from rolecmp.rendering.answers.overlaps import OVERLAPS
from rolecmp.rendering.answers.shapes import ANSWERS, FILES, answer_schema
from rolecmp.rendering.answers.show import SHOW
from rolecmp.rendering.answers.who_owns import OVERVIEW, OWNERS
from rolecmp.rendering.formats import Options, render
from rolecmp.rendering.schema import KINDS

pytestmark = pytest.mark.no_cover

PROJECT = Path(__file__).parents[2]
OUTPUTS = sorted((PROJECT / "tests" / "expected").glob("*.json"))
VALIDATORS = {name: Draft202012Validator(answer_schema(name)) for name in ANSWERS}
Steps: TypeAlias = "tuple[str | int, ...]"


def name_of(value: dict[str, Any]) -> str:
    """Return the name of the schema that an answer says it has."""
    return str(value["schema"]).split("/")[1]


def errors(value: dict[str, Any], name: str) -> list[str]:
    return [
        f"{list(each.absolute_path)}: {each.message}"
        for each in VALIDATORS[name].iter_errors(value)
    ]


def test_definition_files_with_a_schema_are_named_alike() -> None:
    assert FILES.keys() == KINDS.keys()


@pytest.mark.parametrize("name", ANSWERS)
def test_the_schema_is_one(name: str) -> None:
    schema = answer_schema(name)
    Draft202012Validator.check_schema(schema)
    text = json.dumps(schema)
    assert [key for key in schema["$defs"] if f'"#/$defs/{key}"' not in text] == []


def test_every_answer_is_among_the_expected_outputs() -> None:
    assert {name_of(json.loads(path.read_text("utf-8"))) for path in OUTPUTS} == ANSWERS.keys()


@pytest.mark.parametrize("name", ANSWERS)
def test_the_command_gives_the_answer(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PROJECT)
    assert run([*ANSWERS[name].split()[1:], "-f", "json"]) == 0
    assert name_of(value := json.loads(capsys.readouterr().out)) == name
    assert errors(value, name) == []


@pytest.mark.parametrize("path", OUTPUTS, ids=lambda path: path.stem)
def test_expected_outputs_fit(path: Path) -> None:
    value = json.loads(path.read_text("utf-8"))
    assert errors(value, name_of(value)) == []


# --- what is misspelt, missing or of another type ---------------------------------------------

# Objects that have an id or a letter for a key, of which none has to be there.
BY_ID = {"statements", "letters", "one", "others", "brief", "gained", "lost"}
# Strings that are one of several words, or an id.
WORDS = {
    *("schema", "id", "state", "decision", "letter", "letters", "role", "roles", "owners"),
    *("topic", "rule", "severity", "change", "part", "about", "likeness", "languages", "only"),
    *("contested", "shared", "manages", "reports_to", "until", "group", "dimension"),
}


def is_text(value: dict[str, Any]) -> bool:
    return value.keys() <= {"en", "zh"}


def places(value: Any, steps: Steps = (), shape: Steps = ()) -> Iterator[tuple[Steps, Steps]]:
    """Yield the way to each part, and its shape: the same for all items of a list."""
    yield steps, (*shape, type(value).__name__)
    if isinstance(value, dict):
        loose = (steps and steps[-1] in BY_ID) or is_text(value)
        for key, each in value.items():
            yield from places(each, (*steps, key), (*shape, "*" if loose else key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from places(each, (*steps, number), (*shape, 0))


def alone(value: Any, steps: Steps) -> tuple[Any, Steps]:
    """Return a small answer that has what stands at `steps`, and the way to it there."""
    if isinstance(value, dict):
        small = {key: alone(each, ())[0] for key, each in value.items()}
        if steps:
            small[steps[0]], rest = alone(value[steps[0]], steps[1:])
            return small, (steps[0], *rest)
        return small, ()
    if isinstance(value, list) and not all(isinstance(each, str) for each in value):
        if not steps:
            return [], ()
        item, rest = alone(value[int(steps[0])], steps[1:])
        return [item], (0, *rest)
    return value, steps


def spoilt(value: Any, last: str | int) -> Iterator[Any]:
    """Yield what is no longer right of a part that is called `last`."""
    yield -1.5
    if isinstance(value, str) and last in WORDS:
        yield value + "!"
    if isinstance(value, list):
        yield [*value, -1.5]
    if isinstance(value, dict):
        for key, each in value.items():
            others = {one: other for one, other in value.items() if one != key}
            yield {**others, key + "!": each}
            if last not in BY_ID and not is_text(value):
                yield others
        yield {**value, "more!": None}


@pytest.mark.parametrize("name", ANSWERS)
def test_nothing_else_fits(name: str) -> None:
    seen: set[Steps] = set()
    for path in OUTPUTS:
        whole = json.loads(path.read_text("utf-8"))
        if name_of(whole) != name:
            continue
        for steps, shape in places(whole):
            if shape in seen:
                continue
            seen.add(shape)
            small, way = alone(whole, steps)
            assert errors(small, name) == []
            names = [step for step in way if isinstance(step, str)]
            part = small
            for step in way:
                part = part[step]
            for wrong in spoilt(part, names[-1] if names else ""):
                changed = copy.deepcopy(small) if way else wrong
                around = changed
                for step in way[:-1]:
                    around = around[step]
                if way:
                    around[way[-1]] = wrong
                assert not VALIDATORS[name].is_valid(changed), (way, wrong)
    assert len(seen) > 20


# --- any catalog ------------------------------------------------------------------------------

TODAY = "2027-01-01"
ROLES, TOPICS = ("pm", "产品经理"), ("pricing", "定价-2", "no")
SAID = st.sampled_from(["Decides", "a: b", "定价，价格", "x", " #1 ", "[a]", "‘’"])


@st.composite
def files(draw: st.DrawFn) -> dict[str, str]:
    """Make the files of a catalog, sound or nearly so."""
    languages = draw(st.sampled_from([["en"], ["zh-Hant"], ["en", "zh"]]))

    def text() -> Any:
        return {each: draw(SAID) for each in languages if draw(st.integers(0, 9))}

    def some(pool: tuple[str, ...]) -> list[str]:
        return draw(st.lists(st.sampled_from(pool), max_size=2, unique=True))

    def letters() -> dict[str, Any]:
        return {letter: some(TOPICS) for letter in some(LETTERS)}

    def accepted(*rules: str) -> dict[str, Any]:
        said = {"roles": some(ROLES), "at-most": "3", "until": "2028-02-29"}
        kept = {key: said[key] for key in some(tuple(said))}
        return {"accepted": {rule: {**text(), **kept} for rule in some(rules)}}

    def maybe(**keys: Any) -> dict[str, Any]:
        return {key: value for key, value in keys.items() if draw(st.booleans())}

    catalog = {
        "rolecmp": 1,
        "languages": languages,
        "groups": {"g": text()},
        "topics": {
            topic: (
                draw(st.booleans())
                and {
                    **text(),
                    **maybe(group="g", ask="#a", aliases=[draw(SAID)]),
                    **accepted("multiple-accountable", "no-accountable", "too-many-consulted"),
                }
            )
            or None
            for topic in TOPICS
        },
        **maybe(
            title=text(),
            source=text(),
            checks={"role-overloaded": draw(st.sampled_from(["off", "1", "7"]))},
            pairs=[{"roles": [*ROLES[:2]], **maybe(difference=text(), together=[text()])}],
        ),
    }
    made = {"catalog.yaml": catalog}
    for number, role in enumerate(ROLES):
        dimensions = {
            key: [{**text(), **letters(), **accepted("vague-ownership")}]
            for key in some(("perspective", "market-facing"))
        }
        made[f"{role}.yaml"] = {
            "name": {each: f"{role} {each}" for each in languages},
            **dimensions,
            **letters(),
            **accepted("role-idle", "missing-dimension"),
            **maybe(
                aliases=[f"alias {role}"],
                summary={**text(), **letters()},
                notes=[text()],
                source=text(),
                ask="b",
                manages=[ROLES[number - 1]],
                brief={key: text() for key in some(("perspective", "responsibility"))},
            ),
        }
    return {name: json.dumps(value, ensure_ascii=False) for name, value in made.items()}


def answers(one: Catalog, other: Catalog) -> Iterator[tuple[Any, Any]]:
    """Yield the answers that two catalogs give."""
    roles = list(one.roles.values())
    yield COMPARISON, compare(one, roles[:2], TODAY)
    yield OVERVIEW, overview(one, TODAY)
    yield OWNERS, who_owns(one, list(one.topics), TODAY)
    yield SHOW, show(one, roles[0], TODAY)
    yield ROLE_LIST, list_roles(one)
    yield MATRIX, matrix(one, TODAY)
    yield OVERLAPS, overlaps(one, TODAY)
    yield CHANGES, changes(one, other)
    columns = [
        Version(next(iter(each.roles.values())), each, source)
        for each, source in ((one, ""), (other, "main"))
    ]
    yield VERSIONS, compare_versions(columns)


@given(files(), files())
def test_the_answers_of_any_catalog_fit(first: dict[str, str], second: dict[str, str]) -> None:
    one, other = (read_catalog(MemoryFolder("roles", each)) for each in (first, second))
    assume(len(one.catalog.roles) > 1 and other.catalog.roles)
    for presenter, answer in answers(one.catalog, other.catalog):
        value = json.loads(render(presenter, answer, "json", Options("en")))
        assert errors(value, presenter.schema) == []
    found = CHECK.formats["json"].render(FINDINGS, check(*one, TODAY), Options("en"))
    checked = json.loads(found)
    assert errors(checked, "check") == []
