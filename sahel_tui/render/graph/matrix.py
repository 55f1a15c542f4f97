"""The matrix: a row and a column for each actor, and in each cell how one stands to the other.

What a brief tells from an actor to another stands in the row of the first; what has no direction
stands in both. Rows and columns have the same order and numbers.
"""

from __future__ import annotations

from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.graph.graph import names_of
from sahel_tui.queries.graph.seriation import matrix_order
from sahel_tui.queries.graph.stress import never
from sahel_tui.render.ascii import DRAWINGS
from sahel_tui.render.cells import fit, width
from sahel_tui.render.graph.wires import ASCII_SIGNS, SIGNS, STYLES, polarity_of
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import BAR, DIM, PLAIN, STRONG
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from rich.style import Style

    from sahel_tui.queries.graph.graph import Edge, Graph
    from sahel_tui.queries.library.listing import Place

Cell = tuple[int, int]
"""A row and a column, from 0."""

_ROOMY, _NARROW = 3, 2
"""Cells of the terminal for one of the matrix: sign, then number or mark; or without a number."""
_LEAST_NAME, _CORNER = 4, 16
"""Cells of a name where there is no room, and for what stands above the names where there is."""


class Matrix(NamedTuple):
    """Actors in the order of rows and columns, and their relations."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    """Safe."""
    longest: int
    """The cells of the longest name."""
    relations: Mapping[Cell, Sequence[Edge]]


def matrix_of(
    graph: Graph, order: Sequence[str] | None = None, *, stopped: Callable[[], bool] = never
) -> Matrix:
    """The matrix of a graph, in an order of its nodes, else in one in which blocks show."""
    ids = tuple(matrix_order(graph, stopped) if order is None else order)
    known = names_of(graph.nodes)
    names = tuple(safe(known.get(one, one)) for one in ids)
    at = {one: number for number, one in enumerate(ids)}
    found: dict[Cell, list[Edge]] = {}
    for edge in graph.edges:
        source, target = at[edge.source], at[edge.target]
        ways = [(source, target)] if edge.inverse else {(source, target): 0, (target, source): 0}
        for way in ways:
            found.setdefault(way, []).append(edge)
    relations = {cell: tuple(edges) for cell, edges in found.items()}
    return Matrix(ids, names, max(map(width, names), default=0), relations)


class Window(NamedTuple):
    """Which part of a matrix is shown, and how wide everything is."""

    top: int
    left: int
    rows: int
    columns: int
    number: int
    """Cells of the longest number."""
    name: int
    cell: int
    heads: int
    """Rows of the column heads: a digit in each."""
    words: bool
    """Whether the last row says what the cursor's cell means."""


def window_of(matrix: Matrix, cells: int, rows: int, cursor: Cell) -> Window:
    """The part about the cursor: it moves by halves, so that most keys redraw two rows alone."""
    count = len(matrix.ids)
    number = len(str(count))
    spare = cells - number - 3 - count * _ROOMY
    name = min(max(matrix.longest, _CORNER), max(_LEAST_NAME, cells // 3, spare))
    room = cells - number - name - 3
    cell = _ROOMY if count * _ROOMY <= room else _NARROW
    heads = max(number, 2) if rows > max(number, 2) + 2 else 0
    words = rows > 3
    shown_rows = max(0, min(count, rows - heads - words))
    shown_columns = max(0, min(count, room // cell))
    return Window(
        _start(cursor[0], shown_rows, count),
        _start(cursor[1], shown_columns, count),
        shown_rows,
        shown_columns,
        number,
        name,
        cell,
        heads,
        words,
    )


def _start(cursor: int, room: int, count: int) -> int:
    """The first of so many that are shown: a cursor near an edge is a quarter away from it."""
    half = max(1, room // 2)
    start = (cursor - room // 4) // half * half
    return max(0, min(start, count - room))


def draw_matrix(
    matrix: Matrix,
    cells: int,
    rows: int,
    *,
    cursor: Cell = (0, 0),
    possible: Collection[Place] = frozenset(),
    ascii_only: bool = False,
) -> list[Line]:
    """As much of it as fits about the cursor: heads, rows, and the cursor's cell in words.

    A cell all of whose relations are `possible`, and no more than that, has a `?`.
    """
    if not matrix.ids:
        return [Line().field("no actor", cells, DIM), *(Line().to(cells) for _ in range(1, rows))]
    window = window_of(matrix, cells, rows, cursor)
    drawing = _Drawing(matrix, window, cursor, ascii_only, possible)
    lines = [drawing.head(row) for row in range(window.heads)]
    lines += [drawing.row(row) for row in range(window.top, window.top + window.rows)]
    lines += [Line() for _ in range(rows - len(lines) - window.words)]
    if window.words:
        words = cell_words(matrix, cursor, cells)
        words = words.translate(DRAWINGS) if ascii_only else words
        lines.append(Line().field(words, cells, STRONG))
    return [_exact(line, cells) for line in lines[:rows]]


def draw_pages(matrix: Matrix, cells: int, *, ascii_only: bool = False) -> list[Line]:
    """All of it without a cursor: as many tables, one below the other, as its columns need."""
    count, nowhere = len(matrix.ids), (-1, -1)
    page = window_of(matrix, cells, count * 2 + _LEAST_NAME, nowhere)
    lines: list[Line] = []
    for left in range(0, count, max(1, page.columns)):
        columns = max(1, min(page.columns, count - left))
        window = page._replace(left=left, columns=columns, rows=count, top=0)
        drawing = _Drawing(matrix, window, nowhere, ascii_only)
        lines += [Line()] * bool(lines)
        lines += map(drawing.head, range(window.heads))
        lines += map(drawing.row, range(count))
    return lines or [Line("no actor", DIM)]


def _exact(line: Line, cells: int) -> Line:
    if line.width <= cells:
        return line.to(cells)
    return Line().field(line.plain, cells)


def _with_runs(line: Line, cells: Iterable[tuple[str, Style]]) -> Line:
    """With cells after it: those that look alike are one part of it."""
    for style, alike in groupby(cells, itemgetter(1)):
        line.add("".join(text for text, _ in alike), style)
    return line


def cell_words(matrix: Matrix, cell: Cell, cells: int | None = None) -> str:
    """What a cell means: who, whom, and each type with its sign and how often it is told.

    Names are shortened where it would have more than so many `cells` of the terminal.
    """
    source, target = (matrix.names[one] for one in cell)
    told = f": {', '.join(_told(matrix, cell))}"
    room = width(source) + width(target)
    if cells is not None and room > cells - width(told) - 3:
        room = max(2 * _LEAST_NAME, cells - width(told) - 3)
        first = max(room // 2, room - width(target))
        source = fit(source, first)
        target = fit(target, room - width(source))
    return f"{source} → {target}{told}"


def _told(matrix: Matrix, cell: Cell) -> list[str]:
    """The relations of a cell by sign, type and status, and how many lead back."""
    edges = matrix.relations.get(cell, ())
    kinds = [(edge.sign, edge.type, edge.status) for edge in edges]
    told = [] if edges else ["no relation"]
    told += [
        f"{SIGNS[polarity_of([edge])]} {safe(edge.type)}"
        + ("" if edge.status == "asserted" else f" ({edge.status})")
        + (f" ×{kinds.count(kind)}" if kinds.count(kind) > 1 else "")
        for kind, edge in dict(zip(kinds, edges, strict=True)).items()
    ]
    if any(edge.contested for edge in edges):
        told.append("contested!")
    back = sum(bool(edge.inverse) for edge in matrix.relations.get(cell[::-1], ()))
    if back and cell[0] != cell[1]:
        told.append(f"{counted(back, 'relation')} the other way")
    return told


class _Drawing:
    """The rows of a window."""

    def __init__(
        self,
        matrix: Matrix,
        window: Window,
        cursor: Cell,
        ascii_only: bool,
        possible: Collection[Place] = frozenset(),
    ) -> None:
        self._possible = possible
        self._matrix, self._window, self._cursor = matrix, window, cursor
        self._signs = ASCII_SIGNS if ascii_only else SIGNS
        self._cross = "::" if ascii_only else "┈┊"
        self._self = "\\" if ascii_only else "╲"
        self._pointer = ">" if ascii_only else "▶"
        self._reading = "row > column" if ascii_only else "row → column"
        self._dash = "-" if ascii_only else "–"
        self._columns = range(window.left, window.left + window.columns)

    def head(self, row: int) -> Line:
        """A row of the column heads: a digit of each number; beside it what is shown."""
        window = self._window
        line = Line().field(self._part(row), window.number + window.name + 2, DIM).add(" ")
        digits = ((str(one + 1).rjust(window.heads)[row], one) for one in self._columns)
        cells = ((text, BAR if one == self._cursor[1] else PLAIN) for text, one in digits)
        gap = (" " * (window.cell - 1), PLAIN)
        return _with_runs(line, chain.from_iterable((cell, gap) for cell in cells))

    def _part(self, row: int) -> str:
        """Which rows and columns are shown, as fully as there is room."""
        window, count = self._window, len(self._matrix.ids)
        if row == 0 and window.rows < count:
            return self._range("rows", window.top, window.rows)
        if row == 1 and window.columns < count:
            return self._range("columns", window.left, window.columns)
        return (counted(count, "actor"), self._reading, "")[min(row, 2)]

    def _range(self, noun: str, start: int, shown: int) -> str:
        extent = f"{start + 1}{self._dash}{start + shown}"
        count = len(self._matrix.ids)
        forms = (f"{noun} {extent} of {count}", f"{extent} of {count}", extent)
        room = self._window.number + self._window.name + 2
        return next((form for form in forms if len(form) <= room), "")

    def row(self, row: int) -> Line:
        """An actor: its number, its name, and a cell for each column."""
        window, at_cursor = self._window, row == self._cursor[0]
        style = STRONG if at_cursor else PLAIN
        line = Line(self._pointer if at_cursor else " ", style)
        line.add(str(row + 1).rjust(window.number), DIM).add(" ")
        line.field(self._matrix.names[row], window.name, style).add(" ")
        return _with_runs(line, (self._cell((row, column)) for column in self._columns))

    def _cell(self, cell: Cell) -> tuple[str, Style]:
        edges = self._matrix.relations.get(cell)
        size = self._window.cell
        if cell == self._cursor:
            return (self._filled(edges, size) if edges else " " * size), BAR
        if edges:
            return self._filled(edges, size), self._style(edges)
        if cell[0] == cell[1]:
            return self._self.ljust(size), DIM
        if cell[0] == self._cursor[0]:
            return self._cross[0] * size, DIM
        if cell[1] == self._cursor[1]:
            return self._cross[1].ljust(size), DIM
        return " " * size, PLAIN

    def _filled(self, edges: Sequence[Edge], size: int) -> str:
        """The sign, `!` where contested, `?` where only possible; if there is room, how many."""
        contested = "!" if any(edge.contested for edge in edges) else ""
        if self._possible and all(edge.at in self._possible for edge in edges):
            contested = f"{contested}?"[: size - 1]
        count = len(edges)
        number = "" if count == 1 or size == _NARROW else str(count) if count < 10 else "*"
        return (self._signs[polarity_of(edges)] + (contested or number)).ljust(size)

    def _style(self, edges: Sequence[Edge]) -> Style:
        return STYLES[polarity_of(edges)]
