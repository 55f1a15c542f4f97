"""The relations of a library by pairs of actors, and by who is a member of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import RelationRow

MEMBERSHIP = ("member-of", "part-of")

Pair = tuple[str, str]
Unit = tuple[tuple[Pair, ...], str | None]
"""Pairs that are looked at together; with a type, what is denied of the first one."""
HELD = 50_000
"""Relations that are held at a time."""
Kin = dict[str, dict[str, "RelationRow"]]
"""Actors by those that they are a member of, and the relation that says so."""


class Seen:
    """What is kept of a pair of actors on the first way through the relations."""

    def __init__(self) -> None:
        self.rows = 0
        self.signs: set[int] = set()
        self.stated: dict[str, set[tuple[str | None, str | None, bool]]] = {}
        """By type and direction the times that it held, it is said, and whether it is denied."""

    @property
    def in_question(self) -> bool:
        """Whether there may be a contradiction."""
        return {1, -1} <= self.signs or any(len(stated) > 1 for stated in self.stated.values())


def see(row: RelationRow, seen: Seen, identities: Identities) -> None:
    seen.rows += 1
    if row.status != "denied":
        seen.signs.add(row.sign)
    statement = (row.since, row.until, row.status == "denied")
    seen.stated.setdefault(sense_of(row, identities), set()).add(statement)


def add_kin(kin: Kin, row: RelationRow, identities: Identities) -> None:
    """Of several that say so, the same is kept in whichever order they come."""
    wholes, whole = kin.setdefault(identities.key(row.source), {}), identities.key(row.target)
    wholes[whole] = min(wholes.get(whole, row), row, key=_newest)


def _newest(row: RelationRow) -> tuple[int, str, str]:
    return -row.told.day, row.told.path, row.id


def members_of(kin: Kin) -> dict[str, list[str]]:
    """Actors by those that are a member of them."""
    found: dict[str, list[str]] = {}
    for member, wholes in kin.items():
        for whole in wholes:
            found.setdefault(whole, []).append(member)
    return found


def batches(units: Sequence[Unit], seen: dict[Pair, Seen]) -> Iterator[list[Unit]]:
    """Units that have about HELD rows together."""
    batch: list[Unit] = []
    rows = 0
    for unit in units:
        number = sum(seen[pair].rows for pair in unit[0])
        if batch and rows + number > HELD:
            yield batch
            batch, rows = [], 0
        batch.append(unit)
        rows += number
    if batch:
        yield batch


def held_of(
    relations: Iterable[RelationRow], identities: Identities, pairs: Collection[Pair]
) -> dict[Pair, list[RelationRow]]:
    """The relations of some pairs, of the newest briefs first."""
    held: dict[Pair, list[RelationRow]] = {}
    for row in relations:
        pair = pair_of(row, identities)
        if pair in pairs:
            held.setdefault(pair, []).append(row)
    for rows in held.values():
        rows.sort(key=_newest)
    return held


def pair_of(row: RelationRow, identities: Identities) -> Pair:
    one, other = sorted((identities.key(row.source), identities.key(row.target)))
    return one, other


def sense_of(row: RelationRow, identities: Identities) -> str:
    """The type, and from whom; a symmetric one is the same from both sides."""
    return f"{row.type} {identities.key(row.source)}" if row.inverse else row.type


def kin_pairs(
    pair: Pair, seen: Collection[Pair], kin: Kin, members: dict[str, list[str]]
) -> tuple[Pair, ...]:
    """Pairs in which one of two actors is replaced by what it is a member of, or by a member."""
    found: dict[Pair, None] = {}
    for one, other in (pair, pair[::-1]):
        for near in sorted({*kin.get(one, ()), *members.get(one, ())}):
            first, second = sorted((near, other))
            if near not in pair and one != other and (first, second) in seen:
                found[first, second] = None
    return tuple(found)
