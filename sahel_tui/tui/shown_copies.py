"""All that a pane of a brief shows, as one copy: for a thread, since there may be many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.model.markings import highest
from sahel_tui.queries.citing import cite_claim
from sahel_tui.render.citations import between_markings, joined_text
from sahel_tui.render.pasteable import in_one_line, pasteable
from sahel_tui.tui.clipboard import Copy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.views import BriefView, Claim
    from sahel_tui.render.line import Line


def rows_copy(
    view: BriefView, heading: str, claims: Sequence[Claim], order: tuple[str, ...]
) -> Copy:
    """Every claim with all of its passages, under what the pane says of them."""
    citations = [cite_claim(view, claim, order) for claim in claims]
    marking = highest([one.marking for one in citations], order)
    return Copy(joined_text(_said(heading, view), citations, marking), marking, order)


def drawing_copy(
    view: BriefView, heading: str, lines: Sequence[Line], order: tuple[str, ...]
) -> Copy:
    """A drawing as it stands on the screen; it is marked as high as anything in the brief."""
    drawn = pasteable("\n".join(line.plain.rstrip() for line in lines))
    said = in_one_line(_said(heading, view))
    return Copy(between_markings(view.marking, [said, drawn]), view.marking, order)


def _said(heading: str, view: BriefView) -> str:
    return f"{' '.join(heading.split())}; {view.title}; {view.id}"
