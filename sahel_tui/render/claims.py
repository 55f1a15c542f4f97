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
from sahel_tui.render.words import also_words, counted, passage_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.views import BriefView, Claim, Passage, PlaceView

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
    lines = wrapped(f"{passage_words(passage)}{_origin(passage)}", cells, DIM, _INDENT)
    lines += wrapped(f'"{passage.text}"', cells, PLAIN, _INDENT)
    if passage.text != passage.quote and passage.start is not None:
        lines += wrapped(f'quoted as "{passage.quote}"', cells, DIM, _INDENT)
    return lines


def _origin(passage: Passage) -> str:
    """Its source and credibility, and who proposed it: what is given of it."""
    proposed = [
        f"by {passage.by}" if passage.by else "",
        f"on {passage.at.label}" if passage.at else "",
        f"with {passage.method}" if passage.method else "",
    ]
    parts = [
        passage.source,
        f"credibility {passage.credibility}" if passage.credibility else "",
        " ".join(["proposed", *filter(None, proposed)]) if any(proposed) else "",
    ]
    return "".join(f" · {part}" for part in parts if part)


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
        ("language", view.language or ""),
        ("marking", view.marking or "none"),
        ("its own marking", view.own_marking or "" if view.own_marking != view.marking else ""),
        ("supersedes", ", ".join(view.supersedes)),
        ("file", view.path),
        ("summary", view.summary or ""),
    ]
    texts = [f"{name}: {words}" for name, words in facts if words]
    lines = [line for text in texts for line in _hanging(text, cells)]
    for source in view.sources:
        lines += _hanging(f"source {source_words(source)}", cells)
        size = counted(len(source.text), "character")
        size += f", language {source.language}" if source.language else ""
        size += f", obtained {source.obtained.label}" if source.obtained else ""
        lines += wrapped(f"sha256 {source.sha256}, {size}", cells, DIM, _INDENT)
    for place in view.places:
        lines += _hanging(place_words(place), cells)
    return lines


def place_words(place: PlaceView) -> str:
    """A place that the brief declares: its names, where it is, and how often it is mentioned."""
    here = place.lat is not None and place.lon is not None
    parts = [
        f"place {place.id}",
        place.name,
        also_words(place.other_names),
        place.kind or "",
        place.country or "",
        f"{place.lat}, {place.lon}" if here else "",
        counted(len(place.mentions), "mention"),
    ]
    return " · ".join(part for part in parts if part)


def _hanging(text: str, cells: int) -> list[Line]:
    return wrapped(text, cells, PLAIN, _INDENT, Line())
