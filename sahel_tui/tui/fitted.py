"""An app that fits the terminal: its colours, its characters, and its cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textual import events
from textual.app import ScreenStackError
from textual.errors import NoWidget
from textual.geometry import Offset

from sahel_tui.tui.filters import COLOUR_SYSTEMS, filters_for
from sahel_tui.tui.guard import SafeFilter
from sahel_tui.tui.style_sheet import SteadyStylesheet
from sahel_tui.tui.terminal import TerminalDriver
from sahel_tui.tui.typed_ahead import OrderedApp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.terminal_theme import TerminalTheme
    from textual.filter import LineFilter

    from sahel_tui.render.terminals import Terminal

T = TypeVar("T")


class FittedApp(OrderedApp[T]):
    """Draws in a theme, for one terminal, whose cursor follows what has the focus."""

    def __init__(self, terminal: Terminal, theme: str, **kwargs: Any) -> None:
        super().__init__(driver_class=TerminalDriver, ansi_color=True, **kwargs)
        self.theme = "ansi-dark"  # of Textual: the palette's own colours
        self.stylesheet = SteadyStylesheet(variables=self.get_css_variables())
        self.terminal = terminal
        self.console._color_system = COLOUR_SYSTEMS.get(terminal.colours)
        self.no_color = terminal.colours == "none" or theme == "mono"
        self._line_filters = [SafeFilter(), *filters_for(terminal, theme)]

    async def on_event(self, event: events.Event) -> None:
        """A place that is not on the screen (any more) is none: Textual takes the focus for it."""
        if isinstance(event, events.MouseEvent) and not self._is_on_screen(event):
            return
        await super().on_event(event)

    def _is_on_screen(self, event: events.MouseEvent) -> bool:
        if self.mouse_captured is not None:  # its end is told wherever it is
            return True
        try:
            self.screen.get_widget_at(int(event.x), int(event.y))
        except (NoWidget, ScreenStackError):
            return False
        return True

    @property
    def ansi_theme(self) -> TerminalTheme:
        """One theme for all: Textual asks for it at every line, and looks it up each time."""
        return self.ansi_theme_dark

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every drawn line passes: the guard's first, then what terminal and theme need."""
        return self._line_filters

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor stands: asked for whenever a frame is sent.

        It is the selection of the pane, dialog or prompt that has the focus: braille displays,
        screen readers and tmux's copy mode follow it.
        """
        focused = self.screen.focused if self.screen_stack else None
        place: Offset = getattr(focused, "cursor_screen_offset", Offset(0, 0))
        # at the end of what is typed, Textual's input tells the cell after the one it draws
        return place - (1, 0) if getattr(focused, "cursor_at_end", False) else place

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        """Textual's input tells it, too: nothing to remember."""
