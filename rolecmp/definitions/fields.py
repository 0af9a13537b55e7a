"""The fields of a definition file: texts, lists, mappings, aliases, ids, and reasons accepted.

Each reads a node of the tree and reports what is wrong at its place, with what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from rolecmp.definitions.model import ACCEPTABLE, LETTERS, Name, Text
from rolecmp.definitions.names import normal_form
from rolecmp.definitions.problems import Phrase, Problem, nearest, phrase
from rolecmp.definitions.reading import (
    Node,
    Reading,
    hash_column,
    lost_space_column,
    report_hash,
    report_lost_space,
    report_wide_colon,
)

MAX_NAME = 64
STATEMENT_KEYS = (*LETTERS, "accepted")

_ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_ID_CHARACTERS = _ID_LETTERS | frozenset("0123456789-")
# What people write for a letter before they have read that it is spelt out.
_LETTER_SLIPS = {
    "a": "accountable",
    "r": "responsible",
    "c": "consulted",
    "i": "informed",
    "owner": "accountable",
    "owns": "accountable",
    "decides": "accountable",
    "does": "responsible",
    "负责": "accountable",
    "最终负责": "accountable",
    "当责": "accountable",
    "执行": "responsible",
    "咨询": "consulted",
    "知会": "informed",
}


# Keys as they are called in Chinese.
_KEY_SLIPS = {
    "名称": "name",
    "名字": "name",
    "别名": "aliases",
    "概述": "summary",
    "简介": "summary",
    "备注": "notes",
    "来源": "source",
    "语言": "languages",
    "主题": "topics",
    "维度": "dimensions",
    "标题": "title",
}
# Country codes that are taken for the code of the language.
_LANGUAGE_SLIPS = {"cn": "zh", "tw": "zh", "jp": "ja", "kr": "ko", "us": "en", "uk": "en"}


def is_id(word: str) -> bool:
    """Tell whether `word` may be the id of a role, a topic or a dimension."""
    return word[:1] in _ID_LETTERS and len(word) <= MAX_NAME and _ID_CHARACTERS.issuperset(word)


def is_language(word: str) -> bool:
    """Tell whether `word` looks like a language code (BCP 47): en, zh, pt-BR, zh-Hant."""
    base, *others = word.split("-")
    return (
        2 <= len(base) <= 3
        and _ID_LETTERS.issuperset(base)
        and all(other.isascii() and other.isalnum() and 2 <= len(other) <= 8 for other in others)
    )


def core_integer(value: object) -> int:
    """Read a whole number as YAML's core schema does (1.2.2, section 10.3.2), else give -1."""
    if not isinstance(value, str) or len(value) > 20:
        return -1
    if re.fullmatch(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]{1,2})?", value):
        number = float(value)
        return int(number) if number.is_integer() else -1
    if re.fullmatch(r"0x[0-9a-fA-F]+|0o[0-7]+", value):
        return int(value, 0)
    return -1


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Give the problems of one file from top to bottom."""
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


class TextReader:
    """Reads texts: a map from language to string, or a string where there is one language."""

    def __init__(self, reading: Reading, languages: Collection[str] | None) -> None:
        self.reading = reading
        self.languages = languages
        self.hashes = " #" in reading.text

    def optional(self, entries: Mapping[str, tuple[Node, Node]], key: str) -> Text | None:
        """Read the text under `key`, if it is there."""
        return self.text(entries[key][1], key) if key in entries else None

    def texts(self, entries: Mapping[str, tuple[Node, Node]], key: str) -> tuple[Text, ...]:
        """Read the list of texts under `key`, if it is there."""
        if key not in entries:
            return ()
        found = [self.text(node, key) for node in items_of(entries[key][1], self.reading, key)]
        return tuple(text for text in found if text is not None)

    def text(self, node: Node, key: str, beside: Sequence[str] = ()) -> Text | None:
        """Read a text; `beside` are the keys that may stand next to its languages."""
        before = len(self.reading.problems)
        text = self._text(node, key, beside)
        if len(self.reading.problems) > before:
            self.reading.flawed.add(node[1:])
        return text

    def _text(self, node: Node, key: str, beside: Sequence[str]) -> Text | None:
        value, line, column = node
        if isinstance(value, str):
            return self._plain(value, line, column, key)
        if isinstance(value, list):
            self.reading.report(
                line, column, "wrong-type", phrase("want-text", key=key), self._text_example()
            )
            return None
        texts: dict[str, str] = {}
        for name, (at, item) in value.items():
            if name in beside:
                continue
            if not self._is_language(name):
                self._unknown_key(name, at, item[0], beside)
                continue
            content = self.string(item, name)
            if content is not None:
                texts[name] = content
        if not texts and all(name in beside for name in value):
            self.reading.report(
                line, column, "empty-text", phrase("no-text", key=key), self._text_example()
            )
        return Text(texts, line, column)

    def string(self, node: Node, key: str) -> str | None:
        """Read one string that must not be empty."""
        value, line, column = node
        if not isinstance(value, str):
            self.reading.report(
                line, column, "wrong-type", phrase("want-string", key=key), phrase("quote-text")
            )
            return None
        if self.hashes and self._is_cut(value, line):
            return None
        value = value.strip()
        if not value:
            self._empty(line, column, key)
            return None
        return value

    def _plain(self, value: str, line: int, column: int, key: str) -> Text | None:
        name, colon, _ = value.partition("：")
        if colon and (self._is_language(name.strip()) or name.strip() in LETTERS):
            offset = self.reading.line(line).find("：", column - 1)
            report_wide_colon(self.reading, line, (offset if offset >= 0 else column) + 1)
            return None
        # Where a plain string will do, only a key that is known here can have been meant.
        known = value.partition(":")[0] in (*(self.languages or ()), *LETTERS)
        several = self.languages is not None and len(self.languages) > 1
        if (known or several or not value) and _slip(value, line, column, self.reading):
            return None
        if self.languages is None:
            return None
        if len(self.languages) != 1:
            self.reading.report(
                line,
                column,
                "wrong-type" if value.strip() else "empty-text",
                phrase("want-languages" if value.strip() else "empty-text", key=key),
                self._text_example(),
            )
            return None
        content = self.string((value, line, column), key)
        return (
            None if content is None else Text({next(iter(self.languages)): content}, line, column)
        )

    def _is_cut(self, value: str, line: int) -> bool:
        """Report a text that a ``#word`` behind it was meant to be part of."""
        source = self.reading.line(line)
        column = hash_column(source)
        if not column:
            return False
        # What is in the text, or in quotes, is no comment. Only the word is looked for, as more
        # may stand behind the text.
        word = re.match(r"#[^\s\"',\]}]+", source[column - 1 :])
        before, behind = source[: column - 1], source[column:]
        quoted = any(before.count(each) % 2 and behind.count(each) % 2 for each in "\"'")
        if quoted or word is None or word[0] in value:
            return False
        report_hash(self.reading, line, column)
        return True

    def _empty(self, line: int, column: int, key: str) -> None:
        required = key == "name" or self._is_language(key)
        remedy = phrase("fill-in") if required else phrase("fill-or-remove", key=key)
        self.reading.report(line, column, "empty-text", phrase("empty-text", key=key), remedy)

    def _is_language(self, name: str) -> bool:
        if self.languages is None:
            return is_language(name)
        return name in self.languages

    def _unknown_key(self, name: str, at: Node, value: object, beside: Sequence[str]) -> None:
        if self.reading.full:
            return
        _, line, column = at
        if "：" in name:  # {en：PM}, which YAML takes for a key without a value
            report_wide_colon(self.reading, line, column + name.index("："))
            return
        slip = _LETTER_SLIPS.get(name.lower())
        if beside is STATEMENT_KEYS and (slip or nearest(name.lower(), LETTERS)):
            near = (slip,) if slip else nearest(name.lower(), LETTERS, 1)
            message = phrase("unknown-letter", name=name)
            self.reading.report(
                line, column, "unknown-letter", message, phrase("did-you-mean", near=near)
            )
        elif (meant := self._meant_language(name)) is not None:
            near = (meant,)
            message = phrase("unknown-language", language=name)
            remedy = phrase("did-you-mean", near=near)
            self.reading.report(line, column, "unknown-language", message, remedy)
        elif is_language(name):
            self.reading.report(
                line,
                column,
                "unknown-language",
                phrase("unknown-language", language=name),
                phrase("declare-language", languages=tuple(self.languages or ()), language=name),
            )
        elif isinstance(value, list) and beside is STATEMENT_KEYS:
            message = phrase("unknown-letter", name=name)
            self.reading.report(line, column, "unknown-letter", message)
        elif isinstance(value, str) and (not name.islower() or " " in name):
            # "PM: owns pricing" as an item: a sentence whose colon made a mapping of it.
            self.reading.report(
                line,
                column,
                "unquoted-text",
                phrase("colon-in-text", name=name),
                phrase("quote-text"),
            )
        else:
            _report_unknown_key(
                name, line, column, (*(self.languages or ()), *beside), self.reading
            )

    def _meant_language(self, name: str) -> str | None:
        """Give the language that a code such as EN, cn or zh-CN was meant for, or None."""
        base = name.lower().partition("-")[0]
        candidates = (name.lower(), base, _LANGUAGE_SLIPS.get(base))
        return next((each for each in candidates if each in (self.languages or ())), None)

    def _text_example(self) -> Phrase:
        return phrase(
            "text-example",
            example=", ".join(f"{each}: ..." for each in self.languages or ("en", "zh")),
        )


def accepted_in(
    entries: Mapping[str, tuple[Node, Node]], place: str, reader: TextReader
) -> Mapping[str, Text]:
    """Read the findings accepted on a thing, each with its reason, at the finding's name.

    `place` is the kind of thing, which tells what can be found of it: a key of `ACCEPTABLE`.
    """
    if "accepted" not in entries:
        return {}
    accepted: dict[str, Text] = {}
    findings = mapping(entries["accepted"][1], reader.reading, "accepted") or {}
    unknown_keys(findings, ACCEPTABLE[place], reader.reading)
    for rule, (key, reason) in findings.items():
        text = reader.text(reason, rule) if rule in ACCEPTABLE[place] else None
        if text is not None:
            accepted[rule] = Text(text.texts, key[1], key[2])
        if reason[1:] in reader.reading.flawed:
            reader.reading.flawed.add(key[1:])
    return accepted


def aliases_of(node: Node, reader: TextReader) -> tuple[Name, ...]:
    """Read a list of aliases."""
    names: list[Name] = []
    for item in items_of(node, reader.reading, "aliases"):
        name = reader.string(item, "aliases")
        if name is not None and not wide_comma(name, item[1], item[2], reader.reading):
            names.append(Name(name, item[1], item[2]))
    return tuple(names)


def mapping(node: Node, reading: Reading, what: str) -> Mapping[str, tuple[Node, Node]] | None:
    """Give the entries of a mapping; what is none is reported, and None."""
    value, line, column = node
    if isinstance(value, dict):
        return value
    if isinstance(value, str):
        offset = reading.line(line).find("：", column - 1) if "：" in value else -1
        if offset >= 0:
            report_wide_colon(reading, line, offset + 1)
            return None
        if _slip(value, line, column, reading):
            return None
    reading.report(
        line, column, "wrong-type", phrase("want-mapping", what=what, given=_kind(value))
    )
    return None


def wide_comma(item: str, line: int, column: int, reading: Reading) -> bool:
    """Report several items of a list that a full-width comma has made one of."""
    comma = next((char for char in item if char in "，、；"), "")
    if not comma:
        return False
    place = max(reading.line(line).find(comma, column - 1), column - 1) + 1
    message = phrase("full-width-comma", comma=comma)
    reading.report(line, place, "full-width-comma", message, phrase("ascii-comma"))
    return True


_WIDE_BRACKETS = tuple("【［（「〔")


def items_of(node: Node, reading: Reading, key: str) -> list[Node]:
    """Give the items of a list; what is none is reported, and empty."""
    value, line, column = node
    if isinstance(value, list):
        return value
    if isinstance(value, str) and _slip(value, line, column, reading):
        return []
    if isinstance(value, str) and value[:1] in _WIDE_BRACKETS:
        message = phrase("wide-bracket", bracket=value[0])
        reading.report(line, column, "wrong-type", message, phrase("ascii-list"))
        return []
    if isinstance(value, str) and is_id(value):
        remedy = phrase("list-example", item=value)
    elif key == "languages":
        remedy = phrase("add-languages")
    else:
        remedy = phrase("list-or-remove", key=key)
    reading.report(
        line, column, "wrong-type", phrase("want-list", key=key, given=_kind(value)), remedy
    )
    return []


def _slip(value: str, line: int, column: int, reading: Reading) -> bool:
    """Report a slip of the pen that makes text, or nothing, of what was meant for more."""
    source = reading.line(line)
    hash_at = hash_column(source)
    if hash_at > column and not value.strip():  # ``accountable: #pricing``
        report_hash(reading, line, hash_at)
        return True
    space_at = lost_space_column(source)
    if space_at >= column and value.startswith(source[column - 1 : space_at]):  # ``en:PM``
        report_lost_space(reading, line, space_at)
        return True
    return False


def _kind(value: object) -> str:
    if isinstance(value, str):
        return "text" if value else "nothing"
    return "list" if isinstance(value, list) else "mapping"


def unknown_keys(
    entries: Mapping[str, tuple[Node, Node]],
    known: Sequence[str],
    reading: Reading,
    names: Mapping[str, str] | None = None,
) -> None:
    """Report keys that are not known; `names` are other words for those that are."""
    for name, (key, _) in entries.items():
        if name in known or reading.full:
            continue
        meant = (names or {}).get(normal_form(name))
        if meant is None:
            _report_unknown_key(name, key[1], key[2], known, reading)
        else:
            message = phrase("unknown-key", name=name)
            remedy = phrase("did-you-mean", near=(meant,))
            reading.report(key[1], key[2], "unknown-key", message, remedy)


def dimension_names(dimensions: Collection[str]) -> dict[str, str]:
    """Map what the catalog calls its dimensions to their ids."""
    if not isinstance(dimensions, dict):
        return {}
    return {
        normal_form(name): key for key, text in dimensions.items() for name in text.texts.values()
    }


def _report_unknown_key(
    name: str, line: int, column: int, known: Sequence[str], reading: Reading
) -> None:
    slip = _KEY_SLIPS.get(name)
    near = (slip,) if slip in known else nearest(name.lower(), known, 1)
    remedy = phrase("did-you-mean", near=near) if near else phrase("known-keys", keys=tuple(known))
    reading.report(line, column, "unknown-key", phrase("unknown-key", name=name), remedy)


def valid_id(name: str, key: Node, reading: Reading) -> bool:
    """Tell whether `name` is an id; what is none is reported."""
    if is_id(name):
        return True
    near = normal_form(name)
    remedy = (
        phrase("did-you-mean", near=(near,)) if is_id(near) else phrase("id-form", limit=MAX_NAME)
    )
    reading.report(key[1], key[2], "bad-id", phrase("bad-id", id=name), remedy)
    return False
