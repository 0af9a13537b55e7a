"""Slips of typing that can be put right without a doubt, found line by line where they are.

Most come from an input method that was left on: full-width signs, spaces and letters in the
places where YAML wants ASCII. Reading goes on with the mended text, so that every slip of a
file is reported in one run, and ``check --fix`` writes it. What may be meant as text is left.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from rolecmp.definitions.model import DEFAULT_DIMENSIONS, LETTERS
from rolecmp.definitions.problems import Phrase, phrase
from rolecmp.definitions.shape import CATALOG, PAIR, ROLE, STATEMENT, TOPIC

_KEYS = frozenset((*ROLE, *STATEMENT, *TOPIC, *CATALOG, *PAIR, *DEFAULT_DIMENSIONS))
# Lists of ids, in which a comma of any width parts two of them.
_ID_LISTS = frozenset((*LETTERS, "languages", "roles", "manages"))
_DASHES = "－—–•●·"
_OPENING = {"｛": "{", "［": "[", "【": "["}
_CLOSING = {"{": "}｝", "[": "]］】"}

_WIDE = "\uff21-\uff3a\uff41-\uff5a"  # full-width letters
# The patterns are compiled when they are first used, since sets of characters beyond Latin-1
# take long, but for those of two ranges. `LOOK` finds in one look at a text, with a line break
# put before it, where any slip may be, and nothing in ordinary Chinese; as each match begins
# with one of a few characters, and each repetition is bounded or ends where the next begins,
# the look is quick.
_ODD = "[\t\u00a0\u00b7\u2013\u2014\u2022\u25cf\u3000\uff03-\uff5a]"
_WORD = "[ \u3000]{0,8}[!-~！-～]{2,32}?[ \u3000]{0,8}"
LOOK = (
    r"[\n:{,，、】］｝](?:"
    rf"(?<=\n) *(?:-[^\s-]|(?:- *)?(?:[A-Za-z-]{{1,32}} {{0,8}})?(?:{_ODD}|:[^\s:/]))"
    rf"|(?<=[^\n:]){_WORD}：|(?<=[、，]){_WORD}:"
    r"|(?<=:) {0,8}(?:[【［-｛]|\[[^\[\]\n]*?[、，-；])"
    r"|(?<=[】］-｝]) {0,8}(?:\n|$))"
)
_LINE = (
    r"(?s)(?P<indent>[ \t\u3000\u00a0]*)"
    rf"(?P<dash>[-{_DASHES}]?)(?P<gap>[ \u3000\u00a0]*)(?P<rest>.*)"
)
_NAME = rf"(?P<key>[A-Za-z{_WIDE}－-]{{2,32}})"
_KEY = rf"(?s){_NAME}(?P<gap>[ \u3000]{{0,8}})(?P<colon>[:：])(?P<value>.*)"
_ENTRY = (
    rf"(?P<comma>[,，、]?)[ \u3000]{{0,8}}{_NAME}[ \u3000]{{0,8}}(?P<colon>[:：])[ \u3000]{{0,8}}"
)
_BLOCK_TEXT = r"(?:^|: {1,8})[|>][-+0-9]{0,3}$"


class Mend(NamedTuple):
    """A slip that was put right, at its 1-based line and column in the text as it was."""

    line: int
    column: int
    rule: str
    message: Phrase
    remedy: Phrase


def mended(text: str) -> tuple[str, tuple[Mend, ...]]:
    """Return a text with what is beyond doubt put right, and what that was, in order."""
    mending = _Mending()
    lines = re.split("(\r\n|\r|\n)", text)
    lines[::2] = [mending.line(number, line) for number, line in enumerate(lines[::2], 1)]
    return "".join(lines), tuple(mending.mends)


class _Mending:
    def __init__(self) -> None:
        self.mends: list[Mend] = []
        self._number = 0
        self._opens_list = False  # whether the last line ends where a list may begin
        self._dashes: set[int] = set()  # the columns at which items of open lists stand
        self._block: int | None = None  # the indentation of the key of a block text
        self._narrow: int | None = None  # where an item goes on whose dash lacked its space

    def line(self, number: int, source: str) -> str:
        """Return one line with its slips put right."""
        self._number = number
        match = re.fullmatch(_LINE, source)
        assert match is not None
        indent, dash, gap, rest = match.groups()
        if not rest and not dash:
            return source
        spaces = self._indentation(indent)
        if self._narrow is not None and len(spaces) <= self._narrow:
            if len(spaces) == self._narrow and not dash:
                spaces += " "
            else:
                self._narrow = None
        width = len(spaces)
        if self._block is not None:
            if width > self._block:
                return spaces + source[len(indent) :]
            self._block = None
        self._dashes = {each for each in self._dashes if each <= width}
        if rest.startswith("＃") and not dash:
            self._note(len(indent), "wide-comment", "ascii-comment")
            return f"{spaces}#{rest[1:]}"
        start = len(indent)
        if dash and self._is_item(dash, gap, rest, width):
            if dash != "-":
                self._note(start, "wide-dash", "ascii-dash", sign=dash)
            elif rest and not gap:
                self._note(start, "dash-without-space", "space-after-dash")
                self._narrow = width + 1
            elif not gap.isascii():
                self._note(start + 1, "wide-space", "use-spaces")
            self._dashes.add(width)
            start += 1 + len(gap)
            lead = f"{spaces}-{' ' * max(1, len(gap)) if rest else ''}"
        else:
            lead, rest = spaces, source[len(indent) :]
        rest = self._entry(start, rest)
        bare = rest.split(" #", 1)[0].rstrip()
        self._opens_list = bare.endswith(":")
        if re.search(_BLOCK_TEXT, bare):
            self._block = width
        return lead + rest

    def _indentation(self, indent: str) -> str:
        wrong = next((at for at, char in enumerate(indent) if char != " "), None)
        if wrong is not None:
            if indent[wrong] == "\t":
                self.mends.append(
                    Mend(self._number, wrong + 1, "tab", phrase("tab"), phrase("use-spaces"))
                )
            else:
                self._note(wrong, "wide-space", "use-spaces")
        return indent.replace("\u3000", "  ").replace("\u00a0", " ").replace("\t", "  ")

    def _is_item(self, dash: str, gap: str, rest: str, width: int) -> bool:
        """Tell whether a dash at the beginning of a line begins an item of a list."""
        if dash == "-" and (gap or not rest):
            return True
        # A line of a longer text may begin with a dash as well.
        return (
            bool(rest)
            and rest[0] not in f"-{_DASHES}\t"  # a tab is the parser's to judge
            and (self._opens_list or width in self._dashes)
        )

    def _entry(self, start: int, rest: str) -> str:
        """Return what follows the indentation and the dash: a key with its value, or text."""
        match = re.fullmatch(_KEY, rest)
        if match is None:
            return self._value(start, "", rest)
        key, gap, colon, value = match.groups()
        plain = _plain(key)
        if not plain:
            return rest
        if key != plain:
            self._note(start, "wide-letters", "ascii-letters", key=plain)
        at = start + len(key) + len(gap)
        bare = value.lstrip(" \u3000\t")
        if colon == "：":
            self.mends.append(
                Mend(
                    self._number,
                    at + 1,
                    "full-width-colon",
                    phrase("full-width-colon"),
                    phrase("ascii-colon"),
                )
            )
        elif bare and value == bare:
            self.mends.append(
                Mend(self._number, at + 1, "syntax", phrase("syntax-no-space"), phrase("add-space"))
            )
        elif "\u3000" in value[: len(value) - len(bare)]:
            self._note(at + 1, "wide-space", "use-spaces")
        before = value[: len(value) - len(bare)].replace("\u3000", " ")
        shown = self._value(at + 1 + len(value) - len(bare), plain, bare)
        return f"{plain}:{before or (' ' if shown else '')}{shown}"

    def _value(self, start: int, key: str, value: str) -> str:
        """Return a value with the signs of a flow list or mapping put right."""
        opening = _OPENING.get(value[:1], value[:1])
        bare = value.rstrip()
        if opening not in _CLOSING or bare[-1:] not in _CLOSING[opening] or len(bare) < 2:
            return value
        inside = bare[1:-1]
        if value[0] != opening or bare[-1] != _CLOSING[opening][0]:
            at = start if value[0] != opening else start + len(bare) - 1
            remedy = "ascii-mapping" if opening == "{" else "ascii-list"
            message = phrase("wide-bracket", bracket=value[0] if value[0] != opening else bare[-1])
            self.mends.append(Mend(self._number, at + 1, "wrong-type", message, phrase(remedy)))
        inner = self._flow_mapping if opening == "{" else self._flow_list
        return f"{opening}{inner(start + 1, key, inside)}{_CLOSING[opening][0]}{value[len(bare) :]}"

    def _flow_mapping(self, start: int, key: str, inside: str) -> str:
        def entry(match: re.Match[str]) -> str:
            comma, name, colon = match.group("comma", "key", "colon")
            plain = _plain(name)
            if not plain or (match.start() > 0 and not comma):
                return match[0]
            if comma not in ("", ","):
                self._comma(start + match.start("comma"), comma)
            if name != plain:
                self._note(start + match.start("key"), "wide-letters", "ascii-letters", key=plain)
            if colon != ":":
                self._colon(start + match.start("colon"))
            return f"{', ' if comma else ''}{plain}: "

        if '"' in inside or "'" in inside:
            return inside
        return re.sub(_ENTRY, entry, inside)

    def _flow_list(self, start: int, key: str, inside: str) -> str:
        if key not in _ID_LISTS or '"' in inside or "'" in inside:
            return inside
        for at, char in enumerate(inside):
            if char in "，、；":
                self._comma(start + at, char)
        return ", ".join(part.strip(" \u3000") for part in re.split("[,，、；]", inside))

    def _colon(self, at: int) -> None:
        said, helps = phrase("full-width-colon"), phrase("ascii-colon")
        self.mends.append(Mend(self._number, at + 1, "full-width-colon", said, helps))

    def _comma(self, at: int, comma: str) -> None:
        self.mends.append(
            Mend(self._number, at + 1, "full-width-comma", phrase("full-width-comma", comma=comma),
                 phrase("ascii-comma"))
        )  # fmt: skip

    def _note(self, at: int, message: str, remedy: str, **args: object) -> None:
        said, helps = phrase(message, **args), phrase(remedy, **args)
        self.mends.append(Mend(self._number, at + 1, "wide-sign", said, helps))


def _plain(word: str) -> str:
    """Return the key or language that a word is in ASCII letters, empty where it is none."""
    plain = word if word.isascii() else unicodedata.normalize("NFKC", word).lower()
    known = plain in _KEYS or re.fullmatch(r"[a-z]{2}(?:-[A-Za-z]{2,4})?", plain)
    return plain if known else ""
