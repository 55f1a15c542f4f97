"""The choices of what to copy, and how each is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from sahel_tui.queries.citing import Citation, cite_claim, cite_stops
from sahel_tui.render.cells import fit
from sahel_tui.render.citations import (
    brief_text,
    cited_text,
    joined_text,
    json_lines,
    quoted_text,
    reference_text,
)
from sahel_tui.render.line import Line
from sahel_tui.render.paragraphs import paragraph_span, piece_at, pieces_of
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import DIM, STRONG
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.queries.stops import Stop
    from sahel_tui.queries.views import BriefView, Claim

_PREVIEW = 3
"""Lines of a text that are shown of it."""


class Copied(Protocol):
    """One thing that can be copied."""

    @property
    def name(self) -> str:
        """What it is."""

    @property
    def text(self) -> str:
        """What is copied."""

    @property
    def marking(self) -> str | None:
        """How that is marked."""


class Choice(NamedTuple):
    """Something of one brief that can be copied."""

    name: str
    citation: Citation
    write: Callable[[Citation], str]

    @property
    def text(self) -> str:
        """What is copied."""
        return self.write(self.citation)

    @property
    def marking(self) -> str | None:
        """How that is marked."""
        return self.citation.marking


class Together(NamedTuple):
    """What several briefs say, or what is said of them, in one text."""

    name: str
    said: str
    citations: tuple[Citation, ...]
    marking: str | None
    """The highest of all."""

    @property
    def text(self) -> str:
        """What is copied."""
        return joined_text(self.said, self.citations, self.marking)


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


def found_choices(view: BriefView, stop: Stop, order: Sequence[str]) -> Iterator[Choice]:
    """What there is to copy of words that were found: their paragraph with its citation first."""
    paragraph = paragraph_of(view, stop)
    around = list(paragraph_choices(view, paragraph, order)) if paragraph is not None else []
    yield from around[:1]
    words = cite_stops(view, None, (stop,), order)
    yield Choice("Words that were found, with their citation", words, cited_text)
    yield Choice("Words that were found alone", words, quoted_text)
    yield from around[1:]


def brief_choices(view: BriefView) -> Iterator[Choice]:
    """What there is to copy of a brief: what it is, and what it is about."""
    whole = Citation(view, None, (), view.marking)
    yield Choice("Brief with its sources", whole, brief_text)


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


def draw_choice(choice: Copied, cells: int) -> list[Line]:
    """What would be copied: what it is, how long and how marked, and how it begins."""
    text = choice.text
    lines = text.split("\n")
    full = [line for line in lines if line.strip()]
    about = f" · {counted(len(text), 'character')} · {choice.marking or 'no marking'}"
    shown = [Line(choice.name, STRONG).add(about)]
    shown += [Line().to(2).add(fit(safe(line), cells - 2)) for line in full[:_PREVIEW]]
    if len(full) > _PREVIEW:
        shown.append(Line().to(2).add(f"… {counted(len(full) - _PREVIEW, 'line')} more", DIM))
    return shown
