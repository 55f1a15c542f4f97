"""One actor and its relations, as read from its side."""

from __future__ import annotations

from sahel_tui.queries.ego import Ties
from tests.queries.views import actor, brief, relation

VIEW = brief(
    actors=(actor("mali", "Mali"), actor("niger", "Niger"), actor("jnim", "JNIM"), actor("issp")),
    relations=(
        relation("r1", "jnim", "mali", type="attacks", inverse="attacked by", sign=-1),
        relation("r2", "mali", "niger", type="allied-with", inverse="", sign=1),
        relation("r3", "mali", "niger", type="supplies", inverse="supplied by", sign=1),
        relation("r4", "jnim", "issp", type="fights", inverse="", sign=-1),
        relation("r5", "mali", "un", type="withdraws-from", inverse="sees withdraw", sign=0),
    ),
)


def test_relations_stand_by_sign_then_type_then_name() -> None:
    ego = Ties(VIEW).ego("mali")
    assert [tie.relation.id for tie in ego.ties] == ["r2", "r3", "r5", "r1"]
    assert (ego.positive, ego.neutral, ego.negative) == (2, 1, 1)


def test_each_relation_reads_from_the_side_of_the_centre() -> None:
    ties = {
        tie.relation.id: (tie.direction, tie.label, tie.other_name)
        for tie in Ties(VIEW).ego("mali").ties
    }
    assert ties["r1"] == ("←", "attacked by", "JNIM")
    assert ties["r2"] == ("↔", "allied-with", "Niger")
    assert ties["r3"] == ("→", "supplies", "Niger")
    assert [tie.label for tie in Ties(VIEW).ego("niger").ties] == ["allied-with", "supplied by"]


def test_the_others_of_the_other_are_named_and_the_centre_is_not() -> None:
    around = {tie.other: tie.neighbours for tie in Ties(VIEW).ego("mali").ties}
    assert around["jnim"] == ("issp",)
    assert around["niger"] == ()


def test_an_actor_without_relations_or_unknown_has_an_empty_list() -> None:
    view = brief(actors=(actor("alone", "Alone"),))
    assert Ties(view).ego("alone").name == "Alone"
    assert Ties(view).ego("alone").ties == ()
    assert Ties(view).ego("nobody").ties == ()


def test_a_relation_of_an_actor_with_itself_stands_once() -> None:
    view = brief(relations=(relation("r1", "mali", "mali"),))
    assert [tie.other for tie in Ties(view).ego("mali").ties] == ["mali"]
