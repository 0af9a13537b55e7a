"""A catalog written as text, out of what a table says: `catalog.yaml` and a file a role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.sources.folders import CATALOG_FILE, ENDING

if TYPE_CHECKING:
    from rolecmp.tables.draft import Imported, TableRole
    from rolecmp.tables.ids import Ids

DIMENSION = "responsibility"
"""The one dimension that a table says anything on."""
_PLAIN = re.compile(r"^[^\W\d_][^\W_]*(?:[ -][^\W_]+)*$")
_WORDS_WITH_MEANING = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


class Writing(NamedTuple):
    """How a catalog is written: in which language, with which texts.

    `dimension` is the name of the dimension, `source` says where the letters come from, and
    `remark` is the comment on roles that are not described yet.
    `sentence` makes a statement of letters and a topic's name; without it the letters stand
    at the role.
    """

    language: str
    title: str
    source: str
    dimension: str
    remark: str
    sentence: Callable[[tuple[str, ...], str], str] | None = None


def catalog_texts(imported: Imported, ids: Ids, how: Writing) -> dict[str, str]:
    """Return the files of a new catalog, by name."""
    texts = {CATALOG_FILE: "".join(_catalog(imported, ids, how))}
    for id_, role in zip(ids.roles, imported.roles, strict=True):
        texts[id_ + ENDING] = role_text(role, imported, ids, how)
    return texts


def _catalog(imported: Imported, ids: Ids, how: Writing) -> Iterator[str]:
    yield "rolecmp: 1\n"
    yield from text_lines("title", how.title, how.language)
    yield f"languages: [{how.language}]\n"
    yield from text_lines("source", how.source, how.language)
    if ids.roles:
        yield f"roles: {flow(ids.roles)}\n"
    yield "dimensions:\n"
    yield from text_lines(DIMENSION, how.dimension, how.language, 2)
    if how.sentence is None:
        yield f"\nchecks:\n  # {how.remark}\n  missing-dimension: off\n"
    if imported.groups:
        yield "\ngroups:\n"
        for name in imported.groups:
            yield from text_lines(ids.groups[name], name, how.language, 2)
    if any(ids.topics):
        yield "\ntopics:\n"
    for id_, topic in zip(ids.topics, imported.topics, strict=True):
        if id_:
            group = ids.groups[topic.group] if topic.group else ""
            yield from topic_lines(id_, topic.name, group, how.language)


def topic_lines(id_: str, name: str, group: str, language: str) -> Iterator[str]:
    """Yield the lines of a topic in the catalog; `group` is an id, or empty."""
    yield from text_lines(id_, name, language, 2)
    if group:
        yield f"    group: {group}\n"


def text_lines(key: str, text: str, language: str, indent: int = 0) -> Iterator[str]:
    """Yield a text in one language under its key."""
    yield f"{' ' * indent}{key}:\n"
    yield f"{' ' * (indent + 2)}{language}: {scalar(text)}\n"


def role_text(role: TableRole, imported: Imported, ids: Ids, how: Writing) -> str:
    """Return the file of a role that is new."""
    return "".join(_role_lines(role, imported, ids, how))


def _role_lines(role: TableRole, imported: Imported, ids: Ids, how: Writing) -> Iterator[str]:
    yield from text_lines("name", role.name, how.language)
    if role.aliases:
        yield f"aliases: {flow(role.aliases)}\n"
    if how.sentence is None:
        for letter in LETTERS:
            on = [ids.topics[each.topic] for each in role.letters if letter in each.letters]
            if any(on):
                yield f"{letter}: {flow(filter(None, on))}\n"
    elif any(ids.topics[each.topic] for each in role.letters):
        yield f"{DIMENSION}:\n"
        for each in role.letters:
            id_ = ids.topics[each.topic]
            if id_:
                text = how.sentence(each.letters, imported.topics[each.topic].name)
                yield f"  - {how.language}: {scalar(text)}\n"
                yield from (f"    {letter}: {flow([id_])}\n" for letter in each.letters)
    notes = [(topic, note) for topic, note in role.notes if ids.topics[topic]]
    if notes:
        yield "notes:\n"
        yield from note_lines(notes, imported, how.language)


def note_lines(
    notes: Iterable[tuple[int, str]], imported: Imported, language: str
) -> Iterator[str]:
    """Yield what stood behind letters, each with the name of its topic."""
    for topic, note in notes:
        text = f"{imported.topics[topic].name}: {' '.join(note.split())}"
        yield f"  - {language}: {scalar(text)}\n"


# --- scalars ----------------------------------------------------------------------------------


def scalar(text: str) -> str:
    """Return a text as YAML that any reader takes for that very text.

    It stands as it is where it holds nothing but letters, digits, blanks and hyphens; all
    else is in double quotes (YAML 1.2.2, section 7.3.1).
    """
    if _PLAIN.match(text) and text.lower() not in _WORDS_WITH_MEANING:
        return text
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'


def flow(items: Iterable[str]) -> str:
    """Return a list on one line."""
    return f"[{', '.join(map(scalar, items))}]"
