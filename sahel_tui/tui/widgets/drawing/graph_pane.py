"""A list of relations that can be shown as a map or a matrix instead, in the same pane."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, TypeVar

from textual.binding import Binding
from textual.message import Message

from sahel_tui.queries.library.listing import Place
from sahel_tui.queries.views import Claim
from sahel_tui.tui.bindings import GRAPH_BINDINGS
from sahel_tui.tui.messages import ItemHighlighted
from sahel_tui.tui.widgets.drawing.drawing_pane import DrawingPane, View
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from sahel_tui.render.graph.steps import Direction
    from sahel_tui.tui.widgets.drawing.picture import Picture

Row = TypeVar("Row")

_VIEWS = {
    **dict.fromkeys(("move_cursor", "choose_item", "follow_row"), ("list",)),
    **dict.fromkeys(("show_top", "show_bottom", "move_page"), ("list", "matrix")),
    **dict.fromkeys(("move_in", "next_edge"), ("map", "matrix")),
    "choose_actor": ("map",),
    "choose_in_cell": ("matrix",),
}
"""In which forms an action is one: their keys do other things in the others."""


DRAWING_BINDINGS: list[BindingType] = [
    *GRAPH_BINDINGS,
    *(one for one in Binding.make_bindings(ItemList.BINDINGS) if one.id != "list.choose"),
]
"""For a class that is one, with its own: a class's bindings take the keys of its parents."""


class PictureWanted(Message):
    """A drawing of this size is wanted."""

    def __init__(self, pane: GraphPane[Any]) -> None:
        super().__init__()
        self.pane = pane


class GraphPane(DrawingPane[Row]):
    """Keys move in the drawing; what is selected in it is selected in the list, too."""

    # Changing what is shown -----------------------------------------------------------------------

    def set_view(self, view: View) -> None:
        """Another form of the same: the cursor stays with its actor and its relation."""
        before = self.picture
        if before is not None:
            self.begins_at = (before.node, before.other)
            self.selected = before.edge.at if before.edge is not None else None
        elif self.view == "list":
            self.begins_at, self.selected = (self.centre_id, ""), self.list_place
        if self.search_text:
            self.search_rows("", 0)
        self.view, self.picture = view, None
        if view == "list" and self.selected is not None:
            self.put_cursor(Claim("relation", self.selected.id))
        self.redraw_all()

    @property
    def list_claim(self) -> Claim | None:
        """What is under the list's cursor, whatever is drawn."""
        return super().current_claim

    @property
    def other_here(self) -> str:
        """The other actor of the relation under the list's cursor."""
        raise NotImplementedError

    @property
    def list_place(self) -> Place | None:
        """Where the claim is that is under the list's cursor."""
        claim = self.list_claim
        return None if claim is None else Place("", "", claim.id)

    def put_cursor(self, claim: Claim) -> None:
        """Put the list's cursor on a claim, if it is shown."""
        index = self.find_claim(claim)
        if index is not None and index in self.shown:
            super().move_to(self.item_of(bisect_left(self.shown, index)))

    def lead(self, claim: Claim) -> None:
        """Put the cursor on a relation that was not chosen here; no filter is lifted for it."""
        if self.is_drawn:
            self.show_claim(claim)
        else:
            self.put_cursor(claim)

    def show_place(self, place: Place) -> bool:
        """In a drawing, put the cursor on a relation; whether it is a drawing."""
        if self.is_drawn and self.picture is not None:
            edge = self.picture.edge_at(place)
            if edge is not None and self.picture.show(edge):
                self._show_moved()
        return self.is_drawn

    def set_picture(self, picture: Picture) -> None:
        """Draw this; the relation that was selected still is, where it is drawn.

        Unless somebody went to an actor that has no part in it.
        """
        before = self.picture
        selected = before.edge.at if before is not None and before.edge else self.selected
        edge = picture.edge_at(selected) if selected is not None else None
        went = any(self.begins_at) and picture.node == self.begins_at[0]
        if edge is not None and (not went or picture.node in (edge.source, edge.target)):
            picture.show(edge)
        self.picture, self.begins_at, self.selected = picture, ("", ""), None
        if before is not None and before.size == picture.size:
            self._draw_changes()
        else:
            self.redraw_all()
        self.post_message(ItemHighlighted(self))

    @property
    def actors_at(self) -> tuple[str, str]:
        """Whom the cursor of a drawing is on, or is to be on."""
        if any(self.begins_at):
            return self.begins_at
        if self.picture is not None:
            return self.picture.node, self.picture.other
        return self.centre_id, ""

    def ask_for_picture(self) -> None:
        """Have one made of the size that there is."""
        if self.is_drawn and self.size.area:
            self.post_message(PictureWanted(self))

    def on_resize(self, event: events.Resize) -> None:
        """A drawing is of one size."""
        del event
        self._lines = None
        if self.picture is None or self.picture.size != self.drawing_size:
            self.ask_for_picture()

    # What is selected -----------------------------------------------------------------------------

    @property
    def current_claim(self) -> Claim | None:
        """The relation that is selected in the drawing, or under the list's cursor."""
        if not self.is_drawn:
            return super().current_claim
        edge = self.picture.edge if self.picture is not None else None
        return None if edge is None else Claim("relation", edge.at.id)

    @property
    def lack(self) -> str:
        """In a drawing, that the cursor is on no relation."""
        if not self.is_drawn:
            return super().lack
        drawing = self.drawing
        return "no relation is selected" if drawing is not None and drawing.edge is None else ""

    @property
    def where(self) -> str:
        """A drawing says itself where its cursor is."""
        return "" if self.is_drawn else super().where

    def show_claim(self, claim: Claim) -> bool:
        """Put the cursor on a relation, in the drawing too."""
        if self.is_drawn and self.picture is not None:
            here = self.picture.edge
            if here is None or here.at.id != claim.id:
                edge = self.picture.edge_at(Place("", "", claim.id))
                if edge is not None and self.picture.show(edge):
                    self._show_moved()
            return False
        return super().show_claim(claim)

    # Moving ---------------------------------------------------------------------------------------

    def _show_moved(self) -> None:
        self._draw_changes()
        self.post_message(ItemHighlighted(self))

    def action_move_in(self, direction: Direction) -> None:
        """To the next actor, or cell."""
        if (drawing := self.drawing) is not None and drawing.move(direction):
            self._show_moved()

    def action_next_edge(self, step: int) -> None:
        """The next relation of this actor, or of this cell."""
        if (drawing := self.drawing) is not None:
            drawing.next_edge(step)
            self._show_moved()

    def action_choose_in_cell(self) -> None:
        """The next relation of this cell."""
        self.action_next_edge(1)

    def action_choose_actor(self) -> None:
        """Put the actor under the cursor in the centre."""
        if (drawing := self.drawing) is not None and drawing.node:
            self.post_message(ActorWanted(self, drawing.node))

    def action_move_page(self, pages: float) -> None:
        """Move by pages, in a matrix as well."""
        self._move_far(pages) if self.is_drawn else super().action_move_page(pages)

    def action_show_top(self) -> None:
        """Go to the first row, of a matrix as well."""
        self._move_far(-1e9) if self.is_drawn else super().action_show_top()

    def action_show_bottom(self) -> None:
        """Go to the last row, of a matrix as well."""
        self._move_far(1e9) if self.is_drawn else super().action_show_bottom()

    def _move_far(self, pages: float) -> None:
        page = getattr(self.drawing, "page", None)
        if page is not None and page(pages):
            self._show_moved()

    def move_to(self, item: int, *, at_top: bool = False) -> None:
        """Move in the list, if it is the list that shows."""
        if not self.is_drawn:
            super().move_to(item, at_top=at_top)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys do other things in a list, a map and a matrix."""
        if action in _VIEWS and (self.view if self.is_drawn else "list") not in _VIEWS[action]:
            return False
        return super().check_action(action, parameters)


class ActorWanted(Message):
    """An actor is wanted in the centre."""

    def __init__(self, pane: GraphPane[Any], node: str) -> None:
        super().__init__()
        self.pane, self.node = pane, node
