"""The documents of an index, by their ids; the last ones are kept unpacked."""

from __future__ import annotations

import os
from collections import OrderedDict
from typing import TYPE_CHECKING

from sahel_tui.index.failures import IndexDamagedError, said_when_damaged
from sahel_tui.index.finding import SPAN
from sahel_tui.index.packing import Texts, document_in
from sahel_tui.queries.search.reading import forget_readings

if TYPE_CHECKING:
    from sahel_tui.index.snapshot import Shard, Snapshot
    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.glancing import Glance

_KEPT = 32


class Shelf:
    """The documents of one snapshot; KeyError for an id that there is not, or IndexDamagedError."""

    def __init__(self, snapshot: Snapshot, library: str) -> None:
        """`library`: what their paths begin with."""
        self._snapshot = snapshot
        self._library = library
        self._kept: OrderedDict[int, Document] = OrderedDict()

    def clear(self) -> None:
        """Keep none."""
        self._kept.clear()
        forget_readings()

    def document(self, number: int) -> Document:
        """A document."""
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        shard, data = self._packed(number)
        with said_when_damaged(shard.path):
            found = document_in(data, self._snapshot.words)
        document = found._replace(path=os.path.join(self._library, found.path))
        self._kept[number] = document
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return document

    def is_seen(self, glance: Glance, number: int) -> bool:
        """Whether the texts of a document have what is looked for; all else is not read."""
        shard, data = self._packed(number)
        with said_when_damaged(shard.path):
            texts = Texts(data, self._snapshot.words)
            return glance.sees(texts.rows, texts.kinds)

    def _packed(self, number: int) -> tuple[Shard, bytes]:
        place, row = divmod(number, SPAN)
        if not 0 <= place < len(self._snapshot.shards):
            raise KeyError(number)
        shard = self._snapshot.shards[place]
        found = shard.row("select z from body where id = ?", (row,))
        if found is None:
            if shard.row("select 1 from doc where id = ?", (row,)):
                raise IndexDamagedError(shard.path, f"has no document of brief {row}")
            raise KeyError(number)
        return shard, found[0]
