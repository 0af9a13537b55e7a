"""Catalogs to start from, as texts: the built-in one or a part of it, and a blank one.

A part is cut out of the lines as they were written, so that comments, order and layout stay.
The cutting knows the shape of the files that come with the program, a key a line; what it
gives is read like any other catalog before it is written anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.names import index, normal_form
from rolecmp.definitions.problems import DefinitionsError, Problem, phrase
from rolecmp.definitions.reader import MAX_BYTES
from rolecmp.definitions.sources.folders import CATALOG_FILE, ENDING, file_problem, path_in

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog
    from rolecmp.definitions.sources.folders import Folder

_EDITOR_LINE = "# yaml-language-server:"
# A line of a template that begins so is a comment in one of the program's languages.
_COMMENTED = ("en", "zh")
_COMMENTS = tuple(f"#{each} " for each in _COMMENTED)


class TextFolder:
    """A folder of definition files that are not written yet."""

    builtin = False

    def __init__(self, label: str, texts: Mapping[str, str]) -> None:
        self.label = label
        self._texts = texts

    def names(self) -> list[str]:
        """Return the names of the files in it."""
        return list(self._texts)

    def has(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        return name in self._texts

    def read(self, name: str, limit: int) -> bytes | Problem:
        """Return a file's first `limit` bytes."""
        if name not in self._texts:
            return file_problem(path_in(self, name), "unreadable", phrase("no-such-file"))
        return self._texts[name].encode("utf-8")[:limit]


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


def part_of(texts: Mapping[str, str], catalog: Catalog, roles: Collection[str]) -> dict[str, str]:
    """Cut a catalog down to some roles: their files, their topics, what is said of them alone.

    That is groups of their topics, pairs among them, and whom of them they manage. A reason why
    a finding is accepted goes where the finding does not hold among these roles, or where a role
    is not among them that it may speak of. `catalog` is the whole.
    """
    letters: dict[str, list[str]] = {}
    missing = {
        claim.topic
        for id_, role in catalog.roles.items()
        if id_ not in roles
        for _, _, claim in role.claims()
    }
    for id_ in roles:
        for topic, letter in dict.fromkeys(
            (claim.topic, claim.letter) for _, _, claim in catalog.roles[id_].claims()
        ):
            letters.setdefault(topic, []).append(letter)
    found = {topic: "" if topic in missing else _finding(mine) for topic, mine in letters.items()}

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


def in_language(texts: Mapping[str, str], language: str, others: Collection[str]) -> dict[str, str]:
    """Keep one language of every text.

    Of the aliases, which say no language, those in Chinese characters go where Chinese does.
    """
    return {name: _one_language(text, language, others) for name, text in texts.items()}


def blank(language: str) -> dict[str, str]:
    """Return a small catalog to fill in; its comments are in `language`, its texts in each."""
    from importlib.resources import files

    own = f"#{language if language in _COMMENTED else _COMMENTED[0]} "
    texts = {}
    folder = files("rolecmp.definitions").joinpath("templates")
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        lines = []
        for line in file.read_text("utf-8").splitlines(keepends=True):
            if line.startswith(own):
                lines.append(line.replace(own, "# ", 1))
            elif not line.startswith(_COMMENTS):
                lines.append(line)
        texts[file.name] = "".join(lines)
    return texts


# --- cutting lines ----------------------------------------------------------------------------


def _finding(letters: Collection[str]) -> str:
    """Return what a topic would be found to be with these letters, "" where it is settled."""
    owners = sum(letter == LETTERS[0] for letter in letters)
    return "" if owners == 1 else "multiple-accountable" if owners else "no-accountable"


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


def _one_language(text: str, language: str, others: Collection[str]) -> str:
    kept = []
    dash = ""  # of an item whose first line went: the next line takes it
    for line in text.splitlines(keepends=True):
        bare = line.lstrip(" ")
        item = bare.startswith("- ")
        key = _key(bare.removeprefix("- "))
        if key in others:
            dash = line[: _indent(line)] + "- " if item else dash
            continue
        if key == "languages" and not _indent(line):
            line = f"languages: [{language}]\n"
        elif key == "aliases":
            line = _aliases(line, language)
        elif dash:
            line = dash + bare
        dash = ""
        kept.append(line)
    return "".join(kept)


def _aliases(line: str, language: str) -> str:
    before, _, names = line.partition("[")
    if language.partition("-")[0] == "zh":
        return line
    kept = [name for name in names.strip().rstrip("]").split(", ") if name.isascii()]
    return f"{before}[{', '.join(kept)}]\n" if kept else ""
