"""A passage as JSON has it, for whatever prints or copies one; `docs/json.md` has every key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.views import Passage


def passage_object(passage: Passage) -> dict[str, Any]:
    """A passage; only an ambiguous one has candidates."""
    found: dict[str, Any] = {
        "source": passage.source,
        "state": passage.state.value,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "score": passage.score,
        "stance": passage.stance,
    }
    if passage.state.value == "ambiguous":
        found["candidates"] = [{"start": start, "end": end} for start, end in passage.candidates]
    return found


def is_contested(evidence: Iterable[Passage]) -> bool:
    """Whether a passage that a reviewer has not thrown out disputes it."""
    return any(one.stance == "disputes" and one.review != "rejected" for one in evidence)
