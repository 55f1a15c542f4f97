"""The map: actors where the layout has them, and lines between them in braille or in ASCII."""

from __future__ import annotations

from math import atan2, pi
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.render.graph.boxes import MARGIN
from sahel_tui.render.graph.canvas import Canvas
from sahel_tui.render.graph.placing import Placed, place_map, with_edges_of
from sahel_tui.render.graph.wires import (
    ASCII_SIGNS,
    SIGNS,
    STYLES,
    Slot,
    drawn,
)
from sahel_tui.render.line import Line
from sahel_tui.render.styles import BAR, DIM, PLAIN, STRONG
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from rich.style import Style

    from sahel_tui.queries.library.listing import Place
    from sahel_tui.render.graph.boxes import Dot
    from sahel_tui.render.graph.placing import Label
    from sahel_tui.render.graph.steps import Direction
    from sahel_tui.render.graph.wires import Wire

__all__ = ["draw_map", "edges_of", "neighbour", "place_map", "with_edges_of"]

Ends = tuple[str, str]
_BRAILLE = 0x2800
_ARROWS = "→↘↓↙←↖↑↗"
"""From the right on, clockwise."""
_ASCII_ARROWS = ">>v<<<^>"


class _Look(NamedTuple):
    """What is drawn otherwise than the rest."""

    centre: str | None
    cursor: str | None
    selected: Ends | None
    possible: Collection[Place]
    ascii_only: bool


def draw_map(
    placed: Placed,
    *,
    centre: str | None = None,
    cursor: str | None = None,
    selected: Ends | None = None,
    possible: Collection[Place] = frozenset(),
    ascii_only: bool = False,
) -> list[Line]:
    """The map, each line as wide as it was placed for.

    `centre` has `●` beside it, the label under the `cursor` stands between `▶` and `◀`; the
    line between the two actors that are `selected` (their ids in any order) is thick, with arrows.
    `possible` are the relations that hold only possibly: a line of nothing else has a `?`.
    """
    look = _Look(centre, cursor, selected, possible, ascii_only)
    canvas = Canvas()
    chosen = [wire for wire in placed.wires if selected and set(wire.ends) == set(selected)]
    _put_lines(canvas, placed.wires, look)
    for wire in placed.wires:
        _put_mark(canvas, wire, look)
    for wire in chosen:
        _put_selected(canvas, wire, look)
    near = {end for wire in placed.wires if (cursor or centre) in wire.ends for end in wire.ends}
    for label in placed.labels:
        _put_label(canvas, label, look, near)
    lines = [canvas.line(row, placed.cells) for row in range(placed.rows)]
    if note := not_shown(placed, placed.cells):
        lines[-1:] = _noted(lines[-1], placed, note)
    return lines


def not_shown(placed: Placed, cells: int) -> str:
    """What the map has no room for, as fully as it fits; empty where it shows everything."""
    counts = (placed.actors_beyond, "actor"), (placed.relations_beyond, "relation")
    parts = [counted(count, noun) for count, noun in counts if count]
    if not parts:
        return ""
    number = placed.actors_beyond or placed.relations_beyond
    forms = [f"{' and '.join(parts)} more: see the matrix", f"{', '.join(parts)} more"]
    forms += [f"{parts[0]} more", f"+{number:,}", "+"]
    return next((form for form in forms if len(form) <= cells), "")


def _noted(line: Line, placed: Placed, note: str) -> list[Line]:
    """The note in the last row, which is kept free for it where there are rows enough."""
    if line.plain.strip():
        return [line]
    return [Line().field(note, placed.cells, DIM)]


def _put_lines(canvas: Canvas, wires: Sequence[Wire], look: _Look) -> None:
    """The dots of all lines; those that share a cell share its character."""
    if look.ascii_only:
        for wire in sorted(wires, key=lambda wire: (look.cursor or look.centre) in wire.ends):
            for x, y in _every_other(wire.cells):
                canvas.put(x, y, ASCII_SIGNS[wire.polarity], _style(wire, look))
        return
    dots: dict[Dot, int] = {}
    styles: dict[Dot, Style] = {}
    for wire in wires:
        style = _style(wire, look)
        for cell, bits in wire.dots:
            if cell in dots:
                dots[cell] |= bits
                styles[cell] = style if styles[cell] is style else _both(styles[cell], style)
            else:
                dots[cell], styles[cell] = bits, style
    for (x, y), bits in dots.items():
        canvas.put(x, y, chr(_BRAILLE + bits), styles[x, y])


def _every_other(cells: Sequence[Dot]) -> Iterator[Dot]:
    """Cells of a line, every other one where it goes along a row."""
    skipped = True
    for number, (x, y) in enumerate(cells):
        along = number > 0 and cells[number - 1][1] == y
        skipped = along and not skipped
        if not skipped:
            yield x, y


def _both(one: Style, other: Style) -> Style:
    """How a cell of two lines is drawn: as the one that stands out."""
    return one if one.bold or not other.bold else other


def _style(wire: Wire, look: _Look) -> Style:
    """In the colour of its sign; what leads to the cursor's actor, or the centre, is bold."""
    style = STYLES[wire.polarity]
    return style + STRONG if (look.cursor or look.centre) in wire.ends else style


def _put_mark(canvas: Canvas, wire: Wire, look: _Look) -> None:
    """Sign and number of several relations, `±` of both signs, `!` contested, `?` possible."""
    possible = all(edge.at in look.possible for edge in wire.edges)
    text, short = wire.mark, "?" if possible else wire.short
    text += "?" if possible else ""
    slot = wire.slot
    if slot is None and short:
        slot = Slot(*wire.cells[len(wire.cells) // 2], 1)  # better no line than one that misleads
    if slot is None or not text:
        return
    if len(text) > slot.width:
        text = short or text[-1]
    canvas.put(slot.x, slot.y, _formed(text, look), _style(wire, look) + STRONG)


def _formed(text: str, look: _Look) -> str:
    if not look.ascii_only:
        return text
    for sign, form in zip(SIGNS.values(), ASCII_SIGNS.values(), strict=True):
        text = text.replace(sign, form)
    return text


def _put_selected(canvas: Canvas, wire: Wire, look: _Look) -> None:
    """A thick line, with an arrow where it leads to: to both where it has no direction."""
    style = STYLES[wire.polarity] + STRONG
    if look.ascii_only:
        for x, y in wire.cells:
            canvas.put(x, y, "#", style)
    else:
        shown = set(wire.cells)
        for (x, y), bits in drawn(wire.way, wire.polarity, (), thick=True).dots:
            if (x, y) in shown:
                canvas.put(x, y, chr(_BRAILLE + bits), style)
    _put_mark(canvas, wire, look)
    _put_arrows(canvas, wire, look, style)


def _put_arrows(canvas: Canvas, wire: Wire, look: _Look, style: Style) -> None:
    first, second = wire.ends
    for end, cell, here, there in (
        (second, wire.cells[-1], wire.way[-2], wire.way[-1]),
        (first, wire.cells[0], wire.way[1], wire.way[0]),
    ):
        if any(edge.target == end or not edge.inverse for edge in wire.edges):
            canvas.put(*cell, _arrow(here, there, look), style)


def _arrow(here: Dot, there: Dot, look: _Look) -> str:
    """The arrow that points most nearly from one dot to another."""
    turn = atan2(4 * (there[1] - here[1]), there[0] - here[0])
    return (_ASCII_ARROWS if look.ascii_only else _ARROWS)[round(turn / (pi / 4)) % 8]


def _put_label(canvas: Canvas, label: Label, look: _Look, near: Collection[str]) -> None:
    box, at_cursor, central = label.box, label.id == look.cursor, label.id == look.centre
    style = BAR if at_cursor else STRONG if central or label.id in near else PLAIN
    mark, left, right = "*><" if look.ascii_only else "●▶◀"
    if at_cursor or central:
        canvas.put(box.x, box.y, mark if central else left, STRONG)
    if at_cursor:
        canvas.put(box.x + box.width - 1, box.y, right, STRONG)
    canvas.put_whole(box.x + MARGIN, box.y, label.name, style)


def neighbour(placed: Placed, node: str, direction: Direction) -> str | None:
    """The actor that an arrow key leads to from another; None where there is nothing that way."""
    return placed.steps.get(node, {}).get(direction)


def edges_of(placed: Placed, node: str) -> list[Wire]:
    """The lines at an actor, clockwise from the top."""
    found = []
    for wire in placed.wires:
        if node in wire.ends:
            way = wire.way if wire.ends[0] == node else wire.way[::-1]
            across, down = way[1][0] - way[0][0], 4 * (way[1][1] - way[0][1])
            found.append((atan2(across, -down) % (2 * pi), wire.ends, wire))
    return [wire for _, _, wire in sorted(found, key=lambda one: one[:2])]
