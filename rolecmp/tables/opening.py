"""From a file to its tables: which kind of file it is, by its bytes and its name, and its text.

A text is UTF-8, UTF-16 or GB 18030, each only where it is beyond doubt.
"""

from __future__ import annotations

import codecs
import re

from rolecmp.definitions.encoding import chinese
from rolecmp.tables.cells import MAX_BYTES, MAX_TEXT, ImportProblemsError, Source, refused

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKDOWN = (".md", ".markdown", ".mdx", ".mkd", ".qmd", ".rmd")
_DELIMITED = (".csv", ".tsv", ".tab")
_OTHERS = (".yaml", ".yml", ".json", ".html", ".htm", ".xml")
_RULE = re.compile(r"^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[ \t:|-]*$", re.MULTILINE)
_HTML = re.compile(r"^\s*<(?:!doctype|html|table|\?xml)", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_tables(path: str, data: bytes, sheet: str | None = None) -> Source:
    """Read every table of a file; `path` is what messages call it, ``-`` for standard input.

    Raises `ImportProblemsError` where this is no file that tables are read from.
    """
    name = path.lower()
    zipped = data.startswith(_ZIP)
    most = MAX_BYTES if zipped else MAX_TEXT
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise refused(path, "import.encrypted", "import.take-password-off")
        raise refused(path, "import.old-excel", "import.save-xlsx")
    if not zipped and name.endswith((".xlsx", ".xlsm")):
        raise refused(path, "import.not-excel", "import.save-again")
    if len(data) > most:
        raise refused(path, "import.file-too-large", limit=most // (1024 * 1024))
    if zipped:
        from rolecmp.tables.workbook import read_workbook

        return read_workbook(path, data, sheet)
    text = _text(path, data)
    if not text.strip():
        raise refused(path, "import.empty-file")
    if name.endswith(_OTHERS) or (_HTML.match(text) and not name.endswith(_MARKDOWN)):
        raise refused(path, "import.not-a-table", "import.which-files")
    if name.endswith(_MARKDOWN) or (not name.endswith(_DELIMITED) and _RULE.search(text)):
        from rolecmp.tables.markdown import read_markdown

        return read_markdown(path, text)
    from rolecmp.tables.delimited import read_delimited

    return read_delimited(path, text, "\t" if name.endswith((".tsv", ".tab")) else None)


def _text(path: str, data: bytes) -> str:
    """Return the text of a file, each line ended by a line feed alone."""
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", ""))
    if not encoding and b"\0" in data[:4096]:
        encoding = _without_mark(data)
        if not encoding:
            raise _not_text(path)
    try:
        text = data[len(mark) :].decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = "" if encoding else chinese(data)
        if not text:
            raise refused(path, "import.encoding", "import.save-utf8") from None
    if "\0" in text:
        raise _not_text(path)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_text(path: str) -> ImportProblemsError:
    return refused(path, "import.not-text", "import.which-files")


def _without_mark(data: bytes) -> str:
    """Tell UTF-16 that lacks its mark by where the zero bytes of ASCII stand."""
    if len(data) % 2 == 0:
        for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
            if zeros.count(0) * 4 >= len(zeros) and data.count(0) == zeros.count(0):
                return encoding
    return ""
