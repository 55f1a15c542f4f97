"""Long lists read by pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.library.listing import PAGE, Held, Listing, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Stored:
    """A source that has to be asked for every row."""

    held = False

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.most = 0
        """The most rows that were asked for at once."""

    def keys(self) -> Iterator[Sequence[int]]:
        """One after the other."""
        return ((key,) for key in range(len(self.texts)))

    def rows(self, keys: Sequence[int]) -> Sequence[str]:
        """By their numbers."""
        self.most = max(self.most, len(keys))
        return [self.texts[key] for key in keys]

    read = rows

    def key_of(self, place: Place) -> int | None:
        """By the id."""
        return self.texts.index(place.id) if place.id in self.texts else None


@given(
    st.lists(st.text(max_size=3), max_size=200),
    st.lists(st.integers(min_value=1, max_value=90), max_size=12),
    st.lists(st.integers(min_value=-250, max_value=250), max_size=40),
)
def test_it_equals_a_plain_list_while_it_grows(
    texts: list[str], steps: list[int], asked: list[int]
) -> None:
    source = Stored(texts)
    listing = Listing(source)
    numbers = [key for keys in source.keys() for key in keys]  # noqa: SIM118 - not a mapping
    for step in [*steps, len(texts)]:
        begin = len(listing)
        listing.extend(numbers[begin : begin + step])
        plain = texts[: len(listing)]
        assert list(listing) == plain
        for at in asked:
            if -len(plain) <= at < len(plain):
                assert listing[at] == plain[at]
        assert list(listing[3:70:2]) == plain[3:70:2]
    assert list(listing) == texts


def test_a_row_costs_no_more_than_a_page() -> None:
    source = Stored([str(number) for number in range(10_000)])
    listing = Listing(source)
    listing.extend(range(10_000))
    for at in (0, 9_999, 5_000, PAGE - 1, PAGE):
        assert listing[at] == str(at)
    assert source.most == PAGE


def test_what_is_in_memory_is_found_by_its_place() -> None:
    held = Held(["a", "b"], lambda row: Place("brief", "path", row))
    assert held.key_of(Place("brief", "path", "b")) == 1
    assert held.key_of(Place("brief", "other", "b")) is None
