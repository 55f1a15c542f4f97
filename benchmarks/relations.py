"""What is asked of a graph of 1,000 actors and 20,000 relations, in processor time.

The graph is made up by a fixed seed. What a key waits for has a bound; the rest is worked out in a
thread. What networkx also does stands beside it, on 300 actors with 2,000 relations.
"""

from __future__ import annotations

import random
from itertools import islice, pairwise
from statistics import median
from typing import TYPE_CHECKING

import networkx  # type: ignore[import-untyped]  # its stubs are another package

from benchmarks.dependencies import runs_of
from benchmarks.figures import Figure
from benchmarks.graph import IMPORT, cost
from sahel_tui.model.dates import parse
from sahel_tui.queries.graph.as_of import History
from sahel_tui.queries.graph.communities import communities
from sahel_tui.queries.graph.differences import changes_between
from sahel_tui.queries.graph.filters import Filters, apply
from sahel_tui.queries.graph.graph import Edge, Graph, Node
from sahel_tui.queries.graph.paths import Ways
from sahel_tui.queries.graph.structure import betweenness, degrees
from sahel_tui.queries.graph.triads import unbalanced_triads
from sahel_tui.queries.library.listing import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Work = Callable[[], object]

ACTORS, RELATIONS, SEED = 1_000, 20_000, 1
FEWER_ACTORS, FEWER_RELATIONS = 300, 2_000
PAIRS = 50
KEY_BOUND = 16.0
DATE, BEFORE, AFTER = "2020-05", "2015", "2020"


def measure() -> Iterator[Figure]:
    """What a key waits for, then what a thread does, then the comparison."""
    imported = {IMPORT: median(runs_of(IMPORT, times=3))}
    graph = made_up(ACTORS, RELATIONS)
    for what, work in for_a_key(graph).items():
        yield Figure(f"{what}, CPU", cost(work), "ms", KEY_BOUND, yardsticks=imported)
    for what, work in for_a_thread(graph).items():
        yield Figure(f"{what}, CPU", cost(work), "ms", yardsticks=imported)
    yield from beside_networkx()


def for_a_key(graph: Graph) -> dict[str, Work]:
    """What is asked again and again, of what was made once."""
    history, ways = History(graph), Ways(graph)
    filters = Filters(sign=1, type="supp", ceiling="TLP:GREEN")
    ends = farthest(graph, ways)
    return {
        "the graph as of a date": lambda: history.at(parse(DATE)),
        "the graph filtered": lambda: apply(graph, filters),
        "the first path": lambda: next(ways.paths(*ends)),
    }


def for_a_thread(graph: Graph) -> dict[str, Work]:
    """What is made once, or shown when it is done."""
    history, ways = History(graph), Ways(graph)
    ends = farthest(graph, ways)
    before, after = parse(BEFORE), parse(AFTER)
    return {
        "when relations held, made once": lambda: History(graph),
        "when that changes, made once": lambda: History(graph).changes,
        "what differs between two dates": lambda: changes_between(history, before, after),
        "where relations lead, made once": lambda: Ways(graph),
        "five paths": lambda: list(islice(ways.paths(*ends), 5)),
        "degrees": lambda: degrees(graph),
        "who stands between others, estimated": lambda: betweenness(graph),
        "who holds together": lambda: communities(graph),
        "threes at odds": lambda: unbalanced_triads(graph),
    }


def farthest(graph: Graph, ways: Ways) -> tuple[str, str]:
    """Of some pairs of actors with few relations the one with the longest path."""
    ids = [node.id for node in graph.nodes[-PAIRS:]]
    paths = {pair: next(ways.paths(*pair), None) for pair in pairwise(ids)}
    return max(paths, key=lambda pair: len(path.hops) if (path := paths[pair]) else 0)


def beside_networkx() -> Iterator[Figure]:
    """What that library does as well; it takes more to load than all that a key waits for."""
    graph = made_up(FEWER_ACTORS, FEWER_RELATIONS)
    plain = networkx.Graph((edge.source, edge.target) for edge in graph.edges)
    yield Figure("import networkx, CPU", median(runs_of("import networkx", times=3)), "ms")
    yield Figure(
        "who stands between others, exactly, CPU",
        cost(lambda: betweenness(graph)),
        "ms",
        beside=cost(lambda: networkx.betweenness_centrality(plain)),
    )
    yield Figure(
        "who holds together, of fewer, CPU",
        cost(lambda: communities(graph)),
        "ms",
        beside=cost(lambda: networkx.community.louvain_communities(plain, seed=SEED)),
    )


def made_up(actors: int, relations: int) -> Graph:
    """Some actors have many more relations than others; most have a beginning, some an end."""
    chance = random.Random(SEED)
    ids = [f"a{number:04}" for number in range(actors)]
    weights = [(number + 1) ** -0.6 for number in range(actors)]
    dates = [parse(f"{year}-{month:02}") for year in range(2010, 2025) for month in range(1, 13)]
    edges = []
    for number in range(relations):
        source, target = chance.choices(ids, weights, k=2)
        since = chance.choice(dates) if chance.random() < 0.8 else None
        until = chance.choice(dates) if chance.random() < 0.3 else None
        if since and until and until.sort_key < since.sort_key:
            since, until = until, since
        kind, sign = chance.choice((("supports", 1), ("attacks", -1), ("mediates", 0)))
        status = chance.choice((*["asserted"] * 8, "alleged", "ended", "denied"))
        confidence = chance.choice((None, "low", "high"))
        place = Place(f"b{number % 500}", f"b{number % 500}.toml", f"r{number}")
        stands = (status, confidence, "TLP:GREEN", False, dates[-1].latest)
        edges.append(Edge(place, source, target, kind, "by", sign, since, until, *stands))
    return Graph(tuple(Node(one, one) for one in ids), tuple(edges))
