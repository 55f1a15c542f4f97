"""Textual's palette of commands, in windows of every size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets import Input

from sahel_tui.tui.commands import Command, commands_elsewhere, commands_here
from sahel_tui.tui.layouts import is_too_small
from sahel_tui.tui.screens.steady import SteadyCompositor

if TYPE_CHECKING:
    from textual import events


class Palette(CommandPalette):
    """Closes where nothing fits: its list can't be drawn in the few cells that are left."""

    # As plain as the rest, between the two banners.
    CSS = """
    Palette {
        background: transparent;
        SearchIcon { display: none; }
        & > Vertical { margin: 1 0; min-width: 8; }
        #--input, #--input.--list-visible { border: none; padding: 0 2; }
        CommandInput, CommandInput:focus { border: none; height: 1; }
        CommandList { border: none; min-width: 8; }
        & > .command-palette--help-text { text-style: not bold; }
        LoadingIndicator { display: none; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SteadyCompositor()

    def on_mount(self) -> None:
        """Send nothing while nothing is typed."""
        self.query_one(Input).cursor_blink = False

    def on_resize(self, event: events.Resize) -> None:
        """Leave a small window to the screen below, which says that it is one."""
        if self.is_current and is_too_small(*event.size):
            self.dismiss()


class BindingCommands(Provider):
    """The commands of the palette: all that keys do, here first."""

    def _commands(self) -> list[Command]:
        return [*commands_here(self.screen), *commands_elsewhere(self.screen)]

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(command.words, command.run, help=command.keys)

    async def search(self, query: str) -> Hits:
        """Those that match what is typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = matcher.match(command.words)
            if score > 0:
                yield Hit(score, matcher.highlight(command.words), command.run, help=command.keys)
