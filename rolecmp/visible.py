"""Text made safe to print: what a terminal would obey is shown instead."""

from __future__ import annotations

import re
import unicodedata

from rolecmp.definitions.problems import DIRECTION_CHARACTERS

# What has no width and no effect but to make two words differ that look the same. The
# joiners (U+200C, U+200D) are left: emoji and several scripts are written with them.
_NOTHING = frozenset("\u200b\u2060\u2061\u2062\u2063\u2064\ufeff")


def visible(text: str, keep: str = "") -> str:
    r"""Replace control, direction and undecodable characters by an escape such as ``\x1b``.

    The characters in `keep` pass. This is the last line of defence, behind the reader that
    refuses such characters in definitions: file names, arguments and messages pass here too.
    """
    if text.isprintable():
        return text
    return "".join(char if char in keep or not _unseen(char) else _escape(char) for char in text)


def _unseen(char: str) -> bool:
    return (
        unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")
        or char in DIRECTION_CHARACTERS
        or char in _NOTHING
    )


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    if 0xDC80 <= code <= 0xDCFF:  # a byte that was not UTF-8, as Python holds it
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def harmless(text: str) -> str:
    """Return a text in which no line is a command to the runner of a code host.

    GitHub's obeys ``::command::`` at the beginning of a line and ``##[command]`` anywhere in one,
    Azure's ``##vso[command]``, in whatever a step prints.
    """
    if "::" not in text and "##" not in text:
        return text
    text = re.sub(r"(?m)^(\s*):(?=:)", r"\1\\x3a", text)
    return re.sub(r"#(?=\[|vso\[)", r"\\x23", text) if "##" in text else text


def width_of(text: str) -> int:
    """Measure text in terminal cells by East Asian Width (UAX #11), for carets in messages.

    Tables are measured by rich, which knows more; an error must not wait for its import.
    """
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(char)
        else 2
        if unicodedata.east_asian_width(char) in ("W", "F")
        else 1
        for char in text
    )
