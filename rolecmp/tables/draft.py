"""What has been read of a table so far: roles, topics, groups, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.names import normal_form

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Problem
    from rolecmp.tables.cells import Remark, SourceTable, TableCell


class TableLetter(NamedTuple):
    """The letters of a role on one topic, the topic by its index, and the cell's place."""

    topic: int
    letters: tuple[str, ...]
    place: str


class TableRole(NamedTuple):
    """A role as a table has it. `notes` are a topic's index and what stood behind a letter.

    `id` is the one that the table itself gives, or empty.
    """

    name: str
    aliases: tuple[str, ...]
    letters: tuple[TableLetter, ...]
    notes: tuple[tuple[int, str], ...]
    place: str
    id: str = ""


class TableTopic(NamedTuple):
    """A topic as a table has it, with the group it stands in, and its id if the table has one."""

    name: str
    group: str | None
    place: str
    id: str = ""


class Imported(NamedTuple):
    """What a file says: roles and topics in its order, groups in the order they begin.

    `title` is what the tables are called, `titles` the name of each of them. `problems` are
    cells that are not in it, and why; `remarks` what was decided or left out.
    """

    path: str
    title: str
    titles: tuple[str, ...]
    roles: tuple[TableRole, ...]
    topics: tuple[TableTopic, ...]
    groups: tuple[str, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Remark, ...]


class _DraftRole:
    def __init__(self, name: str, place: str) -> None:
        self.name = name
        self.place = place
        self.id = ""
        self.aliases: list[str] = []
        self.letters: dict[int, tuple[set[str], str]] = {}
        self.notes: list[tuple[int, str]] = []


class Draft:
    """Takes in what tables say, cell by cell."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.remarks: list[Remark] = []
        self._roles: dict[str, _DraftRole] = {}
        self._topics: list[tuple[TableTopic, SourceTable, TableCell]] = []

    def role(self, name: str, place: str, id_: str = "") -> str:
        """Note a role, new or known; returns the key of it."""
        key = normal_form(name)
        if key not in self._roles:
            self._roles[key] = _DraftRole(name, place)
            self._roles[key].id = id_
        return key

    def role_names(self) -> list[str]:
        """Return the names of the roles, as the tables have them."""
        return [role.name for role in self._roles.values()]

    def has_role(self, name: str) -> bool:
        """Tell whether a role of that name is known."""
        return normal_form(name) in self._roles

    def alias(self, key: str, name: str) -> None:
        """Note another name of a role."""
        role = self._roles[key]
        if normal_form(name) != key and name not in role.aliases:
            role.aliases.append(name)

    def topic(
        self, name: str, group: str | None, table: SourceTable, cell: TableCell, id_: str = ""
    ) -> int:
        """Note a topic; returns its index."""
        self._topics.append((TableTopic(name, group, table.place(cell), id_), table, cell))
        return len(self._topics) - 1

    def letters(
        self, key: str, topic: int, letters: tuple[str, ...], place: str, note: str = ""
    ) -> None:
        """Note the letters of a role on a topic, and what stood behind them."""
        role = self._roles[key]
        known, first = role.letters.get(topic, (set(), place))
        role.letters[topic] = (known | set(letters), first)
        if note and (topic, note) not in role.notes:
            role.notes.append((topic, note))

    def problem(
        self,
        table: SourceTable,
        cell: TableCell,
        key: str,
        remedy: str,
        rule: str = "",
        /,
        **args: Any,
    ) -> None:
        """Note a cell that cannot be read."""
        self.problems.append(table.problem_at(cell, key, remedy, rule, **args))

    def remark(self, table: SourceTable, cell: TableCell, key: str, /, **args: Any) -> None:
        """Note something that was decided or left out."""
        self.remarks.append(table.remark(cell, key, **args))

    def done(
        self, path: str, title: str, titles: tuple[str, ...], full_names: Mapping[str, str]
    ) -> Imported:
        """Return what was read; `full_names` says what the short names of roles stand for."""
        topics = self._distinct_topics()
        roles = []
        for role in self._roles.values():
            full = full_names.get(role.name)
            roles.append(
                TableRole(
                    full or role.name,
                    (*([role.name] if full else []), *role.aliases),
                    tuple(
                        TableLetter(topic, _ranked(letters), place)
                        for topic, (letters, place) in sorted(role.letters.items())
                    ),
                    tuple(role.notes),
                    role.place,
                    role.id,
                )
            )
        groups = dict.fromkeys(topic.group for topic in topics if topic.group)
        return Imported(
            path,
            title,
            titles,
            tuple(roles),
            topics,
            tuple(groups),
            tuple(self.problems),
            tuple(self.remarks),
        )

    def _distinct_topics(self) -> tuple[TableTopic, ...]:
        """Return the topics, those with one name in several groups named by their group too."""
        groups: dict[str, set[str | None]] = {}
        for topic, _, _ in self._topics:
            groups.setdefault(normal_form(topic.name), set()).add(topic.group)
        topics = []
        first: dict[str, str] = {}
        for topic, table, cell in self._topics:
            apart = topic.group and len(groups[normal_form(topic.name)]) > 1
            name = f"{topic.group}: {topic.name}" if apart else topic.name
            known = first.setdefault(normal_form(name), topic.place)
            if known is not topic.place:
                keys = ("import.topic-twice", "import.rename-topic")
                self.problem(table, cell, *keys, name=name, place=known)
                name = ""
            topics.append(topic._replace(name=name))
        return tuple(topics)


def _ranked(letters: set[str]) -> tuple[str, ...]:
    return tuple(letter for letter in LETTERS if letter in letters)
