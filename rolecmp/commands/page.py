"""The command ``rolecmp page``."""

# No `from __future__ import annotations` here: Typer would evaluate every hint again.
import os
from typing import Annotated
from urllib.parse import urlsplit

import typer

from rolecmp import completion
from rolecmp.commands.asking import known_language
from rolecmp.commands.options import NO, YES, Entry, RolesDir, say
from rolecmp.definitions.problems import Phrase, QuestionError, phrase
from rolecmp.definitions.sources.discovery import find_catalog, working_directory
from rolecmp.rendering.language import words_for


def page(
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar=say("metavar.file"), help=say("help.option.output")),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help=say("help.page.check"))] = False,
    source_url: Annotated[
        str,
        typer.Option("--source-url", metavar=say("metavar.url"), help=say("help.page.source-url")),
    ] = "",
    stamp: Annotated[
        str,
        typer.Option("--stamp", metavar=say("metavar.text"), help=say("help.page.stamp")),
    ] = "",
    roles_dir: RolesDir = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar=say("metavar.code"),
            help=say("help.page.lang"),
            autocompletion=completion.offer_languages,
        ),
    ] = None,
) -> int:
    """The whole catalog as one page for a browser."""
    path = None if output == "-" else output
    if check and path is None:
        raise QuestionError("usage", phrase("check-needs-output"), phrase("name-page"))
    url = _folder_url(source_url)
    from rolecmp.definitions.loader import load_catalog
    from rolecmp.page.build import build_page
    from rolecmp.page.data import Options

    catalog = load_catalog(find_catalog(roles_dir, os.environ, working_directory()))
    # Which language it opens in does not depend on who makes the page.
    language = catalog.languages[0] if lang is None else known_language(lang, catalog)
    text = build_page(catalog, Options(language, stamp, url))
    if path is None:
        from rolecmp.commands.deliver import put

        put(text, portable=True)
        return YES
    if check:
        return _checked(path, text)
    from rolecmp.commands.deliver import save

    save(text, path)
    return YES


def _folder_url(url: str) -> str:
    """Return the address of the folder, with a slash at its end.

    Raises `QuestionError` for one that leads elsewhere than to files.
    """
    if not url:
        return ""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        scheme = "?"
    if scheme not in ("", "http", "https", "file"):
        raise QuestionError("usage", phrase("bad-url", url=url), phrase("web-address"))
    return url if url.endswith("/") else f"{url}/"


def _checked(path: str, text: str) -> int:
    """Say whether a file is this page; how it ends its lines is its repository's affair."""
    from rolecmp.commands.deliver import put, reason_of
    from rolecmp.output import print_error

    try:
        with open(path, "rb") as file:
            there = file.read().replace(b"\r\n", b"\n")
    except FileNotFoundError:
        there = b""
    except (OSError, ValueError) as error:
        message = phrase("page-unreadable", path=path, reason=reason_of(error))
        raise QuestionError("input", message) from error
    words = words_for(None, os.environ)
    if there == text.encode():
        print_error(words.say(phrase("page-up-to-date", path=path)))
        return YES
    said: Phrase = phrase("page-stale", path=path)
    put(f"{words.say(said)}\n", portable=False)
    return NO


ENTRY = Entry(
    page,
    say("help.page"),
    ("rolecmp page -o roles.html", "rolecmp page --roles builtin -o roles.html --stamp v1"),
)
