"""Any claim, in words and as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.rows import row_of
from sahel_tui.queries.views import ActorView, EventView, PointView
from sahel_tui.render.actors import actor_parts
from sahel_tui.render.blocks import wrapped, wrapped_parts
from sahel_tui.render.line import Line
from sahel_tui.render.paragraphs import source_words
from sahel_tui.render.points import point_standing
from sahel_tui.render.relations import relation_parts
from sahel_tui.render.styles import DIM, KIND_LETTER, PLAIN, STRONG
from sahel_tui.render.timeline import event_parts
from sahel_tui.render.words import counted, passage_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.views import BriefView, Claim, Passage

_INDENT = 2


def claim_words(view: BriefView, claim: Claim) -> str:
    """A claim of any kind, with all that is said of it."""
    return " · ".join(_parts(view, claim))


def _parts(view: BriefView, claim: Claim) -> list[str]:
    """The claim's own words, and then what is said of it; empty for one not in the brief."""
    row = row_of(view, claim)
    if row is None:
        return []
    if isinstance(row, PointView):
        return [row.text, point_standing(row)]
    if isinstance(row, ActorView):
        return actor_parts(row)
    return event_parts(row) if isinstance(row, EventView) else relation_parts(row)


def draw_claim(
    view: BriefView, claim: Claim, cells: int, passages: Sequence[Passage] = ()
) -> list[Line]:
    """A claim of any kind, whole: letter and id, its words, what is said of it; then passages."""
    label = f"{KIND_LETTER[claim.kind]} {claim.id} "
    own, *rest = _parts(view, claim) or [""]
    parts = [(label, PLAIN), (own, STRONG), ("".join(f" · {part}" for part in rest), PLAIN)]
    lines = wrapped_parts(parts, cells, _INDENT, Line())
    return lines + [line for passage in passages for line in draw_passage(passage, cells)]


def draw_passage(passage: Passage, cells: int) -> list[Line]:
    """A passage, whole: what it is worth, then its words, and the quote's where they differ."""
    lines = wrapped(passage_words(passage), cells, DIM, _INDENT)
    lines += wrapped(f'"{passage.text}"', cells, PLAIN, _INDENT)
    if passage.text != passage.quote and passage.start is not None:
        lines += wrapped(f'quoted as "{passage.quote}"', cells, DIM, _INDENT)
    return lines


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
    texts = [f"{name}: {words}" for name, words in facts if words]
    lines = [line for text in texts for line in _hanging(text, cells)]
    for source in view.sources:
        lines += _hanging(f"source {source_words(source)}", cells)
        size = counted(len(source.text), "character")
        lines += wrapped(f"sha256 {source.sha256}, {size}", cells, DIM, _INDENT)
    return lines


def _hanging(text: str, cells: int) -> list[Line]:
    return wrapped(text, cells, PLAIN, _INDENT, Line())
