"""The command ``rolecmp check``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import os
import re
from typing import TYPE_CHECKING, Annotated

import typer

from rolecmp import completion
from rolecmp.commands.asking import (
    catalog_folder,
    check_options,
    format_name,
    one_of,
    today,
    wants_excerpts,
)
from rolecmp.commands.options import (
    NO,
    SHARED,
    YES,
    Entry,
    Reply,
    Request,
    answering,
    say,
)
from rolecmp.definitions.problems import DefinitionsError, QuestionError, phrase

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog
    from rolecmp.definitions.sources.folders import Folder
    from rolecmp.questions.check import Checked, Finding
    from rolecmp.questions.subject import Beside
    from rolecmp.words import Words


ERRORS = (
    "exists", "git", "input", "merge-conflict", "no-catalog", "no-excel", "no-folder", "no-git",
    "no-letter", "no-repository", "no-topic", "other-catalog", "output", "stale-block",
    "unclear-column", "unknown-dimension", "unknown-revision", "usage",
)  # fmt: skip
"""The names of errors that are no rules: of the question, of what is read and what is written."""


def check(
    request: Request,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help=say("help.check.strict"),
        ),
    ] = False,
    rules: Annotated[
        bool,
        typer.Option(
            "--rules",
            help=say("help.check.rules"),
        ),
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar=say("metavar.rule"),
            help=say("help.check.explain"),
            autocompletion=completion.offer_rules,
        ),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help=say("help.check.fix"))] = False,
    diff: Annotated[bool, typer.Option("--diff", help=say("help.check.diff"))] = False,
) -> Reply | int:
    """What is wrong with the definitions."""
    from rolecmp.questions.check import check as check_catalog
    from rolecmp.questions.check import rulebook
    from rolecmp.rendering.language import words_for

    if rules or explain is not None:
        from rolecmp.commands.deliver import put
        from rolecmp.definitions.catalog import read_header
        from rolecmp.definitions.sources.discovery import builtin_catalog
        from rolecmp.questions.rules import RULES
        from rolecmp.rendering.answers.rules import EXPLANATION, RULEBOOK
        from rolecmp.rendering.formats import ANSWER
        from rolecmp.words import LANGUAGES

        check_options(request)
        if explain in ERRORS:
            put(_error_explained(str(explain), words_for(request.lang, os.environ)), portable=False)
            return YES
        names = () if explain is None else (one_of(explain, RULES),)
        # A rule is asked about when something is wrong, so what is wrong is no hindrance.
        try:
            folder = catalog_folder(request)
        except DefinitionsError:
            if explain is None:
                raise
            folder = builtin_catalog()
        catalog, _, _ = read_header(folder)
        presenter = RULEBOOK if explain is None else EXPLANATION
        # Rules are in the program's languages, whatever those of the catalog.
        formats = ANSWER._replace(languages=LANGUAGES)
        return Reply(presenter, rulebook(catalog, names), request, formats=formats)
    from rolecmp.definitions.loader import read_catalog
    from rolecmp.definitions.sources.discovery import refuse_unnamed
    from rolecmp.rendering.answers.check import FINDINGS, FORMATS
    from rolecmp.rendering.forge import FORGES

    check_options(request, FORMATS)
    if diff and not fix:
        raise QuestionError("usage", phrase("diff-of-fix"), phrase("add-fix"))
    if diff and (request.output is not None or request.format_name not in (None, "text")):
        name = "--format" if request.output is None else "--output"
        raise QuestionError("usage", phrase("only-diff", name=name), phrase("leave-out"))
    if fix:
        from rolecmp.commands.fixing import fix as fix_files

        text = format_name(request, FORMATS) == "text" and request.output is None
        fix_files(request, only_show=diff, aside=not diff and not text)
        if diff:
            return YES
    folder = catalog_folder(request)
    refuse_unnamed(folder, request.roles_dir, "check")
    read = read_catalog(folder)
    beside = _beside(folder, read.catalog)
    checked = check_catalog(*read, today(), beside)
    if not fix and not folder.builtin and (read.problems or beside.unread):
        from rolecmp.definitions.fixing import fixable

        checked = checked._replace(fixable=fixable(folder, read.problems))
    if wants_excerpts(request):
        checked = _with_lines(checked, folder)
    if format_name(request, FORMATS) in FORGES:
        checked = _from_top(checked)
    code = YES if checked.passes(strict=strict) else NO
    return Reply(FINDINGS, checked, request, code, FORMATS)


def _error_explained(name: str, words: "Words") -> str:
    said = [words("error-no-rule", name=name)]
    if name == "no-catalog":
        said.append(words("error-no-catalog"))
    return "\n\n".join(said) + "\n"


def _beside(folder: "Folder", catalog: "Catalog") -> "Beside":
    """Look for what lies beside the definitions and should not, or not like that."""
    from rolecmp.definitions.model import LETTERS
    from rolecmp.definitions.sources.strays import stray_roles
    from rolecmp.questions.subject import Beside
    from rolecmp.rendering.schema import stale_schemas

    keys = (*catalog.dimensions, *LETTERS)
    return Beside(stray_roles(folder, keys), stale_schemas(folder, catalog))


def _from_top(checked: "Checked") -> "Checked":
    """Name files as a code host knows them, from the top of the repository."""
    from rolecmp.commands.repository import from_top

    def moved(each: "Finding") -> "Finding":
        found = each.found
        place = found.place._replace(path=from_top(found.place.path))
        related = tuple(other._replace(path=from_top(other.path)) for other in found.related)
        return each._replace(found=found._replace(place=place, related=related))

    return checked._replace(
        findings=tuple(map(moved, checked.findings)), accepted=tuple(map(moved, checked.accepted))
    )


def _with_lines(checked: "Checked", folder: "Folder") -> "Checked":
    """Read the lines that findings are in, for those that came without."""
    from rolecmp.definitions.encoding import decoded
    from rolecmp.definitions.reader import MAX_BYTES
    from rolecmp.definitions.sources.folders import path_in

    lines: dict[str, list[str]] = {}
    findings = []
    for each in checked.findings:
        found = each.found
        path = found.place.path
        if path not in lines:
            name = path.rpartition("/")[2]
            data = folder.read(name, MAX_BYTES) if path_in(folder, name) == path else b""
            text = (decoded(data) or ("", ""))[0] if isinstance(data, bytes) else ""
            lines[path] = re.split("\r\n|\r|\n", text)
        if not found.source and found.place.line <= len(lines[path]):
            found = found._replace(source=lines[path][found.place.line - 1])
        findings.append(each._replace(found=found))
    return checked._replace(findings=tuple(findings))


_Format = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--format",
        metavar=say("metavar.format"),
        help=say("help.check.format"),
        autocompletion=completion.offer_formats,
    ),
]

_RolesDir = Annotated[
    str | None,
    typer.Option("--roles", metavar=say("metavar.folder"), help=say("help.check.roles")),
]

ENTRY = Entry(
    answering(check, {**SHARED, "format_name": _Format, "roles_dir": _RolesDir}),
    say("help.check"),
    ("rolecmp check", "rolecmp check --rules", "rolecmp check --explain vague-ownership"),
)
