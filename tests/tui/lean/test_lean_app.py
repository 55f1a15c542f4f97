"""An app whose output is lean: what it sends, when, and what it does where it can't be lean."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Offset, Size
from textual.widgets import Static

from sahel_tui.tui.lean import app as lean_app
from sahel_tui.tui.lean import pace
from sahel_tui.tui.lean.app import LeanApp
from sahel_tui.tui.lean.pace import ASK
from sahel_tui.tui.lean.painter import Painter
from tests.terminal.emulator import Screen, Stream

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.app import ComposeResult

COLUMNS, ROWS = 40, 10


class Driver(HeadlessDriver):
    """Writes to an emulated terminal, which answers when it is told to."""

    def __init__(self, app: Any, **options: Any) -> None:
        super().__init__(app, **options)
        self.frames: list[str] = []
        self.screen = Screen(COLUMNS, ROWS)
        self._stream = Stream(self.screen)

    @property
    def is_headless(self) -> bool:
        """No: what is drawn is to be written."""
        return False

    def write(self, data: str) -> None:
        self.frames.append(data)
        self._stream.feed(data.replace("\n", "\r\n").encode())

    def answer(self) -> None:
        """Say where the cursor is."""
        self.process_message(events.CursorPosition(0, 0))


class Lines(LeanApp[None]):
    """A few lines of text."""

    CSS = "Screen { background: ansi_default; }"

    def __init__(self) -> None:
        super().__init__(driver_class=Driver, ansi_color=True)
        self.cursor_position = Offset(0, 1)

    def compose(self) -> ComposeResult:
        yield Static("first", id="text")

    @property
    def terminal(self) -> Driver:
        assert isinstance(self._driver, Driver)
        return self._driver

    async def say(self, text: str) -> None:
        """Change the text, and let it be drawn."""
        self.query_one("#text", Static).update(text)
        await drawn(self)

    @property
    def shown(self) -> str:
        return "\n".join(line.rstrip() for line in self.terminal.screen.display).rstrip()


async def drawn(app: Lines) -> None:
    """Wait until there is nothing left to draw."""
    done = asyncio.Event()
    app.call_after_refresh(done.set)
    await done.wait()
    await asyncio.sleep(0)


@asynccontextmanager
async def running() -> AsyncIterator[Lines]:
    """The app on its terminal, with nothing left to draw."""
    app = Lines()
    async with app.run_test(headless=False, size=(COLUMNS, ROWS), notifications=True):
        await drawn(app)
        yield app


async def answered(app: Lines) -> None:
    """Let the terminal answer, and wait until the app knows."""
    app.terminal.answer()
    await asyncio.sleep(0)
    done = asyncio.Event()
    app.call_later(done.set)
    await done.wait()


async def test_what_changed_is_sent_and_nothing_else() -> None:
    async with running() as app:
        await app.say("a longer text")
        app.terminal.frames.clear()
        await app.say("a longer text!")

        assert app.shown == "a longer text!"
        assert "longer" not in "".join(app.terminal.frames)


async def test_one_frame_is_on_its_way_at_a_time() -> None:
    async with running() as app:
        await answered(app)
        await app.say("second")
        app.terminal.frames.clear()
        for text in ("third", "fourth", "fifth"):
            await app.say(text)

        assert app.terminal.frames == []
        await answered(app)
        assert app.shown == "fifth"
        assert len(app.terminal.frames) == 1
        await answered(app)
        assert len(app.terminal.frames) == 1


async def test_a_terminal_that_never_answers_is_not_waited_for() -> None:
    async with running() as app:
        for text in ("second", "third", "fourth"):
            await app.say(text)
            assert app.shown == text


async def test_an_answer_that_is_lost_is_not_waited_for_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pace, "PATIENCE", 0.01)
    async with running() as app:
        await answered(app)
        await app.say("second")
        await app.say("third")
        while app.shown != "third":
            await asyncio.sleep(0.005)


async def test_a_terminal_that_falls_silent_is_not_waited_for_so_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pace, "PATIENCE", 0.01)
    monkeypatch.setattr(pace, "SHORT_PATIENCE", 0.02)

    async def say_twice(app: Lines, text: str) -> None:
        await app.say("meanwhile")
        await app.say(text)
        while app.shown != text:
            await asyncio.sleep(0.005)

    async with running() as app:
        await answered(app)
        for number in range(pace.MOST_LOST):
            await say_twice(app, str(number))
        monkeypatch.setattr(pace, "PATIENCE", 60.0)
        await say_twice(app, "in a short time")

        await answered(app)
        await app.say("answered")
        await app.say("waited for")
        assert app.shown == "answered"


async def test_changes_of_size_queue_no_frames() -> None:
    async with running() as app:
        await answered(app)
        await app.say("second")
        app.terminal.frames.clear()
        for columns in (COLUMNS - 1, COLUMNS - 2, COLUMNS):
            size = Size(columns, ROWS)
            app.terminal.process_message(events.Resize(size, size))
            await drawn(app)
        assert app.terminal.frames == []
        await answered(app)

        assert app.shown == "second"
        assert len(app.terminal.frames) == 1


async def test_answers_that_nobody_asked_for_do_no_harm() -> None:
    async with running() as app:
        for text in ("second", "third"):
            await answered(app)
            await answered(app)
            await app.say(text)
            await answered(app)
            assert app.shown == text


async def test_a_terminal_of_another_size_is_drawn_anew_though_the_size_comes_back() -> None:
    async with running() as app:
        app.terminal.screen.scribble()
        size = Size(COLUMNS, ROWS)
        app.terminal.process_message(events.Resize(size, size))
        await drawn(app)
        await answered(app)

        assert app.shown == "first"


async def test_repainting_needs_no_answer() -> None:
    async with running() as app:
        await answered(app)
        await app.say("second")
        app.terminal.screen.scribble()
        app.repaint()
        await drawn(app)

        assert app.shown == "second"


async def test_the_cursor_is_shown_where_the_app_says() -> None:
    async with running() as app:
        app.cursor_position = Offset(3, 2)
        await app.say("second")

        assert (app.terminal.screen.cursor.x, app.terminal.screen.cursor.y) == (3, 2)
        assert "".join(app.terminal.frames).endswith(ASK)
        assert not app.terminal.screen.cursor.hidden


async def test_a_cursor_outside_the_screen_stays_within() -> None:
    async with running() as app:
        app.cursor_position = Offset(300, 200)
        await app.say("second")

        assert app.terminal.screen.cursor.y == ROWS - 1
        assert app.shown == "second"


@pytest.mark.parametrize("row", [0, 1])
async def test_the_answer_cannot_be_taken_for_a_key(row: int) -> None:
    async with running() as app:
        app.cursor_position = Offset(1, row)
        app.terminal.frames.clear()
        await app.say("second")

        assert (ASK in "".join(app.terminal.frames)) == (row > 0)


async def test_without_the_layer_textual_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lean_app, "fits", lambda: False)
    async with running() as app:
        await app.say("second")

        assert app.shown == "second"
        assert app.painter is None


async def test_after_a_fault_of_the_layer_textual_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as app:

        def fail(*_: object) -> str:
            raise ValueError

        monkeypatch.setattr(Painter, "frame", fail)
        await app.say("second")

        assert not app.lean
        for _ in range(100):  # a notice tells of it
            await drawn(app)
            if "ValueError" in app.shown:
                break
        assert "ValueError" in app.shown
        assert "second" in app.shown


async def test_a_fault_while_a_frame_waits_is_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as app:
        await answered(app)
        await app.say("second")
        await app.say("third")

        def fail(*_: object) -> str:
            raise ValueError

        monkeypatch.setattr(Painter, "frame", fail)
        await answered(app)
        await drawn(app)

        assert not app.lean
        assert app.return_code is None
        assert "third" in app.shown
