"""The way from a file's tables to one set of roles and topics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolecmp.definitions.names import normal_form
from rolecmp.definitions.problems import Problem, phrase
from rolecmp.tables.cells import ImportProblemsError, Remark, Source
from rolecmp.tables.choosing import Candidate, choose, tables_of, with_all_words
from rolecmp.tables.columns import assign
from rolecmp.tables.draft import Draft, Imported
from rolecmp.tables.forms import Form
from rolecmp.tables.legend import full_names, other_meanings
from rolecmp.tables.letters import Letters
from rolecmp.tables.making import make
from rolecmp.tables.naming import looks_like_person
from rolecmp.tables.rows import caption
from rolecmp.tables.vocabulary import NO_TITLE

if TYPE_CHECKING:
    from rolecmp.tables.grid import ImportOptions


def import_tables(source: Source, options: ImportOptions) -> Imported:
    """Read the tables of a file; what cannot be read is among the result's problems.

    Raises `ImportProblemsError` where nobody can tell which tables are meant, or how.
    """
    read = Letters(options.letters)
    tables = tables_of(source, options)
    source = source._replace(tables=tuple(each.table for each in tables))
    chosen = choose(source, tables, options)
    wrong = list(other_meanings(source, read))
    if wrong:
        raise ImportProblemsError(with_all_words(wrong))
    draft = Draft()
    draft.remarks += source.remarks
    draft.remarks += _passed(source, tables, chosen)
    titles = [each.table.title for each in chosen]
    title = _title(chosen)
    one_topic = chosen[0].layouts[0].form is Form.ONE_TOPIC
    grouped = 1 < len(titles) == len(set(titles)) and not one_topic
    for candidate, own in zip(chosen, titles, strict=True):
        layout = candidate.layouts[0]
        columns = assign(layout)
        if isinstance(columns, Problem):
            raise ImportProblemsError([columns])
        first = layout.grid.rows[layout.header][layout.columns[0]]
        draft.remarks.append(Remark(layout.grid.table.place(first), layout.reason))
        make(layout, columns, draft, own if grouped else None, title)
    names = draft.role_names()
    full = full_names(source, {each.table.number for each in chosen}, names)
    taken = {normal_form(name) for name in names}
    full = {short: long for short, long in full.items() if normal_form(long) not in taken}
    if full:
        pairs = tuple(f"{short}: {long}" for short, long in full.items())
        draft.remarks.append(Remark(source.path, phrase("import.abbreviations", names=pairs)))
    people = tuple(name for name in names if looks_like_person(name, read))
    if people:
        draft.remarks.append(Remark(source.path, phrase("import.people", names=people)))
    done = draft.done(source.path, title, tuple(titles), full)
    return done._replace(problems=with_all_words(done.problems))


def _title(chosen: Sequence[Candidate]) -> str:
    """Return what the tables are called together: the heading that they share.

    One table may have its title in the row above its header. The name that a program gives a
    sheet says nothing.
    """
    if len(chosen) == 1:
        table = chosen[0].table
        above = "" if table.headings else caption(chosen[0].layouts[0])
        return above or ("" if re.match(NO_TITLE, table.title) else table.title)
    shared = ""
    for level in zip(*(each.table.headings for each in chosen), strict=False):
        if len(set(level)) > 1:
            break
        shared = level[0]
    return shared


def _passed(
    source: Source, tables: Sequence[Candidate], chosen: Sequence[Candidate]
) -> Iterator[Remark]:
    """Yield a remark for each table that is left out."""
    taken = {each.table.number for each in chosen}
    for table, _, _ in tables:
        cell = next((cell for row in table.rows for cell in row if cell.text), None)
        if table.number in taken or cell is None:
            continue
        key = "import.table-not-asked" if tables[table.number - 1].says else "import.table-passed"
        yield table.remark(cell, key, number=table.number, title=table.title)
    for problem in source.unread:
        yield Remark(f"{problem.path}:{problem.line}:{problem.column}", problem.message)
