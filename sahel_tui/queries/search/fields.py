"""The fields of a query, and the values of those that have a list of them."""

from __future__ import annotations

from typing import NamedTuple

KINDS = ("brief", "point", "actor", "relation", "event", "passage")
SORTS = ("newest", "oldest", "relevance", "title")
RANKED = 1_000
"""Of the newest that answer so many are ranked by relevance: to rank all would be to read all."""
DATES = ("after", "before", "on")
NAMES = ("actor", "place")
"""Fields of those that an item mentions: a value is an id, or words of a name."""
TITLES = ("brief", "source", "tag")
"""Fields of which a value is some words of a longer one."""
SIGNS = {1: "positive", 0: "neutral", -1: "negative"}

VALUES = {
    "kind": KINDS,
    "sort": SORTS,
    "sign": tuple(SIGNS.values()),
    "confidence": ("low", "moderate", "high"),
    "likelihood": (
        "almost-no-chance",
        "very-unlikely",
        "unlikely",
        "roughly-even-chance",
        "likely",
        "very-likely",
        "almost-certain",
    ),
    "is": (
        "disputed", "unsupported",
        "orphan", "ambiguous", "fuzzy", "normalised", "moved", "exact",
        "accepted", "proposed", "rejected",
        "asserted", "alleged", "denied", "ended",
        "past", "planned", "hypothetical",
    ),
}  # fmt: skip
"""Of the other fields any value can be asked for."""

FIELDS = (*NAMES, *TITLES, *DATES, "type", "marking", *VALUES)

_SAME = {
    "sign": {"+": "positive", "+1": "positive", "1": "positive", "-": "negative", "−": "negative"}
    | {"-1": "negative", "−1": "negative", "0": "neutral"},
    "kind": {f"{kind}s": kind for kind in KINDS},
}


class Value(NamedTuple):
    """One of a field's values as it was meant."""

    text: str
    prefix: bool
    """Whether it is only the beginning of some."""


def known_value(field: str, written: str, *, half_typed: bool) -> Value | None:
    """The value that was written, spelled in any way; None where it is none of the field's."""
    value = written.casefold()
    value = _SAME.get(field, {}).get(value, value.replace(" ", "-").replace("_", "-"))
    if value in VALUES[field]:
        return Value(value, prefix=False)
    begun = half_typed and any(one.startswith(value) for one in VALUES[field])
    return Value(value, prefix=True) if begun else None
