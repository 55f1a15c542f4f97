"""The choices of what to copy, and how each is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.citing import cite_claim, cite_stops
from sahel_tui.render.cells import fit
from sahel_tui.render.citations import cited_text, json_lines, quoted_text, reference_text
from sahel_tui.render.line import Line
from sahel_tui.render.paragraphs import paragraph_span, piece_at, pieces_of
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import DIM, STRONG
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.queries.citing import Citation
    from sahel_tui.queries.stops import Stop
    from sahel_tui.queries.views import BriefView, Claim

_PREVIEW = 3
"""Lines of a text that are shown of it."""


class Choice(NamedTuple):
    """One thing that can be copied."""

    name: str
    citation: Citation
    write: Callable[[Citation], str]

    @property
    def text(self) -> str:
        """What is copied."""
        return self.write(self.citation)


def claim_choices(
    view: BriefView, claim: Claim, stop: Stop | None, order: Sequence[str]
) -> Iterator[Choice]:
    """What there is to copy of a claim, of which `stop` is shown: the whole claim first."""
    whole = cite_claim(view, claim, order)
    yield Choice("Claim with all of its passages", whole, cited_text)
    if stop is None:
        return
    yield from _quote_choices(cite_stops(view, claim, (stop,), order))
    yield from stretch_choices(view, paragraph_of(view, stop), order)
    yield Choice("JSON lines: its passages", whole, json_lines)
    yield Choice("References to its passages", whole, reference_text)


def passage_choices(
    view: BriefView, claim: Claim, stop: Stop, order: Sequence[str]
) -> Iterator[Choice]:
    """What there is to copy of a passage: its quote with the citation first."""
    one = cite_stops(view, claim, (stop,), order)
    yield from _quote_choices(one)
    yield Choice("Claim with all of its passages", cite_claim(view, claim, order), cited_text)
    yield from stretch_choices(view, paragraph_of(view, stop), order)
    yield Choice("JSON line", one, json_lines)
    yield Choice("Reference", one, reference_text)


def other_choices(
    view: BriefView, others: Sequence[tuple[Claim, Stop]], order: Sequence[str]
) -> Iterator[Choice]:
    """Other passages that stand in the same place."""
    for claim, stop in others:
        citation = cite_stops(view, claim, (stop,), order)
        yield Choice("Another passage of this line, with its citation", citation, cited_text)


def paragraph_choices(view: BriefView, stop: Stop, order: Sequence[str]) -> Iterator[Choice]:
    """What there is to copy of a paragraph that nothing rests on."""
    one = cite_stops(view, None, (stop,), order)
    yield from stretch_choices(view, stop, order)
    yield Choice("Paragraph alone", one, quoted_text)
    yield Choice("JSON line", one, json_lines)
    yield Choice("Reference", one, reference_text)


def stretch_choices(view: BriefView, stop: Stop | None, order: Sequence[str]) -> Iterator[Choice]:
    """A paragraph with its citation, where there is one."""
    if stop is not None:
        citation = cite_stops(view, None, (stop,), order)
        yield Choice("Paragraph with its citation", citation, cited_text)


def _quote_choices(citation: Citation) -> Iterator[Choice]:
    yield Choice("Quote with its citation", citation, cited_text)
    yield Choice("Quote alone", citation, quoted_text)


def paragraph_of(view: BriefView, stop: Stop) -> Stop | None:
    """The whole paragraph in which a stop begins; None where it has no place."""
    if stop.start is None:
        return None
    pieces = pieces_of(view.sources)
    source = [one.id for one in view.sources].index(stop.source)
    start, end = paragraph_span(pieces, piece_at(pieces, source, stop.start))
    return stop._replace(start=start, end=end, passage=None) if start < end else None


def draw_choice(choice: Choice, cells: int) -> list[Line]:
    """What would be copied: what it is, how long and how marked, and how it begins."""
    text = choice.text
    lines = text.split("\n")
    full = [line for line in lines if line.strip()]
    about = f" · {counted(len(text), 'character')} · {choice.citation.marking or 'no marking'}"
    shown = [Line(choice.name, STRONG).add(about)]
    shown += [Line().to(2).add(fit(safe(line), cells - 2)) for line in full[:_PREVIEW]]
    if len(full) > _PREVIEW:
        shown.append(Line().to(2).add(f"… {counted(len(full) - _PREVIEW, 'line')} more", DIM))
    return shown
