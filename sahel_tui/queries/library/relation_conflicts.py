"""Relations that cannot both be: of opposite sign at one time, dated apart, denied by one brief."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.library.datings import dating, differ
from sahel_tui.queries.library.findings import Said, contradiction, parted
from sahel_tui.queries.views import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sahel_tui.queries.library.findings import Contradiction
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import RelationRow

_REPEATED = frozenset((
    "accuses", "attacks", "ceasefire-with", "expels",
    "mediates", "negotiates-with", "sanctions", "threatens",
))  # fmt: skip
"""Types of what is done again and again: another beginning is another time."""
_MEMBERSHIP = ("member-of", "part-of")
_FAR = 10**12

Pair = tuple[str, str]
Kin = dict[str, dict[str, "RelationRow"]]
"""Actors by those that they are a member of, and the relation that says so."""


class _Seen(NamedTuple):
    """What is kept of a pair of actors on the first way through the relations."""

    signs: set[int]
    stated: dict[str, set[tuple[str | None, str | None, bool]]]
    """By type and direction the times that it is said to have held, and whether it is denied."""


def relation_conflicts(
    relations: Callable[[], Iterable[RelationRow]], identities: Identities
) -> Iterator[Contradiction]:
    """All of them; `relations` is gone through twice, and only pairs in question are held."""
    seen: dict[Pair, _Seen] = {}
    kin: Kin = {}
    denied: set[tuple[Pair, str]] = set()
    for row in relations():
        pair = _pair(row, identities)
        one = seen.setdefault(pair, _Seen(set(), {}))
        if row.status == "denied":
            if row.sign:  # who is a member of what is not handed on to a member
                denied.add((pair, row.type))
        else:
            one.signs.add(row.sign)
            if row.type in _MEMBERSHIP:
                kin.setdefault(identities.key(row.source), {})[identities.key(row.target)] = row
        statement = (row.since, row.until, row.status == "denied")
        one.stated.setdefault(_sense(row, identities), set()).add(statement)
    wanted = {pair for pair, one in seen.items() if _in_question(one)}
    related = {pair: _kin_pairs(pair, seen, kin) for pair, _ in denied}
    wanted |= {one for pair, others in related.items() for one in (pair, *others)}
    held: dict[Pair, list[RelationRow]] = {}
    for row in relations():
        pair = _pair(row, identities)
        if pair in wanted:
            held.setdefault(pair, []).append(row)
    for pair in sorted(held):
        yield from _of_pair(held[pair], identities)
    for pair, type_ in sorted(denied):
        yield from _denied(pair, type_, held, related[pair], kin, identities)


def _pair(row: RelationRow, identities: Identities) -> Pair:
    one, other = sorted((identities.key(row.source), identities.key(row.target)))
    return one, other


def _sense(row: RelationRow, identities: Identities) -> str:
    """The type, and from whom; a symmetric one is the same from both sides."""
    return f"{row.type} {identities.key(row.source)}" if row.inverse else row.type


def _in_question(seen: _Seen) -> bool:
    return {1, -1} <= seen.signs or any(len(stated) > 1 for stated in seen.stated.values())


def _kin_pairs(pair: Pair, seen: dict[Pair, _Seen], kin: Kin) -> tuple[Pair, ...]:
    """Pairs in which one of two actors is replaced by what it is a member of, or by a member."""
    found: dict[Pair, None] = {}
    for one, other in (pair, pair[::-1]):
        members = [member for member, wholes in kin.items() if one in wholes]
        for near in (*kin.get(one, {}), *members):
            first, second = sorted((near, other))
            if near not in pair and one != other and (first, second) in seen:
                found[first, second] = None
    return tuple(found)


def _of_pair(rows: Sequence[RelationRow], identities: Identities) -> Iterator[Contradiction]:
    yield from _opposed(rows)
    senses: dict[str, list[RelationRow]] = {}
    for row in rows:
        senses.setdefault(_sense(row, identities), []).append(row)
    for same in senses.values():
        yield from _stated_apart(same)


def _opposed(rows: Sequence[RelationRow]) -> Iterator[Contradiction]:
    """Positive and negative relations that held at one time, in two briefs or in one."""
    stated = [row for row in rows if row.sign and row.status != "denied" and not _is_over(row)]
    against = [
        (one, other)
        for one, other in combinations(stated, 2)
        if one.sign == -other.sign and _at_one_time(one, other)
    ]
    if against:
        sides = [
            {row.told.path + row.id: row for pair in against for row in pair if row.sign == sign}
            for sign in (1, -1)
        ]
        first = against[0][0]
        said = [[_said(row, sign=True) for row in side.values()] for side in sides]
        yield contradiction(
            "sign",
            ("sign",),
            f"{first.source_name}, {first.target_name}",
            said,
            days=_days(row for pair in against for row in pair),
        )


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
    while waiting:
        episode = [waiting.pop(0)]
        for row in sorted(waiting, key=lambda row: _differences(episode[0], row)):
            new = all(row.told.brief != one.told.brief for one in episode)
            if new and all(_at_one_time(row, one) for one in episode):
                episode.append(row)
        waiting = [row for row in waiting if row not in episode]
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
    begins = max(-_FAR if row.first is None else row.first for row in (one, other))
    ends = min(_FAR if row.last is None else row.last for row in (one, other))
    return begins <= ends


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
