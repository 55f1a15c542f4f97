"""Markings: which of them is the highest, and what lies above a ceiling.

TLP 2.0 and US classifications have a known order, a library can declare its own; markings of
different orders do not compare, and then all of them are kept. A control (`//NOFORN`) is kept from
whichever marking has it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

JOINT = " | "
"""Between markings that do not compare, in one banner."""

TLP = ("clear", "green", "amber", "amber+strict", "red")
US = ("unclassified", "confidential", "secret", "top secret")
"""The levels of TLP 2.0, and of the classification of the United States, lowest first."""
# Controls of unclassified matter: beside classified matter they say nothing more (DoDM 5200.01).
_UNCLASSIFIED_CONTROLS = frozenset({"fouo", "for official use only"})

Rank = tuple[str, int]
"""The order that a marking is of (`own`, `tlp`, `us`), and its place there, lowest 0."""


class _Marking(NamedTuple):
    """One marking as written; its level, its controls by their keys, and where known its rank."""

    text: str
    level: str
    controls: dict[str, str]
    rank: Rank | None


def rank(marking: str | None, order: Sequence[str] = ()) -> Rank | None:
    """Where a marking stands, its controls left aside; None where no order knows it."""
    parts = _read(marking, order)
    return parts[0].rank if len(parts) == 1 else None


def highest(markings: Iterable[str | None], order: Sequence[str] = ()) -> str | None:
    """The highest of them, as written; those that do not compare, joined by ` | `."""
    return _highest(tuple(dict.fromkeys(markings)), tuple(order))


@lru_cache(maxsize=1_024)  # the briefs of a library have the same few
def _highest(markings: tuple[str | None, ...], order: tuple[str, ...]) -> str | None:
    groups: dict[str, list[_Marking]] = {}
    for marking in markings:
        for part in _read(marking, order):
            group = part.rank[0] if part.rank else f"? {part.level}"
            groups.setdefault(group, []).append(part)
    return JOINT.join(_join(groups[group]).text for group in sorted(groups, key=_place)) or None


def above(marking: str | None, ceiling: str, order: Sequence[str] = ()) -> bool:
    """Whether a marking holds more than the ceiling does: a higher level, a control that the
    ceiling has not, or anything that does not compare with it."""
    if not _read(marking, order):
        return False
    limit = highest((ceiling,), order)
    return _bare(highest((limit, marking), order), order) != _bare(limit, order)


def _key(text: str) -> str:
    """What two spellings of one marking have in common: not case, not spaces."""
    return re.sub(r" ?(//|[:+/]) ?", r"\1", " ".join(text.casefold().split()))


def _level_key(text: str) -> str:
    """The same, of a level; TLP with or without its prefix."""
    key = _key(text)
    bare = re.sub(r"\Atlp[: ]", "", key)
    return bare if bare in TLP else key


def _read(marking: str | None, order: Sequence[str]) -> list[_Marking]:
    """The markings that a banner holds; none where it is empty."""
    parts = (part.strip() for part in (marking or "").split("|"))
    return [_read_one(part, tuple(order)) for part in parts if part]


@lru_cache(maxsize=1024)
def _read_one(text: str, order: tuple[str, ...]) -> _Marking:
    own = tuple(map(_level_key, order))
    whole = _level_key(text)
    if whole in own:
        return _Marking(text, whole, {}, ("own", own.index(whole)))
    level, *rest = text.split("//")
    key = _level_key(level)
    controls = {_key(control): control.strip() for control in rest if control.strip()}
    for family, levels in (("own", own), ("tlp", TLP), ("us", US)):
        if key in levels:
            return _Marking(text, key, controls, (family, levels.index(key)))
    return _Marking(text, whole, {}, None)


def _place(group: str) -> tuple[int, str]:
    """The orders first, what is unknown last, whatever order the markings came in."""
    known = ("own", "us", "tlp")
    return (known.index(group) if group in known else len(known), group)


def _join(group: list[_Marking]) -> _Marking:
    """Of markings of one order the highest level, with the controls of all."""
    top = max(part.rank or ("", 0) for part in group)
    tops = [part for part in group if (part.rank or top) == top]
    first = min(tops, key=lambda part: (-len(part.controls), part.text))
    added: dict[str, str] = {}
    for part in sorted(group, key=lambda part: part.text):
        for key, control in part.controls.items():
            if key not in first.controls and not _contained(key, part.level, first.level):
                added.setdefault(key, control)
    text = "//".join((first.text, *added.values()))
    return first._replace(text=text, controls=first.controls | added)


def _contained(control: str, level: str, top: str) -> bool:
    return control in _UNCLASSIFIED_CONTROLS and level == US[0] and top in US[1:]


def _bare(banner: str | None, order: Sequence[str]) -> set[tuple[str | Rank, frozenset[str]]]:
    """What a banner says, without its spelling."""
    return {(part.rank or part.level, frozenset(part.controls)) for part in _read(banner, order)}
