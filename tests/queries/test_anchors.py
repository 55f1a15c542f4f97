"""What is said of a passage that may be one of several."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.anchoring.resolve import Anchorer
from sahel_tui.anchoring.states import Quote, State
from sahel_tui.model.evidence import Evidence
from sahel_tui.queries.anchors import Anchors
from sahel_tui.queries.views import Passage
from tests.queries.views import brief

TEXT = "The strike goes on.\nThe union's strike fund lasts.\n\nNobody calls the strike off."
PLACE = re.compile(r"line (\d+) at (\d+)–(\d+) “(.*?)”(?=, line| and |$)", re.DOTALL)


def said(text: str, written: Evidence) -> tuple[str, str] | None:
    """What is said of a quote of a text."""
    found = Anchorer(text).resolve(
        Quote(
            exact=written.exact or "",
            prefix=written.prefix,
            suffix=written.suffix,
            start=written.start,
            end=written.end,
        )
    )
    start, end = found.span or (None, None)
    passage = Passage(
        source="main",
        state=found.state,
        start=start,
        end=end,
        text=text[start:end] if found.span else written.quote,
        quote=written.quote,
        score=found.score,
        stance="supports",
        review="accepted",
        credibility=None,
        candidates=found.candidates,
    )
    return Anchors(brief(text=text)).said(passage, written)


def ambiguous(text: str, written: Evidence) -> tuple[str, str]:
    told = said(text, written)
    assert told is not None
    assert told[0].startswith("ambiguous: ")
    return told


def test_each_place_has_its_line_its_offsets_and_the_words_beside_it() -> None:
    message, hint = ambiguous(TEXT, Evidence(exact="strike"))
    assert message == (
        "ambiguous: 3 passages alike in `main`: "
        "line 1 at 4–10 “The [strike] goes on. The union's…”, "
        "line 2 at 32–38 “…goes on. The union's [strike] fund lasts. Nobody…”, "
        "line 4 at 69–75 “…Nobody calls the [strike] off.”"
    )
    assert hint.startswith("choose one by `prefix`, `suffix` or `start` and `end`")


@pytest.mark.parametrize(
    ("written", "reason", "hint"),
    [
        (
            Evidence(exact="strike", prefix="his"),
            "alike in `main`, and the `prefix` “his” stands before none of them: line 1",
            "copy the `prefix` from right before the passage that is meant",
        ),
        (
            Evidence(exact="strike", suffix=" begins"),
            "and the `suffix` “begins” stands after none of them: line 1",
            "copy the `suffix` from right after the passage that is meant",
        ),
        (
            Evidence(exact="strike", prefix="his", suffix="its"),
            "before none of them, and the `suffix` “its” stands after none of them",
            "copy the `prefix` from right before and the `suffix` from right after the passage",
        ),
        (
            Evidence(exact="strike", prefix="THE "),
            "and the `prefix` “THE” stands before 2 of them",
            "choose one by",
        ),
        (
            Evidence(exact="strike", start=1, end=7),
            "and none of them is at 1–7",
            "choose one by",
        ),
        (Evidence(exact="strike", prefix=" "), "alike in `main`: line 1", "choose one by"),
    ],
)
def test_what_was_given_to_choose_by_is_said_to_choose_none(
    written: Evidence, reason: str, hint: str
) -> None:
    message, do = ambiguous(TEXT, written)
    assert reason in message
    assert hint in do


@pytest.mark.parametrize("prefix", ["calls the ", "Calls  the"])
def test_a_prefix_that_chooses_is_no_finding(prefix: str) -> None:
    assert said(TEXT, Evidence(exact="strike", prefix=prefix)) is None


def test_of_many_places_three_are_told() -> None:
    message, _ = ambiguous("the strike " * 900, Evidence(exact="strike", prefix="a"))
    assert len(PLACE.findall(message)) == 3
    assert "900 passages" in message
    assert message.endswith(" and 897 more")


def test_where_not_all_places_are_known_nothing_is_said_of_all() -> None:
    message, _ = ambiguous("the strike " * 5_000, Evidence(exact="strike", prefix="a"))
    assert "1,000 or more passages" in message
    assert "none of them" not in message


def test_a_long_passage_is_told_by_its_ends() -> None:
    long = f"It begins here {'and goes on ' * 50}until it ends there."
    message, _ = ambiguous(f"{long}\n{long}", Evidence(exact=long))
    assert "[It begins here and g … until it ends there.]" in message
    assert len(message) < 400


def test_a_character_is_not_cut() -> None:
    text = "e\u0301" * 30 + " strike " + "👩‍👧" * 30 + " strike"
    message, _ = ambiguous(text, Evidence(exact="strike"))
    around = PLACE.findall(message)[0][3]
    assert not around.startswith("…\u0301")
    assert "👧…" in around


@given(st.text("ab \n\t\u0301罢’\x1b", max_size=60), st.text("ab罢", min_size=1, max_size=3))
def test_the_places_are_those_of_the_quote(text: str, quote: str) -> None:
    text = text.strip("\u0301")
    found = Anchorer(text).resolve(Quote(exact=quote))
    told = said(text, Evidence(exact=quote))
    assert (told is None) == (found.state is State.EXACT)
    if found.state is State.AMBIGUOUS:
        assert told is not None
        places = PLACE.findall(told[0])
        assert [(int(one[1]), int(one[2])) for one in places] == list(found.candidates[:3])
        assert [int(one[0]) for one in places] == [
            text.count("\n", 0, start) + 1 for start, _ in found.candidates[:3]
        ]
