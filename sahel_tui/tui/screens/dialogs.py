"""The dialogs of the explorer: what rests on a passage, findings, briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.rests import involving
from sahel_tui.queries.stops import evidence_of
from sahel_tui.render.claims import draw_about, draw_claim, draw_passage
from sahel_tui.render.words import counted
from sahel_tui.tui.screens.travels import TravelScreen

if TYPE_CHECKING:
    from sahel_tui.queries.views import Claim, Passage
    from sahel_tui.render.line import Line


class DialogsScreen(TravelScreen):
    """Panes with dialogs over them."""

    def action_show_resting(self) -> None:
        """In the source: what rests on this passage; in a list: where else the claim is."""
        if self.focused_pane is self.reader:
            self._show_claims_here()
            return
        claim = self.pane(self.focused_pane.id or "").current_claim
        if claim is not None:
            self._show_card(claim)
        else:
            self.say("There is no claim under the cursor.")

    def _show_claims_here(self) -> None:
        """The claims on the selection's passage, then the others on the cursor's line."""
        reader = self.reader
        if not reader.count() or reader.is_on_heading:
            self.say("Nothing can rest on this line: it is not of the source.")
            return
        span = reader.passage_span()
        found: dict[Claim, list[Passage]] = {}
        stop = reader.selection.current
        if stop and stop.passage and stop.start is None and self.state.claim:
            found[self.state.claim] = [stop.passage]
        for one in self.rests.within(*span):
            found.setdefault(one.claim, []).extend([one.passage] if one.passage else [])
        here = len(found)
        for one in self.rests.within(*reader.cursor_span()):
            found.setdefault(one.claim, []).extend([one.passage] if one.passage else [])
        if not found:
            self.say("Nothing rests on this line.")
            return
        claims = list(found)
        more = f", {len(found) - here} more on its line:" if len(found) > here else " on"
        title = f'{counted(here, "claim")}{more} "{self.view_text(*span)}"'

        def draw(item: int, cells: int) -> list[Line]:
            lines = draw_claim(self.view, claims[item], cells)
            for passage in dict.fromkeys(found[claims[item]]):
                lines += draw_passage(passage, cells)
            return lines

        self.ask(title, len(claims), draw, lambda item: self.jump_to(claims[item], span))

    def _show_card(self, claim: Claim) -> None:
        others = [resting.claim for resting in self.rests.shared(claim)]
        if claim.kind == "actor":
            others = list(dict.fromkeys([*involving(self.view, claim.id), *others]))
        passages = evidence_of(self.view, claim)
        title = f"{claim.id}: {counted(len(others), 'other claim')} on the same text"
        if claim.kind == "actor":
            title = f"{claim.id}: {counted(len(others), 'claim')} that involve it"

        def draw(item: int, cells: int) -> list[Line]:
            if item:
                return draw_claim(self.view, others[item - 1], cells)
            card = draw_claim(self.view, claim, cells)
            for passage in passages:
                card += draw_passage(passage, cells)
            return card

        self.ask(title, 1 + len(others), draw, lambda item: self.jump_to([claim, *others][item]))

    def view_text(self, source: str, start: int, end: int) -> str:
        """The words of a span."""
        text = next((s.text for s in self.view.sources if s.id == source), "")
        return text[start:end].strip()

    def action_show_about(self) -> None:
        """What the brief and its sources say of themselves."""
        title = "About this brief"
        self.ask(title, 1, lambda _, cells: draw_about(self.view, cells))

    def action_show_findings(self) -> None:
        """What the check of this brief found."""
        from sahel_tui.render.diagnostics import draw_diagnostic

        found, claims = self.reading.diagnostics, self.reading.claims

        def draw(item: int, cells: int) -> list[Line]:
            claim = claims[item]
            about = draw_claim(self.view, claim, cells) if claim else []
            return draw_diagnostic(found[item], cells) + about

        def chosen(item: int) -> None:
            if (claim := claims[item]) is not None:
                self.jump_to(claim)

        self.ask(f"{counted(len(found), 'finding')} in {self.view.path}", len(found), draw, chosen)
