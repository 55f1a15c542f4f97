"""What is told of the events of a list without reading a row: numbers, and texts told once each."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate, compress, count
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, overload

from sahel_tui.queries.narrow import narrow

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Iterator

Value = TypeVar("Value")
Other = TypeVar("Other")


class Coded(Sequence[Value], Generic[Value]):
    """Values many of which are alike: each is kept once."""

    __slots__ = ("_codes", "_values")

    def __init__(self, values: Sequence[Value], codes: array[int]) -> None:
        self._values, self._codes = values, codes

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[Value]:
        return map(self._values.__getitem__, self._codes)

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> Coded[Value]: ...
    def __getitem__(self, at: int | slice) -> Value | Coded[Value]:
        if isinstance(at, slice):
            return Coded(self._values, self._codes[at])
        return self._values[self._codes[at]]

    def counted(self, places: Iterable[int]) -> list[tuple[Value, int]]:
        """Those of some places, each with how many there are."""
        counts = Counter(map(self._codes.__getitem__, places))
        return [(self._values[code], number) for code, number in counts.items()]

    def some(self, places: Iterable[int]) -> Coded[Value]:
        """Those of some places."""
        return Coded(self._values, narrow(map(self._codes.__getitem__, places)))

    def mapped(self, of: Callable[[Value], Other]) -> Coded[Other]:
        """What each value becomes; where they stand is kept once for both."""
        return Coded(tuple(map(of, self._values)), self._codes)

    def first(self, holds: Callable[[Value], bool]) -> int | None:
        """The first place of a value of which something holds."""
        known = [*map(holds, self._values)]
        return next(compress(count(), map(known.__getitem__, self._codes)), None)


def coded(texts: Iterable[str]) -> Coded[str]:
    """Texts as they come."""
    known: dict[str, int] = {}
    codes = narrow(known.setdefault(text, len(known)) for text in texts)
    return Coded(tuple(known), codes)


class Tellings(Mapping[int, tuple[int, ...]]):
    """Of the events that several briefs tell the numbers of all tellings.

    An event has the number of the telling that stands for it.
    """

    __slots__ = ("_all", "_begins", "_events", "_heads", "_numbers")

    def __init__(self, tellings: Mapping[int, Sequence[int]]) -> None:
        events = sorted(tellings)
        self._events = narrow(events)
        self._begins = narrow(accumulate((len(tellings[one]) for one in events), initial=0))
        self._all = narrow(one for event in events for one in tellings[event])
        by_number = sorted((one, event) for event in events for one in tellings[event])
        self._numbers = narrow(one for one, _ in by_number)
        self._heads = narrow(event for _, event in by_number)

    def __len__(self) -> int:
        return len(self._events)

    def __iter__(self) -> Iterator[int]:
        return iter(self._events)

    def __getitem__(self, event: int) -> tuple[int, ...]:
        at = bisect_left(self._events, event)
        if at == len(self._events) or self._events[at] != event:
            raise KeyError(event)
        return tuple(self._all[self._begins[at] : self._begins[at + 1]])

    @property
    def number(self) -> int:
        """How many tellings they are."""
        return len(self._all)

    def head(self, number: int) -> int:
        """The number of the event that a telling is of."""
        at = bisect_left(self._numbers, number)
        found = at < len(self._numbers) and self._numbers[at] == number
        return self._heads[at] if found else number


class Dated(NamedTuple):
    """The events of a list, in order."""

    numbers: Sequence[int]
    dates: Coded[str]
    """By their EDTF."""
    tenses: Coded[str]
    tellings: Tellings
    joined: bool
    """Whether it is known which tellings are of one event."""
