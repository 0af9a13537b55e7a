"""Every word stands in each language's file, is of use, and is filled in with the same things."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.definitions import slips
from rolecmp.definitions.problems import Phrase, phrase
from rolecmp.page.data import OWN_WORDS, SHARED_WORDS
from rolecmp.questions.rules import RULES
from rolecmp.questions.standing import State
from rolecmp.rendering.answers.check import FORMATS as CHECK
from rolecmp.rendering.formats import FORMATS
from rolecmp.rendering.schema import FORMATS as SCHEMA
from rolecmp.rendering.xlsx import MATRIX_FORMATS
from rolecmp.words import BASE, LANGUAGES, Entry, Field, Words, parsed

PACKAGE = Path(__file__).parents[2] / "rolecmp"
SOURCES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}
SLIPS = "definitions/slips.py"
FILES: Mapping[str, Mapping[str, Entry]] = {
    language: import_module(f"rolecmp.words.{language.replace('-', '_')}").WORDS
    for language in LANGUAGES
}
ENGLISH = FILES[BASE]
# Where Chinese is what people type and what sentences are searched for, not what is said.
CHINESE_DATA = {
    "definitions/shape.py": "keys that people type",
    "definitions/lookup.py": "what people ask with",
    "definitions/names.py": "the range of Chinese characters",
    "definitions/model.py": "the names of the dimensions that a catalog has by default",
    "questions/rules/vague_ownership.py": "what vague-ownership looks for",
    "tables/vocabulary.py": "the words that tables use",
}


def _strings(node: ast.AST | None) -> set[str]:
    if node is None:
        return set()
    return {
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }


SAID = set().union(*(_strings(tree) for file, tree in SOURCES.items() if "words/" not in file))


def _calls(tree: ast.Module, *names: str) -> Iterator[tuple[ast.Call, set[str]]]:
    """Yield the calls of functions by their names, with the keys that are written in them."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        first = node.args[0]
        if name in names and isinstance(first, ast.Constant):
            yield node, _strings(first)
        elif name in names and isinstance(first, ast.IfExp):
            yield node, _strings(first.body) | _strings(first.orelse)


def _forms(entry: Entry) -> list[str]:
    return [entry] if isinstance(entry, str) else list(entry.values())


def _fields(template: str) -> Iterator[Field]:
    for part in parsed(template):
        if isinstance(part, Field):
            yield part
            if part.how == "?":
                yield from _fields(part.rest)


def _references(words: Mapping[str, Entry]) -> set[str]:
    return {
        field.rest
        for entry in words.values()
        for form in _forms(entry)
        for field in _fields(form)
        if field.how == ":"
    }


def _slots(key: str, words: Mapping[str, Entry]) -> set[str]:
    """Return the names of the arguments that an entry fills in."""
    found = set()
    for form in _forms(words[key]):
        for field in _fields(form):
            found.add(field.name)
            if field.how == ":":
                found |= _slots(field.rest, words) - {"count"}
    return found


# --- the files --------------------------------------------------------------------------------


def test_the_languages_are_the_files() -> None:
    files = {path.stem for path in (PACKAGE / "words").glob("*.py")} - {"__init__"}
    assert set(LANGUAGES) == files == {"en", "zh"}
    assert LANGUAGES[0] == BASE == "en"


def _own(words: Mapping[str, Entry]) -> set[str]:
    """Return the entries of a language's grammar, which no other language needs to have."""
    return {key for key in words if key.startswith("grammar.")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_missing_in_one_language(language: str) -> None:
    words = FILES[language]
    assert words.keys() - _own(words) == ENGLISH.keys() - _own(ENGLISH)
    assert [key for key, entry in words.items() if not all(map(str.strip, _forms(entry)))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_can_be_taken_apart_and_refers_to_entries(language: str) -> None:
    words = FILES[language]
    assert _references(words) <= words.keys()
    assert _own(words) <= _references(words)
    fields = [each for entry in words.values() for form in _forms(entry) for each in _fields(form)]
    assert {each.rest for each in fields if each.how in ("!", ",")} <= {"", "or"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_fill_in_the_same_and_have_the_same_forms(language: str) -> None:
    words = FILES[language]
    for key in words.keys() - _own(words):
        english = _slots(key, ENGLISH)
        # "1 topic" says its number itself, and Chinese needs none to choose a form.
        assert _slots(key, words) | {"count"} == english | {"count"}, key
        forms = [set(entry) for entry in (words[key], ENGLISH[key]) if not isinstance(entry, str)]
        plural = [each for each in forms if "other" in each]
        assert all(each == forms[0] for each in forms if each not in plural), key
        assert len(forms) != 1 or plural, key


@pytest.mark.parametrize("key", sorted(_own(ENGLISH) | {"count-topics", "count-pairs"}))
def test_a_plural_has_a_form_for_one_and_for_others(key: str) -> None:
    entry = ENGLISH[key]
    assert not isinstance(entry, str)
    assert set(entry) == {"one", "other"}


# --- the words and the program ----------------------------------------------------------------


@pytest.mark.no_cover
def test_every_word_asked_for_is_there() -> None:
    wrong = []
    for file, tree in SOURCES.items():
        for prefix, names in (("", ("words", "say", "around")), ("message.", ("phrase",))):
            wrong += [
                f"{file}:{call.lineno}: {key}"
                for call, keys in _calls(tree, *names)
                for key in keys
                if prefix + key not in ENGLISH
            ]
    assert wrong == []


def _syntax_keys() -> set[str]:
    """Return the messages and remedies that the parser's words are put into."""
    (explain,) = (
        node
        for node in SOURCES[SLIPS].body
        if isinstance(node, ast.FunctionDef) and node.name == "_explain"
    )
    found = {key for _, *keys in slips.SYNTAX for key in keys}
    for node in ast.walk(explain):
        if isinstance(node, ast.Return):
            found |= _strings(node)
    return found - {""}


def test_what_the_parser_says_has_its_words_and_brings_no_arguments() -> None:
    keys = {f"message.{key}" for key in _syntax_keys()}
    assert {"message.tab", "message.syntax-colon", "message.check-indent"} <= keys
    assert keys - ENGLISH.keys() == set()
    assert {key for key in keys if _slots(key, ENGLISH)} == set()


def _families() -> set[str]:
    """Return the keys whose end the program computes."""
    parts = ("finds", "why", "fix")
    formats = {*FORMATS, *CHECK.formats, *SCHEMA.formats, *MATRIX_FORMATS.formats}
    described = {key for key in ENGLISH if key.startswith("schema.") and key[7:] in SAID}
    return {
        *(f"rule.{rule}.{part}" for rule, part in product(RULES, parts)),
        *(f"format.{name}" for name in formats),
        *described,
    }


SCRIPT = "".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("page/*.js")))
SAID_BY_SCRIPT = set(re.findall(r'"([a-z][a-z.-]*)"', SCRIPT))


def test_the_script_says_only_words_that_it_is_given() -> None:
    said = set(re.findall(r'(?:say|tell)\(\s*"([a-z.-]+)"', SCRIPT))
    assert len(said) > 60
    assert said <= Words(BASE).entries(OWN_WORDS, SHARED_WORDS).keys()
    states = {state.value for state in State if state is not State.OWNED}
    assert SAID_BY_SCRIPT | states >= SHARED_WORDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_script_says_has_only_fields_that_it_fills_in(language: str) -> None:
    for key, entry in Words(language).entries(OWN_WORDS, SHARED_WORDS).items():
        assert isinstance(entry, str), key
        for field in _fields(entry):
            assert field.how in ("", "?"), key
            assert "?" not in field.rest
        assert all(isinstance(part, Field) or not set(part) & set("{}") for part in parsed(entry))


def test_no_word_is_unused() -> None:
    used = {*SAID, *(f"message.{key}" for key in SAID), *_families(), *_references(ENGLISH)}
    used |= {f"list-{word}" for word in ("and", "or")}
    used |= {key for key in SAID_BY_SCRIPT if key.startswith(OWN_WORDS)}
    inside = _strings(SOURCES["words/__init__.py"])
    assert sorted(ENGLISH.keys() - used - inside) == []
    assert _families() <= ENGLISH.keys()


def test_every_phrase_brings_what_its_message_fills_in() -> None:
    wrong = []
    for file, tree in SOURCES.items():
        for call, keys in _calls(tree, "phrase"):
            given_names = {keyword.arg for keyword in call.keywords}
            if None in given_names:
                continue
            for key in keys:
                entry = f"message.{key}"
                needed = _slots(entry, ENGLISH) | _slots(entry, FILES["zh"])
                if not isinstance(ENGLISH[entry], str):
                    needed.add("count")
                if needed - given_names:
                    wrong.append(f"{file}:{call.lineno}: {key} lacks {needed - given_names}")
    assert wrong == []


def test_chinese_is_said_from_its_file_alone() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search("[\u4e00-\u9fff]", path.read_text("utf-8"))
    }
    assert found - {"words/zh.py", "words/en.py"} == set(CHINESE_DATA)


def test_english_says_no_chinese_but_in_examples() -> None:
    found = {
        key
        for key, entry in ENGLISH.items()
        if any(re.search("[\u4e00-\u9fff]", form) for form in _forms(entry))
    }
    assert found == {"rule.vague-ownership.why"}


# --- filling in -------------------------------------------------------------------------------


def test_an_unknown_language_is_spoken_to_in_english() -> None:
    assert Words("de").say(phrase("delete-it")) == Words("en").say(phrase("delete-it"))
    assert Words("zh-TW").say(phrase("delete-it")) == Words("zh").say(phrase("delete-it"))
    assert Words("de").language == "en"
    assert Words("zh-Hant").language == "zh"


class Made(Words):
    """Words of a test, with the lists and the grammar of a language."""

    def __init__(self, language: str, **entries: Entry) -> None:
        super().__init__(language)
        self._entries = {**self._entries, **entries}


@pytest.mark.parametrize(
    ("template", "args", "said"),
    [
        ("plain", {}, "plain"),
        ("{{x}} }}{{", {}, "{x} }{"),
        ("<{x}>", {"x": "a"}, "<a>"),
        ("{x}", {"x": 3}, "3"),
        ("{x}", {"x": ("a", "b", "c")}, "a, b, c"),
        ("{x}", {"x": ()}, ""),
        ("{x!}", {"x": "a"}, "`a`"),
        ("{x!}", {"x": ("a",)}, "`a`"),
        ("{x!}", {"x": ("a", "b")}, "`a` and `b`"),
        ("{x!}", {"x": ("a", "b", "c")}, "`a`, `b` and `c`"),
        ("{x!or}", {"x": ("a", "b", "c")}, "`a`, `b` or `c`"),
        ("{x,or}", {"x": ("a", "b", "c")}, "a, b or c"),
        ("{x,or}", {"x": ("a",)}, "a"),
        ("{x!}", {"x": tuple("abcdef")}, "`a`, `b`, `c`, `d`, `e` and `f`"),
        ("{x!}", {"x": tuple("abcdefgh")}, "`a`, `b`, `c`, `d`, `e`, `f` and 2 more"),
        ("a{x? in {x!}}.", {"x": "b"}, "a in `b`."),
        ("a{x? in {x!}}.", {"x": ""}, "a."),
        ("a{x?{y?{{{y}}}}}.", {"x": 1, "y": 2}, "a{2}."),
        ("{n:things}", {"n": 1}, "1 thing"),
        ("{n:things}", {"n": 2}, "2 things"),
        ("{n:things}", {"n": 0}, "0 things"),
        ("{n:things}", {"n": ("a", "b")}, "2 things"),
        ("{n:things}", {"n": ("a",)}, "1 thing"),
        ("{n:sort}", {"n": "list"}, "a list of z"),
        ("{x}", {"x": "\x1b[2J\u202e\udcff"}, "\\x1b[2J\\u202e\\xff"),
        ("{x!}", {"x": ("\x1b",)}, "`\\x1b`"),
    ],
)
def test_a_template_is_filled_in(template: str, args: dict[str, object], said: str) -> None:
    words = Made(
        "en",
        template=template,
        things={"one": "1 thing", "other": "{count} things"},
        sort={"list": "a list of {z}", "text": "text"},
    )
    assert words("template", **args, z="z") == said
    words._entries = {**words._entries, "message.template": template}
    assert words.say(Phrase("template", {**args, "z": "z"})) == said


def test_an_entry_with_forms_needs_to_know_which() -> None:
    words = Made("en", things={"one": "1 thing", "other": "{count} things"})
    assert words("things", count=1) == "1 thing"
    with pytest.raises(KeyError):
        words("things")
    with pytest.raises(KeyError):
        words("no such entry")
    with pytest.raises(KeyError):
        words("label")


def test_an_answer_keeps_its_line_breaks_and_a_message_is_one_line() -> None:
    words = Made("en", text="{x}", **{"message.text": "{x}"})
    assert words("text", x="a\nb\tc") == "a\nb\tc"
    assert words.say(phrase("text", x="a\nb\tc")) == "a\\x0ab\\x09c"


def test_what_stands_around_an_argument() -> None:
    assert Words("en").around("label", "name") == ["", ": "]
    assert Words("zh").around("label", "name") == ["", "："]
    assert Words("en").around("headline", "parts", total="\0") == ["\\x00: ", ""]
    assert Words("en").around("headline", "total", "parts") == ["", ": ", ""]


def test_a_message_and_its_remedy_are_one_sentence() -> None:
    said, asked = phrase("delete-it"), phrase("did-you-mean", near=("a",))
    english, chinese = Words("en"), Words("zh")
    assert english.sentence(said, None) == "delete it"
    assert english.sentence(said, said) == "delete it; delete it"
    assert english.sentence(asked, said) == "did you mean `a`? delete it"
    assert chinese.sentence(said, said) == "请删除；请删除"
    assert chinese.sentence(asked, said) == "是不是想写 `a`？请删除"


@pytest.mark.parametrize("template", ["{", "}", "a{b", "a}b", "{x?{y}"])
def test_a_brace_without_its_partner_is_an_error(template: str) -> None:
    with pytest.raises(ValueError, match=re.escape(template)):
        parsed(template)


UNSEEN = "\x00\x1b\x07\x7f\x9b\n\r\t\u202e\u2066\u200f\u061c\u2028\udcff\ufeff"
HOSTILE = st.lists(st.sampled_from([*UNSEEN, "a", "定", "{", "}", "{x}", "`"]), max_size=8).map(
    "".join
)


def unseen(text: str) -> list[str]:
    """Return the characters of a text that a terminal would obey."""
    return [
        char
        for char in text
        if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in UNSEEN
    ]


def _arguments(key: str, text: str) -> dict[str, object]:
    """Return arguments of the kinds that an entry takes."""
    args: dict[str, object] = {}
    for name in _slots(key, ENGLISH) | _slots(key, FILES["zh"]) | {"count"}:
        args[name] = 2 if name in ("count", "documents") else (text, text)
    return {**args, "what": "pair", "given": "list", "on": "topic", "letter": "consulted"}


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=HOSTILE)
@pytest.mark.no_cover
def test_no_message_prints_what_a_terminal_would_obey(language: str, text: str) -> None:
    words = Words(language)
    for key in ENGLISH:
        if key.startswith("message.") and isinstance(ENGLISH[key], str):
            said = words.say(Phrase(key.removeprefix("message."), _arguments(key, text)))
            assert unseen(said) == [], key


# --- another language -------------------------------------------------------------------------

THIRD = """\
from rolecmp.words.en import WORDS as ENGLISH

WORDS = {
    key: "·" + entry if isinstance(entry, str) else {form: "·" + entry[form] for form in entry}
    for key, entry in ENGLISH.items()
}
WORDS["count-topics"] = {"few": "{count} temata", "other": "{count} temat"}


def plural(count):
    return "few" if 1 < count < 5 else "other"
"""


CATALOG = """\
rolecmp: 1
title: {en: Studio}
languages: [en]
topics:
  market: {en: Market}
  margin: {en: Margin}
"""


SEVERAL = """\
import contextlib, io, json
from rolecmp.cli import run
told = []
for words in {asked!r}:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        with contextlib.redirect_stderr(io.StringIO()) as err:
            code = run(words)
    told.append([code, out.getvalue(), err.getvalue()])
print(json.dumps(told))
"""


def test_a_third_language_is_one_more_file(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "rolecmp")
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "catalog.yaml").write_text(CATALOG, "utf-8")
    (tmp_path / "rolecmp" / "words" / "pt_BR.py").write_text(THIRD, "utf-8")

    broken = str(PACKAGE.parent / "tests/examples/broken")
    asked = [("who-owns", "mar"), ("show", "--help"), ("check", "--roles", broken, "-f", "json")]
    done = subprocess.run(
        [sys.executable, "-c", SEVERAL.format(asked=asked)],
        env={"PYTHONPATH": str(tmp_path), "LANG": "pt_BR.UTF-8"},
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    refused, usage, found = json.loads(done.stdout)
    assert refused[:2] == [2, ""]
    first, *matches = refused[2].splitlines()
    assert first == (
        "rolecmp: error[unknown-topic]: ·no topic is called `mar`; 2 temata may be meant:"
    )
    assert matches == [
        "·  Market (market)",
        "·  Margin (margin)",
        "·rolecmp who-owns shows every topic",
    ]
    assert usage[1].startswith("·Usage: rolecmp show")
    finding = json.loads(found[1])["findings"][0]
    assert set(finding["message"]) == {"en", "zh", "pt-BR"}
