"""A made-up library of many briefs: indexed, searched as one types, renewed.

Searches are measured in a process of their own, which opens the index anew for each query that is
typed, letter by letter: nothing is at hand but what the letters before have left. A key is all that
it leads to before the next one: the newest hits, with their snippets and exact spans, as many as
fit a screen or as are found in its time, and the count up to 1,000. Milliseconds of keys and
queries are processor time, all others are by the clock.
Beside it: ripgrep (or grep) that reads every file for a word, and tantivy, where its package is
installed, over the same texts, with the same rows and snippets.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks import yardsticks
from benchmarks.figures import Figure, percentile
from benchmarks.kept import SEED, made_library
from benchmarks.renewal import renewals
from benchmarks.searching import ROWS
from benchmarks.sizes import sizes, texts_of
from benchmarks.typed import ODD, WORST, Typing, misspelled, typed_queries
from sahel_tui.index.library import open_library
from sahel_tui.index.updating import update_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

BRIEFS, OPENINGS = 10_000, 11
PATIENCE = 30.0
"""Seconds after which a query is given up."""
_HUGE = 1_000_000


class Site(NamedTuple):
    """What is measured, and what it is measured beside."""

    library: Path
    files: Path
    """Of the index."""
    briefs: int
    tantivy: yardsticks.Tantivy | None
    scan: yardsticks.Scan


def measure(briefs: int = BRIEFS, kept: Path | None = None) -> Iterator[Figure | str]:
    """Every row of the budget; `kept` is a folder whose library and index are used again."""
    with made_library(briefs, kept) as (library, index, temporary):
        yield from _measured(library, index, briefs, temporary / "tantivy")


def _measured(library: Path, index: Path, briefs: int, folder: Path) -> Iterator[Figure | str]:
    start = time.perf_counter()
    update_index(library, index, rebuild=True)
    rate = briefs / (time.perf_counter() - start)
    tantivy, theirs = _tantivy(library, index, folder)
    yield Figure(
        "index from TOML, all cores", rate, "briefs/s", 2_000, yardsticks=theirs, floor=True
    )
    site = Site(library, index, briefs, tantivy, yardsticks.scan())
    yield from _keys(site)
    yield from _worst(site)
    yield from sizes(library, index, tantivy)
    yield from _openings(site)
    yield from renewals(library, index)
    before, memory = _asked(site, "memory", [one.text for one in typed_queries(SEED)])
    beside = {"before it is open": before}
    yield Figure("private memory of the reader", memory, "MB", 25, yardsticks=beside)
    yield from _meant(site)
    if tantivy is None:
        yield "There is no package tantivy here (pip install tantivy): its figures are left out."


def _tantivy(
    library: Path, index: Path, folder: Path
) -> tuple[yardsticks.Tantivy | None, dict[str, float]]:
    """An index of the same texts by another hand, and how many briefs it takes in a second."""
    try:
        tantivy = yardsticks.Tantivy(folder)
    except ImportError:
        return None, {}
    with open_library(library, index) as opened:
        texts = list(texts_of(opened.engine))
    return tantivy, {"tantivy, texts alone": len(texts) / tantivy.write(texts)}


def _keys(site: Site) -> Iterator[Figure | str]:
    """All keys, then those of each kind of query."""
    typings = typed_queries(SEED)
    costs: list[list[float]] = _asked(site, "keys", [one.keys for one in typings])
    plain = [one for one in typings if one.kind != "field"]
    theirs = site.tantivy.keys([one.keys for one in plain]) if site.tantivy else []
    words = [one.text for one in typings if one.kind == "word"]
    scans = [site.scan.cost(word, site.library) for word in words]
    bound = 6.0 if site.briefs >= _HUGE else 4.0
    everything = [cost for keys in costs for cost in keys]
    for percent, most in ((50, None), (95, bound), (100, 16.0)):
        beside = {"tantivy": _at(theirs, percent)} if theirs else {}
        beside[f"{site.scan.name}, a word"] = _at(scans, percent)
        what = f"a key, {'worst' if percent == 100 else f'p{percent}'}"
        yield Figure(what, _at(everything, percent), "ms", most, yardsticks=beside)
    for kind in dict.fromkeys(one.kind for one in typings):
        found = [
            c for one, keys in zip(typings, costs, strict=True) if one.kind == kind for c in keys
        ]
        yield Figure(f"… of a {kind}, p95", _at(found, 95), "ms")
    yield _most(everything, typings)
    rows: list[int] = _asked(site, "rows", [one.keys for one in typings])
    yield f"Hits that are there at a key: {median(rows):.0f}; {_full(rows):.0f} % have {ROWS}."
    odd = [Typing("odd", text) for text in ODD]
    everything = [cost for keys in _asked(site, "keys", [one.keys for one in odd]) for cost in keys]
    yield Figure(f"an odd key, of {len(everything)}, p95", _at(everything, 95), "ms", bound)
    yield Figure("an odd key, worst", _at(everything, 100), "ms", 16)
    yield _most(everything, odd)


def _most(costs: Sequence[float], typings: Iterable[Typing]) -> str:
    keys = [key for one in typings for key in one.keys]
    worst = sorted(zip(costs, keys, strict=True), reverse=True)[:5]
    listed = ", ".join(f"`{key}` {ms:.1f}" for ms, key in worst)
    return f"The keys that cost most, in ms: {listed}"


def _full(rows: Sequence[int]) -> float:
    """How many of a hundred keys have a page of hits."""
    return 100 * sum(one >= ROWS for one in rows) / len(rows)


def _worst(site: Site) -> Iterator[Figure | str]:
    """The query that costs most, and the one that goes on longest when it is cancelled."""
    costs = {text: _costly(site, text) for text in WORST}
    text = max(costs, key=lambda one: costs[one][0])
    beside = {"tantivy, `the of and`": site.tantivy.asked("the of and")} if site.tantivy else {}
    given_up = costs[text][0] >= 1000 * PATIENCE
    what = f"worst query (`{text}`)"
    yield Figure(what, costs[text][0], "ms", 150, yardsticks=beside, at_least=given_up)
    text = max(costs, key=lambda one: costs[one][1])
    yield Figure(f"the longest to be cancelled (`{text}`)", costs[text][1], "ms", 10)
    listed = (f"`{one}` {cost:.1f} {ended:.1f}" for one, (cost, ended) in costs.items())
    yield f"Each query, and how long it goes on once cancelled, in ms: {', '.join(listed)}"


def _costly(site: Site, text: str) -> tuple[float, float]:
    """What a query costs, the patience where that is more; how long it goes on when cancelled."""
    try:
        cost = _asked(site, "cost", text, limit=PATIENCE)
    except subprocess.TimeoutExpired:
        cost = 1000 * PATIENCE
    return cost, _asked(site, "cancelled", text)


def _openings(site: Site) -> Iterator[Figure | str]:
    """In a new process each time; then with none of the index's files in memory."""
    warm = [_asked(site, "first", "a") for _ in range(OPENINGS)]
    yield Figure("open", median(opened for opened, _ in warm), "ms", 5)
    yield Figure("first key, warm", median(first for _, first in warm), "ms", 10)
    cold = []
    for _ in range(OPENINGS):
        _forget(site.files)
        cold.append(sum(_asked(site, "first", "a")))
    yield Figure("open and first key, cold, p95", percentile(cold, 95), "ms", 80)
    yield "Cold: the kernel was told to forget the index's files, and nothing else."


def _forget(index: Path) -> None:
    """Have the kernel drop the pages of the index's files; it may keep some that are in use."""
    for path in index.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _meant(site: Site) -> Iterator[Figure]:
    slips = misspelled(SEED)
    found: list[tuple[float, bool]] = _asked(site, "meant", slips)
    yield Figure("did you mean, p95", _at([ms for ms, _ in found], 95), "ms", 1)
    right = 100 * sum(seen for _, seen in found) / len(found)
    yield Figure(f"… right, of {len(slips)} slips in names", right, "%", 90, floor=True)


def _asked(site: Site, what: str, asked: Any, limit: float | None = None) -> Any:
    """What `benchmarks.searching` measures, in a process of its own."""
    command = (sys.executable, "-m", "benchmarks.searching", site.library, site.files, what)
    done = subprocess.run(
        command, input=json.dumps(asked), stdout=-1, text=True, check=True, timeout=limit
    )
    return json.loads(done.stdout)


def _at(values: list[float], percent: int) -> float:
    return max(values) if percent == 100 else percentile(values, percent)
