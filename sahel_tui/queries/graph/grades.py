"""Which grade is the better, and how weak a relation is as a link of a chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.graph.graph import Edge

NOT_GRADED = "––"
"""A passage supports it, and neither its source nor its information has a code."""
NO_PASSAGE = ""
"""No passage supports it."""
_LETTERS, _DIGITS = "ABCDE", "12345"
_UNKNOWN = 5
"""The place of `F` and `6` (cannot be judged), and of a code that nobody gave: the last."""
_CONFIDENCE = {"high": 0, "moderate": 1, None: 2, "low": 3}
_WORST = 11


def best_grade(codes: Iterable[tuple[str | None, str | None]]) -> str:
    """The best of some pairs of reliability and credibility, as `B2`; `–` for what is not given."""
    grades = [f"{reliability or '–'}{credibility or '–'}" for reliability, credibility in codes]
    return min(grades, key=lambda one: (grade_rank(one), one), default=NO_PASSAGE)


def grade_rank(grade: str | None) -> int:
    """0 for `A1` to 10; 11 where no passage supports it; what is not known counts as not graded."""
    if grade == NO_PASSAGE:
        return _WORST
    code = grade or NOT_GRADED
    places = (_LETTERS.find(code[0]), _DIGITS.find(code[1]))
    return sum(_UNKNOWN if place < 0 else place for place in places)


def weakness(edge: Edge) -> int:
    """How little a relation bears: the more, the weaker.

    What is denied is weaker than anything else, then what is alleged, then what a passage
    disputes, then by confidence (one that is not stated lies between moderate and low), and last by
    grade.
    """
    standing = {"denied": 2, "alleged": 1}.get(edge.status, 0)
    confidence = _CONFIDENCE.get(edge.confidence, _CONFIDENCE[None])
    return ((standing * 2 + edge.contested) * 4 + confidence) * (_WORST + 1) + grade_rank(
        edge.grade
    )
