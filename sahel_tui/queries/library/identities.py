"""Which actor ids are one actor.

The same id in two briefs is one actor, and `[[same]]` joins ids, also in a chain. `[[different]]`
keeps apart whatever would join: a `[[same]]` that would bring two such ids together joins nothing,
and is told as a conflict.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.library.rows import ActorRow, Judgement, Judgements

_SHOWN = 5
"""Briefs that are named as users of a name."""


class Conflict(NamedTuple):
    """A `[[same]]` that two actors judged to be different stand against."""

    same: Judgement
    different: Judgement
    chain: tuple[str, ...]
    """The ids that would lead from the one to the other."""


class Identities:
    """Actor ids by the actors that they mean."""

    def __init__(self, judgements: Judgements) -> None:
        self._group: dict[str, list[str]] = {}
        self._ties: dict[str, list[str]] = {}
        self._apart: dict[str, dict[str, Judgement]] = {}
        self.conflicts: tuple[Conflict, ...] = ()
        for one in judgements.different:
            self._apart.setdefault(one.left, {})[one.right] = one
            self._apart.setdefault(one.right, {})[one.left] = one
        for one in judgements.same:
            self._join(one)

    def _join(self, same: Judgement) -> None:
        left, right = self._members(same.left), self._members(same.right)
        if left is right:
            return
        against = self._against(left, right)
        if against is not None:
            ends, different = against
            way = self._way(ends[0], same.left) + self._way(same.right, ends[1])
            self.conflicts = (*self.conflicts, Conflict(same, different, tuple(way)))
            return
        left += right
        for member in right:
            self._group[member] = left
        self._ties.setdefault(same.left, []).append(same.right)
        self._ties.setdefault(same.right, []).append(same.left)

    def _members(self, id: str) -> list[str]:  # noqa: A002 - the actor's own name
        return self._group.setdefault(id, [id])

    def _against(
        self, left: Iterable[str], right: Iterable[str]
    ) -> tuple[tuple[str, str], Judgement] | None:
        others = set(right)
        for one in left:
            for other, judgement in self._apart.get(one, {}).items():
                if other in others:
                    return (one, other), judgement
        return None

    def _way(self, start: str, end: str) -> list[str]:
        """The ids from one to another of its group."""
        before: dict[str, str] = {start: start}
        waiting = [start]
        for at in waiting:
            for other in self._ties.get(at, []):
                if other not in before:
                    before[other] = at
                    waiting.append(other)
        way = [end]
        while way[-1] != start:
            way.append(before[way[-1]])
        return way[::-1]

    def key(self, id: str) -> str:  # noqa: A002
        """The one id that stands for an actor: the first of its ids by the alphabet."""
        return min(self._group[id]) if id in self._group else id

    def members(self, id: str) -> tuple[str, ...]:  # noqa: A002
        """All ids of an actor, in the alphabet's order."""
        return tuple(sorted(self._group.get(id, [id])))

    def are_same(self, left: str, right: str) -> bool:
        """Whether two ids are one actor."""
        return left == right or self.key(left) == self.key(right)

    def are_different(self, left: str, right: str) -> bool:
        """Whether somebody judged that two ids, or others of their actors, are two."""
        return self._against(self.members(left), self.members(right)) is not None


class NameUse(NamedTuple):
    """A name of an actor, and who calls it so."""

    name: str
    kind: str
    """name, or the kind of the alias."""
    ids: tuple[str, ...]
    """The ids under which it is declared."""
    briefs: int
    """How many briefs declare it."""
    by: tuple[str, ...]
    """Ids of the newest of those."""


class Actor(NamedTuple):
    """One actor with all of its ids and names."""

    key: str
    ids: tuple[str, ...]
    name: str
    """What most briefs call it; of those that are as many, what the newest does."""
    type: str | None
    country: str | None
    names: tuple[NameUse, ...]
    """The chosen one first, then by how many briefs declare them."""


class Gathering:
    """An actor put together from its rows, the newest first; memory is that of its names."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self._chosen: Counter[str] = Counter()
        self._kinds: dict[str, str] = {}
        self._named: dict[str, dict[str, None]] = {}
        self._briefs: Counter[str] = Counter()
        self._by: dict[str, list[str]] = {}
        self._last: dict[str, str] = {}
        """The brief that a name was counted in last."""
        self._type: str | None = None
        self._country: str | None = None

    def add(self, row: ActorRow) -> None:
        """Count what one brief says of it."""
        self._chosen[row.name] += 1
        self._type = self._type or row.type
        self._country = self._country or row.country
        kinds = {alias.name: alias.kind for alias in row.aliases} | {row.name: "name"}
        for name, kind in kinds.items():
            if self._kinds.setdefault(name, kind) != "name" and kind == "name":
                self._kinds[name] = kind
            self._named.setdefault(name, {})[row.id] = None
            if self._last.get(name) == row.told.path:
                continue  # two ids of the actor in one brief
            self._last[name] = row.told.path
            self._briefs[name] += 1
            if self._briefs[name] <= _SHOWN:
                self._by.setdefault(name, []).append(row.told.brief)

    def actor(self) -> Actor:
        """What is known so far; called by its id where no row was added."""
        name = max(self._chosen, key=self._chosen.__getitem__, default=self._ids[0])
        uses = sorted(
            (
                NameUse(one, kind, tuple(self._named[one]), self._briefs[one], tuple(self._by[one]))
                for one, kind in self._kinds.items()
            ),
            key=lambda use: (use.name != name, -use.briefs, use.name),
        )
        return Actor(self._ids[0], self._ids, name, self._type, self._country, tuple(uses))


def gather(rows: Iterable[ActorRow], identities: Identities) -> dict[str, Actor]:
    """All actors by their keys, from rows of the newest briefs first."""
    found: dict[str, Gathering] = {}
    for row in rows:
        key = identities.key(row.id)
        if key not in found:
            found[key] = Gathering(identities.members(key))
        found[key].add(row)
    return {key: gathering.actor() for key, gathering in found.items()}
