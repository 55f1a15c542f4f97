"""Searching an index: SQLite finds the briefs, and what it cannot tell is looked up in them."""

from __future__ import annotations

import os
from collections import OrderedDict
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.index.failures import HurriedError, StoppedError, said_when_damaged
from sahel_tui.index.finding import SPAN, Finding
from sahel_tui.index.hurry import window
from sahel_tui.index.packing import document_in
from sahel_tui.index.schema import COMPLETIONS
from sahel_tui.index.vocabulary import Vocabulary
from sahel_tui.queries.search.engines import Answer, Count, never
from sahel_tui.queries.search.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sahel_tui.index.snapshot import Snapshot
    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.syntax import Query

_KEPT = 64
"""Documents that are kept unpacked."""
_AT_ONCE = COMPLETIONS - 1
"""Words that a beginning may stand for; of more, the files are asked for the beginning itself."""
_WHILE_TYPING, _IN_PHRASES_WHILE_TYPING = 32, 8
_LOOKED_UP_WHILE_TYPING = 24
"""Briefs that are looked up for a page, and for its count: those that are at hand by then."""
_RANKED_WHILE_TYPING = 40
"""Of the newest that answer so many are ranked by how well they do."""


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
    looked up no more is than a page needs, and the newest alone are ranked.
    """

    def __init__(self, snapshot: Snapshot, library: str) -> None:
        self.typing = False
        self._interrupted = False
        self._snapshot = snapshot
        self._library = library
        self._kept: OrderedDict[int, Document] = OrderedDict()
        self._vocabulary = Vocabulary(snapshot.shards)

    def search(
        self, query: Query, limit: int, offset: int = 0, stopped: Callable[[], bool] = never
    ) -> Answer:
        """A page of the answering briefs; what was found so far where it was stopped."""
        if query.is_void:
            return Answer((), more=False)
        found: list[int] = []
        hurried = False
        try:
            answering = self._answering(query, self._begun(stopped), offset)
            found.extend(islice(answering, offset + limit + 1))
        except HurriedError:
            hurried = True
        except StoppedError:
            pass
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
        stopped = self._begun(stopped)
        try:
            match, exact = self._expression(query)
            if exact:
                number, whole = self._finding(match, stopped).count(most)
                if not whole and number != most:
                    return Count(number, exact=False)
            else:
                for _ in islice(self._checked(query, stopped, "", self._most()), most):
                    number += 1
        except StoppedError:
            return Count(number, exact=False)
        return Count(number, exact=number != most)

    def interrupt(self) -> None:
        """From another thread: let what runs end at once, with StoppedError."""
        self._interrupted = True  # between two statements SQLite doesn't hear of it
        for shard in self._snapshot.shards:
            shard.base.interrupt()

    def _begun(self, stopped: Callable[[], bool]) -> Callable[[], bool]:
        """Whether what begins now is to be given up."""
        self._interrupted = False
        return lambda: self._interrupted or stopped()

    def document(self, id: int) -> Document:  # noqa: A002 - what it is
        """The document of a brief; KeyError where there is none."""
        if id in self._kept:
            self._kept.move_to_end(id)
            return self._kept[id]
        document = self._kept[id] = self._unpacked(id)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return document

    def completions(self, prefix: str, limit: int) -> tuple[str, ...]:
        """The most frequent words that begin with a folded prefix."""
        return self._vocabulary.completions(prefix, limit)

    def nearest(self, word: str) -> str | None:
        """The word that a word which occurs nowhere was probably meant to be."""
        return self._vocabulary.nearest(word)

    def explained(self, query: Query) -> Explained:
        """How a query is answered."""
        match, exact = self._expression(query)
        statements = Finding(self._snapshot.shards, match).statements(query.sort)
        return Explained(match, exact, tuple(dict.fromkeys(statements)))

    def _answering(self, query: Query, stopped: Callable[[], bool], offset: int) -> Iterator[int]:
        if query.sort != "relevance":
            return self._checked(query, stopped, query.sort, self._most(offset))
        most = _RANKED_WHILE_TYPING if self.typing else None
        found = islice(self._checked(query, stopped, "newest", self._most(offset)), most)
        ranked = [(self._relevance(query, one), one) for one in found]
        return (one for _, one in sorted(ranked, key=itemgetter(0), reverse=True))

    def _most(self, offset: int = 0) -> int | None:
        """How many briefs are looked up for a page: all of them when nobody types."""
        return offset + _LOOKED_UP_WHILE_TYPING if self.typing else None

    def _checked(
        self, query: Query, stopped: Callable[[], bool], sort: str, most: int | None = None
    ) -> Iterator[int]:
        """The briefs that answer; StoppedError where it was stopped or interrupted.

        HurriedError where `most` have been looked up, and there are others.
        """
        from sahel_tui.queries.search.matching import answers

        match, exact = self._expression(query)
        found = self._finding(match, stopped).ids(sort)
        for looked_up, one in enumerate(found):
            if stopped():
                raise StoppedError
            if not exact and looked_up == most:
                raise HurriedError
            if exact or answers(query, self.document(one)):
                yield one

    def _finding(self, match: str, stopped: Callable[[], bool]) -> Finding:
        seen = window(match, self._vocabulary) if self.typing else None
        return Finding(self._snapshot.shards, match, stopped, seen)

    def _relevance(self, query: Query, one: int) -> tuple[bool, int]:
        from sahel_tui.queries.search.ranking import relevance

        return relevance(query, self.document(one))

    def _expression(self, query: Query) -> tuple[str, bool]:
        in_phrases = _IN_PHRASES_WHILE_TYPING if self.typing else None
        return expression(query.tree, self._ends, in_phrases)

    def _ends(self, prefix: str) -> tuple[str, ...]:
        """The words that a beginning stands for; none where it stands for itself."""
        if self.typing:
            return self.completions(prefix, _WHILE_TYPING)
        found = self.completions(prefix, _AT_ONCE + 1)
        return found if len(found) <= _AT_ONCE else ()

    def _unpacked(self, number: int) -> Document:
        place, row = divmod(number, SPAN)
        if not 0 <= place < len(self._snapshot.shards):
            raise KeyError(number)
        shard = self._snapshot.shards[place]
        found = shard.row("select z from body where id = ?", (row,))
        if found is None:
            raise KeyError(number)
        with said_when_damaged(shard.path):
            document = document_in(found[0], self._snapshot.words)
        return document._replace(path=os.path.join(self._library, document.path))
