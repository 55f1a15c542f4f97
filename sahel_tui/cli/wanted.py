"""The filter that the options ask for; a value that names nothing known is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.errors import UsageError
from sahel_tui.queries.filters import Filter, find_actors, find_places

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sahel_tui.queries.filters import Names

_DATED = ("after", "before", "as_of", "changes")
"""The options that `--certainly` says something of."""


def read_filter(
    arguments: Namespace, names: Callable[[], Iterable[Names]], types: Iterable[str]
) -> Filter:
    """The filter of a command's options; UsageError names the nearest known value."""
    given = vars(arguments)
    after, before = given.get("after"), given.get("before")
    certainly = given.get("certainly", False)
    if certainly and not any(given.get(one) for one in _DATED):
        also = " (or --as-of, or --changes)" if "as_of" in given else ""
        raise UsageError("--certainly says nothing alone", f"give --after, --before or both{also}")
    if after is not None and before is not None and before < after:
        raise UsageError("--before lies before --after: no day is within", "change one of them")
    return Filter(
        actors=_actors(given.get("actor"), names),
        type=_type(given.get("type"), types),
        sign=given.get("sign"),
        places=_places(given.get("place"), names),
        after=after,
        before=before,
        certainly=certainly,
        match=given["match"],
    )


def _type(value: str | None, types: Iterable[str]) -> str | None:
    if value is None:
        return None
    known = sorted(set(types))
    if value not in known:
        raise _unknown("type", value, known, f"the types are {', '.join(known)}")
    return value


def _actors(value: str | None, names: Callable[[], Iterable[Names]]) -> frozenset[str] | None:
    if value is None:
        return None
    known = (name for view in names() for a in view.actors for name in (a.name, *a.aliases, a.id))
    return find_actors(names(), value) or _raise_unknown("actor", value, known)


def _places(value: str | None, names: Callable[[], Iterable[Names]]) -> frozenset[str] | None:
    if value is None:
        return None
    return find_places(names(), value) or _raise_unknown("place", value, _place_names(names()))


def _place_names(views: Iterable[Names]) -> Iterator[str]:
    for view in views:
        yield from (name for p in view.places for name in (p.name, *p.aliases, p.id))
        yield from (event.place for event in view.events if event.place)


def _raise_unknown(kind: str, value: str, known: Iterable[str]) -> frozenset[str]:
    hint = "`sahel-tui actors` lists them" if kind == "actor" else "`sahel-tui timeline` tells them"
    raise _unknown(kind, value, list(dict.fromkeys(known)), hint)


def _unknown(kind: str, value: str, known: Sequence[str], otherwise: str) -> UsageError:
    from sahel_tui.store.nearest import Nearest

    nearest = Nearest().find(value, known)
    hint = f"did you mean `{nearest}`?" if nearest else otherwise
    return UsageError(f"no {kind} is called `{value}`", hint)
