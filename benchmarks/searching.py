"""What a reader of an index does, measured in a process of its own, which holds nothing else.

`python -m benchmarks.searching LIBRARY INDEX WHAT` reads what is asked as JSON, and prints what it
measured as JSON.
"""

from __future__ import annotations

import gc
import json
import sys
import threading
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.private import private_megabytes
from sahel_tui.index.failures import StoppedError
from sahel_tui.index.library import open_library
from sahel_tui.queries.search.engines import never
from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.parsing import parse
from sahel_tui.tui.search_run import SearchRun

if TYPE_CHECKING:
    from collections.abc import Callable

    from sahel_tui.index.engine import IndexEngine
    from sahel_tui.index.library import LibraryIndex
    from sahel_tui.tui.search_run import Found

ROWS = 20
_HEAD_START = 0.003
"""Seconds that a query runs before it is cancelled: the least that an impatient hand leaves it."""
_ROUNDS = 3


def keystroke(engine: IndexEngine, text: str, wanted: int = ROWS) -> Found:
    """All that a key leads to before the next one, as on the screen: what is found then."""
    run = SearchRun(parse(text, typing=True), engine, lambda _: None)
    run.step(wanted, calm=False, stopped=never)
    return run.found


def asked(engine: IndexEngine, text: str, stopped: Callable[[], bool] = never) -> None:
    """All that Enter leads to: the same, and everything is counted."""
    query = parse(text)
    engine.typing = False
    for number in engine.search(query, ROWS, stopped=stopped).ids:
        if stopped():
            return
        hits(query, engine.document(number))
    engine.count(query, None, stopped)


class Reader:
    """Opens an index again and again: each query begins with nothing at hand."""

    def __init__(self, library: Path, index: Path) -> None:
        self._library = library
        self._index = index

    def opened(self) -> LibraryIndex:
        return open_library(self._library, self._index)

    def keys(self, typings: list[list[str]]) -> Any:
        """Milliseconds of processor time of each key; `typings`: what stands in the box."""
        return [self._typed(typing) for typing in typings]

    def _typed(self, typing: list[str]) -> list[float]:
        with self.opened() as library:
            engine = library.engine
            return [processor_ms(partial(keystroke, engine, text)) for text in typing]

    def rows(self, typings: list[list[str]]) -> Any:
        """How many hits are there at each key."""
        found = []
        for typing in typings:
            with self.opened() as library:
                found += [keystroke(library.engine, text).hits for text in typing]
        return found

    def memory(self, queries: list[str]) -> Any:
        """Megabytes that this process alone holds, before and after it has answered queries."""
        before = private_megabytes()
        with self.opened() as library:
            for text in queries:
                keystroke(library.engine, text)
            return [before, private_megabytes()]

    def first(self, text: str) -> Any:
        """Milliseconds of wall time until the index is open, and of the first key then."""
        start = time.perf_counter()
        with self.opened() as library:
            engine = library.engine
            opened = time.perf_counter()
            keystroke(engine, text)
            return [1000 * (opened - start), 1000 * (time.perf_counter() - opened)]

    def cost(self, text: str) -> Any:
        """Milliseconds of processor time of a query."""
        with self.opened() as library:
            return processor_ms(partial(asked, library.engine, text))

    def cancelled(self, text: str) -> Any:
        """Milliseconds that a query goes on once it is cancelled, at the most."""
        with self.opened() as library:
            return max(_cancelled(library.engine, text) for _ in range(_ROUNDS))

    def meant(self, slips: list[list[str]]) -> Any:
        """Milliseconds of processor time for each slip, and whether it is seen what was meant."""
        with self.opened() as library:
            found = []
            for wrong, right in slips:
                start = time.process_time()
                near = library.engine.nearest(wrong)
                found.append([1000 * (time.process_time() - start), near == right])
            return found


def _cancelled(engine: IndexEngine, text: str) -> float:
    """Milliseconds from the next key until a query has let go; 0 where it was done before."""
    stopped, ended = threading.Event(), list[float]()

    def run() -> None:
        with suppress(StoppedError):
            asked(engine, text, stopped.is_set)
        ended.append(time.perf_counter())

    thread = threading.Thread(target=run)
    thread.start()
    time.sleep(_HEAD_START)
    pressed = time.perf_counter()
    stopped.set()
    engine.interrupt()
    thread.join()
    return max(0.0, 1000 * (ended[0] - pressed))


def processor_ms(work: Callable[[], object]) -> float:
    """What it costs."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    gc.freeze()  # as the explorer does with all that it begins with
    reader = Reader(Path(sys.argv[1]), Path(sys.argv[2]))
    json.dump(getattr(reader, sys.argv[3])(json.load(sys.stdin)), sys.stdout)
