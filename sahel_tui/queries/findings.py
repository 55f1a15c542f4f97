"""What is doubtful in a brief that can be read: its anchors, its evidence, its language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sahel_tui.model.markings import TLP
from sahel_tui.queries.anchors import Anchors
from sahel_tui.queries.estimates import mixed_sentence
from sahel_tui.queries.marking_slips import MarkingSlips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.model.actors import Actor, Alias
    from sahel_tui.model.brief import Brief
    from sahel_tui.model.events import Event
    from sahel_tui.model.evidence import Evidence
    from sahel_tui.model.relations import Relation
    from sahel_tui.queries.marking_slips import Slip
    from sahel_tui.queries.views import ActorView, AliasView, BriefView, Passage

KeyPath = tuple[str | int, ...]
"""The way to a key of the file: names, and positions in lists from 0."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at."""

    at: KeyPath
    code: str
    """A stable word: the state of an anchor, `no-evidence` …; listed in docs/json.md."""
    message: str
    hint: str


def findings(
    brief: Brief, view: BriefView, *, marking_order: Sequence[str] = (), strict: bool = False
) -> Iterator[Finding]:
    """All findings of a brief; `strict` adds what good practice asks for and no rule requires."""
    anchors = Anchors(view)
    yield from _markings(brief, marking_order)
    yield from _points(brief, view, anchors, strict)
    yield from _actors(brief, view, anchors)
    for kind in ("relation", "event"):
        yield from _claims(brief, view, kind, anchors, strict)
    yield from _places(brief, view, anchors)
    if strict:
        yield from _sources(brief)


def _markings(brief: Brief, order: Sequence[str]) -> Iterator[Finding]:
    slips = MarkingSlips(order)
    marked: list[tuple[KeyPath, str | None]] = [(("brief",), brief.brief.marking)]
    marked += [(("source", number), row.marking) for number, row in enumerate(brief.sources)]
    marked += [(("point", number), row.marking) for number, row in enumerate(brief.points)]
    marked += [(("relation", number), row.marking) for number, row in enumerate(brief.relations)]
    marked += [(("event", number), row.marking) for number, row in enumerate(brief.events)]
    for at, marking in marked:
        for slip in slips.find(marking):
            yield Finding((*at, "marking"), "unknown-marking", *_said_of(slip))


def _said_of(slip: Slip) -> tuple[str, str]:
    own = "or declare your own in `marking_order` of `sahel.toml`"
    if slip.near:
        message = f"`{slip.written}` is in no known order of markings, and nearly `{slip.near}`"
        return message, f"write `{slip.near}`, {own}"
    levels = ", ".join(f"`TLP:{level.upper()}`" for level in TLP)
    return f"`{slip.written}` is no marking of TLP 2.0", f"it has {levels}; {own}"


def _points(brief: Brief, view: BriefView, anchors: Anchors, strict: bool) -> Iterator[Finding]:
    for number, (point, shown) in enumerate(zip(brief.points, view.points, strict=True)):
        at = ("point", number)
        yield from _anchored((*at, "evidence"), shown.evidence, point.evidence, anchors)
        yield from _evidence(at, "point", shown.evidence, strict)
        sentence = mixed_sentence(point.text)
        if sentence:
            message = f"a likelihood and a confidence stand in one sentence: “{sentence}”"
            hint = "say them in two sentences (ICD 203), or in `likelihood` and `confidence`"
            yield Finding((*at, "text"), "mixed-estimate", message, hint)
        unrated = point.likelihood is None and point.confidence is None
        if strict and point.kind == "judgment" and unrated:
            message = "the judgment says neither how likely it is nor how confident you are"
            yield Finding(at, "no-estimate", message, "add `likelihood` or `confidence` (ICD 203)")


def _claims(
    brief: Brief, view: BriefView, kind: str, anchors: Anchors, strict: bool
) -> Iterator[Finding]:
    rows: Sequence[Relation | Event] = brief.relations if kind == "relation" else brief.events
    shown = view.relations if kind == "relation" else view.events
    evidence = {row.id: row.evidence for row in shown}
    for number, row in enumerate(rows):
        at = (kind, number)
        yield from _anchored((*at, "evidence"), evidence[row.id], row.evidence, anchors)
        yield from _evidence(at, kind, evidence[row.id], strict)


def _actors(brief: Brief, view: BriefView, anchors: Anchors) -> Iterator[Finding]:
    shown = {actor.id: actor for actor in view.actors}
    for number, actor in enumerate(brief.actors):
        at, evidence, own = ("actor", number), shown[actor.id].evidence, len(actor.evidence)
        yield from _anchored((*at, "evidence"), evidence[:own], actor.evidence, anchors)
        yield from _aliases(at, shown[actor.id].other_names, actor.aliases, anchors)
        if not shown[actor.id].mentions:
            yield Finding(at, "never-mentioned", *_unmentioned(actor, shown[actor.id]))


def _places(brief: Brief, view: BriefView, anchors: Anchors) -> Iterator[Finding]:
    shown = {place.id: place for place in view.places}
    for number, place in enumerate(brief.places):
        names = shown[place.id].other_names
        yield from _aliases(("place", number), names, place.aliases, anchors)


def _aliases(
    at: KeyPath, shown: Iterable[AliasView], aliases: Sequence[Alias], anchors: Anchors
) -> Iterator[Finding]:
    """Of a table's own aliases: the first of those shown, where its library has others."""
    for number, (name, alias) in enumerate(zip(shown, aliases, strict=False)):
        key = (*at, "aliases", number, "evidence")
        yield from _anchored(key, name.evidence, alias.evidence, anchors)


def _unmentioned(actor: Actor, shown: ActorView) -> tuple[str, str]:
    if not actor.match:
        message = f"no passage names “{actor.name}”, and its names are not looked for"
        return message, "add `evidence`, or remove `match = false`"
    names = " nor any alias of it" if shown.aliases else ""
    message = f"neither “{actor.name}”{names} is" if names else f"“{actor.name}” is not"
    return f"{message} in a source", "add the name that the source uses to `aliases`, or `evidence`"


def _evidence(
    at: KeyPath, kind: str, evidence: Sequence[Passage], strict: bool
) -> Iterator[Finding]:
    reviews = {passage.review for passage in evidence}
    if not evidence:
        hint = "add `evidence`: the words of the source that it rests on"
        yield Finding(at, "no-evidence", f"the {kind} rests on no passage", hint)
    elif reviews == {"rejected"}:
        message = f"every passage that the {kind} rests on is rejected"
        yield Finding((*at, "evidence"), "rejected-evidence", message, "add one that holds")
    elif strict and "accepted" not in reviews:
        message = f"no passage that the {kind} rests on is accepted yet"
        hint = "review them: `accepted` or `rejected`"
        yield Finding((*at, "evidence"), "unreviewed-evidence", message, hint)


def _sources(brief: Brief) -> Iterator[Finding]:
    for number, source in enumerate(brief.sources):
        if source.file is not None and source.sha256 is None:
            message = "the source has no digest: a change of its text would go unnoticed"
            hint = "add `sha256`: `sahel-tui show BRIEF --json` prints it"
            yield Finding(("source", number), "no-digest", message, hint)


def _anchored(
    at: KeyPath, evidence: Sequence[Passage], written: Sequence[Evidence], anchors: Anchors
) -> Iterator[Finding]:
    """Of a list of passages, those that are not found as they are written."""
    for number, (passage, item) in enumerate(zip(evidence, written, strict=True)):
        if said := anchors.said(passage, item):
            yield Finding((*at, number), passage.state.value, *said)
