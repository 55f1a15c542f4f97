"""What the doctor looks at: the streams, the environment and the settings."""

from __future__ import annotations

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


def terminal_read() -> int | None:
    """The descriptor of standard input, where that is a terminal."""
    return _terminal(sys.stdin)


def terminal_written() -> int | None:
    """The descriptor of standard output, where that is a terminal."""
    return _terminal(sys.stdout)


def _terminal(stream: TextIO | None) -> int | None:
    try:
        return stream.fileno() if stream is not None and stream.isatty() else None
    except (OSError, ValueError):
        return None
