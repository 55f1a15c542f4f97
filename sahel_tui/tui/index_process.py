"""Making or renewing a library's index in a process of its own, as `sahel-tui index` does it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Made(NamedTuple):
    """What came of it."""

    unread: int = 0
    """Briefs that could not be read."""
    trouble: str = ""
    """Why there is no index, or none that is up to date."""


class IndexProcess:
    """Works beside the screens: on another core, and none of its memory is theirs."""

    def __init__(self, folder: Path, index: Path | None) -> None:
        where = [] if index is None else ["--index", str(index)]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "sahel_tui", "index", *where, "--json", "--", str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def wait(self) -> Made:
        """Wait for its end."""
        out, complaints = self._process.communicate()
        with suppress(ValueError, KeyError, TypeError):
            return Made(unread=int(json.loads(out)["unread"]))
        said = complaints.decode(errors="replace").strip().splitlines()
        why = said[0].removeprefix("sahel-tui: ") if said else "its process was ended"
        return Made(trouble=f"the index is not up to date: {why}")

    def stop(self) -> None:
        """End it; what it has done is gone on with the next time."""
        self._process.terminate()
