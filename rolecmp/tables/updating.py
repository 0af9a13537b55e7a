"""A catalog brought up to date by a table: its letters without a sentence, and what is new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.names import index, names_of, normal_form
from rolecmp.definitions.sources.folders import CATALOG_FILE, ENDING
from rolecmp.tables.catalogtext import (
    Writing,
    note_lines,
    role_text,
    scalar,
    text_lines,
    topic_lines,
)
from rolecmp.tables.cells import ImportProblemsError, problem_in
from rolecmp.tables.draft import TableRole
from rolecmp.tables.editing import append_to_list, append_to_mapping, set_list
from rolecmp.tables.ids import RESERVED, Ids, new_ids

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog, Claim, Role, Topic
    from rolecmp.definitions.problems import Problem
    from rolecmp.tables.draft import Imported, TableTopic


class Update(NamedTuple):
    """What changes in a catalog: whole new texts of files, by name.

    `contradictions` are letters that a sentence has and the table has not; they stay. `roles`
    and `topics` are the ids of those that are new. `letters` are the topics and letters without
    a sentence that each of the other roles has from then on, by its id.
    """

    texts: Mapping[str, str]
    contradictions: tuple[Problem, ...]
    roles: tuple[str, ...]
    topics: frozenset[str]
    letters: Mapping[str, frozenset[tuple[str, str]]]


def update(imported: Imported, catalog: Catalog, texts: Mapping[str, str], how: Writing) -> Update:
    """Bring a catalog, whose files are `texts`, up to date with what a table says.

    Raises `ImportProblemsError` where two names of the table are of one role or topic.
    """
    return _Updating(imported, catalog, texts, how).run()


class _Updating:
    def __init__(
        self, imported: Imported, catalog: Catalog, texts: Mapping[str, str], how: Writing
    ) -> None:
        self.imported = imported
        self.catalog = catalog
        self.how = how
        # A line feed alone ends a line here; a file that has others gets them back.
        self.wide = {name for name, text in texts.items() if "\r\n" in text}
        self.texts = {name: text.replace("\r\n", "\n") for name, text in texts.items()}
        self.contradictions: list[Problem] = []
        self.problems: list[Problem] = []
        self.letters: dict[str, frozenset[tuple[str, str]]] = {}
        self.roles = self._known(imported.roles, catalog.roles.values())
        self.topics = self._known(imported.topics, catalog.topics.values())

    def run(self) -> Update:
        before = dict(self.texts)
        ids, added = self._ids()
        if self.problems:
            raise ImportProblemsError(self.problems)
        self._catalog(ids, added)
        new = []
        for place, role in enumerate(self.imported.roles):
            id_ = ids.roles[place]
            if id_ in self.catalog.roles:
                self._role(self.catalog.roles[id_], role, ids)
            else:
                new.append(id_)
                self.texts[id_ + ENDING] = role_text(role, self.imported, ids, self.how)
        changed = {
            name: text.replace("\n", "\r\n") if name in self.wide else text
            for name, text in self.texts.items()
            if text != before.get(name)
        }
        return Update(
            changed, tuple(self.contradictions), tuple(new), frozenset(added), self.letters
        )

    # --- what is known ------------------------------------------------------------------------

    def _known(
        self, said: Sequence[TableRole] | Sequence[TableTopic], things: Iterable[Role | Topic]
    ) -> list[str]:
        """Return the id of each role or topic of the table that the catalog has, else nothing."""
        known = index((self.catalog.folder, thing) for thing in things)
        found: list[str] = []
        for each in said:
            aliases = each.aliases if isinstance(each, TableRole) else ()
            forms = [normal_form(name) for name in (each.id, each.name, *aliases) if name]
            id_ = next((known[form].id for form in forms if form in known), "") if each.name else ""
            if id_ in filter(None, found):
                self._same(each.place, each.name, said[found.index(id_)].name, id_)
            found.append(id_)
        return found

    def _same(self, place: str, name: str, other: str, id_: str) -> None:
        keys = ("import.same-thing", "import.rename-one")
        args = {"name": name, "other": other, "id": id_}
        self.problems.append(problem_in(place, *keys, at=(0, 0), **args))

    def _ids(self) -> tuple[Ids, tuple[str, ...]]:
        """Return the ids of all that the table names, and those of topics that are new."""
        roles = _filled(
            self.roles,
            [role.name for role in self.imported.roles],
            "role",
            {*self.catalog.roles, *RESERVED},
            _names(self.catalog.roles.values()),
        )
        topics = _filled(
            self.topics,
            [topic.name for topic in self.imported.topics],
            "topic",
            set(self.catalog.topics),
            _names(self.catalog.topics.values()),
        )
        groups = self._groups()
        added = tuple(
            id_ for id_, known in zip(topics, self.topics, strict=True) if id_ and not known
        )
        return Ids(roles, topics, groups), added

    def _groups(self) -> dict[str, str]:
        known = {
            normal_form(name): id_
            for id_, text in self.catalog.groups.items()
            for name in (id_, *text.texts.values())
        }
        names = self.imported.groups
        found = [known.get(normal_form(name), "") for name in names]
        return dict(
            zip(names, _filled(found, names, "group", set(self.catalog.groups), ()), strict=True)
        )

    # --- changes ------------------------------------------------------------------------------

    def _catalog(self, ids: Ids, added: tuple[str, ...]) -> None:
        text = self.texts[CATALOG_FILE]
        language = self.how.language
        new = [
            (id_, topic)
            for id_, topic in zip(ids.topics, self.imported.topics, strict=True)
            if id_ in added
        ]
        used = dict.fromkeys(topic.group for _, topic in new if topic.group)
        groups = [
            line
            for name in used
            if ids.groups[name] not in self.catalog.groups
            for line in text_lines(ids.groups[name], name, language, 2)
        ]
        text = append_to_mapping(text, "groups", groups)
        topics = [
            line
            for id_, topic in new
            for line in topic_lines(
                id_, topic.name, ids.groups[topic.group] if topic.group else "", language
            )
        ]
        text = append_to_mapping(text, "topics", topics)
        roles = [id_ for id_ in ids.roles if id_ not in self.catalog.roles]
        self.texts[CATALOG_FILE] = append_to_list(text, "roles", roles)

    def _role(self, role: Role, said: TableRole, ids: Ids) -> None:
        """Bring the letters of a role on the table's topics up to date."""
        name = role.path.rpartition("/")[2]
        table = {ids.topics[each.topic]: set(each.letters) for each in said.letters}
        table = {id_: table.get(id_, set()) for id_ in ids.topics if id_}
        backed = {(claim.topic, claim.letter) for claim in _claims(role)}
        self._contradict(role, table)
        text = self.texts[name]
        result: set[tuple[str, str]] = set()
        for letter in LETTERS:
            claims = [claim for claim in role.letters if claim.letter == letter]
            gone = [c for c in claims if c.topic in table and letter not in table[c.topic]]
            drop = {(claim.line, claim.column) for claim in gone}
            there = {claim.topic for claim in claims}
            add = [
                id_
                for id_, letters in table.items()
                if letter in letters and id_ not in there and (id_, letter) not in backed
            ]
            result.update((id_, letter) for id_ in (*there.difference(c.topic for c in gone), *add))
            if drop or add:
                # Positions are those of the file as it was read, so one key at a time from below.
                text = self._edited(text, role, letter, drop, add, len(claims) - len(drop))
        self.letters[role.id] = frozenset(result)
        self.texts[name] = self._noted(text, role, said)

    def _edited(
        self,
        text: str,
        role: Role,
        letter: str,
        drop: set[tuple[int, int]],
        add: list[str],
        kept: int,
    ) -> str:
        """Change one list; what an earlier change has moved is found by the lines before it."""
        name = role.path.rpartition("/")[2]
        moved = _moved(self.texts[name], text, letter)
        drop = {(line + moved, column) for line, column in drop}
        return set_list(text, letter, drop, add, kept, LETTERS)

    def _contradict(self, role: Role, table: Mapping[str, set[str]]) -> None:
        """Note the letters that a sentence has and the table has not."""
        for claim in _claims(role):
            if claim.topic in table and claim.letter not in table[claim.topic]:
                args = {"role": role.id, "topic": claim.topic, "letter": claim.letter}
                at = (claim.line, claim.column)
                self.contradictions.append(
                    problem_in(role.path, "import.contradicts", at=at, **args)
                )

    def _noted(self, text: str, role: Role, said: TableRole) -> str:
        """Put the notes of a table behind those of a role that has not got them."""
        there = {scalar(each) for note in role.notes for each in note.texts.values()}
        lines = [
            line
            for line in note_lines(said.notes, self.imported, self.how.language)
            if line.partition(": ")[2].rstrip("\n") not in there
        ]
        return append_to_mapping(text, "notes", lines)


def _claims(role: Role) -> Iterator[Claim]:
    """Yield the letters of a role that stand at a sentence."""
    for _, statement in role.sentences():
        yield from statement.claims


def _names(things: Iterable[Role | Topic]) -> list[str]:
    return [name.name for thing in things for name in names_of(thing)]


def _filled(
    known: Sequence[str],
    names: Sequence[str],
    fallback: str,
    taken: Collection[str],
    others: Collection[str],
) -> tuple[str, ...]:
    """Return the ids that are known, and new ones for the rest."""
    missing = [name if not id_ else "" for id_, name in zip(known, names, strict=True)]
    made = new_ids(missing, fallback, taken, others)
    return tuple(id_ or new for id_, new in zip(known, made, strict=True))


def _moved(before: str, after: str, key: str) -> int:
    """Return by how many lines the key at the top of a file has moved."""
    return _line(after, key) - _line(before, key)


def _line(text: str, key: str) -> int:
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines) if line.startswith(f"{key}:")), 0)
