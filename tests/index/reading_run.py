"""A reader that never stops: `python -m tests.index.reading_run LIBRARY INDEX`, until stdin ends.

It follows the index as it changes, and asks and checks again and again. What it prints at the end
is how many different states it has seen.
"""

from __future__ import annotations

import select
import sys
from pathlib import Path

from sahel_tui.index.library import LibraryIndex, open_library
from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.parsing import parse


def state_of(index: LibraryIndex, everywhere: int) -> str:
    """The one word that all changed briefs of a state have."""
    engine = index.engine
    asked = parse("state*")
    answer = engine.search(asked, 1_000)
    words = set()
    for one in answer.ids:
        for hit in hits(asked, engine.document(one)):
            words |= {hit.snippet[start:end] for start, end in hit.marks}
    assert len(words) <= 1, f"two states in one: {words}"
    assert engine.count(asked).number == len(answer.ids)
    assert index.counts.briefs == len(engine.search(parse(""), 1_000).ids) == everywhere
    assert len(index.briefs(limit=1_000).rows) == everywhere
    return next(iter(words), "")


def main() -> None:
    """Read until there is nobody who waits."""
    library, home = map(Path, sys.argv[1:3])
    index = open_library(library, home)
    everywhere = index.counts.briefs
    seen = {state_of(index, everywhere)}
    print("ready", flush=True)
    while not select.select([sys.stdin], [], [], 0.02)[0]:
        newer = index.newer()
        if newer is not None:
            assert state_of(index, everywhere) in seen, "a snapshot changed"
            index.close()
            index = newer
        seen.add(state_of(index, everywhere))
    print(len(seen), flush=True)


if __name__ == "__main__":
    main()
