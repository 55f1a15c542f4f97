"""Making or renewing a library's index in a process of its own, as `sahel-tui index` does it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.tui.own_process import begin

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Made(NamedTuple):
    """What came of it."""

    unread: int = 0
    """Briefs that could not be read."""
    read: int = 0
    """Briefs that were new, or had changed."""
    removed: int = 0
    trouble: str = ""
    """Why there is no index, or none that is up to date."""


class IndexProcess:
    """Works beside the screens: on another core, and none of its memory is theirs."""

    def __init__(
        self, folder: Path, index: Path | None, noticed: Iterable[Path] | None = None
    ) -> None:
        """`noticed` are files that have changed; None: all of the index is looked at, too."""
        where = [] if index is None else ["--index", str(index)]
        command = ("sahel_tui", "index", *where, "--json", "--", str(folder))
        self._question: bytes | None = None
        if noticed is not None:
            command = ("sahel_tui.index.noticing",)
            kept = None if index is None else str(index)
            files = [str(one) for one in noticed]
            asked = {"library": str(folder), "index": kept, "noticed": files}
            self._question = json.dumps(asked).encode()
        self._process = begin(*command, asked=self._question is not None, complains=True)

    def wait(self) -> Made:
        """Wait for its end."""
        out, complaints = self._process.communicate(self._question)
        with suppress(ValueError, KeyError, TypeError):
            said = json.loads(out)
            return Made(int(said["unread"]), int(said["read"]), int(said["removed"]))
        lines = complaints.decode(errors="replace").strip().splitlines()
        why = lines[0].removeprefix("sahel-tui: ") if lines else "its process was ended"
        return Made(trouble=f"the index is not up to date: {why}")

    def stop(self) -> None:
        """End it; what it has done is gone on with the next time."""
        self._process.terminate()
