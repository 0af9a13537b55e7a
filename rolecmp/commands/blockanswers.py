"""The answer to a block of a document: its command asked in this process, its errors located."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rolecmp.commands.commandline import UsageError
from rolecmp.commands.deliver import rendered
from rolecmp.commands.options import Reply, Surroundings
from rolecmp.commands.registry import COMMANDS, answering_commands, build, entry, parameters
from rolecmp.commands.typer_inside import usage_question
from rolecmp.definitions.loader import load_header
from rolecmp.definitions.lookup import shown
from rolecmp.definitions.names import Match
from rolecmp.definitions.problems import (
    DefinitionsError,
    Phrase,
    Problem,
    QuestionError,
    nearest,
    phrase,
)
from rolecmp.definitions.sources.discovery import (
    BUILTIN,
    find_catalog_of_document,
    folder_called,
    refuse_unnamed,
    working_directory,
)
from rolecmp.definitions.sources.folders import DiskFolder, KeptFolder, path_in
from rolecmp.docblocks.blocks import Given
from rolecmp.docblocks.content import digest
from rolecmp.docblocks.markers import quoted, unquoted

if TYPE_CHECKING:
    from rolecmp.definitions.sources.folders import Folder
    from rolecmp.docblocks.blocks import Block, Word

# What decides about the terminal or the file, of which a block has none.
_OUT_OF_PLACE = {
    "format_name": ("-f", "--format"),
    "output": ("-o", "--output"),
    "color": ("--color",),
    "width": ("--width",),
    "no_pager": ("--no-pager",),
}
_MARKDOWN = ("format_name", "markdown")
# The arguments of a message that are a word of the command line, the likelier first.
_QUOTED = ("second", "value", "name", "role", "path", "option", "names")
# What is a message of its own among the further lines of one.
_FURTHER = (
    "unknown-role", "unknown-topic-name", "unknown-topic-mentioned", "role-matches", "topic-matches"
)  # fmt: skip
# What lists names on further lines, and what says the same in one.
_LISTING = {
    "role-matches": "unknown-role",
    "topic-matches": "unknown-topic-name",
    "unknown-topic-mentioned": "unknown-topic-name",
}
_NEAR = 3


class Answers:
    """Answers the blocks of any number of documents; each catalog is read once."""

    def __init__(self, roles_dir: str | None, *, force: bool = False) -> None:
        """Take the folder of the definitions that was asked for, for blocks that name none.

        With `force`, a block may be answered from another catalog than it was written from.
        Raises `QuestionError` where the folder is no catalog.
        """
        self._roles_dir = roles_dir
        self._force = force
        self._here = working_directory()
        self._commands: dict[str, Any] = {}
        self._found: dict[tuple[str | None, str], Folder] = {}
        self._folders: dict[tuple[str, str], KeptFolder] = {}
        if roles_dir is not None:
            find_catalog_of_document(roles_dir, os.environ, self._here, self._here)

    def of(self, block: Block, path: str, folder: str) -> Given | Sequence[Problem]:
        """Answer a block of the document called `path`, which lies in `folder`, in Markdown.

        The result is the same on every machine and from every working directory; what is
        wrong is given as problems, at the word that is.
        """
        used: list[KeptFolder] = []

        def catalog(own: str | None) -> Folder:
            used.append(self._catalog(own, folder))
            return used[-1]

        name = block.words[0].text
        try:
            given = self._parsed(name, block.words)
            misplaced = list(_out_of_place(given, block, path))
            if misplaced:
                return misplaced
            reply = entry(name).function(surroundings=Surroundings(catalog, {}, folder), **given)
            assert isinstance(reply, Reply)
            mark = _mark(used[-1])
            if not self._force:
                _refuse_another(block.catalog, mark, folder)
            return Given(rendered(reply, "markdown"), mark)
        except DefinitionsError as error:
            where = used[-1] if used else None
            return [self._seen_from_here(each, where, folder) for each in error.problems]
        except UsageError as error:
            return list(_located(usage_question(error), block, path))
        except QuestionError as error:
            return list(_located(error, block, path))

    def _catalog(self, own: str | None, folder: str) -> KeptFolder:
        if (own, folder) not in self._found:
            here = self._here if own is None else folder
            option = self._roles_dir if own is None else own
            self._found[own, folder] = find_catalog_of_document(option, os.environ, here, folder)
            refuse_unnamed(self._found[own, folder], option, "docs")
        found = self._found[own, folder]
        where = found.path if isinstance(found, DiskFolder) else ""
        return self._folders.setdefault((where, found.label), KeptFolder(found))

    def _parsed(self, name: str, words: Sequence[Word]) -> dict[str, Any]:
        if name not in answering_commands():
            raise _no_answer(name)
        if name not in self._commands:
            self._commands[name] = build(name).commands[name]
        return parameters(self._commands[name], [word.text for word in words[1:]])

    def _seen_from_here(self, problem: Problem, kept: KeptFolder | None, near: str) -> Problem:
        """Name a definition file as it is found from here, not from the document in `near`."""
        folder = kept.folder if kept is not None else None
        prefix = path_in(folder, "") if folder is not None else ""
        if isinstance(folder, DiskFolder) and problem.path.startswith(prefix):
            if folder.builtin:
                return problem
            found = os.path.join(folder.path, problem.path[len(prefix) :])
        else:  # of another source, relative to the document, or in no folder at all
            found = os.path.join(near, problem.path)
            if not os.path.lexists(found):
                return problem
        try:
            path = os.path.relpath(found, self._here)
        except ValueError:  # another drive
            return problem
        return problem._replace(path=path.replace(os.sep, "/"))


def _mark(kept: KeptFolder) -> str:
    """Return what a block remembers of its catalog: a digest of the title, and its place."""
    mark: str | None = kept.kept.get(_mark)
    if mark is None:
        title = load_header(kept).title
        texts = "\n".join(f"{key}: {text}" for key, text in title.texts.items()) if title else ""
        mark = kept.kept[_mark] = f"{digest(texts)} {quoted(kept.label or '.')}"
    return mark


def _refuse_another(was: str, now: str, folder: str) -> None:
    """Raise `QuestionError` where a block was written from another catalog than answers it now."""
    if _is_another(was, now, folder):
        then, here = (unquoted(each.partition(" ")[2]) for each in (was, now))
        message = phrase("other-catalog", was=then, now=here)
        raise QuestionError("other-catalog", message, phrase("name-catalog", was=then))


def _is_another(was: str, now: str, folder: str) -> bool:
    """Tell whether a block of a document in `folder` was written from another catalog.

    It is the same catalog in the same place, whatever its title, and where it has moved, or the
    document has, the one of the same title, unless there is still a catalog in the old place.
    """
    title, _, place = was.partition(" ")
    now_title, _, now_place = now.partition(" ")
    if not place or place == now_place:
        return False
    if title != now_title or unquoted(place) == BUILTIN:
        return True
    try:
        return folder_called(unquoted(place), folder) is not None
    except DefinitionsError:
        return True


def _no_answer(name: str) -> QuestionError:
    """Say that a block cannot ask what it asks."""
    choices = answering_commands()
    if name in COMMANDS:
        message = phrase("not-an-answer", name=name)
        return QuestionError("usage", message, phrase("choices-are", choices=choices))
    near = nearest(name, choices, 1)
    remedy = phrase("did-you-mean", near=near) if near else phrase("choices-are", choices=choices)
    return QuestionError("usage", phrase("no-such-command", name=name), remedy)


def _out_of_place(given: Mapping[str, Any], block: Block, path: str) -> Iterator[Problem]:
    """Refuse the options that a block has no use for, each at its place."""
    for word in block.words:
        for key, spellings in _OUT_OF_PLACE.items():
            option = next((each for each in spellings if word.text.startswith(each)), None)
            if option is None or not given[key] or (key, given[key]) == _MARKDOWN:
                continue
            message, remedy = phrase("not-in-block", name=option), phrase("leave-out")
            yield Problem(path, block.line, word.column, "usage", message, remedy, block.source)


def _located(error: QuestionError, block: Block, path: str) -> Iterator[Problem]:
    """Put a refusal at the words of the block that it is about, a line for each.

    Where the command has pages to say about a word, the nearest names must do here.
    """
    remedy = error.remedy
    said = [error.message, *error.details]
    for place, message in enumerate(said):
        if place and message.key not in _FURTHER:
            continue
        column = _column(message, block.words)
        if message.key in _LISTING:
            listed = itertools.takewhile(lambda each: each.key == "name-match", said[place + 1 :])
            matches = (
                Match(str(each.args["id"] or each.args["title"]), str(each.args["title"]), None)
                for each in listed
            )
            near = shown(itertools.islice(matches, _NEAR))
            key = _LISTING[message.key]
            message = phrase(key, name=message.args["name"], near=near, source="")
        yield Problem(path, block.line, column, error.rule, message, remedy, block.source)
        remedy = None


def _column(message: Phrase, words: Sequence[Word]) -> int:
    for key in _QUOTED:
        said = message.args.get(key)
        if isinstance(said, tuple):
            said = said[0] if said else None
        if said is None:
            continue
        for word in reversed(words):
            option, _, value = word.text.partition("=")
            if said == word.text or (
                word.text.startswith("-") and said in (option, value, word.text[2:])
            ):
                return word.column
    return words[0].column
