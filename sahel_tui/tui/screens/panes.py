"""The panes of one brief, and how they are arranged."""

from __future__ import annotations

import asyncio
import gc
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, cast

from textual.reactive import reactive

from sahel_tui.queries.ego import Ties, most_related
from sahel_tui.queries.rests import RestsIndex
from sahel_tui.queries.stops import stops
from sahel_tui.render.claims import claim_words
from sahel_tui.tui.layouts import LAYOUTS, Layout, layout_for
from sahel_tui.tui.screens.dialog import DialogScreen
from sahel_tui.tui.state import Explorer
from sahel_tui.tui.widgets.actor_list import ActorList
from sahel_tui.tui.widgets.bars import BannerBar, DetailBar
from sahel_tui.tui.widgets.claim_list import ClaimList
from sahel_tui.tui.widgets.event_list import EventList
from sahel_tui.tui.widgets.line_cache import Frame, LineCache
from sahel_tui.tui.widgets.point_list import PointList
from sahel_tui.tui.widgets.reader_view import ReaderView
from sahel_tui.tui.widgets.relation_list import RelationList
from sahel_tui.tui.widgets.status_bars import StatusBar, TabsBar

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from sahel_tui.queries.views import Claim
    from sahel_tui.reading import Reading
    from sahel_tui.tui.messages import ItemHighlighted
    from sahel_tui.tui.widgets.line_view import LineView

LIST_IDS = ("points", "actors", "relations", "events")
PANE_IDS = (*LIST_IDS, "source")
_SECONDS_TO_START = 0.2
_SECONDS_BETWEEN = 0.002


class PanesScreen(DialogScreen):
    """Shows one reading of a brief; an action replaces `state`, the watcher tells the panes."""

    PANES: ClassVar[str] = "#body"
    state: reactive[Explorer] = reactive(Explorer(), init=False, repaint=False)

    def __init__(self, reading: Reading, *, briefs: int, follow_delay: float) -> None:
        super().__init__()
        self._styles_cache = LineCache()
        self.reading = reading
        self.view = reading.view
        self._briefs = briefs
        self._follow_delay = follow_delay
        self._follow_timer: asyncio.TimerHandle | None = None
        """Of the loop's own: Textual's takes a task and a message."""
        self._told: tuple[Claim | None, str] | None = None
        """The claim whose words stand in the detail, or why there is none; None: not told yet."""
        self._all_panes = False
        self._last_pane: LineView | None = None
        self._entered: Widget | None = None
        """What was given the focus, and has been followed, before it is told of that."""
        self.ties = Ties(self.view)
        self.rests = RestsIndex(self.view)

    def compose(self) -> ComposeResult:
        """Banner, tabs, lists and source, detail, status, banner."""
        self._set_layout()  # before there is anything whose style it would change
        yield BannerBar(id="top")
        yield TabsBar(id="tabs")
        with Frame(id="body"):
            with Frame(id="lists"):
                yield PointList(id="points")
                yield ActorList(id="actors")
                yield RelationList(id="relations")
                yield EventList(id="events")
            yield ReaderView(id="source")
        yield DetailBar(id="detail")
        yield StatusBar(id="status")
        yield BannerBar(id="bottom")

    def on_mount(self) -> None:
        """Hand the brief to the panes, and begin."""
        view = self.view
        for banner in self.query(BannerBar):
            banner.set_marking(view.marking)
            self.marking = banner.marking
        self.reader.set_sources(view.sources, self.rests)
        self.query_one(PointList).set_rows(view.points)
        self.query_one(ActorList).set_rows(view.actors)
        self.query_one(EventList).set_rows(view.events)
        self.lay_out()
        self.begin()
        self.run_worker(self._prepare(), group="prepare")

    def begin(self) -> None:
        """Begin on the first list that holds something."""
        first = next((pane for pane in self.lists if pane.count()), self.lists[0])
        self.state = Explorer(
            list_id=first.id or "points",
            centre=most_related(self.view),
            claim=first.current_claim,
        )
        self.set_focus(first)

    async def _prepare(self) -> None:
        """Make ready for searches while nothing else is to be done, a little at a time."""
        parts = (*(pane.prepare() for pane in self.lists), self.reader.search.prepare())
        await asyncio.sleep(_SECONDS_TO_START)
        for _ in chain.from_iterable(parts):
            await asyncio.sleep(_SECONDS_BETWEEN)
        if gc.isenabled():  # not the first brief: what is left of the one before goes
            gc.unfreeze()
            gc.collect()
        gc.freeze()  # a brief stays as it is: looking through it for garbage is in vain

    # Panes ------------------------------------------------------------------------------------

    @property
    def lists(self) -> list[ClaimList[object]]:
        """The four lists."""
        return [self.pane(pane) for pane in LIST_IDS]

    def pane(self, pane_id: str) -> ClaimList[object]:
        """A list by its id."""
        return cast("ClaimList[object]", self.query_one(f"#{pane_id}", ClaimList))

    @property
    def reader(self) -> ReaderView:
        """The source."""
        return self.query_one(ReaderView)

    @property
    def focused_pane(self) -> LineView:
        """The pane with the focus; the list that shows, while something else has it."""
        focused = self.focused
        if isinstance(focused, (ClaimList, ReaderView)):
            return focused
        return self._last_pane or self.pane(self.state.list_id)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another pane has the focus: it says so, and so does the status."""
        widget, entered = event.widget, self._entered
        if widget is not self.focused:
            return  # the focus has moved on: Textual gives it to the first pane at the start
        self._entered = None
        if isinstance(widget, (ClaimList, ReaderView)) and widget is not entered:
            self._last_pane = widget
            if widget.id in LIST_IDS and widget.id != self.state.list_id:
                self.state = self.state._replace(list_id=widget.id)
            self.lay_out()
            self.follow_cursor()

    def on_resize(self, event: events.Resize) -> None:
        """Another size, another arrangement."""
        del event
        self.lay_out()
        self.say_status()

    def lay_out(self) -> None:
        """Show the panes that there is room for."""
        size, layout = self.app.size, self._set_layout()
        focused = self.focused_pane.id
        alone, drawn = layout == "single" or self.state.zoomed, self.draws()
        on_source = alone and focused == "source"
        all_lists = layout == "wide" and not alone and not drawn
        for pane in self.lists:
            here = pane.id == self.state.list_id
            pane.display = not on_source and (here or all_lists)
        self.query_one("#lists").display = not on_source
        self.reader.display = on_source or not alone
        self.reader.stand_alone(alone=alone)
        self._all_panes = all_lists
        self.query_one("#detail").styles.height = 2 if size.height >= 30 else 1

    def draws(self) -> bool:
        """Whether one of the lists is a drawing, which takes the column of all."""
        return False

    def _set_layout(self) -> Layout:
        size = self.app.size
        layout = layout_for(size.width, size.height)
        for name in LAYOUTS:
            self.set_class(name == layout, name)
        return layout

    def action_next_pane(self, step: int) -> None:
        """Go around the panes."""
        index = PANE_IDS.index(self.focused_pane.id or "points")
        self.action_show_pane(PANE_IDS[(index + step) % len(PANE_IDS)])

    def action_show_pane(self, pane_id: str) -> None:
        """Go to a pane."""
        self.catch_up()
        before = self.focused
        if pane_id in LIST_IDS:
            self.state = self.state._replace(list_id=pane_id)
            self.focus_pane(pane_id)
        else:
            self.focus_pane("source")
        if self.focused is not before:
            self._entered = self.focused
            self.follow_cursor()  # now: the screen is drawn once for both

    def on_tabs_bar_pressed(self, event: TabsBar.Pressed) -> None:
        """Go to the pane whose name was clicked, unless a dialog or a prompt has the focus."""
        if isinstance(self.focused, (ClaimList, ReaderView)):
            self.action_show_pane(event.pane_id)

    def focus_pane(self, pane_id: str) -> None:
        """Give a pane the focus, shown first where it was hidden."""
        pane = self.query_one(f"#{pane_id}")
        self._last_pane = cast("LineView", pane)
        self.query_one("#lists").display = pane.display = True
        self.set_focus(pane)
        self.lay_out()

    def action_zoom_pane(self) -> None:
        """This pane alone, and back."""
        self.state = self.state._replace(zoomed=not self.state.zoomed)

    # Selection --------------------------------------------------------------------------------

    def watch_state(self, old: Explorer, new: Explorer) -> None:
        """Tell the panes what changed."""
        if new.centre != old.centre:
            self.query_one(RelationList).set_ego(self.ties.ego(new.centre))
        if new.claim != old.claim:
            self._show_in_source(new.claim)
        if (new.zoomed, new.list_id) != (old.zoomed, old.list_id):
            self.lay_out()
        self.say_status()

    def _show_in_source(self, claim: Claim | None) -> None:
        found = stops(self.view, claim) if claim else ()
        self.reader.select(found, lack=f"{claim.id} rests on no passage" if claim else "")

    def say_status(self) -> None:
        """Bring the detail and the status up to date."""
        pane = self.focused_pane
        row = pane.current_claim if isinstance(pane, ClaimList) else None
        lack = pane.lack if isinstance(pane, ClaimList) else ""
        claim = None if lack else row or self.state.claim
        if (claim, lack) != self._told:
            self._told = (claim, lack)
            self.query_one(DetailBar).set_text(claim_words(self.view, claim) if claim else lack)
        self.query_one(TabsBar).show(self, all_panes=self._all_panes)
        self.query_one(StatusBar).show(self, self._briefs, self.remark)

    def on_item_highlighted(self, message: ItemHighlighted) -> None:
        """The cursor moved: soon the other panes follow."""
        if message.pane is not self.focused_pane:
            return
        if self._follow_timer is not None:
            self._follow_timer.cancel()
        if self._follow_delay:
            loop = asyncio.get_running_loop()
            self._follow_timer = loop.call_later(
                self._follow_delay, self.call_next, self.follow_cursor
            )
        else:
            self.follow_cursor()

    def follow_cursor(self) -> None:
        """Select what is under the cursor of the focused list, where following is on."""
        self._follow_timer = None
        pane = self.focused_pane
        if self.state.follow and isinstance(pane, ClaimList):
            self.select(pane.current_claim)
        self.say_status()

    def catch_up(self) -> None:
        """Have the other panes follow now, where the cursor has only just moved."""
        if self._follow_timer is not None:
            self._follow_timer.cancel()
            self.follow_cursor()

    def select(self, claim: Claim | None) -> None:
        """Make a claim the selection; an actor becomes the centre of the relationships."""
        if claim is None:
            return
        centre = claim.id if claim.kind == "actor" else self.state.centre
        self.state = self.state._replace(claim=claim, centre=centre)

    def action_toggle_follow(self) -> None:
        """Whether the other panes follow the cursor."""
        self.state = self.state._replace(follow=not self.state.follow)
        self.follow_cursor()
