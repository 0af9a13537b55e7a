"""Draws the screen that each README opens with: ``python tests/pictures/screens.py``."""

from __future__ import annotations

import contextlib
import html
import io
import itertools
import re
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from rich.cells import cell_len  # noqa: TID251
from rich.console import Console  # noqa: TID251 - draws what the program has written
from rich.terminal_theme import TerminalTheme  # noqa: TID251
from rich.text import Text  # noqa: TID251

from rolecmp.cli import run

TEXT = re.compile(
    r'<text class="(?P<class>screen-r\d+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" '
    r'textLength="[\d.]+"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>'
)
CELL = 12.2
"""How wide Rich draws a cell."""

FOLDER = Path(__file__).parents[2] / ".github"
WIDTH = 80


class Screen(NamedTuple):
    """A command, the language it is answered in, and the file with the picture of that."""

    command: str
    language: str
    file: str

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return FOLDER / self.file


SCREENS = (
    Screen("rolecmp compare pm pmm", "en", "compare.svg"),
    Screen("rolecmp compare 产品经理 产品市场经理", "zh", "compare.zh.svg"),
)

# Fonts that the reader has: nothing is loaded, so that the picture says the same everywhere.
FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<title>COMMAND</title>
<style>
.{unique_id}-matrix {{
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono",
        "Noto Sans Mono CJK SC", "PingFang SC", "Microsoft YaHei", monospace;
    font-size: {char_height}px;
    line-height: {line_height}px;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
THEME = TerminalTheme(
    (22, 27, 34),
    (230, 237, 243),
    [
        (22, 27, 34), (255, 123, 114), (86, 211, 100), (227, 179, 65),
        (121, 192, 255), (210, 168, 255), (86, 212, 221), (230, 237, 243),
    ],
)  # fmt: skip


def draw(screen: Screen) -> str:
    """Return a picture, as SVG, of what the program writes in colour."""
    options = [
        "--roles", "builtin", "--lang", screen.language, "-f", "table", "--color", "always",
        "--width", str(WIDTH),
    ]  # fmt: skip
    with contextlib.redirect_stdout(io.StringIO()) as written:
        code = run([*screen.command.split()[1:], *options])
    if code:
        raise SystemExit(code)
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="standard"
    )
    console.print(Text("$ ", style="dim") + Text(screen.command))
    for line in written.getvalue().splitlines():
        console.print(Text.from_ansi(line), no_wrap=True, crop=False)
    svg = console.export_svg(
        title="",
        theme=THEME,
        code_format=FORMAT.replace("COMMAND", screen.command),
        unique_id="screen",
    )
    return TEXT.sub(_spaced, svg)


def _spaced(found: re.Match[str]) -> str:
    """Return a piece of text with a place of its own for each wide character.

    Rich gives a wide character the room of a narrow one, and leaves it to the reader's program
    to share the room of a piece out among its characters.
    """
    column, pieces = float(found["x"]), []
    for width, run_of in itertools.groupby(html.unescape(found["text"]), cell_len):
        text = "".join(run_of)
        places = [column + width * CELL * place for place in range(len(text))]
        column += width * CELL * len(text)
        if width == 1:
            x = f'x="{places[0]:g}" textLength="{CELL * len(text):g}"'
        else:
            x = f'x="{" ".join(f"{each:g}" for each in places)}"'
        start = f'<text class="{found["class"]}" {x} y="{found["y"]}"{found["rest"]}>'
        pieces.append(f"{start}{html.escape(text, quote=False)}</text>")
    return "".join(pieces)


class Piece(NamedTuple):
    """Text in a picture: the cell that it begins in, and how it looks."""

    column: int
    text: str
    style: str


def shown(svg: str) -> list[list[Piece]]:
    """Return what a picture shows, line by line."""
    tree = ElementTree.fromstring(svg)
    space = "{http://www.w3.org/2000/svg}"
    (sheet,) = tree.iter(f"{space}style")
    styles = dict(re.findall(r"\.(screen-r\d+) \{ (.*?) \}", sheet.text or ""))
    (matrix,) = (each for each in tree.iter(f"{space}g") if each.get("class") == "screen-matrix")
    lines: dict[float, list[Piece]] = {}
    for each in matrix.iter(f"{space}text"):
        text = (each.text or "").replace("\N{NO-BREAK SPACE}", " ")
        if text.strip():
            column = round(float(each.get("x", "").split()[0]) / CELL)
            piece = Piece(column, text, styles[each.get("class", "")])
            lines.setdefault(float(each.get("y", "")), []).append(piece)
    return [lines[height] for height in sorted(lines)]


def text_of(line: list[Piece]) -> str:
    """Return the text of a line of a picture, each piece in its place."""
    text = ""
    for piece in line:
        text += " " * (piece.column - cell_len(text)) + piece.text
    return text.rstrip()


if __name__ == "__main__":
    for each in SCREENS:
        each.path.write_text(draw(each), encoding="utf-8")
