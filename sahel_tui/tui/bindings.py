"""The explorer's keys; every binding has an id, so that a keymap can change it."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from sahel_tui.config.keys import BOUND


def bound(binding_id: str, action: str, *, priority: bool = False) -> Binding:
    """The binding of an id to an action, with the keys and the words that it has everywhere."""
    keys, words, _ = BOUND[binding_id]
    return Binding(keys, action, words, id=binding_id, priority=priority)


PANE_BINDINGS: list[BindingType] = [
    bound("pane.next", "next_pane(1)"),
    bound("pane.previous", "next_pane(-1)"),
    bound("pane.points", "show_pane('points')"),
    bound("pane.actors", "show_pane('actors')"),
    bound("pane.relations", "show_pane('relations')"),
    bound("pane.events", "show_pane('events')"),
    bound("pane.source", "show_pane('source')"),
    bound("pane.zoom", "zoom_pane"),
]

EVIDENCE_BINDINGS: list[BindingType] = [
    bound("evidence.next", "next_found(1)"),
    bound("evidence.previous", "next_found(-1)"),
    bound("evidence.resting", "show_resting"),
    bound("evidence.follow", "toggle_follow"),
    bound("brief.findings", "show_findings"),
]

TRAIL_BINDINGS: list[BindingType] = [
    bound("trail.back", "go_back"),
    bound("trail.forward", "go_forward"),
]

TIMELINE_BINDINGS: list[BindingType] = [
    bound("timeline.earlier", "move_range(-1)"),
    bound("timeline.later", "move_range(1)"),
    bound("timeline.zoom_in", "zoom_range(True)"),
    bound("timeline.zoom_out", "zoom_range(False)"),
    bound("timeline.all", "show_whole_range"),
    bound("timeline.jump", "screen.open_prompt('date')"),
    bound("timeline.lanes", "next_lanes"),
    bound("timeline.within", "next_within"),
    bound("timeline.around", "look_around"),
    bound("timeline.open", "open_item"),
    bound("timeline.fold", "fold_item"),
]

FIND_BINDINGS: list[BindingType] = [
    bound("find.search", "open_prompt('search')"),
    bound("find.filter", "open_prompt('filter')"),
    bound("find.clear", "clear_find"),
    bound("find.library", "app.search_library"),
]

COPY_BINDINGS: list[BindingType] = [
    bound("copy.quote", "copy_quote"),
    bound("copy.choose", "choose_copy"),
]

BRIEF_BINDINGS: list[BindingType] = [
    bound("scope.toggle", "app.toggle_scope"),
    bound("brief.about", "show_about"),
    bound("copy.shown", "copy_shown"),
    bound("marks.row", "mark_row"),
    bound("marks.show", "show_marked"),
    bound("brief.open", "app.open_briefs"),
    bound("brief.reload", "app.reload_brief"),
]

SEARCH_BINDINGS: list[BindingType] = [
    bound("results.edit", "edit_query"),
    bound("results.group", "group"),
    bound("results.save", "save_search"),
    bound("results.saved", "show_saved"),
    bound("results.next", "next_part(1)"),
    bound("results.previous", "next_part(-1)"),
    bound("results.back", "go_back"),
    bound("library.reload", "app.look_again"),
]

GRAPH_BINDINGS: list[BindingType] = [
    bound("graph.view", "screen.next_view"),
    bound("graph.filter", "screen.open_prompt('narrow')"),
    bound("graph.as_of", "screen.open_prompt('as_of')"),
    bound("graph.earlier", "screen.change_date(-1)"),
    bound("graph.later", "screen.change_date(1)"),
    bound("graph.changes", "screen.open_prompt('changes')"),
    bound("graph.paths", "screen.find_paths"),
    bound("graph.structure", "screen.show_structure"),
    bound("graph.up", "move_in('up')"),
    bound("graph.down", "move_in('down')"),
    bound("graph.left", "move_in('left')"),
    bound("graph.right", "move_in('right')"),
    bound("graph.next", "next_edge(1)"),
    bound("graph.previous", "next_edge(-1)"),
    bound("graph.centre", "choose_actor"),
    bound("graph.cell", "choose_in_cell"),
]

APP_BINDINGS: list[BindingType] = [
    bound("library.dossier", "show_dossier"),
    bound("library.contradictions", "show_contradictions"),
    bound("app.help", "show_help"),
    bound("app.commands", "command_palette"),
    bound("app.redraw", "redraw_screen"),
    bound("app.suspend", "suspend_process"),
    bound("app.quit", "leave"),
    bound("app.interrupt", "interrupt", priority=True),
]
