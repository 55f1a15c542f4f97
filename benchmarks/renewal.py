"""How soon a changed brief is found."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Figure
from sahel_tui.index.library import open_library
from sahel_tui.index.updating import update_index
from sahel_tui.queries.search.parsing import parse
from sahel_tui.store.folders import briefs_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROUNDS = 5


def renewals(library: Path, index: Path) -> Iterator[Figure]:
    """A brief's title is changed, and the index is brought up to date until a search finds it."""
    update_index(library, index)
    looking = median(_seconds(library, index) for _ in range(ROUNDS))
    paths = sorted(briefs_in(library, []))[
        :: max(1, sum(1 for _ in briefs_in(library, [])) // ROUNDS)
    ]
    took = [_until_found(library, index, path, f"zzchanged{at}") for at, path in enumerate(paths)]
    yield Figure("to look whether any brief has changed", 1000 * looking, "ms")
    yield Figure("a changed brief is found, once noticed", 1000 * median(took), "ms", 50)


def _seconds(library: Path, index: Path) -> float:
    start = time.perf_counter()
    update_index(library, index)
    return time.perf_counter() - start


def _until_found(library: Path, index: Path, path: Path, word: str) -> float:
    """Seconds from the change until it is found; the brief is then what it was."""
    before = path.read_text(encoding="utf-8")
    try:
        path.write_text(before.replace('title = "', f'title = "{word} ', 1), encoding="utf-8")
        with open_library(library, index) as opened:
            start = time.perf_counter()
            update_index(library, index, noticed=[path])
            newer = opened.newer()
            assert newer is not None
            with newer:
                assert newer.engine.search(parse(word), 1).ids
            return time.perf_counter() - start
    finally:
        path.write_text(before, encoding="utf-8")
        update_index(library, index, noticed=[path])
