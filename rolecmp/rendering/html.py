"""A report as an HTML page that stands alone."""

from __future__ import annotations

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
    Table,
    Tone,
    headed,
    in_document,
)

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: start; vertical-align: top; padding: .4rem .8rem; \
border-bottom: 1px solid #8886; }
ul { margin: 0; padding-inline-start: 1.2em; }
.muted { opacity: .7; }
.owner, .strong { font-weight: 600; }
.conflict, .gap { font-weight: 600; text-decoration: underline dotted; }
.owner { color: #1b7f3b; } .conflict { color: #b3261e; } .gap { color: #8e24aa; }
@media (prefers-color-scheme: dark) {
.owner { color: #7ed996; } .conflict { color: #ff8a80; } .gap { color: #e1a6f0; } }"""

# A grid of many columns is scrolled inside the page, its heads on their side and in sight.
_GRID_STYLE = """\
.grid { overflow: auto; max-height: 90vh; }
.grid table { margin: 0; }
.grid td, .grid th { padding: .2rem .5rem; }
.grid td { white-space: nowrap; }
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
    """Lay out `report` as a whole HTML page; every text in it is escaped."""
    body = "\n".join(_block(block) for block in report.blocks)
    title = _text(report.title)
    style = _STYLE
    if any(isinstance(block, Grid) for block in report.blocks):
        style = f"{_STYLE}\n{_GRID_STYLE}"
    tab = escape(" ".join(report.title.split()))  # a browser's tab shows one line of plain text
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(report.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{tab}</title>\n<style>\n{style}\n</style>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n{body}\n"
        f'<p class="muted">{_text(report.footer)}</p>\n</body>\n</html>\n'
    )


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


_CLASSES = {Tone.POSITION: Tone.MUTED.value}


def _line(line: Line) -> str:
    return "".join(
        _text(span.text)
        if span.tone is Tone.PLAIN
        else f'<span class="{_CLASSES.get(span.tone, span.tone.value)}">{_text(span.text)}</span>'
        for span in line
    )


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_line(block.line)}</p>"
    if isinstance(block, Bullets):
        gap = f'<p class="muted">{_text(block.gap)}</p>'
        return f"<h2>{_text(block.lead)}</h2>\n{_items(block.items) if block.items else gap}"
    if isinstance(block, SideBySide):
        rows = "\n".join(
            f'<tr><th scope="row">{_line(title)}</th>'
            + "".join(
                f"<td>{_prose(cell, bulleted=block.bulleted)}</td>"
                if cell
                else f'<td class="muted">{_text(block.gap)}</td>'
                for cell in cells
            )
            + "</tr>"
            for title, cells in block.sections
        )
        return _frame([block.corner, *block.heads], rows)
    if isinstance(block, Facts):
        rows = "\n".join(
            f'<tr><th scope="row">{_line(label)}</th><td>{_prose(items, bulleted=False)}</td></tr>'
            for label, items in block.rows
        )
        return _frame([], rows)
    if isinstance(block, Grid):
        return _grid(block)
    return _table(block)


def _prose(items: Sequence[Item], *, bulleted: bool) -> str:
    lines = [in_document(item) for item in items]
    return _items(lines) if bulleted else "<br>".join(map(_line, lines))


def _items(items: Sequence[Line]) -> str:
    return "<ul>" + "".join(f"<li>{_line(item)}</li>" for item in items) + "</ul>"


def _table(block: Table) -> str:
    rows = []
    for group in block.groups:
        if group.title:
            rows.append(
                f'<tr><th colspan="{len(block.columns)}" scope="colgroup">'
                f"{_line(group.title)}</th></tr>"
            )
        rows += [
            "<tr>" + "".join(f"<td>{_line(cell)}</td>" for cell in row) + "</tr>"
            for row in group.rows
        ]
    heading = f"<h2>{_text(block.title)}</h2>\n" if block.title else ""
    return heading + _frame([column.title for column in block.columns], "\n".join(rows))


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
        f'<div class="grid" role="region" tabindex="0" aria-label="{label}">\n'
        f"<table>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>{foot}\n</table>\n</div>"
    )


def _frame(heads: Sequence[str], rows: str) -> str:
    head = "".join(f'<th scope="col">{_text(title)}</th>' for title in heads)
    top = f"<thead><tr>{head}</tr></thead>\n" if any(heads) else ""
    return f"<table>\n{top}<tbody>\n{rows}\n</tbody>\n</table>"
