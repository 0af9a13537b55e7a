"""What was asked, held against what there is: each slip is answered before files are read."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rolecmp.definitions.problems import Phrase, QuestionError, nearest, phrase
from rolecmp.definitions.sources.discovery import find_catalog, working_directory
from rolecmp.rendering.language import choose, match

if TYPE_CHECKING:
    from rolecmp.commands.options import Request
    from rolecmp.definitions.lookup import Understood
    from rolecmp.definitions.model import Catalog
    from rolecmp.definitions.sources.folders import Folder
    from rolecmp.questions.who_owns import Unknown
    from rolecmp.rendering.formats import FormatSet


def check_options(request: Request, formats: FormatSet | None = None) -> None:
    """Raise `QuestionError` for a slip in an option that all share, before files are read."""
    if request.output is not None and os.path.isdir(request.output):
        message = phrase("output-is-folder", path=request.output)
        raise QuestionError("usage", message, phrase("name-file"))
    format_name(request, formats)
    number(request.width, "--width", 20, 1000, 80)
    number(request.heading, "--heading", 0, 6, 2)
    if request.color is not None:
        choice(request.color, "--color", ("auto", "always", "never"))


def catalog_folder(request: Request) -> Folder:
    """Return the folder of the definitions; raises `QuestionError` where there is none."""
    if request.surroundings is not None:
        return request.surroundings.catalog(request.roles_dir)
    return find_catalog(request.roles_dir, os.environ, working_directory())


def format_name(request: Request, formats: FormatSet | None = None) -> str:
    """Return the format to answer in: as asked, else by the file's ending, else by the place."""
    from rolecmp.rendering.formats import ANSWER

    known = formats or ANSWER
    if request.surroundings is not None:
        return known.elsewhere  # nobody looks on, whatever the terminal of this process
    if request.format_name is not None:
        return choice(request.format_name, "--format", tuple(known.formats))
    if request.output is not None and request.output != "-":
        found = known.of_file(request.output)
        if found is None:
            every = known.formats.values()
            endings = tuple(ending for each in every for ending in each.endings[:1])
            message = phrase("unknown-ending", path=request.output)
            raise QuestionError("usage", message, phrase("give-format", endings=endings))
        return found
    shown = request.output is None and is_terminal(sys.stdout)
    return known.on_terminal if shown else known.elsewhere


def today() -> str:
    """Return the date (ISO 8601) by which acceptances end."""
    return time.strftime("%Y-%m-%d")


def is_terminal(stream: Any) -> bool:
    """Tell whether a stream leads to a terminal."""
    try:
        return bool(stream.isatty())
    except (AttributeError, ValueError):  # closed, or put in its place by something else
        return False


def choice(value: str, option: str, choices: tuple[str, ...]) -> str:
    """Return `value` if it is one of `choices`; raises `QuestionError` where it is none."""
    if value in choices:
        return value
    near = nearest(value, choices, 1)
    remedy = phrase("did-you-mean", near=near) if near else phrase("choices-are", choices=choices)
    raise QuestionError("usage", phrase("bad-choice", value=value, option=option), remedy)


def one_of(asked: str, rules: Iterable[str]) -> str:
    """Return the rule called `asked`; raises `QuestionError` where there is none."""
    from rolecmp.definitions.names import normal_form

    known = tuple(rules)
    form = normal_form(asked)
    if form in known:
        return form
    near = nearest(form, known)
    remedy = phrase("did-you-mean", near=near) if near else phrase("see-rules")
    raise QuestionError("unknown-rule", phrase("unknown-rule", name=asked), remedy)


def wants_excerpts(request: Request) -> bool:
    """Tell whether the lines of files are shown: a person looks on, who has no editor open."""
    return request.output is None and is_terminal(sys.stdout)


def number(value: str | None, option: str, low: int, high: int, default: int) -> int:
    """Read a whole number within bounds; raises `QuestionError` for anything else."""
    if value is None:
        return default
    if value.isascii() and value.isdigit() and len(value) < 20 and low <= int(value) <= high:
        return int(value)
    raise QuestionError(
        "usage", phrase("bad-number", value=value, option=option, low=low, high=high)
    )


def asked_dimensions(asked: Sequence[str], catalog: Catalog) -> tuple[Understood, ...]:
    """Return what the dimensions asked for mean; raises `QuestionError` for an unknown one."""
    from rolecmp.definitions.lookup import find_dimension, shown

    understood = tuple(find_dimension(catalog.dimensions, each) for each in asked)
    for each in understood:
        if each.id is None:
            near = shown(each.matches or each.near)
            names = tuple(catalog.dimensions)
            remedy = (
                phrase("did-you-mean-names", near=near)
                if near
                else phrase("dimensions-are", names=names)
            )
            message = phrase("unknown-dimension", name=each.asked)
            raise QuestionError("unknown-dimension", message, remedy)
    return understood


def refuse_twice(words: Sequence[str], ids: Sequence[str]) -> None:
    """Raise `QuestionError` where two words name one role; `ids` are the roles they name."""
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            first, second = words[ids.index(id_)], words[index]
            message = (
                phrase("named-twice", name=first)
                if first == second
                else phrase("same-role-twice", first=first, second=second, id=id_)
            )
            raise QuestionError("usage", message)


def unknown_topics(unknown: Sequence[Unknown], catalog: Catalog, request: Request) -> QuestionError:
    """Say that words name no topic, and what they may have meant."""
    from rolecmp.definitions.lookup import Names, match_lines, shown, texts_in
    from rolecmp.definitions.model import pick
    from rolecmp.rendering.report import dimension_of
    from rolecmp.words import Words

    asked = [each.understood for each in unknown]
    language = language_of(catalog, request, heed_locale=True, understood=asked)
    words = Words(language)
    lines: list[Phrase] = []
    groups = Names(texts_in(catalog.groups))
    for each in unknown:
        word, role = each.understood, each.role
        near = () if role is not None else shown(word.near)
        count = len(each.mentions)
        if word.only_asks and role is None:
            lines.append(phrase("name-a-topic"))
        elif word.matches:
            lines.append(phrase("topic-matches", name=word.asked, count=len(word.matches)))
            lines += match_lines(word.matches)
        elif count and not near and role is None:
            lines.append(phrase("unknown-topic-mentioned", name=word.asked, count=count))
        else:
            lines.append(phrase("unknown-topic-name", name=word.asked, near=near))
        if role is not None:
            lines.append(phrase("is-a-role", name=word.asked, id=role))
        elif group := groups.find(word.asked).id:
            topics = [each for each in catalog.topics.values() if each.group == group]
            names = tuple(pick(each.name.texts, language) for each in topics)
            lines.append(phrase("is-a-group", name=word.asked, topics=names))
        if count and lines[-1].key != "unknown-topic-mentioned":
            lines.append(phrase("mentions", name=word.asked, count=count))
        lines += [
            phrase(
                "mention",
                place=f"{mention.role.path}:{mention.statement.line}",
                role=pick(mention.role.name.texts, language),
                dimension=dimension_of(catalog, mention.dimension, language, words),
                text=pick(mention.statement.texts, language),
            )
            for mention in each.mentions
        ]
    lines.append(phrase("ask-overview"))
    return QuestionError("unknown-topic", lines[0], None, lines[1:])


def known_language(asked: str, catalog: Catalog) -> str:
    """Return the language of a catalog that is asked for; raises `QuestionError` for another."""
    language = match(asked, catalog.languages)
    if language is None:
        raise _language_missing(asked, catalog)
    return language


def _language_missing(asked: str | None, catalog: Catalog) -> QuestionError:
    remedy = phrase("languages-are", names=catalog.languages)
    return QuestionError("unknown-language", phrase("language-missing", name=asked), remedy)


def language_of(
    catalog: Catalog,
    request: Request,
    *,
    heed_locale: bool,
    spoken: Sequence[str] = (),
    understood: Sequence[Understood] = (),
) -> str:
    """Return the language to answer in; raises `QuestionError` where the catalog lacks it.

    `understood` are the names that were asked for: their language goes before the locale.
    """
    asker = request.surroundings
    # What heeds the locale is read by a person here and now, even about a document.
    environment = os.environ if asker is None or heed_locale else asker.environment
    languages = catalog.languages
    if spoken:  # the program's own languages, the catalog's first before the others
        first = languages[0].partition("-")[0] if languages else ""
        # In another of the catalog's languages the program's words are English.
        own = [each for each in languages if each.partition("-")[0] not in spoken]
        languages = (*sorted(spoken, key=lambda each: each != first), *own)
    from rolecmp.definitions.lookup import language_of as asked_in

    language = choose(
        request.lang,
        environment,
        languages,
        heed_locale=heed_locale,
        asked=asked_in(understood, languages),
    )
    if language is None and spoken:
        message = phrase("language-not-spoken", name=request.lang)
        raise QuestionError("unknown-language", message, phrase("choices-are", choices=languages))
    if language is None:
        raise _language_missing(request.lang, catalog)
    return language
