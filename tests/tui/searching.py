"""The search screen, driven by keys."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from sahel_tui.tui.memory import Memory
from sahel_tui.tui.screens.search import SearchScreen
from tests.tui.explore import Explorer, exploring

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

SIZES = [(40, 10), (80, 24), (140, 45)]


class Search:
    """The search screen of an explorer."""

    def __init__(self, explorer: Explorer) -> None:
        self.explorer = explorer
        self.press = explorer.press

    @property
    def screen(self) -> SearchScreen:
        """The screen itself, under whatever it opened."""
        found = [one for one in self.explorer.app.screen_stack if isinstance(one, SearchScreen)]
        return found[-1]

    @property
    def is_shown(self) -> bool:
        """Whether nothing lies on it."""
        return isinstance(self.explorer.app.screen, SearchScreen)

    async def type(self, query: str) -> None:
        """Type a query, and wait until all that it finds is there."""
        await self.explorer.type(query)
        await self.answered()

    async def answered(self) -> None:
        """Wait until the whole answer to what is typed is there."""
        screen = self.screen

        def whole() -> bool:
            found = screen.found
            return bool(
                found
                and found.query.text == screen.line.input.value
                and found.complete
                and found.counted
                and found.counted.exact
            )

        await self.explorer.until(lambda: self.explorer.app.shelf.progress.done)
        await self.explorer.until(whole)
        await self.explorer.pilot.pause()

    async def open(self) -> None:
        """Open the brief of the hit under the cursor."""
        await self.press("enter")
        await self.explorer.until(lambda: not self.is_shown)
        await self.explorer.until(lambda: self.explorer.screen.reader.selection.current is not None)
        await self.explorer.pilot.pause()

    def selected(self) -> str:
        """The words that are selected in the brief that was opened."""
        stop = self.explorer.screen.reader.selection.current
        assert stop is not None
        assert stop.start is not None
        assert stop.end is not None
        return self.explorer.screen.view_text(stop.source, stop.start, stop.end)

    def shown_hits(self) -> list[tuple[str, str, str]]:
        """Of each result, in the order of the list: brief, kind, id."""
        return [(hit.path, hit.kind, hit.id) for _, hit in self.screen.results._rows]


@asynccontextmanager
async def searching(
    library: Path, columns: int = 80, rows: int = 24, state: Path | None = None
) -> AsyncIterator[Search]:
    """An explorer of a library whose search screen has just been opened."""
    async with exploring(library, columns, rows) as explorer:
        explorer.app.memory = Memory(state) if state else None
        await explorer.press("s")
        await explorer.until(lambda: isinstance(explorer.app.screen, SearchScreen))
        search = Search(explorer)
        await search.answered()
        yield search
