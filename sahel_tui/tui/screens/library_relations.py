"""The relations of a whole library as a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.queries.library.listing import Held
from sahel_tui.queries.library.scope import place_of, tie, tie_order
from sahel_tui.queries.views import Claim
from sahel_tui.tui.screens.library_panes import LIST_IDS
from sahel_tui.tui.screens.library_timeline import LibraryTimeline
from sahel_tui.tui.screens.relations_asked import ASKED, AskedRelations
from sahel_tui.tui.screens.typed import do_typed
from sahel_tui.tui.widgets.scope_lists import ScopeTies

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.widgets import Input

    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.narrowing import Filtered, Narrowed
    from sahel_tui.queries.library.actor_finding import Choice
    from sahel_tui.queries.library.listing import Source
    from sahel_tui.queries.library.rows import Quote
    from sahel_tui.queries.library.scope import TieRow
    from sahel_tui.tui.graph_work import Gathered
    from sahel_tui.tui.scopes import Scope
    from sahel_tui.tui.screens.relations_asked import GraphLeft
    from sahel_tui.tui.widgets.drawing.drawing_pane import View
    from sahel_tui.tui.widgets.prompt_bar import PromptBar
    from sahel_tui.tui.widgets.scope_list import ScopeList

MOST = 20_000
"""Relations that a graph is made of at most."""


class LibraryRelations(AskedRelations, LibraryTimeline):
    """Panes of the library, one of which can be a map or a matrix of its relations."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._centres: list[str] = []
        """The actors that were in the centre before, while something was drawn."""
        self._ties: tuple[Filtered, str, tuple[Sequence[TieRow], Sequence[int]]] | None = None
        """Of an actor, after what they are a part of."""

    _begins_as: GraphLeft = ("", "", "")

    def begin_as(self, graph: GraphLeft, list_id: str, centre: str) -> None:
        """Once mounted, show the relationships as they were left, and this list."""
        self._begins_as = graph
        if list_id in LIST_IDS:
            self.list_id = list_id
        self.centre = centre or self.centre

    def on_mount(self) -> None:
        """As soon as there is a library, it is shown in that form."""
        self.call_next(self.put_back_graph, self._begins_as)

    # The graph ------------------------------------------------------------------------------------

    def graph_source(self) -> Callable[[], Gathered]:
        """All relations of the library, as far as they are not too many."""
        shelf = self.shelf

        def gather() -> Gathered:
            from sahel_tui.tui.library_graph import gathered_of
            from sahel_tui.tui.shelf_rows import library_rows

            with library_rows(shelf) as rows:
                return gathered_of(rows, MOST)

        return gather

    @property
    def shown_list(self) -> str:
        """The list that shows where there is room for one alone."""
        return self.list_id

    @property
    def is_zoomed(self) -> bool:
        """Whether a pane is alone on the screen."""
        return self.zoomed

    def tell(self) -> None:
        """The map beside the list is told, too."""
        super().tell()
        if self.scope is not None:
            self.query_one(ScopeTies).centre_id = self.scope.identities.key(self.centre)
            self.tell_beside()

    @property
    def marking_levels(self) -> Sequence[str]:
        """The library's markings, lowest first."""
        return self._order

    @property
    def preview_delay(self) -> float:
        """As long as the preview waits for the cursor."""
        return self._delay

    def work(self, view: str = "") -> None:
        """Once there is a library to work with."""
        pane = self.query_one(ScopeTies)
        if self.scope is not None:
            pane.centre_id = self.scope.identities.key(self.centre)
            pane.tie_of = self._tie_of
            super().work(view)

    def heeding(self, work: Callable[[], None]) -> Callable[[], None]:
        """Nobody may wait for it any more."""
        return self._heeding(work)

    def _show_scope(self, scope: Scope) -> None:
        super()._show_scope(scope)
        if self.scope is scope:
            self.forget_graph()

    def _tie_of(self, edge: Edge, seen_from: str) -> TieRow | None:
        scope = self.scope
        row = self.graph.gathered.rows.get(edge.at)
        if scope is None or row is None:
            return None
        return tie(row, frozenset(scope.identities.members(seen_from)))

    def put_in_centre(self, node: str) -> None:
        """The list follows."""
        if node != self.centre:
            self._centres.append(self.centre)
            self.set_centre(node)
        self.tell()

    def back_to_centre(self) -> bool:
        """To the actor that was in the centre before, where something is drawn; whether it was."""
        pane = self.query_one(ScopeTies)
        goes = pane.is_drawn and self.focused is pane and bool(self._centres)
        if goes:
            self.set_centre(self._centres.pop())
            self.show_centre(self.centre)
            self.tell()
        return goes

    def set_view(self, view: View) -> None:
        """Back in the list, the cursor goes to the relation that was selected."""
        super().set_view(view)
        pane = self.query_one(ScopeTies)
        if view == "list":
            wanted, self._centres = pane.selected, []
            pane.forget()
            pane.wanted = wanted or pane.wanted
            self.catch_up()

    def narrow_list(self, shown: Narrowed | None) -> None:
        """The list shows the same relations as a drawing."""
        pane = self.query_one(ScopeTies)
        pane.possible = shown.possible if shown is not None else ()
        pane.forget()
        if pane.is_drawn:  # it has a cursor of its own
            pane.wanted = None
        self.catch_up()

    def _source(self, scope: Scope, pane: ScopeList[Any]) -> Source[Any]:
        if not isinstance(pane, ScopeTies) or self._asked is None or self._shown is None:
            return super()._source(scope, pane)
        (rows, edges), held = self._ties_of(scope, self._shown.known), self._shown.held
        return Held(rows if held is None else held.ids.chosen(rows, edges), place_of)

    def _ties_of(self, scope: Scope, known: Filtered) -> tuple[Sequence[TieRow], Sequence[int]]:
        """The centre's of any time in their order, with the identities of their edges in memory.

        From date to date they are the same.
        """
        if self._ties is None or self._ties[:2] != (known, self.centre):
            rows, ids = self.graph.gathered.rows, frozenset(scope.identities.members(self.centre))
            edges = known.by_node.get(scope.identities.key(self.centre), ())
            found = [(tie(rows[edge.at], ids), id(edge)) for edge in edges if edge.at in rows]
            found.sort(key=lambda one: tie_order(one[0].relation))
            ties = [row for row, _ in found], [edge for _, edge in found]
            self._ties = (known, self.centre, ties)
        return self._ties[2]

    def receipts_of(self, edge: Edge) -> Sequence[Quote]:
        """The passages of a relation, of its brief."""
        if self.scope is None:
            return ()
        return self.scope.quotes(edge.at.path, Claim("relation", edge.at.id))

    def known_actors(self) -> tuple[Choice, ...]:
        """Those that have relations."""
        from sahel_tui.queries.library.actor_finding import choices
        from sahel_tui.queries.library.identities import Identities
        from sahel_tui.queries.library.rows import Judgements

        identities = self.scope.identities if self.scope is not None else Identities(Judgements())
        return choices(self.graph.gathered.actors, identities)

    # What is typed --------------------------------------------------------------------------------

    async def action_open_prompt(self, purpose: str = "filter") -> None:
        """Type a search or a filter; in the relationships also dates, and filters of the graph."""
        pane = self.query_one(ScopeTies)
        if purpose == "filter" and self.focused is pane and pane.is_drawn:
            purpose = "narrow"
        if purpose == "search" and self.focused is pane:
            pane.begin_search()
        if purpose not in ASKED:
            await super().action_open_prompt(purpose)
            return
        if self.focused is pane:
            await super().action_open_prompt("filter")
            if self._prompt is not None:
                self._purpose = purpose
                self._prompt.open_for(purpose, self.typed_before(purpose))  # type: ignore[arg-type]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Dates and filters of the graph wait for Enter."""
        if self._purpose in ASKED:
            event.stop()
            event.prevent_default()

    def on_prompt_bar_closed(self, event: PromptBar.Closed) -> None:
        """Show what was asked for; what can't be read can be mended."""
        if event.purpose not in ASKED:
            self.call_next(self.ties_pane.end_search, kept=event.kept)  # once it stands as before
            return
        if do_typed(self, event, self.take_typed) is not None:
            self._purpose = "filter"
            self._show_prompt(shown=False)
            self.tell()

    def action_clear_find(self) -> None:
        """Clear one thing: what is typed, what narrows the relationships, the zoom."""
        pane = self.query_one(ScopeTies)
        typed = pane.search_text or pane.filter_text
        if not (self.focused is pane and not typed and self.lift_narrowing()):
            super().action_clear_find()
