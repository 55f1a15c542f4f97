"""Run the benchmarks, all or those named: `python -m benchmarks [startup] [keys] … [--long]`.

`python -m benchmarks library --briefs N [--kept FOLDER]` measures a library of so many briefs,
`readers` those who search it while it is renewed, `exploring` the explorer over it,
`views` each key of its relationships and its timeline.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BENCHMARKS = (
    *("startup", "keys", "output", "links", "memory", "anchoring"),
    *("graph", "relations", "timeline", "dependencies"),
)
"""The modules, in order. Each has `measure()`, which yields figures, and notes on what it could not
measure; `measure_long()`, where it has that, takes more time and tells more."""
OF_A_LIBRARY = ("library", "readers", "exploring", "views")
"""Those that run only where they are named: `measure(briefs, kept)`."""


def main(arguments: list[str]) -> int:
    """Print a table per benchmark; 1 if a bound does not hold, 2 if there is no such benchmark."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--long", action="store_true", help="take more time, and tell more")
    parser.add_argument("--briefs", type=int, help="of the library")
    parser.add_argument("--kept", type=Path, help="a folder to keep the library and its index in")
    given = parser.parse_args(arguments)
    known = (*BENCHMARKS, *OF_A_LIBRARY)
    if unknown := [name for name in given.names if name not in known]:
        print(f"no benchmark {', '.join(unknown)}; there are: {' '.join(known)}")
        return 2
    results = [run(name, given) for name in given.names or BENCHMARKS]
    return 0 if all(results) else 1


def run(name: str, given: argparse.Namespace) -> bool:
    """Print what a benchmark says of itself, its table and its notes; whether its bounds hold."""
    module = import_module(f"benchmarks.{name}")
    print(f"\n{(module.__doc__ or name).strip()}\n", flush=True)
    measure: Callable[..., Iterable[Figure | str]] = module.measure
    if name in OF_A_LIBRARY:
        briefs = given.briefs or getattr(module, "BRIEFS", 10_000)
        found = list(measure(briefs, given.kept))
    else:
        found = list(getattr(module, "measure_long", measure)() if given.long else measure())
    figures = [one for one in found if isinstance(one, Figure)]
    print(table(figures), flush=True)
    for note in (one for one in found if isinstance(one, str)):
        print(note, flush=True)
    return all(figure.holds for figure in figures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
