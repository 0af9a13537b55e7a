"""``catalog.yaml``: what a catalog declares, and what role files are held against."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rolecmp.definitions import slips
from rolecmp.definitions.fields import Fields, Topics
from rolecmp.definitions.model import (
    DEFAULT_DIMENSIONS,
    FINDINGS,
    LETTERS,
    THRESHOLDS,
    Catalog,
    Pair,
    Text,
    Topic,
)
from rolecmp.definitions.names import Suggestions, normal_form
from rolecmp.definitions.problems import Problem, nearest, phrase
from rolecmp.definitions.reader import MAX_BYTES, Entries, Node, Reading, read_tree
from rolecmp.definitions.role import Header
from rolecmp.definitions.shape import (
    CATALOG,
    CATALOG_NEEDS,
    FORMAT_VERSION,
    MAX_THRESHOLD,
    OFF,
    PAIR,
    PAIR_NEEDS,
    ROLE,
    TOPIC,
    is_id,
    is_language,
)
from rolecmp.definitions.sources.folders import CATALOG_FILE, Folder, path_in


def read_header(folder: Folder) -> tuple[Catalog, Header, list[Problem]]:
    """Read the catalog file: a catalog without roles, what roles are held against, problems."""
    catalog = Catalog(folder.label, folder.builtin, None, (), None, {}, {}, (), {})
    header = Header(None, None, None)
    data = folder.read(CATALOG_FILE, MAX_BYTES + 1)
    if isinstance(data, Problem):
        return catalog, header, [data]
    reading = Reading(path_in(folder, CATALOG_FILE))
    tree = read_tree(data, reading)
    fields = CatalogFields(reading, None)
    entries = fields.mapping(tree, "catalog-file") if tree is not None else None
    if entries is None:
        return catalog, header, reading.in_order()
    fields.unknown_keys(entries, CATALOG)
    fields.missing(entries, CATALOG_NEEDS, (1, 1))
    # Where the list of languages itself is broken, any code will do.
    before = len(reading.problems)
    languages = fields.languages_of(entries)
    fields = CatalogFields(reading, None if len(reading.problems) > before else languages or None)
    parts = fields.read(entries, {key: kind for key, kind in CATALOG.items() if key != "languages"})
    # A key that was meant is not missing: nothing else is wrong for not being under it.
    meant = {
        near
        for name in entries.keys() - CATALOG.keys()
        for near in nearest(name.lower(), CATALOG, 1)
    }
    dimensions = parts.get("dimensions", None if "dimensions" in meant else _DEFAULT)
    topics: Topics | None = parts.get("topics", None if "topics" in meant else Topics())
    parts.pop("rolecmp", None)
    parts |= {"dimensions": dimensions or {}, "topics": topics or {}}
    catalog = catalog._replace(languages=tuple(languages), **parts)
    if topics is not None:
        # Where an id is none, what was meant for it will do in roles, as it stands will too.
        slipped = [key for key in topics if not is_id(key) and is_id(normal_form(key))]
        if slipped:
            topics = Topics({**{normal_form(key): topics[key] for key in slipped}, **topics})
    header = Header(fields.languages, dimensions, topics, frozenset(reading.flawed))
    return catalog, header, reading.in_order()


_DEFAULT: Mapping[str, Text] = {
    # They stand in no file, which their line says.
    key: Text(texts, 0, 0)
    for key, texts in DEFAULT_DIMENSIONS.items()
}


class CatalogFields(Fields):
    """Reads the fields of ``catalog.yaml``."""

    def version(self, node: Node, key: str) -> None:
        """Hold the version of the format against the one that is known."""
        # 1.0 and 01 are the same number to every reader of YAML, and so they are here.
        if _integer(node[0]) != int(FORMAT_VERSION):
            message = phrase("unsupported-version", version=_shown(node), known=FORMAT_VERSION)
            remedy = phrase("add-version", version=FORMAT_VERSION)
            self.reading.report(node[1:], "unsupported-version", message, remedy)

    def languages_of(self, entries: Entries) -> dict[str, None]:
        """Read the catalog's languages, in order; none where they are missing or broken."""
        languages: dict[str, None] = {}
        if "languages" not in entries:
            return languages
        node = entries["languages"][1]
        before = len(self.reading.problems)
        items = self.items(node, "languages")
        for item in items:
            value, at = item[0], item[1:]
            if isinstance(value, str) and slips.has_wide_comma(value, at, self.reading):
                continue
            if not isinstance(value, str) or not is_language(value):
                message = phrase("bad-language", language=_shown(item))
                self.reading.report(at, "unknown-language", message, phrase("language-codes"))
            elif value in languages:
                message = phrase("duplicate-item", item=value)
                self.reading.report(at, "duplicate-key", message, phrase("delete-it"))
            else:
                languages[value] = None
        if not items and len(self.reading.problems) == before:
            self.missing({}, ("languages",), node[1:])
        return languages

    def dimensions(self, node: Node, key: str) -> dict[str, Text] | None:
        """Read the dimensions by id; None where they are no mapping."""
        items = self.mapping(node, key)
        if items is None:
            return None
        dimensions: dict[str, Text] = {}
        for name, (at, item) in items.items():
            if not self.valid_id(name, at):
                name = normal_form(name)  # what was meant, for the rest of this reading
                if not is_id(name) or name in items:
                    continue
            if name in ROLE or name in LETTERS:
                message = phrase("reserved-dimension", name=name)
                self.reading.report(at[1:], "bad-id", message, phrase("rename-one"))
                continue
            dimensions[name] = self.text(item, name) or Text({}, at[1], at[2])
        return dimensions

    def topics_by_id(self, node: Node, key: str) -> Topics | None:
        """Read the topics by id; None where they are no mapping."""
        items = self.mapping(node, key)
        if items is None:
            return None
        topics = Topics()
        for name, (at, item) in items.items():
            self.valid_id(name, at)
            text = self.text(item, name, TOPIC)
            # A topic is declared by its key: that its text is wrong makes no role wrong too.
            shown = Text(text.texts if text else {}, at[1], at[2])
            if item[1:] in self.reading.flawed:
                self.reading.flawed.add(at[1:])
            beside = self.read(item[0], TOPIC) if isinstance(item[0], dict) else {}
            topics[name] = Topic(name, shown, **beside)
        return topics

    def pairs(self, node: Node, key: str) -> tuple[Pair, ...]:
        """Read what is true of two roles together."""
        pairs: dict[frozenset[str], Pair] = {}
        for item in self.items(node, key):
            entries = self.mapping(item, "pair")
            if entries is None:
                continue
            self.unknown_keys(entries, PAIR)
            parts = self.read(entries, PAIR)
            named = parts.pop("roles", None)
            if self.missing(entries, PAIR_NEEDS, item[1:]) or named is None:
                continue
            both = frozenset(value for value, _, _ in named)
            _, line, column = entries["roles"][1]
            first, second = (value for value, _, _ in named)
            if both in pairs:
                known = pairs[both].line
                message = phrase("duplicate-pair", first=first, second=second, line=known)
                remedy = phrase("merge-duplicates")
                self.reading.report((line, column), "duplicate-key", message, remedy)
                continue
            places = tuple(each[1:] for each in named)
            parts = {"difference": None, "together": (), **parts}
            pairs[both] = Pair((first, second), **parts, line=line, column=column, places=places)
        return tuple(pairs.values())

    def pair_roles(self, node: Node, key: str) -> Sequence[Node] | None:
        """Read the ids of two different roles, each with its position."""
        named = self.items(node, key)
        ids = [value for value, _, _ in named if isinstance(value, str) and value]
        if len(named) == 2 and len(set(ids)) == 2:
            return named
        message = phrase("pair-of-two")
        self.reading.report(node[1:], "wrong-type", message, phrase("pair-example"))
        return None

    def checks(self, node: Node, key: str) -> Mapping[str, int | None]:
        """Read what the catalog says of the rules: a number where one counts, or ``off``."""
        found = self.mapping(node, key) or {}
        self.unknown_keys(found, FINDINGS)
        checks: dict[str, int | None] = {}
        for rule, (_, item) in found.items():
            if item[0] == OFF:
                checks[rule] = None
            elif rule in THRESHOLDS and 0 <= (number := _integer(item[0])) <= MAX_THRESHOLD:
                checks[rule] = number
            elif rule in FINDINGS:
                counts = rule in THRESHOLDS
                message = phrase("want-threshold" if counts else "want-off", rule=rule)
                remedy = phrase("threshold-example" if counts else "off-example", rule=rule)
                self.reading.report(item[1:], "wrong-type", message, remedy)
        return checks


def _shown(node: Node) -> str:
    return node[0] if isinstance(node[0], str) else "…"


def _integer(value: object) -> int:
    """Read a whole number as YAML's core schema does (1.2.2, section 10.3.2), else give -1."""
    if not isinstance(value, str) or len(value) > 20:
        return -1
    if re.fullmatch(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]{1,2})?", value):
        number = float(value)
        return int(number) if number.is_integer() else -1
    if re.fullmatch(r"0x[0-9a-fA-F]+|0o[0-7]+", value):
        return int(value, 0)
    return -1


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
