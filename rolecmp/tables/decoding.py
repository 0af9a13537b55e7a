"""The text of a file: UTF-8, UTF-16 or GB 18030, each only where it is beyond doubt."""

from __future__ import annotations

import codecs

from rolecmp.tables.cells import whole_file

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Of the characters of running Chinese nearly all are of the first level of GB 2312, rows B0
# to D7, ordered by sound, so that both halves of those rows are in use. Cyrillic and Western
# European text decoded by mistake falls outside of it, Korean into the first half alone.
_LEVEL_ONE = (0xB0, 0xD7)
_SECOND_HALF = 0xC9
_SURE = 0.8


def decode(path: str, data: bytes) -> str:
    """Return the text of a file, each line ended by a line feed alone.

    Raises `ImportProblemsError` where the encoding is not beyond doubt, or this is no text.
    """
    text = _decoded(path, data)
    if "\0" in text:
        raise whole_file(path, "not-text", "import.not-text", "import.which-files")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(path: str, data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise whole_file(path, "encoding", "import.encoding", "import.save-utf8") from None
    if b"\0" in data[:4096]:
        return _without_mark(path, data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if not text or not _is_chinese(text):
        raise whole_file(path, "encoding", "import.encoding", "import.save-utf8")
    return text


def _without_mark(path: str, data: bytes) -> str:
    """Read UTF-16 that lacks its mark, told by where the zero bytes of ASCII stand."""
    if len(data) % 2 == 0:
        for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
            if zeros.count(0) * 4 >= len(zeros) and data.count(0) == zeros.count(0):
                try:
                    return data.decode(encoding)
                except UnicodeDecodeError:
                    break
    raise whole_file(path, "not-text", "import.not-text", "import.which-files")


def _is_chinese(text: str) -> bool:
    """Tell whether what was decoded as GB 18030 is Chinese, and no other script misread."""
    pairs = [
        lead_trail
        for char in set(text)
        if ord(char) > 127
        for lead_trail in [char.encode("gb18030")]
    ]
    words = [pair for pair in pairs if len(pair) == 2 and pair[0] >= _LEVEL_ONE[0]]
    first = [pair for pair in words if pair[0] <= _LEVEL_ONE[1] and pair[1] >= 0xA1]
    kana = sum("\u3041" <= char <= "\u30ff" for char in set(text))
    if not first or len(first) < _SURE * (len(words) + kana):
        return False
    second = sum(pair[0] >= _SECOND_HALF for pair in first)
    return len(first) < 8 or second * 5 >= len(first)
