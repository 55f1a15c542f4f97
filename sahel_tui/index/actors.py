"""The actors of a whole library, each added up over all briefs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.index.checking import Shape
from sahel_tui.index.failures import said_when_damaged
from sahel_tui.index.rows import ActorRow
from sahel_tui.index.schema import SUMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.index.snapshot import Shard, Snapshot


_SUM = Shape("ttTiiiii")


class _Sum(NamedTuple):
    """What briefs that call an actor by one name have of it."""

    type: str | None = None
    briefs: int = 0
    mentions: int = 0
    positive: int = 0
    neutral: int = 0
    negative: int = 0

    def added(self, other: _Sum, sign: int) -> _Sum:
        numbers = (one + sign * more for one, more in zip(self[1:], other[1:], strict=True))
        return _Sum(self.type or other.type, *numbers)


def actor_rows(snapshot: Snapshot) -> tuple[ActorRow, ...]:
    """Every actor, those of the most briefs first."""
    actors: dict[str, dict[str, _Sum]] = defaultdict(dict)
    for (actor, name), found in _sums(snapshot).items():
        if found.briefs:
            actors[actor][name] = found
    rows = [_row(actor, names) for actor, names in actors.items()]
    return tuple(sorted(rows, key=lambda row: (-row.briefs, -row.mentions, row.name, row.id)))


def names_of(snapshot: Snapshot, actor: str) -> tuple[tuple[str, int], ...]:
    """What briefs call an actor, and how many each, the most used name first."""
    found = _sums(snapshot, actor)
    names = [(name, one.briefs) for (_, name), one in found.items() if one.briefs]
    return tuple(sorted(names, key=lambda pair: (-pair[1], pair[0])))


def type_of(snapshot: Snapshot, actor: str) -> str | None:
    """What kind of actor it is, where a brief says so."""
    names = {name: one for (_, name), one in _sums(snapshot, actor).items() if one.briefs}
    return _row(actor, names).type if names else None


def _row(actor: str, names: dict[str, _Sum]) -> ActorRow:
    used = sorted(names, key=lambda name: (-names[name].briefs, name))
    whole = _Sum()
    for name in used:
        whole = whole.added(names[name], 1)
    return ActorRow(actor, used[0], *whole)


def _sums(snapshot: Snapshot, actor: str | None = None) -> dict[tuple[str, str], _Sum]:
    sums: dict[tuple[str, str], _Sum] = defaultdict(_Sum)
    for shard in snapshot.shards:
        for sign, key, found in _of(shard, actor):
            sums[key] = sums[key].added(found, sign)
    return sums


def _of(shard: Shard, actor: str | None) -> Iterator[tuple[int, tuple[str, str], _Sum]]:
    """What a file adds, and takes away for its briefs that are out of date."""
    condition = "true" if actor is None else "actor = ?"
    values = () if actor is None else (actor,)
    if shard.is_delta:
        parts = [(1, SUMS.format(f"{condition} and {shard.alive('doc')}"))]
    else:
        parts = [(1, f"select * from actor_sum where {condition}")]
        if shard.file.dead:
            dead = f"{condition} and doc in (select id from temp.dead)"
            parts.append((-1, SUMS.format(dead)))
    for sign, query in parts:
        with said_when_damaged(shard.path):
            for actor_id, name, *rest in map(_SUM.checked, shard.rows(query, values)):
                yield sign, (actor_id, name), _Sum(*rest)
