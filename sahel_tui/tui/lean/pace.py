"""At most one frame on its way: the next is sent once the terminal says where it is in the last."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ASK = "\x1b[6n"
"""Where is the cursor? A terminal answers once it has come to it (ECMA-48: DSR, CPR)."""
PATIENCE = 3.0
"""Seconds after which an answer is taken for lost."""
MOST_LOST = 3
"""Answers lost one after the other from which on none is expected."""
SHORT_PATIENCE = 0.25
"""Seconds between two frames where none is: a link that stands still is not filled meanwhile."""


class Pace:
    """Knows whether a frame is on its way.

    A terminal that has never answered is not waited for: it may be one that does not. For one that
    has fallen silent it waits a short time, until it answers again.
    """

    def __init__(self, give_up: Callable[[], None]) -> None:
        self._give_up = give_up
        """Called when an answer is overdue."""
        self._answers = False
        self._lost = 0
        self._waiting: asyncio.TimerHandle | None = None

    @property
    def is_free(self) -> bool:
        """Whether a frame may be sent now."""
        return self._waiting is None or not self._answers

    def sent(self) -> None:
        """A frame is on its way, with the question after it."""
        self.forget()
        patience = PATIENCE if self._lost < MOST_LOST else SHORT_PATIENCE
        self._waiting = asyncio.get_running_loop().call_later(patience, self._overdue)

    def answered(self) -> None:
        """The terminal has answered."""
        self._answers, self._lost = True, 0
        self.forget()

    def forget(self) -> None:
        """Wait for nothing: what may still come is about a frame of the past."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _overdue(self) -> None:
        self._waiting = None
        self._lost += 1
        self._give_up()
