"""The command ``rolecmp init``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import os
import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import choice, known_language, today
from rolecmp.commands.options import YES, Entry, say
from rolecmp.definitions.problems import QuestionError, phrase
from rolecmp.definitions.sources.discovery import (
    BUILTIN,
    builtin_catalog,
    find_catalog,
    working_directory,
)
from rolecmp.definitions.sources.folders import CATALOG_FILE, DiskFolder
from rolecmp.rendering.language import words_for

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


SOURCES = ("builtin", "blank")


def init(
    folder: Annotated[
        str,
        typer.Argument(
            metavar=say("metavar.optional-folder"),
            help=say("help.init.folder"),
        ),
    ] = "roles",
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar=say("metavar.catalog"),
            help=say("help.init.source"),
            autocompletion=completion.offer_beginnings,
        ),
    ] = "builtin",
    role: Annotated[
        list[str] | None,
        typer.Option(
            "--role",
            metavar=say("metavar.role"),
            help=say("help.init.role"),
            autocompletion=completion.offer_builtin_roles,
        ),
    ] = None,
    lang: Annotated[
        list[str] | None,
        typer.Option(
            "--lang",
            metavar=say("metavar.code"),
            help=say("help.init.lang"),
            autocompletion=completion.offer_builtin_languages,
        ),
    ] = None,
) -> int:
    """Start your own catalog."""
    choice(source, "--from", SOURCES)
    if source == "blank" and role:
        raise QuestionError("usage", phrase("role-of-blank"), phrase("fill-blank"))
    path = os.path.normpath(os.path.expanduser(folder)) if folder else folder
    if not path or "\0" in path:
        raise QuestionError("usage", phrase("no-folder-name"))
    speaking = words_for(lang[0] if lang else None, os.environ).language
    texts = _texts(source, role or (), lang or (), speaking)
    from rolecmp.commands.deliver import put
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.definitions.sources.folders import MemoryFolder
    from rolecmp.definitions.starting import with_editor_lines
    from rolecmp.questions.who_owns import overview
    from rolecmp.rendering.answers.init import started
    from rolecmp.rendering.schema import SCHEMA_FILES, schema_texts

    # What was cut is read before it is written: no file is left to find out.
    answer = overview(load_catalog(MemoryFolder(path.replace(os.sep, "/"), texts)), today())
    schemas = schema_texts(answer.catalog, speaking)
    files = {**with_editor_lines(texts, SCHEMA_FILES), **schemas}
    write_new(path, files)
    said = started(
        answer, list(files), path, speaking, option=option_for(path), copied=source == "builtin"
    )
    put(said, portable=False)
    return YES


def option_for(path: str) -> str:
    """Return what the next commands need to find the catalog, which may be nothing."""
    found = find_catalog(None, os.environ, working_directory())
    if isinstance(found, DiskFolder) and os.path.realpath(found.path) == os.path.realpath(path):
        return ""
    shown = f"./{path}" if path == BUILTIN else path  # that word is the built-in one's
    return f" --roles {shlex.quote(shown)}"


def _texts(
    source: str, roles: "Sequence[str]", lang: "Sequence[str]", speaking: str
) -> "dict[str, str]":
    """Return the files to write, by name."""
    from rolecmp.definitions.loader import load_catalog, load_header
    from rolecmp.definitions.lookup import find_roles
    from rolecmp.definitions.starting import blank, in_languages, part_of, texts_of
    from rolecmp.questions.standing import findings_among

    builtin = builtin_catalog()
    if roles:
        catalog = load_catalog(builtin)
        ids = {role.id for role in find_roles(catalog, roles).roles}
        texts = part_of(texts_of(builtin), catalog, ids, findings_among(catalog, ids, today()))
    else:
        catalog = load_header(builtin)
        texts = texts_of(builtin) if source == "builtin" else blank()
    languages = [known_language(each, catalog) for each in lang]
    if not languages:
        languages = sorted(catalog.languages, key=lambda each: each != speaking)
    return in_languages(texts, list(dict.fromkeys(languages)), catalog.languages)


def write_new(path: str, texts: "Mapping[str, str]") -> None:
    """Write the files; raises `QuestionError` where there is something in the way."""
    from rolecmp.commands.deliver import reason_of
    from rolecmp.output import clear_leftovers, write_folder

    clear_leftovers(path)
    refuse_what_is_there(path, texts)
    try:
        write_folder(path, {name: text.encode() for name, text in texts.items()}, CATALOG_FILE)
    except (OSError, ValueError) as error:
        message = phrase("cannot-write", path=path, reason=reason_of(error))
        raise QuestionError("output", message, phrase("nothing-written")) from error


def refuse_what_is_there(path: str, texts: "Collection[str]") -> None:
    """Raise `QuestionError` where a file is in the way, or would become a role."""
    if not os.path.lexists(path):
        return
    if not os.path.isdir(path):
        raise QuestionError("output", phrase("not-a-folder", path=path), phrase("other-folder"))
    try:
        there = sorted(os.listdir(path))
    except OSError as error:
        reason = error.strerror or str(error)
        raise QuestionError("output", phrase("cannot-write", path=path, reason=reason)) from error
    in_the_way = [name for name in there if name in texts]
    # A role file of something else would become a role of the new catalog.
    strange = [
        name
        for name in there
        if name not in texts
        and name.lower().endswith((".yaml", ".yml"))
        and not name.startswith(".")
    ]
    if in_the_way or strange:
        lines = [
            *(phrase("file-there", path=os.path.join(path, name)) for name in in_the_way),
            *(phrase("file-would-be-role", path=os.path.join(path, name)) for name in strange),
        ]
        raise QuestionError(
            "exists", phrase("files-there", path=path), phrase("other-folder"), lines
        )


ENTRY = Entry(
    init,
    say("help.init"),
    ("rolecmp init", "rolecmp init team/roles --role pm --role pmm --lang en"),
)
