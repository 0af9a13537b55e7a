"""``catalog.yaml``: what a catalog declares, and what role files are held against."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rolecmp.definitions import slips
from rolecmp.definitions.fields import Fields
from rolecmp.definitions.model import (
    DEFAULT_DIMENSIONS,
    NOTHING,
    Catalog,
    Pair,
    Reference,
    RuleSetting,
    Text,
    Topic,
)
from rolecmp.definitions.names import Known, Match, Near, Topics, index_of_texts, normal_form
from rolecmp.definitions.problems import Edit, Problem, nearest, phrase
from rolecmp.definitions.reader import MAX_BYTES, MAX_PROBLEMS, Entries, Node, Reading, read_tree
from rolecmp.definitions.role import Header
from rolecmp.definitions.shape import (
    CATALOG,
    CATALOG_NEEDS,
    FORMAT_VERSION,
    MAX_THRESHOLD,
    NO_LANGUAGES,
    OFF,
    ON,
    PAIR,
    PAIR_NEEDS,
    ROLE,
    TOPIC,
    is_id,
    is_language,
    whole_number,
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
    broken = any(each.message.key != "no-language" for each in reading.problems[before:])
    fields = CatalogFields(reading, None if broken else languages or None)
    # A key that was meant is not missing: nothing else is wrong for not being under it.
    unknown = [name for name in entries if name not in CATALOG]
    meant = {near for name in unknown[:MAX_PROBLEMS] for near in nearest(name.lower(), CATALOG, 1)}
    if "groups" in meant:
        fields.known_groups = None
    parts = fields.read(entries, {key: kind for key, kind in CATALOG.items() if key != "languages"})
    parts.pop("rolecmp", None)
    dimensions = parts.get("dimensions", None if "dimensions" in meant else _DEFAULT)
    topics: Topics | None = parts.get("topics", None if "topics" in meant else Topics())
    order = parts.pop("roles", ())
    declared = {"dimensions": dimensions, "topics": topics, "groups": fields.known_groups}
    parts |= {key: each or {} for key, each in declared.items()}
    catalog = catalog._replace(languages=tuple(languages), **parts)
    if topics is not None:
        # Where an id is none, what was meant for it will do in roles, as it stands will too.
        slipped = [key for key in topics if not is_id(key) and is_id(normal_form(key))]
        if slipped:
            topics = Topics({**{normal_form(key): topics[key] for key in slipped}, **topics})
    header = Header(fields.languages, dimensions, topics, order, frozenset(reading.flawed))
    return catalog, header, reading.in_order()


_DEFAULT: Mapping[str, Text] = {
    # They stand in no file, which their line says.
    key: Text(texts, 0, 0)
    for key, texts in DEFAULT_DIMENSIONS.items()
}


class CatalogFields(Fields):
    """Reads the fields of ``catalog.yaml``.

    `known_groups` are the groups it declares: None where they could not be read.
    """

    known_groups: Mapping[str, Text] | None = NOTHING
    _groups: Mapping[str, Known] = NOTHING
    _near = Near(())

    def version(self, node: Node, key: str) -> None:
        """Hold the version of the format against the one that is known."""
        # 1.0 and 01 are the same number to every reader of YAML, and so they are here.
        if whole_number(node[0]) != int(FORMAT_VERSION):
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
            meant = NO_LANGUAGES.get(value) if isinstance(value, str) else None
            if meant is not None:
                message = phrase("no-language", code=value)
                near = phrase("did-you-mean", near=(meant,))
                edit = Edit(str(value), meant) if all(each[0] != meant for each in items) else None
                self.reading.report(at, "unknown-language", message, near, edit)
                languages[meant] = None
            elif not isinstance(value, str) or not is_language(value):
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

    def named(self, node: Node, key: str, reserved: Collection[str] = ()) -> dict[str, Text] | None:
        """Read names by id; None where they are no mapping. `reserved` are no ids here."""
        items = self.mapping(node, key)
        if items is None:
            return None
        names: dict[str, Text] = {}
        for name, (at, item) in items.items():
            if not self.valid_id(name, at):
                name = normal_form(name)  # what was meant, for the rest of this reading
                if not is_id(name) or name in items:
                    continue
            if name in reserved:
                message = phrase("reserved-dimension", name=name)
                self.reading.report(at[1:], "bad-id", message, phrase("rename-one"))
                continue
            names[name] = self.text(item, name) or Text({}, at[1], at[2])
        return names

    def declared_dimensions(self, node: Node, key: str) -> dict[str, Text] | None:
        """Read the dimensions; None where they are no mapping."""
        return self.named(node, key, ROLE)

    def groups(self, node: Node, key: str) -> None:
        """Read the groups that topics may be in."""
        self.known_groups = self.named(node, key)
        self._groups = index_of_texts(self.known_groups or {})
        self._near = Near(Match(each.id, name, None) for name, each in self._groups.items())

    def group(self, node: Node, key: str) -> str | None:
        """Read the group of a topic, by any of its names."""
        word = self.string(node, key)
        if word is None or self.known_groups is None or word in self.known_groups:
            return word
        found = self._groups.get(normal_form(word))
        if found is not None:
            return found.id
        near = self._near.ids(word)
        remedy = phrase("did-you-mean", near=near) if near else phrase("declare-group", group=word)
        message = phrase("unknown-group", name=word)
        self.reading.report(node[1:], "unknown-group", message, remedy)
        return None

    def topics_by_id(self, node: Node, key: str) -> Topics | None:
        """Read the topics; None where they are no mapping."""
        items = self.mapping(node, key)
        if items is None:
            return None
        topics = Topics()
        for name, (at, item) in items.items():
            self.valid_id(name, at)
            value = item[0]
            beside = self.read(value, TOPIC) if isinstance(value, dict) else {}
            if value == "" and slips.is_slip("", item[1:], self.reading):
                texts: Mapping[str, str] = {}
                self.reading.flawed.add(at[1:])
            elif value == "" or (isinstance(value, dict) and value.keys() <= TOPIC.keys()):
                texts = dict.fromkeys(self.languages or (), name)
            else:
                # A topic is declared by its key: a wrong text makes no role wrong too.
                text = self.text(item, name, TOPIC)
                texts = text.texts if text else {}
                if item[1:] in self.reading.flawed:
                    self.reading.flawed.add(at[1:])
            topics[name] = Topic(name, Text(texts, at[1], at[2]), **beside)
        return topics

    def pairs(self, node: Node, key: str) -> tuple[Pair, ...]:
        """Read what is true of two roles together."""
        pairs: list[Pair] = []
        for item in self.items(node, key):
            entries = self.mapping(item, "pair")
            if entries is None:
                continue
            self.unknown_keys(entries, PAIR)
            parts = {"difference": None, "together": (), **self.read(entries, PAIR)}
            named = parts.pop("roles", None)
            if self.missing(entries, PAIR_NEEDS, item[1:]) or named is None:
                continue
            first, second = named
            places = tuple(each[1:] for each in named)
            _, line, column = entries["roles"][1]
            ids = (first.id, second.id)
            pairs.append(Pair(ids, **parts, line=line, column=column, places=places))
        return tuple(pairs)

    def pair_roles(self, node: Node, key: str) -> tuple[Reference, ...] | None:
        """Read two different roles, by any of their names."""
        before = len(self.reading.problems)
        named = self.references(node, key)
        if len(named) == 2 and named[0].id != named[1].id:
            return named
        if len(self.reading.problems) == before:
            message = phrase("pair-of-two")
            self.reading.report(node[1:], "wrong-type", message, phrase("pair-example"))
        return None

    def checks(self, node: Node, key: str) -> Mapping[str, RuleSetting]:
        """Read what the catalog says of the rules: a number where one counts, ``on`` or ``off``."""
        checks: dict[str, RuleSetting] = {}
        for rule, (at, item) in (self.mapping(node, key) or {}).items():
            number = whole_number(item[0])
            if item[0] in (ON, OFF):
                checks[rule] = RuleSetting(item[0] == ON, None, at[1], at[2])
            elif 0 <= number <= MAX_THRESHOLD:
                checks[rule] = RuleSetting(True, number, at[1], at[2])
            else:
                message, remedy = (
                    phrase("want-setting", rule=rule),
                    phrase("setting-example", rule=rule),
                )
                self.reading.report(item[1:], "wrong-type", message, remedy)
        return checks


def _shown(node: Node) -> str:
    return node[0] if isinstance(node[0], str) else "…"
