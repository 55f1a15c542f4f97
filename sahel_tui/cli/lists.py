"""`points`, `actors`, `relations`, `timeline`: the rows of briefs that the filters let through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from sahel_tui.cli import objects, plain
from sahel_tui.cli.briefs import banner, read_all
from sahel_tui.cli.diagnostics import COULD_NOT, FINE
from sahel_tui.cli.wanted import read_filter
from sahel_tui.queries import facets
from sahel_tui.queries.filters import Filter, Kept, Rows
from sahel_tui.render.cells import width
from sahel_tui.render.safe import safe

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Sequence

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.output import Output
    from sahel_tui.config import Settings
    from sahel_tui.queries.facets import Facets
    from sahel_tui.queries.views import BriefView
    from sahel_tui.reading import Reading

_WIDEST_LABEL = 26
_WIDEST_BRIEF = 40
"""Cells of a column, which a longer word does not widen."""


@dataclass(frozen=True, slots=True)
class _Listing:
    """How the rows of one kind are listed."""

    noun: str
    rows: Callable[[BriefView], Sequence[Any]]
    describe: Callable[[Any], Facets]
    label: Callable[[Any], str]
    text: Callable[[Any], str]
    object: Callable[[Any], objects.Object]
    types: Callable[[], Iterable[str]]
    """The types of the format."""
    sort_key: Callable[[Any], Any] | None = None
    """The order of the rows of several briefs, if it is not that of the briefs."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the filters leave of the rows of briefs."""

    found: list[tuple[Reading, Any]]
    """Each row with its brief."""
    readings: list[Reading]
    kept: list[Kept[Any]]
    wanted: Filter
    whole: bool
    """Whether there were no briefs with errors."""

    def say_hidden(self, noun: str, talk: Talk) -> None:
        """How many rows the filters hide, where there are any."""
        if self.wanted != Filter():
            _say_hidden(noun, self.kept, talk)


def listed(arguments: Namespace, settings: Settings, talk: Talk) -> Listed:
    """The rows that a command asks for."""
    listing = _LISTINGS[arguments.command]
    readings, whole = read_all(arguments.paths, settings, talk)
    tables = [Rows(listing.rows(one.view), listing.describe) for one in readings]
    types = {*listing.types(), *(name for table in tables for name in table.types)}
    wanted = read_filter(arguments, [one.view for one in readings], types)
    kept = [table.keep(wanted) for table in tables]
    found = [(one, row) for one, some in zip(readings, kept, strict=True) for row in some.rows]
    if key := listing.sort_key:
        found.sort(key=lambda pair: key(pair[1]))
    return Listed(found, readings, kept, wanted, whole)


def list_rows(arguments: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    """Print the rows; what the filters hide is said on stderr."""
    rows = listed(arguments, settings, talk)
    print_rows(arguments, rows, out)
    rows.say_hidden(_LISTINGS[arguments.command].noun, talk)
    return FINE if rows.whole else COULD_NOT


def print_rows(
    arguments: Namespace,
    rows: Listed,
    out: Output,
    standing: Callable[[Reading, Any], str | None] | None = None,
) -> None:
    """The rows as text or JSON; with `standing` each says how it stood on a date."""
    listing = _LISTINGS[arguments.command]
    held = [standing(*pair) if standing else None for pair in rows.found]
    if arguments.json:
        for (reading, row), how in zip(rows.found, held, strict=True):
            more = {"standing": how} if how else {}
            out.json({**row_object(listing.object, reading, row), **more})
        return
    told = [
        (reading, row, listing.text(row) + (f" · {how} then" if how else ""))
        for (reading, row), how in zip(rows.found, held, strict=True)
    ]
    _write(listing, told, out, many=len(rows.readings) > 1)


def row_object(
    describe: Callable[[Any], objects.Object], reading: Reading, row: Any
) -> objects.Object:
    """The row as `show --json` has it, with its brief and the marking that holds for it."""
    return {"brief": reading.view.id, **describe(row), "marking": _row_marking(reading, row)}


def _row_marking(reading: Reading, row: Any) -> str | None:
    """The highest of the row's own marking and of the sources that it quotes, else the brief's."""
    from sahel_tui.model.markings import highest

    own: str | None = getattr(row, "marking", None)
    if own is None:
        return reading.view.marking
    quoted = {passage.source for passage in row.evidence}
    sources = (one.marking for one in reading.view.sources if one.id in quoted)
    return highest((own, *sources), reading.marking_order)


def _write(
    listing: _Listing,
    found: Sequence[tuple[Reading, Any, str]],
    out: Output,
    *,
    many: bool,
) -> None:
    marking = banner(list({id(reading): reading for reading, *_ in found}.values()))
    labels = [listing.label(row) for _, row, _ in found]
    indent = _widest(labels, _WIDEST_LABEL) + 2
    if many:
        briefs = [reading.view.id for reading, *_ in found]
        room = _widest(briefs, _WIDEST_BRIEF)
        labels = [
            f"{brief}{' ' * (room - width(brief))}  {label}"
            for brief, label in zip(briefs, labels, strict=True)
        ]
        indent += room + 2
    if marking:
        out.line(marking)
    for label, (*_, text) in zip(labels, found, strict=True):
        out.row(label, text, indent)
    if marking:
        out.line(marking)


def _widest(labels: Iterable[str], most: int) -> int:
    """The cells of the widest label, at most so many."""
    return min(most, max((width(safe(label)) for label in labels), default=0))


def _say_hidden(noun: str, kept: Iterable[Kept[Any]], talk: Talk) -> None:
    shown, total = map(sum, zip((0, 0), *((len(k.rows), k.total) for k in kept), strict=True))
    talk.say(f"{shown:,} of {total:,} {noun}{'' if total == 1 else 's'} shown")


def _point_kinds() -> Iterable[str]:
    from sahel_tui.model.points import PointKind

    return get_args(PointKind)


def _actor_types() -> Iterable[str]:
    from sahel_tui.model.actors import ActorType

    return get_args(ActorType)


def _relation_types() -> Iterable[str]:
    from sahel_tui.model.relations import RELATION_TYPES

    return RELATION_TYPES


def _event_types() -> Iterable[str]:
    from sahel_tui.model.events import EventType

    return get_args(EventType)


_LISTINGS = {
    "points": _Listing(
        "point",
        lambda view: view.points,
        facets.point_facets,
        lambda point: point.id,
        plain.point_text,
        objects.point_object,
        _point_kinds,
    ),
    "actors": _Listing(
        "actor",
        lambda view: view.actors,
        facets.actor_facets,
        lambda actor: actor.id,
        plain.actor_text,
        objects.actor_object,
        _actor_types,
    ),
    "relations": _Listing(
        "relation",
        lambda view: view.relations,
        facets.relation_facets,
        lambda relation: relation.id,
        plain.relation_text,
        objects.relation_object,
        _relation_types,
    ),
    "timeline": _Listing(
        "event",
        lambda view: view.events,
        facets.event_facets,
        lambda event: event.date.label,
        plain.event_text,
        objects.event_object,
        _event_types,
        lambda event: event.date.sort_key,
    ),
}
