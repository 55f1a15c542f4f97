"""Sets that differ in little from one another, as what held on one date and on the next."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

One = TypeVar("One")
Thing = TypeVar("Thing")

_MANY = 1_000
"""Differences from which on a set is made anew."""


class Turned(AbstractSet[One]):
    """A set, told by how it differs from another: to make one takes no longer than that is long."""

    __slots__ = ("_base", "_count", "_turned")

    def __init__(self, base: Iterable[One] = (), turned: frozenset[One] = frozenset()) -> None:
        """What is in one of the two, `base` or `turned`, and not in the other."""
        self._base, self._turned = frozenset(base), turned
        in_both = sum(map(self._base.__contains__, turned))
        self._count = len(self._base) + len(turned) - 2 * in_both

    def __contains__(self, one: object) -> bool:
        return (one in self._base) is not (one in self._turned)

    def __iter__(self) -> Iterator[One]:
        return iter(self.plain)

    def __len__(self) -> int:
        return self._count

    @property
    def plain(self) -> frozenset[One]:
        """The same as a set like any: for those who ask it for much."""
        return self._base ^ self._turned if self._turned else self._base

    def chosen(self, things: Iterable[Thing], keys: Iterable[One]) -> list[Thing]:
        """The things whose keys are in it."""
        base, turned, pairs = self._base, self._turned, zip(things, keys, strict=True)
        if not turned:
            return [thing for thing, key in pairs if key in base]
        return [thing for thing, key in pairs if (key in base) is not (key in turned)]

    def turned(self, others: Iterable[One]) -> Turned[One]:
        """Without those of the others that are in it, and with those that are not."""
        turned = self._turned.symmetric_difference(others)
        if len(turned) > _MANY:
            return Turned(self._base ^ turned)
        return Turned(self._base, turned)

    def differing(self, other: Turned[One]) -> AbstractSet[One] | None:
        """What is in one of two alone; None where that can't be told at once."""
        return self._turned ^ other._turned if self._base is other._base else None
