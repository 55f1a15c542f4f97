"""The same content in Textual's own widgets, as one writes it from the tutorial: a yardstick.

Tabs over a list and three tables, the source in a text area under them, a header and a footer.
Everything is as it comes, the theme, the borders and the animations too; but the cursor does not
blink.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.screen import ModalScreen
from textual.widgets import (
    DataTable,
    Footer,
    Header,
    OptionList,
    Static,
    TabbedContent,
    TabPane,
    TextArea,
)

from sahel_tui.reading import read_brief

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from sahel_tui.queries.views import Passage

TABS = {
    "points": "Bottom line",
    "actors": "Actors",
    "relations": "Relationships",
    "events": "Timeline",
}
HELP = "\n".join(
    ("Keys", "B bottom line", "A actors", "R relationships", "T timeline", "S source", "Esc close")
)


class Help(ModalScreen[None]):
    """The keys, in a box."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "Close")]
    CSS = "Help { align: center middle; } Static { width: 40; height: 20; border: thick $accent; }"

    def compose(self) -> ComposeResult:
        yield Static(HELP, markup=False)


class StockApp(App[None]):
    """A brief in stock widgets; the source follows the event under the cursor."""

    CSS = "TabbedContent { height: 1fr; } TextArea { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("B", "show('points')", "Bottom line"),
        ("A", "show('actors')", "Actors"),
        ("R", "show('relations')", "Relationships"),
        ("T", "show('events')", "Timeline"),
        ("S", "read", "Source"),
        ("question_mark", "help", "Help"),
    ]

    def __init__(self, brief: Path) -> None:
        super().__init__()
        self.view = read_brief(brief).view

    def compose(self) -> ComposeResult:
        yield Header()
        with TabbedContent():
            with TabPane(TABS["points"], id="points"):
                yield OptionList(*(point.text for point in self.view.points), markup=False)
            for name in ("actors", "relations", "events"):
                with TabPane(TABS[name], id=name):
                    yield DataTable(cursor_type="row")
        text = TextArea(self.view.sources[0].text, read_only=True)
        text.cursor_blink = False  # else it writes without a key
        yield text
        yield Footer()

    def on_mount(self) -> None:
        view = self.view
        self.fill("actors", ("name", "type"), ((a.name, a.type or "") for a in view.actors))
        self.fill(
            "relations",
            ("type", "from", "to"),
            ((r.type, r.source_name, r.target_name) for r in view.relations),
        )
        self.fill(
            "events",
            ("date", "title", "place"),
            ((e.date.text, e.title, e.place or "") for e in view.events),
        )

    def fill(self, name: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
        """Put rows into a table."""
        table = self.query_one(f"#{name}", TabPane).query_one(DataTable)
        table.add_columns(*heads)
        table.add_rows(rows)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Lead the source to the event's first passage."""
        if event.data_table.parent is not None and event.data_table.parent.id == "events":
            self.lead_to(self.view.events[event.cursor_row].evidence)

    def lead_to(self, evidence: tuple[Passage, ...]) -> None:
        """Put the cursor of the source where the first passage starts."""
        if evidence and evidence[0].start is not None:
            before = self.view.sources[0].text[: evidence[0].start].split("\n")
            self.query_one(TextArea).move_cursor((len(before) - 1, len(before[-1])), center=True)

    def action_show(self, name: str) -> None:
        """Show a tab, and go there."""
        self.query_one(TabbedContent).active = name
        pane = self.query_one(f"#{name}", TabPane)
        (pane.query_one(OptionList) if name == "points" else pane.query_one(DataTable)).focus()

    def action_read(self) -> None:
        """Go to the source."""
        self.query_one(TextArea).focus()

    def action_help(self) -> None:
        """Show the keys."""
        self.push_screen(Help())


if __name__ == "__main__":
    StockApp(Path(sys.argv[1])).run()
