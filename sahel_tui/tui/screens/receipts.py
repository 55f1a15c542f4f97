"""Paths, changes, and what the structure says: each entry leads to relations and their passages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.views import Claim
from sahel_tui.render.graph.words import joined
from sahel_tui.render.quotes import draw_quote
from sahel_tui.render.words import counted
from sahel_tui.tui.copies_elsewhere import Asked, There
from sahel_tui.tui.landing import Landing, OpenBrief
from sahel_tui.tui.screens.beside import BesideScreen
from sahel_tui.tui.widgets.receipt_list import ReceiptList, seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.library.rows import Quote
    from sahel_tui.render.graph.receipts import Entry
    from sahel_tui.tui.messages import ItemChosen
    from sahel_tui.tui.screens.beside import Shows
    from sahel_tui.tui.widgets.receipt_list import Shown


class Question(NamedTuple):
    """What is asked, and how it is answered."""

    title: str
    answer: Callable[[bool, Callable[[], bool]], Sequence[Entry]]
    """In a thread: by positive relations alone or by any, until it is stopped."""
    quotes: Callable[[Edge], Sequence[Quote]]
    """In a thread: the passages of a relation."""
    has_signs: bool = False
    """Whether one may ask for positive relations alone."""
    nothing: str = "nothing"
    """What is said where there is no entry."""
    said: Callable[[Sequence[Entry]], str] = lambda _: (
        "each opens into the relations that it rests on"
    )
    """What stands over the entries."""


class ReceiptsScreen(BesideScreen):
    """The entries, and beside them, or below, the passages of the one under the cursor."""

    def __init__(self, question: Question, *, delay: float) -> None:
        super().__init__(delay=delay)
        self._question = question
        self._positive = False
        self._number = 0
        """Of the last question: the answer to an earlier one is dropped."""
        self._quoted: tuple[Edge, Sequence[Quote]] | None = None
        """What the preview shows: of the entry under the cursor, or yet of the one before."""

    def list_widget(self) -> ReceiptList:
        """The entries."""
        return ReceiptList(id="rows")

    @property
    def rows(self) -> ReceiptList:
        """The entries."""
        return self.query_one(ReceiptList)

    def on_mount(self) -> None:
        """Begin to look for an answer."""
        self.begin_marking()
        self.set_focus(self.rows)
        self._ask()

    def on_unmount(self) -> None:
        """Nobody waits for more."""
        self._number += 1

    def _ask(self) -> None:
        self._number += 1
        number, positive, question = self._number, self._positive, self._question
        self.rows.set_entries((), "looking…")
        self.tell()

        def answer() -> None:
            stopped = lambda: number != self._number  # noqa: E731 - one name for one question
            entries = question.answer(positive, stopped)
            self.hand(self._show, number, entries, seen(entries))

        def failed(why: str) -> None:
            if number == self._number:
                self.rows.set_entries((), why)
            self.say(why)

        self.run_worker(self._heeding(answer, failed), thread=True, group="answer")

    def _show(self, number: int, entries: Sequence[Entry], shown: list[Shown]) -> None:
        if number == self._number:
            self.rows.set_entries(entries, self._heading(entries), shown)
            self.tell()
            self._previewed += 1
            self._follow()

    def _heading(self, entries: Sequence[Entry]) -> str:
        if not entries:
            return self._question.nothing
        return self._question.said(entries)

    @property
    def _by(self) -> str:
        other = "any sign" if self._positive else "positive alone"
        by = "positive relations alone" if self._positive else "relations of any sign"
        return f"by {by} ({self.key('receipts.signs')}: {other})"

    def action_toggle_signs(self) -> None:
        """By positive relations alone, or by any."""
        if self._question.has_signs:
            self._positive = not self._positive
            self._ask()
        else:
            self.say("There are no paths here.")

    # What is said ---------------------------------------------------------------------------------

    def title_words(self) -> str:
        """What is asked."""
        return joined(self._question.title, self._by if self._question.has_signs else "")

    def detail_words(self) -> str:
        """All of the entry under the cursor."""
        entry = self.rows.current
        return "" if entry is None else joined(entry.text, entry.rest)

    def status_words(self) -> str:
        """The keys that lead on."""
        entry = self.rows.current
        opens = "goes to the passage" if entry is not None and entry.edge is not None else "opens"
        return f"{self.key('receipts.open')} {opens} · {self.key('across.back')} back"

    def filter_rows(self, text: str) -> None:
        """Show the entries that have a text."""
        self.filter_text = text
        self.rows.filter_rows(text)
        self.tell()

    # Where it leads -------------------------------------------------------------------------------

    def preview_job(self) -> Callable[[], Shows] | None:
        """The passages of a relation, of either stance."""
        entry = self.rows.current
        if entry is None or entry.edge is None:
            self._quoted = None
            return None
        edge, question = entry.edge, self._question
        return lambda: self._with_quotes(edge, question.quotes(edge))

    def _with_quotes(self, edge: Edge, quotes: Sequence[Quote]) -> Shows:
        def show() -> None:
            self._quoted = edge, quotes
            title = f"{counted(len(quotes), 'passage')} in {edge.at.brief}"
            self.preview.set_items(
                title, len(quotes), lambda item, cells: draw_quote(quotes[item], cells)
            )

        return show

    def on_item_chosen(self, message: ItemChosen) -> None:
        """Go to the passage of a relation; open an entry."""
        entry = self.rows.current
        if message.pane is self.dialog or entry is None:
            return
        if entry.edge is None:
            self.rows.toggle()
            self.tell()
        else:
            on_passage = message.pane is self.preview
            self.post_message(OpenBrief(*self._leads_to(entry.edge, on_passage=on_passage)))

    def copied(self) -> Asked | None:
        """The relation under the cursor, or all of an entry, with their passages."""
        entry = self.rows.current
        if entry is None:
            return None
        if entry.edge is None:
            edges = tuple(dict.fromkeys(_edges(entry)))
            places = tuple(self._leads_to(edge, on_passage=False) for edge in edges)
            words = f"{self._question.title}: {joined(entry.text, entry.rest)}"
            return Asked(places, whole=True, words=words) if places else None
        on_passage = self.focused is self.preview
        return Asked((self._leads_to(entry.edge, on_passage=on_passage),))

    def _leads_to(self, edge: Edge, *, on_passage: bool) -> There:
        at = self.preview.cursor
        quotes: Sequence[Quote] = ()
        if on_passage and self._quoted is not None:
            edge, quotes = self._quoted
        landing = Landing(Claim("relation", edge.at.id), back=self._question.title)
        if at < len(quotes):
            one = quotes[at]
            landing = landing._replace(source=one.source, start=one.start or 0, end=one.end or 0)
        return There(Path(edge.at.path), landing)


def _edges(entry: Entry) -> Iterator[Edge]:
    if entry.edge is not None:
        yield entry.edge
    for one in entry.under:
        yield from _edges(one)


def best_quote(quotes: Sequence[Quote]) -> str:
    """The words of the best passage that supports; empty where there is none."""
    from sahel_tui.queries.graph.grades import grade_rank

    bears = [
        one
        for one in quotes
        if one.stance == "supports" and one.review != "rejected" and one.state != "orphan"
    ]
    return min(bears, key=lambda one: grade_rank(one.grade or None)).text if bears else ""
