"""On which items of a document the conditions of a query hold, as sets of their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.dating import is_within
from sahel_tui.queries.search.fields import DATES, NAMES, TITLES
from sahel_tui.queries.search.packed_items import PackedItems
from sahel_tui.queries.search.reading import reading_of
from sahel_tui.queries.search.sequences import places
from sahel_tui.queries.search.syntax import And, Field, Near, Not, Or
from sahel_tui.queries.search.values import compact, marking_values, titles
from sahel_tui.queries.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.search.documents import Document, Item
    from sahel_tui.queries.search.syntax import Leaf, Node, Phrase, Words

NONE: frozenset[int] = frozenset()
_ANYWHERE = (0, 0)
"""It does not matter where in a query a condition stands."""


class Where(NamedTuple):
    """The items on which a condition holds."""

    items: frozenset[int]
    own: frozenset[int]
    """Those of them that it is about: a tag holds on all of a brief, and is about none of it."""


class LeafPlaces(NamedTuple):
    """Where one condition holds, and what to mark of it."""

    where: Where
    words: Words | Phrase | Near | None
    """What to mark in the texts of items, if anything."""
    named: frozenset[int]
    """Whose mentions are to be marked, by their places in `Document.names`."""


class Evaluation:
    """A query's conditions over one document; each is looked for once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.reading = reading_of(document)
        self._all = frozenset(range(len(document.items)))
        self._leaves = self.reading.leaves

    def holds(self, node: Node) -> bool:
        """Whether a document answers: every condition somewhere in it, and a `kind:` on a hit."""
        if isinstance(node, Or):
            return any(self.holds(part) for part in node.parts)
        if isinstance(node, And):
            if not all(self.holds(part) for part in node.parts):
                return False
            return not restricts(node) or bool(self.where(node).items)
        if isinstance(node, Not) and not restricts(node):
            return not self.holds(node.part)
        return bool(self.where(node).items)

    def where(self, node: Node) -> Where:
        """The items on which a condition holds together with all that it is made of."""
        if isinstance(node, Or):
            wheres = [self.where(part) for part in node.parts]
            return Where(
                NONE.union(*(one.items for one in wheres)), NONE.union(*(one.own for one in wheres))
            )
        if isinstance(node, And):
            wheres = [self.where(part) for part in node.parts]
            items = self._all.intersection(*(one.items for one in wheres))
            return Where(items, items.intersection(NONE.union(*(one.own for one in wheres))))
        if isinstance(node, Not):
            if restricts(node):
                rest = self._all - self.where(node.part).items
                return Where(rest, rest)
            return self._all_or_none(not self.holds(node.part))
        return self.leaf(node).where

    def leaf(self, leaf: Leaf) -> LeafPlaces:
        """Where one condition holds."""
        same = leaf._replace(extent=_ANYWHERE)
        if same not in self._leaves:
            self._leaves[same] = self._look(leaf)
        return self._leaves[same]

    def _look(self, leaf: Leaf) -> LeafPlaces:
        if isinstance(leaf, Field):
            return self._field(leaf)
        items = self.reading.items(leaf)
        if isinstance(leaf, Near):
            return LeafPlaces(Where(items, items), leaf, NONE)
        named = self.reading.named(leaf)
        items |= self._mentioning(named)
        return LeafPlaces(Where(items, items), leaf, named)

    def _field(self, field: Field) -> LeafPlaces:
        if field.name in NAMES:
            named = self._named(field)
            items = self._mentioning(named)
            return LeafPlaces(Where(items, items), None, named)
        return LeafPlaces(self._facts(field), None, NONE)

    def _facts(self, field: Field) -> Where:
        if field.name in TITLES:
            return self._titled(field)
        items = self.document.items
        if field.name in DATES and field.days is not None:
            days = field.days
            found = frozenset(at for at, item in enumerate(items) if is_within(item, days))
            return Where(found, frozenset(at for at in found if _has_date(items[at])))
        found = frozenset(at for at, item in enumerate(items) if _has_value(item, field))
        return Where(found, found)

    def _titled(self, field: Field) -> Where:
        found = {
            source
            for source, text in titles(self.document, field.name)
            if next(places(field.words, field.prefix, read_words(text)[0]), -1) >= 0
        }
        if field.name != "source":
            return self._all_or_none(bool(found))
        facets = {f"source:{source}" for source in found}
        items = frozenset(
            at for at, item in enumerate(self.document.items) if not facets.isdisjoint(item.facets)
        )
        return Where(items, items)

    def _named(self, field: Field) -> frozenset[int]:
        names = self.document.names
        found = self.reading.with_name(field.words, field.prefix)
        return frozenset(at for at in found if names[at].kind == field.name)

    def _mentioning(self, named: Iterable[int]) -> frozenset[int]:
        """The items that mention one of some actors and places."""
        names = self.document.names
        wanted = {(names[at].kind, names[at].id) for at in named}
        if not wanted:
            return NONE
        items = self.document.items
        if isinstance(items, PackedItems):
            return items.mentioning(wanted)
        actors = {one for kind, one in wanted if kind == "actor"}
        places = {one for kind, one in wanted if kind == "place"}
        return frozenset(
            at
            for at, item in enumerate(items)
            if not (actors.isdisjoint(item.actors) and places.isdisjoint(item.places))
        )

    def _all_or_none(self, holds: bool) -> Where:
        """A condition on the brief as a whole."""
        return Where(self._all if holds else NONE, NONE)


def restricts(node: Node) -> bool:
    """Whether a condition says which kind of hits are wanted, so that a brief must have one."""
    if isinstance(node, And | Or):
        return any(map(restricts, node.parts))
    if isinstance(node, Not):
        return _is_of_kinds(node.part)
    return isinstance(node, Field) and node.name == "kind"


def _is_of_kinds(node: Node) -> bool:
    """Whether a condition is on kinds alone, so that its opposite is one on kinds too."""
    if isinstance(node, And | Or):
        return all(map(_is_of_kinds, node.parts))
    if isinstance(node, Not):
        return _is_of_kinds(node.part)
    return isinstance(node, Field) and node.name == "kind"


def _has_date(item: Item) -> bool:
    """Whether an item is dated by itself, not by its brief."""
    return bool(item.date) or item.kind == "relation"


def _has_value(item: Item, field: Field) -> bool:
    wanted = "".join(field.words)
    values = [item.kind] if field.name == "kind" else list(item_values(item, field.name))
    return any(one.startswith(wanted) if field.prefix else one == wanted for one in values)


def item_values(item: Item, field: str) -> tuple[str, ...]:
    """What an item can be asked for as by a field that has values, each in one word."""
    if field == "marking":
        return marking_values(item.marking) if item.marking else ()
    start = f"{field}:"
    return tuple(compact(facet[len(start) :]) for facet in item.facets if facet.startswith(start))
