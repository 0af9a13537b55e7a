"""What `rolecmp check --fix` does: files of definitions put right, shown, and written."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rolecmp.commands.asking import catalog_folder, is_terminal
from rolecmp.definitions.problems import DefinitionsError, QuestionError, phrase
from rolecmp.definitions.sources.folders import DiskFolder, KeptFolder, path_in
from rolecmp.rendering.language import words_for

if TYPE_CHECKING:
    from rolecmp.commands.options import Request
    from rolecmp.definitions.fixing import Fix
    from rolecmp.definitions.sources.folders import Folder


def fix(request: Request, *, only_show: bool, aside: bool) -> None:
    """Put right what is beyond doubt in the catalog's files and show it as a unified diff.

    With `only_show` nothing is written. The diff goes to standard output, `aside` where that has
    another answer. Raises `QuestionError` and `DefinitionsError`.
    """
    from rolecmp.commands.deliver import put, replace
    from rolecmp.definitions.fixing import fixes
    from rolecmp.output import print_error
    from rolecmp.visible import visible

    folder = _folder(request)
    words = words_for(request.lang, os.environ)
    try:
        found = fixes(folder)
    except OSError as error:
        message = phrase("unreadable", reason=error.strerror or "")
        raise QuestionError("unreadable", message) from error
    if not only_show:
        replace(
            folder,
            {each.new_name: each.new_data for each in found},
            {each.new_name: each.data for each in found},
            {each.new_name: each.name for each in found if each.name != each.new_name},
        )
    lines = list(_difference(folder, found))
    if is_terminal(sys.stderr if aside else sys.stdout):
        lines = [visible(line, keep="\t\n") for line in lines]
    if lines and aside:
        print_error("".join(lines).rstrip("\n"))
    elif lines:
        put("".join(lines), portable=True)
    for each in found:
        if each.encoding != "UTF-8":
            path = visible(path_in(folder, each.new_name))
            print_error(words("now-utf8", path=path, encoding=each.encoding))
    said = ("would-fix" if only_show else "fixed") if found else "nothing-to-fix"
    print_error(words(said, count=len(found)))


def _folder(request: Request) -> DiskFolder:
    """Return the folder to put right, be it one whose ``catalog.yaml`` has another name."""
    try:
        folder = catalog_folder(request)
    except DefinitionsError as error:
        problem = error.problems[0]
        if problem.message.key != "catalog-misnamed":
            raise
        where = os.path.dirname(problem.path)
        return DiskFolder(where or ".", where)
    if isinstance(folder, KeptFolder):
        folder = folder.folder
    if not isinstance(folder, DiskFolder) or folder.builtin:
        raise QuestionError("usage", phrase("builtin-unfixed"), phrase("begin-own"))
    return folder


def _difference(folder: Folder, found: Sequence[Fix]) -> Iterator[str]:
    from rolecmp.docblocks.difference import Edit, unified

    for each in found:
        # A line stays a line, so that they can be held against each other one by one.
        old, new = (re.split("(?<=\n)", text) for text in (each.text, each.new_text))
        edits = []
        start = 0
        for line, right in zip(old, new, strict=True):
            if line != right:
                edits.append(Edit(start, start + len(line), right))
            start += len(line)
        path, new_path = path_in(folder, each.name), path_in(folder, each.new_name)
        yield from unified(path, each.text, edits, new_path)
