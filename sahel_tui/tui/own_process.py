"""Beginning a process that runs a module of this program beside the screens."""

from __future__ import annotations

import os
import sys
from subprocess import DEVNULL, PIPE, Popen


def begin(module: str, *given: str, asked: bool = True, complains: bool = False) -> Popen[bytes]:
    """Begin it, with pipes to ask it, to have answers, and complaints; OSError where none can be.

    It finds modules where this process does, and none in the folder that one happens to be in.
    """
    return Popen(
        [sys.executable, "-P", "-m", module, *given],
        stdin=PIPE if asked else DEVNULL,
        stdout=PIPE,
        stderr=PIPE if complains else DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
