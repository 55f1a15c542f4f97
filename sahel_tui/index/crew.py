"""Reading many briefs on all cores: each process is given a bunch at a time."""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing import connection, get_context
from types import ModuleType
from typing import TYPE_CHECKING

from sahel_tui.errors import Diagnostic
from sahel_tui.index.failures import IndexReadersError
from sahel_tui.index.reader import FAULT, Reader
from sahel_tui.index.records import Unread
from sahel_tui.index.stamps import Stamps, stamp_of
from sahel_tui.index.worker import work

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.process import BaseProcess

    from sahel_tui.index.records import Record

    Read = Record | Unread

_BUNCH = 16
FEW = 48
"""So many are read here before other processes would even have started."""
_MOST = 8
_IN_VAIN = 3
"""Processes in a row that end before they have begun: no other one would."""


def read_briefs(
    library: str, paths: Sequence[str], words: bytes, processes: int | None = None
) -> Iterator[Read]:
    """Each brief, or why it could not be read, in any order; IndexReadersError."""
    number = min(_MOST, processes or _cores())
    if len(paths) <= FEW or number < 2:
        reader = Reader(library, words)
        yield from map(reader.read, paths)
        return
    crew = _Crew(library, words, paths)
    try:
        yield from crew.read(number)
    finally:
        crew.dismiss()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2


class _Crew:
    """The processes, and what is still to be read."""

    def __init__(self, library: str, words: bytes, paths: Sequence[str]) -> None:
        self._library = library
        self._words = words
        starts = range(0, len(paths), _BUNCH)
        self._left = deque(tuple(paths[at : at + _BUNCH]) for at in starts)
        self._busy: dict[object, _Hand] = {}
        self._in_vain = 0

    def read(self, number: int) -> Iterator[Read]:
        """All that is to be read, by so many processes."""
        for _ in range(number):
            self._go_on(_Hand(self._library, self._words))
        while self._busy:
            for ready in connection.wait([hand.answers for hand in self._busy.values()]):
                hand = self._busy.pop(ready)
                try:
                    found = hand.answers.recv()
                except (EOFError, ConnectionResetError):
                    yield from self._ended(hand)
                    self._go_on(_Hand(self._library, self._words))
                else:
                    self._answered(hand)  # it goes on while these are dealt with
                    yield from found

    def dismiss(self) -> None:
        """Let all that are still at work end."""
        for hand in self._busy.values():
            hand.dismiss()

    def _go_on(self, hand: _Hand) -> None:
        if self._left:
            hand.ask(self._left.popleft())
            self._busy[hand.answers] = hand
        else:
            hand.dismiss()

    def _answered(self, hand: _Hand) -> None:
        if hand.begun:
            self._go_on(hand)
        else:  # the first answer says no more than that it is there
            hand.begun, self._in_vain = True, 0
            self._busy[hand.answers] = hand

    def _ended(self, hand: _Hand) -> Iterator[Read]:
        """A process died over its bunch: the others of it are read, that one is reported."""
        hand.dismiss()
        if not hand.begun:
            self._in_vain += 1
            if self._in_vain >= _IN_VAIN:
                raise IndexReadersError
            self._left.appendleft(hand.given)
            return
        if len(hand.given) > 1:
            self._left.extend((path,) for path in hand.given)
            return
        message, hint = "the process that read it was ended", "is there memory enough for it?"
        for path in hand.given:
            found = Diagnostic(path, None, None, "", "error", FAULT, message, hint)
            stamp = stamp_of(self._library, path)._replace(sha256="")  # to be tried again
            yield Unread(path, Stamps(stamp), (found,))


@contextmanager
def _no_script() -> Iterator[None]:
    """What started this program is not run again in the process that is started meanwhile."""
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


class _Hand:
    """One process, and the pipes to it and from it."""

    def __init__(self, library: str, words: bytes) -> None:
        context = get_context("spawn")
        theirs, self._asks = context.Pipe(duplex=False)
        self.answers, back = context.Pipe(duplex=False)
        self.given: tuple[str, ...] = ()
        self.begun = False
        self._process: BaseProcess = context.Process(
            target=work, args=(theirs, back, library, words), daemon=True
        )
        with _no_script():
            self._process.start()
        theirs.close()
        back.close()  # now that it ends shows at this end

    def ask(self, paths: tuple[str, ...]) -> None:
        """Have it read a bunch."""
        self.given = paths
        with suppress(BrokenPipeError):  # that it has ended shows in its answers
            self._asks.send(list(paths))

    def dismiss(self) -> None:
        """Let it end."""
        self._asks.close()
        self.answers.close()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()
