"""The list of relations alone on a wide screen: a map stands beside it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sahel_tui.tui.screens.relations import RelationsScreen

if TYPE_CHECKING:
    from sahel_tui.tui.graph_work import Done, Wanted
    from sahel_tui.tui.widgets.drawing.beside import BesideMap

_WIDE = 120


class BesideRelations(RelationsScreen):
    """The map has no keys of its own: it shows the centre and the relation under the cursor."""

    _map: BesideMap | None = None
    """Mounted when it is first needed."""
    _map_of: object = None
    """What the map was last worked out of."""

    @property
    def is_zoomed(self) -> bool:
        """Whether a pane is alone on the screen."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """With the map, where there is room for it."""
        super().lay_out()
        pane, lists = self.ties_pane, self.query_one("#lists")
        alone = self.is_zoomed and lists.display and self.shown_list == pane.id
        wanted = alone and pane.view == "list" and self.app.size.width >= _WIDE
        if wanted and self._map is None:
            from sahel_tui.tui.widgets.drawing.beside import BesideMap

            ascii_only = self.app.terminal.ascii  # type: ignore[attr-defined]
            self._map = BesideMap(id="beside", ascii_only=ascii_only)
            lists.mount(self._map)
        if self._map is not None and wanted != self.has_class("mapped"):
            self._map.display = wanted
            self.set_class(wanted, "mapped")
            self.call_after_refresh(self.tell_beside)

    def on_beside_map_resized(self) -> None:
        """Another size, another map."""
        self.tell_beside()

    def say_status(self) -> None:
        """The map follows the list, as the status does."""
        super().say_status()
        self.tell_beside()

    def tell_beside(self) -> None:
        """Have the map show what the list shows."""
        beside, pane = self._map, self.ties_pane
        if beside is None or not beside.display or min(beside.drawing_size) < 1:
            return
        wanted = self._wanted("map")._replace(size=beside.drawing_size, steps=0)
        if self._map_of == wanted:
            beside.follow(pane.centre_id, pane.list_place)
            return
        self._map_of = wanted
        graph = self.graph
        if (at_hand := graph.at_once(wanted)) is not None:
            self._map_worked(wanted, at_hand)
            return

        def work() -> None:
            done = graph.work(wanted, lambda: self._map_of != wanted)
            if done is not None:
                with suppress(RuntimeError):  # the app has ended meanwhile
                    self.app.call_from_thread(self.call_later, self._map_worked, wanted, done)

        self.run_worker(self.heeding(work), thread=True, group="beside")

    def _map_worked(self, wanted: Wanted, done: Done) -> None:
        if self._map_of == wanted and self._map is not None and done.drawn is not None:
            from sahel_tui.tui.widgets.drawing.making import picture_of

            pane = self.ties_pane
            at, before = (wanted.centre, ""), self._map.picture
            self._map.set_picture(picture_of(done, wanted.size, at, before))
            self._map.follow(pane.centre_id, pane.list_place)
