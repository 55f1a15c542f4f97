"""The ten shipped briefs as one library: their counts, and what crosses from brief to brief."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from docs.pages.shipped import README, counts, readme
from sahel_tui.cli.main import run
from sahel_tui.model.markings import rank
from sahel_tui.reading import read_brief
from sahel_tui.store.folders import brief_paths
from sahel_tui.store.library import load_library
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.queries.views import BriefView, EventView, PointView, RelationView

PATHS = brief_paths([FOLDER])
TREATY = "2023-09-20-three-state-treaty"
MINUSMA = "2024-01-05-the-end-of-minusma"
NIGER = "2025-03-31-nigers-coup-and-ecowas"
FRANCE = "2023-12-31-the-french-withdrawal"
BURKINA = "2024-05-31-burkina-fasos-coups"
WAGNER = "2025-06-30-wagner-and-africa-corps"
KIDAL = "2024-12-31-algiers-and-kidal"
JNIM = "2024-09-30-jnim-and-islamic-state"
ECOWAS = "2025-12-31-leaving-ecowas"


@cache
def brief(stem: str) -> BriefView:
    return read_brief(FOLDER / f"{stem}.toml").view


def point(stem: str, id_: str) -> PointView:
    return next(one for one in brief(stem).points if one.id == id_)


def event(stem: str, type_: str, place: str, *actors: str) -> EventView:
    """The one event of a brief of this type and place, in which these actors have a part."""
    (found,) = (
        one
        for one in brief(stem).events
        if (one.type, one.place_id) == (type_, place) and set(actors) <= {a.id for a in one.actors}
    )
    return found


def relation(stem: str, source: str, type_: str, target: str) -> RelationView:
    (found,) = (
        one
        for one in brief(stem).relations
        if (one.source, one.type, one.target) == (source, type_, target)
    )
    return found


def stances(claim: PointView | EventView | RelationView) -> set[str]:
    return {passage.stance for passage in claim.evidence}


def test_a_strict_check_of_the_whole_library_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--strict", str(FOLDER)], {}) == 0
    assert capfd.readouterr() == ("", "")


def test_there_are_ten_briefs_and_each_has_an_id_of_its_own() -> None:
    assert [brief(path.stem).id for path in PATHS] == [path.stem for path in PATHS]
    assert len(PATHS) == 10


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_shipped_brief_is_neither_thin_nor_endless(path: Path) -> None:
    found = counts(path)
    assert 600 <= found.words <= 1100
    assert 4 <= found.points <= 6
    assert 12 <= found.actors <= 25
    assert 10 <= found.relations <= 20
    assert 10 <= found.events <= 16
    assert 2 * found.cited >= found.sentences, "a claim rests on half of the sentences, at least"


def test_the_readme_has_the_counts() -> None:
    text = README.read_text("utf-8")
    assert readme(text) == text, "run make pages"


def test_every_point_that_another_brief_relates_to_is_there() -> None:
    points = {f"{path.stem}#{one.id}" for path in PATHS for one in brief(path.stem).points}
    related = {
        to
        for path in PATHS
        for one in brief(path.stem).points
        for _, to in one.relates
        if "#" in to
    }
    assert len(related) >= 5
    assert related <= points


def test_what_a_brief_supersedes_is_there_and_older() -> None:
    later = {one: path.stem for path in PATHS for one in brief(path.stem).supersedes}
    assert later
    for older, newer in later.items():
        assert brief(older).published.latest < brief(newer).published.earliest  # type: ignore[operator]


def test_judgements_have_a_likelihood_and_a_confidence() -> None:
    judged = [one for path in PATHS for one in brief(path.stem).points if one.kind == "judgment"]
    assert [one.id for one in judged if not (one.likelihood and one.confidence)] == []
    assert len(judged) >= 35


def test_three_briefs_are_marked_at_three_levels_and_hold_points_below_them() -> None:
    banners = {brief(path.stem).marking for path in PATHS} - {"TLP:CLEAR"}
    assert banners == {"TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT"}
    for path in PATHS:
        view = brief(path.stem)
        own = rank(view.own_marking or "")
        marks = {one.marking for one in view.points if one.marking}
        assert all(rank(mark) <= own for mark in marks)  # type: ignore[operator]
        if view.marking != "TLP:CLEAR":
            assert marks - {view.marking}, "some points may go further than their brief"


def test_names_that_are_traps_are_judged_to_be_different() -> None:
    library = load_library(FOLDER / "sahel.toml")
    apart = {frozenset((one.left, one.right)) for one in library.different}
    for pair in (
        {"cnsp-mali", "cnsp-niger"},
        {"aes-alliance", "aes-confederation"},
        {"niger", "nigeria"},
        {"ibrahim-traore", "daouda-traore"},
        {"abdoulaye-maiga", "choguel-maiga"},
    ):
        assert pair in apart
    assert library.same
    known = set(library.actors)
    for one in (*library.same, *library.different):
        assert {one.left, one.right} <= known


def test_two_briefs_date_the_fighting_at_ber_differently() -> None:
    one = event(TREATY, "assault", "ber", "malian-army", "wagner")
    other = event(KIDAL, "assault", "ber", "malian-army", "wagner")
    assert (str(one.date), str(other.date)) == ("2023-08-13", "2023-08-11/2023-08-12")
    assert "disputes" in stances(other)


def test_two_briefs_count_the_missions_losses_differently() -> None:
    counted = [
        one
        for stem in (TREATY, MINUSMA)
        for one in brief(stem).events
        if (one.type, one.place_id, str(one.date)) == ("other", "mali", "2013/2023")
    ]
    assert [one.fatalities for one in counted] == [(150, None), (174, 311)]
    assert len(counted[1].evidence) >= 3, "each tally has its passage"


def test_two_briefs_date_the_missions_purpose_differently() -> None:
    one = relation(TREATY, "minusma", "supports", "mali")
    other = relation(MINUSMA, "minusma", "supports", "mali")
    assert (str(one.since), str(other.since)) == ("2015", "2013-07-01")
    assert "disputes" in stances(one)
    assert "disputes" in stances(other)


@pytest.mark.parametrize(
    ("newer", "kind", "older"),
    [
        (JNIM, "contradicts", f"{TREATY}#j1.6"),  # who gains ground
        (WAGNER, "qualifies", f"{TREATY}#j1.4"),  # whether anyone coordinates
        (KIDAL, "qualifies", f"{TREATY}#j1.4"),
        (MINUSMA, "qualifies", f"{TREATY}#j1.3"),
        (ECOWAS, "contradicts", f"{NIGER}#j5.5"),  # whose sanctions were lifted
        (ECOWAS, "replaces", f"{TREATY}#j1.5"),
    ],
)
def test_a_later_brief_says_what_it_makes_of_an_earlier_point(
    newer: str, kind: str, older: str
) -> None:
    assert (kind, older) in {pair for one in brief(newer).points for pair in one.relates}


def test_coordination_is_denied_in_one_brief_and_claimed_in_another() -> None:
    assert relation(TREATY, "jnim", "cooperates-with", "northern-rebels").status == "denied"
    claimed = relation(WAGNER, "jnim", "cooperates-with", "csp")
    assert claimed.status == "alleged"
    assert {"supports", "disputes"} <= stances(claimed)


def test_two_briefs_tell_the_lifting_of_sanctions_on_the_same_day() -> None:
    one = event(NIGER, "concede", "abuja", "ecowas", "niger")
    other = event(ECOWAS, "concede", "abuja", "ecowas", "niger", "mali")
    assert str(one.date) == str(other.date) == "2024-02-24"
    assert point(NIGER, "j5.5").kind == point(ECOWAS, "j10.5").kind == "fact"


def test_the_exit_from_ecowas_has_three_dates() -> None:
    for state in ("mali", "burkina-faso", "niger"):
        until = relation(ECOWAS, state, "member-of", "ecowas").until
        assert str(until) == "[2024-01-28,2025-01-29,2025-07-29]"
    told = {str(one.date): one for one in brief(ECOWAS).events}
    assert {"2024-01-28", "2025-01-29", "2025-07-29"} <= set(told)
    assert told["2025-07-29"].tense == "planned"
    assert str(relation(BURKINA, "burkina-faso", "member-of", "ecowas").until) == "2024-01-28"
    assert "2024-01-28" in {str(one.date) for one in brief(NIGER).events}


@pytest.mark.parametrize(
    ("day", "type_", "place", "actors", "stems"),
    [
        ("2023-11-14", "assault", "kidal", ("malian-army", "wagner"), (MINUSMA, WAGNER, KIDAL)),
        ("2023-02-18", "retreat", "kamboinsin", ("sabre",), (BURKINA, FRANCE)),
        ("2023-12-22", "retreat", "niamey", ("france", "niger"), (NIGER, FRANCE)),
    ],
)
def test_briefs_that_agree_give_the_same_day(
    day: str, type_: str, place: str, actors: tuple[str, ...], stems: tuple[str, ...]
) -> None:
    for stem in stems:
        assert str(event(stem, type_, place, *actors).date) == day


@pytest.mark.parametrize(
    ("stem", "actor", "written"),
    [
        (NIGER, "tiani", "Tiani"),
        (ECOWAS, "tiani", "Tchiani"),
        (JNIM, "issp", "ISGS"),
        (JNIM, "issp", "ISSP"),
        (FRANCE, "issp", "EIGS"),
        (FRANCE, "jnim", "GSIM"),
        (NIGER, "cnsp-niger", "CNSP"),
        ("2022-07-31-malis-two-coups", "cnsp-mali", "CNSP"),
    ],
)
def test_an_actor_is_found_by_whatever_name_a_brief_gives_it(
    stem: str, actor: str, written: str
) -> None:
    view = brief(stem)
    texts = {source.id: source.text for source in view.sources}
    (found,) = (one for one in view.actors if one.id == actor)
    assert any(written in texts[at.source][at.start : at.end] for at in found.mentions)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_shipped_text_says_what_it_is(path: Path) -> None:
    text = brief(path.stem).sources[0].text
    if path.stem == TREATY:
        assert "This text summarises" in text
    else:
        assert "demonstration text" in text.strip().splitlines()[-1]
