"""What is made of a catalog once, however many questions are asked of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple, Unpack

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog

_Given = TypeVarTuple("_Given")
_Made = TypeVar("_Made")
MOST = 4
"""Catalogs of which it is kept: a run that renews documents has one or two."""


class _Same:
    """A catalog as a key: no other is equal to it, and nothing in it is looked at."""

    __slots__ = ("catalog",)

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def __hash__(self) -> int:
        return id(self.catalog)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.catalog is other.catalog


def once(
    make: Callable[[Catalog, Unpack[_Given]], _Made],
) -> Callable[[Catalog, Unpack[_Given]], _Made]:
    """Return `make`, which does its work once for each catalog and what else it is given.

    Nobody may change what it made.
    """

    @lru_cache(MOST)
    def made(key: _Same, given: tuple[*_Given]) -> _Made:
        return make(key.catalog, *given)

    @wraps(make)
    def once_made(catalog: Catalog, *given: *_Given) -> _Made:
        return made(_Same(catalog), given)

    return once_made
