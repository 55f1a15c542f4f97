"""Relations as lines, read from one actor's side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.evidence import is_contested
from sahel_tui.render.cells import share, width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import DIM, SIGN, STRONG
from sahel_tui.render.words import evidence_words, is_certain, span_words

if TYPE_CHECKING:
    from sahel_tui.queries.ego import Tie
    from sahel_tui.queries.views import RelationView

_SIGN_WORD = {1: "+", 0: "·", -1: "−"}


def draw_tie(tie: Tie, cells: int, *, possible: bool = False) -> Line:
    """Sign, type, direction, the other actor, how the claim stands, and whom else it leads to."""
    relation = tie.relation
    label = 12 if cells < 56 else 15 if cells < 100 else 24
    line = Line().add(_SIGN_WORD[relation.sign] + " ", SIGN[relation.sign])
    line.field(tie.label, label).add(f" {tie.direction} ")
    room = cells - line.width - 1
    standing = ("possibly · " if possible else "") + _standing(relation)
    wanted, beside = width(safe(tie.other_name)), width(safe(standing))
    usual = max(8, min(30, room * 2 // 5))
    most = room * 3 // 5 if is_certain(relation.evidence) else usual
    name = share(room, wanted, beside, usual=usual, most=most)
    line.field(tie.other_name, name, STRONG).add(" ")
    around = _around(tie)
    if width(safe(standing + around)) <= cells - line.width:
        standing += around
    return line.field(standing, cells - line.width, DIM)


def _standing(relation: RelationView) -> str:
    """What is not plain comes first, so that no cut hides it."""
    parts = ["" if relation.status == "asserted" else relation.status]
    parts += ["contested" if is_contested(relation.evidence) else ""]
    parts += [span_words(relation.since, relation.until)]
    at = len(parts) if is_certain(relation.evidence) else 2
    parts.insert(at, evidence_words(relation.evidence))
    return " · ".join(part for part in parts if part)


def _around(tie: Tie) -> str:
    if not tie.neighbours:
        return ""
    more = len(tie.neighbours) - 3
    return " · also tied to " + ", ".join(tie.neighbours[:3]) + (f" +{more}" if more > 0 else "")


def relation_parts(relation: RelationView) -> list[str]:
    """A relation as a sentence, and then all that is said of it."""
    parts = [
        f"{relation.source_name} {relation.type} {relation.target_name}",
        relation.status,
        span_words(relation.since, relation.until),
        evidence_words(relation.evidence),
        f"{relation.confidence} confidence" if relation.confidence else "",
        relation.note or "",
        relation.marking or "",
    ]
    return [part for part in parts if part]
