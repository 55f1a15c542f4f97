"""`relations` on a date, drawn, between two dates, and what their structure says."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from sahel_tui.cli.asked import Asked
from sahel_tui.cli.diagnostics import COULD_NOT, FINE
from sahel_tui.cli.graph_objects import difference_object, graph_object, standing
from sahel_tui.cli.graph_options import SHOWN
from sahel_tui.cli.graph_scope import Scope, shown
from sahel_tui.cli.graph_structure import structure
from sahel_tui.cli.graph_words import difference_words, whole_words
from sahel_tui.cli.lists import print_rows
from sahel_tui.errors import UsageError
from sahel_tui.queries.filters import Filter
from sahel_tui.queries.graph.as_of import History
from sahel_tui.queries.graph.differences import changes_between
from sahel_tui.queries.library.listing import Place
from sahel_tui.render.ascii import Forms

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.graph_scope import Shown
    from sahel_tui.cli.output import Output
    from sahel_tui.config import Settings
    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.graph.differences import Difference
    from sahel_tui.queries.views import RelationView
    from sahel_tui.reading import Reading
    from sahel_tui.render.line import Line

_USUAL = 80
_LEAST_ROWS = 24
_INDENT = 11
_DRAWN = "⠿·−±╲→"
"""What a terminal has to write for the drawings as they are."""


def relations(given: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    """Print what is asked for; what filters and dates hide is said on stderr."""
    _check(given)
    asked = Asked(given, settings, talk)
    scope = Scope(asked.briefs, talk)
    filtered = replace(asked.wanted, certainly=False) != Filter()
    found = shown(scope, given, asked.places if filtered else None)
    if given.width:
        out.fold_at(given.width)
    if given.changes:
        _changes(given, scope, found, out)
    elif given.structure:
        structure(found.graph, scope, out, as_json=given.json)
    elif given.map or given.matrix:
        _draw(given, scope, found, out)
    else:
        _list(given, asked, found, out)
    total, left = len(scope.whole.edges), len(found.graph.edges)
    words = f" ({'; '.join(found.words)})" if found.words else ""
    if left < total or words:
        talk.say(f"{left:,} of {total:,} relation{'' if total == 1 else 's'} shown{words}")
    return FINE if asked.briefs.whole else COULD_NOT


def _check(given: Namespace) -> None:
    """UsageError where options say nothing together."""
    several = [f"--{name}" for name in SHOWN if getattr(given, name)]
    if len(several) > 1:
        raise UsageError(f"{' and '.join(several)} show relations in different ways", "give one")
    if given.changes and given.as_of:
        raise UsageError("--changes has dates of its own", "leave --as-of out")
    if given.changes and _begins_later(*given.changes):
        raise UsageError("the second date of --changes lies before the first", "change their order")


def _begins_later(first: Edtf, second: Edtf) -> bool:
    """Whether no day of the second is on or after any day of the first."""
    return bool(first.earliest and second.latest and second.latest < first.earliest)


def _place(reading: Reading, row: RelationView) -> Place:
    return Place(reading.view.id, reading.view.path, row.id)


def _list(given: Namespace, asked: Asked, found: Shown, out: Output) -> None:
    """The rows of the plain list; with a date each says whether it is certain."""
    edges = {edge.at: edge for edge in found.graph.edges}
    rows = asked.listed(within={place.path for place in edges})
    left = [one for one in rows.found if _place(*one) in edges]
    date = given.as_of and given.as_of.text

    def held(reading: Reading, row: RelationView) -> str | None:
        return standing(edges[_place(reading, row)], found, date)

    print_rows(given, replace(rows, found=left), out, held if date else None)


def _changes(given: Namespace, scope: Scope, found: Shown, out: Output) -> None:
    """What differs between two dates, a row for each."""
    differences = changes_between(History(found.graph), *given.changes, certainly=given.certainly)
    if given.json:
        graded = scope.graded(edge for one in differences for edge in (*one.was, *one.now))
        for one in differences:
            was, now = (tuple(islice(graded, len(some))) for some in (one.was, one.now))
            out.json(difference_object(one._replace(was=was, now=now)))
        return
    edges = [edge for one in differences for edge in (*one.was, *one.now)]
    marking = scope.marking(edges)
    if marking:
        out.line(marking)
    for one in differences:
        out.row(one.kind, difference_words(one, scope.names), _INDENT)
        if one.kind == "turned":
            _sides(one, scope, out)
    if marking:
        out.line(marking)


def _sides(one: Difference, scope: Scope, out: Output) -> None:
    for word, edges in (("was", one.was), ("now", one.now)):
        for edge in edges:
            out.row(f"  {word}", whole_words(edge, scope.names), _INDENT)


def _draw(given: Namespace, scope: Scope, found: Shown, out: Output) -> None:
    """The map or the matrix, or the graph of either as JSON."""
    marking = scope.marking(found.graph.edges)
    if given.json:
        graph = found.graph._replace(edges=tuple(scope.graded(found.graph.edges)))
        found = replace(found, graph=graph)
        out.json(graph_object(found, given.as_of and given.as_of.text, marking))
        return
    cells = out.columns or _USUAL
    ascii_only = not out.can_write(_DRAWN)
    forms = Forms("ascii", signs=True) if ascii_only else None
    if marking:
        out.line(marking)
    for line in (_map if given.map else _matrix)(found, cells, ascii_only=ascii_only):
        text = line.plain if forms is None else "".join(part for part, _ in forms.drawn(line.plain))
        out.whole(text.rstrip(" "))
    if marking:
        out.line(marking)


def _map(found: Shown, cells: int, *, ascii_only: bool) -> Sequence[Line]:
    from sahel_tui.render.graph.map import draw_map, place_map

    rows = max(_LEAST_ROWS, cells * 5 // 16, len(found.graph.nodes))
    placed = place_map(found.graph, cells, rows)
    return draw_map(placed, possible=found.possible, ascii_only=ascii_only)


def _matrix(found: Shown, cells: int, *, ascii_only: bool) -> Sequence[Line]:
    from sahel_tui.render.graph.matrix import draw_pages, matrix_of

    return draw_pages(matrix_of(found.graph), cells, ascii_only=ascii_only)
