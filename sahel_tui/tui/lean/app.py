"""The one place that touches Textual: what an app would have written goes through a painter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App

from sahel_tui.tui.lean.fit import fits
from sahel_tui.tui.lean.pace import ASK, Pace
from sahel_tui.tui.lean.painter import Painter

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

T = TypeVar("T")

_LARGE = 200
"""Characters from which on a cursor that runs over the screen would be seen."""
_HIDE, _SHOW = "\x1b[?25l", "\x1b[?25h"
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
"""Synchronised output: the terminal shows all of it at once."""


class LeanApp(App[T]):
    """An app that sends the terminal only what has changed, and one frame at a time.

    It falls back to Textual's own output where that is no longer what this was made for, where
    `lean` says so, and after a fault of its own. The terminal's cursor is shown, and stands at
    `cursor_position`: that is what braille displays and screen readers follow.
    """

    lean: bool = True
    """Whether to be; set before the app runs."""
    painter: Painter | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._pace = Pace(self._send_frame)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """In the place of Textual's own: take what is new, and send it when it is time."""
        if not self._may_be_lean() or renderable is None or self._batch_count:
            super()._display(screen, renderable)
        elif isinstance(renderable, (LayoutUpdate, ChopsUpdate)):
            self._paint(renderable)
            self.post_display_hook()
        else:
            super()._display(screen, renderable)
            self._forget_shown()

    def _may_be_lean(self) -> bool:
        return (
            self.lean
            and self._running
            and not self._closed
            and not self.is_headless
            and self._driver is not None
            and fits()
        )

    def _paint(self, update: LayoutUpdate | ChopsUpdate) -> None:
        try:
            if self.painter is None or not self._is_of_this_size(self.painter):
                self.painter = Painter(*self.size, self.console._color_system)
            self.painter.take(update)
        except Exception as error:
            self._fall_back(error)
        self._send_if_free()

    def _is_of_this_size(self, painter: Painter) -> bool:
        return painter.is_for(*self.size, self.console._color_system)

    def _fall_back(self, error: Exception) -> None:
        self.lean = False
        self.screen.refresh(layout=True)
        self.notify(
            f"Lean output failed ({type(error).__name__}): from now on the screen is sent whole.",
            severity="warning",
        )

    def _send_if_free(self) -> None:
        if self._pace.is_free:
            self._send_frame()

    def _send_frame(self) -> None:
        """Send what the terminal lacks; one of another size gets nothing before it is laid out."""
        painter = self.painter
        if painter is None or not self._may_be_lean() or not self._is_of_this_size(painter):
            return
        try:
            self._send(painter)
        except Exception as error:
            self._fall_back(error)

    def _send(self, painter: Painter) -> None:
        """Send a frame, with a question that the terminal answers when it has come to it."""
        x, y = self.size.clamp_offset(self.cursor_position)
        first = painter.shown is None
        frame = painter.frame((y, x))
        if not frame:
            return
        large = len(frame) > _LARGE
        # from the middle of a large frame the answer is back when its rest has been sent, too;
        # in the top row it would read like a key with a modifier: xterm's F3
        asked = (painter.middle if large else 0) or (len(frame) if y else 0)
        if asked:
            frame = f"{frame[:asked]}{ASK}{frame[asked:]}"
            self._pace.sent()
        if self._sync_available:
            frame = f"{_BEGIN}{_SHOW if first else ''}{frame}{_END}"
        elif first or large:
            frame = f"{_HIDE}{frame}{_SHOW}"
        if self._driver is not None:
            self._driver.write(frame)
            self._driver.flush()

    def on_cursor_position(self) -> None:
        """The terminal has shown the last frame: now it can have the next."""
        self._pace.answered()
        self._send_frame()

    async def on_event(self, event: events.Event) -> None:
        """A terminal whose size has changed has moved its text about."""
        if isinstance(event, events.Resize):
            self._forget_shown()
            # Textual itself draws nothing anew for a size that was another one in between
            self.call_later(self._send_if_free if self.lean and fits() else self._draw_anew)
        await super().on_event(event)

    def _draw_anew(self) -> None:
        if self.screen_stack:
            self.repaint()

    def repaint(self) -> None:
        """Draw everything anew: nobody knows what the terminal shows."""
        self._forget_shown()
        self._pace.forget()
        self.screen.refresh(layout=True)

    def _forget_shown(self) -> None:
        if self.painter is not None:
            self.painter.forget()
