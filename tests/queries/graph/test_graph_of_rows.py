"""The graph of a library: actors as judged, relations as their briefs tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.library_reading import read_library
from sahel_tui.model.dates import parse
from sahel_tui.queries.graph.graph import graph_of
from sahel_tui.queries.graph.of_rows import graph_of_library, graph_of_rows
from sahel_tui.queries.library.identities import Identities
from sahel_tui.reading import read_brief
from sahel_tui.store.folders import brief_paths
from tests.queries.library.told import actor, judged, relation
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.errors import Diagnostic


def test_actors_that_are_judged_the_same_are_one() -> None:
    told = [
        relation("b", "wagner supports mali", id="r2", contested=True, confidence="low"),
        relation("b", "africa-corps supports mali", id="r1", since="2023-12"),
        relation("a", "wagner part-of africa-corps", id="r9"),
    ]
    names = [
        actor("b", "wagner", "Wagner Group", type="private-military-company"),
        actor("a", "africa-corps", "Wagner Group"),
        actor("a", "niger", "Niger"),
    ]
    found = graph_of_rows(told, judged(same=(("wagner", "africa-corps"),)), names)
    assert found.nodes == (
        ("africa-corps", "Wagner Group", "private-military-company"),
        ("mali", "mali", None),
        ("niger", "Niger", None),
    )
    assert [(e.at.brief, e.at.id, e.source, e.target) for e in found.edges] == [
        ("a", "r9", "africa-corps", "africa-corps"),
        ("b", "r1", "africa-corps", "mali"),
        ("b", "r2", "africa-corps", "mali"),
    ]
    assert found.edges[1].since == parse("2023-12")
    assert found.edges[2].contested
    assert found.edges[2].confidence == "low"


def test_the_graph_of_the_shipped_library_has_the_relations_of_each_of_its_briefs() -> None:
    def report(found: Sequence[Diagnostic]) -> None:
        raise AssertionError(found)

    paths = brief_paths([FOLDER])
    rows = read_library(paths, report, processes=1)
    identities = Identities(rows.judgements())
    library = graph_of_library(rows, identities)
    single = [e for path in paths for e in graph_of(read_brief(path).view).edges]
    joined = (
        e._replace(source=identities.key(e.source), target=identities.key(e.target), grade=None)
        for e in single
    )
    assert list(library.edges) == sorted(joined, key=lambda e: e.at)
    assert {end for e in library.edges for end in e[1:3]} <= {node.id for node in library.nodes}
