"""What an item rests on: where it leads, and what its passages say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.views import Mention, Passage

Place = tuple[str | None, int | None, int | None]
"""Where an item leads: source, start, end."""


def facets_of(field: str, value: str | None) -> tuple[str, ...]:
    """What is known of a field, if anything."""
    return (f"{field}:{value}",) if value else ()


def standing(evidence: tuple[Passage, ...], supported: bool) -> tuple[str, ...]:
    """What its passages say of a claim: where they are, how they were found, for or against."""
    words = [word for one in evidence for word in (one.state.value, one.review)]
    held = [one for one in evidence if one.review != "rejected"]
    if any(one.stance == "disputes" for one in held):
        words.append("disputed")
    if not held and not supported:
        words.append("unsupported")
    return tuple(
        dict.fromkeys(
            [*(f"is:{word}" for word in words), *(f"source:{p.source}" for p in evidence)]
        )
    )


def first_place(evidence: Iterable[Passage], mentions: Iterable[Mention] = ()) -> Place:
    """The first passage that was found, that of several alike included; else the first mention."""
    for one in evidence:
        if one.start is not None:
            return one.source, one.start, one.end
    for one in evidence:
        if one.candidates:
            return one.source, *one.candidates[0]
    for mention in mentions:
        return mention.source, mention.start, mention.end
    return None, None, None


def by_source(
    mentioned: Iterable[tuple[str, Iterable[Mention]]],
) -> dict[str, list[tuple[int, int, str]]]:
    """All mentions by source, in text order."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for whose, mentions in mentioned:
        for one in mentions:
            found.setdefault(one.source, []).append((one.start, one.end, whose))
    for places in found.values():
        places.sort()
    return found
