"""Long lists: their rows are known by numbers, and read by pages when they are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar, overload

from sahel_tui.queries.narrow import added

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Row = TypeVar("Row")
Shown = TypeVar("Shown", covariant=True)

PAGE = 16
"""Rows that are read together."""
_KEPT = 48
"""Pages that are kept: what a screen shows, and some to go back to."""


class Place(NamedTuple):
    """Which claim of which brief."""

    brief: str
    """The brief's id; of an actor empty, since it is in many."""
    path: str
    id: str


class Source(Protocol[Shown]):
    """Where the rows of a list come from; a number stands for each."""

    held: bool
    """Whether all rows are in memory: then each is at hand."""

    def keys(self) -> Iterator[Sequence[int]]:
        """The numbers of all rows in their order, by and by; for a thread."""

    def rows(self, keys: Sequence[int]) -> Sequence[Shown]:
        """The rows of some numbers: a page of them while a key waits."""

    def read(self, keys: Sequence[int]) -> Sequence[Shown]:
        """The same, for a thread that goes through many."""

    def key_of(self, place: Place) -> int | None:
        """The number of a row; None where it is not in the list; for a thread."""


class Streamed(Source[Shown], Protocol[Shown]):
    """A source that can be gone through as a whole."""

    def everything(self) -> Iterator[tuple[int, Shown]]:
        """All rows in their order with their numbers; for a thread that does nothing else."""


class Held(Sequence[Row]):
    """A source whose rows are in memory."""

    held = True

    def __init__(self, rows: Iterable[Row], place: Callable[[Row], Place]) -> None:
        self._rows = tuple(rows)
        self._place = place

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        return self._rows[at]

    def keys(self) -> Iterator[Sequence[int]]:
        """All at once."""
        yield range(len(self._rows))

    def rows(self, keys: Sequence[int]) -> Sequence[Row]:
        """At once."""
        return [self._rows[key] for key in keys]

    read = rows

    def everything(self) -> Iterator[tuple[int, Row]]:
        """At once."""
        return enumerate(self._rows)

    def key_of(self, place: Place) -> int | None:
        """By looking at each."""
        return next((at for at, row in enumerate(self._rows) if self._place(row) == place), None)


class Listing(Sequence[Row]):
    """The rows of a source, as far as their numbers are known: it grows at its end alone.

    Whoever adds to it reads of it in the same thread; a slice of `numbers` is safe in any.
    """

    def __init__(self, source: Source[Row]) -> None:
        self.source = source
        self.numbers = array("I")
        self.complete = False
        """Whether these are all."""
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def extend(self, numbers: Iterable[int]) -> None:
        """There are more; a page that was not full is read again."""
        self._pages.pop(len(self.numbers) // PAGE, None)
        self.numbers = added(self.numbers, numbers)

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return self.source.rows(self.numbers[at])
        index = range(len(self.numbers))[at]  # from the end where it is less than 0
        return self._page(index // PAGE)[index % PAGE]

    def _page(self, number: int) -> Sequence[Row]:
        page = self._pages.get(number)
        if page is None:
            page = self.source.rows(self.numbers[number * PAGE : (number + 1) * PAGE])
            self._pages[number] = page
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page
