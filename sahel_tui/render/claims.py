"""Any claim, in words and as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.actors import actor_words
from sahel_tui.render.line import Line
from sahel_tui.render.paragraphs import source_words
from sahel_tui.render.points import point_standing
from sahel_tui.render.relations import relation_words
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import DIM, KIND_LETTER, PLAIN, STRONG
from sahel_tui.render.timeline import event_words
from sahel_tui.render.words import passage_words
from sahel_tui.render.wrap import wrap

if TYPE_CHECKING:
    from rich.style import Style

    from sahel_tui.queries.views import BriefView, Claim, Passage


def claim_words(view: BriefView, claim: Claim) -> str:
    """A claim of any kind, with all that is said of it."""
    if claim.kind == "point":
        return next(
            (f"{p.text} · {point_standing(p)}" for p in view.points if p.id == claim.id), ""
        )
    if claim.kind == "actor":
        return next((actor_words(a) for a in view.actors if a.id == claim.id), "")
    if claim.kind == "event":
        return next((event_words(e) for e in view.events if e.id == claim.id), "")
    return next((relation_words(r) for r in view.relations if r.id == claim.id), "")


def draw_claim(view: BriefView, claim: Claim, cells: int) -> list[Line]:
    """A claim of any kind, whole: its letter and id, then its words, wrapped."""
    label = f"{KIND_LETTER[claim.kind]} {claim.id} "
    return wrapped(label + claim_words(view, claim), cells, STRONG)


def draw_passage(passage: Passage, cells: int) -> list[Line]:
    """A passage, whole: what it is worth, then its words, and the quote's where they differ."""
    lines = wrapped(f"  {passage_words(passage)}", cells, DIM)
    lines += wrapped(f'  "{passage.text}"', cells, PLAIN)
    if passage.text != passage.quote and passage.start is not None:
        lines += wrapped(f'  quoted as "{passage.quote}"', cells, DIM)
    return lines


def wrapped(text: str, cells: int, style: Style) -> list[Line]:
    """A text as lines, wrapped at words."""
    shown = safe(text)
    return [Line(shown[a:b], style) for a, b in wrap(shown, max(1, cells)) or [(0, 0)]]


def draw_about(view: BriefView, cells: int) -> list[Line]:
    """What the brief itself says of itself, a line or more for each thing said."""
    facts = [
        ("title", view.title),
        ("id", view.id),
        ("published", view.published.label),
        ("as of", view.as_of.label if view.as_of else ""),
        ("authors", "; ".join(view.authors)),
        ("publisher", view.publisher or ""),
        ("series", view.series or ""),
        ("address", view.url or ""),
        ("tags", ", ".join(view.tags)),
        ("marking", view.marking or "none"),
        ("supersedes", ", ".join(view.supersedes)),
        ("file", view.path),
        ("summary", view.summary or ""),
    ]
    lines = [
        line for name, words in facts if words for line in wrapped(f"{name}: {words}", cells, PLAIN)
    ]
    for source in view.sources:
        lines += wrapped(f"source {source_words(source)}", cells, PLAIN)
        lines += wrapped(f"  sha256 {source.sha256}, {len(source.text):,} characters", cells, DIM)
    return lines
