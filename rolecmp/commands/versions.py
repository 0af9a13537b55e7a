"""Roles asked for with the catalog they are from: ``pm@builtin``, ``pm@v1.2``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.commands.asking import asked_dimensions, refuse_twice
from rolecmp.commands.options import Reply, Request
from rolecmp.definitions.folders import DiskFolder
from rolecmp.definitions.loader import load_catalog, load_roles, role_index
from rolecmp.definitions.names import normal_form
from rolecmp.definitions.problems import QuestionError, phrase
from rolecmp.questions.versions import Version, all_dimensions, compare_versions
from rolecmp.rendering.answers.versions import VERSIONS

if TYPE_CHECKING:
    from rolecmp.definitions.folders import Folder
    from rolecmp.definitions.sources import Sources


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
    known = role_index(load_catalog(in_force))
    found: dict[str, Folder] = {}
    for word in words:
        if "@" not in word or normal_form(word) in known:
            yield Asked(word, word, in_force, in_force.label)
            continue
        role, source, folder = _split(word, sources, found)
        shown = folder.label if isinstance(folder, DiskFolder) or folder.builtin else source
        yield Asked(word, role, folder, shown)


def _split(word: str, sources: Sources, found: dict[str, Folder]) -> tuple[str, str, Folder]:
    """Find the ``@`` behind which a catalog is named: an alias and a revision may hold one."""
    parts = word.split("@")
    if not parts[0] or not parts[-1]:
        raise QuestionError("usage", phrase("half-a-version", name=word), phrase("version-example"))
    first: QuestionError | None = None
    for place in range(1, len(parts)):
        source = "@".join(parts[place:])
        try:
            if source not in found:
                found[source] = sources.find(source)
        except QuestionError as error:
            first = first or error
        else:
            return "@".join(parts[:place]), source, found[source]
    assert first is not None
    raise first


def across(request: Request, asked: Sequence[Asked], dimension: Sequence[str]) -> Reply:
    """Compare roles of several catalogs; raises `QuestionError` for a role asked for twice."""
    by_catalog: dict[tuple[bool, str], list[Asked]] = {}
    for each in asked:
        by_catalog.setdefault(each.catalog, []).append(each)
    versions: dict[str, Version] = {}
    for same in by_catalog.values():
        catalog, roles = load_roles(same[0].folder, [each.role for each in same])
        refuse_twice([each.word for each in same], [role.id for role in roles])
        for each, role in zip(same, roles, strict=True):
            versions[each.word] = Version(role, catalog, each.source)
    columns = [versions[each.word] for each in asked]
    known = columns[0].catalog._replace(dimensions=all_dimensions(columns))
    answer = compare_versions(columns, asked_dimensions(dimension, known))
    return Reply(VERSIONS, answer, request)
