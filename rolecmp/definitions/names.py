"""Names as people type them: one spelling for case, width, spaces, hyphens and underscores."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

from rolecmp.definitions.model import Name, Role, Text, Topic
from rolecmp.definitions.problems import Problem, phrase
from rolecmp.definitions.shape import is_id

# Hyphens and dashes that editors and keyboards put in place of "-" (general category Pd),
# and the underscore.
_SEPARATORS = str.maketrans(dict.fromkeys("-_‐‑‒–—―", " "))
HAN = "\u3400-\u9fff\uf900-\ufaff"
"""The ranges of Chinese characters, as they stand between the brackets of a pattern."""
_KANA = "\u3040-\u30ff"
UNSPACED = _KANA + HAN
"""The characters of Chinese and Japanese, which put no spaces between words."""
# The script of each language that is told by one, and what else is written in it.
_SCRIPTS = {"ja": _KANA, "zh": HAN, "ko": "\uac00-\ud7a3", "ru": "\u0400-\u04ff", "en": "A-Za-z"}
_ALSO = {"zh": ("ja",), "ru": ("uk", "bg", "sr", "mk", "be")}
_NOT_LATIN = {each for code in _SCRIPTS if code != "en" for each in (code, *_ALSO.get(code, ()))}


@cache
def normal_form(name: str) -> str:
    """Return the spelling that two names share when they count as one name."""
    if name.isascii():
        return "-".join(name.lower().translate(_SEPARATORS).split())
    import unicodedata

    name = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    form = ""
    for word in name.lower().translate(_SEPARATORS).split():
        # A space beside such a character says nothing: 产品 经理 is 产品经理.
        close = not form or _among(form[-1], UNSPACED) or _among(word[0], UNSPACED)
        form += word if close else f"-{word}"
    return form


def _among(char: str, ranges: str) -> bool:
    """Tell whether a character is in ranges, each two characters with a hyphen between them."""
    return any(ranges[at] <= char <= ranges[at + 2] for at in range(0, len(ranges), 3))


_PLURAL = "(?<=[a-z]{2})(?:ies|(?<=ch|sh|ss)es|(?<=[a-z][a-rt-z])s)(?![a-z0-9])"


@cache
def folded(name: str) -> str:
    """Return the normal form of a name in simplified characters, English words in the singular."""
    form = normal_form(name)
    form = form if form.isascii() else form.translate(traditional())
    return re.sub(_PLURAL, lambda ending: "y" if ending[0] == "ies" else "", form)


@cache
def traditional() -> Mapping[int, int]:
    """Return the simplified character of each traditional one, both as code points."""
    path = os.path.join(os.path.dirname(__file__), "traditional.txt")
    loader: Any = __spec__.loader  # which also reads out of a zip archive
    text = loader.get_data(path).decode("utf-8")
    traditional, simplified = (line for line in text.splitlines() if not line.startswith("#"))
    return str.maketrans(traditional, simplified)


def script_language(text: str) -> str | None:
    """Return the language that a text is in, as its script tells; None where it has no letters.

    Latin letters are taken for English, which nothing in them can tell. A word has three of
    them where Chinese has one character.
    """
    counts = dict.fromkeys(_SCRIPTS, 0)
    for char in text:
        for code, ranges in _SCRIPTS.items():
            if _among(char, ranges):
                counts[code] += 1 if code == "en" else 3
    if counts["ja"]:
        counts["ja"] += counts["zh"]
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else None


def spoken_in(text: str, languages: Sequence[str], *, latin: bool = False) -> str | None:
    """Return the one of `languages` that the script of a text tells.

    Latin letters beside another script tell nothing, and alone only with `latin`: they may be
    an id.
    """
    code = None if text.isascii() else script_language(re.sub("[A-Za-z]", "", text))
    if code is not None:
        bases = {code, *_ALSO.get(code, ())}
        found = [each for each in languages if each.partition("-")[0] in bases]
    else:
        latin = latin and re.search("[A-Za-z]", text) is not None
        found = [each for each in languages if latin and each.partition("-")[0] not in _NOT_LATIN]
    return found[0] if len(found) == 1 else None


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


def index_of_texts(texts: Mapping[str, Text]) -> dict[str, Known]:
    """Map the names of things that have no more than an id and a name, as dimensions do."""
    return index(("", Topic(key, text)) for key, text in texts.items())


class Match(NamedTuple):
    """A name that words may mean: whose it is, and as the catalog writes it.

    `language` is the code of the language that the name is in, None where that says nothing,
    as of an id in Latin letters.
    """

    id: str
    name: str
    language: str | None


class Near:
    """Finds the names that words may be a slip of.

    Its work is bounded: a file full of slips over a large catalog must not take for ever, so
    after `WORK` comparisons it has no more suggestions.
    """

    WORK = 100_000

    def __init__(self, names: Iterable[Match]) -> None:
        self._names = [(folded(match.name), match) for match in names]
        self._left = self.WORK

    def __call__(self, asked: str) -> tuple[Match, ...]:
        """Return up to three names of different things, the nearest first."""
        self._left -= len(self._names)
        scored: dict[str, tuple[float, Match]] = {}
        form = folded(asked)
        for name, match in self._names if self._left >= 0 else ():
            score = _likeness(form, name)
            if score > scored.get(match.id, (0.0, match))[0]:
                scored[match.id] = (score, match)
        best = sorted(scored.values(), key=lambda each: -each[0])
        return tuple(match for _, match in best[:3])

    def ids(self, asked: str) -> tuple[str, ...]:
        """Return the ids of the names that are nearest."""
        return tuple(match.id for match in self(asked))


def _likeness(asked: str, name: str) -> float:
    """Return how near a folded name is to what was asked: 0 is not at all.

    A name that stands whole within the words comes first. Of Latin letters one in four may be
    wrong; a Chinese character is about a syllable and most words have two, so that there one
    in two may.
    """
    if asked.isascii() != name.isascii():
        return 0.0
    if len(name) > 1 and is_part(name, asked):
        return 1 + len(name) / len(asked)
    length = max(len(asked), len(name))
    wrong = max(length // 4, length > 2) if asked.isascii() else length // 2
    if abs(len(asked) - len(name)) > wrong:
        return 0.0
    slips = _slips(asked, name)
    return 1 - slips / length if slips <= wrong else 0.0


def _slips(asked: str, name: str) -> int:
    """Count the letters that are missing, too many, wrong, or swapped with the next one.

    It is the optimal string alignment of F. J. Damerau's four slips (CACM 7:3, 1964).
    """
    before: list[int] = []
    last = list(range(len(name) + 1))
    for i, char in enumerate(asked):
        row = [i + 1]
        for j, other in enumerate(name):
            least = min(last[j + 1] + 1, row[j] + 1, last[j] + (char != other))
            if i and j and char == name[j - 1] and asked[i - 1] == other:
                least = min(least, before[j - 1] + 1)
            row.append(least)
        before, last = last, row
    return last[-1]


def is_part(form: str, text: str, *, beginning: bool = False) -> bool:
    """Tell whether a folded form stands in a folded text.

    Latin letters do as whole words, or with `beginning` as the beginning of one. Where words
    have no spaces between them, as in Chinese, any place will do.
    """
    if not form or form not in text:
        return False
    if not form.isascii():
        return True
    end = "" if beginning else "(?![a-z0-9])"
    return re.search(f"(?<![a-z0-9]){re.escape(form)}{end}", text) is not None


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
    def near(self) -> Near:
        """The finder of suggestions, made when the first is needed."""
        return Near(
            Match(id_, name.name, None)
            for id_, topic in self.items()
            if is_id(id_)
            for name in names_of(topic)
        )
