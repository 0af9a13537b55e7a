"""What the shells are offered when Tab is pressed: ids with their names beside them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from rolecmp.definitions.problems import DefinitionsError, QuestionError
from rolecmp.definitions.sources.discovery import find_catalog, working_directory
from rolecmp.rendering.language import choose, words_for

if TYPE_CHECKING:
    from rolecmp.definitions.lookup import Understood
    from rolecmp.definitions.model import Catalog, Role, Topic

Offer: TypeAlias = "tuple[str, str]"

# What a shell could read as more than text, in the functions that receive a description.
_UNSAFE = str.maketrans(dict.fromkeys("\\\"'`$();:&|<>*?[]{}!#~\t\r\n", " "))


def offer_roles(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer role ids; a name or an alias where what is typed begins no id.

    Behind an ``@``, as in ``pm@HEAD``, the catalogs that it may be from.
    """
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.definitions.lookup import role_names

    try:
        catalog = load_catalog(_folder(ctx))
    except (DefinitionsError, QuestionError):
        return []
    role, at, source = incomplete.partition("@")
    if at and ctx.info_name in ("compare", "show"):
        return [(f"{role}@{word}", "") for word, _ in offer_sources(ctx, source)]
    roles = catalog.roles.values()
    return _offers(roles, incomplete, catalog, ctx.params.get("roles")) or _understood(
        role_names(catalog).find(incomplete)
    )


def offer_topics(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer topic ids; a name or an alias where what is typed begins no id."""
    from rolecmp.definitions.lookup import topic_names

    catalog = _header(ctx)
    if catalog is None:
        return []
    topics = catalog.topics.values()
    return _offers(topics, incomplete, catalog, ctx.params.get("topics")) or _understood(
        topic_names(catalog).find(incomplete)
    )


def offer_builtin_roles(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer the roles of the catalog that comes with the program."""
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.definitions.sources.discovery import builtin_catalog

    catalog = load_catalog(builtin_catalog())
    return _offers(catalog.roles.values(), incomplete, catalog, ctx.params.get("role"))


def offer_builtin_languages(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer the languages of the catalog that comes with the program."""
    from rolecmp.definitions.loader import load_header
    from rolecmp.definitions.sources.discovery import builtin_catalog

    return _languages(load_header(builtin_catalog()))


def offer_beginnings(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer what a catalog can be started from."""
    words = words_for(None, os.environ)
    return [("builtin", words("from-builtin")), ("blank", words("from-blank"))]


def offer_dimensions(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer the catalog's dimensions, by id or by name."""
    from rolecmp.definitions.lookup import find_dimension
    from rolecmp.definitions.model import Topic

    catalog = _header(ctx)
    if catalog is None:
        return []
    dimensions = [Topic(key, text) for key, text in catalog.dimensions.items()]
    return _offers(dimensions, incomplete, catalog, ctx.params.get("dimension")) or _understood(
        find_dimension(catalog.dimensions, incomplete)
    )


def offer_kinds(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer the values of matrix --only, each with what it stands for."""
    from rolecmp.rendering.answers.matrix import KINDS

    words = words_for(None, os.environ)
    given = ctx.params.get("only") or ()
    return [(kind, words(key)) for kind, key in KINDS.items() if kind not in given]


def offer_languages(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer the catalog's languages, each under its own name."""
    catalog = _header(ctx)
    return _languages(catalog) if catalog else []


def _languages(catalog: Catalog) -> list[Offer]:
    from rolecmp.words import LANGUAGES, Words

    return [
        (code, Words(code)("language-name") if code in LANGUAGES else code)
        for code in catalog.languages
    ]


def offer_formats(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer the formats, each with what it is for."""
    from rolecmp.rendering.formats import FORMATS

    formats = FORMATS
    if ctx.info_name == "check" and not (ctx.params.get("rules") or ctx.params.get("explain")):
        from rolecmp.rendering.answers.check import FORMATS as CHECK

        formats = CHECK.formats
    elif ctx.info_name == "matrix":
        from rolecmp.rendering.xlsx import MATRIX_FORMATS

        formats = MATRIX_FORMATS.formats
    elif ctx.info_name == "docs":
        from rolecmp.rendering.forge import FORGES

        return [(name, words_for(None, os.environ)(f"format.{name}")) for name in ("text", *FORGES)]
    words = words_for(None, os.environ)
    return [(name, words(f"format.{name}")) for name in formats]


def offer_ways(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer where the roles of a table may stand."""
    return [("columns", ""), ("rows", "")]


def offer_row_kinds(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer what rows without letters may be."""
    return [("topics", ""), ("groups", "")]


def offer_rules(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer the rules of check, each with what it finds."""
    from rolecmp.questions.rules import RULES

    words = words_for(None, os.environ)
    return [(name, words(f"rule.{name}.finds")) for name in RULES]


def offer_schemas(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer what there is a schema of, each with an example of what it describes."""
    from rolecmp.rendering.answers.shapes import SUBJECTS

    return list(SUBJECTS.items())


def offer_commands(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer the commands."""
    from rolecmp.commands.registry import COMMANDS, entry

    return [(name, entry(name).answers.partition("\n")[0]) for name in COMMANDS]


def offer_colors(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer the values of --color."""
    return [(value, "") for value in ("auto", "always", "never")]


def offer_views(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer the values of --by."""
    return [("topic", "")]


def offer_sources(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer what a catalog is named by beside folders: the built-in one, branches and tags."""
    from rolecmp.definitions.sources.discovery import BUILTIN

    where = working_directory()
    try:
        folder = _folder(ctx)
    except QuestionError:
        pass
    else:
        where = where if folder.builtin else folder.path
    return [
        (word, "")
        for word in dict.fromkeys((BUILTIN, *_revisions(where)))
        # Git allows a branch a name that a shell would obey.
        if word.startswith(incomplete) and plain(word) == word
    ]


def _revisions(folder: str) -> list[str]:
    from rolecmp.definitions.sources.git import revisions

    return revisions(folder)


def _folder(ctx: Any) -> Any:
    return find_catalog(ctx.params.get("roles_dir"), os.environ, working_directory())


def _header(ctx: Any) -> Catalog | None:
    from rolecmp.definitions.loader import load_header

    try:
        return load_header(_folder(ctx))
    except (DefinitionsError, QuestionError):
        return None


def _language(catalog: Catalog) -> str:
    return choose(None, os.environ, catalog.languages, heed_locale=True) or catalog.languages[0]


def _offers(
    things: Iterable[Role | Topic], incomplete: str, catalog: Catalog, given: Sequence[str] | None
) -> list[Offer]:
    from rolecmp.definitions.model import pick
    from rolecmp.definitions.names import names_of, normal_form

    language = _language(catalog)
    named = {normal_form(name) for name in given or ()}
    things = [
        thing
        for thing in things
        if named.isdisjoint(normal_form(name.name) for name in names_of(thing))
    ]
    found = [
        (thing.id, pick(thing.name.texts, language))
        for thing in things
        if thing.id.startswith(incomplete)
    ]
    if found:
        return found
    form = normal_form(incomplete)
    return [
        (name.name, thing.id)
        for thing in things
        for name in names_of(thing)
        # A space would end the word, and the shell compares letter by letter.
        if " " not in name.name
        and plain(name.name) == name.name
        and name.name.startswith(incomplete)
        and normal_form(name.name).startswith(form)
    ]


def _understood(found: Understood) -> list[Offer]:
    """Offer what is typed, with the id beside it, where it means one thing and begins no name.

    A shell takes nothing else: it compares letter by letter.
    """
    asked = found.asked
    offered = found.id is not None and " " not in asked and plain(asked) == asked
    return [(asked, found.matches[0].id)] if offered else []


def plain(description: str) -> str:
    """Return a description without what any shell could take for more than text."""
    return " ".join(description.translate(_UNSAFE).split())


def is_asked(arguments: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Tell whether completions are asked for, by a shell, or their script, by a person."""
    options = ("--show-completion", "--install-completion")
    return bool(environment.get("_ROLECMP_COMPLETE")) or any(
        word.startswith(options) for word in arguments
    )
