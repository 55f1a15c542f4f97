"""The map: actors where the layout has them, and lines between them in braille or in ASCII."""

from __future__ import annotations

from math import atan2, pi
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.render.graph.boxes import MARGIN
from sahel_tui.render.graph.lines import MapLines, every_other
from sahel_tui.render.graph.placing import Placed, place_map
from sahel_tui.render.graph.wires import (
    ASCII_SIGNS,
    STYLES,
    drawn,
    is_doubtful,
)
from sahel_tui.render.line import Line
from sahel_tui.render.styles import BAR, DIM, PLAIN, STRONG
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from rich.style import Style

    from sahel_tui.queries.library.listing import Place
    from sahel_tui.render.graph.boxes import Dot
    from sahel_tui.render.graph.canvas import Canvas
    from sahel_tui.render.graph.placing import Label
    from sahel_tui.render.graph.steps import Direction
    from sahel_tui.render.graph.wires import Wire

__all__ = ["draw_map", "edges_of", "neighbour", "place_map"]

Ends = tuple[str, str]
_BRAILLE = 0x2800
_ARROWS = "→↘↓↙←↖↑↗"
"""From the right on, clockwise."""
_ASCII_ARROWS = ">>v<<<^>"
_BOLD = {polarity: style + STRONG for polarity, style in STYLES.items()}
"""Lines that lead to the cursor, and the one that is selected."""


class _Look(NamedTuple):
    """What is drawn otherwise than the rest."""

    centre: str | None
    cursor: str | None
    selected: Ends | None

    @property
    def at(self) -> str | None:
        """Whose lines are bold."""
        return self.cursor or self.centre


class MapGround:
    """A map as it is wherever the cursor is: a key lays no more over it than what it changes.

    Made of the one `before` it, of the same map on another date, it draws only lines that differ;
    that one can't be drawn any more.
    """

    def __init__(
        self,
        placed: Placed,
        *,
        ascii_only: bool = False,
        before: MapGround | None = None,
    ) -> None:
        self.placed = placed
        self._ascii = ascii_only
        self._lines = MapLines(placed.cells, placed.rows, ascii_only=ascii_only)
        self._rows: dict[int, tuple[object, Line]] = {}
        """What was drawn last, and what it was made of."""
        if before is not None and before._ascii == ascii_only and _alike(before.placed, placed):
            self._lines, self._rows = before._lines, before._rows
        self._lines.draw(placed.wires)
        self._whole = self._lines.canvas.copy()
        """With all labels, none of which a line goes over."""
        for label in placed.labels:
            self._whole.put_whole(label.box.x + MARGIN, label.box.y, label.name, PLAIN)

    def drawn(
        self,
        *,
        centre: str | None = None,
        cursor: str | None = None,
        selected: Ends | None = None,
    ) -> list[Line]:
        """The map, each line as wide as it was placed for: see `draw_map`."""
        look, placed = _Look(centre, cursor, selected), self.placed
        canvas = self._whole.copy()
        lit = [wire for wire in placed.wires if look.at in wire.ends]
        self._put_bold(canvas, lit)
        pair = tuple(sorted(selected)) if selected else ()
        for wire in placed.wires:
            if wire.ends == pair:
                self._put_selected(canvas, wire)
        near = {end for wire in lit for end in wire.ends}
        for label in placed.labels:
            if label.id in near or label.id in (look.cursor, look.centre):
                self._put_label(canvas, label, look)
        lines = [self._line(canvas, row) for row in range(placed.rows)]
        if note := not_shown(placed, placed.cells):
            lines[-1:] = _noted(lines[-1], placed, note)
        return lines

    def _line(self, canvas: Canvas, y: int) -> Line:
        """A row; one that is as it was before is the same object."""
        cells = canvas.rows[y]
        if y not in self._rows or self._rows[y][0] != cells:
            self._rows[y] = (cells, canvas.line(y))
        return self._rows[y][1]

    def _put_bold(self, canvas: Canvas, wires: Sequence[Wire]) -> None:
        """The lines that lead to the cursor's actor, or to the centre, over all others."""
        done: set[Dot] = set(self._lines.marked)
        for wire in wires:
            style = _BOLD[wire.polarity]
            if self._ascii:
                for x, y in every_other(wire.cells):
                    if (x, y) not in done:
                        canvas.put(x, y, ASCII_SIGNS[wire.polarity], style)
                continue
            fresh = [cell for cell, _ in wire.dots if cell not in done]
            canvas.restyle(fresh, style)
            done.update(fresh)

    def _put_selected(self, canvas: Canvas, wire: Wire) -> None:
        """A thick line, with an arrow where it leads to: to both where it has no direction."""
        style = _BOLD[wire.polarity]
        if self._ascii:
            for x, y in wire.cells:
                canvas.put(x, y, "#", style)
        else:
            shown = set(wire.cells)
            for (x, y), bits in drawn(wire.way, wire.polarity, (), thick=True).dots:
                if (x, y) in shown:
                    canvas.put(x, y, chr(_BRAILLE + bits), style)
        for (x, y), sign in self._lines.mark(wire):
            canvas.put(x, y, sign, style)
        self._put_arrows(canvas, wire, style)

    def _put_arrows(self, canvas: Canvas, wire: Wire, style: Style) -> None:
        first, second = wire.ends
        for end, cell, here, there in (
            (second, wire.cells[-1], wire.way[-2], wire.way[-1]),
            (first, wire.cells[0], wire.way[1], wire.way[0]),
        ):
            if any(edge.target == end or not edge.inverse for edge in wire.edges):
                canvas.put(*cell, self._arrow(here, there), style)

    def _arrow(self, here: Dot, there: Dot) -> str:
        """The arrow that points most nearly from one dot to another."""
        turn = atan2(4 * (there[1] - here[1]), there[0] - here[0])
        return (_ASCII_ARROWS if self._ascii else _ARROWS)[round(turn / (pi / 4)) % 8]

    def _put_label(self, canvas: Canvas, label: Label, look: _Look) -> None:
        """One that is the cursor's, the centre's, or beside that one."""
        box, at_cursor, central = label.box, label.id == look.cursor, label.id == look.centre
        style = BAR if at_cursor else STRONG
        mark, left, right = "*><" if self._ascii else "●▶◀"
        if at_cursor or central:
            canvas.put(box.x, box.y, mark if central else left, STRONG)
        if at_cursor:
            canvas.put(box.x + box.width - 1, box.y, right, STRONG)
        canvas.put_whole(box.x + MARGIN, box.y, label.name, style)


def _alike(one: Placed, other: Placed) -> bool:
    return one.labels is other.labels and (one.cells, one.rows) == (other.cells, other.rows)


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
    wires = (one._replace(doubtful=is_doubtful(one.edges, possible)) for one in placed.wires)
    ground = MapGround(placed._replace(wires=tuple(wires)), ascii_only=ascii_only)
    return ground.drawn(centre=centre, cursor=cursor, selected=selected)


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
