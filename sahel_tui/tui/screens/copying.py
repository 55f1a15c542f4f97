"""Copying what the cursor stands on, with its citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.stops import Stop, evidence_of
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.messages import SendCopy
from sahel_tui.tui.screens.dialogs import DialogsScreen
from sahel_tui.tui.widgets.claim_list import ClaimList
from sahel_tui.tui.widgets.drawing.graph_pane import GraphPane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.queries.rests import Resting
    from sahel_tui.queries.views import Claim
    from sahel_tui.render.copies import Choice

    Cited = tuple[Claim, Stop]
    """A passage, and the claim that cites it."""


class CopyingScreen(DialogsScreen):
    """Panes whose rows and passages can be copied."""

    def action_copy_quote(self) -> None:
        """Copy what the cursor stands on, with its citation."""
        first = next(self._copies(), None)
        if first is not None:
            self._send(first)
        else:
            self.say("There is nothing to copy here.")

    def action_copy_shown(self) -> None:
        """Copy all rows that are shown, or the drawing."""
        from sahel_tui.tui.shown_copies import drawing_copy, rows_copy

        pane, view, order = self.focused_pane, self.view, self.reading.marking_order
        if isinstance(pane, GraphPane) and pane.is_drawn:
            lines, heading = tuple(pane.lines), pane.heading().plain
            self.post_message(SendCopy(lambda: drawing_copy(view, heading, lines, order)))
        elif isinstance(pane, ClaimList) and len(pane.shown):
            claims = tuple(pane.claim(pane.rows[row]) for row in pane.shown)
            heading = pane.heading().plain
            self.post_message(SendCopy(lambda: rows_copy(view, heading, claims, order)))
        else:
            self.say(f"There is nothing to copy here: {shown_key(self.app, 'copy.quote')} copies.")

    def action_choose_copy(self) -> None:
        """Choose what to copy."""
        from sahel_tui.render.copies import draw_choice

        found = list(self._copies())
        if not found:
            self.say("There is nothing to copy here.")
            return
        self.ask(
            "Copy",
            len(found),
            lambda item, cells: draw_choice(found[item], cells),
            lambda item: self._send(found[item]),
        )

    def _send(self, choice: Choice) -> None:
        from sahel_tui.tui.clipboard import Copy

        marking, order = choice.citation.marking, self.reading.marking_order
        self.post_message(SendCopy(Copy(choice.text, marking, order)))

    # What there is to copy --------------------------------------------------------------------

    def _copies(self) -> Iterator[Choice]:
        """What can be copied here; what `y` copies is the first."""
        from sahel_tui.render.copies import claim_choices

        pane = self.focused_pane
        if not isinstance(pane, ClaimList):
            yield from self._copies_of_source()
        elif (claim := pane.current_claim) is not None:
            stop = self._stop_of(claim)
            yield from claim_choices(self.view, claim, stop, self.reading.marking_order)

    def _copies_of_source(self) -> Iterator[Choice]:
        """The passage under the cursor, else the paragraph."""
        from sahel_tui.render import copies

        reader, order = self.reader, self.reading.marking_order
        if not reader.count() or reader.is_on_heading:
            return
        source, start, end = reader.cursor_span()
        paragraph = copies.paragraph_of(self.view, Stop(source, start, end, 0, 0, None))
        cited = self._cited_here()
        if cited:
            (claim, stop), *others = cited
            yield from copies.passage_choices(self.view, claim, stop, order)
            yield from copies.other_choices(self.view, others, order)
            if stop.start is None:
                yield from copies.stretch_choices(self.view, paragraph, order)
        elif paragraph is not None:
            yield from copies.paragraph_choices(self.view, paragraph, order)

    def _stop_of(self, claim: Claim) -> Stop | None:
        """The passage of a claim that the source shows, else its first."""
        shown = self.reader.selection.current
        if claim == self.state.claim and shown is not None and shown.passage is not None:
            return shown
        evidence = evidence_of(self.view, claim)
        if not evidence:
            return None
        first = evidence[0]
        return Stop(first.source, first.start, first.end, 1, len(evidence), first)

    def _cited_here(self) -> list[Cited]:
        """The passages on the cursor's line, each place once; else one that is nowhere.

        First the one that is shown, then those that begin on the line, then those that go on.
        """
        source, start, end = self.reader.cursor_span()
        shown, claim = self.reader.selection.current, self.state.claim
        found: dict[tuple[int | None, int | None], Cited] = {}
        selected = claim is not None and shown is not None and shown.passage is not None
        if (
            claim
            and shown
            and selected
            and self.reader.selection.current_within(source, start, end)
        ):
            found[shown.start, shown.end] = claim, shown
        resting = [one for one in self.rests.within(source, start, end) if one.passage]
        for one in sorted(resting, key=lambda one: one.start < start):
            found.setdefault((one.start, one.end), (one.claim, self._stop_at(one)))
        if not found and claim and shown and selected and shown.start is None:
            return [(claim, shown)]
        return list(found.values())

    def _stop_at(self, resting: Resting) -> Stop:
        spans = resting.passage.candidates if resting.passage else ()
        place = (resting.start, resting.end)
        return Stop(
            resting.source,
            *place,
            resting.number,
            len(evidence_of(self.view, resting.claim)),
            resting.passage,
            spans.index(place) + 1 if place in spans else 0,
        )
