"""Documents made of any text, with what is hard about writing in them."""

from __future__ import annotations

from hypothesis import strategies as st

from sahel_tui.queries.search.documents import BLANK_LINE, Document, Item, Named, SourceName

HARD = st.sampled_from(
    ["al-Qaida", "al Qaeda", "Jama’at", "Jamaa`t", "l’Azawad", "Côte d’Ivoire", "Mali's", "政变",
     "M5-RFP", "⒈", "½", "a⒈b", "İstanbul", "straße", "ﬁn", "القاعدة", "هِ", "हिन्दी", "ไทย", "Keïta",
     "e\u0301", "wal", "el", "al", "al’Din", "2023-09", "U.S.", "\u200b", "co\u00adop", "no–gap",
     "counter-terrorism", "Ὀδυσσεύς", "カタカナ", "§", "¬all", "a_b", "“q”", "x" * 50]
)  # fmt: skip
PLAIN = st.sampled_from(["mali", "gao", "army", "the", "qaida", "qaeda", "Tiani", "ivoire", "war"])
texts = st.lists(HARD | PLAIN | st.text(max_size=4), max_size=8).map(" ".join)
many_texts = st.lists(texts, max_size=3).map(BLANK_LINE.join)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A brief with some claims and paragraphs that mention some actors and places."""
    names = tuple(
        Named(draw(st.sampled_from(["actor", "place"])), f"id{at}", (draw(texts), draw(texts)))
        for at in range(draw(st.integers(0, 2)))
    )
    items = [draw(items_of("brief", names))]
    kinds = draw(st.lists(st.sampled_from(["point", "event", "relation", "passage"]), max_size=4))
    items += [draw(items_of(kind, names)) for kind in kinds]
    used = {one for item in items for one in (*item.actors, *item.places)}
    named = tuple(one for one in names if one.id in used)
    sources = (SourceName("main", draw(texts), ""),)
    tags = (draw(texts),)
    return Document(
        "b", "b.toml", draw(texts), "2023", "", None, 1, 1, named, tuple(items), tags, sources
    )


@st.composite
def items_of(draw: st.DrawFn, kind: str, names: tuple[Named, ...]) -> Item:
    """One item; a passage stands in the source as it is, and names whom it says."""
    mentioned = [one for one in names if draw(st.booleans())]
    text = draw(many_texts)
    first = draw(st.none() | st.integers(738_000, 740_000))
    last = draw(st.none() | st.integers(738_000, 740_000))
    return Item(
        kind,
        "one",
        "" if kind == "passage" else draw(texts),
        text.replace("\n", " ") if kind == "passage" else text,
        "main",
        0,
        len(text),
        tuple(one.id for one in mentioned if one.kind == "actor"),
        tuple(one.id for one in mentioned if one.kind == "place"),
        ("type:assault", "source:main") if kind != "brief" else (),
        first,
        last if first is None or last is None else max(first, last),
        draw(st.sampled_from([None, "TLP:AMBER", "SECRET//NOFORN"])),
    )
