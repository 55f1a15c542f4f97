"""The dossier of one actor: what all briefs say of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from sahel_tui.render.dossiers import draw_head, row_words
from sahel_tui.render.quotes import draw_marked, draw_quote
from sahel_tui.render.words import counted
from sahel_tui.tui.copies_elsewhere import Asked, There
from sahel_tui.tui.landing import Landing, OpenBrief
from sahel_tui.tui.screens.dossier_gathering import DossierGathering
from sahel_tui.tui.widgets.section_list import SectionList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sahel_tui.queries.library.outline import Join, Row, Section
    from sahel_tui.queries.library.rows import Quote
    from sahel_tui.render.line import Line
    from sahel_tui.tui.comparing import ComparingApp
    from sahel_tui.tui.dossier_work import Gathered
    from sahel_tui.tui.messages import ItemChosen
    from sahel_tui.tui.screens.beside import Shows
    from sahel_tui.tui.screens.judging import Judged


class DossierScreen(DossierGathering):
    """Its rows, what they rest on, and where they lead."""

    _head: Sequence[Line] = ()
    _drawn_for: tuple[Gathered, int] | None = None

    def fill(self) -> None:
        """Show the rows that are gathered by now, and what was judged of them."""
        if self.gathered is not None:
            sections = tuple(_judged(one, self.judged) for one in self.gathered.sections)
            self.rows.set_sections(sections, self.gathered.found_by)

    # What is shown ------------------------------------------------------------------------------

    def list_widget(self) -> SectionList:
        """The rows of the dossier."""
        return SectionList(id="rows")

    @property
    def rows(self) -> SectionList:
        """The rows of the dossier."""
        return self.query_one(SectionList)

    def tell(self) -> None:
        """Title, heading, detail and status."""
        heading = self._heading()
        if heading != self.rows.title:
            self.rows.title = heading
            self.rows.redraw_heading()
        super().tell()

    def title_lines(self) -> Sequence[Line]:
        """Who it is, and its mentions over time: drawn once for each dossier and width."""
        if self.gathered is None:
            return super().title_lines()
        drawn = (self.gathered, self.app.size.width)
        if self._drawn_for != drawn:
            ascii_only = cast("ComparingApp", self.app).terminal.ascii
            cells = self.app.size.width - 1
            lines = draw_head(self.gathered.dossier, cells, ascii_only=ascii_only)
            self._drawn_for, self._head = drawn, lines
            self.query_one("#title").styles.height = len(lines)
        return self._head

    def _heading(self) -> str:
        words = self.filter_words(self.rows.hidden, self.rows.total, self.rows.near)
        done = self.gathered and self.gathered.dossier.done and not self.fetching
        reading = "" if done else "gathering"
        parts = [self.trouble or self.shelf.progress.words or reading, words]
        return " · ".join(["Dossier", *(part for part in parts if part)])

    def filter_rows(self, text: str) -> None:
        """Show the rows that hold all words of a text."""
        self.filter_text = text
        self.rows.filter_rows(text)
        self.tell()

    def title_words(self) -> str:
        """Who it is."""
        return self.called

    def detail_words(self) -> str:
        """All of the row under the cursor."""
        row, section = self.rows.current, self.rows.section
        if row is not None:
            return row_words(row)
        return f"{section.title}: {counted(section.held, 'row')}" if section else ""

    def status_words(self) -> str:
        """The keys that lead on."""
        row = self.rows.current
        if row is not None and row.kind == "more":
            return f"they are fetched · {self.key('across.back')} back"
        if row is not None and row.kind == "join":
            keys = (("same", "same"), ("different", "different"), ("unsure", "unsure"))
            return " · ".join(f"{self.key(f'dossier.{id_}')} {words}" for id_, words in keys)
        words = "goes to the passage" if row is not None and row.told else "opens"
        return (
            f"{self.key('dossier.open')} {words} · {self.key('dossier.fold')}"
            f" {self.key('dossier.unfold')} fold · {self.key('across.back')} back"
        )

    # The preview --------------------------------------------------------------------------------

    def preview_job(self) -> Callable[[], Shows] | None:
        """The quotes that a claim rests on; a paragraph."""
        row, gathered = self.rows.current, self.gathered
        if row is None or gathered is None:
            return None
        if row.claim is None or row.told is None:
            return lambda: lambda: self._preview_words(row)
        path, claim = row.told.path, row.claim

        def find() -> Shows:
            quotes = gathered.rows.quotes(path, claim)
            return lambda: self._preview_quotes(row, quotes)

        return find

    def _preview_words(self, row: Row) -> None:
        def draw(_: int, cells: int) -> Sequence[Line]:
            if row.kind != "passage":
                return draw_marked(row_words(row), (), cells)
            begin = row.data.start
            spans = [(start - begin, end - begin) for start, end in row.data.mentions]
            return draw_marked(row.data.text, spans, cells)

        title = row.told.brief if row.told else "of several briefs"
        self.preview.set_items(title, 1, draw)

    def _preview_quotes(self, row: Row, quotes: Sequence[Quote]) -> None:
        brief = row.told.brief if row.told else ""
        contexts = [self._context_of(row, quote) for quote in quotes]
        self.preview.set_items(
            f"{counted(len(quotes), 'passage')} in {brief}",
            len(quotes),
            lambda item, cells: draw_quote(quotes[item], cells, contexts[item]),
        )

    def _context_of(self, row: Row, quote: Quote) -> tuple[str, int] | None:
        """The paragraph that a quote stands in, and where that begins."""
        if self.gathered is None or row.told is None or quote.start is None:
            return None
        for one in self.gathered.dossier.passages:
            here = one.told.path == row.told.path and one.source == quote.source
            if here and one.start <= quote.start < one.end:
                return one.text, one.start
        return None

    # Where it leads -----------------------------------------------------------------------------

    def on_item_chosen(self, message: ItemChosen) -> None:
        """Go to the passage in its brief; fold or unfold a section; another actor's dossier."""
        if message.pane is self.dialog:
            return
        row = self.rows.current
        if row is None:
            self.rows.toggle()
        elif row.kind == "more":
            self.fetch(row.data.section)
        elif row.told is not None:
            self.post_message(OpenBrief(Path(row.told.path), self._landing(row)))
        elif row.actors:
            app = cast("ComparingApp", self.app)
            app.call_later(app.action_show_dossier_of, row.actors[0])
        else:
            self.say("This is of several briefs: their passages stand further down.")

    def copied(self) -> Asked | None:
        """What the row under the cursor leads to; what several briefs say as it stands."""
        row, gathered = self.rows.current, self.gathered
        if row is None or gathered is None or row.kind == "more":
            return None
        if row.told is None:
            words = f"Dossier of {self.called}: {row_words(row)}"
            order = gathered.rows.marking_order
            return Asked(words=words, marking=gathered.dossier.marking, order=order)
        return Asked((There(Path(row.told.path), self._landing(row)),))

    def _landing(self, row: Row) -> Landing:
        back = f"the dossier of {self.called}"
        if row.kind != "passage":
            return Landing(row.claim, back=back)
        spans = row.data.mentions or ((row.data.start, row.data.end),)
        start, end = spans[0]
        return Landing(None, row.data.source, start, end, spans, back=back)

    def actors_here(self) -> tuple[str, ...]:
        """The others that the row under the cursor is about."""
        row = self.rows.current
        return row.actors if row is not None else ()

    # Judging ------------------------------------------------------------------------------------

    def join_here(self) -> tuple[str, Join] | None:
        """The suggested join under the cursor."""
        row = self.rows.current
        if row is None or row.kind != "join" or self.gathered is None:
            return None
        return self.gathered.dossier.actor.key, row.data

    def show_judged(self, judged: Judged) -> None:
        """Say so in the row, and go on to the next; one that is the same is gathered, too."""
        self.fill()
        self.rows.action_move_cursor(1)
        if judged == "same":
            self._gather()


def _judged(section: Section, judged: Mapping[str, Judged]) -> Section:
    """A section whose joins tell what was said of them."""
    if section.id != "joins":
        return section
    rows = (
        row._replace(data=row.data._replace(judged=judged.get(row.data.other.key, "")))
        for row in section.rows
    )
    return section._replace(rows=tuple(rows))
