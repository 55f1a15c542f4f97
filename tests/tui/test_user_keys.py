"""Keys as a keymap gives them: they work, and whatever names a key names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.config.keys import BOUND, PLACES
from sahel_tui.tui.keymap import key_name
from sahel_tui.tui.screens.problems import ProblemsScreen
from sahel_tui.tui.widgets.event_list import EventList
from tests.shipped import FOLDER
from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from tests.conftest import WriteBrief
    from tests.tui.explore import Explorer

WAYS = {
    "points": "B",
    "actors": "A",
    "relations": "R",
    "map": "R m",
    "matrix": "R m | m",
    "events": "T",
    "source": "S",
    "library": "B L",
    "library_relations": "R L",
    "library_events": "T L",
    "briefs": "o",
    "dossier": "d | m a l i | enter",
    "contradictions": "c",
    "receipts": "R u",
    "preview": "R u | tab",
    "finder": "d",
    "results": "s | j n i m | enter",
    "query": "s",
    "dialog": "a",
    "prompt": "slash",
    "problems": "",
}
"""Where the focus can be, and the keys that bring it there; between them it is waited."""
SHOWN = {
    "briefs": ("10 of 10 briefs",),
    "dossier": ("Whose dossier?", "Mali · government", "Names"),
    "contradictions": ("side 1",),
    "map": ("· map  ● Mali",),
    "matrix": ("· map  ● Mali", "· matrix  ● Mali"),
    "receipts": ("Most relations (",),
    "preview": ("Most relations (", "Most relations ("),
    "finder": ("Whose dossier?",),
    "results": ("Enter results", "hits in", "Enter opens"),
    "query": ("Enter results",),
}
"""What is waited for on the screen after each."""


def working(explorer: Explorer) -> dict[str, set[str]]:
    """The ids of the bindings that work where the focus is, with their keys."""
    found: dict[str, set[str]] = {}
    for key, active in explorer.app.screen.active_bindings.items():
        if active.enabled and active.binding.id:
            found.setdefault(active.binding.id, set()).add(key_name(key))
    return found


@pytest.mark.parametrize("place", PLACES)
async def test_every_binding_works_where_it_is_said_to(place: str, write_brief: WriteBrief) -> None:
    path = FOLDER if place in SHOWN else SHIPPED
    if place == "problems":
        path = write_brief("broken")
    async with exploring(path) as explorer:
        said = {name for name, bound in BOUND.items() if place in bound.places}
        shown = SHOWN.get(place, ("",))
        for step, words in zip(WAYS[place].split(" | "), shown, strict=True):
            await explorer.press(*step.split())
            await explorer.until(lambda words=words: words in explorer.text)  # type: ignore[misc]
        assert isinstance(explorer.app.screen, ProblemsScreen) == (place == "problems")
        found = working(explorer)
        typing = place in ("prompt", "query")
        if typing:
            # The panes' keys that type nothing work while one types, unless the prompt has them.
            found = {name: keys for name, keys in found.items() if name in said}
        assert set(found) == said
        for name, keys in found.items():
            bound = {key_name(key) for key in BOUND[name].keys.split(",")}
            assert keys == bound or (typing and keys == {key for key in bound if len(key) > 1})


async def test_keys_of_widgets_screen_and_app_are_changed_and_the_old_ones_do_nothing() -> None:
    keymap = (
        ("list.next", "n,down"),
        ("evidence.next", "semicolon"),
        ("pane.zoom", "less_than_sign"),
        ("trail.back", "comma"),
        ("app.redraw", "ctrl+p"),
        ("app.commands", "ctrl+t"),
        ("list.page_down", "f"),
        ("evidence.follow", "space"),
    )
    async with exploring(SHIPPED, keymap=keymap) as explorer:
        pane = explorer.screen.focused_pane
        await explorer.press("n")
        assert pane.cursor == 1
        await explorer.press("j")
        assert pane.cursor == 1
        await explorer.press("less_than_sign")
        assert explorer.screen.state.zoomed
        await explorer.press("z", "less_than_sign")
        assert not explorer.screen.state.zoomed
        await explorer.press("space")
        assert not explorer.screen.state.follow
        await explorer.press("enter")
        assert explorer.screen.focused_pane is explorer.screen.reader
        await explorer.press("comma")
        assert explorer.screen.focused_pane is pane
        await explorer.press("f")
        assert pane.cursor > 1
        await explorer.press("ctrl+p")
        assert len(explorer.app.screen_stack) == 1
        await explorer.press("ctrl+t")
        assert len(explorer.app.screen_stack) == 2


async def test_two_bindings_change_places() -> None:
    keymap = (("list.next", "k"), ("list.previous", "j"), ("app.help", "q"), ("app.quit", "?"))
    async with exploring(SHIPPED, keymap=keymap) as explorer:
        pane = explorer.screen.focused_pane
        await explorer.press("k", "k", "j")
        assert pane.cursor == 1
        await explorer.press("q")
        assert explorer.screen.has_dialog
        await explorer.press("q")
        assert not explorer.screen.has_dialog
        await explorer.press("question_mark")
        assert explorer.app.return_value == 0


async def test_a_key_that_types_is_typed_in_a_search() -> None:
    async with exploring(SHIPPED, keymap=(("app.redraw", "K"), ("find.search", "s"))) as explorer:
        await explorer.press("s", "s", "K")
        assert "/ sK" in explorer.text


async def test_the_prompt_takes_other_keys() -> None:
    keymap = (("prompt.keep", "f5"), ("prompt.cancel", "ctrl+g"))
    async with exploring(SHIPPED, keymap=keymap) as explorer:
        await explorer.press("/", "m", "f5", "/", "z", "ctrl+g")
        assert not explorer.screen.is_typing
        assert "“m”" in explorer.text or '"m"' in explorer.text


async def test_help_names_the_keys_of_the_user() -> None:
    async with exploring(SHIPPED, 100, 70, keymap=(("pane.zoom", "ctrl+p,Z"),)) as explorer:
        await explorer.press("?")
        assert "Ctrl-p Z" in explorer.line("This pane alone, and back")


async def test_the_palette_names_the_keys_of_the_user() -> None:
    async with exploring(SHIPPED, 100, 40, keymap=(("timeline.zoom_in", "exclamation_mark"),)) as e:
        await e.press("A", ":")
        await e.type("timeline zoom in")
        await e.until(lambda: "Timeline: Zoom in" in e.text)
        assert "!" in e.text
        await e.press("escape", "T")
        before = e.screen.query_one(EventList).range
        await e.press("plus")
        assert e.screen.query_one(EventList).range == before
        await e.press("exclamation_mark")
        assert e.screen.query_one(EventList).range != before


async def test_hints_and_headings_name_the_keys_of_the_user() -> None:
    keymap = (
        ("app.help", "f2"),
        ("pane.zoom", "Z"),
        ("evidence.follow", "ctrl+f"),
        ("app.interrupt", "ctrl+g"),
        ("pane.points", "P"),
        ("pane.source", "0"),
        ("timeline.all", "5"),
        ("find.search", "comma"),
    )
    async with exploring(SHIPPED, 120, 30, keymap=keymap) as explorer:
        assert "F2 help" in explorer.text
        assert "P Bottom line" in explorer.text
        assert "0 Source" in explorer.text
        await explorer.press("Z", "ctrl+f")
        assert "zoomed (Z)" in explorer.text
        assert "not following (Ctrl-f)" in explorer.text
        await explorer.press("ctrl+g")
        assert "Ctrl-g again quits" in explorer.text
        await explorer.press("Z", "0", "&")
        assert "nothing to filter: , searches it" in explorer.text


async def test_what_stands_for_a_broken_brief_names_the_keys_of_the_user(
    write_brief: WriteBrief,
) -> None:
    keymap = (("app.quit", "Q"), ("brief.reload", "f5"), ("app.help", "f2"))
    async with exploring(write_brief("broken"), keymap=keymap) as explorer:
        assert "F5 reads it again" in explorer.text
        assert "Q quit · F2 help" in explorer.text


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ctrl+d", "Ctrl-d"),
        ("ctrl+shift+up", "Ctrl-Shift-Up"),
        ("ctrl+backslash", "Ctrl-\\"),
        ("pagedown", "PgDn"),
        ("space", "Space"),
        ("comma", ","),
        ("question_mark", "?"),
        ("plus", "+"),
        ("+", "+"),
        ("section_sign", "§"),
        ("escape", "Escape"),
        ("f5", "F5"),
        ("n", "n"),
        ("Ñ", "Ñ"),
    ],
)
def test_a_key_is_named_as_a_person_reads_it(key: str, name: str) -> None:
    assert key_name(key) == name


async def test_in_the_library_a_key_of_the_brief_says_so_unless_it_does_something_there() -> None:
    keymap = (("brief.findings", "C"), ("library.reload", "w"), ("library.open", "f5"))
    async with exploring(SHIPPED, keymap=keymap) as explorer:
        await explorer.press("L")
        await explorer.until(lambda: "library (L: this brief)" in explorer.text)
        for silent in ("i", "w"):
            await explorer.press(silent)
            assert "works in the brief" not in explorer.text
        await explorer.press("C")
        assert "C works in the brief: F5 opens it." in explorer.text
