"""The relationships of one brief as a graph."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sahel_tui.queries.views import Claim
from sahel_tui.tui.screens.relations_asked import ASKED, AskedRelations
from sahel_tui.tui.screens.touring import TouringScreen
from sahel_tui.tui.screens.typed import do_typed
from sahel_tui.tui.widgets.event_list import EventList
from sahel_tui.tui.widgets.relation_list import RelationList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.narrowing import Narrowed
    from sahel_tui.queries.library.actor_finding import Choice
    from sahel_tui.queries.library.rows import Quote
    from sahel_tui.tui.graph_work import Gathered
    from sahel_tui.tui.state import Visited
    from sahel_tui.tui.widgets.prompt_bar import PromptBar, Purpose


class BriefRelations(AskedRelations, TouringScreen):
    """Panes of a brief, one of which can be a map or a matrix of its relations."""

    # The graph ------------------------------------------------------------------------------------

    def graph_source(self) -> Callable[[], Gathered]:
        """All relations of the brief."""
        view, order = self.view, self.reading.marking_order

        def gather() -> Gathered:
            from sahel_tui.queries.graph.graph import graph_of
            from sahel_tui.tui.graph_work import Gathered

            return Gathered(graph_of(view, order), {})

        return gather

    @property
    def shown_list(self) -> str:
        """The list that shows where there is room for one alone."""
        return self.state.list_id

    @property
    def is_zoomed(self) -> bool:
        """Whether a pane is alone on the screen."""
        return self.state.zoomed

    @property
    def marking_levels(self) -> Sequence[str]:
        """The library's markings, lowest first."""
        return self.reading.marking_order

    @property
    def preview_delay(self) -> float:
        """As long as panes wait for the cursor."""
        return self._follow_delay

    def put_in_centre(self, node: str) -> None:
        """The list and the drawing follow."""
        if node != self.state.centre:
            self.leave_here()
            self.state = self.state._replace(centre=node)

    def _go(self, place: Visited | None) -> None:
        """To another place; a drawing goes to the actor that was in the centre there."""
        centre = self.state.centre
        if place is not None and place.state.centre != centre and self.ties_pane.is_drawn:
            self.show_centre(place.state.centre)
        super()._go(place)

    def narrow_list(self, shown: Narrowed | None) -> None:
        """The list shows the same relations as a drawing."""
        pane = self.query_one(RelationList)
        if shown is None:
            pane.let_through(None, ())
        else:
            possible = {at.id for at in shown.possible}
            pane.let_through({edge.at.id for edge in shown.graph.edges}, possible)

    def receipts_of(self, edge: Edge) -> Sequence[Quote]:
        """The passages of a relation, with their grades."""
        return self._quotes(edge.at.id)

    @lru_cache(maxsize=1024)  # noqa: B019 - a screen lives as long as its brief
    def _quotes(self, relation: str) -> Sequence[Quote]:
        from sahel_tui.queries.library.extraction import quotes_of

        return quotes_of(self.view, Claim("relation", relation))

    def known_actors(self) -> tuple[Choice, ...]:
        """All of the brief's, by all of their names."""
        from sahel_tui.library_reading import rows_of_readings
        from sahel_tui.queries.library.actor_finding import choices
        from sahel_tui.queries.library.identities import Identities
        from sahel_tui.queries.library.rows import Judgements

        return choices(rows_of_readings([self.reading]).actors(), Identities(Judgements()))

    # Following ------------------------------------------------------------------------------------

    def follow_cursor(self) -> None:
        """The relationships follow the event under the timeline's cursor."""
        before = self.state.claim
        super().follow_cursor()
        claim = self.state.claim
        if claim is not None and claim.kind == "event" and claim != before:
            self._lead_to_event(claim)

    def _lead_to_event(self, event: Claim) -> None:
        """To a relation on the event's text, of the centre if there is one; else to its actors."""
        pane = self.ties_pane
        near = [one.claim for one in self.rests.shared(event) if one.claim.kind == "relation"]
        here = next((one for one in near if pane.find_claim(one) is not None), None)
        if near:
            self._centre_on(here or near[0])
            pane.lead(here or near[0])
            return
        row = self.query_one(EventList).current
        actors = [one.id for one in row.actors] if row is not None else []
        if actors and self.state.centre not in actors:
            self.state = self.state._replace(centre=actors[0])

    # What is typed --------------------------------------------------------------------------------

    async def action_open_prompt(self, purpose: Purpose) -> None:
        """Type a search or a filter; in the relationships also dates, and filters of the graph."""
        pane = self.ties_pane
        if purpose == "filter" and self.focused_pane is pane and pane.is_drawn:
            purpose = "narrow"
        if purpose == "search" and self.focused_pane is pane:
            pane.begin_search()
        if purpose not in ASKED:
            await super().action_open_prompt(purpose)
        elif self.focused_pane is pane:
            prompt = await self._mount_prompt()
            self._show_prompt(shown=True)
            prompt.open_for(purpose, self.typed_before(purpose))

    def find(self, purpose: Purpose, text: str) -> None:
        """Search or filter as one types; dates and filters of the graph wait for Enter."""
        if purpose not in ASKED:
            super().find(purpose, text)

    def on_prompt_bar_closed(self, event: PromptBar.Closed) -> None:
        """Show what was asked for; what can't be read can be mended."""
        if event.purpose not in ASKED:
            self.call_next(self.ties_pane.end_search, kept=event.kept)  # once it stands as before
            return
        if do_typed(self, event, self.take_typed) is None:
            self._told = None
            return
        self._show_prompt(shown=False)
        self.set_focus(self.ties_pane)
        self.say_status()

    def action_clear_find(self) -> None:
        """Clear one thing: what is typed, what narrows the relationships, the zoom."""
        pane = self.ties_pane
        typed = pane.search_text or pane.filter_text
        if not (self.focused_pane is pane and not typed and self.lift_narrowing()):
            super().action_clear_find()
