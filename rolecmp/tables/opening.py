"""Which kind of file this is, by its bytes and its name, and its tables."""

from __future__ import annotations

import re

from rolecmp.tables import cells, workbook
from rolecmp.tables.cells import Source, whole_file
from rolecmp.tables.decoding import decode

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKDOWN = (".md", ".markdown", ".mdx", ".mkd", ".qmd", ".rmd")
_DELIMITED = (".csv", ".tsv", ".tab")
_RULE = re.compile(r"^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[ \t:|-]*$", re.MULTILINE)
_HTML = re.compile(r"^\s*<(?:!doctype|html|table|\?xml)", re.IGNORECASE)


def read_tables(path: str, data: bytes, sheet: str | None = None) -> Source:
    """Read every table of a file; `path` is what messages call it, ``-`` for standard input.

    Raises `ImportProblemsError` where this is no file that tables are read from.
    """
    name = path.lower()
    if data.startswith(_ZIP):
        if len(data) > workbook.MAX_BYTES:
            raise _too_large(path, workbook.MAX_BYTES)
        return workbook.read_workbook(path, data, sheet)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise whole_file(path, "encrypted", "import.encrypted", "import.take-password-off")
        raise whole_file(path, "old-excel", "import.old-excel", "import.save-xlsx")
    if name.endswith((".xlsx", ".xlsm")):
        raise whole_file(path, "not-excel", "import.not-excel", "import.save-again")
    if len(data) > cells.MAX_BYTES:
        raise _too_large(path, cells.MAX_BYTES)
    text = decode(path, data)
    if not text.strip():
        raise whole_file(path, "empty-file", "import.empty")
    other = name.endswith((".yaml", ".yml", ".json", ".html", ".htm", ".xml"))
    if other or (_HTML.match(text) and not name.endswith(_MARKDOWN)):
        raise whole_file(path, "not-a-table", "import.other-format", "import.which-files")
    if name.endswith(_MARKDOWN) or (not name.endswith(_DELIMITED) and _RULE.search(text)):
        from rolecmp.tables.markdown import read_markdown

        return read_markdown(path, text)
    from rolecmp.tables.delimited import read_delimited

    return read_delimited(path, text, "\t" if name.endswith((".tsv", ".tab")) else None)


def _too_large(path: str, limit: int) -> Exception:
    return whole_file(path, "file-too-large", "import.file-too-large", limit=limit // (1024 * 1024))
