"""From a file to a view: what is resolved, named, counted, and taken from the library."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sahel_tui.errors import BriefError
from sahel_tui.queries.views import Mention
from sahel_tui.reading import Reading, read_brief

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.queries.views import ActorView

TEXT = "Malian troops met JNIM men. The men of the jnim fled; Mali's army stayed. The junta spoke."
HEAD = f"""\
format = "sahel-brief/1"
[brief]
id = "b"
title = "A brief"
published = 2023-09-20
[[source]]
text = "{TEXT}"
"""


def read(folder: Path, tables: str, library: str | None = None) -> Reading:
    path = folder / "brief.toml"
    path.write_text(HEAD + tables, encoding="utf-8")
    if library is not None:
        (folder / "sahel.toml").write_text(library, encoding="utf-8")
    return read_brief(path)


def only_actor(folder: Path, keys: str) -> ActorView:
    (actor,) = read(folder, f'[[actor]]\nid = "a"\n{keys}\n').view.actors
    return actor


def words(actor: ActorView) -> list[str]:
    return [TEXT[m.start : m.end] for m in actor.mentions]


def test_names_and_aliases_are_mentions_in_text_order(tmp_path: Path) -> None:
    actor = only_actor(tmp_path, 'name = "Mali"\naliases = ["Malian troops"]')
    assert [w.removesuffix("'s") for w in words(actor)] == ["Malian troops", "Mali"]


def test_an_acronym_counts_in_its_own_case_alone(tmp_path: Path) -> None:
    aliases = 'aliases = [{ name = "JNIM", kind = "acronym" }]'
    assert words(only_actor(tmp_path, f'name = "A coalition"\n{aliases}')) == ["JNIM"]


def test_a_passage_that_describes_an_actor_is_a_mention(tmp_path: Path) -> None:
    actor = only_actor(tmp_path, 'name = "Mali"\nevidence = ["The junta"]')
    assert words(actor)[-1] == "The junta"


def test_a_passage_that_holds_the_name_is_no_second_mention(tmp_path: Path) -> None:
    actor = only_actor(tmp_path, 'name = "JNIM"\nevidence = ["JNIM men"]')
    assert "JNIM men" not in words(actor)


def test_a_rejected_passage_is_no_mention(tmp_path: Path) -> None:
    evidence = 'evidence = [{ exact = "The junta", review = "rejected" }]'
    assert words(only_actor(tmp_path, f'name = "Nobody"\n{evidence}')) == []


def test_without_matching_the_passages_alone_are_mentions(tmp_path: Path) -> None:
    actor = only_actor(tmp_path, 'name = "JNIM"\nmatch = false\nevidence = ["The junta"]')
    assert words(actor) == ["The junta"]
    start = TEXT.index("The junta")
    assert actor.mentions == (Mention("main", start, start + 9),)


def test_the_evidence_of_an_alias_is_the_actors(tmp_path: Path) -> None:
    aliases = 'aliases = [{ name = "Bamako", evidence = ["The junta"] }]'
    actor = only_actor(tmp_path, f'name = "Nobody"\n{aliases}')
    assert [p.text for p in actor.evidence] == ["The junta"]
    assert words(actor) == ["The junta"]


def mentioned(folder: Path, first: str, second: str) -> list[list[str]]:
    """What mentions each of two actors, by their names and aliases."""
    tables = f'[[actor]]\nid = "a"\n{first}\n[[actor]]\nid = "b"\n{second}\n'
    return [words(actor) for actor in read(folder, tables).view.actors]


WEAK = 'aliases = [{ name = "jnim", kind = "weak" }]'


def test_a_weak_alias_is_a_mention_where_no_other_has_the_name(tmp_path: Path) -> None:
    assert mentioned(tmp_path, f'name = "Katiba"\n{WEAK}', 'name = "Mali"') == [
        ["JNIM", "jnim"],
        ["Mali"],
    ]


@pytest.mark.parametrize(
    "other", ['name = "Jnim"', 'name = "Nobody"\naliases = ["jnim"]', 'name = "JNIM"']
)
def test_a_weak_alias_gives_way_to_anothers_full_name(tmp_path: Path, other: str) -> None:
    weak = f'name = "Katiba"\n{WEAK}'
    # An acronym in capitals is no name of what the text writes in small letters.
    left, found = (["jnim"], ["JNIM"]) if 'name = "JNIM"' in other else ([], ["JNIM", "jnim"])
    assert mentioned(tmp_path, weak, other) == [left, found]
    assert mentioned(tmp_path, other, weak) == [found, left]


@pytest.mark.parametrize("shared", [WEAK, 'aliases = ["jnim"]'])
def test_a_name_that_two_have_in_one_way_is_a_mention_of_both(tmp_path: Path, shared: str) -> None:
    found = ["JNIM", "jnim"]
    assert mentioned(tmp_path, f'name = "A1"\n{shared}', f'name = "B2"\n{shared}') == [found] * 2


def test_a_weak_alias_that_is_ones_own_name_too_is_one_mention(tmp_path: Path) -> None:
    assert words(only_actor(tmp_path, f'name = "Jnim"\n{WEAK}')) == ["JNIM", "jnim"]


def test_a_weak_alias_counts_where_the_others_names_are_not_looked_for(tmp_path: Path) -> None:
    both = mentioned(tmp_path, f'name = "Katiba"\n{WEAK}', 'name = "Jnim"\nmatch = false')
    assert both == [["JNIM", "jnim"], []]


def test_what_a_weak_alias_may_mean_is_not_what_a_point_is_about(tmp_path: Path) -> None:
    actors = f'[[actor]]\nid = "a"\nname = "Katiba"\n{WEAK}\n[[actor]]\nid = "b"\nname = "Jnim"\n'
    (point,) = read(tmp_path, f'{actors}[[point]]\ntext = "JNIM lost."\n').view.points
    assert point.actors == ("b",)


def test_a_weak_alias_of_a_place_gives_way_too(tmp_path: Path) -> None:
    places = (
        '[[place]]\nid = "a"\nname = "Ber"\naliases = [{ name = "Mali", kind = "weak" }]\n'
        '[[place]]\nid = "b"\nname = "Mali"\n'
    )
    shown = read(tmp_path, places).view.places
    assert [len(place.mentions) for place in shown] == [0, 1]


ACTORS = """
[[actor]]
id = "mali"
name = "Mali"
[[actor]]
id = "army"
name = "Malian troops"
part_of = "mali"
[[actor]]
id = "jnim"
name = "JNIM"
"""


def test_a_point_is_about_the_actors_that_it_or_its_passages_name(tmp_path: Path) -> None:
    point = '[[point]]\ntext = "JNIM lost."\nevidence = ["Malian troops met"]\n'
    (shown,) = read(tmp_path, ACTORS + point).view.points
    assert set(shown.actors) == {"jnim", "army"}


def test_relations_are_counted_by_sign_for_both_ends(tmp_path: Path) -> None:
    relations = """
[[relation]]
source = "jnim"
target = "mali"
type = "attacks"
[[relation]]
source = "mali"
target = "army"
type = "supports"
sign = 0
"""
    view = read(tmp_path, ACTORS + relations).view
    counts = {a.id: (a.positive, a.neutral, a.negative) for a in view.actors}
    assert counts == {"mali": (0, 1, 1), "army": (0, 1, 0), "jnim": (0, 0, 1)}
    assert view.relations[0].inverse == "attacked by"
    assert (view.relations[0].source_name, view.relations[0].target_name) == ("JNIM", "Mali")
    assert next(a.part_of for a in view.actors if a.id == "army") == "Mali"


def test_the_library_gives_actors_places_types_and_the_order_of_markings(tmp_path: Path) -> None:
    library = """
marking_order = ["HIGH ONE", "LOW ONE"]
[[actor]]
id = "un"
name = "The men"
[[actor]]
id = "unused"
name = "Unused"
[[place]]
id = "ber"
name = "Ber"
aliases = ["Bèr"]
[[relation_type]]
name = "mocks"
sign = -1
inverse = "mocked by"
[[relation_type]]
name = "taxes"
[[relation_type]]
name = "meets"
symmetric = true
"""
    tables = """
[[relation]]
source = "un"
target = "jnim"
type = "mocks"
marking = "LOW ONE"
[[relation]]
source = "un"
target = "jnim"
type = "taxes"
[[relation]]
source = "un"
target = "jnim"
type = "meets"
[[event]]
title = "An event"
date = "2023"
place = "ber"
marking = "HIGH ONE"
"""
    reading = read(tmp_path, ACTORS + tables, library)
    view = reading.view
    assert [a.id for a in view.actors] == ["mali", "army", "jnim", "un"]
    assert view.actors[-1].negative == 1
    assert (view.relations[0].sign, view.relations[0].inverse) == (-1, "mocked by")
    assert view.relations[1].inverse == "taxes", "it has a direction, and no other words for it"
    assert view.relations[2].inverse == "", "it reads the same from both sides"
    assert (view.events[0].place, view.events[0].place_id) == ("Ber", "ber")
    assert view.places[0].aliases == ("Bèr",)
    assert view.marking == "LOW ONE"
    assert reading.marking_order == ("HIGH ONE", "LOW ONE")


def test_an_actor_of_the_library_is_not_found_wanting(tmp_path: Path) -> None:
    library = '[[actor]]\nid = "un"\nname = "Unmentioned"\n'
    event = '[[event]]\ntitle = "E"\ndate = "2023"\nactors = ["un"]\nevidence = ["The junta"]\n'
    assert read(tmp_path, event, library).diagnostics == ()


def test_a_library_with_errors_is_the_error_of_its_briefs(tmp_path: Path) -> None:
    with pytest.raises(BriefError) as caught:
        read(tmp_path, "", "titel = 1\n")
    assert {one.file for one in caught.value.diagnostics} == {str(tmp_path / "sahel.toml")}


def test_findings_stand_in_the_files_order(tmp_path: Path) -> None:
    tables = '[[event]]\ntitle = "E"\ndate = "2023"\n[[point]]\ntext = "P."\n[[actor]]\n'
    tables += 'id = "x"\nname = "X"\n'
    found = read(tmp_path, tables).diagnostics
    assert [one.key for one in found] == ["event[1]", "point[1]", "actor[1]"]
    assert [one.line for one in found] == sorted(one.line or 0 for one in found)


def test_a_reading_crosses_to_a_process_that_loads_no_models(tmp_path: Path) -> None:
    reading = read(tmp_path, f'{ACTORS}[[point]]\ntext = "P."\nevidence = ["nowhere"]\n')
    script = (
        "import pickle, sys\n"
        "reading = pickle.load(sys.stdin.buffer)\n"
        "heavy = {'pydantic', 'rich', 'textual', 'rapidfuzz', 'tomli'} & set(sys.modules)\n"
        "print(reading.view.title, reading.view.published.label, len(reading.diagnostics), heavy)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], input=pickle.dumps(reading), capture_output=True, check=True
    )
    assert run.stdout.decode().strip() == "A brief 20 September 2023 1 set()"
