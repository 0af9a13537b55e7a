"""The short way through a sound file and the long way through any file agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
import yaml  # noqa: TID251 - writes the files that are read back
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rolecmp.definitions.loader import load_header
from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.plainlines import MAX_LENGTH
from rolecmp.definitions.reading import Reading, sound_text
from rolecmp.definitions.rolefile import Header, read_slowly
from rolecmp.definitions.soundfile import read_sound_role
from rolecmp.definitions.soundlines import read_plain_role
from rolecmp.definitions.sources.discovery import builtin_catalog

if TYPE_CHECKING:
    from rolecmp.definitions.model import Role
    from rolecmp.definitions.problems import Problem

DIMENSIONS = ("perspective", "responsibility", "market-facing")
TOPICS = ("pricing", "roadmap", "market-research", "no")
ONE = Header(("en",), DIMENSIONS, TOPICS)
TWO = Header(("en", "zh"), DIMENSIONS, TOPICS)
HEADERS = st.sampled_from([ONE, TWO])
THOROUGH = settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])


def short(data: bytes, header: Header) -> Role | None:
    assert header.languages is not None
    assert header.dimensions is not None
    assert header.topics is not None
    text = sound_text(data)
    if text is None:
        return None
    return read_sound_role(
        "pm", "pm.yaml", text, header.languages, header.dimensions, header.topics
    )


def long(data: bytes, header: Header) -> tuple[Role | None, list[Problem]]:
    reading = Reading("pm.yaml")
    return read_slowly("pm", data, header, reading), reading.problems


def shortest(data: bytes, header: Header) -> Role | None:
    assert header.languages is not None
    assert header.dimensions is not None
    assert header.topics is not None
    text = sound_text(data)
    if text is None:
        return None
    return read_plain_role(
        "pm", "pm.yaml", text, header.languages, header.dimensions, header.topics
    )


def agree(data: bytes, header: Header) -> Role | None:
    """Hold the ways against each other; give what the short way gives."""
    plain = shortest(data, header)
    if plain is not None:
        _agrees(plain, data, header)
    found = short(data, header)
    if found is not None:
        _agrees(found, data, header)
    return found


def _agrees(found: Role, data: bytes, header: Header) -> None:
    role, problems = long(data, header)
    assert problems == []
    assert role == found
    # Equality of mappings leaves out their order, which answers are shown in.
    assert list(role.statements) == list(found.statements)
    assert [list(each.texts) for each in _texts(role)] == [
        list(each.texts) for each in _texts(found)
    ]


def _texts(role: Role) -> list[Any]:
    parts = [role.name, role.summary, role.source, *role.notes]
    parts += [each for items in role.statements.values() for each in items]
    return [each for each in parts if each is not None]


WORDS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=24),
    st.sampled_from(
        [
            "Owns #general", "PM: owns", "no", "007", "12:30", "null", "~", "1e3",
            "&a", "*a", "!x", "- x", "? x", "a：b", "en：b", '"', "it's", "'",
            "a # b", "[x]", "{x}",
            "\xa0", "\u3000", "a\u3000", "\xa0b", "null\xa0",
            "定价，价格", "|", ">", "%", "@", "`", "<<", "=======", "a\nb", " a ", "a: ", "a\\b",
        ]
    ),
)  # fmt: skip


@st.composite
def roles(draw: st.DrawFn, header: Header) -> dict[str, Any]:
    languages = list(header.languages or ())

    def text() -> Any:
        if len(languages) == 1 and draw(st.booleans()):
            return draw(WORDS)
        return {each: draw(WORDS) for each in draw(st.permutations(languages))}

    def statement() -> Any:
        value = text()
        if isinstance(value, dict):
            letters = draw(st.lists(st.sampled_from(LETTERS), unique=True, max_size=4))
            for letter in letters:
                value[letter] = draw(st.lists(st.sampled_from(TOPICS), max_size=3))
            value = {key: value[key] for key in draw(st.permutations(list(value)))}
        return value

    def some(make: Any) -> list[Any]:
        return [make() for _ in range(draw(st.integers(0, 2)))]

    role: dict[str, Any] = {"name": text()}
    parts: list[tuple[str, Callable[[], Any]]] = [
        ("aliases", lambda: some(lambda: draw(WORDS))),
        ("summary", statement),
        ("notes", lambda: some(text)),
        ("source", text),
        *((dimension, lambda: some(statement)) for dimension in DIMENSIONS),
    ]
    for key, make in parts:
        if draw(st.booleans()):
            role[key] = make()
    return {key: role[key] for key in draw(st.permutations(list(role)))}


@st.composite
def dumped(draw: st.DrawFn) -> tuple[bytes, Header]:
    header = draw(HEADERS)
    dump: Callable[..., str] = yaml.safe_dump
    text = dump(
        draw(roles(header)),
        allow_unicode=draw(st.booleans()),
        default_flow_style=draw(st.sampled_from([None, True, False])),
        default_style=draw(st.sampled_from([None, None, "'", '"', "|", ">"])),
        sort_keys=False,
        width=draw(st.sampled_from([20, 80, 1000])),
        indent=draw(st.sampled_from([2, 4])),
        explicit_start=draw(st.booleans()),
        line_break=draw(st.sampled_from(["\n", "\r\n"])),
    )
    return text.encode(), header


@THOROUGH
@given(dumped())
def test_what_pyyaml_writes(case: tuple[bytes, Header]) -> None:
    agree(*case)


PLAIN = st.text(st.sampled_from("abcxyz产品定价，。 "), min_size=1, max_size=12).filter(str.strip)


@st.composite
def written(draw: st.DrawFn) -> tuple[bytes, Header]:
    """Write a role as people do: plain texts, lists on one line, comments, empty lines."""
    header = draw(HEADERS)
    languages = list(header.languages or ())
    lines: list[str] = []

    def noise() -> None:
        lines.extend(
            draw(st.lists(st.sampled_from(["", "# a comment", "  # 注释", "# ----"]), max_size=1))
        )

    def word() -> str:
        quote = draw(st.sampled_from(["", "", "'", '"']))
        comment = draw(st.sampled_from(["", "", "  # why", " # a: b"]))
        return quote + draw(PLAIN).strip() + quote + comment

    def text(lead: str, indent: str, *, letters: bool) -> None:
        if len(languages) == 1 and draw(st.booleans()):
            lines.append(lead + " " + word())
            return
        entries = [f"{each}: {word()}" for each in languages]
        if letters:
            for letter in LETTERS:
                if draw(st.booleans()):
                    topics = draw(st.lists(st.sampled_from(TOPICS), max_size=3))
                    entries.append(f"{letter}: [{', '.join(topics)}]")
        entries = draw(st.permutations(entries))
        if lead.endswith("-"):
            lines.append(f"{lead} {entries[0]}")
            lines.extend(indent + each for each in entries[1:])
        else:
            lines.append(lead)
            lines.extend(indent + each for each in entries)

    for key in draw(st.permutations(["name", "summary", "source", "notes", *DIMENSIONS])):
        if key != "name" and draw(st.booleans()):
            continue
        noise()
        if key in ("name", "summary", "source"):
            text(f"{key}:", "  ", letters=key == "summary")
            continue
        lines.append(f"{key}:")
        margin = draw(st.sampled_from(["", "  "]))
        for _ in range(draw(st.integers(1, 3))):
            noise()
            text(f"{margin}-", margin + "  ", letters=key != "notes")
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join([*lines, ""]).encode(), header


@THOROUGH
@given(written())
def test_what_people_write_is_sound_and_goes_the_short_way_in_order(
    case: tuple[bytes, Header],
) -> None:
    data, header = case
    role, problems = long(data, header)
    assert problems == []
    assert role is not None
    found = agree(data, header)
    # Only an order of letters other than the usual one may send a sound file the long way.
    if found is None:
        assert _letters_out_of_order(data.decode())


def _letters_out_of_order(text: str) -> bool:
    seen: list[str] = []
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith("- ") or (stripped and not line.startswith((" ", "-", "#"))):
            seen = []
        key = stripped.removeprefix("- ").partition(":")[0]
        if key in LETTERS:
            if seen and LETTERS.index(key) < LETTERS.index(seen[-1]):
                return True
            seen.append(key)
    return False


FOLDER = builtin_catalog()
CATALOG = load_header(FOLDER)
BUILTIN = Header(CATALOG.languages, CATALOG.dimensions, CATALOG.topics)
FILES = sorted(name for name in FOLDER.names() if name.endswith(".yaml") and name != "catalog.yaml")


def contents(name: str) -> bytes:
    data = FOLDER.read(name, 1 << 20)
    assert isinstance(data, bytes)
    return data


def test_the_files_that_come_with_the_program() -> None:
    assert FILES == [
        "customer-service-manager.yaml",
        "marketing-manager.yaml",
        "pm.yaml",
        "pmm.yaml",
        "sales-manager.yaml",
    ]


@pytest.mark.parametrize("name", FILES)
def test_every_built_in_file_goes_the_short_way(name: str) -> None:
    assert agree(contents(name), BUILTIN) is not None
    assert shortest(contents(name), BUILTIN) is not None


@pytest.mark.parametrize("name", FILES)
def test_so_it_does_in_the_layout_that_pyyaml_gives_it(name: str) -> None:
    tree = yaml.load(contents(name), yaml.BaseLoader)
    data = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode()
    assert agree(data, BUILTIN) is not None
    assert shortest(data, BUILTIN) is not None


@pytest.mark.parametrize(
    "text",
    [
        "name: {en: PM, zh: 产品}\n",
        "name: {en: PM, zh: 产品}\naliases: [a, b c]\nsummary: {en: x, zh: y, informed: [no]}",
        "# why\n\nname:\n    en: PM\n    zh: '产品'\n\nnotes:\n# so\n- {en: x, zh: y}\n",
        "name: {en: PM, zh: 产品}\nperspective:\n  - en: x\n    zh: y\n"
        "    accountable:\n      - pricing\n      - no\n    informed: [pricing,no , roadmap]\n",
        "name: {en: PM, zh: 产品}\nperspective:\n  - en: a text\n      that goes on\n    zh: y\n",
        "name: {en: PM, zh: 产品}\naccepted:\n  role-idle: {en: Why, zh: 理由}\n"
        "  missing-dimension:\n    en: Why\n    zh: 理由\n",
        "name: {en: PM, zh: 产品}\naliases:\n- a\n- b\n",
    ],
)
def test_what_is_read_line_by_line(text: str) -> None:
    assert shortest(text.encode(), TWO) is not None
    agree(text.encode(), TWO)


def test_strings_alone_are_read_line_by_line_where_there_is_one_language() -> None:
    text = "name: PM\nnotes:\n- one\n- 'two'\nview: x\n".replace("view: x\n", "")
    assert shortest(text.encode(), ONE) is not None
    agree(text.encode(), ONE)


SPLINTERS = st.sampled_from(
    [
        b"", b" ", b"\n", b"\t", b"#", b" #x", b": ", b":", b"- ", b"'", b'"', b"[", b"]", b"{",
        b"}", b",", b"&a ", b"*a ", b"!x ", b"<<: ", b"? ", b"|", b">", b"\\", b"\0", b"\xff",
        b"\xef\xbb\xbf", b"---\n", b"...\n", b"\nname: x\n", "：".encode(),
        "\u202e".encode(), "\u2028".encode(),
        "\x85".encode(), b"accountable: [pricing]", b"%", b"@", b"en: ", b"fr: x", b"\r",
        b"=======\n", b"<<<<<<< x\n", b">>>>>>> x\n", b"''", b"~",
    ]
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    data = contents(draw(st.sampled_from(FILES)))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        length = draw(st.sampled_from([0, 0, 1, 2, 5, 40]))
        data = data[:start] + draw(SPLINTERS) + data[start + length :]
    return data


@st.composite
def mutated_layout(draw: st.DrawFn) -> bytes:
    """Change a line or two of a file in another layout: indentation, dashes, order."""
    tree = yaml.load(contents(draw(st.sampled_from(FILES))), yaml.BaseLoader)
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=60)
    lines = text.splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        change = draw(
            st.sampled_from(["in", "out", "dash", "drop", "twice", "blank", "swap", "colon"])
        )
        line = lines[at]
        lines[at] = {
            "in": "  " + line,
            "out": line.removeprefix("  "),
            "dash": "- " + line,
            "drop": "",
            "twice": line * 2,
            "blank": line + draw(st.sampled_from(["\n", "  \n", "# x\n", "  # x\n", "---\n"])),
            "swap": lines[at - 1],
            "colon": line.replace(" ", draw(st.sampled_from([": ", " #", ", ", "  ", " - "])), 1),
        }[change]
    return "".join(lines).encode()


@THOROUGH
@given(mutated_layout())
def test_mutated_layouts(data: bytes) -> None:
    agree(data, BUILTIN)
    agree(data, ONE._replace(topics=BUILTIN.topics))


@THOROUGH
@given(mutated())
def test_mutated_files(data: bytes) -> None:
    agree(data, BUILTIN)


@THOROUGH
@given(mutated())
def test_mutated_files_in_a_catalog_of_one_language(data: bytes) -> None:
    agree(data, ONE._replace(topics=BUILTIN.topics))


@settings(deadline=None, max_examples=1000)
@given(
    st.lists(st.one_of(SPLINTERS, st.sampled_from([b"name", b"en", b"x", b"notes"])), max_size=9)
)
@example([b"name: x", b" #x"])
def test_splinters(parts: list[bytes]) -> None:
    agree(b"name: PM" + b"".join(parts), ONE)
    agree(b"".join(parts), ONE)


@pytest.mark.parametrize(
    "broken",
    [
        "name: PM\nname: PM\n",
        "nmae: PM\n",
        "summary: x\n",
        "name: ''\n",
        "name: {en: '', zh: x}\n",
        "name: {en: x, en: y}\n",
        "name: {en: x, fr: y}\n",
        "name: [x]\n",
        "name: {en: [x]}\n",
        "name: {en: x, accountable: [pricing]}\n",
        "name: PM\naliases: x\n",
        "name: PM\naliases: ['']\n",
        "name: PM\naliases: [[x]]\n",
        "name: PM\nnotes: [{en: x, informed: [pricing]}]\n",
        "name: PM\nperspective: x\n",
        "name: PM\nperspective: [{en: x, accountable: pricing}]\n",
        "name: PM\nperspective: [{en: x, accountable: [price]}]\n",
        "name: PM\nperspective: [{en: x, accountable: [[pricing]]}]\n",
        "name: PM\nperspective: [{en: x, accountable: [], accountable: []}]\n",
        "name: PM\nperspective: [{accountable: [pricing]}]\n",
        "name: PM\nperspective: [{en: x, owner: [pricing]}]\n",
        "name: PM\nsummary: Owns #general\n",
        "name: PM\naliases: [a] #todo\nsummary: #x\n",
        "name：PM\n",
        "name: {en：PM}\n",
        "name: en：PM\n",
        "name: &a PM\n",
        "name: *a\n",
        "name: !x PM\n",
        "name: ! PM\n",
        "name:\n  !x PM\n",
        "name: [!x PM]\n",
        "&a name: PM\n",
        "name: PM\n<<: {summary: x}\n",
        "name: PM\n---\nname: PM\n",
        "name: PM\n...\nname: PM\n",
        "name: PM\n<<<<<<< x\n",
        'name: "\\e[2J"\n',
        'name: "a\\tb"\n',
        "name: a\tb\n",
        "name: a\x1bb\n",
        "name: a\u202eb\n",
        "name: a\u2028b\n",
        "name: a\x85b\n",
        "name: a\0b\n",
        "name: PM\nsummary: |\n  x\n  \x1b\n",
        "- name: PM\n",
        "PM\n",
        "",
        "# name: PM\n",
        "name: PM\nnotes: [" + "[" * 20 + "]" * 20 + "]\n",
    ],
)
def test_a_broken_file_never_goes_the_short_way(broken: str) -> None:
    data = broken.encode()
    assert short(data, ONE) is None
    assert long(data, ONE)[1] != []


@pytest.mark.parametrize(
    "data",
    [
        b"name: caf\xe9\n",
        b"name: x\n# \xff\n",
        "name: PM\n".encode("utf-16"),
        b"name: PM\n#" + b" " * (1 << 20),
    ],
)
def test_bytes_that_are_no_text_never_go_the_short_way(data: bytes) -> None:
    assert short(data, ONE) is None
    assert long(data, ONE)[1] != []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("perspective: [{en:  'X', accountable: [pricing]}]\n", True),
        ("perspective:\n  - {en:  'X'}\n", True),
        ('perspective:\n  - {en:  "X",  accountable:  [pricing]}\n', True),
        ("perspective:\n  - {en:  X,  accountable:  [pricing]}\n", True),
        ("perspective:\n  - {en:  &a X}\n", False),
        ("perspective:\n  - {en:  *a}\n", False),
        ("perspective:\n  - {en:  !x X}\n", False),
        ("accepted:\n", False),
        ("accepted:\nsummary: x\n", False),
        ("summary: x\naccepted:\n", False),
    ],
)
def test_spaces_and_empty_parts_are_read_alike(text: str, whole: bool) -> None:
    data = ("name: PM\n" + text).encode()
    role, problems = long(data, ONE)
    assert (problems == []) == whole
    found = agree(data, ONE)
    assert found is None or (whole and found == role)


@pytest.mark.parametrize(
    "unusual",
    [
        'name: "\\u4ea7\\u54c1"\n',
        "name: PM # 1\nsummary: x #!y\n",
        "name:\tPM\n",
        "name: PM\nperspective: [{en: x, informed: [pricing], accountable: [pricing]}]\n",
        "name: PM\n# " + "x" * MAX_LENGTH + "\n",
        "name: a：b\n",
        "name: PM\n#notes: [x]\n",
    ],
)
def test_what_is_sound_but_unusual_is_read_all_the_same(unusual: str) -> None:
    role, problems = long(unusual.encode(), ONE)
    assert problems == []
    assert role is not None
    assert agree(unusual.encode(), ONE) in (None, role)


def test_a_key_that_is_a_language_and_a_letter_out_of_order_keep_the_order_of_raci() -> None:
    text = b"name: PM\nperspective: [{informed: [roadmap], en: x, accountable: [pricing]}]\n"
    role, _ = long(text, ONE)
    assert role is not None
    (statement,) = role.statements["perspective"]
    found = [(each.letter, each.topic) for each in statement.claims]
    assert short(text, ONE) in (None, role)
    assert sorted(found) == [("accountable", "pricing"), ("informed", "roadmap")]
