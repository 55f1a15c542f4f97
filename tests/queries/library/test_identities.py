"""Which ids are one actor, and what it is called."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.library.identities import gather
from tests.queries.library.told import actor, judged

IDS = st.sampled_from("abcdef")
PAIRS = st.lists(st.tuples(IDS, IDS).filter(lambda pair: pair[0] != pair[1]), max_size=8)


def test_an_id_that_nobody_judged_is_itself() -> None:
    assert judged().members("a") == ("a",)
    assert judged().key("a") == "a"


def test_the_same_in_a_chain_are_one() -> None:
    found = judged(same=(("c", "b"), ("b", "d")))
    assert found.members("d") == ("b", "c", "d")
    assert {found.key(one) for one in "bcd"} == {"b"}
    assert found.are_same("c", "d")
    assert not found.are_same("a", "d")


def test_what_is_judged_different_is_not_joined_by_a_chain_and_the_chain_is_told() -> None:
    found = judged(same=(("a", "b"), ("b", "c"), ("c", "d")), different=(("a", "d"),))
    assert found.members("a") == ("a", "b", "c")
    assert found.members("d") == ("d",)
    (conflict,) = found.conflicts
    assert (conflict.same.left, conflict.same.right) == ("c", "d")
    assert (conflict.different.left, conflict.different.right) == ("a", "d")
    assert conflict.chain == ("a", "b", "c", "d")


def test_a_judgement_of_difference_holds_for_all_ids_of_the_two() -> None:
    found = judged(same=(("a", "b"), ("c", "d")), different=(("a", "c"),))
    assert found.are_different("b", "d")
    assert not found.are_different("a", "b")


@given(PAIRS, PAIRS)
def test_ids_are_in_groups_that_no_difference_runs_through(
    same: list[tuple[str, str]], different: list[tuple[str, str]]
) -> None:
    found = judged(tuple(same), tuple(different))
    for one in "abcdef":
        for other in found.members(one):
            assert found.key(other) == found.key(one)
            assert found.members(other) == found.members(one)
    assert not any(found.are_same(*pair) for pair in different)
    kept = len(same) - len(found.conflicts)
    assert sum(found.are_same(*pair) for pair in same) >= kept


def test_the_name_is_what_most_briefs_say_and_all_names_have_their_briefs() -> None:
    rows = [
        actor("c", "gsim", "GSIM"),
        actor("b", "jnim", "JNIM", "Jama’at Nusrat"),
        actor("a", "jnim", "JNIM", "GSIM"),
    ]
    (found,) = gather(rows, judged(same=(("gsim", "jnim"),))).values()
    assert (found.key, found.name, found.ids) == ("gsim", "JNIM", ("gsim", "jnim"))
    names = {use.name: use for use in found.names}
    assert names["JNIM"].by == ("b", "a")
    assert names["GSIM"].by == ("c", "a")
    assert names["GSIM"].ids == ("gsim", "jnim")
    assert found.names[0].name == "JNIM"


def test_a_brief_that_has_two_ids_of_an_actor_is_one_brief() -> None:
    rows = [actor("a", "gsim", "JNIM"), actor("a", "jnim", "JNIM")]
    (found,) = gather(rows, judged(same=(("gsim", "jnim"),))).values()
    assert [(use.name, use.briefs) for use in found.names] == [("JNIM", 1)]


def test_only_a_few_users_of_a_name_are_named_and_all_are_counted() -> None:
    rows = [actor(chr(ord("z") - number), "a", "A") for number in range(9)]
    (found,) = gather(rows, judged()).values()
    assert found.names[0].briefs == 9
    assert found.names[0].by == ("z", "y", "x", "w", "v")
