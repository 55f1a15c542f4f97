"""The explorer in this process, attached to an emulated terminal: quick enough for many keys."""

from __future__ import annotations

import asyncio
import traceback
import unicodedata
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key

import sahel_tui.tui
from sahel_tui.config import read_settings
from sahel_tui.tui.app import ExplorerApp
from sahel_tui.tui.guard import fenced_driver
from tests.terminal.emulator import Cell, Screen, Stream
from tests.terminal.session import QUERIES
from tests.tui.explore import Explorer, Read

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from sahel_tui.tui.ahead import Ahead
    from sahel_tui.tui.lean.looks import Look

PATIENCE = 500
"""Turns of the loop after which a screen that is not yet right is wrong."""


class EmulatedDriver(HeadlessDriver):
    """A driver whose terminal is the emulator, which answers where the cursor is."""

    def __init__(self, app: Any, **options: Any) -> None:
        super().__init__(app, **options)
        columns, rows = self._get_terminal_size()
        self.raw = bytearray()
        self.emulated = Screen(columns, rows)
        self._stream = Stream(self.emulated)
        self._parser = XTermParser()

    @property
    def is_headless(self) -> bool:
        """No: what is drawn is to be written."""
        return False

    def write(self, data: str) -> None:
        """Feed the emulator, and answer what was asked."""
        written = data.encode()
        self.raw += written
        self._stream.feed(written)
        self._answer_queries(written)

    def _answer_queries(self, written: bytes) -> None:
        for query in QUERIES.finditer(written):
            if query["cursor"]:
                cursor = self.emulated.cursor
                self.answer(f"\x1b[{cursor.y + 1};{cursor.x + 1}R")

    def answer(self, sequence: str) -> None:
        """Send what the terminal says."""
        for message in self._parser.feed(sequence):
            self.process_message(message)

    def resize(self, columns: int, rows: int) -> None:
        """Another size, in which nothing stays where it was."""
        if self._size != (columns, rows):
            self.emulated.resize(rows, columns)
            self.emulated.scribble()
        self._size = (columns, rows)
        size = Size(columns, rows)
        self.process_message(events.Resize(size, size))


class RecordingDriver(EmulatedDriver):
    """A driver that keeps what is written, and shows nothing: many times quicker."""

    def write(self, data: str) -> None:
        """Keep it, and answer what was asked."""
        written = data.encode()
        self.raw += written
        self._answer_queries(written)


class StayingApp(ExplorerApp):
    """The explorer, which no key ends or stops."""

    CSS_PATH = str(Path(sahel_tui.tui.__file__).parent / "app.tcss")

    told = ""
    """Where its first fault comes from."""

    def _handle_exception(self, error: Exception) -> None:
        self.told = self.told or "".join(traceback.format_exception(error))
        super()._handle_exception(error)

    async def action_leave(self) -> None:
        """Close one level; at the top, stay."""
        if len(self.screen_stack) > 1:
            await super().action_leave()

    def action_suspend_process(self) -> None:
        """Stay."""

    def action_interrupt(self) -> None:
        """Stay."""


class Attached(Explorer):
    """An explorer under test, and the terminal that it draws on."""

    def __init__(self, pilot: Pilot[int]) -> None:
        super().__init__(pilot)
        self.app: StayingApp = cast("StayingApp", pilot.app)
        self.driver = cast("EmulatedDriver", self.app._driver)

    async def press(self, *keys: str) -> None:
        """Press keys by the names that Textual gives them, and wait for what they do."""
        for key in keys:
            character = character_of(key)
            self.driver.process_message(events.Key(key_of(key), character))
            await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        self.driver.resize(columns, rows)
        await self.pilot.pause()
        await self.until(lambda: self.app.size == (columns, rows) or bool(self.app.fault))
        assert self.app.fault == "", self.app.told
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing that was typed is left to do."""
        await asyncio.sleep(0)  # what another thread would have sent is on its way
        for _ in range(PATIENCE):
            await self.app._settle()
            if self._is_settled():
                break
            await asyncio.sleep(0.005)
        await self.pilot._wait_for_screen()

    def _is_settled(self) -> bool:
        ordering = self.app._ordering
        waits = ordering is None or ordering.done()
        return waits and all(worker.is_finished for worker in self.app.workers)

    def meant(self) -> list[list[Cell]]:
        """The screen as the widgets draw it, whole."""
        console, strips = self.app.console, self.app.screen._compositor.render_strips()
        return [_row(strip.render(console), self.app.size.width) for strip in strips]

    @property
    def lines(self) -> list[str]:
        """The screen as text, as the terminal shows it."""
        return [line.rstrip() for line in self.driver.emulated.display]

    def shown(self) -> list[list[Cell]]:
        """The screen as the terminal shows it."""
        return self.driver.emulated.cells()

    def believed(self) -> list[list[Cell]] | None:
        """The screen as the program takes it to be shown; None where it keeps none in mind."""
        painter = self.app.painter
        if painter is None or painter.shown is None:
            return None
        return [_row("".join(map(_drawn, row)), painter.columns) for row in painter.shown]

    async def agree(self, turns: int = PATIENCE) -> bool:
        """Whether the terminal comes to show what is meant, and the program knows that it does."""
        for _ in range(turns):
            if self.shown() == self.meant() and self.believed() in (None, self.shown()):
                return True
            await asyncio.sleep(0.002)
        return False

    def differences(self) -> str:
        """Where the terminal shows something else, for a person to read."""
        pairs = zip(self.shown(), self.meant(), strict=True)
        return "\n".join(
            f"row {y}, column {x}: shows {shown}, means {meant}"
            for y, rows in enumerate(pairs)
            for x, (shown, meant) in enumerate(zip(*rows, strict=True))
            if shown != meant
        )


def key_of(key: str) -> str:
    """The name that Textual has for a key or a character."""
    return _character_to_key(key) if len(key) == 1 and not key.isalnum() else key


def character_of(key: str) -> str | None:
    """What a key types, if anything."""
    if len(key) == 1:
        return key
    name = key_of(key)
    try:
        return unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        return None


def _drawn(cell: tuple[str, Look]) -> str:
    text, look = cell
    codes = [*look.attributes, *filter(None, (look.foreground, look.background))]
    return f"\x1b[0;{';'.join(codes)}m{text}" if codes else f"\x1b[m{text}"


@lru_cache(2000)
def _row(rendered: str, columns: int) -> list[Cell]:
    """One row drawn from nothing on a terminal of its own."""
    screen = Screen(columns, 1)
    Stream(screen).feed(b"\x1b[?7l" + rendered.encode())
    return screen.cells()[0]


@asynccontextmanager
async def attached(
    path: Path,
    columns: int = 80,
    rows: int = 24,
    driver: type[EmulatedDriver] = EmulatedDriver,
    **settings: Any,
) -> AsyncIterator[Attached]:
    """An explorer of a brief or a folder, drawing on an emulated terminal; settings changed."""
    changed = read_settings({})._replace(**settings)
    app = StayingApp(cast("Ahead", Read(path)), changed, follow_delay=0)
    app.driver_class = fenced_driver(driver)
    ready: asyncio.Future[Pilot[object]] = asyncio.get_running_loop().create_future()
    done = asyncio.Event()

    async def hold(pilot: Pilot[object]) -> None:
        ready.set_result(pilot)
        await done.wait()

    size = (columns, rows)
    running = asyncio.create_task(app.run_async(headless=False, size=size, auto_pilot=hold))
    started = asyncio.create_task(asyncio.wait_for(ready, PATIENCE))
    await asyncio.wait([started, running], return_when=asyncio.FIRST_COMPLETED)
    assert ready.done(), app.fault
    try:
        explorer = Attached(cast("Pilot[int]", ready.result()))
        await explorer.settle()
        with app._context():  # widgets ask for it when they draw
            yield explorer
    finally:
        done.set()
        app.exit(0)
        await running
    assert app.fault == "", app.told
