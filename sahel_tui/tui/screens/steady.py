"""Where widgets stand on a screen, changed by laying it out and in no other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import Compositor

if TYPE_CHECKING:
    from textual.widget import Widget


class SteadyCompositor(Compositor):
    """Marks widgets as stale where they are to be seen, and leaves the others alone.

    Textual's own looks anew where everything is, once one that is not to be seen yet has to be
    drawn, and then takes it for drawn when the screen is laid out (Textual 8.2.8).
    """

    def update_widgets(self, widgets: set[Widget]) -> None:
        """Mark what has to be drawn again of these."""
        super().update_widgets(widgets & self.visible_widgets.keys())
