"""Beginning where a brief was left, and telling how it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sahel_tui.queries.ego import most_related
from sahel_tui.queries.views import Claim
from sahel_tui.tui.screens.dialog import DialogScreen
from sahel_tui.tui.screens.marked_rows import MarkedRowsScreen
from sahel_tui.tui.screens.panes import LIST_IDS, PANE_IDS
from sahel_tui.tui.screens.travels import PANE_OF
from sahel_tui.tui.state import Explorer
from sahel_tui.tui.widgets.event_list import EventList

if TYPE_CHECKING:
    from sahel_tui.queries.views import ClaimKind
    from sahel_tui.state.place import ListPlace, Place
    from sahel_tui.tui.screens.dialog import LibraryLeft
    from sahel_tui.tui.screens.library import LibraryScreen
    from sahel_tui.tui.screens.relations_asked import GraphLeft

LIBRARY = "library-"
"""Before the id of a list that shows the library."""
KIND_OF: dict[str, ClaimKind] = {pane: kind for kind, pane in PANE_OF.items()}  # type: ignore[misc]
"""The kind of claims that a list holds."""


class ReturningScreen(MarkedRowsScreen):
    """Panes that are as they were left from the first frame on."""

    _left_at: Place | None = None
    """How the brief was left."""
    _news = ""
    """What there is to say of that."""
    _begun = False

    def return_to(self, place: Place | None, news: str = "") -> None:
        """Begin there, as far as the brief still has what was there; say something."""
        self._left_at, self._news = place, news

    def begin(self) -> None:
        """Begin where the brief was left, unless something else leads to a place in it."""
        elsewhere = self._left is not None or (self._landing is not None and self._landing.leads)
        if self._left_at is None or elsewhere:
            super().begin()
        else:
            self._begin_at(self._left_at)
        self._begun = True
        if self._news:
            self.say(self._news)

    def _begin_at(self, place: Place) -> None:
        lists = dict(place.lists)
        self.query_one(EventList).put_back_view(place.lanes, place.within, place.range)
        for pane_id in LIST_IDS:
            if pane_id != "relations":
                self._put_back(pane_id, lists.get(pane_id))
        list_id = place.list_id if place.list_id in LIST_IDS else LIST_IDS[0]
        self.state = Explorer(
            list_id=list_id,
            centre=place.centre if self._has_actor(place.centre) else most_related(self.view),
            claim=self._found(place) or self.pane(list_id).current_claim,
            follow=place.follow,
            zoomed=place.zoomed,
        )
        self._put_back("relations", lists.get("relations"))  # those of the centre, by now
        self.reader.put_back(place.source, place.offset, place.search, place.stop)
        self.put_back_graph(_graph_of(lists.get("relations")))
        self.focus_pane(place.pane if place.pane in PANE_IDS else list_id)
        if place.pane == "source":
            self.call_after_refresh(self.reader.go_to_offset, place.source, place.offset)
        if place.scope:
            self.call_after_refresh(self.run_action, "app.show_library")

    def _put_back(self, pane_id: str, left: ListPlace | None) -> None:
        if left is not None:
            row = Claim(KIND_OF[pane_id], left.row) if left.row else None
            self.pane(pane_id).put_back(row, left.filter, left.search)

    def _has_actor(self, actor: str) -> bool:
        return self.pane("actors").find_claim(Claim("actor", actor)) is not None or any(
            actor in (relation.source, relation.target) for relation in self.view.relations
        )

    def _found(self, place: Place) -> Claim | None:
        """The claim that was selected, where it is still there."""
        kind, name = place.claim
        if kind not in PANE_OF:
            return None
        rows: tuple[Any, ...] = getattr(self.view, PANE_OF[kind])
        known = any(row.id == name for row in rows)
        return Claim(kind, name) if known else None  # type: ignore[arg-type]

    def place(self) -> Place | None:
        """How the brief is left; None where nothing has been shown of it."""
        if not self._begun:
            return None
        from sahel_tui.state.place import ListPlace, Place

        lists, over = [], self._library_over()
        for pane in self.lists:
            row = pane.current_claim
            words = row.id if row else "", pane.filter_text, pane.search_text
            graph = self.graph_left() if pane.id == "relations" else ()
            lists.append((pane.id or "", ListPlace(*words, *graph)))
        if over is not None:
            for name, said in over.library_left() or ():
                graph = over.graph_left() if name == "relations" else ()
                lists.append((f"{LIBRARY}{name}", ListPlace("", *said, *graph)))
        state, reader = self.state, self.reader
        source, offset = reader.place_in_source()
        events = self.query_one(EventList)
        return Place(
            pane=self.focused_pane.id or "",
            list_id=state.list_id,
            lists=tuple(lists),
            claim=(state.claim.kind, state.claim.id) if state.claim else ("", ""),
            centre=state.centre,
            follow=state.follow,
            zoomed=state.zoomed,
            source=source,
            offset=offset,
            search=reader.search_text,
            stop=reader.selection.index,
            lanes=events.by or "",
            within=events.within,
            range=(events.range.start, events.range.end),
            scope="library" if over is not None else "",
            library=(over.list_id, over.centre) if over is not None else ("", ""),
        )

    def _library_over(self) -> LibraryScreen | None:
        """The library that lies on this brief; None where none does."""
        stack = self.app.screen_stack
        above = stack[stack.index(self) + 1 :] if self in stack else []
        shows = above and isinstance(above[0], DialogScreen) and above[0].shows_library
        return cast("LibraryScreen", above[0]) if shows else None

    @property
    def library_place(self) -> tuple[str, str]:
        """The list of the library that showed, and its centre, when it was left."""
        return self._left_at.library if self._left_at is not None else ("", "")

    def library_graph(self) -> GraphLeft:
        """Its relationships."""
        lists = dict(self._left_at.lists) if self._left_at is not None else {}
        return _graph_of(lists.get(f"{LIBRARY}relations"))

    def library_words(self) -> LibraryLeft:
        """What the lists of the library filtered and searched, when it was left."""
        left = self._left_at.lists if self._left_at is not None else ()
        return tuple(
            (name.removeprefix(LIBRARY), (one.filter, one.search))
            for name, one in left
            if name.startswith(LIBRARY)
        )


def _graph_of(left: ListPlace | None) -> GraphLeft:
    """How relationships were left."""
    return (left.form, left.as_of, left.narrow) if left is not None else ("", "", "")
