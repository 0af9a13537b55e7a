"""A folder of files -> a catalog, or every problem of every file."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from rolecmp.definitions.folders import (
    CATALOG_FILE,
    ENDING,
    Folder,
    file_problem,
    path_in,
)
from rolecmp.definitions.model import (
    DEFAULT_DIMENSIONS,
    FINDINGS,
    LETTERS,
    Catalog,
    Claim,
    Name,
    Pair,
    Role,
    Statement,
    Text,
    Topic,
)
from rolecmp.definitions.names import Known, Suggestions, index, names_of, normal_form, suggestions
from rolecmp.definitions.problems import (
    DefinitionsError,
    Phrase,
    Problem,
    QuestionError,
    nearest,
    phrase,
)
from rolecmp.definitions.soundfile import read_sound_role
from rolecmp.definitions.yamltree import (
    MAX_BYTES,
    Node,
    Reading,
    hash_column,
    lost_space_column,
    read_tree,
    report_hash,
    report_lost_space,
    report_wide_colon,
    sound_text,
)

FORMAT_VERSION = "1"
MAX_FILES = 5_000
MAX_TOTAL_BYTES = 32 << 20
MAX_NAME = 64

CATALOG_KEYS = ("rolecmp", "title", "languages", "source", "dimensions", "topics", "pairs")
ROLE_KEYS = ("name", "aliases", "summary", "notes", "source")
TOPIC_KEYS = ("aliases", "accepted")
PAIR_KEYS = ("roles", "difference", "together")

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


class Header(NamedTuple):
    """What ``catalog.yaml`` declares, as far as role files are held against it.

    None in place of a collection means that it could not be read, so that nothing is
    reported for not being in it.
    """

    languages: Collection[str] | None
    dimensions: Collection[str] | None
    topics: Collection[str] | None


# Sound roles by their file's name and bytes, under what else decides how a file is read.
_Scope: TypeAlias = "tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]"
_Read: TypeAlias = "dict[_Scope, dict[tuple[str, bytes], Role]]"


def read_catalog(folder: Folder, read: _Read | None = None) -> tuple[Catalog, list[Problem]]:
    """Read every file of `folder`: the catalog as far as it is sound, and all problems.

    With `read`, roles are kept in it and what it holds already is not read once more.
    """
    catalog, header, problems = _read_header(folder)
    roles: dict[str, Role] = {}
    names, listing_problems = _role_files(folder)
    problems += listing_problems
    total = 0
    known = None if read is None else read.setdefault(_scope(header), {})
    for name in names:
        data = folder.read(name, MAX_BYTES + 1)
        if isinstance(data, Problem):
            problems.append(data)
            continue
        total += len(data)
        if total > MAX_TOTAL_BYTES:
            message = phrase("catalog-too-large", limit=MAX_TOTAL_BYTES >> 20)
            problems.append(file_problem(path_in(folder, name), "limit", message))
            break
        role = known.get((name, data)) if known is not None else None
        if role is not None:
            roles[role.id] = role._replace(path=path_in(folder, name))
            continue
        role, role_problems = _read_role(folder, name.removesuffix(ENDING), data, header)
        problems += role_problems
        if role is not None:
            roles[role.id] = role
            if known is not None and not role_problems:
                known[name, data] = role
    catalog = catalog._replace(roles=roles)
    catalog_path = path_in(folder, CATALOG_FILE)
    index(((catalog_path, topic) for topic in catalog.topics.values()), problems)
    index(((role.path, role) for role in roles.values()), problems)
    if not listing_problems:
        ids = [name.removesuffix(ENDING) for name in names]
        _pair_roles_exist(catalog, catalog_path, ids, problems)
    problems.sort(key=lambda each: (each.path != catalog_path, each.path, each.line, each.column))
    return catalog, problems


def _scope(header: Header) -> _Scope:
    languages, dimensions, topics = (each or () for each in header)
    return tuple(languages), tuple(dimensions), frozenset(topics)


def load_catalog(folder: Folder) -> Catalog:
    """Read every file of `folder`; raises `DefinitionsError` where anything is wrong."""
    catalog, problems = read_catalog(folder)
    if problems:
        raise DefinitionsError(problems)
    return catalog


def load_catalogs(folders: Sequence[Folder]) -> tuple[Catalog, ...]:
    """Read several catalogs; raises `DefinitionsError` with the problems of all of them.

    What is the same in two of them byte for byte is read once, which in two versions of one
    catalog is nearly all of it.
    """
    read: _Read = {}
    found = [read_catalog(folder, read) for folder in folders]
    problems = {each[:4]: each for _, problems in found for each in problems}
    if problems:
        raise DefinitionsError(problems.values())
    return tuple(catalog for catalog, _ in found)


def load_roles(
    folder: Folder, asked: Sequence[str], *, partners: bool = False
) -> tuple[Catalog, tuple[Role, ...]]:
    """Read the roles that `asked` names, in that order.

    Asked for by id, only their files are read, so that the size of the catalog does not
    matter; any other name takes reading all. With `partners`, the catalog also holds the
    roles they are paired with. Raises `DefinitionsError`, or `QuestionError` where a name
    is unknown.
    """
    forms = [normal_form(name) for name in asked]
    found = _read_by_id(folder, forms, partners=partners)
    if found is not None:
        return found, tuple(found.roles[form] for form in forms)
    catalog = load_catalog(folder)
    known = role_index(catalog)
    unknown = [name for name, form in zip(asked, forms, strict=True) if form not in known]
    if unknown:
        raise _unknown_roles(unknown, catalog)
    return catalog, tuple(catalog.roles[known[form].id] for form in forms)


def role_index(catalog: Catalog) -> Mapping[str, Known]:
    """Map the normal form of every role's names to the role."""
    return index((role.path, role) for role in catalog.roles.values())


def load_header(folder: Folder) -> Catalog:
    """Read ``catalog.yaml`` alone: a catalog without roles. Raises `DefinitionsError`."""
    catalog, _, problems = _read_header(folder)
    if problems:
        raise DefinitionsError(problems)
    return catalog


def _read_by_id(folder: Folder, forms: Sequence[str], *, partners: bool) -> Catalog | None:
    """Read the roles whose files bear these ids, or give None where one does not exist."""
    if not all(is_id(form) and form + ENDING != CATALOG_FILE for form in forms):
        return None
    contents: dict[str, bytes | Problem] = {}
    for form in dict.fromkeys(forms):
        contents[form] = folder.read(form + ENDING, MAX_BYTES + 1)
        missing = contents[form]
        if isinstance(missing, Problem) and missing.message.key == "no-such-file":
            return None
    catalog, header, problems = _read_header(folder)
    pairs = [pair for pair in catalog.pairs if not set(forms).isdisjoint(pair.roles)]
    others = dict.fromkeys(each for pair in pairs for each in pair.roles if each not in contents)
    if not all(folder.has(each + ENDING) for each in others):
        ids = [name.removesuffix(ENDING) for name in _role_files(folder)[0]]
        path = path_in(folder, CATALOG_FILE)
        _pair_roles_exist(catalog._replace(pairs=tuple(pairs)), path, ids, problems)
    elif partners:
        contents |= {each: folder.read(each + ENDING, MAX_BYTES + 1) for each in others}
    roles: dict[str, Role] = {}
    for form, data in contents.items():
        if isinstance(data, Problem):
            problems.append(data)
            continue
        role, role_problems = _read_role(folder, form, data, header)
        problems += role_problems
        if role is not None:
            roles[form] = role
    index(((role.path, role) for role in roles.values()), problems)
    if problems:
        raise DefinitionsError(problems)
    return catalog._replace(roles=roles)


def _unknown_roles(unknown: Sequence[str], catalog: Catalog) -> QuestionError:
    remedies = [suggestions(name, catalog.roles.values()) for name in unknown]
    first, *others = (
        phrase("unknown-role", name=name, near=near)
        for name, near in zip(unknown, remedies, strict=True)
    )
    return QuestionError(
        "unknown-role",
        first,
        phrase("see-list", roles=tuple(catalog.roles)[:12]) if catalog.roles else None,
        others,
    )


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def _role_files(folder: Folder) -> tuple[list[str], list[Problem]]:
    """List the role files by id; what looks like one and cannot be is a problem."""
    problems: list[Problem] = []
    names: list[str] = []
    try:
        found = sorted(folder.names())
    except OSError as error:
        message = phrase("unreadable", reason=error.strerror or "")
        return [], [file_problem(folder.label or ".", "unreadable", message)]
    for name in found:
        stem, dot, ending = name.rpartition(".")
        if name == CATALOG_FILE or not dot or ending.lower() not in ("yaml", "yml") or not stem:
            continue
        if stem.startswith("."):  # what editors and file managers leave behind
            continue
        if ending == "yaml" and is_id(stem):
            names.append(name)
            continue
        path = path_in(folder, name)
        if is_id(stem):
            remedy = phrase("rename-file", name=stem + ENDING)
            problems.append(file_problem(path, "bad-id", phrase("file-ending"), remedy))
        else:
            near = normal_form(stem.encode("ascii", "ignore").decode())
            remedy = (
                phrase("id-form", limit=MAX_NAME)
                if len(stem) > MAX_NAME
                else phrase("rename-file", name=(near if is_id(near) else "my-role") + ENDING)
            )
            problems.append(file_problem(path, "bad-id", phrase("file-id", id=stem), remedy))
    if len(names) > MAX_FILES:
        message = phrase("too-many-files", limit=MAX_FILES)
        problems.append(file_problem(folder.label or ".", "limit", message))
        del names[MAX_FILES:]
    return names, problems


# --- catalog.yaml -----------------------------------------------------------------------------


def _read_header(folder: Folder) -> tuple[Catalog, Header, list[Problem]]:
    path = path_in(folder, CATALOG_FILE)
    empty = Catalog(folder.label, folder.builtin, None, (), None, {}, {}, (), {})
    nothing = Header(None, None, None)
    data = folder.read(CATALOG_FILE, MAX_BYTES + 1)
    if isinstance(data, Problem):
        return empty, nothing, [data]
    reading = Reading(path)
    tree = read_tree(data, reading)
    if tree is None:
        return empty, nothing, _in_order(reading.problems)
    entries = _mapping(tree, reading, "catalog-file")
    if entries is None:
        return empty, nothing, _in_order(reading.problems)
    _unknown_keys(entries, CATALOG_KEYS, reading)
    _version(entries, reading)
    languages = _languages(entries, reading)
    # Language by language: where the list itself is broken, any code will do.
    reader = _TextReader(reading, languages or None)
    title = reader.optional(entries, "title")
    source = reader.optional(entries, "source")
    dimensions = _dimensions(entries, languages, reader)
    topics = _topics(entries, reader)
    pairs = _pairs(entries, reader)
    catalog = empty._replace(
        title=title,
        languages=tuple(languages),
        source=source,
        dimensions=dimensions if dimensions is not None else {},
        topics=topics if topics is not None else {},
        pairs=tuple(pairs),
    )
    header = Header(languages or None, dimensions, topics)
    return catalog, header, _in_order(reading.problems)


def _version(entries: Mapping[str, tuple[Node, Node]], reading: Reading) -> None:
    if "rolecmp" not in entries:
        reading.report(
            1, 1, "missing-key", phrase("no-version"), phrase("add-version", version=FORMAT_VERSION)
        )
        return
    value, line, column = entries["rolecmp"][1]
    if value != FORMAT_VERSION:
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
    nodes = _list(entries["languages"][1], reading, "languages")
    for value, line, column in nodes:
        if isinstance(value, str) and _wide_comma(value, line, column, reading):
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
    entries: Mapping[str, tuple[Node, Node]], languages: Collection[str], reader: _TextReader
) -> dict[str, Text] | None:
    if "dimensions" not in entries:
        return {key: Text(texts, 1, 1) for key, texts in DEFAULT_DIMENSIONS.items()}
    items = _mapping(entries["dimensions"][1], reader.reading, "dimensions")
    if items is None:
        return None
    dimensions: dict[str, Text] = {}
    for name, (key, node) in items.items():
        if not _valid_id(name, key, reader.reading):
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


def _topics(entries: Mapping[str, tuple[Node, Node]], reader: _TextReader) -> _Topics | None:
    if "topics" not in entries:
        return _Topics()
    reading = reader.reading
    items = _mapping(entries["topics"][1], reading, "topics")
    if items is None:
        return None
    topics = _Topics()
    for name, (key, node) in items.items():
        _valid_id(name, key, reading)
        value = node[0]
        aliases: tuple[Name, ...] = ()
        accepted: dict[str, Text] = {}
        text = reader.text(node, name, TOPIC_KEYS)
        if isinstance(value, dict):
            if "aliases" in value:
                aliases = _names(value["aliases"][1], reader)
            if "accepted" in value:
                findings = _mapping(value["accepted"][1], reading, "accepted") or {}
                _unknown_keys(findings, FINDINGS, reading)
                for rule, (_, reason) in findings.items():
                    reason_text = reader.text(reason, rule)
                    if reason_text is not None:
                        accepted[rule] = reason_text
        # A topic is declared by its key: that its text is wrong makes no role wrong too.
        topics[name] = Topic(
            name, Text(text.texts if text else {}, key[1], key[2]), aliases, accepted
        )
    return topics


def _pairs(entries: Mapping[str, tuple[Node, Node]], reader: _TextReader) -> list[Pair]:
    if "pairs" not in entries:
        return []
    reading = reader.reading
    pairs: list[Pair] = []
    seen: dict[frozenset[str], int] = {}
    for node in _list(entries["pairs"][1], reading, "pairs"):
        items = _mapping(node, reading, "pair")
        if items is None:
            continue
        _unknown_keys(items, PAIR_KEYS, reading)
        difference = reader.optional(items, "difference")
        together = reader.texts(items, "together")
        if "roles" not in items:
            reading.report(node[1], node[2], "missing-key", phrase("missing-key", key="roles"))
            continue
        _, line, column = items["roles"][1]
        ids = [value for value, _, _ in _list(items["roles"][1], reading, "roles")]
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
        pairs.append(Pair((first, second), difference, together, line, column))
    return pairs


def _pair_roles_exist(
    catalog: Catalog, path: str, ids: Sequence[str], problems: list[Problem]
) -> None:
    known = frozenset(ids)
    suggest: Suggestions | None = None
    for pair in catalog.pairs:
        for role in pair.roles:
            if role not in known:
                suggest = suggest or Suggestions((each, each) for each in ids)
                near = suggest(role)
                problems.append(
                    Problem(
                        path,
                        pair.line,
                        pair.column,
                        "unknown-role",
                        phrase("pair-unknown-role", name=role),
                        phrase("did-you-mean", near=near) if near else phrase("use-role-id"),
                    )
                )


# --- a role file ------------------------------------------------------------------------------


def _read_role(
    folder: Folder, role_id: str, data: bytes, header: Header
) -> tuple[Role | None, list[Problem]]:
    """Read one role file: the role as far as it can be told, and what is wrong with it."""
    path = path_in(folder, role_id + ENDING)
    languages, dimensions, topics = header
    if languages is not None and dimensions is not None and topics is not None:
        text = sound_text(data)
        if text is not None:
            role = read_sound_role(role_id, path, text, languages, dimensions, topics)
            if role is not None:
                return role, []
    reading = Reading(path)
    return _role(role_id, data, header, reading), _in_order(reading.problems)


def _role(id_: str, data: bytes, header: Header, reading: Reading) -> Role | None:
    """Read one role file the long way; None where it has no usable mapping."""
    tree = read_tree(data, reading)
    if tree is None:
        return None
    entries = _mapping(tree, reading, "role-file")
    if entries is None:
        return None
    reader = _TextReader(reading, header.languages)
    dimensions = header.dimensions
    if dimensions is not None:
        _unknown_keys(entries, (*ROLE_KEYS, *dimensions), reading, _dimension_names(dimensions))
    if "name" in entries:
        name = reader.text(entries["name"][1], "name")
    else:
        name = None
        reading.report(
            tree[1], tree[2], "missing-key", phrase("missing-key", key="name"), phrase("add-name")
        )
    aliases = _names(entries["aliases"][1], reader) if "aliases" in entries else ()
    summary = (
        _statement(entries["summary"][1], reader, header.topics, "summary")
        if "summary" in entries
        else None
    )
    statements: dict[str, tuple[Statement, ...]] = {}
    for dimension in dimensions or ():
        if dimension in entries:
            found = _statements(entries[dimension][1], reader, header.topics, dimension)
            if found:
                statements[dimension] = found
    notes = reader.texts(entries, "notes")
    source = reader.optional(entries, "source")
    if name is None:
        name = Text({}, tree[1], tree[2])
    return Role(id_, reading.path, name, aliases, summary, statements, notes, source)


def _statements(
    node: Node, reader: _TextReader, topics: Collection[str] | None, key: str
) -> tuple[Statement, ...]:
    return tuple(_statement(item, reader, topics, key) for item in _list(node, reader.reading, key))


def _statement(
    node: Node, reader: _TextReader, topics: Collection[str] | None, key: str
) -> Statement:
    """Read a sentence with its letters."""
    value, line, column = node
    text = reader.text(node, key, LETTERS)
    texts = text.texts if text is not None else {}
    claims = _claims(value, topics, reader.reading) if isinstance(value, dict) else ()
    return Statement(texts, claims, line, column)


def _claims(
    entries: Mapping[str, tuple[Node, Node]], topics: Collection[str] | None, reading: Reading
) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for letter in LETTERS:
        if letter not in entries:
            continue
        for topic, line, column in _list(entries[letter][1], reading, letter):
            if reading.full:
                break
            if not isinstance(topic, str):
                reading.report(
                    line, column, "wrong-type", phrase("want-topic-id"), phrase("topic-list")
                )
            elif _wide_comma(topic, line, column, reading):
                continue
            elif topics is not None and topic not in topics:
                _unknown_topic(topic, line, column, topics, reading)
            else:
                claims.append(Claim(letter, topic, line, column))
    return tuple(claims)


class _Topics(dict[str, Topic]):
    """The topics of a catalog by id, and what a word that is none of them may have meant."""

    @functools.cached_property
    def near(self) -> Suggestions:
        """Give the finder of suggestions, made when the first is needed."""
        return Suggestions(
            (name.name, topic.id)
            for topic in self.values()
            if is_id(topic.id)
            for name in names_of(topic)
        )


def _unknown_topic(
    topic: str, line: int, column: int, topics: Collection[str], reading: Reading
) -> None:
    near = topics.near(topic) if isinstance(topics, _Topics) else ()
    remedy = phrase("did-you-mean", near=near) if near else phrase("declare-topic", topic=topic)
    reading.report(line, column, "unknown-topic", phrase("unknown-topic", name=topic), remedy)


# --- shared pieces ----------------------------------------------------------------------------


class _TextReader:
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
        found = [self.text(node, key) for node in _list(entries[key][1], self.reading, key)]
        return tuple(text for text in found if text is not None)

    def text(self, node: Node, key: str, beside: Sequence[str] = ()) -> Text | None:
        """Read a text; `beside` are the keys that may stand next to its languages."""
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
        if not any(
            "：" in name or self._meant_language(name) not in (None, name) for name in value
        ):
            self._missing(value, line, column, key)
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
        if not column or source[column - 1 :].strip(" \"',]}") in value:
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
        if beside is LETTERS and (slip or nearest(name.lower(), LETTERS)):
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
        elif isinstance(value, list) and beside is LETTERS:
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

    def _missing(self, value: Mapping[str, object], line: int, column: int, key: str) -> None:
        missing = tuple(language for language in self.languages or () if language not in value)
        if missing:
            self.reading.report(
                line,
                column,
                "missing-translation",
                phrase("missing-translation", key=key, missing=missing),
                phrase("add-translation", missing=missing),
            )

    def _text_example(self) -> Phrase:
        return phrase("text-example", languages=tuple(self.languages or ("en", "zh")))


def _names(node: Node, reader: _TextReader) -> tuple[Name, ...]:
    """Read a list of aliases."""
    names: list[Name] = []
    for item in _list(node, reader.reading, "aliases"):
        name = reader.string(item, "aliases")
        if name is not None and not _wide_comma(name, item[1], item[2], reader.reading):
            names.append(Name(name, item[1], item[2]))
    return tuple(names)


def _mapping(node: Node, reading: Reading, what: str) -> Mapping[str, tuple[Node, Node]] | None:
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


def _wide_comma(item: str, line: int, column: int, reading: Reading) -> bool:
    """Report several items of a list that a full-width comma has made one of."""
    comma = next((char for char in item if char in "，、；"), "")
    if not comma:
        return False
    place = max(reading.line(line).find(comma, column - 1), column - 1) + 1
    message = phrase("full-width-comma", comma=comma)
    reading.report(line, place, "full-width-comma", message, phrase("ascii-comma"))
    return True


_WIDE_BRACKETS = tuple("【［（「〔")


def _list(node: Node, reading: Reading, key: str) -> list[Node]:
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


def _unknown_keys(
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


def _dimension_names(dimensions: Collection[str]) -> dict[str, str]:
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


def _valid_id(name: str, key: Node, reading: Reading) -> bool:
    if is_id(name):
        return True
    near = normal_form(name)
    remedy = (
        phrase("did-you-mean", near=(near,)) if is_id(near) else phrase("id-form", limit=MAX_NAME)
    )
    reading.report(key[1], key[2], "bad-id", phrase("bad-id", id=name), remedy)
    return False
