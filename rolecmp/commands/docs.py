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

if TYPE_CHECKING:
    from rolecmp.commands.blockanswers import Answers
    from rolecmp.commands.documents import Document
    from rolecmp.docblocks.blocks import Renewal
    from rolecmp.rendering.messages import Messages


def docs(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=say("PATH...", "路径..."),
            help=say(
                "Documents, or folders to look through for .md, .mdx and .markdown. What is "
                "hidden, node_modules and virtual environments are passed by.",
                "文档，或文件夹；文件夹会逐层查找 .md、.mdx 和 .markdown，"
                "跳过隐藏项、node_modules 和虚拟环境。",
            ),
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=say(
                "Change nothing; list the stale blocks. The exit code is 1 where there is one.",
                "不改动文件，只列出过期的区块；有过期区块时退出码为 1。",
            ),
        ),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=say(
                "Change nothing; print the difference as a unified diff.",
                "不改动文件，以 unified diff 格式输出差异。",
            ),
        ),
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help=say(
                "Replace content that was edited by hand since it was written.",
                "覆盖写入之后被手工改过的内容。",
            ),
        ),
    ] = False,
    example: Annotated[
        bool,
        typer.Option("--example", help=say("Print blocks to paste.", "输出可直接粘贴的区块。")),
    ] = False,
    roles_dir: Annotated[
        str | None,
        typer.Option(
            "--roles",
            metavar=say("DIR", "目录"),
            help=say(
                "Folder of the definitions, for blocks that name none. Else the nearest catalog "
                "upward from the document, else ROLECMP_ROLES, else the built-in one.",
                "角色定义所在的文件夹，用于自身没有写 --roles 的区块。默认依次取文档上层最近的"
                "角色目录、ROLECMP_ROLES、内置目录。",
            ),
        ),
    ] = None,
) -> int:
    """Renew the marked blocks of documents, or say which are stale."""
    from rolecmp.commands.replying import put

    if example:
        put(_example(roles_dir), portable=True)
        return YES
    if not paths:
        message = phrase("missing-argument", name=say("PATH...", "路径..."))
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
    """Write the documents that change, each whole or not at all; gives those that were.

    Where it can be told beforehand that one cannot be written, none is.
    """
    from rolecmp.commands.documents import read_document
    from rolecmp.commands.replying import reason_of
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
    """Give the unified diff of all documents; on a terminal, nothing in it is obeyed."""
    from rolecmp.commands.asking import is_terminal
    from rolecmp.docblocks.difference import unified
    from rolecmp.rendering.visible import visible

    lines = (
        line
        for document, renewal in stale
        for line in unified(_from_here(document.path), renewal.old, renewal.edits)
    )
    if is_terminal(sys.stdout):
        lines = (visible(line, keep="\t\n") for line in lines)
    return "".join(lines)


def _from_here(path: str) -> str:
    """Give the way to a document from here, which is what a diff is applied from."""
    try:
        way = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if way.startswith("..") else way.replace(os.sep, "/")


def _list(stale: "list[tuple[Document, Renewal]]", what: Phrase, *, aside: bool) -> None:
    """Name the blocks that changed or are to change, a line each.

    They are the answer, so they go to standard output, `aside` where that has the difference.
    """
    from rolecmp.commands.replying import put
    from rolecmp.output import print_error
    from rolecmp.rendering.visible import visible

    word = _messages()(what)
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
    print_error(_messages()(said))


def _messages() -> "Messages":
    from rolecmp.rendering.labels import LANGUAGES
    from rolecmp.rendering.language import for_messages
    from rolecmp.rendering.messages import Messages

    return Messages(for_messages(None, os.environ, LANGUAGES))


def _example(roles_dir: str | None) -> str:
    """Give blocks that the catalog in force answers: two of its roles compared, and owners."""
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.definitions.sources.discovery import find_catalog, working_directory
    from rolecmp.docblocks.blocks import example

    catalog = load_catalog(find_catalog(roles_dir, os.environ, working_directory()))
    roles = catalog.pairs[0].roles if catalog.pairs else tuple(catalog.roles)[:2]
    last = f"who-owns --lang {catalog.languages[-1]} --heading 3"
    every = [f"compare {' '.join(roles)}" if len(roles) > 1 else "list"]
    return (
        f"{example([*every, last])}\n{say('In MDX:', 'MDX 写法：')}\n\n{example(every, mdx=True)}"
    )


ENTRY = Entry(
    docs,
    say(
        "Renew the marked blocks of documents, or say which are stale.\n\n"
        "A block stands between two comments, each on a line of its own: --example prints some "
        "to paste, for Markdown and for MDX. It holds what the command in it answers, with "
        "options of its own such as --lang zh and --heading 3; --heading 0 leaves the heading "
        "out. --roles in a block is relative to the document. Nothing outside the blocks "
        "changes, and markers in code are left alone.\n\n"
        "The exit code is 0, with --check 1 where a block is stale, and 2 where a block cannot "
        "be renewed; then no document is written.",
        "更新文档里标记出来的区块，或者指出哪些已经过期。\n\n"
        "区块写在两行注释之间，注释各占一行；用 --example 输出可直接粘贴的例子，"
        "Markdown 和 MDX 的写法都有。区块的内容就是其中那条命令的回答，可以带自己的选项，"
        "例如 --lang zh、--heading 3；--heading 0 表示不要标题。"
        "区块里的 --roles 相对于文档所在的文件夹。"
        "区块之外的内容一概不动，代码里的标记也不处理。\n\n"
        "正常时退出码为 0；加 --check 且有区块过期时为 1；"
        "有区块无法更新时为 2，此时不写入任何文档。",
    ),
    ("rolecmp docs --example",),
)
