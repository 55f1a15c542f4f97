"""`dossier`: one actor through a whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.actor_named import actor_named, nearest_words
from sahel_tui.cli.diagnostics import COULD_NOT, FINDINGS, FINE
from sahel_tui.cli.dossier_objects import dossier_object
from sahel_tui.cli.library import write_quotes
from sahel_tui.cli.of_actor import open_for_actor
from sahel_tui.model.dates import parse
from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.library.dossier import Limits, whole_dossier
from sahel_tui.queries.library.event_conflicts import dead_words
from sahel_tui.queries.library.mentions import binned
from sahel_tui.queries.views import Claim
from sahel_tui.render.sparklines import BARS, NOTHING, sparkline
from sahel_tui.render.words import counted, span_words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.library import Opened
    from sahel_tui.cli.output import Output
    from sahel_tui.config import Settings
    from sahel_tui.queries.library.dossier import Dossier
    from sahel_tui.queries.library.identities import Actor
    from sahel_tui.queries.library.rows import EventRow, RelationRow

_INDENT = 2
_SPARKLINE = 40
_EXCERPT = 400
"""Characters of a paragraph that stand for it; `--json` has all of them."""
_SIGNS = {1: "+", 0: "·", -1: "−"}


def dossier(given: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    """Print it, or that nobody is called so."""
    found_for = open_for_actor(given.actor, given.library or settings.library, settings, talk)
    library = found_for.library
    actor = _actor(given.actor, found_for.actors, talk)
    if actor is None:
        return FINDINGS if library.whole else COULD_NOT
    order = library.rows.marking_order
    limits = Limits.each(given.limit)
    found = whole_dossier(library.rows, library.identities, actor.key, limits, order)
    if given.json:
        out.json(dossier_object(found, library.rows.quotes))
    else:
        _write(found, library, out)
    return FINE if library.whole else COULD_NOT


def _actor(name: str, actors: Mapping[str, Actor], talk: Talk) -> Actor | None:
    """The actor that is meant; UsageError where several are called so."""
    found = actor_named(name, actors)
    if found is None:
        talk.say(f"no actor is called `{name}` ({nearest_words(name, actors)})")
    return found


def _write(found: Dossier, library: Opened, out: Output) -> None:
    """The banner first and last, as on paper."""
    if found.marking:
        out.line(found.marking)
    _head(found, out)
    _names(found, out)
    _relations(found, library, out)
    _section("Timeline", found.counts.events.number, len(found.events), out)
    for event in found.events:
        out.row(f"{'':{_INDENT}}{parse(event.date).label}", _event(event), 26)
    _section("Points", found.counts.points.number, len(found.points), out)
    for point in found.points:
        out.line(f"{point.told.brief}#{point.id}  {point.text}", _INDENT)
    _section("Passages", found.counts.passages.number, len(found.passages), out)
    for one in found.passages:
        date = parse(one.published).label
        out.line(f"{date} · {one.told.brief} · {one.source} {one.start}–{one.end}", _INDENT)
        whole = len(one.text) <= _EXCERPT
        out.line(one.text if whole else one.text[: _EXCERPT - 1] + "…", 2 * _INDENT)
    if found.marking:
        out.line()
        out.line(found.marking)


def _head(found: Dossier, out: Output) -> None:
    actor, counts = found.actor, found.counts
    out.line(_joined(actor.name, ", ".join(actor.ids), actor.type, actor.country))
    mentions, briefs = counts.mentions.number, counts.briefs.number
    out.line(f"{counted(mentions, 'mention')} in {counted(briefs, 'brief')}")
    bins = binned(found.mentions, _SPARKLINE)
    if bins is not None:
        first, last = from_ordinal(bins.first).iso(), from_ordinal(bins.last).iso()
        bars = sparkline(bins.counts, ascii_only=not out.can_write(f"{BARS}{NOTHING}"))
        out.line(f"{first}  {bars}  {last}")


def _names(found: Dossier, out: Output) -> None:
    used = {one.name: one for one in found.used}
    _section("Names", len(found.actor.names), len(found.actor.names), out)
    for name in found.actor.names:
        use = used.get(name.name)
        times = f"{counted(use.mentions, 'mention')} in {_by(use.briefs, use.by)}" if use else ""
        kind = name.kind if name.kind not in ("name", "alias") else None
        out.line(_joined(name.name, kind, times or "in no source"), _INDENT)


def _by(briefs: int, ids: Sequence[str]) -> str:
    return f"{', '.join(ids)}{f' and {briefs - len(ids):,} more' if briefs > len(ids) else ''}"


def _relations(found: Dossier, library: Opened, out: Output) -> None:
    held = sum(len(ties.relations) for ties in found.ties)
    _section("Relations", found.counts.relations.number, held, out)
    for ties in found.ties:
        signs = ((ties.positive, "+"), (ties.neutral, "·"), (ties.negative, "−"))
        words = " ".join(f"{number:,}{sign}" for number, sign in signs if number)
        out.line(f"{ties.name} ({ties.other}): {words}", _INDENT)
        for row in ties.relations:
            out.line(_relation(row), 2 * _INDENT)
            quotes = library.rows.quotes(row.told.path, Claim("relation", row.id))
            write_quotes(quotes, out, 3 * _INDENT)


def _relation(row: RelationRow) -> str:
    since, until = (parse(date) if date else None for date in (row.since, row.until))
    words = f"{_SIGNS[row.sign]} {row.source_name} {row.type} {row.target_name}"
    status = row.status if row.status != "asserted" else None
    return _joined(words, span_words(since, until), status, row.told.brief)


def _event(event: EventRow) -> str:
    title = event.title if event.tense == "past" else f"{event.tense}: {event.title}"
    dead = dead_words(event.fatalities) if event.fatalities else None
    return _joined(title, event.place, dead, event.told.brief)


def _section(title: str, total: int, held: int, out: Output) -> None:
    out.line()
    out.line(f"{title} ({total:,})" if held == total else f"{title} ({held:,} of {total:,})")


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
