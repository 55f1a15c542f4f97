"""The application: what can be done anywhere."""

from __future__ import annotations

import asyncio
import gc
import os
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from sahel_tui.errors import SahelError
from sahel_tui.render.terminals import MODERN, Terminal
from sahel_tui.tui.bindings import APP_BINDINGS
from sahel_tui.tui.commands import commands_here
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.scoping import ScopingApp
from sahel_tui.tui.screens.dialog import DialogScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType
    from textual.command import Provider

    from sahel_tui.config import Settings
    from sahel_tui.tui.ahead import Ahead
    from sahel_tui.tui.clipboard import Clipboard, Copy
    from sahel_tui.tui.messages import SendCopy

_CALM = 1.0
"""Seconds after which the start is over."""
_NOT_WHILE_BUSY = {
    *("open_briefs", "reload_brief", "show_dossier", "show_contradictions", "toggle_scope"),
    *("search_library", "show_help", "command_palette", "leave", "look_again"),
}
_COPIES = "copies"
"""The group of workers that send them."""
_LONGEST_COPY = 5.0
"""Seconds that one who quits waits for them."""
_TWICE = 1.5
"""Seconds in which a second Ctrl-C quits."""


def _binding_commands() -> type[Provider]:
    from sahel_tui.tui.screens.palette import BindingCommands

    return BindingCommands


class ExplorerApp(ScopingApp, inherit_bindings=False):
    """What can be done anywhere, over the briefs that are opened."""

    CSS_PATH = "app.tcss"
    TITLE = "sahel_tui"
    BINDINGS: ClassVar[list[BindingType]] = APP_BINDINGS
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_binding_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ALLOW_SELECT = False  # what is copied goes by `y`, with its marking

    def __init__(
        self,
        ahead: Ahead,
        settings: Settings,
        *,
        terminal: Terminal = MODERN,
        follow_delay: float = 0.12,
    ) -> None:
        super().__init__(ahead, terminal, settings.theme, follow_delay=follow_delay)
        self.lean = not settings.plain_output
        self.animation_level = "none"
        self.set_keymap(dict(settings.keymap))
        self._settings = settings
        self.author = settings.author
        self.index = settings.index
        self._interrupted = -_TWICE
        self._copies: Clipboard | None = None

    def on_mount(self) -> None:
        """Leave in order when told to, and look for garbage again from now on."""
        if not self.is_headless:
            self.heed_signals()
        self.set_timer(_CALM, _settle)
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw_screen())

    # Copying ----------------------------------------------------------------------------------

    def on_send_copy(self, message: SendCopy) -> None:
        """Send a copy, and say what was sent."""
        if self._copies is None:
            from sahel_tui.tui.clipboard import Clipboard

            self._copies = Clipboard(self._settings, os.environ, self._write_own)
        self.run_worker(self._send_copy(self._copies, message.copy), group=_COPIES)

    async def _send_copy(self, clipboard: Clipboard, copy: Copy | Callable[[], Copy]) -> None:
        try:
            found = await asyncio.to_thread(copy) if callable(copy) else copy
            said = await clipboard.send(found)
        except SahelError as error:
            said = str(error)
        if isinstance(self.screen, DialogScreen):
            self.screen.say(said)

    def _write_own(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)

    # Everywhere -------------------------------------------------------------------------------

    def action_show_help(self) -> None:
        """The keys that work here, made from the bindings."""
        screen = self.screen
        if isinstance(screen, DialogScreen) and not screen.has_dialog:
            from sahel_tui.render.commands import draw_command

            commands = commands_here(screen)
            screen.ask(
                "Keys that work here",
                len(commands),
                lambda item, cells: draw_command(commands[item].keys, commands[item].words, cells),
                lambda item: screen.call_next(commands[item].run),
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A dialog or a prompt that is open keeps the screen to itself."""
        screen = self.screen if self.screen_stack else None
        busy = isinstance(screen, DialogScreen) and (screen.has_dialog or screen.is_typing)
        if busy and action in _NOT_WHILE_BUSY:
            return False
        if isinstance(screen, DialogScreen) and action == screen.ASKED_BY:
            return False
        return super().check_action(action, parameters)

    def action_command_palette(self) -> None:
        """Every command by name."""
        from sahel_tui.tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def action_redraw_screen(self) -> None:
        """Draw everything anew."""
        self.repaint()

    async def action_leave(self) -> None:
        """Close one level; at the top, quit once all copies are sent."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
            return
        copies = [one for one in self.workers if one.group == _COPIES and not one.is_finished]
        with suppress(TimeoutError):
            async with asyncio.timeout(_LONGEST_COPY):
                await asyncio.gather(*(one.wait() for one in copies), return_exceptions=True)
        self.exit(0)

    def action_interrupt(self) -> None:
        """Cancel what runs; quit when it comes twice."""
        now = monotonic()
        if now - self._interrupted < _TWICE:
            self.exit(130)
            return
        self._interrupted = now
        self.workers.cancel_all()
        if isinstance(self.screen, DialogScreen):
            self.screen.say(f"{shown_key(self, 'app.interrupt')} again quits.")


def _settle() -> None:
    gc.freeze()
    gc.enable()
