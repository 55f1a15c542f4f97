"""The relationships as a list, a map or a matrix: what the pane asks of its screen.

What draws and works out graphs is imported when it is first asked for.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sahel_tui.tui.widgets.drawing.searched_pane import SearchedPane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.narrowing import Asked, Narrowed
    from sahel_tui.queries.library.rows import Quote
    from sahel_tui.tui.graph_work import Done, Gathered, GraphWork, Wanted
    from sahel_tui.tui.widgets.drawing.drawing_pane import View
    from sahel_tui.tui.widgets.drawing.graph_pane import ActorWanted, PictureWanted


if TYPE_CHECKING:
    from sahel_tui.tui.screens.dialog import DialogScreen as Base
else:
    Base = object  # Textual takes the styles of one line of widgets: that of the panes


class RelationsScreen(Base):
    """Has a graph of what its panes show, and hands its drawings to the pane."""

    _graph: GraphWork | None = None
    _asked: Asked | None = None
    _listed: Asked | None = None
    """What the list shows of what is asked."""
    _shown: Narrowed | None = None
    _steps = 0
    """Changes to go in time that have not been gone yet."""
    _work_number = 0
    """Of the last thing that was to be worked out: what an earlier one finds is dropped."""

    if TYPE_CHECKING:

        def lay_out(self) -> None:
            """Show the panes that there is room for."""

    # What a screen gives --------------------------------------------------------------------------

    @property
    def ties_pane(self) -> SearchedPane[Any]:
        """The pane of the relationships."""
        return self.query_one("#relations", SearchedPane)

    def graph_source(self) -> Callable[[], Gathered]:
        """What a thread gathers all relations with."""
        raise NotImplementedError

    def put_in_centre(self, node: str) -> None:
        """Put an actor in the centre, so that one can come back."""
        raise NotImplementedError

    def narrow_list(self, shown: Narrowed | None) -> None:
        """Have the list show what filters and a date let through."""
        raise NotImplementedError

    def receipts_of(self, edge: Edge) -> Sequence[Quote]:
        """In a thread: the passages of a relation."""
        raise NotImplementedError

    @property
    def marking_levels(self) -> Sequence[str]:
        """The library's markings, lowest first."""
        raise NotImplementedError

    @property
    def shown_list(self) -> str:
        """The id of the list that shows where there is room for one alone."""
        raise NotImplementedError

    # Forms ----------------------------------------------------------------------------------------

    def draws(self) -> bool:
        """Whether a drawing takes the column of all lists; the pane is told."""
        pane = self.ties_pane
        has_column = self.shown_list == pane.id
        if has_column != pane.has_column:
            pane.has_column = has_column
            pane.redraw_all()
        drawn = pane.is_drawn
        if drawn != self.has_class("drawn"):
            self.set_class(drawn, "drawn")
        return drawn

    def action_next_view(self) -> None:
        """The next form: for many actors the matrix comes before the map."""
        from sahel_tui.tui.graph_work import MANY

        pane = self.ties_pane
        views: list[View] = ["list", "map", "matrix"]
        if self._shown is not None and len(self._shown.within.nodes) > MANY:
            views = ["list", "matrix", "map"]
        elif self._shown is None and pane.view == "list":
            self.work(view="?")
            return
        self.set_view(views[(views.index(pane.view) + 1) % len(views)])

    def set_view(self, view: View) -> None:
        """Show the relations in another form."""
        pane = self.ties_pane
        self._work_number += 1
        pane.ascii_only = self.app.terminal.ascii  # type: ignore[attr-defined]
        pane.set_view(view)
        self.lay_out()
        pane.ask_for_picture()
        self.say_status()

    def on_picture_wanted(self, message: PictureWanted) -> None:
        """Have a drawing made."""
        message.stop()
        self.call_after_refresh(self.work)

    def on_actor_wanted(self, message: ActorWanted) -> None:
        """Put an actor in the centre; a drawing that has no room for all is about it."""
        message.stop()
        self.put_in_centre(message.node)
        self.show_centre(message.node)

    def show_centre(self, node: str) -> None:
        """A drawing goes there; a map that has no room for all is made anew about it."""
        pane = self.ties_pane
        pane.centre_id = node
        if pane.picture is not None and not pane.picture.go_to(node):
            pane.begins_at = (node, "")
            self.work()
        pane.redraw_all()

    # Work -----------------------------------------------------------------------------------------

    @property
    def graph(self) -> GraphWork:
        """What works graphs out."""
        if self._graph is None:
            from sahel_tui.tui.graph_work import GraphWork

            self._graph = GraphWork(self.graph_source())
        return self._graph

    def forget_graph(self) -> None:
        """There is another one now."""
        self._graph, self._shown = None, None
        self._work_number += 1
        if self.ties_pane.is_drawn or self._asked is not None:
            self.work()

    def _wanted(self, view: str) -> Wanted:
        from sahel_tui.queries.graph.narrowing import Asked
        from sahel_tui.tui.graph_work import Wanted

        pane = self.ties_pane
        view = view or (pane.view if pane.is_drawn else "list")
        asked, ascii_only = self._asked or Asked(), self.app.terminal.ascii  # type: ignore[attr-defined]
        return Wanted(asked, self._steps, view, pane.drawing_size, pane.centre_id, ascii_only)

    def work(self, view: str = "") -> None:
        """Have a thread work out what the pane is to show; the last one is given up."""
        graph, wanted, pane = self.graph, self._wanted(view), self.ties_pane
        self._work_number += 1
        number = self._work_number
        if (at_hand := graph.at_once(wanted)) is not None:
            self._worked(number, wanted, at_hand)
            return
        pane.is_working = True
        pane.redraw_heading()

        def work() -> None:
            done = graph.work(wanted, lambda: number != self._work_number)
            if done is not None:
                with suppress(RuntimeError):  # the app has ended meanwhile
                    self.app.call_from_thread(self.call_later, self._worked, number, wanted, done)

        self.run_worker(self.heeding(work), thread=True, group="graph")

    def heeding(self, work: Callable[[], None]) -> Callable[[], None]:
        """Work that says why it can't go on."""
        return work

    def _worked(self, number: int, wanted: Wanted, done: Done) -> None:
        if number != self._work_number:
            return
        pane, shown = self.ties_pane, done.shown
        pane.is_working = False
        self._steps = 0
        self._shown = shown
        asked = shown.asked if shown.asked.narrows else None
        narrowed, self._listed = asked != self._listed, asked
        self._asked = asked
        pane.narrowing = shown.words
        if narrowed:
            self.narrow_list(shown if asked is not None else None)
        if done.drawn is not None and wanted.view == pane.view:
            from sahel_tui.tui.widgets.drawing.making import picture_of

            before, at = pane.picture, pane.actors_at
            pane.set_picture(picture_of(done, wanted.size, at, before))
        else:
            if wanted.view == "?":
                self.action_next_view()
            elif narrowed and pane.view != "list":
                pane.picture = None
                pane.ask_for_picture()
            pane.redraw_all()
        self.say_status()

    # A part of it ---------------------------------------------------------------------------------

    def ask_graph(self, asked: Asked) -> None:
        """Show another part of the graph."""
        self._asked = asked
        self.work()

    def action_change_date(self, step: int) -> None:
        """To the next or the previous change."""
        self._steps += step
        self.work()
