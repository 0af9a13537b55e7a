"""Files that look like roles and are not read: by their names, or because of where they lie."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.sources.discovery import (
    MAX_ROLE_FILES,
    MAX_ROLE_LOOK,
    looks_like_role,
    plain_text,
)
from rolecmp.definitions.sources.folders import (
    CATALOG_FILE,
    DiskFolder,
    Folder,
    KeptFolder,
    path_in,
    read_file,
)

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Problem

_MISNAMED = re.compile(r"[^.].*\.ya?ml\.(?:txt|bak|orig)|[^.].*\.ya?ml~", re.IGNORECASE)
_MAX_DEPTH = 3


def stray_roles(folder: Folder, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the paths of the stray role files of a catalog's folder, as messages name them.

    A role file has a name and one of `keys`, which are the dimensions and letters. What cannot
    be looked at is left out. A subfolder that is a catalog itself is none of this one's.
    """
    if isinstance(folder, KeptFolder):
        folder = folder.folder
    keys = tuple(keys)

    def is_role(data: bytes | Problem) -> bool:
        return isinstance(data, bytes) and looks_like_role(plain_text(data), keys)

    try:
        names = [each for each in sorted(folder.names()) if _MISNAMED.fullmatch(each)]
    except OSError:
        return ()
    found = [
        path_in(folder, each)
        for each in names[:MAX_ROLE_FILES]
        if is_role(folder.read(each, MAX_ROLE_LOOK))
    ]
    if isinstance(folder, DiskFolder):
        for path, shown in _below(folder.path, path_in(folder, "").rstrip("/"), _MAX_DEPTH):
            if is_role(read_file(path, shown, MAX_ROLE_LOOK)):
                found.append(shown)
    return tuple(found)


def _below(folder: str, shown: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield the YAML files in the folders below one, each with its path as messages name it."""
    for inner in sorted(_folders(folder)):
        path = os.path.join(folder, inner)
        label = f"{shown}/{inner}" if shown else inner
        try:
            names = sorted(os.listdir(path))
        except OSError:
            continue
        if CATALOG_FILE in names:
            continue
        yaml = [name for name in names if name.lower().endswith((".yaml", ".yml"))]
        for name in yaml[:MAX_ROLE_FILES]:
            yield os.path.join(path, name), f"{label}/{name}"
        if depth > 1:
            yield from _below(path, label, depth - 1)


def _folders(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                    yield entry.name
    except OSError:
        return
