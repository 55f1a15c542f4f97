"""Quotes damaged by up to 15 % land where they were taken from, or nowhere: never elsewhere."""

from __future__ import annotations

import random

from sahel_tui.anchoring.resolve import Anchorer
from sahel_tui.anchoring.states import State
from tests.anchoring.damage import damaged_quotes, landings, without_some, write_text


def test_damaged_quotes_land_on_their_passage() -> None:
    landed = []
    for seed in (11, 12, 13):
        rng = random.Random(seed)
        text = write_text(rng, 200_000)
        landed.append(landings(text, damaged_quotes(rng, text, 100)))
    assert [one.elsewhere for one in landed] == [{}, {}, {}]
    assert sum(one.found for one in landed) >= 0.99 * 300


def test_a_passage_that_was_cut_out_is_an_orphan() -> None:
    rng = random.Random(21)
    text, quotes = without_some(rng, write_text(rng, 200_000), 60)
    anchorer = Anchorer(text)
    assert {anchorer.resolve(lost.quote).state for lost in quotes} == {State.ORPHAN}
