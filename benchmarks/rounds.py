"""What is pressed in each form of the relationships and of the timeline: rounds of keys.

A key is told by its name, or by what it does: `escape: ends a search`. One that begins with `*`
has a thread or another process work out what it shows. What a round opens it closes again.
"""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """A key, what it does where that is not all it does, and whether a thread works for it."""

    key: str
    name: str
    works: bool


class Form(NamedTuple):
    """How to come to it from the panes of the library, and what is pressed in it."""

    begin: tuple[str, ...]
    steps: tuple[Step, ...]
    shows: str
    """What the screen shows before a round and after it."""


def step(said: str) -> Step:
    """Read one."""
    works = said.startswith("*")
    said = said.removeprefix("*")
    key, _, does = said.partition(": ") if len(said) > 1 else (said, "", "")
    return Step(key, f"{key}: {does}" if does else key, works)


def _form(begin: str, shows: str, *steps: str) -> Form:
    return Form(tuple(begin.split()), tuple(map(step, steps)), shows)


_ROWS = ("j", "down", "k", "up", " ", "b", "ctrl+d", "ctrl+u", "G", "k", "g")
_ARROWS = ("j", "l", "k", "h", "down", "right", "up", "left", "tab", "tab", "shift+tab")
_SEARCH = (
    *("/: a search", "*s: of a search", "*a: of a search", "*n: of a search"),
    *("*escape: leaves a search", "/: a search", "*b: of a search", "*a: of a search"),
    *("enter: keeps a search", "n: next match", "N: match before", "escape: ends a search"),
)
_FILTER = (
    *("&: a filter", "*b: of a filter", "*a: of a filter", "*enter: keeps a filter"),
    *("j: filtered", "k: filtered", "*escape: ends a filter"),
)
_ANYWHERE = ("f", "f", "*z", "*z", "?: help", "escape: leaves help")
_DATE = ("t: a date", "2: of a date", "0: of a date", "1: of a date", "9: of a date")
_AS_OF = (
    *(*_DATE, "*enter: as of a date", "*]: first step", "]: next change", "[: change before"),
    *("j: as of a date", "k: as of a date", "*escape: ends a date"),
)
_NARROWED = (
    *("F: filters of the graph", "+: of these", "*enter: filters the graph"),
    *("j: graph filtered", "k: graph filtered", "*escape: ends filters of the graph"),
)
_LISTS = (
    *("*p: to whom", "*b: of a name", "*a: of a name", "*enter: paths", "*j: in paths"),
    *("*k: in paths", "backspace: from paths", "*u: structure", "j: in structure"),
    *("k: in structure", "backspace: from structure", "D: changes", "2: of changes"),
    *("escape: leaves changes",),
)
_RANGE = ("+", "+", "]", "[", "-", "0", "*W", "*W", "*W", "*u: around", "*escape: ends around")
_JUMP = (*_DATE, "enter: goes to a date", "0")
_OPENED = ("l: opens", "j: in a lane", "k: in a lane", "h: folds")


def _relations(form: str, shows: str, *steps: str) -> Form:
    return _form(f"R z {form}", shows, *steps, *_AS_OF, *_NARROWED, *_ANYWHERE)


def _lanes(number: int, by: str) -> Form:
    steps = (*_ROWS, *_OPENED, *_RANGE, *_JUMP, *_SEARCH)
    return _form(f"T z {'v ' * number}", f" by {by}", *steps)


_LIBRARY = "L: this brief"
"""What the status says in a list of the library."""
FORMS: dict[str, Form] = {
    "relationships, list": _relations(
        "", _LIBRARY, *_ROWS, *_SEARCH, *_FILTER, *_LISTS, "l: centre"
    ),
    "relationships, matrix": _relations(
        "m", "matrix  ", *_ARROWS, *_ROWS, *_SEARCH, "enter: in a cell"
    ),
    "relationships, map": _relations(
        *("m m", " map  ", *_ARROWS, *_SEARCH[:-3], "*n: next match", "*N: match before"),
        *("*enter: centre", "*backspace: centre before", _SEARCH[-1]),
    ),
    "timeline, rows": _form(
        *("T z", _LIBRARY, *_ROWS, "l: opens", "h: folds", *_RANGE, *_JUMP),
        *(*_SEARCH, *_FILTER, *_ANYWHERE),
    ),
    "timeline, lanes of actors": _lanes(1, "actor"),
    "timeline, lanes of places": _lanes(2, "place"),
    "timeline, lanes of briefs": _lanes(3, "brief"),
    "timeline, lanes of types": _lanes(4, "type"),
}
