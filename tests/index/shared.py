"""An index in a folder that others can write to."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from sahel_tui.index import current as currents
from sahel_tui.index.failures import IndexFailedError
from sahel_tui.index.library import open_library
from sahel_tui.index.place import index_folder
from sahel_tui.queries.search.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Shared:
    """A library, and an index in a folder that others can write to."""

    def __init__(self, library: Path, home: Path) -> None:
        self.library, self.home = library, home
        self.folder = index_folder(library, home)

    def file(self, kind: str) -> Path:
        """The one file of a kind."""
        (found,) = self.folder.glob(f"{kind}-*")
        return found

    def change_current(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Another CURRENT, with a digest that is right."""
        path = self.folder / currents.CURRENT
        value = json.loads(path.read_text())
        del value["sha256"]
        change(value)
        value["sha256"] = currents._digest(value)
        path.write_text(json.dumps(value))

    def change_shard(self, *statements: str) -> None:
        """Another shard, named in CURRENT as it is then."""
        shard = self.file("shard")
        with closing(sqlite3.connect(shard)) as base:
            for one in statements:
                base.execute(one)
            base.commit()
        digest = hashlib.sha256(shard.read_bytes()).hexdigest()
        told = {"size": shard.stat().st_size, "sha256": digest}
        self.change_current(lambda value: value["shards"][0].update(told))

    def is_told_to_fail(self) -> None:
        """A search and lists end with a message, or with an answer."""
        with pytest.raises(IndexFailedError) as raised:
            self._ask()
        assert raised.value.hint

    def _ask(self) -> None:
        with open_library(self.library, self.home) as index:
            for one in index.engine.search(parse("near(ambush army) or kind:point"), 50).ids:
                index.engine.document(one)
            index.briefs()
            index.events()
