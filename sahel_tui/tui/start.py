"""From paths to a running explorer; nothing heavy is imported before the reading has begun."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sahel_tui.config import Settings


def run(paths: Sequence[Path], settings: Settings) -> NoReturn:
    """Explore the briefs at the paths, and end the process."""
    gc.disable()  # everything that start-up makes stays: looking through it again is in vain
    from sahel_tui.config.folders import state_home
    from sahel_tui.tui.ahead import Ahead
    from sahel_tui.tui.memory import Memory

    memory = Memory(state_home(), fresh=settings.fresh)
    _load_shared()
    ahead = Ahead(paths, memory)
    from sahel_tui.render.terminals import environment_before, terminal_of
    from sahel_tui.tui.app import ExplorerApp

    terminal = terminal_of(
        environment_before(os.environ),
        colours=settings.colours,
        in_ascii=settings.ascii,
        written=sys.stdout.encoding,
    )
    app = ExplorerApp(ahead, settings, terminal=terminal)
    app.memory = memory
    code = app.run_to_exit_code(mouse=settings.mouse)
    sys.stderr.flush()
    os._exit(code)  # at once: a thread may still be reading a brief that nobody waits for


def _load_shared() -> None:
    """Load what both processes need, once: nothing of it is of this project but the views."""
    import dataclasses
    import datetime
    import fractions

    from sahel_tui.queries import views

    del dataclasses, datetime, fractions, views
