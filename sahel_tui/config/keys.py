"""Every key of the explorer: its id, what it does, and where it works."""

from __future__ import annotations

from typing import NamedTuple

PLACES = {
    "points": "the bottom line",
    "actors": "the actors",
    "relations": "the relationships",
    "map": "a map of the relationships",
    "matrix": "a matrix of the relationships",
    "events": "the timeline",
    "source": "the source",
    "library": "the bottom line or the actors of the library",
    "library_relations": "the relationships of the library",
    "library_events": "the timeline of the library",
    "briefs": "the list of briefs",
    "dossier": "a dossier",
    "contradictions": "the contradictions",
    "receipts": "the paths, the changes, or what the structure says",
    "preview": "what stands beside a dossier, the contradictions or the paths",
    "finder": "a list of actors that is being typed in",
    "results": "the results of a search of the library",
    "query": "a search of the library that is being typed",
    "dialog": "a dialog",
    "problems": "the list of errors",
    "prompt": "a search or a filter that is being typed",
}
"""Where the focus can be."""

_CLAIMS = ("points", "actors", "relations", "events")
_DRAWN = ("map", "matrix")
_LISTED = (*_CLAIMS, "source")
_PANES = (*_LISTED, *_DRAWN)
_LIBRARY = ("library", "library_relations", "library_events")
_ACROSS = ("briefs", "dossier", "contradictions", "receipts", "preview")
_BESIDE = ("dossier", "contradictions", "receipts", "preview")
_LISTS = (*_LISTED, *_LIBRARY, *_ACROSS, "results", "dialog", "problems")
_BRIEF = (*_PANES, "problems")
_SCREENS = (*_BRIEF, *_LIBRARY, *_ACROSS)
_COPIED = (*_PANES, *_LIBRARY, *_ACROSS, "results")
_TIES = ("relations", "library_relations", *_DRAWN)
_EVERYWHERE = (*_LISTS, *_DRAWN, "finder", "query", "prompt")


def _but(screen: str, places: tuple[str, ...]) -> tuple[str, ...]:
    """Without the screen that an action leads to."""
    return tuple(one for one in places if one != screen)


class Bound(NamedTuple):
    """The keys of one action."""

    keys: str
    """Joined by commas, as Textual spells them."""
    words: str
    """What it does, for help, palette and documentation."""
    places: tuple[str, ...]
    """Where it works; the others of the same place must have other keys."""


BOUND = {
    "pane.next": Bound("tab", "Next pane", (*_LISTED, *_LIBRARY)),
    "pane.previous": Bound("shift+tab", "Previous pane", (*_LISTED, *_LIBRARY)),
    "pane.points": Bound("1,B", "Bottom line", (*_PANES, *_LIBRARY)),
    "pane.actors": Bound("2,A", "Actors", (*_PANES, *_LIBRARY)),
    "pane.relations": Bound("3,R", "Relationships", (*_PANES, *_LIBRARY)),
    "pane.events": Bound("4,T", "Timeline", (*_PANES, *_LIBRARY)),
    "pane.source": Bound("5,S", "Source", (*_PANES, *_LIBRARY)),
    "pane.zoom": Bound("z", "This pane alone, and back", (*_PANES, *_LIBRARY)),
    "evidence.next": Bound("n", "Next match, else next passage", (*_PANES, *_LIBRARY)),
    "evidence.previous": Bound("N", "Previous match, else previous passage", (*_PANES, *_LIBRARY)),
    "evidence.resting": Bound("w", "What rests on this; where else it is", _PANES),
    "evidence.follow": Bound("f", "Panes follow the cursor, or not", (*_PANES, *_LIBRARY)),
    "brief.findings": Bound("i", "Findings of this brief", _PANES),
    "trail.back": Bound("backspace,<", "Back to where I was", (*_PANES, *_LIBRARY)),
    "trail.forward": Bound(">", "Forward again", _PANES),
    "find.search": Bound("/", "Search this pane as you type", (*_PANES, *_LIBRARY)),
    "find.filter": Bound("&", "Filter this pane as you type", (*_PANES, *_LIBRARY)),
    "find.clear": Bound("escape", "Clear: search, then filter, then zoom", (*_PANES, *_LIBRARY)),
    "find.library": Bound("s", "Search the library as you type", _SCREENS),
    "copy.quote": Bound("y", "Copy this with its citation", _COPIED),
    "copy.shown": Bound("e", "Copy all that is shown: rows with their passages, a drawing", _PANES),
    "marks.row": Bound("x", "Mark this claim, or no longer", _PANES),
    "marks.show": Bound("X", "Show the marked claims; copy them together", _PANES),
    "copy.choose": Bound("Y", "Copy: choose what", _COPIED),
    "scope.toggle": Bound("L", "This brief, or the whole library", (*_PANES, *_LIBRARY)),
    "library.open": Bound("enter", "Open its brief at this claim", _LIBRARY),
    "library.centre": Bound("l,right", "Put the other actor in the centre", ("library_relations",)),
    "brief.about": Bound("a", "About this brief and its sources", _PANES),
    "brief.open": Bound("o", "List of briefs", _but("briefs", _SCREENS)),
    "brief.reload": Bound("r", "Read the brief again", _BRIEF),
    "library.reload": Bound(
        "r", "Look for changed briefs, and read them again", (*_LIBRARY, *_ACROSS, "results")
    ),
    "app.help": Bound("?,f1", "Keys that work here", (*_SCREENS, "results", "query")),
    "app.commands": Bound(":,ctrl+p", "Every command by name", (*_SCREENS, "results", "query")),
    "app.redraw": Bound("ctrl+l", "Draw the screen anew", _EVERYWHERE),
    "app.suspend": Bound("ctrl+z", "Suspend", _EVERYWHERE),
    "app.quit": Bound("q", "Close; at the top, quit", (*_SCREENS, "results")),
    "app.interrupt": Bound("ctrl+c", "Cancel; twice, quit", _EVERYWHERE),
    "list.next": Bound("j,down", "Next row", _LISTS),
    "list.previous": Bound("k,up", "Previous row", _LISTS),
    "list.top": Bound("g,home", "First row", (*_LISTS, "matrix")),
    "list.bottom": Bound("G,end", "Last row", (*_LISTS, "matrix")),
    "list.page_down": Bound("space,pagedown", "Page down", (*_LISTS, "matrix")),
    "list.page_up": Bound("b,pageup", "Page up", (*_LISTS, "matrix")),
    "list.half_down": Bound("ctrl+d", "Half a page down", (*_LISTS, "matrix")),
    "list.half_up": Bound("ctrl+u", "Half a page up", (*_LISTS, "matrix")),
    "list.choose": Bound("enter", "Go to its passages", ("points", "actors", "events")),
    "relations.centre": Bound("enter", "Put the other actor in the centre", ("relations",)),
    "relations.passages": Bound("l,right", "Go to its passages", ("relations",)),
    "graph.view": Bound("m", "As a list, a map or a matrix", _TIES),
    "graph.filter": Bound("F", "Filter by sign, type, status, confidence, brief, marking", _TIES),
    "graph.as_of": Bound("t", "As of a date; or what changed between two", _TIES),
    "graph.earlier": Bound("[", "As of the change before", _TIES),
    "graph.later": Bound("]", "As of the next change", _TIES),
    "graph.changes": Bound("D", "What changed between two dates", _TIES),
    "graph.paths": Bound("p", "Paths to another actor", _TIES),
    "graph.structure": Bound("u", "What the structure says", _TIES),
    "graph.up": Bound("k,up", "To the actor above", _DRAWN),
    "graph.down": Bound("j,down", "To the actor below", _DRAWN),
    "graph.left": Bound("h,left", "To the actor on the left", _DRAWN),
    "graph.right": Bound("l,right", "To the actor on the right", _DRAWN),
    "graph.next": Bound("tab", "Next relation of this actor, or of this cell", _DRAWN),
    "graph.previous": Bound("shift+tab", "Previous relation", _DRAWN),
    "graph.centre": Bound("enter", "Put this actor in the centre", ("map",)),
    "graph.cell": Bound("enter", "Next relation of this cell", ("matrix",)),
    "receipts.open": Bound("enter", "Go to the passage", ("receipts",)),
    "receipts.signs": Bound("p", "Paths by positive relations alone, or by any", ("receipts",)),
    "timeline.earlier": Bound("[", "Earlier", ("events", "library_events")),
    "timeline.later": Bound("]", "Later", ("events", "library_events")),
    "timeline.zoom_in": Bound("+", "Zoom in", ("events", "library_events")),
    "timeline.zoom_out": Bound("-", "Zoom out", ("events", "library_events")),
    "timeline.all": Bound("0", "All of the time", ("events", "library_events")),
    "timeline.jump": Bound("t", "Go to a date that is typed", ("events", "library_events")),
    "timeline.lanes": Bound(
        "v", "Lanes by actor, place, brief, type; then none", ("events", "library_events")
    ),
    "timeline.within": Bound(
        "W", "Only what is certainly, then possibly, in the range", ("events", "library_events")
    ),
    "timeline.around": Bound(
        "u", "What is near this event in time; again: how near", ("events", "library_events")
    ),
    "timeline.open": Bound(
        "l,right", "Open this lane, or the tellings of this event", ("events", "library_events")
    ),
    "timeline.fold": Bound("h,left", "Fold it again", ("events", "library_events")),
    "source.left": Bound("h,left", "Previous passage in the text", ("source",)),
    "source.right": Bound("l,right", "Next passage in the text", ("source",)),
    "source.choose": Bound("enter", "What rests on this passage", ("source",)),
    "across.back": Bound("backspace,<", "Back to where I was", (*_ACROSS, "problems")),
    "across.clear": Bound("escape", "Clear the filter; without one, back", _ACROSS),
    "across.filter": Bound("&,/", "Filter as you type", _ACROSS),
    "across.part": Bound("tab,shift+tab", "Next part", _BESIDE),
    "preview.open": Bound("enter", "Go to the passage", ("preview",)),
    "library.dossier": Bound("d", "Dossier of this actor, across briefs", (*_SCREENS, "results")),
    "library.contradictions": Bound(
        "c",
        "Contradictions between briefs, this claim's first",
        (*_but("contradictions", _SCREENS), "results"),
    ),
    "contradictions.open": Bound("enter", "Go to the passage of this side", ("contradictions",)),
    "contradictions.left": Bound("h,left", "Previous side", ("contradictions",)),
    "contradictions.right": Bound("l,right", "Next side", ("contradictions",)),
    "dossier.open": Bound("enter", "Go to the passage; fold, unfold", ("dossier",)),
    "dossier.fold": Bound("h,left", "Fold this section", ("dossier",)),
    "dossier.unfold": Bound("l,right", "Unfold this section", ("dossier",)),
    "dossier.same": Bound("x", "Suggested join: the same actor", ("dossier",)),
    "dossier.different": Bound("n", "Suggested join: different actors", ("dossier",)),
    "dossier.unsure": Bound("u", "Suggested join: unsure", ("dossier",)),
    "finder.choose": Bound("enter", "Open the dossier", ("finder",)),
    "finder.next": Bound("down", "Next row", ("finder",)),
    "finder.previous": Bound("up", "Previous row", ("finder",)),
    "finder.close": Bound("escape", "Back to where I was", ("finder",)),
    "briefs.open": Bound("enter", "Open this brief", ("briefs",)),
    "briefs.sort": Bound("S", "Sort by the next column", ("briefs",)),
    "results.open": Bound("enter", "Open the brief at this place", ("results",)),
    "results.edit": Bound("s,/", "Change the search", ("results",)),
    "results.group": Bound("v", "Group by brief, or by kind", ("results",)),
    "results.save": Bound("w", "Save this search by a name", ("results",)),
    "results.saved": Bound("W", "Saved searches, and earlier ones", ("results",)),
    "results.next": Bound("tab", "Next part", ("results",)),
    "results.previous": Bound("shift+tab", "Previous part", ("results",)),
    "results.back": Bound("backspace,<,escape", "Back to where I was", ("results",)),
    "query.results": Bound("enter", "To the results", ("query",)),
    "query.accept": Bound("tab", "Take what was meant; else to the results", ("query",)),
    "query.leave": Bound("escape", "Back to where I was", ("query",)),
    "query.earlier": Bound("up", "An earlier search", ("query",)),
    "query.later": Bound("down", "A later search", ("query",)),
    "prompt.keep": Bound("enter,tab,shift+tab", "Keep it", ("prompt",)),
    "prompt.cancel": Bound("escape", "Cancel", ("prompt",)),
    "prompt.earlier": Bound("up", "Earlier", ("prompt",)),
    "prompt.later": Bound("down", "Later", ("prompt",)),
    "dialog.choose": Bound("enter", "Choose", ("dialog",)),
    "dialog.close": Bound("escape,q,backspace", "Close", ("dialog",)),
}
"""By binding id."""
