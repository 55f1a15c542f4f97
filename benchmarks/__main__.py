"""Run the benchmarks, all or those named: `python -m benchmarks [startup] [keys] …`."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from benchmarks.figures import table

if TYPE_CHECKING:
    from benchmarks.figures import Figure

BENCHMARKS = ("startup", "keys", "anchoring", "dependencies")
"""The modules, in order: each has `measure()`, which yields figures."""


def main(names: list[str]) -> int:
    """Print a table per benchmark; 1 if a bound does not hold, 2 if there is no such benchmark."""
    if unknown := [name for name in names if name not in BENCHMARKS]:
        print(f"no benchmark {', '.join(unknown)}; there are: {' '.join(BENCHMARKS)}")
        return 2
    hold = True
    for name in names or BENCHMARKS:
        module = import_module(f"benchmarks.{name}")
        print(f"\n{(module.__doc__ or name).strip()}\n", flush=True)
        figures: list[Figure] = list(module.measure())
        print(table(figures), flush=True)
        hold = hold and all(figure.holds for figure in figures)
    return 0 if hold else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
