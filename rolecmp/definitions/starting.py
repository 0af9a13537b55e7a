"""Catalogs to start from, as texts: the built-in one or a part of it, and a blank one.

A part is cut out of the lines as they were written, so that comments, order and layout stay.
The cutting knows the shape of the files that come with the program, a key a line; what it
gives is read like any other catalog before it is written anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rolecmp.definitions.names import HAN, index, normal_form
from rolecmp.definitions.problems import DefinitionsError, Problem
from rolecmp.definitions.reader import MAX_BYTES
from rolecmp.definitions.sources.folders import CATALOG_FILE, ENDING

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog
    from rolecmp.definitions.sources.folders import Folder

_EDITOR_LINE = "# yaml-language-server:"


def texts_of(folder: Folder) -> dict[str, str]:
    """Read every definition file of a folder as text, without lines that are for one editor.

    Raises `DefinitionsError` where one cannot be read, and OSError.
    """
    texts = {}
    for name in sorted(folder.names()):
        if not name.endswith(ENDING):
            continue
        data = folder.read(name, MAX_BYTES)
        if isinstance(data, Problem):
            raise DefinitionsError([data])
        lines = data.decode("utf-8").splitlines(keepends=True)
        texts[name] = "".join(line for line in lines if not line.startswith(_EDITOR_LINE))
    return texts


def part_of(
    texts: Mapping[str, str], catalog: Catalog, roles: Collection[str], findings: Mapping[str, str]
) -> dict[str, str]:
    """Cut a catalog down to some roles: their files, their topics, what is said of them alone.

    That is groups of their topics, pairs among them, and whom of them they manage. `findings` has
    the rule that finds something of a topic among these roles. A reason why another finding is
    accepted goes, and each where a role is not among them that it may speak of. `catalog` is the
    whole.
    """
    claimed = {
        id_: {claim.topic for _, _, claim in role.claims()} for id_, role in catalog.roles.items()
    }
    missing = set[str]().union(*(claimed[id_] for id_ in claimed if id_ not in roles))
    found = {
        topic: "" if topic in missing else findings.get(topic, "")
        for id_ in roles
        for topic in claimed[id_]
    }

    def topic_lines(entry: Sequence[str]) -> list[str]:
        id_ = _key(entry[0])
        return _accepted(entry, found[id_]) if id_ in found else []

    groups = {topic.group for id_, topic in catalog.topics.items() if id_ in found}
    pairs = iter(catalog.pairs)
    names = index((role.path, role) for role in catalog.roles.values())

    def among_these(line: str) -> str:
        """Keep the roles of a list in brackets that are in the part; nothing where none is."""
        before, _, words = line.partition("[")
        kept = [
            word
            for word in words.strip().rstrip("]").split(", ")
            if (known := names.get(normal_form(word.strip("'\"")))) and known.id in roles
        ]
        return f"{before}[{', '.join(kept)}]\n" if kept else ""

    def pair_lines(entry: Sequence[str]) -> list[str]:
        return list(entry) if all(role in roles for role in next(pairs).roles) else []

    def group_lines(entry: Sequence[str]) -> list[str]:
        return list(entry) if _key(entry[0]) in groups else []

    keep = {"topics": topic_lines, "pairs": pair_lines, "groups": group_lines}
    lines: list[str] = []
    for block in _blocks(texts[CATALOG_FILE].splitlines(keepends=True), 0):
        key = _key(_first(block))
        if key in keep:
            lines += _filtered(block, keep[key])
        elif key == "roles":
            lines += [among_these(line) if line.startswith("roles:") else line for line in block]
        else:
            lines += block
    kept = {CATALOG_FILE: "".join(lines).rstrip("\n") + "\n"}
    for id_ in sorted(roles):
        file = texts[id_ + ENDING].splitlines(keepends=True)
        kept[id_ + ENDING] = "".join(
            among_these(line) if line.startswith("manages:") else line for line in file
        )
    return kept


def in_languages(
    texts: Mapping[str, str], wanted: Sequence[str], languages: Collection[str]
) -> dict[str, str]:
    """Keep the languages that are `wanted` of every text, in that order; comments in the first.

    `languages` are those of the catalog. Of the aliases, which say no language, those in Chinese
    characters go where Chinese does.
    """
    return {
        name: _in_languages(_comments(text, wanted[0]), wanted, languages)
        for name, text in texts.items()
    }


def blank() -> dict[str, str]:
    """Return a small catalog to fill in; its texts and comments are in English and Chinese."""
    from importlib.resources import files

    folder = files("rolecmp.definitions").joinpath("templates")
    entries = sorted(folder.iterdir(), key=lambda each: each.name)
    return {file.name: file.read_text("utf-8") for file in entries}


def with_editor_lines(texts: Mapping[str, str], schemas: Mapping[str, str]) -> dict[str, str]:
    """Put the line above every file that tells an editor its schema.

    `schemas` has the names of the files of the schemas, of "role" and of "catalog".
    """
    return {
        name: f"{_EDITOR_LINE} $schema={schemas['catalog' if name == CATALOG_FILE else 'role']}\n"
        + text
        for name, text in texts.items()
    }


# --- cutting lines ----------------------------------------------------------------------------


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _key(line: str) -> str:
    return line.strip().partition(":")[0]


def _is_remark(line: str) -> bool:
    return not line.strip() or line.lstrip(" ").startswith("#")


def _first(lines: Sequence[str]) -> str:
    return next((line for line in lines if not _is_remark(line)), "")


def _blocks(lines: Sequence[str], indent: int) -> Iterator[list[str]]:
    """Split lines where a key or item of that indentation begins, with the remarks above it."""
    block: list[str] = []
    remarks: list[str] = []
    for line in lines:
        if _is_remark(line):
            remarks.append(line)
            continue
        if _indent(line) == indent and _first(block):
            yield block
            block = []
        block += [*remarks, line]
        remarks = []
    yield block + remarks


def _filtered(block: Sequence[str], keep: Callable[[Sequence[str]], list[str]]) -> list[str]:
    """Keep what `keep` gives of each entry of a block; nothing where nothing is left.

    A remark heads every entry down to the next remark, and stays while one of them does.
    """
    start = next(number for number, line in enumerate(block) if not _is_remark(line)) + 1
    entries = list(block[start:])
    kept: list[str] = []
    remarks: list[str] = []
    for entry in _blocks(entries, _indent(_first(entries))):
        number = next(number for number, line in enumerate(entry) if not _is_remark(line))
        if number:
            remarks = list(entry[:number])
        lines = keep(entry[number:])
        if lines:
            kept += remarks + lines
            remarks = []
    while kept and not kept[0].strip():
        del kept[0]
    return [*block[:start], *kept] if kept else []


def _accepted(entry: Sequence[str], finding: str) -> list[str]:
    """Drop the reasons of findings that do not hold from a topic's entry."""
    kept = [entry[0]]
    for block in _blocks(entry[1:], _indent(entry[1])):
        if _key(_first(block)) == "accepted":
            kept += _filtered(block, lambda each: list(each) if _key(each[0]) == finding else [])
        else:
            kept += block
    return kept


def _comments(text: str, language: str) -> str:
    """Keep Chinese comments or the others, where some lines stand in both, one below the other."""
    kept: list[str] = []
    chinese = language.partition("-")[0] == "zh"
    for is_comment, group in groupby(
        text.splitlines(keepends=True), key=lambda line: line.lstrip(" ").startswith("#")
    ):
        lines = list(group)
        own = [line for line in lines if bool(re.search(f"[{HAN}]", line)) is chinese]
        kept += own if is_comment and own else lines
    return "".join(kept)


def _in_languages(text: str, wanted: Sequence[str], languages: Collection[str]) -> str:
    kept: list[str] = []
    said: dict[str, str] = {}  # what a text says in each language, below one another
    lead = ""  # what stands before the first of them

    def write() -> None:
        nonlocal lead
        for language in wanted:
            if language in said:
                kept.append(lead + said[language])
                lead = " " * len(lead)
        said.clear()

    for line in text.splitlines(keepends=True):
        bare = line.lstrip(" ")
        key = _key(bare.removeprefix("- "))
        if said and (key not in languages or bare.startswith("- ") or key in said):
            write()
        if key in languages:
            start = line[: -len(bare.removeprefix("- "))]
            lead = lead if said else start
            said[key] = line[len(start) :]
        elif key == "languages" and not _indent(line):
            kept.append(f"languages: [{', '.join(wanted)}]\n")
        elif key == "aliases":
            kept.append(_aliases(line, wanted))
        else:
            kept.append(line)
    write()
    return "".join(kept)


def _aliases(line: str, wanted: Sequence[str]) -> str:
    before, _, names = line.partition("[")
    if any(language.partition("-")[0] == "zh" for language in wanted):
        return line
    kept = [name for name in names.strip().rstrip("]").split(", ") if name.isascii()]
    return f"{before}[{', '.join(kept)}]\n" if kept else ""
