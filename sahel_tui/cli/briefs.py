"""Reading the briefs that a command names; one with errors is reported, and the rest goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.errors import BriefError
from sahel_tui.reading import read_brief

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.config import Settings
    from sahel_tui.reading import Libraries, Reading


def read_all(paths: Sequence[Path], settings: Settings, talk: Talk) -> tuple[list[Reading], bool]:
    """The briefs, and whether there were none with errors; without paths, the library's."""
    from sahel_tui.store.library import brief_paths

    readings: list[Reading] = []
    libraries: Libraries = {}
    whole = True
    for path in brief_paths(list(paths) or [settings.library]):
        try:
            readings.append(read_brief(path, libraries=libraries))
        except BriefError as error:
            talk.report(error.diagnostics)
            whole = False
    return readings, whole


def banner(readings: Sequence[Reading]) -> str | None:
    """The highest marking of some briefs."""
    from sahel_tui.model.markings import highest

    orders = {reading.marking_order for reading in readings}
    order = orders.pop() if len(orders) == 1 else ()
    return highest((reading.view.marking for reading in readings), order)
