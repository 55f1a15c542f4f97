"""Keys that come in a bunch, as they do over a slow line, act as they would one by one."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events

from sahel_tui.tui.guard import GuardedApp
from sahel_tui.tui.keymap import keys_of
from sahel_tui.tui.lean.app import T

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.message_pump import MessagePump

_ROUNDS = 3
"""A key rises from the focused widget to the app; so does what it made a widget say; and again."""
_PATIENCE = 1.0
"""Seconds after which a key no longer waits for the one before."""
_WHILE = 0.03
"""Seconds in which a key has done its work, unless the queues say otherwise."""
_AT_ONCE = "app.interrupt"
"""The binding whose keys come before everything."""


class OrderedApp(GuardedApp[T]):
    """Hands on a key or a paste once all that the one before has set off is done.

    Textual sends a key to what has the focus as it arrives, though the key before it, still on
    its way through queues, may be about to open a prompt or a dialog.
    """

    _ordering: asyncio.Task[None] | None = None
    _busy: asyncio.TimerHandle | None = None
    """Set while the last key was only just handed on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._typed: deque[events.Key | events.Paste] = deque()

    async def on_event(self, event: events.Event) -> None:
        """Keep keys in order; everything else goes its way."""
        if not isinstance(event, (events.Key, events.Paste)) or self._passes(event):
            await super().on_event(event)
            return
        self._typed.append(event)
        if self._ordering is None or self._ordering.done():
            self._ordering = asyncio.create_task(self._hand_on())

    async def _hand_on(self) -> None:
        try:
            while self._typed:
                if not self._is_settled():
                    with suppress(TimeoutError):
                        async with asyncio.timeout(_PATIENCE):
                            await self._settle()
                if self._busy is not None:
                    self._busy.cancel()
                await super().on_event(self._typed.popleft())
                self._busy = asyncio.get_running_loop().call_later(_WHILE, self._calm_down)
        except Exception as error:
            self._handle_exception(error)

    def _calm_down(self) -> None:
        self._busy = None

    def _is_settled(self) -> bool:
        return self._busy is None and not any(node.message_queue_size for node in self._chain())

    def _chain(self) -> Iterator[MessagePump]:
        """The widget with the focus, and all that it lies in, up to the app."""
        node: MessagePump | None = self.focused or self.screen
        while node is not None:
            yield node
            node = node._parent

    async def _settle(self) -> None:
        """Wait until the queues of the chain have been worked off, one after the other."""
        settled = asyncio.Event()
        nodes = (node for _ in range(_ROUNDS) for node in self._chain())

        def step() -> None:
            for node in nodes:
                if node.call_later(step):
                    return
            settled.set()

        step()
        await settled.wait()

    def _passes(self, event: events.Key | events.Paste) -> bool:
        """Whether an event is on its way back from a widget, or comes before everything."""
        if event.is_forwarded:
            return True
        return isinstance(event, events.Key) and event.key in keys_of(self, _AT_ONCE)
