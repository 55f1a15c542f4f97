"""The briefs that answer a query: found by SQLite, and looked up where it cannot tell."""

from __future__ import annotations

from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from sahel_tui.index.failures import HurriedError, StoppedError
from sahel_tui.index.finding import Finding
from sahel_tui.queries.search.fields import RANKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.index.hurry import Pace
    from sahel_tui.index.shelf import Shelf
    from sahel_tui.index.snapshot import Shard
    from sahel_tui.queries.search.expressions import Complete
    from sahel_tui.queries.search.syntax import Node, Query

_IN_PHRASES_WHILE_TYPING = 8
_LOOKED_UP_WHILE_TYPING = 24
"""Briefs that are looked up for a page, and for its count: those that are at hand by then."""


class Answering:
    """One query, as it is put to all files."""

    def __init__(
        self, query: Query, shards: Sequence[Shard], shelf: Shelf, pace: Pace, ends: Complete
    ) -> None:
        """`ends`: the words that a beginning stands for."""
        self._query = query
        self._shards = shards
        self._shelf = shelf
        self._pace = pace
        self._ends = ends

    def ids(self, offset: int = 0) -> Iterator[int]:
        """Their ids in the query's order, from the first; StoppedError where it was stopped.

        HurriedError where time is short, and enough was looked up for a page after `offset`.
        """
        most = offset + _LOOKED_UP_WHILE_TYPING
        if self._query.sort != "relevance":
            return self._found(self._query.sort, most)
        return self._ranked(most)

    def counts(self, most: int | None) -> Iterator[int]:
        """How many they are, up to `most`: numbers to be added up."""
        tree, (match, exact) = self._query.tree, self.expression()
        if tree is None or exact:
            yield from self._finding(match).counts(most)
            return
        number = 0
        if not self._pace.is_hurried and (sure := self._surely(tree)) is not None:
            for some in self._finding(sure).counts(most):
                number += some
                yield some
            match = f"({match}) NOT ({sure})"
        found = self._looked_up(tree, match, "", _LOOKED_UP_WHILE_TYPING)
        yield from (1 for _ in islice(found, None if most is None else most - number))

    def expression(self) -> tuple[str, bool]:
        """What SQLite is asked, and whether it tells by itself."""
        from sahel_tui.queries.search.expressions import expression

        in_phrases = _IN_PHRASES_WHILE_TYPING if self._pace.is_hurried else None
        return expression(self._query.tree, self._ends, in_phrases)

    def _surely(self, tree: Node) -> str | None:
        from sahel_tui.queries.search.sureness import surely

        return surely(tree, self._ends)

    def _finding(self, match: str) -> Finding:
        return Finding(self._shards, match, self._pace)

    def _found(self, sort: str, most: int) -> Iterator[int]:
        match, exact = self.expression()
        if self._query.tree is not None and not exact:
            return self._looked_up(self._query.tree, match, sort, most)
        return self._unless_stopped(self._finding(match).ids(sort))

    def _unless_stopped(self, found: Iterator[int]) -> Iterator[int]:
        for one in found:
            self._pace.check()
            yield one

    def _looked_up(self, tree: Node, match: str, sort: str, most: int) -> Iterator[int]:
        """The briefs that answer, of those that an expression finds."""
        holds = self._holds(tree, match)
        for number, one in enumerate(self._finding(match).ids(sort)):
            self._pace.check()
            if self._pace.is_hurried and number == most:
                raise HurriedError
            self._pace.check_time()
            if holds(one):
                yield one

    def _holds(self, tree: Node, match: str) -> Callable[[int], bool]:
        """What tells whether a brief answers that was found."""
        from sahel_tui.queries.search.glancing import glance_of
        from sahel_tui.queries.search.where import Evaluation

        def read(one: int) -> bool:
            return Evaluation(self._shelf.document(one)).holds(tree)

        # What is found while somebody types is shown, and so has to be read.
        glance = None if self._pace.is_hurried else glance_of(tree)
        if glance is None:
            return read
        named = frozenset[int]()
        if glance.named:
            named = frozenset(self._finding(f"({match}) AND {glance.named}").unordered())
        return lambda one: self._shelf.is_seen(glance, one) or (one in named and read(one))

    def _ranked(self, most: int) -> Iterator[int]:
        """The newest that answer, those that do best first; then all others."""
        from sahel_tui.queries.search.ranking import relevance

        found = self._found("newest", most)
        ranked: list[tuple[tuple[bool, int], int]] = []
        whole = True
        try:
            for one in islice(found, RANKED):
                ranked.append((relevance(self._query, self._shelf.document(one)), one))
                self._pace.check_time()
        except StoppedError:
            whole = False
        yield from (one for _, one in sorted(ranked, key=itemgetter(0), reverse=True))
        if not whole:
            raise HurriedError
        yield from found
