"""What can be copied of a row across briefs: what its briefs have where it leads, read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.errors import SahelError
from sahel_tui.queries.rows import row_of
from sahel_tui.queries.stops import Stop, evidence_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sahel_tui.queries.citing import Citation
    from sahel_tui.queries.views import BriefView, Claim
    from sahel_tui.reading import Reading
    from sahel_tui.render.copies import Copied
    from sahel_tui.tui.ahead import Opened
    from sahel_tui.tui.clipboard import Copy
    from sahel_tui.tui.landing import Landing

    Read = Callable[[Path], Opened]


class There(NamedTuple):
    """Where one leads, and in which brief."""

    path: Path
    landing: Landing


class Asked(NamedTuple):
    """What is to be copied: of the first place, or of all together; without any, the words."""

    places: tuple[There, ...] = ()
    whole: bool = False
    """Whether it is all of them that are meant, and not the first."""
    words: str = ""
    """What the row itself says."""
    marking: str | None = None
    """Of the row, where no brief says it alone."""
    order: tuple[str, ...] = ()
    """The library's markings, lowest first, where no brief is read."""


class Found(NamedTuple):
    """What can be copied, and by which order of markings it is compared."""

    choices: tuple[Copied, ...]
    order: tuple[str, ...]

    def copy(self, at: int = 0) -> Copy:
        """One of them, to be sent."""
        from sahel_tui.tui.clipboard import Copy

        one = self.choices[at]
        return Copy(one.text, one.marking, self.order)


def first_of(asked: Asked, read: Read) -> Copy:
    """What is copied without a choice, for which one brief is read. SahelError."""
    if not asked.whole:
        asked = asked._replace(places=asked.places[:1])
    return found_of(asked, read).copy()


def found_of(asked: Asked, read: Read) -> Found:
    """All that can be copied; in a thread, since briefs are read. SahelError."""
    from sahel_tui.render.copies import Together

    if not asked.places:
        return Found((Together("This row", asked.words, (), asked.marking),), asked.order)
    readings = {path: _read(path, read) for path, _ in asked.places}
    path, landing = asked.places[0]
    reading = readings[path]
    choices = [] if asked.whole else list(_choices(reading, landing))
    if asked.whole or len(asked.places) > 1:
        choices.insert(1, _together(asked, readings))
    return Found(tuple(choices), reading.marking_order)


def _together(asked: Asked, readings: Mapping[Path, Reading]) -> Copied:
    from sahel_tui.model.markings import highest
    from sahel_tui.queries.citing import cite_claim
    from sahel_tui.render.copies import Together
    from sahel_tui.render.words import counted

    citations: list[Citation] = []
    order: tuple[str, ...] = ()
    for path, landing in asked.places:
        view, order = readings[path].view, order or readings[path].marking_order
        if landing.claim is not None:
            _demand(view, landing.claim)
            citations.append(cite_claim(view, landing.claim, order))
    marking = highest([one.marking for one in citations], order)
    name = f"All of it: {counted(len(citations), 'claim')} with their passages"
    return Together(name, asked.words, tuple(citations), marking)


def _read(path: Path, read: Read) -> Reading:
    opened = read(path)
    if opened.reading is None:
        why = opened.complaint or f"{opened.file} has errors"
        raise SahelError(f"Not copied: {why}", opened.hint)
    return opened.reading


def _choices(reading: Reading, landing: Landing) -> Iterator[Copied]:
    from sahel_tui.render import copies

    view, order, claim = reading.view, reading.marking_order, landing.claim
    if claim is not None:
        _demand(view, claim)
        yield from copies.claim_choices(view, claim, _stop_of(view, claim, landing), order)
    elif landing.has_span:
        yield from copies.found_choices(view, _words_at(view, landing), order)
    else:
        yield from copies.brief_choices(view)


def _demand(view: BriefView, claim: Claim) -> None:
    if row_of(view, claim) is None:
        raise _changed(f"{view.id} has no {claim.kind} {claim.id} any more")


def _stop_of(view: BriefView, claim: Claim, landing: Landing) -> Stop | None:
    """Of the passages of a claim the one that is led to, else the first."""
    evidence = evidence_of(view, claim)
    stops = [
        Stop(one.source, one.start, one.end, number, len(evidence), one)
        for number, one in enumerate(evidence, 1)
    ]
    return next((stop for stop in stops if _is_at(stop, landing)), next(iter(stops), None))


def _is_at(stop: Stop, landing: Landing) -> bool:
    if stop.source != landing.source or stop.start is None or stop.end is None:
        return False
    return stop.start < landing.end and landing.start < stop.end


def _words_at(view: BriefView, landing: Landing) -> Stop:
    """The span that is led to, if its words are those that were found."""
    stop = Stop(landing.source, landing.start, landing.end, 0, 0, None)
    text = next((one.text for one in view.sources if one.id == stop.source), "")
    words = text[landing.start : landing.end]
    known = _known_words(landing)
    if not words or (known and not words.startswith(known)):
        raise _changed(f"{view.id} has other words there by now")
    return stop


def _known_words(landing: Landing) -> str:
    """The words that stood there when they were found; empty where nobody says."""
    places: Sequence[tuple[str | None, int | None, int | None]] = [
        (one.source, one.start, one.end) for one in landing.matches
    ]
    here = (landing.source, landing.start, landing.end)
    return landing.words[places.index(here)] if here in places else ""


def _changed(what: str) -> SahelError:
    return SahelError(f"Not copied: {what}", "r reads it again")
