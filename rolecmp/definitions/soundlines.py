"""The shortest way through a role file: straight from its lines to a role.

Reading a large catalog is the time of a whole-catalog answer, and nearly all of its files are
of plain lines (`rolecmp.definitions.plainlines`). The others are read from the parser's events
(`rolecmp.definitions.soundfile`), or reported on by the loader.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from rolecmp.definitions.model import (
    ACCEPTABLE,
    LETTERS,
    NOTHING,
    Acceptance,
    Claim,
    Name,
    Role,
    Statement,
    Text,
)
from rolecmp.definitions.plainlines import (
    INDICATORS,
    PlainLines,
    UnusualError,
    items,
    pattern,
    scalar,
)
from rolecmp.definitions.reading import NULLS

_FLOW = (
    r"([A-Za-z][A-Za-z0-9-]{0,99}): +(?! )"
    r"(?:\[([^\[\]{}\"'#:]*)\]|([^,\[\]{}#:]+))(?:, +(?! )|$)"
)

_LETTER_SET = frozenset(LETTERS)
_new = tuple.__new__  # half the time of calling a named tuple's class


@cache
def _keys(*names: str) -> Mapping[str, str]:
    """Map a key as it stands in a line, with its colon, to the key."""
    return {f"{name}{end}": name for name in names for end in (": ", ":")}


def read_plain_role(
    role_id: str,
    path: str,
    text: str,
    languages: Collection[str],
    dimensions: Collection[str],
    topics: Collection[str],
) -> Role | None:
    """Read a role file whose every line is of a plain kind and as it should be; else None.

    `text` is the decoded file, without characters that cannot be seen.
    """
    try:
        return _PlainRole(text, languages, dimensions, topics).read(role_id, path)
    except UnusualError:
        return None


class _PlainRole(PlainLines):
    def __init__(
        self,
        text: str,
        languages: Collection[str],
        dimensions: Collection[str],
        topics: Collection[str],
    ) -> None:
        super().__init__(text)
        self.languages = languages
        self.only_language = next(iter(languages)) if len(languages) == 1 else None
        self.dimensions = dimensions
        self.topics = topics
        self.keys = _keys(*languages, *LETTERS)

    def read(self, role_id: str, path: str) -> Role:
        parts: dict[str, object] = {}
        statements: dict[str, tuple[Statement, ...]] = {}
        known = _keys(*self.dimensions, "name", "source", "summary", "aliases", "notes", "accepted")
        while (row := self.rows[self.at])[2]:
            indent, dash, found, rest = row
            key = known.get(found)
            if indent or dash or key is None or key in parts or key in statements:
                raise UnusualError
            if key in self.dimensions:
                statements[key] = self.statements(rest)
            elif key == "name" or key == "source":
                parts[key] = _text(self.value())
            elif key == "summary":
                parts[key] = self.value()
            elif key == "aliases":
                parts[key] = self.aliases()
            elif key == "notes":
                parts[key] = tuple(map(_text, self.statements(rest)))
            else:
                parts[key] = self.accepted(rest)
        if not self.done() or "name" not in parts:
            raise UnusualError
        return Role(
            role_id,
            path,
            parts["name"],  # type: ignore[arg-type]
            parts.get("aliases", ()),  # type: ignore[arg-type]
            parts.get("summary"),  # type: ignore[arg-type]
            # In the catalog's order of dimensions, whatever the file's.
            {key: statements[key] for key in self.dimensions if key in statements},
            parts.get("notes", ()),  # type: ignore[arg-type]
            parts.get("source"),  # type: ignore[arg-type]
            parts.get("accepted", NOTHING),  # type: ignore[arg-type]
        )

    def value(self) -> Statement:
        """Read the value of the key in this row: behind it, or in the rows below."""
        indent, dash, key, rest = self.rows[self.at]
        if rest:
            return self.inline(indent, len(indent) + len(dash) + len(key) + 1, rest)
        self.at += 1
        below = self.rows[self.at]
        if below[0] <= indent or below[1]:
            raise UnusualError
        return self.mapping(below[0])

    def statements(self, rest: str) -> tuple[Statement, ...]:
        """Read the items below this row."""
        rows = self.rows
        if rest:
            raise UnusualError
        self.at += 1
        depth = rows[self.at][0]
        found = []
        while (row := rows[self.at])[0] == depth and row[1]:
            _, dash, key, rest = row
            if key:
                found.append(self.mapping(depth + " " * len(dash)))
            else:
                found.append(self.inline(depth, len(depth) + len(dash) + 1, rest))
        if not found or (depth and row[0] >= depth) or row[0] > depth:
            raise UnusualError
        return tuple(found)

    def mapping(self, depth: str) -> Statement:
        """Read a sentence whose keys stand in rows of their own, behind `depth`."""
        rows = self.rows
        at = self.at
        keys = self.keys
        topics = self.topics
        texts: dict[str, str] = {}
        claims: list[Claim] = []
        letters: list[str] = []
        start = self.numbers[at]
        indent, dash, found, rest = rows[at]
        while True:
            key = keys.get(found)
            if key is None or key in texts or key in letters:
                raise UnusualError
            at += 1
            if key not in _LETTER_SET:
                follows = rows[at]
                if follows[0] > depth and not follows[2]:
                    rest, at = self.folded(rest, at, depth)
                # As in `scalar`, written out: most of a catalog's lines pass here.
                elif (
                    not rest
                    or rest[0] in INDICATORS
                    or ": " in rest
                    or " #" in rest
                    or rest[-1] == ":"
                    or rest in NULLS
                ):
                    rest = scalar(rest)
                texts[key] = _stripped(rest)
            else:
                letters.append(key)
                if rest:
                    column = len(indent) + len(dash) + len(found) + 2
                    line = self.numbers[at - 1]
                    for topic, offset in _ids(rest, topics):
                        claims.append(_new(Claim, (key, topic, line, column + offset)))
                else:
                    at = self.block_of_ids(key, claims, at, depth)
            indent, dash, found, rest = rows[at]
            if indent != depth or dash:
                break
        if (
            indent > depth
            or not texts
            or (len(letters) > 1 and letters != [each for each in LETTERS if each in letters])
        ):
            raise UnusualError
        self.at = at
        return _new(Statement, (texts, tuple(claims), start, len(depth) + 1, NOTHING))

    def block_of_ids(self, letter: str, claims: list[Claim], at: int, depth: str) -> int:
        """Read topics that stand in rows of their own; gives the row behind them."""
        first = self.rows[at][0]
        if first < depth or not self.rows[at][1]:
            raise UnusualError
        while (row := self.rows[at])[0] == first and row[1]:
            indent, dash, key, topic = row
            if key or topic not in self.topics:
                raise UnusualError
            column = len(indent) + len(dash) + 1
            claims.append(_new(Claim, (letter, topic, self.numbers[at], column)))
            at += 1
        return at

    def inline(self, depth: str, column: int, rest: str) -> Statement:
        """Read a value that stands in one row: a mapping in braces, or a string."""
        number = self.numbers[self.at]
        self.at += 1
        if not rest or self.rows[self.at][0] > depth:
            raise UnusualError
        if rest[0] == "{":
            return self.braces(number, column, rest.rstrip(" "))
        if self.only_language is None or "：" in rest:
            raise UnusualError
        value = _stripped(scalar(rest))
        if ":" in value:
            raise UnusualError
        return Statement({self.only_language: value}, (), number, column)

    def braces(self, number: int, column: int, rest: str) -> Statement:
        """Read a mapping in braces: texts, and letters with their lists."""
        if rest[-1] != "}":
            raise UnusualError
        inner = rest[1:-1]
        texts: dict[str, str] = {}
        claims: list[Claim] = []
        letters: list[str] = []
        end = 0
        for match in pattern(_FLOW).finditer(inner):
            if match.start() != end:
                raise UnusualError
            end = match.end()
            key, items, value = match.groups()
            if value is not None and key in self.languages and key not in texts:
                if value[0] in INDICATORS or value in NULLS:
                    raise UnusualError
                texts[key] = _stripped(value)
            elif items is not None and key in _LETTER_SET and key not in letters:
                letters.append(key)
                start = column + 1 + match.start(2)
                for topic, offset in _ids(f"[{items}]", self.topics):
                    claims.append(Claim(key, topic, number, start + offset))
            else:
                raise UnusualError
        if end != len(inner) or inner.endswith(" ") or not texts:
            raise UnusualError
        if letters != [each for each in LETTERS if each in letters]:
            raise UnusualError
        return Statement(texts, tuple(claims), number, column)

    def aliases(self) -> tuple[Name, ...]:
        """Read names in brackets, or in rows of their own."""
        indent, dash, key, rest = self.rows[self.at]
        number = self.numbers[self.at]
        self.at += 1
        below = self.rows[self.at]
        if rest:
            if below[0] > indent or rest[0] != "[" or (rest := rest.rstrip(" "))[-1] != "]":
                raise UnusualError
            column = len(indent) + len(dash) + len(key) + 2
            return tuple(
                Name(_plain_name(name), number, column + offset) for name, offset in items(rest)
            )
        found = []
        while (row := self.rows[self.at])[0] == below[0] and row[1]:
            if row[2]:
                raise UnusualError
            name = _plain_name(scalar(row[3]))
            found.append(Name(name, self.numbers[self.at], len(row[0]) + len(row[1]) + 1))
            self.at += 1
        if not found or (below[0] and row[0] >= below[0]) or row[0] > below[0]:
            raise UnusualError
        return tuple(found)

    def accepted(self, rest: str) -> dict[str, Acceptance]:
        """Read the findings accepted on the role."""
        if rest:
            raise UnusualError
        known = _keys(*ACCEPTABLE["role"])
        self.at += 1
        depth = self.rows[self.at][0]
        found: dict[str, Acceptance] = {}
        while (row := self.rows[self.at])[0] == depth and depth:
            number = self.numbers[self.at]
            rule = known.get(row[2])
            if row[1] or rule is None or rule in found:
                raise UnusualError
            reason = _text(self.value())
            found[rule] = Acceptance(reason, (), None, None, number, len(depth) + 1)
        if not found or row[0] > depth:
            raise UnusualError
        return found


def _text(statement: Statement) -> Text:
    if statement.claims:
        raise UnusualError
    return Text(statement.texts, statement.line, statement.column)


def _ids(rest: str, topics: Collection[str]) -> Sequence[tuple[str, int]]:
    """Give the topics of a list in brackets, each with its offset behind the bracket."""
    rest = rest.rstrip(" ")
    if rest[0] != "[" or rest[-1] != "]":
        raise UnusualError
    inner = rest[1:-1]
    if inner in topics:  # one, as most lists have
        return ((inner, 0),)
    found = []
    offset = 0
    for topic in inner.split(", "):
        if topic not in topics:  # written in another way, if it is one
            found = items(rest)
            if not all(item in topics for item, _ in found):
                raise UnusualError
            return found
        found.append((topic, offset))
        offset += len(topic) + 2
    return found


def _stripped(text: str) -> str:
    """Drop spaces of every script around a text, as the loader does."""
    text = text.strip()
    if not text or text in NULLS:
        raise UnusualError
    return text


def _plain_name(name: str) -> str:
    name = _stripped(name)
    if "，" in name or "、" in name or "；" in name:
        raise UnusualError
    return name
