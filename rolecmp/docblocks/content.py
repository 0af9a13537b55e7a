"""What the content of a block says, whoever laid it out: what its digest is made of.

A formatter writes ``_a_`` for ``*a*``, aligns tables, wraps lines and drops escapes, and nothing
of that is an edit. So the digest is one of what a Markdown parser reads: text, emphasis, links,
headings, list items and cells, a line each. Our own Markdown is of few forms, and is brought into
that shape without the parser; the tests hold the two against each other.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

MAX_COST = 1_200_000
"""What parsing the blocks of one document may cost; beyond, they are taken as they are written."""

# Marks that no text has in it.
_EMPHASIS, _STRONG, _BREAK, _SOFT = "\x02", "\x03", "\x04", "\x05"
_WRITTEN = re.compile(r"\\([\\`*_{}\[\]])|&(?:#(\d{1,7})|lt|gt|amp);|\*\*?|<br/>")
_MEANS = {
    "*": _EMPHASIS, "**": _STRONG, "<br/>": _BREAK, "&lt;": "<", "&gt;": ">", "&amp;": "&",
}  # fmt: skip
_WIDE = r"[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"


def digest(said: str) -> str:
    """Return the digest of what a content says, eight hexadecimal digits."""
    import hashlib

    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def written(content: str) -> str:
    """Return what a content says that stands as the renderer has written it.

    Of any other content it is something that no content of the renderer says.
    """
    return _spaced(_WRITTEN.sub(_meaning, content))


def _meaning(found: re.Match[str]) -> str:
    text = found[0]
    if text[0] == "\\":
        return text[1]
    if text[:2] == "&#":
        code = int(found[2])
        return chr(code) if code < 0x110000 else text
    return _MEANS[text]


def _spaced(text: str) -> str:
    """Leave out blank lines, and the spaces that a formatter may put in or take away."""
    if "  " in text:
        text = re.sub("  +", " ", text)
    return "\n".join([line for each in text.split("\n") if (line := each.strip())])


# --- as the parser reads it -------------------------------------------------------------------


def cost(content: str) -> int:
    """Return what it costs to parse a content: lines and marks cost more than text."""
    return len(content) + 40 * sum(map(content.count, "\n[*_`\\<&!>"))


def parsed(content: str) -> str:
    """Return what a content says, as a Markdown parser reads it."""
    text = "\n".join(_lines(_parser().parse(content)))
    # Between two wide characters a line is broken, and joined again, without a space.
    return _spaced(re.sub(f"(?<={_WIDE}){_SOFT}(?={_WIDE})", "", text).replace(_SOFT, " "))


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield a line for each heading, paragraph, list item and row, as the renderer lays it out."""
    lead = ""
    lists: list[str] = []
    cells: list[str] | None = None
    columns = 0
    for token in tokens:
        kind = token.type
        if kind == "inline":
            text = "".join(_inline(token.children or ()))
            if cells is not None:
                cells.append(text.strip())
            else:
                yield lead + text
                lead = ""
        elif kind == "heading_open":
            lead = "#" * int(token.tag[1]) + " "
        elif kind in ("bullet_list_open", "ordered_list_open"):
            lists.append("-" if kind == "bullet_list_open" else "1.")
        elif kind in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif kind == "list_item_open":
            lead = "".join(lists) + " "
        elif kind == "tr_open":
            cells = []
        elif kind == "tr_close":
            yield _row(cells or ())
            columns = len(cells or ())
            cells = None
        elif kind == "thead_close":
            yield _row(["---"] * columns)
        elif kind in ("fence", "code_block", "html_block", "hr"):
            yield f"{lead}{token.markup[:3]}{token.info}\n{token.content}"
            lead = ""
        elif kind in ("blockquote_open", "blockquote_close"):
            yield ">" if kind == "blockquote_open" else "/>"


def _row(cells: Sequence[str]) -> str:
    return "|" + "|".join(f" {cell} " for cell in cells) + "|"


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    links: list[object] = []
    for token in tokens:
        kind = token.type
        if kind == "softbreak":
            yield _SOFT
        elif kind == "hardbreak" or (
            kind == "html_inline" and re.fullmatch(r"<br\s*/?>", token.content)
        ):
            yield _BREAK
        elif kind in ("em_open", "em_close"):
            yield _EMPHASIS
        elif kind in ("strong_open", "strong_close"):
            yield _STRONG
        elif kind == "link_open":
            yield "["
            links.append(token.attrs["href"])
        elif kind == "link_close":
            yield f"]({links.pop()})"
        elif kind == "code_inline":
            yield f"`{token.content}`"
        elif kind == "image":
            yield f"![{token.content}]({token.attrs['src']})"
        else:
            yield token.content
