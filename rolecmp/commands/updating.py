"""A catalog that is there, brought up to date by a table."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rolecmp.commands.options import YES
from rolecmp.definitions.problems import DefinitionsError, Problem, QuestionError, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rolecmp.definitions.model import Catalog
    from rolecmp.definitions.sources.folders import Folder
    from rolecmp.tables.draft import Imported
    from rolecmp.tables.updating import Update
    from rolecmp.words import Words


def bring_up_to_date(
    imported: Imported,
    path: str,
    lang: str | None,
    words: Words,
    *,
    dry_run: bool,
    sentences: bool,
) -> int:
    """Write what a table changes in the catalog at `path`, or show it; gives the exit code.

    Raises `ImportProblemsError`, `DefinitionsError` where the catalog cannot be trusted, and
    `QuestionError` where it cannot be written.
    """
    from rolecmp.commands.deliver import put, replace
    from rolecmp.commands.import_ import show, writing
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.definitions.sources.folders import DiskFolder, MemoryFolder
    from rolecmp.output import print_error
    from rolecmp.rendering.answers.import_ import owners_changed, updated
    from rolecmp.rendering.messages import note_line
    from rolecmp.tables.updating import update

    folder = DiskFolder(path, path.replace(os.sep, "/"))
    catalog = load_catalog(folder)
    how = writing(imported, lang, sentences=sentences)
    if how.language not in catalog.languages:
        how = how._replace(language=catalog.languages[0])
    texts = _texts(folder, catalog)
    change = update(imported, catalog, texts, how)
    for problem in change.contradictions:
        place = f"{problem.path}:{problem.line}:{problem.column}"
        print_error(note_line(place, problem.message, words))
    after = {**texts, **change.texts}
    try:
        renewed = load_catalog(MemoryFolder(path.replace(os.sep, "/"), after))
    except DefinitionsError as error:
        for role in catalog.roles.values():
            if any(problem.path == role.path for problem in error.problems):
                raise _cannot_change(role.path) from error
        raise
    _hold(catalog, renewed, change)
    owners = owners_changed(catalog, renewed, words)
    if dry_run:
        put(owners, portable=False)
        show(imported, renewed, after, path, words)
        return YES
    if change.texts:
        files = {name: text.encode() for name, text in change.texts.items()}
        replace(folder, files, {name: texts[name].encode() for name in files if name in texts})
    put(updated(tuple(change.texts), path.replace(os.sep, "/"), words, owners), portable=False)
    return YES


def _texts(folder: Folder, catalog: Catalog) -> dict[str, str]:
    """Return the files of a catalog as they are."""
    from rolecmp.definitions.reader import MAX_BYTES
    from rolecmp.definitions.sources.folders import CATALOG_FILE

    names = [CATALOG_FILE, *(role.path.rpartition("/")[2] for role in catalog.roles.values())]
    texts = {}
    for name in names:
        data = folder.read(name, MAX_BYTES)
        if isinstance(data, Problem):
            raise DefinitionsError([data])
        texts[name] = data.decode("utf-8")
    return texts


def _hold(before: Catalog, after: Catalog, change: Update) -> None:
    """Raise where anything has changed but what the table says: letters without a sentence.

    That is a layout of a file that the change was not made for.
    """
    for id_, role in before.roles.items():
        now = after.roles[id_]
        same = [_said(each) for each in (role.statements, now.statements)]
        letters = frozenset((claim.topic, claim.letter) for claim in now.letters)
        wanted = change.letters.get(
            id_, frozenset((claim.topic, claim.letter) for claim in role.letters)
        )
        if (role.name.texts, same[0], wanted) != (now.name.texts, same[1], letters):
            raise _cannot_change(role.path)
    if before.topics.keys() - after.topics.keys() or not change.topics <= after.topics.keys():
        raise _cannot_change(before.folder)


def _cannot_change(path: str) -> QuestionError:
    message = phrase("import.cannot-change", path=path)
    return QuestionError("output", message, phrase("import.change-by-hand"))


def _said(statements: Mapping[str, tuple[object, ...]]) -> list[object]:
    """Return what statements say, without the places where they stand."""
    return [
        (dimension, dict(each.texts), [(claim.letter, claim.topic) for claim in each.claims])  # type: ignore[attr-defined]
        for dimension, several in statements.items()
        for each in several
    ]
