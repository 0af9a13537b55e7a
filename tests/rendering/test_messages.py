"""Every phrase has its words in both languages, and each word is of use."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.definitions import yamltree
from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.problems import Phrase, Problem, QuestionError, phrase
from rolecmp.questions.compare import Standing
from rolecmp.questions.rules import Severity
from rolecmp.questions.who_owns import State
from rolecmp.rendering import labels, messages
from rolecmp.rendering.labels import LANGUAGES, Words
from rolecmp.rendering.messages import Messages
from rolecmp.rendering.visible import visible, width_of

PACKAGE = Path(__file__).parents[2] / "rolecmp"
SOURCES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}
YAMLTREE = "definitions/yamltree.py"
MESSAGES = messages._MESSAGES
WORDS = labels._WORDS
HELP = labels._HELP_WORDS
# Values of the domain that are words themselves: words(letter), words(state.value).
VALUES = {
    *LETTERS,
    *(each.value for each in State),
    *(each.value for each in Standing),
    *(each.value for each in Severity),
}


def _strings(node: ast.AST | None) -> set[str]:
    if node is None:
        return set()
    return {
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }


def _calls(tree: ast.Module, name: str) -> Iterator[tuple[ast.Call, ast.AST]]:
    """Yield the calls of a function by its name, each with the outermost function around it."""
    for top in tree.body:
        bodies = top.body if isinstance(top, ast.ClassDef) else [top]
        for body in bodies:
            for node in ast.walk(body):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Name | ast.Attribute)
                    and name
                    == (node.func.id if isinstance(node.func, ast.Name) else node.func.attr)
                ):
                    yield node, body


def _keys(call: ast.Call, around: ast.AST, tree: ast.Module, known: set[str]) -> set[str]:
    """Give the keys a call may use: written in it, or else anywhere its variable may be from."""
    first = call.args[0] if call.args else None
    if isinstance(first, ast.Constant):
        return {first.value} if isinstance(first.value, str) else set()
    if isinstance(first, ast.IfExp):
        return _strings(first.body) | _strings(first.orelse)
    found = _strings(around) & known
    names = {node.id for node in ast.walk(around) if isinstance(node, ast.Name)}
    for node in tree.body:  # a table of the module that the function goes through
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(target, ast.Name) and target.id in names for target in targets):
            found |= _strings(node) & known
    return found


def _phrase_keys() -> dict[str, set[str]]:
    """Give each key of a phrase that the program makes, with the places."""
    found: dict[str, set[str]] = {}
    for file, tree in SOURCES.items():
        for call, around in _calls(tree, "phrase"):
            for key in _keys(call, around, tree, set(MESSAGES)):
                found.setdefault(key, set()).add(f"{file}:{call.lineno}")
    # Here keys are plain strings of a table and of a function that goes through it.
    for key in _strings(SOURCES[YAMLTREE]) & set(MESSAGES):
        found.setdefault(key, set()).add(YAMLTREE)
    return found


def _syntax_keys() -> set[str]:
    """Give the messages and remedies that the parser's words are put into."""
    (explain,) = (
        node
        for node in SOURCES[YAMLTREE].body
        if isinstance(node, ast.FunctionDef) and node.name == "_explain"
    )
    found = {key for _, *keys in yamltree._SYNTAX for key in keys}
    for node in ast.walk(explain):
        if isinstance(node, ast.Return):
            found |= _strings(node)
    return found - {""}


def _fields(template: str) -> set[str]:
    """Give the names of the arguments that a message fills in."""
    return set(re.findall(r"(?<!\{)\{([a-z_]+)", template))


def test_every_phrase_has_its_words() -> None:
    assert {key: at for key, at in _phrase_keys().items() if key not in MESSAGES} == {}


def test_what_the_parser_says_has_its_words_and_brings_no_arguments() -> None:
    keys = _syntax_keys()
    assert {"tab", "syntax-colon", "syntax-after-quote", "check-indent"} <= keys
    assert keys - MESSAGES.keys() == set()
    assert {key for key in keys if _fields(MESSAGES[key][0])} == set()


def test_no_message_is_unused() -> None:
    assert sorted(MESSAGES.keys() - _phrase_keys().keys()) == []


@pytest.mark.parametrize("key", MESSAGES)
def test_both_languages_fill_the_same_arguments(key: str) -> None:
    english, chinese = MESSAGES[key]
    assert _fields(english) == _fields(chinese)
    assert english.strip() != ""
    assert chinese.strip() != ""


def test_every_phrase_brings_what_its_message_fills_in() -> None:
    wrong = []
    for file, tree in SOURCES.items():
        for call, around in _calls(tree, "phrase"):
            given_names = {keyword.arg for keyword in call.keywords}
            if None in given_names:
                continue
            first = call.args[0] if call.args else None
            if not isinstance(first, ast.Constant | ast.IfExp):
                continue  # one call for several messages
            for key in _keys(call, around, tree, set(MESSAGES)):
                missing = _fields(MESSAGES.get(key, ("", ""))[0]) - given_names
                if missing:
                    wrong.append(f"{file}:{call.lineno}: {key} lacks {sorted(missing)}")
    assert wrong == []


def _word_keys() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Give the keys asked of Words, and those asked of the words of the help page."""
    answers: dict[str, set[str]] = {key: {"a value"} for key in VALUES}
    helping: dict[str, set[str]] = {}
    for file, tree in SOURCES.items():
        names = ["words"] + (["self"] if file == "rendering/labels.py" else [])
        found, known = (helping, set(HELP)) if file == "commandline.py" else (answers, set(WORDS))
        for name in names:
            for call, around in _calls(tree, name):
                for key in _keys(call, around, tree, known):
                    found.setdefault(key, set()).add(f"{file}:{call.lineno}")
    return answers, helping


def test_every_word_asked_for_exists() -> None:
    answers, helping = _word_keys()
    words = {key: at for key, at in answers.items() if at != {"a value"} and key not in WORDS}
    assert words == {}
    assert {key: at for key, at in helping.items() if key not in HELP} == {}


def test_no_word_is_unused() -> None:
    answers, helping = _word_keys()
    assert sorted(WORDS.keys() - answers.keys()) == []
    assert sorted(HELP.keys() - helping.keys()) == []


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_fill_the_same_words(key: str) -> None:
    english, chinese = WORDS[key]
    # A verb is all that Chinese does without.
    assert _fields(chinese) <= _fields(english)
    assert _fields(english) - _fields(chinese) <= {"verb"}


def test_an_unknown_language_is_spoken_to_in_english() -> None:
    assert Messages("de")(phrase("delete-it")) == Messages("en")(phrase("delete-it"))
    assert Messages("zh-TW")(phrase("delete-it")) == Messages("zh")(phrase("delete-it"))
    assert Words("de").language == "en"
    assert Words("zh-Hant").language == "zh"


UNSEEN = "\x00\x1b\x07\x7f\x9b\n\r\t\u202e\u2066\u200f\u061c\u2028\udcff\ufeff"
HOSTILE = st.lists(st.sampled_from([*UNSEEN, "a", "定", "{", "}", "{x}", "`"]), max_size=8).map(
    "".join
)


def _argument(key: str, name: str, text: str) -> object:
    """Give an argument of the kind that the message takes."""
    template = "".join(MESSAGES[key])
    if f"{{{name}:what" in template:
        return "pair"
    if f"{{{name}:kind" in template:
        return "list"
    if name == "count":
        return 2
    if re.search(rf"\{{{name}(:(list|or|example|names|are|take)|\?)", template):
        return (text, text)
    return text


def _unseen(text: str) -> list[str]:
    return [
        char
        for char in text
        if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in UNSEEN
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=HOSTILE)
def test_no_message_prints_what_a_terminal_would_obey(language: str, text: str) -> None:
    words = Messages(language)
    for key, (template, _) in MESSAGES.items():
        args = {name: _argument(key, name, text) for name in _fields(template)}
        said = words(Phrase(key, args))
        assert _unseen(said) == [], key


@given(HOSTILE, HOSTILE, st.integers(1, 12))
def test_no_problem_or_refusal_does_either(path: str, text: str, column: int) -> None:
    words = Messages("zh")
    source = text.replace("\n", "")
    message = phrase("unknown-topic", name=text)
    problem = Problem(path, 1, min(column, len(source) + 1), "rule", message, None, source)
    assert _unseen(words.problem(problem, source=True).replace("\n", "")) == []
    error = QuestionError("rule", message, message, [message])
    assert _unseen(words.refusal(error, "rolecmp").replace("\n", "")) == []


def _excerpt(source: str, column: int) -> tuple[str, int]:
    """Give the line as it is shown and the cell that the caret stands under."""
    problem = Problem("a.yaml", 3, column, "rule", phrase("tab"), phrase("use-spaces"), source)
    head, shown, caret = Messages("en").problem(problem, source=True).split("\n")
    assert (
        head
        == f"a.yaml:3:{column}: error[rule]: the line is indented with a tab; indent with spaces"
    )
    assert shown.startswith("    ")
    assert caret.endswith("^")
    assert caret[:-1].strip(" ") == ""
    return shown[4:], len(caret) - 1 - 4


@pytest.mark.parametrize(
    ("source", "column", "cell"),
    [
        ("name: x", 1, 0),
        ("name: x", 7, 6),
        ("名称：定价", 3, 4),
        ("  zh: 定价", 9, 10),
        ("\tname: x", 2, 1),
        ("e\u0301a", 3, 1),
        ("name", 5, 4),
        ("，。", 2, 2),
        ("a\x1bb", 3, 5),
    ],
)
def test_the_caret_stands_below_the_place(source: str, column: int, cell: int) -> None:
    shown, caret = _excerpt(source, column)
    assert caret == cell
    assert shown == visible(source.replace("\t", " "))


SOURCES_OF_PROBLEMS = st.lists(
    st.sampled_from(["a", "定", "：", " ", "\t", "word ", "\x1b", "很长" * 20, "x" * 40]),
    min_size=1,
    max_size=12,
).map("".join)


@given(SOURCES_OF_PROBLEMS.filter(lambda text: text.strip() != ""), st.data())
def test_the_caret_stands_below_the_place_in_any_line(source: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(source)))
    shown, caret = _excerpt(source, column)
    wanted = visible(source[column - 1].replace("\t", " "))
    cells = 0
    place = 0
    while cells < caret:
        cells += width_of(shown[place])
        place += 1
    assert cells == caret
    assert shown.startswith(wanted, place)
    assert width_of(shown) <= 80


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "p.yaml:2:5: error[r]: no topic has the id `x`; did you mean `a` or `b`?"),
        ("zh", "p.yaml:2:5: error[r]: 没有标识为 `x` 的主题；是不是想写 `a` 或 `b`？"),
    ],
)
def test_a_problem_is_one_plain_line(language: str, text: str) -> None:
    problem = Problem(
        *("p.yaml", 2, 5, "r"),
        phrase("unknown-topic", name="x"),
        phrase("did-you-mean", near=("a", "b")),
        "  - x",
    )
    assert Messages(language).problem(problem, source=False) == text
    assert Messages(language).problem(problem, source=True) == f"{text}\n      - x\n        ^"


def test_a_problem_without_a_line_shows_none() -> None:
    problem = Problem("p.yaml", 1, 1, "r", phrase("empty-file"), None, "")
    assert Messages("en").problem(problem, source=True) == "p.yaml:1:1: error[r]: the file is empty"


def test_a_refusal_has_its_details_below() -> None:
    error = QuestionError(
        "unknown-topic",
        phrase("topic-matches", name="x", count=1),
        None,
        [phrase("topic-match", id="a", title="A")],
    )
    assert Messages("en").refusal(error, "rolecmp") == (
        "rolecmp: error[unknown-topic]: no topic is called `x`; 1 topic has it in a name:\n  a  A"
    )
