"""One line of a source, its passages drawn by kind, the selection and the matches standing out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.style import Style

from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM, KIND, KIND_LETTER, MATCH, PLAIN, SELECTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.rests import Resting
    from sahel_tui.render.paragraphs import Layout

MARGIN = 10
"""Cells of the margin: the paragraph's number, and a letter for each kind of claim."""
NARROW_MARGIN = 7
"""The same where the letters share one cell."""

_UNSELECTED = Style(reverse=False, bold=True, underline=True)


def draw_passages(
    layout: Layout,
    line: int,
    resting: Sequence[Resting],
    selected: Sequence[tuple[int, int]],
    matches: Sequence[tuple[int, int]],
    *,
    margin: int,
) -> Line:
    """Draw a line. `resting` and `selected` are source offsets, `matches` safe ones."""
    first, last = layout.lines[line]
    if layout.paragraph.heading:
        return Line().to(margin).add(layout.safe.text[first:last], DIM)
    marks = [(*layout.shown(line, r.start, r.end), r.claim.kind) for r in resting]
    chosen = [layout.shown(line, start, end) for start, end in selected]
    drawn = Line()
    _margin(drawn, layout, line, {kind for start, end, kind in marks if start < end}, margin)
    edges = {first, last}
    for start, end in [*((a, b) for a, b, _ in marks), *chosen, *matches]:
        edges.update((min(max(start, first), last), min(max(end, first), last)))
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        style = PLAIN
        for kind in ("event", "relation", "point", "actor"):
            if any(a <= start < b for a, b, k in marks if k == kind):
                style += KIND[kind]
        if inside := any(a <= start < b for a, b in chosen):
            style += SELECTED
        if any(a <= start < b for a, b in matches):
            style += _UNSELECTED if inside else MATCH
        drawn.add(layout.safe.text[start:end], style)
    return drawn


def _margin(drawn: Line, layout: Layout, line: int, kinds: set[str], cells: int) -> None:
    number = layout.paragraph.number if line == 0 and layout.paragraph.first else 0
    drawn.add(f"{number or '':>4} ", DIM)
    letters = [KIND_LETTER[kind] if kind in kinds else " " for kind in KIND_LETTER]
    if cells < MARGIN:
        present = "".join(letters).strip()
        drawn.add("+" if len(kinds) > 1 else present or " ", DIM)
    else:
        drawn.add("".join(letters), DIM)
    drawn.to(cells)
