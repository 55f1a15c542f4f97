from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.anchoring.edges import cuts_word
from sahel_tui.anchoring.folding import fold
from sahel_tui.anchoring.graphemes import splits_cluster, whole_clusters
from sahel_tui.anchoring.normalise import normalise_source
from sahel_tui.anchoring.occurrences import occurrences
from sahel_tui.anchoring.resolve import Anchorer
from sahel_tui.anchoring.seeds import Seeds
from sahel_tui.anchoring.states import Quote, State
from tests.anchoring.alphabet import any_text, texts

offsets = st.none() | st.integers(0, 80)
quotes = st.builds(Quote, any_text, any_text, any_text, texts, texts, offsets, offsets)


@given(any_text, st.lists(quotes, max_size=4))
def test_whatever_is_looked_for_the_answer_holds(raw: str, wanted: list[Quote]) -> None:
    text = normalise_source(raw)
    anchorer = Anchorer(text)
    for quote in wanted:
        found = anchorer.resolve(quote)
        assert found == Anchorer(text).resolve(quote)  # whatever was looked for before
        for start, end in filter(None, (found.span, *found.candidates)):
            assert 0 <= start < end <= len(text)
            assert not splits_cluster(text, start)
            assert not splits_cluster(text, end)
        if found.span is None:
            assert found.score is None
            assert (found.state, bool(found.candidates)) in (
                (State.AMBIGUOUS, True),
                (State.ORPHAN, False),
            )
        elif quote.exact.strip():
            passage, exact = text[slice(*found.span)], normalise_source(quote.exact)
            if found.state in (State.EXACT, State.MOVED):
                assert passage == exact
            elif found.state is State.NORMALISED:
                assert fold(passage).strip() == fold(exact).strip() != ""
                assert passage != exact
            else:
                assert found.score is not None
                assert 0.8 <= found.score < 1


@given(any_text, st.data())
def test_a_verbatim_quote_is_found_and_with_its_position_exactly(
    raw: str, data: st.DataObject
) -> None:
    text = normalise_source(raw)
    start = data.draw(st.integers(0, len(text)))
    span = whole_clusters(text, (start, data.draw(st.integers(start, len(text)))))
    words = text[slice(*span)]
    if words.strip():
        found = Anchorer(text).resolve(Quote(words))
        if cuts_word(text, span[0]) or cuts_word(text, span[1]):
            assert found.span != span or found.state is State.FUZZY
        else:
            assert found.span == span or span in found.candidates
            assert found.state in (State.EXACT, State.AMBIGUOUS)
        hinted = Anchorer(text).resolve(Quote(words, start=span[0], end=span[1]))
        assert (hinted.state, hinted.span) == (State.EXACT, span)


@given(st.text("ab", max_size=300), st.text("ab", min_size=1, max_size=12), st.booleans())
def test_the_index_finds_each_occurrence(text: str, words: str, whole: bool) -> None:
    seeds = Seeds(text)
    if whole:
        seeds.starts("a short quote")  # for which every seed is read
    assert seeds.occurrences(words) == list(occurrences(text, words))
