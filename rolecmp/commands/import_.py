"""The command ``rolecmp import``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import choice, number, today
from rolecmp.commands.options import ERROR, YES, Entry, say
from rolecmp.definitions.problems import QuestionError, phrase
from rolecmp.rendering.language import words_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rolecmp.definitions.model import Catalog
    from rolecmp.tables.catalogtext import Writing
    from rolecmp.tables.draft import Imported
    from rolecmp.tables.grid import ImportOptions
    from rolecmp.words import Words

STANDARD_INPUT = "-"
WAYS = ("columns", "rows")
KINDS = ("topics", "groups")


def import_(
    file: Annotated[str, typer.Argument(metavar=say("metavar.file"), help=say("help.import.file"))],
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar=say("metavar.folder"), help=say("help.import.output")
        ),
    ] = "roles",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("help.import.dry-run"))] = False,
    partial: Annotated[bool, typer.Option("--partial", help=say("help.import.partial"))] = False,
    sentences: Annotated[
        bool, typer.Option("--sentences", help=say("help.import.sentences"))
    ] = False,
    sheet: Annotated[
        str | None,
        typer.Option("--sheet", metavar=say("metavar.name"), help=say("help.import.sheet")),
    ] = None,
    table: Annotated[
        str | None, typer.Option("--table", metavar="N", help=say("help.import.table"))
    ] = None,
    heading: Annotated[
        str | None,
        typer.Option("--heading", metavar=say("metavar.text"), help=say("help.import.heading")),
    ] = None,
    roles_in: Annotated[
        str | None,
        typer.Option(
            "--roles-in",
            metavar=say("metavar.where"),
            help=say("help.import.roles-in"),
            autocompletion=completion.offer_ways,
        ),
    ] = None,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar=say("metavar.name"), help=say("help.import.role")),
    ] = None,
    separator: Annotated[
        list[str] | None,
        typer.Option("--separator", metavar=say("metavar.text"), help=say("help.import.separator")),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar=say("metavar.column"), help=say("help.import.ignore")),
    ] = None,
    only_roles: Annotated[
        bool, typer.Option("--only-roles", help=say("help.import.only-roles"))
    ] = False,
    letters: Annotated[
        list[str] | None,
        typer.Option("--map", metavar=say("metavar.map"), help=say("help.import.map")),
    ] = None,
    empty_rows: Annotated[
        str | None,
        typer.Option(
            "--empty-rows",
            metavar=say("metavar.kind"),
            help=say("help.import.empty-rows"),
            autocompletion=completion.offer_row_kinds,
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar=say("metavar.code"), help=say("help.import.lang")),
    ] = None,
) -> int:
    """Start a catalog from the table that is there, or bring one up to date."""
    from rolecmp.tables.grid import ImportOptions
    from rolecmp.tables.letters import given_letters

    path = os.path.normpath(os.path.expanduser(output)) if output else output
    if not path or "\0" in path:
        raise QuestionError("usage", phrase("no-folder-name"))
    options = ImportOptions(
        sheet=sheet,
        table=None if table is None else number(table, "--table", 1, 999_999, 1),
        heading=heading,
        roles_in=roles_in if roles_in is None else choice(roles_in, "--roles-in", WAYS),
        roles=tuple(role or ()),
        separators=tuple(separator or ()),
        ignore=tuple(ignore or ()),
        only_roles=only_roles,
        letters=given_letters("--map", letters or ()),
        empty_rows=empty_rows if empty_rows is None else choice(empty_rows, "--empty-rows", KINDS),
    )
    _check_language(lang)
    speaking = words_for(lang, os.environ)
    imported = _read(file, options, speaking)
    if imported.problems and not partial and not dry_run:
        _say_nothing_written(speaking)
        return ERROR
    return _bring(imported, path, lang, speaking, dry_run=dry_run, sentences=sentences) or (
        ERROR if imported.problems and not partial else YES
    )


def _check_language(lang: str | None) -> None:
    from rolecmp.definitions.shape import is_language

    if lang is not None and not is_language(lang):
        raise QuestionError(
            "unknown-language", phrase("import.no-language", name=lang), phrase("import.a-language")
        )


def _read(file: str, options: "ImportOptions", words: "Words") -> "Imported":
    """Read the tables, and say on standard error what was decided, left out, not understood.

    Raises `ImportProblemsError`, and `QuestionError` where the file cannot be read.
    """
    from rolecmp.commands.asking import is_terminal
    from rolecmp.output import print_error
    from rolecmp.rendering.messages import note_line, problem_line
    from rolecmp.tables.importing import import_tables
    from rolecmp.tables.opening import read_tables

    label = file.replace(os.sep, "/")
    imported = import_tables(read_tables(label, _bytes(file), options.sheet), options)
    for remark in imported.remarks:
        print_error(note_line(remark.place, remark.message, words))
    source = is_terminal(sys.stderr)
    for problem in imported.problems:
        print_error(problem_line(problem, words, source=source))
    return imported


def _bytes(file: str) -> bytes:
    """Return what is in a file, no more than the largest of which anything is read."""
    from rolecmp.tables.cells import MAX_BYTES

    try:
        if file == STANDARD_INPUT:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with open(os.path.expanduser(file), "rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError, AttributeError) as error:  # no standard input; a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        message = phrase("import.cannot-read", path=file, reason=reason)
        raise QuestionError("input", message) from error


def _say_nothing_written(words: "Words") -> None:
    from rolecmp.output import print_error

    print_error(words("import.nothing-written"))


def _bring(
    imported: "Imported",
    path: str,
    lang: str | None,
    words: "Words",
    *,
    dry_run: bool,
    sentences: bool,
) -> int:
    """Write the catalog, or show what would be written; gives the exit code."""
    from rolecmp.commands.deliver import put
    from rolecmp.commands.init import option_for, write_new
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.definitions.sources.folders import MemoryFolder
    from rolecmp.questions.who_owns import overview
    from rolecmp.rendering.answers.init import started
    from rolecmp.tables.catalogtext import catalog_texts
    from rolecmp.tables.ids import ids_of

    if _is_catalog(path):
        from rolecmp.commands.updating import bring_up_to_date

        return bring_up_to_date(imported, path, lang, words, dry_run=dry_run, sentences=sentences)
    how = writing(imported, lang, sentences=sentences)
    texts = catalog_texts(imported, ids_of(imported), how)
    catalog = load_catalog(MemoryFolder(path.replace(os.sep, "/"), texts))
    if dry_run:
        show(imported, catalog, texts, path, words)
        return YES
    write_new(path, texts)
    said = started(
        overview(catalog, today()),
        list(texts),
        path,
        words.language,
        option=option_for(path),
        copied=False,
    )
    put(said, portable=False)
    return YES


def _is_catalog(path: str) -> bool:
    from rolecmp.definitions.sources.folders import CATALOG_FILE

    return os.path.lexists(os.path.join(path, CATALOG_FILE))


def writing(imported: "Imported", lang: str | None, *, sentences: bool) -> "Writing":
    """Return how a new catalog is written: in the language asked for, else in the table's."""
    from rolecmp.definitions.model import DEFAULT_DIMENSIONS
    from rolecmp.definitions.names import script_language
    from rolecmp.tables.catalogtext import DIMENSION, Writing
    from rolecmp.words import Words

    names = [role.name for role in imported.roles] + [topic.name for topic in imported.topics]
    language = lang or script_language("".join(names)) or "en"
    words = Words(language)
    name = os.path.basename(imported.path)
    stem = name.rpartition(".")[0] or name
    dimension = DEFAULT_DIMENSIONS[DIMENSION]
    return Writing(
        language,
        imported.title or (words("matrix") if imported.path == STANDARD_INPUT else _title(stem)),
        source_text(imported, words),
        dimension.get(words.language, dimension["en"]),
        words("import.not-described"),
        (lambda letters, topic: _sentence(letters, topic, words)) if sentences else None,
    )


def _title(stem: str) -> str:
    """Return the name of a file as a title: ``team-raci`` is Team RACI."""
    words = stem.replace("-", " ").replace("_", " ").split()
    read = " ".join(word.upper() if word.lower() in ("raci", "rasci") else word for word in words)
    return read[:1].upper() + read[1:] or stem


def source_text(imported: "Imported", words: "Words") -> str:
    """Return where letters come from, as a catalog says it."""
    titles = tuple(dict.fromkeys(title for title in imported.titles if title))
    file = os.path.basename(imported.path)
    key = "import.source-input" if imported.path == STANDARD_INPUT else "import.source"
    return words(key, file=file, titles=titles)


def _sentence(letters: "Sequence[str]", topic: str, words: "Words") -> str:
    """Return a sentence that says no more than the letters do."""
    keys = {
        "accountable": "import.does-accountable",
        "responsible": "import.does-responsible",
        "consulted": "import.does-consulted",
        "informed": "import.does-informed",
    }
    said = [keys[letter] for letter in letters]
    if said[:2] == [keys["accountable"], keys["responsible"]]:
        said[:2] = ["import.does-accountable-responsible"]
    return words("list-semicolon").join(words(key, topic=topic) for key in said)


def show(
    imported: "Imported", catalog: "Catalog", texts: "Mapping[str, str]", path: str, words: "Words"
) -> None:
    """Show what would be written, and what `check` says of it."""
    from rolecmp.commands.deliver import put, rendered
    from rolecmp.commands.options import Reply, Request
    from rolecmp.definitions.loader import read_catalog
    from rolecmp.definitions.sources.folders import MemoryFolder
    from rolecmp.questions.check import check
    from rolecmp.rendering.answers.check import FINDINGS, FORMATS
    from rolecmp.rendering.answers.import_ import outcome

    folder = path.replace(os.sep, "/")
    checked = check(*read_catalog(MemoryFolder(folder, texts)), today())
    request = Request(lang=words.language, color="never" if os.environ.get("NO_COLOR") else None)
    put(outcome(imported, catalog, folder, words), portable=False)
    put("\n" + rendered(Reply(FINDINGS, checked, request, formats=FORMATS), "text"), portable=False)


ENTRY = Entry(
    import_,
    say("help.import"),
    ("rolecmp import raci.md", "rolecmp import raci.xlsx -o team/roles --dry-run"),
)
