"""The page on keys says what the bindings say, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from textual.binding import Binding

from sahel_tui.tui import bindings
from sahel_tui.tui.keymap import key_name
from sahel_tui.tui.screens.across import AcrossScreen
from sahel_tui.tui.screens.beside import BesideScreen, PreviewList
from sahel_tui.tui.screens.judging import JudgingScreen
from sahel_tui.tui.screens.library_panes import LibraryPanes
from sahel_tui.tui.widgets.actor_finder import FinderInput
from sahel_tui.tui.widgets.brief_list import BriefList
from sahel_tui.tui.widgets.choice_list import DialogList
from sahel_tui.tui.widgets.contradiction_list import ContradictionList
from sahel_tui.tui.widgets.event_list import EventList
from sahel_tui.tui.widgets.item_list import ItemList
from sahel_tui.tui.widgets.prompt_bar import PromptBar
from sahel_tui.tui.widgets.query_line import QueryInput
from sahel_tui.tui.widgets.reader_view import ReaderView
from sahel_tui.tui.widgets.receipt_list import ReceiptList
from sahel_tui.tui.widgets.relation_list import RelationList
from sahel_tui.tui.widgets.result_list import ResultList
from sahel_tui.tui.widgets.scope_list import ScopeList
from sahel_tui.tui.widgets.scope_lists import ScopeTies
from sahel_tui.tui.widgets.section_list import SectionList
from sahel_tui.tui.widgets.timeline.scope_events import ScopeEvents

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"
TABLES = (
    bindings.PANE_BINDINGS,
    bindings.EVIDENCE_BINDINGS,
    bindings.TRAIL_BINDINGS,
    bindings.FIND_BINDINGS,
    bindings.COPY_BINDINGS,
    bindings.BRIEF_BINDINGS,
    bindings.APP_BINDINGS,
    bindings.SEARCH_BINDINGS,
    bindings.GRAPH_BINDINGS,
    ReceiptList.BINDINGS,
    AcrossScreen.BINDINGS,
    *(w.BINDINGS for w in (ItemList, RelationList, EventList, ReaderView, PromptBar, DialogList)),
    BesideScreen.BINDINGS,
    JudgingScreen.BINDINGS,
    *(w.BINDINGS for w in (BriefList, SectionList, ContradictionList, PreviewList, FinderInput)),
    ResultList.BINDINGS,
    LibraryPanes.BINDINGS,
    *(w.BINDINGS for w in (ScopeList, ScopeTies, ScopeEvents)),
    QueryInput.BINDINGS,
)


def test_every_binding_is_on_the_page_and_nothing_else() -> None:
    meant: dict[str, tuple[list[str], str]] = {}
    for table in TABLES:
        for binding in Binding.make_bindings(table):
            assert binding.id
            keys, _ = meant.setdefault(binding.id, ([], binding.description))
            if key_name(binding.key) not in keys:
                keys.append(key_name(binding.key))
    rows = re.findall(r"^\| (.+?) \| (.+?) \| `([a-z_.]+)` \|$", PAGE.read_text("utf-8"), re.M)
    written = {name: (re.findall(r"`([^`]+)`", keys), words) for keys, words, name in rows}
    assert written == meant
