"""A report as an HTML page that stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rolecmp.rendering.report import (
    Block,
    Bullets,
    Line,
    Paragraph,
    Report,
    SideBySide,
    Table,
    Tone,
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
.conflict, .gap { font-weight: 600; text-decoration: underline dotted; }"""


def render_html(report: Report) -> str:
    """Lay out `report` as a whole HTML page; every text in it is escaped."""
    body = "\n".join(_block(block) for block in report.blocks)
    title = _text(report.title)
    tab = escape(" ".join(report.title.split()))  # a browser's tab shows one line of plain text
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(report.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{tab}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n{body}\n"
        f'<p class="muted">{_text(report.footer)}</p>\n</body>\n</html>\n'
    )


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _line(line: Line) -> str:
    return "".join(
        _text(span.text)
        if span.tone is Tone.PLAIN
        else f'<span class="{span.tone.value}">{_text(span.text)}</span>'
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
            f'<tr><th scope="row">{_text(title)}</th>'
            + "".join(
                f"<td>{_items(cell)}</td>" if cell else f'<td class="muted">{_text(block.gap)}</td>'
                for cell in cells
            )
            + "</tr>"
            for title, cells in block.sections
        )
        return _frame([block.corner, *block.heads], rows)
    return _table(block)


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


def _frame(heads: Sequence[str], rows: str) -> str:
    head = "".join(f'<th scope="col">{_text(title)}</th>' for title in heads)
    top = f"<thead><tr>{head}</tr></thead>\n" if any(heads) else ""
    return f"<table>\n{top}<tbody>\n{rows}\n</tbody>\n</table>"
