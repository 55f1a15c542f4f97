"""The briefs of an index as a long list: where each is, and a page of them at a time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Literal

from sahel_tui.index.checking import Shape
from sahel_tui.index.scope import Numbered
from sahel_tui.index.snapshot import marks
from sahel_tui.queries.folding import fold
from sahel_tui.queries.library.rows import BriefRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.index.scope import ScopeIndex
    from sahel_tui.index.snapshot import Shard, Snapshot

    By = Literal["date", "title"]

_COLUMNS = """path, brief, title, published, day, publisher, marking, points, actors, relations,
    events, findings"""
_OF_BRIEF = Shape("pttditTiiiii")
_ORDERS: dict[By, tuple[str, ...]] = {
    "date": ("-day", "folded(title)", "brief", "path"),
    "title": ("folded(title)", "path"),
}


class Briefs(Numbered[BriefRow]):
    """All briefs, by date, the newest first, and then by title; or by title alone."""

    def __init__(self, files: ScopeIndex, by: By = "date") -> None:
        super().__init__(files)
        self._by = by

    def ordered(self, shard: Shard) -> Iterator[tuple[Any, ...]]:
        """Sorted by SQLite, which holds less meanwhile than a list of texts would take."""
        shard.base.create_function("folded", 1, fold, deterministic=True)
        keys = _ORDERS[self._by]
        order = ", ".join(str(at) for at in range(1, len(keys) + 1))
        return shard.rows(
            f"select {', '.join(keys)}, id from doc where {shard.alive('id')} order by {order}"
        )

    def fetched(
        self, snapshot: Snapshot, shard: Shard, docs: Sequence[int]
    ) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """From their table."""
        del snapshot
        query = f"select id, {_COLUMNS} from doc where id in ({marks(docs)})"
        return ((doc, tuple(row)) for doc, *row in shard.rows(query, docs))

    def made(self, stored: tuple[Any, ...]) -> BriefRow:
        """As it is listed."""
        path, *row = _OF_BRIEF.checked(stored)
        return BriefRow(self._path(path), *row)

    def _path(self, path: str) -> str:
        return os.path.join(self.files.library, path)

    def number_of(self, path: str) -> int | None:
        """The number of the brief of a path, where it is one; while a key waits."""
        below = os.path.relpath(path, self.files.library) if path else ""
        for at, shard in enumerate(self.files.paging.shards):
            query = f"select id from doc where path = ? and {shard.alive('id')}"
            for (doc,) in shard.rows(query, (below,)):
                return self.files.numbers.number(at, doc, 0)
        return None
