"""`timeline --strip --lanes --around --joined --width`: drawings, and the same as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.cli.timeline_options import BY
from sahel_tui.queries.chronology import lanes
from sahel_tui.render.cells import width as cells
from tests.cli.library import SAHARA
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.library import Command

AGAIN = """\
format = "sahel-brief/1"
[brief]
id = "again"
title = "The pact once more"
published = 2024-01-05
[[source]]
text = "Mali and Niger signed."
[[actor]]
id = "mali"
name = "Mali"
[[actor]]
id = "niger"
name = "Niger"
[[event]]
id = "signed"
title = "Two states sign"
date = 2023-09-19
type = "agree"
place = "Bamako"
actors = [{ actor = "mali", role = "actor" }, "niger"]
fatalities = { min = 3, max = 5 }
evidence = ["signed"]
"""


@pytest.fixture
def told_twice(library: Path) -> Path:
    (library / "again.toml").write_text(AGAIN, encoding="utf-8")
    return library


def test_lanes_are_by_what_the_queries_know() -> None:
    assert BY == lanes.BY


def test_the_strip_is_drawn_in_the_width_above_the_rows(command: Command, library: Path) -> None:
    answer = command("timeline", library, "--strip", "--width", "70")
    assert answer.code == 0
    banner, words, strip, axis, *rows, last = answer.lines
    assert banner == last == "TLP:AMBER"
    assert words.startswith("3 events, 2021 to 2023; drawn below: ")
    assert "█" in strip
    assert "2022" in axis
    events = [row for row in rows if "without" not in row]
    dates = ("about 2021", "late July 2023", "16 September 2023")
    assert all(row.startswith(date) for row, date in zip(events, dates, strict=True))
    assert all(len(line) <= 70 for line in answer.lines)
    assert any("at least" in row and "without events" in row for row in rows)


def test_the_strip_as_an_object_adds_up(command: Command, library: Path) -> None:
    (strip,) = command("timeline", library, "--strip", "--width", "50", "--json").objects
    assert (strip["events"], len(strip["cells"])) == (3, 50)
    assert (strip["first"], strip["last"]) == ("2021-01-01", "2023-12-31")
    assert sum(strip["cells"]) == pytest.approx(3)


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("actor", [("Niger", 2), ("Mali", 1), ("Wagner", 1)]),
        ("place", [("Bamako", 1), ("Niamey", 1), ("Timbuktu", 1)]),
        ("brief", [("treaty", 2), ("sahara", 1)]),
        ("type", [("agree", 1), ("coerce", 1), ("other", 1)]),
    ],
)
def test_lanes_drawn_and_as_objects(
    command: Command, library: Path, by: str, names: list[tuple[str, int]]
) -> None:
    objects = command("timeline", library, "--lanes", by, "--json").objects
    assert [(one["name"], one["events"]) for one in objects] == names
    assert all(sum(one["cells"]) == pytest.approx(one["events"]) for one in objects)
    assert all(len(one["tellings"]) == one["events"] for one in objects)
    _, words, _, *rows, _ = command("timeline", library, "--lanes", by).lines
    assert words == f"3 events in {len(names)} lanes, by {by}, 2021 to 2023"
    assert [(row.split()[0], int(row.split()[-1])) for row in rows] == names
    assert {len(row) for row in rows} == {80}


def test_lanes_have_the_strip_of_all_above_them(command: Command, library: Path) -> None:
    _, _, strip, _, *rows, _ = command("timeline", library, "--lanes", "type", "--strip").lines
    assert strip.startswith("all ")
    assert strip.endswith(" 3")
    first, *_ = command("timeline", library, "--lanes", "type", "--strip", "--json").objects
    assert first["events"] == 3
    assert len(rows) == 3


def test_filters_come_before_the_drawing(command: Command, library: Path) -> None:
    answer = command("timeline", library, "--lanes", "actor", "--after", "2023", "--json")
    assert [one["name"] for one in answer.objects] == ["Niger", "Mali"]
    assert answer.err == "2 of 3 events shown\n"
    certain = command("timeline", library, "--strip", "--json", "--before", "2022", "--certainly")
    assert certain.objects[0]["events"] == 0


def test_an_event_told_twice_is_one_with_its_tellings(command: Command, told_twice: Path) -> None:
    objects = command("timeline", told_twice, "--joined", "--json").objects
    assert len(objects) == 3
    signed = objects[-1]
    assert (signed["id"], signed["differ"]) == ("signed", ["date"])
    assert signed["dead"] == {"min": 3, "max": 5, "tellings": 1}
    assert [(one["brief"], one["date"]) for one in signed["tellings"]] == [
        ("again", "2023-09-19"), ("treaty", "2023-09-16"),
    ]  # fmt: skip
    assert [one["dead"] for one in objects[:2]] == [None, None]


def test_an_event_told_twice_opens_into_its_tellings(command: Command, told_twice: Path) -> None:
    lines = command("timeline", told_twice, "--joined", "--width", "100").lines[1:-1]
    row = next(at for at, line in enumerate(lines) if "2× dates differ" in line)
    assert lines[row + 1].strip() == (
        "dates differ: 19 September 2023 / 16 September 2023 · 3 to 5 dead"
    )
    assert lines[row + 2].startswith("  19 September 2023")
    assert lines[row + 2].rstrip().endswith("again")
    assert lines[row + 3].startswith("  16 September 2023")


def test_lanes_of_joined_events_count_them_once(command: Command, told_twice: Path) -> None:
    rows = command("timeline", told_twice, "--joined", "--lanes", "actor", "--json").objects
    assert [(one["name"], one["events"]) for one in rows] == [
        ("Niger", 2), ("Mali", 1), ("Wagner", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("event", ["treaty#e1", "A coup", "a COUP", "coup"])
def test_what_is_around_an_event(command: Command, told_twice: Path, event: str) -> None:
    rows = command("timeline", told_twice, "--around", event, "--days", "58", "--json").objects
    assert [(one["id"], one["within"], one["least"], one["most"]) for one in rows] == [
        ("e2", "certainly", 49, 58),
        ("signed", "possibly", 52, 61),
    ]


def test_what_is_around_says_how_near(command: Command, told_twice: Path) -> None:
    lines = command("timeline", told_twice, "--around", "e2", "--width", "90").lines
    assert lines[1].startswith("within 30 days of 16 September 2023 · The pact is signed")
    assert [line.split("  ")[0] for line in lines[2:-1]] == ["3 days"]


def test_all_tellings_of_an_event_are_that_event(command: Command, told_twice: Path) -> None:
    answer = command("timeline", told_twice, "--joined", "--around", "signed", "--json")
    assert [one["id"] for one in answer.objects] == []
    assert answer.code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--around", "nothing like it"], "no event is called `nothing like it`"),
        (["--around", "A cuop"], "did you mean `A coup`?"),
        (["--around", "sign"], "`sign` means 2 events (choose one: `treaty#e2`, `again#signed`)"),
        (["--days", "3"], "--days says nothing alone (give --around EVENT)"),
        (["--around", "e1", "--days", "-3"], "is no number from 0 to 1,000,000"),
        (["--width", "7"], "is no number from 20 to 1,000"),
        (["--lanes", "colour"], "invalid choice"),
        (["--strips"], "did you mean `--strip`?"),
    ],
)
def test_what_makes_no_sense_is_told(
    command: Command, told_twice: Path, arguments: list[str], said: str
) -> None:
    answer = command("timeline", told_twice, *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_without_an_event_there_is_still_an_answer(command: Command, library: Path) -> None:
    for options in (["--strip"], ["--lanes", "actor"], ["--joined"]):
        answer = command("timeline", library, "--match", "nothing", *options)
        assert answer.code == 0
        assert answer.err == "0 of 3 events shown\n"


@pytest.mark.parametrize("width", ["20", "47", "80", "140"])
@pytest.mark.parametrize("options", [["--strip", "--joined"], ["--lanes", "place", "--strip"]])
def test_a_hostile_title_is_safe_and_no_line_is_too_long(
    command: Command, told_twice: Path, width: str, options: list[str]
) -> None:
    text = SAHARA.replace('title = "Wagner comes"', 'title = "\\u001b[2J\\u202e' + "宽" * 90 + '"')
    text = text.replace('place = "Timbuktu"', 'place = "\\u001b]0;x\\u0007Timbuktu"')
    (told_twice / "sahara.toml").write_text(text, encoding="utf-8")
    answer = command("timeline", told_twice, *options, "--width", width)
    assert answer.code == 0
    assert "\x1b" not in answer.out
    assert "\u202e" not in answer.out
    assert max(map(cells, answer.lines)) <= int(width)


@pytest.mark.parametrize(
    "options", [["--strip"], ["--around", "e2", "--days", "9999"], ["--joined"]]
)
def test_where_there_is_little_room_a_row_is_folded_and_its_title_not_lost(
    command: Command, told_twice: Path, options: list[str]
) -> None:
    text = SAHARA.replace('title = "Wagner comes"', 'title = "Wagner comes"\ntense = "denied"')
    (told_twice / "sahara.toml").write_text(text, encoding="utf-8")
    answer = command("timeline", told_twice, *options, "--width", "20")
    assert max(map(cells, answer.lines)) <= 20
    assert "denied: Wagner comes" in " ".join(answer.lines)


@pytest.mark.usefixtures("broken")
def test_a_brief_with_errors_is_told_and_the_rest_is_drawn(command: Command, library: Path) -> None:
    answer = command("timeline", library, "--strip")
    assert answer.code == 2
    assert "broken.toml" in answer.err
    assert answer.lines[1].startswith("3 events")


def test_the_strip_of_all_lanes_has_its_number_beside_it(command: Command) -> None:
    answer = command("timeline", FOLDER, "--lanes", "actor", "--strip", "--width", "70")
    assert max(map(cells, answer.lines)) == 70
    number = answer.lines[1].split()[0]
    assert int(number) >= 100
    assert answer.lines[2].startswith("all ")
    assert answer.lines[2].endswith(f" {number}")
    assert cells(answer.lines[2]) == 70
