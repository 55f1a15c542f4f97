"""Texts that anchoring must cope with, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

# Few letters, so that equal passages come about; and whatever folds, expands, joins or is unseen.
_CHARS = [
    *"abAB \n\t-—'’\"«»“”.,1",
    *("ß", "İ", "ﬁ", "ΐ", "é", "Σ", "ς"),
    *("\u00a0", "\u202f", "\u00ad", "\u200b", "\u200d", "\ufe0f", "\u202e", "\u2028", "\x85"),
    *("\u0301", "\u0331", "\u1100", "\u1161", "\u11a8", "\u094d", "\u0903"),
    *("中", "ن", "ߞ", "ⴰ", "😀", "❤", "🏾", "🇲", "\U000e0067", "\ud800", "\udfff"),
]
texts = st.text(st.sampled_from(_CHARS), max_size=60)
any_text = texts | st.text(st.characters(), max_size=30)
