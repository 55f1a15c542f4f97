"""Markings that no order knows, and that are nearly one that is known."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.anchoring.distances import edits
from sahel_tui.model.markings import TLP, US, rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONGEST = 64
"""Characters of a marking that is compared: a longer one is a sentence."""
_EFFORT = 100_000
"""Comparisons in one brief."""
_SURE, _LONG = 5, 12
"""Letters from which on a slip in one is seen, and one in two where the first is right."""
_WORD = re.compile(r"[^\W_]+")
_ONCE = {"tlpwhite": "TLP:CLEAR"}
"""What TLP 1 called otherwise."""
_NO_SLIPS = frozenset({"confidentiel", "confidencial", "secreto"})
"""Levels of other languages."""


class Slip(NamedTuple):
    """A marking as written, and the known one that it is nearly."""

    written: str
    near: str | None
    """None where it is said to be of TLP, and is like none of it."""


class _Known(NamedTuple):
    """A known marking, and what is compared of it."""

    text: str
    letters: str
    words: int


class MarkingSlips:
    """Finds the slips in the markings of one brief; `order` is its library's own."""

    def __init__(self, order: Sequence[str] = ()) -> None:
        self._order = order
        self._effort = _EFFORT
        self._answers: dict[str, tuple[Slip, ...]] = {}

    @cached_property
    def _known(self) -> list[_Known]:
        return list(_known_markings(self._order))

    def find(self, marking: str | None) -> tuple[Slip, ...]:
        """Those of one marking, which may be a banner of several."""
        if not marking:
            return ()
        if marking not in self._answers:
            self._answers[marking] = tuple(self._find(marking))
        return self._answers[marking]

    def _find(self, banner: str) -> Iterator[Slip]:
        for part in (part.strip() for part in banner.split("|")):
            level = part.partition("//")[0].strip()
            if rank(part, self._order) is None and 0 < len(level) <= _LONGEST:
                letters, words = _compared(level)
                if letters in _NO_SLIPS:
                    continue
                near = _ONCE.get(letters) or self._near(letters, words)
                if near or letters.startswith("tlp"):
                    yield Slip(level, near)

    def _near(self, letters: str, words: int) -> str | None:
        """The nearest of the known markings that is near enough."""
        best, nearest = 3, None
        for known in self._known:
            if abs(len(known.letters) - len(letters)) > 2 or self._effort <= 0:
                continue
            self._effort -= 1
            most = _most_edits(known.letters, letters)
            off = edits(letters, known.letters, most)
            # A word more ("UK SECRET") is another marking, not a slip.
            if off <= most and off < best and (off == 0 or words <= known.words):
                best, nearest = off, known.text
        return nearest


def _known_markings(order: Iterable[str]) -> Iterator[_Known]:
    for text in order:
        yield _Known(text, *_compared(text))
    for level in TLP:
        text = f"TLP:{level.upper()}"
        yield _Known(text, *_compared(text))
        yield _Known(text, *_compared(level))
    for level in US:
        yield _Known(level.upper(), *_compared(level))


def _compared(text: str) -> tuple[str, int]:
    """The letters and digits of a marking, and of how many words they are."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return "".join(words), len(words)


def _most_edits(known: str, letters: str) -> int:
    if len(known) < _SURE:
        return 0
    return 2 if len(known) >= _LONG and known[:1] == letters[:1] else 1
