"""The explorer's keys; every binding has an id, so that a keymap can change it."""

from __future__ import annotations

from textual.binding import Binding, BindingType

PANE_BINDINGS: list[BindingType] = [
    Binding("tab", "next_pane(1)", "Next pane", id="pane.next"),
    Binding("shift+tab", "next_pane(-1)", "Previous pane", id="pane.previous"),
    Binding("1,B", "show_pane('points')", "Bottom line", id="pane.points"),
    Binding("2,A", "show_pane('actors')", "Actors", id="pane.actors"),
    Binding("3,R", "show_pane('relations')", "Relationships", id="pane.relations"),
    Binding("4,T", "show_pane('events')", "Timeline", id="pane.events"),
    Binding("5,S", "show_pane('source')", "Source", id="pane.source"),
    Binding("z", "zoom_pane", "This pane alone, and back", id="pane.zoom"),
]

EVIDENCE_BINDINGS: list[BindingType] = [
    Binding("n", "next_found(1)", "Next match, else next passage", id="evidence.next"),
    Binding("N", "next_found(-1)", "Previous match, else previous passage", id="evidence.previous"),
    Binding("w", "show_resting", "What rests on this; where else it is", id="evidence.resting"),
    Binding("f", "toggle_follow", "Panes follow the cursor, or not", id="evidence.follow"),
    Binding("i", "show_findings", "Findings of this brief", id="brief.findings"),
]

TRAIL_BINDINGS: list[BindingType] = [
    Binding("backspace,<", "go_back", "Back to where I was", id="trail.back"),
    Binding(">", "go_forward", "Forward again", id="trail.forward"),
]

FIND_BINDINGS: list[BindingType] = [
    Binding("/", "open_prompt('search')", "Search this pane as you type", id="find.search"),
    Binding("&", "open_prompt('filter')", "Filter this pane as you type", id="find.filter"),
    Binding("escape", "clear_find", "Clear: search, then filter, then zoom", id="find.clear"),
]

BRIEF_BINDINGS: list[BindingType] = [
    Binding("a", "show_about", "About this brief and its sources", id="brief.about"),
    Binding("o", "app.open_briefs", "List of briefs", id="brief.open"),
    Binding("r", "app.reload_brief", "Read the brief again", id="brief.reload"),
]

APP_BINDINGS: list[BindingType] = [
    Binding("?,f1", "show_help", "Keys that work here", id="app.help"),
    Binding(":,ctrl+p", "command_palette", "Every command by name", id="app.commands"),
    Binding("ctrl+l", "redraw_screen", "Draw the screen anew", id="app.redraw"),
    Binding("ctrl+z", "suspend_process", "Suspend", id="app.suspend"),
    Binding("q", "leave", "Close; at the top, quit", id="app.quit"),
    Binding("ctrl+c", "interrupt", "Cancel; twice, quit", id="app.interrupt", priority=True),
]
