"""Contradictions as rows, and their sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sahel_tui.queries.fuzzy import Fuzzy
from sahel_tui.render.contradictions import contradiction_words, draw_contradiction
from sahel_tui.render.line import Line
from sahel_tui.render.words import counted
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from sahel_tui.queries.library.findings import Contradiction


class ContradictionList(ItemList):
    """One line for each that the filter lets through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("contradictions.open", "choose_item"),
        bound("contradictions.left", "screen.choose_side(-1)"),
        bound("contradictions.right", "screen.choose_side(1)"),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.found: Sequence[Contradiction] = ()
        self.own: frozenset[str] = frozenset()
        """The keys of those of the claim that was asked about."""
        self.whole = True
        """Whether there are no others."""
        self.remark = ""
        """What the heading says first."""
        self.near: tuple[str, ...] = ()
        """The words that were taken for what is filtered."""
        self._shown: Sequence[int] = ()
        self._fuzzy: tuple[Sequence[Contradiction], Fuzzy] | None = None
        self._filter = ""
        self._on = ""
        """The key of the one under the cursor."""

    def set_found(
        self, found: Sequence[Contradiction], own: frozenset[str], *, stay: bool = False
    ) -> None:
        """Show others, or more of them; `stay` on the row under the cursor, or where it was."""
        if stay and self.current is not None:
            self._on = self.current.key
        self.found, self.own = found, own
        self._refill(stay=stay)

    def filter_rows(self, text: str) -> None:
        """Show those that hold all words of a text."""
        self._filter = text
        self._refill()

    def _refill(self, *, stay: bool = False) -> None:
        self._shown, self.near = range(len(self.found)), ()
        if self._filter.strip():
            if self._fuzzy is None or self._fuzzy[0] is not self.found:
                self._fuzzy = (self.found, Fuzzy(map(_fields, self.found)))
            self._shown, self.near = self._fuzzy[1].find(self._filter)
        keys = (self.found[at].key for at in self._shown)
        places = (place for place, key in enumerate(keys) if key == self._on)
        if stay:
            self.stay_on(next(places, self.cursor))
        else:
            self.cursor, self.top = next(places, 0), (0, 0)
        self.show_others()

    @property
    def hidden(self) -> int:
        """How many the filter hides."""
        return len(self.found) - len(self._shown)

    @property
    def current(self) -> Contradiction | None:
        """The one under the cursor."""
        return self.found[self._shown[self.cursor]] if self.cursor < len(self._shown) else None

    def move_to(self, item: int, *, at_top: bool = False) -> None:
        """Put the cursor on a row; it stays there while more are found."""
        super().move_to(item, at_top=at_top)
        if self.current is not None:
            self._on = self.current.key

    def count(self) -> int:
        """How many are shown."""
        return len(self._shown)

    def draw(self, item: int, line: int) -> Line:
        """One of them."""
        del line
        one = self.found[self._shown[item]]
        return draw_contradiction(one, self.body_width, own=one.key in self.own)

    def heading(self) -> Line:
        """Where the cursor is among how many."""
        line = Line(" ")
        if self.remark:
            line.add(f"{self.remark} · ")
        if not self.count():
            return line.add("no contradiction shown" if self.hidden else "no contradiction")
        so_far = "" if self.whole else " so far"
        return line.add(f"{self.cursor + 1:,} of {counted(self.count(), 'contradiction')}{so_far}")


def _fields(one: Contradiction) -> tuple[str, ...]:
    said = [said for side in one.sides for said in side.tellings]
    return (one.kind, contradiction_words(one), *(f"{x.text} {x.told.brief}" for x in said))
