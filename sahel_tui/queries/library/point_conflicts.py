"""Points that say of themselves that they contradict, qualify or replace another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.library.findings import NO_DAY, Said, contradiction
from sahel_tui.queries.library.rows import Telling
from sahel_tui.queries.views import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sahel_tui.queries.library.findings import Contradiction
    from sahel_tui.queries.library.rows import LinkRow, PointRow

MISSING = "not in this library"


def point_conflicts(
    links: Iterable[LinkRow], point: Callable[[str, str], PointRow | None]
) -> Iterator[Contradiction]:
    """One for each pair of points, the older brief's first, whichever of them names the other."""
    found: dict[tuple[str, ...], list[LinkRow]] = {}
    for link in links:
        ends = sorted(((link.told.brief, link.point), (link.to_brief, link.to_point)))
        found.setdefault((*ends[0], *ends[1]), []).append(link)
    for group in found.values():
        first = group[0]
        own = point(first.told.brief, first.point)
        other = point(first.to_brief, first.to_point)
        sides = (
            _said(own, first.told, first.point),
            _said(other, Telling("", first.to_brief, NO_DAY), first.to_point),
        )
        yield contradiction(
            "point",
            dict.fromkeys(link.how for link in group),
            (other or own).text if other or own else first.to_point,  # type: ignore[union-attr]
            [[side] for side in sides],
            days=(side.told.day for side in sides),
        )


def _said(row: PointRow | None, told: Telling, id: str) -> Said:  # noqa: A002 - the point's own
    if row is None:
        return Said(told, Claim("point", id), MISSING, "", None)
    return Said(row.told, Claim("point", row.id), row.text, row.kind, row.marking)
