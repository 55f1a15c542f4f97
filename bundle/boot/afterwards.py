"""Removing a temporary folder once the program has ended, however it ends."""

from __future__ import annotations

import os
import shutil

HIGHEST = 65536
"""No file that was inherited has a greater number."""


def remove_afterwards(folder: str) -> None:
    """Leave a process that removes the folder when this one and its children are gone.

    It waits for the end of a pipe that they alone hold open, so that SIGKILL is an end too.
    """
    reading, _writing = os.pipe()  # the other end stays open as long as this process is there
    if os.fork():
        os.close(reading)
        return
    os.setsid()  # no signal of the terminal is for it
    os.chdir("/")
    # Whoever waits for the end of the program's output does not wait for this process.
    os.closerange(0, reading)
    os.closerange(reading + 1, HIGHEST)
    os.read(reading, 1)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)
