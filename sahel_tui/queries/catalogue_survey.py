"""What is kept of all entries of a list of briefs, to sort them by what many of them share."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.queries.folding import fold
from sahel_tui.queries.narrow import narrow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.queries.catalogue import Entries


class Shared(NamedTuple):
    """A text of each entry, where many have the same."""

    texts: tuple[str, ...]
    codes: Sequence[int]

    def ranks(self, key: Callable[[str], Any]) -> Callable[[int], int]:
        """Of each place the rank of its text; texts of one key have one."""
        keys = [key(text) for text in self.texts]
        ranks = {one: rank for rank, one in enumerate(sorted(set(keys)))}
        by_code = [ranks[one] for one in keys]
        return lambda at: by_code[self.codes[at]]


class Survey(NamedTuple):
    """Of all entries."""

    newest: Sequence[int]
    """Their places by date; those that cannot be read come last."""
    readable: int
    """How many can be read."""
    publishers: Shared
    markings: Shared
    findings: Sequence[int]

    def by_publisher(self) -> Sequence[int]:
        """Those without one come last."""
        return self._by(self.publishers.ranks(lambda text: (not text, fold(text))))

    def by_marking(self, order: Sequence[str]) -> Sequence[int]:
        """The highest first, unknown ones before what is not marked."""
        from sahel_tui.model.markings import JOINT, rank

        def place(marking: str) -> tuple[int, str]:
            ranks = [rank(one, order) for one in marking.split(JOINT)]
            known = [one[1] for one in ranks if one is not None]
            return (-max(known, default=0) if marking else 1), marking

        return self._by(self.markings.ranks(place))

    def by_findings(self) -> Sequence[int]:
        """The most first."""
        return self._by(lambda at: -self.findings[at])

    def _by(self, key: Callable[[int], int]) -> Sequence[int]:
        """By a number of each, the newest first among those of one number."""
        parts = self.newest[: self.readable], self.newest[self.readable :]
        return array("I", (at for part in parts for at in sorted(part, key=key)))


def survey(entries: Entries, newest: Sequence[int]) -> Survey:
    """Goes through all of them; `newest` are their places by date."""
    publishers: dict[str, int] = {}
    markings: dict[str, int] = {}
    published, marked, findings = array("I"), array("I"), array("q")
    for entry in entries:
        published.append(publishers.setdefault(entry.publisher, len(publishers)))
        marked.append(markings.setdefault(entry.marking or "", len(markings)))
        findings.append(entry.findings or 0)
    missing = len(newest) - len(findings)  # of entries that were closed meanwhile
    for column in (published, marked, findings):
        column.extend([0] * missing)
    return Survey(
        newest,
        len(newest) - entries.unread,
        Shared(tuple(publishers) or ("",), narrow(published)),
        Shared(tuple(markings) or ("",), narrow(marked)),
        narrow(findings),
    )
