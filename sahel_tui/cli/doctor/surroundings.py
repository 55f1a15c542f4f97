"""What the doctor looks at: the streams, the environment and the settings."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TextIO

from sahel_tui.render.terminals import Terminal, environment_before, terminal_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sahel_tui.config import Settings


class Surroundings(NamedTuple):
    """Where the program runs, and what was asked of it."""

    environment: Mapping[str, str]
    settings: Settings

    @property
    def name(self) -> str:
        """The terminal's name."""
        return self.settings.term

    def terminal(self, **changes: str) -> Terminal:
        """What the explorer would take the terminal for, with these variables changed."""
        environment = {**environment_before(self.environment), **changes}
        return terminal_of(
            environment,
            colours=self.settings.colours,
            in_ascii=self.settings.ascii,
            written=getattr(sys.stdout, "encoding", None) or "ascii",
        )


def terminals() -> tuple[int, int] | None:
    """The descriptors of standard input and output where both are terminals."""
    descriptors = [_descriptor(stream) for stream in (sys.stdin, sys.stdout)]
    if all(one is not None and os.isatty(one) for one in descriptors):
        return descriptors[0] or 0, descriptors[1] or 0
    return None


def _descriptor(stream: TextIO | None) -> int | None:
    try:
        return None if stream is None else stream.fileno()
    except (OSError, ValueError):
        return None
