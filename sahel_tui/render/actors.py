"""Actors as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM, PLAIN, SIGN, STRONG
from sahel_tui.render.words import evidence_words

if TYPE_CHECKING:
    from sahel_tui.queries.views import ActorView


def draw_actor(actor: ActorView, cells: int, *, current: bool) -> Line:
    """An actor: how often it is mentioned, its relations by sign, name and type.

    The row under the cursor tells the aliases in the room that is left.
    """
    line = Line().add(f"{len(actor.mentions):>4}× ", DIM if not actor.mentions else PLAIN)
    line.add(f"{actor.positive:>2}+ ", SIGN[1]).add(f"{actor.negative:>2}− ", SIGN[-1])
    line.add(f"{actor.neutral or '':>2}{'·' if actor.neutral else ' '} ")
    if cells < 40:
        return line.field(actor.name, cells - line.width, STRONG)
    line.field(actor.name, min(30, (cells - line.width) // 2), STRONG).add(" ")
    tail = actor.type or "no type"
    if current and actor.aliases:
        tail = "also " + "; ".join(actor.aliases)
    return line.field(tail, cells - line.width, PLAIN if current else DIM)


def actor_words(actor: ActorView) -> str:
    """Everything that the row of an actor may have had no room for."""
    parts = [actor.name, actor.type or "no type"]
    if actor.aliases:
        parts.append("also " + "; ".join(actor.aliases))
    if actor.country:
        parts.append(actor.country)
    if actor.part_of:
        parts.append(f"part of {actor.part_of}")
    if actor.evidence:
        parts.append(evidence_words(actor.evidence))
    if actor.note:
        parts.append(actor.note)
    return " · ".join(parts)
