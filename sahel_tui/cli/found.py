"""What a search found, as JSON and in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.errors import BriefError
from sahel_tui.model.markings import highest
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sahel_tui.cli.objects import Object
    from sahel_tui.cli.output import Output
    from sahel_tui.cli.searching import Answering
    from sahel_tui.queries.search.matching import Hit

_LABEL = 12
_OPEN, _CLOSE = "[", "]"
"""Around a matched word on a terminal: any terminal has them, and copies them."""


def found_object(one: Answering, hit: Hit, marking: str | None) -> Object:
    """A hit with its brief."""
    return {
        "brief": hit.brief,
        "kind": hit.kind,
        "id": hit.id,
        "title": hit.title,
        "date": hit.date or None,
        "source": hit.source,
        "start": hit.start,
        "end": hit.end,
        "spans": [{"start": start, "end": end} for start, end in hit.spans],
        "snippet": hit.snippet,
        "marks": [{"start": start, "end": end} for start, end in hit.marks],
        "whole": hit.whole,
        "marking": marking,
        "path": one.path,
    }


def write_found(briefs: Sequence[Answering], out: Output) -> None:
    """The hits in words, brief by brief, between banners."""
    banner = highest((one.marking for one in briefs), _order(briefs))
    if banner:
        out.line(banner)
    for number, one in enumerate(briefs):
        if number:
            out.line()
        of = "" if one.number == len(one.hits) else f"{len(one.hits):,} of "
        head = (one.title, one.brief, one.published, of + counted(one.number, "hit"), one.marking)
        out.line(" · ".join(part for part in head if part))
        for hit in one.hits:
            out.row(f"  {hit.kind}", _words(hit, mark=out.is_terminal), _LABEL)
    if banner:
        out.line(banner)


def _words(hit: Hit, *, mark: bool) -> str:
    """Its id and date, its title where that is not its words, and its words."""
    about = " · ".join(part for part in (hit.id, hit.date) if part)
    words = _marked(hit) if mark else hit.snippet
    if hit.kind in ("actor", "event", "relation") and not hit.snippet.startswith(hit.title):
        words = f"{hit.title}: {words}"
    if not hit.whole:
        words = f"not together in one place; first: {words}"
    return f"{about} · {words}"


def _marked(hit: Hit) -> str:
    """The snippet with signs around what was found."""
    parts, done = [], 0
    for start, end in hit.marks:
        parts += [hit.snippet[done:start], _OPEN, hit.snippet[start:end], _CLOSE]
        done = end
    return "".join((*parts, hit.snippet[done:]))


def _order(briefs: Iterable[Answering]) -> tuple[str, ...]:
    """The order of markings that the libraries of all of these briefs have."""
    from sahel_tui.store.folders import find_library
    from sahel_tui.store.library import load_library

    folders = dict.fromkeys(Path(one.path).parent for one in briefs)
    orders = set()
    for file in dict.fromkeys(find_library(folder / "any.toml") for folder in folders):
        try:
            orders.add(load_library(file).marking_order if file else ())
        except BriefError:
            orders.add(())
    return orders.pop() if len(orders) == 1 else ()
