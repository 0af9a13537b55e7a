"""The shape of the definition files, said once: which keys there are, and what stands under them.

Reading, the JSON Schemas and the suggestions for unknown keys all go by these tables. What
stands under a key is called by its kind: a method of that name reads it
(`rolecmp.definitions.fields`), and one describes it (`rolecmp.definitions.schema`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from rolecmp.definitions.model import LETTERS

Shape: TypeAlias = "Mapping[str, str]"

FORMAT_VERSION = "1"
MAX_ID = 64
MAX_THRESHOLD = 9999
OFF = "off"
"""What switches a rule off, under ``checks``."""

ROLE: Shape = {
    "name": "text",
    "aliases": "names",
    "summary": "statement",
    "notes": "texts",
    "source": "text",
    "accepted": "accepted_role",
}
"""The keys of a role file, to which each dimension of the catalog adds one of ``statements``."""
ROLE_NEEDS = ("name",)

# Beside the languages of their texts.
STATEMENT: Shape = {**dict.fromkeys(LETTERS, "claims"), "accepted": "accepted_statement"}
TOPIC: Shape = {"aliases": "names", "accepted": "accepted_topic"}

CATALOG: Shape = {
    "rolecmp": "version",
    "title": "text",
    "languages": "languages",
    "source": "text",
    "dimensions": "dimensions",
    "topics": "topics_by_id",
    "pairs": "pairs",
    "checks": "checks",
}
CATALOG_NEEDS = ("rolecmp", "languages")
PAIR: Shape = {"roles": "pair_roles", "difference": "text", "together": "texts"}
PAIR_NEEDS = ("roles",)

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
}
# Country codes that are taken for the code of the language.
LANGUAGE_SLIPS = {"cn": "zh", "tw": "zh", "jp": "ja", "kr": "ko", "us": "en", "uk": "en"}

_ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_ID_CHARACTERS = _ID_LETTERS | frozenset("0123456789-")
ID_PATTERN = "^[a-z][a-z0-9-]*$"
LANGUAGE_PATTERN = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


def is_id(word: str) -> bool:
    """Tell whether `word` may be the id of a role, a topic or a dimension."""
    return word[:1] in _ID_LETTERS and len(word) <= MAX_ID and _ID_CHARACTERS.issuperset(word)


def is_language(word: str) -> bool:
    """Tell whether `word` looks like a language code (BCP 47): en, zh, pt-BR, zh-Hant."""
    base, *others = word.split("-")
    return (
        2 <= len(base) <= 3
        and _ID_LETTERS.issuperset(base)
        and all(other.isascii() and other.isalnum() and 2 <= len(other) <= 8 for other in others)
    )
