"""Relations, differences and hops in words, for stdout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.graph.words import SIGNS, edge_words, joined, standing_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sahel_tui.queries.graph.differences import Difference
    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.paths import Hop


def signed_words(edge: Edge, names: Mapping[str, str], seen_from: str | None = None) -> str:
    """Sign, who, what, whom; read from the side of `seen_from`, else from the source's."""
    return f"{SIGNS[edge.sign]} {edge_words(edge, names, seen_from)}"


def place_words(edge: Edge) -> str:
    """Which relation of which brief."""
    return f"{edge.at.brief}#{edge.at.id}"


def whole_words(edge: Edge, names: Mapping[str, str]) -> str:
    """All that is told of it but the grade."""
    standing = standing_words(edge, graded=False)
    return joined(signed_words(edge, names), standing, edge.marking, place_words(edge))


def hop_words(hop: Hop, names: Mapping[str, str], quote: str | None) -> str:
    """Sign and type in the direction of the path, date, grade and quote."""
    edge = hop.edge
    return joined(
        signed_words(edge, names, hop.source),
        standing_words(edge),
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
