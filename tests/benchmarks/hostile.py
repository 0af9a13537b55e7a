"""Files that mean harm, or none: role files, documents and tables for tests and benchmarks."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

# --- role files


def laughs() -> bytes:
    """Return aliases of aliases that stand for a thousand million words."""
    lines = ["a0: &a0 [lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join(lines).encode()


def merges() -> bytes:
    """Return merge keys of merge keys, each doubling the one before."""
    lines = ["a0: &a0 {x: y}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 14)]
    text = "\n".join(lines).encode()
    return text[: text.rindex(b"\n")]


def role_files(many: int) -> dict[str, tuple[bytes, str]]:
    """Return role files, most of them the larger the more `many` is, with what each is told as."""
    return {
        "brackets": (b"[" * 60_000, "limit"),
        "closed brackets": (b"[" * 30_000 + b"]" * 30_000, "limit"),
        "braces": (b"{" * 100_000, "limit"),
        "named brackets": (b"name: " + b"[" * 60_000, "limit"),
        "questions": (b"? " * 50_000, "limit"),
        "questions by lines": (b"".join(b" " * n + b"?\n" for n in range(1_000)), "limit"),
        "dashes": (b"- " * 50_000, "limit"),
        "nested keys": (b"".join(b" " * n + b"a:\n" for n in range(1_000)), "limit"),
        "laughs": (laughs(), "anchor"),
        "merges": (merges(), "anchor"),
        "long anchor": (b"name: &" + b"a" * 90_000 * many + b" x\n", "anchor"),
        "long tag": (b"name: !" + b"a" * 90_000 * many + b" x\n", "tag"),
        "many anchors": (b"name: [" + b"&a x, " * 10_000 * many + b"]\n", "anchor"),
        "many aliases": (b"name: [" + b"*a , " * 10_000 * many + b"]\n", "alias"),
        "long line too large": (b"name: " + b"x" * (5 << 20), "limit"),
        "open quote": (b"name: '" + b"x" * 100_000 * many, "syntax"),
        "many items": (b"name: [" + b"a," * 400_000 + b"]", "limit"),
        "many keys": (b"\n".join(b"k%d: x" % n for n in range(6_000 * many)), "unknown-key"),
        "same key": (b"k: x\n" * 6_000 * many, "duplicate-key"),
        "many documents": (b"--- x\n" * 10_000 * many, "several-documents"),
        "many control characters": (b"name: " + b"\x01" * 100_000 * many, "control-character"),
        "many direction characters":
            (("name: " + "\u202e" * 30_000 * many).encode(), "control-character"),
        "many tabs": (b"\tx\n" * 30_000 * many, "tab"),
        "many conflicts": (b"<<<<<<< x\n" * 10_000 * many, "conflict-marker"),
        "many hashes": (b"name: [" + b"#x" * 40_000 * many, "unquoted-text"),
        "many hash lines": (b"name: 'x'\nnotes:\n" + b"  - a #x\n" * 6_000 * many, "unquoted-text"),
        "many wide colons": ("a：".encode() * 20_000 * many, "full-width-colon"),
        "wide colon lines": ("a：b\n".encode() * 10_000 * many + b"x: [", "full-width-colon"),
        "spaces": (b" " * 100_000 * many + b"x", "wrong-type"),
        "newlines": (b"\n" * 100_000 * many + b"[", "syntax"),
        "carriage returns": (b"\r" * 100_000 * many + b"[", "syntax"),
        "dashes before a colon": (b"- " * 10 + b"a: [" + b" " * 90_000 * many, "syntax"),
        "escapes": (b'name: "' + b"\\e" * 40_000 * many + b'"', "control-character"),
        "long number": (b"name: " + b"9" * 90_000 * many + b"\nx: 1\n", "unknown-key"),
        "long key": (b"k" * 90_000 * many + b": x\n", "syntax"),
        "long version": (b"%YAML " + b"9" * 90_000 * many + b".1\n--- x\n", "syntax"),
        "zeros": (bytes(100_000 * many), "encoding"),
        "high bytes": (b"\xff" * 100_000 * many, "encoding"),
        "half a character": (b"name: x\n" + b"\xe4\xba", "encoding"),
        "gbk": (("name: " + "产品" * 20_000 * many).encode("gbk"), "encoding"),
    }  # fmt: skip


def larger() -> dict[str, tuple[bytes, str]]:
    """Return role files that only a measurement of time and memory has a use for."""
    return {
        **role_files(10),
        "a million keys": (b"".join(b"k%d: x\n" % n for n in range(1_000_000)), "limit"),
        "a key of 10 MB": (b"x" * 10_000_000 + b": y\n", "limit"),
        "a text of 100 MB": (b"name: " + b"x" * 100_000_000, "limit"),
        "random bytes": (bytes((n * 7919 + n // 251) % 256 for n in range(1_000_000)), "encoding"),
        "a Python object": (b"name: !!python/object/apply:os.system ['false']\n", "tag"),
        "a line of tabs": (b"name:\n" + b"\t" * 1000 + b"x\n", "tab"),
    }


def slips(count: int, *, among: int) -> dict[str, bytes]:
    """Return a catalog whose role misspells a topic so often, among so many topics."""
    topics = "".join(f"  topic-{number:04}: T{number:04}\n" for number in range(among))
    listed = "    - topik-0001\n" * count
    return {
        "catalog.yaml": f"rolecmp: 1\nlanguages: [en]\ntopics:\n{topics}".encode(),
        "pm.yaml": f"name: PM\nsummary:\n  en: x\n  informed:\n{listed}".encode(),
    }


# --- documents

MARK = "<!-- rolecmp: list -->"
_UNITS = {
    "nothing": "a\n",
    "blank lines": "\n",
    "list items": "- \n",
    "nested": "- ",
    "quotes": ">" * 5_000 + "\n",
    "fences": "```\n",
    "indented fences": "    ```\n",
    "indented marks": f"    {MARK}\n",
    "marks indented in turn": "".join(f"{' ' * n}{MARK}\n" for n in range(4, 90)),
    "marks in a line": f"a {MARK} ",
    "marks": f"{MARK}\n",
    "unclosed comments": "<!-- ",
    "unclosed comments in lines": "a <!--\n",
    "unclosed MDX comments": "{/* ",
    "near misses": "<!-- rolexcm -->",
    "backticks": " ".join("`" * (1 + number % 300) for number in range(4_000)),
    "spans": "`a` <!-- x -->",
    "metadata": "---\n\n",
    "raw": "<pre>\n</pre>\n",
    "raw and marks": f"<pre>{MARK}",
    "numbers": "1. 2) 3. ",
    "tabs": "\t",
    "carriage returns": "\r",
}


def documents() -> Mapping[str, str]:
    """Return documents of a megabyte, each with a marker behind it and with none."""
    return {
        f"{name}, then {what}": text * ((1 << 20) // len(text)) + tail
        for name, text in _UNITS.items()
        for what, tail in (("a marker", f"\n{MARK}"), ("a comment's end", "-->"))
    }


CONTENTS = (
    "*a **b ", "[a](", "> > > > - a\n", "\\`*_", "![](", "<a ", "- ", "&amp;", "| a ", "`` ` ",
)  # fmt: skip
"""What somebody may have written into a block, over and over."""


# --- tables

MATRIX = [["Task", "PM", "Dev"], ["Scope", "A", "R"], ["Code", "I", "A"]]


def workbook(rows: list[list[str]] | None = None) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows or MATRIX:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, parts: dict[str, bytes | None], times: int = 1) -> bytes:
    """Return a workbook with parts replaced, each so many times over, added, or left out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            if part is not None:
                with new.open(name, "w") as file:
                    for _ in range(times):
                        file.write(part)
    return out.getvalue()


def sheet_of(inside: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="' + space + b'"><sheetData>' + inside + b"</sheetData></worksheet>"


SHEET = "xl/worksheets/sheet1.xml"
ROW = b"".join(
    b'<c r="%c1" t="inlineStr"><is><t>%s</t></is></c>' % (column, text)
    for column, text in zip(b"ABC", (b"Scope", b"A", b"R"), strict=True)
)


def lying() -> bytes:
    """Make a workbook whose sheet declares fewer bytes than it unpacks to."""
    data = changed(workbook(), {SHEET: b" " * 1_000_000}, 60)
    return data.replace(struct.pack("<I", 60_000_000), struct.pack("<I", 1_000))


TABLES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing": ("x.csv", lambda: b"", "empty-file"),
    "blank": ("x.md", lambda: b"\n \n", "empty-file"),
    "zeros": ("x.csv", lambda: b"\0" * 1_000_000, "not-text"),
    "noise": ("x.csv", lambda: bytes(range(256)) * 4_000, "not-text"),
    "half UTF-16": ("x.csv", lambda: b"\xff\xfea\0b", "encoding"),
    "Latin-1": ("x.csv", lambda: "Tâche,Équipe\nDécidé,A".encode("latin-1"), "encoding"),
    "rows in CSV": ("x.csv", lambda: b"Task,PM\n" + b"Scope,A\n" * 400_000, "too-many-rows"),
    "a million rows in CSV": ("x.csv", lambda: b"Scope,A\n" * 1_000_000, "file-too-large"),
    "rows in Markdown": (
        "x.md",
        lambda: b"| Task | PM |\n|---|---|\n" + b"| a | A |\n" * 9_000,
        "too-many-rows",
    ),
    "lines in Markdown": (
        "x.md",
        lambda: b"| Task | PM |\n|---|---|\n" + b"| a | A |\n" * 60_000,
        "too-many-lines",
    ),
    "columns": ("x.csv", lambda: (b"Task" + b",PM" * 50_000 + b"\nScope" + b",A" * 50_000), ""),
    "a large cell in CSV": ("x.csv", lambda: b'Task,PM\n"' + b"x" * 3_000_000, "not-csv"),
    "a cell of 10 MB": ("x.csv", lambda: b"Task,PM\n" + b"x" * 10_000_000 + b",A\n", ""),
    "a large cell in Markdown": (
        "x.md",
        lambda: b"| Task | PM |\n|---|---|\n| " + b"*x " * 300_000 + b"| A |\n",
        "cell-too-long",
    ),
    "an open quote": ("x.csv", lambda: b'Task,PM\n"Scope,A\n' + b"x,y\n" * 100_000, ""),
    "spaces": ("x", lambda: b" " * 500_000 + b"x\n", "no-letters"),
    "spaces and bars": (
        "x.md",
        lambda: (b" " * 100_000 + b"| x\n") * 4 + b"a | b\n" + b" " * 100_000 + b"| - x\n",
        "no-table",
    ),
    "stars": (
        "x.md",
        lambda: b"| Task | PM |\n|---|---|\n" + (b"| A | " + b"\\* x " * 600 + b"|\n") * 800,
        "too-much-text",
    ),
    "brackets": ("x.md", lambda: b"[" * 500_000, "no-table"),
    "quotations": ("x.md", lambda: (b">" * 500 + b" a\n") * 1_000, "no-table"),
    "emphasis": ("x.md", lambda: b"*a **b " * 100_000, "no-table"),
    "a picture": ("x.xlsx", lambda: b"\x89PNG\r\n" + b"\0" * 100, "not-excel"),
    "a zip": ("x.xlsx", lambda: changed(workbook(), {"xl/workbook.xml": None}), "not-excel"),
    "half a workbook": ("x.xlsx", lambda: workbook()[:3_000], "not-excel"),
    "broken XML": ("x.xlsx", lambda: changed(workbook(), {SHEET: b"<worksheet>"}), "not-excel"),
    "no sheet": ("x.xlsx", lambda: changed(workbook(), {SHEET: None}), "not-excel"),
    "wrong shared strings": (
        "x.xlsx",
        lambda: changed(workbook(), {SHEET: sheet_of(b'<row><c t="s"><v>9</v></c></row>')}),
        "not-excel",
    ),
    "entities": (
        "x.xlsx",
        lambda: changed(
            workbook(),
            {SHEET: b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;'},
        ),
        "not-excel",
    ),
    "a zip bomb": (
        "x.xlsx",
        lambda: changed(workbook(), {SHEET: b" " * 1_000_000}, 100),
        "workbook-too-large",
    ),
    "a zip bomb that lies": ("x.xlsx", lying, "not-excel"),
    "a million rows": (
        "x.xlsx",
        lambda: changed(workbook(), {SHEET: (b"<row>" + ROW + b"</row>") * 1_000}, 1_000),
        "workbook-too-large",
    ),
    "many rows": (
        "x.xlsx",
        lambda: changed(
            workbook(), {SHEET: sheet_of(b'<row><c><v>1</v></c></row>' * 20_000)}
        ),
        "sheet-too-large",
    ),
    "a far cell": (
        "x.xlsx",
        lambda: changed(
            workbook(), {SHEET: sheet_of(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}
        ),
        "sheet-too-large",
    ),
    "a large merged cell": (
        "x.xlsx",
        lambda: changed(
            workbook(),
            {
                SHEET: sheet_of(b"<row>" + ROW + b"</row>").replace(
                    b"</worksheet>",
                    b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
                )
            },
        ),
        "no-letters",
    ),
    "a large cell": (
        "x.xlsx",
        lambda: workbook([["Task", "PM"], ["x" * 32_000, "A"]]),
        "cell-too-long",
    ),
    "a password": (
        "x.xlsx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "the old format": (
        "x.xls",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99,
        "old-excel",
    ),
    "YAML": ("x.yaml", lambda: b"a: b\n", "not-a-table"),
    "HTML": ("x.xls", lambda: b"<html><table><tr><td>A</td></tr></table></html>", "not-a-table"),
}  # fmt: skip
