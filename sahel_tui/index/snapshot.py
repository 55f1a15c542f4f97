"""The files of an index, opened to be read, as they were named at one moment."""

from __future__ import annotations

import os
import sqlite3
from collections import deque
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.index.current import read_current
from sahel_tui.index.failures import IndexDamagedError, said_when_damaged
from sahel_tui.index.stored import connected
from sahel_tui.index.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sahel_tui.index.current import Current, ShardFile

_TRIES = 20
_BATCHES = 24, 256
"""Rows that are read at once, first and then."""


class Use(NamedTuple):
    """What files are opened for. Each opening has a memory of its own."""

    cache: int
    """Kilobytes of a file that are kept at hand: what else is read again is in the system's."""
    is_interrupted: bool = False
    """Whether what is asked may be interrupted, and `row` is to go on meanwhile."""


SEARCH = Use(4000, is_interrupted=True)
PAGES = Use(500)
PASS = Use(1000)
"""To go through all rows, some of which lead to others."""


class Shard:
    """One open file."""

    def __init__(self, folder: Path, file: ShardFile, use: Use, *, is_delta: bool) -> None:
        self.file = file
        self.path = folder / file.name
        self.is_delta = is_delta
        """Whether its briefs are in no order."""
        self._noted: deque[tuple[Any, ...]] = deque()
        self._check_size()
        with said_when_damaged(self.path), ExitStack() as opened:
            self.base = connected(self.path)
            opened.callback(self.base.close)
            self._calm = self.base
            if use.is_interrupted:
                self._calm = connected(self.path)
                opened.callback(self._calm.close)
                # For what is large and seldom read twice.
                self._calm.execute("pragma cache_size = -500").fetchall()
            self._begin(use)
            self.shrink()  # many files are opened, and few of them are asked at once
            opened.pop_all()

    def close(self) -> None:
        """Let go of the file."""
        self.base.close()
        self._calm.close()

    def _check_size(self) -> None:
        size = os.stat(self.path).st_size
        if size != self.file.size:
            raise IndexDamagedError(self.path, f"has {size} bytes of {self.file.size}")

    def _begin(self, use: Use) -> None:
        # No mmap: a file that somebody cuts short would end the process.
        for setting in (f"cache_size = -{use.cache}", "temp_store = memory"):
            self.base.execute(f"pragma {setting}").fetchall()
        self.base.execute("select 1 from doc limit 1").fetchall()
        self.base.create_function("noted", -1, self._note)
        if self.file.dead:
            self._list_dead(self.file.dead)

    def leave_out(self, briefs: Sequence[int]) -> None:
        """These are out of date as well."""
        with said_when_damaged(self.path):
            self._list_dead(briefs)
        self.file = self.file._replace(dead=(*self.file.dead, *briefs))

    def shrink(self) -> None:
        """Let go of what was kept at hand, but for what the next question needs at once."""
        with said_when_damaged(self.path):
            self.base.execute("pragma shrink_memory").fetchall()
            self._calm.execute("pragma shrink_memory").fetchall()

    def _list_dead(self, briefs: Sequence[int]) -> None:
        self.base.execute("create temp table if not exists dead(id integer primary key)")
        rows = ((number,) for number in briefs)
        self.base.executemany("insert or ignore into temp.dead values (?)", rows)

    def alive(self, column: str) -> str:
        """The condition that a row is of a brief that is up to date."""
        return f"{column} not in (select id from temp.dead)" if self.file.dead else "true"

    def rows(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, as they are asked for; IndexDamagedError, or StoppedError."""
        with said_when_damaged(self.path):
            cursor = self.base.execute(query, [_encodable(value) for value in values])
            size = _BATCHES[0]  # who asks for a page is not to wait for more
            while batch := cursor.fetchmany(size):
                yield from batch
                size = _BATCHES[1]

    def rows_so_far(
        self, columns: str, rest: str, values: Sequence[Any]
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of a query that sorts nothing; StoppedError only after all that were found.

        A cursor looks for the next row before it gives one: if there is trouble, it gives neither.
        """
        found: deque[tuple[Any, ...]] = deque()
        with said_when_damaged(self.path):
            try:
                self._noted = found
                cursor = self.base.execute(f"select noted({columns}) {rest}", values)
                there: object = True
                while there:
                    while found:
                        yield found.popleft()
                    self._noted = found
                    there = cursor.fetchone()
            except sqlite3.OperationalError:
                yield from found
                raise

    def _note(self, *row: Any) -> None:
        self._noted.append(row)

    def row(self, query: str, values: Sequence[Any]) -> tuple[Any, ...] | None:
        """The only row of a query that is over at once, also while `base` is interrupted."""
        with said_when_damaged(self.path):
            found: tuple[Any, ...] | None = self._calm.execute(query, values).fetchone()
            return found


def _encodable(value: Any) -> Any:
    """A value that SQLite takes: half a character, which arguments can hold, is found nowhere."""
    if isinstance(value, str) and not value.isascii():
        return value.encode(errors="replace").decode()
    return value


def marks(values: Sequence[object]) -> str:
    """A place for each of some values in a query."""
    return ", ".join("?" * len(values))


class Snapshot(NamedTuple):
    """All open files; nothing of them changes."""

    folder: Path
    current: Current
    words: bytes
    shards: tuple[Shard, ...]
    """The newest briefs first, then the delta."""
    mark: tuple[int, ...]
    """What CURRENT looked like."""

    def shrink(self) -> None:
        """Let go of what was kept at hand."""
        for shard in self.shards:
            shard.shrink()

    def close(self) -> None:
        """Let go of the files."""
        for shard in self.shards:
            shard.close()


def mark_of(folder: Path) -> tuple[int, ...]:
    """By what it is seen that CURRENT was replaced; empty where there is none."""
    try:
        status = os.stat(folder / "CURRENT")
    except OSError:
        return ()
    return (status.st_ino, status.st_mtime_ns, status.st_size)


def open_snapshots(folder: Path, library: Path | str, *uses: Use) -> tuple[Snapshot, ...]:
    """The index as it is, opened for each use; what read_current raises, or IndexDamagedError.

    A file that is removed between being named and being opened was named by an older CURRENT.
    """
    for _ in range(_TRIES):
        mark = mark_of(folder)
        current = read_current(folder, library)
        try:
            return _all_opened(folder, current, mark, uses)
        except (FileNotFoundError, IndexDamagedError) as error:
            if mark_of(folder) == mark:
                if isinstance(error, IndexDamagedError):
                    raise
                raise IndexDamagedError(error.filename, "is missing") from None
    raise IndexDamagedError(folder, "has files that come and go")


def _all_opened(
    folder: Path, current: Current, mark: tuple[int, ...], uses: Sequence[Use]
) -> tuple[Snapshot, ...]:
    words = read_words(folder, current.words).data
    with ExitStack() as opened:
        found = []
        for use in uses:
            shards = []
            for file in current.files:
                shards.append(Shard(folder, file, use, is_delta=file is current.delta))
                opened.callback(shards[-1].close)
            found.append(Snapshot(folder, current, words, tuple(shards), mark))
        opened.pop_all()
    return tuple(found)
