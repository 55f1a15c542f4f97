"""Rows in sections that can be folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from sahel_tui.queries.fuzzy import Fuzzy
from sahel_tui.render.dossiers import draw_row, draw_section
from sahel_tui.render.line import Line
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from sahel_tui.queries.library.outline import Row, Section


class _Shown(NamedTuple):
    """A visible item: the heading of a section, or a row of it."""

    section: Section
    row: Row | None

    @property
    def key(self) -> str:
        return f"section {self.section.id}" if self.row is None else self.row.key


class SectionList(ItemList):
    """The rows of a dossier. The cursor stays on its row while more is gathered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("dossier.open", "choose_item"),
        bound("dossier.fold", "fold(True)"),
        bound("dossier.unfold", "fold(False)"),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.sections: Sequence[Section] = ()
        self.folded: frozenset[str] = frozenset()
        self.title = ""
        """What the heading says."""
        self.hidden = 0
        """Rows that the filter hides."""
        self.near: tuple[str, ...] = ()
        """The words that were taken for what is filtered."""
        self._shown: Sequence[_Shown] = ()
        self._found_by = Fuzzy(())
        self._filter = ""
        self._on = ""
        """The key of the item under the cursor."""

    def set_sections(self, sections: Sequence[Section], found_by: Fuzzy) -> None:
        """Show other rows, or more of them; `found_by` finds them by what is filtered."""
        self.sections, self._found_by = sections, found_by
        self._refill()

    def filter_rows(self, text: str) -> None:
        """Show the rows that hold all words of a text."""
        self._filter = text
        self._refill()

    def _refill(self) -> None:
        beside, step = self._beside_more()
        kept = self._let_through()
        self._shown = [
            _Shown(section, row)
            for section in self.sections
            for row in (
                None,
                *(
                    row
                    for row in section.rows
                    if section.id not in self.folded
                    and (kept is None or row.key in kept or row.kind == "more")
                ),
            )
        ]
        places = {one.key: place for place, one in enumerate(self._shown)}
        here = places.get(self._on, self.cursor)
        self.stay_on(places[beside] + step if beside in places else here)
        if beside in places:
            self._on = self._shown[self.cursor].key
        self.show_others()

    def _beside_more(self) -> tuple[str, int]:
        """On a row that stood for others: the row before or after them, and where they are."""
        row = self.current
        if row is None or row.kind != "more":
            return "", 0
        step = 1 if row.data.is_before else -1
        at = self.cursor + step
        return (self._shown[at].key if at < len(self._shown) else ""), -step

    def _let_through(self) -> set[str] | None:
        """The keys of the rows that the filter shows; None where there is none."""
        rows = [row for section in self.sections for row in section.rows]
        more = sum(1 for row in rows if row.kind == "more")
        self.hidden, self.near = 0, ()
        if not self._filter.strip():
            return None
        found = self._found_by.find(self._filter)
        self.hidden, self.near = len(rows) - more - len(found.rows), found.near
        return {rows[at].key for at in found.rows}

    @property
    def total(self) -> int:
        """How many rows there are."""
        return sum(1 for section in self.sections for row in section.rows if row.kind != "more")

    @property
    def current(self) -> Row | None:
        """The row under the cursor; None on the heading of a section."""
        return self._shown[self.cursor].row if self.cursor < len(self._shown) else None

    @property
    def section(self) -> Section | None:
        """The section under the cursor."""
        return self._shown[self.cursor].section if self.cursor < len(self._shown) else None

    def move_to(self, item: int, *, at_top: bool = False) -> None:
        """Put the cursor on an item; it stays there while more is gathered."""
        super().move_to(item, at_top=at_top)
        if self._shown:
            self._on = self._shown[self.cursor].key

    def action_fold(self, fold: bool) -> None:
        """Fold the section under the cursor away, or unfold it."""
        section = self.section
        if section is None or (section.id in self.folded) == fold:
            return
        self.folded = self.folded ^ {section.id}
        if fold:
            self._on = f"section {section.id}"
        self._refill()

    def toggle(self) -> None:
        """Fold or unfold the section under the cursor."""
        section = self.section
        if section is not None:
            self.action_fold(section.id not in self.folded)

    # Drawing ------------------------------------------------------------------------------------

    def count(self) -> int:
        """How many items are shown."""
        return len(self._shown)

    def draw(self, item: int, line: int) -> Line:
        """A heading, or a row."""
        del line
        shown = self._shown[item]
        if shown.row is None:
            folded = shown.section.id in self.folded
            return draw_section(shown.section, self.body_width, folded=folded)
        return draw_row(shown.row, self.body_width)

    def heading(self) -> Line:
        """What this is."""
        return Line(f" {self.title}")
