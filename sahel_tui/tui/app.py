"""The application: it opens briefs, and does what can be done anywhere."""

from __future__ import annotations

import asyncio
import gc
import os
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from sahel_tui.render.terminals import MODERN, Terminal
from sahel_tui.render.words import counted
from sahel_tui.tui.ahead import Ahead, Opened, open_again
from sahel_tui.tui.bindings import APP_BINDINGS
from sahel_tui.tui.commands import BindingCommands, commands_here
from sahel_tui.tui.ending import EndingApp
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.screens.dialog import DialogScreen
from sahel_tui.tui.screens.explorer import ExplorerScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.screen import Screen

    from sahel_tui.config import Settings
    from sahel_tui.render.line import Line
    from sahel_tui.tui.clipboard import Clipboard, Copy
    from sahel_tui.tui.messages import SendCopy

_PATIENCE = 0.3
"""Seconds to wait for a brief before saying that it is being read."""
_CALM = 1.0
"""Seconds after which the start is over."""
_NOT_WHILE_BUSY = {"open_briefs", "reload_brief", "show_help", "command_palette", "leave"}
_COPIES = "copies"
"""The group of workers that send them."""
_LONGEST_COPY = 5.0
"""Seconds that one who quits waits for them."""
_TWICE = 1.5
"""Seconds in which a second Ctrl-C quits."""


class ExplorerApp(EndingApp, inherit_bindings=False):
    """Shows the first brief, and others when asked."""

    CSS_PATH = "app.tcss"
    TITLE = "sahel_tui"
    BINDINGS: ClassVar[list[BindingType]] = APP_BINDINGS
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {BindingCommands}
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
        super().__init__(terminal, settings.theme)
        self.lean = not settings.plain_output
        self.animation_level = "none"
        self.set_keymap(dict(settings.keymap))
        self._ahead = ahead
        self._settings = settings
        self._follow_delay = follow_delay
        self._briefs: tuple[Path, ...] = ()
        self._asked: tuple[Path, ...] = ()
        self._file = ""
        self._interrupted = -_TWICE
        self._opened = 0
        self._copies: Clipboard | None = None

    # Opening ----------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """The first brief, where it has been read by now."""
        opened = self._ahead.wait(_PATIENCE)
        if opened is None:
            self.run_worker(self._wait, thread=True)
            from sahel_tui.tui.screens.problems import WaitingScreen

            return WaitingScreen("the brief")
        return self._screen_for(opened)

    def on_mount(self) -> None:
        """Leave in order when told to, and look for garbage again from now on."""
        if not self.is_headless:
            self.heed_signals()
        self.set_timer(_CALM, _settle)
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw_screen())

    def _wait(self) -> None:
        opened = self._ahead.wait(None)
        if opened is not None:
            self.call_from_thread(self.call_later, self._show, opened)

    async def _show(self, opened: Opened) -> None:
        """Show another brief, in a stack of screens of its own, and drop the last one's."""
        screen, last = self._screen_for(opened), self.current_mode
        old = self.screen_stack[0]
        if (
            isinstance(screen, ExplorerScreen)
            and isinstance(old, ExplorerScreen)
            and old.view.path == screen.view.path
        ):
            screen.resume(old)
        mode = f"opened-{self._opened}"
        self._opened += 1
        self.add_mode(mode, lambda: screen)
        await self.switch_mode(mode)
        if last in self._modes:
            await self.remove_mode(last)

    def _screen_for(self, opened: Opened) -> Screen[None]:
        self._briefs, self._file, self._asked = opened.briefs, opened.file, opened.asked
        if opened.reading is not None:
            return ExplorerScreen(
                opened.reading, briefs=len(opened.briefs), follow_delay=self._follow_delay
            )
        if opened.complaint:
            self.fault = f"{opened.complaint}. {opened.hint[:1].upper()}{opened.hint[1:]}"
            self.call_later(self.exit, 2)
        from sahel_tui.tui.screens.problems import ProblemsScreen

        return ProblemsScreen(opened.file, opened.problems)

    def action_open_briefs(self) -> None:
        """Choose among the briefs."""
        from sahel_tui.render.briefs import draw_brief
        from sahel_tui.store.heads import read_head

        briefs, screen = self._briefs, self.screen
        remark = "shown now" if isinstance(screen, ExplorerScreen) else "has errors"

        def draw(item: int, cells: int) -> list[Line]:
            file = str(briefs[item])
            here = remark if file == self._file else ""
            return draw_brief(file, *read_head(briefs[item]), here, cells)

        if isinstance(screen, DialogScreen):
            number = len(briefs)
            title = counted(number, "brief")
            here = next((n for n, path in enumerate(briefs) if str(path) == self._file), 0)
            screen.ask(title, number, draw, lambda item: self._read(briefs[item]), at=here)

    def action_reload_brief(self) -> None:
        """Read the brief that is shown again."""
        path = next((path for path in self._briefs if str(path) == self._file), None)
        if path is not None:
            self._read(path)

    def _read(self, path: Path) -> None:
        briefs, asked = self._briefs, self._asked

        def read() -> None:
            self.call_from_thread(self.call_later, self._show, open_again(path, asked, briefs))

        self.run_worker(read, thread=True, exclusive=True)

    # Copying ----------------------------------------------------------------------------------

    def on_send_copy(self, message: SendCopy) -> None:
        """Send a copy, and say what was sent."""
        if self._copies is None:
            from sahel_tui.tui.clipboard import Clipboard

            self._copies = Clipboard(self._settings, os.environ, self._write_own)
        self.run_worker(self._send_copy(self._copies, message.copy), group=_COPIES)

    async def _send_copy(self, clipboard: Clipboard, copy: Copy) -> None:
        said = await clipboard.send(copy)
        if isinstance(self.screen, ExplorerScreen):
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
        busy = isinstance(screen, DialogScreen) and (
            screen.has_dialog or (isinstance(screen, ExplorerScreen) and screen.is_typing)
        )
        if busy and action in _NOT_WHILE_BUSY:
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
        if isinstance(self.screen, ExplorerScreen):
            self.screen.say(f"{shown_key(self, 'app.interrupt')} again quits.")


def _settle() -> None:
    gc.freeze()
    gc.enable()
