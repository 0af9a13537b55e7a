"""Text made safe to print: what a terminal would obey is shown instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

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


def ambiguous(char: str) -> bool:
    """Tell whether a terminal may draw a character in one cell or in two (UAX #11, class A)."""
    return unicodedata.east_asian_width(char) == "A"


def drawn_wide(environment: Mapping[str, str], encoding: str) -> bool:
    """Tell whether the terminal draws ambiguous characters in two cells.

    It cannot be asked. Those who have set theirs so say it in the locale, ``zh_CN.UTF-8@cjkwide``
    (newlib, mintty), or for all programs in Go (fzf, glow) by RUNEWIDTH_EASTASIAN. In the older
    encodings of East Asia, which know nothing narrow but ASCII, they are always wide.
    """
    if environment.get("RUNEWIDTH_EASTASIAN") == "1":
        return True
    if locale_of(environment).partition("@")[2] == "cjkwide":
        return True
    return not is_unicode(encoding) and bool("\u4e00".encode(encoding, "ignore"))


def drawable(environment: Mapping[str, str], encoding: str) -> bool:
    """Tell whether lines and bullets may be more than ASCII: not where the locale is plain C."""
    return is_unicode(encoding) and locale_of(environment) not in ("C", "POSIX")


def is_unicode(encoding: str) -> bool:
    """Tell whether an encoding has every character; some call it utf-8, utf8 or UTF_16."""
    return encoding.lower().startswith("utf")


def locale_of(environment: Mapping[str, str]) -> str:
    """Return the locale that says how characters are written, "" where none is set."""
    return next(
        (value for key in ("LC_ALL", "LC_CTYPE", "LANG") if (value := environment.get(key))), ""
    )
