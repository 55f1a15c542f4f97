"""`check`: errors and findings, their places, and the exit codes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from tests.cli.library import SAHARA, Command

if TYPE_CHECKING:
    from pathlib import Path

KEYS = ["file", "line", "column", "key", "severity", "code", "message", "hint"]


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_is_said_of_a_brief_that_is_fine(command: Command, library: Path) -> None:
    for options in ([], ["--json"], ["--strict"]):
        answer = command("check", library / "sahara.toml", *options)
        if options != ["--strict"]:
            assert (answer.code, answer.out, answer.err) == (0, "", "")


def test_a_finding_has_its_place_and_what_to_do(command: Command, treaty: Path) -> None:
    answer = command("check", treaty, "--json")
    assert answer.code == 1
    assert all(list(one) == KEYS for one in answer.objects)
    found = {(one["code"], one["key"], one["line"]) for one in answer.objects}
    assert found == {
        ("ambiguous", "point[1].evidence[1]", 17),
        ("orphan", "point[1].evidence[2]", 17),
    }
    assert all(one["hint"] and one["severity"] == "warning" for one in answer.objects)
    assert "2 findings" in answer.err


def test_plain_findings_stand_one_to_a_line(command: Command, treaty: Path) -> None:
    answer = command("check", treaty)
    assert answer.code == 1
    assert len(answer.lines) == 2
    assert answer.lines[0].startswith(f"{treaty}:17:")
    assert answer.lines[0].endswith("[ambiguous]")
    assert "point[1].evidence[1]" in answer.lines[0]


def test_errors_make_the_exit_code_two(command: Command, broken: Path) -> None:
    answer = command("check", broken, "--json")
    assert answer.code == 2
    assert {(one["severity"], one["key"], one["line"]) for one in answer.objects} >= {
        ("error", "brief.titel", 4)
    }


def test_a_brief_with_errors_does_not_keep_others_from_being_checked(
    command: Command, library: Path, broken: Path
) -> None:
    answer = command("check", library, "--json")
    assert answer.code == 2
    assert {one["file"] for one in answer.objects} == {str(broken), str(library / "treaty.toml")}


@pytest.mark.parametrize(
    ("extra", "code", "key"),
    [
        ('[[point]]\ntext = "It rests on nothing."', "no-evidence", "point[2]"),
        ('[[actor]]\nid = "nobody"\nname = "Nobody"', "never-mentioned", "actor[2]"),
        ('[[actor]]\nid = "n"\nname = "Wagner"\nmatch = false', "never-mentioned", "actor[2]"),
        (
            '[[relation]]\nsource = "wagner"\ntarget = "wagner"\ntype = "leads"',
            "no-evidence",
            "relation[1]",
        ),
        ('[[event]]\ntitle = "An event"\ndate = "2021"', "no-evidence", "event[2]"),
        (
            '[[point]]\ntext = "We say with high confidence that it is likely."\n'
            'evidence = ["Wagner"]',
            "mixed-estimate",
            "point[2].text",
        ),
        (
            '[[point]]\ntext = "A."\nevidence = [{ exact = "Wagner", review = "rejected" }]',
            "rejected-evidence",
            "point[2].evidence",
        ),
        (
            '[[point]]\ntext = "A."\nevidence = [{ exact = "Wagner", start = 5, end = 11 }]',
            "moved",
            "point[2].evidence[1]",
        ),
        (
            '[[point]]\ntext = "A."\nevidence = ["WAGNER came"]',
            "normalised",
            "point[2].evidence[1]",
        ),
        (
            '[[point]]\ntext = "A."\nevidence = ["Wagner cane to Timbuctu in"]',
            "fuzzy",
            "point[2].evidence[1]",
        ),
        (
            '[[point]]\ntext = "A."\nmarking = "TLP:AMBR"\nevidence = ["Wagner"]',
            "unknown-marking",
            "point[2].marking",
        ),
        (
            '[[event]]\ntitle = "A"\ndate = "2021"\nmarking = "SERCET"\nevidence = ["Wagner"]',
            "unknown-marking",
            "event[2].marking",
        ),
        (
            '[[actor]]\nid = "w"\nname = "Wagner"\n'
            'aliases = [{ name = "W", evidence = ["not there at all"] }]',
            "orphan",
            "actor[2].aliases[1].evidence[1]",
        ),
    ],
)
def test_each_kind_of_finding(
    command: Command, tmp_path: Path, extra: str, code: str, key: str
) -> None:
    answer = command("check", written(tmp_path, "b.toml", f"{SAHARA}\n{extra}\n"), "--json")
    assert answer.code == 1
    assert [(one["code"], one["key"]) for one in answer.objects] == [(code, key)]
    line = SAHARA.count("\n") + 2
    assert line <= answer.objects[0]["line"] <= line + extra.count("\n")


def test_a_fuzzy_anchor_says_where_it_went_and_its_score(command: Command, tmp_path: Path) -> None:
    extra = '[[point]]\ntext = "A."\nevidence = ["Wagner cane to Timbuctu in"]'
    answer = command("check", written(tmp_path, "b.toml", f"{SAHARA}\n{extra}\n"), "--json")
    message = answer.objects[0]["message"]
    assert "0–26" in message
    assert "0.9" in message


def test_a_quote_that_is_cut_out_of_words_is_told_to_be_that(
    command: Command, tmp_path: Path
) -> None:
    extra = '[[point]]\ntext = "A."\nevidence = ["Wagner came to Timb", "Timb"]'
    answer = command("check", written(tmp_path, "b.toml", f"{SAHARA}\n{extra}\n"), "--json")
    assert [one["code"] for one in answer.objects] == ["fuzzy", "orphan"]
    assert "inside longer ones" in answer.objects[0]["message"]
    assert all("whole words" in one["hint"] for one in answer.objects)


def test_strict_asks_for_good_practice(command: Command, tmp_path: Path) -> None:
    text = "Wagner came to Timbuktu in 2021."
    written(tmp_path, "source.txt", text)
    brief = SAHARA.replace(f'text = "{text}"', 'file = "source.txt"')
    brief += '\n[[point]]\ntext = "A."\nkind = "fact"\n'
    brief += 'evidence = [{ exact = "Wagner", review = "proposed" }]\n'
    path = written(tmp_path, "b.toml", brief)
    assert command("check", path).code == 0
    answer = command("check", path, "--strict", "--json")
    assert answer.code == 1
    assert {one["code"] for one in answer.objects} == {
        "no-digest",
        "no-estimate",
        "unreviewed-evidence",
    }


def test_a_digest_that_differs_is_found(command: Command, tmp_path: Path) -> None:
    written(tmp_path, "source.txt", "Wagner came to Timbuktu in 2021.")
    other = hashlib.sha256(b"another text").hexdigest()
    source = f'file = "source.txt"\nsha256 = "{other}"'
    brief = SAHARA.replace('text = "Wagner came to Timbuktu in 2021."', source)
    answer = command("check", written(tmp_path, "b.toml", brief), "--json")
    assert answer.code == 1
    assert [one["code"] for one in answer.objects] == ["digest-differs"]


def test_an_error_of_the_library_is_said_once(command: Command, library: Path) -> None:
    written(library, "sahel.toml", "titel = 'x'\n")
    answer = command("check", library, "--json")
    assert answer.code == 2
    assert [(one["file"], one["key"]) for one in answer.objects] == [
        (str(library / "sahel.toml"), "titel")
    ]


def test_a_library_with_errors_hides_none_of_its_briefs(
    command: Command, library: Path, broken: Path
) -> None:
    shared = written(library, "sahel.toml", "titel = 'x'\n")
    more = '[[actor]]\nid = "m"\nname = "M"\npart_of = "of-the-library"\n'
    broken.write_text(broken.read_text(encoding="utf-8") + more, encoding="utf-8")
    found = {(one["file"], one["key"]) for one in command("check", library, "--json").objects}
    assert found >= {(str(shared), "titel"), (str(broken), "brief.titel")}
    assert (str(broken), "actor[1].part_of") not in found, "it may be in the library, once mended"


def test_a_path_that_is_not_there_is_said(command: Command, tmp_path: Path) -> None:
    answer = command("check", tmp_path / "none.toml")
    assert (answer.code, answer.out) == (2, "")
    assert "none.toml" in answer.err


def test_two_briefs_of_a_library_with_one_id_are_a_finding(command: Command, library: Path) -> None:
    other = written(library, "twin.toml", SAHARA)
    answer = command("check", library / "sahara.toml", other, "--json")
    assert answer.code == 1
    (one,) = answer.objects
    assert (one["file"], one["key"], one["code"]) == (str(other), "brief.id", "duplicate-brief")
    assert str(library / "sahara.toml") in one["message"]
    (library / "apart").mkdir()
    written(library / "apart", "sahel.toml", "")
    apart = written(library / "apart", "twin.toml", SAHARA)
    assert command("check", library / "sahara.toml", apart).code == 0, "it is of another library"


def test_a_brief_that_is_named_twice_is_one(command: Command, library: Path) -> None:
    again = library / ".." / "library" / "sahara.toml"
    (library / "linked").symlink_to(library)
    linked = library / "linked" / "sahara.toml"
    answer = command("check", library / "sahara.toml", again, linked, "--json")
    assert (answer.code, answer.out) == (0, "")
    assert len(command("points", library / "sahara.toml", again, "--json").objects) == len(
        command("points", library / "sahara.toml", "--json").objects
    )


def test_a_line_end_in_a_name_is_shown(command: Command, library: Path) -> None:
    path = written(library, "two\nlines.toml", "")
    assert all(line.startswith(f"{library}/two␤lines") for line in command("check", path).lines)


def test_the_file_of_a_library_is_checked_as_that(command: Command, library: Path) -> None:
    path = written(library, "sahel.toml", 'title = "Ours"\n')
    assert command("check", path, library / "sahara.toml").code == 0
    path.write_text("titel = 'Ours'\n", encoding="utf-8")
    (one,) = command("check", path, "--json").objects
    assert (one["file"], one["key"], one["code"]) == (str(path), "titel", "unknown-key")
    assert len(command("check", library, path, "--json").objects) == 1, "it is said once"


def test_a_judgement_on_nobody_is_a_finding(command: Command, library: Path) -> None:
    judged = [("same", "mali", "malli"), ("different", "ghost", "ours"), ("same", "mali", "niger")]
    tables = [f'[[{kind}]]\nleft = "{one}"\nright = "{other}"\n' for kind, one, other in judged]
    tables.append('[[actor]]\nid = "ours"\nname = "Of the registry"\n')
    file = written(library, "sahel.toml", "".join(tables))
    found = [one for one in command("check", library, "--json").objects if one["file"] == str(file)]
    assert [(one["key"], one["line"], one["code"]) for one in found] == [
        ("same[1].right", 3, "unknown-actor"),
        ("different[1].left", 5, "unknown-actor"),
    ]
    assert "did you mean `mali`" in found[0]["hint"]
    assert "unknown-actor" not in command("check", library / "treaty.toml").out, "not all are read"
    written(library, "broken.toml", "")
    assert "unknown-actor" not in command("check", library).out, "that one may have them"


def test_a_join_that_is_not_made_is_a_finding(command: Command, library: Path) -> None:
    judged = [
        ("same", "mali", "niger"),
        ("same", "niger", "wagner"),
        ("different", "wagner", "mali"),
    ]
    tables = [f'[[{kind}]]\nleft = "{one}"\nright = "{other}"\n' for kind, one, other in judged]
    file = written(library, "sahel.toml", "".join(tables))
    answer = command("check", library / "sahara.toml", "--json")
    assert answer.code == 1
    (one,) = answer.objects
    assert (one["file"], one["key"], one["line"]) == (str(file), "same[2]", 4)
    assert one["code"] == "unmade-join"
    assert "mali → niger → wagner" in one["message"]


def test_a_marking_of_the_librarys_own_is_no_finding(command: Command, tmp_path: Path) -> None:
    path = written(tmp_path, "b.toml", SAHARA.replace("[brief]", '[brief]\nmarking = "Secrets"'))
    answer = command("check", path, "--json")
    assert [(one["code"], one["key"]) for one in answer.objects] == [
        ("unknown-marking", "brief.marking")
    ]
    assert "`SECRET`" in answer.objects[0]["message"]
    written(tmp_path, "sahel.toml", 'marking_order = ["Press", "Secrets"]\n')
    assert command("check", path, "--json").code == 0
