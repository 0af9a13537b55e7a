"""Catalogs by the words that name them: a folder, a git revision, ``builtin``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import QuestionError, phrase
from rolecmp.definitions.sources.discovery import BUILTIN, builtin_catalog, folder_called
from rolecmp.definitions.sources.folders import DiskFolder, Folder, KeptFolder

if TYPE_CHECKING:
    from types import TracebackType

    from rolecmp.definitions.sources.git import GitFolder

HEAD = "HEAD"


class Sources:
    """Finds catalogs by name. To be used in a ``with``, which ends what was opened.

    `in_force` is the catalog in force, `here` the working directory.
    """

    def __init__(self, in_force: Folder, here: str) -> None:
        self.in_force = in_force
        self._here = here
        self._opened: list[GitFolder] = []

    def __enter__(self) -> Sources:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for folder in self._opened:
            folder.close()

    def folder(self, word: str) -> Folder | None:
        """Return the folder on disk that `word` names and that is a catalog, or None."""
        found = folder_called(word, self._here)
        if found is None and word == BUILTIN:
            return builtin_catalog()
        return found

    def find(self, word: str, beside: Folder | None = None) -> Folder:
        """Find the catalog that `word` names.

        A folder that is a catalog goes before a revision of the same name; what looks like a
        path is one. A revision is read at the place of `beside`, else of the catalog in
        force. Raises `QuestionError` where it names nothing.
        """
        found = self.folder(word)
        if found is not None:
            return found
        if _is_path(word):
            key = "not-a-catalog-folder" if self._is_folder(word) else "no-such-catalog-folder"
            raise QuestionError("no-catalog", phrase(key, path=word), phrase("add-catalog-file"))
        near = beside if beside is not None and _place(beside) is not None else self.in_force
        return self._revision(word, near)

    def before(self, new: Folder) -> Folder:
        """Return what `new` is compared with unasked: its last commit, else the built-in catalog.

        A catalog that is in no commit yet, or in a folder that git ignores, has no last commit.
        Raises `QuestionError` where git is there and does not answer.
        """
        from rolecmp.definitions.sources.git import is_in_work_tree

        place = _place(new)
        if place is None or not is_in_work_tree(place):
            return builtin_catalog()
        try:
            return self._revision(HEAD, new)
        except QuestionError as error:
            if error.rule in ("unknown-revision", "no-catalog"):
                return builtin_catalog()
            raise

    def _revision(self, word: str, beside: Folder) -> Folder:
        from rolecmp.definitions.sources.git import open_revision

        place = _place(beside)
        folder = open_revision(word, place or self._here, place)
        self._opened.append(folder)
        return folder

    def _is_folder(self, word: str) -> bool:
        return os.path.isdir(os.path.join(self._here, os.path.expanduser(word)))


def _is_path(word: str) -> bool:
    return word in (".", "..", "") or word.startswith(("./", "../", "/", "~")) or (
        os.path.isabs(word)
    )  # fmt: skip


def _place(folder: Folder) -> str | None:
    """Return where a catalog lies on disk, if it does and is not the program's own."""
    if isinstance(folder, KeptFolder):
        folder = folder.folder
    return folder.path if isinstance(folder, DiskFolder) and not folder.builtin else None
