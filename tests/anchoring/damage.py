"""Long texts that are hard to anchor in, and quotes of them that are damaged at random.

The texts hold prose in several scripts, boilerplate that is repeated to the letter, and sentences
that differ from others in a date, a number or a name.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.fuzz import partial_ratio_alignment

from benchmarks import names, prose
from sahel_tui.anchoring.graphemes import splits_cluster
from sahel_tui.anchoring.normalise import normalise_source
from sahel_tui.anchoring.resolve import Anchorer
from sahel_tui.anchoring.states import Quote, State

if TYPE_CHECKING:
    import random

    from sahel_tui.anchoring.states import Span

# Words by script; the shares of a text that are written in each are about equal.
_FRENCH = (
    "l’armée les rebelles à la frontière du désert ont été aperçus près de l’école après où déjà"
    " « selon un élu » qu’il n’y a plus d’eau depuis août contre le régime élève cœur naïf voilà"
)
_ARABIC = (
    "قال المتحدث باسم الجيش إن القوات تقدمت نحو المدينة بعد اشتباكات عنيفة مع المسلحين في الشمال"
    " وأضاف أن الحكومة لن تتفاوض، مؤكدًا استمرار العملية العسكرية حتى تحقيق الأهداف يومَ الأحد"
)
_CHINESE = (
    "马里过渡政府宣布与邻国签署安全条约军队在北部地区继续行动平民"
    "撤离城市联合国表示关切总统会见代表团要求立即停火并恢复谈判"
)
_NKO = "ߒߞߏ ߦߋ߫ ߞߊ߲߫ ߠߎ߬ ߛߓߍߢߊ ߘߏ߫ ߟߋ߬ ߘߌ߫ ߡߍ߲ ߛߌ߲ߘߌߣߍ߲߫ ߞߊ߬ߙߊ߲ ߞߊߡߊ߬ ߝߊߘߌߝߌ߲ ߠߊ߫ ߝߏߘߏߓߊ ߡߊ߬ ߕߌ߲߬ߞߎߘߎ߲"
_TIFINAGH = (
    "ⵜⴰⵎⴰⵣⵉⵖⵜ ⴷⵉ ⵜⵎⵓⵔⵜ ⵏ ⵎⴰⵍⵉ ⵓⵔ ⵜⵍⵍⵉ ⵜⴰⵡⵡⵓⵔⵜ ⵉⵎⴷⴰⵏⵏ ⵏ ⵓⵖⵔⴼ ⴰⴷ ⴷⴷⵓⵏ ⵖⵔ ⵓⴳⴰⴼⴰ ⴰⵙⵙ ⴰⴷ ⵙ ⵜⴰⵣⵡⵓⵔⵉ"
)
_YORUBA = (
    "àwọn ọmọ ogun ti dé ìlú ńlá náà ní òwúrọ̀ ọjọ́ Àìkú wọ́n sì gba ẹ̀bùn m̀bẹ̀ ó̩ dára púpọ̀ lẹ́yìn náà"
)
_EMOJI = "👩‍💻 🇲🇱 ❤️ 🔥 👍🏾 ok merci 😀 vu à 5h 🚨 alerte 🏴‍☠️ le pont est coupé 🇳🇪 go"
_BOILERPLATE = (
    "This report draws on interviews by telephone; names are withheld for safety.",
    "Les informations ci-dessus n’ont pas pu être vérifiées de manière indépendante par l’auteur.",
    "以上信息未经独立核实，仅供内部参考，请勿外传。",
    "The ministry did not reply to requests for comment — neither in writing nor by telephone.",
)
_NEAR = (
    "On {0} {1}, unknown gunmen attacked a village in the department of {2}, killing {3} people.",
    "The convoy left {2} on {0} {1} with {3} lorries and an escort of the armed forces.",
    "Le {0}/{3}, une attaque à {2} a fait {1} morts, d’après une source sécuritaire « locale ».",
)
_QUOTES = "\"'“”‘’«»„"
_DASHES = "-‐–—−"
EDGE = 5
"""Characters by which an end may be off that was itself damaged."""
_TWIN = 80
"""Percent of similarity from which on two passages are twins."""
_SPACES = ("  ", "\n", "\u00a0", "\u202f", " \n ", "\u200b ")


class Damaged(NamedTuple):
    """A quote, and the span that it was taken from; None if that was cut out of the text."""

    quote: Quote
    span: Span | None


class Landings(NamedTuple):
    """Where quotes landed."""

    true: int
    """On their span, to the character."""
    edge: int
    """On their span but for its ends, by EDGE characters at most."""
    nowhere: int
    """Ambiguous, or orphans."""
    elsewhere: Counter[State]
    """On another span, by the state that was claimed."""

    @property
    def found(self) -> int:
        return self.true + self.edge


def landings(text: str, quotes: list[Damaged]) -> Landings:
    """Resolve quotes in a text that has all of their passages."""
    anchorer = Anchorer(text)
    true = edge = nowhere = 0
    elsewhere: Counter[State] = Counter()
    for quote, span in quotes:
        found = anchorer.resolve(quote)
        if found.span is None or span is None:
            nowhere += 1
        elif found.span == span:
            true += 1
        elif all(abs(at - there) <= EDGE for at, there in zip(found.span, span, strict=True)):
            edge += 1
        else:
            elsewhere[found.state] += 1
    return Landings(true, edge, nowhere, elsewhere)


def write_text(rng: random.Random, size: int) -> str:
    """A normalised text of about `size` code points."""
    actors, towns = names.actors(rng, 300), names.towns(rng, 400)
    english = prose.write(rng, actors, towns, size // 2).text.split("\n\n")
    others = [_other(rng, towns) for _ in range(size // 400)]
    paragraphs = english + others
    rng.shuffle(paragraphs)
    return normalise_source("\n\n".join(paragraphs))[:size]


def _other(rng: random.Random, towns: list[str]) -> str:
    kind = rng.randrange(10)
    if kind == 0:
        return rng.choice(_BOILERPLATE)
    if kind <= 2:
        numbers = (rng.randint(1, 28), rng.randint(2, 60), rng.choice(towns), rng.randint(1, 40))
        return " ".join(rng.choice(_NEAR).format(*numbers) for _ in range(rng.randint(1, 3)))
    if kind == 3:
        return "".join(rng.choices(_CHINESE + "，。《》2023", k=rng.randint(60, 400))) + "。"
    words = rng.choice((_FRENCH, _ARABIC, _NKO, _TIFINAGH, _YORUBA, _EMOJI, _FRENCH)).split()
    sentence = rng.choices(words, k=rng.randint(15, 90))
    return " ".join([*sentence, rng.choice(towns), str(rng.randint(1, 9999))])


def take(rng: random.Random, text: str, size: int) -> Span:
    """A random passage of about `size` code points: whole characters, no space at its ends."""
    start = rng.randrange(max(1, len(text) - size))
    end = min(len(text), start + size)
    while start < end and (text[start].isspace() or splits_cluster(text, start)):
        start += 1
    while end > start and (text[end - 1].isspace() or splits_cluster(text, end)):
        end -= 1
    return start, end


def damaged_quotes(rng: random.Random, text: str, count: int) -> list[Damaged]:
    """Quotes of 15 to 600 code points, half of them short, each damaged by up to 15 %.

    A passage with a twin is quoted with its context or its position, as it has to be.
    """
    quotes: list[Damaged] = []
    while len(quotes) < count:
        span = start, end = take(rng, text, int(15 * 40 ** rng.random()))
        if end - start < 15:
            continue
        quote = Quote(damage(rng, text[start:end], rng.random() * 0.15))
        if has_twin(text, span):
            quote = _placed(rng, text, span, quote.exact)
        quotes.append(Damaged(quote, span))
    return quotes


def without_some(rng: random.Random, text: str, count: int) -> tuple[str, list[Damaged]]:
    """The text without `count` passages, none of which had a twin, and damaged quotes of these."""
    cut: dict[Span, Quote] = {}
    while len(cut) < count:
        span = start, end = take(rng, text, int(15 * 40 ** rng.random()))
        apart = all(end < other[0] or other[1] < start for other in cut)
        if end - start >= 15 and apart and not has_twin(text, span):
            cut[span] = Quote(damage(rng, text[start:end], rng.random() * 0.15))
    for start, end in sorted(cut, reverse=True):
        text = text[:start] + text[end:]
    return normalise_source(text), [Damaged(quote, None) for quote in cut.values()]


def has_twin(text: str, span: Span) -> bool:
    """Whether another passage is about the same, by a look at every passage there is."""
    words = text[slice(*span)].casefold()
    rest = text[: span[0]].casefold(), text[span[1] :].casefold()
    return any(
        len(part) >= len(words) and partial_ratio_alignment(words, part, score_cutoff=_TWIN)
        for part in rest
    )


def _placed(rng: random.Random, text: str, span: Span, words: str) -> Quote:
    start, end = span
    if rng.random() < 0.5:
        return Quote(words, start=start, end=end)
    return Quote(words, prefix=text[max(0, start - 32) : start], suffix=text[end : end + 32])


def damage(rng: random.Random, words: str, share: float) -> str:
    """`words` with up to `share` of its characters edited, and its typography changed."""
    chars = list(words)
    for _ in range(int(len(words) * share)):
        _edit(rng, chars, words)
    return "".join(chars)


def _edit(rng: random.Random, chars: list[str], alphabet: str) -> None:
    """One edit, in place: a third of them change only the typography, where there is some."""
    at = rng.randrange(len(chars))
    kind = rng.randrange(6)
    if kind == 0 and len(chars) > 1:
        del chars[at]
    elif kind == 1:
        chars.insert(at, rng.choice(alphabet))
    elif kind <= 3:
        chars[at] = rng.choice(alphabet)
    else:
        _retype(rng, chars, at)


def _retype(rng: random.Random, chars: list[str], at: int) -> None:
    """Another quotation mark, dash, space or case for the nearest character that has one."""
    for near in range(at, min(len(chars), at + 12)):
        char = chars[near]
        for same in (_QUOTES, _DASHES):
            if char in same:
                chars[near] = rng.choice(same)
                return
        if char == " ":
            chars[near] = rng.choice(_SPACES)
            return
    chars[at] = chars[at].swapcase()
