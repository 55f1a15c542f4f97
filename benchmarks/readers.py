"""Eight who type while one brings an index up to date in which 1 % of the briefs have changed.

Each is a process of its own, which follows the index as it changes. A key is all that it leads to,
in processor time; beside it the same keys of one who types alone, before any brief has changed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, percentile
from benchmarks.kept import made_library
from sahel_tui.index.updating import update_index
from sahel_tui.store.folders import briefs_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

READERS, PART = 8, 100
"""So many readers; one brief in so many changes."""
_UPDATE = (
    "import sys; from pathlib import Path; from sahel_tui.index.updating import update_index; "
)
_UPDATE += "update_index(Path(sys.argv[1]), Path(sys.argv[2]))"


def measure(briefs: int, kept: Path | None = None) -> Iterator[Figure | str]:
    """The cost of a key for each; `kept` is a folder whose library and index are used again."""
    with made_library(briefs, kept) as (library, index, _):
        update_index(library, index)
        yield from _measured(library, index)


def _measured(library: Path, index: Path) -> Iterator[Figure | str]:
    ((alone, _),) = _ended([_begun(library, index)])
    changing = sorted(briefs_in(library, []))[::PART]
    with _changed(changing):
        readers = [_begun(library, index) for _ in range(READERS)]
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", _UPDATE, str(library), str(index)], check=True)
        took = time.perf_counter() - start
        found = _ended(readers)
    update_index(library, index)
    for number, (costs, _) in enumerate(found, 1):
        beside = {"one alone": percentile(alone, 95)}
        what = f"a key of reader {number}, p95"
        yield Figure(what, percentile(costs, 95), "ms", 16, yardsticks=beside)
    everything = [cost for costs, _ in found for cost in costs]
    worst = {"one alone": max(alone)}
    yield Figure("a key of any, worst", max(everything), "ms", yardsticks=worst)
    yield Figure(f"to bring {len(changing):,} changed briefs up to date", took, "s")
    seen = ", ".join(str(number) for _, number in found)
    yield f"Indexes that each reader saw: {seen}; keys: {len(everything):,}."


def _begun(library: Path, index: Path) -> subprocess.Popen[str]:
    """A reader that has opened the index."""
    reader = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.reading", str(library), str(index)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout is not None
    if reader.stdout.readline().strip() != "ready":
        raise RuntimeError("a reader ended before it had begun")
    return reader


def _ended(readers: Sequence[subprocess.Popen[str]]) -> list[tuple[list[float], int]]:
    """What each has measured; RuntimeError where one had an error."""
    for one in readers:
        assert one.stdin is not None
        one.stdin.close()
        one.stdin = None
    told = [one.communicate()[0] for one in readers]
    if any(one.returncode for one in readers):
        raise RuntimeError("a reader had an error")
    return [tuple(json.loads(one)) for one in told]


@contextmanager
def _changed(paths: Sequence[Path]) -> Iterator[None]:
    """Other titles, for a while."""
    before = {path: path.read_text(encoding="utf-8") for path in paths}
    try:
        for path, text in before.items():
            path.write_text(text.replace('title = "', 'title = "Anew ', 1), encoding="utf-8")
        yield
    finally:
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")
