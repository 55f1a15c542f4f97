"""A brief that a search led to: its matches are gone through, and then those of the next brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.rows import row_of
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.messages import BeyondMatches
from sahel_tui.tui.screens.returning import ReturningScreen
from sahel_tui.tui.screens.travels import PANE_OF
from sahel_tui.tui.widgets.claim_list import ClaimList
from sahel_tui.tui.widgets.reader_view import ReaderView

if TYPE_CHECKING:
    from sahel_tui.queries.stops import Stop
    from sahel_tui.tui.landing import Landing


class TouringScreen(ReturningScreen):
    """Panes in which the matches of a search of the library are visited."""

    _tour: tuple[Stop, ...] = ()
    """The matches that led here."""

    def _touch_down(self, landing: Landing) -> None:
        """Select the matches, and show the one that was chosen, with the row of its claim."""
        if not landing.matches:
            super()._touch_down(landing)
            return
        claim, self._landing = landing.claim, None
        if claim is not None and row_of(self.view, claim) is not None:
            self._centre_on(claim)
            self.action_show_pane(PANE_OF[claim.kind])
            self.pane(PANE_OF[claim.kind]).show_claim(claim)
        self.state = self.state._replace(claim=None)
        self._tour = self._still_there(landing)
        place = (landing.source, landing.start, landing.end)
        self.reader.select(self._tour, lack="what was found here has changed since")
        here = [(one.source, one.start, one.end) for one in self._tour]
        self.reader.show_stop_at(here.index(place) if place in here else 0)
        self.focus_pane("source")
        self.reader.show_stop()
        self.say(
            f"{shown_key(self.app, 'trail.back')}: back to {landing.back}"
            if place in here
            else "This brief has changed since it was searched: the match is not there any more."
        )

    def _still_there(self, landing: Landing) -> tuple[Stop, ...]:
        """The matches whose words still stand where they were found."""
        texts = {source.id: source.text for source in self.view.sources}
        kept = [
            stop
            for stop, words in zip(landing.matches, landing.words, strict=True)
            if stop.source in texts and texts[stop.source].startswith(words, stop.start or 0)
        ]
        return tuple(
            stop._replace(number=number, of=len(kept)) for number, stop in enumerate(kept, 1)
        )

    def action_next_found(self, step: int) -> None:
        """Beyond the last match of a search of the library, to the next brief that it found."""
        pane, selection = self.focused_pane, self.reader.selection
        searching = isinstance(pane, (ClaimList, ReaderView)) and bool(pane.search_text)
        touring = bool(self._tour) and selection.stops is self._tour and not searching
        if touring and not 0 <= selection.index + step < len(self._tour):
            self.post_message(BeyondMatches(self.view.path, step))
        else:
            super().action_next_found(step)
