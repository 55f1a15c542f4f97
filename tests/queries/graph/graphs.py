"""Graphs made by hand, and by hypothesis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from sahel_tui.model.dates import parse
from sahel_tui.queries.graph.as_of import Held
from sahel_tui.queries.graph.graph import Edge, Graph, Node
from sahel_tui.queries.graph.turned import Turned
from sahel_tui.queries.library.listing import Place
from tests.model.edtf_strategies import dates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import SearchStrategy

STATUSES = ("asserted", "alleged", "denied", "ended")


def edge(
    words: str,
    *,
    since: str | None = None,
    until: str | None = None,
    published: str | None = "2023-09-20",
    **given: Any,
) -> Edge:
    """`words` are source, sign and target: `mali + niger`."""
    source, sign, target = words.split()
    fields: dict[str, Any] = {
        "at": Place("brief", "brief.toml", "r1"), "type": "supports", "inverse": "supported by",
        "status": "asserted", "confidence": None, "marking": None, "contested": False,
    }  # fmt: skip
    dated = {
        "since": parse(since) if since else None,
        "until": parse(until) if until else None,
        "published": parse(published).latest if published else None,
    }
    signs = {"+": 1, "0": 0, "-": -1}
    own = {"source": source, "target": target, "sign": signs[sign]}
    return Edge(**{**fields, **dated, **own, **given})


def graph(*edges: Edge | str, alone: Iterable[str] = ()) -> Graph:
    """Relations and their actors, and some actors that have none; ids by the relations' order."""
    made = [edge(one) if isinstance(one, str) else one for one in edges]
    numbered = [
        one._replace(at=Place("brief", "brief.toml", f"r{number}"))
        for number, one in enumerate(made, 1)
    ]
    ids = {end for one in numbered for end in (one.source, one.target)} | set(alone)
    return Graph(tuple(Node(one, one.title()) for one in sorted(ids)), tuple(numbered))


def held(edges: Iterable[Edge], possible: Iterable[Place] = (), before: Held | None = None) -> Held:
    """These held on a date, told by how it differs from the date `before`, if there is one."""
    ids, places = set(map(id, edges)), set(possible)
    start = before or Held(Turned(), Turned())
    return Held(
        start.ids.turned(set(start.ids) ^ ids), start.possible.turned(set(start.possible) ^ places)
    )


def graphs(
    nodes: str = "abcdef", most: int = 12, dated: SearchStrategy[str] | None = None
) -> SearchStrategy[Graph]:
    """Graphs of a few actors; their relations end, where they do, no earlier than they begin."""
    written = dates() if dated is None else dated
    return st.lists(_edges(nodes, written), max_size=most).map(lambda all_: graph(*all_))


def _edges(nodes: str, dated: SearchStrategy[str]) -> SearchStrategy[Edge]:
    ends = st.tuples(*[st.sampled_from(nodes)] * 2, st.sampled_from("+0-"))
    words = ends.map(lambda one: f"{one[0]} {one[2]} {one[1]}")
    given = st.fixed_dictionaries(
        {
            "status": st.sampled_from(STATUSES),
            "confidence": st.sampled_from((None, "low", "moderate", "high")),
            "contested": st.booleans(),
            "grade": st.sampled_from((None, "", "A1", "B2", "––", "F6")),
            "since": st.none() | dated,
            "until": st.none() | dated,
        }
    )
    made = st.builds(lambda one, more: edge(one, **more), words, given)
    return made.filter(_ends_after_it_begins)


def _ends_after_it_begins(one: Edge) -> bool:
    """As a brief has to have it."""
    begins = one.since.earliest if one.since else None
    ends = one.until.latest if one.until else None
    return begins is None or ends is None or begins <= ends
