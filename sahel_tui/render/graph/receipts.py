"""Paths, changes and structure as entries that lead to relations, each with what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.render.blocks import clipped, wrapped
from sahel_tui.render.graph.words import SIGNS, edge_words, joined, standing_words
from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM, PLAIN, SIGN, STRONG
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from sahel_tui.queries.graph.communities import Community
    from sahel_tui.queries.graph.differences import Difference
    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.paths import Path
    from sahel_tui.queries.graph.structure import Between, Betweenness, Degree
    from sahel_tui.queries.graph.triads import Triad
    from sahel_tui.queries.library.listing import Place

_INDENT = 2
_QUOTE_LINES = 1


class Entry(NamedTuple):
    """One thing that is said, and what it rests on."""

    text: str
    edge: Edge | None = None
    """The relation that it leads to."""
    rest: str = ""
    quote: str = ""
    under: tuple[Entry, ...] = ()
    is_open: bool = False
    """Whether what is under it shows at first."""


def draw_entry(entry: Entry, depth: int, cells: int, *, is_open: bool) -> list[Line]:
    """A relation with its sign; anything else with how to open it."""
    start = Line(" " * (_INDENT * depth))
    if entry.edge is not None:
        start.add(f"{SIGNS[entry.edge.sign]} ", SIGN[entry.edge.sign])
    elif entry.under:
        start.add("─ " if is_open else "▸ ")
    indent = start.width + _INDENT
    words = joined(entry.text, entry.rest)
    lines = wrapped(words, cells, PLAIN if entry.edge is not None else STRONG, indent, first=start)
    if entry.quote:
        quote = clipped(f"“{entry.quote}”", max(1, cells - indent), DIM, _QUOTE_LINES)
        lines += [Line(" " * indent).then(line) for line in quote]
    return lines


def edge_entry(
    edge: Edge,
    names: Mapping[str, str],
    *,
    seen_from: str | None = None,
    before: str = "",
    after: str = "",
    possible: Collection[Place] = (),
    quote: str = "",
) -> Entry:
    """One relation."""
    rest = standing_words(edge, possible=edge.at in possible)
    text = f"{before}{edge_words(edge, names, seen_from)}"
    return Entry(text, edge, joined(after, rest), " ".join(quote.split()))


def path_entries(
    paths: Sequence[Path],
    names: Mapping[str, str],
    possible: Collection[Place],
    quote: Callable[[Edge], str],
) -> tuple[Entry, ...]:
    """One entry a path, and under it one a hop; the weakest says so."""
    found = []
    for number, path in enumerate(paths, 1):
        ids = [path.hops[0].source, *(hop.target for hop in path.hops)]
        hops = tuple(
            edge_entry(
                hop.edge,
                names,
                seen_from=hop.source,
                after=joined(
                    "weakest hop" if at == path.weakest and len(path.hops) > 1 else "",
                    f"and {counted(len(hop.others), 'relation')} more" if hop.others else "",
                ),
                possible=possible,
                quote=quote(hop.edge),
            )
            for at, hop in enumerate(path.hops)
        )
        ends = " – ".join(names.get(one, one) for one in ids)
        found.append(
            Entry(f"{number}. {counted(len(hops), 'hop')}: {ends}", under=hops, is_open=True)
        )
    return tuple(found)


def change_entries(found: Sequence[Difference], names: Mapping[str, str]) -> tuple[Entry, ...]:
    """What turned its sign, what is new, what has ended."""
    sections = []
    titles = {"turned": "Sign turned", "new": "New", "ended": "Ended"}
    for kind, title in titles.items():
        some = [one for one in found if one.kind == kind]
        under = tuple(_difference(one, names) for one in some)
        if under:
            sections.append(Entry(f"{title} ({len(under):,})", under=under, is_open=True))
    return tuple(sections)


def _difference(one: Difference, names: Mapping[str, str]) -> Entry:
    how = "certainly" if one.certain else "possibly"
    if one.kind != "turned":
        return edge_entry((*one.was, *one.now)[0], names, after=how)
    before, after = one.polarities
    pair = f"{names.get(one.source, one.source)}, {names.get(one.target, one.target)}"
    sides = [edge_entry(edge, names, before="was: ") for edge in one.was]
    sides += [edge_entry(edge, names, before="now: ") for edge in one.now]
    return Entry(f"{pair}: {before}, then {after}", rest=how, under=tuple(sides), is_open=True)


def structure_entries(
    degrees: Sequence[Degree],
    between: Betweenness,
    communities: Sequence[Community],
    triads: Sequence[Triad],
    names: Mapping[str, str],
) -> tuple[Entry, ...]:
    """Four lists; under each row the relations that it is said by."""
    tell = _Teller(names)
    estimated = f", estimated by {counted(between.sampled, 'actor')}" if between.sampled else ""
    shares = f"Between others: part of the shortest paths that leads by them{estimated}"
    ranked = [one for one in degrees if one.edges]
    return (
        _section("Three at odds", map(tell.triad, triads), is_open=True),
        _section("Most relations", map(tell.degree, ranked), is_open=True),
        _section(shares, map(tell.between, between.rows)),
        _section("Hold together", map(tell.community, communities)),
    )


class _Teller(NamedTuple):
    """What the structure says, by names."""

    names: Mapping[str, str]

    def triad(self, one: Triad) -> Entry:
        """Three at odds."""
        return Entry(_triad(one, self.names), under=self._under(one.edges))

    def degree(self, one: Degree) -> Entry:
        """An actor, and how many relations it has."""
        return self._actor(one.node, _signs(one), one.edges)

    def between(self, one: Between) -> Entry:
        """An actor, and how much leads by it."""
        return self._actor(one.node, f"{one.share:.1%}", one.edges)

    def community(self, one: Community) -> Entry:
        """Actors that hold together."""
        who = ", ".join(self.names.get(node, node) for node in one.nodes)
        within = f"{counted(len(one.inside), 'relation')} within"
        return Entry(who, rest=within, under=self._under(one.inside))

    def _actor(self, node: str, rest: str, edges: Sequence[Edge]) -> Entry:
        return Entry(self.names.get(node, node), rest=rest, under=self._under(edges, node))

    def _under(self, edges: Sequence[Edge], seen_from: str | None = None) -> tuple[Entry, ...]:
        return tuple(edge_entry(edge, self.names, seen_from=seen_from) for edge in edges)


def _section(title: str, rows: Iterable[Entry], *, is_open: bool = False) -> Entry:
    under = tuple(rows)
    number = f"({len(under):,})" if under else "· none"
    return Entry(f"{title} {number}", under=under, is_open=is_open)


def _signs(one: Degree) -> str:
    signs = ((one.positive, "+"), (one.neutral, "·"), (one.negative, "−"))
    words = " ".join(f"{number:,}{sign}" for number, sign in signs if number)
    return f"{words} with {counted(one.neighbours, 'other actor')}"


def _triad(one: Triad, names: Mapping[str, str]) -> str:
    first, second, third = (names.get(node, node) for node in one.nodes)
    if one.negative == 3:
        return f"{first}, {second} and {third} each fight both others"
    return f"{first} is a friend of {second} and of {third}, who are foes"
