"""Where briefs contradict each other, as lines: a row each, and the sides next to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.render.blocks import wrapped
from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.quotes import quote_words
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import BAR, DIM, PLAIN, STRONG
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.library.findings import Contradiction, Said
    from sahel_tui.queries.library.rows import Quote

LEAST_COLUMN = 36
"""Cells that a side needs to stand next to another."""
_KINDS = {"event": "event", "relation": "relation", "sign": "signs", "point": "point"}
_KIND_CELLS = 9
_DIFFER = {
    "date": "when",
    "place": "where",
    "denied": "whether it is so",
    "since": "since when",
    "until": "until when",
    "sign": "positive and negative",
    "contradicts": "contradicted",
    "qualifies": "qualified",
    "replaces": "replaced",
}
"""In what sides differ, in words; of a point, what the other one does to it."""


class Told(NamedTuple):
    """A telling with the quotes that it rests on."""

    side: int
    """Which side it is of, from 0; -1 of none: it only tells of it, too."""
    said: Said
    quotes: tuple[Quote, ...]


def differ_words(one: Contradiction) -> str:
    """In what the sides differ: `when, fatalities`; of a point: `contradicted`."""
    return ", ".join(_DIFFER.get(word, word) for word in one.what)


def draw_contradiction(one: Contradiction, cells: int, *, own: bool) -> Line:
    """What kind it is, in what the sides differ, and of what; `own` is of the claim asked about."""
    line = Line().field(_KINDS[one.kind], _KIND_CELLS)
    line.add("here " if own else "", STRONG)
    what = f" · {differ_words(one)} · {counted(len(one.sides), 'side')}"
    room = cells - line.width
    about = max(12, room - width(safe(what)))
    line.field(one.about, min(width(safe(one.about)), about), STRONG)
    return line.field(what, cells - line.width, DIM)


def contradiction_words(one: Contradiction) -> str:
    """All of it, in words: what each side says."""
    says = " against ".join(side.says or side.tellings[0].text for side in one.sides)
    via = f"one matter, as {one.via}" if one.via else ""
    parts = (one.about, differ_words(one), says, via)
    return " · ".join(part for part in parts if part)


def draw_told(told: Told, cells: int, *, chosen: bool) -> list[Line]:
    """A telling: its side and brief, what it says, its words, and each quote with its grade."""
    name = f"side {told.side + 1}" if told.side >= 0 else "also told"
    head = Line("▶ " if chosen else "  ", STRONG)
    where = f"{name} · {told.said.told.brief}"
    head.field(where, cells - 2, BAR if chosen else STRONG)
    lines = [head]
    if told.said.says:
        lines += wrapped(told.said.says, cells, STRONG, 2)
    lines += wrapped(told.said.text, cells, PLAIN, 2)
    if told.said.marking:
        lines += wrapped(told.said.marking, cells, DIM, 2)
    for quote in told.quotes:
        lines += wrapped(f'"{quote.text}"', cells, PLAIN, 4)
        lines += wrapped(quote_words(quote), cells, DIM, 4)
    return [*lines, Line()] if told.quotes else [*lines, *wrapped("no passage", cells, DIM, 4)]


def draw_sides(told: Sequence[Told], chosen: int, cells: int) -> list[list[Line]]:
    """The tellings in bands, the sides in columns where there is room; `chosen` is one of them.

    A band is one telling of each side; what stands alone, a column being too narrow, is a band too.
    """
    sides = sorted({one.side for one in told if one.side >= 0})
    column = (cells - 2 * (len(sides) - 1)) // max(1, len(sides))
    if len(sides) < 2 or column < LEAST_COLUMN:
        return [draw_told(one, cells, chosen=at == chosen) for at, one in enumerate(told)]
    by_side = [[at for at, one in enumerate(told) if one.side == side] for side in sides]
    bands = [
        _next_to_each_other(
            [
                draw_told(told[row[band]], column, chosen=row[band] == chosen)
                if band < len(row)
                else []
                for row in by_side
            ],
            column,
        )
        for band in range(max(map(len, by_side)))
    ]
    also = [at for at, one in enumerate(told) if one.side < 0]
    return bands + [draw_told(told[at], cells, chosen=at == chosen) for at in also]


def band_of(told: Sequence[Told], chosen: int, cells: int) -> int:
    """The band in which a telling stands."""
    sides = sorted({one.side for one in told if one.side >= 0})
    column = (cells - 2 * (len(sides) - 1)) // max(1, len(sides))
    if len(sides) < 2 or column < LEAST_COLUMN:
        return chosen
    one = told[chosen]
    before = sum(1 for other in told[:chosen] if other.side == one.side)
    if one.side >= 0:
        return before
    return before + max(sum(1 for other in told if other.side == side) for side in sides)


def _next_to_each_other(columns: Sequence[Sequence[Line]], cells: int) -> list[Line]:
    lines = []
    for row in range(max(map(len, columns))):
        line = Line()
        for at, column in enumerate(columns):
            line.to(at * (cells + 2))
            if row < len(column):
                line.then(column[row])
        lines.append(line)
    return lines
