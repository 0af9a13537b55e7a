"""Names as people type them: one spelling for case, width, spaces, hyphens and underscores."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from rolecmp.definitions.model import Name, Role, Text, Topic
from rolecmp.definitions.problems import Problem, nearest, phrase
from rolecmp.definitions.shape import is_id

# Hyphens and dashes that editors and keyboards put in place of "-" (general category Pd),
# and the underscore.
_SEPARATORS = str.maketrans(dict.fromkeys("-_‐‑‒–—―", " "))
# Chinese and Japanese put no spaces between words, so that one beside such a character says
# nothing: 产品 经理 is 产品经理.
_HAN = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_BESIDE_HAN = rf"(?<={_HAN})-|-(?={_HAN})"


@cache
def normal_form(name: str) -> str:
    """Give the spelling that two names share when they count as one name."""
    if name.isascii():
        return "-".join(name.lower().translate(_SEPARATORS).split())
    import unicodedata

    name = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return re.sub(_BESIDE_HAN, "", "-".join(name.lower().translate(_SEPARATORS).split()))


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


class Suggestions:
    """Finds the ids that words may be slips of.

    Its work is bounded: a file full of slips over a large catalog must not take for ever, so
    after `WORK` comparisons it has no more suggestions.
    """

    WORK = 100_000

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a name and the id it belongs to."""
        self._ids = {normal_form(name): id_ for name, id_ in names}
        self._known: dict[str, tuple[str, ...]] = {}
        self._left = self.WORK

    def __call__(self, word: str) -> tuple[str, ...]:
        """Give the ids, nearest first: the very one where `word` is one of its names."""
        form = normal_form(word)
        if form in self._ids:
            return (self._ids[form],)
        if form not in self._known:
            self._left -= len(self._ids)
            found = nearest(form, self._ids) if self._left >= 0 else ()
            self._known[form] = tuple(dict.fromkeys(self._ids[each] for each in found))
        return self._known[form]


class Topics(dict[str, Topic]):
    """The topics of a catalog by id, and by every other name they answer to."""

    def find(self, word: str) -> str | None:
        """Return the id of the topic that `word` is a name of, None where it is of none."""
        known = self._named.get(normal_form(word))
        return None if known is None else known.id

    @cached_property
    def _named(self) -> Mapping[str, Known]:
        return index(("", topic) for topic in self.values())

    @cached_property
    def near(self) -> Suggestions:
        """The finder of suggestions, made when the first is needed."""
        return Suggestions(
            (name.name, topic.id)
            for topic in self.values()
            if is_id(topic.id)
            for name in names_of(topic)
        )


def suggestions(word: str, things: Iterable[Role | Topic]) -> tuple[str, ...]:
    """Give the ids of the things that `word` may be a slip of, nearest first."""
    return Suggestions((name.name, thing.id) for thing in things for name in names_of(thing))(word)
