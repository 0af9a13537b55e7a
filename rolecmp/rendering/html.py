"""A report as an HTML page that stands alone."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from html import escape

from rolecmp.rendering.report import (
    Block,
    Bullets,
    Facts,
    Grid,
    Item,
    Line,
    Paragraph,
    Report,
    SideBySide,
    Span,
    Table,
    Tone,
    file_of,
    headed,
    in_document,
)

STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; \
overflow-wrap: break-word; color: CanvasText; background: Canvas; }
.table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; }
caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
th, td { text-align: start; vertical-align: top; padding: .4rem .8rem; \
border-bottom: 1px solid #8886; }
th, td:first-child { min-width: 6em; }
ul { margin: 0; padding-inline-start: 1.2em; }
.muted, .position { opacity: .7; }
.position { color: inherit; }
.owner, .strong { font-weight: 600; }
.conflict, .gap { font-weight: 600; text-decoration: underline dotted; }
.owner { color: #1b7f3b; } .conflict { color: #b3261e; } .gap { color: #8e24aa; }
@media (prefers-color-scheme: dark) {
.owner { color: #7ed996; } .conflict { color: #ff8a80; } .gap { color: #e1a6f0; } }
@media (max-width: 40rem) {
.stacked, .stacked tbody, .stacked tr, .stacked th, .stacked td { display: block; }
.stacked thead { display: none; }
.stacked tr { border-bottom: 1px solid #8886; padding: .3rem 0; }
.stacked th, .stacked td { border: 0; padding: .1rem .4rem; }
.stacked [data-head]::before { content: attr(data-head); display: block; opacity: .7; \
font-size: .9rem; } }
@media print { .table { overflow: visible; } }"""

# A grid of many columns is scrolled inside the page, its heads on their side and in sight.
GRID_STYLE = """\
.grid { overflow: auto; max-height: 90vh; }
.grid td, .grid th { padding: .2rem .5rem; }
.grid td { white-space: nowrap; }
.grid thead th:not(:first-child) { min-width: 0; }
.grid thead th { position: sticky; top: 0; background: Canvas; vertical-align: bottom; z-index: 1; }
.grid tbody th, .grid tfoot th { position: sticky; left: 0; background: Canvas; }
.grid thead th:first-child { left: 0; z-index: 2; }
.grid .side { writing-mode: vertical-rl; }
.grid .side:lang(en) { transform: rotate(180deg); }
.grid .side { max-height: 16rem; }
.grid tfoot td, .grid tfoot th { font-weight: 400; border-bottom: 0; }
@media print { .grid { overflow: visible; max-height: none; } }"""
_MANY = 8


def render_html(report: Report) -> str:
    """Lay out `report` as a whole HTML page; every text in it is escaped.

    So is ``##``, which may begin a command to the runner of a code host.
    """
    body = _Layout().report(report, 1)
    style = STYLE
    if any(isinstance(block, Grid) for block in report.blocks):
        style = f"{STYLE}\n{GRID_STYLE}"
    tab = escape(" ".join(report.title.split()))  # a browser's tab shows one line of plain text
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(report.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{tab}</title>\n<style>\n{style}\n</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n"
        f'<footer class="muted">{_text(report.footer)}</footer>\n</body>\n</html>\n'
    )
    return page.replace("##", "#&#35;")


def render_part(report: Report, level: int, name: str) -> str:
    """Lay out `report` as a part of another page, under a heading of that level.

    The id of that heading is `name`, and those of the headings below it begin with it.
    """
    return _Layout(name).report(report, level)


class _Layout:
    """Lays out one report; knows the ids that were given and the heading that was last."""

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._ids: set[str] = set()
        self._caption = ""
        self._level = 1

    def report(self, report: Report, level: int) -> str:
        self._level = level + 1
        title = self.heading(level, report.title)
        return "\n".join([title, *(self.block(block) for block in report.blocks)])

    def heading(self, level: int, text: str) -> str:
        """Return a heading with an id of its own, which is made of its text."""
        words = [] if self._name and not self._ids else re.findall(r"\w+", text.lower())
        id_ = free = "-".join(part for part in (self._name, *words) if part) or "part"
        while free in self._ids:
            free = f"{id_}-{len(self._ids)}"
        self._ids.add(free)
        self._caption = text
        return f'<h{level} id="{escape(free)}">{_text(text)}</h{level}>'

    def block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return f"<p>{_line(block.line)}</p>"
        if isinstance(block, Bullets):
            gap = f'<p class="muted">{_text(block.gap)}</p>'
            items = _items(block.items) if block.items else gap
            return f"{self.heading(self._level, block.lead)}\n{items}"
        if isinstance(block, SideBySide):
            return self.side_by_side(block)
        if isinstance(block, Facts):
            rows = "\n".join(
                f'<tr><th scope="row">{_line(label)}</th>'
                f"<td>{_prose(items, bulleted=False)}</td></tr>"
                for label, items in block.rows
            )
            return self.frame([], rows)
        if isinstance(block, Grid):
            return _grid(block)
        return self.table(block)

    def side_by_side(self, block: SideBySide) -> str:
        def cell(head: str, items: Sequence[Item]) -> str:
            if not items:
                return f'<td class="muted"{_under(head)}>{_text(block.gap)}</td>'
            return f"<td{_under(head)}>{_prose(items, bulleted=block.bulleted)}</td>"

        rows = "\n".join(
            f'<tr><th scope="row">{_line(title)}</th>'
            + "".join(map(cell, block.heads, cells))
            + "</tr>"
            for title, cells in block.sections
        )
        return self.frame([block.corner, *block.heads], rows)

    def table(self, block: Table) -> str:
        rows = []
        unders = [_under(column.title) for column in block.columns]
        for group in block.groups:
            if group.title:
                rows.append(
                    f'<tr><th colspan="{len(block.columns)}" scope="colgroup">'
                    f"{_line(group.title)}</th></tr>"
                )
            rows += [
                "<tr>"
                + "".join(
                    f"<td{under}>{_line(cell)}</td>"
                    for under, cell in zip(unders, row, strict=True)
                )
                + "</tr>"
                for row in group.rows
            ]
        heading = f"{self.heading(self._level, block.title)}\n" if block.title else ""
        return heading + self.frame([column.title for column in block.columns], "\n".join(rows))

    def frame(self, heads: Sequence[str], rows: str) -> str:
        """Return a table, which is read cell by cell below each other on a narrow screen."""
        head = "".join(
            f'<th scope="col">{_text(title)}</th>' if title else "<td></td>" for title in heads
        )
        top = f"<thead><tr>{head}</tr></thead>\n" if any(heads) else ""
        return (
            f'<div class="table" tabindex="0">\n<table class="stacked">\n'
            f"<caption>{_text(self._caption)}</caption>\n"
            f"{top}<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
        )


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _line(line: Line) -> str:
    return "".join(map(_span, line))


def _span(span: Span) -> str:
    text = _text(span.text)
    if span.tone is Tone.PLAIN:
        return text
    file = file_of(span.text) if span.tone is Tone.POSITION else None
    if file is None:
        return f'<span class="{span.tone.value}">{text}</span>'
    from urllib.parse import quote

    address = quote(os.fsencode(file))
    return f'<a class="{span.tone.value}" href="{escape(address)}">{text}</a>'


def _under(head: str) -> str:
    """Return the attribute by which a cell says what it stands under where no head is shown."""
    return f' data-head="{escape(" ".join(head.split()))}"' if head else ""


def _prose(items: Sequence[Item], *, bulleted: bool) -> str:
    lines = [in_document(item) for item in items]
    return _items(lines) if bulleted else "<br>".join(map(_line, lines))


def _items(items: Sequence[Line]) -> str:
    return "<ul>" + "".join(f"<li>{_line(item)}</li>" for item in items) + "</ul>"


def _grid(block: Grid) -> str:
    known: dict[int, str] = {}  # by identity: a large grid holds the same few cells many times

    def cell(line: Line) -> str:
        text = known.get(id(line))
        if text is None:
            shown = _line(line) if line else f'<span class="muted">{_text(block.empty)}</span>'
            text = known[id(line)] = f"<td>{shown}</td>"
        return text

    marked = any(row.mark for row in block.rows)
    side = ' class="side"' if len(block.heads) > _MANY else ""
    heads = "".join(f'<th scope="col"{side}>{_text(head.name)}</th>' for head in block.heads)
    heads = f'<th scope="col">{_text(block.row)}</th>{heads}'
    if marked:
        heads += f'<th scope="col">{_text(block.mark)}</th>'
    across = 1 + len(block.heads) + marked
    rows = "\n".join(
        (f'<tr><th colspan="{across}" scope="colgroup">{_text(title)}</th></tr>\n' if title else "")
        + f'<tr><th scope="row">{_text(row.name)}</th>'
        + "".join(map(cell, row.cells))
        + (f"<td>{_line(row.mark)}</td>" if marked else "")
        + "</tr>"
        for title, row in headed(block.rows)
    )
    totals = "\n".join(
        f'<tr><th scope="row">{_text(total.title)}</th>'
        + "".join(f"<td>{_text(figure)}</td>" for figure in total.figures)
        + ("<td></td>" if marked else "")
        + "</tr>"
        for total in block.totals
    )
    label = escape(f"{block.row} – {block.column}")
    foot = f"\n<tfoot>\n{totals}\n</tfoot>" if totals else ""
    return (
        f'<div class="table grid" role="region" tabindex="0" aria-label="{label}">\n'
        f"<table>\n<caption>{label}</caption>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>{foot}\n</table>\n</div>"
    )
