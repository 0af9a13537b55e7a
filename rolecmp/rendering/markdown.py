"""A report as Markdown that GitHub, GitLab, MkDocs, Docusaurus (MDX) and pandoc read alike."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import lru_cache

from rolecmp.rendering.report import (
    Block,
    Bullets,
    Facts,
    Grid,
    Line,
    Paragraph,
    Report,
    SideBySide,
    Table,
    Tone,
    file_of,
    headed,
    in_document,
    joined,
)
from rolecmp.words import Words

DEFAULT_HEADING = 2
"""Level of the answer's heading: one below the title of the document it goes into."""

# A backslash works everywhere for what Markdown first had; Python-Markdown (MkDocs) shows it
# before anything later, so the rest are character references. Left as they are: marks that
# mean something at the start of a line only, which `_START` takes care of.
_BACKSLASH = "\\`*_{}[]"
_REFERENCE = "<>&|~^$@"
_TABLE = str.maketrans(
    {
        **{char: "\\" + char for char in _BACKSLASH},
        **{char: f"&#{ord(char)};" for char in _REFERENCE},
        "<": "&lt;",
        ">": "&gt;",
        "&": "&amp;",
    }
)
# Heading, list, quote and setext marks, numbered items, pandoc's definition and line blocks.
_STARTS = frozenset("#+-=:%0123456789")
_START = r"[#+\-=:%]|\d{1,9}(?=[.)])"
# Runs that some dialects set as something else: a dash, a highlight, an inserted word.
_RUNS = r"==|\+\+|::|--|!(?=\\\[)|(?<!&)#(?=\w)"
_LINK = r"(?i)\b(?:https?|ftp|mailto):|\bwww\."
# An address as people write it in a sentence. It becomes a link in full: as text, its escapes would
# be undone by formatters (mdformat-gfm refuses its own result then).
_ADDRESS = re.compile(
    r"(?i)(?<![a-z0-9_.+/@!-])("
    r"(?:https?://|www\.)[a-z0-9](?:[a-z0-9_/~=&#+-]|%[0-9a-f]{2}|[.?:](?=[a-z0-9_/]))*+"
    r"|[a-z0-9][a-z0-9._+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,}+"
    r")(?=[.,;:!?)\]\"']*+(?:\s|\Z|[\u201d\u2026\u3001-\u3011\uff01-\uff1f]))"
)
# One look that tells whether a text needs any of this: nearly none does.
_SUSPECT = re.compile(r"[\\`*_{}\[\]<>&|~^$@\n!#:=+]")
MAX_COLUMNS = 12
"""Columns beside the first: with more, a page of documentation cuts a table or scrolls it."""

_BOLD = (Tone.OWNER, Tone.STRONG)
_SPACES = r"^ +| +$|(?<= ) "


def escape(text: str) -> str:
    """Escape `text` so that a reader of the page sees every character of it.

    A newline becomes ``<br/>``, the one spelling that MDX takes as well.
    """
    return _guard(_escape_inside(text))


@lru_cache(4096)
def _escape_inside(text: str) -> str:
    """Escape what means something anywhere in a line."""
    if not (_SUSPECT.search(text) or "--" in text or "ww." in text or "WW." in text):
        return text
    pieces = _ADDRESS.split(text) if re.search("://|@|(?i:www)", text) else [text]
    for place, piece in enumerate(pieces):
        pieces[place] = piece.translate(_TABLE)
        pieces[place] = re.sub(
            _RUNS, lambda match: "".join(map(_reference, match[0])), pieces[place]
        )
        if place % 2:
            scheme = "" if "://" in piece else "mailto:" if "@" in piece else "http://"
            pieces[place] = f"[{pieces[place]}]({scheme}{piece.replace('&', '&amp;')})"
        elif ":" in piece or "www." in piece.lower():
            pieces[place] = re.sub(
                _LINK, lambda match: match[0][:-1] + _reference(match[0][-1]), pieces[place]
            )
    return "".join(pieces).replace("\n", "<br/>")


def _guard(text: str) -> str:
    """Escape what means something at the start of a line, and spaces that would be dropped."""
    if text[:1] in _STARTS and (start := re.match(_START, text)):
        if text[0].isdigit():
            text = f"{start[0]}{_reference(text[start.end()])}{text[start.end() + 1 :]}"
        else:
            text = _reference(text[0]) + text[1:]
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        text = re.sub(_SPACES, lambda match: "&#32;" * len(match[0]), text)
    return text


def _no_module(text: str) -> str:
    """Keep MDX from taking a paragraph that begins with "import" for JavaScript."""
    if text.startswith(("import ", "export ")):
        return _reference(text[0]) + text[1:]
    return text


def _reference(char: str) -> str:
    return f"&#{ord(char)};"


def render_markdown(report: Report, heading: int = DEFAULT_HEADING) -> str:
    """Lay out `report` as Markdown under one heading of level `heading` (1 to 6), 0 for none."""
    # A run of # at the end of a heading would be taken for its closing mark.
    title = re.sub(r"#+$", lambda match: _reference("#") * len(match[0]), escape(report.title))
    parts = [f"{'#' * heading} {title}"] if heading else []
    words = Words(report.language)
    parts += [_block(block, words) for block in report.blocks]
    parts.append(_no_module(escape(report.footer)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block, words: Words) -> str:
    if isinstance(block, Paragraph):
        return _no_module(_line(block.line, strong=False))
    if isinstance(block, Bullets):
        items = "\n".join(f"- {_line(item, strong=False)}" for item in block.items)
        lead = words("label", name=escape(block.lead)).rstrip()
        gap = f"*{escape(block.gap)}*" if block.gap else ""
        return _no_module(f"{lead}\n\n{items or gap}".rstrip())
    if isinstance(block, SideBySide):
        return _side_by_side(block)
    if isinstance(block, Facts):
        return _facts(block, words)
    if isinstance(block, Grid):
        return _matrix(block, words)
    return _table(block, words)


def _line(line: Line, *, strong: bool = True) -> str:
    if len(line) == 1 and line[0].tone is Tone.POSITION:
        return _position(line[0].text)
    if len(line) == 1 and not (strong and line[0].tone in _BOLD):
        return escape(line[0].text)
    line = tuple(span for span in line if span.text)
    out = ""
    for place, span in enumerate(line):
        text = _escape_inside(span.text)
        # Emphasis opens and closes only beside spaces or the ends: beside Chinese punctuation
        # its asterisks would show.
        alone = (
            (place == 0 or line[place - 1].text.endswith(" "))
            and (place == len(line) - 1 or line[place + 1].text.startswith(" "))
            and span.text == span.text.strip()
        )
        if strong and alone and span.tone in _BOLD:
            text = f"**{text}**"
        if text.startswith("[") and out.endswith("!"):  # which would be an image
            out = out[:-1] + _reference("!")
        out += text
    return _guard(out)


def _position(position: str) -> str:
    """Return a link to the file of a position, without the line, which would not stay true."""
    file = file_of(position)
    if file is None:
        return escape(position.rpartition(":")[0])
    return f"[{escape(file)}]({_url(file)})"


def _url(path: str) -> str:
    """Return a path as the target of a link, in which no dialect sees anything else."""
    if re.fullmatch(r"[\w./-]*", path, re.ASCII) and "__" not in path:
        return path
    from urllib.parse import quote

    return quote(os.fsencode(path), safe="/.-")


def _side_by_side(block: SideBySide) -> str:
    rows: list[list[str]] = []
    for title, cells in block.sections:
        for number in range(max(1, *(len(items) for items in cells))):
            row = [f"**{_line(title, strong=False)}**" if number == 0 else ""]
            for items in cells:
                if items:
                    item = in_document(items[number]) if number < len(items) else ()
                    row.append(_line(item, strong=False))
                else:
                    row.append(f"*{escape(block.gap)}*" if number == 0 else "")
            rows.append(row)
    return _grid([escape(block.corner), *(escape(head) for head in block.heads)], rows)


def _facts(block: Facts, words: Words) -> str:
    return "\n".join(
        "- "
        + words("label", name=_line(label, strong=False))
        + _line(joined(map(in_document, items), words("list-semicolon")), strong=False)
        for label, items in block.rows
    )


def _table(block: Table, words: Words) -> str:
    grouped = any(group.title for group in block.groups)
    heads = [escape(column.title) for column in block.columns]
    rows = []
    for group in block.groups:
        title = _line(group.title, strong=False)
        for row in group.rows:
            cells = [_line(cell) for cell in row]
            rows.append([*cells, title] if grouped else cells)
    if grouped:
        heads.append(escape(block.group_title))
    lead = f"{words('label', name=escape(block.title)).rstrip()}\n\n" if block.title else ""
    return _no_module(lead) + _grid(heads, rows)


def _matrix(block: Grid, words: Words) -> str:
    """Lay out a grid upright, turned where only so it is narrow enough, or else in parts."""
    known: dict[int, str] = {}  # by identity: a large grid holds the same few cells many times

    def cell(line: Line) -> str:
        text = known.get(id(line))
        if text is None:
            # Whoever is accountable is bold, whether or not someone else is too.
            owners = (span._replace(tone=Tone.OWNER) if span.tone is Tone.CONFLICT else span
                      for span in line)  # fmt: skip
            text = known[id(line)] = _line(tuple(owners)) if line else escape(block.empty)
        return text

    heads = [escape(head.name) for head in block.heads]
    if len(heads) > MAX_COLUMNS >= len(block.rows):
        named = [
            words("with-mark", name=name, mark=_line(row.mark, strong=False)) if row.mark else name
            for row in block.rows
            for name in [
                words("label", name=escape(row.group)) + escape(row.name)
                if row.group
                else escape(row.name)
            ]
        ]
        titles = [escape(total.title) for total in block.totals]
        turned = [
            [
                head,
                *[cell(row.cells[place]) for row in block.rows],
                *[total.figures[place] for total in block.totals],
            ]
            for place, head in enumerate(heads)
        ]
        return _grid([escape(block.column), *named, *titles], turned)
    marks = [_line(row.mark, strong=False) for row in block.rows]
    marked = any(marks)
    names = [escape(row.name) for row in block.rows]
    tables = max(1, -(-len(heads) // MAX_COLUMNS))
    most = max(1, -(-len(heads) // tables))
    parts = []
    for start in range(0, max(len(heads), 1), most):
        rows = []
        for name, (title, row), mark in zip(names, headed(block.rows), marks, strict=True):
            cells = [cell(each) for each in row.cells[start : start + most]]
            if title:
                rows.append([f"**{escape(title)}**", *[""] * (len(cells) + marked)])
            rows.append([name, *cells, *([mark] if marked else [])])
        rows += [
            [
                f"*{escape(total.title)}*",
                *total.figures[start : start + most],
                *([""] if marked else []),
            ]
            for total in block.totals
        ]
        last = [escape(block.mark)] if marked else []
        parts.append(_grid([escape(block.row), *heads[start : start + most], *last], rows))
    return "\n\n".join(parts)


def _grid(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [_row(heads), _row(["---"] * len(heads)), *(_row(row) for row in rows)]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"
