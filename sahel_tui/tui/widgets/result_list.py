"""The hits of a search in their groups, each with its words, its date and its brief."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment

from sahel_tui.queries.search.results import grouped
from sahel_tui.render.hits import draw_group, draw_hit, hit_height
from sahel_tui.render.line import Line
from sahel_tui.render.styles import CURSOR
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from sahel_tui.queries.search.matching import Hit
    from sahel_tui.queries.search.results import BriefHits, Group, Grouping
    from sahel_tui.tui.widgets.line_view import Place

    Key = tuple[str, str, str, str | None, int | None]
    """What makes a hit the same in another answer: its brief, what it is, and where."""


class ResultList(ItemList):
    """Hits; the first of a group has the group's line above it."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("results.open", "choose_item")]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.grouping: Grouping = "kind"
        self.said = ""
        """What the heading says of all."""
        self._briefs: Sequence[BriefHits] = ()
        self._complete = True
        self._groups: tuple[Group, ...] = ()
        self._firsts: list[int] = []
        """The first hit of each group."""
        self._rows: list[tuple[BriefHits, Hit]] = []
        self._held: Key | None = None
        """The hit that the cursor is to be on once it has been found again."""

    # What it holds ------------------------------------------------------------------------------

    def set_briefs(self, briefs: Sequence[BriefHits], *, complete: bool, fresh: bool) -> None:
        """Show other hits: from the top where they answer a `fresh` query, else on the same one."""
        before = self._held or (self.key if self.cursor else None)
        self._briefs, self._complete = briefs, complete
        self._group()
        self._held = None
        if fresh:
            self.cursor, self.top = 0, (0, 0)
        elif before is not None:
            self._go_back_to(before)
            self._held = None if complete or self.key == before else before
        self.show_others()

    def set_complete(self, complete: bool) -> None:
        """Show whether the same hits are all, and what is said of them."""
        self._held = None if complete else self._held
        if complete == self._complete:
            self.redraw_heading()
        else:  # the group's lines say it too
            self._complete = complete
            self.redraw()

    def hold(self) -> None:
        """Stay on the hit under the cursor in the next answer, though it be the first."""
        self._held = self.key

    def move_to(self, item: int, *, at_top: bool = False) -> None:
        """Put the cursor on a hit; it stays there while more is found."""
        self._held = None
        super().move_to(item, at_top=at_top)

    def group_by(self, grouping: Grouping) -> None:
        """Group the same hits otherwise; the cursor stays on its hit."""
        before, self.grouping = self.key, grouping
        self._group()
        self.top = (0, 0)
        self._go_back_to(before)
        self.redraw()
        if self.count():
            self.reveal()

    def _group(self) -> None:
        self._groups = grouped(self._briefs, self.grouping)
        self._rows = [row for group in self._groups for row in group.rows]
        self._firsts = [0, *accumulate(len(group.rows) for group in self._groups)][:-1]

    def _go_back_to(self, key: Key | None) -> None:
        here = next((n for n, row in enumerate(self._rows) if _key(*row) == key), None)
        self.cursor = min(self.cursor, max(0, self.count() - 1)) if here is None else here

    @property
    def current(self) -> tuple[BriefHits, Hit] | None:
        """The hit under the cursor, and its brief."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    @property
    def key(self) -> Key | None:
        """What makes the hit under the cursor the same in another answer."""
        return _key(*self.current) if self.current else None

    # How it is drawn ----------------------------------------------------------------------------

    def count(self) -> int:
        """How many hits there are."""
        return len(self._rows)

    def _first_line(self, item: int) -> int:
        """The line of an item that its hit begins on."""
        group = bisect_right(self._firsts, item) - 1
        return int(0 <= group < len(self._firsts) and self._firsts[group] == item)

    def height_of(self, item: int) -> int:
        """The lines of a hit, and of its group where it is the first."""
        return self._first_line(item) + self._hit_height

    @property
    def rows_in_sight(self) -> int:
        """How many hits there is room for; at least a few, before that is known."""
        return max(8, self.page_height // self._hit_height)

    @property
    def _with_brief(self) -> bool:
        return self.grouping == "kind"

    @property
    def _hit_height(self) -> int:
        return hit_height(self.body_width, self.page_height, with_brief=self._with_brief)

    @property
    def cursor_place(self) -> Place:
        """The hit under the cursor: below the line of its group."""
        return (self.cursor, self._first_line(self.cursor))

    def margin_cell(self, item: int, line: int) -> Segment:
        """The cursor, beside the hit's own first line."""
        return Segment("▶" if (item, line) == self.cursor_place else " ", CURSOR)

    def draw(self, item: int, line: int) -> Line:
        """One line of a hit or of its group."""
        first = self._first_line(item)
        if line < first:
            group = self._groups[bisect_right(self._firsts, item) - 1]
            return draw_group(group, self.body_width, complete=self._complete)
        cells, height = self.body_width, self._hit_height
        return draw_hit(*self._rows[item], cells, height, with_brief=self._with_brief)[line - first]

    def heading(self) -> Line:
        """Which hit this is, how many there are, and how they are grouped."""
        line = Line(" ")
        if self.count():
            line.add(f"{self.cursor + 1:,} of ")
        return line.add(f"{self.said} · by {self.grouping}" if self.count() else self.said)


def _key(brief: BriefHits, hit: Hit) -> Key:
    return (brief.path, hit.kind, hit.id, hit.source, hit.start)
