"""The pairs of `pairs.txt`."""

from __future__ import annotations

from pathlib import Path

from sahel_tui.queries.library.identities import Actor, NameUse

Pair = tuple[Actor, Actor]


def _actor(key: str, written: str) -> Actor:
    names, type_, country = (part.strip() for part in written.split(" / "))
    uses = tuple(
        NameUse(name, "acronym" if name.isupper() else "name", (key,), 1, (key,))
        for name in names.split("; ")
    )
    type_, country = type_.strip("-"), country.strip("-")
    return Actor(key, (key,), uses[0].name, type_ or None, country or None, uses)


def _pair(line: str) -> Pair:
    left, right = line.split(" | ")
    return _actor("left", left), _actor("right", right)


def _sections() -> list[list[Pair]]:
    text = Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8")
    _, *sections = text.split("\n== ")
    return [[_pair(line) for line in one.splitlines()[1:] if line] for one in sections]


JOINS, HARD_NEGATIVES, LATER_JOINS, LATER_NEGATIVES = _sections()
