"""Which documents are meant, and what is in them."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rolecmp.definitions.problems import Problem, phrase
from rolecmp.definitions.sources.folders import file_problem, read_file

ENDINGS = (".md", ".mdx", ".markdown")
MAX_BYTES = 8 << 20
STANDARD = "-"
"""The path that stands for standard input."""


class Document(NamedTuple):
    """A document: the way to it as it was named, and whether a person named it.

    `folder` is where it lies, links followed: absolute. `leads_out` tells that it is a link out
    of the folder that was named.
    """

    path: str
    folder: str
    named: bool
    leads_out: bool = False

    @property
    def mdx(self) -> bool:
        """Whether it is MDX, by the ending of its name."""
        return self.path.lower().endswith(".mdx")


def find_documents(paths: Sequence[str], problems: list[Problem]) -> list[Document]:
    """Find the documents that `paths` name, each once: files, or folders looked through.

    Of a folder these are the regular files with a Markdown ending, sorted by name, files
    before folders. Passed by are what is hidden, ``node_modules``, virtual environments and
    links to folders. Folders that cannot be listed are added to `problems`.
    """
    found: dict[str, Document] = {}
    for path in paths:
        if path not in ("", STANDARD) and os.path.isdir(path):
            top = os.path.join(os.path.realpath(path), "")
            for each in _inside(path, problems):
                real = os.path.realpath(each)
                leads_out = not real.startswith(top)
                document = Document(each, os.path.dirname(real), False, leads_out)
                found.setdefault(real, document)
        else:
            try:
                real = os.path.realpath(path)
            except ValueError:  # a NUL in the name
                real = path
            found[real] = Document(path, os.path.dirname(real), True)
    return list(found.values())


def _inside(folder: str, problems: list[Problem]) -> Iterator[str]:
    def unlisted(error: OSError) -> None:
        message = phrase("unreadable", reason=error.strerror or "")
        problems.append(file_problem(str(error.filename), "unreadable", message))

    for where, folders, files in os.walk(folder, onerror=unlisted):
        folders[:] = sorted(name for name in folders if _looked_into(where, name))
        for name in sorted(files):
            path = os.path.normpath(os.path.join(where, name))
            if (
                not name.startswith(".")
                and name.lower().endswith(ENDINGS)
                and os.path.isfile(path)  # no pipe, and no link to nothing
            ):
                yield path


def _looked_into(where: str, name: str) -> bool:
    return not (
        name.startswith(".")
        or name == "node_modules"
        or os.path.isfile(os.path.join(where, name, "pyvenv.cfg"))
    )


def read_document(document: Document) -> str | Problem:
    """Return the text of a document, line ends and byte order mark as they are.

    That called ``-`` is standard input.
    """
    path = document.path
    if path == STANDARD:
        import sys

        try:
            data: bytes | Problem = sys.stdin.buffer.read(MAX_BYTES + 1)
        except (AttributeError, OSError) as error:  # closed, or a folder
            reason = getattr(error, "strerror", None) or os.strerror(errno.EBADF)
            return file_problem(path, "unreadable", phrase("unreadable", reason=reason))
    else:
        data = read_file(path, path, MAX_BYTES + 1)
    if isinstance(data, Problem):
        return data
    if len(data) > MAX_BYTES:
        message = phrase("file-too-large", limit=MAX_BYTES >> 20)
        return file_problem(path, "limit", message)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not document.named and b"rolecmp" not in data.replace(b"\0", b""):
            return ""  # it has no blocks, so it is nobody's business here how it is encoded
        before = data[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        message = phrase("not-utf8", guess="")
        return Problem(path, line, column, "encoding", message, phrase("save-as-utf8"))


def merged_texts(document: Document) -> list[str]:
    """Return what a document was on the two sides of a merge that git has stopped at, if it has."""
    from rolecmp.definitions.sources.git import merged_sides

    sides = merged_sides(os.path.realpath(document.path))
    if any(len(each) > MAX_BYTES for each in sides):
        return []
    return [each.decode("utf-8", "replace") for each in sides]
