"""`contradictions`: where the briefs of a library contradict each other, both sides of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.diagnostics import COULD_NOT, FINDINGS, FINE
from sahel_tui.cli.library import open_library, quote_object, write_quotes
from sahel_tui.model.markings import highest
from sahel_tui.queries.library.contradictions import KINDS, contradictions, in_order, of_brief
from sahel_tui.render.contradictions import differ_words
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.objects import Object
    from sahel_tui.cli.output import Output
    from sahel_tui.config import Settings
    from sahel_tui.library_reading import LibraryFiles
    from sahel_tui.queries.library.contradictions import Contradiction, Said

_INDENT = 2


def list_contradictions(given: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    """Print them; how many there are is said on stderr."""
    library = open_library([given.library or settings.library], talk)
    rows = library.rows
    found = tuple(in_order(contradictions(rows, library.identities, given.kind or KINDS)))
    if given.brief is not None:
        found = of_brief(found, given.brief)
    if given.json:
        for one in found:
            out.json(_object(one, rows))
    else:
        _write(found, rows, out)
    talk.say(f"{counted(len(found), 'contradiction')} in {_briefs(rows)}")
    if not library.whole:
        return COULD_NOT
    return FINE if found else FINDINGS


def _briefs(rows: LibraryFiles) -> str:
    return counted(sum(1 for _ in rows.briefs()), "brief")


def _marking(one: Contradiction, order: Sequence[str]) -> str | None:
    told = [said for side in one.sides for said in side.tellings]
    return highest((said.marking for said in (*told, *one.also)), order)


def _object(one: Contradiction, rows: LibraryFiles) -> Object:
    return {
        "key": one.key,
        "kind": one.kind,
        "what": list(one.what),
        "about": one.about,
        "via": one.via or None,
        "marking": _marking(one, rows.marking_order),
        "sides": [
            {"tellings": [_said_object(said, rows) for said in side.tellings]} for side in one.sides
        ],
        "also": [_said_object(said, rows) for said in one.also],
    }


def _said_object(said: Said, rows: LibraryFiles) -> Object:
    return {
        "brief": said.told.brief,
        "path": said.told.path or None,
        "claim": said.claim.kind,
        "id": said.claim.id,
        "text": said.text,
        "says": said.says,
        "marking": said.marking,
        "quotes": [quote_object(one) for one in rows.quotes(said.told.path, said.claim)],
    }


def _write(found: Sequence[Contradiction], rows: LibraryFiles, out: Output) -> None:
    order = rows.marking_order
    banner = highest((_marking(one, order) for one in found), order)
    if banner:
        out.line(banner)
    for number, one in enumerate(found):
        if number:
            out.line()
        out.line(f"{one.about} · {differ_words(one)}")
        if one.via:
            out.line(f"one matter, as {one.via}", _INDENT)
        for at, side in enumerate(one.sides):
            _write_side("against" if at else "", side.tellings, rows, out)
        _write_side("also told", one.also, rows, out)
    if banner:
        out.line(banner)


def _write_side(head: str, tellings: Sequence[Said], rows: LibraryFiles, out: Output) -> None:
    if head and tellings:
        out.line(head, _INDENT)
    for said in tellings:
        where = f"{said.told.brief}#{said.claim.id}"
        out.line(f"{said.says}: {said.text}" if said.says else said.text, 2 * _INDENT)
        out.line(" · ".join(part for part in (where, said.marking) if part), 3 * _INDENT)
        if said.told.path:
            write_quotes(rows.quotes(said.told.path, said.claim), out, 3 * _INDENT)
