"""The one reader: its trees are those of YAML, with every parser and release of it."""

# ruff: noqa: E501 - a row of short files reads as a table
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml  # noqa: TID251 - says what a file holds
from hypothesis import example, given
from hypothesis import strategies as st

from rolecmp.definitions import reader
from rolecmp.definitions.model import LETTERS, Role, Text, Topic
from rolecmp.definitions.names import Topics
from rolecmp.definitions.reader import MAX_DEPTH, Node, Reading, read_tree
from rolecmp.definitions.role import Header, read_role
from rolecmp.words import Words

ROLES = Path(__file__).parents[2] / "roles"
FILES = sorted(ROLES.glob("*.yaml"))
DIMENSIONS = ("perspective", "responsibility", "market-facing")
TOPICS = ("pricing", "roadmap", "market-research", "no")
DECLARED = Topics((each, Topic(each, Text({}, 0, 0))) for each in TOPICS)
HEADERS = [
    Header(languages, dict.fromkeys(DIMENSIONS, Text({}, 0, 0)), DECLARED)
    for languages in (("en",), ("en", "zh"))
]
ENGLISH, CHINESE = Words("en"), Words("zh")


def composed(node: Any) -> Any:
    """Turn a node of PyYAML's own into one of the reader's."""
    at = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        return ({key.value: (composed(key), composed(item)) for key, item in node.value}, *at)
    if isinstance(node, yaml.SequenceNode):
        return ([composed(item) for item in node.value], *at)
    nothing = not node.style and node.value in ("~", "null", "Null", "NULL")
    return ("" if nothing else node.value, *at)


def ordered(node: Node) -> Any:
    """Return a tree with its mappings as lists, since equality leaves out their order."""
    value, line, column = node
    if isinstance(value, dict):
        return ([(ordered(key), ordered(item)) for key, item in value.values()], line, column)
    if isinstance(value, list):
        return ([ordered(each) for each in value], line, column)
    return node


def agree(text: str) -> bool:
    """Hold the tree against that of PyYAML's composer; tell whether there are problems."""
    reading = Reading("a.yaml")
    tree = read_tree(text.encode(), reading)
    if reading.problems:
        return False
    assert tree is not None
    assert ordered(tree) == ordered(composed(yaml.compose(text, yaml.CBaseLoader)))
    return True


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_files_that_come_with_the_program(path: Path) -> None:
    text = path.read_text("utf-8")
    assert agree(text)
    tree = yaml.load(text, yaml.BaseLoader)
    assert agree(dumped(tree, {"allow_unicode": True}))


@pytest.mark.parametrize(
    "text",
    [
        "a: b", "a: {b: {c: [d, e f], g: 'h, i'}, j: []}\n", "- a\n- b: c\n  d:\n  - e\n  - f\n- {}\n",
        "a:\n- b\nc:\n    - d\n    - e: f\n      g: h\n", "a: one\n  two\n  three\nb: c\n",
        "# x\n\na: b  \n# y\n  # z\nc: 'd'\n", 'a: "b # c: d"\n', "a: |\n  b\n\n  c\n", "a: >-\n  b\n  c\n",
        "? a\n: b\n", "a: [b,]\n", "a: ''\n", "a: b\r\nc: d\r\n", "'a': b\n", "甲: 乙\n", "--- a\n...\n",
        "a: 'it''s'\nb: \"\\u4ea7\"\n", "a: ~\nb: null\nc: 'null'\nd:\n", "a:\tb\n", "a: b  # c\n#d: e\n",
    ],
)  # fmt: skip
def test_what_is_plain_yaml(text: str) -> None:
    assert agree(text)


KEYS = st.sampled_from(["a", "en", "zh", "topics", "x-1", "null", "no", "accepted"])
WORDS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=16),
    st.sampled_from(
        [
            "x", "pricing", "off", "007", "12:30", "1e3", "a: b", "a #b", "#a", "a:", ": a", "- a", "-a", "? x",
            "[a]", "{a}", "a, b", "it's", '"', "null", "~", "&a", "*a", "!a", "|", ">", "%", "@", "`", "<<",
            "=======", "a\nb", " a ", "a\\b", "定价，价格", "a：b", "en：b", "\u3000", "\xa0", "null\xa0",
        ]
    ),
)  # fmt: skip
TREES = st.recursive(
    WORDS | st.just(""),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
STYLES = st.fixed_dictionaries(
    {
        "allow_unicode": st.booleans(),
        "default_flow_style": st.sampled_from([None, True, False]),
        "default_style": st.sampled_from([None, None, "'", '"', "|", ">"]),
        "width": st.sampled_from([20, 80, 1000]),
        "indent": st.sampled_from([2, 4]),
        "explicit_start": st.booleans(),
        "line_break": st.sampled_from(["\n", "\r\n"]),
    }
)


def dumped(value: Any, style: dict[str, Any]) -> str:
    dump: Any = yaml.safe_dump
    return str(dump(value, sort_keys=False, **style))


@given(TREES, STYLES)
def test_what_pyyaml_writes(tree: Any, style: dict[str, Any]) -> None:
    agree(dumped(tree, style))


PIECES = st.sampled_from(
    ["a", "b: ", "c:", "- ", " ", "  ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", ",", ": ", "'", '"',
     "#", " # ", "x y", "~", "null", "-", "?", "|", "定", ":", "\n\n", "&a", "...", "\t", "\r", "<<: "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12))
@example(["b: ", "x y", "\n  ", "x y", "\n", "c:", " ", "a"])
@example(["- ", "b: ", "a", "\n  ", "c:", "\n  ", "- ", "a"])
def test_pieces(pieces: list[str]) -> None:
    agree("".join(pieces))
    agree("a: b\n" + "".join(pieces))
    agree("k:\n  " + "".join(pieces) + "\nz: y\n")


# --- a role out of a tree ---------------------------------------------------------------------


def read(text: str, header: Header) -> tuple[Role, list[str]]:
    role, problems, _, _ = read_role("pm", "pm.yaml", text.encode(), header)
    assert role is not None
    return role, [each.rule for each in problems]


@st.composite
def roles(draw: st.DrawFn, languages: tuple[str, ...]) -> dict[str, Any]:
    words = WORDS.map(str.strip).filter(bool)

    def text() -> Any:
        return {each: draw(words) for each in draw(st.permutations(languages))}

    def statement() -> Any:
        letters = draw(st.lists(st.sampled_from(LETTERS), unique=True, max_size=4))
        given_ = {each: draw(st.lists(st.sampled_from(TOPICS), max_size=3)) for each in letters}
        return {**text(), **given_}

    def some(make: Callable[[], Any]) -> list[Any]:
        return [make() for _ in range(draw(st.integers(0, 2)))]

    role: dict[str, Any] = {"name": text()}
    parts: list[tuple[str, Callable[[], Any]]] = [
        ("aliases", lambda: some(lambda: draw(words))),
        ("summary", statement),
        ("notes", lambda: some(text)),
        ("source", text),
        *((dimension, lambda: some(statement)) for dimension in DIMENSIONS),
    ]
    for key, make in parts:
        if draw(st.booleans()):
            role[key] = make()
    return {key: role[key] for key in draw(st.permutations(list(role)))}


@given(st.data(), st.sampled_from(HEADERS), STYLES)
def test_a_role_holds_what_was_written(
    data: st.DataObject, header: Header, style: dict[str, Any]
) -> None:
    languages = tuple(header.languages or ())
    written = data.draw(roles(languages))
    role, rules = read(dumped(written, style), header)
    # A colon, a comma or a number sign in a word may have been meant for more; beside a control
    # character, a no-break space where a line begins is told as well.
    assert set(rules) - {"wide-sign"} <= {"control-character", "full-width-comma", "unquoted-text"}
    assert "wide-sign" not in rules or "control-character" in rules
    if rules:
        return

    def in_order(texts: dict[str, Any]) -> list[tuple[str, str]]:
        return [(key, text) for key, text in texts.items() if key in languages]

    def claims(statement: dict[str, Any]) -> list[tuple[str, str]]:
        return [(letter, topic) for letter in LETTERS for topic in statement.get(letter, ())]

    assert list(role.name.texts.items()) == in_order(written["name"])
    assert [each.name for each in role.aliases] == written.get("aliases", [])
    assert [list(each.texts.items()) for each in role.notes] == [
        in_order(each) for each in written.get("notes", ())
    ]
    assert list(role.statements) == [key for key in DIMENSIONS if written.get(key)]
    found = [("summary", role.summary)] if role.summary else []
    found += [(key, each) for key, items in role.statements.items() for each in items]
    wanted = [("summary", written["summary"])] if "summary" in written else []
    wanted += [(key, each) for key in DIMENSIONS for each in written.get(key, ())]
    assert [
        (key, list(each.texts.items()), [claim[:2] for claim in each.claims]) for key, each in found
    ] == [(key, in_order(each), claims(each)) for key, each in wanted]


@pytest.mark.parametrize(
    "text",
    [
        'name: "\\u4ea7\\u54c1"\n',
        "name: PM # 1\nsummary: x #!y\n",
        "name:\tPM\n",
        "name: PM\n# " + "x" * 100_000 + "\n",
        "name: a：b\n",
        "name: PM\n#notes: [x]\n",
        "# why\n\nname:\n    en: PM\n\nnotes:\n# so\n- {en: x}\n",
        "name: PM\nperspective:\n  - en: a text\n      that goes on\n",
        "name: PM\nperspective: [{en:  'X', accountable: [pricing]}]\n",
        'name: PM\nperspective:\n  - {en:  "X",  accountable:  [pricing]}\n',
    ],
)
def test_what_is_sound_but_unusual(text: str) -> None:
    assert read(text, HEADERS[0])[1] == []


def test_letters_keep_the_order_of_raci() -> None:
    text = "name: PM\nperspective: [{informed: [roadmap], en: x, accountable: [pricing]}]\n"
    role, rules = read(text, HEADERS[0])
    assert rules == []
    (statement,) = role.statements["perspective"]
    assert statement.claims == (("accountable", "pricing", 2, 58), ("informed", "roadmap", 2, 27))


# --- nesting ----------------------------------------------------------------------------------

PARSERS = {"libyaml": reader.Parser, "python": yaml.BaseLoader}
# Each opens its last level that is one too many at this line and column.
DEEP: dict[str, tuple[str, int, int]] = {
    "brackets": ("[" * 60_000, 1, 17),
    "brackets in pairs": ("[" * 30_000 + "]" * 30_000, 1, 17),
    "braces": ("{" * 60_000, 1, 17),
    "behind a key": ("name: " + "[" * 20_000, 1, 22),
    "by a level": ("name: " + "[" * 16 + "]" * 16, 1, 22),
    "with spaces": ("name: " + "[ " * 20_000, 1, 37),
    "by lines": ("name:\n  " + "[\n  " * 20_000, 17, 3),
    "with words": ("name: [a, 'b]', " + "[c, " * 2_000, 1, 73),
    "behind a comment": ("# [[[[[[[[[[[[[[[[[[[\nname: " + "[" * 2_000, 2, 22),
    "both kinds": ("{a: [" * 4_000, 1, 41),
    "dashes": ("- " * 20_000, 1, 33),
    "questions": ("? " * 20_000, 1, 33),
    "keys": ("".join(" " * n + "a:\n" for n in range(1_000)), 17, 17),
}


@pytest.mark.no_cover
@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("case", DEEP)
def test_nesting_reads_alike_with_every_parser(
    case: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "Parser", PARSERS[parser])
    text, line, column = DEEP[case]
    if parser == "python":
        text = text[:600]  # the nesting that brings libyaml down only takes this one longer
    reading = Reading("a.yaml")
    assert read_tree(text.encode(), reading) is None
    assert [each[:4] for each in reading.problems] == [("a.yaml", line, column, "limit")]
    said = reading.problems[0].message
    assert ENGLISH.say(said) == f"nested more than {MAX_DEPTH} levels deep"
    assert str(MAX_DEPTH) in CHINESE.say(said)


@pytest.mark.parametrize("parser", PARSERS)
def test_what_is_not_too_deep_is_read(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "Parser", PARSERS[parser])
    for text in ("[" * 16 + "]" * 16, "[" * 15 + "'[[[['" + "]" * 15):
        reading = Reading("a.yaml")
        assert read_tree(text.encode(), reading) is not None
        assert reading.problems == []
    reading = Reading("a.yaml")
    assert read_tree(b"name: [" + b"'[[', " * 200 + b"@]", reading) is None
    assert [each.rule for each in reading.problems] == ["syntax"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_python_parser_reads_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trees = []
    for parser in PARSERS.values():
        monkeypatch.setattr(reader, "Parser", parser)
        trees.append(read_tree(path.read_bytes(), Reading("a.yaml")))
    assert trees[0] == trees[1] is not None
