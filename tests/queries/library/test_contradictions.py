"""Contradictions: those of the shipped briefs, what makes one, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sahel_tui.library_reading import read_library
from sahel_tui.queries.library.contradictions import contradictions, in_order, of_brief
from sahel_tui.queries.library.event_conflicts import event_conflicts
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.library.relation_conflicts import relation_conflicts
from sahel_tui.queries.library.tellings import told_events
from sahel_tui.store.library import brief_paths
from tests.queries.library.told import event, judged, relation
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.errors import Diagnostic
    from sahel_tui.library_reading import LibraryFiles
    from sahel_tui.queries.library.contradictions import Contradiction
    from sahel_tui.queries.library.rows import EventRow, RelationRow

TREATY, MINUSMA = "2023-09-20-three-state-treaty", "2024-01-05-the-end-of-minusma"
KIDAL, JIHADISTS = "2024-12-31-algiers-and-kidal", "2024-09-30-jnim-and-islamic-state"
NIGER, EXIT = "2025-03-31-nigers-coup-and-ecowas", "2025-12-31-leaving-ecowas"
BURKINA, WAGNER = "2024-05-31-burkina-fasos-coups", "2025-06-30-wagner-and-africa-corps"


@pytest.fixture(scope="module")
def shipped() -> LibraryFiles:
    def report(found: Sequence[Diagnostic]) -> None:
        raise AssertionError(found)

    return read_library(brief_paths([FOLDER]), report)


@pytest.fixture(scope="module")
def identities(shipped: LibraryFiles) -> Identities:
    return Identities(shipped.judgements())


@pytest.fixture(scope="module")
def found(shipped: LibraryFiles, identities: Identities) -> tuple[Contradiction, ...]:
    return tuple(contradictions(shipped, identities))


def sides(one: Contradiction) -> tuple[set[str], ...]:
    return tuple(
        {f"{said.told.brief}#{said.claim.id}" for said in side.tellings} for side in one.sides
    )


PLANTED = [
    ("event", "date", f"{TREATY}#e1.8", f"{KIDAL}#e8.7"),
    ("event", "fatalities", f"{TREATY}#e1.15", f"{MINUSMA}#e3.15"),
    ("relation", "since", f"{TREATY}#minusma-supports-mali", f"{MINUSMA}#minusma-supports-mali"),
    ("point", "contradicts", f"{TREATY}#j1.6", f"{JIHADISTS}#j9.5"),
    ("relation", "denied", f"{TREATY}#jnim-coordinates-rebels", f"{KIDAL}#jnim-cooperates-csp"),
    ("relation", "denied", f"{TREATY}#jnim-coordinates-rebels", f"{WAGNER}#jnim-cooperates-csp"),
    ("point", "contradicts", f"{NIGER}#j5.5", f"{EXIT}#j10.5"),
    (
        "relation",
        "until",
        f"{BURKINA}#burkina-faso-member-of-ecowas",
        f"{EXIT}#burkina-faso-member-ecowas",
    ),
    ("point", "replaces", f"{TREATY}#j1.5", f"{EXIT}#j10.1"),
    ("point", "qualifies", f"{TREATY}#j1.4", f"{WAGNER}#j7.4"),
]


@pytest.mark.parametrize(("kind", "what", "older", "newer"), PLANTED)
def test_what_the_shipped_briefs_contradict_is_found_from_both_sides(
    found: tuple[Contradiction, ...], kind: str, what: str, older: str, newer: str
) -> None:
    for brief in (older, newer):
        (one,) = (
            one
            for one in of_brief(found, brief.partition("#")[0])
            if one.kind == kind and what in one.what and {older, newer} <= set().union(*sides(one))
        )
        left, right = sides(one)
        assert older in left
        assert newer in right


def test_the_three_days_of_the_exit_from_ecowas_are_told(found: tuple[Contradiction, ...]) -> None:
    (one,) = (one for one in found if one.about == "Burkina Faso member-of ECOWAS")
    assert [side.says for side in one.sides] == [
        "ended · until 28 January 2024",
        "ended · 1975 to 28 January 2024, 29 January 2025 or 29 July 2025",
    ]


def test_only_what_differs_is_told_of_events_and_relations(
    found: tuple[Contradiction, ...],
) -> None:
    planted = {claim for row in PLANTED for claim in row[2:]}
    opposed = {"minusma-supports-mali", "minusma-hands-camps-to-mali", "mali-expels-minusma"}
    for one in found:
        told = set().union(*sides(one))
        if one.kind in ("event", "relation"):
            assert told <= planted
        elif one.kind == "sign":
            assert {claim.partition("#")[2] for claim in told} == opposed


@pytest.mark.parametrize(
    "briefs",
    [
        {f"{MINUSMA}#e3.16", f"{KIDAL}#e8.12", f"{WAGNER}#e7.7"},  # Kidal, 14 November 2023
        {"2023-12-31-the-french-withdrawal#e6.11", f"{BURKINA}#e4.12"},  # Sabre, 18 February 2023
        {"2023-12-31-the-french-withdrawal#e6.14", f"{NIGER}#e5.10"},  # the French, 22 December
    ],
)
def test_events_that_briefs_agree_on_are_one_and_no_contradiction(
    shipped: LibraryFiles,
    identities: Identities,
    found: tuple[Contradiction, ...],
    briefs: set[str],
) -> None:
    told = [
        {f"{node.row.told.brief}#{node.row.id}" for node in nodes}
        for nodes in told_events(shipped.events(), identities)
    ]
    assert briefs in told
    assert not any(briefs & set().union(*sides(one)) for one in found)


def test_every_side_has_its_quotes_with_source_and_grade(
    shipped: LibraryFiles, found: tuple[Contradiction, ...]
) -> None:
    for one in found:
        for side in one.sides:
            for said in side.tellings:
                quotes = shipped.quotes(said.told.path, said.claim)
                assert quotes
                assert all(quote.text and quote.source for quote in quotes)
                treaty = said.told.brief == TREATY  # the one whose source nobody graded
                assert treaty or all(quote.reliability in "ABCDE" for quote in quotes)  # type: ignore[operator]


def test_keys_are_unique_and_stay_when_an_agreeing_brief_is_added() -> None:
    rows = [event("a", "2023-08-13"), event("b", "2023-08-11")]
    (before,) = event_conflicts(by_date(rows), judged())
    (after,) = event_conflicts(by_date([*rows, event("c", "2023-08-11")]), judged())
    assert before.key == after.key
    assert after.briefs == ("a", "b", "c")


def test_keys_of_the_shipped_library_are_unique(found: tuple[Contradiction, ...]) -> None:
    assert len({one.key for one in found}) == len(found)


def test_what_a_reader_should_see_first_comes_first(found: tuple[Contradiction, ...]) -> None:
    ordered = in_order(reversed(found))
    assert ordered == in_order(found)
    assert len(ordered) == len(found)
    kinds = [(one.kind, one.what[0] if one.kind == "point" else "") for one in ordered]
    assert list(dict.fromkeys(kinds)) == [
        ("event", ""),
        ("relation", ""),
        ("sign", ""),
        ("point", "contradicts"),
        ("point", "replaces"),
        ("point", "qualifies"),
    ]


def test_of_one_kind_the_newest_comes_first() -> None:
    days = ["2019-01-10", "2023-08-13", "2021-05-24"]
    rows = [event(brief, day) for day in days for brief in ("a", "b")]
    others = [row._replace(fatalities=(at % 2, 9)) for at, row in enumerate(rows)]
    told = in_order(event_conflicts(by_date(others), judged()))
    assert [one.sides[0].says.partition(" · ")[0] for one in told] == [
        "13 August 2023",
        "24 May 2021",
        "10 January 2019",
    ]
    related = [
        relation("a", "x supports y", status="denied"),
        relation("b", "x supports y"),
        relation("a", "x supports z", "2015", status="denied"),
        relation("b", "x supports z", "2015"),
        relation("a", "x supports w", "2011", "2018", status="denied"),
        relation("b", "x supports w", "2011", "2018"),
    ]
    told = in_order(relation_conflicts(lambda: related, judged()))
    assert [one.about[-1] for one in told] == ["w", "z", "y"]


_NO_PLACE = {"place_id": None}


def by_date(rows: list[EventRow]) -> list[EventRow]:
    return sorted(rows, key=lambda row: row.first if row.first is not None else row.last or 0)


def differing(*rows: EventRow, **judgements: Any) -> list[tuple[str, ...]]:
    return [one.what for one in event_conflicts(by_date(list(rows)), judged(**judgements))]


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"date": "2023-08-14"}, "date"),
        ({"fatalities": (5, 5)}, "fatalities"),
        ({"fatalities": (3, 9)}, "fatalities"),
        ({"fatalities": (None, 4)}, "fatalities"),
        ({"place": "Gao", "place_id": "gao"}, "place"),
        ({"tense": "denied"}, "denied"),
    ],
)
def test_an_event_that_is_told_differently(given: dict[str, Any], what: str) -> None:
    place = {"place": "Ber", "place_id": "ber"} if what == "place" else {}
    one = event("a", "2023-08-13", fatalities=(4, 4), **place)
    other = event("b", **{"date": "2023-08-13", **given})
    assert differing(one, other) == [(what,)]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"date": "2023-08"},
        {"fatalities": None},
        {"place": "Mali", "place_id": "mali", "place_kind": "country", "country": "MLI"},
        {"place": None, **_NO_PLACE},
        {"tense": "planned", "date": "2023-08-15"},
        {"date": "2023-08-17"},
        {"type": "protest", "date": "2023-08-14"},
        {"actors": ("x", "z"), "date": "2023-08-14", "place": None, **_NO_PLACE},
        {"actors": ("x/recipient", "y/actor"), "date": "2023-08-14", "place": None, **_NO_PLACE},
        {"title": "Another thing altogether", "place_id": "gao", "place": "Gao"},
    ],
)
def test_tellings_that_agree_or_are_of_two_events(given: dict[str, Any]) -> None:
    place = {"place": "Ber", "place_id": "ber", "country": "MLI", "fatalities": (4, 4)}
    one = event("a", "2023-08-13", ("x/actor", "y/recipient"), **place)
    other = event("b", **{"date": "2023-08-13", "actors": ("x", "y"), **place, **given})
    assert differing(one, other) == []


def test_a_place_is_the_same_whether_it_is_declared_or_only_named() -> None:
    one = event("a", "2023-08-13", ("x",), place="Ber", place_id="village-of-ber")
    other = event("b", "2023-08-14", ("x",), place="BER")
    assert differing(one, other) == [("date",)]


def test_actors_are_compared_by_identity() -> None:
    rows = event("a", "2023-08-13", ("x", "y")), event("b", "2023-08-14", ("x", "z"))
    assert differing(*rows) == []
    assert differing(*rows, same=(("y", "z"),)) == [("date",)]


def test_what_another_event_of_the_brief_agrees_with_is_not_held_against_it() -> None:
    rows = [
        event("a", "2024-01-28"),
        event("b", "2024-01-28"),
        event("b", "2024-01-29", id="e2"),
    ]
    assert differing(*rows) == []


def test_all_tellings_are_told_the_vague_ones_apart() -> None:
    rows = [
        event("a", "2023-08-13"),
        event("b", "2023-08-11"),
        event("c", "2023-08-13"),
        event("d", "2023-08"),
    ]
    (one,) = event_conflicts(by_date(rows), judged())
    assert [[said.told.brief for said in side.tellings] for side in one.sides] == [
        ["a", "c"],
        ["b"],
    ]
    assert [said.told.brief for said in one.also] == ["d"]


def test_events_far_apart_in_time_are_gone_through_without_being_held() -> None:
    rows = [
        event(brief, f"{year}-0{month}-{day:02}")
        for year in range(1990, 2020)
        for month in range(1, 10)
        for brief, day in (("a", 10), ("b", 11))
    ]
    assert len(differing(*rows)) == 30 * 9


def test_a_long_war_is_not_one_with_a_day_of_it() -> None:
    assert differing(event("a", "2015/2023", fatalities=(1, 1)), event("b", "2016-05-01")) == []
    counted = event("a", "2013/2023", fatalities=(150, None))
    assert differing(counted, event("b", "2013/2023", fatalities=(174, 311))) == [("fatalities",)]


def related(*rows: RelationRow, **judgements: Any) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.kind, one.what) for one in relation_conflicts(lambda: rows, judged(**judgements))]


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (("x supports y", "2015", "2023"), ("x supports y", "2013", "2023"), "since"),
        (("x supports y", "2015", "2021"), ("x supports y", "2015", "2023"), "until"),
        (("x leads y", "2021-05-24"), ("x leads y", "2021-06-07"), "since"),
    ],
)
def test_a_relation_that_is_dated_differently(
    one: tuple[str, ...], other: tuple[str, ...], what: str
) -> None:
    assert related(relation("a", *one), relation("b", *other)) == [("relation", (what,))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("x supports y", "2015"), ("x supports y", "", "2023")),
        (("x supports y", "2015"), ("x supports y", "2015-03-01")),
        (("x supports y", "2015", "2016"), ("x supports y", "2018", "2019")),
        (("x attacks y", "2023-08"), ("x attacks y", "2024-07")),
        (("x supports y", "2015"), ("y supports x", "2013")),
        (("x supports y", "2015"), ("x supports z", "2013")),
    ],
)
def test_relations_that_can_both_be(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert related(relation("a", *one), relation("b", *other)) == []


def test_a_symmetric_relation_is_one_from_both_sides() -> None:
    one = relation("a", "x allied-with y", "2015", inverse="")
    other = relation("b", "y allied-with x", "2013", inverse="")
    assert related(one, other) == [("relation", ("since",))]


def test_asserted_against_denied_in_two_briefs_by_identity() -> None:
    one = relation("a", "x supports y", "2015", status="denied")
    assert related(one, relation("b", "x supports z", "2015")) == []
    joined = {"same": (("y", "z"),)}
    assert related(one, relation("b", "x supports z", "2015"), **joined) == [
        ("relation", ("denied",))
    ]
    assert related(one, relation("b", "x supports z", "2015", status="denied"), **joined) == []


def test_denied_of_a_member_against_what_is_alleged_of_the_whole_says_why() -> None:
    rows = [
        relation("a", "x supports y", "2015", status="denied"),
        relation("b", "x supports whole", "2016", status="alleged"),
        relation("c", "y member-of whole", sign=0),
    ]
    (one,) = relation_conflicts(lambda: rows, judged())
    assert one.via == "y member-of whole (c)"


def test_relations_of_one_with_itself_contradict_nothing() -> None:
    rows = [
        relation("a", "x supports x", status="denied"),
        relation("b", "x member-of x", sign=0),
        relation("c", "x supports y", status="denied"),
    ]
    assert related(*rows) == []


@pytest.mark.parametrize(
    ("since", "until", "status", "found"),
    [
        ("2016", "", "asserted", True),
        ("2018", "", "asserted", False),
        ("2016", "", "denied", False),
    ],
)
def test_opposite_signs_at_one_time(since: str, until: str, status: str, found: bool) -> None:
    positive = relation("a", "x supports y", "2015", "2017")
    negative = relation("b", "y fights x", since, until, sign=-1, status=status)
    assert related(positive, negative) == ([("sign", ("sign",))] if found else [])
