"""Bottom-line points as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import DIM, STRONG
from sahel_tui.render.words import evidence_words
from sahel_tui.render.wrap import wrap

if TYPE_CHECKING:
    from rich.style import Style

    from sahel_tui.queries.views import PointView


def draw_point(point: PointView, cells: int) -> list[Line]:
    """A point: its text, wrapped at words, then what is claimed of it and what it rests on."""
    label = f"{point.id} "
    indent = min(len(label), max(0, cells // 4))
    return _wrapped(point.text, cells, indent, STRONG, label) + _wrapped(
        point_standing(point), cells, indent, DIM
    )


def _wrapped(text: str, cells: int, indent: int, style: Style, label: str = "") -> list[Line]:
    shown = safe(text)
    spans = wrap(shown, max(1, cells - indent)) or [(0, 0)]
    return [
        Line().field(label if index == 0 else "", indent).add(shown[start:end], style)
        for index, (start, end) in enumerate(spans)
    ]


def point_standing(point: PointView) -> str:
    """Kind, likelihood, confidence, evidence, links and marking, in words."""
    parts = [point.kind]
    if point.likelihood:
        parts.append(point.likelihood.replace("-", " "))
    if point.confidence:
        parts.append(f"{point.confidence} confidence")
    parts.append(evidence_words(point.evidence))
    parts += [f"{how} {other}" for how, other in point.relates]
    if point.marking:
        parts.append(point.marking)
    return " · ".join(parts)
