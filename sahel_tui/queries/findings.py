"""What is doubtful in a brief that can be read: its anchors, its evidence, its language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sahel_tui.anchoring.states import State
from sahel_tui.queries.estimates import mixed_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.model.actors import Actor, Alias
    from sahel_tui.model.brief import Brief
    from sahel_tui.model.events import Event
    from sahel_tui.model.relations import Relation
    from sahel_tui.queries.views import ActorView, BriefView, Passage

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


def findings(brief: Brief, view: BriefView, *, strict: bool = False) -> Iterator[Finding]:
    """All findings of a brief; `strict` adds what good practice asks for and no rule requires."""
    yield from _points(brief, view, strict)
    yield from _actors(brief, view)
    for kind in ("relation", "event"):
        yield from _claims(brief, view, kind, strict)
    yield from _places(brief, view)
    if strict:
        yield from _sources(brief)


def _points(brief: Brief, view: BriefView, strict: bool) -> Iterator[Finding]:
    for number, (point, shown) in enumerate(zip(brief.points, view.points, strict=True)):
        at = ("point", number)
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


def _claims(brief: Brief, view: BriefView, kind: str, strict: bool) -> Iterator[Finding]:
    rows: Sequence[Relation | Event] = brief.relations if kind == "relation" else brief.events
    shown = view.relations if kind == "relation" else view.events
    evidence = {row.id: row.evidence for row in shown}
    for number, row in enumerate(rows):
        yield from _evidence((kind, number), kind, evidence[row.id], strict)


def _actors(brief: Brief, view: BriefView) -> Iterator[Finding]:
    shown = {actor.id: actor for actor in view.actors}
    for number, actor in enumerate(brief.actors):
        at = ("actor", number)
        paths = _actor_paths(at, actor)
        for path, passage in zip(paths, shown[actor.id].evidence, strict=True):
            yield from _anchor(path, passage)
        if not shown[actor.id].mentions:
            yield Finding(at, "never-mentioned", *_unmentioned(actor, shown[actor.id]))


def _actor_paths(at: KeyPath, actor: Actor) -> Iterator[KeyPath]:
    """The keys of an actor's evidence and of its aliases', in the order that its view has them."""
    yield from ((*at, "evidence", number) for number in range(len(actor.evidence)))
    yield from _alias_paths(at, actor.aliases)


def _alias_paths(at: KeyPath, aliases: Sequence[Alias]) -> Iterator[KeyPath]:
    for number, alias in enumerate(aliases):
        own = (*at, "aliases", number, "evidence")
        yield from ((*own, item) for item in range(len(alias.evidence)))


def _places(brief: Brief, view: BriefView) -> Iterator[Finding]:
    shown = {place.id: place for place in view.places}
    for number, place in enumerate(brief.places):
        passages = (one for alias in shown[place.id].other_names for one in alias.evidence)
        paths = _alias_paths(("place", number), place.aliases)
        for path, passage in zip(paths, passages, strict=True):
            yield from _anchor(path, passage)


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
    for number, passage in enumerate(evidence):
        yield from _anchor((*at, "evidence", number), passage)
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


def _anchor(at: KeyPath, passage: Passage) -> Iterator[Finding]:
    if passage.state is not State.EXACT:
        message, hint = _ANCHORS[passage.state]
        if passage.state is State.FUZZY and passage.text.casefold() == passage.quote.casefold():
            message, hint = _INSIDE_WORDS
        where = f"{passage.start}–{passage.end} of `{passage.source}`"
        many = ", ".join(f"{start}–{end}" for start, end in passage.candidates[:_SHOWN])
        if len(passage.candidates) > _SHOWN:
            many += " …"
        words = message.format(
            where=where,
            source=f"`{passage.source}`",
            score=f"{passage.score or 0:.2f}",
            text=_excerpt(passage.text),
            count=len(passage.candidates),
            many=many,
        )
        yield Finding(at, passage.state.value, words, hint)


_SHOWN = 5
"""Equal passages that a message names."""
_ANCHORS = {
    State.MOVED: (
        "moved: not at `start` and `end`, but at {where} (score {score})",
        "correct `start` and `end`, or leave them out",
    ),
    State.NORMALISED: (
        "normalised: only alike in quotation marks, dashes, spaces or case, at {where} "
        "(score {score}): “{text}”",
        "quote the source's own signs",
    ),
    State.FUZZY: (
        "fuzzy: not in {source}; the nearest words are at {where} (score {score}): “{text}”",
        "quote the source's own words, if these are the ones",
    ),
    State.AMBIGUOUS: (
        "ambiguous: {count} passages alike in {source}, at {many}",
        "choose one by `prefix`, `suffix` or `start` and `end`, or quote more words",
    ),
    State.ORPHAN: (
        "orphan: nowhere in {source}: “{text}”",
        "quote whole words that stand in the source, or name another `source`",
    ),
}
_INSIDE_WORDS = (
    "fuzzy: in {source} these words begin or end inside longer ones, at {where} (score {score}): "
    "“{text}”",
    "quote whole words, if these are the ones",
)


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:79] + "…"
