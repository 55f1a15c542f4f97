"""Which actors are probably one, and why. Nothing is joined: an analyst judges.

Never suggested are two that are judged already, the same or different.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.library.likeness import (
    ONE_WORD,
    PART,
    Likeness,
    Name,
    alike,
    initials,
    is_acronym,
    is_surname,
    name_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sahel_tui.queries.library.identities import Actor, Identities

LEAST = 0.6
"""The score from which a join is suggested."""
_COMMON = 200
"""Actors that share a word, from which it says nothing of them."""
_TELLING = 5
"""Letters from which an acronym is nearly a name: ECOWAS, but not CNSP."""
_SIDES = frozenset(("government", "military", "political"))
"""Types that one body may be given by two analysts."""
_LOOSE = frozenset(("armed-group", "political", "organisation", "population"))


class Suggestion(NamedTuple):
    """Two actors that are probably one."""

    left: Actor
    right: Actor
    score: float
    """0 to 1: the higher, the likelier."""
    reasons: tuple[str, ...]


class _Known(NamedTuple):
    """An actor with its names as they are compared."""

    actor: Actor
    names: tuple[Name, ...]
    acronyms: tuple[Name, ...]


def suggestions(
    actors: Mapping[str, Actor], identities: Identities, least: float = LEAST
) -> list[Suggestion]:
    """The likely joins of some actors by their keys, the likeliest first."""
    known = [_known(actor) for actor in actors.values()]
    surnames = Counter(
        sound
        for one in known
        if one.actor.type == "person"
        for sound in {name.sounds[-1] for name in one.names if len(name.words) > 1}
    )
    found = []
    for at, other in sorted(_candidates(known)):
        left, right = known[at].actor, known[other].actor
        if identities.are_different(left.key, right.key):
            continue
        one = _judged(known[at], known[other], surnames)
        if one.score >= least:
            found.append(one)
    return sorted(found, key=lambda one: (-one.score, one.left.key, one.right.key))


def likeness_of(left: Actor, right: Actor) -> Suggestion:
    """How likely two actors are one, were there no others."""
    return _judged(_known(left), _known(right), Counter())


def _known(actor: Actor) -> _Known:
    names: dict[Name, None] = {}
    acronyms: dict[Name, None] = {}
    for use in actor.names:
        name = name_of(use.name)
        if use.kind == "weak" or not name.words:
            continue
        (acronyms if is_acronym(name, use.kind) else names)[name] = None
    return _Known(actor, tuple(names), tuple(acronyms))


def _candidates(known: list[_Known]) -> set[tuple[int, int]]:
    """Pairs that share a word's sound, its beginning, or an acronym."""
    by_key: dict[str, list[int]] = {}
    for at, one in enumerate(known):
        for key in set(_keys(one)):
            by_key.setdefault(key, []).append(at)
    return {
        pair
        for group in by_key.values()
        if len(group) <= _COMMON
        for pair in combinations(group, 2)
    }


def _keys(one: _Known) -> Iterator[str]:
    for name in one.names:
        yield from name.sounds
        yield from (f"{sound[:4]}…" for sound in name.sounds if len(sound) > 5)
        if short := initials(name):
            yield f"={short}"
    for name in one.acronyms:
        yield f"={''.join(name.words)}"


def _judged(left: _Known, right: _Known, surnames: Mapping[str, int]) -> Suggestion:
    found = sorted(_reasons(left, right, surnames), reverse=True)
    if not found:
        return Suggestion(left.actor, right.actor, 0.0, ())
    # Further reasons of another kind add half of what is missing, each less than the one before.
    score = found[0].score
    for more in found[1:3]:
        score += (1 - score) * more.score / 4
    shift, about = _circumstances(left.actor, right.actor)
    reasons = dict.fromkeys([*(one.reason for one in found[:3]), *about])
    return Suggestion(
        left.actor, right.actor, round(min(0.99, max(0.0, score + shift)), 2), tuple(reasons)
    )


def _reasons(left: _Known, right: _Known, surnames: Mapping[str, int]) -> Iterator[Likeness]:
    best = max(
        (alike(one, other) for one in left.names for other in right.names),
        default=Likeness(0.0, ""),
    )
    person = "person" in (left.actor.type, right.actor.type)
    if person and best.score in (ONE_WORD, PART):
        yield best._replace(score=0.7)
    elif best.score:
        yield best
    elif person:
        yield from _surname(left, right, surnames)
    shared = {one.words: one for one in left.acronyms}
    for name in right.acronyms:
        if name.words in shared:
            long = len("".join(name.words)) >= _TELLING
            score = 0.65 if long else 0.5
            yield Likeness(score, f"both are called {name.text}, which is an acronym")
            break
    yield from _by_initials(left, right)


def _surname(left: _Known, right: _Known, surnames: Mapping[str, int]) -> Iterator[Likeness]:
    for one in left.names:
        for other in right.names:
            if is_surname(one, other):
                sound = min(one, other, key=lambda name: len(name.words)).sounds[0]
                several = surnames.get(sound, 1) > 1
                words = "several have this surname" if several else "nobody else has this surname"
                yield Likeness(0.35 if several else 0.65, f"“{one.text}”, “{other.text}”: {words}")
                return


def _by_initials(left: _Known, right: _Known) -> Iterator[Likeness]:
    for one, other in ((left, right), (right, left)):
        short = {"".join(name.words): name for name in one.acronyms}
        for name in other.names:
            found = short.get(initials(name))
            if found is not None:
                yield Likeness(0.55, f"{found.text} are the initials of “{name.text}”")
                return


def _circumstances(left: Actor, right: Actor) -> tuple[float, Iterable[str]]:
    """What type and country add or take away."""
    shift, about = 0.0, []
    types = {left.type, right.type}
    if None not in types:
        if len(types) == 1:
            shift += 0.05
            about.append(f"both are of type {left.type}")
        elif not (types <= _SIDES or types <= _LOOSE):
            shift -= 0.3
            about.append(f"one is of type {left.type}, the other {right.type}")
    countries = {left.country, right.country}
    if None not in countries:
        same = len(countries) == 1
        # Analysts may differ on whose a person is; what is of another country is another body.
        shift += 0.05 if same else -0.35 if types == {"person"} else -0.45
        about.append(f"both are of {left.country}" if same else f"{left.country}, {right.country}")
    return shift, about
