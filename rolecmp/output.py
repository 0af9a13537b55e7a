"""Where an answer goes: standard output, or a file that is replaced whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TextIO

from rolecmp.visible import harmless


def print_answer(text: str | bytes, stream: TextIO | None, *, portable: bool) -> None:
    """Print to `stream` and flush.

    A `portable` text goes out as UTF-8 with its line ends untouched, whatever the locale; any
    other in the stream's encoding, with a question mark for what that lacks. Bytes go out as
    they are.
    Raises OSError, `BrokenPipeError` among them.
    """
    if stream is None:  # the program was started with its output closed
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    if isinstance(text, str) and not portable:
        text = harmless(text)
    encoding = "utf-8" if portable else (stream.encoding or "utf-8")
    buffer = getattr(stream, "buffer", None)
    if buffer is not None:
        stream.flush()
        buffer.write(text if isinstance(text, bytes) else text.encode(encoding, "replace"))
    elif isinstance(text, str):  # a stream that a test or a notebook has put in its place
        stream.write(text)
    stream.flush()


class ChangedError(Exception):
    """A file no longer holds what was read from it."""


def write_file(path: str, data: bytes) -> None:
    """Write one file as `replace_file` does, for good; clear what killed runs left beside it."""
    folder = os.path.dirname(os.path.realpath(path))
    clear_leftovers(folder)
    replace_file(path, data)
    keep([folder])


def replace_file(path: str, data: bytes, expected: bytes | None = None) -> None:
    """Write a file so that a failure at any point leaves the old one whole; raises OSError.

    The data goes to a new file beside it, which nobody else may read, is synced, and takes its
    place in one step; `keep` makes that step last. A link is followed; mode, access list and other
    attributes of an existing file are kept, its owner where that may be set. What is not a
    regular file, such as a device or a pipe, is written to directly.

    With `expected`, that is what the file must hold right before; where it has become something
    else, `ChangedError` is raised, unless it is the very data: another run has written it then.
    """
    target = os.path.realpath(path)
    status = _status(path)
    if status is not None:
        ours = _is_standard_output(status)
        if ours or not stat.S_ISREG(status.st_mode):
            with os.fdopen(os.dup(1), "wb") if ours else open(path, "wb") as file:
                file.write(data)
            return
        _refuse_read_only(target)
    with _aside(target, data) as temporary:
        if expected is None or _still(target, expected, data):
            os.replace(temporary, target)


def _refuse_read_only(path: str) -> None:
    """Raise `PermissionError` for a file that may not be written: a rename would replace it."""
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)


def _status(path: str) -> os.stat_result | None:
    """Return what the system tells of a file, links followed; None where there is none."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _still(path: str, expected: bytes, data: bytes) -> bool:
    """Tell whether a file holds what is expected, and not the data that is to be written."""
    try:
        with open(path, "rb") as file:
            held = file.read(max(len(expected), len(data)) + 1)
    except FileNotFoundError as error:
        raise ChangedError(path) from error
    if held not in (expected, data):
        raise ChangedError(path)
    return held == expected


def keep(folders: Iterable[str]) -> None:
    """Make what was renamed in folders last through a power cut, where they can be synced."""
    for folder in dict.fromkeys(folders):
        with contextlib.suppress(OSError, ValueError):
            descriptor = os.open(folder or ".", os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def clear_leftovers(folder: str) -> None:
    """Remove what runs that were killed have left in a folder; what is being written stays."""
    with contextlib.suppress(OSError, ValueError):
        for name in os.listdir(folder or "."):
            if name.startswith(".rolecmp-") and name.endswith(".tmp"):
                with contextlib.suppress(OSError):
                    _clear(os.path.join(folder, name))


def _clear(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    try:
        if not _lock(descriptor):
            return
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            _remove_all(path)
        else:
            os.unlink(path)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """Lock a file for as long as it is open; False where another process has, or none can."""
    try:
        import fcntl
    except ImportError:  # Windows, where an open file is not removed in any case
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_standard_output(status: os.stat_result) -> bool:
    """Tell whether a file is where the program's output goes anyway, as /dev/stdout is.

    To replace it would lose what others write to it.
    """
    try:
        return os.path.samestat(status, os.fstat(1))
    except OSError:  # closed
        return False


@contextlib.contextmanager
def _aside(target: str, data: bytes) -> Iterator[str]:
    """Write data to a new file beside the target; yield its path, which has no file at the end.

    It is locked until then, so that nobody takes it for a leftover, and it has the mode and the
    attributes of the target, or of a new file.
    """
    descriptor, temporary = _new_file(os.path.dirname(target))
    try:
        _write(descriptor, data)
        status = _status(target)
        if status is None:
            os.chmod(temporary, 0o666 & ~_mask())
        else:
            _take_after(temporary, target, status)
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        with contextlib.suppress(OSError):  # the data is synced: nothing is lost any more
            os.close(descriptor)


def _new_file(folder: str) -> tuple[int, str]:
    """Make a file, locked, and nobody else's to read."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in range(100):
        path = os.path.join(folder, f".rolecmp-{os.getpid()}-{number}.tmp")
        with contextlib.suppress(FileExistsError):
            descriptor = os.open(path, flags, 0o600)
            _lock(descriptor)
            if os.fstat(descriptor).st_nlink:
                return descriptor, path
            os.close(descriptor)  # another run has just taken it for a leftover
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), folder)


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)


def _take_after(path: str, old: str, status: os.stat_result) -> None:
    """Give a new file the owner, the attributes and the mode of the one it replaces.

    The access list is among the attributes. Of those that only the system may set, such as its
    labels, as many are kept as it allows.
    """
    own = os.stat(path)
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
        with contextlib.suppress(OSError):  # only the superuser may give files away
            os.chown(path, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        kept = os.listxattr(old)
        for name in {*os.listxattr(path)} - {*kept}:  # such as the folder's own access list
            with contextlib.suppress(OSError):
                os.removexattr(path, name)
        for name in kept:
            try:
                os.setxattr(path, name, os.getxattr(old, name))
            except OSError:
                if not name.startswith(("security.", "trusted.")):
                    raise
    os.chmod(path, stat.S_IMODE(status.st_mode))


def _mask() -> int:
    """Return the mask of the modes of new files."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def print_error(text: str) -> None:
    """Print lines to standard error, whatever its encoding; a closed one is not a failure."""
    stream = sys.stderr
    if stream is None:
        return
    with contextlib.suppress(OSError, ValueError):
        encoding = stream.encoding or "utf-8"
        text = harmless(text)
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
            names = sorted(files, key=lambda name: name == last)
            _put({os.path.join(path, name): files[name] for name in names}, _place)
        else:
            _make(path, files)


def replace_files(
    folder: str,
    files: Mapping[str, bytes],
    expected: Mapping[str, bytes],
    renamed: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Replace or make files of a folder so that a failure at any point leaves all as they were.

    `renamed` has, for a file of a new name, the name that it has now. `expected` is what files
    must hold right before, by their new names; where one has become something else,
    `ChangedError` is raised. A file that is not among them must not be there. Raises OSError.
    """
    with _ending_in_order(), contextlib.ExitStack() as undo:
        for name, now in renamed.items():
            old, new = os.path.join(folder, now), os.path.join(folder, name)
            _rename(old, new)
            undo.callback(_rename, new, old)
        targets = {name: os.path.realpath(os.path.join(folder, name)) for name in files}
        held = {targets[name]: data for name, data in expected.items()}
        for target in held:
            if os.path.lexists(target):
                _refuse_read_only(target)
        data = {targets[name]: files[name] for name in files}

        def place(temporary: str, target: str) -> None:
            if target not in held:
                _place(temporary, target)
            elif _still(target, held[target], data[target]):
                os.replace(temporary, target)

        _put(data, place)
        undo.pop_all()


def _rename(path: str, new: str) -> None:
    """Give a file another name, which may differ in case alone; never in another's place."""
    if os.path.lexists(new) and not os.path.samefile(path, new):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), new)
    os.rename(path, new)


def _put(files: Mapping[str, bytes], place: Callable[[str, str], None]) -> None:
    """Write files aside, then let them take their places one after the other.

    Should one of these steps fail, those before it are taken back.
    """
    folders = [os.path.dirname(target) for target in files]
    for folder in dict.fromkeys(folders):
        clear_leftovers(folder)
    with contextlib.ExitStack() as aside, contextlib.ExitStack() as undo:
        written = {
            target: aside.enter_context(_aside(target, data)) for target, data in files.items()
        }
        for target, temporary in written.items():
            undo.callback(_put_back, target, temporary, _read(target))
            place(temporary, target)
        undo.pop_all()
    keep(folders)


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _put_back(target: str, temporary: str, before: bytes | None) -> None:
    """Bring back what a file held before `temporary` took its place, if that has."""
    with contextlib.suppress(OSError):
        if before is not None:
            replace_file(target, before)
        elif not os.path.lexists(temporary) or os.path.samefile(temporary, target):
            os.unlink(target)


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
    """Make a folder with files in it, aside and then put in its place in one step.

    Folders above it that are missing are made with it.
    """
    top, inside = path, [""]
    while (parent := os.path.dirname(top)) and not os.path.lexists(parent):
        inside = ["", *(os.path.join(os.path.basename(top), each) for each in inside)]
        top = parent
    temporary = os.path.join(parent, f".rolecmp-{os.getpid()}.tmp")
    clear_leftovers(parent)
    os.mkdir(temporary, 0o700)
    with contextlib.ExitStack() as held:
        held.callback(_remove_all, temporary)  # which is gone where all went well
        with contextlib.suppress(OSError):  # where folders cannot be opened
            descriptor = os.open(temporary, os.O_RDONLY)
            held.callback(os.close, descriptor)
            _lock(descriptor)
        folders = [os.path.join(temporary, each) for each in inside]
        for folder in folders[1:]:
            os.mkdir(folder)
        for name, data in files.items():
            with open(os.path.join(folders[-1], name), "xb") as opened:
                _write(opened.fileno(), data)
        keep(folders)
        os.chmod(temporary, 0o777 & ~_mask())
        os.rename(temporary, top)
    keep([parent])


def _remove_all(path: str) -> None:
    import shutil

    shutil.rmtree(path, ignore_errors=True)


def _place(temporary: str, target: str) -> None:
    """Give a file its name; raises `FileExistsError` where there is another of that name."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
        # A file system without further names for a file: claim the name, then take its place.
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        os.replace(temporary, target)
