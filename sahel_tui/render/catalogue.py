"""A brief as a row of the list of all, and in words."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import DIM, PLAIN, STRONG, WARNING
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from sahel_tui.queries.catalogue import Entry

_DATE = 10
_NOUNS = ("point", "actor", "relation", "event")
_LETTERS = "PARE"
_WITH_MARKING, _WITH_COUNTS, _WITH_PUBLISHER = 56, 72, 110
"""Cells from which on there is room for these."""
_LEAST_TITLE = 24


def draw_entry(entry: Entry, cells: int, *, here: bool) -> Line:
    """Date, title, publisher, marking, counts and findings, as far as there is room.

    What is cut, or has no room, is in `entry_words`. `here` is the brief that is shown now.
    """
    line = Line().field(entry.published, _DATE).add(" ")
    if entry.trouble:
        name = entry.title or os.path.basename(entry.path)
        room = (cells - line.width) // 2
        line.add("! ", WARNING).field(name, min(width(safe(name)), max(1, room)), STRONG)
        return line.add(" ").field(entry.trouble, cells - line.width, WARNING)
    tail = _tail(entry, cells, here=here)
    room = max(0, cells - line.width - tail.width)
    return line.field(entry.title, room, STRONG).then(tail)


def _tail(entry: Entry, cells: int, *, here: bool) -> Line:
    tail = Line()
    roomy = cells >= _WITH_PUBLISHER
    if here and roomy:
        tail.add(" shown now", PLAIN)
    if roomy:
        tail.add(" ").field(entry.publisher, min(24, cells // 6), DIM)
    if cells >= _WITH_MARKING:
        marking = entry.marking or ""
        tail.add(" ").field(marking if roomy else marking.removeprefix("TLP:"), 16 if roomy else 12)
    if cells >= _WITH_COUNTS:
        for letter, number in zip(_LETTERS, entry.counts or (), strict=False):
            tail.add(f"{number:>3}{letter}", PLAIN if number else DIM)
        if entry.counts is None:
            tail.add(" " * 16)
    if cells >= _WITH_MARKING and _LEAST_TITLE + tail.width <= cells:
        tail.add(f" {'!' + str(entry.findings) if entry.findings else '':>4}", WARNING)
    return tail


def entry_words(entry: Entry, *, here: bool = False) -> str:
    """All that is known of a brief; `here` is the one that is shown now."""
    if entry.trouble:
        parts = [entry.title, entry.trouble, entry.path]
        return " · ".join(part for part in parts if part)
    parts = [entry.title, entry.published, entry.publisher, entry.marking or "no marking"]
    if entry.counts is not None:
        parts += [counted(n, noun) for n, noun in zip(entry.counts, _NOUNS, strict=True)]
    if entry.findings is not None:
        parts.append(counted(entry.findings, "finding"))
    parts += [entry.path, "shown now" if here else ""]
    return " · ".join(part for part in parts if part)
