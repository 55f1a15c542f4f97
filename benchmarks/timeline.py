"""The timeline of many events: what a thread counts once, and what is drawn with every key.

The events are made up by a fixed seed: days, months, years about which they were, and stretches of
days, over 25 years. A key draws the strip and its axis, or a screen of lanes, on another range.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.dependencies import runs_of
from benchmarks.figures import Figure
from benchmarks.graph import IMPORT, cost
from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.chronology.density import density
from sahel_tui.queries.chronology.gaps import gaps
from sahel_tui.queries.chronology.lanes import laid_rows, lanes
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.library.rows import EventRow, Judgements, Telling
from sahel_tui.queries.library.scope import date_of
from sahel_tui.queries.timeline import Range
from sahel_tui.render.chronology.axis import draw_axis
from sahel_tui.render.chronology.lanes import columns_of, draw_lane, tallest
from sahel_tui.render.chronology.strip import draw_strip, draw_window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.chronology.density import Density
    from sahel_tui.queries.chronology.lanes import Lane

EVENTS, ACTORS, SEED = 100_000, 500, 1
FIRST, LAST = 730_000, 739_000
RANGES = [Range(FIRST + 90 * at, LAST - 90 * at) for at in range(20)]
WIDTH, ROWS = 140, 40
ONCE_BOUND, KEY_BOUND = 6_000.0, 16.0


def measure() -> Iterator[Figure]:
    """What is done once, then the keys."""
    imported = {IMPORT: median(runs_of(IMPORT, times=3))}
    rows = made_up(EVENTS)
    dates = [row.date for row in rows]
    laid = laid_rows("actor", Identities(Judgements()))
    of = f"{EVENTS:,} events"
    for what, work in (
        ("counted", lambda: density(Counter(dates).items())),
        ("gaps", lambda: gaps(dates)),
        (f"in lanes of {ACTORS} actors", lambda: lanes(rows, "actor", laid)),
    ):
        yield Figure(f"{of}: {what}, CPU", cost(work), "ms", ONCE_BOUND, yardsticks=imported)
    counts, found = density(Counter(dates).items()), lanes(rows, "actor", laid)
    assert counts is not None
    assert found is not None
    strip = cost(partial(strip_keys, counts)) / len(RANGES)
    yield Figure(f"{of}: strip, a key, CPU", strip, "ms", KEY_BOUND, yardsticks=imported)
    for what, shown in (("first", found.lanes[:ROWS]), ("last", found.lanes[-ROWS:])):
        key = cost(partial(lanes_keys, rows, found.lanes, shown))
        name = f"{of}: the {what} {ROWS} lanes, a key, CPU"
        yield Figure(name, key / len(RANGES), "ms", KEY_BOUND, yardsticks=imported)


def strip_keys(counts: Density) -> None:
    """The strip and what stands below it, on each range."""
    for span in RANGES:
        draw_strip(counts.cells(span, WIDTH))
        draw_window(draw_axis(span, WIDTH), RANGES[-1], span)


def lanes_keys(rows: list[EventRow], every: tuple[Lane, ...], shown: tuple[Lane, ...]) -> None:
    """A screen of lanes, on each range."""

    def dated(at: int) -> tuple[Edtf, str]:
        return date_of(rows[at].date), rows[at].tense

    for span in RANGES:
        columns = columns_of(every, WIDTH)
        most = tallest(every, span, columns.days)
        for lane in shown:
            draw_lane(lane, span, columns, dated, most)


def made_up(count: int) -> list[EventRow]:
    """Events in the order of their dates, each with up to three actors."""
    chosen = random.Random(SEED)
    begins = sorted(chosen.randrange(FIRST, LAST) for _ in range(count))
    return [_event(chosen, at, begin) for at, begin in enumerate(begins)]


def _event(chosen: random.Random, at: int, begin: int) -> EventRow:
    day = from_ordinal(begin).iso()
    end = from_ordinal(begin + chosen.randrange(1, 600)).iso()
    (date,) = chosen.choices((day, day[:7], f"{day[:4]}~", f"{day}/{end}"), (6, 2, 1, 1))
    actors = sorted({f"a{min(ACTORS, int(chosen.paretovariate(0.5)))}" for _ in range(3)})
    told = Telling(f"b{at // 15}.toml", f"b{at // 15}", begin)
    head = (told, f"e{at}", date, begin, None, "A raid", "assault", None, None, None, None)
    parts: tuple[tuple[str, str | None], ...] = tuple((one, None) for one in actors)
    return EventRow(*head, parts, tuple(actors), None, "past", None)
