"""The manual page and the completions are made from the command line, and are not stale."""

from __future__ import annotations

import re
import subprocess

import pytest

from docs.pages import manual
from docs.pages.__main__ import MANUAL, ROOT, SHARE, pages
from docs.pages.command_line import read
from sahel_tui import __version__
from sahel_tui.cli.parser import build_parser

SECTIONS = (
    *("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "KEYS", "FILES", "ENVIRONMENT"),
    *("EXIT STATUS", "EXAMPLES", "SEE ALSO"),
)
KEYS = (ROOT / "docs" / "keys.md").read_text("utf-8")


@pytest.mark.parametrize("name", pages())
def test_a_shipped_page_is_what_would_be_made_now(name: str) -> None:
    stale = "stale: make pages"
    made, shipped = pages()[name], (SHARE / name).read_text("utf-8")
    assert made == shipped, stale


def test_nothing_else_is_shipped() -> None:
    shipped = {str(path.relative_to(SHARE)) for path in SHARE.rglob("*") if path.is_file()}
    assert shipped == set(pages())


def test_another_page_has_another_date_and_the_same_one_keeps_its_own() -> None:
    line = read(build_parser())
    old = re.sub(r"\d{4}-\d\d-\d\d", "2001-02-03", manual.page(line, ROOT, ""), count=1)
    assert manual.page(line, ROOT, old) == old
    assert "2001-02-03" not in manual.page(line, ROOT, old + "more\n")


def test_what_means_something_to_the_macros_is_escaped() -> None:
    line = read(build_parser())
    program = line.program._replace(text="Do it.\n\n.SH it's \\fBnot\\fR a heading — no")
    page = manual.page(line._replace(program=program), ROOT, "")
    assert "\n\\&.SH it\\(aqs \\efBnot\\efR a heading \\[u2014] no\n" in page


@pytest.mark.system("mandoc")
def test_the_page_is_well_formed() -> None:
    run = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "warning", SHARE / MANUAL],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, "")


@pytest.mark.system("mandoc")
def test_the_page_as_it_is_read_has_every_section_command_option_and_key() -> None:
    run = subprocess.run(
        ["mandoc", "-T", "ascii", "-O", "width=200", SHARE / MANUAL],
        capture_output=True,
        text=True,
        check=True,
    )
    read_page = re.sub(".\b", "", run.stdout)
    headings = re.findall(r"^[A-Z][A-Z ]+$", read_page, re.MULTILINE)
    assert tuple(headings) == SECTIONS
    assert f"sahel-tui {__version__}" in read_page
    line = read(build_parser())
    for command in (line.program, *line.commands):
        assert command.name in read_page
        for option in command.options:
            assert all(re.search(rf"^ .*{flag}\b", read_page, re.M) for flag in option.flags)
    for key, words in re.findall(r"^\| `([^`]+)`.*? \| (.+?) \| `", KEYS, re.MULTILINE):
        assert re.search(rf"^ +{re.escape(key)}[, ].*{re.escape(words)}$", read_page, re.M)
