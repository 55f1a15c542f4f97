"""A map that stands beside the list of relations, and follows it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.message import Message

from sahel_tui.render.line import Line
from sahel_tui.tui.widgets.drawing.strips import drawn_strip
from sahel_tui.tui.widgets.line_cache import Drawn

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from sahel_tui.queries.library.listing import Place
    from sahel_tui.tui.widgets.drawing.picture import Picture


class BesideMap(Drawn):
    """Has no focus: keys are the list's."""

    class Resized(Message):
        """A map of another size is wanted."""

    def __init__(self, *, id: str, ascii_only: bool) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._ascii_only = ascii_only
        self.picture: Picture | None = None
        self._followed: tuple[str, Place | None] | None = None
        self._lines: list[Line] = []

    @property
    def drawing_size(self) -> tuple[int, int]:
        """Cells and rows, with a blank beside the list and over all."""
        width, height = self.size
        return max(0, width - 2), max(0, height - 1)

    def on_resize(self, event: events.Resize) -> None:
        """A map is of one size."""
        del event
        self.post_message(self.Resized())

    def set_picture(self, picture: Picture) -> None:
        """Draw this."""
        if self.picture is None or self.picture.size != picture.size:
            self._lines = []
            self.refresh()
        self.picture, self._followed = picture, None

    def follow(self, centre: str, place: Place | None) -> None:
        """The list has this actor in its centre, and its cursor on this relation."""
        picture = self.picture
        if picture is None or self._followed == (centre, place):
            return
        self._followed = (centre, place)
        picture.go_to(centre)
        edge = picture.edge_at(place) if place is not None else None
        if edge is not None:
            picture.show(edge)
        before, self._lines = self._lines, picture.draw(centre, ascii_only=self._ascii_only)
        cells, pairs = self.size.width, zip_longest(before, self._lines)
        rows = [row for row, (old, new) in enumerate(pairs, 1) if old is not new]
        if rows:
            self.refresh(*[Region(0, row, cells, 1) for row in rows])

    def render_line(self, y: int) -> Strip:
        """One line of the map (Textual's Line API)."""
        cells = self.size.width
        fits = self.picture is not None and self.picture.size == self.drawing_size
        line = Line()
        if y == 0:
            line.add("map" if fits else "map · placing…")
        elif fits and y <= len(self._lines):
            line = self._lines[y - 1]
        return drawn_strip(line, 1, cells)
