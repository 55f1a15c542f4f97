"""The briefs that an expression finds, in all files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.index.failures import StoppedError, said_when_damaged
from sahel_tui.index.ordering import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.index.hurry import Pace
    from sahel_tui.index.ordering import Found
    from sahel_tui.index.snapshot import Shard

SPAN = 1 << 32
"""An id is the place of the file times this, and the number in it."""
_TABLES = "ft cross join doc on doc.id = ft.rowid where ft match ?"


class Finding:
    """One expression of FTS5, as it is put to every file."""

    def __init__(self, shards: Sequence[Shard], match: str, pace: Pace) -> None:
        """Where it is given up, StoppedError comes; where time is short, after what was found."""
        self._shards = shards
        self._match = (match,)
        self._pace = pace

    def ids(self, sort: str) -> Iterator[int]:
        """Their ids by title, the oldest first, or else the newest first."""
        if self._shards:
            # Rows of several files are compared, whatever they have.
            with said_when_damaged(self._shards[0].path.parent):
                yield from self._by_title() if sort == "title" else self._by_date(sort)

    def _by_date(self, sort: str) -> Iterator[int]:
        newest = sort != "oldest"
        sources = [
            (shard.file.last if newest else shard.file.first, self._source(place, newest))
            for place, shard in enumerate(self._shards)
        ]
        return in_order(sources, newest=newest)

    def counts(self, most: int | None) -> Iterator[int]:
        """How many they are, up to `most`, in each file."""
        left = -1 if most is None else most
        for shard in self._shards:
            self._pace.check()
            found = f"select 1 from ft where ft match ? and {shard.alive('ft.rowid')} limit {left}"
            for (number,) in shard.rows(f"select count(*) from ({found})", self._match):
                yield number
                left -= number if most is not None else 0
            if left == 0:
                return

    def unordered(self) -> Iterator[int]:
        """Their ids."""
        for place, shard in enumerate(self._shards):
            found = f"from ft where ft match ? and {shard.alive('ft.rowid')}"
            yield from (place * SPAN + number for (number,) in self._put(shard, "rowid", found))

    def statements(self, sort: str) -> tuple[str, ...]:
        """The SQL that is put to each file; the expression is its one value."""
        return tuple(f"select {' '.join(_statement(shard, sort))}" for shard in self._shards)

    def _put(self, shard: Shard, columns: str, rest: str) -> Iterator[tuple[Any, ...]]:
        self._pace.check()
        if self._pace.is_hurried and not shard.is_delta:  # which is small, and sorted by its rows
            return shard.rows_so_far(columns, rest, self._match)
        return shard.rows(f"select {columns} {rest}", self._match)

    def _source(self, place: int, newest: bool) -> Callable[[], Iterator[Found]]:
        return lambda: self._rows(place, newest)

    def _rows(self, place: int, newest: bool) -> Iterator[Found]:
        shard = self._shards[place]
        found = self._put(shard, *_statement(shard, "newest" if newest else "oldest"))
        for day, brief, path, number in found:
            yield day, brief, path, place * SPAN + number

    def _by_title(self) -> Iterator[int]:
        rows: list[tuple[Any, ...]] = []
        whole = True
        try:
            for place, shard in enumerate(self._shards):
                for *row, number in self._put(shard, *_statement(shard, "title")):
                    rows.append((*row, place * SPAN + number))
        except StoppedError:
            if not self._pace.is_hurried:
                raise
            whole = False
        yield from (row[-1] for row in sorted(rows))
        if not whole:
            raise StoppedError


def _statement(shard: Shard, sort: str) -> tuple[str, str]:
    """What is selected, and from where."""
    condition = shard.alive("ft.rowid")
    if sort == "title":
        return "sorted, -day, brief, path, ft.rowid", f"from {_TABLES} and {condition}"
    down = "desc" if sort == "oldest" else "asc"
    # A shard's numbers are in this order, and FTS5 finds them by their numbers.
    order = f"ft.rowid {down}"
    if shard.is_delta:
        order = f"-day {down}, brief {down}, path {down}"
    return "-day, brief, path, ft.rowid", f"from {_TABLES} and {condition} order by {order}"
