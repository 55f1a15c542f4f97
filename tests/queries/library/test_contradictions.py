"""Contradictions: those of the shipped briefs, and the order that all come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.library_reading import read_library
from sahel_tui.queries.library.contradictions import contradictions, in_order, of_brief
from sahel_tui.queries.library.event_conflicts import event_conflicts
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.library.relation_conflicts import relation_conflicts
from sahel_tui.queries.library.tellings import told_events
from sahel_tui.store.folders import brief_paths
from tests.queries.library.told import by_date, event, judged, relation
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.errors import Diagnostic
    from sahel_tui.library_reading import LibraryFiles
    from sahel_tui.queries.library.contradictions import Contradiction

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
    every = tuple(contradictions(shipped, identities))
    assert every
    return every


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
    assert {"event", "relation", "sign"} <= {one.kind for one in found}
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
