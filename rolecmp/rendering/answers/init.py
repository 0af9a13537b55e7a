"""What is said when a catalog has been started: plain lines, the same for every reader."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rolecmp.visible import visible, width_of
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.questions.who_owns import Overview


def started(
    answer: Overview, names: Sequence[str], path: str, language: str, *, option: str, copied: bool
) -> str:
    """Say what was written into the folder at `path`, and what to do next.

    `option` is what the next commands need to find it. `copied` tells whether it is from the
    built-in catalog, which it can be held against then.
    """
    words = Words(language)
    shown = path.replace(os.sep, "/")
    lines = [words("started", count=len(names), folder=visible(shown))]
    lines += [f"  {visible(name)}" for name in sorted(names)]
    open_topics = [each.topic.id for each in answer.topics if not each.clean]
    if open_topics:
        listed = words("list-comma").join(open_topics)
        lines += ["", words("started-open", topics=listed)]
    catalog = answer.catalog
    steps = [("list", "next-list")]
    if len(catalog.roles) > 1:
        two = catalog.pairs[0].roles if catalog.pairs else tuple(catalog.roles)[:2]
        steps.append((f"compare {' '.join(two)}", "next-compare"))
    steps += [("who-owns", "next-owners"), ("check", "next-check")]
    if copied:
        steps.append(("diff builtin", "next-diff"))
    commands = [(f"rolecmp {command}{visible(option)}", words(key)) for command, key in steps]
    column = max(width_of(command) for command, _ in commands) + 2
    lines += ["", words("started-copied")] if copied else []
    if len(catalog.languages) > 1:
        lines += [
            "",
            words("started-languages", languages=catalog.languages, first=catalog.languages[0]),
        ]
    lines += ["", words("started-next")]
    lines += [
        f"  {command}{' ' * (column - width_of(command))}{text}" for command, text in commands
    ]
    return "\n".join(lines) + "\n"
