"""A tour of every pane and dialog, in each terminal: what it shows is what was kept as text."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from tests.terminal.explorer import sahel_tui
from tests.terminal.sequences import strangers
from tests.terminal.tours import DRAWN, STEPS, TERMINALS, command, screens, started, walk

if TYPE_CHECKING:
    from tests.terminal.tmux import Tmux

COLOURS = re.compile(rb"\x1b\[(?:[0-9;]*;)?((?:3|4|9|10)[0-7]|[34]8;[25])[;m]")
"""A colour: one of 16 by its number, any other by the code that introduces it."""


@pytest.mark.parametrize("terminal", ["xterm-256color", "linux", "vt100"])
def test_a_tour_in_each_terminal(terminal: str) -> None:
    with started(command(), {"TERM": terminal}) as session:
        walk(session, lambda: session.text, screens(TERMINALS[terminal]))
        session.press("ctrl+c", "ctrl+c")
        assert session.wait_for_exit() == 130
        assert strangers(bytes(session.raw)) == set()
        used = {found[1] for found in COLOURS.finditer(bytes(session.raw))}
    assert bool(used) == (terminal != "vt100")
    assert terminal != "linux" or not used & {b"38;5", b"38;2", b"48;5", b"48;2"}


@pytest.mark.system("script")
def test_a_tour_through_script() -> None:
    line = ["script", "-q", "-e", "-c", shlex.join(command()), "/dev/null"]
    with started(line, {}) as session:
        walk(session, lambda: session.text, screens(DRAWN))


@pytest.mark.system("tmux")
def test_a_tour_inside_tmux(tmux: Tmux) -> None:
    line = [*tmux.command, "new-session", *command()]
    with started(line, {}) as session:
        walk(session, lambda: "\n".join(map(str.rstrip, tmux.lines(24))), screens(DRAWN))


def test_the_plain_output_shows_the_same() -> None:
    with started(sahel_tui("--plain-output", "pact.toml"), {}) as session:
        walk(session, lambda: session.text, screens(DRAWN))


def test_a_terminal_that_never_answers_is_shown_the_same() -> None:
    with started(command(), {}, answers=False) as session:
        walk(session, lambda: session.text, screens(DRAWN))


@pytest.mark.parametrize("name", sorted(set(TERMINALS.values())))
def test_the_tour_goes_everywhere(name: str) -> None:
    kept = screens(name)
    assert list(kept) == list(STEPS)
    assert all(len(screen.split("\n")) == 24 for screen in kept.values())
    for pane in ("1 Bottom line", "2 Actors", "3 Relationships", "4 Timeline", "5 Source"):
        assert any(
            line.startswith(f" {pane} ")
            for screen in kept.values()
            for line in screen.split("\n")[2:]  # below the tabs
        )
