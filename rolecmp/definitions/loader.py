"""A folder of files -> a catalog, or every problem of every file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from rolecmp.definitions import links
from rolecmp.definitions.catalog import read_header
from rolecmp.definitions.model import Topic
from rolecmp.definitions.names import Topics, index, normal_form
from rolecmp.definitions.problems import DefinitionsError, Problem, phrase
from rolecmp.definitions.reader import MAX_BYTES
from rolecmp.definitions.role import Header, RoleReading, mentioned, read_role
from rolecmp.definitions.shape import MAX_ID, is_id
from rolecmp.definitions.sources.folders import (
    CATALOG_FILE,
    ENDING,
    Folder,
    KeptFolder,
    file_problem,
    path_in,
)

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog, Role

_Made = TypeVar("_Made")
# Sound roles by their file's name and bytes, under what else decides how a file is read.
_Scope: TypeAlias = "tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]"
_Read: TypeAlias = "dict[_Scope, dict[tuple[str, bytes], Role]]"

MAX_FILES = 5_000
MAX_TOTAL_BYTES = 32 << 20


class Outcome(NamedTuple):
    """What a folder gave: the catalog as far as it is sound, and all problems, in order.

    `unread` has, per file with problems, the topics that it may say more of than was read;
    `flawed` the texts that could not be read as they stand, each as path, line and column.
    """

    catalog: Catalog
    problems: list[Problem]
    unread: Mapping[str, frozenset[str]]
    flawed: frozenset[tuple[str, int, int]]


def read_catalog(folder: Folder) -> Outcome:
    """Read every file of `folder`."""
    return _kept(folder, "catalog", lambda: _read_catalog(folder))


def _kept(folder: Folder, key: object, make: Callable[[], _Made]) -> _Made:
    """Return what was made of a folder before, where it is one that keeps it; else make it."""
    if not isinstance(folder, KeptFolder):
        return make()
    if key not in folder.kept:
        folder.kept[key] = make()
    made: _Made = folder.kept[key]
    return made


def _header(folder: Folder) -> tuple[Catalog, Header, list[Problem]]:
    catalog, header, problems = _kept(folder, "header", lambda: read_header(folder))
    return catalog, header, list(problems)


def _role(folder: Folder, role_id: str, name: str, data: bytes, header: Header) -> RoleReading:
    path = path_in(folder, name)
    return _kept(folder, ("role", role_id), lambda: read_role(role_id, path, data, header))


def _read_catalog(folder: Folder, read: _Read | None = None) -> Outcome:
    """Read every file; with `read`, sound roles are kept there, and not read once more."""
    catalog, header, problems = _header(folder)
    roles: dict[str, Role] = {}
    files, listing_problems = _role_files(folder)
    problems += listing_problems
    topics = header.topics or Topics()
    unread = _unread_files(folder, listing_problems, topics)
    flawed = {(path_in(folder, CATALOG_FILE), *at) for at in header.flawed}
    total = 0
    known = None if read is None else read.setdefault(_scope(header), {})
    for role_id, name in files.items():
        data = folder.read(name, MAX_BYTES + 1)
        if isinstance(data, Problem):
            problems.append(data)
            nothing_in_it = data.rule == "not-a-file"
            unread[data.path] = frozenset(() if nothing_in_it else topics)
            continue
        total += len(data)
        if total > MAX_TOTAL_BYTES:
            message = phrase("catalog-too-large", limit=MAX_TOTAL_BYTES >> 20)
            path = path_in(folder, name)
            problems.append(file_problem(path, "limit", message))
            unread[path] = frozenset(topics)
            break
        role = known.get((name, data)) if known is not None else None
        if role is not None:
            roles[role.id] = role._replace(path=path_in(folder, name))
            continue
        role, role_problems, missed, positions = _role(folder, role_id, name, data, header)
        if role_problems:
            path = role_problems[0].path
            problems += role_problems
            unread[path] = missed
            flawed |= {(path, *at) for at in positions}
        if role is not None:
            roles[role.id] = role
            if known is not None and not role_problems:
                known[name, data] = role
    catalog_path = path_in(folder, CATALOG_FILE)
    for declared in (catalog.topics, catalog.groups, catalog.dimensions):
        things = (
            each if isinstance(each, Topic) else Topic(key, each) for key, each in declared.items()
        )
        index(((catalog_path, thing) for thing in things), problems)
    names = index(((role.path, role) for role in roles.values()), problems)
    # A role that could not be read may be what is meant by a name that is none of the others'.
    complete = not listing_problems and len(roles) == len(files)
    follower = links.Links(files, names, problems, complete=complete)
    catalog = follower.follow(catalog._replace(roles=roles), header.order, catalog_path)
    problems.sort(key=lambda each: (each.path != catalog_path, each.path, each.line, each.column))
    return Outcome(catalog, problems, unread, frozenset(flawed))


def _scope(header: Header) -> _Scope:
    languages, dimensions, topics = (each or () for each in header[:3])
    return tuple(languages), tuple(dimensions), frozenset(topics)


def load_catalog(folder: Folder) -> Catalog:
    """Read every file of `folder`; raises `DefinitionsError` where anything is wrong."""
    catalog, problems, _, _ = read_catalog(folder)
    if problems:
        raise DefinitionsError(problems)
    return catalog


def load_catalogs(folders: Sequence[Folder]) -> tuple[Catalog, ...]:
    """Read several catalogs; raises `DefinitionsError` with the problems of all of them.

    What is the same in two of them byte for byte is read once, which in two versions of one
    catalog is nearly all of it.
    """
    read: _Read = {}
    found = [_read_catalog(folder, read) for folder in folders]
    problems = {problem[:4]: problem for each in found for problem in each.problems}
    if problems:
        raise DefinitionsError(problems.values())
    return tuple(each.catalog for each in found)


def load_header(folder: Folder) -> Catalog:
    """Read ``catalog.yaml`` alone: a catalog without roles. Raises `DefinitionsError`."""
    catalog, _, problems = _header(folder)
    if problems:
        raise DefinitionsError(problems)
    return catalog


def _unread_files(
    folder: Folder, problems: Sequence[Problem], topics: Mapping[str, Topic]
) -> dict[str, frozenset[str]]:
    """Return what topics the files speak of that are not read, because of their names."""
    unread: dict[str, frozenset[str]] = {}
    for problem in problems:
        data = folder.read(problem.path.rpartition("/")[2], MAX_BYTES)
        if isinstance(data, bytes):
            unread[problem.path] = mentioned(data.decode("utf-8", "replace"), topics)
        else:
            unread[problem.path] = frozenset(topics)
    return unread


def _role_files(folder: Folder) -> tuple[dict[str, str], list[Problem]]:
    """List the role files by id; what looks like one and cannot be is a problem."""
    problems: list[Problem] = []
    files: dict[str, str] = {}
    try:
        found = sorted(folder.names())
    except OSError as error:
        message = phrase("unreadable", reason=error.strerror or "")
        return {}, [file_problem(folder.label or ".", "unreadable", message)]
    for name in found:
        stem, dot, ending = name.rpartition(".")
        if name == CATALOG_FILE or not dot or ending.lower() not in ("yaml", "yml") or not stem:
            continue
        if stem.startswith("."):  # what editors and file managers leave behind
            continue
        path = path_in(folder, name)
        id_ = _composed(stem)
        if not is_id(id_):
            near = normal_form(stem)
            remedy = (
                phrase("id-form", limit=MAX_ID)
                if len(stem) > MAX_ID
                else phrase("rename-file", name=(near if is_id(near) else "my-role") + ENDING)
            )
            problems.append(file_problem(path, "bad-id", phrase("file-id", id=stem), remedy))
        elif ending != "yaml":
            remedy = phrase("rename-file", name=id_ + ENDING)
            problems.append(file_problem(path, "bad-id", phrase("file-ending"), remedy))
        elif id_ in files:
            message = phrase("name-clash", name=id_, id=id_, other=id_, place=files[id_])
            problems.append(file_problem(path, "name-clash", message, phrase("rename-one")))
        else:
            files[id_] = name
    if len(files) > MAX_FILES:
        message = phrase("too-many-files", limit=MAX_FILES)
        problems.append(file_problem(folder.label or ".", "limit", message))
    return {id_: files[id_] for id_ in sorted(files)[:MAX_FILES]}, problems


def _composed(name: str) -> str:
    """Return a name in NFC: some file systems keep names with accents taken apart."""
    if name.isascii():
        return name
    import unicodedata

    return unicodedata.normalize("NFC", name)
