"""A file of plain lines as a tree of located values: what ``read_tree`` gives, without yaml.

A small command spends a seventh of its time on importing the parser; the catalog's own file
is nearly always plain enough to do without.
"""

from __future__ import annotations

from rolecmp.definitions.plainlines import INDICATORS, PlainLines, UnusualError, pattern, scalar
from rolecmp.definitions.reading import NULLS, Node

# Inside brackets and braces: a key, a text without quotes, one with them.
_KEY = r"([A-Za-z][A-Za-z0-9-]{0,99}): +"
_TEXT = r"[^,\[\]{}#:\"'&*!|>%@`?\s-][^,\[\]{}#:\n]*"
_QUOTED = r"\"[^\"]+\"|'[^']+'"
_SPACES = r" *"
_MAX_DEPTH = 8


def read_plain_tree(text: str) -> Node | None:
    """Read a document whose every line is of a plain kind; None where any is not.

    `text` is the decoded file, without characters that cannot be seen.
    """
    try:
        return _PlainTree(text).read()
    except UnusualError:
        return None


class _PlainTree(PlainLines):
    def read(self) -> Node:
        if self.rows[0][0]:
            raise UnusualError
        tree = self.block("")
        if not self.done():
            raise UnusualError
        return tree

    def block(self, depth: str) -> Node:
        """Read the block that begins at this row, `depth` in."""
        if len(depth) > 2 * _MAX_DEPTH:
            raise UnusualError
        _, dash, key, _ = self.rows[self.at]
        if dash:
            return self.sequence(depth)
        if not key:
            raise UnusualError
        return self.mapping(depth)

    def mapping(self, depth: str) -> Node:
        """Read the keys `depth` in, the first of which may stand behind a dash."""
        rows = self.rows
        start = (self.numbers[self.at], len(depth) + 1)
        entries: dict[str, tuple[Node, Node]] = {}
        indent, dash, key, rest = rows[self.at]
        while True:
            name = key.rstrip(" ")[:-1]
            if not key or name in entries or name in NULLS:
                raise UnusualError
            line = self.numbers[self.at]
            node = (name, line, len(depth) + 1)
            self.at += 1
            below = rows[self.at]
            if rest:
                value = self.inline(rest, line, len(depth) + len(key) + 1, depth)
            elif below[0] > depth or (below[1] and below[0] == depth):
                value = self.block(below[0])
            else:
                raise UnusualError
            entries[name] = (node, value)
            indent, dash, key, rest = rows[self.at]
            if indent != depth or dash or not (key or rest):
                break
        if indent > depth:
            raise UnusualError
        return (entries, *start)

    def sequence(self, depth: str) -> Node:
        """Read the items whose dashes stand `depth` in."""
        rows = self.rows
        start = (self.numbers[self.at], len(depth) + 1)
        found: list[Node] = []
        while (row := rows[self.at])[0] == depth and row[1]:
            _, dash, key, rest = row
            inner = depth + " " * len(dash)
            if key:
                found.append(self.mapping(inner))
                continue
            line = self.numbers[self.at]
            self.at += 1
            found.append(self.inline(rest, line, len(inner) + 1, depth))
        if row[0] > depth:
            raise UnusualError
        return (found, *start)

    def inline(self, rest: str, line: int, column: int, depth: str) -> Node:
        """Read what stands behind a key or a dash; `self.at` is the row below already."""
        below = self.rows[self.at]
        if rest[:1] and rest[0] in "[{":
            if below[0] > depth:
                raise UnusualError
            node, end = self.flow(rest, 0, line, column, 0)
            if rest[end:].strip(" "):
                raise UnusualError
            return node
        if below[0] > depth and not below[2]:
            text, self.at = self.folded(rest, self.at, depth)
            return (text.rstrip(" "), line, column)
        text = scalar(rest)
        return (text if rest[0] in INDICATORS else text.rstrip(" "), line, column)

    def flow(self, text: str, at: int, line: int, column: int, depth: int) -> tuple[Node, int]:
        """Read a value in brackets or braces, or one inside; gives it and the place behind."""
        if depth > _MAX_DEPTH:
            raise UnusualError
        opening = text[at : at + 1]
        place = (line, column + at)
        if opening == "[":
            found: list[Node] = []
            at = self.skip(text, at + 1)
            while text[at : at + 1] != "]":
                node, at = self.flow(text, at, line, column, depth + 1)
                found.append(node)
                at = self.behind(text, at, "]")
            return (found, *place), at + 1
        if opening == "{":
            entries: dict[str, tuple[Node, Node]] = {}
            at = self.skip(text, at + 1)
            while text[at : at + 1] != "}":
                match = pattern(_KEY).match(text, at)
                if match is None or match[1] in entries or match[1] in NULLS:
                    raise UnusualError
                key = (match[1], line, column + at)
                node, at = self.flow(text, match.end(), line, column, depth + 1)
                entries[match[1]] = (key, node)
                at = self.behind(text, at, "}")
            return (entries, *place), at + 1
        return self.word(text, at, place)

    def word(self, text: str, at: int, place: tuple[int, int]) -> tuple[Node, int]:
        match = pattern(_QUOTED).match(text, at)
        if match is not None:
            return (match[0][1:-1], *place), match.end()
        match = pattern(_TEXT).match(text, at)
        if match is None or (word := match[0].rstrip(" ")) in NULLS:
            raise UnusualError
        return (word, *place), match.end()

    def behind(self, text: str, at: int, closing: str) -> int:
        """Go to the next item, or stay before the closing mark."""
        at = self.skip(text, at)
        if text[at : at + 1] == closing:
            return at
        if text[at : at + 2] != ", ":
            raise UnusualError
        at = self.skip(text, at + 1)
        if text[at : at + 1] in ("]", "}", ""):
            raise UnusualError
        return at

    def skip(self, text: str, at: int) -> int:
        match = pattern(_SPACES).match(text, at)
        return match.end() if match is not None else at
