"""Textual's palette of commands, in windows of every size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import CommandPalette

from sahel_tui.tui.layouts import is_too_small
from sahel_tui.tui.screens.steady import SteadyCompositor

if TYPE_CHECKING:
    from textual import events


class Palette(CommandPalette):
    """Closes where nothing fits: its list can't be drawn in the few cells that are left."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SteadyCompositor()

    def on_resize(self, event: events.Resize) -> None:
        """Leave a small window to the screen below, which says that it is one."""
        if self.is_current and is_too_small(*event.size):
            self.dismiss()
