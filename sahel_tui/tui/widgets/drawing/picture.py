"""What a map and a matrix have in common: actors, and one relation that is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.folding import fold
from sahel_tui.render.blocks import clipped
from sahel_tui.render.graph.words import SIGNS, edge_words, joined, standing_words
from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM, PLAIN, SIGN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.narrowing import Narrowed
    from sahel_tui.queries.library.listing import Place
    from sahel_tui.render.graph.steps import Direction


class Picture:
    """A drawing with a cursor."""

    def __init__(self, shown: Narrowed, size: tuple[int, int]) -> None:
        self.shown, self.size = shown, size
        self.names: Mapping[str, str] = shown.known.names
        self._named: tuple[str, list[str]] = ("", [])
        """The last text that actors were looked for by, and those."""
        self.edge: Edge | None = None
        """The relation that is selected."""
        self._numbered: tuple[Sequence[Edge], dict[int, int]] = ((), {})
        """Relations that one went through, and where each is by its identity in memory."""

    # What a drawing gives -------------------------------------------------------------------------

    @property
    def node(self) -> str:
        """The actor under the cursor; in a matrix that of the row."""
        raise NotImplementedError

    @property
    def other(self) -> str:
        """In a matrix the actor of the column; in a map the other end of the relation."""
        raise NotImplementedError

    @property
    def around(self) -> Sequence[Edge]:
        """The relations that one goes through here."""
        raise NotImplementedError

    @property
    def cursor_at(self) -> tuple[int, int]:
        """The cursor's column and row."""
        raise NotImplementedError

    def draw(self, centre: str, *, ascii_only: bool) -> list[Line]:
        """As many lines as it has rows."""
        raise NotImplementedError

    def move(self, direction: Direction) -> bool:
        """To the next actor; whether there is one."""
        raise NotImplementedError

    def has(self, node: str) -> bool:
        """Whether an actor is drawn."""
        raise NotImplementedError

    def go_to(self, node: str, edge: Edge | None = None) -> bool:
        """Put the cursor on an actor, and select a relation of it; whether it is drawn."""
        raise NotImplementedError

    # What both do ---------------------------------------------------------------------------------

    def next_edge(self, step: int) -> None:
        """The next relation here, around the end."""
        edges, edge = self.around, self.edge
        if edges:
            here = None if edge is None else self._number(edges, edge)
            if here is None:
                here = -1 if step > 0 else 0
            self.edge = edges[(here + step) % len(edges)]

    def _number(self, edges: Sequence[Edge], edge: Edge) -> int | None:
        """Where one is among others, of which there may be thousands."""
        if self._numbered[0] is not edges:
            self._numbered = edges, {id(one): number for number, one in enumerate(edges)}
        return self._numbered[1].get(id(edge))

    def position(self, edge: Edge) -> tuple[int, int]:
        """Which of the relations here it is, and how many there are."""
        edges = self.around
        return (self._number(edges, edge) or 0) + 1, len(edges)

    def edge_at(self, place: Place) -> Edge | None:
        """A relation by its place; one without a brief is looked for by its id alone."""
        return self.shown.edge_at(place)

    def show(self, edge: Edge) -> bool:
        """Select a relation; the cursor goes to one of its actors, unless it is there."""
        if self.node in (edge.source, edge.target) and edge in self.around:
            self.edge = edge
            return True
        return self.go_to(edge.source, edge) or self.go_to(edge.target, edge)

    def named(self, text: str) -> list[str]:
        """The actors of all that are shown whose name or id has a text: beginnings first."""
        if text != self._named[0]:
            self._named = text, self._called(fold(text, hyphen=" ").strip())
        return self._named[1]

    def _called(self, key: str) -> list[str]:
        found = []
        for node, *names in self.shown.known.folded if key else ():
            for name in names:
                at = name.find(key)
                if at >= 0:
                    found.append((at > 0, at > 0 and name[at - 1] != " ", name, node))
                    break
        return [one[-1] for one in sorted(found)]

    def footing(self, cells: int, rows: int) -> list[Line]:
        """The relation that is selected, in words; the last row holds all that is left."""
        edge, start = self.edge, Line(" ")
        words, style = self.lack(), DIM
        if edge is not None:
            start.add(f"{SIGNS[edge.sign]} ", SIGN[edge.sign])
            number, count = self.position(edge)
            if count > 1:
                start.add(f"{number} of {count}: ", DIM)
            rest = standing_words(edge, possible=edge.at in self.shown.possible)
            words, style = joined(edge_words(edge, self.names, self.node), rest), PLAIN
        lines = clipped(words, cells - start.width, style, rows)
        lines += [Line() for _ in range(rows - len(lines))]
        indent = start.width
        starts = [start, *(Line().to(indent) for _ in lines[1:])]
        return [before.then(line) for before, line in zip(starts, lines, strict=False)]

    def lack(self) -> str:
        """What is said where no relation is selected."""
        name = self.names.get(self.node, self.node)
        lack = f"{name} has no relation here" if name else "there is no actor here"
        return joined(lack, *self.shown.words)
