"""States, counts and claims, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sahel_tui.render.cells import fit
from sahel_tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.stops import Stop
    from sahel_tui.queries.views import AliasView, Passage

_WORST_FIRST = ("orphan", "ambiguous", "fuzzy", "normalised", "moved", "exact")


def counted(number: int, noun: str) -> str:
    """`1 event`, `2 events`, `no event`."""
    if number == 0:
        return f"no {noun}"
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def place_of(number: int, total: int) -> str:
    """Which one of how many: `1,000 of 1,000`."""
    return f"{number:,} of {total:,}"


def quoted(typed: str, cells: int = 16) -> str:
    """What was typed, in quotation marks, cut so that what is said of it fits beside it.

    What has such marks itself stands as it was typed.
    """
    said = fit(safe(typed), cells)
    return said if '"' in said else f'"{said}"'


def evidence_words(evidence: Sequence[Passage]) -> str:
    """How many passages of which state and stance: `1 orphan, 2 exact, of which 1 disputes`.

    The worst comes first, so that no cut hides it.
    """
    if not evidence:
        return "no passage"
    states = Counter(passage.state.value for passage in evidence)
    words = ", ".join(f"{states[state]} {state}" for state in _WORST_FIRST if states[state])
    apart = Counter(p.stance for p in evidence if p.stance != "supports")
    apart.update(p.review for p in evidence if p.review != "accepted")
    if apart:
        words += ", of which " + ", ".join(f"{n} {word}" for word, n in sorted(apart.items()))
    return words


def is_certain(evidence: Sequence[Passage]) -> bool:
    """Whether there are passages, all as written, all accepted in support."""
    plain = ("exact", "supports", "accepted")
    return bool(evidence) and all((p.state.value, p.stance, p.review) == plain for p in evidence)


def also_words(names: Sequence[AliasView]) -> str:
    """Other names, with their kind and language: `also GSIM (acronym, fr); Nusrat`."""
    return f"also {'; '.join(map(_alias_words, names))}" if names else ""


def _alias_words(alias: AliasView) -> str:
    about = [alias.kind] if alias.kind != "alias" else []
    about += [alias.language] if alias.language else []
    return f"{alias.name} ({', '.join(about)})" if about else alias.name


def passage_words(passage: Passage) -> str:
    """How sure one passage is, and what it does: `fuzzy (91% alike), disputes, proposed`."""
    score = passage.score
    words = passage.state.value
    if words == "fuzzy" and score is not None:
        words += f" ({score:.0%} alike)"
    if words == "ambiguous":
        words += f" ({len(passage.candidates):,} passages alike)"
    words += f", {passage.stance}"
    return words if passage.review == "accepted" else f"{words}, {passage.review}"


def span_words(since: Edtf | None, until: Edtf | None) -> str:
    """When a relation holds: `since September 2023`, `until 2023`, `2021 to 2023`, or nothing."""
    if since and until:
        return f"{since.label} to {until.label}"
    if since:
        return f"since {since.label}" if since.latest else since.label
    if until:
        return f"until {until.label}" if until.earliest else until.label
    return ""


def stop_words(stop: Stop, paragraph: int = 0, mentions: int = 0) -> str:
    """Where a claim's passage is, and what it is worth: `passage 2 of 3 in ¶7: exact, supports`.

    `paragraph` is its number, 0 if it isn't to be said; `mentions` how many follow the passages.
    """
    place = place_of(stop.number, stop.of) + (f" in ¶{paragraph:,}" if paragraph else "")
    if stop.passage is None:
        return f"{stop.noun} {place}"
    candidate = f"candidate {stop.candidate:,}, " if stop.candidate else ""
    then = f"; then {counted(mentions, 'mention')}" if mentions else ""
    return f"passage {place}: {candidate}{passage_words(stop.passage)}{then}"


_DOUBT = {
    "moved": "not at the position that the brief gives",
    "normalised": "alike but for quotation marks, dashes, spaces or case: the brief quotes",
    "fuzzy": "not these words: the brief quotes",
    "ambiguous": "passages alike, nothing to choose by: the brief quotes",
    "orphan": "nowhere in the source:",
}


def doubt_words(passage: Passage) -> str:
    """What is not exact about a passage, and its whole quote; empty for one that is exact."""
    state = passage.state.value
    if state not in _DOUBT:
        return ""
    doubt = _DOUBT[state]
    if state == "fuzzy" and passage.text.casefold() == passage.quote.casefold():
        doubt = "begins or ends inside a longer word: the brief quotes"
    several = f"{len(passage.candidates):,} " if passage.candidates else ""
    quote = "" if state == "moved" else f' "{passage.quote}"'
    return f"{state}: {several}{doubt}{quote}"
