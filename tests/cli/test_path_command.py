"""`path`: the ways between two actors, and what each hop rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.library import BROKEN, TURN
from tests.hostile import hostile_brief
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.library import Command


def test_paths_are_told_hop_by_hop_with_receipts(command: Command, turn: Path) -> None:
    answer = command("path", "Niger", "france", turn)
    assert answer.code == 0
    first, *hops = answer.lines[1:4]
    assert first == "1. 2 hops: Niger, Mali, France"
    assert hops[0].startswith("  weakest  · Niger leads → Mali · alleged · graded B–")
    assert "“They say that Niger leads them all”" in hops[0]
    assert hops[1].startswith(
        "           + Mali hosts → France · 11 January 2013 to 15 August 2022"
    )
    assert "graded B2 · “France was there”" in hops[1]
    assert hops[1].endswith("turn#host · and 1 more")
    assert answer.lines[0] == answer.lines[-1] == "TLP:AMBER"
    assert "3 hops: Niger, Mali, Russia, France" in answer.out


def test_a_hop_against_its_direction_reads_from_the_side_of_the_path(
    command: Command, turn: Path
) -> None:
    answer = command("path", "mali", "russia", turn, "--limit", "1")
    assert "+ Mali supported by ← Russia · since about 2021" in answer.out


def test_paths_as_objects(command: Command, turn: Path) -> None:
    one, other = command("path", "france", "niger", turn, "--json").objects
    assert [actor["id"] for actor in one["actors"]] == ["france", "mali", "niger"]
    assert one["weakest"] == 1
    hop = one["hops"][0]
    assert (hop["from"], hop["to"], hop["forward"]) == ("france", "mali", False)
    assert (hop["relation"]["id"], hop["relation"]["grade"]) == ("host", "B2")
    assert [quote["text"] for quote in hop["quotes"]] == ["France was there"]
    assert [relation["id"] for relation in hop["others"]] == ["out"]
    assert len(other["hops"]) == 3


def test_dates_and_signs_close_ways(command: Command, turn: Path) -> None:
    for options, ways in (
        ([], 2),
        (["--limit", "1"], 1),
        (["--as-of", "2022-09-01"], 2),
        (["--as-of", "2014"], 1),
        (["--as-of", "2014", "--positive"], 1),
        (["--as-of", "2014", "--certainly"], 1),
        (["--as-of", "2023", "--certainly"], 0),
        (["--as-of", "2023", "--positive"], 0),
    ):
        answer = command("path", "mali", "france", turn, "--json", *options)
        assert len(answer.out.splitlines()) == ways, options
        assert answer.code == (0 if ways else 1)
    assert "no path leads by positive relations from Mali to France as of 2023" in answer.err


def test_actors_are_found_as_a_dossier_finds_them(command: Command) -> None:
    told = {
        command("path", name, "France", FOLDER, "--json", "--limit", "1").out
        for name in ("jnim", "JNIM", "gsim", "jama'at nusrat al islam wal muslimin")
    }
    assert len(told) == 1
    assert told != {""}


def test_actors_that_are_judged_the_same_are_one(command: Command) -> None:
    answer = command("path", "northern-rebels", "cma", FOLDER)
    assert (answer.code, answer.out) == (2, "")
    assert "are one actor" in answer.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Mali", "Frnace"], "no actor is called `Frnace` (did you mean `France`?)"),
        (["Mali", "MALI"], "`Mali` and `MALI` are one actor"),
        (["Mali"], "required"),
        (["Mali", "France", "--certainly"], "--certainly says nothing alone"),
        (["Mali", "France", "--limit", "0"], "no number from 1 to 1,000"),
        (["Mali", "France", "--as-of", "soon"], "'soon' is not a date"),
        (["Mali", "France", "--positiv"], "did you mean `--positive`?"),
    ],
)
def test_what_makes_no_sense_is_said(
    command: Command, turn: Path, arguments: list[str], said: str
) -> None:
    paths = [turn] if len(arguments) > 1 else []
    answer = command("path", *arguments[:2], *paths, *arguments[2:])
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_a_name_of_several_actors_is_told_with_their_ids(command: Command, turn: Path) -> None:
    twice = TURN.replace('id = "turn"', 'id = "twice"').replace('name = "Niger"', 'name = "Mali"')
    turn.write_text(twice, encoding="utf-8")
    answer = command("path", "Mali", "France", turn)
    assert answer.code == 2
    assert "2 actors are called `Mali`" in answer.err
    assert "`mali`, `niger`" in answer.err


def test_with_a_brief_that_has_errors_a_path_is_told_and_the_code_is_2(
    command: Command, turn: Path
) -> None:
    (turn.parent / "broken.toml").write_text(BROKEN, encoding="utf-8")
    answer = command("path", "mali", "france", turn.parent)
    assert answer.code == 2
    assert "1 hop: Mali, France" in answer.out


def test_no_control_character_of_a_brief_is_in_a_path(command: Command, tmp_path: Path) -> None:
    brief = hostile_brief(tmp_path, "\x1b]0;owned\x07\u202e")
    relation = command("relations", brief, "--json").objects[0]
    for more in ([], ["--json"]):
        answer = command("path", relation["source"], relation["target"], brief, *more)
        assert answer.code == 0
        assert answer.out
        assert not {"\x1b", "\x07", "\u202e"} & {*answer.out, *answer.err}
