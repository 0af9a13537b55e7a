"""What would come out of a table: roles, topics and groups, and how many letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolecmp.definitions.model import INITIALS, LETTERS, pick
from rolecmp.questions.diff import changes
from rolecmp.rendering.answers.diff.telling import Teller
from rolecmp.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rolecmp.definitions.model import Catalog, Role, Topic
    from rolecmp.tables.draft import Imported
    from rolecmp.words import Words


def outcome(imported: Imported, catalog: Catalog, folder: str, words: Words) -> str:
    """Say what a catalog in `folder` would hold: plain lines, the same for every reader."""
    language = catalog.languages[0]
    whole = not imported.problems
    heading = "import.would-write" if whole else "import.would-write-part"
    lines = [words(heading, folder=visible(folder)), ""]
    roles = [_named(role, language) for role in catalog.roles.values()]
    lines.append(words("count-roles", count=len(roles)))
    lines += [f"  {role}" for role in roles]
    lines += ["", words("count-topics", count=len(catalog.topics))]
    lines += _topics(catalog, language)
    counts = [
        f"{INITIALS[letter]} {count}"
        for letter in LETTERS
        if (
            count := sum(letter in each.letters for role in imported.roles for each in role.letters)
        )
    ]
    total = sum(len(each.letters) for role in imported.roles for each in role.letters)
    listed = words("list-comma").join(counts)
    lines += ["", words("import.letters", count=total, letters=listed)]
    return "\n".join(lines) + "\n"


def owners_changed(before: Catalog, after: Catalog, words: Words) -> str:
    """Say of each topic that has other owners after than before; "" where none has."""
    found = list(Teller(changes(before, after), words.language).ownership())
    lines = [visible("  " + words("label", name=each.subject) + each.sentence) for each in found]
    return "\n".join([words("import.owners"), *lines, "", ""]) if lines else ""


def updated(names: Sequence[str], folder: str, words: Words, owners: str = "") -> str:
    """Say which files of the catalog in `folder` were changed or made, and whose topics."""
    if not names:
        return words("import.no-change", folder=visible(folder)) + "\n"
    lines = [words("import.updated", count=len(names), folder=visible(folder))]
    lines += [f"  {visible(name)}" for name in sorted(names)]
    return "\n".join([*lines, "", owners + words("import.see-diff")]) + "\n"


def _named(thing: Role | Topic, language: str) -> str:
    """Return the name of a role or a topic, and its id where that is another."""
    name = pick(thing.name.texts, language)
    return visible(name if name == thing.id else f"{name} ({thing.id})")


def _topics(catalog: Catalog, language: str) -> Iterator[str]:
    """Yield the topics, below the groups that they are in."""

    def shown(topic: Topic, indent: str) -> str:
        return indent + _named(topic, language)

    topics = catalog.topics.values()
    yield from (shown(topic, "  ") for topic in topics if topic.group is None)
    for id_, name in catalog.groups.items():
        yield f"  {visible(pick(name.texts, language))}"
        yield from (shown(topic, "    ") for topic in topics if topic.group == id_)
