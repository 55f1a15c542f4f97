"""Relations that cannot both be: of opposite sign at one time, dated apart, denied by one brief."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, combinations
from typing import TYPE_CHECKING

from sahel_tui.queries.library.datings import dating, differ
from sahel_tui.queries.library.findings import Said, contradiction, parted
from sahel_tui.queries.library.relation_pairs import (
    MEMBERSHIP,
    Seen,
    add_kin,
    batches,
    held_of,
    kin_pairs,
    members_of,
    pair_of,
    see,
    sense_of,
)
from sahel_tui.queries.views import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sahel_tui.queries.library.findings import Contradiction
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.relation_pairs import Kin, Pair
    from sahel_tui.queries.library.rows import RelationRow

_REPEATED = frozenset((
    "accuses", "attacks", "ceasefire-with", "expels",
    "mediates", "negotiates-with", "sanctions", "threatens",
))  # fmt: skip
"""Types of what is done again and again: another beginning is another time."""
_FAR = 10**12


def relation_conflicts(
    relations: Callable[[], Iterable[RelationRow]], identities: Identities
) -> Iterator[Contradiction]:
    """All of them; `relations` is gone through again for each HELD rows that are in question."""
    seen: dict[Pair, Seen] = {}
    kin: Kin = {}
    denied: dict[tuple[Pair, str], None] = {}
    for row in relations():
        pair = pair_of(row, identities)
        see(row, seen.setdefault(pair, Seen()), identities)
        if row.status == "denied":
            if row.sign:  # who is a member of what is not handed on to a member
                denied[pair, row.type] = None
        elif row.type in MEMBERSHIP:
            add_kin(kin, row, identities)
    wanted = [((pair,), None) for pair in sorted(seen) if seen[pair].in_question]
    members = members_of(kin)
    against = [
        ((pair, *kin_pairs(pair, seen, kin, members)), type_) for pair, type_ in sorted(denied)
    ]
    for batch in batches([*wanted, *against], seen):
        held = held_of(relations(), identities, {pair for pairs, _ in batch for pair in pairs})
        for (pair, *related), type_ in batch:
            if type_ is None:
                yield from _of_pair(held[pair], identities)
            else:
                yield from _denied(pair, type_, held, related, kin, identities)


def _of_pair(rows: Sequence[RelationRow], identities: Identities) -> Iterator[Contradiction]:
    yield from _opposed(rows)
    senses: dict[str, list[RelationRow]] = {}
    for row in rows:
        senses.setdefault(sense_of(row, identities), []).append(row)
    for same in senses.values():
        yield from _stated_apart(same)


def _opposed(rows: Sequence[RelationRow]) -> Iterator[Contradiction]:
    """Positive and negative relations that held at one time, in two briefs or in one."""
    stated = [row for row in rows if row.sign and row.status != "denied" and not _is_over(row)]
    by_sign = {sign: _Times(row for row in stated if row.sign == sign) for sign in (1, -1)}
    against = [row for row in stated if by_sign[-row.sign].meet(row)]
    if against:
        first = against[0]
        sides = [[row for row in against if row.sign == sign] for sign in (1, -1)]
        said = [[_said(row, sign=True) for row in side] for side in sides]
        yield contradiction(
            "sign",
            ("sign",),
            f"{first.source_name}, {first.target_name}",
            said,
            days=_days(against),
        )


class _Times:
    """When relations held, to be asked whether any of them met another."""

    def __init__(self, rows: Iterable[RelationRow]) -> None:
        times = sorted(map(_time_of, rows))
        self._begins = [begin for begin, _ in times]
        self._ends = list(accumulate((end for _, end in times), max))

    def meet(self, row: RelationRow) -> bool:
        """Whether one of them may have held on a day of this one."""
        begin, end = _time_of(row)
        at = bisect_right(self._begins, end)
        return at > 0 and self._ends[at - 1] >= begin


def _is_over(row: RelationRow) -> bool:
    """Whether it has ended, and nobody says when it was."""
    return row.status == "ended" and row.since is None and row.until is None


def _stated_apart(rows: Sequence[RelationRow]) -> Iterator[Contradiction]:
    """One relation that briefs date or state differently."""
    for episode in _episodes(rows):
        sides, also = parted(episode, _differences)
        if sides:
            pairs = combinations((row for side in sides for row in side), 2)
            what = [word for one, other in pairs for word in _differences(one, other)]
            told = [map(_said, side) for side in sides]
            days = _days(row for side in sides for row in side)
            yield contradiction(
                "relation", what, _words(episode[0]), told, map(_said, also), days=days
            )


def _episodes(rows: Sequence[RelationRow]) -> Iterator[list[RelationRow]]:
    """Rows that speak of one stretch of time: none of one brief twice, the most alike first."""
    waiting = list(rows)
    while len(waiting) > 1:
        first, *others = waiting
        episode, taken, briefs = [first], {id(first)}, {first.told.brief}
        begin, end = _time_of(first)
        for row in sorted(others, key=lambda row: _differences(first, row)):
            its_begin, its_end = _time_of(row)
            # Stretches that meet each other all have a day in common.
            if row.told.brief not in briefs and max(begin, its_begin) <= min(end, its_end):
                begin, end = max(begin, its_begin), min(end, its_end)
                episode.append(row)
                briefs.add(row.told.brief)
                taken.add(id(row))
        waiting = [row for row in waiting if id(row) not in taken]
        if len(episode) > 1:
            yield episode


def _differences(one: RelationRow, other: RelationRow) -> tuple[str, ...]:
    """In what two statements of one relation differ; what only one says is no difference."""
    if one.told.brief == other.told.brief:
        return ()
    if "denied" in (one.status, other.status):
        return ("denied",) if one.status != other.status else ()
    closed = None not in (one.since, one.until, other.since, other.until)
    if one.type in _REPEATED and not closed:
        return ()
    found = (("since", one.since, other.since), ("until", one.until, other.until))
    return tuple(
        name
        for name, left, right in found
        if left and right and differ(dating(left), dating(right))
    )


def _at_one_time(one: RelationRow, other: RelationRow) -> bool:
    """Whether the two may have held on one day; days that are only beside it don't count."""
    (begin, end), (other_begin, other_end) = _time_of(one), _time_of(other)
    return max(begin, other_begin) <= min(end, other_end)


def _time_of(row: RelationRow) -> tuple[int, int]:
    """The first and the last day that it may have held; a date's end may lie before its start."""
    return -_FAR if row.first is None else row.first, _FAR if row.last is None else row.last


def _denied(
    pair: Pair,
    type_: str,
    held: dict[Pair, list[RelationRow]],
    related: Sequence[Pair],
    kin: Kin,
    identities: Identities,
) -> Iterator[Contradiction]:
    """What one brief denies of an actor, and another states of a whole that it is a member of."""
    against = [row for row in held[pair] if row.status == "denied" and row.type == type_]
    for near in related:
        stated = [
            row
            for row in held.get(near, [])
            if row.type == type_
            and row.status != "denied"
            and any(_speak_of_one_thing(row, one, identities) for one in against)
        ]
        if stated:
            (one,), (other,) = set(pair) - set(near), set(near) - set(pair)
            member, whole = (one, other) if other in kin.get(one, {}) else (other, one)
            by = kin[member][whole]
            yield contradiction(
                "relation",
                ("denied",),
                _words(against[0]),
                [[_said(row) for row in against], [_said(row) for row in stated]],
                via=f"{_words(by)} ({by.told.brief})",
                days=_days((*against, *stated)),
            )


def _speak_of_one_thing(one: RelationRow, other: RelationRow, identities: Identities) -> bool:
    """Whether two briefs speak of one time, and of what they share in the same role."""
    if one.told.brief == other.told.brief or not _at_one_time(one, other):
        return False
    ends = [(identities.key(row.source), identities.key(row.target)) for row in (one, other)]
    return not one.inverse or ends[0][0] == ends[1][0] or ends[0][1] == ends[1][1]


def _days(rows: Iterable[RelationRow]) -> Iterator[int | None]:
    return (day for row in rows for day in (row.first, row.last))


def _said(row: RelationRow, *, sign: bool = False) -> Said:
    words = _words(row)
    time = _time(row)
    says = " · ".join(part for part in (row.status, time) if part)
    if sign:
        says = f"{'+' if row.sign > 0 else '−'} {says}"
    return Said(row.told, Claim("relation", row.id), words, says, row.marking)


def _words(row: RelationRow) -> str:
    return f"{row.source_name} {row.type} {row.target_name}"


def _time(row: RelationRow) -> str:
    since, until = (date and dating(date).label for date in (row.since, row.until))
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""
