"""Names as people type them: one spelling for case, width, spaces, hyphens and underscores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rolecmp.definitions.model import Name, Role, Text, Topic
from rolecmp.definitions.problems import Problem, nearest, phrase

# Hyphens and dashes that editors and keyboards put in place of "-" (general category Pd),
# and the underscore.
_SEPARATORS = str.maketrans(dict.fromkeys("-_‐‑‒–—―", " "))


def normal_form(name: str) -> str:
    """Give the spelling that two names share when they count as one name."""
    if not name.isascii():
        import unicodedata

        name = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "-".join(name.lower().translate(_SEPARATORS).split())


class Known(NamedTuple):
    """What answers to a name: its id, and where the name is given."""

    id: str
    path: str
    line: int
    column: int


def names_of(thing: Role | Topic) -> Iterator[Name]:
    """Yield every name of a role or a topic: its id, its name in each language, its aliases."""
    text: Text = thing.name
    yield Name(thing.id, text.line, text.column)
    for name in text.texts.values():
        yield Name(name, text.line, text.column)
    yield from thing.aliases


def index(
    things: Iterable[tuple[str, Role | Topic]], problems: list[Problem] | None = None
) -> dict[str, Known]:
    """Map the normal form of every name to what it names; `things` are paths and values.

    The first to have a name keeps it; that a second has it too is added to `problems`.
    """
    known: dict[str, Known] = {}
    for path, thing in things:
        for name, line, column in names_of(thing):
            form = normal_form(name)
            first = known.get(form)
            if first is None:
                known[form] = Known(thing.id, path, line, column)
            elif first.id != thing.id and problems is not None:
                message = phrase(
                    "name-clash",
                    name=name,
                    id=thing.id,
                    other=first.id,
                    place=f"{first.path}:{first.line}",
                )
                problems.append(
                    Problem(path, line, column, "name-clash", message, phrase("rename-one"))
                )
    return known


def suggestions(word: str, things: Iterable[Role | Topic]) -> tuple[str, ...]:
    """Give the ids of the things that `word` may be a slip of, nearest first."""
    by_form = {normal_form(name.name): thing.id for thing in things for name in names_of(thing)}
    found = nearest(normal_form(word), by_form)
    return tuple(dict.fromkeys(by_form[form] for form in found))
