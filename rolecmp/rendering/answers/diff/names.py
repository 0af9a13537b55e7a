"""The names in a diff: of roles, topics, dimensions and pairs, as they are now and were."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from rolecmp.definitions.model import INITIALS, pick
from rolecmp.rendering.report import dimension_of, name_of
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.definitions.model import Pair, Role, Statement, Text, Topic
    from rolecmp.questions.diff import Change, Changes, OwnershipChange

# Owners or topics named in a sentence, which nobody reads to the end beyond that.
_MANY = 10


class Names:
    """What the things of a diff are called in one language."""

    def __init__(self, answer: Changes, language: str) -> None:
        """Take the answer and the language to tell it in."""
        self.answer = answer
        self.language = language
        self.words = Words(language)
        self.comma = self.words("list-comma")
        self.topics = self._topic_names()
        self.renamed_roles = {
            each.old.id: each.new.id for each in answer.roles if each.old and each.new
        }

    def _topic_names(self) -> dict[str, str]:
        """Name the topics, with the id where one that went was called as another is now."""
        now, before = (
            {key: pick(topic.name.texts, self.language) for key, topic in catalog.topics.items()}
            for catalog in (self.answer.catalog, self.answer.old)
        )
        gone = [
            each.old.id for each in self.answer.topics if each.old is not None and each.new is None
        ]
        twice = set(now.values()) & {before[key] for key in gone}
        names = {**before, **now}
        for key in (*now, *gone):
            if names[key] in twice:
                names[key] = self.words("thing", name=names[key], id=key)
        return names

    def text_of(self, thing: Text | Statement | None) -> str:
        """Return a text in the language, "" where there is none."""
        return pick(thing.texts, self.language) if thing is not None else ""

    def _owners(self, roles: Sequence[Role], twice: Collection[str] = ()) -> str:
        """Return names as a list in a sentence, the first of very many; with ids those twice."""
        names = [name_of(role, self.language) for role in roles[:_MANY]]
        for index, name in enumerate(names):
            if name in twice:
                names[index] = self.words("thing", name=name, id=roles[index].id)
        if len(roles) > _MANY:
            names[_MANY - 1 :] = [self.words("others-more", count=len(roles) - _MANY + 1)]
        return self.words.joined(names)

    def both_owners(self, each: OwnershipChange) -> tuple[str, str]:
        """Name the owners before and after, with ids where two roles are called the same."""
        before = {name_of(role, self.language): role.id for role in each.old_owners}
        twice = [
            name
            for role in each.new_owners
            if (name := name_of(role, self.language)) in before
            and self.renamed_roles.get(before[name], before[name]) != role.id
        ]
        return self._owners(each.old_owners, twice), self._owners(each.new_owners, twice)

    def role(self, before: Role, after: Role) -> str:
        """Name a role; one that is called otherwise now by both names."""
        old, new = name_of(before, self.language), name_of(after, self.language)
        return self.words("now-called", old=old, new=new) if new != old else new

    def listed(self, names: Sequence[str]) -> str:
        """Return names of topics as a list, only the first of very many."""
        shown = list(names[:_MANY])
        if len(names) > _MANY:
            shown[_MANY - 1 :] = [self.words("topics-more", count=len(names) - _MANY + 1)]
        return self.comma.join(shown)

    def thing(self, thing: Role | Topic | None) -> str:
        """Return the name of a role or topic with its id, "" where there is none."""
        if thing is None:
            return ""
        return self.words("thing", name=pick(thing.name.texts, self.language), id=thing.id)

    def dimension(self, key: str) -> str:
        """Return a dimension's name, which one catalog alone may know."""
        known = self.answer.catalog
        if key not in known.dimensions and key in self.answer.old.dimensions:
            known = self.answer.old
        return dimension_of(known, key, self.language, self.words)

    def pair(self, change: Change[Pair]) -> str:
        """Name the two roles of a pair."""
        pair, catalog = (
            (change.new, self.answer.catalog) if change.new else (change.old, self.answer.old)
        )
        return self.words.joined(
            [
                name_of(catalog.roles[role], self.language) if role in catalog.roles else role
                for role in (pair.roles if pair else ())
            ]
        )

    def letter_list(self, said: Iterable[tuple[str, str]]) -> str:
        """Return letters as a list, each with its topics: "A Pricing, C Launch, Website"."""
        by_letter: dict[str, list[str]] = {}
        for letter, topic in said:
            by_letter.setdefault(INITIALS[letter], []).append(self.topics[topic])
        return self.comma.join(
            f"{letter} {self.comma.join(names)}" for letter, names in by_letter.items()
        )
