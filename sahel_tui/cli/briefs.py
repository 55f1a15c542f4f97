"""Reading the briefs that a command names; one with errors is reported, and the rest goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.errors import BriefError
from sahel_tui.library_reading import on_all_processors
from sahel_tui.reading import read_brief

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.errors import Diagnostic
    from sahel_tui.reading import Libraries, Reading


def read_all(
    paths: Sequence[Path], talk: Talk, processes: int | None = 1
) -> tuple[list[Reading], bool]:
    """Some briefs in their order, and whether there were none with errors.

    `processes` read many briefs, None as many as there are processors.
    """
    readings: list[Reading] = []
    whole = True
    for reading, diagnostics in on_all_processors(paths, _Reader(), processes):
        if reading is None:
            talk.report(diagnostics)
            whole = False
        else:
            readings.append(reading)
    return readings, whole


class _Reader:
    """Reads briefs; what they share is read once."""

    def __init__(self) -> None:
        self._libraries: Libraries = {}

    def __call__(self, path: Path) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
        """A brief, or why it could not be read."""
        try:
            return read_brief(path, libraries=self._libraries), ()
        except BriefError as error:
            return None, error.diagnostics


def banner(readings: Sequence[Reading]) -> str | None:
    """The highest marking of some briefs."""
    from sahel_tui.model.markings import highest

    orders = {reading.marking_order for reading in readings}
    order = orders.pop() if len(orders) == 1 else ()
    return highest((reading.view.marking for reading in readings), order)
