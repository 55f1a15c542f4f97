"""`show`: one brief, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.diagnostics import COULD_NOT, FINE
from sahel_tui.cli.objects import brief_object
from sahel_tui.cli.plain import actor_text, event_text, place_text, point_text, relation_text
from sahel_tui.errors import BriefError, UsageError
from sahel_tui.reading import read_brief
from sahel_tui.render.words import counted, passage_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.output import Output
    from sahel_tui.queries.views import BriefView, Passage, PlaceView, SourceView

_INDENT = 4


def show(path: Path, out: Output, talk: Talk, *, as_json: bool) -> int:
    """Print a brief, or why it is none."""
    from sahel_tui.store.folders import brief_paths

    files = brief_paths([path])
    if len(files) > 1:
        raise UsageError(f"{path} holds {len(files)} briefs", "name one of them")
    try:
        reading = read_brief(files[0])
    except BriefError as error:
        talk.report(error.diagnostics)
        return COULD_NOT
    if as_json:
        out.json(brief_object(reading.view))
    else:
        _write(reading.view, out)
    if reading.diagnostics:
        found = counted(len(reading.diagnostics), "finding")
        talk.say(f"{found}: `sahel-tui check {files[0]}` tells which")
    return FINE


def _write(view: BriefView, out: Output) -> None:
    """The banner first and last, as on paper."""
    if view.marking:
        out.line(view.marking)
    _head(view, out)
    _section("Bottom line", ((p.id, point_text(p), p.evidence) for p in view.points), out)
    _section("Actors", ((a.id, actor_text(a), a.evidence) for a in view.actors), out)
    _section("Relations", ((r.id, relation_text(r), r.evidence) for r in view.relations), out)
    events = ((e.id, f"{e.date.label}: {event_text(e)}", e.evidence) for e in view.events)
    _section("Timeline", events, out)
    places = ((p.id, place_text(p), _passages_of(p)) for p in view.places)
    _section("Places", places, out)
    _section("Sources", ((s.id, _source(s), ()) for s in view.sources), out)
    if view.marking:
        out.line()
        out.line(view.marking)


def _head(view: BriefView, out: Output) -> None:
    out.line(view.title)
    about = [view.id, f"published {view.published.label}"]
    if view.as_of:
        about.append(f"as of {view.as_of.label}")
    about += [part for part in (", ".join(view.authors), view.publisher, view.series) if part]
    about += [part for part in (view.url, ", ".join(view.tags)) if part]
    if view.language:
        about.append(f"language {view.language}")
    if view.supersedes:
        about.append(f"supersedes {', '.join(view.supersedes)}")
    out.line(" · ".join(about))
    if view.summary:
        out.line()
        out.line(view.summary)


def _source(source: SourceView) -> str:
    parts = (
        source.title,
        source.publisher,
        f"published {source.published.label}" if source.published else None,
        f"obtained {source.obtained.label}" if source.obtained else None,
        f"language {source.language}" if source.language else None,
        source.kind,
        f"reliability {source.reliability}" if source.reliability else None,
        f"repeats {', '.join(source.derived_from)}" if source.derived_from else None,
        source.url,
        source.marking,
        counted(len(source.text), "character"),
        f"sha256 {source.sha256}",
    )
    return " · ".join(part for part in parts if part)


def _section(title: str, rows: Iterable[tuple[str, str, Sequence[Passage]]], out: Output) -> None:
    listed = list(rows)
    if listed:
        out.line()
        out.line(title)
    for label, text, evidence in listed:
        out.line(f"{label}  {text}", _INDENT // 2)
        for passage in evidence:
            where = f"{passage.source} {passage.start}–{passage.end}"
            place = where if passage.start is not None else passage.source
            out.line(f"“{passage.text}” ({_standing(passage)}, {place})", _INDENT)


def _passages_of(place: PlaceView) -> tuple[Passage, ...]:
    return tuple(passage for alias in place.other_names for passage in alias.evidence)


def _standing(passage: Passage) -> str:
    """How sure a passage is, and who says so."""
    parts = (
        passage_words(passage),
        f"credibility {passage.credibility}" if passage.credibility else None,
        f"by {passage.by}" if passage.by else None,
        passage.at.label if passage.at else None,
        f"method {passage.method}" if passage.method else None,
    )
    return ", ".join(part for part in parts if part)
