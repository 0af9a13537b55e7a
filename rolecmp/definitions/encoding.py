"""What encoding a file is in that is not UTF-8, and whether that is beyond doubt."""

from __future__ import annotations

import contextlib
import re

from rolecmp.definitions.names import HAN

# Of the characters of running Chinese nearly all are of the first level of GB 2312, rows B0
# to D7, ordered by sound, so that both halves of those rows are in use. Cyrillic and Western
# European text decoded by mistake falls outside of it, Korean into the first half alone.
_LEVEL_ONE = (0xB0, 0xD7)
_SECOND_HALF = 0xC9
_SURE = 0.8


def decoded(data: bytes) -> tuple[str, str] | None:
    """Return the text of a file, and the name of its encoding; None where that is in doubt.

    Beside UTF-8, with a mark or without, that is UTF-16 with its mark, and GBK.
    """
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not utf16 and b"\0" in data[:2]:
        return None
    try:
        text = data.decode("utf-16" if utf16 else "utf-8")
    except UnicodeDecodeError:
        text = "" if utf16 else chinese(data)
        # A few Korean words cannot be told from Chinese ones, which a file of ours calls so.
        sure = re.search(r"\bzh\b", text) or any(
            each.encode("gb18030")[0] >= _SECOND_HALF for each in re.findall(f"[{HAN}]", text)
        )
        return (text, "GBK") if sure else None
    return text.removeprefix("\ufeff"), "UTF-16" if utf16 else "UTF-8"


def chinese(data: bytes) -> str:
    """Decode GB 18030; nothing where that is not Chinese, but another script misread."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    pairs = [char.encode("gb18030") for char in set(text) if ord(char) > 127]
    words = [pair for pair in pairs if len(pair) == 2 and pair[0] >= _LEVEL_ONE[0]]
    first = [pair for pair in words if pair[0] <= _LEVEL_ONE[1] and pair[1] >= 0xA1]
    kana = sum("\u3041" <= char <= "\u30ff" for char in set(text))
    if not first or len(first) < _SURE * (len(words) + kana):
        return ""
    second = sum(pair[0] >= _SECOND_HALF for pair in first)
    return text if len(first) < 8 or second * 5 >= len(first) else ""


def guessed(data: bytes) -> str:
    """Name the encoding that Chinese text outside UTF-8 most often has, if it fits.

    A single accented letter of a European encoding fits many; Chinese comes in runs.
    """
    if re.search(rb"(?:[\x81-\xfe][\x40-\xfe]){2}", data) is None:
        return ""
    for encoding, name in (("gb2312", "GBK"), ("big5", "Big5"), ("gb18030", "GBK")):
        with contextlib.suppress(UnicodeDecodeError):
            if re.search(f"[{HAN}]", data.decode(encoding)):
                return name
    return ""
