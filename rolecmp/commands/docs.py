"""The command ``rolecmp docs``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from rolecmp.commands.options import NO, YES, Entry, say
from rolecmp.definitions.problems import (
    DocumentsError,
    Phrase,
    Problem,
    QuestionError,
    phrase,
)
from rolecmp.rendering.language import words_for

if TYPE_CHECKING:
    from rolecmp.commands.blockanswers import Answers
    from rolecmp.commands.documents import Document
    from rolecmp.docblocks.blocks import Renewal


def docs(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=say("metavar.paths"),
            help=say("help.docs.paths"),
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=say("help.docs.check"),
        ),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=say("help.docs.diff"),
        ),
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help=say("help.docs.force"),
        ),
    ] = False,
    example: Annotated[
        bool,
        typer.Option("--example", help=say("help.docs.example")),
    ] = False,
    roles_dir: Annotated[
        str | None,
        typer.Option(
            "--roles",
            metavar=say("metavar.folder"),
            help=say("help.docs.roles"),
        ),
    ] = None,
) -> int:
    """Renew the marked blocks of documents, or say which are stale."""
    from rolecmp.commands.deliver import put

    if example:
        put(_example(roles_dir), portable=True)
        return YES
    if not paths:
        message = phrase("missing-argument", name=say("metavar.paths"))
        raise QuestionError("usage", message, phrase("name-documents"))
    from rolecmp.commands.blockanswers import Answers
    from rolecmp.commands.documents import find_documents

    problems: list[Problem] = []
    answers = Answers(roles_dir)
    documents = find_documents(paths, problems)
    stale: list[tuple[Document, Renewal]] = []
    count = 0
    for document in documents:
        renewal = _renewed(document, answers, problems, force=force)
        count += renewal.blocks
        if renewal.stale:
            stale.append((document, renewal))
    if check or diff:
        if diff and not problems:
            put(_difference(stale), portable=True)
        _list(stale, phrase("stale"), aside=diff)
    elif not problems:  # where there is one, no document is written
        stale = _written(stale, problems)
        _list(stale, phrase("renewed"), aside=False)
    if problems:
        raise DocumentsError({repr(each): each for each in problems}.values())
    _sum_up(sum(len(each.stale) for _, each in stale), count, len(documents), check or diff)
    return NO if check and stale else YES


def _renewed(
    document: "Document", answers: "Answers", problems: list[Problem], *, force: bool
) -> "Renewal":
    """Renew a document in memory; what stands in the way is added to `problems`."""
    from rolecmp.commands.documents import read_document
    from rolecmp.commands.registry import COMMANDS
    from rolecmp.docblocks.blocks import renew

    text = read_document(document)
    if isinstance(text, Problem):
        problems.append(text)
        text = ""
    folder = document.folder if text else ""
    renewal = renew(
        text,
        lambda block: answers.of(block, document.path, folder),
        path=document.path,
        mdx=document.mdx,
        force=force,
        commands=COMMANDS,
    )
    problems += renewal.problems
    return renewal


def _written(
    renewals: "list[tuple[Document, Renewal]]", problems: list[Problem]
) -> "list[tuple[Document, Renewal]]":
    """Write the documents that change, each whole or not at all; returns those that were.

    Where it can be told beforehand that one cannot be written, none is.
    """
    from rolecmp.commands.deliver import reason_of
    from rolecmp.commands.documents import read_document
    from rolecmp.definitions.sources.folders import file_problem
    from rolecmp.output import write_file

    for document, renewal in renewals:
        # In the meantime somebody may have gone on writing: that is not thrown away.
        if read_document(document) != renewal.old:
            message, remedy = phrase("changed-meanwhile"), phrase("run-again")
            problems.append(file_problem(document.path, "output", message, remedy))
        elif not os.access(os.path.realpath(document.path), os.W_OK):
            message = phrase("not-writable")
            problems.append(file_problem(document.path, "output", message, phrase("allow-writing")))
    if problems:
        return []
    written = []
    for document, renewal in renewals:
        try:
            if read_document(document) != renewal.old:
                message, remedy = phrase("changed-meanwhile"), phrase("run-again")
                problems.append(file_problem(document.path, "output", message, remedy))
                continue
            write_file(document.path, renewal.text.encode("utf-8"))
        except (OSError, ValueError) as error:
            message = phrase("cannot-write", path=document.path, reason=reason_of(error))
            remedy = phrase("old-file-whole")
            problems.append(file_problem(document.path, "output", message, remedy))
        else:
            written.append((document, renewal))
    return written


def _difference(stale: "list[tuple[Document, Renewal]]") -> str:
    """Return the unified diff of all documents; on a terminal, nothing in it is obeyed."""
    from rolecmp.commands.asking import is_terminal
    from rolecmp.docblocks.difference import unified
    from rolecmp.visible import visible

    lines = (
        line
        for document, renewal in stale
        for line in unified(_from_here(document.path), renewal.old, renewal.edits)
    )
    if is_terminal(sys.stdout):
        lines = (visible(line, keep="\t\n") for line in lines)
    return "".join(lines)


def _from_here(path: str) -> str:
    """Return the way to a document from here, which is what a diff is applied from."""
    try:
        way = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if way.startswith("..") else way.replace(os.sep, "/")


def _list(stale: "list[tuple[Document, Renewal]]", what: Phrase, *, aside: bool) -> None:
    """Name the blocks that changed or are to change, a line each.

    They are the answer, so they go to standard output, `aside` where that has the difference.
    """
    from rolecmp.commands.deliver import put
    from rolecmp.output import print_error
    from rolecmp.visible import visible

    word = words_for(None, os.environ).say(what)
    lines = [
        f"{visible(document.path)}:{block.line}:1: {word}: {visible(block.asked)}"
        for document, renewal in stale
        for block in renewal.stale
    ]
    if not lines:
        return
    if aside:
        print_error("\n".join(lines))
    else:
        put("\n".join([*lines, ""]), portable=False)


def _sum_up(stale: int, count: int, documents: int, unchanged: bool) -> None:
    """Say in one line how it went."""
    from rolecmp.output import print_error

    if not count:
        said = phrase("no-blocks", documents=documents)
    elif not stale:
        said = phrase("up-to-date", count=count, documents=documents)
    elif unchanged:
        said = phrase("some-stale", stale=stale, count=count)
    else:
        said = phrase("some-renewed", stale=stale, count=count)
    print_error(words_for(None, os.environ).say(said))


def _example(roles_dir: str | None) -> str:
    """Return blocks that the catalog in force answers: two of its roles compared, and owners."""
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.definitions.sources.discovery import find_catalog, working_directory
    from rolecmp.docblocks.blocks import example

    catalog = load_catalog(find_catalog(roles_dir, os.environ, working_directory()))
    roles = catalog.pairs[0].roles if catalog.pairs else tuple(catalog.roles)[:2]
    last = f"who-owns --lang {catalog.languages[-1]} --heading 3"
    every = [f"compare {' '.join(roles)}" if len(roles) > 1 else "list"]
    return f"{example([*every, last])}\n{say('help.docs.in-mdx')}\n\n{example(every, mdx=True)}"


ENTRY = Entry(
    docs,
    say("help.docs"),
    ("rolecmp docs --example",),
)
