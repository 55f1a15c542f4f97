"""The events that `timeline` draws: filtered, joined, and near another one, as the options ask."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sahel_tui.cli.listings import LISTINGS
from sahel_tui.errors import UsageError
from sahel_tui.queries.chronology.around import around
from sahel_tui.queries.chronology.finding import find_events
from sahel_tui.queries.chronology.reach import reach
from sahel_tui.queries.chronology.told import Told, alone, joined
from sahel_tui.queries.filters import Filter
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.library.listing import Place
from sahel_tui.queries.library.scope import date_of
from sahel_tui.queries.timeline import Range, busy_range, whole_range

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from sahel_tui.cli.asked import Asked
    from sahel_tui.cli.beside import Briefs
    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.chronology.around import Near
    from sahel_tui.queries.library.rows import EventRow
    from sahel_tui.queries.views import EventView
    from sahel_tui.reading import Reading

USUAL_DAYS = 30
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Events:
    """What is drawn."""

    told: list[Told]
    """Each event by date: in all of its tellings where they are joined, else in one."""
    near: dict[int, Near]
    """By its number, how near each is to the event that was asked about."""
    target: Told | None
    briefs: Briefs
    """That tell of them."""
    identities: Identities
    shown: Range
    """What extents are drawn on."""
    whole: Range

    @property
    def marking(self) -> str | None:
        """The highest of the briefs of which something is drawn."""
        told = [*self.told, self.target] if self.target else self.told
        return self.briefs.banner({row.told.path for one in told for row in one.tellings})

    def views(self) -> dict[tuple[str, str], tuple[Reading, EventView]]:
        """By path and id, each telling as its brief has it."""
        paths = {row.told.path for one in self.told for row in one.tellings}
        return {
            (one.view.path, event.id): (one, event)
            for one in self.briefs.readings(paths)
            for event in one.view.events
        }

    @property
    def dates(self) -> list[str]:
        """EDTF, in their order."""
        return [one.row.date for one in self.told]


@dataclass(frozen=True, slots=True)
class _Dated:
    date: Edtf


def drawn_events(given: Namespace, asked: Asked) -> Events:
    """Of what the filters leave; UsageError where an option makes no sense."""
    if given.days is not None and given.around is None:
        raise UsageError("--days says nothing alone", "give --around EVENT")
    files = asked.briefs.files(LISTINGS["timeline"])
    identities = Identities(files.judgements())
    rows = list(files.events())
    kept = rows
    if replace(asked.wanted, certainly=False) != Filter():
        through = asked.places
        kept = [row for row in rows if Place(row.told.brief, row.told.path, row.id) in through]
    told = _by_date(kept, identities, together=given.joined)
    near: dict[int, Near] = {}
    target, days = None, USUAL_DAYS if given.days is None else given.days
    if given.around is not None:
        target = _one_event(_by_date(rows, identities, together=given.joined), given.around)
        told = [one for one in told if not set(one.tellings) & set(target.tellings)]
        found = list(around([one.row.date for one in told], target.row.date, days))
        told = [told[one.at] for one in found]
        near = dict(enumerate(found))
    shown, whole = _ranges(given, [*told, target] if target else told)
    if target and given.after is None and given.before is None:
        shown = _days_around(target, days)
    return Events(told, near, target, asked.briefs, identities, shown, whole)


def _days_around(target: Told, days: int) -> Range:
    known = reach(target.row.date)
    return Range(known.start - days, known.end + days + 1)


def _by_date(rows: Sequence[EventRow], identities: Identities, *, together: bool) -> list[Told]:
    if together:
        return joined(rows, identities) or []  # nobody stops it
    return sorted(map(alone, rows), key=lambda one: date_of(one.row.date).sort_key)


def _one_event(told: Sequence[Told], name: str) -> Told:
    """The one that is meant; with all of its tellings it may be called as any of them is."""
    rows = [row for one in told for row in one.tellings]
    found = find_events(rows, name)
    meant = [one for one in told if any(row in found for row in one.tellings)]
    if len(meant) == 1:
        return meant[0]
    if found:
        some = ", ".join(f"`{row.told.brief}#{row.id}`" for row in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN:,} more" if len(found) > _SHOWN else ""
        raise UsageError(f"`{name}` means {len(meant):,} events", f"choose one: {some}{more}")
    from sahel_tui.store.nearest import Nearest

    known = [word for row in rows for word in (row.title, row.id)]
    nearest = Nearest().find(name, known)
    hint = f"did you mean `{nearest}`?" if nearest else "`sahel-tui timeline --json` has their ids"
    raise UsageError(f"no event is called `{name}`", hint)


def _ranges(given: Namespace, told: Sequence[Told]) -> tuple[Range, Range]:
    """What extents are drawn on, and all the time that there is."""
    dated = [_Dated(date_of(one.row.date)) for one in told]
    whole, busy = whole_range(dated), busy_range(dated)
    if given.after is None and given.before is None:
        return busy, whole
    start = given.after.ordinal() if given.after else min(whole.start, given.before.ordinal())
    end = given.before.ordinal() + 1 if given.before else max(whole.end, start + 1)
    return Range(start, end), whole
