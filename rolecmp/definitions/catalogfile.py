"""``catalog.yaml``: what a catalog declares, and what role files are held against."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rolecmp.definitions.fields import (
    TextReader,
    accepted_in,
    aliases_of,
    core_integer,
    in_order,
    is_id,
    is_language,
    items_of,
    mapping,
    unknown_keys,
    valid_id,
    wide_comma,
)
from rolecmp.definitions.model import (
    DEFAULT_DIMENSIONS,
    FINDINGS,
    LETTERS,
    THRESHOLDS,
    Acceptance,
    Catalog,
    Name,
    Pair,
    RuleSetting,
    Text,
    Topic,
)
from rolecmp.definitions.names import Suggestions, normal_form
from rolecmp.definitions.plaintree import read_plain_tree
from rolecmp.definitions.problems import Problem, nearest, phrase
from rolecmp.definitions.reading import MAX_BYTES, Node, Reading, sound_text
from rolecmp.definitions.rolefile import ROLE_KEYS, Header, Topics
from rolecmp.definitions.sources.folders import CATALOG_FILE, Folder, path_in

FORMAT_VERSION = "1"
OFF = "off"
"""What switches a rule off, under ``checks``."""

CATALOG_KEYS = (
    "rolecmp",
    "title",
    "languages",
    "source",
    "dimensions",
    "topics",
    "pairs",
    "checks",
)
TOPIC_KEYS = ("aliases", "accepted")
PAIR_KEYS = ("roles", "difference", "together")


def read_header(folder: Folder) -> tuple[Catalog, Header, list[Problem]]:
    """Read the catalog file: a catalog without roles, what roles are held against, problems."""
    path = path_in(folder, CATALOG_FILE)
    empty = Catalog(folder.label, folder.builtin, None, (), None, {}, {}, (), {})
    nothing = Header(None, None, None)
    data = folder.read(CATALOG_FILE, MAX_BYTES + 1)
    if isinstance(data, Problem):
        return empty, nothing, [data]
    reading = Reading(path)
    tree = _tree(data, reading)
    if tree is None:
        return empty, nothing, in_order(reading.problems)
    entries = mapping(tree, reading, "catalog-file")
    if entries is None:
        return empty, nothing, in_order(reading.problems)
    unknown_keys(entries, CATALOG_KEYS, reading)
    # A key that was meant is not missing: nothing else is wrong for not being under it.
    meant = {each for name in entries for each in _meant(name)}
    _version(entries, reading)
    before = len(reading.problems)
    languages = _languages(entries, reading)
    # Where the list itself is broken, any code will do.
    broken = len(reading.problems) > before
    reader = TextReader(reading, None if broken else languages or None)
    title = reader.optional(entries, "title")
    source = reader.optional(entries, "source")
    dimensions = _dimensions(entries, languages, reader)
    topics = _topics(entries, reader)
    pairs = _pairs(entries, reader)
    catalog = empty._replace(
        title=title,
        languages=tuple(languages),
        source=source,
        dimensions=dimensions if dimensions is not None and "dimensions" not in meant else {},
        topics=topics if topics is not None else {},
        pairs=tuple(pairs),
        checks=_checks(entries, reading),
    )
    if topics is not None:
        # Where an id is none, what was meant for it will do in roles, as it stands will too.
        slips = [key for key in topics if not is_id(key) and is_id(normal_form(key))]
        if slips:
            topics = Topics({**{normal_form(key): topics[key] for key in slips}, **topics})
    header = Header(
        reader.languages,
        None if "dimensions" in meant else dimensions,
        None if "topics" in meant else topics,
        frozenset(reading.flawed),
    )
    return catalog, header, in_order(reading.problems)


def _tree(data: bytes, reading: Reading) -> Node | None:
    """Read the tree, without the parser where every line is of a plain kind."""
    text = sound_text(data)
    if text is not None:
        tree = read_plain_tree(text)
        if tree is not None:
            reading.text = text
            return tree
    from rolecmp.definitions.yamltree import read_tree

    return read_tree(data, reading)


def _meant(name: str) -> tuple[str, ...]:
    """Give the key that was meant by one that is not known."""
    return () if name in CATALOG_KEYS else nearest(name.lower(), CATALOG_KEYS, 1)


def _version(entries: Mapping[str, tuple[Node, Node]], reading: Reading) -> None:
    if "rolecmp" not in entries:
        reading.report(
            1, 1, "missing-key", phrase("no-version"), phrase("add-version", version=FORMAT_VERSION)
        )
        return
    value, line, column = entries["rolecmp"][1]
    # 1.0 and 01 are the same number to every reader of YAML, and so they are here.
    if core_integer(value) != int(FORMAT_VERSION):
        shown = value if isinstance(value, str) else "…"
        reading.report(
            line,
            column,
            "unsupported-version",
            phrase("unsupported-version", version=shown, known=FORMAT_VERSION),
            phrase("add-version", version=FORMAT_VERSION),
        )


def _languages(entries: Mapping[str, tuple[Node, Node]], reading: Reading) -> dict[str, None]:
    """Give the catalog's languages, in order; none where they are missing or broken."""
    if "languages" not in entries:
        reading.report(
            1, 1, "missing-key", phrase("missing-key", key="languages"), phrase("add-languages")
        )
        return {}
    languages: dict[str, None] = {}
    nodes = items_of(entries["languages"][1], reading, "languages")
    for value, line, column in nodes:
        if isinstance(value, str) and wide_comma(value, line, column, reading):
            continue
        if not isinstance(value, str) or not is_language(value):
            shown = value if isinstance(value, str) else "…"
            reading.report(
                line,
                column,
                "unknown-language",
                phrase("bad-language", language=shown),
                phrase("language-codes"),
            )
        elif value in languages:
            reading.report(
                line,
                column,
                "duplicate-key",
                phrase("duplicate-item", item=value),
                phrase("delete-it"),
            )
        else:
            languages[value] = None
    if not nodes and not reading.problems:
        _, line, column = entries["languages"][1]
        reading.report(
            line,
            column,
            "missing-key",
            phrase("missing-key", key="languages"),
            phrase("add-languages"),
        )
    return languages


def _dimensions(
    entries: Mapping[str, tuple[Node, Node]], languages: Collection[str], reader: TextReader
) -> dict[str, Text] | None:
    if "dimensions" not in entries:
        # They stand in no file, which their line says.
        return {key: Text(texts, 0, 0) for key, texts in DEFAULT_DIMENSIONS.items()}
    items = mapping(entries["dimensions"][1], reader.reading, "dimensions")
    if items is None:
        return None
    dimensions: dict[str, Text] = {}
    for name, (key, node) in items.items():
        if not valid_id(name, key, reader.reading):
            name = normal_form(name)  # what was meant, for the rest of this reading
            if not is_id(name) or name in items:
                continue
        if name in ROLE_KEYS or name in LETTERS:
            reader.reading.report(
                key[1],
                key[2],
                "bad-id",
                phrase("reserved-dimension", name=name),
                phrase("rename-one"),
            )
            continue
        text = reader.text(node, name)
        dimensions[name] = text if text is not None else Text({}, key[1], key[2])
    return dimensions


def _topics(entries: Mapping[str, tuple[Node, Node]], reader: TextReader) -> Topics | None:
    if "topics" not in entries:
        return Topics()
    reading = reader.reading
    items = mapping(entries["topics"][1], reading, "topics")
    if items is None:
        return None
    topics = Topics()
    for name, (key, node) in items.items():
        valid_id(name, key, reading)
        value = node[0]
        aliases: tuple[Name, ...] = ()
        accepted: Mapping[str, Acceptance] = {}
        text = reader.text(node, name, TOPIC_KEYS)
        if isinstance(value, dict):
            if "aliases" in value:
                aliases = aliases_of(value["aliases"][1], reader)
            accepted = accepted_in(value, "topic", reader)
        # A topic is declared by its key: that its text is wrong makes no role wrong too.
        shown = Text(text.texts if text else {}, key[1], key[2])
        if node[1:] in reading.flawed:
            reading.flawed.add(key[1:])
        topics[name] = Topic(name, shown, aliases, accepted)
    return topics


def _pairs(entries: Mapping[str, tuple[Node, Node]], reader: TextReader) -> list[Pair]:
    if "pairs" not in entries:
        return []
    reading = reader.reading
    pairs: list[Pair] = []
    seen: dict[frozenset[str], int] = {}
    for node in items_of(entries["pairs"][1], reading, "pairs"):
        items = mapping(node, reading, "pair")
        if items is None:
            continue
        unknown_keys(items, PAIR_KEYS, reading)
        difference = reader.optional(items, "difference")
        together = reader.texts(items, "together")
        if "roles" not in items:
            reading.report(node[1], node[2], "missing-key", phrase("missing-key", key="roles"))
            continue
        _, line, column = items["roles"][1]
        named = items_of(items["roles"][1], reading, "roles")
        ids = [value for value, _, _ in named]
        first, second = ids if len(ids) == 2 else ("", "")
        if (
            not isinstance(first, str)
            or not isinstance(second, str)
            or not first
            or first == second
        ):
            reading.report(
                line, column, "wrong-type", phrase("pair-of-two"), phrase("pair-example")
            )
            continue
        both = frozenset((first, second))
        if both in seen:
            reading.report(
                line,
                column,
                "duplicate-key",
                phrase("duplicate-pair", first=first, second=second, line=seen[both]),
                phrase("merge-duplicates"),
            )
            continue
        seen[both] = line
        places = tuple((at[1], at[2]) for at in named)
        pairs.append(Pair((first, second), difference, together, line, column, places))
    return pairs


def pair_roles_exist(
    catalog: Catalog, path: str, ids: Sequence[str], problems: list[Problem]
) -> None:
    """Note the pairs of `catalog` that name a role which is none of `ids`."""
    known = frozenset(ids)
    suggest: Suggestions | None = None
    for pair in catalog.pairs:
        for role, (line, column) in zip(pair.roles, pair.places, strict=True):
            if role not in known:
                suggest = suggest or Suggestions((each, each) for each in ids)
                # The pair's other role is no slip for this one: a pair names two.
                near = tuple(each for each in suggest(role) if each not in pair.roles)
                message = phrase("pair-unknown-role", name=role)
                remedy = phrase("did-you-mean", near=near) if near else phrase("use-role-id")
                problems.append(Problem(path, line, column, "pair-unknown-role", message, remedy))


def _checks(
    entries: Mapping[str, tuple[Node, Node]], reading: Reading
) -> Mapping[str, RuleSetting]:
    """Read what the catalog says of the rules: a number where one counts, or ``off``."""
    if "checks" not in entries:
        return {}
    found = mapping(entries["checks"][1], reading, "checks") or {}
    unknown_keys(found, FINDINGS, reading)
    checks: dict[str, RuleSetting] = {}
    for rule, ((_, *at), (value, line, column)) in found.items():
        if value in (OFF, "on"):
            checks[rule] = RuleSetting(value == "on", None, at[0], at[1])
        elif rule in THRESHOLDS and 0 <= (number := core_integer(value)) <= 9999:
            checks[rule] = RuleSetting(True, number, at[0], at[1])
        elif rule in FINDINGS:
            key = "want-threshold" if rule in THRESHOLDS else "want-off"
            remedy = phrase("threshold-example" if rule in THRESHOLDS else "off-example", rule=rule)
            reading.report(line, column, "wrong-type", phrase(key, rule=rule), remedy)
    return checks
