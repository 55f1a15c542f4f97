"""How large an index is beside the text that is searched."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from benchmarks.figures import Figure
from sahel_tui.index.library import open_library
from sahel_tui.queries.search.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.yardsticks import Tantivy
    from sahel_tui.index.engine import IndexEngine

_AT_ONCE = 500


def texts_of(engine: IndexEngine) -> Iterator[str]:
    """All that is searched of each brief: titles, claims and sources, the newest brief first."""
    everything, offset = parse(""), 0
    while True:
        answer = engine.search(everything, _AT_ONCE, offset)
        for number in answer.ids:
            items = engine.document(number).items
            yield "\n\n".join(part for item in items for part in (item.title, item.text) if part)
        if not answer.more:
            return
        offset += _AT_ONCE


def sizes(library: Path, index: Path, tantivy: Tantivy | None) -> Iterator[Figure | str]:
    """The index without and with the documents that it keeps, divided by their text."""
    with open_library(library, index) as opened:
        lengths = [len(text.encode()) for text in texts_of(opened.engine)]
    files = [path for path in index.rglob("*") if path.is_file()]
    whole, text = sum(path.stat().st_size for path in files), sum(lengths)
    kept = sum(_kept(path) for path in files if path.suffix == ".db")
    beside = {"tantivy": tantivy.size() / text} if tantivy else {}
    yield Figure("index ÷ text, without the text", (whole - kept) / text, "", 0.50)
    yield Figure("index ÷ text, with the text", whole / text, "", 0.90, yardsticks=beside)
    yield f"A brief has {text / len(lengths):,.0f} bytes of text: titles, claims and sources."


def _kept(path: Path) -> int:
    """Bytes of documents in a file of the index."""
    with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as base:
        found: int = base.execute("select coalesce(sum(length(z)), 0) from body").fetchone()[0]
    base.close()
    return found
