"""What of a graph differs between two dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from sahel_tui.queries.graph.signs import by_pairs, polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.graph.as_of import History
    from sahel_tui.queries.graph.extents import Standing
    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.signs import Polarity

Told = tuple["Edge", "Standing", "Standing"]
"""A relation, and whether it held on the first and on the second date."""


class Difference(NamedTuple):
    """One thing that differs: a relation, or how two actors stand to each other."""

    kind: Literal["turned", "new", "ended"]
    source: str
    target: str
    was: tuple[Edge, ...]
    """The relations on the first date: the one that has ended, or all of the pair that turned."""
    now: tuple[Edge, ...]
    """Those on the second."""
    certain: bool
    """Whether it differs for certain, whatever the days that the dates of the brief may mean."""

    @property
    def polarities(self) -> tuple[Polarity, Polarity]:
        """How the two stood to each other by these relations, and how they do."""
        return _polarity(self.was), _polarity(self.now)


def changes_between(
    history: History, first: Edtf, second: Edtf, *, certainly: bool = False
) -> tuple[Difference, ...]:
    """What is new on the second of two dates, what has ended, and which pairs turned their sign.

    Of what possibly held on either, or of what certainly did. Turns come first, then what is new,
    then what has ended; each in the order of the graph.
    """
    standings = (history.standings(date) for date in (first, second))
    told = list(zip(history.graph.edges, *standings, strict=True))
    enough = {"certain"} if certainly else {"certain", "possible"}
    new = (_one("new", row) for row in told if row[1] not in enough and row[2] in enough)
    ended = (_one("ended", row) for row in told if row[1] in enough and row[2] not in enough)
    return (*_turned(told, enough), *new, *ended)


def _one(kind: Literal["new", "ended"], told: Told) -> Difference:
    edge, before, after = told
    was, now = ((), (edge,)) if kind == "new" else ((edge,), ())
    certain = {before, after} == {"no", "certain"}
    return Difference(kind, edge.source, edge.target, was, now, certain)


def _turned(told: Sequence[Told], enough: set[str]) -> Iterator[Difference]:
    was = by_pairs(edge for edge, before, _ in told if before in enough)
    now = by_pairs(edge for edge, _, after in told if after in enough)
    sure = [by_pairs(row[0] for row in told if row[number] == "certain") for number in (1, 2)]
    for pair in was:
        if pair not in now:
            continue
        before, after = _polarity(was[pair]), _polarity(now[pair])
        if before != after:
            certain = all(
                pair in side and _polarity(side[pair]) == stands
                for side, stands in zip(sure, (before, after), strict=True)
            )
            yield Difference("turned", *pair, tuple(was[pair]), tuple(now[pair]), certain)


def _polarity(edges: Iterable[Edge]) -> Polarity:
    return polarity(edge.sign for edge in edges)
