"""`dossier`, `contradictions`, `briefs` and `actors --suggest`: what they print and their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.cli import library_commands
from sahel_tui.queries.catalogue import SORTS
from sahel_tui.queries.library.contradictions import KINDS
from sahel_tui.queries.search.results import KINDS as HITS
from tests.cli.library import BROKEN, SAHARA
from tests.hostile import hostile_brief
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.library import Command

RIVAL = """\
format = "sahel-brief/1"

[brief]
id = "rival"
title = "A rival brief"
published = "2024"

[[source]]
text = "Wagner came to Timbuktu in 2019. Wagner Group stays."
reliability = "B"

[[actor]]
id = "wagner-group"
name = "Wagner Group"

[[actor]]
id = "wagner"
name = "Wagner"

[[event]]
title = "Wagner comes"
date = "2019"
place = "Timbuktu"
actors = ["wagner"]
evidence = [{ exact = "came to Timbuktu", credibility = 3 }]
"""


def test_the_choices_are_those_of_the_queries() -> None:
    assert library_commands.KINDS == KINDS
    assert set(library_commands.SORTS) == set(SORTS)
    assert library_commands.HITS == HITS


def test_a_dossier_is_found_by_id_name_and_alias(command: Command) -> None:
    for name in ("jnim", "JNIM", "gsim", "jama'at nusrat al islam wal muslimin"):
        answer = command("dossier", name, "--library", FOLDER, "--json")
        assert answer.code == 0, answer.err
        (one,) = answer.objects
        assert one["ids"] == ["jnim"]


def test_a_dossier_counts_what_it_lists(command: Command) -> None:
    (one,) = command("dossier", "jnim", "--library", FOLDER, "--json").objects
    counts = one["counts"]
    for kind in ("events", "points", "passages"):
        assert counts[kind] == len(one[kind]) > 0
    assert counts["relations"] == sum(len(ties["relations"]) for ties in one["ties"])
    assert counts["mentions"] == sum(part["times"] for part in one["over_time"])
    named = command("actors", FOLDER, "--json").objects
    assert counts["mentions"] == sum(len(a["mentions"]) for a in named if a["id"] == "jnim")
    days = [row["published"] for row in one["passages"]]
    assert days == sorted(days, reverse=True)
    assert {row["brief"] for row in one["passages"]} <= {a["brief"] for a in named}


def test_a_dossier_lists_as_many_rows_as_one_wants(command: Command) -> None:
    (one,) = command("dossier", "jnim", "--library", FOLDER, "--json", "--limit", "2").objects
    assert [len(one[kind]) for kind in ("events", "points", "passages")] == [2, 2, 2]
    assert sum(len(ties["relations"]) for ties in one["ties"]) == 2
    (whole,) = command("dossier", "jnim", "--library", FOLDER, "--json").objects
    assert one["counts"] == whole["counts"]
    assert one["events"] == whole["events"][-2:]


def test_a_dossier_joins_ids_that_are_judged_the_same(command: Command) -> None:
    (one,) = command("dossier", "northern-rebels", "--library", FOLDER, "--json").objects
    assert one["ids"] == ["cma", "northern-rebels"]
    told = {row["source"] for ties in one["ties"] for row in ties["relations"]}
    assert {"cma", "northern-rebels"} <= told


def test_a_dossier_in_words_has_every_part(command: Command) -> None:
    out = command("dossier", "jnim", "--library", FOLDER).out
    for part in ("JNIM · jnim · armed-group", "Names", "Relations", "Timeline", "Points"):
        assert part in out
    assert "graded C3" in out
    assert out.splitlines()[0] == out.splitlines()[-1] == "TLP:AMBER+STRICT"


def test_an_actor_that_nobody_names_is_nothing_found(command: Command) -> None:
    answer = command("dossier", "Tchianni", "--library", FOLDER)
    assert (answer.code, answer.out) == (1, "")
    assert "did you mean `Tchiani`?" in answer.err


def test_a_name_of_two_actors_is_an_error_that_tells_both(command: Command) -> None:
    answer = command("dossier", "CNSP", "--library", FOLDER)
    assert (answer.code, answer.out) == (2, "")
    assert "`cnsp-niger`" in answer.err
    assert "`cnsp-mali`" in answer.err


def test_contradictions_show_both_sides_with_quotes_and_grades(
    command: Command, library: Path
) -> None:
    (library / "rival.toml").write_text(
        RIVAL.replace('"2019"\nplace', '"2021-05"\nplace'), encoding="utf-8"
    )
    (library / "sahara.toml").write_text(SAHARA.replace('"2021~"', "2021-06-02"), encoding="utf-8")
    answer = command("contradictions", "--library", library, "--json")
    assert answer.code == 0
    (one,) = answer.objects
    assert (one["kind"], one["what"]) == ("event", ["date"])
    tellings = [said for side in one["sides"] for said in side["tellings"]]
    assert [said["brief"] for said in tellings] == ["sahara", "rival"]
    assert tellings[1]["quotes"][0]["grade"] == "B3"
    assert tellings[0]["quotes"][0]["grade"] == ""
    text = command("contradictions", "--library", library).out
    assert " · when\n" in text
    assert "2 June 2021" in text
    assert "May 2021" in text
    assert "graded B3" in text


def test_contradictions_are_chosen_by_kind_and_brief_and_come_by_kind(command: Command) -> None:
    def kinds(*arguments: str) -> set[str]:
        rows = command("contradictions", "--library", FOLDER, "--json", *arguments).objects
        return {one["kind"] for one in rows}

    assert kinds() == set(KINDS)
    assert kinds("--kind", "event", "--kind", "sign") == {"event", "sign"}
    rows = command("contradictions", "--library", FOLDER, "--json").objects
    assert [one["kind"] for one in rows] == sorted((one["kind"] for one in rows), key=KINDS.index)
    text = command("contradictions", "--library", FOLDER).out
    heads = [line for line in text.splitlines() if line and not line.startswith((" ", "TLP"))]
    assert [line.rpartition(" · ")[0] for line in heads] == [one["about"] for one in rows]
    older = "2023-09-20-three-state-treaty"
    for one in command("contradictions", "--library", FOLDER, "--brief", older, "--json").objects:
        told = {said["brief"] for side in one["sides"] for said in side["tellings"]}
        assert older in told


def test_a_brief_that_is_not_there_has_no_contradictions_to_list(command: Command) -> None:
    answer = command("contradictions", "--library", FOLDER, "--brief", "2023-09-20-three-state")
    assert (answer.code, answer.out) == (2, "")
    assert "no brief has the id `2023-09-20-three-state`" in answer.err
    assert "did you mean `2023-09-20-three-state-treaty`?" in answer.err


def test_where_briefs_agree_nothing_is_found(command: Command, library: Path) -> None:
    answer = command("contradictions", "--library", library)
    assert (answer.code, answer.out) == (1, "")
    assert "no contradiction in 2 briefs" in answer.err


def test_briefs_are_sorted_and_matched(command: Command) -> None:
    rows = command("briefs", FOLDER, "--json").objects
    dates = [one["published"] for one in rows]
    assert dates == sorted(dates, reverse=True)
    titles = [
        one["title"] for one in command("briefs", FOLDER, "--sort", "title", "--json").objects
    ]
    assert sorted(titles, key=str.casefold) == titles
    answer = command("briefs", FOLDER, "--match", "kidal algiers")
    assert answer.code == 0
    assert "Algiers and Kidal" in answer.out
    assert "1 of 10 briefs shown" in answer.err
    assert command("briefs", FOLDER, "--match", "zzzzzzz").code == 1


def test_likely_joins_are_told_with_reasons(command: Command, library: Path) -> None:
    (library / "rival.toml").write_text(RIVAL, encoding="utf-8")
    (one,) = command("actors", "--suggest", library, "--json").objects
    assert {*one["left"]["ids"], *one["right"]["ids"]} == {"wagner", "wagner-group"}
    assert 0.6 <= one["score"] < 1
    assert one["reasons"]
    judged = '[[different]]\nleft = "wagner"\nright = "wagner-group"\n'
    (library / "sahel.toml").write_text(judged, encoding="utf-8")
    answer = command("actors", "--suggest", library)
    assert (answer.code, answer.out) == (1, "")


def test_suggestions_take_no_filter(command: Command, library: Path) -> None:
    answer = command("actors", "--suggest", "--type", "person", library)
    assert answer.code == 2
    assert "takes no filter" in answer.err


@pytest.mark.parametrize(
    "arguments",
    [["dossier", "wagner", "--library"], ["contradictions", "--library"], ["briefs"]],
)
def test_a_brief_with_errors_is_told_and_the_rest_goes_on(
    command: Command, library: Path, arguments: list[str]
) -> None:
    (library / "broken.toml").write_text(BROKEN, encoding="utf-8")
    answer = command(*arguments, library)
    assert answer.code == 2
    assert "unknown-key" in answer.err
    if arguments[0] != "contradictions":
        assert answer.out


def test_joins_that_contradict_each_other_are_told(command: Command, library: Path) -> None:
    judged = [("same", "wagner", "a"), ("same", "a", "mali"), ("different", "wagner", "mali")]
    text = "\n".join(f'[[{kind}]]\nleft = "{a}"\nright = "{b}"\n' for kind, a, b in judged)
    (library / "sahel.toml").write_text(text, encoding="utf-8")
    answer = command("dossier", "wagner", "--library", library, "--json")
    assert answer.objects[0]["ids"] == ["a", "wagner"]
    assert "`a` and `mali` are not joined" in answer.err
    assert "wagner → a → mali" in answer.err


@pytest.mark.parametrize("name", ["dossier", "contradictions", "briefs"])
def test_no_control_character_of_a_brief_is_printed(
    command: Command, tmp_path: Path, name: str
) -> None:
    brief = hostile_brief(tmp_path, "\x1b]0;owned\x07\u202e")
    related = command("relations", brief, "--json").objects[0]["source"]
    arguments = {"dossier": [related, "--library", brief], "briefs": [brief]}
    for more in ([], ["--json"]):
        answer = command(name, *arguments.get(name, ["--library", brief]), *more)
        assert name == "contradictions" or (answer.code == 0 and answer.out)
        assert not {"\x1b", "\x07", "\u202e"} & {*answer.out, *answer.err}
