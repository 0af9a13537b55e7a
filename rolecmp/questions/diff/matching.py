"""What of one version is what of another: renamed roles and topics, reworded texts.

- A text is the same where its words are. Of those left over, the two that are most alike are one
  text reworded, if at least `ALIKE` of their words are the same in the same order (`difflib`'s
  ratio; a Chinese character counts as a word; of several languages the one in which they are
  most alike counts).
- A thing that went and one that came are one renamed, if they share a name or at least `SAME` of
  what they say, word for word.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from rolecmp.definitions.names import UNSPACED

ALIKE = 0.6
"""The least likeness of two texts that count as one reworded."""

SAME = 0.5
"""The least share of texts in common of two things that count as one renamed."""

WORDS = 100
"""How many words of a text are looked at."""

WORK = 30_000_000
"""How many steps are taken in all, of which a pair of words is one; what is beyond counts as
removed and added. A catalog of 50 roles with 40 statements each, all of them reworded, takes
about that; a file of ten thousand statements would take minutes."""

STEPS = 50
"""What it takes to hold two texts against each other however short they are."""

_T = TypeVar("_T")


class Content(NamedTuple):
    """What a thing is known by where its id is not: its names, and what it says."""

    names: frozenset[str]
    texts: Counter[Hashable]


def renamed(gone: Mapping[str, Content], come: Mapping[str, Content]) -> dict[str, str]:
    """Return which of those that went is which of those that came; those that share a name first.

    Of several that could be, the two that have most in common are taken.
    """
    found = []
    for old, before in gone.items():
        for new, after in come.items():
            named = not before.names.isdisjoint(after.names)
            share = 0.0
            if not before.texts.keys().isdisjoint(after.texts):
                total = before.texts.total() + after.texts.total()
                share = 2 * (before.texts & after.texts).total() / total
            if named or share >= SAME:
                found.append((not named, -share, old, new))
    return _first_pairs((old, new) for _, _, old, new in sorted(found))


class Matcher:
    """Finds what each text of a list was before, within one amount of work for all lists."""

    def __init__(self) -> None:
        self._left = WORK

    def match(
        self,
        old: Sequence[_T],
        new: Sequence[_T],
        looks: Sequence[Callable[[_T], Hashable]],
        texts: Callable[[_T], Sequence[str]],
        rank: Callable[[_T, _T], bool],
    ) -> list[tuple[_T | None, _T | None]]:
        """Return pairs of old and new, in the order of the new ones, then the old ones left over.

        Two are one where they look the same: `looks` are what they are looked for by, the surest
        first. Of the rest, those whose `texts`, one a language, are alike are one; of pairs
        equally alike, those first for which `rank` is false.
        """
        found: dict[int, int] = {}
        left = dict.fromkeys(range(len(old)))
        for look in looks:
            index: dict[Hashable, list[int]] = {}
            for number in reversed(left):
                index.setdefault(look(old[number]), []).append(number)
            for number, each in enumerate(new):
                if number not in found and index and (known := index.get(look(each))):
                    found[number] = known.pop()
                    del left[found[number]]
        rest = [number for number in range(len(new)) if number not in found]
        likeness = self._alike(
            [_words(texts(old[number])) for number in left],
            [_words(texts(new[number])) for number in rest],
        )
        gone = list(left)
        ranked = sorted(
            (-ratio, rank(old[gone[before]], new[rest[after]]), rest[after], gone[before])
            for before, after, ratio in likeness
        )
        for number, before in _first_pairs((each[2], each[3]) for each in ranked).items():
            found[number] = before
            del left[before]
        return [
            *((old[found[n]] if n in found else None, each) for n, each in enumerate(new)),
            *((old[number], None) for number in left),
        ]

    def _alike(
        self, old: Sequence[list[list[str]]], new: Sequence[list[list[str]]]
    ) -> Iterator[tuple[int, int, float]]:
        """Yield the numbers of two texts that are alike in a language, and how much they are."""
        if not old or not new:
            return
        from difflib import SequenceMatcher

        counted = [[Counter(words) for words in each] for each in old]
        for after, texts in enumerate(new):
            for index, words in enumerate(texts):
                matcher = SequenceMatcher(None, (), words, autojunk=False)
                counts = Counter(words)
                for before, mine in enumerate(old):
                    self._left -= STEPS
                    if self._left < 0:
                        return
                    counted_too = counted[before][index]
                    shared = sum([min(counts[word], n) for word, n in counted_too.items()])
                    # What order the words are in can only make them less alike.
                    if not shared or 2 * shared < ALIKE * (len(mine[index]) + len(words)):
                        continue
                    self._left -= len(mine[index]) * len(words)
                    matcher.set_seq1(mine[index])
                    if (ratio := matcher.ratio()) >= ALIKE:
                        yield before, after, ratio


def _first_pairs(pairs: Iterable[tuple[_T, _T]]) -> dict[_T, _T]:
    """Return the pairs in their order, each thing in one pair only."""
    found: dict[_T, _T] = {}
    taken = set()
    for one, other in pairs:
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _words(texts: Sequence[str]) -> list[list[str]]:
    """Return the words of each text, a Chinese character being one."""
    return [[word[0] for word in islice(_WORD.finditer(text.casefold()), WORDS)] for text in texts]


_WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")
