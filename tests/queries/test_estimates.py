"""Likelihood and confidence in one sentence (ICD 203)."""

from __future__ import annotations

import pytest

from sahel_tui.queries.estimates import mixed_sentence, sentences


@pytest.mark.parametrize(
    "text",
    [
        "We assess with high confidence that an attack is likely.",
        "It is almost certain, with moderate-to-high confidence, that he left.",
        "An attack is UNLIKELY; our judgment is of low confidence.",
        "There is a roughly even chance of a coup (moderate confidence).",
        "They will probably stay, and our confidence in this is low.",
    ],
)
def test_one_sentence_with_both_is_found(text: str) -> None:
    assert mixed_sentence(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "An attack is likely. We have high confidence in this judgment.",
        "An attack is likely.\n\nHigh confidence.",
        "They lost the confidence of the army, and a coup is likely.",
        "We have high confidence in reports from remote areas.",
        "The likelihood of a confidence vote is low.",
        "进攻可能发生。We have high confidence.",
    ],
)
def test_two_sentences_or_other_meanings_are_not(text: str) -> None:
    assert mixed_sentence(text) is None


def test_only_the_sentence_with_both_is_named() -> None:
    text = "The U.S. left. It is likely, we say with low confidence, to return. So be it."
    assert mixed_sentence(text) == "It is likely, we say with low confidence, to return."


def test_an_abbreviation_ends_no_sentence() -> None:
    assert sentences("The U.S. Army and Gen. Tchiani met. They spoke.") == [
        "The U.S. Army and Gen. Tchiani met.",
        "They spoke.",
    ]
