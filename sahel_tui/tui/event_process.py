"""A process that finds what takes long about the events of an index: none of its memory is ours.

It is asked and answers in pickles, over pipes that nobody else holds, and ends with who asks.
"""

from __future__ import annotations

import os
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.errors import SahelError
from sahel_tui.tui import event_work
from sahel_tui.tui.own_process import begin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.index.scope import Where
    from sahel_tui.queries.chronology.density import Stopped
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.listing import Streamed
    from sahel_tui.queries.library.rows import EventRow
    from sahel_tui.tui.event_work import Answer, Question

_LOOK_EVERY = 0.1
"""Seconds between two looks at whether anybody still waits."""


class EventProcess:
    """Answers one question."""

    def __init__(self, where: Where, question: Question) -> None:
        """SahelError where the system has no room for a process."""
        self._asked = where, question
        try:
            self._process = begin("sahel_tui.tui.event_process")
        except OSError as error:
            raise SahelError(f"no process could be begun: {error.strerror}") from None

    @property
    def id(self) -> int:
        """The system's number of it."""
        return self._process.pid

    def answers(self, stopped: Stopped) -> Iterator[Answer]:
        """As they come, until it is stopped; SahelError where not all of them come."""
        with self._process:
            try:
                yield from self._received(stopped)
            except OSError:
                raise SahelError("its process was ended") from None
            finally:
                self._process.kill()

    def _received(self, stopped: Stopped) -> Iterator[Answer]:
        asked, answers = self._process.stdin, self._process.stdout
        assert asked
        assert answers
        with Connection(os.dup(asked.fileno()), readable=False) as there:
            there.send(self._asked)
        with Connection(os.dup(answers.fileno()), writable=False) as here:
            while not stopped():
                if not here.poll(_LOOK_EVERY):
                    continue
                try:
                    answer = here.recv()
                except EOFError:
                    break
                if isinstance(answer, SahelError):
                    raise answer
                yield answer
        if not stopped() and self._process.wait():
            raise SahelError("its process was ended")


def _opened(where: Where) -> tuple[Streamed[EventRow], Identities]:
    """The same files of the index, or SahelError."""
    from sahel_tui.index.library import open_library_in
    from sahel_tui.index.library_rows import IndexRows
    from sahel_tui.index.scope import ScopeIndex
    from sahel_tui.index.scope_rows import Events
    from sahel_tui.queries.library.identities import Identities

    index = open_library_in(Path(where.folder), Path(where.library))
    files, rows = ScopeIndex(index), IndexRows(index)
    if files.where != where:
        raise SahelError("the index is another one by now")
    return Events(files, rows.regions()), Identities(rows.judgements())


def main() -> None:
    """Answer one question."""
    from sahel_tui.tui.hangup import end_when_gone

    end_when_gone(1)
    with Connection(0, writable=False) as asked, Connection(1, readable=False) as out:
        where, question = asked.recv()
        try:
            event_work.answer(question, *_opened(where), out.send, lambda: False)
        except SahelError as error:
            out.send(SahelError(str(error)))


if __name__ == "__main__":
    main()
