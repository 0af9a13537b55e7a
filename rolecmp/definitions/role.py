"""A role file: nodes -> a role, as far as it can be told, and what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from rolecmp.definitions.fields import Fields
from rolecmp.definitions.model import Role, Text
from rolecmp.definitions.names import normal_form
from rolecmp.definitions.reader import Reading, read_tree
from rolecmp.definitions.shape import ROLE, ROLE_NEEDS
from rolecmp.definitions.sources.folders import ENDING, Folder, path_in

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Problem

_ID = r"[a-z][a-z0-9-]*"


class Header(NamedTuple):
    """What ``catalog.yaml`` declares, as far as role files are held against it.

    None in place of a collection means that it could not be read, so that nothing is
    reported for not being in it. `flawed` are the positions of texts of the file itself that
    could not be read as they stand.
    """

    languages: Collection[str] | None
    dimensions: Mapping[str, Text] | None
    topics: Collection[str] | None
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


def read_role(folder: Folder, role_id: str, data: bytes, header: Header) -> RoleReading:
    """Read one role file, called by its id."""
    reading = Reading(path_in(folder, role_id + ENDING))
    role = _role(role_id, data, header, reading)
    if not reading.problems:
        return RoleReading(role)
    unread = _unread(reading, role, header.topics or ())
    return RoleReading(role, reading.in_order(), unread, frozenset(reading.flawed))


def _role(role_id: str, data: bytes, header: Header, reading: Reading) -> Role | None:
    tree = read_tree(data, reading)
    if tree is None:
        return None
    fields = Fields(reading, header.languages, header.topics)
    entries = fields.mapping(tree, "role-file")
    if entries is None:
        return None
    if header.dimensions is None:  # any other key may be one
        dimensions: Collection[str] = entries.keys() - ROLE.keys()
    else:
        dimensions = header.dimensions
    known = {**ROLE, **dict.fromkeys(dimensions, "statements")}
    if not entries.keys() <= known.keys():
        fields.unknown_keys(entries, known, _dimension_names(header.dimensions or {}))
    fields.missing(entries, ROLE_NEEDS, tree[1:])
    parts: dict[str, Any] = fields.read(entries, known)
    # A role without a name that can be read is still one, so that nothing follows from it.
    name = parts.pop("name", None) or Text({}, tree[1], tree[2])
    found = {key: parts.pop(key) for key in dimensions if key in parts}
    statements = {key: each for key, each in found.items() if each}
    return Role(role_id, reading.path, name, statements=statements, **parts)


def _dimension_names(dimensions: Mapping[str, Text]) -> dict[str, str]:
    """Map what the catalog calls its dimensions to their ids."""
    return {
        normal_form(name): key for key, text in dimensions.items() for name in text.texts.values()
    }


def _unread(reading: Reading, role: Role | None, topics: Collection[str]) -> frozenset[str]:
    """Return the topics that occur in a file more often than in what was read of it."""
    left = Counter(re.findall(_ID, reading.text))
    if role is not None:
        left.subtract(claim.topic for _, _, claim in role.claims())
        texts = [words for _, text in role.texts() for words in text.texts.values()]
        texts += [alias.name for alias in role.aliases]
        for words in texts:
            left.subtract(re.findall(_ID, words))
    meant = {
        str(near)
        for problem in reading.problems
        if problem.rule == "unknown-topic" and problem.remedy is not None
        for near in problem.remedy.args.get("near", ())  # type: ignore[attr-defined]
    }
    return frozenset(topic for topic in topics if left[topic] > 0 or topic in meant)


def mentioned(text: str, topics: Collection[str]) -> frozenset[str]:
    """Return the topics whose ids occur in a text."""
    return frozenset(re.findall(_ID, text)).intersection(topics)
