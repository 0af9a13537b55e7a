"""A role file: nodes -> a role, as far as it can be told, and what is wrong with it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from rolecmp.definitions.fields import Fields
from rolecmp.definitions.model import LETTERS, Reference, Role, Text, Topic
from rolecmp.definitions.names import Topics, index_of_texts, names_of
from rolecmp.definitions.problems import Problem
from rolecmp.definitions.reader import Reading, read_tree
from rolecmp.definitions.shape import ROLE, ROLE_NEEDS


class Header(NamedTuple):
    """What ``catalog.yaml`` declares, as far as role files are held against it.

    None in place of a collection means that it could not be read, so that nothing is
    reported for not being in it. `order` are the roles that come first. `flawed` are the
    positions of texts of the file itself that could not be read as they stand.
    """

    languages: Collection[str] | None
    dimensions: Mapping[str, Text] | None
    topics: Topics | None
    order: tuple[Reference, ...] = ()
    flawed: frozenset[tuple[int, int]] = frozenset()


class RoleReading(NamedTuple):
    """What a role file gave: the role as far as it can be told, and what is wrong with it.

    `unread` are the topics that it may say more of than could be read, `flawed` the positions
    of texts that could not be read as they stand.
    """

    role: Role | None
    problems: Sequence[Problem] = ()
    unread: frozenset[str] = frozenset()
    flawed: frozenset[tuple[int, int]] = frozenset()


def read_role(role_id: str, path: str, data: bytes, header: Header) -> RoleReading:
    """Read one role file, which messages call `path`."""
    reading = Reading(path, header.languages)
    role = _role(role_id, data, header, reading)
    if not reading.problems:
        return RoleReading(role)
    topics = header.topics or Topics()
    # What an empty file would say is not known.
    empty = not reading.text.strip()
    unread = frozenset(topics) if empty else _unread(reading, role, topics)
    return RoleReading(role, reading.in_order(), unread, frozenset(reading.flawed))


def _role(role_id: str, data: bytes, header: Header, reading: Reading) -> Role | None:
    tree = read_tree(data, reading)
    if tree is None:
        return None
    fields = Fields(reading, header.languages, header.topics, header.dimensions)
    entries = fields.mapping(tree, "role-file")
    if entries is None:
        return None
    if header.dimensions is None:  # any other key may be one
        dimensions: Collection[str] = entries.keys() - ROLE.keys()
    else:
        dimensions = header.dimensions
    known = {**ROLE, **dict.fromkeys(dimensions, "statements")}
    if not entries.keys() <= known.keys():
        fields.unknown_keys(entries, known, index_of_texts(header.dimensions or {}))
    fields.missing(entries, ROLE_NEEDS, tree[1:])
    parts: dict[str, Any] = fields.read(entries, known)
    # A role without a name that can be read is still one, so that nothing follows from it.
    name = parts.pop("name", None) or Text({}, tree[1], tree[2])
    found = {key: parts.pop(key) for key in dimensions if key in parts}
    parts["statements"] = {key: each for key, each in found.items() if each}
    parts["letters"] = tuple(claim for letter in LETTERS for claim in parts.pop(letter, ()))
    return Role(role_id, reading.path, name, **parts)


def _unread(reading: Reading, role: Role | None, topics: Topics) -> frozenset[str]:
    """Return the topics that a file names more often than what was read of it does."""
    read: list[str] = []
    if role is not None:
        read += [words for _, text in role.texts() for words in text.texts.values()]
        read += [alias.name for alias in role.aliases]
    text = reading.text.lower()
    known = "\n".join(read).lower()
    claims = Counter(claim.topic for _, _, claim in role.claims()) if role is not None else {}
    meant = {
        str(near)
        for problem in reading.problems
        if problem.rule == "unknown-topic" and problem.remedy is not None
        for near in problem.remedy.args.get("near", ())  # type: ignore[attr-defined]
    }
    return frozenset(
        topic.id
        for topic in topics.values()
        if topic.id in meant
        or sum(text.count(name) - known.count(name) for name in _names(topic))
        > claims.get(topic.id, 0)
    )


def mentioned(text: str, topics: Mapping[str, Topic]) -> frozenset[str]:
    """Return the topics that a text names."""
    text = text.lower()
    return frozenset(
        topic.id for topic in topics.values() if any(name in text for name in _names(topic))
    )


def _names(topic: Topic) -> set[str]:
    return {name.name.lower() for name in names_of(topic)}
