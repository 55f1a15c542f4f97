"""How many letters two words differ by."""

from __future__ import annotations


def edits(one: str, other: str, most: int) -> int:
    """Letters to insert, delete, replace or swap with the next; `most + 1` where it is more."""
    from rapidfuzz.distance import OSA  # late: who only imports this has no need of it

    return OSA.distance(one, other, score_cutoff=most)
