"""Whether a brief answers a query, and its hits: the plain scan that every engine must equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sahel_tui.queries.search.snippets import apart, snippet
from sahel_tui.queries.search.syntax import leaves
from sahel_tui.queries.search.where import Evaluation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.anchoring.states import Span
    from sahel_tui.queries.search.documents import Document, Item
    from sahel_tui.queries.search.syntax import Node, Query
    from sahel_tui.queries.search.where import LeafPlaces


_Place: TypeAlias = tuple[str | None, int | None, int | None]
"""Where a hit lands: source, start, end."""


class Hit(NamedTuple):
    """An item of a brief that a query found."""

    brief: str
    path: str
    kind: str
    """brief, point, actor, relation, event or passage."""
    id: str
    title: str
    """The item's; the brief's for what has none."""
    date: str
    """The item's own, else the brief's, as written; empty for a relation without one."""
    source: str | None
    """The source that one lands in; None for a hit that leads to none."""
    start: int | None
    """The span that one lands on: the first match, or the first passage that a claim rests on."""
    end: int | None
    spans: tuple[Span, ...]
    """Every matching span of the source, in text order."""
    snippet: str
    marks: tuple[Span, ...]
    """Where in the snippet the matches are."""
    whole: bool = True
    """False: no one item is all that was asked for, but the brief holds it in several."""


def answers(query: Query, document: Document) -> bool:
    """Whether a brief answers a query."""
    if query.tree is None:
        return not query.is_void
    return Evaluation(document).holds(query.tree)


def quality(query: Query, document: Document) -> tuple[bool, int]:
    """Of the hits of a brief, which are not made: whether one is the brief itself; how many."""
    if query.tree is None:
        return not query.is_void, int(not query.is_void)
    evaluation = Evaluation(document)
    if not evaluation.holds(query.tree):
        return False, 0
    where = evaluation.where(query.tree)
    return (0 in where.own or (not where.own and 0 in where.items)), len(where.own) or 1


def hits(query: Query, document: Document) -> tuple[Hit, ...]:
    """The hits of a brief in the order of its items; none where it doesn't answer."""
    if query.is_void:
        return ()
    if query.tree is None:
        return (_Hits(document, Evaluation(document), ()).hit(0),)
    evaluation = Evaluation(document)
    if not evaluation.holds(query.tree):
        return ()
    where = evaluation.where(query.tree)
    found = _Hits(document, evaluation, _looked_up(evaluation, query.tree))
    if where.own:
        return tuple(found.hit(at) for at in sorted(where.own))
    return (found.hit(0),) if 0 in where.items else (found.scattered(),)


def _looked_up(evaluation: Evaluation, tree: Node) -> tuple[LeafPlaces, ...]:
    return tuple(evaluation.leaf(leaf) for leaf in leaves(tree))


class _Hits:
    """Makes the hits of one document."""

    def __init__(
        self, document: Document, evaluation: Evaluation, found: tuple[LeafPlaces, ...]
    ) -> None:
        self._document = document
        self._evaluation = evaluation
        self._found = found
        self._named = frozenset[int]().union(*(one.named for one in found))

    def hit(self, at: int) -> Hit:
        """An item as a hit."""
        item = self._document.items[at]
        titled, inside = self._text_spans(at)
        place: _Place = (item.source, item.start, item.end)
        spans: tuple[Span, ...] = ()
        if item.kind == "passage" and item.start is not None:
            marked = self._marked(item, inside)
            spans = _moved(marked, item.start)
            if spans:
                place = (item.source, *spans[0])
            words, marks = snippet(item.text, marked)
        else:
            if item.start is not None and item.end is not None:
                spans = ((item.start, item.end),)
            words, marks = _claim_snippet(item, titled, inside)
        return self._made(item, place, spans, words, marks)

    def scattered(self) -> Hit:
        """The brief, where no item is all that was asked for: it lands on the first match."""
        brief = self._document.items[0]
        own = frozenset[int]().union(*(one.where.own for one in self._found))
        places = [at for at in sorted(own) if at]
        spans = {at: found for at in places if (found := self._passage_spans(at))}
        if spans:
            first = self.hit(min(spans))
            items = self._document.items
            marked = tuple(s for at in spans if items[at].source == first.source for s in spans[at])
        else:
            some = map(self.hit, places)
            begin = next(some, None) or self.hit(0)
            first = begin if begin.source else next((one for one in some if one.source), begin)
            marked = first.spans
        return first._replace(
            kind="brief",
            id=brief.id,
            title=self._document.title,
            date=brief.date,
            spans=marked,
            whole=False,
        )

    def _passage_spans(self, at: int) -> tuple[Span, ...]:
        """The matches in a passage, by their places in its source; none in any other item."""
        item = self._document.items[at]
        if item.kind != "passage" or item.start is None:
            return ()
        return _moved(self._marked(item, self._text_spans(at)[1]), item.start)

    def _marked(self, item: Item, inside: tuple[Span, ...]) -> tuple[Span, ...]:
        """The matches in a passage's text, and the mentions of those found by a name."""
        return apart((*inside, *self._mentioned(item, inside))) if self._named else inside

    def _made(
        self,
        item: Item,
        place: _Place,
        spans: tuple[Span, ...],
        words: str,
        marks: tuple[Span, ...],
    ) -> Hit:
        brief = self._document
        dated = item.date or ("" if item.kind == "relation" else brief.items[0].date)
        return Hit(
            brief.brief,
            brief.path,
            item.kind,
            item.id,
            item.title or brief.title,
            dated,
            *place,
            spans,
            words,
            marks,
        )

    def _text_spans(self, at: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The matches in an item's title, and those in its text."""
        reading = self._evaluation.reading
        asked = dict.fromkeys(one.words for one in self._found if one.words is not None)
        spans = [span for words in asked for span in reading.spans(words, at)]
        return (
            apart((start, end) for in_title, start, end in spans if in_title),
            apart((start, end) for in_title, start, end in spans if not in_title),
        )

    def _mentioned(self, item: Item, inside: tuple[Span, ...]) -> Iterable[Span]:
        """The mentions of those who were found by a name, where the text has no match itself."""
        for whose, start, end in item.mentions:
            begin, stop = start - (item.start or 0), end - (item.start or 0)
            if whose in self._named and not any(a < stop and b > begin for a, b in inside):
                yield begin, stop


def _moved(spans: Iterable[Span], start: int) -> tuple[Span, ...]:
    return tuple([(begin + start, end + start) for begin, end in spans])


def _claim_snippet(
    item: Item, titled: tuple[Span, ...], inside: tuple[Span, ...]
) -> tuple[str, tuple[Span, ...]]:
    """The text of a claim where the match is there, else its title."""
    if item.text and (inside or not item.title):
        return snippet(item.text, inside)
    return snippet(item.title, titled)
