"""An answer as neutral blocks, which each of the text formats lays out in its own way."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from rolecmp.definitions.model import INITIALS, SUMMARY, Catalog, Role, pick
from rolecmp.definitions.sources.discovery import BUILTIN
from rolecmp.words import Words


class Tone(Enum):
    """What a piece of text is, for formats that can show it; never the only sign of it."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    OWNER = "owner"
    CONFLICT = "conflict"
    GAP = "gap"
    POSITION = "position"


class Span(NamedTuple):
    """A piece of text of one tone."""

    text: str
    tone: Tone = Tone.PLAIN


Line: TypeAlias = tuple[Span, ...]


class Paragraph(NamedTuple):
    """A line of its own."""

    line: Line


class Bullets(NamedTuple):
    """A list under a lead-in; `gap` says so where there is nothing to list."""

    lead: str
    items: tuple[Line, ...]
    gap: str = ""


class Few(NamedTuple):
    """Pieces in a row, of which a screen shows as many whole ones as a few of its lines hold.

    These lines are as many as hold `cells` cells. `more` says how many pieces there are beside
    those shown. Where no screen is to be kept to, the first `kept` are shown.
    """

    lead: Line
    pieces: tuple[str, ...]
    comma: str
    more: Callable[[int], str]
    kept: int
    cells: int

    def line(self, count: int) -> Line:
        """Return the line that shows the first `count` pieces."""
        left = len(self.pieces) - count
        shown = self.comma.join(self.pieces[:count])
        return (*self.lead, Span(shown), Span(self.more(left) if left else ""))


Item: TypeAlias = "Line | Few"


def in_document(item: Item) -> Line:
    """Return what is shown of an item where there is no screen to keep to."""
    return item.line(min(item.kept, len(item.pieces))) if isinstance(item, Few) else item


class SideBySide(NamedTuple):
    """A column a role, a section a dimension or a topic, an item a statement.

    `sections` are pairs of a title and, per column, the items; none where there is nothing to
    say, which `gap` says. Only `bulleted` items begin with a bullet.
    """

    corner: str
    heads: tuple[str, ...]
    sections: tuple[tuple[Line, tuple[tuple[Item, ...], ...]], ...]
    gap: str
    bulleted: bool = True


class Facts(NamedTuple):
    """Lines under labels: each row is a label and what there is to say of it.

    Of many pieces `times` as many are shown as in a column.
    """

    rows: tuple[tuple[Line, tuple[Item, ...]], ...]
    times: int = 2


class Column(NamedTuple):
    """A column of a table.

    `least` is the number of cells that its text may be wrapped into, 0 where it stays whole.
    Where rows are stacked, `labelled` puts the title before the text.
    """

    title: str
    least: int = 0
    labelled: bool = True


class Group(NamedTuple):
    """Rows of a table that belong together, under a title of their own unless it is empty."""

    title: Line
    rows: tuple[tuple[Line, ...], ...]


class Table(NamedTuple):
    """Rows under columns. `group_title` heads the column of group titles where one is made.

    Where rows are stacked, the first `lead` cells stand on the first line.
    """

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    title: str = ""
    group_title: str = ""
    lead: int = 1


class Head(NamedTuple):
    """What heads a column of a grid: a name, and a short form that stands for it in a key."""

    name: str
    short: str


class GridRow(NamedTuple):
    """A row of a grid: its name, what there is to say of it in words, and a cell a column.

    A cell is the pieces that it holds, none where it is empty. `group` heads the first of the
    rows that share it.
    """

    name: str
    mark: Line
    cells: tuple[Line, ...]
    group: str = ""


class Total(NamedTuple):
    """A figure a column of a grid, under a title."""

    title: str
    figures: tuple[str, ...]


class Grid(NamedTuple):
    """Cells of a letter or two under many heads; it may be turned or parted so that it fits.

    `row` and `column` name what a row and a column stand for, `mark` heads the marks, `empty`
    is put into cells that hold nothing.
    """

    row: str
    column: str
    heads: tuple[Head, ...]
    mark: str
    rows: tuple[GridRow, ...]
    totals: tuple[Total, ...]
    empty: str


Block: TypeAlias = "Paragraph | Bullets | SideBySide | Facts | Table | Grid"


class Report(NamedTuple):
    """An answer laid out: a title, blocks, and the line that says which catalog it is from.

    A `compact` one is to fit a screen: no empty lines stand between its blocks. The `hint` tells
    whoever sees the screen what else can be asked; in a document nobody could follow it.
    """

    title: str
    blocks: tuple[Block, ...]
    footer: str
    language: str
    compact: bool = False
    hint: Line = ()


_Answer = TypeVar("_Answer")


class Presenter(NamedTuple, Generic[_Answer]):
    """How one kind of answer is shown, in the three shapes that every format is made from.

    `report` and `rows` are given the answer and a language, `value` the answer alone: it
    holds every language. `schema` names the shape of the value.
    """

    schema: str
    report: Callable[[_Answer, str], Report]
    rows: Callable[[_Answer, str], Iterable[list[str]]]
    value: Callable[[_Answer], dict[str, Any]]


def joined(lines: Iterable[Line], comma: str) -> Line:
    """Return lines as one, with `comma` between them."""
    spans: list[Span] = []
    for line in lines:
        spans += [Span(comma), *line] if spans else line
    return tuple(spans)


def headline(total: str, parts: Iterable[Line], words: Words) -> Line:
    """Return a total and the parts that it is made of, as one line."""
    before, after = words.around("headline", "parts", total=total)
    line = (Span(before), *joined(parts, words("count-comma")))
    return (*line, Span(after)) if after else line


def headed(rows: Iterable[GridRow]) -> Iterator[tuple[str, GridRow]]:
    """Yield the rows of a grid, each with the title that stands over it, mostly none."""
    before = ""
    for row in rows:
        yield "" if row.group == before else row.group, row
        before = row.group


def plain(text: str, tone: Tone = Tone.PLAIN) -> Line:
    """Make a line of one piece."""
    return (Span(text, tone),)


def footer(catalog: Catalog, language: str, words: Words) -> str:
    """Say which catalog an answer comes from."""
    place = words("built-in") if catalog.builtin else catalog.folder or words("this-folder")
    if catalog.title is None:
        return words("catalog-untitled", place=place)
    return words("catalog", title=pick(catalog.title.texts, language), place=place)


def position(path: str, line: int) -> Line:
    """Return where something stands in a file, in the form that editors and terminals know."""
    return (Span(f"{path}:{line}", Tone.POSITION),)


def file_of(position: str) -> str | None:
    """Return the file of a position, None where it is none that could be opened.

    What the program brings along is no such file, nor is what is in git alone.
    """
    file = position.rpartition(":")[0]
    return None if not file or file.startswith(f"{BUILTIN}/") or ":" in file else file


def name_of(role: Role, language: str) -> str:
    """Return a role's name."""
    return pick(role.name.texts, language)


def initials_of(letters: Sequence[str], *, contested: bool = False) -> Line:
    """Return letters as initials, the owner's marked, or the claim of one of several."""
    tones = {"A": Tone.CONFLICT if contested else Tone.OWNER}
    spans: list[Span] = []
    for letter in letters:
        initial = INITIALS[letter]
        if spans:
            spans.append(Span(" "))
        spans.append(Span(initial, tones.get(initial, Tone.PLAIN)))
    return tuple(spans)


def dimension_of(catalog: Catalog, key: str, language: str, words: Words) -> str:
    """Return a dimension's name, or that of the summary where the letter stands there."""
    return words("summary") if key == SUMMARY else pick(catalog.dimensions[key].texts, language)
