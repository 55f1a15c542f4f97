"""One who types while others write: `python -m benchmarks.reading LIBRARY INDEX`, until stdin ends.

Follows the index as it changes, before each query. Prints `ready` once it is open, and at the end
as JSON the milliseconds of processor time of each key, and how many indexes it saw.
"""

from __future__ import annotations

import json
import select
import sys
from functools import partial
from pathlib import Path

from benchmarks.searching import keystroke, processor_ms
from benchmarks.typed import typed_queries
from sahel_tui.index.library import LibraryIndex, open_library

SEED = 1


class Typist:
    """Types the same queries again and again."""

    def __init__(self, library: Path, index: Path) -> None:
        self._index = open_library(library, index)
        self.seen = 1

    def round(self) -> list[float]:
        """What each key of all queries costs."""
        return [cost for one in typed_queries(SEED, 1) for cost in self._typed(one.keys)]

    def _typed(self, keys: list[str]) -> list[float]:
        engine = self._followed().engine
        return [processor_ms(partial(keystroke, engine, text)) for text in keys]

    def _followed(self) -> LibraryIndex:
        newer = self._index.newer()
        if newer is not None:
            self._index.close()
            self._index = newer
            self.seen += 1
        return self._index


def main() -> None:
    """Type until there is nobody who waits, and one round at least."""
    typist = Typist(Path(sys.argv[1]), Path(sys.argv[2]))
    print("ready", flush=True)
    costs = typist.round()
    while not select.select([sys.stdin], [], [], 0)[0]:
        costs += typist.round()
    json.dump([costs, typist.seen], sys.stdout)


if __name__ == "__main__":
    main()
