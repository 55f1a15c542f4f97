"""Long lists of an index: the numbers of all rows in their order, and the rows of some numbers.

A number says in which file a row is, and which it is there. The screens read pages of rows on one
connection while a key waits; threads take turns at another to go through all of them.
"""

from __future__ import annotations

import os
from array import array
from collections import Counter
from contextlib import contextmanager
from heapq import merge
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from sahel_tui.index.checking import Shape
from sahel_tui.index.failures import IndexDamagedError, StoppedError, said_when_damaged
from sahel_tui.index.lists import Lists
from sahel_tui.index.snapshot import PAGES, PASS, marks, open_snapshots
from sahel_tui.queries.library.rows import Telling
from sahel_tui.queries.library.scope import ActorSum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.index.library import LibraryIndex
    from sahel_tui.index.rows import Appearance
    from sahel_tui.index.snapshot import Shard, Snapshot
    from sahel_tui.queries.library.listing import Place

Row = TypeVar("Row")

_WORD = 32
"""Bits of a number that few rows need more of."""
_BATCH = 4096
_TELLING = Shape("pti")
_MARKING = Shape("T")
_MOST_VALUES = 500
"""Values of one query: an older SQLite takes no more than 999."""


class Where(NamedTuple):
    """Which index, as it is now: by it another process finds the same rows by their numbers."""

    library: str
    folder: str
    mark: tuple[int, ...]


class Numbers(NamedTuple):
    """What a number tells: the file, the brief in it, and which of the brief's rows it is.

    In this order they share a word; of a brief that has more rows than there is room for, the rest
    goes above it. So a million of them take four bytes each, as long as no brief is so large.
    """

    row: int
    """Bits from the lowest on that tell the row; then up to which they tell the brief; the file."""
    brief: int
    file: int

    @classmethod
    def of(cls, files: int, briefs: int) -> Numbers:
        """For so many files, with so many briefs in each at most."""
        of_file, of_brief = files.bit_length(), briefs.bit_length()
        row = max(0, _WORD - of_file - of_brief)
        return cls(row, row + of_brief, row + of_brief + of_file)

    def number(self, file: int, brief: int, row: int) -> int:
        """Of a row."""
        word = file << self.brief | brief << self.row | row & ((1 << self.row) - 1)
        return row >> self.row << self.file | word

    def file_of(self, number: int) -> int:
        """Which file."""
        return (number & ((1 << self.file) - 1)) >> self.brief

    def brief_of(self, number: int) -> int:
        """Which brief of it."""
        return (number & ((1 << self.brief) - 1)) >> self.row


class ScopeIndex:
    """The files of an index as they are now, for pages and for threads."""

    def __init__(self, index: LibraryIndex) -> None:
        """IndexMissingError or IndexDamagedError."""
        self.library = str(index.library)
        self.paging, self.working = open_snapshots(index.folder, index.library, PAGES, PASS)
        try:
            self.largest = self._largest()
            """The largest number of a brief in any file."""
        except BaseException:
            self.paging.close()
            self.working.close()
            raise
        self.numbers = Numbers.of(len(self.paging.shards), self.largest)
        self.where = Where(self.library, str(index.folder), self.paging.mark)
        self._turn = Lock()
        self._closed = False

    def _largest(self) -> int:
        largest = 0
        for shard in self.paging.shards:
            for (number,) in shard.rows("select coalesce(max(id), 0) from doc"):
                # A brief takes more than a byte; room is made for as many as there may be.
                if type(number) is not int or not 0 <= number <= shard.file.size:
                    raise IndexDamagedError(shard.path, f"has a brief {number}")
                largest = max(largest, number)
        return largest

    def close(self) -> None:
        """Let go of the files, as soon as the thread that reads them gives way."""
        self._closed = True
        for shard in self.working.shards:
            shard.base.interrupt()
        with self._turn:
            self.working.close()
        self.paging.close()

    @contextmanager
    def turn(self) -> Iterator[Snapshot]:
        """For one thread at a time; StoppedError once nobody waits for it."""
        with self._turn:
            if self._closed:
                raise StoppedError
            yield self.working

    def rest(self) -> None:
        """For a thread that has read much: let go of what was kept at hand."""
        with self.turn() as working:
            working.shrink()

    # What is added up ---------------------------------------------------------------------------

    def actors(self) -> list[ActorSum]:
        """Every id of an actor, with what is counted of it."""
        from sahel_tui.index.actors import actor_rows

        with self.turn() as working:
            return [ActorSum((row.id,), *row[1:]) for row in actor_rows(working)]

    def markings(self) -> set[str | None]:
        """Of all briefs."""
        with self.turn() as working:
            found = (
                row
                for shard in working.shards
                for row in shard.rows(f"select distinct marking from doc where {shard.alive('id')}")
            )
            with said_when_damaged(working.folder):
                return {marking for (marking,) in map(_MARKING.checked, found)}

    @property
    def days(self) -> tuple[int, int]:
        """The days of the oldest and the newest brief."""
        files = [shard.file for shard in self.paging.shards if shard.file.briefs]
        return min((f.first for f in files), default=0), max((f.last for f in files), default=0)

    @property
    def briefs(self) -> int:
        """How many briefs there are."""
        files = [shard.file for shard in self.paging.shards]
        return sum(file.briefs - len(file.dead) for file in files)

    def mentions(self, ids: Sequence[str], parts: int) -> tuple[int, ...]:
        """How often an actor is mentioned in each part of the time of all briefs."""
        first, last = self.days
        counts = [0] * parts
        query = f"""select (doc.day - ?) * ? / ?, sum(actor.mentions) from actor
            join doc on doc.id = actor.doc where actor.actor in ({marks(ids)}) and """
        values = (first, parts, last - first + 1, *ids)
        with self.turn() as working:
            for shard in working.shards:
                alive = shard.alive("actor.doc")
                with said_when_damaged(shard.path):
                    for part, number in shard.rows(f"{query} {alive} group by 1", values):
                        counts[part] += number
            working.shrink()
        return tuple(counts)

    def appearances(self, ids: Sequence[str], most: int) -> list[tuple[str, Appearance]]:
        """The newest briefs that have an actor, and under which id."""
        with self.turn() as working:
            lists = Lists(working, self.library)
            found = [(name, one) for name in ids for one in lists.appearances(name, most, 0).rows]
        return sorted(found, key=lambda pair: -pair[1].day)[:most]


class Numbered(Generic[Row]):
    """What lists have in common: a child says how its rows are ordered and what they are.

    A row's number is that of its brief in the file, and which it is of the brief's, in this order.
    """

    held = False

    def __init__(self, files: ScopeIndex) -> None:
        self.files = files

    def ordered(self, shard: Shard) -> Iterator[tuple[Any, ...]]:
        """What the rows of a file are ordered by, in that order; last the brief of each."""
        raise NotImplementedError

    def fetched(
        self, snapshot: Snapshot, shard: Shard, docs: Sequence[int]
    ) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """What is stored of all rows of some briefs, each brief's in the same order."""
        raise NotImplementedError

    def made(self, stored: tuple[Any, ...]) -> Row:
        """A row of what is stored."""
        raise NotImplementedError

    def keys(self) -> Iterator[Sequence[int]]:
        """The numbers of all rows in their order, batch by batch."""
        with self.files.turn() as working:
            streams = [
                self._numbered(at, shard, self.ordered(shard))
                for at, shard in enumerate(working.shards)
            ]
            merged = streams[0] if len(streams) == 1 else merge(*streams)
        while True:
            with self.files.turn() as working, said_when_damaged(working.folder):
                batch = [row[-1] for row in islice(merged, _BATCH)]
            if not batch:
                break
            yield batch
        self.files.rest()

    def _numbered(
        self, at: int, shard: Shard, rows: Iterable[tuple[Any, ...]]
    ) -> Iterator[tuple[Any, ...]]:
        """The number of each instead of its brief, which comes last."""
        number, seen = self.files.numbers.number, array("I")
        for row in rows:
            doc = row[-1]
            if not 0 < doc <= self.files.largest:
                raise IndexDamagedError(shard.path, f"has a row of brief {doc}")
            if doc >= len(seen):
                seen.frombytes(bytes(seen.itemsize * (doc + 1 - len(seen))))
            yield (*row[:-1], number(at, doc, seen[doc]))
            seen[doc] += 1

    def rows(self, keys: Sequence[int]) -> Sequence[Row]:
        """A page of rows."""
        return self._fetch(self.files.paging, keys)

    def read(self, keys: Sequence[int]) -> Sequence[Row]:
        """Rows for a thread."""
        with self.files.turn() as working:
            return self._fetch(working, keys)

    def _fetch(self, snapshot: Snapshot, keys: Sequence[int]) -> Sequence[Row]:
        numbers, wanted, there = self.files.numbers, set(keys), {}
        for at, shard in enumerate(snapshot.shards):
            own = (key for key in wanted if numbers.file_of(key) == at)
            docs = sorted(set(map(numbers.brief_of, own)))
            for start in range(0, len(docs), _MOST_VALUES):
                some = docs[start : start + _MOST_VALUES]
                for key, stored in self._all(snapshot, at, shard, some):
                    if key in wanted:
                        with said_when_damaged(shard.path):
                            there[key] = self.made(stored)
        with said_when_damaged(snapshot.folder):
            return [there[key] for key in keys]

    def _all(
        self, snapshot: Snapshot, at: int, shard: Shard, docs: Sequence[int]
    ) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """All rows of some briefs with their numbers."""
        number, seen = self.files.numbers.number, Counter[int]()
        with said_when_damaged(shard.path):
            for doc, stored in self.fetched(snapshot, shard, docs):
                yield number(at, doc, seen[doc]), stored
                seen[doc] += 1

    def key_of(self, place: Place) -> int | None:
        """The number of a row, by its brief and its id."""
        path = os.path.relpath(place.path, self.files.library) if place.path else ""
        query = "select id from doc where brief = ? and path = ? and "
        with self.files.turn() as working:
            for at, shard in enumerate(working.shards):
                there = shard.rows(query + shard.alive("id"), (place.brief, path))
                for key, stored in self._all(working, at, shard, [doc for (doc,) in there]):
                    if stored[0] == place.id:
                        return key
        return None

    def told(self, path: str, brief: str, day: int) -> Telling:
        """Which brief; its path as it is found from here."""
        _TELLING.checked((path, brief, day))
        return Telling(os.path.join(self.files.library, path), brief, day)
