"""Noticing that the other side of a terminal or a pipe is gone."""

from __future__ import annotations

import os
import select
import signal
import time
from threading import Thread

HUNG_UP = 128 + signal.SIGHUP
"""The exit code of a program whose terminal is gone."""


_GRACE = 1.0
"""Seconds in which the program may still restore what terminal it draws on."""


def end_when_gone(descriptor: int, code: int = HUNG_UP) -> None:
    """End the process, whatever it does, once nobody holds the other side of a descriptor.

    In order, as after SIGHUP, where that can be done soon: keys may come from one terminal, and
    what is drawn go to another.
    """
    poll = select.poll()
    poll.register(descriptor, 0)  # what is always told: that the other side is gone

    def wait() -> None:
        poll.poll()
        os.kill(os.getpid(), signal.SIGHUP)
        time.sleep(_GRACE)
        os._exit(code)

    Thread(target=wait, name="hang-up", daemon=True).start()
