"""Kinds of passages without colour."""

from __future__ import annotations

from itertools import combinations

from sahel_tui.render.styles import KIND, KIND_LETTER, PLAIN, SELECTED


def test_every_mix_of_kinds_looks_different_without_colour() -> None:
    mixes = [mix for size in range(5) for mix in combinations(KIND, size)]
    looks = {str(sum((KIND[kind] for kind in mix), PLAIN).without_color) for mix in mixes}
    assert len(looks) == len(mixes) == 16


def test_reverse_is_left_to_the_selection() -> None:
    assert SELECTED.reverse
    assert not any(style.reverse for style in KIND.values())


def test_every_kind_has_a_letter_of_its_own() -> None:
    assert len({KIND_LETTER[kind] for kind in KIND}) == len(KIND)
