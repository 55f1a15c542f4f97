"""`path`: how two actors are connected, with what each hop rests on."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sahel_tui.cli.actor_named import actor_named, nearest_words
from sahel_tui.cli.beside import open_briefs
from sahel_tui.cli.diagnostics import COULD_NOT, FINDINGS, FINE
from sahel_tui.cli.graph_objects import path_object
from sahel_tui.cli.graph_scope import Scope
from sahel_tui.cli.graph_words import hop_words
from sahel_tui.cli.library import quote_object
from sahel_tui.errors import UsageError
from sahel_tui.queries.graph.as_of import as_of
from sahel_tui.queries.graph.grades import grade_rank
from sahel_tui.queries.graph.paths import Ways
from sahel_tui.queries.views import Claim
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.objects import Object
    from sahel_tui.cli.output import Output
    from sahel_tui.config import Settings
    from sahel_tui.queries.graph.graph import Edge, Graph
    from sahel_tui.queries.graph.paths import Path
    from sahel_tui.queries.library.rows import Quote

_WEAKEST = "weakest"
_INDENT = len(_WEAKEST) + 4
_LONGEST = 160
"""Characters of a quote that are shown; `--json` has all of it."""


def path(given: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    """Print the best paths; the weakest hop of each is marked."""
    if given.certainly and given.as_of is None:
        raise UsageError("--certainly says nothing alone", "give --as-of DATE")
    briefs = open_briefs(given, settings, talk)
    scope = Scope(briefs, talk)
    source, target = _actor(given.source, scope), _actor(given.target, scope)
    if source == target:
        raise UsageError(f"`{given.source}` and `{given.target}` are one actor", "name two")
    graph = scope.whole
    if given.as_of is not None:
        graph = as_of(graph, given.as_of, certainly=given.certainly).graph
    found = _paths(graph, source, target, given, scope)
    if given.json:
        for one in found:
            out.json(path_object(one, scope.whole, lambda edge: _quote_objects(edge, scope)))
    else:
        _write(found, scope, out)
    if not found:
        how = "by positive relations " if given.positive else ""
        when = f" as of {given.as_of.label}" if given.as_of else ""
        ends = f"{scope.names.get(source, source)} to {scope.names.get(target, target)}"
        talk.say(f"no path leads {how}from {ends}{when}")
    if not briefs.whole:
        return COULD_NOT
    return FINE if found else FINDINGS


def _paths(
    graph: Graph, source: str, target: str, given: Namespace, scope: Scope
) -> tuple[Path, ...]:
    """The best; how many hops they have is known before any grade, and so what is graded."""
    ways = Ways(graph, positive=given.positive)
    first = islice(ways.paths(source, target), given.limit)
    most = max((len(one.hops) for one in first), default=0)
    places = {edge.at for edge in ways.within(source, target, most)}
    graded = scope.graded(edge for edge in graph.edges if edge.at in places)
    near = graph._replace(edges=tuple(graded))
    return tuple(islice(Ways(near, positive=given.positive).paths(source, target), given.limit))


def _actor(name: str, scope: Scope) -> str:
    """The id that stands for an actor; UsageError where nobody is meant, or several are."""
    found = actor_named(name, scope.actors)
    if found is None:
        raise UsageError(f"no actor is called `{name}`", nearest_words(name, scope.actors))
    return found.key


def _quotes(edge: Edge, scope: Scope) -> tuple[Quote, ...]:
    return scope.files.quotes(edge.at.path, Claim("relation", edge.at.id))


def _quote_objects(edge: Edge, scope: Scope) -> list[Object]:
    return [quote_object(one) for one in _quotes(edge, scope)]


def _write(found: Sequence[Path], scope: Scope, out: Output) -> None:
    marking = scope.marking(hop.edge for one in found for hop in one.hops)
    if marking:
        out.line(marking)
    for number, one in enumerate(found, 1):
        if number > 1:
            out.line()
        ids = [one.hops[0].source, *(hop.target for hop in one.hops)]
        ends = ", ".join(scope.names.get(each, each) for each in ids)
        out.line(f"{number:,}. {counted(len(one.hops), 'hop')}: {ends}")
        for at, hop in enumerate(one.hops):
            label = f"  {_WEAKEST}" if at == one.weakest else ""
            quote = _best_quote(_quotes(hop.edge, scope))
            out.row(label, hop_words(hop, scope.names, quote), _INDENT)
    if marking:
        out.line(marking)


def _best_quote(quotes: Sequence[Quote]) -> str | None:
    """The one with the best grade that supports it."""
    bears = [
        one
        for one in quotes
        if one.stance == "supports" and one.review != "rejected" and one.state != "orphan"
    ]
    if not bears:
        return None
    text = min(bears, key=lambda one: grade_rank(one.grade or None)).text
    return f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}”"
