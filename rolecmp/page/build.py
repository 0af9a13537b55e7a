"""The page as one HTML text: template, style, script, data, and what is shown without a script."""

from __future__ import annotations

import base64
import hashlib
import os
from html import escape
from string import Template
from typing import TYPE_CHECKING

from rolecmp.definitions.model import pick
from rolecmp.page.data import NO_DAY, Options, page_json
from rolecmp.questions.compare import compare
from rolecmp.questions.matrix import matrix
from rolecmp.questions.show import show
from rolecmp.rendering.answers.compare import COMPARISON
from rolecmp.rendering.answers.matrix import MATRIX
from rolecmp.rendering.answers.show import DEFINITION
from rolecmp.rendering.html import render_part
from rolecmp.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rolecmp.definitions.model import Catalog
    from rolecmp.rendering.report import Report

_SCRIPT = ("answers.js", "names.js", "elements.js", "views.js", "frame.js")


def build_page(catalog: Catalog, options: Options) -> str:
    """Return the page of a whole catalog; the same catalog and options give the same text.

    Nothing in it is loaded from elsewhere, and the policy that stands in it lets no script and
    no style run but its own, which it knows by their digests.
    """
    style, script = _read("style.css"), "".join(map(_read, _SCRIPT))
    words = Words(options.language)
    title = pick(catalog.title.texts, options.language) if catalog.title else words("roles")
    return Template(_read("template.html")).substitute(
        language=escape(options.language),
        title=escape(title),
        style=style,
        style_hash=_digest(style),
        script=script,
        script_hash=_digest(script),
        static=_static(catalog, options, title),
        # Nothing in it ends the element that it stands in.
        data=page_json(catalog, options).replace("<", "\\u003c"),
    )


def _read(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _static(catalog: Catalog, options: Options, title: str) -> str:
    """Return what is read where no script runs: every role, each contrast, the matrix."""
    foot = [title, options.stamp]
    parts = [f"<h1>{escape(title)}</h1>"]
    parts += [
        f"<section>\n{render_part(report, 2, name)}\n</section>"
        for name, report in _reports(catalog, options.language)
    ]
    if catalog.source is not None:
        foot.append(pick(catalog.source.texts, options.language))
    parts += [f'<p class="muted">{escape(line)}</p>' for line in foot if line]
    return "\n".join(parts)


def _reports(catalog: Catalog, language: str) -> Iterator[tuple[str, Report]]:
    """Yield the answers that are shown without a script, each with a name for its headings."""
    for role in catalog.roles.values():
        yield f"s-{role.id}", DEFINITION.report(show(catalog, role, NO_DAY), language)
    for pair in catalog.pairs:
        if pair.difference is not None:
            both = [catalog.roles[id_] for id_ in pair.roles]
            report = COMPARISON.report(compare(catalog, both, NO_DAY), language)
            yield f"s-{'-and-'.join(pair.roles)}", report
    yield "s-matrix", MATRIX.report(matrix(catalog, NO_DAY), language)
