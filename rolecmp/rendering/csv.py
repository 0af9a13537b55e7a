"""An answer as CSV that a spreadsheet opens as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

# What spreadsheets take for the start of a formula, half-width and full-width (OWASP, "CSV
# Injection"); an apostrophe before it makes them show the cell as it is.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def render_csv(rows: Iterable[list[str]]) -> str:
    """Return rows, the heading among them, as comma-separated values (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_inert(cell) for cell in row])
    return out.getvalue()


def _inert(cell: str) -> str:
    return "'" + cell if cell.lstrip(" ").startswith(_FORMULA) else cell
