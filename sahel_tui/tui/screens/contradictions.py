"""Where the briefs of the library contradict each other, both sides next to each other."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from sahel_tui.render.contradictions import Told, band_of, contradiction_words, draw_sides
from sahel_tui.render.words import counted
from sahel_tui.tui.copies_elsewhere import Asked, There
from sahel_tui.tui.landing import Landing, OpenBrief
from sahel_tui.tui.screens.beside import BesideScreen
from sahel_tui.tui.widgets.contradiction_list import ContradictionList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.queries.library.findings import Contradiction, Said
    from sahel_tui.queries.library.rows import LibraryRows
    from sahel_tui.queries.views import Claim
    from sahel_tui.render.line import Line
    from sahel_tui.tui.library import Shelf
    from sahel_tui.tui.messages import ItemChosen, ItemHighlighted
    from sahel_tui.tui.screens.beside import Shows


_NEAR_THE_END = 500
"""Rows from the last at which more are looked for."""


class About(NamedTuple):
    """What was under the cursor when contradictions were asked for: its own come first."""

    brief: str
    """The brief's id."""
    claim: Claim | None


class ContradictionsScreen(BesideScreen):
    """A row for each; the sides of the one under the cursor beside it, or below."""

    ASKED_BY: ClassVar[str] = "show_contradictions"
    SIDE_BY_SIDE: ClassVar[bool] = False  # the two sides are
    DEFAULT_CSS = """
    ContradictionsScreen #rows { height: 2fr; }
    ContradictionsScreen #preview { height: 3fr; }
    """

    def __init__(
        self, shelf: Shelf, about: About | None, order: Sequence[str], *, delay: float
    ) -> None:
        super().__init__(delay=delay)
        self._shelf, self._about, self._order = shelf, about, order
        self._rows_of_library: LibraryRows | None = None
        self._number = 0
        """Of the last gathering: what an earlier one finds is dropped."""
        self._told: tuple[Told, ...] = ()
        """The tellings that are shown, side by side."""
        self._side = 0
        """Which of them Enter goes to."""
        self._done = False
        self._trouble = ""
        """Why no more can be found."""
        self._wanted = Event()
        """That others are wanted than those that are there."""

    def list_widget(self) -> ContradictionList:
        """The list."""
        return ContradictionList(id="rows")

    @property
    def rows(self) -> ContradictionList:
        """The list."""
        return self.query_one(ContradictionList)

    # Gathering ----------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Begin to look for them."""
        self.begin_marking()
        self.set_focus(self.rows)
        self.tell()
        self._gather()

    def on_unmount(self) -> None:
        """Nobody waits for more."""
        self._number += 1
        self._wanted.set()

    def library_grew(self) -> None:
        """All of the library has been read: look again."""
        if self._shelf.is_whole:
            self._gather()
        self.tell()

    def _gather(self) -> None:
        self._number += 1
        self._wanted.set()
        self._wanted = wanted = Event()
        number = self._number

        def want() -> None:
            wanted.wait()
            wanted.clear()

        def gather() -> None:
            from sahel_tui.tui.contradiction_work import gather_contradictions

            stopped = lambda: number != self._number  # noqa: E731 - one name for one question
            asked = (self._shelf, self._about, self._order, stopped, want)
            for found in gather_contradictions(*asked):
                self.hand(self._show, number, *found)

        self._trouble = ""
        work = self._heeding(gather, lambda why: self._failed(number, why))
        self.run_worker(work, thread=True, group="gather")

    def _failed(self, number: int, why: str) -> None:
        if number == self._number:
            self._trouble = why
            self.say(why)

    def _show(
        self,
        number: int,
        rows: LibraryRows,
        found: tuple[Contradiction, ...],
        own: frozenset[str],
        marking: str | None,
        done: bool,
    ) -> None:
        if number != self._number or (self._done and not done):
            return  # what is shown stays until there is as much
        stay = self._done
        self._rows_of_library, self._done = rows, done
        self.set_marking(marking)
        self.rows.whole = done
        self.rows.set_found(found, own, stay=stay)
        self.tell()

    # What is shown ------------------------------------------------------------------------------

    def filter_rows(self, text: str) -> None:
        """Show those that hold all words of a text."""
        self.filter_text = text
        self.rows.filter_rows(text)
        self._wanted.set()
        self.tell()

    def tell(self) -> None:
        """Title, heading, detail and status."""
        words = self.filter_words(self.rows.hidden, len(self.rows.found), self.rows.near)
        looking = "" if self._done else "looking"
        parts = (self._trouble or self._shelf.progress.words or looking, words)
        self.rows.remark = " · ".join(part for part in parts if part)
        self.rows.redraw_heading()
        super().tell()

    def title_words(self) -> str:
        """What these are."""
        own = len(self.rows.own)
        if own and self._about is not None and self._about.claim is not None:
            claim = self._about.claim
            return f"Contradictions, {own:,} of {claim.kind} {claim.id} first"
        return "Contradictions between the briefs of this library"

    def detail_words(self) -> str:
        """All of the one under the cursor."""
        current = self.rows.current
        return contradiction_words(current) if current else ""

    def status_words(self) -> str:
        """The keys that lead on."""
        left, right = self.key("contradictions.left"), self.key("contradictions.right")
        return (
            f"{self.key('contradictions.open')} goes to the passage · {left} {right} side"
            f" · {self.key('across.back')} back"
        )

    # The sides ----------------------------------------------------------------------------------

    def on_item_highlighted(self, message: ItemHighlighted) -> None:
        """Another one: its first side."""
        if message.pane is self.rows:
            self._side = 0
            if self.rows.cursor >= self.rows.count() - _NEAR_THE_END:
                self._wanted.set()

    def preview_job(self) -> Callable[[], Shows] | None:
        """The quotes of all sides."""
        said, rows = self._said(), self._rows_of_library
        if not said or rows is None:
            self._told = ()
            return None

        def find() -> Shows:
            told = [
                Told(side, one, tuple(rows.quotes(one.told.path, one.claim))) for side, one in said
            ]
            return lambda: self._show_sides(tuple(told))

        return find

    def _said(self) -> tuple[tuple[int, Said], ...]:
        """All tellings of the one under the cursor, which may not be shown yet, by their sides."""
        current = self.rows.current
        if current is None:
            return ()
        sides = ((at, one) for at, side in enumerate(current.sides) for one in side.tellings)
        return (*sides, *((-1, one) for one in current.also))

    def _show_sides(self, told: tuple[Told, ...]) -> None:
        self._told = told
        self._draw_sides()

    def _draw_sides(self) -> None:
        told, side, preview = self._told, self._side, self.preview
        number = len(draw_sides(told, side, preview.measure_width))

        def draw(item: int, cells: int) -> Sequence[Line]:
            bands = draw_sides(told, side, cells)
            return bands[item] if item < len(bands) else ()

        at = band_of(told, side, preview.measure_width) if told else 0
        preview.set_items(counted(len(told), "telling"), number, draw, at)

    def action_choose_side(self, step: int) -> None:
        """Choose the next or previous telling, for Enter to go to."""
        if said := self._said():
            self._side = (self._side + step) % len(said)
        if said and said == tuple((one.side, one.said) for one in self._told):
            self._draw_sides()

    def copied(self) -> Asked | None:
        """The telling that Enter goes to; then the others."""
        current, said, at = self.rows.current, self._said(), self._side
        told = [one for _, one in (*said[at:], *said[:at])]
        if current is None or not told or not told[0].told.path:
            return None
        places = (There(Path(one.told.path), Landing(one.claim)) for one in told if one.told.path)
        return Asked(tuple(places), words=contradiction_words(current))

    def on_item_chosen(self, message: ItemChosen) -> None:
        """Go to the passage of the chosen side, in its brief."""
        tellings = self._said()
        if message.pane is self.dialog or not tellings:
            return
        _, said = tellings[min(self._side, len(tellings) - 1)]
        if not said.told.path:
            self.say(f"{said.told.brief} is no brief of this library: there is nowhere to go.")
            return
        landing = Landing(said.claim, back="the contradictions")
        self.post_message(OpenBrief(Path(said.told.path), landing))
