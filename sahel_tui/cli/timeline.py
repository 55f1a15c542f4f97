"""`timeline --strip --lanes --around --joined`: events over time, drawn in a width, or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.asked import Asked
from sahel_tui.cli.diagnostics import COULD_NOT, FINE
from sahel_tui.cli.timeline_events import USUAL_DAYS, drawn_events
from sahel_tui.cli.timeline_objects import write_objects
from sahel_tui.queries.chronology.density import density
from sahel_tui.queries.chronology.gaps import gaps, least_gap
from sahel_tui.queries.chronology.lanes import laid_told, lanes
from sahel_tui.queries.chronology.levels import range_words
from sahel_tui.queries.chronology.told import dead_of, differing_words
from sahel_tui.queries.filters import Filter
from sahel_tui.queries.library.scope import date_of
from sahel_tui.render.ascii import Forms
from sahel_tui.render.cells import width
from sahel_tui.render.chronology.axis import draw_axis
from sahel_tui.render.chronology.gaps import draw_gap
from sahel_tui.render.chronology.lanes import columns_of, draw_lane, tallest
from sahel_tui.render.chronology.near import NEAR_CELLS, near_words
from sahel_tui.render.chronology.strip import draw_strip, draw_window
from sahel_tui.render.chronology.told import draw_telling, draw_told, telling_words
from sahel_tui.render.line import Line
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from argparse import Namespace

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.output import Output
    from sahel_tui.cli.timeline_events import Events
    from sahel_tui.config import Settings
    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.chronology.told import Told
    from sahel_tui.queries.timeline import Range

_USUAL = 80
_INDENT = 4
_WIDEST_DATE = 26
_LEAST_TITLE = 30
"""Cells that a title has with its tense: a row of more than the width is folded."""


def timeline(given: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    """Draw the events that the filters let through; what they hide is said on stderr."""
    asked = Asked(given, settings, talk)
    events = drawn_events(given, asked)
    if given.json:
        write_objects(given, events, given.width or _USUAL, out)
    else:
        cells = given.width or out.columns or _USUAL
        out.fold_at(cells)
        marking = events.marking
        if marking:
            out.line(marking)
        what = "such events" if asked.wanted != Filter() or given.around else "events"
        _Drawing(given, events, cells, out).draw(what)
        if marking:
            out.line(marking)
    asked.say_hidden(len(asked.places), talk)
    return FINE if asked.briefs.whole else COULD_NOT


class _Drawing:
    """Writes events as lines of a width."""

    def __init__(self, given: Namespace, events: Events, cells: int, out: Output) -> None:
        self._given = given
        self._events = events
        self._cells = cells
        self._out = out
        self._ascii = not out.can_write("▁▂▃▄▅▆▇█")
        self._forms = Forms("ascii", signs=True) if self._ascii else None

    def draw(self, what: str) -> None:
        """What the options ask for; `what` is missing from a gap."""
        target = self._events.target
        if target:
            days = self._given.days if self._given.days is not None else USUAL_DAYS
            self._out.line(f"within {counted(days, 'day')} of {telling_words(target.row)}")
        if self._given.lanes:
            self._draw_lanes()
            return
        if self._given.strip:
            self._draw_strip()
        self._draw_rows(what)

    def _line(self, text: str) -> None:
        """A line of the drawing; in ASCII cell for cell, so that all columns stay."""
        if self._forms is not None:
            text = "".join(part for part, _ in self._forms.drawn(text))
        text = text.rstrip(" ")
        if width(text) > self._cells:
            self._out.line(text)
        else:
            self._out.whole(text)

    def _draw_strip(self) -> None:
        """How many there are, when, and the range on which the rows below have their extents."""
        events = self._events
        span, shown = events.whole, range_words(events.shown)
        self._out.line(
            f"{counted(len(events.told), 'event')}, {range_words(span)}; drawn below: {shown}"
        )
        counts = density((date, 1) for date in events.dates)
        if counts is not None:
            strip = draw_strip(counts.cells(span, self._cells), ascii_only=self._ascii)
            self._line(strip)
            self._line(draw_window(draw_axis(span, self._cells), events.shown, span))

    def _draw_rows(self, what: str) -> None:
        events, date = self._events, self._date_cells()
        lead = NEAR_CELLS if events.target else 0
        cells = max(self._cells - lead, date + _LEAST_TITLE)
        apart = {gap.before: gap for gap in gaps(events.dates, least_gap(events.shown))}
        for at, one in enumerate(events.told):
            if at in apart and not lead:
                self._line(draw_gap(apart[at], date, self._cells, what).plain)
            near = near_words(events.near[at]) if lead else ""
            self._line(near.ljust(lead) + draw_told(one, events.shown, date, cells).plain)
            self._open(one, date, lead, cells)

    def _open(self, one: Told, date: int, lead: int, cells: int) -> None:
        """What its tellings differ in, and each of them."""
        if len(one.tellings) < 2:
            return
        words = " · ".join(word for word in (*differing_words(one), dead_of(one.dead)) if word)
        if words:
            self._out.line(words, lead + _INDENT)
        for row in one.tellings:
            drawn = draw_telling(row, self._events.shown, date, cells)
            self._line(" " * lead + drawn.plain)

    def _date_cells(self) -> int:
        """Of the longest date; those of tellings begin a little further in."""
        labels = (
            f"{'  ' if len(one.tellings) > 1 else ''}{date_of(row.date).label}"
            for one in self._events.told
            for row in one.tellings
        )
        return min(_WIDEST_DATE, max(map(len, labels), default=0))

    def _draw_lanes(self) -> None:
        events = self._events
        laid = laid_told(self._given.lanes, events.identities)
        found = lanes(events.told, self._given.lanes, laid)
        if found is None:
            return
        columns, span = columns_of(found.lanes, self._cells), self._lane_range()
        self._out.line(
            f"{counted(found.events, 'event')} in {counted(len(found.lanes), 'lane')}, by "
            f"{found.by}, {range_words(span)}"
        )
        if self._given.strip:
            more = max(0, len(f"{found.events:,}") - columns.number)
            columns = columns._replace(number=columns.number + more, days=columns.days - more)
            parts = found.density.cells(span, columns.days)
            whole = Line().field("all", columns.name).add(" ")
            strip = draw_strip(parts, ascii_only=self._ascii)
            number = f"{found.events:,}".rjust(columns.number)
            self._line(whole.add(f"{strip} {number}").plain)
        self._line(" " * (columns.name + 1) + draw_axis(span, columns.days))
        most = tallest(found.lanes, span, columns.days)
        for lane in found.lanes:
            line = draw_lane(lane, span, columns, self._dated, most, ascii_only=self._ascii)
            self._line(line.plain)

    def _lane_range(self) -> Range:
        """All the time, unless a part was asked for."""
        asked = self._given.after or self._given.before
        return self._events.shown if asked else self._events.whole

    def _dated(self, at: int) -> tuple[Edtf, str]:
        row = self._events.told[at].row
        return date_of(row.date), row.tense
