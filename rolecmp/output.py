"""Where an answer goes: standard output, or a file that is replaced whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO


def print_answer(text: str | bytes, stream: TextIO | None, *, portable: bool) -> None:
    """Print to `stream` and flush.

    A `portable` text goes out as UTF-8 with its line ends untouched, whatever the locale; any
    other in the stream's encoding, with a question mark for what that lacks. Bytes go out as
    they are.
    Raises OSError, `BrokenPipeError` among them.
    """
    if stream is None:  # the program was started with its output closed
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    encoding = "utf-8" if portable else (stream.encoding or "utf-8")
    data = text if isinstance(text, bytes) else text.encode(encoding, "replace")
    buffer = getattr(stream, "buffer", None)
    if buffer is None and isinstance(
        text, str
    ):  # a stream that a test or a notebook has put in its place
        stream.write(text)
    elif buffer is not None:
        stream.flush()
        buffer.write(data)
    stream.flush()


def write_file(path: str, data: bytes) -> None:
    """Write a file so that a failure at any point leaves the old one whole; raises OSError.

    The data goes to a new file beside it, is synced, and takes its place in one step. A link
    is followed, the mode of an existing file is kept, its owner where that may be set. What is
    not a regular file, such as a device or a pipe, is written to directly.
    """
    target = os.path.realpath(path)
    status: os.stat_result | None = None
    with contextlib.suppress(FileNotFoundError):
        status = os.stat(path)
    if status is not None:
        if _is_standard_output(status):
            with os.fdopen(os.dup(1), "wb") as file:
                file.write(data)
            return
        if not stat.S_ISREG(status.st_mode):
            with open(path, "wb") as file:
                file.write(data)
            return
        if not os.access(target, os.W_OK):  # a rename would replace it nonetheless
            raise PermissionError(13, "Permission denied", path)
    folder = os.path.dirname(target)
    descriptor, temporary = _new_file(folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if status is not None:
            _take_after(temporary, status)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_folder(folder)


def _is_standard_output(status: os.stat_result) -> bool:
    """Tell whether a file is where the program's output goes anyway, as /dev/stdout is.

    To replace it would lose what others write to it.
    """
    try:
        return os.path.samestat(status, os.fstat(1))
    except OSError:  # closed
        return False


def _new_file(folder: str) -> tuple[int, str]:
    """Make a file beside the target, with the mode that the user's mask gives new files."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in range(100):
        path = os.path.join(folder, f".rolecmp-{os.getpid()}-{number}.tmp")
        with contextlib.suppress(FileExistsError):
            return os.open(path, flags, 0o666), path
    raise FileExistsError(17, "File exists", folder)


def _take_after(path: str, status: os.stat_result) -> None:
    """Give a new file the owner and the mode of the one it replaces."""
    own = os.stat(path)
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
        with contextlib.suppress(OSError):  # only the superuser may give files away
            os.chown(path, status.st_uid, status.st_gid)
    os.chmod(path, stat.S_IMODE(status.st_mode))


def _sync_folder(folder: str) -> None:
    """Make the rename last through a power cut, where folders can be synced."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def print_error(text: str) -> None:
    """Print lines to standard error, whatever its encoding; a closed one is not a failure."""
    stream = sys.stderr
    if stream is None:
        return
    with contextlib.suppress(OSError, ValueError):
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "replace").decode(encoding, "replace") + "\n")
        stream.flush()


# --- a folder ---------------------------------------------------------------------------------


def write_folder(path: str, files: Mapping[str, bytes], last: str) -> None:
    """Write `files` into a folder so that a failure at any point leaves nothing of them.

    A new folder is made beside its place and put there in one step. In a folder that exists,
    no file of the same name is written over, and the file called `last` comes last: where even
    the cleaning up is cut short, its absence tells that the others are not whole.
    Raises OSError, `FileExistsError` among them.
    """
    with _ending_in_order():
        if os.path.isdir(path):
            others = {name: files[name] for name in files if name != last}
            _fill(path, {**others, last: files[last]})
        else:
            _make(path, files)


def replace_files(folder: str, files: Mapping[str, bytes]) -> None:
    """Replace or make files of a folder so that a failure at any point leaves all as they were.

    Each is written aside first; only then do they take their places one after the other, and
    should one of these steps fail, those before it are taken back. Raises OSError.
    """
    with _ending_in_order():
        aside: dict[str, str] = {}
        before: dict[str, bytes | None] = {}
        try:
            for name, data in files.items():
                path = os.path.realpath(os.path.join(folder, name))
                before[path] = _read(path)
                descriptor, aside[path] = _new_file(os.path.dirname(path))
                _write_all(descriptor, data)
                if before[path] is not None:
                    _take_after(aside[path], os.stat(path))
            placed = []
            try:
                for path, temporary in aside.items():
                    placed.append(path)
                    os.replace(temporary, path)
            except BaseException:
                for path in placed:
                    _put_back(path, before[path])
                raise
        except BaseException:
            _remove([*aside.values()], [])
            raise
        _sync_folder(folder)


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _put_back(path: str, data: bytes | None) -> None:
    if data is None:
        _remove([path], [])
    else:
        with contextlib.suppress(OSError):
            write_file(path, data)


@contextlib.contextmanager
def _ending_in_order() -> Iterator[None]:
    """Make the signals that ask a process to end raise `SystemExit`, so that it cleans up."""
    import signal

    def leave(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    before = {}
    with contextlib.suppress(ValueError):  # not in the main thread, which alone gets signals
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _make(path: str, files: Mapping[str, bytes]) -> None:
    """Make a folder with files in it, aside and then put in its place in one step."""
    made = _make_folders(os.path.dirname(path) or ".")
    temporary = os.path.join(os.path.dirname(path), f".rolecmp-{os.getpid()}.tmp")
    written: list[str] = []
    try:
        os.mkdir(temporary)
        try:
            for name, data in files.items():
                written.append(os.path.join(temporary, name))
                _write_new(written[-1], data)
            _sync_folder(temporary)
            os.rename(temporary, path)
        except BaseException:
            _remove(written, [temporary])
            raise
    except BaseException:
        _remove([], made)
        raise
    _sync_folder(os.path.dirname(path) or ".")


def _fill(folder: str, files: Mapping[str, bytes]) -> None:
    """Put new files into a folder: each is written aside and then takes its place."""
    aside: dict[str, str] = {}
    placed: list[str] = []
    try:
        for name, data in files.items():
            descriptor, aside[name] = _new_file(folder)
            _write_all(descriptor, data)
        for name, temporary in aside.items():
            target = os.path.join(folder, name)
            # Nothing but this call tells for certain that nobody's file is written over.
            os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
            placed.append(target)
            os.replace(temporary, target)
    except BaseException:
        _remove([*aside.values(), *placed], [])
        raise
    _sync_folder(folder)


def _write_new(path: str, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    _write_all(os.open(path, flags, 0o666), data)


def _write_all(descriptor: int, data: bytes) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _make_folders(path: str) -> list[str]:
    """Make a folder and those above it that are missing; give those made, the innermost first."""
    missing = []
    while not os.path.isdir(path):
        if os.path.lexists(path):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path)
        missing.append(path)
        path = os.path.dirname(path) or "."
    made: list[str] = []
    try:
        for each in reversed(missing):
            os.mkdir(each)
            made.insert(0, each)
    except BaseException:
        _remove([], made)
        raise
    return made


def _remove(files: Sequence[str], folders: Sequence[str]) -> None:
    for remove, paths in ((os.unlink, files), (os.rmdir, folders)):
        for path in paths:
            with contextlib.suppress(OSError):
                remove(path)
