"""Ids made from the names of a table, in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.definitions.names import normal_form
from rolecmp.definitions.shape import MAX_ID, is_id

if TYPE_CHECKING:
    from rolecmp.tables.draft import Imported

RESERVED = frozenset(
    ["catalog", "con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(10))]
)
"""Ids whose file would be the catalog's, or that some systems have for devices."""


class Ids(NamedTuple):
    """The ids of roles and topics in the order of the table, and of groups by their name.

    A topic that is left out has the id "".
    """

    roles: tuple[str, ...]
    topics: tuple[str, ...]
    groups: Mapping[str, str]


def new_ids(
    names: Sequence[str],
    fallback: str,
    taken: Iterable[str] = (),
    known: Iterable[str] = (),
    given: Sequence[str] = (),
) -> tuple[str, ...]:
    """Make an id of each name that is neither taken nor a name of another thing.

    `known` are names that there are already, `given` the ids that the table itself has. An
    empty name has no id.
    """
    used = set(taken)
    forms = [normal_form(name) for name in names]
    foreign = {*forms, *map(normal_form, known)}
    ids = []
    for place, (name, form) in enumerate(zip(names, forms, strict=True)):
        own = given[place] if given else ""
        if not name or (own and is_id(own) and own not in used):
            ids.append(own if name else "")
            used.add(own)
            continue
        others = used | (foreign - {form})
        ids.append(make_id(name, others, fallback))
        used.add(ids[-1])
    return tuple(ids)


def ids_of(imported: Imported) -> Ids:
    """Make the ids of a catalog that is new."""
    return Ids(
        new_ids(
            [role.name for role in imported.roles],
            "role",
            RESERVED,
            given=[role.id for role in imported.roles],
        ),
        new_ids(
            [topic.name for topic in imported.topics],
            "topic",
            given=[topic.id for topic in imported.topics],
        ),
        dict(zip(imported.groups, new_ids(imported.groups, "group"), strict=True)),
    )


def make_id(name: str, taken: Collection[str], fallback: str) -> str:
    """Make an id from a name: letters of any script, digits and hyphens, a letter first.

    It is not among `taken`; `fallback` is what it begins with where the name has no letter.
    """
    plain = unicodedata.normalize("NFKC", re.sub(r"[(\uff08].*?[)\uff09]", "", name)).lower()
    plain = unicodedata.normalize("NFC", plain)
    kept = [
        char if char.isalpha() or (char.isalnum() and char.isascii()) else "-" for char in plain
    ]
    words = "-".join(filter(None, "".join(kept).split("-")))
    words = words.lstrip("0123456789-") or fallback
    base = _cut(words if words[0].isalpha() else f"{fallback}-{words}", MAX_ID)
    made = base
    number = 2
    while made in taken:
        made = f"{_cut(base, MAX_ID - len(str(number)) - 1)}-{number}"
        number += 1
    return made


def _cut(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    cut = words[:most]
    whole = cut.rpartition("-")[0]
    return (whole if len(whole) * 2 > most else cut).strip("-")
