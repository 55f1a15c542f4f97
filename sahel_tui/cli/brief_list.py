"""`briefs`: the briefs of a library, sorted and matched as the explorer's list of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.diagnostics import COULD_NOT, FINDINGS, FINE
from sahel_tui.cli.library import open_library
from sahel_tui.model.markings import highest
from sahel_tui.queries.catalogue import Catalogue, Held, entry_of
from sahel_tui.render.words import counted, place_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.objects import Object
    from sahel_tui.cli.output import Output
    from sahel_tui.config import Settings
    from sahel_tui.queries.library.rows import BriefRow

_INDENT = 12


def list_briefs(given: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    """Print them; how many a text hides is said on stderr."""
    library = open_library(given.paths or [settings.library], talk)
    rows = tuple(library.rows.briefs())
    catalogue = Catalogue(Held(map(entry_of, rows)), library.rows.marking_order)
    found = catalogue.arrange(given.sort, given.match)
    shown = [rows[at] for at in found.shown]
    if given.json:
        for row in shown:
            out.json(_object(row))
    else:
        _write(shown, library.rows.marking_order, out)
    if given.match:
        near = f", matching {', '.join(found.near)}" if found.near else ""
        talk.say(f"{place_of(len(shown), len(rows))} briefs shown{near}")
    if not library.whole:
        return COULD_NOT
    return FINE if shown else FINDINGS


def _write(shown: Sequence[BriefRow], order: Sequence[str], out: Output) -> None:
    marking = highest((row.marking for row in shown), order)
    if marking:
        out.line(marking)
    for row in shown:
        out.row(row.published, _words(row), _INDENT)
    if marking:
        out.line(marking)


def _words(row: BriefRow) -> str:
    parts = (
        row.title,
        row.id,
        row.publisher,
        row.marking,
        counted(row.points, "point"),
        counted(row.actors, "actor"),
        counted(row.relations, "relation"),
        counted(row.events, "event"),
        counted(row.findings, "finding") if row.findings else None,
        row.path,
    )
    return " · ".join(part for part in parts if part)


def _object(row: BriefRow) -> Object:
    return {
        "id": row.id,
        "title": row.title,
        "published": row.published,
        "publisher": row.publisher or None,
        "marking": row.marking,
        "path": row.path,
        "counts": {
            "points": row.points,
            "actors": row.actors,
            "relations": row.relations,
            "events": row.events,
            "findings": row.findings,
        },
    }
