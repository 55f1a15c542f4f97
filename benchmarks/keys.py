"""A key in any pane: the processor time until the program waits for the next one.

The brief is large: 1 MB of text, 2,000 events, 1,000 actors, 5,000 relations. Each key is pressed
twice in each of the panes, and the two sizes are measured one after the other, for two programs at
once slow each other down. Beside it stands what importing Textual takes, for processors do not
always run at the same speed. `--long` takes ten minutes, and has the most costly key of each pane.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from itertools import chain
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.corpus import big_brief
from benchmarks.dependencies import runs_of
from benchmarks.figures import Figure, percentile
from tests.terminal.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = ((80, 24), (140, 45))
PANES = {"B": "bottom line", "A": "actors", "R": "relationships", "T": "timeline", "S": "source"}
ROUNDS, LONG_ROUNDS = 2, 5
# One round in a pane; what it opens it closes again.
ROUND = (
    *("j", "j", "k", "pagedown", "pageup", "ctrl+d", "ctrl+u", "G", "k", "g", "l", "h"),
    *("enter", "backspace", "n", "N", "f", "f"),
    *("/", "n", "i", "escape"),
    *("&", "n", "i", "escape"),
    *("z", "z", "tab", "shift+tab", "w", "escape", "?", "escape"),
)
IMPORT = "import textual.app"
MEDIAN_BOUND = 16.0
P95_BOUND = 30.0
QUIET, LONG_QUIET = 0.16, 0.25
"""Seconds without output that end a key's work: the other panes follow the cursor after 0.12 s of
rest, and a lone ESC is a key only once nothing has followed it for 0.1 s."""
READY = 2.0
"""The same at the start: searches are made ready in the second after it."""

Costs = dict[str, list[float]]
"""Milliseconds of processor time, by key."""


def measure() -> Iterator[Figure | str]:
    """For each size: the key whose median is the highest, the p95 of all, and every key."""
    imported = {IMPORT: median(runs_of("import textual.app", times=3))}
    with tempfile.TemporaryDirectory() as folder:
        brief = big_brief(Path(folder))
        for columns, rows in SIZES:
            costs = all_costs(brief, (columns, rows))
            size = f"{columns}x{rows}"
            figure = worst(costs, 50, f"{size}, median", MEDIAN_BOUND)
            yield replace(figure, yardsticks=imported)
            pooled = percentile([*chain.from_iterable(costs.values())], 95)
            what = f"{size}, p95 of all keys"
            yield Figure(what, pooled, "ms", P95_BOUND, yardsticks=imported)
            yield f"{size}, median and p95 of each key in ms: {listing(costs)}"


def measure_long() -> Iterator[Figure]:
    """For each size and pane: the key whose median, and the key whose p95, is the highest."""
    with tempfile.TemporaryDirectory() as folder:
        brief = big_brief(Path(folder))
        for columns, rows in SIZES:
            with explorer(brief, columns, rows) as session:
                for letter, pane in PANES.items():
                    costs = pane_costs(session, letter, LONG_ROUNDS, LONG_QUIET)
                    yield worst(costs, 50, f"{pane}, {columns}x{rows}, median", MEDIAN_BOUND)
                    yield worst(costs, 95, f"{pane}, {columns}x{rows}, p95", P95_BOUND)


def all_costs(brief: Path, size: tuple[int, int]) -> Costs:
    """The costs of each key in all panes together."""
    costs: defaultdict[str, list[float]] = defaultdict(list)
    with explorer(brief, *size) as session:
        panes = [pane_costs(session, letter, ROUNDS, QUIET) for letter in PANES]
    for key, values in chain.from_iterable(pane.items() for pane in panes):
        costs[key] += values
    return dict(costs)


def explorer(brief: Path, columns: int, rows: int) -> Session:
    """The explorer, once it shows the brief and waits."""
    session = Session([sys.executable, "-m", "sahel_tui", str(brief)], columns=columns, rows=rows)
    session.wait_for_text("? help", seconds=60)
    session.wait_until_idle(quiet=READY)
    return session


def pane_costs(session: Session, letter: str, rounds: int, quiet: float) -> Costs:
    """The costs of each key of `ROUND` in a pane."""
    costs: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        session.press(letter)
        session.wait_until_idle(quiet)
        for key in ROUND:
            costs[key].append(key_cost(session, key, quiet))
    return dict(costs)


def key_cost(session: Session, key: str, quiet: float) -> float:
    """Milliseconds of processor time that the program spends on a key."""
    before = processor_seconds(session.process.pid)
    session.press(key)
    session.wait_until_idle(quiet)
    return 1000 * (processor_seconds(session.process.pid) - before)


def processor_seconds(process: int) -> float:
    """Processor time of another process so far, all of its threads: Linux's clock of a process."""
    return time.clock_gettime((~process << 3) | 2)


def worst(costs: Costs, percent: int, what: str, bound: float) -> Figure:
    """The key whose percentile is the highest."""
    figures = {key: percentile(values, percent) for key, values in costs.items()}
    key = max(figures, key=lambda name: figures[name])
    return Figure(f"{what} (worst key: {key})", figures[key], "ms", bound)


def listing(costs: Costs) -> str:
    """Every key with its median and its p95, the most costly first."""
    found = {key: (percentile(v, 50), percentile(v, 95)) for key, v in costs.items()}
    keys = sorted(found, key=lambda key: found[key], reverse=True)
    return ", ".join(f"{key} {found[key][0]:.1f} {found[key][1]:.1f}" for key in keys)
