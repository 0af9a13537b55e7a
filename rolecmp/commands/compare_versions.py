"""Roles asked for with the catalog they are from: ``pm@builtin``, ``pm@v1.2``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.commands.asking import asked_dimensions, refuse_twice
from rolecmp.commands.options import Reply, Request
from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.lookup import Found, Understood, find_roles, role_names
from rolecmp.definitions.problems import QuestionError, phrase
from rolecmp.definitions.sources.discovery import working_directory
from rolecmp.definitions.sources.folders import DiskFolder
from rolecmp.definitions.sources.named import Sources
from rolecmp.questions.compare_versions import Version, all_dimensions, compare_versions
from rolecmp.rendering.answers.compare_versions import VERSIONS

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog
    from rolecmp.definitions.sources.folders import Folder


# How many roles the refusal of an unknown one names at most.
_SHOWN = 12


class Asked(NamedTuple):
    """A word of the command line taken apart: the role, and the catalog it is to be from."""

    word: str
    role: str
    folder: Folder
    source: str

    @property
    def catalog(self) -> tuple[bool, str]:
        """What tells one catalog from another."""
        return self.folder.builtin, self.folder.label


def taken_apart(words: Sequence[str], sources: Sources) -> Iterator[Asked]:
    """Take ``ROLE@SOURCE`` apart; a word that names a role as it stands stays whole.

    Raises `QuestionError` where a source is unknown, `DefinitionsError` where the catalog in
    force is not sound, since then it cannot be told what is a name in it.
    """
    in_force = sources.in_force
    names = role_names(load_catalog(in_force))
    found: dict[str, Folder] = {}
    whole = [word for word in words if "@" not in word or names.find(word).plain]
    beside = _beside([word for word in words if word not in whole], sources)
    if whole and _on_disk(in_force):
        beside = in_force
    for word in words:
        if word in whole:
            yield Asked(word, word, in_force, in_force.label)
            continue
        role, source, folder = _split(word, sources, found, beside)
        shown = folder.label if isinstance(folder, DiskFolder) or folder.builtin else source
        yield Asked(word, role, folder, shown)


def _on_disk(folder: Folder) -> bool:
    return isinstance(folder, DiskFolder) and not folder.builtin


def _beside(words: Sequence[str], sources: Sources) -> Folder | None:
    """Return the first folder on disk among the sources of `words`: revisions are read there."""
    for word in words:
        parts = word.split("@")
        for place in range(1, len(parts)):
            folder = sources.folder("@".join(parts[place:]))
            if folder is not None and _on_disk(folder):
                return folder
    return None


def _split(
    word: str, sources: Sources, found: dict[str, Folder], beside: Folder | None
) -> tuple[str, str, Folder]:
    """Find the ``@`` behind which a catalog is named: an alias and a revision may hold one."""
    parts = word.split("@")
    if not parts[0] or not parts[-1]:
        raise QuestionError("usage", phrase("half-a-version", name=word), phrase("version-example"))
    first: QuestionError | None = None
    for place in range(1, len(parts)):
        source = "@".join(parts[place:])
        try:
            if source not in found:
                found[source] = sources.find(source, beside)
        except QuestionError as error:
            first = first or error
        else:
            return "@".join(parts[:place]), source, found[source]
    assert first is not None
    raise first


def load_one(request: Request, in_force: Folder, word: str) -> tuple[Catalog, Found]:
    """Load the role ``ROLE@SOURCE`` and its catalog; raises `QuestionError` as `load_asked`."""
    with sources_of(request, in_force) as sources:
        return load_asked(list(taken_apart([word], sources)))


def sources_of(request: Request, in_force: Folder) -> Sources:
    """Return what finds the catalogs that are named behind an ``@``."""
    asker = request.surroundings
    return Sources(in_force, working_directory() if asker is None else asker.here)


def load_asked(asked: Sequence[Asked]) -> tuple[Catalog, Found]:
    """Load roles of one catalog; raises `QuestionError` for one unknown or asked for twice."""
    folder = asked[0].folder
    catalog = load_catalog(folder)
    try:
        found = find_roles(catalog, [each.role for each in asked])
    except QuestionError as error:
        # A word without a source is of the catalog in force, which needs no name.
        if error.rule == "unknown-role" and any(each.role != each.word for each in asked):
            raise _unknown_in(folder, error) from error
        raise
    ids = [role.id for role in found.roles]
    whole = {id_: each.word for each, id_ in zip(asked, ids, strict=True) if each.role == each.word}
    for each, id_ in zip(asked, ids, strict=True):
        if folder.builtin and each.role != each.word and id_ in whole:
            message = phrase("builtin-in-force", name=whole[id_], other=each.word)
            raise QuestionError("usage", message, phrase("own-catalog"))
    refuse_twice([each.word for each in asked], ids)
    return catalog, found


def _unknown_in(folder: Folder, error: QuestionError) -> QuestionError:
    """Say in which catalog a role is unknown, and show the roles of that one."""
    source = folder.label or "."
    first, *others = (
        each._replace(args={**each.args, "source": source}) if "source" in each.args else each
        for each in (error.message, *error.details)
    )
    remedy = None
    if error.remedy is not None:
        roles = error.remedy.args["roles"]
        if isinstance(folder, DiskFolder) or folder.builtin:
            remedy = phrase("see-list-of", source=source, roles=roles)
        elif isinstance(roles, tuple) and len(roles) < _SHOWN:
            remedy = phrase("roles-there", roles=roles)
        else:
            remedy = phrase("some-roles-there", roles=roles)
    return QuestionError("unknown-role", first, remedy, others)


def across(request: Request, asked: Sequence[Asked], dimension: Sequence[str]) -> Reply:
    """Compare roles of several catalogs; raises `QuestionError` for a role asked for twice."""
    by_catalog: dict[tuple[bool, str], list[Asked]] = {}
    for each in asked:
        by_catalog.setdefault(each.catalog, []).append(each)
    versions: dict[str, Version] = {}
    understood: list[Understood] = []
    for same in by_catalog.values():
        catalog, found = load_asked(same)
        understood += found.understood
        for each, role in zip(same, found.roles, strict=True):
            versions[each.word] = Version(role, catalog, each.source)
    columns = [versions[each.word] for each in asked]
    known = columns[0].catalog._replace(dimensions=all_dimensions(columns))
    on = asked_dimensions(dimension, known)
    answer = compare_versions(columns, [each.matches[0].id for each in on])
    return Reply(VERSIONS, answer, request, understood=(*understood, *on))
