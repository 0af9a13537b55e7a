"""Slips of the pen in YAML: how each is recognised, and what was meant.

What the parser says of them depends on its release and points where it stumbled; what is
said here points at the slip.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from rolecmp.definitions.names import HAN, spoken_in
from rolecmp.definitions.problems import Edit, phrase
from rolecmp.definitions.shape import STATEMENT

if TYPE_CHECKING:
    from rolecmp.definitions.reader import Reading

    Position = tuple[int, int]

# `LOOK` finds in one look at a text, with a line break put before it, where any slip may be that
# `mending` puts right, and nothing in ordinary Chinese; as each match begins with one of a few
# characters, and each repetition is bounded or ends where the next begins, the look is quick.
_ODD = "[\t\u00a0\u00b7\u2013\u2014\u2022\u25cf\u3000\uff03-\uff5a]"
_WORD = "[ \u3000]{0,8}[!-~！-～]{2,32}?[ \u3000]{0,8}"
LOOK = (
    r"[\n:{,，、】］｝](?:"
    r"(?<=\n) *(?:-[^\s-]|[\w-]{1,64}："
    rf"|(?:- *)?(?:[A-Za-z-]{{1,32}} {{0,8}})?(?:{_ODD}|:[^\s:/]))"
    rf"|(?<=[^\n:]){_WORD}：|(?<=[、，]){_WORD}:"
    r"|(?<=:) {0,8}(?:[【［-｛]|\[[^\[\]\n]*?[、，-；])"
    r"|(?<=[】］-｝]) {0,8}(?:\n|$))"
)

_WIDE_COLON = r"^[ ]*(?:- +)*[\"']?[A-Za-z][\w -]{0,63}[\"']?[ ]*(：)"
_LOST_SPACE = r"\s*(?:- +)*[a-z][a-z0-9-]*(:)(?=[^\s:/]|\u3000)"
# A sentence, and below it a key that belongs to a statement: which no text can have there.
_SENTENCE = (
    r"^(?P<dash>(?P<indent> *)- +)(?P<sentence>[^\s\"'\[{|>&*!%#@`-](?:(?!: | #|:$).)*)$"
    rf"(?=\r?\n(?P=indent) +(?:{'|'.join(STATEMENT)}):(?: |$))"
)
_HASH = r"(?<=[\s\[,{:-])#(?=[^\s#!])"

# What libyaml says, and what is said of it here. The first that occurs in its words is taken.
SYNTAX = (
    ("mapping values are not allowed", "syntax-colon", "quote-text"),
    ("could not find expected ':'", "syntax-no-colon", "add-colon"),
    ("did not find expected ',' or ']'", "syntax-list-open", "close-list"),
    ("did not find expected ',' or '}'", "syntax-map-open", "close-map"),
    ("did not find expected key", "syntax-key", "check-indent"),
    ("did not find expected '-' indicator", "syntax-dash", "begin-item"),
    ("did not find expected node content", "syntax-content", "quote-text"),
    ("did not find expected <document start>", "syntax-after", "check-indent"),
    ("unexpected end of stream", "syntax-quote-open", "close-quote"),
    ("unexpected document indicator", "syntax-quote-open", "close-quote"),
    ("found character that cannot start any token", "syntax-start", "quote-text"),
    ("while scanning a block scalar", "syntax-start", "quote-text"),
    ("block sequence entries are not allowed", "syntax-dash-here", "check-indent"),
    ("block mapping entries", "syntax-key", "check-indent"),
    ("unknown escape character", "syntax-escape", "single-quotes"),
    ("did not find expected hexdecimal number", "syntax-escape", "single-quotes"),
    ("undefined alias", "syntax-alias", "quote-text"),
    ("while scanning an alias", "syntax-alias", "quote-text"),
    ("while scanning an anchor", "syntax-alias", "quote-text"),
)
# What the parser says where the position to look at is the one it started from.
_FROM_START = (
    "unexpected end of stream",
    "unexpected document indicator",
    "could not find expected ':'",
    "while scanning an alias",
    "while scanning an anchor",
)


def explain(words: str, here: Position, start: Position, reading: Reading) -> None:
    """Report what the parser calls `words`, at the slip that it follows from.

    `here` is where the parser gave up, `start` where what it was reading began.
    """
    last = reading.last_line(here[0])
    for number in (max(here[0] - 1, 1), here[0]):
        column = lost_space_column(reading.line(number))
        if column:
            report_lost_space(reading, (number, column))
            return
    for number in range(min(start[0], last), last + 1):
        column = hash_column(reading.line(number))
        if column:
            report_hash(reading, (number, column))
            return
    at, message, remedy = _explain(words, here, start, reading)
    if message == "tab":
        reading.report(at, "tab", phrase("tab"), phrase("use-spaces"))
    elif message:
        reading.report(at, "syntax", phrase(message), phrase(remedy))
    else:
        reading.report(at, "syntax", phrase("syntax-other", problem=words.strip()))


def _explain(
    words: str, here: Position, start: Position, reading: Reading
) -> tuple[Position, str, str]:
    """Return position, message and remedy for the parser's words; no message where none fits."""
    source = reading.line(here[0])
    char = source[here[1] - 1 : here[1]]
    if char == "\t" or "found a tab character" in words:
        return here, "tab", ""
    last = reading.last_line(here[0])
    if last < here[0]:  # the parser noticed only behind the end of the text
        opened = max(reading.line(last).rfind(bracket) for bracket in "[{")
        here = start if start[0] <= last else (last, max(opened, 0) + 1)
        if "expected node content" in words and opened >= 0:
            words = "flow, did not find expected ',' or '" + (
                "]'" if reading.line(last)[opened] == "[" else "}'"
            )
    elif any(each in words for each in _FROM_START):
        here = start
    elif char == ":" and here[0] == start[0] and "did not find expected" in words:
        return here, "syntax-colon", "quote-text"  # inside { } or [ ] it has other words
    elif "mapping values are not allowed" in words and re.fullmatch(
        r"\s+[\w-]+\s*", source[: here[1] - 1]
    ):
        return here, "syntax-key", "check-indent"  # a key that stands too far to the right
    elif "flow" not in words and re.search(
        r"(?:[:-]\s+|^\s*)[\"'\[{].*[\"'\]}]\s*$", source[: here[1] - 1]
    ):
        return here, "syntax-after-quote", "quote-text"
    for known, message, remedy in SYNTAX:
        if known in words:
            return here, message, remedy
    return here, "", ""


def without_wide_colons(text: str) -> tuple[str, list[Position]]:
    """Return a text with ASCII colons for the full-width ones behind keys, and where they were."""
    lines = text.split("\n")
    matches = [(number, re.match(_WIDE_COLON, line)) for number, line in enumerate(lines, 1)]
    found = [(number, match.start(1)) for number, match in matches if match is not None]
    for number, offset in found:
        line = lines[number - 1]
        lines[number - 1] = f"{line[:offset]}: {line[offset + 1 :]}"
    return "\n".join(lines), [(number, offset + 1) for number, offset in found]


def report_wide_colon(reading: Reading, at: Position) -> None:
    """Note a full-width colon that stands where YAML wants an ASCII one."""
    reading.report(at, "full-width-colon", phrase("full-width-colon"), phrase("ascii-colon"))


def language_of(text: str, languages: Collection[str] | None) -> str:
    """Return the language of a catalog that a text is in beyond doubt, empty where there is doubt.

    That is its only one, or the only one that the text's script tells; a Chinese text may have
    English words in it.
    """
    languages = tuple(languages or ())
    if len(languages) == 1:
        return languages[0]
    latin = len(re.findall("[A-Za-z]", text))
    chinese = len(re.findall(f"[{HAN}]", text))
    mixed = 0 < chinese * 2 < latin
    return "" if mixed else spoken_in(text, languages, latin=True) or ""


def with_languages(text: str, reading: Reading) -> str:
    """Return a text with a language before each sentence that stands straight behind a dash.

    Only sentences with letters below them are looked at: the others the parser can read.
    """

    def key(match: re.Match[str]) -> str:
        before = text[: match.start("sentence")]
        at = before.count("\n") + 1, len(before) - before.rfind("\n")
        language = report_sentence(reading, at, match["sentence"])
        first = next(iter(reading.languages or ("en",)))
        return f"{match['dash']}{language or first}: {match['sentence']}"

    return re.sub(_SENTENCE, key, text, flags=re.MULTILINE)


def report_sentence(reading: Reading, at: Position, sentence: str) -> str:
    """Note a sentence that stands straight behind a dash; returns its language, if that is sure."""
    language = language_of(sentence, reading.languages)
    remedy = phrase("put-language" if language else "put-a-language", language=language)
    edit = Edit("", f"{language}: ") if language else None
    reading.report(at, "wrong-type", phrase("sentence-alone"), remedy, edit)
    reading.flawed.add(at)
    return language


def lost_space_column(line: str) -> int:
    """Return the 1-based column of a key's colon that no ASCII space follows, or 0."""
    match = re.match(_LOST_SPACE, line)
    return match.start(1) + 1 if match else 0


def report_lost_space(reading: Reading, at: Position) -> None:
    """Note a colon without the space that makes a key of what stands before it."""
    reading.report(at, "syntax", phrase("syntax-no-space"), phrase("add-space"))


def hash_column(line: str) -> int:
    """Return the 1-based column of a ``#word`` that YAML may take for a comment, or 0."""
    match = re.search(_HASH, line)
    return match.start() + 1 if match else 0


def report_hash(reading: Reading, at: Position) -> None:
    """Note a ``#word`` that was meant as text and that YAML takes for a comment."""
    line, column = at
    word = reading.line(line)[column - 1 :].split()[0].rstrip(",]}")
    reading.report(at, "unquoted-text", phrase("hash-comment", word=word), phrase("quote-hash"))


def is_cut(value: str, line: int, reading: Reading) -> bool:
    """Report a text that a ``#word`` behind it was meant to be part of."""
    source = reading.line(line)
    column = hash_column(source)
    if not column:
        return False
    # What is in the text, or in quotes, is no comment. Only the word is looked for, as more
    # may stand behind the text.
    word = re.match(r"#[^\s\"',\]}]+", source[column - 1 :])
    before, behind = source[: column - 1], source[column:]
    quoted = any(before.count(each) % 2 and behind.count(each) % 2 for each in "\"'")
    if quoted or word is None or word[0] in value:
        return False
    report_hash(reading, (line, column))
    return True


def is_slip(value: str, at: Position, reading: Reading) -> bool:
    """Report a slip of the pen that makes text, or nothing, of what was meant for more."""
    line, column = at
    source = reading.line(line)
    hash_at = hash_column(source)
    if hash_at > column and not value.strip():  # ``accountable: #pricing``
        report_hash(reading, (line, hash_at))
        return True
    space_at = lost_space_column(source)
    if space_at >= column and value.startswith(source[column - 1 : space_at]):  # ``en:PM``
        report_lost_space(reading, (line, space_at))
        return True
    return False


def has_wide_comma(item: str, at: Position, reading: Reading) -> bool:
    """Report several items of a list that a full-width comma has made one of."""
    comma = next((char for char in item if char in "，、；"), "")
    if not comma:
        return False
    line, column = at
    column = max(reading.line(line).find(comma, column - 1), column - 1) + 1
    message = phrase("full-width-comma", comma=comma)
    reading.report((line, column), "full-width-comma", message, phrase("ascii-comma"))
    return True
