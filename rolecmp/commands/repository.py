"""Where files are in the repository, which is how a code host knows them."""

from __future__ import annotations

import os
from functools import cache


def from_top(path: str) -> str:
    """Return the way to a file from the top of the repository that the program runs in.

    `path` is from the working directory. What is in no repository, or is no file, is returned as
    it is.
    """
    top = _top(os.getcwd())
    if top is None or not os.path.lexists(path):
        return path
    folder, name = os.path.split(os.path.abspath(path))
    way = os.path.relpath(os.path.join(os.path.realpath(folder), name), top)
    return path if way.split(os.sep, 1)[0] == os.pardir else way.replace(os.sep, "/")


@cache
def _top(here: str) -> str | None:
    folder = os.path.realpath(here)
    while not os.path.lexists(os.path.join(folder, ".git")):  # a file, in a worktree
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder
