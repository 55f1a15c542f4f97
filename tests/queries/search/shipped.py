"""The shipped briefs as documents, and an index of them in memory."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.documents import document_of
from sahel_tui.queries.search.expressions import expression
from sahel_tui.queries.search.terms import terms_of
from sahel_tui.reading import read_brief

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.syntax import Node
    from sahel_tui.queries.views import BriefView

BRIEFS = Path(__file__).parents[3] / "briefs"


@cache
def shipped_views() -> tuple[BriefView, ...]:
    views = tuple(read_brief(path).view for path in sorted(BRIEFS.glob("2*.toml")))
    assert views
    return views


@cache
def shipped() -> tuple[Document, ...]:
    return tuple(map(document_of, shipped_views()))


class Found(NamedTuple):
    """The places of the documents that an expression matches, and what it says of itself."""

    places: set[int]
    exact: bool


class Table:
    """Documents in a table of FTS5, as an index has them."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute(
            "CREATE VIRTUAL TABLE t USING fts5(x, tokenize='ascii', content='')"
        )
        rows = ((at, terms_of(document)) for at, document in enumerate(documents))
        self._connection.executemany("INSERT INTO t(rowid, x) VALUES (?, ?)", rows)

    def close(self) -> None:
        self._connection.close()

    def find(
        self, tree: Node | None, complete: Callable[[str], Sequence[str]] | None = None
    ) -> Found:
        text, exact = expression(tree, complete)
        rows = self._connection.execute("SELECT rowid FROM t WHERE t MATCH ?", (text,))
        return Found({row[0] for row in rows}, exact)
