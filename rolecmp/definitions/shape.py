"""The shape of the definition files, said once: which keys there are, and what stands under them.

Reading, the JSON Schemas and the suggestions for unknown keys all go by these tables. What
stands under a key is called by its kind: a method of that name reads it
(`rolecmp.definitions.fields`), and one describes it (`rolecmp.definitions.schema`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from rolecmp.definitions.model import LETTERS

Shape: TypeAlias = "Mapping[str, str]"

FORMAT_VERSION = "1"
MAX_ID = 64
MAX_THRESHOLD = 9999
ON, OFF = "on", "off"
"""What switches a rule on and off, under ``checks``."""

ROLE: Shape = {
    "name": "text",
    "aliases": "names",
    "summary": "statement",
    "brief": "brief",
    "manages": "references",
    "ask": "ask",
    **dict.fromkeys(LETTERS, "claims"),
    "notes": "texts",
    "source": "text",
    "accepted": "accepted_role",
}
"""The keys of a role file, to which each dimension of the catalog adds one of ``statements``."""
ROLE_NEEDS = ("name",)

# Beside the languages of their texts.
STATEMENT: Shape = {**dict.fromkeys(LETTERS, "claims"), "accepted": "accepted_statement"}
TOPIC: Shape = {"aliases": "names", "group": "group", "ask": "ask", "accepted": "accepted_topic"}

CATALOG: Shape = {
    "rolecmp": "version",
    "title": "text",
    "languages": "languages",
    "source": "text",
    "roles": "references",
    "dimensions": "declared_dimensions",
    "groups": "groups",
    "topics": "topics_by_id",
    "pairs": "pairs",
    "checks": "checks",
}
CATALOG_NEEDS = ("rolecmp", "languages")
PAIR: Shape = {"roles": "pair_roles", "difference": "text", "together": "texts"}
PAIR_NEEDS = ("roles",)
ACCEPTANCE: Shape = {"roles": "accepted_roles", "at-most": "count", "until": "day"}

# What people write for a letter before they have read that it is spelt out.
LETTER_SLIPS = {
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
KEY_SLIPS = {
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
    "要点": "brief",
    "管理": "manages",
    "下属": "manages",
    "联系": "ask",
    "联系人": "ask",
    "角色": "roles",
    "分组": "groups",
    "所属分组": "group",
    "截止": "until",
}
# Country codes that are taken for the code of the language.
LANGUAGE_SLIPS = {"cn": "zh", "tw": "zh", "jp": "ja", "kr": "ko", "us": "en", "uk": "en"}
# Those of them that are no code of any language (ISO 639-1).
NO_LANGUAGES = {code: LANGUAGE_SLIPS[code] for code in ("cn", "jp", "us")}

# JSON Schema has no classes of letters that every validator knows: this keeps ASCII to what an
# id may have of it, and lets every other character be.
ID_PATTERN = "^[^\\u0000-\\u0060\\u007b-\\u007f][^\\u0000-,./:-\\u0060\\u007b-\\u007f]*$"
LANGUAGE_PATTERN = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
DAY_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

_ASCII_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_ASCII_ID = _ASCII_LETTERS | frozenset("0123456789-")


def is_id(word: str) -> bool:
    """Tell whether `word` may be the id of a role, a topic, a dimension or a group.

    That is letters of any script in lower case with the marks on them, digits and hyphens, a
    letter first, in NFC (Unicode Standard Annex #15), at most `MAX_ID` characters.
    """
    if word.isascii():
        return word[:1] in _ASCII_LETTERS and len(word) <= MAX_ID and _ASCII_ID.issuperset(word)
    import unicodedata

    return (
        len(word) <= MAX_ID
        and word[0].isalpha()
        and word == word.lower() == unicodedata.normalize("NFC", word)
        and all(
            char == "-" or char.isdecimal() or unicodedata.category(char)[0] in "LM"
            for char in word
        )
    )


def is_language(word: str) -> bool:
    """Tell whether `word` looks like a language code (BCP 47): en, zh, pt-BR, zh-Hant."""
    base, *others = word.split("-")
    return (
        2 <= len(base) <= 3
        and _ASCII_LETTERS.issuperset(base)
        and all(other.isascii() and other.isalnum() and 2 <= len(other) <= 8 for other in others)
    )


def whole_number(value: object) -> int:
    """Read a whole number as YAML's core schema does (1.2.2, section 10.3.2), else give -1."""
    if not isinstance(value, str) or len(value) > 20:
        return -1
    if re.fullmatch(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]{1,2})?", value):
        number = float(value)
        return int(number) if number.is_integer() else -1
    if re.fullmatch(r"0x[0-9a-fA-F]+|0o[0-7]+", value):
        return int(value, 0)
    return -1


def is_day(text: str) -> bool:
    """Tell whether a text is a day: a calendar date in the extended form of ISO 8601."""
    from datetime import date

    try:
        return re.fullmatch(DAY_PATTERN, text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False
