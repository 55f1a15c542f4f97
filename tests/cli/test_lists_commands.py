"""`points`, `actors`, `relations`, `timeline`: rows and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.library import SAHARA

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.library import Command


def ids(command: Command, *arguments: str | Path) -> list[str]:
    answer = command(*arguments, "--json")
    assert answer.code == 0, answer.err
    return [one["id"] for one in answer.objects]


def test_a_row_is_what_show_has_and_its_brief_and_marking(command: Command, treaty: Path) -> None:
    (brief,) = command("show", treaty, "--json").objects
    for name, key in (
        ("points", "points"), ("actors", "actors"), ("relations", "relations"),
        ("timeline", "events"),
    ):  # fmt: skip
        rows = command(name, treaty, "--json").objects
        assert [one.pop("brief") for one in rows] == ["treaty"] * len(rows)
        assert all(one.pop("marking").startswith("TLP:") for one in rows)
        assert rows == brief[key]


def test_a_row_carries_its_own_marking_or_its_briefs(command: Command, treaty: Path) -> None:
    rows = command("relations", treaty, "--json").objects
    assert {one["marking"] for one in rows} == {"TLP:AMBER"}


def test_a_row_carries_the_marking_of_the_source_that_it_quotes(
    command: Command, treaty: Path
) -> None:
    source = 'file = "treaty.txt"\n'
    text = treaty.read_text(encoding="utf-8").replace(source, f'{source}marking = "TLP:RED"\n')
    treaty.write_text(text, encoding="utf-8")
    rows = command("points", treaty, "--json", "--match", "Wagner stays").objects
    assert [one["marking"] for one in rows] == ["TLP:RED"]


def test_rows_of_several_briefs_carry_the_brief(command: Command, library: Path) -> None:
    rows = command("points", library, "--json").objects
    assert [(one["brief"], one["id"]) for one in rows] == [
        ("sahara", "p1"),
        ("treaty", "p1"),
        ("treaty", "p2"),
    ]
    assert all(
        "sahara" in line or "treaty" in line for line in command("points", library).lines[1:-1]
    )


def test_events_of_several_briefs_stand_by_date(command: Command, library: Path) -> None:
    (library / "late.toml").write_text(
        SAHARA.replace("sahara", "late").replace('date = "2021~"', 'date = "2023-08"'),
        encoding="utf-8",
    )
    rows = command("timeline", library, "--json").objects
    assert [(one["brief"], one["date"]) for one in rows] == [
        ("sahara", "2021~"),
        ("treaty", "2023-07-2X"),
        ("late", "2023-08"),
        ("treaty", "2023-09-16"),
    ]
    assert [line.split()[0] for line in command("timeline", library).lines[1:-1]] == [
        *("sahara", "treaty", "late", "treaty"),
    ]


def test_the_file_of_a_library_among_briefs_is_passed_over(command: Command, library: Path) -> None:
    shared = library / "sahel.toml"
    shared.write_text('title = "Ours"\n', encoding="utf-8")
    answer = command("points", shared, library / "sahara.toml", "--json")
    assert (answer.code, len(answer.objects), answer.err) == (0, 1, "")
    for name in ("points", "show"):
        answer = command(name, shared)
        assert (answer.code, answer.out) == (2, "")
        assert "is the file of a library" in answer.err


def test_without_a_path_the_library_is_listed(
    command: Command, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(library))
    assert len(ids(command, "timeline")) == 3


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["points", "--actor", "mali"], ["p1"]),
        (["points", "--actor", "wagner group"], ["p2"]),
        (["points", "--type", "assumption"], ["p2"]),
        (["points", "--match", "insurgents"], ["p1"]),
        (["points", "--match", "orphan"], ["p1"]),
        (["actors", "--type", "government"], ["mali", "niger"]),
        (["actors", "--match", "wagner"], ["wagner"]),
        (["relations", "--sign", "-"], ["r2"]),
        (["relations", "--sign", "-1"], ["r2"]),
        (["relations", "--sign", "+"], ["r1"]),
        (["relations", "--sign=0"], []),
        (["relations", "--actor", "Mali"], ["r1"]),
        (["relations", "--type", "expels"], ["r2"]),
        (["relations", "--before", "2023"], ["r1"]),
        (["relations", "--after", "2024-06", "--certainly"], []),
        (["relations", "--after", "2024", "--certainly"], ["r2"]),
        (["timeline", "--after", "2023-08"], ["e2"]),
        (["timeline", "--before", "2023-07-25"], ["e1"]),
        (["timeline", "--before", "2023-07-25", "--certainly"], []),
        (["timeline", "--after", "2023-07", "--before", "2023-07", "--certainly"], ["e1"]),
        (["timeline", "--place", "bamako"], ["e2"]),
        (["timeline", "--place", "Bamakɔ"], ["e2"]),
        (["timeline", "--place", "niamey"], ["e1"]),
        (["timeline", "--type", "agree", "--actor", "niger"], ["e2"]),
        (["timeline", "--match", "late July"], ["e1"]),
        (["timeline", "--match", "Late"], []),
    ],
)
def test_each_filter(
    command: Command, treaty: Path, arguments: list[str], expected: list[str]
) -> None:
    name, *options = arguments
    assert ids(command, name, treaty, *options) == expected


def test_what_a_filter_hides_is_said(command: Command, treaty: Path) -> None:
    answer = command("timeline", treaty, "--match", "coup")
    assert answer.err == "1 of 2 events shown\n"
    assert command("timeline", treaty).err == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["timeline", "--type", "agre"], "`agree`"),
        (["actors", "--type", "goverment"], "`government`"),
        (["relations", "--type", "xyzzy"], "allied-with"),
        (["relations", "--actor", "Wagner Grup"], "`Wagner Group`"),
        (["timeline", "--place", "Bamaco"], "`Bamako`"),
        (["relations", "--sign", "2"], "+, 0 or -"),
        (["timeline", "--after", "2023-13"], "2023-13"),
        (["timeline", "--before", "soon"], "soon"),
        (["timeline", "--after", "2024", "--before", "2023"], "--before"),
        (["timeline", "--certainly"], "--after"),
        (["timeline", "--afetr", "2023"], "`--after`"),
        (["points", "--after", "2023"], "`relations` and `timeline` have it"),
        (["actors", "--sign=+"], "`relations` has it"),
    ],
)
def test_a_value_that_means_nothing_is_an_error(
    command: Command, treaty: Path, arguments: list[str], words: str
) -> None:
    name, *options = arguments
    answer = command(name, treaty, *options)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert len(answer.err.splitlines()) == 1


def test_a_brief_with_errors_is_reported_and_the_rest_goes_on(
    command: Command, library: Path, broken: Path
) -> None:
    answer = command("points", library, "--json")
    assert answer.code == 2
    assert len(answer.objects) == 3
    assert str(broken) in answer.err
    assert "brief.titel" in answer.err


def test_plain_rows_stand_between_the_highest_marking_of_their_briefs(
    command: Command, library: Path, treaty: Path
) -> None:
    lines = command("relations", treaty).lines
    assert lines[0] == lines[-1] == "TLP:AMBER"
    assert len(lines) == 4
    assert "Mali allied-with ↔ Niger" in lines[1]
    assert "Niger expels → Wagner Group" in lines[2]
    unmarked = command("points", library / "sahara.toml").lines
    assert len(unmarked) == 1


@pytest.mark.parametrize("name", ["points", "actors", "relations", "timeline"])
@pytest.mark.parametrize("columns", ["30", "80"])
def test_plain_rows_fit_the_width(
    command: Command, library: Path, name: str, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    answer = command(name, library)
    assert answer.code == 0
    assert max(map(len, answer.lines)) <= int(columns)


RELATION = """
[[actor]]
id = "one-side"
name = "One"

[[actor]]
id = "the-other"
name = "Other"

[[relation]]
source = "one-side"
target = "the-other"
type = "supports"
"""


@pytest.mark.parametrize("name", ["points", "actors", "relations", "timeline"])
def test_rows_of_several_briefs_stand_in_columns(
    command: Command, library: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    for path in (library / "sahara.toml", library / "treaty.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('id = "treaty"', 'id = "2023-09-20-treaty"'), "utf-8")
    with (library / "sahara.toml").open("a", encoding="utf-8") as file:
        file.write(RELATION)
    rows = command(name, library, "--json").objects
    assert len({one["brief"] for one in rows}) == 2
    lines = command(name, library).lines
    labels = [one["label"] if name == "timeline" else one["id"] for one in rows]
    first = max(len(one["brief"]) for one in rows) + 2
    second = first + max(map(len, labels)) + 2
    starts = [line for line in lines if line.startswith(tuple(one["brief"] for one in rows))]
    for line, row, label in zip(starts, rows, labels, strict=True):
        assert line[:second].split(maxsplit=1) == [row["brief"], label.ljust(second - first)]
        assert line[first - 1 : first + 1] == f" {label[0]}"
        assert line[second - 1] == " " != line[second]


def test_a_label_that_takes_half_of_the_width_stands_above_its_text(
    command: Command, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (library / "sahara.toml").read_text(encoding="utf-8")
    long = f"{'2023-09-20-':-<50}s"
    (library / "sahara.toml").write_text(text.replace('id = "sahara"', f'id = "{long}"'), "utf-8")
    monkeypatch.setenv("COLUMNS", "80")
    lines = command("points", library).lines
    assert f"{long}  p1" in lines
    assert f"{'treaty':<40}  p1" in lines
    assert all(line[:2] != "  " or line[2] != " " for line in lines)


@pytest.mark.parametrize("name", ["points", "actors", "relations", "timeline"])
def test_what_is_wrong_with_the_shared_file_is_said_once(
    command: Command, library: Path, name: str
) -> None:
    (library / "sahel.toml").write_text("titel = 'A library'\n", encoding="utf-8")
    answer = command(name, library)
    assert answer.code == 2
    assert answer.err.count("did you mean `title`?") == 1
