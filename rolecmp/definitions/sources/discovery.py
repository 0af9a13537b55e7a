"""Which catalog is in force.

A folder that cannot be looked at is an error here, never "not there": an answer from another
catalog than the company's own would be taken for its own.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Mapping

from rolecmp.definitions.model import DEFAULT_DIMENSIONS, LETTERS
from rolecmp.definitions.problems import DefinitionsError, Phrase, QuestionError, phrase
from rolecmp.definitions.sources.folders import (
    CATALOG_FILE,
    ArchiveFolder,
    DiskFolder,
    Folder,
    file_problem,
    unreadable,
)

VARIABLE = "ROLECMP_ROLES"
BUILTIN = "builtin"
ROLES = "roles"

MISNAMED = r"(?i)catalog(?:ue)?\.(?:ya?ml(?:\.txt)?|txt)"
"""What editors and other systems make of the name ``catalog.yaml``."""
# A key at the beginning of a line with a number, indented or not, in a flow mapping or not.
_KEY = r"(?m)^[\s\-{\"']*([A-Za-z_-]{5,10})[\"']?[ \t]*[:：]\s*[\"']?\d"
_LIKE_THE_MARKER = 0.8  # one letter missing, doubled or wrong; "role" is not
_MAX_LOOK = 1 << 20
MAX_ROLE_LOOK = 1 << 16
"""Bytes of a file that are looked at for whether it defines a role."""

MAX_ROLE_FILES = 200
"""Files of a folder that are looked at for that, the most."""


def find_catalog(option: str | None, environment: Mapping[str, str], here: str) -> Folder:
    """Find the catalog in force: the option, the variable, the nearest upward, the built-in.

    `here` is the working directory, an absolute path. Raises `QuestionError` where a folder
    that was asked for by name is not a catalog, `DefinitionsError` where on the way upward
    there are signs of a catalog that is not whole, or what cannot be looked at.
    """
    if option is not None:
        return _asked_for(option, "--roles", here)
    variable = environment.get(VARIABLE)
    if variable:
        return _asked_for(variable, VARIABLE, here)
    folder = here
    while True:
        found = _catalog_at(folder, here)
        if found is not None:
            return DiskFolder(found, _label(os.path.relpath(found, here)))
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


def refuse_unnamed(folder: Folder, option: str | None, command: str) -> None:
    """Raise `QuestionError` where the built-in catalog would answer a `command` unasked.

    `option` is what named the catalog, if anything did.
    """
    if folder.builtin and option is None and not os.environ.get(VARIABLE):
        message = phrase("builtin-unnamed", command=command)
        raise QuestionError("no-catalog", message, phrase("name-builtin"))


def seen_from(folder: Folder, here: str) -> Folder:
    """Label a folder on disk by its way from `here`, where there is one."""
    if folder.builtin or not isinstance(folder, DiskFolder):
        return folder
    try:
        return DiskFolder(folder.path, _label(os.path.relpath(folder.path, here)))
    except ValueError:  # another drive
        return folder


def working_directory() -> str:
    """Return the folder the program runs in; raises `QuestionError` where it has been deleted."""
    try:
        return os.getcwd()
    except OSError as error:
        message = phrase("no-working-directory", reason=error.strerror or "")
        raise QuestionError("no-folder", message, phrase("change-folder")) from error


def builtin_catalog() -> Folder:
    """Return the catalog that comes with the program, wherever that is installed from."""
    here = os.path.dirname(os.path.abspath(__file__))
    package = os.path.dirname(os.path.dirname(here))
    # In a wheel the roles lie inside the package; in a checkout, and so in an editable
    # install, beside it.
    for path in (os.path.join(package, ROLES), os.path.join(os.path.dirname(package), ROLES)):
        if os.path.isfile(os.path.join(path, CATALOG_FILE)):
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
    """Return the catalog at `path`, or in a ``roles/`` in it; None where there is none.

    Raises `DefinitionsError` where it cannot be looked at, or has the signs of a catalog.
    """
    if not path or "\0" in path:
        return None
    full = os.path.join(here, os.path.expanduser(path))
    if os.path.basename(full) == CATALOG_FILE and _kind(full, here) == "file":  # the file itself
        return DiskFolder(os.path.dirname(full), _label(os.path.dirname(path) or "."))
    if _kind(full, here) != "folder":
        return None
    if CATALOG_FILE in _names(full, here):
        return DiskFolder(full, _label(path))
    found = _catalog_at(full, here)  # the project's folder was named rather than its roles/
    return None if found is None else DiskFolder(found, _label(os.path.join(path, ROLES)))


def _label(path: str) -> str:
    label = os.path.normpath(path).replace(os.sep, "/")
    return "" if label == "." else label


# --- looking -----------------------------------------------------------------------------------


def _catalog_at(folder: str, here: str) -> str | None:
    """Return the catalog that `folder` is or has in its ``roles/``; None where it has none.

    A ``catalog.yaml`` beside the folder's other files may be another program's, so its content
    decides; one in a folder called ``roles`` is ours.
    """
    names = _names(folder, here, closed=True)
    if _is_own(folder, names, here):
        return folder
    inner = os.path.join(folder, ROLES)
    if ROLES not in names or _listed(folder, ROLES, here) != "folder":
        return None
    inside = _names(inner, here)
    if CATALOG_FILE in inside and _listed(inner, CATALOG_FILE, here) != "folder":
        return inner
    _refuse_signs(inner, inside, here)
    return None


def _is_own(folder: str, names: list[str], here: str) -> bool:
    """Tell whether a folder is a catalog itself; raises where it only has the signs of one."""
    if CATALOG_FILE in names:
        path = os.path.join(folder, CATALOG_FILE)
        return _listed(folder, CATALOG_FILE, here) == "file" and (
            _is_marked(_head(path, here)) or _has_roles(folder, names, here)
        )
    _refuse_signs(folder, names, here)
    return False


def _refuse_signs(folder: str, names: list[str], here: str) -> None:
    """Raise `DefinitionsError` where a folder without ``catalog.yaml`` looks like a catalog."""
    roles = _has_roles(folder, names, here)
    for name in sorted(names):
        path = os.path.join(folder, name)
        if (
            re.fullmatch(MISNAMED, name)
            and _listed(folder, name, here) == "file"
            and (roles or _is_marked(_head(path, here)))
        ):
            remedy = phrase("rename-catalog", name=CATALOG_FILE)
            raise _refusal(path, here, phrase("catalog-misnamed"), remedy)
    if roles:
        path = os.path.join(folder, CATALOG_FILE)
        raise _refusal(path, here, phrase("roles-alone"), phrase("begin-catalog"))


def _is_marked(text: str) -> bool:
    """Tell whether the key that marks a catalog stands in a file, be it with a slip."""
    from difflib import SequenceMatcher

    return any(
        SequenceMatcher(None, key.lower(), "rolecmp").ratio() >= _LIKE_THE_MARKER
        for key in re.findall(_KEY, text)
    )


def _has_roles(folder: str, names: list[str], here: str) -> bool:
    """Tell whether files that define roles lie in a folder.

    In one called ``roles`` each of them can be looked at; what lies in another folder and
    cannot be is most often not ours.
    """
    likely = [name for name in sorted(names) if name.endswith((".yaml", ".yml"))]
    for name in likely[:MAX_ROLE_FILES]:
        try:
            if (
                name != CATALOG_FILE
                and _listed(folder, name, here) == "file"
                and looks_like_role(_head(os.path.join(folder, name), here, MAX_ROLE_LOOK))
            ):
                return True
        except DefinitionsError:
            if os.path.basename(folder) == ROLES:
                raise
    return False


def looks_like_role(text: str, keys: Iterable[str] = (*DEFAULT_DIMENSIONS, *LETTERS)) -> bool:
    """Tell whether a text has a name and one of `keys`, the dimensions and letters, for a line."""
    duties = "|".join(map(re.escape, keys))
    return all(re.search(rf"(?m)^(?:{each})[ \t]*:", text) for each in ("name", duties))


def _names(folder: str, here: str, *, closed: bool = False) -> list[str]:
    """Return the names in a folder; with `closed`, also of one that may not be listed.

    Where the listing has none, those that matter are asked for one by one: to the C library, a
    listing that breaks off because the folder was moved away is one that is done.
    """
    names: list[str] = []
    try:
        names = os.listdir(folder)
    except PermissionError as error:
        if not closed:
            raise _not_looked_at(folder, here, error) from error
    except OSError as error:
        raise _not_looked_at(folder, here, error) from error
    return names or [
        name
        for name in (CATALOG_FILE, ROLES)
        if _kind(os.path.join(folder, name), here) != "nothing"
    ]


def _listed(folder: str, name: str, here: str) -> str:
    """Tell what a name in the listing of a folder is, links followed: "file", "folder", "other"."""
    path = os.path.join(folder, name)
    found = _kind(path, here)
    if found == "nothing":
        raise _refusal(path, here, phrase("gone"), None)
    return found


def _kind(path: str, here: str) -> str:
    """Tell what is at a path, links followed: "file", "folder", "other" or "nothing"."""
    try:
        mode = os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        if os.path.islink(path):
            raise _refusal(path, here, phrase("dangling-link"), phrase("mend-link")) from None
        return "nothing"
    except OSError as error:
        raise _not_looked_at(path, here, error) from error
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "other"


def _head(path: str, here: str, most: int = _MAX_LOOK) -> str:
    """Return the text of a file, as far as it is looked at."""
    try:
        with open(path, "rb") as file:
            return plain_text(file.read(most))
    except OSError as error:
        raise _not_looked_at(path, here, error) from error


def plain_text(data: bytes) -> str:
    """Return the text of a file in whatever encoding it may be; zeros of UTF-16 are left out."""
    text = data.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    return text.replace(b"\r", b"\n").decode("utf-8", "replace")


def _not_looked_at(path: str, here: str, error: OSError) -> DefinitionsError:
    if error.errno == errno.ENOENT:
        problem = file_problem(_shown(path, here), "unreadable", phrase("gone"))
    else:
        problem = unreadable(_shown(path, here), error)
    return DefinitionsError([problem])


def _refusal(path: str, here: str, message: Phrase, remedy: Phrase | None) -> DefinitionsError:
    return DefinitionsError([file_problem(_shown(path, here), "no-catalog", message, remedy)])


def _shown(path: str, here: str) -> str:
    return os.path.relpath(path, here).replace(os.sep, "/")
