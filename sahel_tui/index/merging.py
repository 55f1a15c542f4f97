"""Which files an index consists of next: a longer delta, or new shards and a short one."""

from __future__ import annotations

from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.index.shard_writing import DeltaChanges, write_delta, write_shard
from sahel_tui.index.stored import problems_in, stored_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sahel_tui.index.changes import Changes
    from sahel_tui.index.current import Current, ShardFile
    from sahel_tui.index.part import Part
    from sahel_tui.index.records import Record
    from sahel_tui.index.stored import Known

    Advanced = Callable[[str, int, int], None]


class Limits(NamedTuple):
    """How many briefs a file holds."""

    shard: int = 100_000
    delta: int = 1_000
    """Those that are out of date included; beyond, they go to shards."""


LIMITS = Limits()


class Merge:
    """The step from the files that there are to the next ones."""

    def __init__(
        self,
        folder: Path,
        words: bytes,
        known: Known,
        changes: Changes,
        part: Part,
        limits: Limits = LIMITS,
    ) -> None:
        self._folder = folder
        self._words = words
        self._known = known
        self._part = part
        self._limits = limits
        self._stale = frozenset((*changes.stale, *changes.fresh))
        self._touched = {
            path: stamps
            for path, stamps in {**known.touched, **changes.touched}.items()
            if path not in self._stale
        }
        self._newly_touched = changes.touched

    def next(self, current: Current, advanced: Advanced) -> Current:
        """The files of the next state, written; nothing names them yet."""
        current = self._buried(current)
        held = current.delta.briefs if current.delta else 0
        if current.shards and held + self._part.count() <= self._limits.delta:
            return current._replace(delta=self._longer_delta(current.delta))
        return self._with_new_shards(current, advanced)

    def _buried(self, current: Current) -> Current:
        """The same files, with what is out of date in them."""
        dead: dict[str, set[int]] = {one.name: set(one.dead) for one in current.files}
        for path in self._stale & self._known.places.keys():
            place = self._known.places[path]
            if place.file:
                dead[place.file].add(place.number)
        buried = [one._replace(dead=tuple(sorted(dead[one.name]))) for one in current.files]
        number = len(current.shards)
        return current._replace(
            shards=tuple(buried[:number]), delta=buried[number] if current.delta else None
        )

    def _longer_delta(self, delta: ShardFile | None) -> ShardFile | None:
        changes = DeltaChanges(
            tuple(self._part.records()),
            tuple(self._part.problems()),
            self._newly_touched,
            self._stale,
        )
        if delta is None and not (changes.added or changes.problems or changes.touched):
            return None
        return write_delta(self._folder, delta, changes)

    def _with_new_shards(self, current: Current, advanced: Advanced) -> Current:
        merged = [*self._too_small(current), *([current.delta] if current.delta else [])]
        kept = tuple(one for one in current.shards if one not in merged)
        total = self._part.count() + sum(map(_live, merged))
        records = merge(self._part.records(), *map(self._stored, merged), key=lambda one: one.order)
        made = self._written(records, total, advanced)
        shards = sorted((*kept, *made), key=lambda one: (one.last, one.first), reverse=True)
        names = {one.name for one in kept}
        return current._replace(shards=tuple(shards), delta=self._short_delta(current, names))

    def _too_small(self, current: Current) -> list[ShardFile]:
        """The shards that are no larger than what is to be written anyway, or half dead."""
        found = []
        total = self._part.count() + (_live(current.delta) if current.delta else 0)
        for one in sorted(current.shards, key=_live):
            small = _live(one) <= min(total, self._limits.shard // 2)
            if small or len(one.dead) * 4 > one.briefs:
                found.append(one)
                total += _live(one)
        return found

    def _stored(self, file: ShardFile) -> Iterator[Record]:
        return stored_records(self._folder, file, self._words, self._touched)

    def _written(
        self, records: Iterator[Record], total: int, advanced: Advanced
    ) -> Iterator[ShardFile]:
        done = 0

        def advance() -> None:
            nonlocal done
            done += 1
            advanced("writing", done, total)

        shards = -(-total // self._limits.shard)
        for at in range(shards):
            size = total * (at + 1) // shards - total * at // shards
            yield write_shard(self._folder, islice(records, size), advance)

    def _short_delta(self, current: Current, kept: set[str]) -> ShardFile | None:
        """What no shard holds: why briefs could not be read, and what was touched in the kept."""
        old = problems_in(self._folder, current.delta) if current.delta else ()
        problems = [row for row in old if row[0] not in self._stale]
        places = self._known.places
        touched = {
            path: stamps
            for path, stamps in self._touched.items()
            if not places[path].file or places[path].file in kept
        }
        changes = DeltaChanges((), (*problems, *self._part.problems()), touched)
        if not (changes.problems or changes.touched):
            return None
        return write_delta(self._folder, None, changes)


def _live(file: ShardFile) -> int:
    return file.briefs - len(file.dead)
