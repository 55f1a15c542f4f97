"""One actor and its relations: the graph as read from one actor's side."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from sahel_tui.queries.folding import fold

if TYPE_CHECKING:
    from sahel_tui.queries.views import BriefView, RelationView

Direction = Literal["→", "←", "↔"]


class Tie(NamedTuple):
    """A relation as the centre sees it."""

    relation: RelationView
    direction: Direction
    """From the centre, to it, or of both (a symmetric type)."""
    label: str
    """The type as it reads from the centre's side: `supplies`, `supplied by`."""
    other: str
    other_name: str
    neighbours: tuple[str, ...]
    """The names of the others that the other actor has relations with, the most first."""


class Ego(NamedTuple):
    """An actor in the middle of its relations."""

    id: str
    name: str
    ties: tuple[Tie, ...]
    """Positive first, then neutral, then negative; within a sign by label and name."""
    positive: int
    neutral: int
    negative: int


def most_related(view: BriefView) -> str:
    """The id of the actor with the most relations; empty where there is no actor."""
    degree = {actor.id: actor.positive + actor.neutral + actor.negative for actor in view.actors}
    return max(degree, key=lambda actor: degree[actor], default="")


class Ties:
    """The relations of a brief by actor."""

    def __init__(self, view: BriefView) -> None:
        self._names = {actor.id: actor.name for actor in view.actors}
        self._relations: dict[str, list[RelationView]] = {}
        self._around: dict[str, tuple[str, ...]] = {}
        """The actors that an actor has relations with, the most first: worked out when asked."""
        self._folded: dict[str, str] = {}
        for relation in view.relations:
            self._names.setdefault(relation.source, relation.source_name)
            self._names.setdefault(relation.target, relation.target_name)
            for actor in {relation.source, relation.target}:
                self._relations.setdefault(actor, []).append(relation)

    def ego(self, centre: str) -> Ego:
        """An actor's relations; none for an actor without any, or that is not in the brief."""
        around: dict[str, tuple[str, ...]] = {}
        ties = [self._tie(centre, relation, around) for relation in self._relations.get(centre, ())]
        ties.sort(key=self._order)
        signs = Counter(tie.relation.sign for tie in ties)
        name = self._names.get(centre, centre)
        return Ego(centre, name, tuple(ties), signs[1], signs[0], signs[-1])

    def _tie(self, centre: str, relation: RelationView, around: dict[str, tuple[str, ...]]) -> Tie:
        outward = relation.source == centre
        other = relation.target if outward else relation.source
        direction: Direction = "↔" if not relation.inverse else "→" if outward else "←"
        label = relation.type if outward or not relation.inverse else relation.inverse
        if other not in around:
            around[other] = self._neighbours(other, centre)
        return Tie(relation, direction, label, other, self._names[other], around[other])

    def _neighbours(self, actor: str, centre: str) -> tuple[str, ...]:
        if actor not in self._around:
            seen: Counter[str] = Counter()
            for relation in self._relations[actor]:
                seen[relation.source] += 1
                seen[relation.target] += 1
            self._around[actor] = tuple(end for end, _ in seen.most_common() if end != actor)
        return tuple(self._names[other] for other in self._around[actor] if other != centre)

    def _order(self, tie: Tie) -> tuple[int, str, str, str, str]:
        since = tie.relation.since.text if tie.relation.since else ""
        if tie.other not in self._folded:
            self._folded[tie.other] = fold(tie.other_name)
        return (-tie.relation.sign, tie.label, self._folded[tie.other], tie.other, since)
