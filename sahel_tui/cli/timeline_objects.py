"""What `timeline --strip --lanes --around --joined` print as JSON; docs/json.md has every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.lists import row_object
from sahel_tui.cli.objects import Object, event_object
from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.chronology.density import UNIT, density
from sahel_tui.queries.chronology.lanes import laid_told, lanes

if TYPE_CHECKING:
    from argparse import Namespace

    from sahel_tui.cli.output import Output
    from sahel_tui.cli.timeline_events import Events
    from sahel_tui.queries.chronology.density import Density
    from sahel_tui.queries.chronology.told import Told
    from sahel_tui.queries.library.rows import EventRow
    from sahel_tui.queries.timeline import Range
    from sahel_tui.queries.views import EventView
    from sahel_tui.reading import Reading

    Views = dict[tuple[str, str], tuple[Reading, EventView]]


def write_objects(given: Namespace, events: Events, cells: int, out: Output) -> None:
    """The strip as one object, lanes as one each; without either the events."""
    if given.strip:
        counts = density((date, 1) for date in events.dates)
        if counts is not None:
            out.json(_strip_object(counts, events.whole, cells))
    if given.lanes:
        found = lanes(events.told, given.lanes, laid_told(given.lanes, events.identities))
        for lane in found.lanes if found else ():
            rows = (row for at in lane.rows for row in events.told[at].tellings)
            out.json({
                "by": given.lanes,
                "name": lane.name if lane.key else None,
                **_strip_object(lane.density, events.whole, cells),
                "tellings": [{"brief": row.told.brief, "id": row.id} for row in rows],
            })  # fmt: skip
    if not given.strip and not given.lanes:
        views = events.views()
        for at, one in enumerate(events.told):
            near = _near_object(events, at) if events.target else {}
            shown = _joined_object(views, one) if given.joined else _telling(views, one.row)
            out.json({**shown, **near})


def _strip_object(counts: Density, span: Range, cells: int) -> Object:
    return {
        "events": counts.total,
        "first": from_ordinal(span.start).iso(),
        "last": from_ordinal(span.end - 1).iso(),
        "cells": [parts / UNIT for parts in counts.cells(span, cells)],
    }


def _near_object(events: Events, at: int) -> Object:
    near = events.near[at]
    within = "certainly" if near.certainly else "possibly"
    return {"within": within, "least": near.distance.least, "most": near.distance.most}


def _joined_object(views: Views, one: Told) -> Object:
    """The event as the telling that stands for it has it, and all of its tellings."""
    low, high = one.dead.figures if one.dead else (None, None)
    dead = {"min": low, "max": high, "tellings": one.dead.tellings} if one.dead else None
    return {
        **_telling(views, one.row),
        "differ": list(one.differ),
        "dead": dead,
        "tellings": [_telling(views, row) for row in one.tellings],
    }


def _telling(views: Views, row: EventRow) -> Object:
    reading, event = views[row.told.path, row.id]
    return row_object(event_object, reading, event)
