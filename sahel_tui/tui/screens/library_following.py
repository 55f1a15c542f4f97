"""The lists of the library follow each other, as those of a brief do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.queries.chronology.told import Told
from sahel_tui.queries.library.event_order import begin_of
from sahel_tui.queries.library.listing import Place
from sahel_tui.queries.library.scope import ActorSum, TieRow
from sahel_tui.tui.screens.library_relations import LibraryRelations
from sahel_tui.tui.widgets.scope_lists import ScopeTies
from sahel_tui.tui.widgets.timeline.scope_events import ScopeEvents

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.queries.views import RelationView
    from sahel_tui.tui.scopes import Scope
    from sahel_tui.tui.widgets.scope_list import ScopeList

    Found = Callable[[], None]
    """What is done with what a thread found; on the app's loop."""


class LibraryFollowing(LibraryRelations):
    """Timeline and relationships go to what belongs to the row under the cursor."""

    follow = True
    """Whether they do."""
    _led_by: tuple[str, Place] | None = None
    """The list and the row that they have gone to, or are going to."""

    def action_toggle_follow(self) -> None:
        """Whether the other lists follow the cursor."""
        self.follow = not self.follow
        self._led_by = None
        self._follow()
        self.tell()

    def lead_others(self) -> None:
        """Have them follow the row under the cursor, unless they have."""
        pane, scope = self.here, self.scope
        row = pane.current
        if not self.follow or row is None or scope is None:
            return
        led_by = (pane.id or "", pane.place(row))
        if led_by == self._led_by:
            return
        self._led_by = led_by
        if isinstance(row, ActorSum):
            self.set_centre(row.ids[0])
        if (job := self._job(scope, row)) is not None:
            self._lead_later(led_by, job)

    def _lead_later(self, led_by: tuple[str, Place], job: Callable[[], Found]) -> None:
        def work() -> None:
            if led_by == self._led_by:
                self.hand(self._led, led_by, job())

        self.run_worker(self._heeding(work), thread=True, group="lead")

    def _led(self, led_by: tuple[str, Place], found: Found) -> None:
        if led_by == self._led_by:
            found()

    def _job(self, scope: Scope, row: Any) -> Callable[[], Found] | None:
        """What a thread finds out of a row, where others have something to go to."""
        if isinstance(row, ActorSum):
            day = self._timeline_day(scope)
            return lambda: self._to_event(scope.event_near(row.ids, day))
        if isinstance(row, TieRow):
            return lambda: self._to_event(_event_of(scope, row))
        if isinstance(row, Told):
            return lambda: self._to_relation(row, _relations_of(scope, row))
        return None

    # The timeline ---------------------------------------------------------------------------------

    def _timeline_day(self, scope: Scope) -> int:
        """The day of the event under the timeline's cursor, else that of the newest brief."""
        row = self.query_one(ScopeEvents).current
        return scope.days[1] if row is None else begin_of(row.row)

    def _to_event(self, place: Place | None) -> Found:
        return lambda: self._go_to_place(self.query_one(ScopeEvents), place)

    # The relationships ----------------------------------------------------------------------------

    def _to_relation(self, event: Told, near: Sequence[RelationView]) -> Found:
        """To one of those that rest on the event's text, of the centre if any; else to an actor."""

        def lead() -> None:
            scope = self.scope
            if scope is None:
                return
            centre = frozenset(scope.identities.members(self.centre))
            here = next((one for one in near if centre & {one.source, one.target}), None)
            told = event.row.told
            if near:
                one = here or near[0]
                place = Place(told.brief, told.path, one.id)
                if here is None:
                    self.set_centre(one.source, place)
                self._go_to_place(self.query_one(ScopeTies), place)
            elif event.row.actors and not centre & {actor for actor, _ in event.row.actors}:
                self.set_centre(event.row.actors[0][0])

        return lead

    # Both -----------------------------------------------------------------------------------------

    def _go_to_place(self, pane: ScopeList[Any], place: Place | None) -> None:
        """Put a list's cursor on a row, soon: a thread finds where it is."""
        if place is None or pane is self.here:
            return
        pane.wanted = place
        listing = pane.listing
        if isinstance(pane, ScopeTies) and pane.show_place(place):
            return
        if pane.is_unasked or not listing.complete:
            return  # once it shows, or has all rows, it goes there

        def find() -> None:
            number = listing.source.key_of(place)
            if number is not None and number in listing.numbers:
                self.hand(self._go_to, pane, listing, listing.numbers.index(number))

        self.run_worker(self._heeding(find), thread=True, group="lead")


def _event_of(scope: Scope, row: TieRow) -> Place | None:
    """An event on the text of a relation, of the same brief."""
    from sahel_tui.queries.rests import events_of_relation

    told = row.relation.told
    view = scope.view(told.path)
    events = events_of_relation(view, row.relation.id) if view is not None else ()
    return Place(told.brief, told.path, events[0].id) if events else None


def _relations_of(scope: Scope, event: Told) -> Sequence[RelationView]:
    """The relations on the text of an event, of the same brief."""
    from sahel_tui.queries.rests import relations_of_event

    view = scope.view(event.row.told.path)
    return relations_of_event(view, event.row.id) if view is not None else ()
