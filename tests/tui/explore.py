"""The explorer driven by keys, without a terminal."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, cast

from textual.css.query import NoMatches

from sahel_tui.config import read_settings
from sahel_tui.render.terminals import MODERN, Terminal
from sahel_tui.tui.ahead import Ahead, Opened, open_first
from sahel_tui.tui.app import ExplorerApp
from sahel_tui.tui.screens.explorer import ExplorerScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from sahel_tui.tui.memory import Memory
    from sahel_tui.tui.widgets.event_list import EventList


class Read:
    """A brief that was read beforehand."""

    def __init__(self, path: Path, memory: Memory | None = None) -> None:
        self._path, self._memory = path, memory

    def wait(self, seconds: float | None) -> Opened:
        """The result, at once."""
        del seconds
        return open_first([self._path], self._memory)


class Explorer:
    """An explorer under test: keys in, screen and state out."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self.pilot = pilot
        self.app = cast("ExplorerApp", pilot.app)

    @property
    def screen(self) -> ExplorerScreen:
        """The explorer's own screen, under whatever dialog."""
        found = [screen for screen in self.app.screen_stack if isinstance(screen, ExplorerScreen)]
        return found[-1]

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the screen has settled."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text, key by key."""
        await self.press(*("space" if char == " " else char for char in text))

    async def enter(self, text: str, *keys: str) -> None:
        """Press the keys that ask for a text, then type and enter it."""
        await self.press(*keys)
        await self.type(text)
        await self.press("enter")

    async def counted(self) -> None:
        """Wait until the events are counted, which happens once the first screen stands."""
        events = cast("EventList", self.screen.pane("events"))
        await self.until(lambda: events.survey is not None)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, for as many turns of the loop as that may take."""
        for _ in range(500):
            if _holds(holds):
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"never came to hold on\n{self.text}")

    async def left_alone_until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, without a message to the app: it is idle meanwhile."""
        for _ in range(1000):
            if _holds(holds):
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"never came to hold on\n{self.text}")

    @property
    def lines(self) -> list[str]:
        """The screen as text, a string a line; none of a screen that is not laid out yet."""
        strips = self.app.screen._compositor.render_strips()
        return [strip.text for strip in strips if strip is not None]

    @property
    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.lines)

    def line(self, words: str) -> str:
        """The only line that holds some words."""
        found = [line for line in self.lines if words in line]
        assert len(found) == 1, f"{words!r} is on {len(found)} lines of\n{self.text}"
        return found[0]

    @property
    def shown_panes(self) -> dict[str, int]:
        """The panes on the screen, with their height in lines."""
        panes = [*self.screen.lists, self.screen.reader]
        return {pane.id or "": pane.size.height for pane in panes if pane.size.area}


def _holds(holds: Callable[[], bool]) -> bool:
    """Of a screen that is being put together nothing holds yet."""
    try:
        return holds()
    except NoMatches:
        return False


@asynccontextmanager
async def exploring(
    path: Path,
    columns: int = 80,
    rows: int = 24,
    terminal: Terminal = MODERN,
    memory: Memory | None = None,
    **settings: Any,
) -> AsyncIterator[Explorer]:
    """An explorer of a brief or a folder in a terminal of this size, with settings changed."""
    changed = read_settings({})._replace(**settings)
    app = ExplorerApp(cast("Ahead", Read(path, memory)), changed, terminal=terminal, follow_delay=0)
    app.memory = memory
    async with app.run_test(size=(columns, rows)) as pilot:
        await pilot.pause()
        yield Explorer(pilot)
