"""Definition files as a git revision has them, read through git itself.

Nothing is checked out and nothing is written: ``git rev-parse`` and ``git ls-tree`` say what
is there, one ``git cat-file --batch`` gives the files that are asked for.
"""

from __future__ import annotations

import contextlib
import errno
import os
import posixpath
import subprocess
from collections.abc import Mapping
from typing import NamedTuple

from rolecmp.definitions.problems import Phrase, Problem, QuestionError, phrase
from rolecmp.definitions.sources.folders import CATALOG_FILE, file_problem, path_in, unreadable

# Variables that would turn git to another repository than that of the folder asked about. A
# hook, of all places, runs with some of them set.
_REPOSITORY = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_GRAFT_FILE",
    "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_INTERNAL_SUPER_PREFIX",
)  # fmt: skip
# No question to the person, no lock, no call over the network for what a partial clone lacks,
# and messages that can be recognised.
_SETTINGS = {
    "LC_ALL": "C",
    "LANGUAGE": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
}
_OPTIONS = ("--no-pager", "-c", "protocol.allow=never", "-c", "core.fsmonitor=false")
_LINK = "120000"
_LONGEST_LINK = 4096


class _Entry(NamedTuple):
    """One line of a folder's listing."""

    mode: str
    kind: str
    object_id: str


class GitFolder:
    """A folder of definition files in a revision; `close` ends the git that reads them."""

    builtin = False

    def __init__(self, start: str, label: str, entries: Mapping[str, _Entry]) -> None:
        self.label = label
        self._start = start
        self._entries = entries
        self._reader: subprocess.Popen[bytes] | None = None

    def names(self) -> list[str]:
        """Return the names of the files in it."""
        return list(self._entries)

    def has(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        return name in self._entries

    def read(self, name: str, limit: int) -> bytes | Problem:
        """Return a file's first `limit` bytes, following a link that stays in the folder."""
        shown = path_in(self, name)
        entry = self._entries.get(name)
        try:
            if entry is not None and entry.mode == _LINK:
                target = os.fsdecode(self._contents(entry, _LONGEST_LINK))
                if "/" in target:
                    return file_problem(
                        shown, "outside-link", phrase("outside-link"), phrase("copy-file")
                    )
                entry = self._entries.get(target)
            if entry is None:
                return file_problem(shown, "unreadable", phrase("no-such-file"))
            if entry.kind != "blob" or entry.mode == _LINK:
                return file_problem(shown, "not-a-file", phrase("not-a-file"))
            return self._contents(entry, limit)
        except OSError as error:
            return unreadable(shown, error)

    def _contents(self, entry: _Entry, limit: int) -> bytes:
        if self._reader is None:
            self._reader = subprocess.Popen(
                _command(self._start, "cat-file", "--batch"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(os.environ),
            )
        asked, answer = self._reader.stdin, self._reader.stdout
        assert asked is not None
        assert answer is not None
        asked.write(entry.object_id.encode() + b"\n")
        asked.flush()
        head = answer.readline().split()
        if len(head) != 3:  # "missing": a partial or a damaged clone
            self.close()
            said = b" ".join(head).decode("utf-8", "replace") or "git ended without an answer"
            raise OSError(errno.EIO, f"git cat-file: {said}")
        size = int(head[2])
        data = answer.read(min(size, limit))
        if len(data) < min(size, limit):  # a damaged object, or git was ended
            self.close()
            raise OSError(errno.EIO, "git cat-file: the object is shorter than it should be")
        if size > limit:
            self.close()  # rather than read the rest of what is too long anyway
        else:
            answer.read(1)
        return data

    def close(self) -> None:
        """End the process that reads; reading once more starts another."""
        if self._reader is not None:
            reader, self._reader = self._reader, None
            for stream in (reader.stdin, reader.stdout):
                assert stream is not None
                with contextlib.suppress(OSError):  # it may have ended before it was told to
                    stream.close()
            reader.wait()


def is_in_work_tree(folder: str) -> bool:
    """Tell whether a folder on disk lies in a git work tree; no where git is not installed.

    Raises `QuestionError` where git refuses to say, as for a repository of another user.
    """
    try:
        return _prefix(folder) is not None
    except OSError:
        return False


def open_revision(word: str, start: str, place: str | None) -> GitFolder:
    """Open the catalog of a revision, as `word` names it.

    `start` is a folder in the repository, `place` the folder on disk whose place in the
    repository is meant; None where the catalog is on no disk, so that ``REVISION:FOLDER`` has
    to say it. Raises `QuestionError` where git, the repository, the revision or the folder is
    not there.
    """
    if word.startswith("-") or "\0" in word or not word:
        raise QuestionError("unknown-revision", phrase("bad-revision", name=word))
    try:
        prefix = _prefix(place or start)
        if prefix is None and (place is not None or not _is_repository(start)):
            raise QuestionError(
                "no-repository", phrase("no-repository", name=word, path=place or start)
            )
        return _open(word, start, prefix if place is not None else None)
    except FileNotFoundError as error:
        raise QuestionError("no-git", phrase("no-git", name=word), phrase("install-git")) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise QuestionError("git", phrase("git-failed", reason=reason)) from error


def revisions(start: str) -> list[str]:
    """Return the names of a hundred branches and tags at the most, of none where git has none."""
    try:
        done = _git(
            start, "for-each-ref", "--count=100", "--format=%(refname:short)",
            "refs/heads", "refs/tags",
        )  # fmt: skip
    except OSError:
        return []
    return os.fsdecode(done.stdout).split() if done.returncode == 0 else []


def merged_sides(path: str) -> list[bytes]:
    """Return a file as it is on the two sides of an unfinished merge; none where there is none."""
    folder, name = os.path.split(path)
    try:
        done = [_git(folder, "cat-file", "blob", f":{stage}:./{name}") for stage in (2, 3)]
    except OSError:
        return []
    return [each.stdout for each in done] if not any(each.returncode for each in done) else []


def _open(word: str, start: str, path: str | None) -> GitFolder:
    revision = word
    commit = _commit(start, word)
    if commit is None and ":" in word:
        revision, _, named = word.partition(":")
        commit = _commit(start, revision) if revision else None
        path = posixpath.normpath(named) if named else ""
    if commit is None:
        remedy = phrase("see-revisions")
        raise QuestionError("unknown-revision", phrase("unknown-revision", name=word), remedy)
    if path is None:
        raise QuestionError(
            "no-catalog", phrase("no-place", name=word), phrase("name-place", name=word)
        )
    path = "" if path == "." else path.rstrip("/")
    listing = _git(start, "ls-tree", "--full-tree", "-z", f"{commit}:{path}")
    if listing.returncode != 0:
        message = phrase("no-folder-at", name=revision, path=path or ".")
        raise QuestionError("no-catalog", message, phrase("name-folder-at", name=revision))
    label = f"{revision}:{path}"
    folder = GitFolder(start, label, _entries(listing.stdout))
    if not folder.has(CATALOG_FILE):
        message = phrase("no-catalog-at", name=revision, path=path or ".")
        raise QuestionError("no-catalog", message, phrase("name-folder-at", name=revision))
    return folder


def _entries(listing: bytes) -> dict[str, _Entry]:
    entries = {}
    for line in listing.split(b"\0"):
        facts, tab, name = line.partition(b"\t")
        if tab:
            mode, kind, object_id = facts.decode("ascii").split()
            entries[os.fsdecode(name)] = _Entry(mode, kind, object_id)
    return entries


def _commit(start: str, revision: str) -> str | None:
    """Return the id of a revision's commit, or None where there is none."""
    if revision.startswith("-"):
        return None
    done = _git(start, "rev-parse", "--verify", "--quiet", revision + "^{commit}")
    found = done.stdout.decode("ascii", "replace").strip()
    # "^HEAD" comes back with its ^: all but what is in it, which is no commit.
    return found if done.returncode == 0 and not found.startswith("^") else None


def _is_repository(folder: str) -> bool:
    """Tell whether git knows a repository here, be it one without a work tree."""
    return _git(folder, "rev-parse", "--git-dir").returncode == 0


def _prefix(folder: str) -> str | None:
    """Return where a folder stands in its repository, "" at the top; None outside of any."""
    done = _git(folder, "rev-parse", "--is-inside-work-tree", "--show-prefix")
    if done.returncode != 0:
        words = done.stderr.decode("utf-8", "replace")
        if "not a git repository" in words:
            return None
        raise QuestionError("git", _failure(words))
    inside, _, prefix = done.stdout.partition(b"\n")
    return os.fsdecode(prefix.removesuffix(b"\n")) if inside == b"true" else None


def _failure(words: str) -> Phrase:
    first = words.strip().partition("\n")[0].removeprefix("fatal: ")
    return phrase("git-failed", reason=first)


def _git(start: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        _command(start, *arguments),
        env=_environment(os.environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def _command(start: str, *arguments: str) -> list[str]:
    return ["git", *_OPTIONS, "-C", start, *arguments]


def _environment(environment: Mapping[str, str]) -> dict[str, str]:
    kept = {key: value for key, value in environment.items() if key not in _REPOSITORY}
    return kept | _SETTINGS
