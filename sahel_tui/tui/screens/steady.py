"""Where widgets stand on a screen, and what of them is to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual._compositor import Compositor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.geometry import Region
    from textual.strip import Strip
    from textual.widget import Widget


class SteadyCompositor(Compositor):
    """Marks widgets as stale where they are to be seen, and leaves the others alone.

    Textual's own looks anew where everything is, once one that is not to be seen yet has to be
    drawn, and then takes it for drawn when the screen is laid out (Textual 8.2.8).
    """

    def update_widgets(self, widgets: set[Widget]) -> None:
        """Mark what has to be drawn again of these."""
        super().update_widgets(widgets & self.visible_widgets.keys())

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """The pieces of each line by their column, from the front to the back.

        As Textual's own does it, but for lines that are full already: what holds others is wholly
        behind them, and most of what there is to divide.
        """
        cuts = self.cuts
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(line[:-1]) for line in cuts]
        missing = [len(line) - 1 for line in cuts]
        for region, clip, strips in self._get_renders(crop):
            seen = region.intersection(clip)
            left, right = seen.column_span
            for y, strip in zip(seen.line_range, strips, strict=False):
                if missing[y] and is_rendered_line(y):
                    edges = [cut for cut in cuts[y] if left <= cut <= right]
                    whole = len(edges) == 2 and strip.cell_length == right - left
                    parts = [strip] if whole else strip.divide([cut - left for cut in edges[1:]])
                    missing[y] -= _fill(chops[y], edges, parts)
        return cast("Sequence[Mapping[int, Strip]]", chops)


def _fill(line: dict[int, Strip | None], edges: Sequence[int], parts: Sequence[Strip]) -> int:
    """Put parts of a line where nothing stands yet; how many found a place."""
    free = [(edge, part) for edge, part in zip(edges, parts, strict=False) if line[edge] is None]
    line.update(free)
    return len(free)
