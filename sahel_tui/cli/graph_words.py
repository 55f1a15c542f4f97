"""Relations, differences and hops in words, for stdout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.graph.grades import NO_PASSAGE
from sahel_tui.render.words import span_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sahel_tui.queries.graph.differences import Difference
    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.paths import Hop

SIGNS = {1: "+", 0: "·", -1: "−"}


def edge_words(edge: Edge, names: Mapping[str, str], seen_from: str | None = None) -> str:
    """Sign, who, what, whom; read from the side of `seen_from`, else from the source's."""
    forward = seen_from is None or edge.source == seen_from
    arrow = "↔" if not edge.inverse else "→" if forward else "←"
    label = edge.type if forward or not edge.inverse else edge.inverse
    ends = (edge.source, edge.target) if forward else (edge.target, edge.source)
    one, other = (names.get(end, end) for end in ends)
    return f"{SIGNS[edge.sign]} {one} {label} {arrow} {other}"


def standing_words(edge: Edge) -> str:
    """When it held, and what is not plain about it."""
    return joined(
        span_words(edge.since, edge.until),
        edge.status if edge.status != "asserted" else None,
        "contested" if edge.contested else None,
        edge.confidence and f"{edge.confidence} confidence",
    )


def grade_words(edge: Edge) -> str:
    """How good its best passage is."""
    if edge.grade == NO_PASSAGE:
        return "no passage"
    return f"graded {edge.grade}" if edge.grade and edge.grade.strip("–") else "not graded"


def place_words(edge: Edge) -> str:
    """Which relation of which brief."""
    return f"{edge.at.brief}#{edge.at.id}"


def whole_words(edge: Edge, names: Mapping[str, str]) -> str:
    """All of that but the grade."""
    return joined(edge_words(edge, names), standing_words(edge), edge.marking, place_words(edge))


def hop_words(hop: Hop, names: Mapping[str, str], quote: str | None) -> str:
    """Sign and type in the direction of the path, date, grade and quote."""
    edge = hop.edge
    return joined(
        edge_words(edge, names, hop.source),
        standing_words(edge),
        grade_words(edge),
        quote,
        edge.marking,
        place_words(edge),
        f"and {len(hop.others):,} more" if hop.others else None,
    )


def difference_words(one: Difference, names: Mapping[str, str]) -> str:
    """What differs, and whether that is certain."""
    how = "certainly" if one.certain else "possibly"
    if one.kind == "turned":
        before, after = one.polarities
        pair = f"{names.get(one.source, one.source)}, {names.get(one.target, one.target)}"
        return f"{pair}: {before}, then {after} ({how})"
    return f"{whole_words((*one.was, *one.now)[0], names)} ({how})"


def joined(*parts: str | None) -> str:
    """The parts that there are, with a dot between them."""
    return " · ".join(part for part in parts if part)
