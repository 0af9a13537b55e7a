"""The command ``rolecmp docs``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import choice
from rolecmp.commands.options import NO, YES, Entry, say
from rolecmp.definitions.problems import (
    DocumentsError,
    Phrase,
    Problem,
    QuestionError,
    phrase,
)
from rolecmp.definitions.sources.folders import file_problem
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
    format_name: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar=say("metavar.format"),
            help=say("help.docs.format"),
            autocompletion=completion.offer_formats,
        ),
    ] = None,
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
    _refuse_options(paths, check=check, diff=diff, format_name=format_name)
    from rolecmp.commands.blockanswers import Answers
    from rolecmp.commands.documents import STANDARD, find_documents

    problems: list[Problem] = []
    answers = Answers(roles_dir, force=force)
    documents = find_documents(paths, problems)
    renewals = [(each, _renewed(each, answers, problems, force=force)) for each in documents]
    stale = [(document, renewal) for document, renewal in renewals if renewal.stale]
    for document, _ in stale:
        if document.leads_out:
            message, remedy = phrase("document-outside"), phrase("name-document")
            problems.append(file_problem(document.path, "outside-link", message, remedy))
    if check or diff:
        if diff and not problems:
            put(_difference(stale), portable=True)
        if format_name not in (None, "text"):
            put(_told(stale, problems, format_name or ""), portable=True)
        else:
            _list(stale, phrase("stale"), aside=diff)
    elif paths == [STANDARD]:
        if not problems:
            put(renewals[0][1].text, portable=True)
            _list(stale, phrase("renewed"), aside=True)
    elif not problems:  # where there is one, no document is written
        stale = _written(stale, documents, problems)
        _list(stale, phrase("renewed"), aside=False)
    if problems:
        raise DocumentsError({repr(each): each for each in problems}.values())
    count = sum(renewal.blocks for _, renewal in renewals)
    _sum_up(sum(len(each.stale) for _, each in stale), count, len(documents), check or diff)
    return NO if check and stale else YES


def _refuse_options(paths: list[str], *, check: bool, diff: bool, format_name: str | None) -> None:
    """Raise `QuestionError` for options that do not go together."""
    from rolecmp.commands.documents import STANDARD
    from rolecmp.rendering.forge import FORGES

    if format_name is not None:
        choice(format_name, "--format", ("text", *FORGES))
        if not check or diff:
            message = phrase("format-for-check", name=format_name)
            raise QuestionError("usage", message, phrase("add-check"))
    if STANDARD in paths and len(paths) > 1:
        raise QuestionError("usage", phrase("standard-alone"), phrase("name-else"))


def _told(stale: "list[tuple[Document, Renewal]]", problems: list[Problem], name: str) -> str:
    """Return what is stale and what is wrong in a format of a code host."""
    from rolecmp.commands.repository import from_top
    from rolecmp.rendering.forge import Note, github, gitlab, sarif

    words = words_for(None, os.environ)
    notes = [
        Note(
            from_top(document.path), block.line, 1, "error", "stale-block",
            words.sentence(phrase("stale-block", asked=block.asked), phrase("renew-it")),
        )
        for document, renewal in stale
        for block in renewal.stale
    ]  # fmt: skip
    for each in {repr(each): each for each in problems}.values():
        said = words.sentence(each.message, each.remedy)
        path = from_top(each.path)
        notes.append(Note(path, each.line, each.column, "error", each.rule, said))
    if name == "github":
        return github(notes, words("documents-told", count=len(notes)))
    if name == "gitlab":
        return gitlab(notes)
    rules = [{"id": rule} for rule in dict.fromkeys(note.rule for note in notes)]
    return sarif(notes, rules, words.language)


def _renewed(
    document: "Document", answers: "Answers", problems: list[Problem], *, force: bool
) -> "Renewal":
    """Renew a document in memory; what stands in the way is added to `problems`."""
    from rolecmp.commands.documents import MAX_BYTES, merged_texts, read_document
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
        most=MAX_BYTES,
        merged=lambda: merged_texts(document),
    )
    problems += renewal.problems
    return renewal


def _written(
    renewals: "list[tuple[Document, Renewal]]",
    documents: "list[Document]",
    problems: list[Problem],
) -> "list[tuple[Document, Renewal]]":
    """Write the documents that change, each whole or not at all; returns those that were.

    Where it can be told beforehand that one cannot be written, none is. What killed runs have
    left beside any of the documents is cleared.
    """
    from rolecmp.commands.deliver import reason_of
    from rolecmp.output import ChangedError, clear_leftovers, keep, replace_file

    for folder in dict.fromkeys(document.folder for document in documents):
        clear_leftovers(folder)
    for document, _ in renewals:
        if not os.access(os.path.realpath(document.path), os.W_OK):
            message = phrase("not-writable")
            problems.append(file_problem(document.path, "output", message, phrase("allow-writing")))
    if problems:
        return []
    written = []
    for document, renewal in renewals:
        try:
            replace_file(document.path, renewal.text.encode("utf-8"), renewal.old.encode("utf-8"))
        except ChangedError:
            # In the meantime somebody has gone on writing: that is not thrown away.
            message, remedy = phrase("changed-meanwhile"), phrase("run-again")
            problems.append(file_problem(document.path, "output", message, remedy))
        except (OSError, ValueError) as error:
            message = phrase("cannot-write", path=document.path, reason=reason_of(error))
            remedy = phrase("old-file-whole")
            problems.append(file_problem(document.path, "output", message, remedy))
        else:
            written.append((document, renewal))
    keep(document.folder for document, _ in written)
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
    if catalog.builtin:  # which no block is answered from unless it is named
        every, last = [f"{each} --roles builtin" for each in every], f"{last} --roles builtin"
    return f"{example([*every, last])}\n{say('help.docs.in-mdx')}\n\n{example(every, mdx=True)}"


ENTRY = Entry(
    docs,
    say("help.docs"),
    ("rolecmp docs --example",),
)
