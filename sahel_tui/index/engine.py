"""Searching an index: SQLite finds the briefs, and what it cannot tell is looked up in them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.index.answering import Answering
from sahel_tui.index.failures import HurriedError, StoppedError
from sahel_tui.index.finding import Finding
from sahel_tui.index.hurry import Pace
from sahel_tui.index.schema import COMPLETIONS
from sahel_tui.index.shelf import Shelf
from sahel_tui.index.vocabulary import Vocabulary
from sahel_tui.queries.search.engines import Answer, Count, never

if TYPE_CHECKING:
    from collections.abc import Callable

    from sahel_tui.index.snapshot import Snapshot
    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.syntax import Query

_AT_ONCE = COMPLETIONS - 1
"""Words that a beginning may stand for; of more, the files are asked for the beginning itself."""
_WHILE_TYPING = 16
"""The most words that it stands for while somebody types."""
_SEARCHED_WHILE_TYPING, _COUNTED_WHILE_TYPING = 0.002, 0.001
"""Seconds of processor time; what would take more is left for when nobody types."""


class Explained(NamedTuple):
    """What SQLite is asked for a query."""

    match: str
    """An expression of FTS5."""
    exact: bool
    """Whether nothing is to be looked up in what it finds."""
    statements: tuple[str, ...]
    """SQL, with the expression as its one value."""


class IndexEngine:
    """A SearchEngine over the files of one snapshot, for one thread; any other may interrupt it.

    While `typing`, a beginning stands for the most frequent words that begin so: a brief that has
    only others is not found, and an answer comes in a thousandth of the time; of what has to be
    looked up no more is than a page needs, and what takes more than some thousandths of a second
    is given up, with what has been found by then.
    """

    def __init__(self, snapshot: Snapshot, library: str) -> None:
        self.typing = False
        self._interrupted = False
        self._snapshot = snapshot
        self._shelf = Shelf(snapshot, library)
        self._vocabulary = Vocabulary(snapshot.shards)

    def search(
        self, query: Query, limit: int, offset: int = 0, stopped: Callable[[], bool] = never
    ) -> Answer:
        """A page of the answering briefs; what was found so far where it was stopped."""
        if query.is_void:
            return Answer((), more=False)
        found: list[int] = []
        hurried = False
        with self._begun(stopped, _SEARCHED_WHILE_TYPING) as pace:
            try:
                answering = self._answering(query, pace).ids(offset)
                found.extend(islice(answering, offset + limit + 1))
            except HurriedError:
                hurried = True
            except StoppedError:
                hurried = pace.is_late()
        more = hurried or len(found) > offset + limit
        return Answer(tuple(found[offset : offset + limit]), more, hurried)

    def count(
        self, query: Query, limit: int | None = None, stopped: Callable[[], bool] = never
    ) -> Count:
        """How many briefs answer; at least so many where it was stopped."""
        if query.is_void:
            return Count(0, exact=True)
        most = None if limit is None else limit + 1
        number = 0
        with self._begun(stopped, _COUNTED_WHILE_TYPING) as pace:
            try:
                for some in self._answering(query, pace).counts(most):
                    number += some
            except StoppedError:
                return Count(number, exact=False)
        return Count(number, exact=number != most)

    def rest(self) -> None:
        """Nothing is asked for now: what would only make the next answer quicker is let go of."""
        self._shelf.clear()
        self._snapshot.shrink()

    def interrupt(self) -> None:
        """From another thread: let what runs end at once, with StoppedError."""
        self._interrupted = True  # between two statements SQLite doesn't hear of it
        for shard in self._snapshot.shards:
            shard.base.interrupt()

    def document(self, id: int) -> Document:  # noqa: A002 - what it is
        """The document of a brief; KeyError where there is none."""
        return self._shelf.document(id)

    def completions(self, prefix: str, limit: int) -> tuple[str, ...]:
        """The most frequent words that begin with a folded prefix."""
        return self._vocabulary.completions(prefix, limit)

    def nearest(self, word: str) -> str | None:
        """The word that a word which occurs nowhere was probably meant to be."""
        return self._vocabulary.nearest(word)

    def explained(self, query: Query) -> Explained:
        """How a query is answered."""
        pace = Pace((), never)
        match, exact = self._answering(query, pace).expression()
        statements = Finding(self._snapshot.shards, match, pace).statements(query.sort)
        return Explained(match, exact, tuple(dict.fromkeys(statements)))

    def _answering(self, query: Query, pace: Pace) -> Answering:
        return Answering(query, self._snapshot.shards, self._shelf, pace, self._ends)

    def _begun(self, stopped: Callable[[], bool], seconds: float) -> Pace:
        """How long what begins now may go on."""
        self._interrupted = False
        return Pace(
            self._snapshot.shards,
            lambda: self._interrupted or stopped(),
            seconds if self.typing else None,
        )

    def _ends(self, prefix: str) -> tuple[str, ...]:
        """The words that a beginning stands for; none where it stands for itself."""
        if self.typing:
            return self.completions(prefix, _WHILE_TYPING)
        found = self.completions(prefix, _AT_ONCE + 1)
        return found if len(found) <= _AT_ONCE else ()
