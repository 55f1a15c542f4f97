"""The actors of a library, found by the beginnings of their names as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.folding import fold
from sahel_tui.queries.fuzzy import Fuzzy
from sahel_tui.queries.library.identities import Gathering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sahel_tui.queries.library.identities import Actor, Identities
    from sahel_tui.queries.library.rows import ActorRow


class Choice(NamedTuple):
    """An actor to choose."""

    actor: Actor
    mentions: int
    briefs: int
    """That name it or claim something of it."""


def choices(rows: Iterable[ActorRow], identities: Identities) -> tuple[Choice, ...]:
    """All actors, the most mentioned first; rows come the newest briefs first."""
    found: dict[str, Gathering] = {}
    mentions: dict[str, int] = {}
    briefs: dict[str, dict[str, None]] = {}
    for row in rows:
        key = identities.key(row.id)
        if key not in found:
            found[key] = Gathering(identities.members(key))
            mentions[key], briefs[key] = 0, {}
        found[key].add(row)
        mentions[key] += row.mentions
        if row.mentions:
            briefs[key][row.told.path] = None
    counted = (Choice(one.actor(), mentions[key], len(briefs[key])) for key, one in found.items())
    return tuple(sorted(counted, key=lambda one: (-one.mentions, fold(one.actor.name))))


class Finder:
    """Finds actors by any of their names or ids."""

    def __init__(self, known: Sequence[Choice], first: Sequence[str] = ()) -> None:
        """`first` are ids of actors that stand before the others, in this order."""
        ranks = {id_: rank for rank, id_ in enumerate(first)}
        last = len(ranks)
        self._known = sorted(
            known, key=lambda one: min(ranks.get(id_, last) for id_ in one.actor.ids)
        )
        self._names = [_names(one.actor) for one in self._known]
        self._fuzzy = Fuzzy(self._names)
        self._folded = [[fold(name, hyphen=" ") for name in names] for names in self._names]

    def find(self, query: str, stopped: Callable[[], bool]) -> tuple[Choice, ...]:
        """Those who have a name that is the query, then that begins with it, then that has it."""
        found = self._fuzzy.find(query, stopped).rows
        wanted = fold(query, hyphen=" ").strip()
        if wanted:
            found = sorted(found, key=lambda at: _rank(self._folded[at], wanted))
        return tuple(self._known[at] for at in found)


def _names(actor: Actor) -> tuple[str, ...]:
    return (*(use.name for use in actor.names), *actor.ids)


def _rank(names: Sequence[str], wanted: str) -> int:
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    return 2 if any(f" {wanted}" in name for name in names) else 3
