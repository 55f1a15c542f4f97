"""Where to land in a brief that is opened from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.anchoring.states import Span
    from sahel_tui.queries.stops import Stop
    from sahel_tui.queries.views import Claim


class Landing(NamedTuple):
    """A place in a brief: a claim, a span of a source, or both; without either, its beginning."""

    claim: Claim | None = None
    """What is selected: its passage near the span is shown."""
    source: str = ""
    start: int = 0
    end: int = 0
    """The span; empty for none."""
    spans: tuple[Span, ...] = ()
    """All spans in the source to go on through, with this one among them."""
    matches: tuple[Stop, ...] = ()
    """Places to go on through, of all sources, in the stead of `spans`; the span is one of them."""
    words: tuple[str, ...] = ()
    """The words that stood at each of them when they were found."""
    back: str = ""
    """What going back leads to, for a remark: `the dossier of JNIM`."""

    @property
    def leads(self) -> bool:
        """Whether it leads anywhere but to the brief."""
        return self.claim is not None or self.has_span

    @property
    def has_span(self) -> bool:
        """Whether it leads to words."""
        return self.start < self.end


class OpenBrief(Message):
    """Open a brief over this screen, which is come back to as it is now."""

    def __init__(self, path: Path, landing: Landing | None = None) -> None:
        super().__init__()
        self.path = path
        self.landing = landing or Landing()
