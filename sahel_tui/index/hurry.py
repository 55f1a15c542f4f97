"""How long a search may go on: until it is stopped, or until a key has cost enough."""

from __future__ import annotations

from contextlib import suppress
from sqlite3 import ProgrammingError
from time import monotonic, thread_time
from typing import TYPE_CHECKING

from sahel_tui.index.failures import HurriedError, StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sahel_tui.index.snapshot import Shard

_EVERY = 100
"""Steps of SQLite between two looks at the clock; to go on to another page of words takes some."""


class Pace:
    """While it is entered, SQLite gives up whatever takes more than so many seconds of this thread.

    However seldom words stand together, nothing but time bounds how long FTS5 looks for them.
    """

    def __init__(
        self, shards: Iterable[Shard], stopped: Callable[[], bool], seconds: float | None = None
    ) -> None:
        """Without seconds it takes what it takes."""
        self.stopped = stopped
        """Whether nobody waits for it any more."""
        self._shards = () if seconds is None else tuple(shards)
        self._seconds = seconds
        self._end = self._soonest = 0.0

    def __enter__(self) -> Pace:
        self._end = thread_time() + (self._seconds or 0.0)
        self._soonest = monotonic() + (self._seconds or 0.0)
        self._watch(self.is_late)
        return self

    def __exit__(self, *_: object) -> None:
        self._watch(None)

    def _watch(self, given_up: Callable[[], bool] | None) -> None:
        for shard in self._shards:
            with suppress(ProgrammingError):  # it is closed: whoever asks it is told
                shard.base.set_progress_handler(given_up, _EVERY)

    @property
    def is_hurried(self) -> bool:
        """Whether time is short."""
        return self._seconds is not None

    def is_late(self) -> bool:
        """Whether time is over."""
        if self._seconds is None or monotonic() < self._soonest:
            return False  # the clock is asked in a thirtieth of what the other takes
        return thread_time() > self._end

    def check(self) -> None:
        """StoppedError where nobody waits for it."""
        if self.stopped():
            raise StoppedError

    def check_time(self) -> None:
        """HurriedError where time is over."""
        if self.is_late():
            raise HurriedError
