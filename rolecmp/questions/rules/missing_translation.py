"""A name, a summary or another single text lacks a language of the catalog."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.model import SUMMARY, Statement
from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Place, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog, Role, Text, Topic
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    return untranslated(subject, listed=False)


RULE = Rule("missing-translation", Severity.ERROR, _find, on=("topic", "statement", "role"))


def untranslated(subject: Subject, *, listed: bool) -> Iterator[Found]:
    """Yield what lacks languages: the items of lists, or else the single texts."""
    catalog = subject.catalog
    languages = catalog.languages

    def found(
        path: str, key: str, text: Text | Statement, topic: Topic | None, role: Role | None
    ) -> Iterator[Found]:
        if len(text.texts) == len(languages):  # as nearly every text
            return
        missing = tuple(language for language in languages if language not in text.texts)
        place = Place(path, text.line, text.column)
        if text.texts and missing and place not in subject.flawed:
            statements = (text,) if isinstance(text, Statement) else ()
            said = "uneven-translation" if listed else "missing-translation"
            message = phrase(said, key=key, missing=missing)
            remedy = phrase("add-translation", missing=missing)
            yield Found(place, message, remedy, topic, role, statements)

    if len(languages) < 2:
        return
    for key, text, is_listed, topic in _catalog_texts(catalog):
        if is_listed is listed:
            yield from found(subject.path, key, text, topic, None)
    for role in catalog.roles.values():
        for key, each in role.texts():
            if listed is (key == "notes" or (isinstance(each, Statement) and key != SUMMARY)):
                yield from found(role.path, key, each, None, role)


def _catalog_texts(catalog: Catalog) -> Iterator[tuple[str, Text, bool, Topic | None]]:
    """Yield each text of the catalog's own file: its key, and whether it is a list's item."""
    for key, text in (("title", catalog.title), ("source", catalog.source)):
        if text is not None:
            yield key, text, False, None
    for key, name in catalog.dimensions.items():
        if name.line:  # one of the default stands in no file
            yield key, name, False, None
    for topic in catalog.topics.values():
        yield topic.id, topic.name, False, topic
        for rule, acceptance in topic.accepted.items():
            yield rule, acceptance.reason, False, topic
    for key, name in catalog.groups.items():
        yield key, name, False, None
    for pair in catalog.pairs:
        if pair.difference is not None:
            yield "difference", pair.difference, False, None
        for text in pair.together:
            yield "together", text, True, None
