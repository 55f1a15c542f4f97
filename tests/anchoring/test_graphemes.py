from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.anchoring.graphemes import splits_cluster, whole_clusters
from tests.anchoring.alphabet import any_text

CLUSTERS = [
    *(
        "e\u0331",
        "a\u0301\u0331",
        "क्",
        "का",
        "ߞߊ߫"[1:],
        "❤️",
        "👍🏾",
        "👩‍💻",
        "🇲🇱",
        "🏴\U000e0067\U000e007f",
    ),
    *("\u1100\u1161\u11a8", "가\u11a8", "ه\u200d"),
]


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_no_cut_inside_a_cluster(cluster: str) -> None:
    text = f"x{cluster}y"
    cuts = [at for at in range(len(text) + 1) if not splits_cluster(text, at)]
    assert cuts == [0, 1, len(text) - 1, len(text)]


def test_flags_are_pairs_of_letters() -> None:
    text = "🇲🇱🇳🇪"
    assert [at for at in range(5) if not splits_cluster(text, at)] == [0, 2, 4]


def test_a_mark_after_a_newline_stands_alone() -> None:
    assert not splits_cluster("a\n\u0301", 2)


@given(any_text, st.data())
def test_a_span_grows_to_whole_clusters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = whole_clusters(text, (start, end))
    assert 0 <= low <= start
    assert end <= high <= len(text)
    assert not splits_cluster(text, low)
    assert not splits_cluster(text, high)
