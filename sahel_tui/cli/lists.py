"""`points`, `actors`, `relations`, `timeline`: the rows of briefs that the filters let through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.cli.asked import Asked
from sahel_tui.cli.briefs import banner
from sahel_tui.cli.diagnostics import COULD_NOT, FINE
from sahel_tui.cli.listings import LISTINGS
from sahel_tui.render.cells import width
from sahel_tui.render.safe import safe

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Sequence

    from sahel_tui.cli import objects
    from sahel_tui.cli.asked import Listed
    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.listings import Listing
    from sahel_tui.cli.output import Output
    from sahel_tui.config import Settings
    from sahel_tui.reading import Reading

_WIDEST_LABEL = 26
_WIDEST_BRIEF = 40
"""Cells of a column, which a longer word does not widen."""


def list_rows(arguments: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    """Print the rows; what the filters hide is said on stderr."""
    asked = Asked(arguments, settings, talk)
    rows = asked.listed()
    print_rows(arguments, rows, out)
    asked.say_hidden(len(rows.found), talk)
    return FINE if asked.briefs.whole else COULD_NOT


def print_rows(
    arguments: Namespace,
    rows: Listed,
    out: Output,
    standing: Callable[[Reading, Any], str | None] | None = None,
) -> None:
    """The rows as text or JSON; with `standing` each says how it stood on a date."""
    listing = LISTINGS[arguments.command]
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
    _write(listing, told, out, many=rows.many)


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
    listing: Listing,
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
