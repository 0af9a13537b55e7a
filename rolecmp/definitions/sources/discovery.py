"""Which catalog is in force."""

from __future__ import annotations

import os
from collections.abc import Mapping

from rolecmp.definitions.problems import QuestionError, phrase
from rolecmp.definitions.sources.folders import CATALOG_FILE, ArchiveFolder, DiskFolder, Folder

VARIABLE = "ROLECMP_ROLES"
BUILTIN = "builtin"


def find_catalog(option: str | None, environment: Mapping[str, str], here: str) -> Folder:
    """Find the catalog in force: the option, the variable, the nearest upward, the built-in.

    `here` is the working directory, an absolute path. Raises `QuestionError` where a folder
    that was asked for by name is not a catalog.
    """
    if option is not None:
        return _asked_for(option, "--roles", here)
    variable = environment.get(VARIABLE)
    if variable:
        return _asked_for(variable, VARIABLE, here)
    folder = here
    while True:
        for path in (folder, os.path.join(folder, "roles")):
            if _is_catalog(path):
                return DiskFolder(path, _label(os.path.relpath(path, here)))
        parent = os.path.dirname(folder)
        if parent == folder:
            return builtin_catalog()
        folder = parent


def find_catalog_of_document(
    option: str | None, environment: Mapping[str, str], here: str, folder: str
) -> Folder:
    """Find the catalog of a document in `folder`; what is found is labelled as seen from there.

    The option, else the nearest upward from the document, else the variable, else the built-in.
    The document goes before the variable, and the working directory `here` matters to the two
    that may be relative to it alone: so a document says the same wherever it is renewed.
    Raises `QuestionError` where a folder that was asked for by name is not a catalog.
    """
    if option is not None:
        return seen_from(_asked_for(option, "--roles", here), folder)
    found = find_catalog(None, {}, folder)
    if found.builtin and environment.get(VARIABLE):
        return seen_from(_asked_for(environment[VARIABLE], VARIABLE, here), folder)
    return found


def seen_from(folder: Folder, here: str) -> Folder:
    """Label a folder on disk by its way from `here`, where there is one."""
    if folder.builtin or not isinstance(folder, DiskFolder):
        return folder
    try:
        return DiskFolder(folder.path, _label(os.path.relpath(folder.path, here)))
    except ValueError:  # another drive
        return folder


def working_directory() -> str:
    """Give the folder the program runs in, or the root where that has been deleted."""
    try:
        return os.getcwd()
    except OSError:
        return os.sep


def builtin_catalog() -> Folder:
    """Give the catalog that comes with the program, wherever that is installed from."""
    here = os.path.dirname(os.path.abspath(__file__))
    package = os.path.dirname(os.path.dirname(here))
    # In a wheel the roles lie inside the package; in a checkout, and so in an editable
    # install, beside it.
    for path in (os.path.join(package, "roles"), os.path.join(os.path.dirname(package), "roles")):
        if _is_catalog(path):
            return DiskFolder(path, BUILTIN, builtin=True)
    return ArchiveFolder(BUILTIN)


def _asked_for(path: str, asked_by: str, here: str) -> Folder:
    if path == BUILTIN and not os.path.isdir(os.path.join(here, path)):
        return builtin_catalog()
    found = folder_called(path, here)
    if found is not None:
        return found
    full = os.path.join(here, os.path.expanduser(path))
    if not path or not os.path.isdir(full):
        message = phrase("no-such-folder", path=path, asked_by=asked_by)
        raise QuestionError("no-catalog", message)
    message = phrase("not-a-catalog", path=path, asked_by=asked_by)
    raise QuestionError("no-catalog", message, phrase("add-catalog-file"))


def folder_called(path: str, here: str) -> Folder | None:
    """Give the catalog that lies at `path`, or in a ``roles/`` in it; None where none does."""
    if not path or "\0" in path:
        return None
    full = os.path.join(here, os.path.expanduser(path))
    if os.path.isfile(os.path.join(full, CATALOG_FILE)):
        return DiskFolder(full, _label(path))
    if os.path.basename(full) == CATALOG_FILE and os.path.isfile(full):  # the file itself
        return DiskFolder(os.path.dirname(full), _label(os.path.dirname(path) or "."))
    inner = os.path.join(full, "roles")
    if _is_catalog(inner):  # the project's folder was named rather than its roles/
        return DiskFolder(inner, _label(os.path.join(path, "roles")))
    return None


def _label(path: str) -> str:
    label = os.path.normpath(path).replace(os.sep, "/")
    return "" if label == "." else label


def _is_catalog(path: str) -> bool:
    """Tell whether `path` holds a ``catalog.yaml`` with the key ``rolecmp`` at its top level.

    Other programs have files of that name too, so the key decides. It is looked for in the
    bytes, so that a file that is broken or wrongly encoded is still found, and then reported.
    """
    try:
        if not os.path.isfile(os.path.join(path, CATALOG_FILE)):
            return False
        with open(os.path.join(path, CATALOG_FILE), "rb") as file:
            start = file.read(1 << 16)
    except OSError:
        return True  # it is there and cannot be read: an error to be shown, not passed by
    text = start.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    return _has_marker(text)


def _has_marker(text: bytes) -> bool:
    if b"rolecmp" not in text:
        return False
    for line in text.replace(b"\r", b"\n").split(b"\n"):
        key, colon, _ = line.replace("：".encode(), b":").partition(b":")
        if colon and key.lstrip(b"{ \t").strip(b" \"'") == b"rolecmp":
            # Indented by spaces it is a part of something else; a tab is a slip of the pen.
            return not line.startswith(b" ")
    return False
