"""Events in order or in lanes that open, each of which may open into its tellings."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeVar

from sahel_tui.queries.chronology.outline import Outline
from sahel_tui.queries.matching import find_spans
from sahel_tui.render.line import Line
from sahel_tui.tui.messages import ItemHighlighted
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from sahel_tui.queries.chronology.lanes import Lane, Lanes
    from sahel_tui.queries.chronology.outline import Path

Row = TypeVar("Row")

FOLDED, OPEN = "▸ ", "▾ "
"""Before the name of a lane."""
INDENT = 2
"""Cells before what stands in one."""


class FoldedList(ClaimList[Row]):
    """Items are lanes, events and tellings; a row of the list is an event."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.laid: Lanes | None = None
        """The lanes that are shown; their events are places among the shown rows."""
        self._outline = Outline(0)

    # What a kind of row gives ---------------------------------------------------------------------

    def tellings_of(self, place: int) -> int:
        """How many tellings an event opens into; 0 where it does not."""
        del place
        return 0

    def draw_telling(self, place: int, telling: int) -> Line:
        """One of them."""
        raise NotImplementedError

    def draw_lane(self, lane: Lane) -> Line:
        """A lane."""
        raise NotImplementedError

    def lines_below(self, place: int) -> int:
        """How many lines stand between an event and the next one."""
        del place
        return 0

    def draw_below(self, place: int) -> Line:
        """Such a line."""
        raise NotImplementedError

    # Items ----------------------------------------------------------------------------------------

    @property
    def outline(self) -> Outline:
        """What is open; nothing is, where there are others than before."""
        count = len(self.shown) if self.laid is None else len(self.laid.lanes)
        if self._outline.count != count:
            self._outline = Outline(count)
        return self._outline

    def refold(self) -> None:
        """Have nothing open: what is shown changed."""
        self._outline = Outline(0)

    def count(self) -> int:
        """How many items are shown."""
        return len(self.outline)

    def _event(self, item: int) -> Path:
        """The event that an item is of, and its telling; nothing of a lane."""
        path = self.outline.path(item)
        return path if self.laid is None else path[1:]

    def lane_of(self, item: int) -> int | None:
        """The lane that an item stands in."""
        if self.laid is None or not self.laid.lanes:
            return None
        return self.outline.path(item)[0]

    def place_of(self, item: int) -> int | None:
        """The place of the event that an item is of; None of a lane."""
        event, lane = self._event(item), self.lane_of(item)
        if not event or event[0] >= len(self.shown):
            return None
        if self.laid is None or lane is None:
            return event[0]
        return self.laid.lanes[lane].rows[event[0]]

    def telling_of(self, item: int) -> int | None:
        """Which telling of its event an item is; None where it is the event itself."""
        event = self._event(item)
        return event[1] if len(event) > 1 else None

    def item_of(self, place: int) -> int:
        """The item of an event: in the lane under the cursor, else in the first; it is opened."""
        if self.laid is None:
            return self.outline.place((place,))
        here = self.lane_of(min(self.cursor, max(0, self.count() - 1)))
        lanes = self.laid.lanes
        for number in ([] if here is None else [here]) + list(range(len(lanes))):
            rows = lanes[number].rows
            at = bisect_left(rows, place)
            if at < len(rows) and rows[at] == place:
                if self.outline.below((number,)) is None:
                    self.outline.open((number,), len(rows))
                    self.redraw()
                return self.outline.place((number, at))
        return 0

    # Opening and folding --------------------------------------------------------------------------

    def action_open_item(self) -> None:
        """Open the lane, or the event, under the cursor."""
        if not self.count():
            return
        path = self.outline.path(self.cursor)
        number = self._opens_into(path)
        if not number:
            self._say("Only a lane opens, and an event with several tellings.")
        elif self.outline.below(path) is None:
            self.outline.open(path, number)
            self.redraw()
            self.show((self.cursor, 0), lines=min(number + 1, self.page_height))
            self.post_message(ItemHighlighted(self))

    def _opens_into(self, path: Path) -> int:
        if self.laid is not None and len(path) == 1:
            return len(self.laid.lanes[path[0]].rows)
        place = self.place_of(self.outline.place(path))
        is_event = len(path) == (1 if self.laid is None else 2)
        return self.tellings_of(place) if is_event and place is not None else 0

    def action_fold_item(self) -> None:
        """Fold what is open under the cursor, else what the cursor stands in."""
        if not self.count():
            return
        path = self.outline.path(self.cursor)
        if self.outline.below(path) is None:
            path = path[:-1]
        if path:
            self.outline.fold(path)
            self.redraw()
            self.move_to(self.outline.place(path))
            self.post_message(ItemHighlighted(self))
        else:
            self._say("Nothing is open here.")

    def _say(self, words: str) -> None:
        self.screen.say(words)  # type: ignore[attr-defined]

    def action_choose_item(self) -> None:
        """Open or fold a lane; of an event say that it was chosen."""
        if self.count() and self.place_of(self.cursor) is None:
            opened = self.outline.below(self.outline.path(self.cursor)) is not None
            (self.action_fold_item if opened else self.action_open_item)()
        else:
            super().action_choose_item()

    # Drawing --------------------------------------------------------------------------------------

    def height_of(self, item: int) -> int:
        """A line, and what stands between this event and the next one."""
        place = self._ends(item)
        return 1 if place is None else 1 + self.lines_below(place)

    def _ends(self, item: int) -> int | None:
        """The event whose last item this is, where events stand in one order."""
        if self.laid is not None or item >= self.count():
            return None
        path = self.outline.path(item)
        below = self.outline.below(path[:1])
        last = below is None if len(path) == 1 else below is None or path[1] == len(below) - 1
        return path[0] if last else None

    def draw(self, item: int, line: int) -> Line:
        """A lane, an event, a telling, or what stands between two events."""
        place = self.place_of(item)
        if line and place is not None:
            return self.draw_below(place)
        drawn = self._draw_item(item, place)
        if self.search_text:
            drawn.mark(lambda text: find_spans(text, self.search_text))
        return drawn

    def _draw_item(self, item: int, place: int | None) -> Line:
        lane, telling = self.lane_of(item), self.telling_of(item)
        if place is None and self.laid is not None and lane is not None:
            sign = OPEN if self.outline.below((lane,)) is not None else FOLDED
            return Line(sign).then(self.draw_lane(self.laid.lanes[lane]))
        if place is not None and telling is not None:
            drawn = self.draw_telling(place, telling)
        else:
            drawn = super().draw(item, 0)
        return drawn if self.laid is None else Line().to(INDENT).then(drawn)

    @property
    def row_width(self) -> int:
        """Cells of a row: in a lane it begins further in."""
        return self.body_width if self.laid is None else max(1, self.body_width - INDENT)

    def drawn_from(self, item: int, line: int) -> tuple[object, ...]:
        """An event is drawn alike wherever the cursor is."""
        return (item, line)
