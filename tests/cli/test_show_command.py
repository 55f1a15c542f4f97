"""`show`: a brief, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.library import TREATY_TEXT, Command

if TYPE_CHECKING:
    from pathlib import Path


def test_the_object_has_every_documented_key(command: Command, treaty: Path) -> None:
    answer = command("show", treaty, "--json")
    assert answer.code == 0
    (brief,) = answer.objects
    assert list(brief) == [
        "id", "title", "published", "marking", "sources",
        "points", "actors", "relations", "events",
    ]  # fmt: skip
    assert list(brief["points"][0]) == [
        "id", "text", "kind", "likelihood", "confidence", "evidence",
    ]  # fmt: skip
    assert list(brief["actors"][0]) == ["id", "name", "aliases", "type", "mentions"]
    assert list(brief["events"][0]) == [
        "id", "date", "earliest", "latest", "label", "title",
        "type", "place", "actors", "tense", "evidence",
    ]  # fmt: skip
    assert brief["published"] == "2023-09-20"
    assert brief["sources"][0]["length"] == len(TREATY_TEXT)
    assert len(brief["sources"][0]["sha256"]) == 64


def test_the_marking_is_the_highest_of_what_the_brief_holds(command: Command, treaty: Path) -> None:
    (brief,) = command("show", treaty, "--json").objects
    assert brief["marking"] == "TLP:AMBER"


def test_evidence_tells_where_it_is(command: Command, treaty: Path) -> None:
    (brief,) = command("show", treaty, "--json").objects
    first, second = brief["points"][0]["evidence"]
    starts = [at for at in range(len(TREATY_TEXT)) if TREATY_TEXT.startswith("mutual assi", at)]
    assert first == {
        "source": "main",
        "state": "ambiguous",
        "start": None,
        "end": None,
        "text": "mutual assistance",
        "score": None,
        "stance": "supports",
        "candidates": [{"start": at, "end": at + 17} for at in starts],
    }
    assert (second["state"], second["start"], second["stance"]) == ("orphan", None, "disputes")
    assert "candidates" not in second
    signed = brief["relations"][0]["evidence"][0]
    assert (signed["state"], signed["score"]) == ("exact", 1.0)
    assert TREATY_TEXT[signed["start"] : signed["end"]] == "Mali and Niger signed"


def test_events_stand_by_date_and_actors_know_where_they_are_named(
    command: Command, treaty: Path
) -> None:
    (brief,) = command("show", treaty, "--json").objects
    assert [(e["id"], e["earliest"], e["latest"], e["label"]) for e in brief["events"]] == [
        ("e1", "2023-07-20", "2023-07-29", "late July 2023"),
        ("e2", "2023-09-16", "2023-09-16", "16 September 2023"),
    ]
    assert brief["events"][1]["actors"] == ["mali", "niger"]
    assert [e["place"] for e in brief["events"]] == ["Niamey", "bamako"]
    wagner = next(a for a in brief["actors"] if a["id"] == "wagner")
    at = TREATY_TEXT.index("Wagner")
    assert wagner["mentions"] == [{"source": "main", "start": at, "end": at + 6}]


def test_plain_text_holds_all_of_it_between_two_banners(command: Command, treaty: Path) -> None:
    answer = command("show", treaty)
    assert answer.code == 0
    assert answer.lines[0] == answer.lines[-1] == "TLP:AMBER"
    for words in (
        "Three governments sign a pact", "20 September 2023", "The pact protects Mali",
        "moderate confidence", "fights nobody", "disputes", "orphan", "ambiguous",
        "Wagner Group", "allied-with", "since 16 September 2023", "late July 2023", "Bamako",
        "Mali (actor)",
    ):  # fmt: skip
        assert words in answer.out
    assert "2 findings" in answer.err


EVERY_FIELD = """\
format = "sahel-brief/1"
[brief]
id = "b"
title = "A brief"
published = 2023-09-20
language = "sw"
[[source]]
text = "JNIM came to Ber, also written Bèr."
obtained = 2023-09-21
language = "ha"
[[point]]
text = "JNIM came."
[[point.evidence]]
exact = "JNIM came"
credibility = 2
by = "An Analyst"
at = "2023-10"
method = "rule"
[[actor]]
id = "jnim"
name = "A group"
wikidata = "Q30332"
aliases = [{ name = "JNIM", kind = "acronym", language = "ar" }, "Nusra"]
[[place]]
id = "ber"
name = "Ber"
kind = "town"
lat = 16.5
lon = -2.25
aliases = [{ name = "Bèr", kind = "previous", evidence = ["written Bèr", "nowhere"] }]
"""


def test_plain_text_leaves_out_no_field(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "b.toml"
    path.write_text(EVERY_FIELD, encoding="utf-8")
    out = command("show", path).out
    for words in (
        "language sw", "obtained 21 September 2023", "language ha",
        "credibility 2, by An Analyst, October 2023, method rule",
        "Q30332", "also JNIM (acronym, ar); Nusra", "Places\n", "ber  Ber · town",
        "also Bèr (previous)", "latitude 16.5, longitude -2.25", "“written Bèr” (exact",
    ):  # fmt: skip
        assert words in out
    assert len(command("actors", path, "--match", "Q30332").lines) == 1
    (finding,) = command("check", path, "--json").objects
    assert (finding["code"], finding["key"]) == ("orphan", "place[1].aliases[1].evidence[2]")


@pytest.mark.parametrize("columns", ["40", "80", "20"])
def test_plain_text_fits_the_width(
    command: Command, treaty: Path, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = command("show", treaty).lines
    assert max(map(len, lines)) <= int(columns)
    assert "insurgents." in " ".join(lines)


def test_a_brief_with_errors_is_not_shown(command: Command, broken: Path) -> None:
    answer = command("show", broken, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert "brief.titel" in answer.err


def test_a_folder_of_several_is_not_one_brief(command: Command, library: Path) -> None:
    answer = command("show", library)
    assert (answer.code, answer.out) == (2, "")
    assert "2 briefs" in answer.err
