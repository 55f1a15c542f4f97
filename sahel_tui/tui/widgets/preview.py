"""The passage of a search's hit in its context: all of its source, around what was found."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment

from sahel_tui.render.blocks import MEASURE
from sahel_tui.render.line import Line
from sahel_tui.render.paragraphs import Layout, Paragraph
from sahel_tui.render.passages import NARROW_MARGIN, draw_passages
from sahel_tui.render.styles import CURSOR
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from sahel_tui.queries.search.documents import Document, Item
    from sahel_tui.queries.search.matching import Hit

_CONTEXT = 2
"""Lines kept in sight around the place."""


class Preview(ItemList):
    """Paragraphs of one source, or the words of a hit that rests on none."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("results.open", "screen.open_result")]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._title = "no passage"
        self._texts: Sequence[tuple[int, str]] = ()
        """Where each paragraph begins in its source, and its text."""
        self._hit: Hit | None = None
        self._spans: Sequence[tuple[int, int]] = ()
        self._layouts = lru_cache(maxsize=64)(self._lay_out)

    def clear(self) -> None:
        """Show nothing: there is no hit."""
        self._texts, self._hit, self._title = (), None, "no passage"
        self._refill()

    def shows(self, hit: Hit) -> bool:
        """Whether it shows this hit already."""
        return hit == self._hit

    def set_hit(self, document: Document, hit: Hit) -> None:
        """Show where a hit is."""
        self._hit = hit
        passages = [one for one in document.items if one.kind == "passage"]
        here = [one for one in passages if one.source == hit.source] if hit.source else []
        self._texts = [(one.start or 0, one.text) for one in here] or [
            (0, _own_words(document, hit))
        ]
        self._spans = hit.spans if here else ()
        self._title = _title(document, hit, here)
        self._refill()
        self._show_place()

    def _refill(self) -> None:
        self._layouts.cache_clear()
        self.cursor, self.top = 0, (0, 0)
        self.redraw()

    def _show_place(self) -> None:
        hit = self._hit
        if hit is None or not self._texts or not self._measured.area:
            return
        if self._spans and hit.start is not None and hit.end is not None:
            first, last = self._place_of(hit.start), self._place_of(max(hit.start, hit.end - 1))
            self.cursor = first[0]
            self.show(last, context=_CONTEXT)
            self.show(first, context=_CONTEXT)
        self.redraw_heading()

    def _place_of(self, offset: int) -> tuple[int, int]:
        item = max((n for n, (start, _) in enumerate(self._texts) if start <= offset), default=0)
        return item, self._layouts(item).line_of(offset - self._texts[item][0])

    # How it is drawn ----------------------------------------------------------------------------

    def _lay_out(self, item: int) -> Layout:
        text = self._texts[item][1]
        number = item + 1 if self._spans else 0
        paragraph = Paragraph(0, 0, len(text), number, first=True)
        return Layout(paragraph, text, min(MEASURE, self.body_width - NARROW_MARGIN))

    def measure(self) -> None:
        """Wrap anew, and show the place again."""
        super().measure()
        self._layouts.cache_clear()

    def reveal(self) -> None:
        """Bring the place into view."""
        self._show_place()

    def count(self) -> int:
        """How many paragraphs there are."""
        return len(self._texts)

    def height_of(self, item: int) -> int:
        """A paragraph's lines, and a blank one between two."""
        return len(self._layouts(item).lines) + (item + 1 < len(self._texts))

    def draw(self, item: int, line: int) -> Line:
        """One line of a paragraph, what was found marked."""
        layout = self._layouts(item)
        if line >= len(layout.lines):
            return Line()
        base = self._texts[item][0]
        spans = [(start - base, end - base) for start, end in self._spans]
        return draw_passages(layout, line, (), spans, (), margin=NARROW_MARGIN)

    def margin_cell(self, item: int, line: int) -> Segment:
        """A bar along the span that Enter goes to."""
        hit, layout = self._hit, self._layouts(item)
        if hit is None or hit.start is None or hit.end is None or line >= len(layout.lines):
            return Segment(" ")
        base = self._texts[item][0]
        start, end = layout.shown(line, hit.start - base, hit.end - base)
        return Segment("┃" if self._spans and start < end else " ", CURSOR)

    def heading(self) -> Line:
        """The brief, the source and the paragraph."""
        return Line(f" {self._title}")


def _own_words(document: Document, hit: Hit) -> str:
    """What a hit says that leads to no passage."""
    item = next((i for i in document.items if (i.kind, i.id) == (hit.kind, hit.id)), None)
    words = [item.title, item.text] if item else [hit.title, hit.snippet]
    return "\n".join(part for part in words if part)


def _title(document: Document, hit: Hit, here: Sequence[Item]) -> str:
    """Where it is, what stands over it, and of which brief: the brief is named by its row, too."""
    named = [document.title, document.published]
    if not here:
        lack = "the brief itself" if hit.kind == "brief" else "rests on no passage"
        return _joined(lack, document.marking, *named)
    before = (n for n, one in enumerate(here, 1) if (one.start or 0) <= (hit.start or 0))
    number = max(before, default=1)
    place = f"{hit.source} ¶{number:,} of {len(here):,}"
    return _joined(place, here[number - 1].marking, *named)


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
