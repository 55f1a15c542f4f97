"""Queries over the whole grammar, out of the words that texts really have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from sahel_tui.queries.search.fields import FIELDS, VALUES
from sahel_tui.queries.search.words import read_words
from tests.queries.search.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sahel_tui.queries.search.documents import Document


def any_of(texts: Iterable[str]) -> st.SearchStrategy[str]:
    """One of many: a strategy that doesn't write them all out where it is shown."""
    sure = sorted(set(texts))
    return st.integers(0, len(sure) - 1).map(lambda at: sure[at])


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "") + '"'


def queries_over(documents: Sequence[Document]) -> st.SearchStrategy[str]:
    """Queries that some of these documents are likely to answer."""
    texts = [text for one in documents for item in one.items for text in (item.title, item.text)]
    texts += [name for one in documents for n in one.names for name in (n.id, *n.names)]
    written = any_of(word for text in texts for word in text.split() if '"' not in word)
    folded = any_of(word for text in texts for part in read_words(text) for word in part)
    pairs = any_of(
        f"{a} {b}" for t in texts for a, b in zip(t.split(), t.split()[1:], strict=False)
    )
    prefixes = st.builds(lambda w, n: w[:n] + "*", folded, st.integers(1, 5))
    leaves = (
        (written | folded | st.text(max_size=6))
        | prefixes
        | st.builds(_quoted, pairs | any_of(texts).map(lambda t: t[:40]))
        | st.builds("near({} {}, {})".format, folded, folded | prefixes, st.integers(0, 30))
        | _fields(documents)
    )
    return st.recursive(
        leaves,
        lambda inner: (
            st.builds("{} {}".format, inner, inner)
            | st.builds("{} or {}".format, inner, inner)
            | st.builds("({} {})".format, inner, inner)
            | st.builds("-{}".format, inner)
            | st.builds("-({} or {})".format, inner, inner)
        ),
        max_leaves=5,
    )


def _fields(documents: Sequence[Document]) -> st.SearchStrategy[str]:
    day = r"20(1\d|2[0-5])(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d))?)?\??"
    names = any_of(name for one in documents for n in one.names for name in (n.id, *n.names))
    types = {
        facet.removeprefix("type:")
        for one in documents
        for item in one.items
        for facet in item.facets
        if facet.startswith("type:")
    }
    values = {
        **{field: st.sampled_from(values) for field, values in VALUES.items()},
        **{field: st.from_regex(day, fullmatch=True) for field in ("after", "before", "on")},
        "type": any_of(types),
        "marking": st.sampled_from(["clear", "TLP:AMBER", "amber+strict", "red", "green"]),
        "tag": any_of(tag for one in documents for tag in one.tags),
        "source": any_of(source.id for one in documents for source in one.sources),
        "brief": any_of(one.brief for one in documents),
        "actor": names,
        "place": names,
    }
    return st.sampled_from([one for one in FIELDS if one != "sort"]).flatmap(
        lambda field: st.builds(
            lambda value, cut: f"{field}:{_quoted(value)[: None if cut else -1]}{'*' * cut}",
            values[field],
            st.booleans(),
        )
    )


queries = queries_over(shipped())
