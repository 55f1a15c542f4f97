"""`relations` on a date, drawn, between two dates; its structure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest

from sahel_tui.cli import graph_options
from sahel_tui.model.relations import Relation
from tests.cli.library import BROKEN
from tests.hostile import hostile_brief
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.library import Command


def ids(rows: list[Any]) -> list[str]:
    return [row["id"] for row in rows]


def test_the_choices_are_those_of_the_format() -> None:
    fields = Relation.model_fields
    assert get_args(fields["status"].annotation) == graph_options.STATUSES
    confidences = {*graph_options.CONFIDENCES} - {"unstated"}
    assert confidences == {
        word for one in get_args(fields["confidence"].annotation) for word in get_args(one)
    }


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (["--status", "alleged"], ["said"]),
        (["--confidence", "high"], ["host"]),
        (["--confidence", "unstated"], ["out", "ally", "foe", "said"]),
        (["--ceiling", "TLP:GREEN"], ["host", "out"]),
        (["--as-of", "2014"], ["host", "foe", "said"]),
        (["--as-of", "2014", "--certainly"], ["host"]),
        (["--as-of", "2022-09-01", "--sign", "-"], ["out", "foe"]),
        (["--as-of", "2022-09", "--certainly"], []),
        (["--as-of", "2023", "--actor", "Russia", "--status", "asserted"], ["ally", "foe"]),
    ],
)
def test_filters_leave_what_they_ask_for(
    command: Command, turn: Path, options: list[str], left: list[str]
) -> None:
    answer = command("relations", turn, "--json", *options)
    assert answer.code == 0
    assert ids(answer.objects) == left
    assert f"{len(left)} of 5 relations shown" in answer.err
    listed = command("relations", turn, "--list", *options)
    assert [line.split()[0] for line in listed.lines[1:-1]] == left
    drawn = command("relations", turn, "--map", "--json", *options)
    (one,) = drawn.objects
    assert sorted(ids(one["relations"])) == sorted(left)
    assert drawn.err == answer.err


def test_on_a_date_each_relation_says_whether_it_is_certain(command: Command, turn: Path) -> None:
    rows = command("relations", turn, "--json", "--as-of", "2014").objects
    assert [(row["id"], row["standing"]) for row in rows] == [
        ("host", "certain"),
        ("foe", "possible"),
        ("said", "possible"),
    ]
    answer = command("relations", turn, "--as-of", "2014")
    assert answer.lines[1].endswith("certain then")
    assert answer.lines[2].endswith("possible then")
    assert "possibly as of 2014: 2 hidden" in answer.err
    assert "standing" not in command("relations", turn, "--json").objects[0]


def test_a_list_by_its_name_is_the_list(command: Command, turn: Path) -> None:
    for more in ([], ["--json"], ["--sign", "+"]):
        assert command("relations", turn, "--list", *more) == command("relations", turn, *more)


def test_a_map_has_every_name_and_the_banner(command: Command, turn: Path) -> None:
    answer = command("relations", turn, "--map", "--width", "60")
    assert answer.code == 0
    assert answer.lines[0] == answer.lines[-1] == "TLP:AMBER"
    assert all(len(line) <= 60 for line in answer.lines)
    for name in ("Mali", "France", "Russia", "Niger"):
        assert name in answer.out
    assert "Niger" not in command("relations", turn, "--map", "--sign", "-").out


def test_a_matrix_has_every_relation_in_the_row_of_its_source(command: Command, turn: Path) -> None:
    answer = command("relations", turn, "--matrix", "--width", "40")
    rows = {line.split()[1]: line[4:] for line in answer.lines if line.strip()[0].isdigit()}
    assert {name for name in ("Mali", "France", "Russia", "Niger") if name in rows} == {*rows} - {
        "actors"
    }
    marks = {name: sum(row.count(mark) for mark in "+−·±") for name, row in rows.items()}
    assert (marks["Mali"], marks["France"], marks["Russia"], marks["Niger"]) == (1, 1, 2, 1)
    assert "±" in rows["Mali"]


def test_a_wide_matrix_goes_on_below(command: Command) -> None:
    answer = command("relations", FOLDER, "--matrix", "--width", "60")
    assert all(len(line) <= 60 for line in answer.lines)
    (graph,) = command("relations", FOLDER, "--matrix", "--json").objects
    cells = {(one["source"], one["target"]) for one in graph["relations"]}
    symmetric = {"allied-with", "cooperates-with", "negotiates-with", "ceasefire-with",
                 "related-to", "rival-of", "enemy-of", "fights"}  # fmt: skip
    cells |= {
        (one["target"], one["source"]) for one in graph["relations"] if one["type"] in symmetric
    }
    rows = [line for line in answer.lines if line[:3].strip().isdigit() and "actors" not in line]
    assert sum(row.count(mark) for row in rows for mark in "+−·±") == len(cells)


def test_drawings_are_the_same_in_ascii(turn: Path) -> None:
    import os
    import subprocess
    import sys

    for kind in ("--map", "--matrix"):
        arguments = [sys.executable, "-m", "sahel_tui", "relations", str(turn), kind]
        environment = {**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "40"}
        done = subprocess.run(arguments, env=environment, capture_output=True, check=True)
        assert done.stdout.isascii()
        assert b"\\u" not in done.stdout
        assert b"Russia" in done.stdout


def test_what_changed_between_two_dates(command: Command, turn: Path) -> None:
    rows = command("relations", turn, "--changes", "2014", "2022-09-01", "--json").objects
    assert [(row["kind"], ids(row["was"]), ids(row["now"]), row["certain"]) for row in rows] == [
        ("turned", ["host"], ["out"], True),
        ("new", [], ["ally"], False),
        ("new", [], ["out"], True),
        ("ended", ["host"], [], True),
    ]
    assert (rows[0]["before"], rows[0]["after"]) == ("positive", "negative")
    answer = command("relations", turn, "--changes", "2014", "2022-09-01")
    assert answer.code == 0
    assert answer.lines[0] == answer.lines[-1] == "TLP:AMBER"
    kinds = [line.split()[0] for line in answer.lines[1:-1]]
    assert kinds == ["turned", "was", "now", "new", "new", "ended"]
    assert "turn#out" in answer.out
    sure = command("relations", turn, "--changes", "2014", "2022-09-01", "--certainly", "--json")
    assert ids([row["now"][0] for row in sure.objects if row["kind"] == "new"]) == ["out"]
    nothing = command("relations", turn, "--changes", "2014", "2015")
    assert (nothing.code, nothing.out) == (0, "")


def test_what_the_structure_says(command: Command, turn: Path) -> None:
    rows = command("relations", turn, "--structure", "--json").objects
    actors = {row["id"]: row for row in rows if row["what"] == "actor"}
    mali = actors["mali"]
    assert [mali[sign] for sign in ("positive", "neutral", "negative")] == [2, 1, 1]
    assert mali["between"] == pytest.approx(2 / 3, abs=1e-6)
    assert mali["between_sampled"] is None
    assert {row["id"] for row in mali["relations"]} == {"host", "out", "ally", "said"}
    (together,) = (row for row in rows if row["what"] == "community")
    assert {"mali", "russia"} <= {*together["actors"]}
    (three,) = (row for row in rows if row["what"] == "triad")
    assert three["signs"] == [1, 1, -1]
    assert three["actors"] == ["mali", "france", "russia"]
    assert {row["id"] for row in three["relations"]} == {"host", "ally", "foe"}
    answer = command("relations", turn, "--structure")
    assert "Mali, a friend of France and of Russia, who are foes" in answer.out
    assert "Mali · 2+ 1· 1− · with 3 actors" in answer.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--map", "--matrix"], "--map and --matrix show relations in different ways"),
        (["--list", "--structure"], "show relations in different ways"),
        (["--changes", "2014", "2015", "--as-of", "2014"], "has dates of its own"),
        (["--changes", "2015", "2014"], "lies before the first"),
        (["--changes", "2015"], "expected 2 arguments"),
        (["--as-of", "2o14"], "'2o14' is not a date; a date is 2023-08-13"),
        (["--certainly"], "give --after, --before or both (or --as-of, or --changes)"),
        (["--status", "gone"], "choose from"),
        (["--ceiling", "GREN"], "nothing compares with the marking `GREN` (known are TLP:CLEAR"),
        (["--map", "--width", "5"], "no number from"),
    ],
)
def test_options_that_say_nothing_together_are_an_error(
    command: Command, turn: Path, options: list[str], said: str
) -> None:
    answer = command("relations", turn, *options)
    assert answer.code == 2
    assert said in answer.err
    assert answer.out == ""


def test_a_brief_with_errors_is_reported_and_the_rest_is_drawn(
    command: Command, turn: Path
) -> None:
    (turn.parent / "broken.toml").write_text(BROKEN, encoding="utf-8")
    answer = command("relations", turn.parent, "--map")
    assert answer.code == 2
    assert "Mali" in answer.out
    assert "titel" in answer.err


@pytest.mark.parametrize(
    "options", [["--map"], ["--matrix"], ["--structure"], ["--changes", "0001", "9999"]]
)
def test_no_control_character_of_a_brief_is_drawn(
    command: Command, tmp_path: Path, options: list[str]
) -> None:
    brief = hostile_brief(tmp_path, "\x1b]0;owned\x07\u202e")
    for more in ([], ["--json"]):
        answer = command("relations", brief, *options, *more)
        assert answer.code == 0
        assert answer.out or "--changes" in options
        assert not {"\x1b", "\x07", "\u202e"} & {*answer.out, *answer.err}
