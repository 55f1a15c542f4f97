"""Where a brief was left, as named tuples and as JSON; whatever is read is checked."""

from __future__ import annotations

from typing import Any, NamedTuple

LONGEST = 1000
"""Characters that an id or a query has at most, to be remembered."""
MOST_LISTS = 16
_FURTHEST = 2**53
"""Beyond it JSON's numbers are not exact everywhere."""


class ListPlace(NamedTuple):
    """How a list was left."""

    row: str = ""
    """The id of the claim under its cursor."""
    filter: str = ""
    search: str = ""
    form: str = ""
    """Of relationships: `map` or `matrix`; empty for the list."""
    as_of: str = ""
    """The date, EDTF, that they are shown as of; empty for any time."""
    narrow: str = ""
    """What filters of the relationships were typed."""


class Place(NamedTuple):
    """How the panes of a brief were left."""

    pane: str = ""
    """The pane with the focus."""
    list_id: str = ""
    """The list that shows where there is room for one alone."""
    lists: tuple[tuple[str, ListPlace], ...] = ()
    """By the ids of their panes."""
    claim: tuple[str, str] = ("", "")
    """Kind and id of the claim whose passages are highlighted."""
    centre: str = ""
    """The id of the actor in the centre of the relationships."""
    follow: bool = True
    zoomed: bool = False
    source: str = ""
    """The id of the source that its cursor is in."""
    offset: int = 0
    """Where in that source the cursor's line begins, in code points."""
    search: str = ""
    """What is looked for in the source."""
    stop: int = 0
    """Which place of the selection is shown."""
    lanes: str = ""
    """What the timeline's lanes are by; empty where it has none."""
    within: str = ""
    """Whether its rows are `certainly` or `possibly` within its range; empty for all."""
    range: tuple[int, int] = (0, 0)
    """The days that it is drawn on, the last not included; equal where nothing is said."""
    scope: str = ""
    """`library` where the panes showed all of it; empty where they showed the brief."""
    library: tuple[str, str] = ("", "")
    """Of the library over the brief the list that showed, and the actor in the centre."""


def packed(place: Place) -> dict[str, Any]:
    """A place as JSON has it, without what is by default."""
    value = _said(place, Place())
    if place.lists:
        value["lists"] = {pane: _said(one, ListPlace()) for pane, one in place.lists}
    return value


def _said(value: Place | ListPlace, default: Place | ListPlace) -> dict[str, Any]:
    plain = default._asdict()
    return {name: one for name, one in value._asdict().items() if one != plain[name]}


def unpacked(value: object) -> Place | None:
    """A place of what a file says; whatever is not of its type is as if it were not there."""
    if not isinstance(value, dict):
        return None
    lists = value.get("lists")
    return Place(
        pane=text(value.get("pane")),
        list_id=text(value.get("list_id")),
        lists=_lists(lists) if isinstance(lists, dict) else (),
        claim=_pair(value.get("claim")),
        centre=text(value.get("centre")),
        follow=value.get("follow") is not False,
        zoomed=value.get("zoomed") is True,
        source=text(value.get("source")),
        offset=number(value.get("offset")),
        search=text(value.get("search")),
        stop=number(value.get("stop")),
        lanes=text(value.get("lanes")),
        within=text(value.get("within")),
        range=_days(value.get("range")),
        scope="library" if value.get("scope") == "library" else "",
        library=_pair(value.get("library")),
    )


def _lists(value: dict[str, Any]) -> tuple[tuple[str, ListPlace], ...]:
    found = []
    for pane, one in list(value.items())[:MOST_LISTS]:
        if text(pane) and isinstance(one, dict):
            found.append((pane, ListPlace(*(text(one.get(name)) for name in ListPlace._fields))))
    return tuple(found)


def _pair(value: object) -> tuple[str, str]:
    if isinstance(value, list) and len(value) == 2:
        return text(value[0]), text(value[1])
    return "", ""


def _days(value: object) -> tuple[int, int]:
    """Two days, the first before the second; else two that are equal."""
    if isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value):
        first, last = value
        if -_FURTHEST < first < last < _FURTHEST:
            return first, last
    return 0, 0


def text(value: object) -> str:
    """A text that could be an id or a query of one line; empty for anything else."""
    if not isinstance(value, str) or len(value) > LONGEST or not value.strip():
        return ""
    return value if len(value.splitlines()) == 1 and _has_bytes(value) else ""


def _has_bytes(value: str) -> bool:
    """Whether a text is free of halves of characters, and of NUL."""
    return "\0" not in value and not any("\ud800" <= one <= "\udfff" for one in value)


def number(value: object) -> int:
    """A number from 0; 0 for anything else."""
    return value if type(value) is int and 0 <= value <= _FURTHEST else 0
