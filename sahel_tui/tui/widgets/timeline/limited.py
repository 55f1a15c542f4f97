"""Events that may be limited to those within the range that is shown, or around one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sahel_tui.queries.timeline import Range
from sahel_tui.render.words import counted, quoted
from sahel_tui.tui.widgets.timeline.folded import FoldedList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.chronology.limits import Around, Limit

Row = TypeVar("Row")

_DAYS = 30
"""How far from an event another one is near it, unless somebody says so."""
_TITLE = 24
"""Characters of an event's title in the heading."""
WITHIN = ("", "certainly", "possibly")


class LimitedList(FoldedList[Row]):
    """A child says when its rows are, and finds those that the limits let through (`limit`)."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.range = Range(0, 1)
        """The days that extents and lanes are drawn on."""
        self.within = ""
        """Whether rows are certainly, or possibly, within the range."""
        self.around: Around | None = None

    @property
    def dates(self) -> Sequence[str]:
        """Of all rows by their EDTF; fewer, while they are being read."""
        raise NotImplementedError

    def title_of(self, index: int) -> str:
        """What a row of all says."""
        raise NotImplementedError

    def limit(self) -> None:
        """Show the rows that the limits let through."""
        raise NotImplementedError

    @property
    def limits(self) -> tuple[Limit, ...]:
        """What rows have to be, besides what is filtered."""
        from sahel_tui.queries.chronology.limits import Within

        found: list[Limit] = [self.around] if self.around else []
        if self.within:
            found.append(Within(self.range, self.within == "certainly"))
        return tuple(found)

    def action_next_within(self) -> None:
        """All events, those certainly within the range, those possibly within it."""
        self.within = WITHIN[(WITHIN.index(self.within) + 1) % len(WITHIN)]
        self.limit()

    async def action_look_around(self) -> None:
        """All that is near the event under the cursor; again: how near."""
        if self.around is not None:
            await self.run_action("screen.open_prompt('days')")
        elif self.current_place is None:
            self.screen.say("There is no event under the cursor.")  # type: ignore[attr-defined]
        else:
            self.look_around(_DAYS)

    def look_around(self, days: int) -> None:
        """Show what is within so many days of an event: the same as before, else this one."""
        from sahel_tui.queries.chronology.limits import Around

        place = self.current_place
        if self.around is not None:
            self.around = self.around._replace(days=days)
        elif place is not None:
            row = self.shown[place]
            self.around = Around(self.dates[row], days, self.title_of(row))
        self.limit()

    def lift_limit(self) -> bool:
        """Show what the last of the limits hid; whether there was one."""
        if self.around is not None:
            self.around = None
        elif self.within:
            self.within = ""
        else:
            return False
        self.limit()
        return True

    def limit_words(self) -> str:
        """What the limits are."""
        parts = []
        if self.around is not None:
            title = self.around.title
            short = title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
            parts.append(f"within {counted(self.around.days, 'day')} of {quoted(short)}")
        if self.within:
            parts.append(f"{self.within} within {self.range_words}")
        return ", ".join(parts)

    @property
    def filtered_by(self) -> str:
        """All that hides rows."""
        typed = quoted(self.filter_text) if self.filter_text else ""
        return ", ".join(part for part in (typed, self.limit_words()) if part)

    @property
    def hides(self) -> str:
        """How the heading begins to say what is hidden; the key of a filter comes before it."""
        return "& hides" if self.filter_text else "hides"

    @property
    def range_words(self) -> str:
        """The range, as a person says it."""
        from sahel_tui.queries.chronology.levels import range_words

        return range_words(self.range)
