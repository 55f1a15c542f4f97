"""The briefs that a query may be answered by, as SQLite finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.index.ordering import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.index.ordering import Found
    from sahel_tui.index.snapshot import Shard

SPAN = 1 << 32
"""An id is the place of the file times this, and the number in it."""
_TABLES = "ft cross join doc on doc.id = ft.rowid where ft match ?"


class Finding:
    """One expression of FTS5, as it is put to every file."""

    def __init__(self, shards: Sequence[Shard], match: str) -> None:
        self._shards = shards
        self._match = (match,)

    def ids(self, sort: str) -> Iterator[int]:
        """Their ids, sorted: as a query says, the newest first where it doesn't."""
        if sort == "title":
            return self._by_title()
        newest = sort != "oldest"
        sources = [
            (shard.file.last if newest else shard.file.first, self._source(place, newest))
            for place, shard in enumerate(self._shards)
        ]
        return (found[2] for found in in_order(sources, newest=newest))

    def count(self, most: int | None) -> int:
        """How many they are, counted up to `most`."""
        number = 0
        for shard in self._shards:
            left = -1 if most is None else most - number
            if left == 0:
                break
            found = f"select 1 from ft where ft match ? and {shard.alive('ft.rowid')} limit {left}"
            number += next(shard.rows(f"select count(*) from ({found})", self._match))[0]
        return number

    def _source(self, place: int, newest: bool) -> Callable[[], Iterator[Found]]:
        return lambda: self._rows(place, newest)

    def _rows(self, place: int, newest: bool) -> Iterator[Found]:
        shard, down = self._shards[place], "desc" if newest else "asc"
        # A shard's numbers are in the order of days and paths, and FTS5 finds them in that order.
        order = f"day {down}, path {down}" if shard.is_delta else f"ft.rowid {down}"
        condition = shard.alive("ft.rowid")
        query = f"select day, path, ft.rowid from {_TABLES} and {condition} order by {order}"
        for day, path, number in shard.rows(query, self._match):
            yield day, path, place * SPAN + number

    def _by_title(self) -> Iterator[int]:
        rows = [
            (folded, path, place * SPAN + number)
            for place, shard in enumerate(self._shards)
            for folded, path, number in shard.rows(
                f"select folded, path, ft.rowid from {_TABLES} and {shard.alive('ft.rowid')}",
                self._match,
            )
        ]
        return (number for _, _, number in sorted(rows))
