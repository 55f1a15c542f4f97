"""A paste whose end comes in pieces, however far apart, is one that ends."""

from __future__ import annotations

import asyncio
import os
from threading import Event, Thread
from typing import TYPE_CHECKING

from textual import events

from sahel_tui.render.terminals import MODERN
from sahel_tui.tui import terminal
from sahel_tui.tui.fitted import FittedApp
from sahel_tui.tui.terminal import TerminalDriver

if TYPE_CHECKING:
    import pytest
    from textual.message import Message


class Looks(Event):
    """Not set, and how often somebody asked whether it is: at every look for keys."""

    number = 0

    def is_set(self) -> bool:
        self.number += 1
        return super().is_set()


class Reading(TerminalDriver):
    """Keeps what it reads."""

    def __init__(self, app: FittedApp[object], source: int) -> None:
        super().__init__(app)
        self.fileno, self.exit_event = source, Looks()
        self.read: list[Message] = []

    def process_message(self, message: Message) -> None:
        self.read.append(message)

    async def looked(self, times: int) -> None:
        """Wait until nothing has come for so many looks."""
        assert isinstance(self.exit_event, Looks)
        until = self.exit_event.number + times
        while self.exit_event.number < until:
            await asyncio.sleep(0.01)


async def test_keys_after_a_paste_are_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "_PATIENCE", 0)
    source, typed = os.pipe()
    driver = Reading(FittedApp(MODERN, "terminal"), source)
    thread = Thread(target=driver.run_input_thread)
    thread.start()
    for piece in (b"\x1b[200~pasted\x1b[20", b"1~jk"):
        os.write(typed, piece)
        await driver.looked(3)
    os.close(typed)
    await asyncio.to_thread(thread.join)
    os.close(source)
    (pasted,) = (one for one in driver.read if isinstance(one, events.Paste))
    assert pasted.text == "pasted"
    assert [one.key for one in driver.read if isinstance(one, events.Key)] == ["j", "k"]
