"""However fast a terminal changes its size, the screen is right once it has stopped."""

from __future__ import annotations

import random

import pytest

from tests.terminal.tours import DRAWN, command, screens, started

FIRST = "the bottom line"
MOST_BYTES = 200 * 12_000
"""A screen for every size would be no more than that."""


@pytest.mark.parametrize("answers", [True, False], ids=["answering", "silent"])
def test_two_hundred_sizes_stall_nothing(answers: bool) -> None:
    rng = random.Random(12)
    with started(command(), {}, answers=answers) as session:
        kept = screens(DRAWN)[FIRST]
        session.wait_for(lambda: session.text == kept)
        written = len(session.raw)
        for _ in range(200):
            session.resize(rng.randint(1, 200), rng.randint(1, 60))
            session.read(0.01)  # two seconds for all of them
        session.resize(80, 24)
        session.wait_for(lambda: session.text == kept)
        session.wait_until_idle(0.2)
        assert session.text == kept
        assert len(session.raw) - written < MOST_BYTES
        session.press("q")
        assert session.wait_for_exit() == 0


@pytest.mark.parametrize("option", ["--no-mouse", "--plain-output"])
def test_a_size_that_is_back_before_it_was_noticed(option: str) -> None:
    """The terminal has cut its rows in the meantime: they are sent again."""
    with started([*command(), option], {}) as session:
        kept = screens(DRAWN)[FIRST]
        session.wait_for(lambda: session.text == kept)
        for _ in range(10):
            session.resize(30, 8)
            session.resize(80, 24)
        session.wait_for(lambda: session.text == kept)


@pytest.mark.parametrize("option", ["--no-mouse", "--plain-output"])
@pytest.mark.parametrize("answers", [True, False], ids=["answering", "silent"])
def test_the_last_of_a_burst_of_sizes_is_the_one_that_counts(option: str, answers: bool) -> None:
    rng = random.Random(3)
    with started([*command(), option], {}, answers=answers) as session:
        kept = screens(DRAWN)[FIRST]
        session.wait_for(lambda: session.text == kept)
        for _ in range(10):
            for _ in range(15):
                session.resize(rng.randint(2, 180), rng.randint(2, 60))
            session.resize(80, 24)
            session.wait_until_idle(0.3)
            session.wait_for(lambda: session.text == kept)
