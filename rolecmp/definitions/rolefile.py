"""A role file: read the short way where it is sound, else part by part with what is wrong."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from rolecmp.definitions.fields import (
    STATEMENT_KEYS,
    TextReader,
    accepted_in,
    aliases_of,
    dimension_names,
    in_order,
    is_id,
    items_of,
    mapping,
    unknown_keys,
    wide_comma,
)
from rolecmp.definitions.model import LETTERS, Claim, Role, Statement, Text, Topic
from rolecmp.definitions.names import Suggestions, names_of
from rolecmp.definitions.problems import Problem, phrase
from rolecmp.definitions.reading import Node, Reading, sound_text
from rolecmp.definitions.soundlines import read_plain_role
from rolecmp.definitions.sources.folders import ENDING, Folder, path_in

ROLE_KEYS = ("name", "aliases", "summary", "notes", "source", "accepted")
_ID = r"[a-z][a-z0-9-]*"


class Header(NamedTuple):
    """What ``catalog.yaml`` declares, as far as role files are held against it.

    None in place of a collection means that it could not be read, so that nothing is
    reported for not being in it. `flawed` are the places of texts of the file itself that
    could not be read as they stand.
    """

    languages: Collection[str] | None
    dimensions: Collection[str] | None
    topics: Collection[str] | None
    flawed: frozenset[tuple[int, int]] = frozenset()


class Topics(dict[str, Topic]):
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
    near = topics.near(topic) if isinstance(topics, Topics) else ()
    remedy = phrase("did-you-mean", near=near) if near else phrase("declare-topic", topic=topic)
    reading.report(line, column, "unknown-topic", phrase("unknown-topic", name=topic), remedy)


class RoleReading(NamedTuple):
    """What a role file gave: the role as far as it can be told, and what is wrong with it.

    `unread` are the topics that it may say more of than could be read, `flawed` the places of
    texts that could not be read as they stand.
    """

    role: Role | None
    problems: Sequence[Problem]
    unread: frozenset[str]
    flawed: frozenset[tuple[int, int]]


def read_role(folder: Folder, role_id: str, data: bytes, header: Header) -> RoleReading:
    """Read one role file."""
    path = path_in(folder, role_id + ENDING)
    languages, dimensions, topics, _ = header
    if languages is not None and dimensions is not None and topics is not None:
        text = sound_text(data)
        if text is not None:
            role = read_plain_role(role_id, path, text, languages, dimensions, topics)
            if role is None:
                from rolecmp.definitions.soundfile import read_sound_role

                role = read_sound_role(role_id, path, text, languages, dimensions, topics)
            if role is not None:
                return RoleReading(role, (), frozenset(), frozenset())
    reading = Reading(path)
    role = read_slowly(role_id, data, header, reading)
    problems = in_order(reading.problems)
    unread = _unread(reading, role, topics) if problems and topics else frozenset()
    return RoleReading(role, problems, unread, frozenset(reading.flawed))


def _unread(reading: Reading, role: Role | None, topics: Collection[str]) -> frozenset[str]:
    """Give the topics that occur in a file more often than in what was read of it."""
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
    """Give the topics whose ids occur in a text."""
    return frozenset(re.findall(_ID, text)).intersection(topics)


def read_slowly(id_: str, data: bytes, header: Header, reading: Reading) -> Role | None:
    """Read one role file the long way; None where it has no usable mapping."""
    from rolecmp.definitions.yamltree import read_tree

    tree = read_tree(data, reading)
    if tree is None:
        return None
    entries = mapping(tree, reading, "role-file")
    if entries is None:
        return None
    reader = TextReader(reading, header.languages)
    dimensions = header.dimensions
    if dimensions is not None:
        unknown_keys(entries, (*ROLE_KEYS, *dimensions), reading, dimension_names(dimensions))
    if "name" in entries:
        name = reader.text(entries["name"][1], "name")
    else:
        name = None
        reading.report(
            tree[1], tree[2], "missing-key", phrase("missing-key", key="name"), phrase("add-name")
        )
    aliases = aliases_of(entries["aliases"][1], reader) if "aliases" in entries else ()
    summary = (
        _statement(entries["summary"][1], reader, header.topics, "summary")
        if "summary" in entries
        else None
    )
    statements: dict[str, tuple[Statement, ...]] = {}
    # Where the dimensions could not be told, any other key may be one.
    for dimension in entries.keys() - set(ROLE_KEYS) if dimensions is None else dimensions:
        if dimension in entries:
            found = _statements(entries[dimension][1], reader, header.topics, dimension)
            if found:
                statements[dimension] = found
    notes = reader.texts(entries, "notes")
    source = reader.optional(entries, "source")
    if name is None:
        name = Text({}, tree[1], tree[2])
    accepted = accepted_in(entries, "role", reader)
    return Role(id_, reading.path, name, aliases, summary, statements, notes, source, accepted)


def _statements(
    node: Node, reader: TextReader, topics: Collection[str] | None, key: str
) -> tuple[Statement, ...]:
    return tuple(
        _statement(item, reader, topics, key) for item in items_of(node, reader.reading, key)
    )


def _statement(
    node: Node, reader: TextReader, topics: Collection[str] | None, key: str
) -> Statement:
    """Read a sentence with its letters."""
    value, line, column = node
    text = reader.text(node, key, STATEMENT_KEYS)
    texts = text.texts if text is not None else {}
    if not isinstance(value, dict):
        return Statement(texts, (), line, column)
    claims = _claims(value, topics, reader.reading)
    return Statement(texts, claims, line, column, accepted_in(value, "statement", reader))


def _claims(
    entries: Mapping[str, tuple[Node, Node]], topics: Collection[str] | None, reading: Reading
) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for letter in LETTERS:
        if letter not in entries:
            continue
        for topic, line, column in items_of(entries[letter][1], reading, letter):
            if reading.full:
                break
            if not isinstance(topic, str):
                reading.report(
                    line, column, "wrong-type", phrase("want-topic-id"), phrase("topic-list")
                )
            elif wide_comma(topic, line, column, reading):
                continue
            elif topics is not None and topic not in topics:
                _unknown_topic(topic, line, column, topics, reading)
            else:
                claims.append(Claim(letter, topic, line, column))
    return tuple(claims)
