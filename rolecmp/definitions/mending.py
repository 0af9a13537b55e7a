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
from rolecmp.definitions.shape import ACCEPTANCE, CATALOG, PAIR, ROLE, STATEMENT, TOPIC

_KEYS = frozenset((*ROLE, *STATEMENT, *TOPIC, *CATALOG, *PAIR, *DEFAULT_DIMENSIONS))
# Keys that stand in one mapping with languages.
_BESIDE = frozenset((*STATEMENT, *TOPIC, *ACCEPTANCE))
# Lists of ids and names, in which a comma of any width parts two of them.
_LISTS = frozenset((*LETTERS, "languages", "roles", "manages", "aliases"))
_DASHES = "－—–•●·"
_OPENING = {"｛": "{", "［": "[", "【": "["}
_CLOSING = {"{": "}｝", "[": "]］】"}

_WIDE = "\uff21-\uff3a\uff41-\uff5a"  # full-width letters
# The patterns are compiled when they are first used, since sets of characters beyond Latin-1
# take long.
_LINE = (
    r"(?s)(?P<indent>[ \t\u3000\u00a0]*)"
    rf"(?P<dash>[-{_DASHES}]?)(?P<gap>[ \t\u3000\u00a0]*)(?P<rest>.*)"
)
_NAME = rf"(?P<key>[A-Za-z{_WIDE}－-]{{2,32}})"
_KEY = rf"(?s){_NAME}(?P<gap>[ \u3000]{{0,8}})(?P<colon>[:：])(?P<value>.*)"
_ID = r"(?s)(?P<key>[^\W\d_][\w-]{0,63})(?P<gap>[ \u3000]{0,8})(?P<colon>：|:(?= |$))(?P<value>.*)"
_LANGUAGE = "[a-z]{2}(?:-[A-Za-z]{2,4})?"
_ENTRY = (
    rf"(?P<comma>[,，、]?)[ \u3000]{{0,8}}{_NAME}[ \u3000]{{0,8}}(?P<colon>[:：])[ \u3000]{{0,8}}"
)
_BLOCK_TEXT = r"(?:^|: {1,8})[|>][-+0-9]{0,3}$"
# A text that goes on in deeper lines where it has begun behind a key or a dash.
_PLAIN_TEXT = r"[^\s\"'\[\]{}|>&*!%@`#,]"
# A quoted text, where one may begin, and a comment, in which none does.
_QUOTED = (
    r"(?m)(?<!\S)#.*|(?:^|(?<=[-:,\[{] )|(?<=[\[{])) *"
    r"(?P<text>\"(?:[^\"\\]|\\[\s\S])*\"|'(?:[^']|'')*')(?=[ \t]*(?:$|[\r#,\]}:]))"
)


# No file that somebody typed is near these; what is beyond them stays as it is.
_MOST_LINES = 20_000
_MOST_MENDS = 1_000


class Mend(NamedTuple):
    """A slip that was put right, at its 1-based line and column in the text as it was.

    One that is not `certain` may have been meant in another way.
    """

    line: int
    column: int
    rule: str
    message: Phrase
    remedy: Phrase
    certain: bool = True


def mended(text: str, *, certain: bool = False) -> tuple[str, tuple[Mend, ...]]:
    """Return a text with its slips put right, and what they were, in order.

    With `certain`, a line of which it is not certain what was meant stays as it is. So does what
    follows 20,000 lines or 1,000 slips.
    """
    mending = _Mending()
    lines = re.split("(\r\n|\r|\n)", text)
    quoted = _quoted_lines(text)
    for number, line in enumerate(lines[: 2 * _MOST_LINES : 2], 1):
        if len(mending.mends) >= _MOST_MENDS:
            break
        if number in quoted:
            continue
        known = len(mending.mends)
        put_right = mending.line(number, line)
        if not certain or all(mend.certain for mend in mending.mends[known:]):
            lines[2 * number - 2] = put_right
    return "".join(lines), tuple(mending.mends)


def _quoted_lines(text: str) -> set[int]:
    """Return the numbers of the lines that begin within a quoted text."""
    quoted: set[int] = set()
    number, counted = 1, 0
    for match in re.finditer(_QUOTED, text):
        if match["text"] and ("\n" in match["text"] or "\r" in match["text"]):
            first = number + len(re.findall("\r\n|\r|\n", text[counted : match.start("text")]))
            number = first + len(re.findall("\r\n|\r|\n", match["text"]))
            counted = match.end("text")
            quoted.update(range(first + 1, number + 1))
    return quoted


class _Level(NamedTuple):
    """Where a mapping or a list stands: its indentation as written and as put right.

    `kind` is that of its keys, as `_kind` has it, "-" for a list.
    """

    indent: str
    width: int
    kind: str

    @property
    def is_list(self) -> bool:
        """Whether it is a list, and no mapping."""
        return self.kind == "-"


class _Mending:
    def __init__(self) -> None:
        self.mends: list[Mend] = []
        self._number = 0
        self._opens = False  # whether the last line ends where a list or a mapping may begin
        self._levels: list[_Level] = []  # what the line stands in, the outermost first
        self._block: int | None = None  # the indentation of the key of a block text
        self._text: int | None = None  # the same of a text that lines further in go on with
        # An item whose dash was put right: its column, that of what stands in it, and by how
        # much the lines below are moved there, None until the first of them is seen.
        self._item: tuple[int, int, int | None] | None = None

    def line(self, number: int, source: str) -> str:
        """Return one line with its slips put right."""
        self._number = number
        match = re.fullmatch(_LINE, source)
        assert match is not None
        indent, dash, gap, rest = match.groups()
        if not rest and not dash:
            return source
        spaces = len(indent) - len(indent.lstrip(" "))
        if self._is_text(spaces, dash, rest):
            return source
        comment = not dash and rest[0] in "#＃"
        kind = "" if comment else "-" if dash else _kind(rest)
        width, certain = self._width(indent, kind)
        if self._block is not None and width <= self._block:
            self._block = None
        if self._block is not None or comment:
            if indent.strip(" \t"):
                self._space(0, indent)
                indent = " " * width
            if self._block is None and rest[0] == "＃":
                self._note(match.start("rest"), "wide-comment", "ascii-comment")
                rest = f"#{rest[1:]}"
            return f"{indent}{dash}{gap}{rest}"
        if indent.strip(" "):
            self._space(0, indent, certain=certain)
        width = self._moved(width, is_key=kind not in ("", "-"))
        self._levels = [
            each
            for each in self._levels
            if each.width < width or (each.width == width and (each.kind != "-" or dash))
        ]
        start = len(indent)
        lead = " " * width
        in_mapping = False
        if dash and self._is_item(dash, gap, rest, width):
            lead += self._dash(start, width, dash, gap, rest)
            self._enter(indent, width, "-")
            start += 1 + len(gap)
            self._enter(f"{indent} {gap or ' '}", len(lead), _kind(rest))
            self._opens = False  # what the last line opened is this list
            if rest.endswith("：") and _plain(rest[:-1]) not in _KEYS:
                return lead + rest  # a text that ends in a colon
        else:
            in_mapping = any(each.width == width and not each.is_list for each in self._levels)
            self._enter(indent, width, kind)
            rest = source[len(indent) :]
        rest = self._entry(start, rest, in_mapping=in_mapping)
        bare = rest.split(" #", 1)[0].rstrip()
        self._text = self._begun(bare, width, len(lead))
        self._opens = bare.endswith(":")
        if re.search(_BLOCK_TEXT, bare):
            self._block = len(lead) if ":" in bare else width
        return lead + rest

    def _dash(self, start: int, width: int, dash: str, gap: str, rest: str) -> str:
        """Return the dash of an item, and the spaces behind it, as they should be."""
        if not rest:
            right = "-" if gap.strip(" ") else f"-{gap}"
        elif "\t" in gap and not _kind(rest):  # which the parser can read
            right = f"-{gap}"
        elif gap.isascii() and "\t" not in gap:
            right = f"-{gap or ' '}"
        else:
            right = f"-{' ' * len(gap)}"
        if dash != "-":
            self._note(start, "wide-dash", "ascii-dash", sign=dash)
        elif rest and not gap:
            self._note(start, "dash-without-space", "space-after-dash")
        elif right != f"-{gap}" and rest:
            self._space(start + 1, gap)
        if dash + gap != right and rest:
            self._item = (width, width + len(right), None)
        return right

    def _is_text(self, spaces: int, dash: str, rest: str) -> bool:
        """Tell whether a line goes on with a text, as its plain `spaces` tell.

        A known key that stands too far in is one that was meant to be, beside a plain text.
        """
        if self._block is not None and spaces > self._block:
            return True
        return (
            self._text is not None and spaces > self._text and bool(dash or not _begins_key(rest))
        )

    def _begun(self, bare: str, width: int, inside: int) -> int | None:
        """Return the column that lines are further in than which go on with a line's text.

        `width` is where the line begins, `inside` where what stands behind its dash does.
        """
        key, colon, value = bare.partition(": ")
        if colon and re.match(_PLAIN_TEXT, value.lstrip()):
            return inside
        if colon or bare.endswith(":") or not re.match(_PLAIN_TEXT, key):
            return None
        if inside > width:
            return width
        return width - 1 if self._opens else None

    def _enter(self, indent: str, width: int, kind: str) -> None:
        for place, each in enumerate(self._levels):
            if each.width == width and each.is_list == (kind == "-"):
                self._levels[place] = each._replace(kind=each.kind or kind)
                return
        self._levels.append(_Level(indent, width, kind))

    def _width(self, indent: str, kind: str) -> tuple[int, bool]:
        """Return how many spaces an indentation stands for, and whether that is certain."""
        if not indent.strip(" "):
            return len(indent), True
        widths = list(dict.fromkeys(
            len(indent.replace("\u3000", " " * wide).replace("\t", " " * tab))
            for tab, wide in ((2, 2), (4, 2), (8, 2), (2, 1))
        ))  # fmt: skip
        # A full-width space takes two columns everywhere, a tab as many as an editor has it.
        seen = "\t" not in indent
        # What is written alike stands in one column, however wide that is.
        for each in reversed(self._levels):
            if each.indent == indent and each.is_list == (kind == "-"):
                return each.width, True
        fitting = [
            each.width
            for each in self._levels
            if each.width in widths and (each.kind == kind or "" in (each.kind, kind))
        ]
        if self._opens:
            above = self._levels[-1]
            least = above.width + (kind != "-")
            width = next((each for each in widths if each >= least), widths[0])
            deeper = indent.startswith(above.indent) and len(indent) > len(above.indent)
            return width, deeper or seen or not fitting
        if seen and widths[0] in fitting:
            return widths[0], True
        return (fitting[0], True) if len(fitting) == 1 else (widths[0], False)

    def _moved(self, width: int, *, is_key: bool) -> int:
        """Return where a line goes that stands in an item whose dash was put right."""
        if self._item is None:
            return width
        column, inside, by = self._item
        if width <= column:
            self._item = None
            return width
        if by is None:
            by = inside - width if is_key and width <= inside + 3 else 0
            self._item = (column, inside, by)
        return width + by

    def _is_item(self, dash: str, gap: str, rest: str, width: int) -> bool:
        """Tell whether a dash at the beginning of a line begins an item of a list."""
        if dash == "-" and (gap or not rest):
            return True
        # A line of a longer text may begin with a dash as well.
        return (
            bool(rest)
            and rest[0] not in f"-{_DASHES}"
            and (self._opens or any(each.is_list and each.width == width for each in self._levels))
        )

    def _entry(self, start: int, rest: str, *, in_mapping: bool) -> str:
        """Return what follows the indentation and the dash: a key with its value, or text.

        Where a mapping stands `in_mapping`, nothing but a key can.
        """
        match = re.fullmatch(_KEY, rest)
        if match is None or not _plain(match["key"]):
            match = re.fullmatch(_ID, rest)
            if match is None or not (
                match["colon"] == ":" or in_mapping or (self._opens and _opens(match["value"]))
            ):
                return self._value(start, "", rest)
        key, gap, colon, value = match.groups()
        plain = _plain(key) or key
        if key != plain:
            self._note(start, "wide-letters", "ascii-letters", key=plain)
        at = start + len(key) + len(gap)
        bare = value.lstrip(" \u3000\t")
        if colon == "：":
            self._colon(at)
        elif bare and value == bare:
            self._add(at, "syntax", phrase("syntax-no-space"), phrase("add-space"))
        elif "\u3000" in value[: len(value) - len(bare)]:
            self._space(at + 1, value)
        before = value[: len(value) - len(bare)].replace("\u3000", " ")
        shown = self._value(at + 1 + len(value) - len(bare), plain, bare)
        return f"{plain}:{before or (' ' if shown else '')}{shown}"

    def _value(self, start: int, key: str, value: str) -> str:
        """Return a value with the signs of a flow list or mapping put right."""
        opening = _OPENING.get(value[:1], value[:1])
        bare = re.split(r"\s#", value, maxsplit=1)[0].rstrip()
        if opening not in _CLOSING or bare[-1:] not in _CLOSING[opening] or len(bare) < 2:
            return value
        inside = bare[1:-1]
        # A text may be in full-width brackets too, or begin and end with some.
        in_list = key in _LISTS or _begins_key(inside.lstrip(" \u3000"))
        if value[0] != opening and not in_list:
            return value
        if opening == "[" and re.search(r"[\[\]［］【】]", inside):
            return value
        if value[0] != opening or bare[-1] != _CLOSING[opening][0]:
            at = start if value[0] != opening else start + len(bare) - 1
            remedy = "ascii-mapping" if opening == "{" else "ascii-list"
            message = phrase("wide-bracket", bracket=value[0] if value[0] != opening else bare[-1])
            self._add(at, "wrong-type", message, phrase(remedy))
        inner = self._flow_mapping if opening == "{" else self._flow_list
        return f"{opening}{inner(start + 1, key, inside)}{_CLOSING[opening][0]}{value[len(bare) :]}"

    def _flow_mapping(self, start: int, key: str, inside: str) -> str:
        def entry(match: re.Match[str]) -> str:
            comma, name, colon = match.group("comma", "key", "colon")
            plain = _plain(name)
            right = comma in ("", ",") and name == plain and colon == ":"
            before = inside[: match.start()]
            remark = before.count("（") > before.count("）")
            if right or remark or not plain or (before and not comma):
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
        if key not in _LISTS or '"' in inside or "'" in inside:
            return inside
        for at, char in enumerate(inside):
            if char in "，、；":
                self._comma(start + at, char)
        return re.sub("[ \u3000]*[，、；][ \u3000]*", ", ", inside)

    def _colon(self, at: int) -> None:
        self._add(at, "full-width-colon", phrase("full-width-colon"), phrase("ascii-colon"))

    def _comma(self, at: int, comma: str) -> None:
        said = phrase("full-width-comma", comma=comma)
        self._add(at, "full-width-comma", said, phrase("ascii-comma"))

    def _space(self, start: int, spaces: str, *, certain: bool = True) -> None:
        """Note the first character of what begins with spaces that is no plain space."""
        at = len(spaces) - len(spaces.lstrip(" "))
        if spaces[at] == "\t":
            said, helps = phrase("tab"), phrase("use-spaces")
            self._add(start + at, "tab", said, helps, certain=certain)
        else:
            self._note(start + at, "wide-space", "use-spaces", certain=certain)

    def _note(
        self, at: int, message: str, remedy: str, *, certain: bool = True, **args: object
    ) -> None:
        said, helps = phrase(message, **args), phrase(remedy, **args)
        self._add(at, "wide-sign", said, helps, certain=certain)

    def _add(
        self, at: int, rule: str, said: Phrase, remedy: Phrase, *, certain: bool = True
    ) -> None:
        self.mends.append(Mend(self._number, at + 1, rule, said, remedy, certain))


def _opens(value: str) -> bool:
    """Tell whether what stands behind a colon can be that of a key alone: nothing, or brackets."""
    bare = value.strip(" \u3000")
    return not bare or bare[0] in "{[｛［【"


def _begins_key(text: str) -> bool:
    """Tell whether a text begins with a key of the format or a language, and a colon."""
    match = re.match(_KEY, text)
    return match is not None and _plain(match["key"]) != ""


def _kind(rest: str) -> str:
    """Tell what kind of key stands first: "beside", "other", or "" where that cannot be told.

    One of the first kind stands in one mapping with languages, as those of a statement do.
    """
    key = re.match(_KEY, rest)
    if key is None:
        return "other" if ":" in rest or "：" in rest else ""
    plain = _plain(key["key"])
    if plain == "roles":  # of a pair, or of what is accepted
        return ""
    return "beside" if plain in _BESIDE or re.fullmatch(_LANGUAGE, plain) else "other"


def _plain(word: str) -> str:
    """Return the key or language that a word is in ASCII letters, empty where it is none."""
    plain = word if word.isascii() else unicodedata.normalize("NFKC", word).lower()
    return plain if plain in _KEYS or re.fullmatch(_LANGUAGE, plain) else ""
