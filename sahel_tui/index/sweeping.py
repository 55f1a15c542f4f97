"""Removing the files of an index that nothing names any more."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.index.current import Current

_OURS = re.compile(
    r"(CURRENT|shard-[0-9a-f]{16}\.db|delta-[0-9a-f]{16}\.db|words-[0-9a-f]{16}\.bin)(\.tmp)?"
)


def sweep(folder: Path, current: Current) -> None:
    """Remove what earlier states and unfinished runs have left.

    Who has one of the files open goes on reading it; who is about to open it finds it gone, and
    reads CURRENT again.
    """
    kept = {"CURRENT", current.words, *(one.name for one in current.files)}
    with suppress(OSError):  # what is left over does no harm
        for name in os.listdir(folder):
            if name not in kept and _OURS.fullmatch(name):
                os.unlink(folder / name)
