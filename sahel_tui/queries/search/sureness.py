"""An FTS5 expression that finds answering briefs alone, where that of all of them finds others."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from sahel_tui.queries.search.expressions import any_of, expression, phrase, sounds
from sahel_tui.queries.search.syntax import And, Near, Or
from sahel_tui.queries.search.terms import APART, SOUND
from sahel_tui.queries.search.where import restricts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.search.expressions import Complete
    from sahel_tui.queries.search.syntax import Node

_MOST = 3
"""Parts of `near` of which every order is looked for."""


def surely(tree: Node, complete: Complete) -> str | None:
    """It finds as many of those that answer as can be told; None where that is none."""
    match, exact = expression(tree, complete)
    if exact:
        return match
    if isinstance(tree, Near):
        return _near(tree)
    if isinstance(tree, And) and not restricts(tree):
        parts = [surely(one, complete) for one in tree.parts]
        return None if None in parts else " AND ".join(f"({one})" for one in parts)
    if isinstance(tree, Or):
        some = [one for part in tree.parts if (one := surely(part, complete))]
        return any_of(some) if some else None
    return None


def _near(near: Near) -> str | None:
    """Words near each other with no two texts in between; or with nothing at all in between.

    Names are texts too, but nothing is near in them: a brief with such a name is not surely found.
    """
    if any(part.prefix for part in near.parts):
        return None
    parts = [phrase(part.words, prefix=False) for part in near.parts]
    within = _within(near, parts)
    across = _within(near, [*parts, phrase((APART,), prefix=False)])
    found = f"({within} NOT {across})"
    if len(parts) <= _MOST:
        found = any_of([found, *_side_by_side(near)])
    named = any_of(
        _within(near, [sounds(sign, part.words) for part in near.parts]) for sign in SOUND.values()
    )
    return f"({found} NOT {named})"


def _side_by_side(near: Near) -> Iterable[str]:
    for parts in permutations(near.parts):
        yield phrase([word for part in parts for word in part.words], prefix=False)


def _within(near: Near, parts: Iterable[str]) -> str:
    return f"NEAR({' '.join(parts)}, {near.distance})"
