"""In a drawing of relations, a search goes to actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sahel_tui.tui.widgets.drawing.graph_pane import ActorWanted, GraphPane

if TYPE_CHECKING:
    from sahel_tui.queries.library.listing import Place
    from sahel_tui.tui.widgets.drawing.picture import Picture

Row = TypeVar("Row")


class SearchedPane(GraphPane[Row]):
    """Goes to them while one types, and on from one to the next."""

    _typed_from: tuple[str, Place | None] | None = None
    """The actor and the relation that typing a search began from; None: none is typed."""

    def begin_search(self) -> None:
        """A search is going to be typed: Escape comes back to what is under the cursor now."""
        drawing = self.drawing
        edge = drawing.edge if drawing is not None else None
        place = edge.at if edge is not None else None
        self._typed_from = None if drawing is None else (drawing.node, place)

    def search_rows(self, text: str, start: int) -> None:
        """In a drawing, go to the first actor in it that is called so."""
        if not self.is_drawn:
            super().search_rows(text, start)
            return
        drawing, self.search_text = self.picture, text
        if drawing is None:
            return
        found = next(filter(drawing.has, drawing.named(text)), None)
        if found is not None:
            drawing.go_to(found)
        elif self._typed_from is not None:
            _come_back(drawing, *self._typed_from)
        self._show_moved()

    def end_search(self, *, kept: bool) -> None:
        """Typing has ended: go to the first who is called so where none is drawn, or come back."""
        before, drawing = self._typed_from, self.drawing
        self._typed_from = None
        if before is None or drawing is None:
            return
        if not kept:
            _come_back(drawing, *before)
            self._show_moved()
        elif (found := drawing.named(self.search_text)) and not any(map(drawing.has, found)):
            self._go_to_actor(found[0])

    def next_match(self, step: int) -> None:
        """In a drawing, go to the next actor that is called so."""
        if not self.is_drawn:
            super().next_match(step)
            return
        if (drawing := self.picture) is not None and (found := drawing.named(self.search_text)):
            node = self.actors_at[0]  # or who is to be there, once there is another drawing
            here = found.index(node) if node in found else -1 if step > 0 else 0
            self._go_to_actor(found[(here + step) % len(found)])

    def _go_to_actor(self, node: str) -> None:
        if self.picture is not None and self.picture.go_to(node):
            self._show_moved()
        else:
            self.post_message(ActorWanted(self, node))


def _come_back(drawing: Picture, node: str, place: Place | None) -> None:
    """To an actor and its relation, which another drawing by now may not have."""
    drawing.go_to(node, drawing.edge_at(place) if place is not None else None)
