"""Every way in which a definition can be wrong: its place, its rule and its words.

Each case stands beside one that is sound, so that a rule that fires always would be seen.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

import pytest

from rolecmp.definitions import loader, reader
from rolecmp.definitions.loader import load_catalog, load_header, read_catalog
from rolecmp.definitions.problems import DefinitionsError, Problem
from rolecmp.definitions.reader import Reading
from rolecmp.definitions.sources.folders import DiskFolder, MemoryFolder
from rolecmp.rendering.messages import problem_line
from rolecmp.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from rolecmp.definitions.model import Catalog

Found: TypeAlias = list[tuple[str, int, int, str]]
Place: TypeAlias = tuple[int, int, str]

ENGLISH = Words("en")
CATALOG = """\
rolecmp: 1
languages: [en]
topics:
  pricing: {en: Pricing, aliases: [price]}
  roadmap: Roadmap
  general: General
"""
TWO_LANGUAGES = """\
rolecmp: 1
languages: [en, zh]
topics:
  pricing: {en: Pricing, zh: 定价, aliases: [price]}
"""
HEADER = "rolecmp: 1\nlanguages: [en]\n"
ROLE = "name: PM\nperspective:\n  - en: Sets the price\n    "


def read(files: Mapping[str, str | bytes]) -> tuple[Catalog, list[Problem]]:
    return read_catalog(MemoryFolder("", files))[:2]


def places(problems: list[Problem]) -> Found:
    return [(each.path, each.line, each.column, each.rule) for each in problems]


def words(problem: Problem) -> str:
    """Give the message without the place before it."""
    text = problem_line(problem, ENGLISH, source=False)
    head = f"{problem.path}:{problem.line}:{problem.column}: error[{problem.rule}]: "
    assert text.startswith(head)
    return text.removeprefix(head)


def role_problems(text: str | bytes, catalog: str = CATALOG) -> list[Problem]:
    return read({"catalog.yaml": catalog, "pm.yaml": text})[1]


def one(text: str | bytes, place: Place, said: str, catalog: str = CATALOG) -> None:
    problems = role_problems(text, catalog)
    assert places(problems) == [("pm.yaml", *place)]
    assert said in words(problems[0])


COLON = "colon and space inside unquoted text; put the text in quotes"
ESCAPE = (
    "unknown escape after a backslash; use single quotes, in which a backslash is just a backslash"
)
START = "text cannot start with this character; put the text in quotes"
STAR = "text cannot start with * or &; put the text in quotes"
MISFIT = (
    "this line does not fit the lines above it; "
    "check its indentation, and quotes left open above it"
)


@pytest.mark.parametrize(
    ("wrong", "place", "said", "right"),
    [
        ("name: a: b\n", (1, 8), COLON, "name: 'a: b'\n"),
        (
            "name: PM\nsummary\nnotes: [x]\n",
            (2, 1),
            "key without a colon; add a colon and a space after the key, or quotes around the text",
            "name: PM\nsummary: s\nnotes: [x]\n",
        ),
        (
            "name: PM\nnotes: [a, b\nsummary: x\n",
            (3, 8),
            "the list [ ... ] is not closed here; separate items with commas and end with ]",
            "name: PM\nnotes: [a, b]\nsummary: x\n",
        ),
        (
            "name: PM\nnotes: [a, b",
            (2, 8),
            "separate items with commas and end with ]",
            "name: PM\nnotes: [a, b]",
        ),
        (
            "name: {en: PM, accountable\nsummary: x\n",
            (2, 8),
            "the mapping { ... } is not closed here; separate entries with commas and end with }",
            "name: {en: PM}\nsummary: x\n",
        ),
        (
            "name: PM\nnotes:\n  - a\n b\n",
            (4, 2),
            MISFIT,
            "name: PM\nnotes:\n  - a\n  - b\n",
        ),
        (
            "name: PM\nnotes:\n  - a\n  b: c\n",
            (4, 3),
            "expected a list item here; write `- ` before it, or indent it like the lines above it",
            "name: PM\nnotes:\n  - a\n  - en: c\n",
        ),
        (
            "name: , x\n",
            (1, 7),
            "a value cannot start with this character; put the text in quotes",
            "name: ', x'\n",
        ),
        (
            "name: PM\n...\nsummary: x\n",
            (3, 1),
            "extra content after the end; check its indentation, and quotes left open above it",
            "name: PM\nsummary: x\n...\n",
        ),
        (
            'name: "PM\nsummary: x\n',
            (1, 7),
            "this quote is never closed; close the quote",
            'name: "PM"\nsummary: x\n',
        ),
        (
            "name: PM\nnotes:\n  - 'a\n  - b\n",
            (3, 5),
            "this quote is never closed; close the quote",
            "name: PM\nnotes:\n  - 'a'\n  - b\n",
        ),
        (
            'name: "PM\n---\nsummary: x\n',
            (1, 7),
            "this quote is never closed; close the quote",
            '---\nname: "PM"\nsummary: x\n',
        ),
        ("name: @pm\n", (1, 7), START, "name: '@pm'\n"),
        ("name: `pm`\n", (1, 7), START, "name: '`pm`'\n"),
        ("name: PM\nnotes:\n  - %5 of it\n", (3, 5), START, "name: PM\nnotes:\n  - 5% of it\n"),
        (
            "name: - PM\n",
            (1, 7),
            "a list cannot start here; check its indentation, and quotes left open above it",
            "name: -PM\n",
        ),
        ("name: PM\n- x\n", (2, 1), MISFIT, "name: PM\nnotes:\n- x\n"),
        ('name: "\\q"\n', (1, 8), ESCAPE, "name: '\\q'\n"),
        ('name: "\\xzz"\n', (1, 10), ESCAPE, 'name: "\\x41"\n'),
        ('name: "\\u12"\n', (1, 10), ESCAPE, 'name: "\\u4ea7"\n'),
        ("name: **Bold**\n", (1, 7), STAR, "name: '**Bold**'\n"),
        ("name: PM\nnotes:\n  - *Note* this\n", (3, 5), STAR, "name: PM\nnotes:\n  - Note*\n"),
        ("name: & more\n", (1, 7), STAR, "name: R & D\n"),
        (
            'name: "\\ud800"\n',
            (1, 10),
            "not valid YAML: found invalid Unicode character escape code",
            'name: "\\U0001f600"\n',
        ),
        ("%YAML 2.0\n---\nname: x\n", (1, 1), "not valid YAML: ", "%YAML 1.1\n---\nname: x\n"),
        ("%pm\n", (1, 4), "not valid YAML: ", "name: '%pm'\n"),
    ],
)
def test_syntax(wrong: str, place: tuple[int, int], said: str, right: str) -> None:
    one(wrong, (*place, "syntax"), said)
    assert role_problems(right) == []


@pytest.mark.parametrize(
    ("text", "place", "needed"),
    [
        # A key that stands too far to the right: quotes would not help, less indentation would.
        ("name: PM\n  notes: [x]\n", (2, 8), "indent"),
        # No space behind the colon is the slip, wherever the parser notices it.
        ("name:PM\nsummary: x\n", (1, 5), "space"),
        ("name:\n  en:PM\n", (2, 5), "space"),
        ("name:\u3000PM\n", (1, 5), "space"),
        # Quotes or brackets that are part of a text: it is this line, not those above.
        ('name: PM\nsummary: "Owns" the price\n', (2, 17), "put the text in quotes"),
        ("name: 'it's'\n", (1, 11), "put the text in quotes"),
        ("name: PM\nnotes:\n  - [Beta] Owns it\n", (3, 12), "put the text in quotes"),
        ('name: PM\nnotes:\n  - "Beta" owns it\n', (3, 12), "put the text in quotes"),
        # Text that begins with the sign of a block text.
        ("name: PM\nnotes:\n  - >= 3 of them\n", (3, 6), "put the text in quotes"),
        ("name: |x\n", (1, 8), "put the text in quotes"),
    ],
)
def test_syntax_is_explained_by_the_slip_that_was_made(
    text: str, place: tuple[int, int], needed: str
) -> None:
    problems = role_problems(text)
    assert len(problems) == 1
    assert needed in words(problems[0])
    assert (problems[0].line, problems[0].column) == place


@pytest.mark.parametrize(
    ("wrong", "place", "said", "right"),
    [
        (
            "name: PM\nname: PN\n",
            (2, 1, "duplicate-key"),
            "duplicate key `name`; first on line 1; merge the two",
            "name: PM\naliases: [PN]\n",
        ),
        (
            "name: {en: PM, en: PN}\n",
            (1, 16, "duplicate-key"),
            "duplicate key `en`; first on line 1",
            "name: {en: PM}\n",
        ),
        (
            ROLE + "accountable: [pricing]\n    accountable: [roadmap]\n",
            (5, 5, "duplicate-key"),
            "duplicate key `accountable`; first on line 4",
            ROLE + "accountable: [pricing, roadmap]\n",
        ),
        (
            "nmae: PM\n",
            (1, 1, "unknown-key"),
            "unknown key `nmae`; did you mean `name`?",
            "name: PM\n",
        ),
        (
            "name: PM\nmarket facing: [x]\n",
            (2, 1, "unknown-key"),
            "unknown key `market facing`; did you mean `market-facing`?",
            "name: PM\nmarket-facing: [x]\n",
        ),
        (
            "name: PM\nName: x\n",
            (2, 1, "unknown-key"),
            "did you mean `name`?",
            "name: PM\nsummary: x\n",
        ),
        (
            "name: PM\nalias: [x]\n",
            (2, 1, "unknown-key"),
            "did you mean `aliases`?",
            "name: PM\naliases: [x]\n",
        ),
        (
            "name: PM\nid: pm\n",
            (2, 1, "unknown-key"),
            "unknown key `id`; the keys here are name, aliases, summary, "
            "brief, manages, ask, accountable, responsible, consulted, informed, notes, source, "
            "accepted, perspective, responsibility, market-facing",
            "name: PM\nsource: pm\n",
        ),
        (
            "{}\n",
            (1, 1, "missing-key"),
            "`name` is missing; give the role a name",
            "{name: PM}\n",
        ),
        (
            "summary: x\n",
            (1, 1, "missing-key"),
            "`name` is missing; give the role a name",
            "summary: x\nname: PM\n",
        ),
        (
            ROLE + "accountable: [pricng]\n",
            (4, 19, "unknown-topic"),
            "no topic has the id or name `pricng`; did you mean `pricing`?",
            ROLE + "accountable: [pricing]\n",
        ),
        (
            ROLE + "responsible: [roadmap, quality]\n",
            (4, 28, "unknown-topic"),
            "no topic has the id or name `quality`; declare it under topics in catalog.yaml",
            ROLE + "responsible: [roadmap, general]\n",
        ),
    ],
)
def test_keys_and_topics(wrong: str, place: Place, said: str, right: str) -> None:
    one(wrong, place, said)
    assert role_problems(right) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("A", "accountable"),
        ("a", "accountable"),
        ("R", "responsible"),
        ("C", "consulted"),
        ("I", "informed"),
        ("owner", "accountable"),
        ("Owner", "accountable"),
        ("owns", "accountable"),
        ("decides", "accountable"),
        ("does", "responsible"),
        ("acountable", "accountable"),
        ("Accountable", "accountable"),
        ("responsable", "responsible"),
        ("consult", "consulted"),
        ("inform", "informed"),
        ("负责", "accountable"),
        ("执行", "responsible"),
        ("咨询", "consulted"),
        ("知会", "informed"),
    ],
)
def test_unknown_letter(typed: str, meant: str) -> None:
    one(
        ROLE + f"{typed}: [pricing]\n",
        (4, 5, "unknown-letter"),
        f"`{typed}` is not one of accountable, responsible, consulted, informed; "
        f"did you mean `{meant}`?",
    )
    assert role_problems(ROLE + f"{meant}: [pricing]\n") == []


@pytest.mark.parametrize("typed", ["R/A", "RACI", "owned by"])
def test_a_key_over_a_list_is_no_text_with_a_colon(typed: str) -> None:
    problems = role_problems(ROLE + f"{typed}: [pricing]\n")
    assert [(each.line, each.column) for each in problems] == [(4, 5)]
    assert "put the text in quotes" not in words(problems[0])
    assert "accountable, responsible, consulted, informed" in words(problems[0])


@pytest.mark.parametrize(
    ("wrong", "place", "said", "right"),
    [
        (
            "name: [a]\n",
            (1, 7, "wrong-type"),
            "expected text under `name`, found a list; write {en: ...}",
            "name: a\n",
        ),
        (
            "name: {en: [x]}\n",
            (1, 12, "wrong-type"),
            "expected text under `en`, found a list or a mapping; put the text in quotes",
            "name: {en: '[x]'}\n",
        ),
        (
            "name: {en: {a: b}}\n",
            (1, 12, "wrong-type"),
            "expected text under `en`, found a list or a mapping; put the text in quotes",
            "name: {en: '{a: b}'}\n",
        ),
        (
            "name: PM\naliases: product-manager\n",
            (2, 10, "wrong-type"),
            "expected a list under `aliases`, found text; write [product-manager]",
            "name: PM\naliases: [product-manager]\n",
        ),
        (
            "name: PM\naliases: 产品负责人、产品 owner，po\n",
            (2, 10, "wrong-type"),
            "expected a list under `aliases`, found text; write a list, or remove `aliases`",
            "name: PM\naliases: []\n",
        ),
        (
            "name: PM\naliases: 产品负责人、po\n",
            (2, 10, "wrong-type"),
            "expected a list under `aliases`, found text; write [产品负责人, po]",
            "name: PM\naliases: [产品负责人, po]\n",
        ),
        (
            "name: PM\naliases: {a: b}\n",
            (2, 10, "wrong-type"),
            "expected a list under `aliases`, found a mapping; write a list, or remove `aliases`",
            "name: PM\naliases: []\n",
        ),
        (
            "name: PM\naliases:\n",
            (2, 9, "wrong-type"),
            "expected a list under `aliases`, found nothing; write a list, or remove `aliases`",
            "name: PM\n",
        ),
        (
            "name: PM\naliases: [[a]]\n",
            (2, 11, "wrong-type"),
            "expected text under `aliases`, found a list or a mapping",
            "name: PM\naliases: [a]\n",
        ),
        (
            "name: PM\naliases:\n  - PM: x\n",
            (3, 5, "wrong-type"),
            "put the text in quotes",
            "name: PM\naliases:\n  - 'PM: x'\n",
        ),
        (
            "name: PM\nsummary: [a]\n",
            (2, 10, "wrong-type"),
            "expected text under `summary`, found a list; write {en: ...}",
            "name: PM\nsummary: a\n",
        ),
        (
            "name: PM\nperspective: Sees far\n",
            (2, 14, "wrong-type"),
            "expected a list under `perspective`, found text; "
            "write a list, or remove `perspective`",
            "name: PM\nperspective: [Sees far]\n",
        ),
        (
            "name: PM\nresponsibility: {en: x}\n",
            (2, 17, "wrong-type"),
            "expected a list under `responsibility`, found a mapping",
            "name: PM\nresponsibility: [{en: x}]\n",
        ),
        (
            "name: PM\nmarket-facing: [[x]]\n",
            (2, 17, "wrong-type"),
            "expected text under `market-facing`, found a list; write {en: ...}",
            "name: PM\nmarket-facing: [x]\n",
        ),
        (
            ROLE + "accountable: pricing\n",
            (4, 18, "wrong-type"),
            "expected a list under `accountable`, found text; write [pricing]",
            ROLE + "accountable: [pricing]\n",
        ),
        (
            ROLE + "accountable: pricing, roadmap\n",
            (4, 18, "wrong-type"),
            "expected a list under `accountable`, found text; write [pricing, roadmap]",
            ROLE + "accountable: [pricing, roadmap]\n",
        ),
        (
            ROLE + "accountable:\n",
            (4, 17, "wrong-type"),
            "expected a list under `accountable`, found nothing",
            ROLE + "accountable: []\n",
        ),
        (
            ROLE + "accountable: {pricing: x}\n",
            (4, 18, "wrong-type"),
            "expected a list under `accountable`, found a mapping",
            ROLE + "accountable:\n    - pricing\n",
        ),
        (
            ROLE + "accountable: [[pricing]]\n",
            (4, 19, "wrong-type"),
            "a topic's id or name is expected here; write a list such as [pricing, roadmap]",
            ROLE + "accountable: ['pricing']\n",
        ),
        (
            "name: PM\nnotes: x\n",
            (2, 8, "wrong-type"),
            "expected a list under `notes`, found text; write [x]",
            "name: PM\nnotes: [x]\n",
        ),
        (
            "name: PM\nnotes:\n  - - x\n",
            (3, 5, "wrong-type"),
            "expected text under `notes`, found a list",
            "name: PM\nnotes:\n  - -x\n",
        ),
        (
            "name: PM\nsource: [x]\n",
            (2, 9, "wrong-type"),
            "expected text under `source`, found a list",
            "name: PM\nsource: x\n",
        ),
        (
            "- name: PM\n",
            (1, 1, "wrong-type"),
            "expected a mapping of keys such as name: and summary:, found a list",
            "name: PM\n",
        ),
        (
            "Product manager\n",
            (1, 1, "wrong-type"),
            "expected a mapping of keys such as name: and summary:, found text",
            "name: Product manager\n",
        ),
        (
            "name: PM\n? [a]\n: b\n",
            (2, 3, "wrong-type"),
            "a key must be a word, not a list or a mapping",
            "name: PM\n? summary\n: b\n",
        ),
        (
            "name: PM\nnotes: [x, {en: y, accountable: [pricing]}]\n",
            (2, 20, "unknown-key"),
            "unknown key `accountable`; the keys here are en",
            "name: PM\nsummary: {en: y, accountable: [pricing]}\n",
        ),
    ],
)
def test_wrong_type(wrong: str, place: Place, said: str, right: str) -> None:
    one(wrong, place, said)
    assert role_problems(right) == []


SOUND_NAME = "name: {en: PM, zh: 产品}\n"


@pytest.mark.parametrize(
    ("wrong", "place", "said"),
    [
        (
            "name: PM\n",
            (1, 7, "wrong-type"),
            "`name` needs a text in each language of the catalog; write {en: ..., zh: ...}",
        ),
        ("name: {}\n", (1, 7, "empty-text"), "`name` has no text; write {en: ..., zh: ...}"),
        (
            SOUND_NAME + "perspective:\n  - accountable: [pricing]\n",
            (3, 5, "empty-text"),
            "`perspective` has no text; write {en: ..., zh: ...}",
        ),
        (
            SOUND_NAME + "perspective:\n  - Sets the price\n",
            (3, 5, "wrong-type"),
            "a sentence without its language; write `- en:` before it",
        ),
        (
            SOUND_NAME + "perspective:\n  - Sets the price\n    accountable: [pricing]\n",
            (3, 5, "wrong-type"),
            "a sentence without its language; write `- en:` before it",
        ),
        (
            "name: {en: PM, zh: 产品, fr: CP}\n",
            (1, 24, "unknown-language"),
            "`fr` is not a language of this catalog; the catalog has en, zh; "
            "add fr to languages, or remove the text",
        ),
        (
            "name: {en: PM, zh: 产品, zh-Hant: 產品}\n",
            (1, 24, "unknown-language"),
            "`zh-Hant` is not a language of this catalog",
        ),
        (
            SOUND_NAME + "summary: {en: a, zh: b, accountable: [订价]}\n",
            (2, 39, "unknown-topic"),
            "no topic has the id or name `订价`; did you mean `pricing`?",
        ),
        ("name:\n", (1, 6, "empty-text"), "`name` is empty; write {en: ..., zh: ...}"),
        ("name: ''\n", (1, 7, "empty-text"), "`name` is empty; write {en: ..., zh: ...}"),
    ],
)
def test_languages(wrong: str, place: Place, said: str) -> None:
    one(wrong, place, said, TWO_LANGUAGES)
    assert role_problems(SOUND_NAME, TWO_LANGUAGES) == []


@pytest.mark.parametrize(
    ("name", "texts"),
    [("{en: PM}", {"en": "PM"}), ("{zh: 产品}", {"zh": "产品"})],
)
def test_a_text_in_some_of_the_languages_is_read(name: str, texts: dict[str, str]) -> None:
    text = f"name: {name}\nperspective:\n  - {name}\n"
    catalog, problems = read({"catalog.yaml": TWO_LANGUAGES, "pm.yaml": text})
    assert problems == []
    role = catalog.roles["pm"]
    assert role.name.texts == texts
    assert role.statements["perspective"][0].texts == texts


def test_a_language_in_capitals_is_that_language_misspelt() -> None:
    problems = role_problems("name: {EN: PM, zh: 产品}\n", TWO_LANGUAGES)
    said = [words(each) for each in problems if each.column == 8]
    assert len(said) == 1
    assert "`EN`" in said[0]
    assert "`en`" in said[0]
    assert "quotes" not in said[0]


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ("name: PM\nsummary:\n", (2, 9), "summary"),
        ("name: PM\nsummary: ''\n", (2, 10), "summary"),
        ("name: PM\nsummary: '  '\n", (2, 10), "summary"),
        ("name: PM\nsummary: \u00a0\n", (2, 10), "summary"),
        ("name: PM\nsource:\n", (2, 8), "source"),
    ],
)
def test_empty_text(text: str, place: tuple[int, int], key: str) -> None:
    one(text, (*place, "empty-text"), f"`{key}` is empty; fill it in, or remove `{key}`")


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ("name: PM\naliases: ['']\n", (2, 11), "aliases"),
        ("name: PM\nnotes: ['']\n", (2, 9), "notes"),
        ("name: PM\nperspective:\n  -\n", (3, 4), "perspective"),
    ],
)
def test_empty_item(text: str, place: tuple[int, int], key: str) -> None:
    one(text, (*place, "empty-text"), f"`{key}` is empty; fill it in")


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ("name:\n", (1, 6), "name"),
        ("name: ''\n", (1, 7), "name"),
        ("name: {en: }\n", (1, 12), "en"),
        ("name: {en: ''}\n", (1, 12), "en"),
    ],
)
def test_what_must_be_there_is_not_to_be_left_out(
    text: str, place: tuple[int, int], key: str
) -> None:
    problems = role_problems(text)
    assert places(problems) == [("pm.yaml", *place, "empty-text")]
    assert words(problems[0]).startswith(f"`{key}` is empty; ")
    assert "out" not in words(problems[0])


def catalog_problems(text: str) -> list[Problem]:
    return read({"catalog.yaml": text})[1]


@pytest.mark.parametrize(
    ("wrong", "place", "said", "right"),
    [
        (
            "languages: [en]\n",
            (1, 1, "missing-key"),
            "the key rolecmp, which marks a folder as a catalog, is missing; write rolecmp: 1",
            HEADER,
        ),
        (
            "rolecmp: 2\nlanguages: [en]\n",
            (1, 10, "unsupported-version"),
            "version `2` of the format is not supported; this program reads 1; write rolecmp: 1",
            "rolecmp: '1'\nlanguages: [en]\n",
        ),
        (
            "rolecmp: [1]\nlanguages: [en]\n",
            (1, 10, "unsupported-version"),
            "version `…` of the format is not supported",
            HEADER,
        ),
        (
            "rolecmp: 1\n",
            (1, 1, "missing-key"),
            "`languages` is missing; write for example languages: [en, zh]",
            HEADER,
        ),
        (
            "rolecmp: 1\nlanguages: []\n",
            (2, 12, "missing-key"),
            "`languages` is missing; write for example languages: [en, zh]",
            "rolecmp: 1\nlanguages: [zh]\n",
        ),
        (
            "rolecmp: 1\nlanguages: en\n",
            (2, 12, "wrong-type"),
            "expected a list under `languages`, found text; write [en]",
            HEADER,
        ),
        (
            "rolecmp: 1\nlanguages: [en, en]\n",
            (2, 17, "duplicate-key"),
            "`en` is listed twice; delete it",
            "rolecmp: 1\nlanguages: [en, zh]\n",
        ),
        (
            "rolecmp: 1\nlanguages: [english]\n",
            (2, 13, "unknown-language"),
            "`english` is not a language code; write codes such as en, zh or pt-BR",
            "rolecmp: 1\nlanguages: [pt-BR, zh-Hant, yue]\n",
        ),
        (
            "rolecmp: 1\nlanguages: [en, [zh]]\n",
            (2, 17, "unknown-language"),
            "`…` is not a language code",
            "rolecmp: 1\nlanguages: [en, zh]\n",
        ),
        (
            HEADER + "topcis: {}\n",
            (3, 1, "unknown-key"),
            "unknown key `topcis`; did you mean `topics`?",
            HEADER + "topics: {}\n",
        ),
        (
            HEADER + "topics: [pricing]\n",
            (3, 9, "wrong-type"),
            "expected a mapping from topic to its name, found a list",
            HEADER + "topics: {pricing: Pricing}\n",
        ),
        (
            HEADER + "topics: {Pricing Strategy: P}\n",
            (3, 10, "bad-id"),
            "`Pricing Strategy` is not a valid id: lower-case letters, digits and hyphens, "
            "starting with a letter; "
            "did you mean `pricing-strategy`?",
            HEADER + "topics: {pricing-strategy: P}\n",
        ),
        (
            HEADER + "topics: {定价！: P}\n",
            (3, 10, "bad-id"),
            "`定价！` is not a valid id",
            HEADER + "topics: {定价: P}\n",
        ),
        (
            HEADER + "topics: {1st: P}\n",
            (3, 10, "bad-id"),
            "`1st` is not a valid id",
            HEADER + "topics: {first-1: P}\n",
        ),
        (
            HEADER + f"topics: {{{'p' * 65}: P}}\n",
            (3, 10, "bad-id"),
            "use lower-case letters, digits and hyphens, at most 64 characters",
            HEADER + f"topics: {{{'p' * 64}: P}}\n",
        ),
        (
            HEADER + "topics: {pricing: {en: }}\n",
            (3, 24, "empty-text"),
            "`en` is empty",
            HEADER + "topics: {pricing: }\n",
        ),
        (
            HEADER + "topics:\n  pricing: #prices\n",
            (4, 12, "unquoted-text"),
            "`#prices` starts a comment here",
            HEADER + "topics:\n  pricing: '#prices'\n",
        ),
        (
            HEADER + "topics: {pricing: [x]}\n",
            (3, 19, "wrong-type"),
            "expected text under `pricing`, found a list; write {en: ...}",
            HEADER + "topics: {pricing: {en: x}}\n",
        ),
        (
            HEADER + "topics: {pricing: {en: P, alias: [x]}}\n",
            (3, 27, "unknown-key"),
            "unknown key `alias`; did you mean `aliases`?",
            HEADER + "topics: {pricing: {en: P, aliases: [x]}}\n",
        ),
        (
            HEADER + "topics: {pricing: {en: P, aliases: x}}\n",
            (3, 36, "wrong-type"),
            "expected a list under `aliases`, found text; write [x]",
            HEADER + "topics: {pricing: {en: P, aliases: []}}\n",
        ),
        (
            HEADER + "topics: {pricing: {en: P, accepted: x}}\n",
            (3, 37, "wrong-type"),
            "expected a mapping from finding to reason, found text",
            HEADER + "topics: {pricing: {en: P, accepted: {multiple-accountable: x}}}\n",
        ),
        (
            HEADER + "topics: {pricing: {en: P, accepted: {multiple-accountable: [x]}}}\n",
            (3, 60, "wrong-type"),
            "expected text under `multiple-accountable`, found a list",
            HEADER + "topics: {pricing: {en: P, accepted: {multiple-accountable: {en: x}}}}\n",
        ),
        (
            HEADER + "dimensions: [values]\n",
            (3, 13, "wrong-type"),
            "expected a mapping from dimension to its name, found a list",
            HEADER + "dimensions: {values: V}\n",
        ),
        (
            HEADER + "dimensions: {notes: N}\n",
            (3, 14, "bad-id"),
            "`notes` is a key of every role file and cannot be a dimension",
            HEADER + "dimensions: {remarks: N}\n",
        ),
        (
            HEADER + "dimensions: {accountable: N}\n",
            (3, 14, "bad-id"),
            "`accountable` is a key of every role file and cannot be a dimension",
            HEADER + "dimensions: {accounts: N}\n",
        ),
        (
            HEADER + "dimensions: {Values: V}\n",
            (3, 14, "bad-id"),
            "did you mean `values`?",
            HEADER + "dimensions: {values: V}\n",
        ),
        (
            HEADER + "dimensions: {values: {en: V, zh: x}}\n",
            (3, 30, "unknown-language"),
            "`zh` is not a language of this catalog; the catalog has en; "
            "add zh to languages, or remove the text",
            HEADER + "dimensions: {values: {en: V}}\n",
        ),
        (
            HEADER + "pairs: x\n",
            (3, 8, "wrong-type"),
            "expected a list under `pairs`, found text",
            HEADER + "pairs: []\n",
        ),
        (
            HEADER + "pairs: [x]\n",
            (3, 9, "wrong-type"),
            "expected a mapping with the key roles:, found text",
            HEADER,
        ),
        (
            HEADER + "pairs: [{difference: x}]\n",
            (3, 9, "missing-key"),
            "`roles` is missing",
            HEADER,
        ),
        (
            HEADER + "title: [x]\n",
            (3, 8, "wrong-type"),
            "expected text under `title`, found a list; write {en: ...}",
            HEADER + "title: x\n",
        ),
        (
            HEADER + "title:\n",
            (3, 7, "empty-text"),
            "`title` is empty; fill it in, or remove `title`",
            HEADER + "title: {en: x}\n",
        ),
        (
            HEADER + "source: {en: x, zh: y}\n",
            (3, 17, "unknown-language"),
            "`zh` is not a language of this catalog",
            HEADER + "source: {en: x}\n",
        ),
        ("", (1, 1, "empty-file"), "the file is empty", HEADER),
        (
            "- rolecmp\n",
            (1, 1, "wrong-type"),
            "expected a mapping of keys such as rolecmp: and topics:, found a list",
            HEADER,
        ),
        (
            "rolecmp：1\nlanguages: [en]\n",
            (1, 8, "full-width-colon"),
            "write an ASCII colon and a space (: )",
            HEADER,
        ),
    ],
)
def test_catalog_file(wrong: str, place: Place, said: str, right: str) -> None:
    problems = catalog_problems(wrong)
    assert places(problems) == [("catalog.yaml", *place)]
    assert said in words(problems[0])
    assert catalog_problems(right) == []


def test_the_languages_must_be_there_and_are_not_to_be_left_out() -> None:
    problems = catalog_problems("rolecmp: 1\nlanguages:\n")
    assert [(each.line, each.column) for each in problems] == [(2, 11)]
    assert "leave `languages` out" not in words(problems[0])


PAIRED: Mapping[str, str] = {"pm.yaml": "name: PM\n", "pmm.yaml": "name: PMM\n"}


@pytest.mark.parametrize(
    ("pairs", "found", "said"),
    [
        (
            "[{roles: [pm]}]",
            [(3, 17, "wrong-type")],
            "a pair needs two different roles; write for example roles: [pm, pmm]",
        ),
        (
            "[{roles: [pm, pm]}]",
            [(3, 17, "wrong-type")],
            "a pair needs two different roles",
        ),
        (
            "[{roles: [pm, pmm, pm]}]",
            [(3, 17, "wrong-type")],
            "a pair needs two different roles",
        ),
        (
            "[{roles: [pm, [pmm]]}]",
            [(3, 22, "wrong-type")],
            "expected text under `roles`, found a list or a mapping",
        ),
        (
            "[{roles: [pm, 'PM']}]",
            [(3, 22, "wrong-type")],
            "a pair needs two different roles; write for example roles: [pm, pmm]",
        ),
        (
            "[{roles: pm}]",
            [(3, 17, "wrong-type")],
            "expected a list under `roles`, found text; write [pm]",
        ),
        (
            "[{roles: [pm, pnm]}]",
            [(3, 22, "unknown-role")],
            "no role has the id or name `pnm`; did you mean `pmm`?",
        ),
        (
            "[{roles: [pm, designer]}]",
            [(3, 22, "unknown-role")],
            "no role has the id or name `designer`; "
            "name a role by its id (the name of its file), its name or an alias",
        ),
        (
            "[{role: [pm, pmm]}]",
            [(3, 9, "missing-key"), (3, 10, "unknown-key")],
            "`roles` is missing",
        ),
        (
            "[{roles: [pm, pmm], together: x}]",
            [(3, 38, "wrong-type")],
            "expected a list under `together`, found text; write [x]",
        ),
        (
            "[{roles: [pm, pmm], difference: [x]}]",
            [(3, 40, "wrong-type")],
            "expected text under `difference`, found a list",
        ),
        (
            "[{roles: [pm, pmm]}, {roles: [pmm, pm]}]",
            [(3, 37, "duplicate-key")],
            "`pmm` and `pm` are already a pair on line 3; merge the two",
        ),
    ],
)
def test_pairs(pairs: str, found: list[Place], said: str) -> None:
    problems = read({"catalog.yaml": f"{HEADER}pairs: {pairs}\n", **PAIRED})[1]
    assert places(problems) == [("catalog.yaml", *place) for place in found]
    assert said in words(problems[0])


def test_a_sound_pair() -> None:
    text = HEADER + "pairs: [{roles: [pm, pmm], difference: d, together: [t, {en: u}]}]\n"
    catalog, problems = read({"catalog.yaml": text, **PAIRED})
    assert problems == []
    (pair,) = catalog.pairs
    assert pair.roles == ("pm", "pmm")
    assert pair.difference is not None
    assert pair.difference.texts == {"en": "d"}
    assert [each.texts for each in pair.together] == [{"en": "t"}, {"en": "u"}]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("PM.yaml", "`PM` is not a valid one: lower-case letters, digits and hyphens, "
            "starting with a letter; "
         "rename it, for example to `pm.yaml`"),
        ("Product Manager.yaml", "rename it, for example to `product-manager.yaml`"),
        ("！.yaml", "`！` is not a valid one: lower-case letters, digits and hyphens, "
            "starting with a letter; "
         "rename it, for example to `my-role.yaml`"),
        ("产品 经理.yaml", "rename it, for example to `产品经理.yaml`"),
        ("É.yaml", "rename it, for example to `é.yaml`"),
        ("1.yaml", "a role file is named by its id, and `1` is not a valid one"),
        ("pm.bak.yaml", "a role file is named by its id, and `pm.bak` is not a valid one"),
        ("bad\udcff.yaml", "a role file is named by its id, and `bad\\xff` is not a valid one"),
        ("pm.yml", "role files end in .yaml; rename it, for example to `pm.yaml`"),
        ("pm.YAML", "role files end in .yaml; rename it, for example to `pm.yaml`"),
        ("p" * 65 + ".yaml", "64"),
    ],
)  # fmt: skip
def test_file_names(name: str, said: str) -> None:
    _, problems = read({"catalog.yaml": HEADER, name: "name: PM\n"})
    assert places(problems) == [(name, 1, 1, "bad-id")]
    assert said in problem_line(problems[0], ENGLISH, source=False)


@pytest.mark.parametrize(
    "name",
    [
        ".pm.yaml",
        "._pm.yaml",
        ".yaml",
        "..yaml",
        "pm.yaml~",
        "pm.yaml.swp",
        "#pm.yaml#",
        "pm.json",
        "README.md",
        "yaml",
    ],
)
def test_other_files_are_ignored(name: str) -> None:
    catalog, problems = read({"catalog.yaml": HEADER, name: "[[[", "p2.yaml": "name: PM\n"})
    assert problems == []
    assert list(catalog.roles) == ["p2"]


def test_a_name_on_disk_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text(HEADER)
    try:
        (tmp_path / os.fsdecode(b"r\xf4le.yaml")).write_text("name: PM\n")
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    _, problems, _, _ = read_catalog(DiskFolder(str(tmp_path), "roles"))
    assert [each.rule for each in problems] == ["bad-id"]
    assert problem_line(problems[0], ENGLISH, source=False).startswith(
        "roles/r\\xf4le.yaml:1:1: error[bad-id]: "
    )


@pytest.mark.parametrize(
    ("first", "second", "found", "said"),
    [
        ("name: X\n", "name: x\n", (1, 7), "`x` names both `b` and `a` (a.yaml:1)"),
        ("name: X\n", "name: \uff38\n", (1, 7), "`\uff38` names both `b` and `a` (a.yaml:1)"),
        ("name: X\n", "name: y\naliases: [A]\n", (2, 11), "`A` names both `b` and `a` (a.yaml:1)"),
        ("name: X\naliases: [B]\n", "name: y\n", (1, 7), "`b` names both `b` and `a` (a.yaml:2)"),
        (
            "name: Sales manager\n",
            "name: y\naliases: [q, sales_MANAGER]\n",
            (2, 14),
            "`sales_MANAGER` names both `b` and `a` (a.yaml:1); rename one of them",
        ),
    ],
)
def test_roles_that_share_a_name(
    first: str, second: str, found: tuple[int, int], said: str
) -> None:
    _, problems = read({"catalog.yaml": HEADER, "a.yaml": first, "b.yaml": second})
    assert places(problems) == [("b.yaml", *found, "name-clash")]
    assert said in words(problems[0])


def test_roles_that_share_a_name_across_languages() -> None:
    _, problems = read(
        {
            "catalog.yaml": TWO_LANGUAGES,
            "a.yaml": "name: {en: PM, zh: 产品}\n",
            "b.yaml": "name: {en: Product, zh: pm}\n",
        }
    )
    assert places(problems) == [("b.yaml", 1, 7, "name-clash")]
    assert words(problems[0]).startswith("`pm` names both `b` and `a` (a.yaml:1)")


def test_one_role_may_say_its_name_twice() -> None:
    assert role_problems("name: PM\naliases: [pm, PM, Pm]\n") == []


@pytest.mark.parametrize(
    ("topics", "found", "said"),
    [
        (
            "  pricing: {en: Pricing, zh: 定价}\n"
            "  launch:\n    en: Launch\n    zh: \uff30\uff32\uff29cing\n",
            (5, 3),
            "`\uff30\uff32\uff29cing` names both `launch` and `pricing` (catalog.yaml:4)",
        ),
        (
            "  pricing: {en: Pricing, zh: 定价}\n"
            "  launch: {en: L, zh: 上市, aliases: [go, 定 价]}\n",
            (5, 41),
            "`定 价` names both `launch` and `pricing` (catalog.yaml:4)",
        ),
    ],
)
def test_topics_that_share_a_name(topics: str, found: tuple[int, int], said: str) -> None:
    problems = catalog_problems("rolecmp: 1\nlanguages: [en, zh]\ntopics:\n" + topics)
    assert places(problems) == [("catalog.yaml", *found, "name-clash")]
    assert said in words(problems[0])


def test_a_topic_and_a_role_may_share_a_name() -> None:
    assert role_problems("name: Pricing\n") == []


TAB = "indented with a tab; indent with spaces"


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ("\tname: PM\n", [(1, 1)]),
        ("name:\n\ten: PM\n", [(2, 1)]),
        ("name:\n  \ten: PM\n", [(2, 3)]),
        ("name: PM\nnotes:\n  - a\n\t- b\n\t- c\n", [(4, 1), (5, 1)]),
        ("name: PM\nnotes: [a,\n\tb]\n", [(3, 1)]),
        # Where the parser stumbles over a tab, the tab is what there is to say.
        ("name: PM\n\t\nnotes: [x]\n", [(2, 1)]),
        ("name: PM\nnotes:\n  -\ta\n", [(3, 4)]),
    ],
)
def test_tabs(wrong: str, found: list[tuple[int, int]]) -> None:
    problems = role_problems(wrong)
    assert places(problems) == [("pm.yaml", *place, "tab") for place in found]
    assert "tab" in words(problems[0])
    assert "spaces" in words(problems[0])


def test_the_words_about_a_tab() -> None:
    one("name:\n\ten: PM\n", (2, 1, "tab"), TAB)
    assert role_problems("name:\tPM\t\nsummary: a\t# b\n") == []


WIDE = "full-width colon （：） after a key; write an ASCII colon and a space (: )"


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ("name：PM\n", (1, 5)),
        ("name： PM\n", (1, 5)),
        ("name：\n  en: PM\n", (1, 5)),
        ("name: PM\nsummary：x\nnotes: [y]\n", (2, 8)),
        ("name: PM\nperspective：\n  - x\n", (2, 12)),
        ("name:\n  en：PM\n", (2, 5)),
        ("name: {en：PM}\n", (1, 10)),
        ("name: PM\nperspective:\n  - en：Sets\n", (3, 7)),
        ("name: PM\nperspective:\n  - en：Sets\n    accountable: [pricing]\n", (3, 7)),
        (ROLE + "accountable：[pricing]\n", (4, 16)),
    ],
)
def test_full_width_colon(wrong: str, place: tuple[int, int]) -> None:
    one(wrong, (*place, "full-width-colon"), WIDE)


@pytest.mark.parametrize(
    "right",
    [
        "name: 产品：经理\n",
        "name: PM\nnotes:\n  - 说明：先问\n",
        "name: PM\nnotes: [说明：先问]\n",
        "name: PM\nsummary: |\n  note：x\n",
    ],
)
def test_full_width_colon_within_text(right: str) -> None:
    assert role_problems(right) == []


def hash_words(word: str) -> str:
    return (
        f"`{word}` starts a comment here, so this text is lost; "
        "put the text in quotes, or add a space after # if it is meant as a comment"
    )


@pytest.mark.parametrize(
    ("wrong", "place", "word"),
    [
        ("name: #general\n", (1, 7), "#general"),
        ("name: PM\nsummary: Owns #general\n", (2, 15), "#general"),
        ("name: PM\nsummary: Owns #general and more\n", (2, 15), "#general"),
        ("name: PM\nsummary: #频道 负责\n", (2, 10), "#频道"),
        ("name: PM\naliases: [#general]\n", (2, 11), "#general"),
        ("name: PM\naliases: [x, #general]\n", (2, 14), "#general"),
        ("name: PM\naliases: [#general, x]\nsummary: y\n", (2, 11), "#general"),
        ("name: PM\naliases:\n  - #general\n  - x\n", (3, 5), "#general"),
        ("name: PM\nperspective: #general\n", (2, 14), "#general"),
        (ROLE + "accountable: [#pricing]\n", (4, 19), "#pricing"),
        (ROLE + "accountable: #pricing\n", (4, 18), "#pricing"),
        (
            "name: PM\nperspective:\n  - en: Owns #general\n    accountable: [pricing]\n",
            (3, 14),
            "#general",
        ),
    ],
)
def test_hash_that_takes_text_away(wrong: str, place: tuple[int, int], word: str) -> None:
    one(wrong, (*place, "unquoted-text"), hash_words(word))


@pytest.mark.parametrize(
    "right",
    [
        "name: '#general'\n",
        "name: C#\n",
        "name: PM # a comment\n",
        "#!comment\nname: PM\n",
        "name: PM\n#notes: [y]\n",
        "name: PM\nnotes:\n  #- y\n  - z\n",
        "name: PM\nperspective: # what it sees\n  - x\n",
        "name: PM\naliases: ['#general', x]\n",
        "name: PM\nsummary: '#1 in #sales'\n",
        "name: PM\nsummary: |\n  in #sales\n",
        "name: PM\nsummary: >\n  Owns #sales\n  and x\n",
        "name: PM\nsummary: 负责#general\n",
        "name: PM\naliases: ['pm #2', other]\n",
        "name: PM\naliases: [other, 'pm #2']\n",
        "name: 'Owns #launch' # a note\n",
        "name: 'It''s #launch, it''s ours'\n",
        "name: PM\nperspective: [{en: 'Owns the #launch channel', accountable: []}]\n",
    ],
)
def test_hash_that_takes_nothing_away(right: str) -> None:
    assert role_problems(right) == []


def test_hash_within_quotes_stays_text() -> None:
    catalog, _ = read({"catalog.yaml": HEADER, "pm.yaml": "name: '#1: #sales'\n"})
    assert catalog.roles["pm"].name.texts == {"en": "#1: #sales"}


@pytest.mark.parametrize(
    ("wrong", "place", "said", "right"),
    [
        ("name: PM: owns\n", (1, 9, "syntax"), COLON, "name: 'PM: owns'\n"),
        ("name: PM\nsummary: PM: owns it\n", (2, 12, "syntax"), COLON, "name: a:b\n"),
        (
            "name: PM\nnotes:\n  - PM: owns pricing\n",
            (3, 5, "unquoted-text"),
            "`PM` is read as a key, because a colon and a space follow it; put the text in quotes",
            "name: PM\nnotes:\n  - 'PM: owns pricing'\n",
        ),
        (
            "name: PM\nnotes:\n  - Sees to it: pricing\n",
            (3, 5, "unquoted-text"),
            "`Sees to it` is read as a key",
            "name: PM\nnotes:\n  - http://example.org\n",
        ),
        (
            "name: PM\nnotes:\n  - 说明: 先问\n",
            (3, 5, "unquoted-text"),
            "`说明` is read as a key",
            "name: PM\nnotes:\n  - '说明: 先问'\n",
        ),
        (
            "name: PM\nperspective:\n  - PM: owns\n    accountable: [pricing]\n",
            (3, 5, "unquoted-text"),
            "`PM` is read as a key",
            "name: PM\nperspective:\n  - en: 'PM: owns'\n    accountable: [pricing]\n",
        ),
    ],
)
def test_colon_in_text(wrong: str, place: Place, said: str, right: str) -> None:
    one(wrong, place, said)
    assert role_problems(right) == []


SAVE = "save the file as UTF-8"


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        ("name: 产品经理\n".encode("gbk"), (1, 7), f"not UTF-8; it looks like GBK; {SAVE}"),
        ("name: PM\nsummary: 定价\n".encode("gb18030"), (2, 10), "it looks like GBK"),
        ("name: 產品經理\n".encode("big5"), (1, 7), "not UTF-8; it looks like Big5"),
        ("name: PM\n".encode("utf-16"), (1, 1), f"not UTF-8; it looks like UTF-16; {SAVE}"),
        (b"\xfe\xff" + "name: PM\n".encode("utf-16-be"), (1, 1), "it looks like UTF-16"),
        ("name: PM\n".encode("utf-16-le"), (1, 1), "it looks like UTF-16"),
        ("name: 产品\n".encode("utf-16-be"), (1, 1), "it looks like UTF-16"),
        ("name: Café\n".encode("latin-1"), (1, 10), f"not UTF-8; {SAVE}"),
        ("name: PM\nsummary: Über\n".encode("latin-1"), (2, 10), f"not UTF-8; {SAVE}"),
        (b"name: a\r\nsummary: \xe9t\xe9\r\n", (2, 10), f"not UTF-8; {SAVE}"),
        (b"name: PM\n# \xff\n", (2, 3), f"not UTF-8; {SAVE}"),
    ],
)  # fmt: skip
def test_encodings(data: bytes, place: tuple[int, int], said: str) -> None:
    one(data, (*place, "encoding"), said)


def test_utf8_with_and_without_a_mark() -> None:
    marked = b"\xef\xbb\xbf" + "name: 产品\n".encode()
    catalog, problems = read({"catalog.yaml": HEADER, "a.yaml": marked})
    assert problems == []
    assert catalog.roles["a"].name == ({"en": "产品"}, 1, 7)
    assert role_problems(marked[3:]) == []


def unseen(code: str) -> str:
    return f"invisible control character ({code}); delete it"


def turning(code: str) -> str:
    return f"invisible character that changes the direction of text ({code}); delete it"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("name: P\0M\n", (1, 8), unseen("U+0000")),
        ("name: PM\n\0", (2, 1), unseen("U+0000")),
        ("name: P\x07M\n", (1, 8), unseen("U+0007")),
        ("name: \x1b[2J\n", (1, 7), unseen("U+001B")),
        ("# \x1b\nname: PM\n", (1, 3), unseen("U+001B")),
        ("name: P\x7fM\n", (1, 8), unseen("U+007F")),
        ("name: P\x85M\n", (1, 8), unseen("U+0085")),
        ("name: P\x9bM\n", (1, 8), unseen("U+009B")),
        ("name: P\u2028M\n", (1, 8), unseen("U+2028")),
        ("name: P\u2029M\n", (1, 8), unseen("U+2029")),
        ("name: P\ufeffM\n", (1, 8), unseen("U+FEFF")),
        ("\ufeff\ufeffname: PM\n", (1, 1), unseen("U+FEFF")),
        ("name: P\ufffeM\n", (1, 8), unseen("U+FFFE")),
        ("name: P\u061cM\n", (1, 8), turning("U+061C")),
        ("name: P\u200eM\n", (1, 8), turning("U+200E")),
        ("name: P\u200fM\n", (1, 8), turning("U+200F")),
        ("name: P\u202eM\n", (1, 8), turning("U+202E")),
        ("name: P\u2066M\n", (1, 8), turning("U+2066")),
        ("name: P\u2069M\n", (1, 8), turning("U+2069")),
        # by an escape: the value is what there is to point at
        ('name: "\\e[2J"\n', (1, 7), unseen("U+001B")),
        ('name: "\\x1b[2J"\n', (1, 7), unseen("U+001B")),
        ('name: "\\0"\n', (1, 7), unseen("U+0000")),
        ('name: "a\\rb"\n', (1, 7), unseen("U+000D")),
        ('name: "a\\Nb"\n', (1, 7), unseen("U+0085")),
        ('name: "a\\Lb"\n', (1, 7), unseen("U+2028")),
        ('name: "a\\u202eb"\n', (1, 7), turning("U+202E")),
        ('name: "a\\U0000202eb"\n', (1, 7), turning("U+202E")),
        ('name: "a\\tb"\n', (1, 7), unseen("U+0009")),
        ('"na\\eme": x\nname: y\n', (1, 1), unseen("U+001B")),
    ],
)
def test_characters_that_cannot_be_seen(text: str, place: tuple[int, int], said: str) -> None:
    one(text, (*place, "control-character"), said)


def test_each_unseen_character_is_reported_at_its_place() -> None:
    problems = role_problems("name: a\x1bb\x1bc\nsummary: \x1b\n")
    assert places(problems) == [
        ("pm.yaml", 1, 8, "control-character"),
        ("pm.yaml", 1, 10, "control-character"),
        ("pm.yaml", 2, 10, "control-character"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('name: "a\\nb"\n', "a\nb"),
        ('name: "\\u4ea7\\u54c1"\n', "产品"),
        ("name: \U0001f468\u200d\U0001f4bb\n", "\U0001f468\u200d\U0001f4bb"),
        ("name: P\r\n", "P"),
    ],
)
def test_characters_that_may_stand(text: str, name: str) -> None:
    catalog, problems = read({"catalog.yaml": HEADER, "pm.yaml": text})
    assert problems == []
    assert catalog.roles["pm"].name.texts == {"en": name}


WRITE_OUT = "write the content out in full"
DROP = "delete it: every value is text as written"


@pytest.mark.parametrize(
    ("wrong", "found", "said"),
    [
        ("name: &a PM\n", [(1, 7, "anchor")], f"anchors (&a) are not supported; {WRITE_OUT}"),
        ("name: PM\nnotes: &n [x]\n", [(2, 8, "anchor")], "anchors (&n) are not supported"),
        ("name: *a\n", [(1, 7, "alias")], f"aliases (*a) are not supported; {WRITE_OUT}"),
        (
            "name: &a PM\nsummary: *a\n",
            [(1, 7, "anchor"), (2, 10, "alias")],
            "anchors (&a) are not supported",
        ),
        ("name: !x PM\n", [(1, 7, "tag")], f"tags (!x) are not supported; {DROP}"),
        ("name: !!str PM\n", [(1, 7, "tag")], "tags (tag:yaml.org,2002:str) are not supported"),
        ("name: ! PM\n", [(1, 7, "tag")], f"tags (!) are not supported; {DROP}"),
        ("!!map\nname: PM\n", [(1, 1, "tag")], "tags (tag:yaml.org,2002:map) are not supported"),
        (
            "name: !!python/object:os.system x\n",
            [(1, 7, "tag")],
            "tags (tag:yaml.org,2002:python/object:os.system) are not supported",
        ),
        (
            "name: PM\n<<: {summary: x}\n",
            [(2, 1, "merge-key")],
            f"merge keys (<<) are not supported; {WRITE_OUT}",
        ),
        (
            "name: PM\n<<: *a\n",
            [(2, 1, "merge-key"), (2, 5, "alias")],
            "merge keys (<<) are not supported",
        ),
        (
            "name: PM\n---\nname: PMM\n",
            [(2, 1, "several-documents")],
            "a second document starts here; keep one document per file; delete this ---",
        ),
        ("name: PM\n---\n", [(2, 1, "several-documents")], "a second document starts here"),
    ],
)
def test_more_than_plain_yaml(wrong: str, found: list[Place], said: str) -> None:
    problems = role_problems(wrong)
    assert places(problems) == [("pm.yaml", *place) for place in found]
    assert said in words(problems[0])


@pytest.mark.parametrize(
    "right", ["---\nname: R&D\n...\n", "name: a * b\n", "name: Wow! x\n", "name: '<<'\n"]
)
def test_plain_yaml(right: str) -> None:
    assert role_problems(right) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_conflict_markers(end: str) -> None:
    lines = [
        "<<<<<<< HEAD",
        "name: a",
        "||||||| base",
        "name: c",
        "=======",
        "name: b",
        ">>>>>>> x",
    ]
    problems = role_problems(end.join([*lines, ""]))
    assert places(problems) == [("pm.yaml", line, 1, "conflict-marker") for line in (1, 3, 5, 7)]
    assert words(problems[0]) == (
        "unresolved merge conflict (<<<<<<<); keep the right lines and delete the markers"
    )
    assert "(=======)" in words(problems[2])


def test_a_closing_marker_alone() -> None:
    one("name: a\n>>>>>>>\n", (2, 1, "conflict-marker"), "unresolved merge conflict (>>>>>>>)")


@pytest.mark.parametrize(
    "right",
    [
        "name: PM\nsummary: |\n  Title\n  =======\n  text\n",
        "name: PM\nsummary: |\n  <<<<<<< x\n",
        "name: PM\nsummary: a <<<<<<< b >>>>>>> c\n",
    ],
)
def test_what_only_looks_like_a_conflict(right: str) -> None:
    assert role_problems(right) == []


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "\ufeff", "\ufeff# a comment"])
def test_empty_file(text: str) -> None:
    problems = role_problems(text)
    assert places(problems) == [("pm.yaml", 1, 1, "empty-file")]
    assert words(problems[0]) == "the file is empty"


def test_nesting() -> None:
    one(
        "name: " + "[" * 17 + "]" * 17,
        (1, 22, "limit"),
        "nested more than 16 levels deep",
    )
    one("name: " + "[" * 15 + "]" * 15, (1, 7, "wrong-type"), "found a list")


def test_too_many_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "name: PM\naliases: [" + "a, " * 50 + "]\n"
    monkeypatch.setattr(reader, "MAX_EVENTS", 50)
    reading = Reading("pm.yaml")
    assert reader.read_tree(text.encode(), reading) is None
    assert places(reading.problems) == [("pm.yaml", 1, 1, "limit")]
    assert words(reading.problems[0]) == "the file has more parts than the limit of 50"
    monkeypatch.setattr(reader, "MAX_EVENTS", 70)
    reading = Reading("pm.yaml")
    assert reader.read_tree(text.encode(), reading) is not None
    assert reading.problems == []


def test_file_too_large() -> None:
    start = "name: PM\n# "
    full = start + "x" * ((1 << 20) - len(start))
    assert role_problems(full) == []
    one(full + "x", (1, 1, "limit"), "the file is larger than the limit of 1 MiB")


def test_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "MAX_FILES", 2)
    files = {"catalog.yaml": HEADER, "a.yaml": "name: A\n", "b.yaml": "name: B\n"}
    assert read(files)[1] == []
    catalog, problems = read({**files, "c.yaml": "name: C\n"})
    assert [each.rule for each in problems] == ["limit"]
    assert words(problems[0]) == "more role files than the limit of 2"
    assert list(catalog.roles) == ["a", "b"]


def test_catalog_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"catalog.yaml": HEADER, "a.yaml": "name: A\n", "b.yaml": "name: B\n"}
    monkeypatch.setattr(loader, "MAX_TOTAL_BYTES", 16)
    assert read(files)[1] == []
    monkeypatch.setattr(loader, "MAX_TOTAL_BYTES", 15)
    _, problems = read(files)
    assert places(problems) == [("b.yaml", 1, 1, "limit")]
    assert "larger than the limit" in words(problems[0])


def test_too_many_problems() -> None:
    text = "name: PM\n" + "".join(f"k{number}: x\n" for number in range(150))
    problems = role_problems(text)
    assert len(problems) == 101
    assert (problems[-1].line, problems[-1].rule) == (102, "limit")
    assert words(problems[-1]) == "more than 100 problems in this file; the rest are not shown"
    assert len(role_problems(text[: text.index("k100")])) == 100


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "roles"
    inside.mkdir()
    (inside / "catalog.yaml").write_text(HEADER)
    (inside / "pm.yaml").write_text("name: PM\n")
    return inside


def on_disk(folder: Path) -> tuple[list[str], list[str]]:
    catalog, problems, _, _ = read_catalog(DiskFolder(str(folder), "roles"))
    return list(catalog.roles), [problem_line(each, ENGLISH, source=True) for each in problems]


def test_a_fifo(folder: Path) -> None:
    os.mkfifo(folder / "x.yaml")
    said = "roles/x.yaml:1:1: error[not-a-file]: not a regular file"
    assert on_disk(folder) == (["pm"], [said])


def test_a_folder_named_like_a_role(folder: Path) -> None:
    (folder / "x.yaml").mkdir()
    said = "roles/x.yaml:1:1: error[not-a-file]: not a regular file"
    assert on_disk(folder) == (["pm"], [said])


def test_a_link_inside(folder: Path) -> None:
    (folder / "x.txt").write_text("name: X\n")
    (folder / "x.yaml").symlink_to("x.txt")
    assert on_disk(folder) == (["pm", "x"], [])


def test_a_link_that_leads_nowhere(folder: Path) -> None:
    (folder / "x.yaml").symlink_to("gone.txt")
    said = "roles/x.yaml:1:1: error[unreadable]: no such file"
    assert on_disk(folder) == (["pm"], [said])


def test_a_link_in_a_circle(folder: Path) -> None:
    (folder / "x.yaml").symlink_to("y.yaml")
    (folder / "y.yaml").symlink_to("x.yaml")
    roles, said = on_disk(folder)
    assert roles == ["pm"]
    assert [each[: each.index(": cannot")] for each in said] == [
        "roles/x.yaml:1:1: error[unreadable]",
        "roles/y.yaml:1:1: error[unreadable]",
    ]


@pytest.mark.parametrize("target", ["outside.yaml", "roles-too/x.yaml"])
def test_a_link_that_leads_outside(folder: Path, target: str) -> None:
    outside = folder.parent / target
    outside.parent.mkdir(exist_ok=True)
    outside.write_text("name: Secret\n")
    (folder / "x.yaml").symlink_to(outside)
    said = (
        "roles/x.yaml:1:1: error[outside-link]: this link points outside the catalog's folder; "
        "replace it with the file itself"
    )
    assert on_disk(folder) == (["pm"], [said])


def test_a_file_without_permission(folder: Path) -> None:
    (folder / "x.yaml").write_text("name: X\n")
    (folder / "x.yaml").chmod(0)
    if os.access(folder / "x.yaml", os.R_OK):  # as root
        assert on_disk(folder) == (["pm", "x"], [])
    else:
        said = (
            "roles/x.yaml:1:1: error[unreadable]: no permission to read this file; "
            "change its permissions so that you can read it"
        )
        assert on_disk(folder) == (["pm"], [said])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            PermissionError(13, "no"),
            "error[unreadable]: no permission to read this file; change its permissions",
        ),
        (OSError(5, "Input/output error"), "error[unreadable]: cannot be read: Input/output"),
    ],
)
def test_a_file_that_cannot_be_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    opened = os.open

    def refuse(path: str, flags: int) -> int:
        if path.endswith("pm.yaml"):
            raise error
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    roles, problems = on_disk(folder)
    assert roles == []
    assert len(problems) == 1
    assert problems[0].startswith(f"roles/pm.yaml:1:1: {said}")


def test_a_folder_that_cannot_be_listed(tmp_path: Path) -> None:
    _, problems, _, _ = read_catalog(DiskFolder(str(tmp_path / "gone"), "gone"))
    assert [(each.path, each.rule) for each in problems] == [
        ("gone/catalog.yaml", "unreadable"),
        ("gone", "unreadable"),
    ]


def test_all_problems_of_all_files_in_one_run_and_in_order() -> None:
    catalog, problems = read(
        {
            "pmm.yaml": "name: PMM\nnotes: x\n",
            "b.yaml": "name: a: b\n",
            "catalog.yaml": HEADER + "topcis: {}\ntitle: [x]\n",
            "a.yaml": "nmae: A\nsummary: \nsource: #x\n",
            "PM.yaml": "name: PM\n",
            "c.yaml": "name: C\n",
        }
    )
    assert places(problems) == [
        ("catalog.yaml", 3, 1, "unknown-key"),
        ("catalog.yaml", 4, 8, "wrong-type"),
        ("PM.yaml", 1, 1, "bad-id"),
        ("a.yaml", 1, 1, "unknown-key"),
        ("a.yaml", 2, 9, "empty-text"),
        ("a.yaml", 3, 9, "unquoted-text"),
        ("b.yaml", 1, 8, "syntax"),
        ("pmm.yaml", 2, 8, "wrong-type"),
    ]
    assert catalog.roles["c"].name.texts == {"en": "C"}


def test_loading_raises_all_problems() -> None:
    files = MemoryFolder("", {"catalog.yaml": HEADER + "title: [x]\n", "pm.yaml": "name: []\n"})
    with pytest.raises(DefinitionsError) as raised:
        load_catalog(files)
    assert places(list(raised.value.problems)) == [
        ("catalog.yaml", 3, 8, "wrong-type"),
        ("pm.yaml", 1, 7, "wrong-type"),
    ]
    with pytest.raises(DefinitionsError) as raised:
        load_header(files)
    assert places(list(raised.value.problems)) == [("catalog.yaml", 3, 8, "wrong-type")]


def test_without_a_catalog_file() -> None:
    _, problems = read({"pm.yaml": "name: PM\n"})
    assert places(problems) == [("catalog.yaml", 1, 1, "unreadable")]
    assert words(problems[0]) == "no such file"


def test_a_broken_catalog_file_makes_no_role_wrong() -> None:
    role = "name: PM\nvalues: [{en: x, accountable: [anything]}]\n"
    _, problems = read({"catalog.yaml": "rolecmp: 1\nlanguages: [en\n", "pm.yaml": role})
    assert [each.path for each in problems] == ["catalog.yaml"]


def test_the_line_and_a_caret_below_the_place() -> None:
    (problem,) = role_problems("name: 产品: 经理\n")
    assert problem_line(problem, ENGLISH, source=True) == (
        f"pm.yaml:1:9: error[syntax]: {COLON}\n    name: 产品: 经理\n              ^"
    )


SCALARS = [
    "no",
    "007",
    "12:30",
    "1e3",
    "2024-01-01",
    "yes",
    "0x1F",
    ".inf",
    "1_000",
    "true",
    "0o7",
    "+1",
    "off",
]


@pytest.mark.parametrize("nothing", ["null", "Null", "NULL", "~", ""])
def test_yamls_words_for_nothing_are_no_text(nothing: str) -> None:
    one(f"name: {nothing}\n", (1, 7 if nothing else 6, "empty-text"), "`name` is empty; fill it in")
    one(
        "name: PM\nnotes: [%s]\n" % (nothing or "''"),
        (2, 9, "empty-text"),
        "`notes` is empty; fill it in, or remove `notes`",
    )
    assert role_problems(f"name: '{nothing or 'x'}'\n") == []
    assert role_problems(f"name: {nothing}s\n" if nothing else "name: x\n") == []


@pytest.mark.parametrize("scalar", SCALARS)
def test_a_scalar_is_text_as_written(scalar: str) -> None:
    text = f"name: {scalar}\naliases: [{scalar}]\nsummary: {scalar}\nnotes:\n  - {scalar}\n"
    catalog, problems = read({"catalog.yaml": HEADER, "pm.yaml": text})
    assert problems == []
    role = catalog.roles["pm"]
    assert role.name == ({"en": scalar}, 1, 7)
    assert role.aliases == ((scalar, 2, 11),)
    assert role.summary == ({"en": scalar}, (), 3, 10, {})
    assert role.notes == (({"en": scalar}, 5, 5),)


def test_plain_strings_in_a_catalog_of_one_language() -> None:
    header = "rolecmp: 1\nlanguages: [zh]\ntitle: 角色\ntopics: {pricing: 定价}\n"
    catalog, problems = read(
        {"catalog.yaml": header, "pm.yaml": "name: 产品经理\nperspective: [看价格, {zh: 定价}]\n"}
    )
    assert problems == []
    assert catalog.title == ({"zh": "角色"}, 3, 8)
    assert catalog.topics["pricing"].name.texts == {"zh": "定价"}
    role = catalog.roles["pm"]
    assert role.name.texts == {"zh": "产品经理"}
    assert [each.texts for each in role.statements["perspective"]] == [
        {"zh": "看价格"},
        {"zh": "定价"},
    ]


def test_dimensions_by_default() -> None:
    catalog, problems = read({"catalog.yaml": TWO_LANGUAGES})
    assert problems == []
    assert {key: dict(text.texts) for key, text in catalog.dimensions.items()} == {
        "perspective": {"en": "Perspective", "zh": "视角"},
        "responsibility": {"en": "Responsibility", "zh": "责任"},
        "market-facing": {"en": "Market-facing work", "zh": "面向市场"},
    }
    assert list(catalog.dimensions) == ["perspective", "responsibility", "market-facing"]


def test_dimensions_of_ones_own_take_the_place_of_the_default() -> None:
    catalog, problems = read(
        {
            "catalog.yaml": HEADER + "dimensions: {values: Values, goals: Goals}\n",
            "pm.yaml": "name: PM\ngoals: [g]\nvalues: [v]\n",
            "x.yaml": "name: X\nperspective: [v]\n",
        }
    )
    assert places(problems) == [("x.yaml", 2, 1, "unknown-key")]
    assert list(catalog.roles["pm"].statements) == ["values", "goals"]


def test_letters_on_the_summary() -> None:
    text = "name: PM\nsummary:\n  en: Leads\n  accountable: [pricing]\n  informed: [roadmap]\n"
    catalog, problems = read({"catalog.yaml": CATALOG, "pm.yaml": text})
    assert problems == []
    assert [(where, claim) for where, _, claim in catalog.roles["pm"].claims()] == [
        ("summary", ("accountable", "pricing", 4, 17)),
        ("summary", ("informed", "roadmap", 5, 14)),
    ]
