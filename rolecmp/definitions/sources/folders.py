"""Where definition files are read from: a folder on disk, in a package archive, or in memory."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING, Any, Protocol

from rolecmp.definitions.problems import Phrase, Problem, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

CATALOG_FILE = "catalog.yaml"
ENDING = ".yaml"


class Folder(Protocol):
    """A folder of definition files.

    `label` is how its files are called in answers and messages, `builtin` tells whether it is
    the catalog that the program brings along.
    """

    @property
    def label(self) -> str:
        """How its files are called."""
        ...

    @property
    def builtin(self) -> bool:
        """Whether it comes with the program."""
        ...

    def names(self) -> list[str]:
        """Return the names of the files in it, unordered; raises OSError."""
        ...

    def has(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        ...

    def read(self, name: str, limit: int) -> bytes | Problem:
        """Return a file's first `limit` bytes, or the problem that stands in the way."""
        ...


def path_in(folder: Folder, name: str) -> str:
    """Name a file of `folder` in the way that answers and messages do."""
    label = folder.label
    return f"{label}/{name}" if label and label[-1] != ":" else label + name


def file_problem(path: str, rule: str, message: Phrase, remedy: Phrase | None = None) -> Problem:
    """Make a problem that is about a file as a whole."""
    return Problem(path, 1, 1, rule, message, remedy)


class DiskFolder:
    """A folder on disk, at `path`, called `label`."""

    def __init__(self, path: str, label: str, *, builtin: bool = False) -> None:
        self.path = path
        self.label = label
        self.builtin = builtin

    def names(self) -> list[str]:
        """Return the names of the files in it, of which there are some; raises OSError."""
        names = os.listdir(self.path)
        if not names:  # what the C library makes of a folder that is moved away meanwhile
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), self.path)
        return names

    def has(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        return os.path.lexists(os.path.join(self.path, name))

    def read(self, name: str, limit: int) -> bytes | Problem:
        """Read a regular file of this folder, never blocking on what is not one."""
        path = os.path.join(self.path, name)
        shown = path_in(self, name)
        try:
            # Without O_NONBLOCK, opening a FIFO waits for a writer for ever.
            descriptor = os.open(path, _FLAGS | _NO_FOLLOW)
        except OSError as error:
            if not os.path.islink(path):
                return unreadable(shown, error)
            if not os.path.realpath(path).startswith(os.path.realpath(self.path) + os.sep):
                return file_problem(
                    shown, "outside-link", phrase("outside-link"), phrase("copy-file")
                )
            return read_file(path, shown, limit)
        return _contents(descriptor, shown, limit)


_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


def _contents(descriptor: int, shown: str, limit: int) -> bytes | Problem:
    """Return the first `limit` bytes of an open file, and close it."""
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return file_problem(shown, "not-a-file", phrase("not-a-file"))
        data = os.read(descriptor, min(status.st_size + 1, limit))
        # The size is what the file was; read on where it grew or where a file system, such as
        # /proc, tells none.
        while data and status.st_size < len(data) < limit:
            more = os.read(descriptor, limit - len(data))
            if not more:
                break
            data += more
    except OSError as error:
        return unreadable(shown, error)
    finally:
        with contextlib.suppress(OSError):  # what was read was read
            os.close(descriptor)
    return data


def unreadable(path: str, error: OSError) -> Problem:
    """Say that a file cannot be read, and what can be done about it."""
    if isinstance(error, FileNotFoundError):
        return file_problem(path, "unreadable", phrase("no-such-file"))
    if isinstance(error, PermissionError):
        return file_problem(path, "unreadable", phrase("no-permission"), phrase("allow-reading"))
    if isinstance(error, IsADirectoryError):
        return file_problem(path, "not-a-file", phrase("not-a-file"))
    return file_problem(path, "unreadable", phrase("unreadable", reason=error.strerror or ""))


def read_file(path: str, shown: str, limit: int) -> bytes | Problem:
    """Read the first `limit` bytes of a regular file, never blocking on what is not one.

    Links are followed; `shown` is how the file is called in a problem.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        return unreadable(shown, error)
    except ValueError:  # a NUL in the name
        return file_problem(shown, "unreadable", phrase("no-such-file"))
    return _contents(descriptor, shown, limit)


class KeptFolder:
    """A folder whose files are read once, for a run that asks it many questions.

    `kept` is where the loader puts what it has made of them.
    """

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.label = folder.label
        self.builtin = folder.builtin
        self.kept: dict[Any, Any] = {}

    def names(self) -> list[str]:
        """Return the names of the files in it, unordered; raises OSError."""
        return self.folder.names()

    def has(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        return self.folder.has(name)

    def read(self, name: str, limit: int) -> bytes | Problem:
        """Return a file's first `limit` bytes, or the problem that stands in the way."""
        if (name, limit) not in self.kept:
            self.kept[name, limit] = self.folder.read(name, limit)
        content: bytes | Problem = self.kept[name, limit]
        return content


class ArchiveFolder:
    """The built-in catalog when the program runs out of a zip archive."""

    builtin = True

    def __init__(self, label: str) -> None:
        from importlib.resources import files

        self.label = label
        self._folder = files("rolecmp").joinpath("roles")

    def names(self) -> list[str]:
        """Return the names of the files in it; raises OSError."""
        return [entry.name for entry in self._folder.iterdir()]

    def has(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        return self._folder.joinpath(name).is_file()

    def read(self, name: str, limit: int) -> bytes | Problem:
        """Read a file of the archive."""
        try:
            return self._folder.joinpath(name).read_bytes()[:limit]
        except OSError as error:
            return unreadable(path_in(self, name), error)


class MemoryFolder:
    """A folder of files that are not written, as texts or as bytes."""

    builtin = False

    def __init__(self, label: str, files: Mapping[str, str | bytes]) -> None:
        self.label = label
        self.files = {
            name: data.encode("utf-8") if isinstance(data, str) else data
            for name, data in files.items()
        }

    def names(self) -> list[str]:
        """Return the names of the files in it."""
        return list(self.files)

    def has(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        return name in self.files

    def read(self, name: str, limit: int) -> bytes | Problem:
        """Return a file's first `limit` bytes."""
        if name not in self.files:
            return file_problem(path_in(self, name), "unreadable", phrase("no-such-file"))
        return self.files[name][:limit]
