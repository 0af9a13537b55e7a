"""A tree read line by line is the one that the parser gives, wherever there is one."""

# ruff: noqa: E501 - a row of short files reads as a table
from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml  # noqa: TID251 - writes the files that are read back
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rolecmp.definitions.plaintree import read_plain_tree
from rolecmp.definitions.reading import Node, Reading, sound_text
from rolecmp.definitions.yamltree import read_tree

ROOT = Path(__file__).parents[2]
THOROUGH = settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
README = (ROOT / "README.md").read_text("utf-8")
PLAIN = [
    *((path.name, path.read_text("utf-8")) for path in sorted((ROOT / "roles").glob("*.yaml"))),
    *re.findall(r"`(roles/[a-z]+\.yaml)`:\n\n```yaml\n(.*?)```", README, re.DOTALL)[1:],
]
CATALOG = (ROOT / "roles" / "catalog.yaml").read_text("utf-8")


def ordered(node: Node) -> Any:
    """Give a tree with its mappings as lists, since equality leaves out their order."""
    value, line, column = node
    if isinstance(value, dict):
        pairs = [(ordered(key), ordered(item)) for key, item in value.values()]
        return (list(value), pairs, line, column)
    if isinstance(value, list):
        return ([ordered(each) for each in value], line, column)
    return node


def agree(data: bytes) -> bool:
    """Hold the two against each other; tell whether the file is plain."""
    text = sound_text(data)
    plain = read_plain_tree(text) if text is not None else None
    if plain is None:
        return False
    reading = Reading("a.yaml")
    tree = read_tree(data, reading)
    assert reading.problems == []
    assert tree is not None
    assert ordered(plain) == ordered(tree)
    return True


@pytest.mark.parametrize(("name", "text"), PLAIN)
def test_what_people_write_is_plain(name: str, text: str) -> None:
    assert agree(text.encode())
    tree = yaml.load(text, yaml.BaseLoader)
    assert agree(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode())


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "a: {b: {c: [d, e f], g: 'h, i'}, j: []}\n",
        "- a\n- b: c\n  d:\n  - e\n  - f\n- {}\n",
        "a:\n- b\nc:\n    - d\n    - e: f\n      g: h\n",
        "a: one\n  two\n  three\nb: c\n",
        "# x\n\na: b  \n# y\n  # z\nc: 'd'\n",
        "a: [ b ,  c ]\n".replace(" ,", ","),
        'a: "b # c: d"\n',
        "rolecmp: 1\nlanguages: [en, zh]\nchecks:\n  role-idle: off\n",
    ],
)
def test_what_is_plain(text: str) -> None:
    assert agree(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "", "# nothing\n", "a\n", "a:\n", "a: ~\n", "a: null\n", "a: &b c\n", "a: *b\n", "a: !c d\n",
        "<<: {a: b}\n", "a: b\na: c\n", "a: |\n  b\n", "a: >\n  b\n", "a: b # c\n", "a: #b\n",
        "a: b: c\n", "a:b\n", "---\na: b\n", "a: b\n---\nc: d\n", "? a\n: b\n", "a: [b\n", "a: [b,]\n",
        "a: [b,, c]\n", "a: {b: c\n", "a: {b}\n", "a: [b: c]\n", "a: 'b\n", "a: ''\n", "a: b\n c: d\n",
        "  a: b\nc: d\n", "a:\n  b: c\n d: e\n", "a: b\n- c\n", "- a\nb: c\n", "a: b\n\n  c\n", "a: \\x\n",
        "a:\tb\n", "a: b\r\n", "%YAML 1.2\n", "a: @b\n", "[a]\n", "a: [" * 20, "'a': b\n", "甲: 乙\n",
    ],
)  # fmt: skip
def test_what_is_not_plain(text: str) -> None:
    assert read_plain_tree(text) is None
    assert not agree(text.encode())


KEYS = st.sampled_from(["a", "en", "zh", "topics", "x-1", "null", "no", "accepted"])
WORDS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=16),
    st.sampled_from(
        [
            "x", "pricing", "off", "1", "a: b", "a #b", "#a", "a:", ": a", "- a", "-a", "[a]", "{a}", "a, b",
            "it's", '"', "''", "null", "~", "&a", "*a", "!a", "|", "a\nb", " a ", "定价，价格", "\u3000", "a: ",
        ]
    ),
)  # fmt: skip
TREES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@THOROUGH
@given(
    TREES,
    st.sampled_from([None, True, False]),
    st.sampled_from([20, 80, 1000]),
    st.sampled_from([2, 4]),
)
def test_what_pyyaml_writes(tree: Any, flow: bool | None, width: int, indent: int) -> None:
    text = yaml.safe_dump(
        tree,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=flow,
        width=width,
        indent=indent,
    )
    agree(text.encode())


PIECES = st.sampled_from(
    ["a", "b: ", "c:", "- ", " ", "  ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", ",", ": ", "'", '"',
     "#", " # ", "x y", "~", "null", "-", "?", "|", "定", ":", "\n\n", "&a", "..."]
)  # fmt: skip


@settings(deadline=None, max_examples=2000)
@given(st.lists(PIECES, max_size=12))
@example(["b: ", "x y", "\n  ", "x y", "\n", "c:", " ", "a"])
@example(["- ", "b: ", "a", "\n  ", "c:", "\n  ", "- ", "a"])
def test_pieces(pieces: list[str]) -> None:
    agree("".join(pieces).encode())
    agree(("a: b\n" + "".join(pieces)).encode())
    agree(("k:\n  " + "".join(pieces) + "\nz: y\n").encode())


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    lines = CATALOG.splitlines(keepends=True)[:40]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        cut = draw(st.integers(0, len(line)))
        lines[at] = draw(
            st.sampled_from(
                [
                    "  " + line, line.removeprefix("  "), "- " + line, "", line * 2, lines[at - 1],
                    line + "\n", line + "  # x\n", line.replace(" ", ": ", 1), line.rstrip() + " #\n",
                    line[:cut] + draw(PIECES) + line[cut:],
                ]
            )
        )  # fmt: skip
    return "".join(lines).encode()


@THOROUGH
@given(mutated())
def test_a_mutated_catalog(data: bytes) -> None:
    agree(data)
