"""A drawing with a cursor, of what was worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.graph.matrix import Matrix
from sahel_tui.tui.widgets.drawing.map_picture import MapPicture
from sahel_tui.tui.widgets.drawing.matrix_picture import MatrixPicture

if TYPE_CHECKING:
    from sahel_tui.tui.graph_work import Done
    from sahel_tui.tui.widgets.drawing.picture import Picture


def picture_of(
    done: Done,
    size: tuple[int, int],
    at: tuple[str, str],
    before: Picture | None = None,
) -> Picture:
    """With the cursor at an actor, or at two; it takes over what the one `before` it has drawn."""
    drawn = done.drawn
    assert drawn is not None
    if isinstance(drawn, Matrix):
        return MatrixPicture(done.shown, drawn, size, *at)
    return MapPicture(done.shown, drawn, at[0], before, done.ground)
