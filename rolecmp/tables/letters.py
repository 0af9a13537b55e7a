"""What a cell says: letters with a note, nothing, or something that is no letter of RACI."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.problems import QuestionError, phrase
from rolecmp.tables.vocabulary import (
    AROUND,
    BETWEEN,
    EITHER,
    INITIAL,
    INVOLVEMENTS,
    MARKS,
    NOTHING,
    OWNERS,
    SPLIT,
    UNDECIDED,
    WORDS,
    A,
    R,
    as_latin,
    fold,
    seen,
)


class CellKind(Enum):
    """What sort of thing stands in a cell."""

    BLANK = "blank"
    DASH = "dash"
    """A sign for nothing."""
    LETTERS = "letters"
    ODD = "odd"
    """Like a letter, but none of RACI: another letter, a mark, a word for an involvement."""
    TEXT = "text"
    NUMBER = "number"


class CellReading(NamedTuple):
    """What a cell was read as.

    `letters` are in the order of RACI's ranks, also those that stand beside an odd one; `note`
    is what stands behind them; `odd` is the part that was not understood; `alike` tells that
    letters of another script were read for those they look like; `words` are the words that
    were read.
    """

    kind: CellKind
    letters: tuple[str, ...] = ()
    note: str = ""
    odd: str = ""
    alike: bool = False
    words: tuple[str, ...] = ()


BLANK = CellReading(CellKind.BLANK)
DASH = CellReading(CellKind.DASH)

_FOOTNOTE = re.compile(r"(?:\s*(?:\[\^?[^\]\s]{1,20}\]|[*†‡§¶⁰¹²³⁴⁵⁶⁷⁸⁹]))+$")
_BRACKETED = re.compile(r"^([^()\[\]]+?)\s*[(\[]([^()\[\]]*)[)\]]$")
_COLON = re.compile(r"^(\S{1,12})\s*:\s*(\S.*)$", re.DOTALL)
_DASHED = re.compile(r"^(\S{1,12})\s+[-‐‑‒–—]+\s+(\S.*)$", re.DOTALL)
_LETTER = re.compile(r"^[A-Za-z]$")
_SPACES = re.compile(r"\s+")
_NUMBER = re.compile(r"^[\d.,%:\s/-]+$")
_SIGNED = r"[-+\u2212\u2013][A-Za-z]$|[A-Za-z][-+\u2212\u2013]$"
"""A letter with a sign of its own."""
_ANOTHER = r"(?:^|[\s,;/])[RACI]\s*(?:[:=(\uff08\uff1a]|\s[-\u2013\u2014]\s)"
"""How another letter begins in what stands behind one: ``R: scope, A: budget`` says two."""
_MOST_ODD = 40
_LONGEST = 300
"""The longest text that is looked at for letters with a note behind them."""


class Letters:
    """Reads cells; what `given` says of a word goes before what is known of it.

    `given` maps folded words to letters, to none of them where a word stands for nothing.
    """

    def __init__(self, given: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.given = dict(given or {})
        self.settled: Mapping[str, str] = {}
        """What words of two meanings are in this table, by `settle`."""
        self._known: dict[str, CellReading] = {}

    def settle(self, texts: Iterable[str]) -> None:
        """Tell from the other words of a table what those of two meanings are in it."""
        texts = set(texts)
        words = {word for text in texts for word in _SPACES.split(fold(SPLIT.sub(" ", text)))}
        words |= {fold(text) for text in texts}
        known = {WORDS[word] for word in words if word in WORDS and word not in self.given}
        known |= {letter for word in words for letter in self.given.get(word, ())}
        either = words & EITHER
        self.settled = {}
        if either and (A in known) != (R in known):
            self.settled = dict.fromkeys(either, R if A in known else A)
        self._known.clear()

    def __call__(self, text: str) -> CellReading:
        """Read one cell."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._read(text)
        return known

    def word(self, text: str) -> tuple[str, ...] | None:
        """Return the letters that a whole word stands for; None where it is not known."""
        form = fold(text)
        if form in self.given:
            return self.given[form]
        if form in WORDS:
            return (WORDS[form],)
        return (self.settled[form],) if form in self.settled else None

    def _read(self, text: str) -> CellReading:
        text = seen(text)
        if not text:
            return BLANK
        if len(text) > _LONGEST:
            return CellReading(CellKind.TEXT, odd=text[:_MOST_ODD])
        form = fold(text)
        if form in self.given:
            letters = self.given[form]
            return CellReading(CellKind.LETTERS, letters) if letters else DASH
        if form in NOTHING:
            return DASH
        whole = self._tokens(text)
        if whole.kind in (CellKind.LETTERS, CellKind.DASH):
            return whole
        return self._with_note(text) or whole

    def _with_note(self, text: str) -> CellReading | None:
        """Read letters with something behind them; None where that is not what stands here."""
        mark = _FOOTNOTE.search(text)
        if mark and mark.start():
            found = self._read(text[: mark.start()])
            if found.kind is CellKind.LETTERS:
                note = " ".join(filter(None, (found.note, mark[0].strip())))
                return found._replace(note=note)
        plain = unicodedata.normalize("NFKC", text)
        around = AROUND.match(plain)
        if around and around[1].strip():
            found = self._read(around[1])
            return found if found.kind is CellKind.LETTERS else None
        for shape in (_BRACKETED, _COLON, _DASHED):
            match = shape.match(plain)
            if match:
                return self._noted(match[1], match[2].strip())
        return None

    def _noted(self, head: str, note: str) -> CellReading | None:
        """Read `head` as letters with a note; a note that says the same letter is none."""
        found = self._tokens(head)
        if found.kind is not CellKind.LETTERS or re.search(_ANOTHER, note):
            return None
        said = self._tokens(note)
        doubtful = not said.words or set(said.words) & set(LETTERS)
        if said.kind is CellKind.LETTERS and said.letters == found.letters:
            return found._replace(words=said.words)  # "R (Responsible)" says it twice
        if (said.kind is CellKind.LETTERS and doubtful) or _LETTER.match(note):
            return None  # "A (R)" may be a note or both letters
        return found._replace(note=note)

    def _tokens(self, text: str) -> CellReading:
        whole = self.word(text)
        if whole is not None:
            return CellReading(CellKind.LETTERS, whole, words=(fold(text),)) if whole else DASH
        plain = unicodedata.normalize("NFKC", text)
        if _NUMBER.match(plain):
            return CellReading(CellKind.NUMBER, odd=text[:_MOST_ODD])
        if re.match(_SIGNED, plain):  # a grade, or less than the letter says
            return CellReading(CellKind.ODD, odd=text[:_MOST_ODD])
        pieces = [piece for piece in BETWEEN.split(plain.strip(" .:")) if piece]
        tokens = [
            token
            for piece in pieces
            for token in ([piece] if self.word(piece) is not None else _SPACES.split(piece))
            if token
        ]
        letters: set[str] = set()
        words = []
        odd = []
        alike = False
        for token in tokens:
            found, mistaken = self._token(token)
            if found is None:
                odd.append(token)
                continue
            letters.update(found)
            alike |= mistaken
            if len(token) > 1 and self.word(token) is not None:
                words.append(fold(token))
        ordered = tuple(letter for letter in LETTERS if letter in letters)
        if tokens and not odd:
            if not ordered:  # only words that the user has said are nothing
                return DASH
            return CellReading(CellKind.LETTERS, ordered, alike=alike, words=tuple(words))
        strange = bool(odd) and all(map(_is_odd, odd)) and len(tokens) <= 4
        kind = CellKind.ODD if strange or _is_odd(text) else CellKind.TEXT
        shown = odd[0] if kind is CellKind.ODD and odd and ordered else text
        held = ordered if kind is CellKind.ODD else ()
        return CellReading(kind, held, odd=shown[:_MOST_ODD], alike=alike)

    def _token(self, token: str) -> tuple[tuple[str, ...] | None, bool]:
        """Return the letters of one token, and whether they only look like letters of RACI."""
        said = self.word(token)
        if said is not None:
            return said, False
        latin = as_latin(token)
        same_case = latin == latin.upper() or (latin == latin.lower() and len(latin) < 3)
        chars = latin.upper()
        if same_case and len(chars) <= 4 and all(char in INITIAL for char in chars):
            # A letter that the user has given another meaning keeps it in a combination.
            found: list[str] = []
            for char in chars:
                found += self.given.get(char.lower(), (INITIAL[char],))
            if len(set(chars)) == len(chars):
                return tuple(found), latin != token
        return None, False


def _is_odd(token: str) -> bool:
    """Tell whether a token looks like a letter or a mark of some scheme that is not RACI."""
    bare = token.strip()
    form = fold(bare)
    if form in INVOLVEMENTS or form in UNDECIDED or form in EITHER or form in OWNERS:
        return True
    if all(char in MARKS for char in bare):
        return True
    if len(bare) == 1:
        return not bare.isdigit()
    return len(bare) <= 3 and bare.isalpha() and bare.isupper()


def given_letters(option: str, pairs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Read what the user says of words: ``S=responsible``, ``X=A/R``, ``TBD=none``.

    Raises `QuestionError` where a pair is not of that form.
    """
    plain = Letters()
    given: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        word, equals, meaning = pair.replace("＝", "=").rpartition("=")
        found = plain(meaning)
        nothing = fold(meaning) in NOTHING
        if not equals or not fold(word) or not (nothing or found.kind is CellKind.LETTERS):
            message = phrase("import.bad-map", value=pair, option=option)
            raise QuestionError("usage", message, phrase("import.map-form", option=option))
        given[fold(word)] = () if nothing else found.letters
    return given
