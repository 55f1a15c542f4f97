"""A document in two parts: all its texts as they are looked in, and what else is known of it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.queries.search.documents import Document, Named, SourceName
from sahel_tui.queries.search.packed_items import DAY, MAYBE, TEXT, Columns, PackedItems, check
from sahel_tui.queries.search.word_rows import PART, ROW, TITLE

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from sahel_tui.queries.search.documents import Item

_NAMES = b"\xfc"
"""Between the rows of items and those of names: no text in UTF-8 has it."""
_MARKS = _NAMES + PART + ROW + TITLE
_HEAD = Document._fields.index("names")


class Packed(NamedTuple):
    """A document to be kept."""

    texts: bytes
    """Of each item title and text, as rows; then of each of those named id and names."""
    known: list[Any]
    """What JSON can hold: the head, kinds of the named, tags, sources, and columns of items."""


def packed(document: Document) -> Packed:
    """A document in its two parts."""
    *head, names, items, tags, sources = document
    rows = item_rows(items) + _NAMES + _name_rows(names)
    kinds = [one.kind for one in names]
    return Packed(rows, [*head, kinds, [*tags], [*map(list, sources)], *_columns(items, names)])


def text_rows(document: Document) -> bytes:
    """Title and text of each item, then id and names of each of those named, for `WordRows`."""
    items = document.items
    named = items.named if isinstance(items, PackedItems) else _name_rows(document.names)
    # No phrase leaves a name, whatever lines it has.
    return item_rows(items) + (ROW + named.replace(b"\n", b" ") if document.names else b"")


def item_rows(items: Iterable[Item]) -> bytes:
    """Title and text of each item, for `WordRows`."""
    if isinstance(items, PackedItems):
        return items.texts
    return ROW.join(_utf8(one.title) + TITLE + _utf8(one.text) for one in items)


def _name_rows(names: Iterable[Named]) -> bytes:
    return ROW.join(PART.join(map(_utf8, (one.id, *one.names))) for one in names)


def unpacked(texts: bytes, known: Any) -> Document:
    """The document that `packed` made; ValueError, TypeError or LookupError where it did not."""
    texts.translate(None, _MARKS).decode()
    *head, kinds, tags, sources = known[: _HEAD + 3]
    *words, marking, first, last = head
    check([*words, *kinds, *tags], TEXT)
    check([marking], MAYBE)
    check([first, last], DAY)
    rows, _, named = texts.partition(_NAMES)
    called = named.decode(errors="surrogateescape").split(_ROW) if kinds else []
    names = tuple([_named(*one) for one in zip(kinds, called, strict=True)])
    items = PackedItems((rows, named), Columns(*known[_HEAD + 3 :]), names)
    said_in = tuple(_source(*one) for one in sources)
    return Document._make([*head, names, items, tuple(tags), said_in])


def rows_in(texts: bytes) -> list[bytes]:
    """Title and text of each item, as they are packed."""
    return texts.partition(_NAMES)[0].split(ROW)


def kinds_in(known: Any) -> list[str]:
    """The kind of each item; TypeError or LookupError where it is not what was packed."""
    columns = Columns(*known[_HEAD + 3 :])
    kinds = columns.tables[0]
    return [kinds[at] for at in columns.kinds]


def _named(kind: str, row: str) -> Named:
    one, *names = row.split(_PART)
    return Named(kind, one, tuple(names))


_ROW, _PART = ROW.decode(errors="surrogateescape"), PART.decode(errors="surrogateescape")


def _source(*words: str) -> SourceName:
    check(words, TEXT)
    return SourceName(*words)


def _columns(items: Sequence[Item], names: Sequence[Named]) -> Columns:
    tables = [_Table() for _ in range(5)]
    kinds, sources, facets, markings, dates = tables
    named = {(one.kind, one.id): at for at, one in reversed([*enumerate(names)])}
    others = _Table()
    mentioned = [
        _numbers(
            [
                named[one] if one in named else len(names) + others.place(one)
                for one in _mentioned(item)
            ]
        )
        for item in items
    ]
    return Columns(
        [kinds.place(one.kind) for one in items],
        [sources.place(one.source) for one in items],
        [facets.place(one.facets) for one in items],
        [markings.place(one.marking) for one in items],
        [dates.place(_date(one)) for one in items],
        [one.id for one in items],
        [one.start for one in items],
        [one.end for one in items],
        mentioned,
        [_numbers(chain.from_iterable(one.mentions)) for one in items],
        [list(table) for table in tables],
        list(others),
    )


def _numbers(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def _mentioned(item: Item) -> list[tuple[str, str]]:
    return [*[("actor", one) for one in item.actors], *[("place", one) for one in item.places]]


def _date(item: Item) -> tuple[Hashable, ...]:
    days = chain.from_iterable(item.stretches)
    return (item.date, item.first, item.last, item.vague, *days)


class _Table(dict[Any, int]):
    """Values, each with its place."""

    def place(self, value: Any) -> int:
        return self.setdefault(value, len(self))


def _utf8(text: str) -> bytes:
    return text.encode(errors="replace")
