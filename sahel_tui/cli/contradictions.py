"""`contradictions`: where the briefs of a library contradict each other, both sides of each."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sahel_tui.cli.diagnostics import COULD_NOT, FINDINGS, FINE
from sahel_tui.cli.indexed import open_rows, with_quotes
from sahel_tui.cli.library import quote_object, write_quotes
from sahel_tui.errors import UsageError
from sahel_tui.model.markings import highest
from sahel_tui.queries.library.contradictions import KINDS, contradictions, in_order, of_brief
from sahel_tui.render.contradictions import differ_words
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.indexed import Quotes
    from sahel_tui.cli.objects import Object
    from sahel_tui.cli.output import Output
    from sahel_tui.config import Settings
    from sahel_tui.index.library_rows import IndexRows
    from sahel_tui.library_reading import LibraryFiles
    from sahel_tui.queries.library.contradictions import Contradiction, Said
    from sahel_tui.queries.library.rows import LibraryRows

_INDENT = 2


def list_contradictions(given: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    """Print them; how many there are is said on stderr."""
    library = open_rows(given.library or settings.library, settings.index, talk)
    rows = library.rows
    stream = contradictions(rows, library.identities, given.kind or KINDS)
    if given.brief is not None:
        stream = (one for one in stream if of_brief((one,), given.brief))
    some = list(stream if given.limit is None else islice(stream, given.limit + 1))
    if not some and given.brief is not None:
        _refuse_unknown(given.brief, rows)
    found = in_order(some[: given.limit])
    if given.json:
        for one, quotes in with_quotes(rows, found):
            out.json(_object(one, rows.marking_order, quotes))
    else:
        _write(found, rows, out)
    more = "at least " if len(found) < len(some) else ""
    talk.say(f"{more}{counted(len(found), 'contradiction')} in {_briefs(rows)}")
    if not library.whole:
        return COULD_NOT
    return FINE if found else FINDINGS


def _refuse_unknown(brief: str, rows: LibraryRows) -> None:
    """UsageError where no brief has the id."""
    known = [row.id for row in rows.briefs()]
    if brief not in known:
        from sahel_tui.store.nearest import Nearest

        nearest = Nearest().find(brief, known)
        hint = f"did you mean `{nearest}`?" if nearest else "`sahel-tui briefs` lists them"
        raise UsageError(f"no brief has the id `{brief}`", hint)


def _briefs(rows: LibraryRows) -> str:
    return counted(sum(1 for _ in rows.briefs()), "brief")


def _marking(one: Contradiction, order: Sequence[str]) -> str | None:
    told = [said for side in one.sides for said in side.tellings]
    return highest((said.marking for said in (*told, *one.also)), order)


def _object(one: Contradiction, order: Sequence[str], quotes: Quotes) -> Object:
    return {
        "key": one.key,
        "kind": one.kind,
        "what": list(one.what),
        "about": one.about,
        "via": one.via or None,
        "marking": _marking(one, order),
        "sides": [
            {"tellings": [_said_object(said, quotes) for said in side.tellings]}
            for side in one.sides
        ],
        "also": [_said_object(said, quotes) for said in one.also],
    }


def _said_object(said: Said, quotes: Quotes) -> Object:
    return {
        "brief": said.told.brief,
        "path": said.told.path or None,
        "claim": said.claim.kind,
        "id": said.claim.id,
        "text": said.text,
        "says": said.says,
        "marking": said.marking,
        "quotes": [quote_object(one) for one in quotes.get((said.told.path, said.claim), ())],
    }


def _write(found: Sequence[Contradiction], rows: IndexRows | LibraryFiles, out: Output) -> None:
    order = rows.marking_order
    banner = highest((_marking(one, order) for one in found), order)
    if banner:
        out.line(banner)
    for number, (one, quotes) in enumerate(with_quotes(rows, found)):
        if number:
            out.line()
        out.line(f"{one.about} · {differ_words(one)}")
        if one.via:
            out.line(f"one matter, as {one.via}", _INDENT)
        for at, side in enumerate(one.sides):
            _write_side("against" if at else "", side.tellings, quotes, out)
        _write_side("also told", one.also, quotes, out)
    if banner:
        out.line(banner)


def _write_side(head: str, tellings: Sequence[Said], quotes: Quotes, out: Output) -> None:
    if head and tellings:
        out.line(head, _INDENT)
    for said in tellings:
        where = f"{said.told.brief}#{said.claim.id}"
        out.line(f"{said.says}: {said.text}" if said.says else said.text, 2 * _INDENT)
        out.line(" · ".join(part for part in (where, said.marking) if part), 3 * _INDENT)
        if said.told.path:
            write_quotes(quotes.get((said.told.path, said.claim), ()), out, 3 * _INDENT)
