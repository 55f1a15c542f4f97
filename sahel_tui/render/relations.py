"""Relations as lines, read from one actor's side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM, SIGN, STRONG
from sahel_tui.render.words import evidence_words, span_words

if TYPE_CHECKING:
    from sahel_tui.queries.ego import Tie
    from sahel_tui.queries.views import RelationView

_SIGN_WORD = {1: "+", 0: "·", -1: "−"}


def draw_tie(tie: Tie, cells: int) -> Line:
    """Sign, type, direction, the other actor, since when, and what it rests on."""
    relation = tie.relation
    label = 15 if cells >= 56 else 12
    name = max(8, min(30, (cells - label - 5) * 2 // 5))
    line = Line().add(_SIGN_WORD[relation.sign] + " ", SIGN[relation.sign])
    line.field(tie.label, label).add(f" {tie.direction} ")
    line.field(tie.other_name, name, STRONG).add(" ")
    return line.field(_standing(tie), cells - line.width, DIM)


def _standing(tie: Tie) -> str:
    relation = tie.relation
    parts = [] if relation.status == "asserted" else [relation.status]
    parts += [span_words(relation.since, relation.until), evidence_words(relation.evidence)]
    return " · ".join(part for part in parts if part)


def relation_words(relation: RelationView) -> str:
    """A relation as a sentence, and all that is said of it."""
    parts = [
        f"{relation.source_name} {relation.type} {relation.target_name}",
        relation.status,
        span_words(relation.since, relation.until),
        f"{relation.confidence} confidence" if relation.confidence else "",
        evidence_words(relation.evidence),
        relation.note or "",
        relation.marking or "",
    ]
    return " · ".join(part for part in parts if part)


def tie_words(tie: Tie) -> str:
    """Everything that the row of a relation may have had no room for."""
    words = relation_words(tie.relation)
    if not tie.neighbours:
        return words
    more = len(tie.neighbours) - 3
    named = ", ".join(tie.neighbours[:3]) + (f" +{more}" if more > 0 else "")
    return f"{words} · {tie.other_name} is also tied to {named}"
