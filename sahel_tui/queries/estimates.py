"""Words of likelihood and of confidence (ICD 203), which one sentence must not mix."""

from __future__ import annotations

import re

_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote (?:chance|possibility|likelihood)|even (?:chance|odds)|"
    r"(?:un)?likely|(?:im)?probabl[ey]|(?:almost|nearly)[ -]certain(?:ly)?)\b",
    re.IGNORECASE,
)
_LEVEL = r"(?:low|moderate|medium|high)"
_CONFIDENCE = re.compile(
    rf"\b{_LEVEL}(?:[ -]+(?:to[ -]+{_LEVEL}|level of))?[ -]+confidence\b"
    rf"|\bconfidence(?: level)?(?: in \w+(?: \w+)?)? (?:is|remains|stays) {_LEVEL}\b"
    rf"|\b(?:with|lack|little|great|our|my) confidence\b|\b(?:we|i) are (?:not )?confident\b",
    re.IGNORECASE,
)
# A sentence ends at a full stop before white space and a capital, a digit or an opening quote, but
# not after one letter (U.S.), nor after the abbreviations below; or at the full stop of a script
# that writes no capitals.
_END = re.compile(
    r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[^\W\d_a-z]|[\d\"'“‘«(\[])|(?<=[。！？؟।])|\n\s*\n"
)
_NO_END = re.compile(r"(?:\b\w|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Sgt|St|No|vs|etc|approx))\.\Z")


def sentences(text: str) -> list[str]:
    """The sentences of a text, their white space as it is."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if not _NO_END.search(text, max(start, end.start() - 8), end.start()):
            found.append(text[start : end.end()].strip())
            start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def mixed_sentence(text: str) -> str | None:
    """The first sentence that holds both a degree of likelihood and a level of confidence."""
    return next(
        (one for one in sentences(text) if _LIKELIHOOD.search(one) and _CONFIDENCE.search(one)),
        None,
    )
