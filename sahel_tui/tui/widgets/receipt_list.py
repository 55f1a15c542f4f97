"""Entries that open into the relations that they rest on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from sahel_tui.queries.folding import fold
from sahel_tui.render.blocks import MEASURE
from sahel_tui.render.graph.receipts import draw_entry
from sahel_tui.render.line import Line
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from textual.binding import BindingType

    from sahel_tui.render.graph.receipts import Entry

Path = tuple[int, ...]
"""Which entry it is of all, which of those under it, and so on."""


class Shown(NamedTuple):
    """An entry that can be seen."""

    path: Path
    entry: Entry
    is_open: bool


class ReceiptList(ItemList):
    """A tree of entries."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("receipts.open", "choose_item"),
        bound("receipts.signs", "screen.toggle_signs"),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.title = ""
        self._entries: Sequence[Entry] = ()
        self._turned: set[Path] = set()
        """The entries that are not as they were at first, open or closed."""
        self._shown: list[Shown] = []
        self.filter_text = ""
        self._drawn_entry = lru_cache(maxsize=256)(self._draw_entry)

    def set_entries(
        self, entries: Sequence[Entry], title: str, shown: list[Shown] | None = None
    ) -> None:
        """Show other entries, with the cursor on the first; `shown` is what `seen` gives of them.

        There may be many thousands: whoever has them found in a thread looks through them there.
        """
        self._entries, self.title = entries, title
        self._turned = set()
        if shown is None or self.filter_text:
            self._fill()
        else:
            self._drawn_entry.cache_clear()
            self._shown = shown
        self.cursor, self.top = 0, (0, 0)
        first = next((at for at, one in enumerate(self._shown) if one.entry.edge is not None), 0)
        self.move_to(first)
        self.redraw()

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        return self._shown[self.cursor].entry if self.cursor < len(self._shown) else None

    @property
    def total(self) -> int:
        """How many relations there are under all entries that are shown."""
        return sum(one.entry.edge is not None for one in self._shown)

    def toggle(self) -> None:
        """Open the entry under the cursor, or close it."""
        at = self.cursor
        if at >= len(self._shown) or not self._shown[at].entry.under:
            return
        path, entry, is_open = self._shown[at]
        self._turned ^= {path}
        if self.filter_text:
            self._fill()
        else:
            self._drawn_entry.cache_clear()
            end = next(self._after(at, len(path)), len(self._shown))
            under = [] if is_open else _tree(path, entry.under, "", self._turned)
            self._shown[at:end] = [Shown(path, entry, not is_open), *under]
        self.show_others()

    def _after(self, at: int, depth: int) -> Iterator[int]:
        """The entries below one that do not stand under it."""
        below = range(at + 1, len(self._shown))
        return (other for other in below if len(self._shown[other].path) <= depth)

    def filter_rows(self, text: str) -> None:
        """Show the entries that have a text, and what is over and under them."""
        self.filter_text = text
        self._fill()
        self.cursor, self.top = min(self.cursor, max(0, len(self._shown) - 1)), (0, 0)
        self.show_others()

    def _fill(self) -> None:
        self._drawn_entry.cache_clear()
        self._shown = list(_tree((), self._entries, fold(self.filter_text), self._turned))

    # Drawing --------------------------------------------------------------------------------------

    def _draw_entry(self, item: int, cells: int) -> list[Line]:
        path, entry, is_open = self._shown[item]
        return draw_entry(entry, len(path) - 1, cells, is_open=is_open)

    def _lines(self, item: int) -> list[Line]:
        return self._drawn_entry(item, min(MEASURE, self.body_width))

    def count(self) -> int:
        """How many entries can be seen."""
        return len(self._shown)

    def height_of(self, item: int) -> int:
        """As many lines as are drawn."""
        return len(self._lines(item))

    def draw(self, item: int, line: int) -> Line:
        """One line of an entry."""
        return self._lines(item)[line]

    def heading(self) -> Line:
        """What this is a list of."""
        return Line(f" {self.title}")


def seen(entries: Sequence[Entry]) -> list[Shown]:
    """What can be seen of entries as they are at first."""
    return list(_tree((), entries, "", frozenset()))


def _tree(
    path: Path, entries: Sequence[Entry], key: str, turned: Collection[Path]
) -> Iterator[Shown]:
    for number, entry in enumerate(entries):
        here = (*path, number)
        own = not key or key in fold(entry.text)
        if not own and not _holds(entry, key):
            continue
        is_open = (entry.is_open or not own) != (here in turned)
        yield Shown(here, entry, is_open)
        if is_open:
            yield from _tree(here, entry.under, "" if own else key, turned)


def _holds(entry: Entry, key: str) -> bool:
    return any(key in fold(one.text) or _holds(one, key) for one in entry.under)
