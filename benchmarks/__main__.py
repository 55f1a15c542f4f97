"""Run the benchmarks, all or those named: `python -m benchmarks [startup] [keys] … [--long]`."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, table

if TYPE_CHECKING:
    from collections.abc import Iterable

BENCHMARKS = ("startup", "keys", "output", "links", "memory", "anchoring", "dependencies")
"""The modules, in order. Each has `measure()`, which yields figures, and notes on what it could not
measure; `measure_long()`, where it has that, takes more time and tells more."""


def main(arguments: list[str]) -> int:
    """Print a table per benchmark; 1 if a bound does not hold, 2 if there is no such benchmark."""
    names = [argument for argument in arguments if argument != "--long"]
    if unknown := [name for name in names if name not in BENCHMARKS]:
        print(f"no benchmark {', '.join(unknown)}; there are: {' '.join(BENCHMARKS)}")
        return 2
    results = [run(name, long="--long" in arguments) for name in names or BENCHMARKS]
    return 0 if all(results) else 1


def run(name: str, *, long: bool) -> bool:
    """Print what a benchmark says of itself, its table and its notes; whether its bounds hold."""
    module = import_module(f"benchmarks.{name}")
    print(f"\n{(module.__doc__ or name).strip()}\n", flush=True)
    measure = getattr(module, "measure_long", module.measure) if long else module.measure
    found: Iterable[Figure | str] = list(measure())
    figures = [one for one in found if isinstance(one, Figure)]
    print(table(figures), flush=True)
    for note in (one for one in found if isinstance(one, str)):
        print(note, flush=True)
    return all(figure.holds for figure in figures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
