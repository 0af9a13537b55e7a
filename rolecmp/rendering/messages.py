"""Problems and refusals laid out as plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolecmp.visible import visible, width_of

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Phrase, Problem, QuestionError
    from rolecmp.words import Words


def problem_line(problem: Problem, words: Words, *, source: bool) -> str:
    """Return a problem as ``path:line:column: error[rule]: message``.

    With `source`, the line it is in follows, and a caret below the column.
    """
    where = visible(problem.path)
    if problem.line:  # a cell of a workbook has no line, but its position in its path
        where = f"{where}:{problem.line}:{problem.column}"
    said = words.sentence(problem.message, problem.remedy)
    shown = excerpt(problem.source, problem.column) if source else ""
    return f"{where}: error[{problem.rule}]: {said}{shown}"


def note_line(place: str, message: Phrase, words: Words) -> str:
    """Return what was decided on the way, as ``path:line:column: note: message``."""
    return f"{visible(place)}: {words('import.note')}: {words.say(message)}"


def refusal(error: QuestionError, words: Words, program: str) -> str:
    """Return why a question is not answered, in as many lines as the error has details more."""
    said = words.sentence(error.message, error.remedy)
    return "\n".join([f"{program}: error[{error.rule}]: {said}", *map(words.say, error.details)])


_ROOM = 72  # cells of a line that are shown


def excerpt(line: str, column: int) -> str:
    """Return a line of a file and a caret below the column, both cut to what fits.

    Where there is nothing in the line to show, nothing is returned.
    """
    if not line.strip():
        return ""
    index = column - 1
    start = index
    used = 0
    while start > 0 and used + width_of(visible(line[start - 1])) <= _ROOM - 12:
        start -= 1
        used += width_of(visible(line[start]))
    shown = ""
    used = 0
    for char in line[start : start + _ROOM]:
        seen = " " if char == "\t" else visible(char)
        used += width_of(seen)
        if used > _ROOM:
            break
        shown += seen
    if len(line) > start + _ROOM or used > _ROOM:
        shown += "…"
    lead = "…" if start else ""
    before = visible(line[start:index].replace("\t", " "))
    return f"\n    {lead}{shown}\n    {' ' * width_of(lead + before)}^"
