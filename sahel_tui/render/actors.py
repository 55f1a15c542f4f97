"""Actors as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.cells import share, width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import DIM, PLAIN, SIGN, STRONG
from sahel_tui.render.words import also_words, evidence_words

if TYPE_CHECKING:
    from sahel_tui.queries.views import ActorView


def draw_actor(actor: ActorView, cells: int, *, current: bool) -> Line:
    """An actor: how often it is mentioned, its relations by sign, name and type.

    The row under the cursor tells the aliases in the room that is left.
    """
    line = Line().add(f"{len(actor.mentions):>4}× ", DIM if not actor.mentions else PLAIN)
    line.add(f"{actor.positive:>2}+ ", SIGN[1]).add(f"{actor.negative:>2}− ", SIGN[-1])
    line.add(f"{actor.neutral or '':>2}{'·' if actor.neutral else ' '} ")
    tail = actor.type or "no type"
    if current and actor.other_names:
        tail = also_words(actor.other_names)
    room = cells - line.width - 1
    wanted, beside = width(safe(actor.name)), width(safe(tail))
    name = share(room, wanted, beside, usual=min(30, room // 2), most=cells // 2)
    line.field(actor.name, name, STRONG).add(" ")
    return line.field(tail, cells - line.width, PLAIN if current else DIM)


def actor_parts(actor: ActorView) -> list[str]:
    """Its name, and then everything that its row may have had no room for."""
    parts = [
        actor.name,
        evidence_words(actor.evidence) if actor.evidence else "",
        actor.type or "no type",
        also_words(actor.other_names),
        actor.country or "",
        f"part of {actor.part_of}" if actor.part_of else "",
        f"Wikidata {actor.wikidata}" if actor.wikidata else "",
        actor.note or "",
    ]
    return [part for part in parts if part]
