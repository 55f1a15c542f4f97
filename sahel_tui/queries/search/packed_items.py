"""The items of a document, made of what is kept of them as they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, overload

from sahel_tui.queries.search.documents import Item
from sahel_tui.queries.search.word_rows import ROW, TITLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sahel_tui.queries.search.documents import Named

TEXT: frozenset[type] = frozenset((str,))
MAYBE: frozenset[type] = frozenset((str, type(None)))
NUMBER: frozenset[type] = frozenset((int,))
DAY: frozenset[type] = frozenset((int, type(None)))
_OF_A_MENTION = 3


Extent: TypeAlias = tuple[str | None, int | None, int | None, int]
"""Source, start and end of an item, and its place."""


class Columns(NamedTuple):
    """What is known of items besides their texts, one value for each of them.

    The first five are places in `tables`: few values are told apart.
    """

    kinds: list[int]
    sources: list[int]
    facets: list[int]
    markings: list[int]
    dates: list[int]
    ids: list[str]
    starts: list[int | None]
    ends: list[int | None]
    mentioned: list[str]
    """The actors, then the places that each mentions or is about: places in `Document.names`, or
    behind the last of those in `others`. Numbers with spaces between: most are never read."""
    mentions: list[str]
    """Three numbers for each mention."""
    tables: list[list[Any]]
    """Kinds, sources, facets, markings, dates."""
    others: list[list[str]]
    """Kind and id of those without names."""


class PackedItems(Sequence[Item]):
    """The items; ValueError, TypeError or LookupError where a value is not what was written."""

    def __init__(
        self, texts: tuple[bytes, bytes], columns: Columns, names: Sequence[Named]
    ) -> None:
        self.texts, self.named = texts
        """As rows in UTF-8: title and text of each; id and names of each of those named."""
        self.columns = columns
        self._mentioned = [(one.kind, one.id) for one in names]
        self._mentioned += [(kind, one) for kind, one in columns.others]
        self._rows = self.texts.split(ROW)
        self._made: dict[int, Item] = {}
        _check(columns, len(self._rows), len(names))
        if any(row.count(TITLE) != 1 for row in self._rows):
            raise ValueError("a text without a title")

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, at: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(at, slice):
            return tuple(self)[at]
        if at not in self._made:
            self._made[at] = self._item(at)
        return self._made[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | PackedItems) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def of_kind(self, kind: str) -> tuple[Item, ...]:
        """Those of one kind; no others are made."""
        known = self.columns.tables[0]
        return tuple([self[at] for at, one in enumerate(self.columns.kinds) if known[one] == kind])

    def extents(self, kind: str) -> list[Extent]:
        """Where those of one kind stand; none is made."""
        columns = self.columns
        known, sources = columns.tables[:2]
        rows = zip(columns.kinds, columns.sources, columns.starts, columns.ends, strict=True)
        return [
            (sources[source], start, end, at)
            for at, (one, source, start, end) in enumerate(rows)
            if known[one] == kind
        ]

    def mentioning(self, wanted: Collection[tuple[str, str]]) -> frozenset[int]:
        """The places of the items that mention any of some, each by its kind and id."""
        some = {str(at) for at, one in enumerate(self._mentioned) if one in wanted}
        if not some:
            return frozenset()
        mentioned = self.columns.mentioned
        return frozenset(
            [at for at, one in enumerate(mentioned) if not some.isdisjoint(one.split())]
        )

    def _item(self, at: int) -> Item:
        columns = self.columns
        kinds, sources, facets, markings, dates = columns.tables
        title, text = self._rows[at].split(TITLE)
        date, first, last, vague, *days = dates[columns.dates[at]]
        mentioned = [self._mentioned[one] for one in _numbers_in(columns.mentioned[at])]
        spans = _numbers_in(columns.mentions[at])
        return Item(
            kinds[columns.kinds[at]],
            columns.ids[at],
            title.decode(),
            text.decode(),
            sources[columns.sources[at]],
            columns.starts[at],
            columns.ends[at],
            tuple([one for kind, one in mentioned if kind == "actor"]),
            tuple([one for kind, one in mentioned if kind != "actor"]),
            tuple(facets[columns.facets[at]]),
            first,
            last,
            markings[columns.markings[at]],
            tuple(zip(spans[::3], spans[1::3], spans[2::3], strict=True)) if spans else (),
            date,
            tuple(zip(days[::2], days[1::2], strict=True)) if days else (),
            vague,
        )


def _check(columns: Columns, number: int, names: int) -> None:
    kinds, sources, facets, markings, dates = columns.tables
    check([*kinds, *chain.from_iterable(facets), *chain.from_iterable(columns.others)], TEXT)
    check([*sources, *markings], MAYBE)
    check([date for date, *_ in dates], TEXT)
    check([vague for _, _, _, vague, *_ in dates], NUMBER)
    check([day for _, first, last, _, *days in dates for day in (first, last, *days)], DAY)
    placed = (columns.kinds, columns.sources, columns.facets, columns.markings, columns.dates)
    check(chain(*placed), NUMBER)
    for table, column in zip(columns.tables, placed, strict=True):
        check_places(column, len(table))
    check(columns.ids, TEXT)
    check([*columns.starts, *columns.ends], DAY)
    check_places(_numbers_in(" ".join(columns.mentioned)), names + len(columns.others))
    check_places(_numbers_in(" ".join(columns.mentions))[::_OF_A_MENTION], names)
    odd = [one for one in columns.mentions if one and len(one.split()) % _OF_A_MENTION]
    if odd or any(len(date) % 2 for date in dates):
        raise ValueError("a number is missing")
    if any(len(column) != number for column in columns[: Columns._fields.index("tables")]):
        raise ValueError("a value of an item is missing")


def _numbers_in(text: str) -> list[int]:
    """Numbers with spaces between; ValueError."""
    return [*map(int, text.split())]


def check(values: Iterable[object], types: frozenset[type]) -> None:
    """ValueError where a value is of another type."""
    if not set(map(type, values)) <= types:
        raise ValueError("a value of another kind")


def check_places(places: list[int], number: int) -> None:
    """ValueError where a number is no place among so many."""
    if places and not (min(places) >= 0 and max(places) < number):
        raise ValueError("a place that there is not")
