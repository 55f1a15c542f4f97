"""When an item is dated, in days by their ordinals, and whether that lies within others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.documents import BEGIN_VAGUE, END_VAGUE

if TYPE_CHECKING:
    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.search.documents import Item, Stretch
    from sahel_tui.queries.search.syntax import Days


class Dating(NamedTuple):
    """The date of an item, as `Item` has it."""

    date: str
    first: int | None
    last: int | None
    stretches: tuple[Stretch, ...]
    vague: int


def dating_of(date: Edtf) -> Dating:
    """A date."""
    spans = tuple(
        (first and first.ordinal(), last and last.ordinal()) for first, last in date.spans
    )
    return Dating(
        date.text,
        date.earliest and date.earliest.ordinal(),
        date.latest and date.latest.ordinal(),
        spans if len(spans) > 1 else (),
        BEGIN_VAGUE | END_VAGUE if date.approximate or date.uncertain else 0,
    )


def lasting(since: Edtf | None, until: Edtf | None) -> Dating:
    """The time that a relation held; without a start or an end it may have held at any time."""
    begin, end = since and dating_of(since), until and dating_of(until)
    words = f"{since or ''}/{until or ''}" if since or until else ""
    return Dating(
        words,
        begin.first if begin else None,
        end.last if end else None,
        (),
        (BEGIN_VAGUE if begin and begin.vague else 0) | (END_VAGUE if end and end.vague else 0),
    )


def is_within(item: Item, days: Days) -> bool:
    """Whether an item is dated within days: certainly, or possibly where that is enough."""
    if not days.possibly:
        begins = days.first is None or (
            not item.vague & BEGIN_VAGUE and item.first is not None and item.first >= days.first
        )
        ends = days.last is None or (
            not item.vague & END_VAGUE and item.last is not None and item.last <= days.last
        )
        return begins and ends
    return any(
        (last is None or days.first is None or last >= days.first)
        and (first is None or days.last is None or first <= days.last)
        for first, last in item.stretches or ((item.first, item.last),)
    )
