"""The formats there are: one table for the command line's choices and for the dispatch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from rolecmp.rendering.report import Presenter


_Answer = TypeVar("_Answer")


class Options(NamedTuple):
    """What a renderer may need beside the answer.

    Only a format for the screen heeds width, colour, whether there is more than ASCII to draw
    with, whether ambiguous characters are wide, whether to show the lines that findings are in,
    and whether positions are links to files.
    """

    language: str
    width: int = 80
    color: bool = False
    unicode: bool = True
    wide: bool = False
    heading: int = 2
    excerpts: bool = False
    links: bool = False


class Format(NamedTuple):
    """A format: the endings of its files, and how it is made; its words are ``format.`` its name.

    One for the screen depends on the terminal and the locale, every other on the answer alone.
    A binary one is no text, and goes to a file or a pipe. A marked one begins with a byte order
    mark in a file that is named, without which Excel takes Chinese for another encoding.
    """

    endings: tuple[str, ...]
    render: Callable[[Any, Any, Options], str | bytes]
    screen: bool = False
    binary: bool = False
    marked: bool = False


def _table(presenter: Presenter[Any], answer: Any, options: Options) -> str:
    from rolecmp.rendering.terminal import render_terminal

    report = presenter.report(answer, options.language)
    return render_terminal(
        report,
        options.width,
        color=options.color,
        unicode=options.unicode,
        wide=options.wide,
        links=options.links,
    )


def _markdown(presenter: Presenter[Any], answer: Any, options: Options) -> str:
    from rolecmp.rendering.markdown import render_markdown

    return render_markdown(presenter.report(answer, options.language), options.heading)


def _json(presenter: Presenter[Any], answer: Any, options: Options) -> str:
    from rolecmp.rendering.answers.values import catalog_value
    from rolecmp.rendering.json import render_json

    schema = {"schema": f"rolecmp/{presenter.schema}/1", "catalog": catalog_value(answer.catalog)}
    return render_json({**schema, **presenter.value(answer)})


def _csv(presenter: Presenter[Any], answer: Any, options: Options) -> str:
    from rolecmp.rendering.csv import render_csv

    return render_csv(presenter.rows(answer, options.language))


def _html(presenter: Presenter[Any], answer: Any, options: Options) -> str:
    from rolecmp.rendering.html import render_html

    return render_html(presenter.report(answer, options.language))


class FormatSet(NamedTuple):
    """The formats an answer can be had in, and those it has where none is asked for.

    `languages` are those the answer is in where they are not the catalog's.
    """

    formats: Mapping[str, Format]
    on_terminal: str
    elsewhere: str
    languages: tuple[str, ...] = ()

    def of_file(self, path: str) -> str | None:
        """Return the format that a file's ending stands for, or None."""
        name = path.lower()
        for key, each in self.formats.items():
            if name.endswith(each.endings):
                return key
        return None


FORMATS: Mapping[str, Format] = {
    "table": Format((".txt",), _table, screen=True),
    "markdown": Format((".md", ".markdown", ".mdx"), _markdown),
    "json": Format((".json",), _json),
    "csv": Format((".csv",), _csv, marked=True),
    "html": Format((".html", ".htm"), _html),
}


ANSWER = FormatSet(FORMATS, "table", "markdown")
"""The formats of every answer about roles and topics."""


def render(
    presenter: Presenter[_Answer],
    answer: _Answer,
    name: str,
    options: Options,
    formats: FormatSet = ANSWER,
) -> str:
    """Render `answer`, as its presenter shows it, in the format called `name`, which is a text."""
    made = formats.formats[name].render(presenter, answer, options)
    assert isinstance(made, str)
    return made
