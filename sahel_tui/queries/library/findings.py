"""What is found where briefs contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sahel_tui.queries.library.rows import Telling
    from sahel_tui.queries.views import Claim

T = TypeVar("T")
Kind = Literal["event", "relation", "sign", "point"]
"""One event told differently; one relation stated differently; relations of opposite sign; points
that say so themselves."""
KINDS: tuple[Kind, ...] = ("event", "relation", "sign", "point")


NO_DAY = -(10**12)
"""Before all others, as an ordinal: of what nobody dates."""
_LINKS = ("contradicts", "replaces", "qualifies")
"""What points say of each other, that which a reader should see first before the others."""


class Said(NamedTuple):
    """A claim of one brief in a contradiction; `LibraryRows.quotes` has what it rests on."""

    told: Telling
    claim: Claim
    text: str
    """The event's title, the relation in words, the point's text."""
    says: str
    """What it says in the matter: its date, place and fatalities, its time and status."""
    marking: str | None


class Side(NamedTuple):
    """What agrees with each other, and not with another side. The oldest brief stands first."""

    tellings: tuple[Said, ...]

    @property
    def says(self) -> str:
        """What its first telling says in the matter."""
        return self.tellings[0].says


class Contradiction(NamedTuple):
    """Two sides or more of one matter, that of the oldest brief first."""

    key: str
    """The same whenever the first two sides begin with the same two claims."""
    kind: Kind
    what: tuple[str, ...]
    """In what they differ: date, place, fatalities, denied, since, until, sign; of points whether
    one contradicts, qualifies or replaces the other."""
    about: str
    """Of what: an event's place and title, two actors, a point."""
    sides: tuple[Side, ...]
    also: tuple[Said, ...] = ()
    """Others that tell of it, and say nothing against any side."""
    via: str = ""
    """Why the sides are about one thing, where their ids don't tell: a membership."""
    day: int = NO_DAY
    """The last day that a side names of the event or the relation; of points the newer brief's."""

    @property
    def briefs(self) -> tuple[str, ...]:
        """The ids of all briefs that are in it, each once."""
        found = [one.told.brief for side in self.sides for one in side.tellings]
        return tuple(dict.fromkeys([*found, *(one.told.brief for one in self.also)]))


def in_order(found: Iterable[Contradiction]) -> list[Contradiction]:
    """By kind: events, relations, signs, points by what they say; of each kind the newest first."""
    return sorted(found, key=rank)


def rank(one: Contradiction) -> tuple[int, int, int, str]:
    """Where it stands among others: the least first."""
    link = next((at for at, how in enumerate(_LINKS) if how in one.what), 0)
    return KINDS.index(one.kind), link, -one.day, one.key


def of_brief(found: Iterable[Contradiction], brief: str) -> tuple[Contradiction, ...]:
    """Those that a brief has a side in, whether it or a later one names the other."""
    return tuple(
        one
        for one in found
        if any(said.told.brief == brief for side in one.sides for said in side.tellings)
    )


def contradiction(
    kind: Kind,
    what: Iterable[str],
    about: str,
    sides: Iterable[Iterable[Said]],
    also: Iterable[Said] = (),
    via: str = "",
    days: Iterable[int | None] = (),
) -> Contradiction:
    """A contradiction with its sides in order, and its key."""
    ordered = sorted((Side(tuple(sorted(side, key=_age))) for side in sides), key=_side_age)
    key = ":".join([kind, *(_name(side.tellings[0]) for side in ordered[:2])])
    known = dict.fromkeys(what)
    day = max((day for day in days if day is not None), default=NO_DAY)
    return Contradiction(
        key, kind, tuple(known), about, tuple(ordered), tuple(sorted(also, key=_age)), via, day
    )


def parted(told: Sequence[T], differ: Callable[[T, T], object]) -> tuple[list[list[T]], list[T]]:
    """Tellings in sides, each in agreement within itself; then those that differ from none."""
    places = range(len(told))
    against = {
        at: {other for other in places if other != at and differ(told[at], told[other])}
        for at in places
    }
    sides: list[list[int]] = []
    for at in filter(against.__getitem__, places):
        side = next((one for one in sides if against[at].isdisjoint(one)), None)
        if side is None:
            sides.append([at])
        else:
            side.append(at)
    rest = [told[at] for at in places if not against[at]]
    return [[told[at] for at in side] for side in sides], rest


def _age(said: Said) -> tuple[int, str, str]:
    return said.told.day, said.told.brief, said.claim.id


def _side_age(side: Side) -> tuple[int, str, str]:
    return _age(side.tellings[0])


def _name(said: Said) -> str:
    return f"{said.told.brief}#{said.claim.id}"
