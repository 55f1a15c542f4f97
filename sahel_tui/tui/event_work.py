"""What takes long about the events of a library: when they are, which are one, in which lanes.

It is done by a thread, or by a process of its own (`event_process.py`), from which it comes back as
it is: numbers in arrays, and each text once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.narrow import narrow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.queries.chronology.dated import Coded, Dated
    from sahel_tui.queries.chronology.density import Stopped
    from sahel_tui.queries.chronology.lanes import By, Lanes
    from sahel_tui.queries.chronology.survey import Survey
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.listing import Streamed
    from sahel_tui.queries.library.rows import EventRow


class Joining(NamedTuple):
    """Asks for the dates of all events, and then which of them are one."""


class Counting(NamedTuple):
    """Asks for what is told of some events, in order."""

    dated: Dated
    shown: Sequence[int]
    """Their places among all."""
    counted: bool
    """Whether it is asked how many there are when."""
    by: By | None
    """What they are put into lanes by."""


Question = Joining | Counting


class Found(NamedTuple):
    """All events, as far as they are joined, and what is told of them."""

    dated: Dated
    survey: Survey


class Compared(NamedTuple):
    """How many have been compared by now."""

    rows: int


class Counts(NamedTuple):
    """What was asked for of some events; None is what was not."""

    survey: Survey | None
    lanes: Lanes | None


Answer = Found | Compared | Counts


_FEW = 1000
"""Events up to which counting them takes no longer than a key may."""


def is_small(question: Question) -> bool:
    """Whether it takes no process to answer."""
    return isinstance(question, Counting) and len(question.shown) <= _FEW


def answer(
    question: Question,
    events: Streamed[EventRow],
    identities: Identities,
    say: Callable[[Answer], None],
    stopped: Stopped,
) -> None:
    """Say all that answers a question, unless it is stopped."""
    if isinstance(question, Joining):
        _join(events, identities, say, stopped)
    else:
        _count(question, events, identities, say, stopped)


def _join(
    events: Streamed[EventRow],
    identities: Identities,
    say: Callable[[Answer], None],
    stopped: Stopped,
) -> None:
    from sahel_tui.queries.chronology.retold import dated, joined_of

    found = dated(events, stopped)
    if found is None or (counts := _surveyed(found.dates, stopped)) is None:
        return
    say(Found(found, counts))
    tell = _Now(say, len(found.numbers) // 20)
    joined = joined_of(events, identities, found, stopped, tell)
    if joined is not None and (counts := _surveyed(joined.dates, stopped)) is not None:
        say(Found(joined, counts))


def _surveyed(dates: Coded[str], stopped: Stopped) -> Survey | None:
    from sahel_tui.queries.chronology.survey import first_day, survey

    return survey(dates, stopped, dates.mapped(first_day))


class _Now:
    """Says now and then how many have been compared."""

    def __init__(self, say: Callable[[Answer], None], step: int) -> None:
        self._say, self._step, self._said = say, step, 0

    def __call__(self, rows: int) -> None:
        if rows - self._said > self._step:
            self._said = rows
            self._say(Compared(rows))


def _count(
    asked: Counting,
    events: Streamed[EventRow],
    identities: Identities,
    say: Callable[[Answer], None],
    stopped: Stopped,
) -> None:
    dates = asked.dated.dates
    found = _surveyed(dates.some(asked.shown), stopped) if asked.counted else None
    laid = None if asked.by is None else _lanes(asked.by, asked, events, identities, stopped)
    if not stopped():
        say(Counts(found, laid))


def _lanes(
    by: By, asked: Counting, events: Streamed[EventRow], identities: Identities, stopped: Stopped
) -> Lanes | None:
    """An event is in the lanes of all its tellings."""
    from sahel_tui.queries.chronology.lanes import Laid, laid_rows, lanes
    from sahel_tui.queries.chronology.retold import Retold

    dated = asked.dated
    numbers = narrow(map(dated.numbers.__getitem__, asked.shown))
    rows = Retold(events, identities, dated.tellings).tellings_read(numbers, stopped)
    keys = laid_rows(by, identities).keys
    laid: Laid[tuple[EventRow, tuple[EventRow, ...]]] = Laid(
        lambda one: one[0].date,
        lambda one: tuple(key for row in one[1] for key in keys(row)),
    )
    found = lanes(rows, by, laid, stopped)
    if found is not None:
        found.count_largest(stopped)
    return found
