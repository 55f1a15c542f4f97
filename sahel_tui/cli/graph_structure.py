"""`relations --structure`: what the structure of the graph says, each row with its relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.graph_objects import actor_object, community_object, triad_object
from sahel_tui.cli.graph_words import whole_words
from sahel_tui.queries.graph.communities import communities
from sahel_tui.queries.graph.structure import betweenness, degrees
from sahel_tui.queries.graph.triads import unbalanced_triads
from sahel_tui.render.graph.words import joined
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sahel_tui.cli.graph_scope import Scope
    from sahel_tui.cli.output import Output
    from sahel_tui.queries.graph.communities import Community
    from sahel_tui.queries.graph.graph import Edge, Graph
    from sahel_tui.queries.graph.structure import Betweenness, Degree
    from sahel_tui.queries.graph.triads import Triad

_INDENT = 2


def structure(graph: Graph, scope: Scope, out: Output, *, as_json: bool) -> None:
    """Print the actors, those who hold together, and threes at odds."""
    actors, between = degrees(graph), betweenness(graph)
    together, at_odds = communities(graph), unbalanced_triads(graph)
    if as_json:
        shares = {row.node: row for row in between.rows}
        names = {node.id: node.name for node in graph.nodes}
        for one in actors:
            share = shares.get(one.node)
            out.json(actor_object(one, share, names, sampled=between.sampled))
        for each in together:
            out.json(community_object(each))
        for three in at_odds:
            out.json(triad_object(three))
        return
    marking = scope.marking(graph.edges)
    if marking:
        out.line(marking)
    _degrees(actors, scope.names, out)
    _between(between, scope.names, out)
    _communities(together, scope.names, out)
    _triads(at_odds, scope.names, out)
    if marking:
        out.line(marking)


def _degrees(rows: Sequence[Degree], names: Mapping[str, str], out: Output) -> None:
    _title("Relations", len(rows), out)
    for one in rows:
        signs = ((one.positive, "+"), (one.neutral, "·"), (one.negative, "−"))
        words = " ".join(f"{number:,}{sign}" for number, sign in signs if number)
        others = f"with {counted(one.neighbours, 'actor')}" if one.edges else None
        out.line(joined(names[one.node], words or "no relation", others), _INDENT)


def _between(found: Betweenness, names: Mapping[str, str], out: Output) -> None:
    about = f", estimated from {found.sampled:,} of the actors" if found.sampled else ""
    _title(f"Between others, by the part of the shortest paths{about}", len(found.rows), out)
    for one in found.rows:
        out.line(f"{names[one.node]} · {one.share:.1%}", _INDENT)


def _communities(rows: Sequence[Community], names: Mapping[str, str], out: Output) -> None:
    _title("Hold together, by relations that are not hostile", len(rows), out)
    for one in rows:
        who = ", ".join(names[node] for node in one.nodes)
        out.line(f"{who} · {counted(len(one.inside), 'relation')} within", _INDENT)
        hostile = [edge for edge in one.inside if edge.sign < 0]
        _relations(hostile, names, out)


def _triads(rows: Sequence[Triad], names: Mapping[str, str], out: Output) -> None:
    _title("At odds", len(rows), out)
    for one in rows:
        first, second, third = (names[node] for node in one.nodes)
        said = f"{first}, a friend of {second} and of {third}, who are foes"
        if one.negative == 3:
            said = f"{first}, {second} and {third}, each a foe of both others"
        out.line(said, _INDENT)
        _relations(one.edges, names, out)


def _relations(edges: Sequence[Edge], names: Mapping[str, str], out: Output) -> None:
    for edge in edges:
        out.line(whole_words(edge, names), 2 * _INDENT)


def _title(words: str, number: int, out: Output) -> None:
    out.line()
    out.line(f"{words} ({number:,})")
