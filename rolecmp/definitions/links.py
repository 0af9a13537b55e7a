"""Where roles are referred to, by any of their names: whose they are.

A role answers to the id that its file is named by, to its name in each language and to its
aliases. The names are known when the files have been read, so that references are followed
last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from rolecmp.definitions.names import Known, Match, Near, normal_form
from rolecmp.definitions.problems import Problem, phrase

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog, Pair, Reference, Role, Topic


class Links:
    """Follows references to roles, and notes those that lead nowhere.

    `ids` are the roles that there are, `known` what those answer to that were read. Where any
    was not, `complete` is false, and a name that is not known may be its.
    """

    def __init__(
        self,
        ids: Collection[str],
        known: Mapping[str, Known],
        problems: list[Problem],
        *,
        complete: bool,
    ) -> None:
        self._ids = ids
        self._known = known
        self._problems = problems
        self._complete = complete

    def follow(self, catalog: Catalog, order: Iterable[Reference], path: str) -> Catalog:
        """Put ids for all names of roles in a catalog whose file is `path`, and roles in order."""
        order = self._each(order, path)
        roles = {key: self._role(role) for key, role in catalog.roles.items()}
        first = [each.id for each in order if each.id in roles]
        return catalog._replace(
            roles={key: roles[key] for key in (*first, *roles)},
            pairs=tuple(self._pairs(catalog.pairs, path)),
            topics={key: self._topic(topic, path) for key, topic in catalog.topics.items()},
        )

    @cached_property
    def _near(self) -> Near:
        return Near(Match(each.id, name, None) for name, each in self._known.items())

    def _role(self, role: Role) -> Role:
        if not role.manages:
            return role
        return role._replace(manages=self._each(role.manages, role.path))

    def _topic(self, topic: Topic, path: str) -> Topic:
        if not any(each.roles for each in topic.accepted.values()):
            return topic
        return topic._replace(
            accepted={
                rule: each._replace(roles=self._each(each.roles, path))
                for rule, each in topic.accepted.items()
            }
        )

    def _pairs(self, pairs: Iterable[Pair], path: str) -> Iterator[Pair]:
        """Yield the pairs whose roles are known, each two of them once."""
        lines: dict[frozenset[str], int] = {}
        for pair in pairs:
            named = zip(pair.roles, pair.places, strict=True)
            ids = [self._id(word, at, path, pair.roles) for word, at in named]
            first, second = ids
            if first is None or second is None:
                continue
            both = frozenset((first, second))
            if len(both) == 1:
                message, remedy = phrase("pair-of-two"), phrase("pair-example")
                at = pair.places[1]
                self._problems.append(Problem(path, *at, "wrong-type", message, remedy))
            elif both in lines:
                message = phrase("duplicate-pair", first=first, second=second, line=lines[both])
                remedy = phrase("merge-duplicates")
                at = (pair.line, pair.column)
                self._problems.append(Problem(path, *at, "duplicate-key", message, remedy))
            else:
                lines[both] = pair.line
                yield pair._replace(roles=(first, second))

    def _each(self, references: Iterable[Reference], path: str) -> tuple[Reference, ...]:
        """Return references by id, those that lead somewhere, each role once."""
        found: dict[str, Reference] = {}
        for each in references:
            at = (each.line, each.column)
            id_ = self._id(each.id, at, path)
            if id_ in found:
                message = phrase("duplicate-item", item=each.id)
                remedy = phrase("delete-it")
                self._problems.append(Problem(path, *at, "duplicate-key", message, remedy))
            elif id_ is not None:
                found[id_] = each._replace(id=id_)
        return tuple(found.values())

    def _id(
        self, word: str, at: tuple[int, int], path: str, others: Collection[str] = ()
    ) -> str | None:
        """Return the id of the role that `word` names; note where it names none.

        `others` stand beside it, and are no slips for it.
        """
        if word in self._ids:
            return word
        known = self._known.get(normal_form(word))
        if known is not None:
            return known.id
        if self._complete:
            near = tuple(each for each in self._near.ids(word) if each not in others)
            message = phrase("no-such-role", name=word)
            remedy = phrase("did-you-mean", near=near) if near else phrase("use-role-id")
            self._problems.append(Problem(path, *at, "unknown-role", message, remedy))
        return None
