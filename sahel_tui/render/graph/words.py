"""One relation of a graph in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.graph.grades import NO_PASSAGE
from sahel_tui.render.words import span_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sahel_tui.queries.graph.graph import Edge

SIGNS = {1: "+", 0: "·", -1: "−"}


def edge_words(edge: Edge, names: Mapping[str, str], seen_from: str | None = None) -> str:
    """Who, what, whom; read from the side of `seen_from`, else from the source's."""
    forward = seen_from is None or edge.source == seen_from
    arrow = "↔" if not edge.inverse else "→" if forward else "←"
    label = edge.type if forward or not edge.inverse else edge.inverse
    ends = (edge.source, edge.target) if forward else (edge.target, edge.source)
    one, other = (names.get(end, end) for end in ends)
    return f"{one} {label} {arrow} {other}"


def standing_words(edge: Edge, *, possible: bool = False, graded: bool = True) -> str:
    """What is not plain about it, when it held, and how good its best passage is."""
    return joined(
        "possibly" if possible else "",
        edge.status if edge.status != "asserted" else "",
        "contested" if edge.contested else "",
        span_words(edge.since, edge.until),
        f"{edge.confidence} confidence" if edge.confidence else "",
        grade_words(edge) if graded else "",
    )


def grade_words(edge: Edge) -> str:
    """How good its best passage is; nothing where that is not known here."""
    if edge.grade is None:
        return ""
    if edge.grade == NO_PASSAGE:
        return "no passage"
    return f"graded {edge.grade}" if edge.grade.strip("–") else "not graded"


def joined(*parts: str | None) -> str:
    """The parts that there are, with a dot between them."""
    return " · ".join(part for part in parts if part)
