"""Every key of the relationships and the timeline, over a made-up library of many events.

The library has more than 100,000 events; the graph is made of 20,000 relations. A key is measured
as `keys` measures it: processor time of all threads of the explorer until it waits again. Where a
thread or another process works out what is shown, which the next key ends (`*`), the bound is on
what the interface's own thread needs by the time that somebody types the next key, and what all
need until there is no more to do is told beside it. Textual's import, and a key in a Textual app
of one line, say how fast the machine is just now.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.dependencies import runs_of
from benchmarks.figures import Figure, percentile
from benchmarks.kept import made_library
from benchmarks.keys import IMPORT, MEDIAN_BOUND, QUIET, processor_seconds
from benchmarks.rounds import FORMS
from sahel_tui.index.updating import update_index
from tests.terminal.session import Session, thread_sleeps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.rounds import Form, Step

BRIEFS = 13_200
"""So many have 101,886 events."""
SIZES = ((80, 24), (140, 45), (200, 60))
ROUNDS, PATIENCE = 5, 120.0
WORKED, SETTLED = 0.6, 3.0
"""Seconds without output that end what others work out for a key, and what begins a form."""
TYPING = 0.2
"""Seconds from one key to the next of somebody who types."""
BARE, BARE_KEYS = "a key in a Textual app of one line", 20
_TICK = os.sysconf("SC_CLK_TCK")


class Cost(NamedTuple):
    """Milliseconds of processor time of a key."""

    own: float
    """Of the interface's thread; of a key that has others work, until the next one is typed."""
    threads: float
    """Of all threads of the explorer, until it waits."""
    others: float
    """Of the processes that it asks."""


Costs = dict["Step", list[Cost]]


def measure(briefs: int = BRIEFS, kept: Path | None = None) -> Iterator[Figure | str]:
    """Each form at each size; `kept` is a folder whose library and index are used again."""
    with made_library(briefs, kept) as made:
        update_index(made.library, made.files)
        settings = made.temporary / "sahel_tui.toml"
        settings.write_text(f'index = "{made.files}"\n', encoding="utf-8")
        for size in SIZES:
            yield from figures(made.library, settings, size)


def figures(
    library: Path, settings: Path, size: tuple[int, int], forms: Iterable[str] = FORMS
) -> Iterator[Figure | str]:
    """Of each form the key with the highest median, and the table of all keys."""
    beside = {IMPORT: median(runs_of(IMPORT, times=3)), BARE: bare_key(size)}
    for name in forms:
        costs = costs_of(library, settings, size, FORMS[name])
        place = f"{name}, {size[0]}x{size[1]}"
        key = max(costs, key=lambda step: bound_part(step, costs[step]))
        value = bound_part(key, costs[key])
        what = f"{place}: the most costly key ({key.name})"
        yield Figure(what, value, "ms", MEDIAN_BOUND, yardsticks=beside)
        yield f"\n{place}\n{table(costs)}"


def bound_part(step: Step, costs: Iterable[Cost]) -> float:
    """The median that the bound is on."""
    return median(cost.own if step.works else cost.threads for cost in costs)


def table(costs: Costs) -> str:
    """All keys, the most costly first: median, p95, the interface's thread; other processes."""
    rows = [f"{'key':36}{'median':>8}{'p95':>8}{'own':>8}{'others':>9}"]
    for step in sorted(costs, key=lambda one: -bound_part(one, costs[one])):
        own, threads, others = (sorted(part) for part in zip(*costs[step], strict=True))
        row = f"{'* ' if step.works else '  '}{step.name:34}{median(threads):8.1f}"
        row += f"{percentile(threads, 95):8.1f}{median(own):8.1f}"
        rows.append(row + (f"{median(others):9.1f}" if median(others) >= 1 else ""))
    return "\n".join(rows)


def costs_of(library: Path, settings: Path, size: tuple[int, int], form: Form) -> Costs:
    """The costs of each key of a form; the first round has its own, which are left out."""
    costs: Costs = defaultdict(list)
    with explorer(library, settings, size) as session:
        for key in form.begin:
            session.press(key)
            settled(session, SETTLED)
        for number in range(ROUNDS + 1):
            session.wait_for_text(form.shows, PATIENCE)
            for step in form.steps:
                cost = cost_of(session, step)
                if number:
                    costs[step].append(cost)
    return dict(costs)


def explorer(library: Path, settings: Path, size: tuple[int, int]) -> Session:
    """The explorer, once it shows the library and nothing goes on any more."""
    command = [sys.executable, "-m", "sahel_tui", "--fresh", "--config", str(settings), library]
    environment = {"PYTHONPATH": os.getcwd()}
    session = Session(
        list(map(str, command)), columns=size[0], rows=size[1], environment=environment
    )
    session.wait_for_text("? help", PATIENCE)
    session.wait_until_idle(SETTLED, PATIENCE)
    session.press("L")
    session.wait_until_idle(SETTLED, PATIENCE)
    return session


def cost_of(session: Session, step: Step) -> Cost:
    """What a key takes."""
    before = spent(session)
    session.press(step.key)
    if not step.works:
        session.wait_until_idle(QUIET, PATIENCE)
        typed = after = spent(session)
    else:
        typed, after = after_typing(session), settled(session)
    own = typed[0] - before[0]
    return Cost(*(1000 * part for part in (own, after[1] - before[1], after[2] - before[2])))


def after_typing(session: Session) -> tuple[float, float, float]:
    """What was spent by the time at which somebody types the next key."""
    until = time.monotonic() + TYPING
    while (left := until - time.monotonic()) > 0:
        session.read(left)
    return spent(session)


def settled(session: Session, quiet: float = WORKED) -> tuple[float, float, float]:
    """What was spent once neither the explorer nor a process that it asked does anything."""
    busy = True
    while busy:
        session.wait_until_idle(quiet, PATIENCE)
        busy = not all(thread_sleeps(one, str(one)) for one in session.processes())
    return spent(session)


def spent(session: Session) -> tuple[float, float, float]:
    """Seconds so far: of the interface's thread, of all threads, of other processes (Linux)."""
    process = session.process.pid
    with open(f"/proc/{process}/task/{process}/schedstat", encoding="ascii") as file:
        own = int(file.read().split()[0]) / 1e9
    others = 0.0
    for other in session.processes():
        if other != process:
            with suppress(OSError):
                others += processor_seconds(other)
    with open(f"/proc/{process}/stat", encoding="utf-8") as file:
        ended = sum(map(int, file.read().rpartition(")")[2].split()[13:15])) / _TICK
    return own, processor_seconds(process), others + ended


def bare_key(size: tuple[int, int]) -> float:
    """Milliseconds that a key takes in the least app of Textual."""
    command = [sys.executable, "-m", "benchmarks.bare_app", "one line"]
    with Session(command, columns=size[0], rows=size[1], folder=Path.cwd()) as session:
        session.wait_for_text("one line")
        session.wait_until_idle(WORKED)
        before = processor_seconds(session.process.pid)
        for _ in range(BARE_KEYS):
            session.press("j")
            time.sleep(QUIET)
        return 1000 * (processor_seconds(session.process.pid) - before) / BARE_KEYS
