"""The library in the panes of a brief: all that any brief says, and where it leads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.chronology.told import Told
from sahel_tui.queries.library.scope import ActorSum, TieRow
from sahel_tui.queries.views import Claim
from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.quotes import draw_quote
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import DIM
from sahel_tui.render.words import counted
from sahel_tui.tui.copies_elsewhere import Asked, There
from sahel_tui.tui.landing import Landing, OpenBrief
from sahel_tui.tui.screens.library_following import LibraryFollowing
from sahel_tui.tui.widgets.scope_lists import ScopeTies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.queries.library.listing import Place
    from sahel_tui.queries.library.rows import Quote
    from sahel_tui.tui.messages import ItemChosen, ItemHighlighted
    from sahel_tui.tui.scopes import Heard, Scope
    from sahel_tui.tui.screens.beside import Shows

_MOST_BRIEFS = 200
"""Briefs of an actor that are listed: the newest; its dossier has them all."""


class LibraryScreen(LibraryFollowing):
    """Lies over the brief that it was asked for from, as briefs that it opens lie over it."""

    shows_library = True
    _beside: Sequence[There] = ()
    """Where the items of the preview lead, which may be those of the row before yet."""

    _renewals = 0

    def library_grew(self) -> None:
        """Ask again also where as many briefs say something else by now."""
        if self._renewals != self.shelf.renewals:
            self._renewals, self._known = self.shelf.renewals, (None, 0, False)
        super().library_grew()

    # What is said ---------------------------------------------------------------------------------

    def title_words(self) -> str:
        """What the panes show, and of which time."""
        if self.scope is None:
            return f"Library · {self.shelf.progress.words or 'looking'}"
        first, last = (from_ordinal(day).iso() for day in self.scope.days)
        return f"Library · {counted(self.scope.briefs, 'brief')} of {first} to {last}"

    def detail_words(self) -> str:
        """All of the row under the cursor."""
        pane = self.here
        row = pane.current
        return pane.trouble if row is None else pane.words(row)

    def status_words(self) -> str:
        """The scope, and the keys that lead on."""
        pane, key = self.here, self.key
        reading = self.shelf.progress.words
        opens = f"{key('library.open')} opens its brief"
        more = f"{key('library.centre')} centres the other" if isinstance(pane, ScopeTies) else ""
        if isinstance(pane, ScopeTies) and pane.is_drawn:
            opens = f"{key('graph.next')} next relation"
            more = f"{key('pane.source')} goes to passages, {key('preview.open')} opens their brief"
        alone = "" if self.follow else f"not following ({key('evidence.follow')})"
        zoomed = f"zoomed ({key('pane.zoom')})" if self.zoomed else ""
        scope = f"library ({key('scope.toggle')}: this brief)"
        parts = (scope, zoomed, alone, reading, opens, more)
        return " · ".join(part for part in parts if part)

    # Where it leads -------------------------------------------------------------------------------

    def on_item_highlighted(self, message: ItemHighlighted) -> None:
        """The cursor moved: soon the preview and the relationships follow."""
        message.stop()
        message.prevent_default()  # what others do with it is asked for here
        super().on_item_highlighted(message)
        self.tell()
        self.count_mentions()

    def _follow(self) -> None:
        self.lead_others()
        if self.preview.display:
            self._follow_row()

    def action_centre_other(self) -> None:
        """Put the other actor of a relation in the centre."""
        row = self.here.current
        if isinstance(row, TieRow):
            self.set_centre(row.other)
            self.tell()

    def on_item_chosen(self, message: ItemChosen) -> None:
        """Open the brief of the row at its claim; of an actor one of its briefs."""
        pane, row = message.pane, self.here.current
        if pane is self.dialog or row is None or self.scope is None:
            super().on_item_chosen(message)
        elif pane is self.preview:
            if (there := self._there_beside()) is not None:
                self._lead(*there)
        elif isinstance(row, ActorSum):
            self._ask_brief(self.scope, row, self._lead_to)
        else:
            place = self.here.place(row)
            self._lead(Path(place.path), Landing(claim=self.here.claim(row)))

    def _lead(self, path: Path, landing: Landing) -> None:
        self.post_message(OpenBrief(path, landing._replace(back="the library")))

    def copied(self) -> Asked | None:
        """The claim of the row, or the passage beside it; of an actor one of its briefs."""
        row, there = self.here.current, None
        if row is not None and not isinstance(row, ActorSum):
            there = There(Path(self.here.place(row).path), Landing(claim=self.here.claim(row)))
        if self.focused is self.preview:
            there, of_row = self._there_beside(), there
            if there is None or of_row is None or not _is_of(there, of_row):
                return there and Asked((there,))
        return there and Asked((there, *_other_tellings(row)), words=self.here.words(row))

    def _there_beside(self) -> There | None:
        """Where the item under the preview's cursor leads."""
        item = self.preview.cursor
        return self._beside[item] if item < len(self._beside) else None

    def action_copy_quote(self) -> None:
        """Copy the claim; of an actor, ask in which brief."""
        if not self._asks_brief(lambda heard: self.send_copy(Asked((_of(heard),)))):
            super().action_copy_quote()

    def action_choose_copy(self) -> None:
        """Choose what to copy; of an actor, first in which brief."""
        if not self._asks_brief(lambda heard: self.choose_copy(Asked((_of(heard),)))):
            super().action_choose_copy()

    def _asks_brief(self, then: Callable[[Heard], None]) -> bool:
        row = self.here.current
        of_many = isinstance(row, ActorSum) and self.focused is not self.preview
        if of_many and isinstance(row, ActorSum) and self.scope is not None:
            self._ask_brief(self.scope, row, then)
        return of_many

    def _lead_to(self, heard: Heard) -> None:
        self._lead(*_of(heard))

    def _ask_brief(self, scope: Scope, row: ActorSum, then: Callable[[Heard], None]) -> None:
        def find() -> None:
            self.hand(self._briefs_found, row, scope.heard(row.ids, _MOST_BRIEFS), then)

        self.run_worker(self._heeding(find), thread=True, group="briefs", exclusive=True)

    def _briefs_found(
        self, row: ActorSum, found: Sequence[Heard], then: Callable[[Heard], None]
    ) -> None:
        if self.has_dialog or self.here.current != row:
            return
        if len(found) == 1:
            then(found[0])
            return
        title = f"{_of_briefs(found, row)} of {row.name}: which one?"
        self.ask(title, len(found), _drawn(found), lambda item: then(found[item]))

    def actors_here(self) -> tuple[str, ...]:
        """The ids of those that the row under the cursor is about."""
        row: Any = self.here.current
        if isinstance(row, ActorSum):
            return row.ids[:1]
        if isinstance(row, TieRow):
            return (row.other,)
        return _actors(row) if self.list_id == "events" and row is not None else ()

    def action_go_back(self) -> None:
        """From the preview, where it is alone, to the list; to the last centre; to the brief."""
        if self.focused is self.preview and not self.query_one("#lists").display:
            self.action_show_pane(self.list_id)
        elif not self.back_to_centre():
            self.app.pop_screen()

    # The preview ----------------------------------------------------------------------------------

    def preview_job(self) -> Callable[[], Shows] | None:
        """The passages of a claim; the briefs of an actor."""
        pane, scope = self.here, self.scope
        row = pane.current
        if row is None or scope is None:
            self._beside = ()
            return None
        if isinstance(row, ActorSum):
            return lambda: self._with_briefs(row, scope.heard(row.ids, _MOST_BRIEFS))
        place, claim = pane.place(row), pane.claim(row)
        return lambda: self._with_quotes(place, claim, scope.quotes(place.path, claim))

    def _with_briefs(self, row: ActorSum, found: Sequence[Heard]) -> Shows:
        def show() -> None:
            self._beside = tuple(map(_of, found))
            self.preview.set_items(f"{_of_briefs(found, row)}", len(found), _drawn(found))

        return show

    def _with_quotes(self, place: Place, claim: Claim, quotes: Sequence[Quote]) -> Shows:
        def show() -> None:
            path = Path(place.path)
            self._beside = [
                There(path, Landing(claim, one.source, one.start or 0, one.end or 0))
                for one in quotes
            ]
            title = f"{counted(len(quotes), 'passage')} in {place.brief}"
            self.preview.set_items(
                title, len(quotes), lambda item, cells: draw_quote(quotes[item], cells)
            )

        return show


def _of(heard: Heard) -> There:
    return There(Path(heard.path), Landing(claim=Claim("actor", heard.id)))


def _is_of(there: There, row: There) -> bool:
    """Whether a passage is one of a row's own, and not of the row before."""
    return (there.path, there.landing.claim) == (row.path, row.landing.claim)


def _other_tellings(row: Any) -> Iterator[There]:
    """Where else an event is told."""
    if isinstance(row, Told):
        for one in row.tellings:
            if one != row.row:
                yield There(Path(one.told.path), Landing(claim=Claim("event", one.id)))


def _of_briefs(found: Sequence[Heard], row: ActorSum) -> str:
    if len(found) >= row.briefs:
        return counted(len(found), "brief")
    return f"the newest {len(found):,} of {row.briefs:,} briefs"


def _drawn(found: Sequence[Heard]) -> Callable[[int, int], Sequence[Line]]:
    called = [f"{one.mentions:,}× {one.name}" for one in found]
    widest = min(max((width(safe(words)) for words in called), default=0), 28)

    def draw(item: int, cells: int) -> Sequence[Line]:
        one = found[item]
        line = Line(f"{from_ordinal(one.day).iso()} ")
        line.field(one.brief, max(8, cells - line.width - widest - 1)).add(" ")
        return (line.field(called[item], cells - line.width, DIM),)

    return draw


def _actors(event: Told) -> tuple[str, ...]:
    return tuple(actor for actor, _ in event.row.actors)
