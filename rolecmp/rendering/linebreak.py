"""Where a line may break, in scripts with spaces between words and in those without.

A small part of the Unicode Line Breaking Algorithm (UAX #14), what Chinese, Japanese and
European text needs: words stay whole, wide characters may part from each other, closing
punctuation never begins a line and opening punctuation never ends one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from rolecmp.visible import ambiguous

Tone = TypeVar("Tone")

# UAX #14 classes CL, CP, EX, IS and NS, as far as they occur beside wide characters.
NO_START = frozenset(
    "，。、；：？！．）】》」』〉〕〗〙〛｝］…‥—～〜·・％‰℃々〻ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
    "”’»›,.;:?!)]}%"
)
# UAX #14 class OP.
NO_END = frozenset("（【《「『〈〔〖〘〚｛［“‘«‹([{￥＄$#@")


def wrap(
    pieces: list[tuple[str, Tone]], width: int, width_of: Callable[[str], int]
) -> list[list[tuple[str, Tone]]]:
    """Break toned text into lines of at most `width` cells; nothing but spaces is left out.

    A word too long for a line of its own is the one thing that is split. A newline in the
    text ends a line. `width_of` measures a string in terminal cells.
    """
    lines: list[list[tuple[str, Tone]]] = []
    for paragraph in _paragraphs(pieces):
        lines += _wrap_paragraph(paragraph, max(width, 1), width_of)
    return lines


def _paragraphs(pieces: list[tuple[str, Tone]]) -> Iterator[list[tuple[str, Tone]]]:
    current: list[tuple[str, Tone]] = []
    for text, tone in pieces:
        first, *rest = text.split("\n")
        current.append((first, tone))
        for part in rest:
            yield current
            current = [(part, tone)]
    yield current


def _wrap_paragraph(
    pieces: list[tuple[str, Tone]], width: int, width_of: Callable[[str], int]
) -> list[list[tuple[str, Tone]]]:
    lines: list[list[tuple[str, Tone]]] = []
    line: list[tuple[str, Tone]] = []
    used = 0
    spaces: list[tuple[str, Tone]] = []  # held back, since a line does not end in them
    spaces_width = 0
    for segment, size in _segments(pieces, width_of):
        if segment[0][0] == " ":
            spaces += segment
            spaces_width += size
            continue
        if line and used + spaces_width + size > width:
            lines.append(line)
            line, used = [], 0
        elif line:
            line += spaces
            used += spaces_width
        spaces, spaces_width = [], 0
        if size <= width:
            line += segment
            used += size
            continue
        for cluster, tone in _single(segment):  # too long for any line
            step = width_of(cluster)
            if line and used + step > width:
                lines.append(line)
                line, used = [], 0
            line.append((cluster, tone))
            used += step
    lines.append(line)
    return [_joined(each) for each in lines]


def _single(segment: list[tuple[str, Tone]]) -> Iterator[tuple[str, Tone]]:
    """Take apart a segment down to its clusters: a word of ASCII comes whole."""
    for cluster, tone in segment:
        if cluster.isascii():
            yield from ((char, tone) for char in cluster)
        else:
            yield cluster, tone


def _joined(line: list[tuple[str, Tone]]) -> list[tuple[str, Tone]]:
    """Put neighbours of one tone together."""
    out: list[tuple[str, Tone]] = []
    for text, tone in line:
        if out and out[-1][1] == tone:
            out[-1] = (out[-1][0] + text, tone)
        else:
            out.append((text, tone))
    return out


def _segments(
    pieces: list[tuple[str, Tone]], width_of: Callable[[str], int]
) -> Iterator[tuple[list[tuple[str, Tone]], int]]:
    """Yield what no line may break within, as clusters with their tones, and its width."""
    if len(pieces) == 1 and pieces[0][0].isascii():  # breaks at spaces and nowhere else
        text, tone = pieces[0]
        for number, word in enumerate(text.split(" ")):
            if number:
                yield [(" ", tone)], 1
            if word:
                yield [(word, tone)], len(word)
        return
    segment: list[tuple[str, Tone]] = []
    size = 0
    before = ""  # the last character of the segment
    wide_before = False
    for cluster, tone, cells in _clusters(pieces, width_of):
        char = cluster[0]
        wide = cells > 1 and not ambiguous(char)  # these belong to both scripts, however wide
        if char == " " or before == " ":
            parts = True
        elif char in NO_START or before in NO_END:
            parts = False
        else:
            parts = wide or wide_before or (before in NO_START and not before.isascii())
        if parts and segment:
            yield segment, size
            segment, size = [], 0
        segment.append((cluster, tone))
        size += cells
        # “ and ” are narrow, yet between Chinese characters they stand for wide ones.
        before, wide_before = char, wide or (wide_before and char in "“”‘’…—·")
    if segment:
        yield segment, size


def _clusters(
    pieces: list[tuple[str, Tone]], width_of: Callable[[str], int]
) -> Iterator[tuple[str, Tone, int]]:
    """Yield characters with the zero-width ones that belong to them, and their cells."""
    cluster = ""
    cells = 0
    kept = pieces[0][1]
    for text, tone in pieces:
        for char in text:
            size = 1 if " " <= char <= "~" else width_of(char)
            if cluster and (size == 0 or cluster[-1] == "\u200d"):
                cluster += char
                cells = width_of(cluster)
                continue
            if cluster:
                yield cluster, kept, cells
            cluster, cells, kept = char, size, tone
    if cluster:
        yield cluster, kept, cells
