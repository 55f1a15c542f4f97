"""The briefs that an expression finds, in all files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.index.failures import HurriedError, StoppedError
from sahel_tui.index.ordering import in_order
from sahel_tui.queries.search.engines import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.index.ordering import Found
    from sahel_tui.index.snapshot import Shard

SPAN = 1 << 32
"""An id is the place of the file times this, and the number in it."""
_TABLES = "ft cross join doc on doc.id = ft.rowid where ft match ?"


class Finding:
    """One expression of FTS5, as it is put to every file."""

    def __init__(
        self,
        shards: Sequence[Shard],
        match: str,
        stopped: Callable[[], bool] = never,
        window: int | None = None,
    ) -> None:
        """`stopped` is asked before each file: StoppedError where it says so.

        With a `window` no more than so many briefs of a file are looked at, in the order that is
        asked for (not by title): HurriedError after those that were found among them.
        """
        self._shards = shards
        self._match = (match,)
        self._stopped = stopped
        self._window = window

    def ids(self, sort: str) -> Iterator[int]:
        """Their ids by title, the oldest first, or else the newest first."""
        if sort == "title":
            return self._by_title()
        newest = sort != "oldest"
        sources = [
            (shard.file.last if newest else shard.file.first, self._source(place, newest))
            for place, shard in enumerate(self._shards)
        ]
        return in_order(sources, newest=newest)

    def count(self, most: int | None) -> tuple[int, bool]:
        """How many they are, counted up to `most`; whether that was in all of the files."""
        number = 0
        for shard in self._shards:
            left = -1 if most is None else most - number
            if left == 0:
                break
            seen = self._seen(shard, newest=True)
            condition = f"{shard.alive('ft.rowid')} and {seen or 'true'}"
            found = f"select 1 from ft where ft match ? and {condition} limit {left}"
            number += next(self._put(shard, f"select count(*) from ({found})"))[0]
            if seen:
                return number, False
        return number, True

    def _seen(self, shard: Shard, *, newest: bool) -> str:
        """The condition on what is looked at of a file; empty where that is all."""
        if self._window is None or shard.is_delta or shard.file.briefs <= self._window:
            return ""
        if newest:
            return f"ft.rowid <= {self._window}"
        return f"ft.rowid > {shard.file.briefs - self._window}"

    def _put(self, shard: Shard, query: str) -> Iterator[tuple[Any, ...]]:
        if self._stopped():
            raise StoppedError
        return shard.rows(query, self._match)

    def _source(self, place: int, newest: bool) -> Callable[[], Iterator[Found]]:
        return lambda: self._rows(place, newest)

    def statements(self, sort: str) -> tuple[str, ...]:
        """The SQL that is put to each file; the expression is its one value."""
        return tuple(_statement(shard, sort) for shard in self._shards)

    def _rows(self, place: int, newest: bool) -> Iterator[Found]:
        shard = self._shards[place]
        seen = self._seen(shard, newest=newest)
        query = _statement(shard, "newest" if newest else "oldest", seen)
        for day, brief, path, number in self._put(shard, query):
            yield day, brief, path, place * SPAN + number
        if seen:
            raise HurriedError

    def _by_title(self) -> Iterator[int]:
        rows = [
            (*row, place * SPAN + number)
            for place, shard in enumerate(self._shards)
            for *row, number in self._put(shard, _statement(shard, "title"))
        ]
        return (row[-1] for row in sorted(rows))


def _statement(shard: Shard, sort: str, seen: str = "") -> str:
    condition = shard.alive("ft.rowid") + (f" and {seen}" if seen else "")
    if sort == "title":
        return f"select sorted, -day, brief, path, ft.rowid from {_TABLES} and {condition}"
    down = "desc" if sort == "oldest" else "asc"
    # A shard's numbers are in this order, and FTS5 finds them by their numbers.
    order = f"ft.rowid {down}"
    if shard.is_delta:
        order = f"-day {down}, brief {down}, path {down}"
    return f"select -day, brief, path, ft.rowid from {_TABLES} and {condition} order by {order}"
