"""Bottom-line points as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.blocks import wrapped
from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import DIM, STRONG
from sahel_tui.render.words import evidence_words

if TYPE_CHECKING:
    from sahel_tui.queries.views import PointView


def draw_point(point: PointView, cells: int) -> list[Line]:
    """A point: its text, wrapped at words, then what is claimed of it and what it rests on."""
    indent = min(width(safe(point.id)) + 1, max(0, cells // 4))
    label = Line().field(point.id, indent - 1).to(indent)
    words = wrapped(point.text, cells, STRONG, indent, first=label)
    return words + wrapped(point_standing(point), cells, DIM, indent)


def point_standing(point: PointView) -> str:
    """Evidence, kind, likelihood, confidence, links and marking, in words."""
    parts = [evidence_words(point.evidence), point.kind]
    if point.likelihood:
        parts.append(point.likelihood.replace("-", " "))
    if point.confidence:
        parts.append(f"{point.confidence} confidence")
    parts += [f"{how} {other}" for how, other in point.relates]
    if point.marking:
        parts.append(point.marking)
    return " · ".join(parts)
