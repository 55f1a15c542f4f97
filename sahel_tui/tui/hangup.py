"""Noticing that the other side of a terminal or a pipe is gone."""

from __future__ import annotations

import os
import select
import signal
from threading import Thread

HUNG_UP = 128 + signal.SIGHUP
"""The exit code of a program whose terminal is gone."""


def end_when_gone(descriptor: int, code: int = HUNG_UP) -> None:
    """End the process, whatever it does, once nobody holds the other side of a descriptor."""
    poll = select.poll()
    poll.register(descriptor, 0)  # what is always told: that the other side is gone

    def wait() -> None:
        poll.poll()
        os._exit(code)

    Thread(target=wait, name="hang-up", daemon=True).start()
