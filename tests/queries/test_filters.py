"""The filters that both front ends share."""

from __future__ import annotations

import pytest

from sahel_tui.model.dates import parse, parse_bound
from sahel_tui.queries.facets import actor_facets, event_facets, point_facets, relation_facets
from sahel_tui.queries.filters import Filter, Rows, find_actors, find_places
from tests.queries.views import actor, brief, event, passage, point, relation


def event_ids(*rows: object, **wanted: object) -> list[str]:
    events = brief(events=rows).events
    return [row.id for row in Rows(events, event_facets).keep(Filter(**wanted)).rows]  # type: ignore[arg-type]


def relation_ids(*rows: object, **wanted: object) -> list[str]:
    relations = brief(relations=rows).relations
    return [row.id for row in Rows(relations, relation_facets).keep(Filter(**wanted)).rows]  # type: ignore[arg-type]


def test_an_empty_filter_lets_everything_through() -> None:
    kept = Rows([event("e1"), event("e2")], event_facets).keep(Filter())
    assert [row.id for row in kept.rows] == ["e1", "e2"]
    assert (kept.total, kept.hidden) == (2, 0)


def test_what_is_hidden_is_counted() -> None:
    rows = Rows([event("e1", title="A coup"), event("e2", title="A treaty")], event_facets)
    kept = rows.keep(Filter(match="treaty"))
    assert [row.id for row in kept.rows] == ["e2"]
    assert (kept.total, kept.hidden) == (2, 1)


def test_every_condition_must_hold() -> None:
    events = (
        event("e1", type="assault", actors=("jnim",)),
        event("e2", type="assault", actors=("mali",)),
        event("e3", type="agree", actors=("jnim",)),
    )
    assert event_ids(*events, type="assault", actors=frozenset({"jnim"})) == ["e1"]


@pytest.mark.parametrize(
    ("date", "possibly", "certainly"),
    [
        ("2023-08-13", True, True),
        ("2023-08-01", True, True),
        ("2023-08-31", True, True),
        ("2023-07-31", False, False),
        ("2023-09-01", False, False),
        ("2023-08", True, True),
        ("2023", True, False),
        ("2023-08-13~", True, False),
        ("2013/..", True, False),
        ("2023-07/2023-08", True, False),
        ("[2023-06-01,2023-10-01]", False, False),
        ("[2023-06-01,2023-08-02]", True, False),
    ],
)
def test_an_event_lies_possibly_or_certainly_within_two_days(
    date: str, possibly: bool, certainly: bool
) -> None:
    after, before = parse_bound("2023-08", "after"), parse_bound("2023-08", "before")
    row = event("e", date=date)
    assert bool(event_ids(row, after=after, before=before)) is possibly
    assert bool(event_ids(row, after=after, before=before, certainly=True)) is certainly


@pytest.mark.parametrize(
    ("since", "until", "possibly", "certainly"),
    [
        ("2023-02", "2023-06", True, True),
        ("2021", "2022", False, False),
        ("2024", None, False, False),
        (None, "2022", False, False),
        ("2021", None, True, False),
        (None, None, True, False),
        ("2023-02", None, True, False),
        ("2022", "2023-06", True, False),
        ("2023~", "2023-06", True, False),
    ],
)
def test_a_relation_lies_between_its_start_and_its_end(
    since: str | None, until: str | None, possibly: bool, certainly: bool
) -> None:
    after, before = parse_bound("2023", "after"), parse_bound("2023", "before")
    row = relation("r", "a", "b", since=since, until=until)
    assert bool(relation_ids(row, after=after, before=before)) is possibly
    assert bool(relation_ids(row, after=after, before=before, certainly=True)) is certainly


def test_a_relation_without_an_end_lies_certainly_after_its_start() -> None:
    row = relation("r", "a", "b", since="2023-09-16")
    assert relation_ids(row, after=parse_bound("2023", "after"), certainly=True) == ["r"]


def test_relations_by_sign_and_by_either_end() -> None:
    rows = (
        relation("r1", "mali", "jnim", sign=-1),
        relation("r2", "russia", "mali", sign=1),
        relation("r3", "jnim", "issp", sign=-1),
    )
    assert relation_ids(*rows, sign=-1) == ["r1", "r3"]
    assert relation_ids(*rows, actors=frozenset({"mali"})) == ["r1", "r2"]


def test_points_by_the_actors_that_they_name() -> None:
    rows = [point("p1", actors=("mali",)), point("p2", actors=("jnim",))]
    kept = Rows(rows, point_facets).keep(Filter(actors=frozenset({"jnim"})))
    assert [row.id for row in kept.rows] == ["p2"]


@pytest.mark.parametrize("name", ["wagner", "Wagner Group", "wagner group", "PMC Wagner"])
def test_an_actor_is_found_by_id_name_and_alias(name: str) -> None:
    view = brief(actors=(actor("wagner", "Wagner Group", aliases=("PMC Wagner",)), actor("mali")))
    assert find_actors([view], name) == {"wagner"}


def test_one_name_of_two_actors_means_both() -> None:
    view = brief(actors=(actor("cnsp-ml", "CNSP"), actor("cnsp-ne", "CNSP")))
    assert find_actors([view], "cnsp") == {"cnsp-ml", "cnsp-ne"}
    assert find_actors([view], "nobody") == frozenset()


@pytest.mark.parametrize("name", ["timbuktu", "Timbuktu", "Tombouctou", "tombouctou"])
def test_events_by_any_name_of_their_place(name: str) -> None:
    view = brief(
        events=(
            event("e1", place="Timbuktu", place_id="timbuktu"),
            event("e2", place="Tombouctou"),
            event("e3", place="Gao"),
            event("e4"),
        ),
        places=(("timbuktu", "Timbuktu", ("Tombouctou",)),),
    )
    keys = find_places([view], name)
    kept = Rows(view.events, event_facets).keep(Filter(places=keys))
    assert [row.id for row in kept.rows] == ["e1", "e2"]
    assert find_places([view], "Bamako") == frozenset()


@pytest.mark.parametrize(
    "query",
    ["removes", "late july 2023", "2023-07-2X", "assault", "denied", "Niamey", "Tchiani",
     "mediator", "orphan", "disputes", "a note", "tlp:green"],
)  # fmt: skip
def test_every_visible_field_of_an_event_is_searched(query: str) -> None:
    row = event(
        "e1",
        date="2023-07-2X",
        title="The guard removes Bazoum",
        type="assault",
        tense="denied",
        place="Niamey",
        actors=("Tchiani",),
        role="mediator",
        note="a note",
        marking="TLP:GREEN",
        evidence=(passage(None, None, state="orphan", stance="disputes"),),
    )
    assert parse("2023-07-2X").label == "late July 2023"
    assert event_ids(row, match=query) == ["e1"]


@pytest.mark.parametrize("query", ["mali", "fama", "military", "MLI", "part of it", "Union"])
def test_every_visible_field_of_an_actor_is_searched(query: str) -> None:
    row = actor(
        "x", "Mali's army", aliases=("FAMa",), type="military", country="MLI",
        note="part of it", part_of="Union",
    )  # fmt: skip
    assert Rows([row], actor_facets).keep(Filter(match=query)).rows == (row,)


def test_the_types_that_occur_are_known() -> None:
    rows = [actor("a", type="military"), actor("b"), actor("c", type="person")]
    assert Rows(rows, actor_facets).types == {"military", "person"}
